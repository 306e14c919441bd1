//! What an issue is called, and what is none.

use super::debate;

/// The labels of a report in which two people say one thing each.
#[track_caller]
fn labels(headline: &str, said: [&str; 2]) -> String {
    let [one, other] = said;
    let story = format!("Roe said {one}. Lind said {other}.");
    let said = [("Roe", "said", one, &[0][..]), ("Lind", "said", other, &[1])];
    let (_, debate) = debate(&[headline, &story], &["Roe", "Lind"], &said, None);
    debate.issues.iter().map(|issue| issue.label.as_str()).collect::<Vec<_>>().join(", ")
}

#[test]
fn issues_are_named_as_a_reader_would() {
    for (headline, said, expect) in [
        // A noun that says too little has the word before it, or is no issue.
        ("News", ["capital gains are theirs", "capital gains fell"], "capital gains"),
        ("News", ["the gains were theirs", "those gains fell"], ""),
        ("News", ["the initial threat was theirs", "the initial threat fell"], ""),
        ("Row over the threat", ["the threat was theirs", "the threat fell"], "threat"),
        ("News", ["the powerful tax was theirs", "the powerful tax fell"], "tax"),
        ("News", ["the medical bills were theirs", "the medical bills fell"], "medical bills"),
        // Where politics takes place, and of which country people are.
        ("News", ["Iowa was lost", "Iowa was won"], ""),
        ("Ministers clash over Iowa", ["Iowa was lost", "Iowa was won"], "Iowa"),
        ("News", ["the American people lost", "the American people won"], ""),
        ("News", ["Britain lost", "Britain won"], ""),
        ("News", ["France lost", "France won"], "France"),
        // Verbs in the capitals of a headline, and those that govern.
        ("Mayor Embraces Cycling Embraced Abortion", ["abortion was lost", "abortion was won"], "abortion"),
        ("News", ["they ship jobs away", "they ship jobs out"], ""),
        ("News", ["they damage Orsa most", "they damage Orsa less"], "Orsa"),
        ("News", ["photo ID was theirs", "photo ID fell"], "photo ID"),
        ("News", ["the government bears obstruction", "the government bears obstruction"], "obstruction"),
        // A row's subject, and what locks horns.
        (
            "Tram extension row: Roe hits out",
            ["the extension was late", "the trams were late"],
            "tram extension",
        ),
        ("'No water': Orsa, Dalen lock horns", ["the lock was safe", "the lock was late"], "lock"),
        // What is to replace another.
        ("Row over new dam", ["a new dam was late", "the existing dam was safe"], "new dam"),
        ("Row over new dam", ["a new dam was late", "the new dam was safe"], "dam"),
        // A bill is called by what it does.
        (
            "Lawmakers split on bill to cap insulin prices",
            ["the bill was late", "that bill was early"],
            "insulin price cap",
        ),
        (
            "Lawmakers split on bill to cap insulin prices",
            ["the cap was late", "that cap was early"],
            "insulin price cap",
        ),
        (
            "Councillors clash over plan to charge for school buses",
            ["a charge for school buses was late", "that charge was unfair"],
            "school bus charge",
        ),
        ("News", ["the sale was theirs", "the sale fell"], "sale"),
        // What is counted is no object of what is done, nor is what they do.
        ("News", ["removal of tens of thousands", "the removal fell"], "removal"),
        ("News", ["a ban on Muslims entering it", "the ban fell"], "Muslim ban"),
        ("News", ["a ban on nuclear power", "the ban fell"], "nuclear power ban"),
    ] {
        assert_eq!(labels(headline, said), expect, "{headline}: {said:?}");
    }
}

#[test]
fn whom_a_given_name_stands_before_is_no_issue() {
    for (said, expect) in [
        (["Cheryl Mills was there", "Mills lied"], ""),
        (["the mills were there", "no mill was there"], "mill"),
    ] {
        assert_eq!(labels("News", said), expect, "{said:?}");
    }
}
