//! The measures against arithmetic done by hand.

use expect_test::expect;

use super::*;
use crate::corpus::Corpus;
use crate::json::fixture::{Draft, spar};
use crate::json::{ActorKind, Stance};

/// Votes as (actor, issue, qualifier), each in a document of its own without a day.
fn rows(votes: &[(&str, &str, i8)]) -> Rows {
    let all = votes.iter().enumerate();
    dated(
        &all.map(|(n, (actor, issue, k))| (*actor, *issue, *k, format!("{n}.txt"), None)).collect::<Vec<_>>(),
    )
}

fn dated(votes: &[(&str, &str, i8, String, Option<&str>)]) -> Rows {
    let mut rows = Rows::default();
    let node = |id: &str| Node { id: id.to_lowercase(), label: id.to_owned() };
    for (actor, issue, k, document, day) in votes {
        rows.add(node(actor), node(issue), |actor, issue| Row {
            actor,
            issue,
            qualifier: (*k != UNCLEAR).then_some(*k),
            day: day.map(str::to_owned),
            document: document.clone(),
            statement: String::new(),
        });
    }
    rows
}

const UNCLEAR: i8 = 9;

/// Two issues, three actors:
///
/// |   | P        | Q       | n_i |
/// | - | -------- | ------- | --- |
/// | A | 2 for    | 1 against | 3 |
/// | B | 1 for, 1 against | – | 2 |
/// | C | 3 against | 1 against | 4 |
fn example() -> Counts {
    Counts::of(&rows(&[
        ("A", "P", 1),
        ("A", "P", 1),
        ("A", "Q", -1),
        ("B", "P", 1),
        ("B", "P", -1),
        ("C", "P", -1),
        ("C", "P", -1),
        ("C", "P", -1),
        ("C", "Q", -1),
    ]))
}

/// The values of a matrix, rounded to four digits.
fn values(matrix: &Matrix) -> Vec<Vec<f64>> {
    matrix.values.iter().map(|row| row.iter().map(|v| (v * 10_000.0).round() / 10_000.0).collect()).collect()
}

#[track_caller]
fn check_two(qualifier: TwoMode, normalisation: TwoModeNormalisation, expected: [[f64; 2]; 3]) {
    let matrix = two_mode(&example(), qualifier, normalisation).unwrap();
    assert_eq!(values(&matrix), expected);
}

/// The ties A–B, A–C, B–C.
#[track_caller]
fn check_one(
    counts: &Counts,
    qualifier: OneMode,
    normalisation: OneModeNormalisation,
    range: Range,
    expected: [f64; 3],
) {
    let v = values(&one_mode(counts, qualifier, normalisation, range));
    assert_eq!([v[0][1], v[0][2], v[1][2]], expected);
    for (n, row) in v.iter().enumerate() {
        assert_eq!(row[n], 0.0, "the diagonal");
        assert!((0..v.len()).all(|m| row[m] == v[m][n]), "symmetry");
    }
}

#[test]
fn two_mode_by_hand() {
    use TwoModeNormalisation::{Activity, None, Prominence};
    check_two(TwoMode::Ignore, None, [[2.0, 1.0], [2.0, 0.0], [3.0, 1.0]]);
    // A on P: 2 − 0; on Q: 0 − 1. B: 1 − 1. C: 0 − 3, 0 − 1.
    check_two(TwoMode::Subtract, None, [[2.0, -1.0], [0.0, 0.0], [-3.0, -1.0]]);
    // 1 support, 2 opposed, 3 both.
    check_two(TwoMode::Combine, None, [[1.0, 2.0], [3.0, 0.0], [2.0, 2.0]]);
    // Divided by n_A = 3, n_B = 2, n_C = 4.
    check_two(TwoMode::Ignore, Activity, [[0.6667, 0.3333], [1.0, 0.0], [0.75, 0.25]]);
    check_two(TwoMode::Subtract, Activity, [[0.6667, -0.3333], [0.0, 0.0], [-0.75, -0.25]]);
    // Divided by the votes on P = 2 + 2 + 3 = 7 and on Q = 1 + 1 = 2.
    check_two(TwoMode::Ignore, Prominence, [[0.2857, 0.5], [0.2857, 0.0], [0.4286, 0.5]]);
    check_two(TwoMode::Subtract, Prominence, [[0.2857, -0.5], [0.0, 0.0], [-0.4286, -0.5]]);
    assert_eq!(two_mode(&example(), TwoMode::Combine, Activity), Err(CannotNormalise));
}

#[test]
fn one_mode_by_hand() {
    use OneModeNormalisation::{Average, Cosine, Jaccard, None};
    let check = |qualifier, normalisation, expected| {
        // Both signs occur, so the two ranges are the same: 1 − (−1) = 2.
        check_one(&example(), qualifier, normalisation, Range::Observed, expected);
        check_one(&example(), qualifier, normalisation, Range::Scale, expected);
    };
    // A–B: P 2·2 = 4. A–C: P 2·3 + Q 1·1 = 7. B–C: P 2·3 = 6.
    check(OneMode::Ignore, None, [4.0, 7.0, 6.0]);
    // Same signs weigh 1 − 0/2 = 1, opposite ones 1 − 2/2 = 0.
    // A–B: for·for 2·1 = 2. A–C: P 0, Q against·against 1·1 = 1. B–C: against·against 1·3 = 3.
    check(OneMode::Congruence, None, [2.0, 1.0, 3.0]);
    // A–B: for·against 2·1 = 2. A–C: P for·against 2·3 = 6. B–C: for·against 1·3 = 3.
    check(OneMode::Conflict, None, [2.0, 6.0, 3.0]);
    check(OneMode::Subtract, None, [0.0, -5.0, 0.0]);
    // ½(3 + 2) = 2.5; ½(3 + 4) = 3.5; ½(2 + 4) = 3.
    check(OneMode::Congruence, Average, [0.8, 0.2857, 1.0]);
    check(OneMode::Subtract, Average, [0.0, -1.4286, 0.0]);
    // 3·2 = 6; 3·4 = 12; 2·4 = 8.
    check(OneMode::Congruence, Cosine, [0.3333, 0.0833, 0.375]);
    // A–B over (issue, sign): A has P+ 2, Q− 1; B has P+ 1, P− 1. Only A: 1; only B: 1; both: P+ 2·1 = 2; in all 4.
    // A–C: C has P− 3, Q− 1. Only A: 2; only C: 3; both: Q− 1·1 = 1; in all 6.
    // B–C: only B: P+ 1; only C: Q− 1; both: P− 1·3 = 3; in all 5.
    check(OneMode::Congruence, Jaccard, [0.5, 0.1667, 0.6]);
    // Over issues alone. A–B: only A: Q 1; both: P 2·2 = 4; in all 5, and 4/5. A–C: P 6 + Q 1 = 7, and 7/7.
    // B–C: only C: Q 1; both: P 2·3 = 6; in all 7, and 6/7.
    check(OneMode::Ignore, Jaccard, [0.8, 1.0, 0.8571]);
}

#[test]
fn neutral_votes_are_half_way() {
    // A for P, B neutral on it, C neutral on Q and for it: the qualifiers that occur are 0 and 1.
    let counts = Counts::of(&rows(&[("A", "P", 1), ("B", "P", 0), ("C", "Q", 0), ("C", "P", 1)]));
    let none = OneModeNormalisation::None;
    // Observed: R = 1, so that neutral and for are wholly opposed. A–B: |1 − 0|/1 = 1 of conflict; A–C: 0; B–C: 1.
    check_one(&counts, OneMode::Conflict, none, Range::Observed, [1.0, 0.0, 1.0]);
    check_one(&counts, OneMode::Congruence, none, Range::Observed, [0.0, 1.0, 0.0]);
    // Scale: R = 1 − (−1) = 2, and they are half opposed.
    check_one(&counts, OneMode::Conflict, none, Range::Scale, [0.5, 0.0, 0.5]);
    check_one(&counts, OneMode::Congruence, none, Range::Scale, [0.5, 1.0, 0.5]);
    let combined = two_mode(&counts, TwoMode::Combine, TwoModeNormalisation::None).unwrap();
    assert_eq!(values(&combined), [[1.0, 0.0], [4.0, 0.0], [1.0, 4.0]]);
}

#[test]
fn where_all_agree_nobody_is_opposed() {
    // R = 1 − 1 = 0, and 0/0 is 0: all is congruence. 1·2 = 2.
    let counts = Counts::of(&rows(&[("A", "P", 1), ("B", "P", 1), ("B", "P", 1), ("C", "Q", 1)]));
    check_one(&counts, OneMode::Congruence, OneModeNormalisation::None, Range::Observed, [2.0, 0.0, 0.0]);
    check_one(&counts, OneMode::Conflict, OneModeNormalisation::None, Range::Observed, [0.0, 0.0, 0.0]);
}

#[test]
fn unclear_votes_count_only_where_qualifiers_are_ignored() {
    let counts =
        Counts::of(&rows(&[("A", "P", UNCLEAR), ("B", "P", 1), ("C", "P", -1), ("C", "P", UNCLEAR)]));
    // Σ_k: 1·1, 1·2, 1·2.
    check_one(&counts, OneMode::Ignore, OneModeNormalisation::None, Range::Observed, [1.0, 2.0, 2.0]);
    check_one(&counts, OneMode::Conflict, OneModeNormalisation::None, Range::Observed, [0.0, 0.0, 1.0]);
    // n_A = 0 there, and 0/0 is 0.
    check_one(&counts, OneMode::Conflict, OneModeNormalisation::Cosine, Range::Observed, [0.0, 0.0, 1.0]);
}

#[test]
fn no_vote_is_no_network() {
    let counts = Counts::of(&Rows::default());
    assert_eq!(
        one_mode(&counts, OneMode::Subtract, OneModeNormalisation::Jaccard, Range::Scale).values,
        Vec::<Vec<f64>>::new()
    );
    assert_eq!(two_mode(&counts, TwoMode::Ignore, TwoModeNormalisation::Activity).unwrap().ties().count(), 0);
}

#[test]
fn the_same_vote_counts_once_in_its_period() {
    let votes = [
        ("A", "P", 1, "a.txt".to_owned(), Some("2021-02-08")),
        ("A", "P", 1, "a.txt".to_owned(), Some("2021-02-08")),
        ("A", "P", -1, "a.txt".to_owned(), Some("2021-02-08")),
        ("A", "P", 1, "b.txt".to_owned(), Some("2021-02-14")),
        ("A", "P", 1, "c.txt".to_owned(), Some("2021-02-15")),
        ("A", "P", 1, "d.txt".to_owned(), Some("2021-12-31")),
        ("A", "P", 1, "e.txt".to_owned(), Some("2022-01-01")),
        ("A", "P", 1, "f.txt".to_owned(), None),
        ("A", "P", 1, "f.txt".to_owned(), None),
        ("B", "P", 1, "a.txt".to_owned(), Some("2021-02-08")),
    ];
    for (duplicates, left, left_without_qualifier) in [
        (Duplicates::Include, 10, 10),
        // One of the two in a.txt goes, and one in f.txt.
        (Duplicates::Document, 8, 7),
        // b.txt is of the week of a.txt; e.txt is of that of d.txt.
        (Duplicates::Week, 6, 5),
        // c.txt is of the month, too, and d.txt and e.txt are of two.
        (Duplicates::Month, 6, 5),
        (Duplicates::Year, 5, 4),
        (Duplicates::AcrossRange, 3, 2),
    ] {
        for (ignore, left) in [(false, left), (true, left_without_qualifier)] {
            let mut rows = dated(&votes);
            duplicates.leave_out(&mut rows, ignore);
            assert_eq!(rows.rows.len(), left, "{duplicates:?} {ignore}");
        }
    }
}

#[test]
fn rows_of_a_corpus_are_utterances() {
    let speech = Draft::new("speech.txt", None, "“Aid is neither here nor there,” Bo Ek said.")
        .actor("Bo Ek", ActorKind::Person, None, &[])
        .said(1, "“Aid is neither here nor there,”", &[("sanctions", Some(Stance::Neutral))]);
    let mut corpus = Corpus::default();
    for document in [spar("a.txt", "2021-02-11"), spar("b.txt", "2021-02-12"), speech.done()] {
        corpus.add(document);
    }
    let count = |selection| Rows::of(&corpus, selection).rows.len();
    let clear = Selection::default();
    assert_eq!(count(clear), 3);
    assert_eq!(count(Selection { carriers: true, ..clear }), 6);
    assert_eq!(count(Selection { neutral: true, ..clear }), 4);
    assert_eq!(count(Selection { neutral: true, unclear: true, ..clear }), 6);
    let rows = Rows::of(&corpus, clear);
    assert_eq!(
        rows.actors.iter().map(|node| node.id.as_str()).collect::<Vec<_>>(),
        ["Q900001", "oleh marchenko"]
    );
    assert_eq!((rows.rows[0].day.as_deref(), rows.rows[0].document.as_str()), (Some("2021-02-11"), "a.txt"));
}

#[test]
fn graphml_tells_all_that_gephi_asks_for() {
    let counts = Counts::of(&rows(&[("A & <b>\u{7}", "P", 1), ("C", "P", -1)]));
    let subtract = one_mode(&counts, OneMode::Subtract, OneModeNormalisation::None, Range::Observed);
    expect![[r#"
        <?xml version="1.0" encoding="UTF-8"?>
        <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
          <key id="label" for="node" attr.name="label" attr.type="string"/>
          <key id="name" for="node" attr.name="name" attr.type="string"/>
          <key id="kind" for="node" attr.name="kind" attr.type="string"/>
          <key id="statements" for="node" attr.name="statements" attr.type="int"/>
          <key id="weight" for="edge" attr.name="weight" attr.type="double"/>
          <key id="sign" for="edge" attr.name="sign" attr.type="string"/>
          <key id="value" for="edge" attr.name="value" attr.type="double"/>
          <graph edgedefault="undirected">
            <node id="a0">
              <data key="label">A &amp; &lt;b&gt;</data>
              <data key="name">a &amp; &lt;b&gt;</data>
              <data key="kind">actor</data>
              <data key="statements">1</data>
            </node>
            <node id="a1">
              <data key="label">C</data>
              <data key="name">c</data>
              <data key="kind">actor</data>
              <data key="statements">1</data>
            </node>
            <edge id="e0" source="a0" target="a1">
              <data key="weight">1</data>
              <data key="sign">-</data>
              <data key="value">-1</data>
            </edge>
          </graph>
        </graphml>
    "#]]
    .assert_eq(&graphml(&subtract, &counts));
    let two = two_mode(&counts, TwoMode::Subtract, TwoModeNormalisation::None).unwrap();
    let edges: Vec<String> = graphml(&two, &counts)
        .lines()
        .filter(|line| line.contains("<edge") || line.contains("<node"))
        .map(|line| line.trim().to_owned())
        .collect();
    expect![[r#"
        <node id="a0">
        <node id="a1">
        <node id="i0">
        <edge id="e0" source="a0" target="i0">
        <edge id="e1" source="a1" target="i0">"#]]
    .assert_eq(&edges.join("\n"));
}
