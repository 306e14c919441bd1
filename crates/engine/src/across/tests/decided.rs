//! What the user decided wins over everything.

use expect_test::expect;

use super::{appearances, check_decided};
use crate::across::{Decisions, Options, gather};

#[test]
fn the_same_by_name() {
    check_decided(
        "[[same]]\nnames = ['Bob Hale', 'Robert Hale']",
        "a: Bob Hale; person\nb: Robert Hale; person\nc: Robert Hale; person; role senator",
        expect![[r#"
            Robert Hale = a b c · also Bob Hale
        "#]],
    );
    // Even two items, two genders, a surname and a description.
    check_decided(
        "[[same]]\nnames = ['Ann Lee', 'Lee', 'the caller']\n[[same]]\nids = ['Q11', 'Q9']",
        "a: Ann Lee; person; Q11; as she\nb: Lee; person; as he\nc: Ann Lee; person; Q9\nd: caller; person",
        expect![[r#"
            Ann Lee = a b c d · Q9 · also Lee
        "#]],
    );
}

#[test]
fn different_by_name_and_id() {
    check_decided(
        "[[different]]\nnames = ['Martin Hale', 'Martin Hale Jr.']",
        "a: Martin Hale; person; role governor of Ohio\nb: Martin Hale Jr.; person; role governor of Ohio",
        expect![[r#"
            Martin Hale = a
            Martin Hale Jr. = b
        "#]],
    );
    check_decided(
        "[[different]]\nids = ['Q11']\nnames = ['Ann Lee-Hale']",
        "a: Ann Lee-Hale; person\nb: Ann Lee Hale; person; Q11",
        expect![[r#"
            Ann Lee Hale = b · Q11
            Ann Lee-Hale = a
        "#]],
    );
}

#[test]
fn ids_of_an_earlier_run_are_known() {
    let lines = "a: John Brown; person; role governor of Ohio\nb: John Brown; person; role governor of Texas\n\
                 c: Jack Brown; person";
    let before = gather(appearances(lines), &Options::default());
    let id = |doc: &str| {
        let of = |actor: &&crate::across::ActorAcross| actor.articles.iter().any(|origin| origin.doc == doc);
        before.actors.iter().find(of).unwrap().id.clone()
    };
    let text = format!("[[same]]\nids = ['{}', '{}']", id("b"), id("c"));
    let options = Options { decisions: Decisions::parse(&text).unwrap(), ..Options::default() };
    let after = gather(appearances(lines), &options);
    let docs: Vec<Vec<&str>> = after
        .actors
        .iter()
        .map(|actor| actor.articles.iter().map(|origin| origin.doc.as_str()).collect())
        .collect();
    assert_eq!(docs, [vec!["b", "c"], vec!["a"]]);
}

#[test]
fn contradictions_and_strangers_are_told() {
    check_decided(
        "[[same]]\nnames = ['Ann Lee', 'Bo Ek']\n[[different]]\nnames = ['Bo Ek', 'Ann Lee', 'Cy Dow']",
        "a: Ann Lee; person\nb: Bo Ek; person",
        expect![[r#"
            Ann Lee = a
            Bo Ek = b
            note: your decisions name Cy Dow, whom no article has
            note: “Bo Ek” and “Ann Lee” are both the same and different by your decisions; they are kept apart
        "#]],
    );
}
