//! Owners: whose doctor, wife or aides somebody is, and of which two the name tells.

use super::*;

#[test]
fn her_doctor_is_not_the_doctor_who_was_heard() {
    check(
        "[S1:Dr. Tom Brown] [C1:said] [Q1:so]. Mary Smith came. [S:Her doctor] [C:told] [Q:her to rest].",
        expect![[r#"
            Dr. Tom Brown → Tom Brown
            Her doctor → Mary Smith’s doctor
        "#]],
    );
}

#[test]
fn spouses_by_their_first_names() {
    check(
        "[S1:Anna Brown] [C1:said] [Q1:so]. Brown and her husband, Jochen, ran. [Q:“She went first,”] [S:he] [C:said].",
        expect![[r#"
            Anna Brown → Anna Brown
            he → Jochen
        "#]],
    );
    check(
        "[Q:“A man”], [C:said] [S:Anneliese Brandt, a 34-year-old teacher from Hanover, Germany].
         Brandt and her husband, Jochen, tied sheets together. [Q1:“She went first,”] [S1:he] [C1:recalled].",
        expect![[r#"
            Anneliese Brandt, a 34-year-old teacher from Hanover, Germany → Anneliese Brandt
            he → Jochen
        "#]],
    );
}

#[test]
fn couples_share_a_surname() {
    check(
        "Stan and Doris Albright were robbed. [S:Mr Albright, 86,] [C:said]: [Q:“So”]. [S1:His wife] [C1:said] [Q1:no]. [Q2:“Yes,”] [S2:the 84-year-old] [C2:said].",
        expect![[r#"
            Mr Albright, 86, → Stan Albright
            His wife → Doris Albright
            the 84-year-old → Doris Albright
        "#]],
    );
    check(
        "[S2:George and Jeb Bush] [C2:said] [Q2:so]. [S3:His wife] [C3:said] [Q3:no]. Donald and Ivana Trump came. [S:Donald Trump] [C:said] [Q:so]. [S1:Mrs. Trump] [C1:said] [Q1:so].",
        expect![[r#"
            George and Jeb Bush → George + Jeb Bush
            His wife → George’s wife
            Donald Trump → Donald Trump
            Mrs. Trump → Ivana Trump
        "#]],
    );
}

#[test]
fn a_boss_is_a_manager() {
    check(
        "[S1:Rovers boss Gary Keane] [C1:admitted] [Q1:it].
         Kofi Mensah did not score. Mensah, who is tall, was booed, but [S:his manager] [C:was sure] [Q:of it].",
        expect![[r#"
            Rovers boss Gary Keane → Gary Keane
            his manager → Gary Keane
        "#]],
    );
}

#[test]
fn whose_they_are_is_told_by_name() {
    check(
        "Barack Obama left. [S:Tom Bush and his rivals] [C:said] [Q:so]. [S1:His lawyer] [C1:said] [Q1:no].
         The Vermont senator’s campaign grew. [S2:His chief aide] [C2:said] [Q2:so].",
        expect![[r#"
            Tom Bush and his rivals → Tom Bush + Tom Bush’s rivals
            His lawyer → Tom Bush’s lawyer
            His chief aide → His chief aide
        "#]],
    );
}

#[test]
fn the_other_of_a_couple() {
    check(
        "[S:Jack and Sarah Hawker, whose daughter died,] [C:said] [Q:so]. [S1:Mr Hawker] [C1:said] [Q1:no]. [S2:His wife] [C2:added]: [Q2:“So.”]",
        expect![[r#"
            Jack and Sarah Hawker, whose daughter died, → Jack Hawker + Sarah Hawker
            Mr Hawker → Jack Hawker
            His wife → Sarah Hawker
        "#]],
    );
}

#[test]
fn my_father_is_he() {
    check(
        "As Tom Brown has shown, it is so. [S1:Brown] [C1:warns] [Q1:of it].
         My father cleaned offices for 30 years. [Q:“They see the floor,”] [S:he] [C:used to say].",
        expect![[r#"
            Brown → Tom Brown
            he → My father
        "#]],
    );
}

#[test]
fn whose_cardiologist_is_left_open() {
    check(
        "Former Mayor Sal Moretti came. [S:Prosecutor Kofi Mensah] [C:called] [Q:him a salesman]. The defense argued that the former mayor’s health was failing.
         [S1:His cardiologist] [C1:wrote] [Q1:so].",
        expect![[r#"
            Prosecutor Kofi Mensah → Kofi Mensah
            His cardiologist → His cardiologist
        "#]],
    );
}
