//! Pronouns, implied sources and the first person.

use super::*;

#[test]
fn he_and_she_by_gender() {
    check(
        "Anna Kovacs met Peter Smith in Vienna. [S:He] [C:said] [Q:a]. [S1:She] [C1:said] [Q1:b].",
        expect![[r#"
            He → Peter Smith
            She → Anna Kovacs
        "#]],
    );
}

#[test]
fn gender_by_title_role_and_pronoun() {
    check(
        "Mrs. Oduya met Mr. Tan. [S:She] [C:said] [Q:a]. [S1:He] [C1:said] [Q1:b].",
        expect![[r#"
        She → Oduya
        He → Tan
    "#]],
    );
    check(
        "Spokeswoman Xi Tan met chairman Lu Wo. [S:She] [C:said] [Q:a]. [S1:He] [C1:said] [Q1:b].",
        expect![[r#"
        She → Xi Tan
        He → Lu Wo
    "#]],
    );
    check(
        "Justice Oduya closed her court. Justice Tan closed his. [S:She] [C:said] [Q:a].",
        expect![[r#"
        She → Oduya
    "#]],
    );
}

#[test]
fn speaker_goes_on() {
    check(
        "“[Q:We won],” [S:Peter Smith] [C:said].
         [S:He] [C:added] [Q:that Tom Brown had lost].
         [S:He] [C:said] [Q:so twice].",
        expect![[r#"
            Peter Smith → Peter Smith
            He → Peter Smith
            He → Peter Smith
        "#]],
    );
}

#[test]
fn two_men_alike_leave_it_open() {
    check(
        "Between Peter Smith and Tom Brown there was no love. [S:He] [C:said] [Q:so].",
        expect![[r#"
        He → -
    "#]],
    );
}

#[test]
fn he_is_no_woman_company_or_group() {
    check(
        "Anna Kovacs spoke. [S:He] [C:said] [Q:no].",
        expect![[r#"
        He → -
    "#]],
    );
    check(
        "The bank closed. Acme Corp. sued. [S:He] [C:said] [Q:no].",
        expect![[r#"
        He → -
    "#]],
    );
    check(
        "[S:Residents] [C:complained] [Q:about noise]. [S1:She] [C1:said] [Q1:no].",
        expect![[r#"
        Residents → Residents
        She → -
    "#]],
    );
    check(
        "[S:The Kremlin] [C:denied] [Q:it]. [S1:He] [C1:said] [Q1:no].",
        expect![[r#"
        The Kremlin → Kremlin
        He → -
    "#]],
    );
}

#[test]
fn it_is_not_who_asked() {
    check(
        "[S:The Ashby Chronicle] [C:asked] [Q:the ministry for comment]. [S1:It] [C1:said] [Q1:no].",
        expect![[r#"
            The Ashby Chronicle → Ashby Chronicle
            It → -
        "#]],
    );
    check(
        "Pakistan sent aid. [S:The party's old ally] [C:was critical of] [Q:the minister], whose cabinet [S1:it] [C1:said] [Q1:slept].",
        expect![[r#"
            The party's old ally → party's old ally
            it → -
        "#]],
    );
}

#[test]
fn it_is_an_organisation() {
    check(
        "[S:The European Central Bank] [C:said] [Q:rates stay]. [S1:It] [C1:expects] [Q1:growth].",
        expect![[r#"
        The European Central Bank → European Central Bank
        It → European Central Bank
    "#]],
    );
    check(
        "Anna Kovacs spoke. [S:It] [C:said] [Q:no].",
        expect![[r#"
        It → -
    "#]],
    );
}

#[test]
fn they_after_several() {
    check(
        "[S:Mike Pompeo and Sergey Lavrov] [C:agreed] [Q:to talk]. [S1:They] [C1:said] [Q1:when].",
        expect![[r#"
        Mike Pompeo and Sergey Lavrov → Mike Pompeo + Sergey Lavrov
        They → Mike Pompeo + Sergey Lavrov
    "#]],
    );
    check(
        "[S:Residents] [C:complained] [Q:about noise]. [S1:They] [C1:want] [Q1:quiet].",
        expect![[r#"
        Residents → Residents
        They → Residents
    "#]],
    );
    check(
        "Anna Kovacs spoke. [S:They] [C:said] [Q:no].",
        expect![[r#"
        They → -
    "#]],
    );
}

#[test]
fn relative_pronouns() {
    check(
        "Anna Kovacs, [S:who] [C:said] [Q:no], left. The report, [S1:which] [C1:says] [Q1:yes], stays.",
        expect![[r#"
            who → Anna Kovacs
            which → report
        "#]],
    );
    check(
        "They asked a teacher [S:who] [C:said] [Q:no].",
        expect![[r#"
        who → teacher
    "#]],
    );
    check(
        "They saw one [S:who] [C:said] [Q:no].",
        expect![[r#"
        who → -
    "#]],
    );
}

#[test]
fn first_person() {
    check(
        "“[Q1:[S2:I] [C2:think] [Q2:he lied]],” [C1:said] [S1:Anna Kovacs].",
        expect![[r#"
        Anna Kovacs → Anna Kovacs
        I → Anna Kovacs
    "#]],
    );
    check(
        "“[Q1:[S2:We] [C2:hope] [Q2:for peace]],” [S1:she] [C1:said]. Anna Kovacs left.",
        expect![[r#"
        she → -
        We → -
    "#]],
    );
    check(
        "[S:I] [C:think] [Q:this is wrong]. Anna Kovacs left.",
        expect![[r#"
        I → -
    "#]],
    );
}

#[test]
fn run_on_quotation() {
    check(
        "[Q1:“We won,”] [S1:Anna Kovacs] [C1:said]. [Q2:“It was hard.”]",
        expect![[r#"
        Anna Kovacs → Anna Kovacs
        - → Anna Kovacs
    "#]],
    );
    check(
        "[Q1:“We won,”] [S1:Anna Kovacs] [C1:said].\n[Q:“It was hard.”]",
        expect![[r#"
        Anna Kovacs → Anna Kovacs
        - → Anna Kovacs
    "#]],
    );
}

#[test]
fn quotation_after_others_came_up_is_open() {
    check(
        "[Q1:“We won,”] [S1:Anna Kovacs] [C1:said]. In the evening Peter Smith and Tom Brown came to the hall. [Q2:“It was hard.”]",
        expect![[r#"
            Anna Kovacs → Anna Kovacs
            - → -
        "#]],
    );
    check(
        "Anna Kovacs met Peter Smith.\n[Q:“It was hard.”]",
        expect![[r#"
        - → -
    "#]],
    );
    check(
        "[S:Anna Kovacs] [C:denied] [Q:that she knew].\n[Q:“It was hard.”]",
        expect![[r#"
        Anna Kovacs → Anna Kovacs
        - → -
    "#]],
    );
}

#[test]
fn two_speakers_in_the_paragraph_before_leave_it_open() {
    check(
        "[Q1:“Yes,”] [S1:Anna Kovacs] [C1:said]. [Q2:“No,”] [S2:Peter Smith] [C2:said].\n[Q:“It was hard.”]",
        expect![[r#"
            Anna Kovacs → Anna Kovacs
            Peter Smith → Peter Smith
            - → -
        "#]],
    );
}

#[test]
fn sentence_goes_on() {
    check(
        "[S1:Anna Kovacs] [C1:said] [Q1:no], [C2:adding] [Q2:that it was late].",
        expect![[r#"
        Anna Kovacs → Anna Kovacs
        - → Anna Kovacs
    "#]],
    );
    check(
        "Anna Kovacs left. It was [C:reported] [Q:that she resigned].",
        expect![[r#"
        - → -
    "#]],
    );
}

#[test]
fn possessive_pronoun() {
    check(
        "Peter Smith spoke. [S:His] [C:view] is [Q:that all is lost].",
        expect![[r#"
        His → Peter Smith
    "#]],
    );
}

#[test]
fn what_is_said_is_about_another() {
    check(
        "Peter Smith met Tom Brown. [S:He] [C:said] [Q:Brown was late].",
        expect![[r#"
        He → Peter Smith
    "#]],
    );
}

#[test]
fn you_and_everyone_are_nobody() {
    check(
        "Peter Smith spoke. [S:You] [C:know] [Q:why]. [S1:Everyone] [C1:says] [Q1:so]. [S2:Some] [C2:say] [Q2:no].",
        expect![[r#"
        You → -
        Everyone → -
        Some → -
    "#]],
    );
}

#[test]
fn a_phrase_said_of_the_pronoun_names_others() {
    check(
        "Peter Smith lost. Running against Tom Brown in May, [S:he] [C:said] [Q:no].",
        expect![[r#"
            he → Peter Smith
        "#]],
    );
    check(
        "Peter Smith lost. A friend of Tom Brown, [S:he] [C:said] [Q:no].",
        expect![[r#"
            he → Peter Smith
        "#]],
    );
    // Nor is he one of those he was with.
    check(
        "The mayor met Peter Smith. During a walk with Tom Brown, [S:he] [C:said] [Q:no].",
        expect![[r#"
            he → Peter Smith
        "#]],
    );
}

#[test]
fn whose_subject_opens_the_paragraph() {
    check(
        "[S1:Tom Brown] [C1:recalled] [Q1:that Peter Smith talked].
         Smith’s early years at sea came up, too. In Lund, [S:he] [C:told] a crowd [Q:so].",
        expect![[r#"
            Tom Brown → Tom Brown
            he → Peter Smith
        "#]],
    );
    // His lawyer is the one who is spoken of.
    check(
        "Peter Smith’s lawyer came. [S:He] [C:said] [Q:so].",
        expect![[r#"
            He → -
        "#]],
    );
}

#[test]
fn what_a_sentence_opens_with_is_what_it_is_about() {
    check(
        "Peter Smith and Tom Brown signed. For Mr. Smith, it was proof of [S:his] [C:view] [Q:that all is well].",
        expect![[r#"
            his → Peter Smith
        "#]],
    );
    check(
        "Tom Brown signed. But Anna Kovacs will meet the anger Peter Smith has. [S:He] [C:noted] [Q:that].",
        expect![[r#"
            He → Peter Smith
        "#]],
    );
}

#[test]
fn who_spoke_goes_on_after_quotations_only() {
    check(
        "[Q1:“They know little,”] [C1:said] [S1:Peter Smith], head of the union. “We need more.”
         [Q:People like Tom Brown], [S:he] [C:said].",
        expect![[r#"
            Peter Smith → Peter Smith
            he → Peter Smith
        "#]],
    );
    check(
        "[Q1:“They know little,”] [C1:said] [S1:Peter Smith]. Tom Brown left the hall in the rain.
         [Q:“Too late,”] [S:he] [C:said].",
        expect![[r#"
            Peter Smith → Peter Smith
            he → -
        "#]],
    );
}

#[test]
fn a_noun_of_one_gender_tells_more_than_a_given_name() {
    check(
        "The widow Terry Brown came with Tom Smith. [S:She] [C:said] [Q:no]. [S1:He] [C1:said] [Q1:yes].",
        expect![[r#"
            She → Terry Brown
            He → Tom Smith
        "#]],
    );
}

#[test]
fn the_owner_of_what_is_spoken_of() {
    check(
        "President Peter Smith came. [S1:Tom Brown] [C1:recalled] [Q1:that Mr. Smith talked].
         The president’s early years came up, too. In Lund, [S:he] [C:told] a crowd [Q:so].",
        expect![[r#"
            Tom Brown → Tom Brown
            he → Peter Smith
        "#]],
    );
}

#[test]
fn the_only_woman_here() {
    check(
        "[S1:Gary Keane] [C1:said] [Q1:so]. Athletic manager Sue Pritchard, the only woman in charge of a side, was delighted. [Q:“No,”] [S:she] [C:told] a radio.
         Asked whether her team could stay up, [S2:the former England captain] [C2:laughed]: [Q2:“Ask me.”]",
        expect![[r#"
            Gary Keane → Gary Keane
            she → Sue Pritchard
            the former England captain → Sue Pritchard
        "#]],
    );
}

#[test]
fn a_name_in_full_with_his_is_a_person() {
    check(
        "[Q1:“So,”] [S1:Freddie Hernandez] [C1:said].
         Giants closer Camilo Doval-Ruiz (3-6) blew his seventh save. [Q:“No excuses,”] [S:he] [C:said].",
        expect![[r#"
            Freddie Hernandez → Freddie Hernandez
            he → Camilo Doval-Ruiz
        "#]],
    );
}

#[test]
fn a_name_after_its_country() {
    check(
        "[S2:French Prime Minister Gabriel Attall] [C2:promised] [Q2:it]. Its leader, [S3:Arnaud Petit], [C3:said] [Q3:so].
         Hungary's Viktor Orbin, at odds with his 26 counterparts over aid, paid a visit. [Q:“So,”] [S:he] [C:said].
         Ireland's Leo Varadker sounded a note. [Q1:“No,”] [S1:the taoiseach] [C1:said].",
        expect![[r#"
            French Prime Minister Gabriel Attall → Gabriel Attall
            Arnaud Petit → Arnaud Petit
            he → Viktor Orbin
            the taoiseach → Leo Varadker
        "#]],
    );
    check(
        "Anna Brown came. [Q1:It is right], [S1:Carly Fiorina] [C1:said].
         Donald Trump is on solid ground. [S:The former CEO of Packard] [C:added] [Q:so].",
        expect![[r#"
            Carly Fiorina → Carly Fiorina
            The former CEO of Packard → -
        "#]],
    );
}

#[test]
fn a_study_is_not_she() {
    check(
        "A survey by The Atlanta Journal found that a third approve of his work. Marty Roe, seated nearby, nodded. [Q:“So,”] [S:she] [C:said].",
        expect![[r#"
            she → -
        "#]],
    );
}

#[test]
fn a_driver_who_wiped_his_eyes() {
    check(
        "Its director, [S1:Elaine Pearsall], [C1:said] [Q1:so]. [S2:Washington] [C2:said] [Q2:no].
         Outside, Somchai Boonmee, 67, a taxi driver who voted for Forward, wiped his eyes. [Q:“They did it to Thaksin,”] [S:he] [C:said].",
        expect![[r#"
            Elaine Pearsall → Elaine Pearsall
            Washington → Washington
            he → Somchai Boonmee
        "#]],
    );
}

#[test]
fn names_in_full_that_no_list_knows() {
    check(
        "[S1:Jory Pascoe] [C1:said] [Q1:so]. He left.
         The march was led by Eru Kapa-Kingsley. [Q:“We are here,”] [S:he] [C:told] the crowd.
         [S2:Jory Pascoe] [C2:said] [Q2:so]. Pascoe liked Halden Moss’s wine. [Q3:“We are here,”] [S3:he] [C3:said].",
        expect![[r#"
            Jory Pascoe → Jory Pascoe
            he → -
            Jory Pascoe → Jory Pascoe
            he → Jory Pascoe
        "#]],
    );
    check(
        "[S:Martha’s mother, the journalist Merope Millsom,] [C:said] [Q:so]. [S1:The watchdog, IPOA,] [C1:said] [Q1:no].",
        expect![[r#"
            Martha’s mother, the journalist Merope Millsom, → Merope Millsom
            The watchdog, IPOA, → IPOA
        "#]],
    );
}

#[test]
fn who_is_spoken_of_last_is_not_who_speaks() {
    check(
        "[S1:West Indies captain Kraigg Braithwaite], in tears, [C1:dedicated] [Q1:the win to former England batsman Geoffrey Hill], [S2:who] had [C2:called] [Q2:his team hopeless]. [Q:“I ask him,”] [S:he] [C:said].
         Great Brian Larra, commentating, hugged Ann Smith. [Q3:“Young,”] [S3:he] [C3:roared].",
        expect![[r#"
            West Indies captain Kraigg Braithwaite → Kraigg Braithwaite
            who → Geoffrey Hill
            he → Kraigg Braithwaite
            he → Brian Larra
        "#]],
    );
}

#[test]
fn a_surname_of_two_is_told_by_its_pronoun() {
    check(
        "Bill Clinton and Hillary Clinton came. [S:Clinton] [C:said] [Q:she was tired]. [S1:Clinton] [C1:said] [Q1:so].
         [S2:Clinton] [C2:isn’t just hoping] [Q2:to win]. She left. [S3:Clinton] [C3:told] Tom Brown [Q3:that he was late].",
        expect![[r#"
            Clinton → Hillary Clinton
            Clinton → Hillary Clinton
            Clinton → Hillary Clinton
            Clinton → Hillary Clinton
        "#]],
    );
}

#[test]
fn who_opens_the_sentence_or_is_introduced_in_the_one_before() {
    check(
        "[S1:Michael Gerard, who teaches law,] [C1:said] [Q1:so]. Pat Parento, a professor, disagreed: [S:he] [C:said] [Q:no].",
        expect![[r#"
            Michael Gerard, who teaches law, → Michael Gerard
            he → Pat Parento
        "#]],
    );
    check(
        "[Q1:“We will appeal,”] spokesman [S1:Isaac Kibet] [C1:said] in a statement.
         The petition was brought by Ekuru Aukot, an opposition politician. [S:He] [C:called] [Q:it a win]. [S2:The lawyer] [C2:argued] [Q2:so].",
        expect![[r#"
            Isaac Kibet → Isaac Kibet
            He → Ekuru Aukot
            The lawyer → Ekuru Aukot
        "#]],
    );
    check(
        "[S1:Chairman Geo. Whitcombe] [C1:explained] [Q1:it]. [S:Mr. Whitcombe] [C:said] [Q:so].",
        expect![[r#"
            Chairman Geo. Whitcombe → Geo. Whitcombe
            Mr. Whitcombe → Geo. Whitcombe
        "#]],
    );
}
