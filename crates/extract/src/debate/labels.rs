//! Labels: how a reader would name an issue, by the wordings that the article has for it.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use rustc_hash::FxHashSet;

use super::at_issue;
use super::contraries;
use super::headline;
use super::issues::{Use, is_calendar};
use super::keys::is_surname;
use super::phrases::{Grammar, Kind, Phrase};
use crate::nouns;
use crate::speakers::lexicon::{Noun, NounClass};
use crate::world::{self, PlaceKind};

/// Nouns that before another noun are verbs more often than not: "School board delays phone ban".
const VERBS: [&str; 39] = [
    "increase",
    "reduce",
    "ease",
    "cut",
    "boost",
    "raise",
    "lift",
    "slash",
    "curb",
    "fund",
    "block",
    "back",
    "halt",
    "end",
    "stop",
    "support",
    "delay",
    "veto",
    "pass",
    "sign",
    "fight",
    "face",
    "hit",
    "slam",
    "push",
    "debate",
    "challenge",
    "probe",
    "reject",
    "approve",
    "ship",
    "temper",
    "favor",
    "dispute",
    "advocate",
    "damage",
    "track",
    "parrot",
    "resume",
];

/// Adjectives that tell nothing of what is at issue.
const PLAIN: &str = "initial final dramatic personal potential special usual total actual individual additional critical historic massive negative \
                     positive powerful furious effective divisive anemic aggressive useful competitive intensive controversial impressive excessive \
                     successful beautiful wonderful famous enormous tremendous dangerous serious ridiculous obvious previous various numerous \
                     hopeful careful awful horrific terrific fantastic tragic heroic optimistic realistic drastic specific typical practical crucial \
                     substantial partial official original unusual exceptional emotional annual temporary permanent indefinite";

fn is_plain(adjective: &str) -> bool {
    PLAIN.split_whitespace().any(|plain| plain == adjective)
}

/// The wording that a reader would give the issue: the longest phrase around its word that is said more than once or
/// stands in the headline; otherwise the word itself. `None` where all that the story has is a person's name or an adjective.
pub(super) fn label(
    grammar: &Grammar,
    phrases: &[Phrase],
    used: &Use,
    main: &str,
    keys: &[String],
    is_other: &dyn Fn(&str) -> bool,
) -> Option<String> {
    let story = grammar.story;
    let mut forms: BTreeMap<String, (f32, String)> = BTreeMap::new();
    // "Camp Plans to Fight", "Hopes Obstruction": a plural that only a headline has.
    let is_verb_of_headline = |t: usize, last: usize| {
        let plural = grammar.kind(t) == Kind::Noun && grammar.lemma(t) != story.lower(t);
        let to = t == last && t + 1 < story.len() && story.joined(t) && story.is(t + 1, "to");
        plural && !grammar.is_told_noun(story.lower(t)) && (t < last && story.joined(t) || to)
    };
    for &number in &used.phrases {
        let phrase = phrases[number];
        let headline = story.in_headline(phrase.first);
        for first in phrase.first..=phrase.last {
            for last in first..=phrase.last {
                let inside = (first..=last).any(|t| grammar.key(t) == Some(main));
                // A government is at issue by what it does.
                let body = story.entry(last).noun.is_some_and(|noun| {
                    !noun.plural && matches!(noun.class, NounClass::Person | NounClass::Organization)
                });
                let body = body && grammar.kind(last) == Kind::Noun;
                // "Democratic", "American" are of something.
                let ends_well =
                    grammar.kind(last) != Kind::Adjective && !story.entry(last).adjective && !body;
                let is_name = |t: usize| grammar.kind(t) == Kind::Name;
                let given = |t: usize| !used.opens && story.entry(t).given.is_some();
                let person = (first..=last).any(|t| is_name(t) && (given(t) || is_surname(story, t)));
                // "Homeland Security" is not any security; but a headline's capitals tell nothing.
                let cut = !headline
                    && (first > phrase.first && is_name(first) && is_name(first - 1)
                        || last < phrase.last && is_name(last) && is_name(last + 1));
                let verb = (first..=last).any(|t| is_verb(grammar, t, last))
                    || headline && (first..=last).any(|t| is_verb_of_headline(t, last))
                    || governs_name(grammar, first, last)
                    || (first..=last).any(|t| is_present(grammar, t, phrase.last));
                // "The powerful explosion" is the explosion.
                let described = first < last && is_plain(story.lower(first));
                if !inside || !ends_well || person || cut || verb || described {
                    continue;
                }
                let whole = first == phrase.first && last == phrase.last;
                let of_keys = grammar.keys(first..=last).filter(|key| keys.iter().any(|k| k == key)).count();
                let words = printed(grammar, first, last);
                let form = forms.entry(words.to_lowercase()).or_insert_with(|| (0.0, words.clone()));
                if shown(&words) > shown(&form.1) {
                    form.1 = words;
                }
                // A whole phrase counts more than a part of one, the headline's more than the story's.
                // Only in a headline do verbs look like nouns ("tractors block coast road"): what stands there alone is short.
                let weight = match headline {
                    // "spar over Nile dam"
                    true if whole && headline::is_subject(story, phrase.first) => 5.0,
                    // "Bay Area transit tax splits Democrats", "Jeepney phase-out: …"
                    true if whole
                        && (headline::parts_people(story, phrase.last)
                            || headline::is_before_colon(story, &phrase)) =>
                    {
                        5.0
                    }
                    true if headline::is_circumstance(story, phrase.first) => 0.3,
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
    // "kids' online safety bill", where no list knows "online"
    let last = bare.rsplit(' ').next().unwrap_or(&bare);
    if bare.contains(' ')
        && let Some(whole) = in_headline_after_preposition(grammar, phrases, used, last)
        && whole.len() > bare.len()
        && whole.ends_with(&bare)
    {
        return Some(whole);
    }
    let whole = |&number: &usize| {
        let phrase = &phrases[number];
        let last = complement(grammar, phrase).filter(|_| story.lower(phrase.last) == bare)?;
        Some(format!("{bare} for {}", story.slice_range(phrase.last + 2, last)))
    };
    if let Some(whole) = used.phrases.iter().find_map(whole) {
        return Some(whole);
    }
    if let Some(new) = new_one(grammar, phrases, used, &bare) {
        return Some(new);
    }
    Some(fuller(grammar, phrases, used, &bare, is_other).unwrap_or(bare))
}

/// "Offer for Pennard Steel": what a headline's measure that says too little by itself is for, to the last token.
pub(super) fn complement(grammar: &Grammar, phrase: &Phrase) -> Option<usize> {
    const LONGEST: usize = 3;
    let story = grammar.story;
    let link = phrase.last + 1;
    let linked = story.in_headline(phrase.last)
        && story.joined(phrase.last)
        && story.is_any(link, &["for"])
        && at_issue::is_general(grammar.lemma(phrase.last))
        && at_issue::is_measure(story.lower(phrase.last));
    let named = |token: &usize| story.joined(token - 1) && grammar.kind(*token) == Kind::Name;
    (link + 1..story.len()).filter(|_| linked).take(LONGEST).take_while(named).last()
}

/// "Row over new dam", where there is an old one: what headline and story call new.
fn new_one(grammar: &Grammar, phrases: &[Phrase], used: &Use, bare: &str) -> Option<String> {
    let story = grammar.story;
    if bare.contains(' ') {
        return None;
    }
    let lasts = used.phrases.iter().map(|&number| phrases[number].last);
    let new = |last: &usize| last.checked_sub(1).is_some_and(|b| story.joined(b) && story.is(b, "new"));
    let named = |last: &usize| story.lower(*last) == bare;
    let (heads, told): (Vec<usize>, Vec<usize>) =
        lasts.filter(|last| new(last) && named(last)).partition(|&last| story.in_headline(last));
    let of_story = used.phrases.len() - heads.len();
    // Where nothing is called otherwise, it needs no telling which.
    (!heads.is_empty() && !told.is_empty() && told.len() < of_story).then(|| format!("new {bare}"))
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
    let one = nouns::lemma(bare).unwrap_or(bare);
    if let Some(words) = in_headline_after_preposition(grammar, phrases, used, bare) {
        return Some(words);
    }
    // The nouns of headlines, and those of the story.
    let nouns = |of_headline: bool| -> FxHashSet<&str> {
        let there = |token: &usize| story.in_headline(*token) == of_headline;
        (0..story.len()).filter(there).filter_map(|token| grammar.key(token)).collect()
    };
    let (in_headline, in_story) = (nouns(true), nouns(false));
    // "Governor vetoes bill": what only a headline has in that form is a verb.
    let told = |token: usize| !story.in_headline(token);
    let is_plural_of_headline = |token: usize| !told(token) && grammar.lemma(token) != story.lower(token);
    // "Council scraps low-traffic zone"
    let is_compound = |token: usize| {
        grammar.kind(token) == Kind::Adjective && story.lower(token).contains('-') && !told(token)
    };
    // A measure is of what it is on, whatever else is said of that: "the phone ban".
    let measure = at_issue::is_measure(bare);
    // "Hospital merger draws praise"
    let beside = |noun: &str| {
        let in_headline = |t: usize| story.in_headline(t);
        (1..story.len()).any(|t| in_headline(t) && story.is(t - 1, noun) && grammar.lemma(t) == one)
    };
    let before_noun = |token: usize| {
        let noun = grammar.kind(token) == Kind::Noun || nouns::lemma(story.lower(token)).is_some();
        let tells = |key: &str| {
            measure && noun || !at_issue::is_general(key) && !is_other(key) || beside(story.lower(token))
        };
        let key = grammar.key(token).or_else(|| is_compound(token).then(|| story.lower(token)));
        (matches!(grammar.kind(token), Kind::Noun | Kind::Name) || is_compound(token))
            && !is_verb(grammar, token, token + 1)
            && key.is_some_and(|key| !is_calendar(key) && tells(key))
            && story.entry(token).noun.is_none_or(|noun| match noun.class {
                NounClass::Organization => measure,
                // "Clubs reject video referee"
                NounClass::Document => beside(story.lower(token)),
                // "Under-16 social media ban"
                NounClass::Person => measure && story.is(token, "media"),
            })
            && (!is_plural_of_headline(token) || grammar.is_told_noun(story.lower(token)))
    };
    let mut times: Vec<(String, usize)> = Vec::new();
    let (mut introduced, mut headlines) = (None, Vec::new());
    for &number in &used.phrases {
        let Phrase { first, last } = phrases[number];
        let told = !story.in_headline(last);
        let opens = told && introduced.is_none();
        introduced = introduced.or(told.then_some(number));
        let same = story.lower(last) == bare;
        if !(same || measure && grammar.lemma(last) == one) {
            continue;
        }
        let nouns = (first..last).rev().take_while(|&token| before_noun(token));
        for (length, noun) in (1..).zip(nouns) {
            // "Wells Fargo bankers" are no "Fargo bankers".
            let is_name = |token: usize| grammar.kind(token) == Kind::Name;
            if is_name(noun) && noun > first && is_name(noun - 1) {
                continue;
            }
            // "social media ban"
            let social = story.is(noun, "media") && noun > first && story.is(noun - 1, "social");
            let opening = noun - usize::from(social);
            let words = match same {
                true => printed(grammar, opening, last),
                false => format!("{} {bare}", printed(grammar, opening, last - 1)),
            };
            if !told {
                headlines.push(words.clone());
            }
            let elsewhere = if told { &in_headline } else { &in_story };
            let noun_here = story.lower(noun);
            let plain = |noun: Noun| match noun.class {
                NounClass::Organization => measure && (!told || beside(noun_here)),
                NounClass::Document => beside(noun_here),
                NounClass::Person => measure && noun_here == "media",
            };
            let noun_shared =
                length == 1 && grammar.kind(noun) == Kind::Noun && story.entry(noun).noun.is_none_or(plain);
            // "pay offer", where the story says "pay" as a verb does
            let shared = noun_shared
                && (noun_here == "pay" || grammar.key(noun).is_some_and(|key| elsewhere.contains(key)));
            // "government bill" must be said twice: whose it is tells little.
            let opens = opens && same && story.entry(noun).noun.is_none();
            // A turn of phrase must come back: “a science project with our lives”.
            let plain = !story.tokens[last].quoted;
            let more = 1 + usize::from(opens && plain) + usize::from(shared && plain || is_compound(noun));
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

/// "Capital gains", "refugee crisis": a noun that says too little with the word that mostly stands before it, however general or at issue
/// itself; `None` where none does.
pub(super) fn with_companion(
    grammar: &Grammar,
    phrases: &[Phrase],
    used: &Use,
    bare: &str,
) -> Option<String> {
    let story = grammar.story;
    let one = nouns::lemma(bare).unwrap_or(bare);
    let lasts = used.phrases.iter().map(|&number| phrases[number].last);
    let lasts: Vec<usize> = lasts.filter(|&last| grammar.lemma(last) == one).collect();
    let tells = |token: usize| {
        let lower = story.lower(token);
        story.joined(token)
            && story.tokens[token].is_word
            && !story.in_headline(token)
            && contraries::tells(lower)
            && !lower.contains(['’', '\''])
            && !story.entry(token).adjective
            && story.entry(token).given.is_none()
            && matches!(grammar.kind(token), Kind::Noun | Kind::Adjective)
            && !is_verb(grammar, token, token + 1)
            && !is_plain(lower)
    };
    let mut times: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for last in lasts.iter().copied().filter(|&last| last > 0 && tells(last - 1)) {
        times.entry(story.lower(last - 1)).or_insert((0, last)).0 += 1;
    }
    let (times, last) = times.into_values().max()?;
    (times > 1 && 2 * times >= lasts.len()).then(|| printed(grammar, last - 1, last))
}

/// "Row over assisted dying bill": all between the preposition and a measure, whatever kinds of words they are.
fn in_headline_after_preposition(
    grammar: &Grammar,
    phrases: &[Phrase],
    used: &Use,
    bare: &str,
) -> Option<String> {
    const LONGEST: usize = 3;
    let story = grammar.story;
    let lasts = used.phrases.iter().map(|&number| phrases[number].last);
    let headline = |last: &usize| story.in_headline(*last) && story.lower(*last) == bare;
    lasts.filter(headline).find_map(|last| {
        // "plan for rooftop solar panels"
        let planned = |token: usize| story.is(token, "for") && headline::is_planned(story, token + 1);
        let measure = at_issue::is_measure(bare);
        let opens = |token: usize| {
            measure && story.is_any(token, &["over", "on", "about", "against"]) || planned(token)
        };
        let first = (last.saturating_sub(LONGEST + 1)..last)
            .rev()
            .find(|&token| opens(token) || !story.joined(token))?
            + 1;
        let plain = |token: usize| {
            story.joined(token)
                && story.tokens[token].is_word
                && contraries::tells(story.lower(token))
                && story.entry(token).noun.is_none()
                && !story.entry(token).adjective
        };
        let before = first - 1;
        // "clash over kids' safety bill"
        let owned = story.tokens[before].possessive && before > 0 && opens(before - 1);
        let whole = first < last && (opens(before) || owned) && (first..last).all(plain);
        whole.then(|| printed(grammar, first, last))
    })
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

/// Whether a small noun stands right before the name that ends a phrase: "damage Roe", "the last thing Orsa", where nothing is named.
fn governs_name(grammar: &Grammar, first: usize, last: usize) -> bool {
    last > first
        && grammar.kind(last) == Kind::Name
        && grammar.kind(last - 1) == Kind::Noun
        && !grammar.story.tokens[last - 1].capital
        // "photo ID"
        && grammar.story.slice(last).chars().any(char::is_lowercase)
}

/// Whether a plural's form is a verb, in a phrase with that last token: "the administration bears responsibility".
fn is_present(grammar: &Grammar, token: usize, last: usize) -> bool {
    let story = grammar.story;
    let plural = grammar.kind(token) == Kind::Noun && grammar.lemma(token) != story.lower(token);
    let acts = |noun: Noun| !noun.plural && matches!(noun.class, NounClass::Person | NounClass::Organization);
    let somebody = |before: usize| story.joined(before) && story.entry(before).noun.is_some_and(acts);
    plural && token < last && token.checked_sub(1).is_some_and(somebody)
}

/// Of two spellings the one with more words in capitals is taken, and of "Iowa" and "IOWA" the first.
fn shown(words: &str) -> (usize, Reverse<usize>) {
    let names = words.split(' ').filter(|word| word.starts_with(char::is_uppercase)).count();
    (names, Reverse(words.chars().filter(|c| c.is_uppercase()).count()))
}

/// Whether a singular noun is a verb more often than not where another noun follows.
pub(super) fn may_be_verb(lemma: &str) -> bool {
    VERBS.contains(&lemma)
}

/// Whether a noun's form is a verb here: "to cap rents", "increase oversight". `last`: where its phrase ends.
pub(super) fn is_verb(grammar: &Grammar, token: usize, last: usize) -> bool {
    grammar.is_infinitive(token)
        || token < last
            && (VERBS.contains(&grammar.lemma(token)) && !opens_noun(grammar, token)
                || is_deed_of_many(grammar, token))
}

/// Whether a word is a noun by what stands before it: "over fund cuts", "the support package".
fn opens_noun(grammar: &Grammar, token: usize) -> bool {
    const BEFORE: [&str; 7] = ["the", "a", "an", "over", "about", "against", "of"];
    let story = grammar.story;
    let before = token.checked_sub(1).filter(|&before| story.joined(before));
    before.is_some_and(|before| story.is_any(before, &BEFORE))
        || story.in_headline(token) && headline::is_subject(story, token)
}

/// "Villagers protest lithium mine": a headline's noun in the singular after people in the plural is what they do.
fn is_deed_of_many(grammar: &Grammar, token: usize) -> bool {
    let story = grammar.story;
    let many = |before: usize| {
        let people = |noun: Noun| noun.plural && noun.class == NounClass::Person;
        let agents = ["ers", "ors", "ists"].iter().any(|end| story.lower(before).ends_with(end));
        story.joined(before) && (agents || story.entry(before).noun.is_some_and(people))
    };
    story.in_headline(token)
        && grammar.kind(token) == Kind::Noun
        && grammar.lemma(token) == story.lower(token)
        && token.checked_sub(1).is_some_and(many)
}
