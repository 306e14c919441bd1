//! How a story opens: headlines and datelines.

use super::*;

#[test]
fn the_end_of_a_headline_tells_who_says_it() {
    check(
        "# [S:City crows] [C:remember] [Q:kind faces], study finds
         Crows do.",
        expect![[r#"
            study | finds | City crows remember kind faces
        "#]],
    );
    check(
        "# [Q:Treasurer stole from fund], [S:jury] [C:told]
         It was cold.",
        expect![[r#"
            - | told | Treasurer stole from fund
        "#]],
    );
    check(
        "# [S:Lund] [C:tells] [Q:voters to wait, then finds]
         It was cold.",
        expect![[r#"
            Lund | tells | voters to wait, then finds
        "#]],
    );
    check(
        "# 5.48pm Premier: [Q:“Leave now”]
         It was cold.",
        expect![[r#"
            Premier | : | “Leave now”
        "#]],
    );
}

#[test]
fn a_dateline_is_no_source() {
    check(
        "[S:BRUSSELS — Ministers] [C:said] [Q:that it was late].

         [S:WAL-MART officials] [C:said] [Q:that it was early].

         [S:The U.N. — a club] [C:said] [Q:that it was noon].",
        expect![[r#"
            Ministers | said | that it was late
            WAL-MART officials | said | that it was early
            The U.N. — a club | said | that it was noon
        "#]],
    );
}

#[test]
fn a_headline_ends_with_its_line() {
    let (article, mut attributions) =
        read("# [S:Council] [C:backs] [Q:night bus]\n[S1:Owen Tribe] [C1:writes] [Q1:so].");
    let paragraphs: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
    let words = words(&article.text, &paragraphs, &quotation::pair(&article.text, &paragraphs));
    let over_the_edge =
        attributions[0].content.first().unwrap().cover(attributions[1].source.first().unwrap());
    attributions[0].content = over_the_edge.into();
    attributions.truncate(1);
    let mended = mend(&Page::new(&article.text, &words, vec![true, false]), attributions);
    assert_eq!(article.text.slice(mended[0].content.first().unwrap()), "night bus");
}

#[test]
fn who_is_named_in_the_headline_does_not_speak_in_the_story() {
    check(
        "# [S:Union] at odds over trains\n[C:Talks aimed at] [Q:ending a dispute] broke down.",
        expect![[r#"
            - | Talks aimed at | ending a dispute
        "#]],
    );
}

#[test]
fn what_a_headline_says_ends_with_its_clause() {
    check(
        "# Traders [C:fight] [Q:car] ban; doctors object
         # [Q:Mandate for nurses upheld]; [S:unions] [C:vow] [Q:appeal]
         # [S:Allies] [C:split on] [Q:sending] jets to Orsa
         # [S:Governors] [C:divided over] [Q:rate cut as jobs market] cools
         # [S1:Ministers under fire over] [C1:plan] [Q1:to cut fuel aid]
         # [Q2:Nurses vote to strike as] [S2:minister] [C2:calls] [Q2:offer fair]
         # [Q:Tribunal hears rival accounts]
         The deaths were told of, [S:the inquiry] heard.
         # [S:Roe] [C:says] [Q:no]",
        expect![[r#"
            Traders | fight | car ban
            unions | vow | appeal
            Allies | split on | sending jets to Orsa
            Governors | divided over | rate cut
            minister | calls | offer fair
            Roe | says | no
        "#]],
    );
}

#[test]
fn a_row_in_a_headline_is_nobody_and_a_plan_is_not_theirs_who_are_split_on_it() {
    check(
        "# [S:Row as council leader] [C:defends] [Q:£90,000 statue]
         She left.
         # [S:breeders] [C:call proposal] [Q:an overreaction]
         She left.
         # [S:Tech giants] split on EU [C:plan] [Q:to scan private messages]
         She left.
         # [S:Row] [C:over] [Q:the statue]",
        expect![[r#"
            council leader | defends | £90,000 statue
            breeders | call | proposal an overreaction
            Tech giants | split on | EU plan to scan private messages
            Row | over | the statue
        "#]],
    );
}

#[test]
fn a_dateline_says_nothing_and_a_turn_does() {
    check(
        "# Traders and residents differ
         Staff Reporter
         [S:MANGALORE][C::] [Q:The council’s plan has divided traders].",
        expect![[""]],
    );
    check(
        "# Traders and residents differ
         [S:NAIROBI][C::] [Q:The council’s plan has divided traders].",
        expect![[""]],
    );
    check(
        "# Traders and residents differ
         THRISSUR[C::] [Q:The temple’s plan has divided traders].",
        expect![[""]],
    );
    check(
        "# Traders and residents differ
         [S:RANIPUR][C::] [Q:A plan of the town has divided traders].
         [S1:Ann Roe] [C1:said] [Q1:no]. [S2:Tom Doe] [C2:said] [Q2:yes]. [S3:He] [C3:hoped] [Q3:to win].",
        expect![[r#"
            Ann Roe | said | no
            Tom Doe | said | yes
            He | hoped | to win
        "#]],
    );
    check(
        "# Traders and residents differ
         [S:ROE][C::] [Q:The plan is good].",
        expect![[r#"
            ROE | : | The plan is good
        "#]],
    );
    check(
        "[S:ROE][C::] [Q:I think so].
         It rained.",
        expect![[r#"
            ROE | : | I think so
        "#]],
    );
    check(
        "[S:ROE][C::] [Q:The plan is good].
         [S1:LIND][C1::] [Q1:The plan is bad].",
        expect![[r#"
            ROE | : | The plan is good
            LIND | : | The plan is bad
        "#]],
    );
}
