//! Headlines that tell what is to be done, to what, and whom it parts; and what the story says of it.

use expect_test::expect;

use super::check;

#[test]
fn what_a_body_is_to_do_is_at_issue() {
    check(
        &[
            "School board to arm guards after debate",
            "The board voted to arm guards. Roe said the plan had been rushed. Lind called on the board to spend the money on nurses. Ekdal \
             endorsed the decision. Vane said the vote was a sad commentary.",
        ],
        &["board", "Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("The board", "voted", "to arm guards", &[0]),
            ("Roe", "said", "the plan had been rushed", &[1]),
            ("Lind", "called on", "the board to spend the money on nurses", &[2]),
            ("Ekdal", "endorsed", "the decision", &[3]),
            ("Vane", "said", "the vote was a sad commentary", &[4]),
        ],
        None,
        &expect![[r#"
            arming guards: board unclear [0]
            arming guards: Roe oppose [1]
            arming guards: Lind oppose [2]
            arming guards: Ekdal support [3]
            arming guards: Vane unclear [4]
            Roe ≠ Ekdal on arming guards (stances) [[1], [3]]
            Lind ≠ Ekdal on arming guards (stances) [[2], [3]]
            board ≠ Vane on arming guards (denial) [[0], [4]]
            Ekdal ≠ Vane on arming guards (denial) [[3], [4]]
            Roe = Lind on arming guards (stances) [[1], [2]]
        "#]],
    );
    check(
        &[
            "Council to ban disposable barbecues on beaches",
            "Councillors backed the move by 31 votes to nine. Roe proposed the ban. Lind called the ban nanny-statism. Ekdal welcomed the vote. \
             Vane said beaches were clean.",
        ],
        &["Councillors", "Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Councillors", "backed", "the move by 31 votes to nine", &[0]),
            ("Roe", "proposed", "the ban", &[1]),
            ("Lind", "called", "the ban nanny-statism", &[2]),
            ("Ekdal", "welcomed", "the vote", &[3]),
            ("Vane", "said", "beaches were clean", &[4]),
        ],
        None,
        &expect![[r#"
            disposable barbecue ban: Councillors support [0]
            disposable barbecue ban: Roe support [1]
            disposable barbecue ban: Lind oppose [2]
            disposable barbecue ban: Ekdal support [3]
            disposable barbecue ban: Vane unclear [4]
            Councillors ≠ Lind on disposable barbecue ban (stances) [[0], [2]]
            Roe ≠ Lind on disposable barbecue ban (stances) [[1], [2]]
            Lind ≠ Ekdal on disposable barbecue ban (stances) [[2], [3]]
            Councillors = Roe on disposable barbecue ban (stances) [[0], [1]]
            Councillors = Ekdal on disposable barbecue ban (stances) [[0], [3]]
            Roe = Ekdal on disposable barbecue ban (stances) [[1], [3]]
        "#]],
    );
    // A visit is nothing that one is for or against.
    check(
        &["Premier to visit Orsa", "Roe said Orsa was cold. Lind said Orsa was not cold."],
        &["Roe", "Lind"],
        &[("Roe", "said", "Orsa was cold", &[0]), ("Lind", "said", "Orsa was not cold", &[1])],
        None,
        &expect![[r#"
            Orsa: Roe unclear [0]
            Orsa: Lind unclear [1]
        "#]],
    );
}

#[test]
fn a_plan_is_at_issue_with_where_it_leads_and_a_thing_by_whom_it_parts() {
    check(
        &[
            "Ministers clash over plan to send asylum seekers to barracks",
            "Roe said asylum seekers would move to the barracks in June. Lind urged Roe to clear the backlog instead. Ekdal also criticised the \
             proposal. Vane said: “We oppose this plan.” Dahl said that the barracks would be used.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Dahl"],
        &[
            ("Roe", "said", "asylum seekers would move to the barracks in June", &[0]),
            ("Lind", "urged", "Roe to clear the backlog instead", &[1]),
            ("Ekdal", "also criticised", "the proposal", &[2]),
            ("Vane", "said:", "“We oppose this plan.”", &[3]),
            ("Dahl", "said", "that the barracks would be used", &[4]),
        ],
        None,
        &expect![[r#"
            sending asylum seekers to barracks: Roe unclear [0]
            sending asylum seekers to barracks: Ekdal oppose [2]
            sending asylum seekers to barracks: Vane oppose [3]
            sending asylum seekers to barracks: Dahl unclear [4]
            backlog: Lind unclear [1]
            Ekdal = Vane on sending asylum seekers to barracks (stances) [[2], [3]]
        "#]],
    );
    check(
        &[
            "Tech giant’s data centre divides town",
            "Roe said the €1.2bn scheme would bring 400 jobs. Lind said the centre would use water and wants councillors to reject it. Ekdal \
             has lodged an objection. Vane said its figures were fiction. Dahl rejected that.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Dahl"],
        &[
            ("Roe", "said", "the €1.2bn scheme would bring 400 jobs", &[0]),
            ("Lind", "said", "the centre would use water and wants councillors to reject it", &[1]),
            ("Ekdal", "has lodged", "an objection", &[2]),
            ("Vane", "said", "its figures were fiction", &[3]),
            ("Dahl", "rejected", "that", &[4]),
        ],
        None,
        &expect![[r#"
            data centre: Roe support [0]
            data centre: Lind oppose [1]
            data centre: Ekdal oppose [2]
            data centre: Vane unclear [3]
            data centre: Dahl unclear [4]
            Roe ≠ Lind on data centre (stances) [[0], [1]]
            Roe ≠ Ekdal on data centre (stances) [[0], [2]]
            Vane ≠ Dahl on data centre (denial) [[3], [4]]
            Lind = Ekdal on data centre (stances) [[1], [2]]
        "#]],
    );
    check(
        &[
            "Opposition walks out as assembly passes goat shelter cess bill",
            "Roe said the cess would help goats. Lind termed the bill a burden. Ekdal supported the bill. Vane said the cess would push up the \
             cost of homes. Dahl said: “We request the government to roll it back.” Lind denied that he was against goats.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Dahl"],
        &[
            ("Roe", "said", "the cess would help goats", &[0]),
            ("Lind", "termed", "the bill a burden", &[1]),
            ("Ekdal", "supported", "the bill", &[2]),
            ("Vane", "said", "the cess would push up the cost of homes", &[3]),
            ("Dahl", "said:", "“We request the government to roll it back.”", &[4]),
            ("Lind", "denied", "that he was against goats", &[1]),
        ],
        None,
        &expect![[r#"
            goat shelter cess bill: Roe unclear [0]
            goat shelter cess bill: Lind oppose [1, 5]
            goat shelter cess bill: Ekdal support [2]
            goat shelter cess bill: Vane unclear [3]
            goat shelter cess bill: Dahl oppose [4]
            Lind ≠ Ekdal on goat shelter cess bill (stances) [[1], [2]]
        "#]],
    );
}

#[test]
fn a_veto_an_offer_and_what_is_threatened_unless() {
    check(
        &[
            "Governor vetoes rent cap",
            "Roe vetoed a rent cap. Lind called the veto a betrayal. Landlords welcomed the decision. Ekdal said the cap would drive small \
             owners out of the market.",
        ],
        &["Roe", "Lind", "Landlords", "Ekdal"],
        &[
            ("Roe", "vetoed", "a rent cap", &[0]),
            ("Lind", "called", "the veto a betrayal", &[1]),
            ("Landlords", "welcomed", "the decision", &[2]),
            ("Ekdal", "said", "the cap would drive small owners out of the market", &[3]),
        ],
        None,
        &expect![[r#"
            rent cap: Roe oppose [0]
            rent cap: Ekdal oppose [3]
            veto: Lind oppose [1]
            veto: Landlords support [2]
            Lind ≠ Landlords on veto (stances) [[1], [2]]
            Roe = Ekdal on rent cap (stances) [[0], [3]]
        "#]],
    );
    check(
        &[
            "Union rejects pay offer",
            "The union rejected the pay offer. The union vowed to go on with the strike. Roe ruled out raising the offer. Lind said the strike was \
             illegal. Ekdal said it would ask the courts for an injunction.",
        ],
        &["union", "Roe", "Lind", "Ekdal"],
        &[
            ("The union", "rejected", "the pay offer", &[0]),
            ("The union", "vowed", "to go on with the strike", &[0]),
            ("Roe", "ruled out", "raising the offer", &[1]),
            ("Lind", "said", "the strike was illegal", &[2]),
        ],
        None,
        &expect![[r#"
            pay offer: union oppose [0]
            pay offer: Roe unclear [2]
            strike: union support [1]
            strike: Lind oppose [3]
            union ≠ Lind on strike (stances) [[1], [3]]
        "#]],
    );
    check(
        &[
            "Envoys trade barbs over dairy quotas",
            "Roe threatened new duties unless they were scrapped. Lind said there was no question of dairy quotas. Ekdal said the quotas rig the \
             game.",
        ],
        &["Roe", "Lind", "Ekdal"],
        &[
            ("Roe", "threatened", "new duties unless they were scrapped", &[0]),
            ("Lind", "said", "there was no question of dairy quotas", &[1]),
            ("Ekdal", "said", "the quotas rig the game", &[2]),
        ],
        None,
        &expect![[r#"
            dairy quotas: Roe oppose [0]
            dairy quotas: Lind oppose [1]
            dairy quotas: Ekdal oppose [2]
            Lind = Ekdal on dairy quotas (stances) [[1], [2]]
        "#]],
    );
}
