//! Issues that a model reads off a headline, beside those that rules find.

use super::debate_named;

/// The issues of a report whose headline names these.
#[track_caller]
fn issues(headline: &str, names: &[&str], said: [&str; 2]) -> String {
    let [one, other] = said;
    let story = format!("Roe said {one}. Lind said {other}.");
    let said = [("Roe", "said", one, &[0][..]), ("Lind", "said", other, &[1])];
    let (_, debate) = debate_named(&[headline, &story], &["Roe", "Lind"], &said, None, names);
    debate.issues.iter().map(|issue| issue.label.as_str()).collect::<Vec<_>>().join(", ")
}

#[test]
fn what_a_model_reads_is_at_issue() {
    for (headline, names, said, expect) in [
        // No list knows the noun, and no statement needs to say it again.
        (
            "Mechanical tusker gets temple nod",
            &["Mechanical tusker"][..],
            ["it was cruel", "it was kind"],
            "mechanical tusker",
        ),
        // A deed has the form of a noun.
        (
            "Bosses press on with plan to shut Gypsy Lane crossing",
            &["shut Gypsy Lane crossing"],
            ["no", "yes"],
            "shutting Gypsy Lane crossing",
        ),
        (
            "Board votes to shift to four-day week",
            &["shift to four-day week"],
            ["no", "yes"],
            "shifting to four-day week",
        ),
        // Marks within a name stay.
        ("Activist eyes dolls' house arm", &["dolls' house arm"], ["no", "yes"], "dolls' house arm"),
        // What rules name well keeps its name, and is one issue.
        (
            "Council backs night bus",
            &["night bus"],
            ["the night bus was late", "the night bus was early"],
            "night bus",
        ),
        // All words of a measure that rules find, and more.
        (
            "Bakers slam new flour tax",
            &["new flour tax"],
            ["the flour tax hurts", "the tax is fair"],
            "new flour tax",
        ),
        (
            "Kyrgyz tell Kazakhs to start paying for river water",
            &["start paying for river water"],
            ["no", "yes"],
            "paying for river water",
        ),
        // What rules tell apart stays so.
        (
            "Ministers spar over steel quotas and gas transit",
            &["steel quotas and gas transit"],
            ["the gas transit pays", "the steel quotas hurt"],
            "gas transit, steel quotas",
        ),
        // Only what the row is over.
        ("Row over new gong", &["Row over new gong"], ["no", "yes"], "new gong"),
        // Nobody is an issue, and what only the story names is none of the headline's.
        ("Union endorses Lind", &["Lind"], ["no", "yes"], ""),
        ("Keepers of the glow", &["it was rung"], ["it was rung", "yes"], ""),
    ] {
        assert_eq!(issues(headline, names, said), expect, "{headline}");
    }
}
