//! Turns of phrase of wire copy, each with what must not be taken for it.

use super::*;

#[test]
fn an_acronym_is_no_pronoun() {
    check(
        "The World Health Organization met. [Q:“No,”] [C:said] [S:WHO spokeswoman Margaret Lindqvist].",
        expect![[r#"
            WHO spokeswoman Margaret Lindqvist → Margaret Lindqvist
        "#]],
    );
    check(
        "[S1:The World Health Organization] [C1:said] [Q1:it was monitoring the situation]. [Q:\"It is far too early,\"] [S:WHO spokeswoman Margaret Lindqvist] [C:said] at a briefing.",
        expect![[r#"
            The World Health Organization → World Health Organization
            WHO spokeswoman Margaret Lindqvist → Margaret Lindqvist
        "#]],
    );
    check(
        "[S:US officials] [C:said] [Q:so].",
        expect![[r#"
        US officials → US officials
    "#]],
    );
}

#[test]
fn her_doctor_is_not_the_doctor_who_was_heard() {
    check(
        "[S1:Dr. Tom Brown] [C1:said] [Q1:so]. Mary Smith came. [S:Her doctor] [C:told] [Q:her to rest].",
        expect![[r#"
            Dr. Tom Brown → Tom Brown
            Her doctor → Mary Smith’s doctor
        "#]],
    );
}

#[test]
fn several_who_are_named_at_once() {
    check(
        "[S:Two Swedish researchers, Eva Smith and Lena Brown,] [C:argued] [Q:so]. [S1:They] [C1:wrote] [Q1:more].",
        expect![[r#"
            Two Swedish researchers, Eva Smith and Lena Brown, → Eva Smith + Lena Brown
            They → Eva Smith + Lena Brown
        "#]],
    );
}

#[test]
fn who_stands_outside() {
    check(
        "[S:Outside experts] [C:urged] [Q:caution]. [S1:outside counsel] [C1:said] [Q1:no].",
        expect![[r#"
        Outside experts → Outside experts
        outside counsel → outside counsel
    "#]],
    );
}

#[test]
fn spouses_by_their_first_names() {
    check(
        "[S1:Anna Brown] [C1:said] [Q1:so]. Brown and her husband, Jochen, ran. [Q:“She went first,”] [S:he] [C:said].",
        expect![[r#"
            Anna Brown → Anna Brown
            he → Jochen
        "#]],
    );
    check(
        "[Q:“A man”], [C:said] [S:Anneliese Brandt, a 34-year-old teacher from Hanover, Germany].
         Brandt and her husband, Jochen, tied sheets together. [Q1:“She went first,”] [S1:he] [C1:recalled].",
        expect![[r#"
            Anneliese Brandt, a 34-year-old teacher from Hanover, Germany → Anneliese Brandt
            he → Jochen
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
fn a_member_of_a_body_who() {
    check(
        "One member of the General Synod, [S1:who] [C1:asked] [Q1:not to be named], [C:said] [Q:so].",
        expect![[r#"
            who → member of the General Synod
            - → -
        "#]],
    );
}

#[test]
fn who_was_asked_replies() {
    check(
        "[S1:Anna Brown] [C1:asked] Mary Smith [Q1:if she would go]. [Q:“I regret it,”] [S:she] [C:replied].
         [S2:Ms. Brown] [C2:shot back]: [Q2:“No.”]",
        expect![[r#"
            Anna Brown → Anna Brown
            she → Mary Smith
            Ms. Brown → Anna Brown
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
fn couples_share_a_surname() {
    check(
        "Stan and Doris Albright were robbed. [S:Mr Albright, 86,] [C:said]: [Q:“So”]. [S1:His wife] [C1:said] [Q1:no]. [Q2:“Yes,”] [S2:the 84-year-old] [C2:said].",
        expect![[r#"
            Mr Albright, 86, → Stan Albright
            His wife → Doris Albright
            the 84-year-old → Doris Albright
        "#]],
    );
    check(
        "[S2:George and Jeb Bush] [C2:said] [Q2:so]. [S3:His wife] [C3:said] [Q3:no]. Donald and Ivana Trump came. [S:Donald Trump] [C:said] [Q:so]. [S1:Mrs. Trump] [C1:said] [Q1:so].",
        expect![[r#"
            George and Jeb Bush → George + Jeb Bush
            His wife → George’s wife
            Donald Trump → Donald Trump
            Mrs. Trump → Ivana Trump
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
fn a_name_that_opens_a_sentence() {
    check(
        "[S:Lockheed, which built the capsule,] [C:referred] [Q:questions to NASA].",
        expect![[r#"
            Lockheed, which built the capsule, → Lockheed
        "#]],
    );
}

#[test]
fn my_father_is_he() {
    check(
        "As Tom Brown has shown, it is so. [S1:Brown] [C1:warns] [Q1:of it].
         My father cleaned offices for 30 years. [Q:“They see the floor,”] [S:he] [C:used to say].",
        expect![[r#"
            Brown → Tom Brown
            he → My father
        "#]],
    );
}

#[test]
fn another_of_a_party() {
    check(
        "[S:A second Liberal MP] [C:said] [Q:so]. [S1:A third Republican senator] [C1:said] [Q1:so].",
        expect![[r#"
            A second Liberal MP → second Liberal MP
            A third Republican senator → third Republican senator
        "#]],
    );
}

#[test]
fn names_that_somebody_gives() {
    check(
        "[Q:“He is clean,”] [C:shouted] [S:one of them, a trader who gave her name only as Mama Atieno].
         [S1:A man who identified himself as Ahmed Khan] [C1:said] [Q1:no].",
        expect![[r#"
            one of them, a trader who gave her name only as Mama Atieno → Mama Atieno
            A man who identified himself as Ahmed Khan → Ahmed Khan
        "#]],
    );
}

#[test]
fn a_boss_is_a_manager() {
    check(
        "[S1:Rovers boss Gary Keane] [C1:admitted] [Q1:it].
         Kofi Mensah did not score. Mensah, who is tall, was booed, but [S:his manager] [C:was sure] [Q:of it].",
        expect![[r#"
            Rovers boss Gary Keane → Gary Keane
            his manager → Gary Keane
        "#]],
    );
}

#[test]
fn sources_by_what_they_know() {
    check(
        "[S:A source close to Mondo] [C:said] [Q:so]. [S1:Two people familiar with the matter] [C1:said] [Q1:so].",
        expect![[r#"
            A source close to Mondo → source close to Mondo
            Two people familiar with the matter → Two people familiar with the matter
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
fn a_sponsor_of_a_bill_with_a_name() {
    check(
        "[S:Sponsor of the bill, Sen. Ovie Omo-Eboh (APC, Delta Central),] [C:lamented] [Q:that]. [S1:He] [C1:vowed] [Q1:more].",
        expect![[r#"
            Sponsor of the bill, Sen. Ovie Omo-Eboh (APC, Delta Central), → Ovie Omo-Eboh
            He → Ovie Omo-Eboh
        "#]],
    );
}

#[test]
fn whose_they_are_is_told_by_name() {
    check(
        "Barack Obama left. [S:Tom Bush and his rivals] [C:said] [Q:so]. [S1:His lawyer] [C1:said] [Q1:no].
         The Vermont senator’s campaign grew. [S2:His chief aide] [C2:said] [Q2:so].",
        expect![[r#"
            Tom Bush and his rivals → Tom Bush + Tom Bush’s rivals
            His lawyer → Tom Bush’s lawyer
            His chief aide → His chief aide
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
fn the_other_of_a_couple() {
    check(
        "[S:Jack and Sarah Hawker, whose daughter died,] [C:said] [Q:so]. [S1:Mr Hawker] [C1:said] [Q1:no]. [S2:His wife] [C2:added]: [Q2:“So.”]",
        expect![[r#"
            Jack and Sarah Hawker, whose daughter died, → Jack Hawker + Sarah Hawker
            Mr Hawker → Jack Hawker
            His wife → Sarah Hawker
        "#]],
    );
}

#[test]
fn the_company_of_its_chief() {
    check(
        "Aerion Chief Executive Dave Calhoon will step down, [S:the planemaker] [C:said] [Q:on Monday]. [S1:Fox News Chairman Roger Moss] [C1:said] [Q1:so].
         [Q2:It was time], [S2:the company] [C2:said].
         Finance Minister Anna Kovacs left. Norwegian Chairman Bob Roe spoke. She left. [Q3:It was time], [S3:the company] [C3:said].",
        expect![[r#"
            the planemaker → Aerion
            Fox News Chairman Roger Moss → Roger Moss
            the company → Fox News
            the company → company
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
fn who_asks_and_who_is_asked() {
    check(
        "When Brian Kemp came, [S:he] [C:was asked] one question: [Q:Will you go?] Asked by Nodera, whether he would go, Kemp left.
         [C1:Asked by] [S1:Anna Roe], a former minister, [Q1:whether he would go], Kemp left. [C2:Asked] [Q2:whether he would go], [S2:Kemp] left.",
        expect![[r#"
            he → -
            Anna Roe → Anna Roe
            Kemp → -
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
fn a_bench_of_two_is_one() {
    check(
        "[S:A bench of Chief Justice Ann Roe and Justice Tom Doe] [C:asked] [Q:him to come]. [Q1:“No,”] [S1:the bench] [C1:remarked].
         [S2:The lieutenant governor’s office] [C2:termed] [Q2:it politics]. [S3:The councillor and Justice Doe] [C3:said] [Q3:so].",
        expect![[r#"
            A bench of Chief Justice Ann Roe and Justice Tom Doe → bench of Chief Justice Ann Roe and Justice Tom Doe
            the bench → bench of Chief Justice Ann Roe and Justice Tom Doe
            The lieutenant governor’s office → lieutenant governor’s office
            The councillor and Justice Doe → Tom Doe
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
fn accounts_and_countrymen() {
    check(
        "[Q:“Ask why,”] [S:@mommabear_77] [C:posted]. [S1:the Dutchman, Piet Bos,] [C1:said] [Q1:so]. [S2:@MommaBear_77] [C2:said] [Q2:no].",
        expect![[r#"
            @mommabear_77 → @mommabear_77
            the Dutchman, Piet Bos, → Piet Bos
            @MommaBear_77 → @mommabear_77
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
fn others_after_what_a_name_is_said_to_be() {
    check(
        "[S:Craig Bryan, head of the National Center at the University of Utah, and other scientists] [C:said] [Q:so].
         [S1:Ann Roe, a lawyer, and her husband, Nils,] [C1:said] [Q1:no]. [S2:Ann Roe, mayor of the town,] [C2:said] [Q2:so].
         [S3:Bo Ek, chairman of the bank, and Ann Roe] [C3:said] [Q3:no].
         [S4:Liz Huff, a professor at Lund, and the lead author on the paper] [C4:said] [Q4:no]. [S5:Today’s consumers] [C5:want] [Q5:more].",
        expect![[r#"
            Craig Bryan, head of the National Center at the University of Utah, and other scientists → Craig Bryan + scientists
            Ann Roe, a lawyer, and her husband, Nils, → Ann Roe + Nils
            Ann Roe, mayor of the town, → Ann Roe
            Bo Ek, chairman of the bank, and Ann Roe → Bo Ek + Ann Roe
            Liz Huff, a professor at Lund, and the lead author on the paper → Liz Huff
            Today’s consumers → consumers
        "#]],
    );
}

#[test]
fn the_charity_is_not_its_chief() {
    check(
        "The chief executive of hunger charity FullPlate has resigned after it emerged [S:she] [C:had claimed] [Q:a lunch].
         [S1:Director of Elections Anna Lind] [C1:said] [Q1:so]. [S2:Former secretary of state John Kerry] [C2:said] [Q2:no].",
        expect![[r#"
            she → -
            Director of Elections Anna Lind → Anna Lind
            Former secretary of state John Kerry → John Kerry
        "#]],
    );
    check(
        "[S:Lord Ogilvy] [C:said] [Q:so]. [Q1:“No,”] [S1:the 78-year-old peer] [C1:said]. [S2:Another, a retired midwife who has helped,] [C2:said] [Q2:no].",
        expect![[r#"
            Lord Ogilvy → Ogilvy
            the 78-year-old peer → Ogilvy
            Another, a retired midwife who has helped, → retired midwife
        "#]],
    );
    check(
        "[S:A Scottish government spokesperson] [C:said] [Q:so].
         Meanwhile food bank user Gary Tennant, 34, from Granton, shrugged. [Q1:“No,”] [S1:he] [C1:said].",
        expect![[r#"
            A Scottish government spokesperson → Scottish government spokesperson
            he → Gary Tennant
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
