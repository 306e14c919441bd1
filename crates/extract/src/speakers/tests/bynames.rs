//! Bynames: whoever has the word is called by where they are from, how old they are, what office they have.

use super::*;

#[test]
fn the_father_of_two() {
    check(
        "[S1:Craig Jones, 39,] [C1:said] [Q1:so]. [S2:He] [C2:told] [Q2:more].
         [S:The father-of-two, from Otley,] [C:said] [Q:no]. [S3:A mother-of-six] [C3:said] [Q3:so].",
        expect![[r#"
            Craig Jones, 39, → Craig Jones
            He → Craig Jones
            The father-of-two, from Otley, → Craig Jones
            A mother-of-six → mother-of-six
        "#]],
    );
}

#[test]
fn the_texan_goes_on() {
    check(
        "[S:Sen. Ted Cruise of Texas] [C:said] [Q:so]. [S1:The Texan] [C1:added] [Q1:more]. [S2:The President] [C2:said] [Q2:no].",
        expect![[r#"
            Sen. Ted Cruise of Texas → Ted Cruise
            The Texan → Ted Cruise
            The President → -
        "#]],
    );
    check(
        "[S:Peter Rawling] [C:said] [Q:so]. [S1:The Briton, a former engineer,] [C1:added] [Q1:more]. [S2:The Italian] [C2:said] [Q2:no].
         [S3:The British] [C3:said] [Q3:no].",
        expect![[r#"
            Peter Rawling → Peter Rawling
            The Briton, a former engineer, → Peter Rawling
            The Italian → Peter Rawling
            The British → British
        "#]],
    );
    check(
        "[S:The committee] [C:said] [Q:so]. [S1:The Texan] [C1:added] [Q1:more].",
        expect![[r#"
        The committee → committee
        The Texan → Texan
    "#]],
    );
}

#[test]
fn a_leader_of_a_party_goes_on() {
    check(
        "Chief Minister Omar Abdulla [C1:averred] [Q1:that it was so]. [Q:“It was unfair,”] [S:the National Conference leader] [C:said].",
        expect![[r#"
            - → Omar Abdulla
            the National Conference leader → Omar Abdulla
        "#]],
    );
    check(
        "External Affairs Minister S. Jayaram spoke. [S3:BJP spokesperson Sambit Rao] hit back, [C3:saying] [Q3:that].
         Meanwhile, [S1:Chief Minister Omar Abdulla] [C1:averred] [Q1:that Kashmir did not]. [Q:“It was unfair,”] [S:the National Conference leader] [C:said].",
        expect![[r#"
            BJP spokesperson Sambit Rao → Sambit Rao
            Chief Minister Omar Abdulla → Omar Abdulla
            the National Conference leader → Omar Abdulla
        "#]],
    );
}

#[test]
fn a_title_with_an_age() {
    check(
        "The Archbishop of Lund, the Most Rev Dr Alan Smith, came. [S1:Sir Roger Hale, the Conservative MP for Lund,] [C1:told] The Post: [Q1:“No”].
         [S2:The Muslim Council] [C2:concurred].
         Speaking to this newspaper yesterday, the archbishop, 66, struck a defiant tone. [Q:“Yes,”] [S:he] [C:said].",
        expect![[r#"
            The Muslim Council → Muslim Council
            Sir Roger Hale, the Conservative MP for Lund, → Roger Hale
            he → Alan Smith
        "#]],
    );
}

#[test]
fn an_attorney_is_a_lawyer() {
    check(
        "[S2:Bill Donohoe of the League] [C2:said] [Q2:no].
         [S:A lawyer for the victim’s family, Art Remmel,] [C:said] [Q:so]. [Q1:“No,”] [S1:the attorney] [C1:said].",
        expect![[r#"
            Bill Donohoe of the League → Bill Donohoe
            A lawyer for the victim’s family, Art Remmel, → Art Remmel
            the attorney → Art Remmel
        "#]],
    );
}

#[test]
fn who_leads_the_opposition_is_not_the_prime_minister() {
    check(
        "[S:Opposition leader John Smith] [C:said] [Q:so].
         [S1:The Prime Minister, who was in Darwin,] [C1:said] [Q1:no]. [S2:His foreign minister, Penny Wang,] [C2:said] [Q2:so].",
        expect![[r#"
            Opposition leader John Smith → John Smith
            The Prime Minister, who was in Darwin, → -
            His foreign minister, Penny Wang, → Penny Wang
        "#]],
    );
}
