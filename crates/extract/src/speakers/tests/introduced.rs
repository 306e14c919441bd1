//! Names that a source introduces, or gives beside a description, and how many they are.

use super::*;

#[test]
fn several_who_are_named_at_once() {
    check(
        "[S:Two Swedish researchers, Eva Smith and Lena Brown,] [C:argued] [Q:so]. [S1:They] [C1:wrote] [Q1:more].",
        expect![[r#"
            Two Swedish researchers, Eva Smith and Lena Brown, → Eva Smith + Lena Brown
            They → Eva Smith + Lena Brown
        "#]],
    );
}

#[test]
fn names_that_somebody_gives() {
    check(
        "[Q:“He is clean,”] [C:shouted] [S:one of them, a trader who gave her name only as Mama Atieno].
         [S1:A man who identified himself as Ahmed Khan] [C1:said] [Q1:no].",
        expect![[r#"
            one of them, a trader who gave her name only as Mama Atieno → Mama Atieno
            A man who identified himself as Ahmed Khan → Ahmed Khan
        "#]],
    );
}

#[test]
fn a_sponsor_of_a_bill_with_a_name() {
    check(
        "[S:Sponsor of the bill, Sen. Ovie Omo-Eboh (APC, Delta Central),] [C:lamented] [Q:that]. [S1:He] [C1:vowed] [Q1:more].",
        expect![[r#"
            Sponsor of the bill, Sen. Ovie Omo-Eboh (APC, Delta Central), → Ovie Omo-Eboh
            He → Ovie Omo-Eboh
        "#]],
    );
}

#[test]
fn a_bench_of_two_is_one() {
    check(
        "[S:A bench of Chief Justice Ann Roe and Justice Tom Doe] [C:asked] [Q:him to come]. [Q1:“No,”] [S1:the bench] [C1:remarked].
         [S2:The lieutenant governor’s office] [C2:termed] [Q2:it politics]. [S3:The councillor and Justice Doe] [C3:said] [Q3:so].",
        expect![[r#"
            A bench of Chief Justice Ann Roe and Justice Tom Doe → bench of Chief Justice Ann Roe and Justice Tom Doe
            the bench → bench of Chief Justice Ann Roe and Justice Tom Doe
            The lieutenant governor’s office → lieutenant governor’s office
            The councillor and Justice Doe → Tom Doe
        "#]],
    );
}

#[test]
fn others_after_what_a_name_is_said_to_be() {
    check(
        "[S:Craig Bryan, head of the National Center at the University of Utah, and other scientists] [C:said] [Q:so].
         [S1:Ann Roe, a lawyer, and her husband, Nils,] [C1:said] [Q1:no]. [S2:Ann Roe, mayor of the town,] [C2:said] [Q2:so].
         [S3:Bo Ek, chairman of the bank, and Ann Roe] [C3:said] [Q3:no].
         [S4:Liz Huff, a professor at Lund, and the lead author on the paper] [C4:said] [Q4:no]. [S5:Today’s consumers] [C5:want] [Q5:more].",
        expect![[r#"
            Craig Bryan, head of the National Center at the University of Utah, and other scientists → Craig Bryan + scientists
            Ann Roe, a lawyer, and her husband, Nils, → Ann Roe + Nils
            Ann Roe, mayor of the town, → Ann Roe
            Bo Ek, chairman of the bank, and Ann Roe → Bo Ek + Ann Roe
            Liz Huff, a professor at Lund, and the lead author on the paper → Liz Huff
            Today’s consumers → consumers
        "#]],
    );
}

#[test]
fn an_opposite_number_and_justices_are_named() {
    check(
        "[S1:SNP group leader Steve Cardow] [C1:said] [Q1:so]. [S:His Tory opposite number, Kate Mackie,] [C:called for] [Q:it].",
        expect![[r#"
            SNP group leader Steve Cardow → Steve Cardow
            His Tory opposite number, Kate Mackie, → Kate Mackie
        "#]],
    );
    check(
        "[S1:Justices Sanjay Kishan Rao and A S Oka] [C1:said] [Q1:so]. [S:Justice Rao] [C:said] [Q:no].",
        expect![[r#"
            Justices Sanjay Kishan Rao and A S Oka → Sanjay Kishan Rao + A S Oka
            Justice Rao → Sanjay Kishan Rao
        "#]],
    );
    check(
        "A bench of [S1:Justices Sanjay Kishan Rao and A S Oka] [C1:said] [Q1:so].
         [S:REBEL COMMANDER IVA MARKO][C::]
         [Q2:“No.”] [S2:Marko] [C2:said]. [S3:NASA] [C3:said] [Q3:so].",
        expect![[r#"
            REBEL COMMANDER IVA MARKO → Iva Marko
            Justices Sanjay Kishan Rao and A S Oka → Sanjay Kishan Rao + A S Oka
            Marko → Iva Marko
            NASA → NASA
        "#]],
    );
}

#[test]
fn their_association_is_whose_it_is() {
    check(
        "[S1:Hospital employers] [C1:rejected] [Q1:it]. [S:Their association] [C:warned] [Q:so].",
        expect![[r#"
            Hospital employers → Hospital employers
            Their association → Hospital employers’ association
        "#]],
    );
    check(
        "[S1:The authors] [C1:cautioned] [Q1:so]. [Q:Night workers], [S:they] [C:wrote], [Q:also smoke more].",
        expect![[r#"
            The authors → authors
            they → authors
        "#]],
    );
}

#[test]
fn a_green_a_bishop_and_whose_solicitor() {
    check(
        "[S1:German Green Anna Deparn] [C1:said] [Q1:so]. Jens Gieseler isn’t worried. Deparn is confident. [Q:“Yes,”] [S:both] [C:told] us.",
        expect![[r#"
            German Green Anna Deparn → Anna Deparn
            both → Jens Gieseler + Anna Deparn
        "#]],
    );
    check(
        "[S1:Rupert Hale] [C1:said] [Q1:so]. [S:The Bishop of Bath] [C:tweeted] [Q:it]. [S2:The bishop] [C2:said] [Q2:no].",
        expect![[r#"
            Rupert Hale → Rupert Hale
            The Bishop of Bath → Bishop of Bath
            The bishop → Bishop of Bath
        "#]],
    );
    check(
        "Ian Pearson came. Cross-examined by Mr Pearson’s barrister, Nina Grahame, she agreed. [S1:Sean Docherty] [C1:told] [Q1:so].
         [S:His solicitor] [C:said] [Q:no].",
        expect![[r#"
            Sean Docherty → Sean Docherty
            His solicitor → Sean Docherty’s solicitor
        "#]],
    );
}

#[test]
fn who_is_named_after_a_role_at_a_body() {
    check(
        "[S:The Registrar, Margaret Oduya,] [C:said] [Q:so]. [S1:She] [C1:declined] [Q1:more].
         [S2:A marine biologist at the Catholic University of the North, Camila Errázuriz,] [C2:said] [Q2:so].",
        expect![[r#"
            The Registrar, Margaret Oduya, → Margaret Oduya
            She → Margaret Oduya
            A marine biologist at the Catholic University of the North, Camila Errázuriz, → Camila Errázuriz
        "#]],
    );
}

#[test]
fn a_name_in_commas_ends_the_source() {
    for (marked, expected) in [
        (
            "[S:The lawmaker representing Cross River, Senator Ann Roe,] [C:said] [Q:no].",
            expect![[r#"
            The lawmaker representing Cross River, Senator Ann Roe, → Ann Roe
        "#]],
        ),
        (
            "[S:The Chairman, Committee on Works, Senator Tom Doe,] [C:said] [Q:no].",
            expect![[r#"
            The Chairman, Committee on Works, Senator Tom Doe, → Tom Doe
        "#]],
        ),
        (
            "[S:A resident of Lysk, one of the villages named on the floor, Mr. Tom Doe,] [C:said] [Q:no].",
            expect![[r#"
                A resident of Lysk, one of the villages named on the floor, Mr. Tom Doe, → Tom Doe
            "#]],
        ),
        (
            "[S:Its leader in the assembly, Farooq Sheikh,] [C:said] [Q:no].",
            expect![[r#"
            Its leader in the assembly, Farooq Sheikh, → Farooq Sheikh
        "#]],
        ),
        (
            "[S:Opposition MP Fatima Sheikh Ansari] [C:said] [Q:no].",
            expect![[r#"
            Opposition MP Fatima Sheikh Ansari → Fatima Sheikh Ansari
        "#]],
        ),
        (
            "[S:One former clerk, who would give only her first name, Anna,] [C:said] [Q:no].",
            expect![[r#"
            One former clerk, who would give only her first name, Anna, → Anna
        "#]],
        ),
        (
            "[S:The listed company behind the mine, Abyssal Metals,] [C:said] [Q:no].",
            expect![[r#"
            The listed company behind the mine, Abyssal Metals, → Abyssal Metals
        "#]],
        ),
        (
            "[S:A farmer who asked to be identified only as Baba Laraba] [C:said] [Q:no].",
            expect![[r#"
            A farmer who asked to be identified only as Baba Laraba → Baba Laraba
        "#]],
        ),
        // Not whom it is joined to, nor a place.
        (
            "[S:A teacher who has met Ann Roe, Tom Doe and Jane Poe,] [C:said] [Q:no].",
            expect![[r#"
            A teacher who has met Ann Roe, Tom Doe and Jane Poe, → teacher
        "#]],
        ),
        (
            "[S:A farmer from Lysk, Estrova,] [C:said] [Q:no].",
            expect![[r#"
            A farmer from Lysk, Estrova, → farmer from Lysk
        "#]],
        ),
    ] {
        check(marked, expected);
    }
}
