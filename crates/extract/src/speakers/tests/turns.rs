//! Where a paragraph turns to somebody else: whom "he" or "she" and a role mean in it.

use super::*;

#[test]
fn a_new_name_in_a_new_paragraph() {
    // Whom the sentence before names for the first time, whatever is told of their family.
    check(
        "[S:Its president, Curt Vance,] [C:said] [Q:the stands were condemned]. [S1:He] [C1:told] the board [Q1:to take the cheque].
         That did not sit well with Bud Halloran, 84, for whose father the field is named. [Q2:Some things have no price], [S2:he] [C2:said].",
        expect![[r#"
            Its president, Curt Vance, → Curt Vance
            He → Curt Vance
            he → Bud Halloran
        "#]],
    );
    // Whose something the paragraph opens with.
    check(
        "[S:Alhaja Sidikat Oyelaran, who heads the association,] [C:condemned] [Q:the levy].
         Bukola Ajani's pepper soup is ladled out from a pot. Her customers are drivers from Kaduna. [Q1:They arrive], [S1:she] [C1:said], [Q1:at ten].",
        expect![[r#"
            Alhaja Sidikat Oyelaran, who heads the association, → Sidikat Oyelaran
            she → Bukola Ajani
        "#]],
    );
    // Who was "he" is not "she"; "him" is not who opens the sentence.
    check(
        "[S:Rui Falcão Tavares, the economy minister,] [C:made the case for] [Q:the change]. [Q1:Firms lost an hour], [S1:he] [C1:said].
         Isaura Pacheco, who has a hotel, could have hugged him. Last year a party of forty came. [Q2:“I refunded them all,”] [S2:she] [C2:said].",
        expect![[r#"
            Rui Falcão Tavares, the economy minister, → Rui Falcão Tavares
            he → Rui Falcão Tavares
            she → Isaura Pacheco
        "#]],
    );
    // A given name of women and men.
    check(
        "[S:Shernette Braithwaite, the league's commissioner,] [C:said] [Q:so]. [Q1:“We are not competing,”] [S1:she] [C1:said].
         Merle Toussaint, who has coached the Comets, is having none of it. [S2:She] [C2:called] [Q2:the rule a gimmick].",
        expect![[r#"
            Shernette Braithwaite, the league's commissioner, → Shernette Braithwaite
            she → Shernette Braithwaite
            She → Merle Toussaint
        "#]],
    );
}

#[test]
fn a_paragraph_goes_on_with_whom_it_opens() {
    check(
        "The fund sent its head of ownership, Patrik Lundevall.
         [S:Mr Wikmark, whose foundation holds shares,] [C:said] [Q:so]. [S1:He] [C1:said] [Q1:that they had waited].
         Lundevall, by contrast, spoke against it. [Q2:His fund would have kept it], [S2:he] [C2:said].",
        expect![[r#"
            Mr Wikmark, whose foundation holds shares, → Wikmark
            He → Wikmark
            he → Patrik Lundevall
        "#]],
    );
}

#[test]
fn it_was_she() {
    check(
        "[S:Its premier, Tomas Hradovsky,] [C:said] [Q:so]. [S1:The minister, Bence Olajos,] [C1:said] [Q1:no]. [S2:Tomas Hradovsky] [C2:said] [Q2:so].
         It was Olajos who held back. [S3:He] [C3:said] [Q3:no].",
        expect![[r#"
            Its premier, Tomas Hradovsky, → Tomas Hradovsky
            The minister, Bence Olajos, → Bence Olajos
            Tomas Hradovsky → Tomas Hradovsky
            He → Bence Olajos
        "#]],
    );
}

#[test]
fn a_trade_of_whom_the_paragraph_introduces() {
    check(
        "Ngaire Pohatu put collars on in the trial. [Q:“My boy's been playing since he was six,”] [S:the sharemilker] [C:said].
         Among those the festival hopes to please is Aada Nyström, 24, who won in Oulu. [Q1:“I dream in both,”] [S1:the singer] [C1:said].
         Mercy Chepkemoi, 17, put a case from the dormitory. [Q2:“I have read the chapter,”] [C2:said] [S2:the Form Three student].
         The objection came from Ray Piotrowski, who has won four titles with the Ellerby Gulls. [Q3:“Go watch track,”] [S3:the 61-year-old coach] [C3:said].",
        expect![[r#"
            the sharemilker → sharemilker
            the singer → Aada Nyström
            the Form Three student → Mercy Chepkemoi
            the 61-year-old coach → Ray Piotrowski
        "#]],
    );
    // An office is somebody's anyway.
    check(
        "Among them was Tom Lind, 24, who left. [S:The mayor] [C:said] [Q:so].",
        expect![[r#"
            The mayor → -
        "#]],
    );
}
