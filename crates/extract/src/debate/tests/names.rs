//! What a thing is called: by the rule on it, before a colon, by whom it parts; and what is not meant by “the plan”.

use expect_test::expect;

use super::check;

#[test]
fn a_rule_is_named_by_what_it_is_on() {
    check(
        &[
            "Court order on stray dogs divides Norwick",
            "Roe termed the directive cruel. Lind said the order would backfire. Vane said the court had done the right thing. Ekdal said dogs had feelings.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal"],
        &[
            ("Roe", "termed", "the directive cruel", &[0]),
            ("Lind", "said", "the order would backfire", &[1]),
            ("Vane", "said", "the court had done the right thing", &[2]),
            ("Ekdal", "said", "dogs had feelings", &[3]),
        ],
        None,
        &expect![[r#"
            stray dog order: Roe oppose [0]
            stray dog order: Lind oppose [1]
            stray dog order: Vane support [2]
            stray dog order: Ekdal unclear [3]
            Roe ≠ Vane on stray dog order (stances) [[0], [2]]
            Lind ≠ Vane on stray dog order (stances) [[1], [2]]
            Roe = Lind on stray dog order (stances) [[0], [1]]
        "#]],
    );
    check(
        &[
            "Norwick tightens rules on short-term lets despite anger",
            "Roe condemned the rules as a punishment. Lind hailed the council's decision. Vane said the rules serve nobody.",
        ],
        &["Roe", "Lind", "Vane"],
        &[
            ("Roe", "condemned", "the rules as a punishment", &[0]),
            ("Lind", "hailed", "the council's decision", &[1]),
            ("Vane", "said", "the rules serve nobody", &[2]),
        ],
        None,
        &expect![[r#"
            short-term lets rules: Roe oppose [0]
            short-term lets rules: Lind support [1]
            short-term lets rules: Vane oppose [2]
            Roe ≠ Lind on short-term lets rules (stances) [[0], [1]]
            Lind ≠ Vane on short-term lets rules (stances) [[1], [2]]
            Roe = Vane on short-term lets rules (stances) [[0], [2]]
        "#]],
    );
}

#[test]
fn what_stands_before_a_colon_or_parts_people_is_named_whole() {
    check(
        &[
            "Under-16 social media ban: firms cry foul",
            "Roe said the ban was too blunt an instrument. Lind said the ban was overdue. Vane said children used social media less.",
        ],
        &["Roe", "Lind", "Vane"],
        &[
            ("Roe", "said", "the ban was too blunt an instrument", &[0]),
            ("Lind", "said", "the ban was overdue", &[1]),
            ("Vane", "said", "children used social media less", &[2]),
        ],
        None,
        &expect![[r#"
            social media ban: Roe oppose [0]
            social media ban: Lind support [1]
            social media ban: Vane unclear [2]
            Roe ≠ Lind on social media ban (stances) [[0], [1]]
        "#]],
    );
    check(
        &[
            "Orsa Bay transit tax splits Democrats",
            "Roe could not back a regressive tax. Lind said transit was in ruins. Vane backed the bill. Ekdal said Orsa Bay was lovely.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal"],
        &[
            ("Roe", "could not", "back a regressive tax", &[0]),
            ("Lind", "said", "transit was in ruins", &[1]),
            ("Vane", "backed", "the bill", &[2]),
            ("Ekdal", "said", "Orsa Bay was lovely", &[3]),
        ],
        None,
        &expect![[r#"
            Orsa Bay transit tax: Roe unclear [0]
            Orsa Bay transit tax: Lind unclear [1]
            Orsa Bay transit tax: Vane support [2]
            Orsa Bay transit tax: Ekdal unclear [3]
        "#]],
    );
    check(
        &[
            "Mayors clash over speed limit reversal",
            "Roe said the reversal was reckless. Lind welcomed the minister's decision. Vane said the speed limit reversal was overdue.",
        ],
        &["Roe", "Lind", "Vane"],
        &[
            ("Roe", "said", "the reversal was reckless", &[0]),
            ("Lind", "welcomed", "the minister's decision", &[1]),
            ("Vane", "said", "the speed limit reversal was overdue", &[2]),
        ],
        None,
        &expect![[r#"
            speed limit reversal: Roe oppose [0]
            speed limit reversal: Lind support [1]
            speed limit reversal: Vane support [2]
            Roe ≠ Lind on speed limit reversal (stances) [[0], [1]]
            Roe ≠ Vane on speed limit reversal (stances) [[0], [2]]
            Lind = Vane on speed limit reversal (stances) [[1], [2]]
        "#]],
    );
}

#[test]
fn a_plan_is_no_blockade_and_a_bill_no_marriage() {
    check(
        &[
            "Villagers, minister clash over plan to house refugees in hotel",
            "Roe said the plan would go ahead. Lind vowed to keep up a blockade. Roe described the blockade as unlawful. Vane backed the plan. Ekdal condemned the blockade.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal"],
        &[
            ("Roe", "said", "the plan would go ahead", &[0]),
            ("Lind", "vowed", "to keep up a blockade", &[1]),
            ("Roe", "described", "the blockade as unlawful", &[0]),
            ("Vane", "backed", "the plan", &[2]),
            ("Ekdal", "condemned", "the blockade", &[3]),
        ],
        None,
        &expect![[r#"
            housing refugees: Roe unclear [0]
            housing refugees: Vane support [3]
            blockade: Roe oppose [2]
            blockade: Lind support [1]
            blockade: Ekdal oppose [4]
            Roe ≠ Lind on blockade (stances) [[2], [1]]
            Lind ≠ Ekdal on blockade (stances) [[1], [4]]
            Roe = Ekdal on blockade (stances) [[2], [4]]
        "#]],
    );
    check(
        &[
            "After 39-hour filibuster, senate passes bill",
            "Roe tweeted approval of the filibuster. Lind voted to end the filibuster. Vane condemned the bill. Ekdal praised the filibuster.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal"],
        &[
            ("Roe", "tweeted", "approval of the filibuster", &[0]),
            ("Lind", "voted", "to end the filibuster", &[1]),
            ("Vane", "condemned", "the bill", &[2]),
            ("Ekdal", "praised", "the filibuster", &[3]),
        ],
        None,
        &expect![[r#"
            filibuster: Roe unclear [0]
            filibuster: Lind oppose [1]
            filibuster: Ekdal support [3]
            bill: Vane oppose [2]
            Lind ≠ Ekdal on filibuster (stances) [[1], [3]]
        "#]],
    );
}

#[test]
fn what_is_said_once_or_acts_is_no_issue() {
    check(
        &[
            "Town rows over a pier",
            "Roe mocked her willingness to build the pier. Lind said Warsaw would vote against the pier. Vane said Warsaw would pay. Ekdal opposed an increase in tolls.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal"],
        &[
            ("Roe", "mocked", "her willingness to build the pier", &[0]),
            ("Lind", "said", "Warsaw would vote against the pier", &[1]),
            ("Vane", "said", "Warsaw would pay", &[2]),
            ("Ekdal", "opposed", "an increase in tolls", &[3]),
        ],
        None,
        &expect![[r#"
            pier: Roe unclear [0]
            pier: Lind unclear [1]
            pier: Vane unclear [2]
            increase: Ekdal oppose [3]
            tolls: Ekdal unclear [3]
        "#]],
    );
}

#[test]
fn each_thing_that_a_cue_is_against_has_its_own_turn() {
    check(
        &[
            "Parties at odds over the reserve",
            "Roe opposed scrapping the clinics and restrictions on the reserve. Lind fought for the reserve. Vane no longer supports the reserve. Ekdal railed against the reserve. Hall urged residents to make their voices heard on the reserve.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal", "Hall"],
        &[
            ("Roe", "opposed", "scrapping the clinics and restrictions on the reserve", &[0]),
            ("Lind", "fought for", "the reserve", &[1]),
            ("Vane", "no longer supports", "the reserve", &[2]),
            ("Ekdal", "railed against", "the reserve", &[3]),
            ("Hall", "urged", "residents to make their voices heard on the reserve", &[4]),
        ],
        None,
        &expect![[r#"
            reserve: Roe support [0]
            reserve: Lind support [1]
            reserve: Vane unclear [2]
            reserve: Ekdal oppose [3]
            reserve: Hall unclear [4]
            clinics: Roe support [0]
            Roe ≠ Ekdal on reserve (stances) [[0], [3]]
            Lind ≠ Ekdal on reserve (stances) [[1], [3]]
            Roe = Lind on reserve (stances) [[0], [1]]
        "#]],
    );
    check(
        &[
            "Council row over plan to sell cathedral green",
            "Roe said the sale was an act of vandalism. Lind supported the sale. Vane called the plan absurd.",
        ],
        &["Roe", "Lind", "Vane"],
        &[
            ("Roe", "said", "the sale was an act of vandalism", &[0]),
            ("Lind", "supported", "the sale", &[1]),
            ("Vane", "called", "the plan absurd", &[2]),
        ],
        None,
        &expect![[r#"
            sale: Roe oppose [0]
            sale: Lind support [1]
            sale: Vane oppose [2]
            Roe ≠ Lind on sale (stances) [[0], [1]]
            Lind ≠ Vane on sale (stances) [[1], [2]]
            Roe = Vane on sale (stances) [[0], [2]]
        "#]],
    );
    check(
        &[
            "Shareholders split on Harland Foods' plan to move headquarters",
            "Roe said it would vote against the move. Lind called Roe's refusal baffling. Vane applauded it. Ekdal defended the plan.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal"],
        &[
            ("Roe", "said", "it would vote against the move", &[0]),
            ("Lind", "called", "Roe's refusal baffling", &[1]),
            ("Vane", "applauded", "it", &[2]),
            ("Ekdal", "defended", "the plan", &[3]),
        ],
        None,
        &expect![[r#"
            moving headquarters: Roe oppose [0]
            moving headquarters: Lind unclear [1]
            moving headquarters: Vane unclear [2]
            moving headquarters: Ekdal support [3]
            Roe ≠ Ekdal on moving headquarters (stances) [[0], [3]]
        "#]],
    );
    check(
        &[
            "School's four-day week wins over teachers",
            "Roe called the four-day week a godsend. Lind said the shorter week stifles pupils. Vane said teachers were tired.",
        ],
        &["Roe", "Lind", "Vane"],
        &[
            ("Roe", "called", "the four-day week a godsend", &[0]),
            ("Lind", "said", "the shorter week stifles pupils", &[1]),
            ("Vane", "said", "teachers were tired", &[2]),
        ],
        None,
        &expect![[r#"
            four-day week: Roe support [0]
            four-day week: Lind oppose [1]
            teachers: Vane unclear [2]
            Roe ≠ Lind on four-day week (stances) [[0], [1]]
        "#]],
    );
}
