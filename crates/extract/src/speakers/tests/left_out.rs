//! Sources left out, where the cue has its subject in plain sight; and questions.

use super::*;

#[test]
fn verbs_joined_by_and() {
    check(
        "Anna Kovacs will take the stand and [C:accuse] the bank [Q:of theft].",
        expect![[r#"
        - → Anna Kovacs
    "#]],
    );
    check(
        "Anna Kovacs spoke. She came to Lund in 1993, after working in Oslo, and promptly [C:voted against] [Q:the law].",
        expect![[r#"
            - → Anna Kovacs
        "#]],
    );
    // The verb may be of the clause within.
    check(
        "Anna Kovacs heard that Tom Brown left and [C:denied] [Q:it].",
        expect![[r#"
        - → -
    "#]],
    );
    check(
        "Anna Kovacs left, and in Oslo Tom Brown suddenly [C:denied] [Q:a deal].",
        expect![[r#"
            - → -
        "#]],
    );
}

#[test]
fn verb_after_a_relative_clause_or_an_adverb() {
    check(
        "Norway, which has ships, long [C:blocked] [Q:the plan]. Anna Kovacs also [C1:hopes] [Q1:so].",
        expect![[r#"
            - → Norway
            - → Anna Kovacs
        "#]],
    );
}

#[test]
fn who_suffers_says_nothing() {
    check(
        "Anna Kovacs was [C:accused of] [Q:theft]. Anna Kovacs [C1:faced questions about] [Q1:it]. Anna Kovacs [C2:appears] [Q2:to be late].",
        expect![[r#"
            - → -
            - → -
            - → -
        "#]],
    );
    check(
        "“Anna Kovacs [C:hopes] [Q:so].”",
        expect![[r#"
        - → -
    "#]],
    );
}

#[test]
fn who_is_asked_does_not_ask() {
    check(
        "[C:Asked] [Q:if it was true], [S:Anna Kovacs] left. [S1:Anna Kovacs] [C1:asked] [Q1:if it was true].
         [Q:“Is it true?”] [C:asked] [S:Kovacs].",
        expect![[r#"
            Anna Kovacs → -
            Anna Kovacs → Anna Kovacs
            Kovacs → Anna Kovacs
        "#]],
    );
}

#[test]
fn whose_decision_it_was_does_not_offer() {
    check(
        "DALEN - Leaders met on Friday after [S1:Norway’s] [C1:decision] [Q1:to leave], [C2:offering] [Q2:broad new aid].",
        expect![[r#"
            Norway’s → Norway
            - → -
        "#]],
    );
    check(
        "Leaders met on Friday after [S1:Norway] [C1:decided] [Q1:to leave], [C2:adding] [Q2:that it was late].",
        expect![[r#"
            Norway → Norway
            - → Norway
        "#]],
    );
}

#[test]
fn who_takes_exception_observes() {
    check(
        "NEW DELHI: The Supreme Court on Friday took strong exception to the delay, [C:observing] [Q:that it was too long].
         On Friday the delay grew, [C1:suggesting] [Q1:that nobody cared].",
        expect![[r#"
            - → Supreme Court
            - → -
        "#]],
    );
}

#[test]
fn who_addresses_the_court_is_quoted_in_the_next_paragraph() {
    check(
        "Sal Moretti, 67, wept as he addressed the court.
         [Q:“I grew up on Mulberry Street.”]
         Vance met Anna Roe, who spoke to Moretti.
         [Q1:“I grew up, too.”]",
        expect![[r#"
            - → Sal Moretti
            - → -
        "#]],
    );
}
