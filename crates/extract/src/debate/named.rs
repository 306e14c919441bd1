//! Issues that the headline names by a model's reading: of a report headed "Drone depot clears board" the depot, whatever a list of nouns may
//! know of depots.

use std::ops::Range;

use onrecord_base::{Issue, Span, issue_id};

use super::at_issue;
use super::contraries;
use super::heard::Heard;
use super::issues::{Found, places, unique};
use super::keys::is_surname;
use super::phrases::{Grammar, Kind};
use super::sides::Side;
use super::stances::PREPOSITIONS;
use super::synonyms;
use super::verbal_nouns;
use crate::model::ModelError;
use crate::namer::{Name, Named};
use crate::nouns;
use crate::speakers::tokens::Story;

/// So sure must the model be of what somebody can be for or against, and of what else is at issue.
const SURE: f32 = 0.85;
const SURE_OF_TOPIC: f32 = 0.75;
/// So sure where some take sides on it, and so many of those there must be.
const MAYBE: f32 = 0.5;
const FEWEST: usize = 2;
/// A name has no more tokens.
const LONGEST: usize = 8;
const DETERMINERS: [&str; 12] =
    ["a", "an", "the", "its", "their", "his", "her", "this", "that", "these", "those", "such"];

/// What the model reads as a name.
#[derive(Clone, Debug)]
pub(super) struct Called {
    /// Without articles and marks around it.
    pub(super) tokens: Range<usize>,
    pub(super) named: Named,
    pub(super) probability: f32,
    /// Whether it is sure enough.
    pub(super) sure: bool,
    /// Whether it may be what the article is about: the headline has it, or the lead where the headline names nothing.
    pub(super) main: bool,
}

/// What headline and lead name, as the model read it.
pub(super) fn read(story: &Story, names: Vec<Name>) -> Vec<Called> {
    let mut joined: Vec<Name> = Vec::with_capacity(names.len());
    for name in names {
        match joined.last_mut() {
            // "nightly 'Booked Tonight' show"
            Some(last) if last.named == name.named && goes_on(story, last.at.end..name.at.start) => {
                last.at.end = name.at.end;
                last.probability = last.probability.min(name.probability);
            }
            _ => joined.push(name),
        }
    }
    let called = joined.into_iter().filter_map(|name| {
        let span = story.text.span(name.at.start, name.at.end)?;
        let tokens = trimmed(story, story.tokens_in(span));
        // "Close to deal on river", "stole to pay for boat" name no deed; "to shift to four-day week" does.
        let stray = |first: usize| {
            first > 0
                && story.joined(first - 1)
                && story.is(first - 1, "to")
                && story.is_any(first + 1, &["on", "for", "of", "with", "about", "over"])
        };
        // "Clinton" is nobody's measure.
        let person = |token: usize| is_surname(story, token) || story.entry(token).given.is_some();
        let somebody = tokens.clone().all(|token| story.tokens[token].capital) && tokens.clone().any(person);
        // "Crows remember faces for years"
        let general_word = |lower: &str| at_issue::is_general(nouns::lemma(lower).unwrap_or(lower));
        let general = tokens.len() == 1 && general_word(story.lower(tokens.start));
        // "Riders besiege Assembly"
        let entry = |token: usize| story.entry(token);
        let body =
            tokens.len() == 1 && story.tokens[tokens.start].capital && entry(tokens.start).organization;
        // "Sugar, and who should pay for it"
        const PRONOUNS: [&str; 12] =
            ["it", "them", "this", "that", "who", "what", "he", "she", "they", "us", "you", "we"];
        let pronoun = tokens.clone().any(|token| story.is_any(token, &PRONOUNS));
        let whole = !tokens.is_empty()
            && tokens.len() <= LONGEST
            && !stray(tokens.start)
            && !somebody
            && !general
            && !body
            && !pronoun;
        let sure = match name.named {
            Named::Measure => name.probability >= SURE,
            Named::Topic => name.probability >= SURE_OF_TOPIC,
            Named::Reference => false,
        };
        let main = !tokens.is_empty() && story.in_headline(tokens.start);
        whole.then_some(Called { tokens, named: name.named, probability: name.probability, sure, main })
    });
    called.collect()
}

/// Asks who takes sides on what the headline may name: where some do, it is at issue.
pub(super) fn ask(story: &Story, called: &mut [Called], heard: &mut Heard) -> Result<(), ModelError> {
    let measure = |called: &Called| called.named == Named::Measure && called.probability >= MAYBE;
    let mut known = false;
    for called in called.iter_mut().filter(|called| called.main && measure(called)) {
        let name = story.span(called.tokens.start, called.tokens.end - 1);
        heard.hear(name)?;
        called.sure |= heard.sides(name).iter().sum::<usize>() >= FEWEST;
        known |= called.sure;
    }
    // A headline names something.
    if let Some(called) = called.iter_mut().find(|called| !known && called.main && measure(called)) {
        called.sure = true;
        known = true;
    }
    // "Keepers of the glow": the first paragraph tells what it is about, if some are for it and some against.
    let first = called.iter_mut().find(|called| !called.main && called.sure && measure(called));
    if let Some(called) = first.filter(|_| !known) {
        let name = story.span(called.tokens.start, called.tokens.end - 1);
        heard.hear(name)?;
        called.main = !heard.sides(name).contains(&0);
    }
    Ok(())
}

/// Whether nothing but a mark that words stand between parts two names.
fn goes_on(story: &Story, gap: Range<usize>) -> bool {
    let gap = story.text.as_str().get(gap).unwrap_or("\n");
    let marks = gap.trim();
    marks.chars().count() == 1
        && !gap.contains('\n')
        && marks.starts_with(['\'', '’', '‘', '"', '“', '”', '-', '–', '/'])
}

/// Tokens without small words before and marks around them, and of "row over the dam" only the dam.
pub(super) fn trimmed(story: &Story, mut tokens: Range<usize>) -> Range<usize> {
    const OVER: [&str; 3] = ["over", "about", "against"];
    if let Some(over) = tokens.clone().rev().find(|&token| story.is_any(token, &OVER)) {
        tokens.start = over + 1;
    }
    let idle = |token: usize| !story.tokens[token].is_word;
    let small = |token: usize| story.is_any(token, &DETERMINERS) || story.is_any(token, &PREPOSITIONS);
    let counts =
        |token: usize| story.lower(token).bytes().all(|b| b.is_ascii_digit() || b == b',' || b == b'.');
    while !tokens.is_empty() && (idle(tokens.start) || small(tokens.start) || counts(tokens.start)) {
        tokens.start += 1;
    }
    while !tokens.is_empty() && (idle(tokens.end - 1) || small(tokens.end - 1)) {
        tokens.end -= 1;
    }
    tokens
}

/// The parts that a conjunction joins: "Orsa and gas transit".
fn parts<'s>(story: &'s Story, tokens: &Range<usize>) -> impl Iterator<Item = Range<usize>> + 's {
    let joins = |&token: &usize| story.is_any(token, &["and", "&", ",", ";"]);
    let mut ends: Vec<usize> = tokens.clone().filter(joins).collect();
    ends.push(tokens.end);
    let mut from = tokens.start;
    ends.into_iter().filter_map(move |end| {
        let part = trimmed(story, from..end);
        from = end + 1;
        (!part.is_empty()).then_some(part)
    })
}

/// The words that only the model shows to be nouns: the last of a name, and the last before a preposition in it.
pub(super) fn heads(story: &Story, called: &[Called]) -> Vec<usize> {
    let sure = called.iter().filter(|called| called.sure);
    let heads = sure.map(|called| {
        let tokens = called.tokens.clone();
        let link =
            tokens.clone().find(|&token| story.is_any(token, &["of", "on", "for", "in", "to", "at", "from"]));
        [Some(tokens.end - 1), link.and_then(|link| link.checked_sub(1)).filter(|last| *last >= tokens.start)]
    });
    let plain = |token: &usize| {
        let lower = story.lower(*token);
        lower.len() > 2 && contraries::tells(lower) && !nouns::is_small(lower)
    };
    heads.flat_map(|heads| heads.into_iter().flatten()).filter(plain).collect()
}

/// Adds what the headline names, or the lead in its place, or marks the issue that it is already.
pub(super) fn add(
    grammar: &Grammar,
    known_by: &[(Span, Vec<String>)],
    sides: &[Side],
    called: &[Called],
    found: &mut Vec<Found>,
) {
    let story = grammar.story;
    // "Union endorses Lind" is on nobody's plan.
    let of_side = |called: &Called| {
        let last = called.tokens.end - 1;
        let key = grammar.key(last);
        is_surname(story, last) || key.is_some_and(|key| sides.iter().any(|side| side.has(key)))
    };
    let sure = |called: &&Called| called.sure && !of_side(called);
    let names: Vec<&Called> = called.iter().filter(|called| called.main).filter(sure).collect();
    let within = |tokens: &Range<usize>, found: &Found| {
        found.issue.mentions.iter().any(|span| {
            let mention = story.tokens_in(span);
            mention.start < tokens.end && tokens.start < mention.end
        })
    };
    let mut place = 0;
    for name in names {
        let contested = name.named == Named::Measure;
        // What rules know by its parts stays so.
        let parts: Vec<Range<usize>> = parts(story, &name.tokens).collect();
        let apart =
            parts.len() > 1 && parts.iter().filter(|part| found.iter().any(|f| within(part, f))).count() > 1;
        let whole = std::slice::from_ref(&name.tokens);
        for tokens in if apart { &parts[..] } else { whole } {
            let one = found.iter().position(|found| within(tokens, found) && found.is_arguable());
            let Some(mut one) = one.or_else(|| found.iter().position(|found| within(tokens, found))) else {
                let mut new = new(grammar, known_by, tokens, contested);
                new.issue.id = unique(&new.issue.id, found);
                found.insert(place.min(found.len()), new);
                place += 1;
                continue;
            };
            if !contested {
                continue;
            }
            let part = |found: &Found| within(tokens, found) && !found.is_arguable();
            while let Some(other) = (0..found.len()).find(|&other| other != one && part(&found[other])) {
                one = synonyms::merge(found, one, other);
            }
            let known = &mut found[one];
            // "Sel river" tells more than "shared river"; "footprints" less than "human footprints".
            let fuller = label(grammar, tokens);
            let told = !known.issue.label.split(' ').all(|word| fuller.split(' ').any(|other| other == word));
            let several = known.issue.label.contains(' ') || at_issue::is_measure(&known.issue.label);
            let kept = known.planned || known.is_name || told && several;
            known.contested = true;
            known.named = true;
            if !kept {
                known.issue.id.clear();
                let id = unique(&issue_id(&fuller), found);
                (found[one].issue.id, found[one].issue.label) = (id, fuller);
            }
        }
    }
}

fn new(grammar: &Grammar, known_by: &[(Span, Vec<String>)], tokens: &Range<usize>, contested: bool) -> Found {
    let story = grammar.story;
    let mut keys: Vec<String> = Vec::new();
    // The last word first: it is what the others tell more of.
    for token in tokens.clone().rev() {
        let Some(key) = grammar.key(token) else { continue };
        if !at_issue::is_general(key) && !keys.iter().any(|known| known == key) {
            keys.push(key.to_owned());
        }
    }
    let itself = story.span(tokens.start, tokens.end - 1);
    let mentions = places(known_by, |word| keys.iter().any(|key| key == word));
    let mentions = mentions.iter().chain([itself]).collect();
    let label = label(grammar, tokens);
    let issue = Issue { id: issue_id(&label), label, proposition: None, mentions };
    Found { issue, keys, is_name: false, contested, planned: false, named: contested }
}

/// The name as a reader would print it: "closing three libraries", "rules on short-term lets".
fn label(grammar: &Grammar, tokens: &Range<usize>) -> String {
    let story = grammar.story;
    let text = story.text.as_str();
    let mut out = String::new();
    // "To start paying for water"
    let starts = tokens.len() > 2
        && story.is_any(tokens.start, &["start", "begin"])
        && story.lower(tokens.start + 1).ends_with("ing")
        && is_deed(grammar, tokens.start);
    let tokens = tokens.start + usize::from(starts)..tokens.end;
    for token in tokens.clone() {
        if token > tokens.start {
            let gap = &text[story.tokens[token - 1].span.range().end..story.tokens[token].span.range().start];
            out.push_str(gap.trim_end());
            if gap.ends_with(char::is_whitespace) {
                out.push(' ');
            }
        }
        let is_verb = token == tokens.start && tokens.len() > 1 && is_deed(grammar, token);
        match grammar.kind(token) {
            _ if is_verb => out.push_str(&verbal_nouns::gerund(story.lower(token))),
            Kind::Name => out.push_str(story.slice(token)),
            _ => out.push_str(story.lower(token)),
        }
    }
    out
}

/// "Plan to close three libraries"
fn is_deed(grammar: &Grammar, token: usize) -> bool {
    let to = token.checked_sub(1).filter(|&to| grammar.story.joined(to));
    to.is_some_and(|to| grammar.story.is(to, "to"))
}

#[cfg(test)]
mod tests {
    use onrecord_base::{Article, Block, BlockKind, Metadata, Text};

    use super::*;

    #[test]
    fn what_a_name_must_be() {
        for (headline, name, expect) in [
            ("Council backs the night bus", "the night bus", Some("night bus")),
            ("Row over the dam", "Row over the dam", Some("dam")),
            ("Crows remember kind faces for years", "years", None),
            ("Riders besiege Assembly", "Assembly", None),
            ("Sugar, and who should pay for it", "pay for it", None),
            ("Voters turn on Anna Clinton", "Clinton", None),
            ("Two neighbours close to deal on river", "deal", None),
        ] {
            let text = Text::new(headline).unwrap();
            let blocks = vec![Block { span: text.whole(), kind: BlockKind::Headline }];
            let article =
                Article { text: text.clone(), blocks, metadata: Metadata::default(), diagnostics: vec![] };
            let story = Story::new(&article);
            let start = headline.find(name).unwrap();
            let name = Name { at: start..start + name.len(), named: Named::Measure, probability: 0.9 };
            let called = read(&story, vec![name]);
            let told = called
                .first()
                .map(|called| text.slice(story.span(called.tokens.start, called.tokens.end - 1)).to_owned());
            assert_eq!(told.as_deref(), expect, "{headline}");
        }
    }
}
