//! Who is meant, and above all who is not: an article's text, an actor, and the item expected.

use onrecord_base::{Form, Metadata, Text};

use super::*;
use crate::world::Additions;
use crate::world::AdditionsFormat;

fn article(published: &str, text: &str) -> Article {
    let text = Text::new(text).unwrap();
    let published = (!published.is_empty()).then(|| published.to_owned());
    let metadata = Metadata { published, ..Metadata::default() };
    Article { metadata, ..Article::of_paragraph(text) }
}

/// Identifies `name` with the role that the speaker rules gave it ("" for none).
fn identified(world: &World, published: &str, text: &str, name: &str, role: &str, kind: ActorKind) -> Actor {
    let article = article(published, text);
    let mentions = article.text.as_str().match_indices(name);
    let mentions = mentions.map(|(at, found)| article.text.span(at, at + found.len()).unwrap()).collect();
    let role = (!role.is_empty()).then(|| role.to_owned());
    let actor =
        Actor { name: name.to_owned(), kind: Some(kind), role, mentions, wikidata: None, known_as: None };
    let mut speakers = Speakers { actors: vec![actor], of: Vec::new(), resolution: Vec::new() };
    identify(&article, &[], world, &mut speakers);
    speakers.actors.remove(0)
}

#[track_caller]
fn check(published: &str, text: &str, name: &str, role: &str, wikidata: Option<&str>) {
    let actor = identified(&World::embedded(), published, text, name, role, ActorKind::Person);
    assert_eq!(actor.wikidata.as_deref(), wikidata, "{name} in {text:?} of {published:?}");
}

const MAY: &str = "2019-05-14";

#[test]
fn a_full_name_with_its_office_is_one_person() {
    for (published, text, name, role, wikidata) in [
        (MAY, "Secretary of State Mike Pompeo said no.", "Mike Pompeo", "Secretary of State", "Q473239"),
        (MAY, "Secretary of State Mike Pompeo said no.", "Mike Pompeo", "", "Q473239"),
        (MAY, "Russian Foreign Minister Sergey Lavrov said no.", "Sergey Lavrov", "", "Q58217"),
        // Another spelling, in the same office.
        (MAY, "Russian Foreign Minister Sergei Lavrov said no.", "Sergei Lavrov", "", "Q58217"),
        (
            MAY,
            "Mohammad Javad Zarif, Iran's foreign minister, said no.",
            "Mohammad Javad Zarif",
            "",
            "Q10296812",
        ),
        (MAY, "Iran’s foreign minister, Javad Zarif, said no.", "Javad Zarif", "", "Q10296812"),
        (MAY, "Sen. Marco Rubio, R-Fla., said no.", "Marco Rubio", "Sen.", "Q324546"),
        // No date, but nobody else has name and office.
        ("", "Russian Foreign Minister Sergey Lavrov said no.", "Sergey Lavrov", "", "Q58217"),
        // What he was before.
        (MAY, "Former U.S. President Barack Obama said no.", "Barack Obama", "", "Q76"),
        // Who leads a country of which the story speaks needs no title.
        (MAY, "Theresa May said Britain would leave.", "Theresa May", "", "Q264766"),
        // Office, surname and date.
        (MAY, "U.S. President Trump said no.", "Trump", "President", "Q22686"),
        (MAY, "President Macron said no in Paris.", "Macron", "President", "Q3052772"),
    ] {
        check(published, text, name, role, Some(wikidata));
    }
}

#[test]
fn what_is_in_doubt_has_no_item() {
    for (published, text, name, role) in [
        // A surname alone.
        (MAY, "Lavrov said no in Russia.", "Lavrov", ""),
        (MAY, "Mr. Trump said no in America.", "Trump", "Mr."),
        // A surname and an office without a date.
        ("", "U.S. President Trump said no.", "Trump", "President"),
        // The office is another's.
        (MAY, "Russian Finance Minister Sergey Lavrov said no.", "Sergey Lavrov", ""),
        (MAY, "Norwegian Foreign Minister Sergey Lavrov said no.", "Sergey Lavrov", ""),
        (
            MAY,
            "Deputy Foreign Minister Sergey Lavrov of Russia said no.",
            "Sergey Lavrov",
            "Deputy Foreign Minister",
        ),
        (MAY, "Shadow Foreign Secretary Jeremy Hunt said no in Britain.", "Jeremy Hunt", ""),
        (MAY, "Nothing came from Russia. Finance Minister Sergey Lavrov said no.", "Sergey Lavrov", ""),
        (MAY, "The Assembly President Emmanuel Macron said no in France.", "Emmanuel Macron", ""),
        // Not yet, or long no more.
        ("1999-05-14", "Russian Foreign Minister Sergey Lavrov said no.", "Sergey Lavrov", ""),
        ("2025-05-14", "Secretary of State Mike Pompeo said no.", "Mike Pompeo", "Secretary of State"),
        // Something else is said of him.
        (MAY, "Theresa May, a baker from Leeds, said Britain was cold.", "Theresa May", ""),
        (MAY, "Theresa May, 45, said Britain was cold.", "Theresa May", ""),
        (MAY, "The baker Theresa May said Britain was cold.", "Theresa May", "baker"),
        // Nothing is said of him, nor of his country.
        (MAY, "Theresa May said it was cold.", "Theresa May", ""),
        // Invented.
        (
            "2021-02-11",
            "Estrovan Foreign Minister Oleh Marchenko said no.",
            "Oleh Marchenko",
            "Estrovan Foreign Minister",
        ),
        ("2021-02-11", "Prime Minister Anders Lund said no.", "Anders Lund", "Prime Minister"),
        ("2021-02-11", "President Sabrin said no.", "Sabrin", "President"),
        ("2020-01-18", "Premier Karen Doyle said no.", "Karen Doyle", "Premier"),
        // Those of one name whom nothing tells apart.
        (MAY, "Rep. Mike Johnson said no.", "Johnson", "Rep."),
        (MAY, "", "", ""),
    ] {
        check(published, text, name, role, None);
    }
}

#[test]
fn an_office_alone_is_its_holder_of_the_day() {
    let world = World::embedded();
    let holder = |published: &str, text: &str, name: &str| {
        let actor = identified(&world, published, text, name, "", ActorKind::Person);
        assert_eq!(actor.name, name, "the name stays the article's");
        (actor.wikidata, actor.known_as)
    };
    let lavrov = (Some("Q58217".to_owned()), Some("Sergey Lavrov".to_owned()));
    assert_eq!(holder(MAY, "The Russian foreign minister said no.", "Russian foreign minister"), lavrov);
    assert_eq!(holder(MAY, "Russia's foreign minister said no.", "Russia's foreign minister"), lavrov);
    for (published, text, name) in [
        ("", "The Russian foreign minister said no.", "Russian foreign minister"),
        (MAY, "A Russian foreign minister said no.", "Russian foreign minister"),
        (MAY, "The former Russian foreign minister said no.", "former Russian foreign minister"),
        (MAY, "The foreign minister said no in Russia.", "foreign minister"),
        (MAY, "The Estrovan foreign minister said no.", "Estrovan foreign minister"),
        (MAY, "The Russian minister said no.", "Russian minister"),
    ] {
        assert_eq!(holder(published, text, name), (None, None), "{text} of {published:?}");
    }
}

#[test]
fn states_are_items_and_so_are_the_seats_that_stand_for_them() {
    for (name, wikidata, known_as) in [
        ("Japan", Some("Q17"), None),
        ("Tokyo", Some("Q17"), Some("Japan")),
        ("Kremlin", Some("Q159"), Some("Russia")),
        ("Downing Street", Some("Q145"), Some("United Kingdom")),
        ("Japanese", None, None),
        ("Nordhaven", None, None),
    ] {
        let text = format!("{name} said no.");
        let actor = identified(&World::embedded(), MAY, &text, name, "", ActorKind::State);
        assert_eq!((actor.wikidata.as_deref(), actor.known_as.as_deref()), (wikidata, known_as), "{name}");
    }
}

/// A statement whose source nobody was found for.
fn speakers_of(published: &str, text: &str, source: &str, mut speakers: Speakers) -> Speakers {
    let article = article(published, text);
    let span = |words: &str| {
        let at = article.text.as_str().find(words).unwrap();
        article.text.span(at, at + words.len()).unwrap()
    };
    let attribution = Attribution {
        source: span(source).into(),
        cue: None,
        content: span("no").into(),
        form: Form::Indirect,
        confidence: 1.0,
    };
    speakers.of = vec![Vec::new()];
    for actor in &mut speakers.actors {
        actor.mentions = span(&actor.name).into();
    }
    identify(&article, &[attribution], &World::embedded(), &mut speakers);
    speakers
}

#[test]
fn a_source_that_is_an_office_finds_its_holder() {
    let found = speakers_of(
        MAY,
        "In Sochi, the Russian foreign minister said no.",
        "the Russian foreign minister",
        Speakers::default(),
    );
    assert_eq!(found.of, [[ActorId(0)]]);
    let actor = &found.actors[0];
    assert_eq!(
        (actor.name.as_str(), actor.wikidata.as_deref()),
        ("Russian foreign minister", Some("Q58217"))
    );

    // Who is there by name already is the one.
    let lavrov = Actor {
        name: "Sergey Lavrov".to_owned(),
        kind: Some(ActorKind::Person),
        role: None,
        mentions: Spans::NONE,
        wikidata: None,
        known_as: None,
    };
    let there = Speakers { actors: vec![lavrov], of: Vec::new(), resolution: Vec::new() };
    let text = "The Russian foreign minister said no. Moscow’s envoy, Foreign Minister Sergey Lavrov, left.";
    let found = speakers_of(MAY, text, "The Russian foreign minister", there);
    assert_eq!((found.actors.len(), found.actors[0].mentions.iter().len()), (1, 2));
    assert_eq!(found.of, [[ActorId(0)]]);

    for source in ["A Russian foreign minister", "The Estrovan foreign minister", "The foreign minister"] {
        let found = speakers_of(MAY, &format!("{source} said no."), source, Speakers::default());
        assert!(found.actors.is_empty() && found.of[0].is_empty(), "{source}");
    }
}

#[test]
fn the_users_people_come_first() {
    let toml = "[[actor]]\nname = \"Sergey Lavrov\"\nwikidata = \"Q900000001\"\n\
        [[actor]]\nname = \"Anders Lund\"\nwikidata = \"Q900000002\"\n\
        [[actor]]\nname = \"Theresa May\"\n";
    let world = World::with(Additions::parse(AdditionsFormat::Toml, toml).unwrap());
    for (text, name, wikidata) in [
        ("Russian Foreign Minister Sergey Lavrov said no.", "Sergey Lavrov", Some("Q900000001")),
        ("Prime Minister Anders Lund said no.", "Anders Lund", Some("Q900000002")),
        ("British Prime Minister Theresa May said no.", "Theresa May", None),
        ("Iran's foreign minister, Javad Zarif, said no.", "Javad Zarif", Some("Q10296812")),
        ("Lund said no.", "Lund", None),
    ] {
        let actor = identified(&world, MAY, text, name, "", ActorKind::Person);
        assert_eq!(actor.wikidata.as_deref(), wikidata, "{text}");
    }
    let organization = "[[actor]]\nname = \"Lake Commission\"\nwikidata = \"Q900000003\"\n";
    let world = World::with(Additions::parse(AdditionsFormat::Toml, organization).unwrap());
    let actor = identified(
        &world,
        "",
        "The Lake Commission said no.",
        "Lake Commission",
        "",
        ActorKind::Organization,
    );
    assert_eq!(actor.wikidata.as_deref(), Some("Q900000003"));
}

#[test]
fn a_description_of_somebody_certain() {
    for (before, words, definite) in [
        ("", "The Russian foreign minister", true),
        ("said the ", "Russian foreign minister", true),
        ("", "Japan’s prime minister", true),
        // The speaker rules may leave the state out of the mention, though the name has it.
        ("Japan's ", "prime minister", true),
        ("said Japan’s ", "prime minister", true),
        ("said a ", "Russian foreign minister", false),
        ("", "A Russian foreign minister", false),
        ("", "prime minister", false),
    ] {
        assert_eq!(is_definite(before, words), definite, "{before}|{words}");
    }
}
