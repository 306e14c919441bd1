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

#[test]
fn which_body_the_company_is() {
    for (marked, expected) in [
        (
            "[S1:Kamdhenu Nutrition and Alpenkind] [C1:said] [Q1:no]. [S:The two companies] [C:said] [Q:so].",
            expect![[r#"
                Kamdhenu Nutrition and Alpenkind → Kamdhenu Nutrition + Alpenkind
                The two companies → Kamdhenu Nutrition + Alpenkind
            "#]],
        ),
        (
            "Brackwell Steel will shut its Lysk mill, [S:the company] [C:said] on [Q:Tuesday].",
            expect![[r#"
            the company → Brackwell Steel
        "#]],
        ),
        // Neither where he lies nor where it was written, nor what a district is called.
        (
            "He was in a stable state in Lysk Hospital. [S:The company] [C:said] [Q:no].",
            expect![[r#"
            The company → company
        "#]],
        ),
        (
            "Ann Roe wrote about it on Facebook. [S:The company] [C:said] [Q:no].",
            expect![[r#"
            The company → company
        "#]],
        ),
        (
            "Selwyn district mayor Ann Roe came. [S:The agency] [C:said] [Q:no].",
            expect![[r#"
            The agency → agency
        "#]],
        ),
    ] {
        check(marked, expected);
    }
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
