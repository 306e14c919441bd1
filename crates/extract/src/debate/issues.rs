//! Issues of one article without a codebook: what its headline and its contents share, named as the article names it.
//!
//! Who speaks is not what is spoken of: words for the actors and their states do not count, unless the headline says "on".
//! Words count by the statements and the actors that use them; a headline's own subject ("spar on X and Y") counts most.
//! Words that stand in one phrase are one issue.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::ops::Range;

use onrecord_base::{Issue, Span, Spans, Statement, issue_id};

use super::at_issue;
use super::cues::{self, Speech};
use super::phrases::{self, Grammar, Kind, Phrase};
use super::sides::Side;
use super::wording::Wording;
use crate::nouns;
use crate::speakers::lexicon::{self, NounClass};
use crate::speakers::tokens::Story;
use crate::world::{self, PlaceKind};

/// An article has at most so many issues, and one for so many statements.
const MOST: usize = 7;
const FEWEST: usize = 2;
const STATEMENTS_EACH: usize = 5;
/// What a word must score to be at issue.
const ENOUGH: f32 = 2.5;

/// What a measure is called without telling which.
const PLAIN_MEASURES: [&str; 9] =
    ["scheme", "schemes", "proposal", "proposals", "project", "policy", "measure", "initiative", "programme"];

/// Nouns that before another noun are verbs more often than not: "School board delays phone ban".
const VERBS: [&str; 17] = [
    "increase", "reduce", "ease", "cut", "boost", "raise", "lift", "slash", "curb", "fund", "block", "back",
    "halt", "end", "stop", "support", "delay",
];

/// An issue with the words by which its statements are known.
pub(super) struct Found {
    pub(super) issue: Issue,
    /// The words (as [`key`] gives them), the one that made it an issue first.
    pub(super) keys: Vec<String>,
    /// Whether it is a proper name, by whose adjective it is known too: "Orsa", "Orsan".
    pub(super) is_name: bool,
    /// Whether the headline has it, and somebody is for or against it.
    pub(super) contested: bool,
}

/// How the article uses one word.
#[derive(Default)]
struct Use {
    statements: BTreeSet<usize>,
    actors: BTreeSet<u32>,
    headline: bool,
    /// Right after "on", "over", "about" in a headline.
    subject: bool,
    /// As the head of such a phrase with more words: "winter break".
    heads_subject: bool,
    /// How often it is a name after "in" or "to".
    place: usize,
    /// What somebody speaks for or against: "was critical of the sanctions".
    object: bool,
    /// Somewhere outside of quotation marks: what is only ever quoted is a turn of phrase.
    told: bool,
    /// As a common noun: "the bill", whoever is called Bill.
    common: bool,
    /// As a person's surname: "President Joe Biden".
    person: bool,
    phrases: Vec<usize>,
}

/// The issues of an article, the most spoken of first.
pub(super) fn find(grammar: &Grammar, statements: &[Statement], sides: &[Side]) -> Vec<Found> {
    let phrases = phrases::find(grammar);
    let known_by = known_by(grammar, &phrases);
    let uses = uses(grammar, &phrases, statements);
    let countries = uses.keys().filter(|key| world::place(key).is_some()).count();
    let mut ranked: Vec<(f32, &String)> = uses
        .iter()
        .filter(|(key, used)| used.subject || !sides.iter().any(|side| side.has(key)))
        .filter(|(key, used)| may_be_at_issue(key, used) && (used.headline || !key.contains('-')))
        .filter(|(key, used)| used.headline || countries > 1 || !is_home(key))
        .map(|(key, used)| (score(used), key))
        .filter(|(score, _)| *score >= ENOUGH)
        .collect();
    ranked.sort_by(|a, b| b.0.total_cmp(&a.0).then(a.1.cmp(b.1)));
    let most = (statements.len() / STATEMENTS_EACH).clamp(FEWEST, MOST);
    let mut found: Vec<Found> = Vec::new();
    let mut taken: HashSet<&str> = HashSet::new();
    for (_, key) in &ranked {
        if found.len() == most {
            break;
        }
        if taken.contains(key.as_str()) {
            continue;
        }
        let mut keys = vec![(*key).clone()];
        // A word that mostly stands in one phrase with this one means the same issue.
        for (_, other) in &ranked {
            let theirs = &uses[*other].phrases;
            let shared = theirs.iter().filter(|p| uses[*key].phrases.binary_search(p).is_ok()).count();
            if other != key
                && !VERBS.contains(&other.as_str())
                && !taken.contains(other.as_str())
                && 2 * shared >= theirs.len().max(2)
            {
                keys.push((*other).clone());
            }
        }
        taken.extend(ranked.iter().map(|(_, k)| k.as_str()).filter(|k| keys.iter().any(|have| have == k)));
        let other = |word: &str| ranked.iter().any(|(_, other)| *other == word);
        let Some(label) = label(grammar, &phrases, &uses[*key], key, &keys, &other) else { continue };
        // A plan for what nobody tells; "the scheme" is what the headline names.
        let meant = PLAIN_MEASURES.contains(&label.as_str())
            && found.iter().any(|found| uses[&found.keys[0]].headline);
        if meant || matches!(label.as_str(), "plan" | "plans") {
            continue;
        }
        // "The phone ban" is known by phones, too.
        let is_side = |key: &String| sides.iter().any(|side| side.has(key));
        let is_common = at_issue::is_measure(&label) && label.chars().all(|c| !c.is_uppercase());
        let of_label = |key: &String| is_common && is_word_of(&label, key) && !is_side(key);
        keys.extend(
            uses.keys()
                .filter(|key| of_label(key))
                .filter(|key| !keys.contains(key))
                .cloned()
                .collect::<Vec<_>>(),
        );
        taken.extend(ranked.iter().map(|(_, k)| k.as_str()).filter(|k| keys.iter().any(|have| have == k)));
        // "steel tariffs" by "steel" and by "tariffs" are one issue, and so are "fares" and the "fares freeze".
        let same = |found: &Found| {
            found.issue.label == label || is_word_of(&label, &found.keys[0]) && of_label(&found.keys[0])
        };
        if let Some(same) = found.iter().position(same) {
            let before = found.remove(same);
            keys.extend(before.keys.into_iter().filter(|key| !keys.contains(key)).collect::<Vec<_>>());
        }
        let mentions = places(&known_by, |word| keys.iter().any(|key| key == word));
        let id = unique(&issue_id(&label), &found);
        let is_name = !label.chars().any(char::is_lowercase)
            || label.split(' ').all(|w| w.starts_with(char::is_uppercase));
        let contested = uses[*key].headline && uses[*key].object || uses[*key].subject;
        found.push(Found {
            issue: Issue { id, label, proposition: None, mentions },
            keys,
            is_name,
            contested,
        });
    }
    found
}

/// Whether a key is one of a label's words.
fn is_word_of(label: &str, key: &str) -> bool {
    label.split(' ').any(|word| {
        let lower = word.to_lowercase();
        lower == key || nouns::lemma(&lower) == Some(key)
    })
}

/// What all forms of a token's word share: the singular of a noun, the lower-case name; `None` for other words.
pub(super) fn key(grammar: &Grammar, token: usize) -> Option<String> {
    let story = grammar.story;
    match grammar.kind(token) {
        Kind::Noun => Some(grammar.lemma(token)),
        // Tom London is no country.
        Kind::Name if is_surname(story, token) => Some(story.lower(token).to_owned()),
        Kind::Name => Some(of_name(story.lower(token))),
        Kind::Adjective if story.entry(token).adjective => {
            Some(lexicon::canonical_modifier(story.lower(token)).to_lowercase())
        }
        Kind::Adjective if is_compound(story.lower(token)) => Some(story.lower(token).to_owned()),
        _ => None,
    }
}

/// Whether a word with a hyphen tells what kind of thing is spoken of: "driver-only", "zero-hours"; not "30-year-old", "long-term".
fn is_compound(lower: &str) -> bool {
    const PLAIN: &str = "old based led term time wide run like born elect style free long scale level profile known called backed owned held \
                         related speaking minded sized ranking hand end quality";
    let Some((first, last)) = lower.rsplit_once('-') else { return false };
    first.bytes().all(|b| b.is_ascii_lowercase())
        && nouns::lemma(first).is_some()
        && !at_issue::is_general(first)
        && PLAIN.split_whitespace().all(|plain| plain != last)
}

/// What all names of one country share: "kyiv", "ukrainian", "ukraine"; other names are their own.
pub(super) fn of_name(lower: &str) -> String {
    match world::place(lower) {
        Some(place) => place.country.name.to_lowercase(),
        None => lexicon::canonical_modifier(lower).to_lowercase(),
    }
}

fn uses(grammar: &Grammar, phrases: &[Phrase], statements: &[Statement]) -> BTreeMap<String, Use> {
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
    let nouns: HashSet<String> = all
        .filter(|(phrase, token)| as_noun(phrase, *token))
        .filter_map(|(_, token)| key(grammar, token))
        .collect();
    let objects: Vec<Range<usize>> = statements.iter().map(|statement| object(story, statement)).collect();
    let mut uses: BTreeMap<String, Use> = BTreeMap::new();
    for (number, phrase) in phrases.iter().enumerate() {
        let headline = story.headline[story.tokens[phrase.first].block as usize];
        let subject = headline && is_subject(story, phrase.first);
        let headline = headline && !is_circumstance(story, phrase.first);
        for token in phrase.first..=phrase.last {
            let Some(key) = key(grammar, token).filter(|key| nouns.contains(key)) else { continue };
            let used = uses.entry(key).or_default();
            used.phrases.push(number);
            let name = grammar.kind(token) == Kind::Name;
            used.place += usize::from(name && phrases::after_place_word(story, phrase.first));
            used.headline |= headline;
            used.told |= !story.tokens[token].quoted;
            used.common |= !name;
            used.person |= name && is_surname(story, token);
            used.subject |= subject;
            used.heads_subject |= subject && token == phrase.last && phrase.first < phrase.last;
            for &statement in said.get(&token).into_iter().flatten() {
                used.object |= objects[statement].contains(&token);
                used.statements.insert(statement);
                used.actors.extend(statements[statement].actors.iter().map(|actor| actor.0));
            }
        }
    }
    uses
}

/// Whether a noun's form is a verb here: "to cap rents", "increase oversight". `last`: where its phrase ends.
fn is_verb(grammar: &Grammar, token: usize, last: usize) -> bool {
    grammar.is_infinitive(token) || token < last && VERBS.contains(&grammar.lemma(token).as_str())
}

/// Whether a phrase of a headline is what it is about: "… spar on X and Y".
fn is_subject(story: &Story, first: usize) -> bool {
    let before = first.checked_sub(1).filter(|&b| story.tokens[b].block == story.tokens[first].block);
    let Some(before) = before else { return false };
    // "over riverside towers", where no list knows the first word.
    let unknown = story.tokens[before].is_word && !nouns::is_small(story.lower(before)) && before > 0;
    let earlier = unknown && story.tokens[before - 1].block == story.tokens[first].block;
    let opens = |token: usize| story.is_any(token, &["on", "over", "about"]);
    if opens(before) || earlier && opens(before - 1) {
        return true;
    }
    // "on X and Y": what a conjunction joins to a subject is one.
    story.is_any(before, &["and", "&", ","]) && before > 0 && {
        let block = story.tokens[first].block;
        let words = (0..before).rev().take(5).take_while(|&i| story.tokens[i].block == block);
        words.into_iter().any(|i| story.is_any(i, &["on", "over", "about"]))
    }
}

/// Whether a phrase of a headline only tells when or where: "strike threat before holidays".
fn is_circumstance(story: &Story, first: usize) -> bool {
    let before = first.checked_sub(1).filter(|&b| story.tokens[b].block == story.tokens[first].block);
    before.is_some_and(|b| {
        story.is_any(b, &["before", "during", "until", "since", "in", "at", "near", "outside", "from", "by"])
    })
}

/// The first tokens of a content whose cue speaks for or against it.
fn object(story: &Story, statement: &Statement) -> Range<usize> {
    const NEAR: usize = 6;
    let wording = Wording::of(story, statement);
    let polar = matches!(cues::read(&wording.cue), Some(Speech::Opposes | Speech::Supports));
    let first = wording.content_tokens(story).first().copied().filter(|_| polar);
    first.map_or(0..0, |first| first..first + NEAR)
}

fn score(used: &Use) -> f32 {
    let (statements, actors) = (used.statements.len() as f32, used.actors.len() as f32);
    let headline = if used.subject { 4.0 } else { 1.3 * f32::from(u8::from(used.headline)) };
    if statements < 1.0 && !used.subject || !used.told {
        return 0.0;
    }
    let object = if used.object { 1.5 } else { 0.0 };
    // Where things happen is seldom what they are about.
    let place = if 3 * used.place > used.phrases.len() && !used.subject { 1.5 } else { 0.0 };
    statements + object - place
        + 0.5 * (actors - 1.0).max(0.0)
        + headline
        + 0.1 * used.phrases.len().min(8) as f32
}

/// Whether a name follows a given name or a title: "Joe Biden", "Sen. Roe", "Mr. Bush"; not "Virginia Beach".
fn is_surname(story: &Story, token: usize) -> bool {
    let Some(before) = token.checked_sub(1).filter(|&before| story.joined(before)) else { return false };
    let entry = story.entry(before);
    let address = entry.title && (entry.title_gender.is_some() || story.slice(before).ends_with('.'));
    let noun = || nouns::lemma(story.lower(token)).is_some();
    story.tokens[before].capital && (address || (entry.given.is_some() || entry.title) && !noun())
}

fn may_be_at_issue(key: &str, used: &Use) -> bool {
    let entry = lexicon::look_up(key);
    let speaks = entry.noun.is_some_and(|noun| {
        matches!(noun.class, NounClass::Person | NounClass::Organization) && !noun.plural
    });
    let person = used.person || entry.given.is_some() && !used.common;
    // "Democratic" is of a party, and a country is known by its name.
    let adjective = entry.adjective && world::place(key).is_none();
    let general = at_issue::is_general(key) && !used.heads_subject;
    !general && !speaks && !entry.title && !person && !adjective && !is_calendar(key)
}

/// Whether a country writes its own news in English: where it is the only one named, it is where all of it takes place.
fn is_home(key: &str) -> bool {
    const CODES: [&str; 6] = ["US", "GB", "CA", "AU", "NZ", "IE"];
    world::place(key).is_some_and(|place| CODES.contains(&place.country.code))
}

fn is_calendar(key: &str) -> bool {
    const WORDS: &str = "monday tuesday wednesday thursday friday saturday sunday january february march april may june \
                         july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec";
    WORDS.split(' ').any(|word| word == key.trim_end_matches('.'))
}

/// The wording that a reader would give the issue: the longest phrase around its word that is said more than once or
/// stands in the headline; otherwise the word itself. `None` where all that the story has is a person's name or an adjective.
fn label(
    grammar: &Grammar,
    phrases: &[Phrase],
    used: &Use,
    key: &str,
    keys: &[String],
    is_other: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let story = grammar.story;
    let mut forms: BTreeMap<String, (f32, String)> = BTreeMap::new();
    for &number in &used.phrases {
        let phrase = phrases[number];
        let headline = story.headline[story.tokens[phrase.first].block as usize];
        for first in phrase.first..=phrase.last {
            for last in first..=phrase.last {
                let inside = (first..=last).any(|t| self::key(grammar, t).as_deref() == Some(key));
                // "Democratic", "American" are of something.
                let ends_well = grammar.kind(last) != Kind::Adjective && !story.entry(last).adjective;
                let is_name = |t: usize| grammar.kind(t) == Kind::Name;
                let person = (first..=last)
                    .any(|t| is_name(t) && (story.entry(t).given.is_some() || is_surname(story, t)));
                // "Homeland Security" is not any security; but a headline's capitals tell nothing.
                let cut = !headline
                    && (first > phrase.first && is_name(first) && is_name(first - 1)
                        || last < phrase.last && is_name(last) && is_name(last + 1));
                let verb = (first..=last).any(|t| is_verb(grammar, t, last));
                if !inside || !ends_well || person || cut || verb {
                    continue;
                }
                let whole = first == phrase.first && last == phrase.last;
                let of_keys = (first..=last)
                    .filter(|&t| self::key(grammar, t).is_some_and(|k| keys.contains(&k)))
                    .count();
                let words = printed(grammar, first, last);
                let form = forms.entry(words.to_lowercase()).or_insert_with(|| (0.0, words.clone()));
                if shown(&words) > shown(&form.1) {
                    form.1 = words;
                }
                // A whole phrase counts more than a part of one, the headline's more than the story's.
                // Only in a headline do verbs look like nouns ("tractors block coast road"): what stands there alone is short.
                let weight = match headline {
                    // "spar over Nile dam"
                    true if whole && is_subject(story, phrase.first) => 5.0,
                    true if last - first > 1 => 0.5,
                    true => 2.0,
                    false => 1.0,
                };
                // Of a country's names its own.
                let own = world::place(&form.1).is_none_or(|place| place.kind == PlaceKind::Name);
                let weight = if own { weight } else { 0.5 * weight };
                form.0 += weight * if whole { 1.0 } else { 0.4 } * (0.6 + 0.4 * of_keys as f32);
            }
        }
    }
    let best = forms.into_values().max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
    let bare = best?.1;
    Some(fuller(grammar, phrases, used, &bare, is_other).unwrap_or(bare))
}

/// "The phone ban" for what is mostly called "the ban": the wording with which the story introduces the noun, or which it says again.
/// What is at issue itself is no part of another issue's label.
fn fuller(
    grammar: &Grammar,
    phrases: &[Phrase],
    used: &Use,
    bare: &str,
    is_other: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let story = grammar.story;
    if bare.contains(' ') || !bare.starts_with(char::is_lowercase) {
        return None;
    }
    // The nouns of headlines, and those of the story.
    let nouns = |of_headline: bool| -> HashSet<String> {
        let there = |token: &usize| story.headline[story.tokens[*token].block as usize] == of_headline;
        (0..story.len()).filter(there).filter_map(|token| key(grammar, token)).collect()
    };
    let (in_headline, in_story) = (nouns(true), nouns(false));
    // A measure is of what it is on, whatever else is said of that: "the phone ban".
    let measure = at_issue::is_measure(bare);
    let before_noun = |token: usize| {
        let noun = grammar.kind(token) == Kind::Noun || nouns::lemma(story.lower(token)).is_some();
        let tells = |key: String| measure && noun || !at_issue::is_general(&key) && !is_other(&key);
        matches!(grammar.kind(token), Kind::Noun | Kind::Name)
            && !is_verb(grammar, token, token + 1)
            && key(grammar, token).is_some_and(|key| !is_calendar(&key) && tells(key))
            && story.entry(token).noun.is_none()
    };
    let mut times: Vec<(String, usize)> = Vec::new();
    let (mut introduced, mut headlines) = (None, Vec::new());
    for &number in &used.phrases {
        let Phrase { first, last } = phrases[number];
        let told = !story.headline[story.tokens[last].block as usize];
        let opens = told && introduced.is_none();
        introduced = introduced.or(told.then_some(number));
        if story.lower(last) != bare || story.title_case[story.tokens[last].block as usize] {
            continue;
        }
        let nouns = (first..last).rev().take_while(|&token| before_noun(token));
        for (length, noun) in (1..).zip(nouns) {
            // "Wells Fargo bankers" are no "Fargo bankers".
            let is_name = |token: usize| grammar.kind(token) == Kind::Name;
            if is_name(noun) && noun > first && is_name(noun - 1) {
                continue;
            }
            let words = printed(grammar, noun, last);
            if !told {
                headlines.push(words.clone());
            }
            let elsewhere = if told { &in_headline } else { &in_story };
            let noun_shared = length == 1 && grammar.kind(noun) == Kind::Noun;
            let shared = noun_shared && key(grammar, noun).is_some_and(|key| elsewhere.contains(&key));
            let more = 1 + usize::from(opens) + usize::from(shared);
            match times.iter_mut().find(|(other, _)| other.to_lowercase() == words.to_lowercase()) {
                Some((_, times)) => *times += more,
                None => times.push((words, more)),
            }
        }
    }
    let count = |words: &str| words.split(' ').count();
    let most = times.iter().filter(|(_, times)| *times > 1).map(|(of, times)| (*times, count(of))).max()?;
    let best = times.iter().find(|(of, times)| (*times, count(of)) == most).map(|(words, _)| words)?;
    // "fares freeze" in the headline "Rail fares freeze …"
    let whole =
        |of: &&String| of.len() > best.len() && of.ends_with(best.as_str()) && headlines.contains(*of);
    let longer = times.iter().map(|(of, _)| of).filter(whole).max_by_key(|of| count(of));
    Some(longer.unwrap_or(best).clone())
}

/// The words of a phrase: names as printed, nouns small, for a headline writes all in capitals.
fn printed(grammar: &Grammar, first: usize, last: usize) -> String {
    let story = grammar.story;
    // "Cape Lorne": a noun in capitals before a name belongs to it, where not all is in capitals.
    let due = |token: usize| story.title_case[story.tokens[token].block as usize];
    let is_name = |token: usize| {
        grammar.kind(token) == Kind::Name
            || story.tokens[token].capital
                && !due(token)
                && token < last
                && grammar.kind(token + 1) == Kind::Name
    };
    let word = |token| if is_name(token) { story.slice(token) } else { story.lower(token) };
    (first..=last).map(word).collect::<Vec<_>>().join(" ")
}

/// Of two spellings the one with more words in capitals is taken, and of "Iowa" and "IOWA" the first.
fn shown(words: &str) -> (usize, Reverse<usize>) {
    let names = words.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    (names, Reverse(words.chars().filter(|c| c.is_uppercase()).count()))
}

/// Where the phrases of an article stand, and what the words of each are known by.
pub(super) fn known_by(grammar: &Grammar, phrases: &[Phrase]) -> Vec<(Span, Vec<String>)> {
    let of = |p: &Phrase| {
        (grammar.story.span(p.first, p.last), (p.first..=p.last).filter_map(|t| key(grammar, t)).collect())
    };
    phrases.iter().map(of).collect()
}

/// Where an article uses any of the words.
pub(super) fn places(phrases: &[(Span, Vec<String>)], is_word: impl Fn(&str) -> bool) -> Spans {
    phrases.iter().filter(|(_, keys)| keys.iter().any(|key| is_word(key))).map(|(span, _)| *span).collect()
}

fn unique(id: &str, found: &[Found]) -> String {
    let free = |id: &str| found.iter().all(|f| f.issue.id != id);
    let numbered = (2..).map(|n| format!("{id}-{n}"));
    std::iter::once(id.to_owned()).chain(numbered).find(|id| free(id)).unwrap_or_default()
}
