//! Articles of our own invention: which issues become one, which must not, and what is said of each.

use expect_test::{Expect, expect};

use super::*;
use crate::codebook::{Codebook, CodebookFormat};
use crate::json::ActorKind;
use crate::json::fixture::Draft;

/// An article with its headline; each statement has a speaker (1 to 3, 0 for nobody), words, and the labels of its issues.
fn article(doc: &str, title: &str, said: &[(usize, &str, &[&str])]) -> Document {
    let text: Vec<&str> = said.iter().map(|(_, quote, _)| *quote).collect();
    let day = doc.get(..10).filter(|day| day.starts_with("20"));
    let mut draft = Draft::new(doc, day, &text.join("\n"));
    for name in ["Ingrid Halvorsen", "Oleh Marchenko", "Bo Ek"] {
        draft = draft.actor(name, ActorKind::Person, None, &[]);
    }
    let mut labels: Vec<(String, &str)> = Vec::new();
    for (actor, quote, on) in said {
        labels.extend(on.iter().map(|label| (issue_id(label), *label)));
        let ids: Vec<String> = on.iter().map(|label| issue_id(label)).collect();
        let takes: Vec<_> = ids.iter().map(|id| (id.as_str(), None)).collect();
        draft = draft.said(*actor, quote, &takes);
    }
    let mut document = draft.done();
    document.title = Some(title.to_owned());
    for issue in &mut document.issues {
        if let Some((_, label)) = labels.iter().find(|(id, _)| *id == issue.id) {
            issue.label = (*label).to_owned();
        }
    }
    document
}

/// One article for each label, with its headline.
fn labelled(labels: &[(&str, &str)]) -> Vec<Document> {
    let one = |(n, (label, title)): (usize, &(&str, &str))| {
        let quote = format!("“This is what they told number {n}.”");
        article(&format!("{n}.txt"), title, &[(1, &quote, &[label])])
    };
    labels.iter().enumerate().map(one).collect()
}

fn all() -> Options {
    Options { min_statements: 1, ..Options::default() }
}

#[track_caller]
fn check_joined(labels: &[(&str, &str)], expected: &[&str]) {
    let lines = suggest(&labelled(labels), &all());
    let mut shown: Vec<String> = lines
        .iter()
        .map(|line| [vec![line.label.clone()], line.keywords.clone()].concat().join(" = "))
        .collect();
    shown.sort();
    assert_eq!(shown, expected, "{labels:?}");
}

#[test]
fn what_becomes_one() {
    for (labels, expected) in [
        (["gas transit", "the transit of gas"], "gas transit = the transit of gas"),
        (["sanctions on Iran", "Iranian sanctions"], "Iranian sanctions = sanctions on Iran"),
        (["fishing in Orsa", "Orsan fishing"], "Orsan fishing = fishing in Orsa"),
        (["Orsa", "Orsan"], "Orsa = Orsan"),
        (["new carbon tax", "carbon taxes"], "carbon taxes = new carbon tax"),
        (["gas transit", "Orsan gas transit"], "gas transit = Orsan gas transit"),
    ] {
        check_joined(&labels.map(|label| (label, "")), &[expected]);
    }
}

#[test]
fn what_stays_apart() {
    for labels in [
        ["Iran sanctions", "Russia sanctions"],
        ["gas prices", "gas transit"],
        ["sanctions", "sanctions relief"],
        ["Ardel border", "West Ardel"],
        ["Ardel", "West Ardel"],
        ["Marti", "Martin"],
        ["Niger", "Nigeria"],
        ["North Korea", "South Korea"],
        ["legal immigration", "illegal immigration"],
        ["deal exit", "no-deal exit"],
        ["bill", "housing bill"],
    ] {
        let mut labels = labels;
        labels.sort_unstable();
        check_joined(&labels.map(|label| (label, "")), &labels);
    }
    // Two ways to go on are none.
    check_joined(
        &[("gas transit", ""), ("Orsan gas transit", ""), ("Vestan gas transit", "")],
        &["Orsan gas transit", "Vestan gas transit", "gas transit"],
    );
    // What links two labels does not make them one.
    check_joined(
        &[("Orsan oil levy", ""), ("Orsan levy", ""), ("oil levy", "")],
        &["Orsan levy", "Orsan oil levy", "oil levy"],
    );
}

#[test]
fn a_single_word_means_what_its_article_speaks_of() {
    check_joined(
        &[
            ("bill", "Assembly votes on housing"),
            ("bill", "Assembly votes on herring"),
            ("housing bill", ""),
            ("energy bill", ""),
        ],
        &["bill", "energy bill", "housing bill = bill"],
    );
    check_joined(
        &[("bill", "Housing or energy first?"), ("housing bill", ""), ("energy bill", "")],
        &["bill", "energy bill", "housing bill"],
    );
}

#[test]
fn what_articles_hold_apart_stays_apart() {
    let both: (usize, &str, &[&str]) =
        (1, "“The one and the other, once and for all.”", &["gas transit", "Orsan gas transit"]);
    let documents =
        [article("a.txt", "", &[both]), article("b.txt", "", &[(1, "“Well.”", &["gas transit"])])];
    let labels: Vec<String> = suggest(&documents, &all()).into_iter().map(|line| line.label).collect();
    assert_eq!(labels, ["gas transit", "Orsan gas transit"]);
}

/// A dispute in three articles, of which one repeats another's words.
fn dispute() -> Vec<Document> {
    let stay = "“The transit of gas will go on as before,”";
    vec![
        article(
            "2021-02-10.txt",
            "Ministers spar",
            &[
                (1, stay, &["gas transit"]),
                (2, "“The fees are an insult to us all,”", &["gas transit", "fees"]),
            ],
        ),
        article("2021-02-12.txt", "Reprint", &[(1, stay, &["gas transit"]), (0, "“Rain.”", &[])]),
        article(
            "2021-03-01.txt",
            "Speech",
            &[(3, "“Nobody shall close a pipeline; nobody,”", &["the transit of Orsan gas"])],
        ),
    ]
}

#[track_caller]
fn check_codebook(documents: &[Document], options: &Options, expected: Expect) {
    let text = codebook(&suggest(documents, options)).write(CodebookFormat::Toml);
    expected.assert_eq(&text);
    let mut other_way: Vec<Document> = documents.iter().rev().cloned().collect();
    other_way.extend(documents.iter().cloned());
    assert_eq!(
        codebook(&suggest(&other_way, options)).write(CodebookFormat::Toml),
        text,
        "the order of files"
    );
    for format in [CodebookFormat::Toml, CodebookFormat::Csv, CodebookFormat::Qdc] {
        let codebook = codebook(&suggest(documents, options));
        assert_eq!(Codebook::parse(format, &codebook.write(format)).unwrap().codebook, codebook);
    }
}

#[test]
fn a_codebook_with_counts_and_examples() {
    check_codebook(
        &dispute(),
        &Options::default(),
        expect![[r#"
            [[issue]]
            id = "gas-transit"
            label = "gas transit"
            description = """
            3 statements of 3 actors in 3 articles, 2021-02-10 to 2021-03-01
            - Ingrid Halvorsen: “The transit of gas will go on as before,” (2021-02-10.txt, 2021-02-10)
            - Bo Ek: “Nobody shall close a pipeline; nobody,” (2021-03-01.txt, 2021-03-01)
            - Oleh Marchenko: “The fees are an insult to us all,” (2021-02-10.txt, 2021-02-10)"""
            keywords = ["the transit of Orsan gas"]
        "#]],
    );
}

#[test]
fn few_statements_only_if_asked_and_no_more_issues_than_asked() {
    let ids = |options: Options| -> Vec<String> {
        suggest(&dispute(), &options).into_iter().map(|line| line.id).collect()
    };
    assert_eq!(ids(all()), ["gas-transit", "fees"]);
    assert_eq!(ids(Options { most: 1, ..all() }), ["gas-transit"]);
    assert_eq!(ids(Options { min_statements: 4, ..all() }), [""; 0]);
}

#[test]
fn what_is_in_nearly_all_articles_comes_last() {
    let one = |n: usize| {
        let labels: &[&str] = if n < 3 { &["election", "gas transit"] } else { &["election"] };
        article(&format!("{n}.txt"), "", &[(1, &format!("“These are the words of day {n}.”"), labels)])
    };
    let documents: Vec<Document> = (0..6).map(one).collect();
    let ids: Vec<String> = suggest(&documents, &all()).into_iter().map(|line| line.id).collect();
    assert_eq!(ids, ["gas-transit", "election"]);
}

#[test]
fn an_id_of_a_codebook_and_its_proposition_stay() {
    let mut documents = labelled(&[("Transit", ""), ("Gas through Orsa", "")]);
    for document in &mut documents {
        let issue = &mut document.issues[0];
        "gas".clone_into(&mut issue.id);
        issue.proposition = Some("It should go on".to_owned());
        "gas".clone_into(&mut document.statements[0].issues[0].issue);
    }
    let lines = suggest(&documents, &all());
    let shown: Vec<_> = lines.iter().map(|line| (line.id.as_str(), line.proposition.as_deref())).collect();
    assert_eq!(shown, [("gas", Some("It should go on"))]);
}
