//! Relative pronouns.

use super::*;

#[test]
fn people_who() {
    check(
        "He met relatives of the flood’s victims, many of [S:whom] [C:say] [Q:no].",
        expect![[r#"
            whom → victims
        "#]],
    );
    check(
        "She wrote to young teachers [S:who] [C:think] [Q:so]. She met a number of growers [S1:who] [C1:fear] [Q1:rain].",
        expect![[r#"
            who → teachers
            who → number of growers
        "#]],
    );
    // Reporters, governors or both; and nobody is described by "people like these".
    check(
        "She praised reporters and governors [S:who] [C:see] [Q:a chance].",
        expect![[r#"
            who → -
        "#]],
    );
}

#[test]
fn both_who() {
    check(
        "It was an answer to both Democrats and Republicans, [S:who] [C:doubted] [Q:it].",
        expect![[r#"
            who → Democrats + Republicans
        "#]],
    );
    check(
        "It was an answer to Democrats and Republicans, [S:who] [C:doubted] [Q:it].",
        expect![[r#"
            who → -
        "#]],
    );
}

#[test]
fn things_which() {
    check(
        "They met members of the Estrovan government, [S:which] [C:denied] [Q:it].",
        expect![[r#"
            which → Estrovan government
        "#]],
    );
    check(
        "They met members of the Estrovan government, [S:who] [C:denied] [Q:it].",
        expect![[r#"
            who → members of the Estrovan government
        "#]],
    );
    // A field says nothing.
    check(
        "They crossed the wide field, [S:which] [C:says] [Q:little].",
        expect![[r#"
            which → -
        "#]],
    );
}

#[test]
fn who_after_an_apposition() {
    check(
        "Peter Smith, a graduate of Lund University [S:who] [C:argued] [Q:for it], left.",
        expect![[r#"
            who → Peter Smith
        "#]],
    );
    check(
        "They met a graduate of Lund University [S:who] [C:argued] [Q:for it].",
        expect![[r#"
            who → graduate of Lund University
        "#]],
    );
}

#[test]
fn who_after_a_place() {
    check(
        "Senator Peter Smith of Vermont, [S:who] [C:argued] [Q:for it], left. Anna Kovacs, an economics professor at the University of Lund at Ven [S1:who] [C1:argued] [Q1:for it], left.
         Smith - [S:who] [C:said] [Q:no] - left. They met a friend of Peter Smith from Vermont [S1:who] [C1:argued] [Q1:so].",
        expect![[r#"
            who → Peter Smith
            who → Anna Kovacs
            who → Peter Smith
            who → -
        "#]],
    );
    check(
        "They met a minister of Vermont, [S:who] [C:argued] [Q:so]. Anna Kovacs met a minister of Vermont, [S1:who] [C1:argued] [Q1:so].",
        expect![[r#"
            who → minister of Vermont
            who → minister of Vermont
        "#]],
    );
}

#[test]
fn who_follows_an_aide_and_which_an_association() {
    check(
        "President Bola Tinuba came. [S1:An aide to the president], [S:who] [C:asked] [Q:for peace], [C1:said] [Q1:so].",
        expect![[r#"
            who → aide to the president
            An aide to the president → aide to the president
        "#]],
    );
    check(
        "[S1:The manufacturers’ association], [S:which] [C:had warned] [Q:of it], [C1:welcomed] [Q1:the suspension].",
        expect![[r#"
            which → manufacturers’ association
            The manufacturers’ association → manufacturers’ association
        "#]],
    );
}

#[test]
fn who_is_of_a_department() {
    check(
        "The motion was put forward by Professor Alan Whitcombe of the History department, [S:who] [C:says] [Q:so].",
        expect![[r#"
            who → Alan Whitcombe
        "#]],
    );
}
