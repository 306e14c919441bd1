//! Issues of a codebook: which statements are on one, by its words or by the headline, and who is for or against its proposition.

use expect_test::expect;

use super::{Said, check};
use crate::debate::Topic;

fn topic(label: &str, proposition: Option<&str>, keywords: &[&str]) -> Topic {
    Topic {
        id: label.to_lowercase(),
        label: label.to_owned(),
        proposition: proposition.map(str::to_owned),
        keywords: keywords.iter().map(|&word| word.to_owned()).collect(),
        ..Topic::default()
    }
}

#[test]
fn topics_of_a_codebook_are_known_by_their_words() {
    check(
        &["News", "Roe opposed the levy. Lind backed the charge on water. Vane praised the choir."],
        &["Roe", "Lind", "Vane"],
        &[
            ("Roe", "opposed", "the levy", &[0]),
            ("Lind", "backed", "the charge on water", &[1]),
            ("Vane", "praised", "the choir", &[2]),
        ],
        Some(&[topic("Water levy", None, &["charg*", "water"]), topic("Railways", None, &["train"])]),
        &expect![[r#"
            Water levy: Roe oppose [0]
            Water levy: Lind support [1]
            Roe ≠ Lind on Water levy (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn who_says_a_proposition_is_for_it_and_who_rejects_the_claim_against_it() {
    check(
        &[
            "Row over pier",
            "Roe said the pier would reopen before the fair. Lind rejected the claim. Ekdal endorsed the estimate.",
            "Vane denied that the company had misled the council. Dahl accused the company of having misled the council.",
            "Holm asked whether the pier would reopen before the fair. Nye did not rule out that the pier would reopen before the fair.",
            "Kerr said he would not rule out that the pier would reopen before the fair.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Dahl", "Holm", "Nye", "Kerr"],
        &[
            ("Roe", "said", "the pier would reopen before the fair", &[0]),
            ("Lind", "rejected", "the claim", &[1]),
            ("Ekdal", "endorsed", "the estimate", &[2]),
            ("Vane", "denied", "that the company had misled the council", &[3]),
            ("Dahl", "accused", "the company of having misled the council", &[4]),
            ("Holm", "asked", "whether the pier would reopen before the fair", &[5]),
            ("Nye", "did not rule out", "that the pier would reopen before the fair", &[6]),
            ("Kerr", "said", "he would not rule out that the pier would reopen before the fair", &[7]),
        ],
        Some(&[
            topic("The pier", Some("The pier will reopen before the fair"), &[]),
            topic("Misleading the council", Some("The company misled the council"), &[]),
        ]),
        &expect![[r#"
            The pier: Roe support [0]
            The pier: Lind oppose [1]
            The pier: Ekdal support [2]
            The pier: Holm unclear [5]
            The pier: Nye unclear [6]
            The pier: Kerr unclear [7]
            Misleading the council: Vane oppose [3]
            Misleading the council: Dahl support [4]
            Roe ≠ Lind on The pier (stances) [[0], [1]]
            Lind ≠ Ekdal on The pier (stances) [[1], [2]]
            Vane ≠ Dahl on Misleading the council (stances) [[3], [4]]
            Roe = Ekdal on The pier (stances) [[0], [2]]
        "#]],
    );
}

#[test]
fn a_name_in_a_label_is_not_what_is_at_issue() {
    check(
        &[
            "News of the day",
            "Lind said the Vane foundation sold access. Dahl said Vane had slept well. Lind said Vane’s taxes were low. Dahl said voters were \
             tired. Lind said the buybacks hurt. Dahl said the taxes of others were lower.",
        ],
        &["Lind", "Dahl"],
        &[
            ("Lind", "said", "the Vane foundation sold access", &[0]),
            ("Dahl", "said", "Vane had slept well", &[1]),
            ("Lind", "said", "Vane’s taxes were low", &[0]),
            ("Dahl", "said", "voters were tired", &[1]),
            ("Lind", "said", "the buybacks hurt", &[0]),
            ("Dahl", "said", "the taxes of others were lower", &[1]),
        ],
        Some(&[
            topic("Vane Foundation", None, &[]),
            topic("Vane’s taxes", None, &[]),
            topic("Voter fraud", None, &[]),
            topic("Water buyback", None, &[]),
        ]),
        &expect![[r#"
            Vane’s taxes: Lind unclear [2]
            Vane’s taxes: Dahl unclear [5]
            Vane Foundation: Lind unclear [0]
            Water buyback: Lind unclear [4]
        "#]],
    );
}

#[test]
fn what_nothing_else_is_said_of_is_on_the_one_issue_of_the_headline() {
    let article = [
        "Council backs tram line",
        "The council voted for the tram line. Roe said the tram line was needed.",
        "Lind said it would do more harm than good.",
        "Vane said she had sold her car.",
    ];
    let said: [Said; 4] = [
        ("The council", "voted for", "the tram line", &[0]),
        ("Roe", "said", "the tram line was needed", &[1]),
        ("Lind", "said", "it would do more harm than good", &[2]),
        ("Vane", "said", "she had sold her car", &[3]),
    ];
    let actors = ["council", "Roe", "Lind", "Vane"];
    let own = expect![[r#"
        tram line: council support [0]
        tram line: Roe support [1]
        tram line: Lind oppose [2]
        tram line: Vane unclear [3]
        council ≠ Lind on tram line (stances) [[0], [2]]
        Roe ≠ Lind on tram line (stances) [[1], [2]]
        council = Roe on tram line (stances) [[0], [1]]
    "#]];
    check(&article, &actors, &said, None, &own);
    let all = expect![[r#"
        Tram line: council support [0]
        Tram line: Roe support [1]
        Tram line: Lind oppose [2]
        Tram line: Vane unclear [3]
    "#]];
    let two = expect![[r#"
        Tram line: council support [0]
        Tram line: Roe support [1]
        Tram line: Lind oppose [2]
        Councils: council unclear [0]
    "#]];
    let line = ("Tram line", "The tram line should be built");
    for (topics, expected) in [
        (vec![line], &all),
        // Of two with the same words there it is the one with its head among them; of two with words of their own neither.
        (vec![line, ("Cost of the tram line", "The tram line is cheap")], &all),
        (vec![line, ("Councils", "Councils should decide on their own")], &two),
        // "Line" alone does not tell that it is the tax line.
        (vec![("Tax line", "The tax line should be held")], &expect![""]),
    ] {
        let topic = |(label, proposition): (&str, &str)| topic(label, Some(proposition), &[]);
        let topics: Vec<Topic> = topics.into_iter().map(topic).collect();
        check(&article, &actors, &said, Some(&topics), expected);
    }
}

/// What nothing else is said of is on the ban that the board delays; of two things side by side in a headline it is on neither.
#[test]
fn what_a_headline_does_to_an_issue_is_no_issue_beside_it() {
    let topics = [
        topic("Phone ban", Some("Phones should be banned"), &["the ban"]),
        topic("Delay of the vote", Some("The vote should be put off"), &["the delay"]),
    ];
    for (headline, expected) in [
        (
            "Board delays phone ban",
            expect![[r#"
            Phone ban: Roe oppose [0]
            Phone ban: Vane support [1]
            Phone ban: Lind unclear [2]
            Roe ≠ Vane on Phone ban (stances) [[0], [1]]
        "#]],
        ),
        (
            "Board divided over delay and phone ban",
            expect![[r#"
            Phone ban: Roe oppose [0]
            Phone ban: Vane support [1]
            Roe ≠ Vane on Phone ban (stances) [[0], [1]]
        "#]],
        ),
    ] {
        check(
            &[
                headline,
                "Roe said the phone ban was wrong. Vane said the ban was overdue. Lind said that she had acid to watch.",
            ],
            &["Roe", "Vane", "Lind"],
            &[
                ("Roe", "said", "the phone ban was wrong", &[0]),
                ("Vane", "said", "the ban was overdue", &[1]),
                ("Lind", "said", "that she had acid to watch", &[2]),
            ],
            Some(&topics),
            &expected,
        );
    }
}

#[test]
fn who_would_meet_is_for_talks_and_who_would_have_had_it_sooner_is_for_it() {
    check(
        &[
            "Ministers divided over talks",
            "Roe spoke of the talks. Roe agreed to meet again in May. Lind spoke of the talks. Lind refused to meet again. \
             Vane planned to meet the target of the talks.",
            "Dahl spoke of the closures. Dahl said that the firm should have done it years ago. Ekdal spoke of the closures. \
             Ekdal said that the firm should have done it by hand.",
        ],
        &["Roe", "Lind", "Vane", "Dahl", "Ekdal"],
        &[
            ("Roe", "spoke of", "the talks", &[0]),
            ("Roe", "agreed", "to meet again in May", &[0]),
            ("Lind", "spoke of", "the talks", &[1]),
            ("Lind", "refused", "to meet again", &[1]),
            ("Vane", "planned", "to meet the target of the talks", &[2]),
            ("Dahl", "spoke of", "the closures", &[3]),
            ("Dahl", "said", "that the firm should have done it years ago", &[3]),
            ("Ekdal", "spoke of", "the closures", &[4]),
            ("Ekdal", "said", "that the firm should have done it by hand", &[4]),
        ],
        Some(&[
            topic("Talks", Some("The talks should continue"), &[]),
            topic("Closures", Some("The closures should go ahead"), &["the closures"]),
        ]),
        &expect![[r#"
            Talks: Roe support [0, 1]
            Talks: Lind oppose [2, 3]
            Talks: Vane unclear [4]
            Closures: Dahl support [5, 6]
            Closures: Ekdal unclear [7, 8]
        "#]],
    );
}
