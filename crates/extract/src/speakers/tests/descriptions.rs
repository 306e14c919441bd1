//! Role phrases and other descriptions.

use super::*;

#[test]
fn role_by_apposition() {
    check(
        "Anna Kovacs, the finance minister, came. [S:The minister] [C:said] [Q:no].",
        expect![[r#"
        The minister → Anna Kovacs
    "#]],
    );
    check(
        "The finance minister, Anna Kovacs, came. [S:The finance minister] [C:said] [Q:no].",
        expect![[r#"
        The finance minister → Anna Kovacs
    "#]],
    );
    check(
        "Finance Minister Anna Kovacs came. [S:The minister] [C:said] [Q:no].",
        expect![[r#"
        The minister → Anna Kovacs
    "#]],
    );
    check(
        "Kovacs, who heads the central bank, came. [S:The head of the central bank] [C:said] [Q:no].",
        expect![[r#"
        The head of the central bank → Kovacs
    "#]],
    );
}

#[test]
fn a_division_in_brackets_stands_between_role_and_name() {
    check(
        "[S:Deputy Commissioner of Police (Traffic) Anjali Deolekar] [C:said] [Q:no]. [S1:Additional Collector (Revenue) R. K. Lind] [C1:said] [Q1:yes]. [S2:Deolekar] [C2:left].",
        expect![[r#"
            Deolekar → Anjali Deolekar
            Deputy Commissioner of Police (Traffic) Anjali Deolekar → Anjali Deolekar
            Additional Collector (Revenue) R. K. Lind → R. K. Lind
        "#]],
    );
    check(
        "Mayor Tom Brown (left) and Anna Roe came. [S:Roe] [C:said] [Q:no]. The Commissioner (Traffic) Act is old, [S1:Brown] [C1:said] [Q1:then].",
        expect![[r#"
            Roe → Anna Roe
            Brown → Tom Brown
        "#]],
    );
}

#[test]
fn who_is_called_by_a_people_is_whoever_was_named_last() {
    check(
        "Anna Roe beat Tom Brown. [Q:It is a lottery], [C:said] [S:the Serb]. [Q1:No], [C1:said] [S1:Scot Lind]. [Q2:No], [C2:said] [S2:M. Dane Waters].",
        expect![[r#"
            the Serb → Anna Roe
            Scot Lind → Scot Lind
            M. Dane Waters → M. Dane Waters
        "#]],
    );
    check(
        "Anna Roe won. [Q:It is a lottery], [C:said] [S:the Germans]. [Q1:No], [S1:the British] [C1:said]. [Q2:No], [S2:the German government] [C2:said].",
        expect![[r#"
            the Germans → Germans
            the British → British
            the German government → German government
        "#]],
    );
}

#[test]
fn role_that_differs_is_another() {
    check(
        "Finance Minister Anna Kovacs met Foreign Minister Tom Brown. [S:The foreign minister] [C:said] [Q:no]. [S1:The finance minister] [C1:said] [Q1:yes].",
        expect![[r#"
        The foreign minister → Tom Brown
        The finance minister → Anna Kovacs
    "#]],
    );
    check(
        "Vice President Joe Biden came. [S:The president] [C:said] [Q:no].",
        expect![[r#"
        The president → -
    "#]],
    );
    check(
        "Marc Morial, president of the National Urban League, met President Obama. [S:The president] [C:said] [Q:no].",
        expect![[r#"
        The president → Obama
    "#]],
    );
}

#[test]
fn two_ministers_in_one_sentence_leave_the_minister_open() {
    check(
        "Finance Minister Anna Kovacs met Foreign Minister Tom Brown. [S:The minister] [C:said] [Q:no].",
        expect![[r#"
        The minister → -
    "#]],
    );
}

#[test]
fn counterpart_and_state_adjectives() {
    check(
        "U.S. Secretary of State Mike Pompeo met Russian Foreign Minister Sergey Lavrov. [S:His Russian counterpart] [C:said] [Q:no].
         [S:The Russian foreign minister] [C:said] [Q:yes]. [S1:The top Russian diplomat] [C1:said] [Q1:so].
         [S:The foreign minister] [C:said] [Q:well].",
        expect![[r#"
            His Russian counterpart → Sergey Lavrov
            The Russian foreign minister → Sergey Lavrov
            The top Russian diplomat → Sergey Lavrov
            The foreign minister → Sergey Lavrov
        "#]],
    );
    check(
        "Mike Pompeo came. [S:His Chinese counterpart] [C:said] [Q:no].",
        expect![[r#"
        His Chinese counterpart → -
    "#]],
    );
}

#[test]
fn role_gender_agrees() {
    check(
        "Spokesman Peter Smith met spokeswoman Anna Kovacs. [S:The spokeswoman] [C:said] [Q:a]. [S1:The spokesman] [C1:said] [Q1:b].",
        expect![[r#"
        The spokeswoman → Anna Kovacs
        The spokesman → Peter Smith
    "#]],
    );
    check(
        "Spokesman Peter Smith came. [S:The spokeswoman] [C:said] [Q:no].",
        expect![[r#"
        The spokeswoman → spokeswoman
    "#]],
    );
}

#[test]
fn who_has_a_spokesman_is_a_body() {
    check_actors(
        "[S:A spokesman for Valley Coaches] [C:said] [Q:the company welcomed the vote]. [S1:It] [C1:intends] [Q1:to bid].
         [S2:Senate Republicans] [C2:said] [Q2:no].",
        expect![[r#"
            Valley Coaches · organization · - · spokesman for Valley Coaches | It
            Senate Republicans · group · - · Senate Republicans
        "#]],
    );
}

#[test]
fn indefinite_phrases_are_actors_of_their_own() {
    check_actors(
        "[S:A spokesman for the ministry] [C:said] [Q:a]. [S1:The spokesman] [C1:said] [Q1:b].
         [S:An official] [C:said] [Q:c]. [S1:An official] [C1:said] [Q1:d].
         [S:Two officials] [C:said] [Q:e]. [S1:Residents] [C1:said] [Q1:f]. [S2:An analyst at Citi] [C2:said] [Q2:g].",
        expect![[r#"
            ministry · organization · - · spokesman for the ministry | spokesman
            official · person · - · official
            official · person · - · official
            Two officials · group · - · officials
            Residents · group · - · Residents
            analyst at Citi · person · - · analyst at Citi
        "#]],
    );
}

#[test]
fn groups_and_things() {
    check_actors(
        "[S:Police] [C:said] [Q:a]. [S1:Police] [C1:said] [Q1:b]. [S2:Critics] [C2:say] [Q2:c].
         [S:A study by Yale] [C:found] [Q:d]. [S1:The study] [C1:says] [Q1:e].
         [S:Republicans] [C:said] [Q:f]. [S1:A majority of voters] [C1:said] [Q1:g].",
        expect![[r#"
            Police · group · - · Police | Police
            Critics · group · - · Critics
            Yale · - · - · study by Yale | study
            Republicans · group · - · Republicans
            majority of voters · group · - · majority of voters
        "#]],
    );
}

#[test]
fn the_company_the_court_the_bank() {
    check(
        "[S:Acme Corp.] [C:said] [Q:a]. [S1:The company] [C1:said] [Q1:b].",
        expect![[r#"
        Acme Corp. → Acme Corp.
        The company → Acme Corp.
    "#]],
    );
    check(
        "The Supreme Court ruled. [S:The court] [C:said] [Q:b].",
        expect![[r#"
        The court → Supreme Court
    "#]],
    );
    check(
        "[S:The European Central Bank] [C:said] [Q:a]. [S1:The bank] [C1:said] [Q1:b].",
        expect![[r#"
        The European Central Bank → European Central Bank
        The bank → European Central Bank
    "#]],
    );
    check(
        "Acme Corp. sued Globex Inc. on Monday. [S:The company] [C:said] [Q:b].",
        expect![[r#"
        The company → -
    "#]],
    );
}

#[test]
fn campaign_of_somebody() {
    check(
        "Donald Trump met Hillary Clinton. [S:The Trump campaign] [C:said] [Q:a]. [S1:Trump’s campaign] [C1:said] [Q1:b]. [S2:Clinton’s campaign] [C2:said] [Q2:c].",
        expect![[r#"
            The Trump campaign → Trump campaign
            Trump’s campaign → Trump campaign
            Clinton’s campaign → Clinton’s campaign
        "#]],
    );
}

#[test]
fn role_not_given_is_not_guessed() {
    check(
        "Donald Trump spoke in Ohio. Tom Brown left. [S:The New York businessman] [C:said] [Q:no].",
        expect![[r#"
        The New York businessman → -
    "#]],
    );
    check(
        "They spoke with Anna Kovacs. [S:The former secretary of state] [C:said] [Q:no].",
        expect![[r#"
        The former secretary of state → -
    "#]],
    );
}

#[test]
fn role_without_any_name_is_an_actor() {
    check(
        "The talks failed. [S:The president] [C:said] [Q:no]. [S1:He] [C1:said] [Q1:why].",
        expect![[r#"
        The president → president
        He → president
    "#]],
    );
}

#[test]
fn relatives_of_somebody() {
    check(
        "Peter Smith came. [S:His wife] [C:said] [Q:no]. [S1:Smith’s lawyer] [C1:said] [Q1:yes]. [S2:His lawyer] [C2:said] [Q2:so].",
        expect![[r#"
            His wife → Peter Smith’s wife
            Smith’s lawyer → Smith’s lawyer
            His lawyer → His lawyer
        "#]],
    );
}

#[test]
fn an_unheard_role_goes_on_with_whom_the_sentence_before_is_about() {
    check(
        "Anna Kovacs spoke after Tom Brown. [S:The Ohio businesswoman] [C:said] [Q:no].",
        expect![[r#"
        The Ohio businesswoman → Anna Kovacs
    "#]],
    );
    // A man is no businesswoman; who is known by one office is not meant by another; two may be meant; "an" is new.
    check(
        "Tom Brown came. [S:The Ohio businesswoman] [C:said] [Q:no].",
        expect![[r#"
        The Ohio businesswoman → Ohio businesswoman
    "#]],
    );
    check(
        "Foreign Minister Anna Kovacs came. [S:The finance minister] [C:said] [Q:no].",
        expect![[r#"
            The finance minister → -
        "#]],
    );
    check(
        "Anna Kovacs came. Lisa Brown left. [S:The Ohio businesswoman] [C:said] [Q:no].",
        expect![[r#"
        The Ohio businesswoman → -
    "#]],
    );
    check(
        "Anna Kovacs came. [S:An Ohio businesswoman] [C:said] [Q:no].",
        expect![[r#"
        An Ohio businesswoman → Ohio businesswoman
    "#]],
    );
}

#[test]
fn supporters_are_not_whom_they_support() {
    check(
        "Anna Kovacs left. [S:Several superdelegates supporting Kovacs] [C:declined] [Q:to comment]. [S1:The aides backing Kovacs] [C1:said] [Q1:so].",
        expect![[r#"
            Several superdelegates supporting Kovacs → superdelegates
            The aides backing Kovacs → aides
        "#]],
    );
}

#[test]
fn a_place_is_no_newspaper_and_another_no_wisconsin_republican() {
    check(
        "The fair in Louisiana was rained off. [Q:“It rains,”] [S:the newspaper] [C:admitted].
         [Q1:“Power to the people!”] [S1:the group] [C1:shouted].",
        expect![[r#"
            the newspaper → newspaper
            the group → group
        "#]],
    );
    check(
        "[S:House Speaker Paul Ryan] [C:says] [Q:allies are rattled by Republican Donald Trump’s comments]. [S1:The Wisconsin Republican] [C1:was critical of] [Q1:the plan].",
        expect![[r#"
            House Speaker Paul Ryan → Paul Ryan
            The Wisconsin Republican → Paul Ryan
        "#]],
    );
    check(
        "Senator Ann Roe came. [S:House Speaker Paul Ryan] [C:says] [Q:no]. [S1:The Ohio senator] [C1:was critical of] [Q1:the plan].",
        expect![[r#"
            House Speaker Paul Ryan → Paul Ryan
            The Ohio senator → Ann Roe
        "#]],
    );
    check(
        "[S:Republican Donald Trump] [C:says] [Q:allies are rattled]. [S1:The New York Republican] [C1:was critical of] [Q1:the plan].",
        expect![[r#"
            Republican Donald Trump → Donald Trump
            The New York Republican → Donald Trump
        "#]],
    );
}

#[test]
fn an_age_a_shadow_and_a_pontiff() {
    check(
        "[S:Sydney driver Kylie Brown] [C:said] [Q:a]. [S1:The 34-year-old] [C1:added] [Q1:b].
         [S:Shadow home secretary Yasmin Khan MP] [C:said] [Q:c]. [S1:The home secretary] [C1:said] [Q1:d].
         [S:Pope Francis] [C:said] [Q:e]. [S1:The pontiff] [C1:added] [Q1:f]. [S2:Rival Jones Ltd] [C2:said] [Q2:g].",
        expect![[r#"
            Sydney driver Kylie Brown → Kylie Brown
            The 34-year-old → Kylie Brown
            Shadow home secretary Yasmin Khan MP → Yasmin Khan
            The home secretary → -
            Pope Francis → Francis
            The pontiff → Francis
            Rival Jones Ltd → Jones Ltd
        "#]],
    );
}

#[test]
fn an_age_does_not_part_two_speakers() {
    check(
        "[S:Pedro Ruiz, 61, and Luis Diaz] [C:said] [Q:a]. [S1:Ruiz, 61, and his brother Tomas] [C1:said] [Q1:b]. [S2:Diaz, 30, a farmer,] [C2:said] [Q2:c].",
        expect![[r#"
            Pedro Ruiz, 61, and Luis Diaz → Pedro Ruiz + Luis Diaz
            Ruiz, 61, and his brother Tomas → Pedro Ruiz + Tomas
            Diaz, 30, a farmer, → Luis Diaz
        "#]],
    );
}

#[test]
fn whose_spokeswoman_it_is_may_stand_before() {
    check(
        "[S:Apple] [C:said] [Q:a]. [S1:An Apple spokeswoman] [C1:added] [Q1:b]. [S2:A Foreign Ministry spokesman] [C2:said] [Q2:c].
         Anna Kovacs left. [S:A Kovacs spokesman] [C:said] [Q:d]. [S1:A Kovacs campaign spokesman] [C1:said] [Q1:e]. [S2:A Russian spokesman] [C2:said] [Q2:f].",
        expect![[r#"
            Apple → Apple
            An Apple spokeswoman → Apple
            A Foreign Ministry spokesman → Foreign Ministry
            A Kovacs spokesman → Kovacs spokesman
            A Kovacs campaign spokesman → Kovacs campaign spokesman
            A Russian spokesman → Russian spokesman
        "#]],
    );
}

#[test]
fn who_is_in_waiting_has_a_name() {
    check(
        "[S:Pete Butterworth] [C:said] [Q:so]. [S1:His Republican successor-in-waiting, Sean Duffield,] [C1:said] [Q1:no].",
        expect![[r#"
            Pete Butterworth → Pete Butterworth
            His Republican successor-in-waiting, Sean Duffield, → Sean Duffield
        "#]],
    );
}

#[test]
fn the_official_is_who_was_called_one() {
    check(
        "[S1:A senior official in Stockholm] [C1:called] [Q1:it so]. [S2:Defence Minister Haugen Lie] [C2:said] [Q2:no].
         [S:The official] [C:said] [Q:so].",
        expect![[r#"
            A senior official in Stockholm → senior official in Stockholm
            Defence Minister Haugen Lie → Haugen Lie
            The official → senior official in Stockholm
        "#]],
    );
}

#[test]
fn a_role_goes_on_over_whose_it_is() {
    check_actors(
        "[S:Jo Lind, who chairs the Mill Traders’ Association,] [C:said] [Q:no].",
        expect![[r#"
            Jo Lind · person · chairs the Mill Traders’ Association · Jo Lind
        "#]],
    );
}

#[test]
fn the_chief_minister_is_not_any_minister() {
    check(
        "[S:Water resources minister Jo Lind] [C:said] [Q:no]. [S1:The chief minister] [C1:said] [Q1:yes].
         [S:The minister] [C:said] [Q:so].",
        expect![[r#"
            Water resources minister Jo Lind → Jo Lind
            The chief minister → -
            The minister → Jo Lind
        "#]],
    );
}

#[test]
fn a_group_that_was_told_of_by_more_words_is_one_group() {
    check(
        "The army fought the Sabi rebels. [S:The rebels] [C:welcomed] [Q:the proposal].
         The choice facing voters is plain. [S:They] [C:said] [Q:so].",
        expect![[r#"
            The rebels → Sabi rebels
            They → -
        "#]],
    );
}
