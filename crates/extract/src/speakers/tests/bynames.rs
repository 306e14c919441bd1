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

#[test]
fn the_member_for_a_place() {
    check(
        "Desai came. [S:Congress leader Adhir Mukherjee] [C:said] [Q:so]. [S1:The Baharampur MP] [C1:demanded] [Q1:an apology].
         [S2:Sir Roland Oak] [C2:said] [Q2:no]. [S3:The Islington North MP] [C3:said] [Q3:so]. [S4:A Labour MP] [C4:said] [Q4:no].",
        expect![[r#"
            Congress leader Adhir Mukherjee → Adhir Mukherjee
            The Baharampur MP → Adhir Mukherjee
            Sir Roland Oak → Roland Oak
            The Islington North MP → Roland Oak
            A Labour MP → Labour MP
        "#]],
    );
}

#[test]
fn a_counterpart_holds_the_same_office() {
    check(
        "[S:South Australian Premier Helen Marchetti] [C:said] [Q:so]. [Q1:“No,”] [S1:she] [C1:said].
         [S2:Her New South Wales counterpart, Doug Pritchard,] [C2:said] [Q2:no]. [S3:The Nationals leader] [C3:said] [Q3:so].
         [S4:The New South Wales premier] [C4:said] [Q4:no].",
        expect![[r#"
            South Australian Premier Helen Marchetti → Helen Marchetti
            she → Helen Marchetti
            Her New South Wales counterpart, Doug Pritchard, → Doug Pritchard
            The Nationals leader → Doug Pritchard
            The New South Wales premier → Doug Pritchard
        "#]],
    );
}

#[test]
fn a_state_a_former_trade_and_an_office_of_another() {
    check(
        "United’s [S:Andrew Nocelli] [C:said] [Q:so]. When pressed by Senator Maggie Hanson, [S1:he] [C1:said] [Q1:he would].
         [Q2:“I waited,”] [S2:the New Hampshire Democrat] [C2:shot back]. Democrat Richard Bloom came.",
        expect![[r#"
            Andrew Nocelli → Andrew Nocelli
            he → Andrew Nocelli
            the New Hampshire Democrat → Maggie Hanson
        "#]],
    );
    check(
        "[S:Mayor Janice Pyle] [C:said] [Q:so]. [S1:The former postmistress, 61,] [C1:said] [Q1:no].",
        expect![[r#"
            Mayor Janice Pyle → Janice Pyle
            The former postmistress, 61, → Janice Pyle
        "#]],
    );
    check(
        "Its director, [S:Adilur Khan], [C:said] [Q:so]. [S1:The prime minister] [C1:said] [Q1:no].",
        expect![[r#"
            Adilur Khan → Adilur Khan
            The prime minister → -
        "#]],
    );
    check(
        "Spokeswoman [S:Leela Joshi] [C:said] [Q:so]. [S1:The chief justice] [C1:asked] [Q1:why].",
        expect![[r#"
            Leela Joshi → Leela Joshi
            The chief justice → -
        "#]],
    );
    check(
        "[S:Coun. Leela Joshi] [C:said] [Q:so]. [S1:The councillor] [C1:asked] [Q1:why].",
        expect![[r#"
            Coun. Leela Joshi → Leela Joshi
            The councillor → Leela Joshi
        "#]],
    );
}

#[test]
fn a_party_s_politician_is_who_has_the_word() {
    check(
        "[S1:Finance Minister Musoko Phiri] [C1:said] [Q1:no].
         [S2:Opposition leader Brian Tembo] [C2:accused] [Q2:Phiri of it]. [Q:“Three years,”] [S:the Patriotic Front politician] [C:said].",
        expect![[r#"
            Finance Minister Musoko Phiri → Musoko Phiri
            Opposition leader Brian Tembo → Brian Tembo
            the Patriotic Front politician → Brian Tembo
        "#]],
    );
}

#[test]
fn a_minister_is_the_former_governor() {
    check(
        "[S1:Labour minister Simon Pam] [C1:thanked] [Q1:them]. [S:The former governor of Plateau State] [C:said] [Q:so]. [S2:The governor] [C2:said] [Q2:no].
         Senator Bernie Sand [C3:called] [Q3:for a wage], [S3:Sand] meant Hillary Clint. [S4:The former secretary of state] [C4:said] [Q4:so].",
        expect![[r#"
            Labour minister Simon Pam → Simon Pam
            The former governor of Plateau State → Simon Pam
            The governor → -
            Sand → Bernie Sand
            The former secretary of state → -
        "#]],
    );
}

#[test]
fn a_mother_of_two_is_a_woman_of_the_sentence_before() {
    for (marked, expected) in [
        (
            "Blessing Osagie watched from the gallery. [S:The mother of two] [C:said] [Q:no].",
            expect![[r#"
            The mother of two → mother of two
        "#]],
        ),
        (
            "Anna Lind watched from the gallery. [S:The mother of two] [C:said] [Q:no].",
            expect![[r#"
            The mother of two → Anna Lind
        "#]],
        ),
        (
            "Tom Doe watched from the gallery. [S:The mother of two] [C:said] [Q:no].",
            expect![[r#"
            The mother of two → mother of two
        "#]],
        ),
    ] {
        check(marked, expected);
    }
}
