//! People under all their names: what is joined, and what is only proposed.

use expect_test::expect;

use super::check;

#[test]
fn one_full_name_in_all_spellings() {
    check(
        "a 2019-05-14: Ingrid Halvorsen; person; role foreign minister; as Halvorsen, She
         b 2019-05-15: INGRID HALVORSEN; person
         c 2019-05-16: Foreign Minister Ingrid Halvorsen; person; role Norwegian foreign minister; as Ms. Halvorsen, she
         d 2019-05-16: Ingrid J. Halvorsen; person",
        expect![[r#"
            Ingrid Halvorsen = a b c d · also Halvorsen, Ingrid J. Halvorsen
        "#]],
    );
    check(
        "a: Kim Jong-un; person\nb: Kim Jong Un; person",
        expect![[r#"
        Kim Jong Un = a b
    "#]],
    );
    check(
        "a: Jean-Claude Børge; person\nb: Jean Claude Borge; person",
        expect![[r#"
        Jean Claude Borge = a b
    "#]],
    );
    check(
        "a: Supervisor Glenn Tate\nb: Glenn Tate; person; role supervisor",
        expect![[r#"
        Glenn Tate = a b
    "#]],
    );
}

#[test]
fn one_item_under_any_name() {
    check(
        "a 2019-05-14: Russian foreign minister; person; Q58217; known as Sergey Lavrov
         b 2019-05-15: Sergei Lavrov; person; role foreign minister; Q58217
         c: Sergey Lavrov; person
         d: Lavrov; person",
        expect![[r#"
            Lavrov = d
            Sergey Lavrov = c a b · Q58217 · also Sergei Lavrov
        "#]],
    );
}

#[test]
fn a_surname_alone_is_nobody() {
    check(
        "a: Halvorsen; person\nb: Halvorsen; person\nc: Ingrid Halvorsen; person",
        expect![[r#"
        Halvorsen = a
        Halvorsen = b
        Ingrid Halvorsen = c
    "#]],
    );
    check(
        "a: Ms. Halvorsen; person; role spokeswoman\nb: Ms. Halvorsen; person; role spokeswoman",
        expect![[r#"
            Halvorsen = a
            Halvorsen = b
        "#]],
    );
}

#[test]
fn a_surname_and_an_office_are_proposed() {
    check(
        "a 2019-05-14: Halvorsen; person; role Norwegian foreign minister
         b 2019-05-15: Ingrid Halvorsen; person; role Norwegian foreign minister",
        expect![[r#"
            Halvorsen = a
            Ingrid Halvorsen = b
            same 0.800: Halvorsen (a) | Ingrid Halvorsen (b): same-surname same-office
        "#]],
    );
    check(
        "a 2019-05-14: Halvorsen; person; role Norwegian foreign minister
         b 2019-05-15: Ingrid Halvorsen; person; role foreign minister",
        expect![[r#"
            Halvorsen = a
            Ingrid Halvorsen = b
            same 0.700: Halvorsen (a) | Ingrid Halvorsen (b): same-surname same-office
        "#]],
    );
    // Of two who fit, none fits well.
    check(
        "a 2019-05-14: Halvorsen; person; role foreign minister
         b 2019-05-15: Ingrid Halvorsen; person; role foreign minister
         c 2019-05-15: Astrid Halvorsen; person; role foreign minister",
        expect![[r#"
            Astrid Halvorsen = c
            Halvorsen = a
            Ingrid Halvorsen = b
            same 0.560: Astrid Halvorsen (c) | Halvorsen (a): same-surname same-office several-fit
            same 0.560: Halvorsen (a) | Ingrid Halvorsen (b): same-surname same-office several-fit
        "#]],
    );
    check(
        "a 1950-05-14: Halvorsen; person; role Norwegian foreign minister
         b 2019-05-15: Ingrid Halvorsen; person; role Norwegian foreign minister",
        expect![[r#"
            Halvorsen = a
            Ingrid Halvorsen = b
        "#]],
    );
}

#[test]
fn short_forms_need_an_office() {
    check(
        "a: Bob Hale; person\nb: Robert Hale; person",
        expect![[r#"
        Bob Hale = a
        Robert Hale = b
        same 0.780: Bob Hale (a) | Robert Hale (b): short-name
    "#]],
    );
    check(
        "a: Bob Hale; person; role governor of Ohio\nb: Robert Hale; person; role Ohio governor",
        expect![[r#"
            Robert Hale = a b · also Bob Hale
        "#]],
    );
    check(
        "a: Mike Hale; person; role governor of Ohio
         b: Michael Hale; person; role governor of Ohio
         c: Mikhail Hale; person; role governor of Ohio",
        expect![[r#"
            Michael Hale = b
            Mike Hale = a
            Mikhail Hale = c
            same 0.730: Michael Hale (b) | Mike Hale (a): short-name same-office several-fit
            same 0.730: Mike Hale (a) | Mikhail Hale (c): short-name same-office several-fit
        "#]],
    );
    check(
        "a: Alex Kim; person; role lawyer\nb: Alexander Kim; person; as he\nc: Alexandra Kim; person; as she",
        expect![[r#"
            Alex Kim = a
            Alexander Kim = b
            Alexandra Kim = c
            same 0.624: Alex Kim (a) | Alexander Kim (b): short-name several-fit
            same 0.624: Alex Kim (a) | Alexandra Kim (c): short-name several-fit
        "#]],
    );
}

#[test]
fn parts_and_orders_of_names() {
    check(
        "a: Mohammad Javad Rahimi; person\nb: Javad Rahimi; person",
        expect![[r#"
        Javad Rahimi = b
        Mohammad Javad Rahimi = a
        same 0.750: Javad Rahimi (b) | Mohammad Javad Rahimi (a): part-of-name
    "#]],
    );
    check(
        "a: Mohammad Javad Rahimi; person; role Iranian foreign minister
         b: Javad Rahimi; person; role Iranian foreign minister",
        expect![[r#"
            Mohammad Javad Rahimi = a b · also Javad Rahimi
        "#]],
    );
    check(
        "a: Viktor Varga; person; role Hungarian prime minister
         b: Varga Viktor; person; role Hungarian prime minister",
        expect![[r#"
            Varga Viktor = a b · also Viktor Varga
        "#]],
    );
    check(
        "a: M. Hale; person\nb: Martin Hale; person",
        expect![[r#"
        M. Hale = a
        Martin Hale = b
        same 0.600: M. Hale (a) | Martin Hale (b): initial
    "#]],
    );
    check(
        "a: Bashar al-Masri; person\nb: Bashar Masri; person",
        expect![[r#"
        Bashar Masri = b
        Bashar al-Masri = a
        same 0.850: Bashar Masri (b) | Bashar al-Masri (a): spelling
    "#]],
    );
}

#[test]
fn slips_of_the_pen_are_proposed() {
    check(
        "a: Ingrid Halvorsen; person; role foreign minister\nb: Ingrid Halvrosen; person; role foreign minister",
        expect![[r#"
            Ingrid Halvorsen = a
            Ingrid Halvrosen = b
            same 0.760: Ingrid Halvorsen (a) | Ingrid Halvrosen (b): misspelt same-office
        "#]],
    );
    check(
        "a: Ingrid Halvorsen; person\nb: Ingrid Halvrosen; person",
        expect![[r#"
        Ingrid Halvorsen = a
        Ingrid Halvrosen = b
    "#]],
    );
    check(
        "a: Ingrid Halvorsen; person; role foreign minister\nb: Halvrosen; person; role foreign minister",
        expect![[r#"
            Halvrosen = b
            Ingrid Halvorsen = a
            same 0.760: Halvrosen (b) | Ingrid Halvorsen (a): misspelt same-office
        "#]],
    );
}

#[test]
fn an_alias_is_evidence() {
    check(
        "a: Ingrid Solberg; person; as Ingrid Halvorsen, Solberg\nb: Ingrid Halvorsen; person\nc: Ingrid Solberg; person",
        expect![[r#"
            Ingrid Solberg = a b c · also Ingrid Halvorsen, Solberg
        "#]],
    );
    check(
        "a: Cass Morley; person; as Omar Rashid\nb: Omar Rashid; person",
        expect![[r#"
        Cass Morley = a · also Omar Rashid
        Omar Rashid = b
        same 0.700: Cass Morley (a) | Omar Rashid (b): alias
    "#]],
    );
}
