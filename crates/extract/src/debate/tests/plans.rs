//! Plans, bans and deeds of which a headline tells: what they are called, and who is for or against them.

use expect_test::expect;

use super::check;

#[test]
fn a_headline_tells_who_is_at_odds_with_whom_and_what_was_resolved() {
    check(
        &[
            "Roe sees no case for rate cuts, at odds with Lind",
            "Roe said there was no case for rate cuts. Lind called last week for two rate cuts.",
        ],
        &["Roe", "Lind"],
        &[
            ("Roe", "said", "there was no case for rate cuts", &[0]),
            ("Lind", "called last week for", "two rate cuts", &[1]),
        ],
        None,
        &expect![[r#"
            rate cuts: Roe oppose [0]
            rate cuts: Lind support [1]
            Roe ≠ Lind on rate cuts (stances) [[0], [1]]
        "#]],
    );
    check(
        &[
            "Board votes to pull 14 books",
            "The board voted to remove 14 books. Roe voted against it. Lind said the vote was a sad day. Ekdal said the removals were unlawful. Vane \
             said he was disappointed but would obey. Dahl said it would sue. Hall praised the board. Tarn said she remained neutral.",
        ],
        &["board", "Roe", "Lind", "Ekdal", "Vane", "Dahl", "Hall", "Tarn"],
        &[
            ("The board", "voted", "to remove 14 books", &[0]),
            ("Roe", "voted against", "it", &[1]),
            ("Lind", "said", "the vote was a sad day", &[2]),
            ("Ekdal", "said", "the removals were unlawful", &[3]),
            ("Vane", "said", "he was disappointed but would obey", &[4]),
            ("Dahl", "said", "it would sue", &[5]),
            ("Hall", "praised", "the board", &[6]),
            ("Tarn", "said", "she remained neutral", &[7]),
        ],
        None,
        &expect![[r#"
            pulling books: board support [0]
            pulling books: Roe oppose [1]
            pulling books: Lind oppose [2]
            pulling books: Ekdal oppose [3]
            pulling books: Vane oppose [4]
            pulling books: Dahl oppose [5]
            pulling books: Hall unclear [6]
            pulling books: Tarn unclear [7]
            board ≠ Roe on pulling books (stances) [[0], [1]]
            board ≠ Lind on pulling books (stances) [[0], [2]]
            board ≠ Ekdal on pulling books (stances) [[0], [3]]
            board ≠ Vane on pulling books (stances) [[0], [4]]
            board ≠ Dahl on pulling books (stances) [[0], [5]]
            board = Hall on pulling books (endorsement) [[0], [6]]
            Roe = Lind on pulling books (stances) [[1], [2]]
            Roe = Ekdal on pulling books (stances) [[1], [3]]
            Roe = Vane on pulling books (stances) [[1], [4]]
            Roe = Dahl on pulling books (stances) [[1], [5]]
            Lind = Ekdal on pulling books (stances) [[2], [3]]
            Lind = Vane on pulling books (stances) [[2], [4]]
            Lind = Dahl on pulling books (stances) [[2], [5]]
            Ekdal = Vane on pulling books (stances) [[3], [4]]
            Ekdal = Dahl on pulling books (stances) [[3], [5]]
            Vane = Dahl on pulling books (stances) [[4], [5]]
        "#]],
    );
}

#[test]
fn a_paragraph_says_what_it_is_about_and_who_accuse_each_other_are_at_odds() {
    check(
        &[
            "Ministers trade accusations over dam and border",
            "The ministers ended talks, each accusing the other of bad faith over the dam.",
            "Roe demanded a treaty on the dam.",
            "On Mara, Lind insisted that police must leave. Roe replied that nobody had asked him.",
        ],
        &["Roe", "Lind"],
        &[
            ("each", "accusing", "the other of bad faith over the dam", &[0, 1]),
            ("Roe", "demanded", "a treaty on the dam", &[0]),
            ("Lind", "insisted", "that police must leave", &[1]),
            ("Roe", "replied", "that nobody had asked him", &[0]),
        ],
        None,
        &expect![[r#"
            dam: Roe unclear [0, 1]
            dam: Lind unclear [0]
            treaty: Roe support [1]
            Roe ≠ Lind on dam (reported) [[1], [0]]
        "#]],
    );
}

#[test]
fn what_a_headline_plans_is_named_by_it() {
    check(
        &[
            "Firms split on EU plan to scan private messages",
            "Roe said the plan was wrong. Lind rejected claims that the law amounted to theft. Vane said Berlin would vote no, because it had \
             doubts. Ekdal took a different view. Ekdal said it could live with the plan.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal"],
        &[
            ("Roe", "said", "the plan was wrong", &[0]),
            ("Lind", "rejected", "claims that the law amounted to theft", &[1]),
            ("Vane", "said", "Berlin would vote no, because it had doubts", &[2]),
            ("Ekdal", "said", "it could live with the plan", &[3]),
        ],
        None,
        &expect![[r#"
            scanning private messages: Roe oppose [0]
            scanning private messages: Lind unclear [1]
            scanning private messages: Vane oppose [2]
            scanning private messages: Ekdal support [3]
            Roe ≠ Ekdal on scanning private messages (stances) [[0], [3]]
            Vane ≠ Ekdal on scanning private messages (stances) [[2], [3]]
            Roe = Vane on scanning private messages (stances) [[0], [2]]
        "#]],
    );
    check(
        &[
            "Clubs reject video referee",
            "The clubs voted against introducing video referees. Roe said he was disappointed. Lind welcomed the result. Vane called the vote \
             cowardice. Ekdal said her members had been let down. Dahl said the money should go on pitches. Hall said referees must stay fit.",
        ],
        &["clubs", "Roe", "Lind", "Vane", "Ekdal", "Dahl", "Hall"],
        &[
            ("The clubs", "voted against", "introducing video referees", &[0]),
            ("Roe", "said", "he was disappointed", &[1]),
            ("Lind", "welcomed", "the result", &[2]),
            ("Vane", "called", "the vote cowardice", &[3]),
            ("Ekdal", "said", "her members had been let down", &[4]),
            ("Dahl", "said", "the money should go on pitches", &[5]),
            ("Hall", "said", "referees must stay fit", &[6]),
        ],
        None,
        &expect![[r#"
            video referees: clubs oppose [0]
            video referees: Roe support [1]
            video referees: Lind oppose [2]
            video referees: Vane support [3]
            video referees: Ekdal support [4]
            video referees: Dahl oppose [5]
            video referees: Hall unclear [6]
            clubs ≠ Roe on video referees (stances) [[0], [1]]
            clubs ≠ Vane on video referees (stances) [[0], [3]]
            clubs ≠ Ekdal on video referees (stances) [[0], [4]]
            Roe ≠ Lind on video referees (stances) [[1], [2]]
            Roe ≠ Dahl on video referees (stances) [[1], [5]]
            Lind ≠ Vane on video referees (stances) [[2], [3]]
            Lind ≠ Ekdal on video referees (stances) [[2], [4]]
            Vane ≠ Dahl on video referees (stances) [[3], [5]]
            Ekdal ≠ Dahl on video referees (stances) [[4], [5]]
            clubs = Lind on video referees (stances) [[0], [2]]
            clubs = Dahl on video referees (stances) [[0], [5]]
            Roe = Vane on video referees (stances) [[1], [3]]
            Roe = Ekdal on video referees (stances) [[1], [4]]
            Lind = Dahl on video referees (stances) [[2], [5]]
            Vane = Ekdal on video referees (stances) [[3], [4]]
        "#]],
    );
}

#[test]
fn a_bill_to_cap_fees_is_the_cap_however_it_is_told() {
    check(
        &[
            "Doctors, insurers at odds over bill to cap ambulance fees",
            "Roe told members to reject it. Lind said that capping the fee would shift costs onto others. Vane called for a recount of beds. Ekdal \
             ruled that out. Dahl said he shared Lind’s concern. Hall said he would sign it. Tarn said the bill fell well short. Osk said fees \
             would rise. Ibsen said that was simply false.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal", "Dahl", "Hall", "Tarn", "Osk", "Ibsen"],
        &[
            ("Roe", "told members", "to reject it", &[0]),
            ("Lind", "said", "that capping the fee would shift costs onto others", &[1]),
            ("Vane", "called for", "a recount of beds", &[2]),
            ("Ekdal", "ruled", "that", &[3]),
            ("Dahl", "said", "he shared Lind’s concern", &[4]),
            ("Hall", "said", "he would sign it", &[5]),
            ("Tarn", "said", "the bill fell well short", &[6]),
            ("Osk", "said", "fees would rise", &[7]),
            ("Ibsen", "said", "that was simply false", &[8]),
        ],
        None,
        &expect![[r#"
            ambulance fee cap: Roe oppose [0]
            ambulance fee cap: Lind oppose [1]
            ambulance fee cap: Dahl unclear [4]
            ambulance fee cap: Hall support [5]
            ambulance fee cap: Tarn oppose [6]
            ambulance fee cap: Osk unclear [7]
            ambulance fee cap: Ibsen unclear [8]
            recount: Vane support [2]
            recount: Ekdal oppose [3]
            Lind ≠ Hall on ambulance fee cap (stances) [[1], [5]]
            Vane ≠ Ekdal on recount (stances) [[2], [3]]
            Hall ≠ Tarn on ambulance fee cap (stances) [[5], [6]]
            Osk ≠ Ibsen on ambulance fee cap (denial) [[7], [8]]
            Lind = Dahl on ambulance fee cap (endorsement) [[1], [4]]
            Lind = Tarn on ambulance fee cap (stances) [[1], [6]]
        "#]],
    );
    check(
        &[
            "Board delays vote on 300-unit complex",
            "The board voted for a delay. Roe said the complex was badly needed. Lind opposed the project. Vane disagreed with the delay.",
            "Ekdal said the complex was too large. Others are not convinced. Dahl said the complex had too few rooms.",
        ],
        &["board", "Roe", "Lind", "Vane", "Ekdal", "Dahl"],
        &[
            ("The board", "voted for", "a delay", &[0]),
            ("Roe", "said", "the complex was badly needed", &[1]),
            ("Lind", "opposed", "the project", &[2]),
            ("Vane", "disagreed with", "the delay", &[3]),
            ("Ekdal", "said", "the complex was too large", &[4]),
            ("Dahl", "said", "the complex had too few rooms", &[5]),
        ],
        None,
        &expect![[r#"
            complex: Roe support [1]
            complex: Lind oppose [2]
            complex: Ekdal unclear [4]
            complex: Dahl unclear [5]
            delay: board support [0]
            delay: Vane oppose [3]
            board ≠ Vane on delay (stances) [[0], [3]]
            Roe ≠ Lind on complex (stances) [[1], [2]]
            Ekdal ≠ Dahl on complex (denial) [[4], [5]]
        "#]],
    );
}

#[test]
fn a_ban_is_of_what_else_the_headline_names() {
    check(
        &[
            "Mayor Roe defends use of facial recognition; members call for ban",
            "Roe defended the use of facial recognition. Lind said facial recognition had no place in a free city. Members introduced an ordinance \
             that would ban it. Roe said he would veto the ordinance.",
        ],
        &["Roe", "Lind", "members"],
        &[
            ("members", "call for", "ban", &[2]),
            ("Roe", "defended", "the use of facial recognition", &[0]),
            ("Lind", "said", "facial recognition had no place in a free city", &[1]),
            ("Roe", "said", "he would veto the ordinance", &[0]),
        ],
        None,
        &expect![[r#"
            facial recognition ban: Roe oppose [1, 3]
            facial recognition ban: Lind support [2]
            facial recognition ban: members support [0]
            Roe ≠ Lind on facial recognition ban (stances) [[1], [2]]
            Roe ≠ members on facial recognition ban (stances) [[1], [0]]
            Lind = members on facial recognition ban (stances) [[2], [0]]
        "#]],
    );
}

#[test]
fn a_plan_to_raise_an_age_is_the_raising() {
    check(
        &[
            "Government, unions split over plan to raise retirement age",
            "Roe said the retirement age was too low. Roe urged ministers to go further. Lind called the plan a betrayal and promised to bring it down. Vane rejected exemptions from the \
             plan. Ekdal agreed with her, saying that exemptions had grown. Dahl accused Roe of greed.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal", "Dahl"],
        &[
            ("Roe", "said", "the retirement age was too low", &[0]),
            ("Roe", "urged", "ministers to go further", &[0]),
            ("Lind", "called", "the plan a betrayal", &[1]),
            ("", "promised", "to bring it down", &[1]),
            ("Vane", "rejected", "exemptions from the plan", &[2]),
            ("", "saying", "that exemptions had grown", &[3]),
            ("Dahl", "accused", "Roe of greed", &[4]),
        ],
        None,
        &expect![[r#"
            exemptions: Vane oppose [4]
            exemptions: Ekdal oppose [5]
            raising retirement age: Roe support [0, 1]
            raising retirement age: Lind oppose [2, 3]
            raising retirement age: Dahl unclear [6]
            Roe ≠ Lind on raising retirement age (stances) [[1], [2, 3]]
            Roe ≠ Dahl on raising retirement age (criticism) [[1, 0], [6]]
            Vane = Ekdal on exemptions (stances) [[4], [5]]
        "#]],
    );
}

#[test]
fn what_is_deployed_or_taken_away_is_on_the_thing_that_the_headline_names() {
    check(
        &[
            "Roe and Lind trade barbs over missiles, subsidy",
            "Roe called the deployment of missiles reckless. Lind backed the removal of the subsidy. Vane said the removal was cruel. Ekdal rejected \
             the offer of a wage award of forty crowns to cushion the end of the subsidy. Dahl said restoring the subsidy was not an option. Hall \
             described the offer as peanuts.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal", "Dahl", "Hall"],
        &[
            ("Roe", "called", "the deployment of missiles reckless", &[0]),
            ("Lind", "backed", "the removal of the subsidy", &[1]),
            ("Vane", "said", "the removal was cruel", &[2]),
            (
                "Ekdal",
                "rejected",
                "the offer of a wage award of forty crowns to cushion the end of the subsidy",
                &[3],
            ),
            ("Dahl", "said", "restoring the subsidy was not an option", &[4]),
            ("Hall", "described", "the offer as peanuts", &[5]),
        ],
        None,
        &expect![[r#"
            subsidy: Lind oppose [1]
            subsidy: Vane support [2]
            subsidy: Ekdal unclear [3]
            subsidy: Dahl oppose [4]
            subsidy: Hall unclear [5]
            missiles: Roe oppose [0]
            Lind ≠ Vane on subsidy (stances) [[1], [2]]
            Vane ≠ Dahl on subsidy (stances) [[2], [4]]
            Lind = Dahl on subsidy (stances) [[1], [4]]
        "#]],
    );
    check(
        &[
            "Cathedral’s plan for rooftop solar panels splits city",
            "Roe defended the panels. Lind said she strongly supported the application. Vane said he would be voting against it. Ekdal rejected \
             suggestions that the panels were ugly. Dahl said she would ask the court to have the panels pulled.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal", "Dahl"],
        &[
            ("Roe", "defended", "the panels", &[0]),
            ("Lind", "said", "she strongly supported the application", &[1]),
            ("Vane", "said", "he would be voting against it", &[2]),
            ("Ekdal", "rejected", "suggestions that the panels were ugly", &[3]),
            ("Dahl", "said", "she would ask the court to have the panels pulled", &[4]),
        ],
        None,
        &expect![[r#"
            rooftop solar panels: Roe support [0]
            rooftop solar panels: Lind support [1]
            rooftop solar panels: Vane oppose [2]
            rooftop solar panels: Ekdal unclear [3]
            rooftop solar panels: Dahl oppose [4]
            Roe ≠ Vane on rooftop solar panels (stances) [[0], [2]]
            Roe ≠ Dahl on rooftop solar panels (stances) [[0], [4]]
            Lind ≠ Vane on rooftop solar panels (stances) [[1], [2]]
            Lind ≠ Dahl on rooftop solar panels (stances) [[1], [4]]
            Roe = Lind on rooftop solar panels (stances) [[0], [1]]
            Vane = Dahl on rooftop solar panels (stances) [[2], [4]]
        "#]],
    );
}

#[test]
fn what_is_to_be_returned_is_not_at_issue_itself_and_an_offer_is_turned_down() {
    check(
        &[
            "Museum’s decision to return bronzes divides scholars",
            "Roe welcomed the return. Lind said the bronzes were old. Vane said he would ask the court to stop it. Ekdal has offered to open the \
             bronzes to all. Dahl rejected the offer. Hall said bronzes belonged to everybody. Tarn dismissed that as a joke.",
        ],
        &["Roe", "Lind", "Vane", "Ekdal", "Dahl", "Hall", "Tarn"],
        &[
            ("Roe", "welcomed", "the return", &[0]),
            ("Lind", "said", "the bronzes were old", &[1]),
            ("Vane", "said", "he would ask the court to stop it", &[2]),
            ("Ekdal", "has offered", "to open the bronzes to all", &[3]),
            ("Dahl", "rejected", "the offer", &[4]),
            ("Hall", "said", "bronzes belonged to everybody", &[5]),
            ("Tarn", "dismissed", "that as a joke", &[6]),
        ],
        None,
        &expect![[r#"
            returning bronzes: Roe support [0]
            returning bronzes: Lind unclear [1]
            returning bronzes: Vane oppose [2]
            returning bronzes: Ekdal unclear [3]
            returning bronzes: Dahl unclear [4]
            returning bronzes: Hall unclear [5]
            returning bronzes: Tarn unclear [6]
            Roe ≠ Vane on returning bronzes (stances) [[0], [2]]
            Ekdal ≠ Dahl on returning bronzes (denial) [[3], [4]]
            Hall ≠ Tarn on returning bronzes (denial) [[5], [6]]
        "#]],
    );
    check(
        &[
            "Teachers threaten strike as government rejects pay demand",
            "The government rejected a pay demand. Roe said its members would go on strike next week. Lind said the demand was unrealistic. Vane said \
             the teachers’ demand was just. Ekdal welcomed the announcement.",
        ],
        &["government", "Roe", "Lind", "Vane", "Ekdal"],
        &[
            ("government", "rejected", "a pay demand", &[0]),
            ("Roe", "said", "its members would go on strike next week", &[1]),
            ("Lind", "said", "the demand was unrealistic", &[2]),
            ("Vane", "said", "the teachers’ demand was just", &[3]),
            ("Ekdal", "welcomed", "the announcement", &[4]),
        ],
        None,
        &expect![[r#"
            pay demand: government oppose [0]
            pay demand: Lind oppose [2]
            pay demand: Vane unclear [3]
            pay demand: Ekdal oppose [4]
            strike: Roe support [1]
            government = Lind on pay demand (stances) [[0], [2]]
            government = Ekdal on pay demand (stances) [[0], [4]]
            Lind = Ekdal on pay demand (stances) [[2], [4]]
        "#]],
    );
}
