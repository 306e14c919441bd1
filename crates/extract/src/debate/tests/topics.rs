//! Issues of a codebook: what a headline does to one, and sides taken without a word of the issue.

use expect_test::expect;

use super::check;
use crate::debate::Topic;

fn topic(label: &str, proposition: &str, keywords: &[&str]) -> Topic {
    Topic {
        id: label.to_lowercase(),
        label: label.to_owned(),
        proposition: Some(proposition.to_owned()),
        keywords: keywords.iter().map(|&word| word.to_owned()).collect(),
        ..Topic::default()
    }
}

/// What nothing else is said of is on the ban that the board delays; of two things side by side in a headline it is on neither.
#[test]
fn what_a_headline_does_to_an_issue_is_no_issue_beside_it() {
    let topics = [
        topic("Phone ban", "Phones should be banned", &["the ban"]),
        topic("Delay of the vote", "The vote should be put off", &["the delay"]),
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
            topic("Talks", "The talks should continue", &[]),
            topic("Closures", "The closures should go ahead", &["the closures"]),
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
