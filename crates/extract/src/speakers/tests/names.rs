//! Names: full, short, titled, misspelt, shared, of organisations and states.

use super::*;

#[test]
fn surname_title_and_full_name_are_one() {
    check(
        "[S:Secretary of State Mike Pompeo] [C:said] [Q:sanctions stay].
         [S:Pompeo] [C:said] [Q:no more].
         [S:Mr. Pompeo] [C:denied] [Q:it].
         [S:Secretary Pompeo] [C:added] [Q:a word].
         [S:Mike Pompeo] [C:left it at] [Q:that].",
        expect![[r#"
            Secretary of State Mike Pompeo → Mike Pompeo
            Pompeo → Mike Pompeo
            Mr. Pompeo → Mike Pompeo
            Secretary Pompeo → Mike Pompeo
            Mike Pompeo → Mike Pompeo
        "#]],
    );
}

#[test]
fn actor_has_name_role_and_mentions() {
    check_actors(
        "Prime Minister Anna Kovacs met Lord Hall. [S:Kovacs] [C:said] [Q:the talks went well]. [S1:She] [C1:hoped] [Q1:for more].
         [S:Hall, chairman of the trust,] [C:agreed] [Q:that they did].",
        expect![[r#"
            Anna Kovacs · person · Prime Minister · Prime Minister Anna Kovacs | Kovacs | She
            Hall · person · chairman of the trust · Lord Hall | Hall
        "#]],
    );
}

#[test]
fn a_head_of_state_is_not_whoever_has_the_surname() {
    check(
        "[S:President Obama] [C:said] [Q:a]. The first lady, Michelle Obama, met guests. [S1:President Obama] [C1:said] [Q1:b].
         [S:Mrs. Obama] [C:said] [Q:c].",
        expect![[r#"
            President Obama → Obama
            President Obama → Obama
            Mrs. Obama → Michelle Obama
        "#]],
    );
    // Of a bank; and who once was one.
    check(
        "[S:Ann Johnson, president of the bank,] [C:said] [Q:a]. [S1:President Johnson] [C1:said] [Q1:b].",
        expect![[r#"
            Ann Johnson, president of the bank, → Ann Johnson
            President Johnson → Ann Johnson
        "#]],
    );
    check(
        "[S:Donald J. Trump] [C:said] [Q:a]. [S1:President Trump] [C1:said] [Q1:b].
         [S:Joe Biden] [C:said] [Q:c]. [S1:Vice President Biden] [C1:said] [Q1:d].",
        expect![[r#"
            Donald J. Trump → Donald J. Trump
            President Trump → Donald J. Trump
            Joe Biden → Joe Biden
            Vice President Biden → Joe Biden
        "#]],
    );
}

#[test]
fn long_source_is_its_head() {
    check(
        "[S:Jane Doe, a professor at Yale who studies Russia,] [C:said] [Q:a].
         [S:Rep. Elijah Cummings of Maryland, the panel’s ranking Democrat,] [C:said] [Q:b].
         [S:Apple’s chief executive, Tim Cook,] [C:said] [Q:c].
         [S:The minister of the economy, Carlos Diaz,] [C:said] [Q:d].
         [S:Michael Oppenheimer, a professor of geosciences and international affairs at Princeton,] [C:said] [Q:e].",
        expect![[r#"
            Jane Doe, a professor at Yale who studies Russia, → Jane Doe
            Rep. Elijah Cummings of Maryland, the panel’s ranking Democrat, → Elijah Cummings
            Apple’s chief executive, Tim Cook, → Tim Cook
            The minister of the economy, Carlos Diaz, → Carlos Diaz
            Michael Oppenheimer, a professor of geosciences and international affairs at Princeton, → Michael Oppenheimer
        "#]],
    );
}

#[test]
fn possessives_name_their_owner() {
    check(
        "Donald Trump spoke. [S:Trump’s] [C:view] was [Q:plain].\n[S:Donald Trump’s] [C:claim] [Q:that he won].",
        expect![[r#"
        Trump’s → Donald Trump
        Donald Trump’s → Donald Trump
    "#]],
    );
}

#[test]
fn first_name_alone_if_unique() {
    check(
        "Melanie Austin lives here. [S:Melanie] [C:said] [Q:yes].",
        expect![[r#"
        Melanie → Melanie Austin
    "#]],
    );
    check(
        "Melanie Austin met Melanie Smith. [S:Melanie] [C:said] [Q:yes].",
        expect![[r#"
        Melanie → -
    "#]],
    );
}

#[test]
fn surnames_that_are_nouns() {
    check(
        "[S:Dottie Deans, the chairwoman of the board,] [C:said] [Q:a]. [S1:She] [C1:added] [Q1:b].
         [S:Ngozi Porter] [C:said] [Q:c]. [S1:Porter] [C1:added] [Q1:d].
         [S:House Fellows] [C:said] [Q:e]..",
        expect![[r#"
            Dottie Deans, the chairwoman of the board, → Dottie Deans
            She → Dottie Deans
            Ngozi Porter → Ngozi Porter
            Porter → Ngozi Porter
            House Fellows → House Fellows
        "#]],
    );
}

#[test]
fn a_word_that_describes_is_no_given_name() {
    check(
        "Embattled Roe left. Mayor Thomas Roe is tired. [S:Roe] [C:said] [Q:it was late].
         Tearful [S:Roe] [C:said] [Q:so].",
        expect![[r#"
            Roe → Thomas Roe
            Roe → Thomas Roe
        "#]],
    );
    // Nobody else has the surname.
    check(
        "Alfred Roe left. [S:Roe] [C:said] [Q:it was late].",
        expect![[r#"
        Roe → Alfred Roe
    "#]],
    );
    check(
        "Mildred Roe met Thomas Roe. [S:Roe] [C:said] [Q:it was late].",
        expect![[r#"
            Roe → -
        "#]],
    );
}

#[test]
fn two_of_one_surname_leave_it_open() {
    check(
        "John Baker and Mary Baker won. [S:Baker] [C:said] [Q:it was luck].
         [S:Mrs. Baker] [C:said] [Q:no]. [S1:Mr. Baker] [C1:said] [Q1:yes].",
        expect![[r#"
            Baker → -
            Mrs. Baker → Mary Baker
            Mr. Baker → John Baker
        "#]],
    );
}

#[test]
fn surname_alone_stays_with_who_was_called_so_before() {
    check(
        "Hillary Clinton spoke on Monday. [S:Clinton] [C:said] [Q:a].
         Her husband, Bill Clinton, was there. [S:Clinton] [C:said] [Q:b]. [S1:Bill Clinton] [C1:said] [Q1:c].",
        expect![[r#"
            Clinton → Hillary Clinton
            Clinton → Hillary Clinton
            Bill Clinton → Bill Clinton
        "#]],
    );
}

#[test]
fn one_slip_in_a_surname() {
    check(
        "Sergey Lavrov met Mike Pompeo. Lavrov smiled. [S:Lavorv] [C:said] [Q:no]. [S1:Pompoe] [C1:said] [Q1:yes].",
        expect![[r#"
        Lavorv → Sergey Lavrov
        Pompoe → Mike Pompeo
    "#]],
    );
    check(
        "Ildefonso Guajardo came. Guajardo ate. [S:Mr. Guajarda] [C:said] [Q:no].",
        expect![[r#"
        Mr. Guajarda → Ildefonso Guajardo
    "#]],
    );
}

#[test]
fn other_surnames_are_no_slips() {
    check(
        "Peter King met John Ming. [S:Ming] [C:said] [Q:no]. [S1:King] [C1:said] [Q1:yes].",
        expect![[r#"
        Ming → John Ming
        King → Peter King
    "#]],
    );
    check(
        "Ann Johnson met Bob Johnston. [S:Johnston] [C:said] [Q:no]. [S1:Johnson] [C1:said] [Q1:yes].",
        expect![[r#"
        Johnston → Bob Johnston
        Johnson → Ann Johnson
    "#]],
    );
}

#[test]
fn particles_hyphens_initials_and_nicknames() {
    check(
        "[S:Mayor Bill de Blasio] [C:said] [Q:a]. [S1:De Blasio] [C1:said] [Q1:b]. [S2:Mr. de Blasio] [C2:said] [Q2:c].
         [S:Bashar al-Assad] [C:said] [Q:d]. [S1:Assad] [C1:said] [Q1:d].
         [S:Ursula von der Leyen] [C:said] [Q:f]. [S1:Von der Leyen] [C1:said] [Q1:g].
         [S:Douglas Holtz-Eakin] [C:said] [Q:h]. [S1:Mr. Holtz-Eakin] [C1:said] [Q1:i].
         [S:Joseph R. Biden Jr.] [C:said] [Q:j]. [S1:Joe Biden] [C1:said] [Q1:k].
         [S:Ildefonso Guajardo Villarreal] [C:said] [Q:l]. [S1:Mr. Guajardo Villarreal] [C1:said] [Q1:m].",
        expect![[r#"
            Mayor Bill de Blasio → Bill de Blasio
            De Blasio → Bill de Blasio
            Mr. de Blasio → Bill de Blasio
            Bashar al-Assad → Bashar al-Assad
            Assad → Bashar al-Assad
            Ursula von der Leyen → Ursula von der Leyen
            Von der Leyen → Ursula von der Leyen
            Douglas Holtz-Eakin → Douglas Holtz-Eakin
            Mr. Holtz-Eakin → Douglas Holtz-Eakin
            Joseph R. Biden Jr. → Joseph R. Biden Jr.
            Joe Biden → Joseph R. Biden Jr.
            Ildefonso Guajardo Villarreal → Ildefonso Guajardo Villarreal
            Mr. Guajardo Villarreal → Ildefonso Guajardo Villarreal
        "#]],
    );
}

#[test]
fn acronyms() {
    check(
        "[S:The European Central Bank (ECB)] [C:said] [Q:a]. [S1:The ECB] [C1:said] [Q1:b].
         [S:The Democratic National Committee] [C:said] [Q:c]. [S1:The DNC] [C1:said] [Q1:d].
         [S:The FBI] [C:said] [Q:e].",
        expect![[r#"
            The European Central Bank (ECB) → European Central Bank
            The ECB → European Central Bank
            The Democratic National Committee → Democratic National Committee
            The DNC → Democratic National Committee
            The FBI → FBI
        "#]],
    );
}

#[test]
fn organisations() {
    check_actors(
        "[S:The Tax Policy Center] [C:said] [Q:a]. [S1:Acme Corp.] [C1:said] [Q1:b]. [S2:Bailey & Glasser] [C2:said] [Q2:c].
         [S:The Securities and Exchange Commission] [C:said] [Q:d]. [S1:The New York Times] [C1:reported] [Q1:e]. [S2:The Times] [C2:said] [Q2:f].
         [S:The Center for Federal Tax Policy] [C:said] [Q:g].",
        expect![[r#"
            Tax Policy Center · organization · - · Tax Policy Center
            Acme Corp. · organization · - · Acme Corp.
            Bailey & Glasser · organization · - · Bailey & Glasser
            Securities and Exchange Commission · organization · - · Securities and Exchange Commission
            New York Times · organization · - · New York Times
            Times · organization · - · Times
            Center for Federal Tax Policy · organization · - · Center for Federal Tax Policy
        "#]],
    );
}

#[test]
fn states_and_seats_of_government() {
    check_actors(
        "[S:Russia] [C:denied] [Q:it]. [S1:The Kremlin] [C1:said] [Q1:so]. [S2:Beijing] [C2:warned] [Q2:both].
         [S:The United States] [C:said] [Q:a]. [S1:The U.S.] [C1:said] [Q1:b]. [S2:Downing Street] [C2:said] [Q2:c]. [S3:The White House] [C3:said] [Q3:d].",
        expect![[r#"
            Russia · state · - · Russia
            Kremlin · state · - · Kremlin
            Beijing · state · - · Beijing
            United States · state · - · United States | U.S.
            Downing Street · state · - · Downing Street
            White House · state · - · White House
        "#]],
    );
}

#[test]
fn transcript_speakers() {
    check(
        "Chris Wallace talked to Mike Pence on Sunday.
         [S:WALLACE]: [Q:Let us start].
         [S:PENCE]: [Q:Well, look].
         [S:MODERATOR]: [Q:Time is up].",
        expect![[r#"
            WALLACE → Chris Wallace
            PENCE → Mike Pence
            MODERATOR → MODERATOR
        "#]],
    );
}

#[test]
fn compound_sources() {
    check(
        "[S:Mike Pompeo and Sergey Lavrov] [C:agreed] [Q:to talk].
         [S:Sens. Jon Tester (D-Mont.) and David Vitter (R-La.)] [C:said] [Q:a].
         [S:Jeff Merkley (D-Ore.), Sherrod Brown (D-Ohio) and Robert Menendez (D-N.J.) all] [C:said] [Q:b].
         [S:Donald and Ivana Trump] [C:said] [Q:c]. Donald Trump left.
         [S:China and Russia] [C:vetoed] [Q:it].",
        expect![[r#"
            Mike Pompeo and Sergey Lavrov → Mike Pompeo + Sergey Lavrov
            Sens. Jon Tester (D-Mont.) and David Vitter (R-La.) → Jon Tester + David Vitter
            Jeff Merkley (D-Ore.), Sherrod Brown (D-Ohio) and Robert Menendez (D-N.J.) all → Jeff Merkley + Sherrod Brown + Robert Menendez
            Donald and Ivana Trump → Donald Trump + Ivana Trump
            China and Russia → China + Russia
        "#]],
    );
}

#[test]
fn sentence_openers_are_no_names() {
    check(
        "Yesterday Anna Kovacs spoke. Asked again, [S:Kovacs] [C:said] [Q:no]. However, [S1:she] [C1:hoped] [Q1:so].",
        expect![[r#"
        Kovacs → Anna Kovacs
        she → Anna Kovacs
    "#]],
    );
}

#[test]
fn headline_in_title_case() {
    check(
        "# [S:Kovacs] [C:Says] [Q:Budget Will Hold]
         [S:Finance Minister Anna Kovacs] [C:said] [Q:it would].",
        expect![[r#"
            Kovacs → Anna Kovacs
            Finance Minister Anna Kovacs → Anna Kovacs
        "#]],
    );
}

#[test]
fn given_names_that_are_words_too() {
    check(
        "[Q:“No,”] [C:said] [S:Will Brown]. [Q1:“So,”] [S1:he] [C1:said].",
        expect![[r#"
            Will Brown → Will Brown
            he → Will Brown
        "#]],
    );
    check(
        "They asked if Brown will stay. [Q:“No,”] [C:said] [S:Brown].",
        expect![[r#"
            Brown → Brown
        "#]],
    );
}

#[test]
fn how_many_of_them() {
    check_actors(
        "[S:Nearly eight of 10 voters] [C:say] [Q:no]. [S1:Six in 10 Ohio voters] [C1:say] [Q1:yes]. [S2:Dozens of papers] [C2:back] [Q2:her].
         [S:Two of the biggest banks] [C:warned] [Q:of it]. [S1:Two of them] [C1:said] [Q1:so].",
        expect![[r#"
            Nearly eight of 10 voters · group · - · Nearly eight of 10 voters
            Six in 10 Ohio voters · group · - · Six in 10 Ohio voters
            Dozens of papers · group · - · Dozens of papers
            Two of the biggest banks · group · - · Two of the biggest banks
        "#]],
    );
}

#[test]
fn papers_named_as_persons_are() {
    check(
        "“It is late,” Anna Kovacs told the Guardian. [S:The Economist] [C:reported] [Q:a]. [S1:The Toronto Star] [C1:said] [Q1:b].
         [S:The Hollywood Reporter] [C:said] [Q:c]. [S1:The Advocate, the Baton Rouge newspaper,] [C1:urged] [Q1:d].
         [S:The economist] [C:said] [Q:e]. [S1:An observer] [C1:said] [Q1:f]. [S2:The Independent candidate] [C2:said] [Q2:g].",
        expect![[r#"
            The Economist → Economist
            The Toronto Star → Toronto Star
            The Hollywood Reporter → Hollywood Reporter
            The Advocate, the Baton Rouge newspaper, → Advocate
            The economist → economist
            An observer → observer
            The Independent candidate → Independent candidate
        "#]],
    );
}

#[test]
fn names_of_bodies_are_whole() {
    check(
        "[S:The Reserve Bank of New Zealand] [C:said] [Q:so]. [S1:The Federal Reserve Bank of New York] [C1:said] [Q1:no].
         [S2:The Ministry of Health and Family Welfare] [C2:said] [Q2:so]. [S3:The Department of Justice and Attorney General Roe] [C3:said] [Q3:no].
         [S4:Doctors Without Borders] [C4:said] [Q4:so]. [S5:Mothers Against Drunk Driving] [C5:said] [Q5:no].
         [S6:The Department of Health and the Home Office] [C6:said] [Q6:so]. [S7:Apple-rival Pomaco] [C7:said] [Q7:no].
         A report by [S8:Bloomberg New Energy Finance] [C8:said] [Q8:so]. A member of [S9:Americans for Prosperity] [C9:said] [Q9:no].
         They voted in Ohio for Trump, [S10:Americans] [C10:said]. Roe, a friend of Lund New York knew, [S11:Roe] [C11:said].",
        expect![[r#"
            Americans → Americans
            Roe → Roe
            The Reserve Bank of New Zealand → Reserve Bank of New Zealand
            The Federal Reserve Bank of New York → Federal Reserve Bank of New York
            The Ministry of Health and Family Welfare → Ministry of Health and Family Welfare
            The Department of Justice and Attorney General Roe → Department of Justice + Roe
            Doctors Without Borders → Doctors Without Borders
            Mothers Against Drunk Driving → Mothers Against Drunk Driving
            The Department of Health and the Home Office → Department of Health + Home Office
            Apple-rival Pomaco → Pomaco
            Bloomberg New Energy Finance → Bloomberg New Energy Finance
            Americans for Prosperity → Americans for Prosperity
        "#]],
    );
}

#[test]
fn a_double_surname_is_shortened_and_the_mayor_of_a_town_is_named_next() {
    check(
        "[S:The mayor of Seetal] [C:accused] [Q:the canton of it].
         [S1:Mayor Beat Zürcher-Lang] [C1:said] [Q1:so]. [S2:Zürcher] [C2:replied] [Q2:no]. [S3:Lang] [C3:said] [Q3:so].",
        expect![[r#"
            The mayor of Seetal → Beat Zürcher-Lang
            Mayor Beat Zürcher-Lang → Beat Zürcher-Lang
            Zürcher → Beat Zürcher-Lang
            Lang → Lang
        "#]],
    );
    check(
        "[S1:Beat Zürcher-Lang] [C1:said] [Q1:so]. [S2:Ann Zürcher-Roe] [C2:said] [Q2:so]. [S3:Zürcher] [C3:replied] [Q3:no].",
        expect![[r#"
            Beat Zürcher-Lang → Beat Zürcher-Lang
            Ann Zürcher-Roe → Ann Zürcher-Roe
            Zürcher → Zürcher
        "#]],
    );
}

#[test]
fn dashes_of_all_kinds_part_a_name_from_what_it_is() {
    check(
        "[S:Max Lind - the Ohio mayor -] [C:said] [Q:no]. [S1:The mayor] [C1:said] [Q1:yes].
         [S:Ann Roe--the auditor--] [C:said] [Q:no]. [S1:The auditor] [C1:said] [Q1:yes].
         [S:Jo Feld – the chancellor –] [C:said] [Q:no]. [S1:The chancellor] [C1:said] [Q1:yes].
         [S:Twelve states - only three shy of it -] [C:said] [Q:no].",
        expect![[r#"
            Max Lind - the Ohio mayor - → Max Lind
            The mayor → Max Lind
            Ann Roe--the auditor-- → Ann Roe
            The auditor → Ann Roe
            Jo Feld – the chancellor – → Jo Feld
            The chancellor → Jo Feld
            Twelve states - only three shy of it - → Twelve states
        "#]],
    );
    check(
        "CHARLOTTE - The wife of a man said so. [S:She] [C:said] [Q:no].",
        expect![[r#"
            She → -
        "#]],
    );
}

#[test]
fn where_a_story_was_written_owns_nothing() {
    check(
        "CHICAGO (Reuters) - Northern Airways and its union sparred. [S:Its union] [C:said] [Q:no].",
        expect![[r#"
            Its union → Northern Airways’s union
        "#]],
    );
}

#[test]
fn the_first_of_two_surnames() {
    check(
        "Foreign Minister Ignacio Larraguibel and his counterpart, Rosario Quispe Altamirano, had come. [S:Quispe, a former lawyer,] [C:answered] [Q:so].",
        expect![[r#"
            Quispe, a former lawyer, → Rosario Quispe Altamirano
        "#]],
    );
    // A given name in the middle is another's.
    check(
        "Minister Mary Anna Moore came. [S:Anna] [C:said] [Q:so].",
        expect![[r#"
        Anna → Anna
    "#]],
    );
}

#[test]
fn a_sentence_in_capitals_has_names_and_words() {
    check(
        "[S:PRIME MINISTER SHINZO ABE] [C:SAID] [Q:JAPAN WAS WORRIED]. [S1:Abe Shinzo] [C1:added] [Q1:no].",
        expect![[r#"
            PRIME MINISTER SHINZO ABE → Shinzo Abe
            Abe Shinzo → Shinzo Abe
        "#]],
    );
    check(
        "[S:HEALTH WORKERS UNION] [C:SAID] [Q:NO]. [S1:LUKA OSTREN] [C1:said] [Q1:no].",
        expect![[r#"
            HEALTH WORKERS UNION → HEALTH WORKERS UNION
            LUKA OSTREN → Luka Ostren
        "#]],
    );
}

#[test]
fn given_name_and_surname_in_either_order() {
    check(
        "[S:Abe Shinzo] [C:said] [Q:no]. [S1:Shinzo Abe] [C1:said] [Q1:no]. [S2:Abe] [C2:said] [Q2:no].",
        expect![[r#"
            Abe Shinzo → Abe Shinzo
            Shinzo Abe → Abe Shinzo
            Abe → Abe Shinzo
        "#]],
    );
    check(
        "[S:Thomas James Roe] [C:said] [Q:no]. [S1:Roe Thomas] [C1:said] [Q1:no].",
        expect![[r#"
            Thomas James Roe → Thomas James Roe
            Roe Thomas → Roe Thomas
        "#]],
    );
}

#[test]
fn a_nickname_after_a_name_that_no_list_has() {
    for (marked, expected) in [
        (
            "[S:Kiyoshi \"Kip\" Arakawa] [C:said] [Q:no]. [S1:Arakawa] [C1:hoped] [Q1:so].",
            expect![[r#"
            Kiyoshi "Kip" Arakawa → Kiyoshi "Kip" Arakawa
            Arakawa → Kiyoshi "Kip" Arakawa
        "#]],
        ),
        (
            "[S:Vosk] [C:said] [Q:no] in \"Hamlet\" Monday.",
            expect![[r#"
            Vosk → Vosk
        "#]],
        ),
    ] {
        check(marked, expected);
    }
}
