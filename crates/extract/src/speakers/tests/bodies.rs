//! Bodies and their people: employers, acronyms, accounts, sources by what they know.

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
fn a_name_that_opens_a_sentence() {
    check(
        "[S:Lockheed, which built the capsule,] [C:referred] [Q:questions to NASA].",
        expect![[r#"
            Lockheed, which built the capsule, → Lockheed
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
fn the_drugmaker_is_not_the_state_of_a_jury() {
    check(
        "# Pharma giant Novalis to appeal
         A Missouri jury’s decision was [Q:“unfair”], [S:Novalis] [C:said] on Friday.
         [S1:The drugmaker] [C1:said] [Q1:it would appeal].",
        expect![[r#"
            Novalis → Novalis
            The drugmaker → Novalis
        "#]],
    );
}

#[test]
fn a_carrier_by_its_seat_a_guard_and_a_union_by_name() {
    check(
        "[S1:Norcross Air] [C1:said] [Q1:so]. [S:The Atlanta-based carrier] [C:said] [Q:no]. [S2:The nonunion carrier] [C2:said] [Q2:no].",
        expect![[r#"
            Norcross Air → Norcross Air
            The Atlanta-based carrier → Norcross Air
            The nonunion carrier → nonunion carrier
        "#]],
    );
    check(
        "[S1:The coast guard] [C1:said] [Q1:so]. [S:It] [C:denied] [Q:it]. [S2:A guard] [C2:said] [Q2:so].",
        expect![[r#"
            The coast guard → coast guard
            It → coast guard
            A guard → guard
        "#]],
    );
    check(
        "[S1:Their union, the FAA-CWA,] [C1:said] [Q1:so]. [S:The FAA-CWA] [C:denied] [Q:it].",
        expect![[r#"
            Their union, the FAA-CWA, → FAA-CWA
            The FAA-CWA → FAA-CWA
        "#]],
    );
}

#[test]
fn a_union_is_no_airline() {
    check(
        "Pilots at Caledonian Airways voted. [S:The pilots' union, Balpa-C,] [C:said] [Q:so]. [S1:The airline] [C1:said] [Q1:no].",
        expect![[r#"
            The pilots' union, Balpa-C, → Balpa-C
            The airline → Caledonian Airways
        "#]],
    );
    check(
        "Pilots at Caledonian voted. [S:The pilots' union, Balpa-C,] [C:said] [Q:so]. [S1:The airline] [C1:said] [Q1:no].",
        expect![[r#"
            The pilots' union, Balpa-C, → Balpa-C
            The airline → airline
        "#]],
    );
}

#[test]
fn names_after_whose_they_are_and_wings_of_parties() {
    check(
        "[S:The Commuters' Forum] [C:said] [Q:so]. [S1:The Women's Institute] [C1:said] [Q1:no]. [S2:NCP (UBT) leader Supriya Pawar] [C2:left] \
         [Q2:it].",
        expect![[r#"
            The Commuters' Forum → Commuters' Forum
            The Women's Institute → Women's Institute
            NCP (UBT) leader Supriya Pawar → Supriya Pawar
        "#]],
    );
    check(
        "[S:Save Glen Torran, the campaign group,] [C:vowed] [Q:to sue]. Save Glen Torran from the turbines, [S1:Anna Roe] [C1:said] [Q1:so].",
        expect![[r#"
            Save Glen Torran, the campaign group, → Save Glen Torran
            Anna Roe → Anna Roe
        "#]],
    );
    check(
        "Trains are late, [Q:a measure] [S:the government] [C:says] [Q:will pass].",
        expect![[r#"
        the government → government
    "#]],
    );
}

#[test]
fn what_a_body_is_called_ends_before_the_verb_and_after_the_noun() {
    check(
        "Wine growers in the Veyranne hills blocked the road. [S:They] [C:say] [Q:so]. \
         [S1:A survey of the bakers' union] [C1:found] [Q1:no].",
        expect![[r#"
            They → growers in the Veyranne hills
            A survey of the bakers' union → survey of the bakers' union
        "#]],
    );
    check(
        "Eleven people were hurt. [S:The company that owns the ferry, Straits Passenger Lines,] [C:said] [Q:so].",
        expect![[r#"
            The company that owns the ferry, Straits Passenger Lines, → Straits Passenger Lines
        "#]],
    );
}

#[test]
fn bodies_in_a_place_and_bodies_of_india() {
    check(
        "[S:The opposition Liberal Alliance in London] [C:said] [Q:so]. [S1:The Church in Wales] [C1:said] [Q1:so]. \
         [S2:The Delhi Cab Drivers' Sangh] [C2:opposed] [Q2:it].",
        expect![[r#"
            The opposition Liberal Alliance in London → Liberal Alliance
            The Church in Wales → Church in Wales
            The Delhi Cab Drivers' Sangh → Delhi Cab Drivers' Sangh
        "#]],
    );
}

#[test]
fn one_office_or_body_with_and_in_its_name() {
    check(
        "[S:Trade and Industry Minister Anna Lind] [C:said] [Q:so]. [S1:Law and Order's spokesman Piotr Zaremba] [C1:said] [Q1:no]. [S2:The Health and Safety Executive] [C2:said] [Q2:yes].",
        expect![[r#"
            Trade and Industry Minister Anna Lind → Anna Lind
            Law and Order's spokesman Piotr Zaremba → Piotr Zaremba
            The Health and Safety Executive → Health and Safety Executive
        "#]],
    );
    // Two people, the second with an office of one word.
    check(
        "[S:Kwan and Culture Minister Anna Lind] [C:said] [Q:so].",
        expect![[r#"
            Kwan and Culture Minister Anna Lind → Kwan + Anna Lind
        "#]],
    );
    check(
        "Gordon Brown came. [S:Brown and Trade Minister Anna Lind] [C:said] [Q:so].",
        expect![[r#"
            Brown and Trade Minister Anna Lind → Gordon Brown + Anna Lind
        "#]],
    );
}

#[test]
fn who_leads_in_a_house_and_who_is_dean() {
    check(
        "[S:Opposition leader in the council H.T. Manjunath] [C:said] [Q:so]. [S1:The Dean of Lowden, the Very Rev Judith Prosser,] [C1:said] [Q1:no]. [S2:Dean Smith] [C2:said] [Q2:yes].",
        expect![[r#"
            Opposition leader in the council H.T. Manjunath → H.T. Manjunath
            The Dean of Lowden, the Very Rev Judith Prosser, → Judith Prosser
            Dean Smith → Dean Smith
        "#]],
    );
    check(
        "[S:The Archdeacon of Clunbury, the Ven Judith Prosser,] [C:said] [Q:so]. [S1:Ald. Anne Sim] [C1:said] [Q1:no].",
        expect![[r#"
            The Archdeacon of Clunbury, the Ven Judith Prosser, → Judith Prosser
            Ald. Anne Sim → Anne Sim
        "#]],
    );
}

#[test]
fn it_is_a_body_that_only_its_name_tells_of() {
    check(
        "Southern Reach Farming has applied to grow, a move [S:it] [C:says] [Q:would create jobs].
         The Yarrick Ranges Guardians, who came in vests, played a recording [S2:they] [C2:said] [Q2:was of turbines].
         Mrs Pickup asked members to leave it alone.
         Bus operator Pennine Swift was also against. In a letter read out by the clerk, [S1:it] [C1:warned] [Q1:of delays].",
        expect![[r#"
            it → Southern Reach Farming
            they → Yarrick Ranges Guardians
            it → Pennine Swift
        "#]],
    );
    check(
        "The Clean Power Plan is the main tool. [S:It] [C:says] [Q:so].",
        expect![[r#"
        It → -
    "#]],
    );
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
