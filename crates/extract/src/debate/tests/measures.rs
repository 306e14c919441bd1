//! Measures: how they are named, what means them, and what is said of their worth.

use expect_test::expect;

use super::check;

#[test]
fn a_measure_bears_its_full_name_and_is_meant_by_the_policy() {
    check(
        &[
            "Phone ban splits parents and teachers",
            "Roe said the ban would protect children. Lind said the policy was unworkable. Ekdal warned of phones in class. Vane said \
             that the plan to build a pier was unfair. Holm vowed to scrap the ban.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Holm"],
        &[
            ("Roe", "said", "the ban would protect children", &[0]),
            ("Lind", "said", "the policy was unworkable", &[1]),
            ("Ekdal", "warned", "of phones in class", &[2]),
            ("Vane", "said", "that the plan to build a pier was unfair", &[3]),
            ("Holm", "vowed", "to scrap the ban", &[4]),
        ],
        None,
        &expect![[r#"
            phone ban: Roe support [0]
            phone ban: Lind oppose [1]
            phone ban: Ekdal unclear [2]
            phone ban: Vane unclear [3]
            phone ban: Holm oppose [4]
            Roe ≠ Lind on phone ban (stances) [[0], [1]]
            Roe ≠ Holm on phone ban (stances) [[0], [4]]
            Lind = Holm on phone ban (stances) [[1], [4]]
        "#]],
    );
    check(
        &[
            "Ministers clash over plan to cap fares",
            "Roe and Lind traded accusations over the plan to cap fares. Roe called the fare cap a triumph. Lind said that fares would \
             go up.",
        ],
        &["Roe", "Lind"],
        &[
            ("Roe and Lind", "traded accusations over", "the plan to cap fares", &[0, 1]),
            ("Roe", "called", "the fare cap a triumph", &[0]),
            ("Lind", "said", "that fares would go up", &[1]),
        ],
        None,
        &expect![[r#"
            fare cap: Roe support [0, 1]
            fare cap: Lind unclear [0, 2]
            Roe ≠ Lind on fare cap (reported) [[1], [2]]
        "#]],
    );
}

#[test]
fn a_plan_to_undo_a_thing_is_not_the_thing() {
    check(
        &[
            "Clubs at odds over winter break and driver-only trains",
            "Roe announced the plan to scrap the winter break. Lind called the decision reckless. Ekdal said the break had to go. Vane said \
             the winter break should be kept. Holm called for driver-only trains to be banned. Dahl said it remained opposed to \
             driver-only trains.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Holm", "Dahl"],
        &[
            ("Roe", "announced", "the plan to scrap the winter break", &[0]),
            ("Lind", "called", "the decision reckless", &[1]),
            ("Ekdal", "said", "the break had to go", &[2]),
            ("Vane", "said", "the winter break should be kept", &[3]),
            ("Holm", "called for", "driver-only trains to be banned", &[4]),
            ("Dahl", "said", "it remained opposed to driver-only trains", &[5]),
        ],
        None,
        &expect![[r#"
            winter break: Roe oppose [0]
            winter break: Lind unclear [1]
            winter break: Ekdal oppose [2]
            winter break: Vane support [3]
            driver-only trains: Holm oppose [4]
            driver-only trains: Dahl oppose [5]
            Roe ≠ Vane on winter break (stances) [[0], [3]]
            Ekdal ≠ Vane on winter break (stances) [[2], [3]]
            Roe = Ekdal on winter break (stances) [[0], [2]]
            Holm = Dahl on driver-only trains (stances) [[4], [5]]
        "#]],
    );
    check(
        &[
            "Council approves wind farm",
            "The council approved a wind farm. Roe voted for the scheme. Lind said his party supported parks but could not support \
             the wind farm, which he said was an insult.",
        ],
        &["council", "Roe", "Lind"],
        &[
            ("The council", "approved", "a wind farm", &[0]),
            ("Roe", "voted for", "the scheme", &[1]),
            ("Lind", "said", "his party supported parks but could not support the wind farm", &[2]),
            ("he", "said", "which he said was an insult", &[2]),
        ],
        None,
        &expect![[r#"
            wind farm: council support [0]
            wind farm: Roe support [1]
            wind farm: Lind oppose [2, 3]
            council ≠ Lind on wind farm (stances) [[0], [2]]
            Roe ≠ Lind on wind farm (stances) [[1], [2]]
            council = Roe on wind farm (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn offers_lynx_and_names_in_what_is_disputed() {
    check(
        &[
            "Pilots reject pay offer",
            "The pilots voted to reject a pay offer. Roe said the offer was an insult. Lind described the offer as generous. Ekdal urged \
             Lind to improve it.",
        ],
        &["pilots", "Roe", "Lind", "Ekdal"],
        &[
            ("The pilots", "voted to reject", "a pay offer", &[0]),
            ("Roe", "said", "the offer was an insult", &[1]),
            ("Lind", "described", "the offer as generous", &[2]),
            ("Ekdal", "urged", "Lind to improve it", &[3]),
        ],
        None,
        &expect![[r#"
            pay offer: pilots oppose [0]
            pay offer: Roe oppose [1]
            pay offer: Lind support [2]
            pay offer: Ekdal unclear [3]
            pilots ≠ Lind on pay offer (stances) [[0], [2]]
            Roe ≠ Lind on pay offer (stances) [[1], [2]]
            pilots = Roe on pay offer (stances) [[0], [1]]
        "#]],
    );
    check(
        &[
            "Scientists divided over plan to bring lynx back",
            "The Lynx Trust said the lynx would help forests. Roe said the lynx would kill lambs. Lind said that lynx were cats.",
        ],
        &["Lynx Trust", "Roe", "Lind"],
        &[
            ("The Lynx Trust", "said", "the lynx would help forests", &[0]),
            ("Roe", "said", "the lynx would kill lambs", &[1]),
            ("Lind", "said", "that lynx were cats", &[2]),
        ],
        None,
        &expect![[r#"
            lynx: Lynx Trust support [0]
            lynx: Roe oppose [1]
            lynx: Lind unclear [2]
            Lynx Trust ≠ Roe on lynx (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn a_headline_names_a_measure_in_words_of_any_kind() {
    check(
        &[
            "MPs row over assisted dying bill",
            "Roe said the bill was dangerous. Lind said she would vote for the bill. Ekdal urged the French to march. Vane said the French \
             opposed it.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe", "said", "the bill was dangerous", &[0]),
            ("Lind", "said", "she would vote for the bill", &[1]),
            ("Ekdal", "urged", "the French to march", &[2]),
            ("Vane", "said", "the French opposed it", &[3]),
        ],
        None,
        &expect![[r#"
            assisted dying bill: Roe oppose [0]
            assisted dying bill: Lind support [1]
            assisted dying bill: Ekdal unclear [2]
            assisted dying bill: Vane unclear [3]
            Roe ≠ Lind on assisted dying bill (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn it_is_what_was_spoken_of_right_before() {
    check(
        &[
            "MPs row over bread tax",
            "Roe said that the tax would raise money. Roe said it was needed to pay teachers. Lind said the tax was on bread. Lind \
             said it would hurt the poor. Ekdal said critics called the tax a tax. Ekdal said if it was fair he would pay.",
        ],
        &["Roe", "Lind", "Ekdal"],
        &[
            ("Roe", "said", "that the tax would raise money", &[0]),
            ("Roe", "said", "it was needed to pay teachers", &[0]),
            ("Lind", "said", "the tax was on bread", &[1]),
            ("Lind", "said", "it would hurt the poor", &[1]),
            ("Ekdal", "said", "critics called the tax a tax", &[2]),
            ("Ekdal", "said", "if it was fair he would pay", &[2]),
        ],
        None,
        &expect![[r#"
            bread tax: Roe support [0, 1]
            bread tax: Lind oppose [2, 3]
            bread tax: Ekdal unclear [4, 5]
            Roe ≠ Lind on bread tax (stances) [[1], [3]]
        "#]],
    );
}

#[test]
fn what_a_headline_is_for_is_meant_by_the_scheme_and_by_what_is_done_to_it() {
    check(
        &[
            "MPs back solar farm on Ashby fields",
            "Roe approved the Ashby scheme. Lind branded the decision a betrayal. Lind vowed to fight it. Ekdal backed the project. Vane \
             called Polish steel cheap.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe", "approved", "the Ashby scheme", &[0]),
            ("Lind", "branded", "the decision a betrayal", &[1]),
            ("Lind", "vowed", "to fight it", &[1]),
            ("Ekdal", "backed", "the project", &[2]),
            ("Vane", "called", "Polish steel cheap", &[3]),
        ],
        None,
        &expect![[r#"
            solar farm: Roe support [0]
            solar farm: Lind oppose [1, 2]
            solar farm: Ekdal support [3]
            solar farm: Vane unclear [4]
            Roe ≠ Lind on solar farm (stances) [[0], [1, 2]]
            Lind ≠ Ekdal on solar farm (stances) [[1, 2], [3]]
            Roe = Ekdal on solar farm (stances) [[0], [3]]
        "#]],
    );
    check(
        &[
            "Mayor and police split over camera footage",
            "Roe demanded the release of the camera footage. Lind opposes the release. Ekdal urged the council to release the footage. \
             Vane said that the sale was over.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe", "demanded", "the release of the camera footage", &[0]),
            ("Lind", "opposes", "the release", &[1]),
            ("Ekdal", "urged", "the council to release the footage", &[2]),
            ("Vane", "said", "that the sale was over", &[3]),
        ],
        None,
        &expect![[r#"
            camera footage: Roe support [0]
            camera footage: Lind oppose [1]
            camera footage: Ekdal support [2]
            camera footage: Vane unclear [3]
            Roe ≠ Lind on camera footage (stances) [[0], [1]]
            Lind ≠ Ekdal on camera footage (stances) [[1], [2]]
            Roe = Ekdal on camera footage (stances) [[0], [2]]
        "#]],
    );
}

#[test]
fn a_bill_to_repeal_the_mandate_is_not_the_mandate() {
    check(
        &[
            "Nurses at odds over vaccine mandate",
            "Roe praised the vaccine mandate. Lind said he would introduce a bill to repeal it. Ekdal said the bill was dead on arrival. \
             Holm rejected that. Dahl denied this.",
        ],
        &["Roe", "Lind", "Ekdal", "Holm", "Dahl"],
        &[
            ("Roe", "praised", "the vaccine mandate", &[0]),
            ("Lind", "said", "he would introduce a bill to repeal it", &[1]),
            ("Ekdal", "said", "the bill was dead on arrival", &[2]),
            ("Holm", "rejected", "that", &[3]),
            ("Dahl", "denied", "this", &[4]),
        ],
        None,
        &expect![[r#"
            vaccine mandate: Roe support [0]
            bill: Lind support [1]
            bill: Ekdal oppose [2]
            bill: Holm support [3]
            bill: Dahl unclear [4]
            Lind ≠ Ekdal on bill (stances) [[1], [2]]
            Ekdal ≠ Holm on bill (stances) [[2], [3]]
            Ekdal ≠ Dahl on bill (denial) [[2], [4]]
            Lind = Holm on bill (stances) [[1], [3]]
        "#]],
    );
}

#[test]
fn a_bill_and_what_it_bans_are_one_issue() {
    check(
        &[
            "House panel advances bill to ban menthol cigarettes",
            "Roe approved legislation that would ban menthol cigarettes. Lind called the ban a disgrace. Ekdal voted for the bill. Vane reiterated \
             her opposition to the ban. Holm said menthol cigarettes are dangerous.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Holm"],
        &[
            ("Roe", "approved", "legislation that would ban menthol cigarettes", &[0]),
            ("Lind", "called", "the ban a disgrace", &[1]),
            ("Ekdal", "voted for", "the bill", &[2]),
            ("Vane", "reiterated", "her opposition to the ban", &[3]),
            ("Holm", "said", "menthol cigarettes are dangerous", &[4]),
        ],
        None,
        &expect![[r#"
            menthol cigarette ban: Roe support [0]
            menthol cigarette ban: Lind oppose [1]
            menthol cigarette ban: Ekdal support [2]
            menthol cigarette ban: Vane oppose [3]
            menthol cigarette ban: Holm support [4]
            Roe ≠ Lind on menthol cigarette ban (stances) [[0], [1]]
            Roe ≠ Vane on menthol cigarette ban (stances) [[0], [3]]
            Lind ≠ Ekdal on menthol cigarette ban (stances) [[1], [2]]
            Lind ≠ Holm on menthol cigarette ban (stances) [[1], [4]]
            Ekdal ≠ Vane on menthol cigarette ban (stances) [[2], [3]]
            Vane ≠ Holm on menthol cigarette ban (stances) [[3], [4]]
            Roe = Ekdal on menthol cigarette ban (stances) [[0], [2]]
            Roe = Holm on menthol cigarette ban (stances) [[0], [4]]
            Lind = Vane on menthol cigarette ban (stances) [[1], [3]]
            Ekdal = Holm on menthol cigarette ban (stances) [[2], [4]]
        "#]],
    );
    check(
        &[
            "Orsa and Estrova differ on river",
            "Roe praised the agreement. Lind fought the pact. The Online News Act passed. Ekdal said the law was unfair. Vane praised the law.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe", "praised", "the agreement", &[0]),
            ("Lind", "fought", "the pact", &[1]),
            ("Ekdal", "said", "the law was unfair", &[2]),
            ("Vane", "praised", "the law", &[3]),
        ],
        None,
        &expect![[r#"
            Online News Act: Ekdal oppose [2]
            Online News Act: Vane support [3]
            agreement: Roe support [0]
            agreement: Lind oppose [1]
            Roe ≠ Lind on agreement (stances) [[0], [1]]
            Ekdal ≠ Vane on Online News Act (stances) [[2], [3]]
        "#]],
    );
}

#[test]
fn what_the_lead_says_is_planned_is_an_issue_without_a_noun_of_its_own() {
    check(
        &[
            "States up in arms",
            "Roe called the decision to make Hindi compulsory in exams wrong. Lind defended the move. Ekdal rejected the order. Vane said \
             nobody spoke Hindi here.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe", "called", "the decision to make Hindi compulsory in exams wrong", &[0]),
            ("Lind", "defended", "the move", &[1]),
            ("Ekdal", "rejected", "the order", &[2]),
            ("Vane", "said", "nobody spoke Hindi here", &[3]),
        ],
        None,
        &expect![[r#"
            making Hindi compulsory: Roe unclear [0]
            making Hindi compulsory: Lind support [1]
            making Hindi compulsory: Ekdal oppose [2]
            making Hindi compulsory: Vane unclear [3]
            Lind ≠ Ekdal on making Hindi compulsory (stances) [[1], [2]]
        "#]],
    );
    // Who keeps the coal is not for phasing it out: only "the plan" and its like mean that.
    check(
        &[
            "Ministers meet in Dalen",
            "Ministers met over a plan to phase out coal. Roe rejected the proposal. Lind welcomed the plan. Vane praised coal.",
        ],
        &["Roe", "Lind", "Vane"],
        &[
            ("Roe", "rejected", "the proposal", &[0]),
            ("Lind", "welcomed", "the plan", &[1]),
            ("Vane", "praised", "coal", &[2]),
        ],
        None,
        &expect![[r#"
            phasing out coal: Roe oppose [0]
            phasing out coal: Lind support [1]
            coal: Vane support [2]
            Roe ≠ Lind on phasing out coal (stances) [[0], [1]]
        "#]],
    );
    // What is at issue by its own name stays that.
    check(
        &[
            "Council split over bus lanes",
            "Roe backed the plan to put bus lanes on the road. Lind said the lanes would kill the street.",
        ],
        &["Roe", "Lind"],
        &[
            ("Roe", "backed", "the plan to put bus lanes on the road", &[0]),
            ("Lind", "said", "the lanes would kill the street", &[1]),
        ],
        None,
        &expect![[r#"
            bus lanes: Roe support [0]
            bus lanes: Lind oppose [1]
            Roe ≠ Lind on bus lanes (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn what_is_done_and_to_what_is_one_issue() {
    check(
        &[
            "Closure of maternity unit splits town",
            "Roe defended the closure of the maternity unit. Lind said the closure was a mistake. Ekdal said the unit was loved. Vane said \
             she had four sons.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe", "defended", "the closure of the maternity unit", &[0]),
            ("Lind", "said", "the closure was a mistake", &[1]),
            ("Ekdal", "said", "the unit was loved", &[2]),
            ("Vane", "said", "she had four sons", &[3]),
        ],
        None,
        &expect![[r#"
            maternity unit closure: Roe support [0]
            maternity unit closure: Lind oppose [1]
            maternity unit closure: Ekdal unclear [2]
            maternity unit closure: Vane unclear [3]
            Roe ≠ Lind on maternity unit closure (stances) [[0], [1]]
        "#]],
    );
    check(
        &[
            "Ministers divided over ban on lead shot",
            "Roe defended the plan to ban lead shot Monday. Lind said the ban was a mistake. Ekdal said Orsa bought Estrovan gas.",
        ],
        &["Roe", "Lind", "Ekdal"],
        &[
            ("Roe", "defended", "the plan to ban lead shot", &[0]),
            ("Lind", "said", "the ban was a mistake", &[1]),
            ("Ekdal", "said", "Orsa bought Estrovan gas", &[2]),
        ],
        None,
        &expect![[r#"
            lead shot ban: Roe support [0]
            lead shot ban: Lind oppose [1]
            lead shot ban: Ekdal unclear [2]
            Roe ≠ Lind on lead shot ban (stances) [[0], [1]]
        "#]],
    );
}
