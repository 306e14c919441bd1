//! Sides: who is for or against a measure, by the words of source, cue and content.

use expect_test::expect;

use super::check;

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
