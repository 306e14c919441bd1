//! Tests: a marked-up story as the model reads it in, its attributions mended out.

use expect_test::{Expect, expect};
use onrecord_base::{BlockKind, Span, Spans, quotation};

use super::{Page, mend};
use crate::speakers::tests::read;
use crate::words::words;

mod openings;

/// A story as [`read`] takes it; each attribution comes out as `source | cue | content`.
#[track_caller]
fn check(marked: &str, expected: Expect) {
    let (article, attributions) = read(marked);
    let paragraphs: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
    let headlines = article.blocks.iter().map(|block| block.kind == BlockKind::Headline).collect();
    let words = words(&article.text, &paragraphs, &quotation::pair(&article.text, &paragraphs));
    let mut out = String::new();
    for attribution in mend(&Page::new(&article.text, &words, headlines), attributions) {
        let joined =
            |spans: &Spans| spans.iter().map(|span| article.text.slice(span)).collect::<Vec<_>>().join(" … ");
        let cue = attribution.cue.map_or("-", |cue| article.text.slice(cue));
        let source = if attribution.source.is_empty() { "-".to_owned() } else { joined(&attribution.source) };
        out.push_str(&format!("{source} | {cue} | {}\n", joined(&attribution.content)));
    }
    expected.assert_eq(&out);
}

#[test]
fn content_cut_short_goes_on_to_the_end_of_its_clause() {
    check(
        "[S1:Kovacs] was [C1:critical of] [Q1:the sanctions that] Norway announced and [C2:denied] [Q2:that it had].
         They [C:found] [Q:that] three birds in five came.
         [S:She] [C:would impose] [Q:a] 4 percent surcharge, and left.",
        expect![[r#"
            Kovacs | critical of | the sanctions that Norway announced
            - | denied | that it had
            They | found | that three birds in five came
            She | would impose | a 4 percent surcharge
        "#]],
    );
}

#[test]
fn a_time_is_whole_and_who_said_goes_on() {
    check(
        "[S:Kovacs] [C:criticised] [Q:the tax that Norway announced last] month and left.
         [S:Kovacs] [C:said] [Q:that it would last] days.
         In the hall of the palace, [S2:the seat of the presidency,] [S1:Ann Roe,] [C1:said] [Q1:so], [C2:adding] [Q2:that it was cold].
         [S3:Bo Ek] [C3:said] [Q3:so], and [S4:Ann Roe] nodded, [C4:adding] [Q4:that it was cold].
         [S:Bo Ek] [C:disputed] [Q:that, saying permits fell by a fifth].
         [S:Bo Ek] [C:disputed] [Q:that, saying so].",
        expect![[r#"
            Kovacs | criticised | the tax that Norway announced last month
            Kovacs | said | that it would last
            Ann Roe, | said | so
            Ann Roe, | adding | that it was cold
            Bo Ek | said | so
            Ann Roe | adding | that it was cold
            Bo Ek | disputed | that
            Bo Ek | saying | permits fell by a fifth
            Bo Ek | disputed | that, saying so
        "#]],
    );
}

#[test]
fn whole_contents_stay_and_marks_alone_go() {
    check(
        "[S:She] [C:said] [Q:the road was open], and left.
         [S:She] [C:denied] [Q:it].
         Fans [C:sang] [Q:“]Anchors Down”.",
        expect![[r#"
            She | said | the road was open
            She | denied | it
        "#]],
    );
}

#[test]
fn halves_of_one_statement_are_joined() {
    check(
        "[S1:Kelso] [C1:said] [Q1:that it was sorry] and [Q2:that it hoped for more].
         [S1:Kelso] [C1:said] [Q1:that it was sorry] and [S2:Dolan] [C2:said] [Q2:that he was not].",
        expect![[r#"
            Kelso | said | that it was sorry and that it hoped for more
            Kelso | said | that it was sorry
            Dolan | said | that he was not
        "#]],
    );
}

#[test]
fn a_second_verb_of_saying_makes_a_second_statement() {
    check(
        "[S:Doyle] [C:said] [Q:14 houses were lost and confirmed that two were hurt].
         [S:Doyle] [C:said] [Q:14 houses were lost and that two were hurt].
         [S:Doyle] [C:said] [Q:“it burned and confirmed that we fear it”].",
        expect![[r#"
            Doyle | said | 14 houses were lost
            Doyle | confirmed | that two were hurt
            Doyle | said | 14 houses were lost and that two were hurt
            Doyle | said | “it burned and confirmed that we fear it”
        "#]],
    );
}

#[test]
fn whom_one_asks_is_not_what_one_asks() {
    check(
        "[S:He] [C:asked] [Q:the leader of the council what would happen].
         [S:He] [C:asked] [Q:whether the leader knew what would happen].
         [S:He] [C:knew] [Q:the leader of the council what would happen].",
        expect![[r#"
            He | asked | what would happen
            He | asked | whether the leader knew what would happen
            He | knew | the leader of the council what would happen
        "#]],
    );
}

#[test]
fn the_end_of_a_sentence_tells_who_says_it() {
    check(
        "[Q:The ferry has turned back with 212 people], the harbour master says.
         [Q:The ferry has turned back], the harbour master says he knows.",
        expect![[r#"
            the harbour master | says | The ferry has turned back with 212 people
        "#]],
    );
}

#[test]
fn a_view_is_a_statement() {
    check(
        "In the view of Lena Orlov, a philosopher of minds, such words are vague.
         In the view of many, such words are vague.",
        expect![[r#"
            Lena Orlov, a philosopher of minds, | In the view of | such words are vague
        "#]],
    );
}

#[test]
fn plans_have_their_subject() {
    check(
        "It intends [Q:to bid for the route].
         The county’s board voted last year [Q:to dissolve the fund].
         The two plan to meet in Torvik in April.
         The man who intends [Q:to bid] left.
         Nobody wants to go to the moon, he hummed.",
        expect![[r#"
            It | intends | to bid for the route
            The county’s board | voted | to dissolve the fund
            The two | plan | to meet in Torvik in April
        "#]],
    );
}

#[test]
fn subject_right_before_the_cue_is_the_source() {
    check(
        "Marsh [C:insisted] [Q:that all was well].
         Clinton [C:was accused of] [Q:fraud].
         Although Korea [C:says] [Q:it can].
         Norway and [S:Japan] [C:said] [Q:they would pay].
         She met Norway and [S:Japan] [C:said] [Q:no].",
        expect![[r#"
            Marsh | insisted | that all was well
            - | was accused of | fraud
            Korea | says | it can
            Norway and Japan | said | they would pay
            Japan | said | no
        "#]],
    );
}

#[test]
fn who_signs_a_quotation_said_it() {
    check(
        "[Q1:“The bridge is a disgrace.”] ― [S2:Mara Quist]
         [Q2:“We waited nine years for it.”]― Odd Ellingsen.
         [Q:“Nobody asked us”] -- Dr. T. Brandt, mayor
         [Q:“Nobody asked us.”] — Ana de la Cruz, Harbour Watch",
        expect![[r#"
            Mara Quist | ― | “The bridge is a disgrace.”
            Odd Ellingsen | ― | “We waited nine years for it.”
            - | - | “Nobody asked us”
            Ana de la Cruz, Harbour Watch | — | “Nobody asked us.”
        "#]],
    );
}

#[test]
fn a_dash_before_a_sentence_signs_nothing() {
    check(
        "[Q:“Nobody asked us”] — He left at once.
         [Q:“Nobody asked us”] — Quist told the council.
         [Q:“Nobody asked us”] and Mara Quist.
         [Q:“Nobody asked us”] — “Mara Quist”.
         [S:Quist] [C:said] [Q:nobody asked] — Mara Quist",
        expect![[r#"
            - | - | “Nobody asked us”
            - | - | “Nobody asked us”
            - | - | “Nobody asked us”
            - | - | “Nobody asked us”
            Quist | said | nobody asked
        "#]],
    );
}

#[test]
fn what_the_speaker_says_besides_is_a_statement_of_its_own() {
    check(
        "[Q:“They hung her out to dry,”] [C:said] [S:its secretary, Bo Lindqvist, who called the conduct “shabby.”]
         [Q:“No,”] [C:said] [S:its secretary, Bo Lindqvist, who wore a “tall” hat.]",
        expect![[r#"
            its secretary, Bo Lindqvist | said | “They hung her out to dry,”
            who | called | the conduct “shabby.”
            its secretary, Bo Lindqvist, who wore a “tall” hat. | said | “No,”
        "#]],
    );
}

#[test]
fn an_object_has_what_is_said_of_it_to_the_end_of_the_sentence() {
    check(
        "[S:Speakers] [C:criticised] [Q:Valley Coaches], the likely operator.
         [S:He] [C:praised] [Q:Eddie Sung], who had not played since May.
         [S:He] [C:praised] [Q:Eddie Sung], the guard, and left.
         [S:He] [C:praised] [Q:the guard], the man with the ball.
         [S:He] [C:praised] [Q:Eddie Sung], and the rain fell.",
        expect![[r#"
            Speakers | criticised | Valley Coaches, the likely operator
            He | praised | Eddie Sung, who had not played since May
            He | praised | Eddie Sung
            He | praised | the guard
            He | praised | Eddie Sung
        "#]],
    );
}

#[test]
fn a_question_word_goes_on_with_its_adverb() {
    check(
        "[S:She] [C:would not say] [Q:how] much. [S1:He] [C1:did not say] [Q1:how].",
        expect![[r#"
            She | would not say | how much
            He | did not say | how
        "#]],
    );
}

#[test]
fn what_speaks_is_the_document_and_not_whose_it_is() {
    check(
        "A new ad from [S:the Kovacs campaign] [C:says] [Q:so].
         The first report by [S:the board] [C:found] [Q:nothing].
         A man from [S:the board] [C:said] [Q:so].
         In a letter from [S1:Kovacs] [C1:urging] [Q1:calm].",
        expect![[r#"
            A new ad from the Kovacs campaign | says | so
            The first report by the board | found | nothing
            the board | said | so
            Kovacs | urging | calm
        "#]],
    );
}

#[test]
fn where_it_was_said_is_not_who_said_it() {
    check(
        "Speaking in Lysk, at [S:the seat of the presidency, Norway’s foreign minister, Ann Roe,] [C:said] [Q:so].
         Standing in the Citadel, [S:the seat of the presidency, Norway’s foreign minister, Ann Roe,] [C:said] [Q:so].
         Roe, at [S:the ministry, a large one, Ann Roe’s,] [C:said] [Q:so].
         [S:The head of the presidency, Norway’s Ann Roe,] [C:said] [Q:so].
         In [S:Harare, the Zimbabwean president, who is 80,] [C:said] [Q:so].
         They saw in [S:Anna, the president,] [C:said] [Q:so].
         [C:According to] [S:the mayor, Norway’s minister, Ann Roe], [Q:it rained].",
        expect![[r#"
            Norway’s foreign minister, Ann Roe, | said | so
            Norway’s foreign minister, Ann Roe, | said | so
            the ministry, a large one, Ann Roe’s, | said | so
            The head of the presidency, Norway’s Ann Roe, | said | so
            the Zimbabwean president, who is 80, | said | so
            Anna, the president, | said | so
            the mayor, Norway’s minister, Ann Roe | According to | it rained
        "#]],
    );
}

#[test]
fn a_quotation_goes_to_its_mark_and_the_story_after_it_is_not_said() {
    check(
        "[Q:“This is a bad day,”] [C:said] [S:Ann Roe]. [Q:“It is a fraud. It is a fraud!] He began it by saying no. He has no proof.”
         [Q1:“I won,”] [S1:she] [C1:said] and went, but [Q1:nobody heard her].
         [S2:He] [C2:says], [Q2:“Don’t you do it,” until shots are heard].
         [Q3:“Whenever you say that,”] [S3:Bo Ek] [C3:said], [C4:pointing at] [Q4:the wall, “you give them a reason.”]
         [Q5:“We met twice,”] [S5:she] [C5:said], [Q5:adding that it was enough].
         [Q6:“Good.] He left.",
        expect![[r#"
            Ann Roe | said | “This is a bad day,” … “It is a fraud. It is a fraud! He began it by saying no. He has no proof.”
            she | said | “I won,”
            He | says | “Don’t you do it,”
            Bo Ek | said | “Whenever you say that,” … “you give them a reason.”
            - | pointing at | the wall
            she | said | “We met twice,” … adding that it was enough
            - | - | “Good.
        "#]],
    );
}

#[test]
fn what_nobody_says_is_no_statement() {
    check(
        "# [S:Q&A][C::] [Q:Senator Ann Roe on the farm bill]
         # [S1:Exclusive][C1::] [Q1:agency chief to go]
         # [S2:Roe][C2::] [Q2:agency chief to go]
         # [S3:Sources][C3::] [Q3:agency chief to go]
         He denied [Q:striker Bo Ek] twice, and was [Q2:“fine”]. [C1:According to] no one, [Q1:it rained].",
        expect![[r#"
            Roe | : | agency chief to go
            Sources | : | agency chief to go
            - | - | “fine”
            - | According to | it rained
        "#]],
    );
}

#[test]
fn a_quotation_after_somebody_elses_sentence_is_theirs() {
    check(
        "[Q:“No excuses,”] [S:he] [C:said]. [S1:The coach] [C1:said] [Q1:he would stay]. [Q:“He’s our man.”]
         [Q2:“It was good,”] [C2:said] [S2:Roe], [S3:who] [C3:said] [Q3:he would stay]. [Q2:“I was there.”]
         [Q4:“It was good,”] [S4:Roe] [C4:said]. [S5:She] [C5:denied] [Q5:a plan]. [Q4:“I was there.”]",
        expect![[r#"
            he | said | “No excuses,”
            The coach | said | he would stay … “He’s our man.”
            Roe | said | “It was good,” … “I was there.”
            who | said | he would stay
            Roe | said | “It was good,” … “I was there.”
            She | denied | a plan
        "#]],
    );
}

#[test]
fn a_source_ends_with_its_sentence() {
    check(
        "[Q:“They drink,”] [C:said] [S:Vladimir Reyes, president of the Council of Peoples. Pachecos] [C2:acknowledged] [Q2:that it was so].
         [Q3:Both] have been [C3:accused by] [S3:rights groups of war crimes].
         [S4:Sen. Ann Roe (R-Ky.)] [C4:said] [Q4:so]. [S5:Rep. Bo M. Levin (Mich.), a Democrat,] [C5:said] [Q5:no].",
        expect![[r#"
            Vladimir Reyes, president of the Council of Peoples | said | “They drink,”
            Pachecos | acknowledged | that it was so
            rights groups | accused by | Both
            Sen. Ann Roe (R-Ky.) | said | so
            Rep. Bo M. Levin (Mich.), a Democrat, | said | no
        "#]],
    );
}

#[test]
fn who_is_quoted_speaks_and_a_day_does_not() {
    check(
        "Haugen came a day after [Q:a senior official] [C:was quoted] [Q:as calling Norway a lapdog].
         [Q1:It] [C1:was quoted] widely.
         Following is reaction to [S2:Tuesday’s] [C2:announcement of] [Q2:a ceasefire].",
        expect![[r#"
            a senior official | was quoted | as calling Norway a lapdog
            - | was quoted | It
            - | announcement of | a ceasefire
        "#]],
    );
}

#[test]
fn who_opens_the_sentence_accuses() {
    check(
        "[S1:Senior advocate Arvind Datar-Iyer] alleged it. His colleague Prashant Bhushan-Lal went further, [C1:accusing] [Q1:the court of it].
         [S2:Ann Roe] nodded. Shares of Bo Ek Group fell, [C2:adding] [Q2:to the gloom].",
        expect![[r#"
            His colleague Prashant Bhushan-Lal | accusing | the court of it
            Ann Roe | adding | to the gloom
        "#]],
    );
}

#[test]
fn a_quotation_that_is_a_sentence_goes_with_the_one_before() {
    check(
        "[Q:“They pulled us, fast,”] [C:said] [S:Yusuf Abdi, a Somali who lost his cousin]. [Q1:“Then we were in the water.”] [S1:Another man] [C1:said] the same.
         [Q2:“They pulled us, fast,”] [C2:said] [S2:Yusuf Abdi]. [Q3:“Then we were in the water.”] [S3:Another man] [C3:said].
         [Q4:“Then we were in the water.”] [S4:Another man] [C4:said] loudly.
         [Q5:“The watches are no problem,”] [C5:said] [S5:Rosa Palacios]. [Q6:“The time is.”] [S6:She] [C6:expects] [Q6:the president to survive].",
        expect![[r#"
            Yusuf Abdi, a Somali who lost his cousin | said | “They pulled us, fast,” … “Then we were in the water.”
            Another man | said | the same
            Yusuf Abdi | said | “They pulled us, fast,”
            Another man | said | “Then we were in the water.”
            Another man | said | “Then we were in the water.”
            Rosa Palacios | said | “The watches are no problem,” … “The time is.”
            She | expects | the president to survive
        "#]],
    );
}

#[test]
fn prepositions_have_their_objects() {
    check(
        "[S:Activists] [C:planned] [Q:a march for] Thursday, and left.
         [S:She] [C:refused] [Q:to] ban the sale of coal, and left.
         [S:She] [C:asked] [Q:what he came for] and left.
         [S:They] [C:plan] [Q:to tune in], she thought.",
        expect![[r#"
            Activists | planned | a march for Thursday
            She | refused | to ban the sale of coal
            She | asked | what he came for
            They | plan | to tune in
        "#]],
    );
}

#[test]
fn who_is_at_war_and_who_appears_for_whom() {
    check(
        "# [S:Parents at war over] [C:plan] [Q:to scrap uniforms]
         [S:A school in the hills] has a [C:plan] [Q:to scrap uniforms].
         Appearing for the petitioner, [S:the firm Varo, advocate Ann Roe] [C:submitted] [Q:so].
         [S:The firm Varo, advocate Ann Roe] [C:submitted] [Q:so].",
        expect![[r#"
            Parents | at war over | plan to scrap uniforms
            A school in the hills | plan | to scrap uniforms
            advocate Ann Roe | submitted | so
            The firm Varo, advocate Ann Roe | submitted | so
        "#]],
    );
}

#[test]
fn whoever_is_quoted_by_a_paper_speaks_too() {
    check(
        "[S:The Sentinel] [C:quoted] [Q:an aide as saying the lock was “dear”].
         [S:The Sentinel] [C:quoted] [Q:figures for the year].
         # [Q:PM and chancellor ‘at loggerheads’ over triple lock]
         # [Q:Zoo’s plan angers union], [C:delights] [S:activists]
         # Premier, [S:mayors at odds] [C:over plan] [Q:to cut cameras]",
        expect![[r#"
            The Sentinel | quoted | an aide as saying the lock was “dear”
            an aide | saying | the lock was “dear”
            The Sentinel | quoted | figures for the year
            PM and chancellor | at loggerheads | triple lock
            Premier, mayors | at odds over | plan to cut cameras
        "#]],
    );
}

#[test]
fn opinions_that_are_split_and_those_who_stay_unnamed_say_nothing() {
    check(
        "[Q:Plans for a zone] [C:have split opinion in] [S:the city].
         [S:A delegate who] [C:asked] [Q:not to be named] [C1:said] [Q1:so].",
        expect![[r#"
            - | said | so
        "#]],
    );
}

#[test]
fn whose_decision_it_was_does_not_speak_by_a_participle() {
    check(
        "Leaders gathered after [S1:Norway's] decision to leave, [C1:offering] [Q1:broad new aid].
         Leaders gathered, [S2:Norway's minister] [C2:saying] [Q2:that it would leave].
         [S3:Norway's] [C3:warning] [Q3:of a long winter] came late.",
        expect![[r#"
            - | offering | broad new aid
            Norway's minister | saying | that it would leave
            Norway's | warning | of a long winter
        "#]],
    );
}

#[test]
fn no_source_goes_over_the_end_of_a_paragraph() {
    let (article, mut attributions) = read(
        "By Jo Feld, city reporter
         [S:Traders on Mill Street] have [C:accused] [Q:the council of it].",
    );
    // "city reporter Traders on Mill Street"
    let traders = attributions[0].source.first().unwrap();
    attributions[0].source = article.text.span(12, traders.end() as usize).unwrap().into();
    let paragraphs: Vec<Span> = article.blocks.iter().map(|block| block.span).collect();
    let words = words(&article.text, &paragraphs, &quotation::pair(&article.text, &paragraphs));
    let mended = mend(&Page::new(&article.text, &words, vec![false; 2]), attributions);
    assert_eq!(mended[0].source, Spans::from(traders));
}

#[test]
fn who_goes_on_is_whoever_stands_before_and_whatever_somebody_said_is_not_told() {
    check(
        "It drew fire, with [S1:doctors] [C1:calling] [Q1:it overdue and insurers] [C2:warning] [Q2:that premiums would rise].
         It went to court, with [S1:residents] [C1:calling] [Q1:the beach a birthright and the developer who bought it] [C2:calling] [Q2:them thieves].
         [S:Frith] [C:said] [Q:he expected a higher bid], [Q2:whatever] [S2:Dusek] [C2:said].
         # [S:Kenya][C::] [Q:Teachers threaten strike]
         # [S1:Kenya]: Teachers reject offer, [C1:say] [Q1:strike to go on]
         # [S2:Marsh] [C2:vetoes] [Q2:rent cap as tenants and landlords] trade blame
         # [S2:Marsh] [C2:brands] [Q2:rent cap as unfair]
         # [Q3:State seeks a waiver], [S3:Centre] [C3:says] no",
        expect![[r#"
            doctors | calling | it overdue
            insurers | warning | that premiums would rise
            residents | calling | the beach a birthright
            the developer who bought it | calling | them thieves
            Frith | said | he expected a higher bid
            - | say | strike to go on
            Marsh | vetoes | rent cap
            Marsh | brands | rent cap as unfair
        "#]],
    );
}

#[test]
fn a_body_that_opens_the_sentence_is_whose_word_it_is() {
    check(
        "The police union [C:backs] [Q:the mayor].
         The wet weather [C:backs] [Q:the mayor].
         In the end the police union [C:backs] [Q:the mayor].",
        expect![[r#"
            The police union | backs | the mayor
            - | backs | the mayor
            - | backs | the mayor
        "#]],
    );
}

#[test]
fn what_a_thing_is_called_belongs_to_it_and_what_is_expected_is_said_by_nobody() {
    check(
        "[S:Baker] [C:called] [Q:that explanation] laughable, and left.
         [S:Baker] [C:called] [Q:the plan] by phone.
         [Q:A decision] [C:is expected] on 14 May.",
        expect![[r#"
            Baker | called | that explanation laughable
            Baker | called | the plan
        "#]],
    );
}
