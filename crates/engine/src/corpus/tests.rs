//! Several documents of our own invention taken together.

use expect_test::{Expect, expect};

use super::*;
use crate::json::corpus::Evidence;
use crate::json::fixture::{Draft, spar};
use crate::json::{ActorKind, Ground};

const PERSON: ActorKind = ActorKind::Person;
const FOR: Option<Stance> = Some(Stance::Support);
const AGAINST: Option<Stance> = Some(Stance::Oppose);

fn corpus(documents: impl IntoIterator<Item = Document>) -> Corpus {
    let mut corpus = Corpus::default();
    documents.into_iter().for_each(|document| corpus.add(document));
    corpus
}

/// The two ministers in three articles: a report, a reprint a day before it was found, and a later speech.
fn ministers() -> Corpus {
    let speech = Draft::new(
        "speech.txt",
        Some("2021-03-01T10:00:00Z"),
        "“The gas must flow for ever and ever,” said Oleh Marchenko. Aid: “Aid helps,” Bo Ek said. “We will see,” he said.",
    )
    .actor("Oleh Marchenko", PERSON, None, &["Oleh Marchenko"])
    .actor("Bo Ek", PERSON, None, &["Bo Ek"])
    .said(1, "“The gas must flow for ever and ever,”", &[("gas-transit", FOR)])
    .said(2, "“Aid helps,”", &[("aid", FOR)])
    .said(2, "“We will see,”", &[("sanctions", None)]);
    corpus([spar("report.txt", "2021-02-11"), spar("reprint.txt", "2021-02-10"), speech.done()])
}

fn said(evidence: &[Evidence]) -> String {
    let one = |e: &Evidence| {
        let also: Vec<&str> = e.also.iter().map(|carried| carried.doc.as_str()).collect();
        let stance = e.stance.map_or("unclear", Stance::name);
        format!(
            "  {} [{stance}, {}, {}, also {also:?}]\n",
            e.quote,
            e.doc,
            e.published.as_deref().unwrap_or("-")
        )
    };
    evidence.iter().map(one).collect()
}

#[track_caller]
fn check_positions(corpus: &Corpus, expected: Expect) {
    let line = |p: crate::json::corpus::PositionLine| {
        let stance = p.stance.map_or("unclear", |stance| stance.name());
        let (from, to) = (p.from.as_deref().unwrap_or("-"), p.to.as_deref().unwrap_or("-"));
        let n = p.statements.len();
        format!(
            "{} | {} ({}) | {stance} | {from} to {to} | {n}\n{}",
            p.issue,
            p.name,
            p.actor,
            said(&p.evidence)
        )
    };
    expected.assert_eq(&corpus.positions().into_iter().map(line).collect::<String>());
}

#[track_caller]
fn check_compared(corpus: &Corpus, a: &str, b: &str, expected: Expect) {
    let [a, b] = [a, b].map(|name| corpus.find(name, &[]).unwrap());
    let line = |c: crate::json::corpus::Comparison| {
        let grounds: Vec<&str> = c.grounds.iter().map(|ground| ground.name()).collect();
        let sides = c.sides.iter().map(|side| {
            let stance = side.stance.map_or("-", |stance| stance.name());
            format!(" {}: {stance}\n{}", side.name, said(&side.evidence))
        });
        format!("{} {} {grounds:?}\n{}", c.verdict.name().to_uppercase(), c.label, sides.collect::<String>())
    };
    expected.assert_eq(&corpus.compare(a, b).into_iter().map(line).collect::<String>());
}

#[test]
fn positions_count_an_utterance_once() {
    check_positions(
        &ministers(),
        expect![[r#"
            sanctions | Ingrid Halvorsen (Q900001) | support | 2021-02-10 to 2021-02-10 | 2
              “The sanctions will stay,” [support, reprint.txt, 2021-02-10, also ["report.txt"]]
            sanctions | Oleh Marchenko (oleh marchenko) | oppose | 2021-02-10 to 2021-02-10 | 4
              “The sanctions are a crime,” [oppose, reprint.txt, 2021-02-10, also ["report.txt"]]
              of gas transit and of pipelines [unclear, reprint.txt, 2021-02-10, also ["report.txt"]]
            sanctions | Bo Ek (bo ek) | unclear | 2021-03-01 to 2021-03-01 | 1
              “We will see,” [unclear, speech.txt, 2021-03-01T10:00:00Z, also []]
            gas-transit | Ingrid Halvorsen (Q900001) | support | 2021-02-10 to 2021-02-10 | 2
              gas transit had to go on [support, reprint.txt, 2021-02-10, also ["report.txt"]]
            gas-transit | Oleh Marchenko (oleh marchenko) | support | 2021-02-10 to 2021-03-01 | 3
              of gas transit and of pipelines [unclear, reprint.txt, 2021-02-10, also ["report.txt"]]
              “The gas must flow for ever and ever,” [support, speech.txt, 2021-03-01T10:00:00Z, also []]
            aid | Bo Ek (bo ek) | support | 2021-03-01 to 2021-03-01 | 1
              “Aid helps,” [support, speech.txt, 2021-03-01T10:00:00Z, also []]
        "#]],
    );
}

#[test]
fn two_actors_compared_differences_first() {
    check_compared(
        &ministers(),
        "Ingrid Halvorsen",
        "marchenko",
        expect![[r#"
        DIFFER sanctions ["stances", "denial"]
         Ingrid Halvorsen: support
          “The sanctions will stay,” [support, reprint.txt, 2021-02-10, also ["report.txt"]]
         Oleh Marchenko: oppose
          “The sanctions are a crime,” [oppose, reprint.txt, 2021-02-10, also ["report.txt"]]
          of gas transit and of pipelines [unclear, reprint.txt, 2021-02-10, also ["report.txt"]]
        AGREE gas transit ["stances"]
         Ingrid Halvorsen: support
          gas transit had to go on [support, reprint.txt, 2021-02-10, also ["report.txt"]]
         Oleh Marchenko: support
          “The gas must flow for ever and ever,” [support, speech.txt, 2021-03-01T10:00:00Z, also []]
          of gas transit and of pipelines [unclear, reprint.txt, 2021-02-10, also ["report.txt"]]
    "#]],
    );
    check_compared(
        &ministers(),
        "Bo Ek",
        "Q900001",
        expect![[r#"
        UNCLEAR sanctions []
         Bo Ek: -
          “We will see,” [unclear, speech.txt, 2021-03-01T10:00:00Z, also []]
         Ingrid Halvorsen: support
          “The sanctions will stay,” [support, reprint.txt, 2021-02-10, also ["report.txt"]]
        SILENT gas transit []
         Bo Ek: -
         Ingrid Halvorsen: support
          gas transit had to go on [support, reprint.txt, 2021-02-10, also ["report.txt"]]
        SILENT aid []
         Bo Ek: support
          “Aid helps,” [support, speech.txt, 2021-03-01T10:00:00Z, also []]
         Ingrid Halvorsen: -
    "#]],
    );
}

#[test]
fn differences_name_their_ground_and_hold_both_sides() {
    let line = |d: crate::json::corpus::DifferenceLine| {
        let [a, b] = &d.evidence;
        format!(
            "{} {:?} {} {:?}\n{} against\n{}",
            d.issue,
            d.between,
            d.ground.name(),
            d.strength,
            said(a),
            said(b)
        )
    };
    let all =
        |lines: Vec<crate::json::corpus::DifferenceLine>| lines.into_iter().map(line).collect::<String>();
    expect![[r#"
        sanctions ["Q900001", "oleh marchenko"] stances Some(0.8)
          “The sanctions will stay,” [support, reprint.txt, 2021-02-10, also ["report.txt"]]
         against
          “The sanctions are a crime,” [oppose, reprint.txt, 2021-02-10, also ["report.txt"]]
        sanctions ["Q900001", "oleh marchenko"] denial Some(0.7)
          “The sanctions will stay,” [support, reprint.txt, 2021-02-10, also ["report.txt"]]
         against
          “The sanctions are a crime,” [oppose, reprint.txt, 2021-02-10, also ["report.txt"]]
          of gas transit and of pipelines [unclear, reprint.txt, 2021-02-10, also ["report.txt"]]
    "#]]
    .assert_eq(&all(ministers().differences()));
    expect![[r#"
        gas-transit ["Q900001", "oleh marchenko"] stances Some(0.8)
          gas transit had to go on [support, reprint.txt, 2021-02-10, also ["report.txt"]]
         against
          “The gas must flow for ever and ever,” [support, speech.txt, 2021-03-01T10:00:00Z, also []]
    "#]]
    .assert_eq(&all(ministers().agreements()));
}

#[test]
fn what_is_one_utterance_and_what_is_not() {
    let article = |doc: &str, day: Option<&str>, quote: &str, stance| {
        let text = format!("{quote} said Ann Lee to {doc}.");
        Draft::new(doc, day, &text)
            .actor("Ann Lee", PERSON, None, &["Ann Lee"])
            .said(1, quote, &[("x", stance)])
            .done()
    };
    let (long, short) = ("“We’ll stay as long as it takes,”", "“We will see,”");
    for (articles, expected) in [
        // The same words, however they are set, on whatever day.
        (
            vec![
                (Some("2021-01-02"), long, FOR),
                (Some("2021-03-01"), "\"We'll stay — as long as it takes\"", FOR),
            ],
            "support*2",
        ),
        (vec![(None, long, FOR), (None, long, FOR)], "support*2"),
        // Part of them is another utterance.
        (vec![(None, long, FOR), (None, "“stay as long as it takes”", FOR)], "support*1 support*1"),
        // Few words are one utterance on one day only.
        (vec![(Some("2021-01-02"), short, None), (Some("2021-01-02T09:00:00Z"), short, None)], "unclear*2"),
        (vec![(Some("2021-01-02"), short, None), (Some("2021-01-03"), short, None)], "unclear*1 unclear*1"),
        (vec![(None, short, None), (None, short, None)], "unclear*1 unclear*1"),
        // A stance counts more than none; two that are opposed and as sure leave it unclear.
        (vec![(None, long, None), (None, long, AGAINST)], "oppose*2"),
        (vec![(None, long, FOR), (None, long, AGAINST)], "unclear*2"),
    ] {
        let documents = articles
            .iter()
            .enumerate()
            .map(|(n, (day, quote, stance))| article(&format!("{n}.txt"), *day, quote, *stance));
        let corpus = corpus(documents);
        let votes: Vec<String> = corpus
            .utterances()
            .iter()
            .map(|u| format!("{}*{}", u.stance.map_or("unclear", Stance::name), u.carriers.len()))
            .collect();
        assert_eq!(votes.join(" "), expected, "{articles:?}");
    }
    let twice = corpus([article("a.txt", None, long, FOR), article("a.txt", None, long, FOR)]);
    assert_eq!(twice.utterances()[0].carriers.len(), 1, "a file given twice counts once");
}

#[test]
fn actors_are_found_by_item_name_and_alias() {
    let names = "Ann Lee and Lee Kim met Bo Lee. Lee spoke. He left.";
    let corpus = corpus([Draft::new("a.txt", None, names)
        .actor("Ann Lee", PERSON, Some("Q1"), &["Ann Lee", "Lee spoke", "He"])
        .actor("Bo Lee", PERSON, Some("Q2"), &["Bo Lee", "Lee Kim"])
        .actor("Lee Kim", PERSON, None, &["Lee Kim"])
        .actor("residents", ActorKind::Group, None, &[])
        .done()]);
    for (name, expected) in [
        ("Q2", "Bo Lee"),
        ("ann LEE", "Ann Lee"),
        ("lee kim", "Lee Kim"),
        ("Lee spoke", "Ann Lee"),
        ("a.txt#a4", "residents"),
        ("residents", "residents"),
        ("Lee", "\"Lee\" may be Ann Lee (Q1) or Bo Lee (Q2); give the full name or the item"),
        ("Lee Park", "nobody in these files is called \"Lee Park\"; perhaps Ann Lee (Q1) is meant"),
        ("he", "nobody in these files is called \"he\"; `onrecord positions` lists who is"),
        ("Q3", "nobody in these files is called \"Q3\"; `onrecord positions` lists who is"),
    ] {
        let found = corpus.find(name, &[]).map(|n| corpus.actors()[n].name.clone());
        assert_eq!(found.unwrap_or_else(|error| error.to_string()), expected, "{name}");
    }
    let by_item = |items: &[&str]| {
        let items: Vec<String> = items.iter().map(|item| (*item).to_owned()).collect();
        corpus.find("Madam President", &items).map(|n| corpus.actors()[n].name.clone())
    };
    assert_eq!(by_item(&["Q9", "Q1"]).unwrap(), "Ann Lee");
    assert_eq!(
        by_item(&["Q2", "Q1"]).unwrap_err().to_string(),
        "\"Madam President\" may be Ann Lee (Q1) or Bo Lee (Q2); give the full name or the item"
    );
}

#[test]
fn documents_pairings_are_told_of_the_actors_they_mean() {
    // In the second article the two appear the other way round.
    let text =
        "“It was a lie,” said Oleh Marchenko of Ingrid Halvorsen, who said “it was so and not otherwise.”";
    let other = Draft::new("other.txt", None, text)
        .actor("Oleh Marchenko", PERSON, None, &["Oleh Marchenko"])
        .actor("Ingrid Halvorsen", PERSON, Some("Q900001"), &["Ingrid Halvorsen"])
        .said(1, "“It was a lie,”", &[("sanctions", None)])
        .said(2, "“it was so and not otherwise.”", &[("sanctions", None)])
        .differ("sanctions", [1, 2], Ground::Denial);
    let corpus = corpus([spar("a.txt", "2021-02-11"), other.done()]);
    let denial = corpus.differences().into_iter().find(|d| d.ground == Ground::Denial).unwrap();
    assert_eq!(denial.names, ["Ingrid Halvorsen", "Oleh Marchenko"]);
    expect![[r#"
          “The sanctions will stay,” [support, a.txt, 2021-02-11, also []]
          “it was so and not otherwise.” [unclear, other.txt, -, also []]
        against
          “The sanctions are a crime,” [oppose, a.txt, 2021-02-11, also []]
          of gas transit and of pipelines [unclear, a.txt, 2021-02-11, also []]
          “It was a lie,” [unclear, other.txt, -, also []]
    "#]]
    .assert_eq(&(said(&denial.evidence[0]) + "against\n" + &said(&denial.evidence[1])));
}
