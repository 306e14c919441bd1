//! Whole debates as data: an article and its statements in, issues, stances, differences and agreements out. No model.

mod headlines;
mod labels;
mod measures;
mod named;
mod names;
mod plans;
mod reports;
mod sides;
mod topics;

use std::fmt::Write;

use expect_test::{Expect, expect};
use onrecord_base::{
    Actor, ActorId, ActorKind, Article, Attribution, Block, BlockKind, Debate, Form, Leaning, Metadata,
    Pairing, Provenance, Spans, Statement, Text,
};

use super::named::{Called, trimmed};
use super::{Story, Tools, Topic, read_named};
use crate::namer::Named;

/// Source, cue, content and speakers of a statement; the words are found one after the other.
type Said<'w> = (&'w str, &'w str, &'w str, &'w [u32]);

/// The debate of an article, of which the first block is the headline.
#[track_caller]
fn debate(blocks: &[&str], actors: &[&str], said: &[Said], topics: Option<&[Topic]>) -> (Vec<Actor>, Debate) {
    debate_named(blocks, actors, said, topics, &[])
}

/// The same, where a model reads those words, at their first place, as something that one can be for or against.
#[track_caller]
fn debate_named(
    blocks: &[&str],
    actors: &[&str],
    said: &[Said],
    topics: Option<&[Topic]>,
    names: &[&str],
) -> (Vec<Actor>, Debate) {
    let text = Text::new(blocks.join("\n\n")).unwrap();
    let span = |words: &str, from: usize| {
        let at = from + text.as_str()[from..].find(words).unwrap_or_else(|| panic!("not there: {words}"));
        text.span(at, at + words.len()).unwrap()
    };
    let kind = |number| if number == 0 { BlockKind::Headline } else { BlockKind::Paragraph };
    let blocks = (0..).zip(blocks).map(|(n, words)| Block { span: span(words, 0), kind: kind(n) }).collect();
    let article = Article { text: text.clone(), blocks, metadata: Metadata::default(), diagnostics: vec![] };
    let mut from = 0;
    let mut statements = Vec::new();
    for &(source, cue, content, speakers) in said {
        let content = span(content, from);
        from = content.range().start.saturating_sub(source.len() + cue.len() + 2);
        let near = |words: &str| (!words.is_empty()).then(|| span(words, from));
        statements.push(Statement {
            attribution: Attribution {
                source: near(source).map_or(Spans::NONE, Spans::from),
                cue: near(cue),
                content: content.into(),
                form: Form::Indirect,
                confidence: 0.9,
            },
            actors: speakers.iter().map(|&id| ActorId(id)).collect(),
            resolution: Vec::new(),
            reported_by: None,
            takes: Vec::new(),
            aim: None,
            provenance: Provenance { by: "test".to_owned() },
        });
        from = content.range().end;
    }
    let mentions = |name: &str| text.as_str().match_indices(name).map(|(at, _)| at).collect::<Vec<_>>();
    let actors: Vec<Actor> = actors
        .iter()
        .map(|name| Actor {
            name: (*name).to_owned(),
            kind: Some(ActorKind::Person),
            role: None,
            mentions: mentions(name).iter().filter_map(|&at| text.span(at, at + name.len())).collect(),
            wikidata: None,
            known_as: None,
        })
        .collect();
    let story = Story::new(&article);
    let called = |words: &&str| {
        let tokens = trimmed(&story, story.tokens_in(span(words, 0)));
        let main = story.in_headline(tokens.start);
        Called { tokens, named: Named::Measure, probability: 0.9, sure: true, main }
    };
    let called: Vec<Called> = names.iter().map(called).collect();
    let tools = Tools { topics, ..Tools::default() };
    let debate = read_named(&story, &actors, &mut statements, &tools, called, None).unwrap();
    (actors, debate)
}

#[track_caller]
fn check(blocks: &[&str], actors: &[&str], said: &[Said], topics: Option<&[Topic]>, expected: &Expect) {
    let (actors, debate) = debate(blocks, actors, said, topics);
    let mut out = String::new();
    for position in &debate.positions {
        let leaning = match position.leaning {
            Leaning::Clear(stance) => stance.name(),
            Leaning::Mixed => "mixed",
            Leaning::Unclear => "unclear",
        };
        let (issue, actor) =
            (&debate.issues[position.issue.0 as usize].label, &actors[position.actor.0 as usize]);
        writeln!(out, "{issue}: {} {leaning} {:?}", actor.name, position.statements).unwrap();
    }
    let mut pairs = |kind: &str, pairs: &[Pairing]| {
        for pair in pairs {
            let [a, b] = pair.between.map(|id| &actors[id.0 as usize].name);
            let issue = &debate.issues[pair.issue.0 as usize].label;
            writeln!(out, "{a} {kind} {b} on {issue} ({}) {:?}", pair.ground.name(), pair.statements)
                .unwrap();
        }
    };
    pairs("≠", &debate.differences);
    pairs("=", &debate.agreements);
    expected.assert_eq(&out);
}

#[test]
fn cues_take_sides() {
    check(
        &[
            "Council split over tram line",
            "Roe welcomed the tram line. Lind was critical of the tram line. Ekdal called for an end to the tram line.",
            "Vane declined to comment on the tram line. Hall urged the tram line to pay its way.",
        ],
        &["Roe", "Lind", "Ekdal", "Vane", "Hall"],
        &[
            ("Roe", "welcomed", "the tram line", &[0]),
            ("Lind", "was critical of", "the tram line", &[1]),
            ("Ekdal", "called for", "an end to the tram line", &[2]),
            ("Vane", "declined to", "comment on the tram line", &[3]),
            ("Hall", "urged", "the tram line to pay its way", &[4]),
        ],
        None,
        &expect![[r#"
            tram line: Roe support [0]
            tram line: Lind oppose [1]
            tram line: Ekdal oppose [2]
            tram line: Vane unclear [3]
            tram line: Hall unclear [4]
            Roe ≠ Lind on tram line (stances) [[0], [1]]
            Roe ≠ Ekdal on tram line (stances) [[0], [2]]
            Lind = Ekdal on tram line (stances) [[1], [2]]
        "#]],
    );
}

#[test]
fn contents_avow_sides_and_decisions_are_answered() {
    check(
        &[
            "Council backs tram line",
            "The council voted for the tram line. Roe said he supported the tram line but not the car park. Lind said she was not \
             against the tram line. Vane said they would vote against the tram line. Ekdal criticised the vote on the tram line. \
             Dahl said that he spoke of the tram line.",
        ],
        &["council", "Roe", "Lind", "Vane", "Ekdal", "Dahl"],
        &[
            ("The council", "voted for", "the tram line", &[0]),
            ("Roe", "said", "he supported the tram line but not the car park", &[1]),
            ("Lind", "said", "she was not against the tram line", &[2]),
            ("Vane", "said", "they would vote against the tram line", &[3]),
            ("Ekdal", "criticised", "the vote on the tram line", &[4]),
            ("Dahl", "said", "that he spoke of the tram line", &[5]),
        ],
        None,
        &expect![[r#"
            tram line: council support [0]
            tram line: Roe support [1]
            tram line: Lind unclear [2]
            tram line: Vane oppose [3]
            tram line: Ekdal oppose [4]
            tram line: Dahl unclear [5]
            council ≠ Vane on tram line (stances) [[0], [3]]
            council ≠ Ekdal on tram line (stances) [[0], [4]]
            Roe ≠ Vane on tram line (stances) [[1], [3]]
            Roe ≠ Ekdal on tram line (stances) [[1], [4]]
            council = Roe on tram line (stances) [[0], [1]]
            Vane = Ekdal on tram line (stances) [[3], [4]]
        "#]],
    );
}

#[test]
fn a_report_is_endorsed_or_not_believed() {
    check(
        &[
            "Row over Dalen",
            "A Lake Commission report found that shells on Dalen came from the hills. Roe promised more on Dalen. Lind dismissed the \
             report as fiction. Ekdal endorsed the commission’s findings. Dahl declined to discuss the report.",
        ],
        &["commission", "Roe", "Lind", "Ekdal", "Dahl"],
        &[
            ("A Lake Commission report", "found", "that shells on Dalen came from the hills", &[0]),
            ("Roe", "promised", "more on Dalen", &[1]),
            ("Lind", "dismissed", "the report as fiction", &[2]),
            ("Ekdal", "endorsed", "the commission’s findings", &[3]),
            ("Dahl", "declined to discuss", "the report", &[4]),
        ],
        None,
        &expect![[r#"
            Dalen: commission unclear [0]
            Dalen: Roe unclear [1]
            Dalen: Lind unclear [2]
            Dalen: Ekdal unclear [3]
            Dalen: Dahl unclear [4]
            commission ≠ Lind on Dalen (denial) [[0], [2]]
            Lind ≠ Ekdal on Dalen (denial) [[2], [3]]
        "#]],
    );
    check(
        &[
            "Row over Dalen",
            "Roe accused upstream neighbours of hoarding shells on Dalen, a charge Lind rejected as theatre.",
        ],
        &["Roe", "Lind"],
        &[
            ("Roe", "accused", "upstream neighbours of hoarding shells on Dalen", &[0]),
            ("Lind", "rejected", "a charge", &[1]),
        ],
        None,
        &expect![[r#"
            Dalen: Roe unclear [0]
            Dalen: Lind unclear [1]
            Roe ≠ Lind on Dalen (denial) [[0], [1]]
        "#]],
    );
}

#[test]
fn a_statement_is_on_what_stands_beside_it_or_right_before() {
    check(
        &[
            "Ministers spar on Orsa and Iran",
            "On Orsa, Roe said troops must leave. Lind said the people would decide.",
            "Fighting in Orsa went on. Lind said the choir was good. Roe warned that Tehran would answer.",
            "Lind said the soup was cold and said Orsa was far.",
        ],
        &["Roe", "Lind"],
        &[
            ("Roe", "said", "troops must leave", &[0]),
            ("Lind", "said", "the people would decide", &[1]),
            ("Lind", "said", "the choir was good", &[1]),
            ("Roe", "warned", "that Tehran would answer", &[0]),
            ("Lind", "said", "the soup was cold", &[1]),
            ("", "said", "Orsa was far", &[1]),
        ],
        None,
        &expect![[r#"
            Orsa: Roe unclear [0]
            Orsa: Lind unclear [1, 2, 5]
            Iran: Roe unclear [3]
        "#]],
    );
}

#[test]
fn one_word_of_a_headline_sets_no_two_against_each_other() {
    check(
        &[
            "Russian, Estran ministers spar on Orsa",
            "Russian minister Roe said Orsa was calm. The Kremlin said Orsa was quiet. Estran minister Lind said Orsa burned.",
        ],
        &["Roe", "Kremlin", "Lind"],
        &[
            ("Russian minister Roe", "said", "Orsa was calm", &[0]),
            ("The Kremlin", "said", "Orsa was quiet", &[1]),
            ("Estran minister Lind", "said", "Orsa burned", &[2]),
        ],
        None,
        &expect![[r#"
            Orsa: Roe unclear [0]
            Orsa: Kremlin unclear [1]
            Orsa: Lind unclear [2]
            Roe ≠ Lind on Orsa (reported) [[0], [2]]
            Kremlin ≠ Lind on Orsa (reported) [[1], [2]]
        "#]],
    );
}

#[test]
fn bills_and_countries_are_issues_and_persons_are_none() {
    check(
        &[
            "Lawmakers trade blame",
            "Roe opposed the bill. Lind backed the bill. Roe urged President Joe Dahl to sign, and Lind said Dahl would wait.",
            "They thanked Bill. Ann Holm said that leaving Kyiv alone was a mistake. Roe said Ukraine was far. Lind said Ukrainian troops held.",
        ],
        &["Roe", "Lind", "Ann Holm"],
        &[
            ("Roe", "opposed", "the bill", &[0]),
            ("Lind", "backed", "the bill", &[1]),
            ("Roe", "urged", "President Joe Dahl to sign", &[0]),
            ("Lind", "said", "Dahl would wait", &[1]),
            ("Ann Holm", "said", "that leaving Kyiv alone was a mistake", &[2]),
            ("Roe", "said", "Ukraine was far", &[0]),
            ("Lind", "said", "Ukrainian troops held", &[1]),
        ],
        None,
        &expect![[r#"
            bill: Roe oppose [0]
            bill: Lind support [1]
            Ukraine: Roe unclear [5]
            Ukraine: Lind unclear [6]
            Ukraine: Ann Holm unclear [4]
            Roe ≠ Lind on bill (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn small_words_adjectives_dates_and_home_are_no_issues() {
    check(
        &[
            "Row over him",
            "Roe said America would vote for him in Nov. and fight for Democratic ideas. Lind said Americans would not vote for \
             him in Nov., and Democratic wishes were the same. Roe said America feared Mr. Bush and the Homeland Security \
             budget. Lind said Mr. Bush praised the Homeland Security budget.",
        ],
        &["Roe", "Lind"],
        &[
            ("Roe", "said", "America would vote for him in Nov. and fight for Democratic ideas", &[0]),
            (
                "Lind",
                "said",
                "Americans would not vote for him in Nov., and Democratic wishes were the same",
                &[1],
            ),
            ("Roe", "said", "America feared Mr. Bush and the Homeland Security budget", &[0]),
            ("Lind", "said", "Mr. Bush praised the Homeland Security budget", &[1]),
        ],
        None,
        &expect![[r#"
            Homeland Security budget: Roe unclear [2]
            Homeland Security budget: Lind unclear [3]
        "#]],
    );
}

#[test]
fn whose_name_is_a_place_is_not_of_that_place() {
    check(
        &["Row with fans", "Tom Paris said France lost. Lind said France won."],
        &["Tom Paris", "Lind"],
        &[("Tom Paris", "said", "France lost", &[0]), ("Lind", "said", "France won", &[1])],
        None,
        &expect![[r#"
            France: Tom Paris unclear [0]
            France: Lind unclear [1]
        "#]],
    );
}

#[test]
fn a_denial_meets_what_it_denies() {
    check(
        &[
            "Ministers spar on Orsa",
            "Norland’s minister, Roe, said Estmark had armed the rebels in Orsa. Estmark’s minister, Lind, denied that troops \
             had crossed the Orsan border.",
        ],
        &["Roe", "Lind"],
        &[
            ("Norland’s minister, Roe,", "said", "Estmark had armed the rebels in Orsa", &[0]),
            ("Estmark’s minister, Lind,", "denied", "that troops had crossed the Orsan border", &[1]),
        ],
        None,
        &expect![[r#"
            Orsa: Roe unclear [0]
            Orsa: Lind unclear [1]
            Roe ≠ Lind on Orsa (denial) [[0], [1]]
        "#]],
    );
}

#[test]
fn what_is_said_together_is_agreed_and_what_two_say_of_different_things_is_nothing() {
    check(
        &[
            "Talks on ferry fares end",
            "Both Roe and Lind said the ferry fares would stay. Roe hoped for a warm summer. Lind said the choir was good.",
        ],
        &["Roe", "Lind"],
        &[
            ("Both Roe and Lind", "said", "the ferry fares would stay", &[0, 1]),
            ("Roe", "hoped for", "a warm summer", &[0]),
            ("Lind", "said", "the choir was good", &[1]),
        ],
        None,
        &expect![[r#"
            ferry: Roe unclear [0]
            ferry: Lind unclear [0]
            Roe = Lind on ferry (together) [[0], [0]]
        "#]],
    );
}

#[test]
fn what_bears_the_name_of_a_place_is_not_the_place() {
    check(
        &[
            "Ministers talk on Dalen",
            "Roe urged a return to the Dalen accords. Roe said shells fell on Dalen. Lind welcomed the Dalen accords. Lind said \
             the accords held.",
        ],
        &["Roe", "Lind"],
        &[
            ("Roe", "urged", "a return to the Dalen accords", &[0]),
            ("Roe", "said", "shells fell on Dalen", &[0]),
            ("Lind", "welcomed", "the Dalen accords", &[1]),
            ("Lind", "said", "the accords held", &[1]),
        ],
        None,
        &expect![[r#"
            Dalen: Roe unclear [0, 1]
            Dalen: Lind unclear [2, 3]
        "#]],
    );
}

#[test]
fn who_opposes_the_plant_and_who_supports_it() {
    check(
        &[
            "Battery plant divides a town",
            "The League opposes the plant, while the Forum supports it. Roe rejected them. Lind believes that.",
        ],
        &["League", "Forum", "Roe", "Lind"],
        &[
            ("The League", "opposes", "the plant", &[0]),
            ("the Forum", "supports", "it", &[1]),
            ("Roe", "rejected", "them", &[2]),
            ("Lind", "believes", "that", &[3]),
        ],
        None,
        &expect![[r#"
            battery plant: League oppose [0]
            battery plant: Forum support [1]
            battery plant: Roe oppose [2]
            battery plant: Lind unclear [3]
            League ≠ Forum on battery plant (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn who_never_wanted_to_tear_a_thing_up_is_for_it() {
    check(
        &[
            "Row over the accords",
            "Roe said his government had never wanted to tear up the accords. Lind said “We do not seek the collapse of the accords”. Ekdal \
             said she wanted to scrap the accords. Dahl said they want to discuss the accords. Holm said Lind wanted to keep the accords.",
        ],
        &["Roe", "Lind", "Ekdal", "Dahl", "Holm"],
        &[
            ("Roe", "said", "his government had never wanted to tear up the accords", &[0]),
            ("Lind", "said", "We do not seek the collapse of the accords", &[1]),
            ("Ekdal", "said", "she wanted to scrap the accords", &[2]),
            ("Dahl", "said", "they want to discuss the accords", &[3]),
            ("Holm", "said", "Lind wanted to keep the accords", &[4]),
        ],
        None,
        &expect![[r#"
            accords: Roe support [0]
            accords: Lind support [1]
            accords: Ekdal oppose [2]
            accords: Dahl unclear [3]
            accords: Holm unclear [4]
            Roe ≠ Ekdal on accords (stances) [[0], [2]]
            Lind ≠ Ekdal on accords (stances) [[1], [2]]
            Roe = Lind on accords (stances) [[0], [1]]
        "#]],
    );
}

#[test]
fn when_a_headline_says_it_is_is_no_issue() {
    check(
        &[
            "Pilots reject deal before holidays",
            "Roe said the holidays would be hard. Lind said the deal was poor. Roe said the deal hurt.",
        ],
        &["Roe", "Lind"],
        &[
            ("Roe", "said", "the holidays would be hard", &[0]),
            ("Lind", "said", "the deal was poor", &[1]),
            ("Roe", "said", "the deal hurt", &[0]),
        ],
        None,
        &expect![[r#"
            deal: Roe oppose [0, 2]
            deal: Lind oppose [1]
            Roe = Lind on deal (stances) [[2], [1]]
        "#]],
    );
}
