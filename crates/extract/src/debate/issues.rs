//! Issues of one article without a codebook: what its headline and its contents share, named as the article names it.
//!
//! Who speaks is not what is spoken of: words for the actors and their states do not count, unless the headline says "on".
//! Words count by the statements and the actors that use them; a headline's own subject ("spar on X and Y") counts most.
//! Words that stand in one phrase are one issue.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;
use std::sync::LazyLock;

use onrecord_base::{Issue, Span, Spans, Statement, issue_id};
use rustc_hash::FxHashSet;

use super::asides;
use super::at_issue;
use super::cues::{self, Speech};
use super::enactments;
use super::headline;
use super::keys::is_surname;
use super::labels::{self, is_verb};
use super::named::{self, Called};
use super::openers;
use super::phrases::{self, Grammar, Kind, Phrase};
use super::plans;
use super::sides::Side;
use super::synonyms;
use super::wording::Wording;
use crate::nouns;
use crate::speakers::lexicon::{self, NounClass};
use crate::speakers::tokens::Story;
use crate::world::{self, PlaceKind};

/// An article has at most so many issues, and one for so many statements.
const MOST: usize = 7;
const FEWEST: usize = 2;
const STATEMENTS_EACH: usize = 5;
/// So many may stand beside those that the headline says it is about.
const BESIDE: usize = 2;
/// What a word must score to be at issue.
const ENOUGH: f32 = 2.5;

/// What a measure is called without telling which.
pub(super) const PLAIN_MEASURES: [&str; 9] =
    ["scheme", "schemes", "proposal", "proposals", "project", "policy", "measure", "initiative", "programme"];

/// An issue with the words by which its statements are known.
pub(super) struct Found {
    pub(super) issue: Issue,
    /// The words (as [`Grammar::key`] gives them), the one that made it an issue first.
    pub(super) keys: Vec<String>,
    /// Whether it is a proper name, by whose adjective it is known too: "Orsa", "Orsan".
    pub(super) is_name: bool,
    /// Whether the headline has it, and somebody is for or against it.
    pub(super) contested: bool,
    /// Whether it is what the lead says is to be done.
    pub(super) planned: bool,
    /// Whether a model reads the headline as naming it, as something that one can be for or against.
    pub(super) named: bool,
}

impl Found {
    /// Whether one can be for or against it.
    pub(super) fn is_arguable(&self) -> bool {
        self.contested || at_issue::is_measure(&self.issue.label)
    }
}

/// How the article uses one word.
#[derive(Default)]
pub(super) struct Use {
    statements: BTreeSet<usize>,
    actors: BTreeSet<u32>,
    pub(super) headline: bool,
    /// Right after "on", "over", "about" in a headline.
    subject: bool,
    /// Such a phrase by itself in the plural: "split on peacekeepers".
    many: bool,
    /// As the head of such a phrase with more words, or of a measure's: "winter break", "pay offer".
    heads_subject: bool,
    /// In a headline after words of discord: "divided over plan to reintroduce lynx".
    disputed: bool,
    /// Somebody by its noun, but what a headline's verb is for or against: "clubs reject video referee".
    thing: bool,
    /// A paragraph begins by saying that it is about it: "On Mara, …".
    pub(super) opens: bool,
    /// How often it is a name after "in" or "to".
    place: usize,
    /// What somebody speaks for or against: "was critical of the sanctions".
    object: bool,
    /// Somewhere outside of quotation marks: what is only ever quoted is a turn of phrase.
    told: bool,
    /// As a common noun: "the bill", whoever is called Bill.
    common: bool,
    /// In how many phrases it only tells what kind of body is spoken of: "football federation".
    of_body: usize,
    /// As a person's surname: "President Joe Biden".
    person: bool,
    /// After a given name, and in capitals by itself: "Cheryl Mills … Mills".
    after_given: bool,
    by_itself: bool,
    pub(super) phrases: Vec<usize>,
}

/// The issues of an article, the most spoken of first.
pub(super) fn find(
    grammar: &Grammar,
    statements: &[Statement],
    sides: &[Side],
    called: &[Called],
) -> Vec<Found> {
    let phrases = phrases::find(grammar);
    let known_by = known_by(grammar, &phrases);
    let uses = uses(grammar, &phrases, statements);
    let home = grammar.story.dateline_capital().map(|(country, _)| country.name.to_lowercase());
    let joint = of_joint_sources(grammar, statements);
    let sources = statements.iter().flat_map(|statement| statement.attribution.source.iter());
    let speaking: FxHashSet<&str> = sources
        .flat_map(|span| grammar.story.tokens_in(span))
        .filter(|&token| grammar.story.in_headline(token) && grammar.kind(token) == Kind::Noun)
        .filter_map(|token| grammar.key(token))
        .collect();
    let mut ranked: Vec<(f32, &str)> = uses
        .iter()
        .filter(|(key, used)| {
            // "Scientists divided over lynx", whatever the Lynx Trust says.
            let thing = used.headline && used.common && used.disputed && lexicon::look_up(key).noun.is_none();
            let of_side = || sides.iter().any(|side| side.has(key)) || joint.contains(*key);
            // "… ban on dogs, breeders call it cruel"
            let subject = used.subject && !speaking.contains(*key);
            subject || thing || !of_side() && home.as_deref() != Some(key)
        })
        .filter(|(key, used)| may_be_at_issue(key, used) && (used.headline || !key.contains('-')))
        .map(|(key, used)| (score(used), *key))
        .filter(|(score, _)| *score >= ENOUGH)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let subjects = ranked.iter().filter(|(_, key)| uses[*key].subject).count();
    let most = (statements.len() / STATEMENTS_EACH).clamp(FEWEST, MOST).max((subjects + BESIDE).min(MOST));
    let mut found: Vec<Found> = Vec::new();
    let mut taken: HashSet<&str> = HashSet::new();
    for &(_, key) in &ranked {
        if found.len() == most {
            break;
        }
        if taken.contains(key) {
            continue;
        }
        let mut keys = vec![key.to_owned()];
        // A word that mostly stands in one phrase with this one means the same issue.
        for &(_, other) in &ranked {
            let theirs = &uses[other].phrases;
            let shared = theirs.iter().filter(|p| uses[key].phrases.binary_search(p).is_ok()).count();
            if other != key
                && !labels::may_be_verb(other)
                // Who removes a dam is not for the dam.
                && !cues::turns_around(other)
                && !cues::turns_around(key)
                && !taken.contains(other)
                && 2 * shared >= theirs.len().max(2)
            {
                keys.push(other.to_owned());
            }
        }
        let other = |word: &str| ranked.iter().any(|(_, other)| *other == word);
        let used = &uses[key];
        let Some(mut label) = labels::label(grammar, &phrases, used, key, &keys, &other) else { continue };
        if at_issue::is_scene(&label) && !used.subject || is_government(&label, used) {
            continue;
        }
        if at_issue::is_partial(&label) {
            match labels::with_companion(grammar, &phrases, used, &label) {
                Some(fuller) => label = fuller,
                None if used.headline => (),
                // Once is enough for what can be for or against by itself: "opposed an increase", not "mocked her willingness".
                None if used.object && (used.statements.len() > 1 || at_issue::is_measure(&label)) => (),
                None => continue,
            }
        }
        taken.extend(ranked.iter().map(|(_, k)| *k).filter(|k| keys.iter().any(|have| have == k)));
        // A plan for what nobody tells; "the scheme" is what the headline names.
        let meant = PLAIN_MEASURES.contains(&label.as_str())
            && found.iter().any(|found| found.keys.iter().any(|key| uses[key.as_str()].headline));
        if meant || matches!(label.as_str(), "plan" | "plans") {
            continue;
        }
        // "MPs back solar farm on Ashby fields … the Ashby scheme": the farm.
        let measure =
            |found: &Found| uses[found.keys[0].as_str()].subject && at_issue::is_measure(&found.issue.label);
        if let Some(plain) = by_headline_name(grammar, &label)
            && let Some(same) = found.iter_mut().find(|found| measure(found))
        {
            add(&mut same.keys, std::iter::once(plain.to_owned()));
            same.issue.mentions = places(&known_by, |word| same.keys.iter().any(|key| key == word));
            continue;
        }
        // "The phone ban" is known by phones, too.
        let is_side = |key: &str| sides.iter().any(|side| side.has(key));
        let is_common = at_issue::is_measure(&label) && label.chars().all(|c| !c.is_uppercase());
        let of_label = |key: &str| is_common && is_word_of(&label, key) && !is_side(key);
        add(
            &mut keys,
            uses.keys().filter(|key| of_label(key) && uses[*key].headline).map(|&key| key.to_owned()),
        );
        taken.extend(ranked.iter().map(|(_, k)| *k).filter(|k| keys.iter().any(|have| have == k)));
        // "steel tariffs" by "steel" and by "tariffs" are one issue, and so are "fares" and the "fares freeze".
        let same = |found: &Found| {
            ends(&found.issue.label, &label)
                || ends(&label, &found.issue.label)
                || is_word_of(&label, &found.keys[0]) && of_label(&found.keys[0])
        };
        let same = found.iter().position(same);
        let (mut place, mut label, mut key) = (found.len(), label, key);
        if let Some(same) = same {
            let before = found.remove(same);
            place = same;
            // "Dam removal" rather than "Copper Falls dam": it tells the sides.
            let undoes = |label: &str| label.split(' ').next_back().is_some_and(cues::turns_around);
            let fuller = before.issue.label.len() > label.len();
            if undoes(&before.issue.label) || fuller && !undoes(&label) {
                label = before.issue.label;
                key = ranked.iter().map(|(_, key)| *key).find(|key| before.keys[0] == **key).unwrap_or(key);
            }
            add(&mut keys, before.keys.into_iter());
        }
        let mentions = places(&known_by, |word| keys.iter().any(|key| key == word));
        let id = unique(&issue_id(&label), &found);
        let is_name = !label.chars().any(char::is_lowercase)
            || label.split(' ').all(|w| w.starts_with(char::is_uppercase));
        let contested = uses[key].headline && uses[key].object || uses[key].subject;
        let issue = Issue { id, label, proposition: None, mentions };
        found.insert(place, Found { issue, keys, is_name, contested, planned: false, named: false });
    }
    asides::drop(grammar, &mut found);
    enactments::unite(grammar, &mut found);
    synonyms::unite(grammar, &known_by, &mut found);
    plans::add(grammar, &known_by, &mut found);
    named::add(grammar, &known_by, sides, called, &mut found);
    found
}

/// The places by which those who speak together are told: "the Russian and British ministers".
fn of_joint_sources<'g>(grammar: &'g Grammar, statements: &[Statement]) -> FxHashSet<&'g str> {
    let joint = statements.iter().filter(|statement| statement.actors.len() > 1);
    let tokens = joint.flat_map(|statement| {
        statement.attribution.source.iter().flat_map(|span| grammar.story.tokens_in(span))
    });
    tokens
        .filter(|&token| grammar.story.entry(token).adjective)
        .filter_map(|token| grammar.key(token))
        .collect()
}

/// The noun of a label that says "scheme" of what the headline names: "Ashby scheme".
fn by_headline_name<'l>(grammar: &Grammar, label: &'l str) -> Option<&'l str> {
    let story = grammar.story;
    let (names, plain) = label.rsplit_once(' ').filter(|(_, plain)| PLAIN_MEASURES.contains(plain))?;
    let printed = |word: &str| {
        word.starts_with(char::is_uppercase)
            && (0..story.len()).any(|t| story.in_headline(t) && story.slice(t) == word)
    };
    names.split(' ').all(printed).then_some(plain)
}

/// Adds the keys that are not there.
fn add(keys: &mut Vec<String>, more: impl Iterator<Item = String>) {
    for key in more {
        if !keys.contains(&key) {
            keys.push(key);
        }
    }
}

/// Whether a label ends with another one, or is the same: "AI training bill", "training bill".
fn ends(long: &str, short: &str) -> bool {
    long.strip_suffix(short).is_some_and(|rest| rest.is_empty() || rest.ends_with(' '))
}

/// Whether a key is one of a label's words.
fn is_word_of(label: &str, key: &str) -> bool {
    label.split(' ').any(|word| {
        let lower = word.to_lowercase();
        lower == key || nouns::lemma(&lower) == Some(key)
    })
}

fn uses<'g>(grammar: &'g Grammar, phrases: &[Phrase], statements: &[Statement]) -> BTreeMap<&'g str, Use> {
    let story = grammar.story;
    let mut said: HashMap<usize, Vec<usize>> = HashMap::new();
    for (number, statement) in statements.iter().enumerate() {
        for token in statement.attribution.content.iter().flat_map(|span| story.tokens_in(span)) {
            said.entry(token).or_default().push(number);
        }
    }
    let as_noun = |phrase: &Phrase, token: usize| !is_verb(grammar, token, phrase.last);
    let all =
        phrases.iter().flat_map(|phrase| (phrase.first..=phrase.last).map(move |token| (phrase, token)));
    let nouns: FxHashSet<&str> = all
        .filter(|(phrase, token)| as_noun(phrase, *token))
        .filter_map(|(_, token)| grammar.key(token))
        .collect();
    let objects: Vec<Range<usize>> = statements.iter().map(|statement| object(story, statement)).collect();
    let mut uses: BTreeMap<&str, Use> = BTreeMap::new();
    for (number, phrase) in phrases.iter().enumerate() {
        let headline = story.in_headline(phrase.first);
        let subject = headline
            && (headline::is_subject(story, phrase.first)
                || headline::is_object(grammar, phrase)
                || headline::is_of_row(story, phrase)
                || headline::is_before_colon(story, phrase)
                || enactments::rules_thing(grammar, phrase.last)
                || headline::parts_people(story, phrase.last)
                || labels::complement(grammar, phrase).is_some());
        // "Cathedral's plan for panels" is on the panels.
        let owner = story.in_headline(phrase.first) && headline::owns(story, phrase.last);
        let headline = headline && !owner;
        let parted = headline
            && headline::parts_people(story, phrase.last)
            && at_issue::is_measure(story.lower(phrase.last));
        let planned = headline && headline::is_planned(story, phrase.first);
        let subject = subject && !owner || planned;
        let opens = openers::opens(story, phrase);
        let headline = headline && !headline::is_circumstance(story, phrase.first);
        for token in phrase.first..=phrase.last {
            let Some(key) = grammar.key(token).filter(|key| nouns.contains(key)) else { continue };
            let used = uses.entry(key).or_default();
            used.phrases.push(number);
            let name = grammar.kind(token) == Kind::Name;
            used.place += usize::from(name && phrases::after_place_word(story, phrase.first));
            used.headline |= headline;
            used.told |= !story.tokens[token].quoted;
            used.common |= !name;
            used.of_body += usize::from(token < phrase.last && is_body(story, phrase.last));
            used.person |= name && is_surname(story, token);
            let after_name = token > phrase.first && grammar.kind(token - 1) == Kind::Name;
            used.after_given |= name && after_name && is_given(story, token - 1);
            used.by_itself |= name && !after_name && !story.tokens[token].first && !headline;
            // "Bay Area transit tax splits Democrats" is on the tax, whatever else is said of transit.
            used.subject |= subject && !(parted && token != phrase.last);
            used.opens |= opens;
            used.thing |= headline
                && token == phrase.last
                && grammar.lemma(token) == story.lower(token)
                && headline::is_compound_object(grammar, phrase)
                || planned && token == phrase.last && phrase.first < phrase.last;
            used.many |= subject
                && token == phrase.last
                && grammar.lemma(token) != story.lower(token)
                && headline::is_right_after_on(story, phrase.first);
            used.disputed |= headline && headline::is_after_discord(story, phrase.first);
            // "pay demand"
            let pay = headline && story.is_any(phrase.first, &["pay", "wage"]) && phrase.first < phrase.last;
            let named = subject || pay || headline && at_issue::is_measure(story.lower(token));
            let more = phrase.first < phrase.last
                || labels::complement(grammar, phrase).is_some()
                || enactments::rules_thing(grammar, phrase.last);
            used.heads_subject |= named && token == phrase.last && more;
            for &statement in said.get(&token).into_iter().flatten() {
                used.object |= objects[statement].contains(&token);
                used.statements.insert(statement);
                used.actors.extend(statements[statement].actors.iter().map(|actor| actor.0));
            }
        }
    }
    uses
}

/// Whether a phrase's last word makes it a body or somebody: "sports ministry", "rent adviser".
fn is_body(story: &Story, last: usize) -> bool {
    story
        .entry(last)
        .noun
        .is_some_and(|noun| matches!(noun.class, NounClass::Person | NounClass::Organization))
}

/// The first tokens of a content whose cue speaks for or against it.
fn object(story: &Story, statement: &Statement) -> Range<usize> {
    const NEAR: usize = 6;
    let wording = Wording::of(story, statement);
    let polar = matches!(cues::read(&wording.cue), Some(Speech::Opposes | Speech::Supports));
    let first = wording.content_tokens(story).first().copied().filter(|_| polar);
    let Some(first) = first else { return 0..0 };
    // "urged colleagues not to hide behind technology"
    let asked = (first..first + NEAR).find(|&token| token < story.len() && story.is(token, "not"));
    let asked = asked.filter(|_| cues::urges(&wording.cue));
    // "condemned the rules as a punishment"
    let named = (first..first + NEAR).find(|&token| token < story.len() && story.is(token, "as"));
    first..asked.or(named).unwrap_or(first + NEAR)
}

fn score(used: &Use) -> f32 {
    let (statements, actors) = (used.statements.len() as f32, used.actors.len() as f32);
    let headline = if used.subject { 4.0 } else { 1.3 * f32::from(u8::from(used.headline)) };
    let opens = if used.opens { 1.5 } else { 0.0 };
    if statements < 1.0 && !used.subject || !used.told || used.of_body == used.phrases.len() {
        return 0.0;
    }
    let object = if used.object { 1.5 } else { 0.0 };
    // Where things happen is seldom what they are about.
    let place = if 3 * used.place > used.phrases.len() && !used.subject { 1.5 } else { 0.0 };
    statements + object + opens - place
        + 0.5 * (actors - 1.0).max(0.0)
        + headline
        + 0.1 * used.phrases.len().min(8) as f32
}

/// Whether a name is one that parents give, or the initial after one: "Cheryl", "George W."
fn is_given(story: &Story, token: usize) -> bool {
    let initial = story.slice(token).trim_end_matches('.').len() == 1 && token > 0 && story.joined(token - 1);
    story.entry(token).given.is_some() || initial && story.entry(token - 1).given.is_some()
}

fn may_be_at_issue(key: &str, used: &Use) -> bool {
    let entry = lexicon::look_up(key);
    let speaks = !used.many
        && !used.thing
        && entry.noun.is_some_and(|noun| match noun.class {
            // Troops and police are at issue, protesters and staffers are not.
            NounClass::Person => !noun.plural || key.ends_with("ers"),
            NounClass::Organization => !noun.plural,
            NounClass::Document => false,
        });
    // "On Mara, …", which is a place, too.
    let given = entry.given.is_some() && !used.opens;
    let bears = used.after_given && used.by_itself || given;
    let person = used.person || bears && !used.common;
    // "Democratic" is of a party, and a country is known by its name.
    let adjective = entry.adjective && world::place(key).is_none();
    let general = at_issue::is_general(key) && !used.heads_subject;
    !general && !speaks && !entry.title && !person && !adjective && !is_calendar(key)
}

/// "Warsaw would vote against it": a capital that no place word stands before is the government.
fn is_government(label: &str, used: &Use) -> bool {
    let capital =
        || world::place(&label.to_lowercase()).is_some_and(|place| place.kind == PlaceKind::Capital);
    !used.subject && !used.headline && used.place == 0 && capital()
}

/// Whether a word is a day or a month: "Monday", "sept."
pub(super) fn is_calendar(key: &str) -> bool {
    static WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
        const ALL: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may june july \
                           august september october november december jan feb mar apr jun jul aug sep sept oct nov dec";
        ALL.split_whitespace().collect()
    });
    WORDS.contains(key.trim_end_matches('.'))
}

/// Where the phrases of an article stand, and what the words of each are known by.
pub(super) fn known_by(grammar: &Grammar, phrases: &[Phrase]) -> Vec<(Span, Vec<String>)> {
    let of = |p: &Phrase| {
        (grammar.story.span(p.first, p.last), grammar.keys(p.first..=p.last).map(str::to_owned).collect())
    };
    phrases.iter().map(of).collect()
}

/// Where an article uses any of the words.
pub(super) fn places(phrases: &[(Span, Vec<String>)], is_word: impl Fn(&str) -> bool) -> Spans {
    phrases.iter().filter(|(_, keys)| keys.iter().any(|key| is_word(key))).map(|(span, _)| *span).collect()
}

pub(super) fn unique(id: &str, found: &[Found]) -> String {
    let free = |id: &str| found.iter().all(|f| f.issue.id != id);
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| free(id)).unwrap_or_default()
}
