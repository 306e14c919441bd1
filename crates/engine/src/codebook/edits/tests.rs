//! Edits on a codebook and on a document that follows it.

use expect_test::{Expect, expect};

use super::*;
use crate::json::{ActorKind, Document, Ground, Pairing, Stance, fixture};

const ISSUES: &str = "id,label,description,proposition,keywords,parent\n\
    energy,Energy,,,,\n\
    gas-transit,Gas transit,Pipes,Transit should go on,pipeline*;fee,energy\n\
    pipelines,Pipelines,,,,gas-transit\n\
    sanctions,Sanctions,,Sanctions should stay,,\n\
    embargo,Embargo,,The embargo should end,export ban,sanctions\n";

fn codebook() -> Codebook {
    Codebook::parse(crate::codebook::CodebookFormat::Csv, ISSUES).unwrap().codebook
}

/// Issues, takes, positions and pairings in short.
fn shown(document: &Document) -> String {
    let mut out = String::new();
    let quote = |id: &String| {
        let statement = document.statements.iter().find(|statement| statement.id == *id).unwrap();
        statement.quote.split(' ').next_back().unwrap().to_owned()
    };
    for issue in &document.issues {
        let proposition = issue.proposition.as_deref().unwrap_or("-");
        out += &format!("issue {}: {} / {proposition} / {:?}\n", issue.id, issue.label, issue.mentions);
    }
    for s in &document.statements {
        let takes =
            s.issues.iter().map(|t| format!("{} {} {:?}", t.issue, name(t.stance), t.score.unwrap_or(-1.0)));
        let first = s.issue.as_deref().unwrap_or("-");
        out += &format!(
            "{}: {first} {} [{}]\n",
            quote(&s.id),
            name(s.stance),
            takes.collect::<Vec<_>>().join(", ")
        );
    }
    for p in &document.positions {
        let stance = p.stance.map_or("unclear", |stance| stance.name());
        let quotes: Vec<String> = p.statements.iter().map(quote).collect();
        out += &format!("position {} {}: {stance} {quotes:?}\n", p.issue, p.actor);
    }
    let pairing = |kind: &str, p: &Pairing| {
        let quotes = p.statements.each_ref().map(|side| side.iter().map(quote).collect::<Vec<_>>());
        format!("{kind} {} {} {:?} {:?} {quotes:?}\n", p.issue, p.between.join("-"), p.ground, p.strength)
    };
    out.extend(document.differences.iter().map(|p| pairing("differ", p)));
    out.extend(document.agreements.iter().map(|p| pairing("agree", p)));
    out
}

fn name(stance: Option<Stance>) -> &'static str {
    stance.map_or("unclear", Stance::name)
}

#[track_caller]
fn check(change: Result<Change, EditError>, document: &Document, expected: Expect) {
    let change = match change {
        Ok(change) => change,
        Err(error) => return expected.assert_eq(&format!("{error}\n")),
    };
    let table = change.codebook.write(crate::codebook::CodebookFormat::Csv);
    let rows: Vec<&str> = table.lines().skip(1).collect();
    let followed = match change.follow(document) {
        Some((after, changed)) => format!("{changed} changed\n{}", shown(&after)),
        None => "as it was\n".to_owned(),
    };
    expected.assert_eq(&format!("{}\n\n{followed}", rows.join("\n")));
}

fn merging(from: &[&str], reversed: &[&str], into: &str) -> Result<Change, EditError> {
    let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
    merge(&codebook(), &Merge { from: owned(from), reversed: owned(reversed), into: into.to_owned() })
}

fn spar() -> Document {
    fixture::spar("a.txt", "2021-02-11")
}

#[test]
fn merged_issues_are_one_and_positions_meet() {
    check(
        merging(&["gas-transit"], &[], "sanctions"),
        &spar(),
        expect![[r#"
        energy,Energy,,,,
        pipelines,Pipelines,,,,sanctions
        sanctions,Sanctions,Pipes,Sanctions should stay,Gas transit; pipeline*; fee,
        embargo,Embargo,,The embargo should end,export ban,sanctions

        2 changed
        issue sanctions: Sanctions / Sanctions should stay / [[18, 27], [32, 43]]
        stay,”: sanctions support [sanctions support 0.9]
        on: sanctions support [sanctions support 0.9]
        crime,”: sanctions oppose [sanctions oppose 0.9]
        pipelines: sanctions unclear [sanctions unclear 0.9]
        position sanctions a1: support ["stay,”", "on"]
        position sanctions a2: oppose ["crime,”", "pipelines"]
        differ sanctions a1-a2 Stances Some(0.8) [["stay,”", "on"], ["crime,”"]]
        differ sanctions a1-a2 Denial Some(0.7) [["stay,”"], ["crime,”", "pipelines"]]
    "#]],
    );
}

#[test]
fn a_reversed_issue_turns_its_stances_round() {
    let text = "“End the embargo,” said Ann Lee. “Sanctions work,” said Bo Ek. Lee: “Sanctions hurt.”";
    let document = fixture::Draft::new("b.txt", None, text)
        .actor("Ann Lee", ActorKind::Person, None, &["Ann Lee"])
        .actor("Bo Ek", ActorKind::Person, None, &["Bo Ek"])
        .said(1, "“End the embargo,”", &[("embargo", Some(Stance::Support))])
        .said(
            2,
            "“Sanctions work,”",
            &[("sanctions", Some(Stance::Support)), ("embargo", Some(Stance::Support))],
        )
        .said(1, "“Sanctions hurt.”", &[("sanctions", Some(Stance::Oppose))])
        .done();
    check(
        merging(&[], &["embargo"], "sanctions"),
        &document,
        expect![[r#"
        energy,Energy,,,,
        gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
        pipelines,Pipelines,,,,gas-transit
        sanctions,Sanctions,,Sanctions should stay,Embargo; export ban,

        2 changed
        issue sanctions: Sanctions / Sanctions should stay / [[9, 16]]
        embargo,”: sanctions oppose [sanctions oppose 0.9]
        work,”: sanctions unclear [sanctions unclear 0.9]
        hurt.”: sanctions oppose [sanctions oppose 0.9]
        position sanctions a1: oppose ["embargo,”", "hurt.”"]
        position sanctions a2: unclear ["work,”"]
    "#]],
    );
    check(
        merging(&["embargo"], &[], "sanctions"),
        &document,
        expect![[r#"
        energy,Energy,,,,
        gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
        pipelines,Pipelines,,,,gas-transit
        sanctions,Sanctions,,Sanctions should stay,Embargo; export ban,

        2 changed
        issue sanctions: Sanctions / Sanctions should stay / [[9, 16]]
        embargo,”: sanctions support [sanctions support 0.9]
        work,”: sanctions support [sanctions support 0.9]
        hurt.”: sanctions oppose [sanctions oppose 0.9]
        position sanctions a1: mixed ["embargo,”", "hurt.”"]
        position sanctions a2: support ["work,”"]
    "#]],
    );
}

#[test]
fn what_lies_above_and_below_finds_its_place() {
    let parents = |change: Result<Change, EditError>| {
        let entry = |e: &Entry| format!("{}<{}", e.id, e.parent.as_deref().unwrap_or(""));
        change.unwrap().codebook.entries().iter().map(entry).collect::<Vec<_>>().join(" ")
    };
    for (from, into, expected) in [
        ("gas-transit", "energy", "energy< pipelines<energy sanctions< embargo<sanctions"),
        ("energy", "gas-transit", "gas-transit< pipelines<gas-transit sanctions< embargo<sanctions"),
        ("energy", "pipelines", "gas-transit< pipelines<gas-transit sanctions< embargo<sanctions"),
        ("gas-transit", "pipelines", "energy< pipelines<energy sanctions< embargo<sanctions"),
        ("sanctions", "energy", "energy< gas-transit<energy pipelines<gas-transit embargo<energy"),
        ("embargo", "pipelines", "energy< gas-transit<energy pipelines<gas-transit sanctions<"),
    ] {
        assert_eq!(parents(merging(&[from], &[], into)), expected, "{from} into {into}");
    }
}

#[test]
fn a_renamed_issue_is_renamed_everywhere() {
    let to = |label: Option<&str>, id: Option<&str>| Rename {
        label: label.map(str::to_owned),
        id: id.map(str::to_owned),
    };
    check(
        rename(&codebook(), "sanctions", &to(Some("Punitive measures"), Some("measures"))),
        &spar(),
        expect![[r#"
            energy,Energy,,,,
            gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
            pipelines,Pipelines,,,,gas-transit
            measures,Punitive measures,,Sanctions should stay,,
            embargo,Embargo,,The embargo should end,export ban,measures

            3 changed
            issue measures: Punitive measures / Sanctions should stay / [[18, 27]]
            issue gas-transit: gas transit / - / [[32, 43]]
            stay,”: measures support [measures support 0.9]
            on: gas-transit support [gas-transit support 0.9]
            crime,”: measures oppose [measures oppose 0.9]
            pipelines: gas-transit unclear [gas-transit unclear 0.9, measures unclear 0.8]
            differ measures a1-a2 Denial Some(0.7) [["stay,”"], ["crime,”", "pipelines"]]
        "#]],
    );
    check(
        rename(&codebook(), "sanctions", &to(Some("Measures"), None)),
        &spar(),
        expect![[r#"
        energy,Energy,,,,
        gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
        pipelines,Pipelines,,,,gas-transit
        sanctions,Measures,,Sanctions should stay,,
        embargo,Embargo,,The embargo should end,export ban,sanctions

        0 changed
        issue sanctions: Measures / Sanctions should stay / [[18, 27]]
        issue gas-transit: gas transit / - / [[32, 43]]
        stay,”: sanctions support [sanctions support 0.9]
        on: gas-transit support [gas-transit support 0.9]
        crime,”: sanctions oppose [sanctions oppose 0.9]
        pipelines: gas-transit unclear [gas-transit unclear 0.9, sanctions unclear 0.8]
        differ sanctions a1-a2 Denial Some(0.7) [["stay,”"], ["crime,”", "pipelines"]]
    "#]],
    );
    check(
        rename(&codebook(), "embargo", &to(Some("Ban"), None)),
        &spar(),
        expect![[r#"
        energy,Energy,,,,
        gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
        pipelines,Pipelines,,,,gas-transit
        sanctions,Sanctions,,Sanctions should stay,,
        embargo,Ban,,The embargo should end,export ban,sanctions

        as it was
    "#]],
    );
    check(
        rename(&codebook(), "sanctions", &to(None, Some("gas-transit"))),
        &spar(),
        expect![[r#"
        there is an issue "gas-transit" already; take another id, or merge the two
    "#]],
    );
    check(
        rename(&codebook(), "sanctions", &to(None, Some("Two Words"))),
        &spar(),
        expect![[r#"
            "Two Words" is no id: it is written in lower case with hyphens between words; write "two-words"
        "#]],
    );
    check(
        rename(&codebook(), "sanctions", &to(None, Some("sanctions"))),
        &spar(),
        expect![[r#"
        there is nothing to do; give it another label or id
    "#]],
    );
    check(
        rename(&codebook(), "gas", &to(Some("x"), None)),
        &spar(),
        expect![[r#"
        there is no issue "gas" in the codebook; perhaps "gas-transit" is meant
    "#]],
    );
}

#[test]
fn a_split_sends_statements_where_their_words_belong() {
    let part = |label: &str, keywords: &[&str]| Entry {
        label: label.to_owned(),
        keywords: keywords.iter().map(|word| (*word).to_owned()).collect(),
        ..Entry::default()
    };
    let split = |id: &str, parts: &[Entry]| split(&codebook(), id, parts);
    check(
        split("sanctions", &[part("Legality", &["crime", "lawful"]), part("Duration", &["stay"])]),
        &spar(),
        expect![[r#"
            energy,Energy,,,,
            gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
            pipelines,Pipelines,,,,gas-transit
            sanctions,Sanctions,,Sanctions should stay,,
            legality,Legality,,,crime; lawful,sanctions
            duration,Duration,,,stay,sanctions
            embargo,Embargo,,The embargo should end,export ban,sanctions

            2 changed
            issue sanctions: sanctions / - / [[18, 27]]
            issue duration: Duration / - / []
            issue legality: Legality / - / []
            issue gas-transit: gas transit / - / [[32, 43]]
            stay,”: duration support [duration support 0.9]
            on: gas-transit support [gas-transit support 0.9]
            crime,”: legality oppose [legality oppose 0.9]
            pipelines: gas-transit unclear [gas-transit unclear 0.9, sanctions unclear 0.8]
            position sanctions a2: unclear ["pipelines"]
            position duration a1: support ["stay,”"]
            position legality a2: oppose ["crime,”"]
        "#]],
    );
    check(
        split("gas-transit", &[part("Pipelines", &["pipelines"])]),
        &spar(),
        expect![[r#"
        energy,Energy,,,,
        gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
        pipelines,Pipelines,,,pipelines,gas-transit
        sanctions,Sanctions,,Sanctions should stay,,
        embargo,Embargo,,The embargo should end,export ban,sanctions

        1 changed
        issue sanctions: sanctions / - / [[18, 27]]
        issue gas-transit: gas transit / - / [[32, 43]]
        issue pipelines: Pipelines / - / []
        stay,”: sanctions support [sanctions support 0.9]
        on: gas-transit support [gas-transit support 0.9]
        crime,”: sanctions oppose [sanctions oppose 0.9]
        pipelines: pipelines unclear [pipelines unclear 0.9, sanctions unclear 0.8]
        position gas-transit a1: support ["on"]
        position pipelines a2: unclear ["pipelines"]
        differ sanctions a1-a2 Denial Some(0.7) [["stay,”"], ["crime,”", "pipelines"]]
    "#]],
    );
    check(
        split("sanctions", &[part("Visas", &["visa"])]),
        &spar(),
        expect![[r#"
            energy,Energy,,,,
            gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
            pipelines,Pipelines,,,,gas-transit
            sanctions,Sanctions,,Sanctions should stay,,
            visas,Visas,,,visa,sanctions
            embargo,Embargo,,The embargo should end,export ban,sanctions

            as it was
        "#]],
    );
    check(
        split("sanctions", &[part("Embargo", &[])]),
        &spar(),
        expect![[r#"
            energy,Energy,,,,
            gas-transit,Gas transit,Pipes,Transit should go on,pipeline*; fee,energy
            pipelines,Pipelines,,,,gas-transit
            sanctions,Sanctions,,Sanctions should stay,,
            embargo,Embargo,,The embargo should end,export ban,sanctions

            as it was
        "#]],
    );
    check(
        split("sanctions", &[part("Visas", &[])]),
        &spar(),
        expect![[r#"
        the part "visas" has no keywords to tell its statements; give it some: "visas = pipeline; transit fee"
    "#]],
    );
    check(
        split("sanctions", &[part("—", &["x"])]),
        &spar(),
        expect![[r#"
        no id can be made from "—"; give it one, such as id = "gas-transit"
    "#]],
    );
    check(
        split("sanctions", &[part("Sanctions", &["x"])]),
        &spar(),
        expect![[r#"
        there is an issue "sanctions" already; take another id, or merge the two
    "#]],
    );
    check(
        split("sanctions", &[]),
        &spar(),
        expect![[r#"
        there is nothing to do; name the parts
    "#]],
    );
}

#[test]
fn what_cannot_be_merged_is_told() {
    check(
        merging(&["gas"], &[], "sanctions"),
        &spar(),
        expect![[r#"
        there is no issue "gas" in the codebook; perhaps "gas-transit" is meant
    "#]],
    );
    check(
        merging(&["sanctions"], &[], "sanctions"),
        &spar(),
        expect![[r#"
        "sanctions" cannot be merged into itself; leave it out
    "#]],
    );
    check(
        merging(&[], &[], "sanctions"),
        &spar(),
        expect![[r#"
        there is nothing to do; name the issues to be merged
    "#]],
    );
    check(
        merging(&["sanctions"], &[], "customs"),
        &spar(),
        expect![[r#"
        there is no issue "customs" in the codebook; it has 5 issues, such as "energy"
    "#]],
    );
}

#[test]
fn a_document_without_the_issue_stays() {
    let document = fixture::Draft::new("b.txt", None, "Rain.").said(0, "Rain.", &[("rain", None)]).done();
    assert_eq!(merging(&["gas-transit"], &[], "sanctions").unwrap().follow(&document), None);
}

#[test]
fn a_statement_with_its_surest_issue_alone_follows_too() {
    let mut document = spar();
    document.statements[0].issues.clear();
    let (after, _) = merging(&["sanctions"], &[], "energy").unwrap().follow(&document).unwrap();
    assert_eq!(
        (after.statements[0].issue.as_deref(), after.statements[0].stance),
        (Some("energy"), Some(Stance::Support))
    );
    assert!(after.differences.iter().any(|pairing| pairing.ground == Ground::Stances));
}
