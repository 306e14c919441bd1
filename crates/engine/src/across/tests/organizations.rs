//! Organisations and states.

use expect_test::expect;

use super::check;

#[test]
fn one_name_with_and_without_its_trimmings() {
    check(
        "a: Kelso Mattress Co.; organization\nb: Kelso Mattress; organization\nc: the Kelso Mattress; organization",
        expect![[r#"
            Kelso Mattress = a b c
        "#]],
    );
    check(
        "a: Hale & Sons Inc; organization\nb: Hale and Sons; organization",
        expect![[r#"
        Hale & Sons Inc = a b
    "#]],
    );
    check(
        "a: Ruritan Labour Organisation; organization\nb: Ruritan Labor Organization; organization",
        expect![[r#"
        Ruritan Labour Organisation = a b
    "#]],
    );
}

#[test]
fn letters_and_what_they_stand_for() {
    check(
        "a: ECB; organization\nb: European Central Bank; organization",
        expect![[r#"
        ECB = a
        European Central Bank = b
        same 0.720: ECB (a) | European Central Bank (b): acronym
    "#]],
    );
    check(
        "a: E.C.B.; organization\nb: European Central Bank; organization; as ECB\nc: ECB; organization",
        expect![[r#"
            European Central Bank = a b c · also ECB
        "#]],
    );
    check(
        "a: ECB; organization\nb: European Central Bank; organization\nc: Estrovan Coal Board; organization",
        expect![[r#"
            ECB = a
            Estrovan Coal Board = c
            European Central Bank = b
            same 0.576: ECB (a) | Estrovan Coal Board (c): acronym several-fit
            same 0.576: ECB (a) | European Central Bank (b): acronym several-fit
        "#]],
    );
    check(
        "a: ECB; organization\nb: Bank of Europe; organization",
        expect![[r#"
        Bank of Europe = b
        ECB = a
    "#]],
    );
}

#[test]
fn authorities_of_a_country() {
    check(
        "a: Norwegian Foreign Ministry; organization
         b: Ministry of Foreign Affairs of Norway; organization
         c: Norway’s Ministry of Foreign Affairs; organization
         d: Swedish Foreign Ministry; organization
         e: Foreign Ministry; organization",
        expect![[r#"
            Foreign Ministry = e
            Ministry of Foreign Affairs of Norway = a b c
            Swedish Foreign Ministry = d
        "#]],
    );
    check(
        "a: Supreme Court of India; organization\nb: Indian Supreme Court; organization",
        expect![[r#"
        Supreme Court of India = a b
    "#]],
    );
    check(
        "a: Supreme Court; organization\nb: Supreme Court; organization",
        expect![[r#"
        Supreme Court = a
        Supreme Court = b
    "#]],
    );
    check(
        "a: Bank of England; organization\nb: Bank of Scotland; organization",
        expect![[r#"
        Bank of England = a
        Bank of Scotland = b
    "#]],
    );
}

#[test]
fn states() {
    check(
        "a: European Union; state\nb: EU; organization\nc: the E.U.",
        expect![[r#"
        European Union = a b c
    "#]],
    );
    check(
        "a: United States; state; Q30\nb: U.S.; state\nc: Moscow; state\nd: Russia; state",
        expect![[r#"
        Moscow = c
        Russia = d
        United States = a b · Q30
    "#]],
    );
}
