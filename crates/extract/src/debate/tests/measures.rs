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
            winter break: Roe unclear [0]
            winter break: Lind unclear [1]
            winter break: Ekdal oppose [2]
            winter break: Vane support [3]
            driver-only trains: Holm oppose [4]
            driver-only trains: Dahl oppose [5]
            Ekdal ≠ Vane on winter break (stances) [[2], [3]]
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
fn what_is_said_of_what_a_measure_undoes_is_for_it() {
    check(
        &[
            "Ministers clash over wolf cull",
            "Roe said the wolves have to go. Lind said the wolf cull was arbitrary and violated the treaty. Ekdal called it theft. Vane took \
             opposite views on the cull. Holm has until Friday to sign or veto the cull.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Holm"],
        &[
            ("Roe", "said", "the wolves have to go", &[0]),
            ("Lind", "said", "the wolf cull was arbitrary and violated the treaty", &[1]),
            ("Ekdal", "called", "it theft", &[2]),
            ("Vane", "took opposite views on", "the cull", &[3]),
            ("Holm", "has until Friday to sign or veto", "the cull", &[4]),
        ],
        None,
        &expect![[r#"
            wolf cull: Roe support [0]
            wolf cull: Lind oppose [1]
            wolf cull: Ekdal oppose [2]
            wolf cull: Vane unclear [3]
            wolf cull: Holm unclear [4]
            Roe ≠ Lind on wolf cull (stances) [[0], [1]]
            Roe ≠ Ekdal on wolf cull (stances) [[0], [2]]
            Lind = Ekdal on wolf cull (stances) [[1], [2]]
        "#]],
    );
    check(
        &[
            "Parents split over plan to scrap school uniform",
            "Roe described the decision as a disgrace. Lind defended the rule in Orsa. Ekdal said the school uniform was cheap.",
        ],
        &["Roe", "Lind", "Ekdal"],
        &[
            ("Roe", "described", "the decision as a disgrace", &[0]),
            ("Lind", "defended", "the rule in Orsa", &[1]),
            ("Ekdal", "said", "the school uniform was cheap", &[2]),
        ],
        None,
        &expect![[r#"
            school uniform: Roe unclear [0]
            school uniform: Lind unclear [1]
            school uniform: Ekdal support [2]
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
fn sources_say_where_a_speaker_stands() {
    check(
        &[
            "Peers clash over assisted dying bill",
            "The bill's sponsor, Roe, said she was tired. Lind, an opponent of the bill, said it was late. Ekdal, who voted against the \
             bill, said so. Vane, who spoke of the bill, said no. Holm backed the bill. Dahl, who voted no, said the bill was long. Moe, who \
             voted early, said the bill was short.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Holm", "Dahl", "Moe"],
        &[
            ("The bill's sponsor, Roe,", "said", "she was tired", &[0]),
            ("Lind, an opponent of the bill,", "said", "it was late", &[1]),
            ("Ekdal, who voted against the bill,", "said", "so", &[2]),
            ("Vane, who spoke of the bill,", "said", "no", &[3]),
            ("Holm", "backed", "the bill", &[4]),
            ("Dahl, who voted no,", "said", "the bill was long", &[5]),
            ("Moe, who voted early,", "said", "the bill was short", &[6]),
        ],
        None,
        &expect![[r#"
            assisted dying bill: Roe support [0]
            assisted dying bill: Lind oppose [1]
            assisted dying bill: Ekdal oppose [2]
            assisted dying bill: Vane unclear [3]
            assisted dying bill: Holm support [4]
            assisted dying bill: Dahl oppose [5]
            assisted dying bill: Moe unclear [6]
            Roe ≠ Lind on assisted dying bill (stances) [[0], [1]]
            Roe ≠ Ekdal on assisted dying bill (stances) [[0], [2]]
            Roe ≠ Dahl on assisted dying bill (stances) [[0], [5]]
            Lind ≠ Holm on assisted dying bill (stances) [[1], [4]]
            Ekdal ≠ Holm on assisted dying bill (stances) [[2], [4]]
            Holm ≠ Dahl on assisted dying bill (stances) [[4], [5]]
            Roe = Holm on assisted dying bill (stances) [[0], [4]]
            Lind = Ekdal on assisted dying bill (stances) [[1], [2]]
            Lind = Dahl on assisted dying bill (stances) [[1], [5]]
            Ekdal = Dahl on assisted dying bill (stances) [[2], [5]]
        "#]],
    );
    // They do without a model, too, where one would be asked what is said of the bill.
    check(
        &[
            "Peers clash over assisted dying bill",
            "The bill's sponsor, Roe, said the assisted dying bill would be read on Monday. Holm opposed the bill.",
        ],
        &["Roe", "Holm"],
        &[
            ("The bill's sponsor, Roe,", "said", "the assisted dying bill would be read on Monday", &[0]),
            ("Holm", "opposed", "the bill", &[1]),
        ],
        None,
        &expect![[r#"
            assisted dying bill: Roe support [0]
            assisted dying bill: Holm oppose [1]
            Roe ≠ Holm on assisted dying bill (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn who_is_for_the_removal_is_against_the_dam() {
    check(
        &[
            "Tribe and ranchers at odds over plan to remove dam",
            "Roe said the dam removal would heal the river. Lind said its removal would ruin him. Ekdal called the plan wise. Vane called \
             for the scheme to be delayed. Roe and Lind traded attacks on the dam.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe", "said", "the dam removal would heal the river", &[0]),
            ("Lind", "said", "its removal would ruin him", &[1]),
            ("Ekdal", "called", "the plan wise", &[2]),
            ("Vane", "called for", "the scheme to be delayed", &[3]),
            ("Roe and Lind", "traded attacks on", "the dam", &[0, 1]),
        ],
        None,
        &expect![[r#"
            dam removal: Roe support [0, 4]
            dam removal: Lind oppose [1, 4]
            dam removal: Ekdal support [2]
            dam removal: Vane oppose [3]
            Roe ≠ Lind on dam removal (reported) [[0], [1]]
            Roe ≠ Vane on dam removal (stances) [[0], [3]]
            Lind ≠ Ekdal on dam removal (stances) [[1], [2]]
            Ekdal ≠ Vane on dam removal (stances) [[2], [3]]
            Roe = Ekdal on dam removal (stances) [[0], [2]]
            Lind = Vane on dam removal (stances) [[1], [3]]
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

#[test]
fn who_wrote_the_measure_is_for_it_and_the_old_dam_is_not_the_new_one() {
    check(
        &[
            "Senators split on rent bill",
            "Ann Roe, who wrote the measure, said the rent bill was late. Max Lind opposed the rent bill.",
        ],
        &["Ann Roe", "Max Lind"],
        &[
            ("Ann Roe, who wrote the measure,", "said", "the rent bill was late", &[0]),
            ("Max Lind", "opposed", "the rent bill", &[1]),
        ],
        None,
        &expect![[r#"
            rent bill: Ann Roe support [0]
            rent bill: Max Lind oppose [1]
            Ann Roe ≠ Max Lind on rent bill (stances) [[0], [1]]
        "#]],
    );
    check(
        &["Row over new dam", "Ann Roe said a new dam was vital. Max Lind said the existing dam was vital."],
        &["Ann Roe", "Max Lind"],
        &[
            ("Ann Roe", "said", "a new dam was vital", &[0]),
            ("Max Lind", "said", "the existing dam was vital", &[1]),
        ],
        None,
        &expect![[r#"
            new dam: Ann Roe support [0]
            new dam: Max Lind unclear [1]
        "#]],
    );
}

#[test]
fn what_ought_to_be_done_and_what_one_could_not_support() {
    check(
        &[
            "Row over no-take zone",
            "Ann Roe defended the no-take zone. Max Lind said the no-take zone was late. Max Lind said he could not support it.",
        ],
        &["Ann Roe", "Max Lind"],
        &[
            ("Ann Roe", "defended", "the no-take zone", &[0]),
            ("Max Lind", "said", "the no-take zone was late", &[1]),
            ("Max Lind", "said", "he could not support it", &[1]),
        ],
        None,
        &expect![[r#"
            no-take zone: Ann Roe support [0]
            no-take zone: Max Lind oppose [1, 2]
            Ann Roe ≠ Max Lind on no-take zone (stances) [[0], [2]]
        "#]],
    );
    check(
        &[
            "Talks resume",
            "Ann Roe said she should ban mandatory overtime. Max Lind said mandatory overtime was vital.",
        ],
        &["Ann Roe", "Max Lind"],
        &[
            ("Ann Roe", "said", "she should ban mandatory overtime", &[0]),
            ("Max Lind", "said", "mandatory overtime was vital", &[1]),
        ],
        None,
        &expect![[r#"
            mandatory overtime: Ann Roe oppose [0]
            mandatory overtime: Max Lind support [1]
            Ann Roe ≠ Max Lind on mandatory overtime (stances) [[0], [1]]
        "#]],
    );
    check(
        &[
            "‘Wrong tax’: business slams sugar levy",
            "Ann Roe said this is the wrong tax. Max Lind said the sugar levy was vital. Max Lind said the tax was late.",
        ],
        &["Ann Roe", "Max Lind"],
        &[
            ("Ann Roe", "said", "this is the wrong tax", &[0]),
            ("Max Lind", "said", "the sugar levy was vital", &[1]),
            ("Max Lind", "said", "the tax was late", &[1]),
        ],
        None,
        &expect![[r#"
            sugar levy: Ann Roe oppose [0]
            sugar levy: Max Lind support [1, 2]
            Ann Roe ≠ Max Lind on sugar levy (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn what_a_thing_is_wanted_to_become() {
    let story = "Ann Roe called for logging in native forests to end. Max Lind wanted logging kept. Jo Feld faced a revolt on logging.";
    check(
        &["Row over logging", story],
        &["Ann Roe", "Max Lind", "Jo Feld"],
        &[
            ("Ann Roe", "called for", "logging in native forests to end", &[0]),
            ("Max Lind", "wanted", "logging kept", &[1]),
            ("Jo Feld", "faced", "a revolt on logging", &[2]),
        ],
        None,
        &expect![[r#"
            logging: Ann Roe oppose [0]
            logging: Max Lind support [1]
            logging: Jo Feld unclear [2]
            native forests: Ann Roe unclear [0]
            Ann Roe ≠ Max Lind on logging (stances) [[0], [1]]
        "#]],
    );
    // Not wanted to become anything.
    let story =
        "Ann Roe called for a tax to go with a cut. Max Lind said he would not allow the tax to pass.";
    check(
        &["Row over tax", story],
        &["Ann Roe", "Max Lind"],
        &[
            ("Ann Roe", "called for", "a tax to go with a cut", &[0]),
            ("Max Lind", "said", "he would not allow the tax to pass", &[1]),
        ],
        None,
        &expect![[r#"
            tax: Ann Roe unclear [0]
            tax: Max Lind unclear [1]
        "#]],
    );
    // The change is to scrap the program.
    let story = "Ann Roe recommended the change. Max Lind defended the program.";
    check(
        &["Should Lysk scrap its gifted program?", story],
        &["Ann Roe", "Max Lind"],
        &[("Ann Roe", "recommended", "the change", &[0]), ("Max Lind", "defended", "the program", &[1])],
        None,
        &expect![[r#"
            program: Max Lind support [1]
        "#]],
    );
}
