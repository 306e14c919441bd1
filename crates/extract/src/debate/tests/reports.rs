//! Whole reports in small, with faults that reading longer ones showed.

use expect_test::expect;

use super::check;

#[test]
fn what_is_warned_of_and_what_is_demanded() {
    check(
        &[
            "Senators clash over housing bill",
            "Roe, who wrote the bill, said families had waited. Lind warned that the measure would lead to evictions. Ekdal endorsed \
             the legislation. Vane stopped short of backing the bill.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe, who wrote the bill,", "said", "families had waited", &[0]),
            ("Lind", "warned", "that the measure would lead to evictions", &[1]),
            ("Ekdal", "endorsed", "the legislation", &[2]),
            ("Vane", "stopped short of backing", "the bill", &[3]),
        ],
        None,
        &expect![[r#"
            housing bill: Roe support [0]
            housing bill: Lind oppose [1]
            housing bill: Ekdal support [2]
            housing bill: Vane unclear [3]
            Roe ≠ Lind on housing bill (stances) [[0], [1]]
            Lind ≠ Ekdal on housing bill (stances) [[1], [2]]
            Roe = Ekdal on housing bill (stances) [[0], [2]]
        "#]],
    );
    check(
        &[
            "Assembly split on Kosa dam",
            "Roe demanded that work on the Kosa dam be stopped. Lind rejected the demand. Ekdal said she was disappointed by the dam.",
        ],
        &["Roe", "Lind", "Ekdal"],
        &[
            ("Roe", "demanded", "that work on the Kosa dam be stopped", &[0]),
            ("Lind", "rejected", "the demand", &[1]),
            ("Ekdal", "said", "she was disappointed by the dam", &[2]),
        ],
        None,
        &expect![[r#"
            Kosa dam: Roe oppose [0]
            Kosa dam: Lind support [1]
            Kosa dam: Ekdal oppose [2]
            Roe ≠ Lind on Kosa dam (stances) [[0], [1]]
            Lind ≠ Ekdal on Kosa dam (stances) [[1], [2]]
            Roe = Ekdal on Kosa dam (stances) [[0], [2]]
        "#]],
    );
    // A country that the headline only names as the place is no party.
    check(
        &[
            "Council split on peacekeepers for Marawa",
            "Members of the council clashed over peacekeepers. Marawa's envoy Roe rejected the plan. Lind opposed a provision. The force \
             is ready. Ekdal welcomed the proposal.",
        ],
        &["Members of the council", "Roe", "Lind", "Ekdal"],
        &[
            ("Members of the council", "clashed over", "peacekeepers", &[0]),
            ("Marawa's envoy Roe", "rejected", "the plan", &[1]),
            ("Lind", "opposed", "a provision", &[2]),
            ("Ekdal", "welcomed", "the proposal", &[3]),
        ],
        None,
        &expect![[r#"
            peacekeepers: Members of the council unclear [0]
            peacekeepers: Roe oppose [1]
            peacekeepers: Ekdal support [3]
            provision: Lind oppose [2]
            Roe ≠ Ekdal on peacekeepers (stances) [[1], [3]]
        "#]],
    );
}

#[test]
fn who_argues_speaks_and_it_is_what_was_spoken_of() {
    check(
        &[
            "Governors divided over rate cut",
            "PARIS (AFP) — Roe said she favored a quarter-point cut. Lind argued that it would be reckless with inflation at 3%. \
             Ekdal said a cut risked letting inflation flare up. Vane argued that France should cut rates.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Roe", "said", "she favored a quarter-point cut", &[0]),
            ("Lind", "argued", "that it would be reckless with inflation at 3%", &[1]),
            ("Ekdal", "said", "a cut risked letting inflation flare up", &[2]),
            ("Vane", "argued", "that France should cut rates", &[3]),
        ],
        None,
        &expect![[r#"
            rate cut: Roe support [0]
            rate cut: Lind oppose [1]
            rate cut: Ekdal oppose [2]
            rate cut: Vane support [3]
            inflation: Lind unclear [1]
            inflation: Ekdal unclear [2]
            Roe ≠ Lind on rate cut (stances) [[0], [1]]
            Roe ≠ Ekdal on rate cut (stances) [[0], [2]]
            Lind ≠ Vane on rate cut (stances) [[1], [3]]
            Ekdal ≠ Vane on rate cut (stances) [[2], [3]]
            Roe = Vane on rate cut (stances) [[0], [3]]
            Lind = Ekdal on rate cut (stances) [[1], [2]]
        "#]],
    );
}

#[test]
fn what_people_do_in_a_headline_is_no_part_of_the_thing() {
    check(
        &[
            "Villagers protest lithium mine",
            "Villagers protested. Roe said the mine would let the firm hide what it does. Lind was hurt. The council voted for the mine, Vane \
             said. Ekdal said the vote was a disgrace.",
        ],
        &["Villagers", "Roe", "council", "Ekdal"],
        &[
            ("Villagers", "protest", "lithium mine", &[0]),
            ("Roe", "said", "the mine would let the firm hide what it does", &[1]),
            ("council", "voted for", "the mine", &[2]),
            ("Ekdal", "said", "the vote was a disgrace", &[3]),
        ],
        None,
        &expect![[r#"
            mine: Villagers oppose [0]
            mine: Roe oppose [1]
            mine: council support [2]
            mine: Ekdal oppose [3]
            Villagers ≠ council on mine (stances) [[0], [2]]
            Roe ≠ council on mine (stances) [[1], [2]]
            council ≠ Ekdal on mine (stances) [[2], [3]]
            Villagers = Roe on mine (stances) [[0], [1]]
            Villagers = Ekdal on mine (stances) [[0], [3]]
            Roe = Ekdal on mine (stances) [[1], [3]]
        "#]],
    );
    // What congress approved is the law.
    check(
        &[
            "Congress approves amnesty for soldiers",
            "Congress approved an amnesty. Roe, who introduced the bill, said so was right. Lind said the law would deny justice to many. \
             Ekdal said the law was late. Vane ruled out a decree to stop the amnesty.",
        ],
        &["Congress", "Roe", "Lind", "Ekdal", "Vane"],
        &[
            ("Congress", "approved", "an amnesty", &[0]),
            ("Lind", "said", "the law would deny justice to many", &[2]),
            ("Ekdal", "said", "the law was late", &[3]),
            ("Vane", "ruled out", "a decree to stop the amnesty", &[4]),
        ],
        None,
        &expect![[r#"
            amnesty: Congress support [0]
            amnesty: Lind oppose [1]
            amnesty: Ekdal unclear [2]
            amnesty: Vane unclear [3]
            decree: Vane oppose [3]
            Congress ≠ Lind on amnesty (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn what_a_bill_is_on_is_not_the_bill() {
    check(
        &[
            "Governor vetoes bill to end vaccine exemptions",
            "The governor vetoed the bill. Roe called the veto an act of cowardice. Lind said the measure was an assault on families. \
             Ekdal's group, which gathered names against the bill, said she had listened. Vane said vaccines were good.",
        ],
        &["governor", "Roe", "Lind", "Ekdal's group", "Vane"],
        &[
            ("The governor", "vetoed", "the bill", &[0]),
            ("Roe", "called", "the veto an act of cowardice", &[1]),
            ("Lind", "said", "the measure was an assault on families", &[2]),
            ("Ekdal's group, which gathered names against the bill,", "said", "she had listened", &[3]),
            ("Vane", "said", "vaccines were good", &[4]),
        ],
        None,
        &expect![[r#"
            vaccine exemption bill: governor oppose [0]
            vaccine exemption bill: Lind oppose [2]
            vaccine exemption bill: Ekdal's group oppose [3]
            vaccine exemption bill: Vane unclear [4]
            veto: Roe oppose [1]
            governor = Lind on vaccine exemption bill (stances) [[0], [2]]
            governor = Ekdal's group on vaccine exemption bill (stances) [[0], [3]]
            Lind = Ekdal's group on vaccine exemption bill (stances) [[2], [3]]
        "#]],
    );
}

#[test]
fn who_asks_somebody_to_think_again() {
    let said: [super::Said; 3] = [
        ("The council", "told of", "the zone", &[0]),
        ("Roe", "urged", "councillors to think again", &[1]),
        ("Lind", "said", "the zone was unfair", &[2]),
    ];
    let story =
        "The council told of the zone. Roe urged councillors to think again. Lind said the zone was unfair.";
    let actors = ["council", "Roe", "Lind"];
    check(
        &["Council scraps low-traffic zone", story],
        &actors,
        &said,
        None,
        &expect![[r#"
            low-traffic zone: council unclear [0]
            low-traffic zone: Roe support [1]
            low-traffic zone: Lind oppose [2]
            Roe ≠ Lind on low-traffic zone (stances) [[1], [2]]
        "#]],
    );
    check(
        &["Council approves low-traffic zone", story],
        &actors,
        &said,
        None,
        &expect![[r#"
        low-traffic zone: council unclear [0]
        low-traffic zone: Roe oppose [1]
        low-traffic zone: Lind oppose [2]
        Roe = Lind on low-traffic zone (stances) [[1], [2]]
    "#]],
    );
}

#[test]
fn who_is_contradicted_or_backed_by_name() {
    check(
        &[
            "Norland, Estrova clash over mining moratorium",
            "Roe said mining must not begin this year. Lind said that a moratorium would hand the market to others. Kestrel backed Roe. Vane said it \
             opposed any pause. Roe denied that she acted for a rival, as Lind had suggested. Ekdal said mines were safe. But Dahl disagreed. Dahl \
             said they were not safe at all.",
        ],
        &["Roe", "Lind", "Kestrel", "Vane", "Ekdal", "Dahl"],
        &[
            ("Roe", "said", "mining must not begin this year", &[0]),
            ("Lind", "said", "that a moratorium would hand the market to others", &[1]),
            ("Kestrel", "backed", "Roe", &[2]),
            ("Vane", "said", "it opposed any pause", &[3]),
            ("Roe", "denied", "that she acted for a rival", &[0]),
            ("Ekdal", "said", "mines were safe", &[4]),
            ("Dahl", "said", "they were not safe at all", &[5]),
        ],
        None,
        &expect![[r#"
            mining moratorium: Roe support [0, 4]
            mining moratorium: Lind oppose [1]
            mining moratorium: Kestrel unclear [2]
            mining moratorium: Vane oppose [3]
            mining moratorium: Ekdal unclear [5]
            mining moratorium: Dahl unclear [6]
            Roe ≠ Lind on mining moratorium (denial) [[4], [1]]
            Roe ≠ Vane on mining moratorium (stances) [[0], [3]]
            Ekdal ≠ Dahl on mining moratorium (denial) [[5], [6]]
            Roe = Kestrel on mining moratorium (endorsement) [[0, 4], [2]]
            Lind = Vane on mining moratorium (stances) [[1], [3]]
        "#]],
    );
}
