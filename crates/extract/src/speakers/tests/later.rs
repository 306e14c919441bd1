//! Speakers named later, headlines without a speaker, and answers.

use super::*;

#[test]
fn an_investor_is_who_owns_shares_in_the_next_paragraph() {
    check(
        "[S1:One of the largest investors in Brackley Foods] [C1:has told] [Q1:the board to turn down the offer].\n\n[S2:Castle Hill Partners, which owns 8.4 per cent of the pie maker,] [C2:said] [Q2:so].\n\n[Q3:Selling now would be a gift], [S3:the fund] [C3:wrote].",
        expect![[r#"
            One of the largest investors in Brackley Foods → Castle Hill Partners
            Castle Hill Partners, which owns 8.4 per cent of the pie maker, → Castle Hill Partners
            the fund → Castle Hill Partners
        "#]],
    );
    check(
        "[S1:A shareholder] [C1:urged] [Q1:it to stay].\n\n[S2:Castle Hill Partners, which runs the pier,] [C2:said] [Q2:so].\n\n[S3:Anna Roe, who owns 8 per cent of it,] [C3:wrote] [Q3:no].",
        expect![[r#"
            A shareholder → shareholder
            Castle Hill Partners, which runs the pier, → Castle Hill Partners
            Anna Roe, who owns 8 per cent of it, → Anna Roe
        "#]],
    );
}

#[test]
fn unnamed_in_the_lead_is_named_later() {
    check(
        "He stole it, [S:a prosecutor] [C:told] jurors [Q:so].
         “[Q:It is simple],” [S:Assistant District Attorney Naomi Feld] [C:said].
         [S:Defense attorney Carl Yusuf] [C:said] [Q:no].",
        expect![[r#"
            a prosecutor → Naomi Feld
            Assistant District Attorney Naomi Feld → Naomi Feld
            Defense attorney Carl Yusuf → Carl Yusuf
        "#]],
    );
    check(
        "[S:An opposition spokeswoman] [C:said] [Q:it was a farce].
         But Labour’s [S:Maxine Adeleke] [C:said] [Q:fares rose]. [S1:Mrs Adeleke] [C1:said] [Q1:more].
         [S:Jo Larkin of Rail Users Together] [C:said] [Q:trains].",
        expect![[r#"
            An opposition spokeswoman → Maxine Adeleke
            Maxine Adeleke → Maxine Adeleke
            Mrs Adeleke → Maxine Adeleke
            Jo Larkin of Rail Users Together → Jo Larkin
        "#]],
    );
}

#[test]
fn unnamed_stays_unnamed_where_it_may_be_another() {
    // Two who hold the role.
    check(
        "[S:A senator] [C:said] [Q:no].
         [S:Senator Ann Reyes] [C:said] [Q:yes]. [S1:Senator Tom Lind] [C1:said] [Q1:so].",
        expect![[r#"
            A senator → senator
            Senator Ann Reyes → Ann Reyes
            Senator Tom Lind → Tom Lind
        "#]],
    );
    // Anonymity, another rank, a definite one.
    check(
        "[S:A senator] [C:said] on condition of anonymity [Q:no].
         [S:Senator Ann Reyes] [C:said] [Q:yes].",
        expect![[r#"
            A senator → senator
            Senator Ann Reyes → Ann Reyes
        "#]],
    );
    check(
        "[S:A minister] [C:said] [Q:no].
         [S:Former Minister Ann Reyes] [C:said] [Q:yes].",
        expect![[r#"
            A minister → minister
            Former Minister Ann Reyes → Ann Reyes
        "#]],
    );
    // Known before, or named far below the lead.
    check(
        "Senator Ann Reyes came. [S:A senator] [C:said] [Q:no].
         [S:Reyes] [C:said] [Q:yes].",
        expect![[r#"
            A senator → senator
            Reyes → Ann Reyes
        "#]],
    );
    check(
        "[S:Tom Lind] [C:said] [Q:a].
         [S:Eve Low] [C:said] [Q:b].
         [S:A senator] [C:said] [Q:no].
         [S:Senator Ann Reyes] [C:said] [Q:yes].",
        expect![[r#"
            Tom Lind → Tom Lind
            Eve Low → Eve Low
            A senator → senator
            Senator Ann Reyes → Ann Reyes
        "#]],
    );
}

#[test]
fn a_study_is_its_one_team() {
    check(
        "[Q:Crows remember], [S:a study of birds in Halifax] [C:found]. [S1:It] [C1:suggests] [Q1:more].
         [S:The team] [C:says] [Q:so].",
        expect![[r#"
            a study of birds in Halifax → team
            It → team
            The team → team
        "#]],
    );
    check(
        "[Q:Crows remember], [S:a study of birds in Halifax] [C:found]. [S1:A study of crows by pupils] [C1:found] [Q1:less].
         [S:The team] [C:says] [Q:so].",
        expect![[r#"
            a study of birds in Halifax → study of birds in Halifax
            A study of crows by pupils → study of crows by pupils
            The team → team
        "#]],
    );
}

#[test]
fn headline_is_said_by_whom_the_story_lets_say_it() {
    check(
        "# [Q:Ex-treasurer stole from flood fund], jury [C:told]
         [S:Naomi Feld] [C:said] [Q:the former treasurer took money from the flood fund].
         [S:Carl Yusuf] [C:said] [Q:the fund was badly run].",
        expect![[r#"
            - → Naomi Feld
            Naomi Feld → Naomi Feld
            Carl Yusuf → Carl Yusuf
        "#]],
    );
    check(
        "# [Q:“Leave now”]
         “[Q:If you are on the cape, leave now],” [S:Karen Doyle] [C:said].
         [S:Tom Lind] [C:said] [Q:they leave].",
        expect![[r#"
            - → Karen Doyle
            Karen Doyle → Karen Doyle
            Tom Lind → Tom Lind
        "#]],
    );
    // Two say it, or nobody does.
    check(
        "# [Q:Flood fund treasurer stole]
         [S:Naomi Feld] [C:said] [Q:the flood fund lost its treasurer].
         [S:Carl Yusuf] [C:said] [Q:the flood fund kept its treasurer].",
        expect![[r#"
            - → -
            Naomi Feld → Naomi Feld
            Carl Yusuf → Carl Yusuf
        "#]],
    );
    check(
        "# [Q:Flood fund treasurer stole]
         [S:Naomi Feld] [C:said] [Q:the fund was there].",
        expect![[r#"
            - → -
            Naomi Feld → Naomi Feld
        "#]],
    );
}

#[test]
fn answers_are_by_whom_the_introduction_names() {
    check(
        "We put two questions to Dr. Ngozi Okafor by telephone.
         [S:Q][C::] [Q:Would you sleep there?]
         [S:A][C::] [Q:Not well.]",
        expect![[r#"
            Q → -
            A → Ngozi Okafor
        "#]],
    );
    check(
        "We put two questions to Dr. Ngozi Okafor and Mayor Stefan Lind.
         [S:Q][C::] [Q:Would you sleep there?]
         [S:A][C::] [Q:Not well.]",
        expect![[r#"
            Q → -
            A → -
        "#]],
    );
    check(
        "# Bank chief Ingrid Solheim on rates
         The governor of the central bank spoke with the Tribune’s Erik Ness on Monday. The talk has been cut.
         [S:Q][C::] [Q:Is this the last time?]
         [S:A][C::] [Q:I hope so.]",
        expect![[r#"
            Q → Erik Ness
            A → Ingrid Solheim
        "#]],
    );
    check(
        "By Ann Roe
         Ingrid Solheim, the governor, met us on Monday.
         We have cut the talk.
         [S:Q][C::] [Q:Is this the last time?]
         [S:A][C::] [Q:I hope so.]",
        expect![[r#"
            Q → -
            A → Ingrid Solheim
        "#]],
    );
}

#[test]
fn a_bare_role_in_a_headline_is_its_only_holder() {
    check(
        "# Shares slump as [S:chief executive] [C:warns of] [Q:a sleepless year]
         Chief executive Fiona Marsh came.",
        expect![[r#"
            chief executive → Fiona Marsh
        "#]],
    );
    check(
        "# Shares slump as [S:bank chief executive] [C:warns of] [Q:a sleepless year]
         Chief executive Fiona Marsh came.",
        expect![[r#"
            bank chief executive → bank chief executive
        "#]],
    );
    // A body without an article is the one that the story calls by more words; another one is not.
    check(
        "# [S:School board] [C:votes] [Q:to pull books]
         [S2:The Cedar Grove school board] [C2:voted] [Q2:so]. [S3:The school council] [C3:said] [Q3:no].",
        expect![[r#"
            School board → Cedar Grove school board
            The Cedar Grove school board → Cedar Grove school board
            The school council → school council
        "#]],
    );
}

#[test]
fn both_are_the_two_of_the_lead() {
    check(
        "LYSK, Estrova — The foreign ministers of Norway and Sweden met, but [S:both] [C:said] [Q:no].
         Norwegian foreign minister Ann Reyes left. Swedish foreign minister Tom Lind left. Prime minister Eve Low came.",
        expect![[r#"
            both → Ann Reyes + Tom Lind
        "#]],
    );
}

#[test]
fn a_pronoun_is_whom_the_paragraph_opens_with() {
    check(
        "[S1:Its leader, Dana Serik,] [C1:accused] [Q1:the man]. [S2:She] [C2:vowed] [Q2:to vote].
         [Q1:Fatima Nazari is wrong], [C1:according to] [S1:a person who has worked with her]. [S2:She] [C2:fears] [Q2:the end].",
        expect![[r#"
            Its leader, Dana Serik, → Dana Serik
            She → Dana Serik
            a person who has worked with her → person
            She → Fatima Nazari
        "#]],
    );
}

#[test]
fn several_studies_are_not_of_one_team() {
    check(
        "[S:Researchers] [C:say] [Q:a]. [S1:The study] [C1:found] [Q1:b].",
        expect![[r#"
            Researchers → Researchers
            The study → Researchers
        "#]],
    );
    check(
        "[S:Researchers] [C:say] [Q:a]. [S1:Two studies] [C1:found] [Q1:b]. [S2:Another study] [C2:found] [Q2:c].
         [S:FDA-approved] [C:shows] [Q:it].",
        expect![[r#"
            Researchers → Researchers
            Two studies → Two studies
            Another study → study
            FDA-approved → -
        "#]],
    );
}

#[test]
fn a_federal_judge_and_a_kenyan_one_are_named_later() {
    check(
        "[S:A federal judge] on Monday threw it out, [C:writing] [Q:so].
         U.S. District Judge [S1:Dana Christoffel] [C1:said] [Q1:no].",
        expect![[r#"
            A federal judge → Dana Christoffel
            Dana Christoffel → Dana Christoffel
        "#]],
    );
    check(
        "[S:A Kenyan judge] [C:ruled] [Q:so].
         [Q1:“No,”] [S1:Justice Chacha Mwita] [C1:said].",
        expect![[r#"
            A Kenyan judge → Chacha Mwita
            Justice Chacha Mwita → Chacha Mwita
        "#]],
    );
    check(
        "[S:A Kenyan judge] [C:ruled] [Q:so].
         [Q1:“No,”] [S1:Ugandan Justice Chacha Mwita] [C1:said].",
        expect![[r#"
            A Kenyan judge → Kenyan judge
            Ugandan Justice Chacha Mwita → Chacha Mwita
        "#]],
    );
}

#[test]
fn the_council_of_a_headline_is_the_city_council() {
    check(
        "# [S:Council] [C:votes] [Q:to sell golf course]
         [S1:The city council] [C1:voted] [Q1:to sell it]. [S2:Police] [C2:said] [Q2:no].",
        expect![[r#"
            Council → city council
            The city council → city council
            Police → Police
        "#]],
    );
}

#[test]
fn who_speaks_in_the_lead_by_a_role_has_a_name_in_the_next_paragraph() {
    check(
        "# [S:Farm minister][C::] [Q:no cull]
         By Rhys Madog, rural affairs correspondent
         There will be [Q1:no cull], [S1:the new rural affairs minister] [C1:has told] farmers.
         Speaking at the show, [S2:Huw Irranca] [C2:said] [Q2:so]. [S3:The minister, himself a farmer’s son,] [C3:added] [Q3:more].",
        expect![[r#"
            Farm minister → Huw Irranca
            the new rural affairs minister → Huw Irranca
            Huw Irranca → Huw Irranca
            The minister, himself a farmer’s son, → Huw Irranca
        "#]],
    );
    check(
        "[S1:An aide] [C1:said] [Q1:so].
         [S2:Senator Huw Irranca] [C2:said] [Q2:no].",
        expect![[r#"
            An aide → aide
            Senator Huw Irranca → Huw Irranca
        "#]],
    );
    check(
        "[S1:Health Secretary Marian Lowe] [C1:said] [Q1:so]. [S2:The union’s secretary, Bo Ek,] [C2:said] [Q2:no]. [S3:The minister] [C3:added] [Q3:more].",
        expect![[r#"
            Health Secretary Marian Lowe → Marian Lowe
            The union’s secretary, Bo Ek, → Bo Ek
            The minister → Marian Lowe
        "#]],
    );
}

#[test]
fn a_comma_joins_two_in_a_headline() {
    check(
        "# [S:Farmers, government] [C:spar over] [Q:a ban]
         [S:Farmers, who met on Monday,] [C:said] [Q:so].",
        expect![[r#"
            Farmers, government → Farmers + government
            Farmers, who met on Monday, → Farmers
        "#]],
    );
}

#[test]
fn the_leads_coach_is_the_only_one_and_a_regulator_is_no_person() {
    check(
        "[S:Australia’s swimming coach] [C:said] [Q:so].
         [S2:Coach Ian Roe] [C2:said] [Q2:no].",
        expect![[r#"
            Australia’s swimming coach → Ian Roe
            Coach Ian Roe → Ian Roe
        "#]],
    );
    check(
        "[S:Australia’s swimming coach] [C:said] [Q:so].
         [S2:Coach Ian Roe] [C2:said] [Q2:no]. [S3:Coach Max Lind] [C3:said] [Q3:yes].",
        expect![[r#"
            Australia’s swimming coach → Australia’s swimming coach
            Coach Ian Roe → Ian Roe
            Coach Max Lind → Max Lind
        "#]],
    );
    check(
        "[S:Britain’s immigration minister] [C:said] [Q:so].
         [S2:Immigration Minister Ann Roe] [C2:said] [Q2:no].",
        expect![[r#"
            Britain’s immigration minister → Ann Roe
            Immigration Minister Ann Roe → Ann Roe
        "#]],
    );
    check(
        "[S:Minister Ann Roe] [C:said] [Q:so].
         [S2:The North Sea Transition Regulator] [C2:denied] [Q2:it].",
        expect![[r#"
            Minister Ann Roe → Ann Roe
            The North Sea Transition Regulator → North Sea Transition Regulator
        "#]],
    );
}

#[test]
fn ministers_of_two_states_are_those_who_hold_the_office() {
    check(
        "# [S:Lavrenko and Baker] [C:spar over] [Q:gas]
         [S2:The Russian and British foreign ministers] [C2:sparred over] [Q2:gas].
         Sergei Lavrenko told his British counterpart, Amelia Baker, so.",
        expect![[r#"
            Lavrenko and Baker → Sergei Lavrenko + Amelia Baker
            The Russian and British foreign ministers → Sergei Lavrenko + Amelia Baker
        "#]],
    );
    check(
        "[S2:The Russian and British foreign ministers] [C2:sparred over] [Q2:gas].",
        expect![[r#"
        The Russian and British foreign ministers → -
    "#]],
    );
}

#[test]
fn a_company_is_not_the_person_of_the_lead() {
    check(
        "[S:A traditional owner] [C:told] the court [Q:so].
         [S1:Hanrahan Aggregates] [C1:wants] [Q1:to extend its pit].",
        expect![[r#"
            A traditional owner → traditional owner
            Hanrahan Aggregates → Hanrahan Aggregates
        "#]],
    );
}

#[test]
fn a_role_in_the_headline_and_whose_it_is_in_the_lead() {
    check(
        "# [S:Police chief] [C:defends] [Q:face scans]
         [S1:Castleport's police chief] [C1:has defended] [Q1:a trial of cameras].",
        expect![[r#"
            Police chief → Castleport's police chief
            Castleport's police chief → Castleport's police chief
        "#]],
    );
    check(
        "# [S:Police chief] [C:defends] [Q:face scans]
         [S1:Castleport's fire chief] [C1:has defended] [Q1:a trial of cameras].",
        expect![[r#"
            Police chief → Police chief
            Castleport's fire chief → Castleport's fire chief
        "#]],
    );
}
