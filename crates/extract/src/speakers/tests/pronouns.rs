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
