//! Pairs: "both ministers", "the two leaders", "the foreign ministers of two states".

use super::*;

#[test]
fn both_of_two() {
    check(
        "[S:Mike Pompeo and Sergey Lavrov] [C:met to] [Q:talk]. [S1:Both ministers] [C1:said] [Q1:so]. [S2:The two leaders] [C2:agreed] [Q2:on it].",
        expect![[r#"
        Mike Pompeo and Sergey Lavrov → Mike Pompeo + Sergey Lavrov
        Both ministers → Mike Pompeo + Sergey Lavrov
        The two leaders → Mike Pompeo + Sergey Lavrov
    "#]],
    );
    check(
        "Finance Minister Anna Kovacs met Foreign Minister Tom Brown. [S:Both ministers] [C:said] [Q:no].",
        expect![[r#"
        Both ministers → Anna Kovacs + Tom Brown
    "#]],
    );
    check(
        "US Secretary of State Mike Pompeo met Russian Foreign Minister Sergey Lavrov. [S:The foreign ministers] [C:said] [Q:no]. [S1:The diplomats] [C1:agreed] [Q1:on it].",
        expect![[r#"
            The foreign ministers → Mike Pompeo + Sergey Lavrov
            The diplomats → Mike Pompeo + Sergey Lavrov
        "#]],
    );
    check(
        "Senator Ann Roe met Senator Tom Doe. [S:The pair] [C:said] [Q:no]. [S1:The senators] [C1:agreed] [Q1:on it].",
        expect![[r#"
            The pair → Ann Roe + Tom Doe
            The senators → Ann Roe + Tom Doe
        "#]],
    );
    // Of three, of two whom no sentence has together, of another office, of those of whom there are many.
    check(
        "Senator Ann Roe met Senator Tom Doe. Senator Lee Poe was away. [S:The senators] [C:said] [Q:no].",
        expect![[r#"
            The senators → senators
        "#]],
    );
    check(
        "Finance Minister Anna Kovacs was away. Foreign Minister Tom Brown came. [S:The ministers] [C:said] [Q:no].",
        expect![[r#"
            The ministers → ministers
        "#]],
    );
    check(
        "Finance Minister Anna Kovacs met Foreign Minister Tom Brown. [S:The foreign ministers] [C:said] [Q:no].",
        expect![[r#"
            The foreign ministers → foreign ministers
        "#]],
    );
    // A paragraph of names is no headline.
    check(
        "LYSK - Norwegian Foreign Minister Ann Roe met Estrovan Foreign Minister Tom Doe on Tuesday.\n\n[S:Both ministers] [C:said] [Q:no].",
        expect![[r#"
            Both ministers → Ann Roe + Tom Doe
        "#]],
    );
    check(
        "[S:The foreign ministers of Nordhaven and Estrova] [C:said] [Q:no]. [S1:The two ministers] [C1:said] [Q1:so].",
        expect![[r#"
            The foreign ministers of Nordhaven and Estrova → foreign ministers of Nordhaven and Estrova
            The two ministers → foreign ministers of Nordhaven and Estrova
        "#]],
    );
    check(
        "Anna Kovacs came. [S:Both ministers] [C:said] [Q:no].",
        expect![[r#"
        Both ministers → -
    "#]],
    );
}

#[test]
fn press_conference_of_two_ministers() {
    check(
        "U.S. Secretary of State Mike Pompeo and Russian Foreign Minister Sergey Lavrov met in Washington.
         [Q1:“We are clear,”] [S1:Mr. Pompeo] [C1:said]. [Q2:“Iran must stop.”] [S3:He] [C3:added] [Q3:that it will].
         [S1:Lavorv] [C1:was critical of] [Q1:the sanctions]. [S2:He] [C2:denied] [Q2:that Russia meddled].
         [S1:The foreign minister] [C1:said] [Q1:no]. [S2:His American counterpart] [C2:did not rule out] [Q2:talks]. [S3:The Kremlin] [C3:hoped] [Q3:so].",
        expect![[r#"
            Mr. Pompeo → Mike Pompeo
            - → Mike Pompeo
            He → Mike Pompeo
            Lavorv → Sergey Lavrov
            He → Sergey Lavrov
            The foreign minister → Sergey Lavrov
            His American counterpart → Mike Pompeo
            The Kremlin → Kremlin
        "#]],
    );
}

#[test]
fn both_are_the_only_two_who_were_just_named() {
    check(
        "Ann Reyes sat with Tom Lind, and [S:each] [C:said] [Q:no]. [S1:They both] [C1:left] [Q1:it].
         Each vote counts. [S:Each of the farmers] [C:said] [Q:no].",
        expect![[r#"
            each → Ann Reyes + Tom Lind
            They both → Ann Reyes + Tom Lind
            Each of the farmers → Each of the farmers
        "#]],
    );
    check(
        "Ann Reyes sat with Tom Lind, and [S:both] [C:said] [Q:no].",
        expect![[r#"
        both → Ann Reyes + Tom Lind
    "#]],
    );
    check(
        "Ann Reyes met Tom Lind in Oslo. [S:Both] [C:said] [Q:no].",
        expect![[r#"
        Both → Ann Reyes + Tom Lind
    "#]],
    );
    check(
        "Ann Reyes met Tom Lind in Oslo, where Eva Holm lives. [S:Both] [C:said] [Q:no].",
        expect![[r#"
            Both → -
        "#]],
    );
    check(
        "Tom Lind’s office rang Ann Reyes. [S:Both] [C:said] [Q:no].",
        expect![[r#"
        Both → -
    "#]],
    );
}

#[test]
fn both_are_the_two_who_are_named_later() {
    check(
        "The foreign ministers of Nordhaven and Estrova met and [S:both] [C:said] [Q:no].
         Nordhaven’s foreign minister, Ingrid Halvorsen, met Estrovan Foreign Minister Oleh Marchenko.
         Prime Minister Anders Lund was away. [S:Both ministers] [C:praised] [Q:it].",
        expect![[r#"
            both → Ingrid Halvorsen + Oleh Marchenko
            Both ministers → Ingrid Halvorsen + Oleh Marchenko
        "#]],
    );
    check(
        "Nordhaven’s foreign minister, Ingrid Halvorsen, met Estrovan Foreign Minister Oleh Marchenko.
         [Q:“No,”] [S:Marchenko] [C:said].
         His Nordhaven counterpart shook her head. [Q:“Yes,”] [S:she] [C:said].",
        expect![[r#"
            Marchenko → Oleh Marchenko
            she → Ingrid Halvorsen
        "#]],
    );
}

#[test]
fn both_sides_are_those_the_lead_is_about() {
    check(
        "[S:Britain and the European Union] [C:traded] [Q:blows]. [S1:France] [C1:supports] [Q1:it].\nIt rained.\nIt rained.\n\
         [S2:Germany] [C2:said] [Q2:so]. It rained. [S3:Both sides] [C3:said] [Q3:no].",
        expect![[r#"
            Britain and the European Union → Britain + European Union
            France → France
            Germany → Germany
            Both sides → Britain + European Union
        "#]],
    );
}

#[test]
fn the_ministers_of_two_states_whom_only_the_states_tell() {
    for (marked, expected) in [
        (
            "[S:The foreign ministers of Ostravia and Belmark] [C:said] [Q:no]. [S1:The two ministers] [C1:said] [Q1:so].
             Ostravia’s Lena Maras came. Her counterpart, Idris Velhagen, left.",
            expect![[r#"
                The foreign ministers of Ostravia and Belmark → Lena Maras + Idris Velhagen
                The two ministers → Lena Maras + Idris Velhagen
            "#]],
        ),
        (
            "[S:The foreign ministers of Ostravia and Belmark] [C:said] [Q:no].
             Ostravia’s Lena Maras came. Belmark’s Ann Roe left. Her counterpart, Idris Velhagen, left.",
            expect![[r#"
                The foreign ministers of Ostravia and Belmark → Lena Maras + Ann Roe
            "#]],
        ),
        (
            "[S:The foreign ministers of Ostravia and Belmark] [C:said] [Q:no].
             Ostravia’s Lena Maras came. Ostravia’s Ann Roe left. Her counterpart, Idris Velhagen, left.",
            expect![[r#"
                The foreign ministers of Ostravia and Belmark → foreign ministers of Ostravia and Belmark
            "#]],
        ),
        (
            "[S:The residents of Lysk and Dalen] [C:said] [Q:no]. Ann Roe, a resident, came. Tom Doe, a resident, left.",
            expect![[r#"
                The residents of Lysk and Dalen → residents of Lysk and Dalen
            "#]],
        ),
        (
            "[S:The foreign ministers of Nordhaven and Estrova] [C:said] [Q:no].
             Nordhaven’s foreign minister, Ingrid Halvorsen, met Estrovan Foreign Minister Oleh Marchenko.",
            expect![[r#"
                The foreign ministers of Nordhaven and Estrova → Ingrid Halvorsen + Oleh Marchenko
            "#]],
        ),
    ] {
        check(marked, expected);
    }
}
