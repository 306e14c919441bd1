//! Who must not be joined: namesakes, father and son, people and firms.

use expect_test::expect;

use super::{appearances, check};
use crate::across::{Options, gather};

#[test]
fn two_governors_of_one_name() {
    check(
        "a: John Brown; person; role governor of Ohio
         b: John Brown; person; role governor of Ohio
         c: John Brown; person; role Texas governor
         d: John Brown; person",
        expect![[r#"
            John Brown = a b
            John Brown = c
            John Brown = d
            same 0.690: John Brown (a b) | John Brown (d): same-name shared-name
            same 0.690: John Brown (c) | John Brown (d): same-name shared-name
            apart 0.900: John Brown (a b) | John Brown (c): other-region same-name same-calling
        "#]],
    );
}

#[test]
fn one_stranger_among_many_makes_them_not_doubtful() {
    let mut lines: String = (0..60).map(|n| format!("d{n}: John Brown; person\n")).collect();
    lines.push_str(
        "a: John Brown; person; role governor of Ohio\nb: John Brown; person; role governor of Texas",
    );
    let across = gather(appearances(&lines), &Options::default());
    let mut articles: Vec<usize> = across.actors.iter().map(|actor| actor.articles.len()).collect();
    articles.sort_unstable();
    assert_eq!(articles, [1, 1, 60]);
}

#[test]
fn one_name_in_two_countries() {
    check(
        "a 2019-05-14: Anna Berg; person; role Norwegian justice minister
         b 2019-05-14: Anna Berg; person; role Swedish justice minister
         c 2019-05-14: Anna Berg; person; role justice minister",
        expect![[r#"
            Anna Berg = a
            Anna Berg = b
            Anna Berg = c
            same 0.762: Anna Berg (b) | Anna Berg (c): same-name same-office several-fit
            same 0.762: Anna Berg (a) | Anna Berg (c): same-name same-office several-fit
            apart 0.850: Anna Berg (a) | Anna Berg (b): other-country same-name same-calling
        "#]],
    );
    check(
        "a: Anna Berg; person; role American lawyer\nb: Anna Berg; person; role British barrister",
        expect![[r#"
        Anna Berg = a
        Anna Berg = b
        apart 0.600: Anna Berg (a) | Anna Berg (b): other-country same-name same-calling
    "#]],
    );
    // Offices of a union are held by people of any country.
    check(
        "a: Anna Berg; person; role Norwegian prime minister\nb: Anna Berg; person; role U.N. envoy",
        expect![[r#"
        Anna Berg = a b
    "#]],
    );
}

#[test]
fn father_and_son() {
    check(
        "a: Martin Hale Sr.; person\nb: Martin Hale Jr.; person",
        expect![[r#"
        Martin Hale Jr. = b
        Martin Hale Sr. = a
        apart 0.970: Martin Hale Jr. (b) | Martin Hale Sr. (a): other-generation same-name
    "#]],
    );
    check(
        "a: Martin Hale; person\na: Martin Hale Jr.; person\nb: Martin Hale Jr.; person",
        expect![[r#"
        Martin Hale = a
        Martin Hale Jr. = a b
        apart 0.960: Martin Hale (a) | Martin Hale Jr. (a b): other-generation both-in-one-article same-name
    "#]],
    );
    // Papers leave "Jr." out.
    check(
        "a: Martin Hale; person\nb: Martin Hale Jr.; person",
        expect![[r#"
        Martin Hale = a
        Martin Hale Jr. = b
        same 0.736: Martin Hale (a) | Martin Hale Jr. (b): same-name other-generation
    "#]],
    );
    check(
        "a: Martin Hale; person; role governor of Ohio\nb: Martin Hale Jr.; person; role governor of Ohio",
        expect![[r#"
            Martin Hale = a
            Martin Hale Jr. = b
            same 0.774: Martin Hale (a) | Martin Hale Jr. (b): same-name same-office other-generation
        "#]],
    );
    check(
        "a: George W. Hale; person\nb: George H. W. Hale; person\nc: George Hale; person",
        expect![[r#"
            George H. W. Hale = b
            George Hale = c
            George W. Hale = a
            same 0.613: George H. W. Hale (b) | George Hale (c): same-name shared-name
            same 0.613: George Hale (c) | George W. Hale (a): same-name shared-name
            apart 0.900: George H. W. Hale (b) | George W. Hale (a): other-middle same-name
        "#]],
    );
}

#[test]
fn other_people_of_one_name() {
    check(
        "a: Kim Larsen; person; as he\nb: Kim Larsen; person; as she",
        expect![[r#"
        Kim Larsen = a
        Kim Larsen = b
        apart 0.900: Kim Larsen (a) | Kim Larsen (b): other-gender same-name
    "#]],
    );
    check(
        "a: Ann Lee; person; role senator\nb: Ann Lee; person; role goalkeeper",
        expect![[r#"
        Ann Lee = a
        Ann Lee = b
        apart 0.600: Ann Lee (a) | Ann Lee (b): other-calling same-name
    "#]],
    );
    check(
        "a 1950-01-01: Ann Lee; person; role mayor of Torvik\nb 2019-01-01: Ann Lee; person; role mayor of Torvik",
        expect![[r#"
            Ann Lee = a
            Ann Lee = b
            apart 0.800: Ann Lee (a) | Ann Lee (b): other-time same-name same-office
        "#]],
    );
    check(
        "a: Ann Lee; person; Q11\nb: Ann Lee; person; Q12\nc: Ann Lee; person",
        expect![[r#"
            Ann Lee = a · Q11
            Ann Lee = b · Q12
            Ann Lee = c
            same 0.613: Ann Lee (a) | Ann Lee (c): same-name shared-name
            same 0.613: Ann Lee (b) | Ann Lee (c): same-name shared-name
            apart 1.000: Ann Lee (a) | Ann Lee (b): other-item same-name
        "#]],
    );
    check(
        "a: Ann Lee; person; Q11\nb: Anna Lee; person; Q12",
        expect![[r#"
        Ann Lee = a · Q11
        Anna Lee = b · Q12
    "#]],
    );
    // Both speak in one article.
    check(
        "a: Bob Hale; person; role lawyer\na: Robert Hale; person; role lawyer",
        expect![[r#"
        Bob Hale = a
        Robert Hale = a
    "#]],
    );
}

#[test]
fn a_name_that_the_gazetteer_knows_many_of() {
    check(
        "a: John Williams; person\nb: John Williams; person",
        expect![[r#"
            John Williams = a
            John Williams = b
            same 0.598: John Williams (a) | John Williams (b): same-name shared-name
        "#]],
    );
    check(
        "a: John Williams; person; role governor of Ohio\nb: John Williams; person; role governor of Ohio",
        expect![[r#"
        John Williams = a b
    "#]],
    );
}

#[test]
fn no_chain_joins_what_differs() {
    check(
        "a: Alexander Kim; person; role Korean foreign minister
         b: Alex Kim; person; role Korean foreign minister
         c: Alexandra Kim; person; role Korean foreign minister",
        expect![[r#"
            Alex Kim = b
            Alexander Kim = a
            Alexandra Kim = c
            same 0.694: Alex Kim (b) | Alexander Kim (a): short-name same-office several-fit
            same 0.694: Alex Kim (b) | Alexandra Kim (c): short-name same-office several-fit
        "#]],
    );
    check(
        "a: Ann Lee; person; role governor of Ohio; Q11
         b: Ann Lee; person; role governor of Ohio
         c: Ann Lee; person; role governor of Ohio; Q12",
        expect![[r#"
            Ann Lee = a · Q11
            Ann Lee = b
            Ann Lee = c · Q12
            same 0.774: Ann Lee (a) | Ann Lee (b): same-name same-office several-fit
            same 0.774: Ann Lee (b) | Ann Lee (c): same-name same-office several-fit
            apart 1.000: Ann Lee (a) | Ann Lee (c): other-item same-name
        "#]],
    );
}

#[test]
fn people_and_firms() {
    check(
        "a: Philip Morse; person\nb: Philip Morse; organization",
        expect![[r#"
        Philip Morse = a
        Philip Morse = b
        apart 0.900: Philip Morse (a) | Philip Morse (b): other-kind same-name
    "#]],
    );
    check(
        "a: Kelso Mattress\nb: Kelso Mattress; organization",
        expect![[r#"
        Kelso Mattress = a
        Kelso Mattress = b
        same 0.850: Kelso Mattress (a) | Kelso Mattress (b): same-name
    "#]],
    );
}

#[test]
fn descriptions_name_nobody() {
    check(
        "a: two doctors; group\nb: two doctors; group\nc: foreign minister; person; role foreign minister
         d: foreign minister; person; role foreign minister\ne: MODERATOR; person\nf: MODERATOR; person",
        expect![[r#"
            MODERATOR = e
            MODERATOR = f
            foreign minister = c
            foreign minister = d
            two doctors = a
            two doctors = b
        "#]],
    );
}
