//! Evidence: what an article says, around a name, of who its bearer is.

use std::collections::HashSet;

use onrecord_base::{Actor, Article, Block};

use crate::world::places;
use crate::world::roles::Phrase;

/// How many words before a name may be its title.
const TITLE_WORDS: usize = 8;

/// What an article says of somebody.
#[derive(Debug, Default)]
pub(super) struct Evidence {
    /// The offices it gives.
    pub(super) phrases: Vec<Phrase>,
    /// Countries it gives beside an office ("R-Fla." is the United States).
    pub(super) country: Option<&'static str>,
    /// Whether it gives something that is no office we know ("the author", "45").
    pub(super) other: bool,
}

/// What is no office and yet says nothing against one.
const NEUTRAL: [&str; 18] = [
    "mr",
    "mrs",
    "ms",
    "leader",
    "politician",
    "candidate",
    "nominee",
    "democrat",
    "republican",
    "conservative",
    "hopeful",
    "incumbent",
    "statesman",
    "strongman",
    "contender",
    "frontrunner",
    "veteran",
    "opposition",
];

impl Evidence {
    /// Of an actor's name in the story, the role that the speaker rules found out, and the offices by which it is meant.
    pub(super) fn gather(article: &Article, actor: &Actor) -> Self {
        let (name, role) = (actor.name.as_str(), actor.role.as_deref());
        let mut evidence = Self::default();
        for words in actor
            .mentions
            .iter()
            .map(|mention| article.text.slice(mention))
            .filter(|words| !words.contains(name))
        {
            let phrase = Phrase::read(words).filter(|phrase| phrase.country.is_some() && phrase.is_office());
            phrase.into_iter().for_each(|phrase| evidence.add(phrase));
        }
        if let Some(role) = role.filter(|role| !role.trim().is_empty()) {
            evidence.take(role);
        }
        for block in article.story() {
            for (before, after) in around(article, block, name) {
                evidence.before(before);
                evidence.after(after);
            }
        }
        evidence
    }

    /// A phrase that stands for nothing but what he is.
    fn take(&mut self, text: &str) {
        match Phrase::read(text) {
            Some(phrase) if phrase.is_office() => self.add(phrase),
            Some(phrase) if phrase.office.last().is_some_and(|word| NEUTRAL.contains(&word.as_str())) => {}
            _ => self.other = true,
        }
    }

    fn add(&mut self, phrase: Phrase) {
        if !self.phrases.contains(&phrase) {
            self.phrases.push(phrase);
        }
    }

    /// The longest title that ends right before the name.
    fn before(&mut self, text: &str) {
        let text = text.trim_end();
        // An apposition: "the foreign minister, Sergey Lavrov".
        let (text, apposition) = text.strip_suffix(',').map_or((text, false), |text| (text, true));
        let from = text.rfind([',', ';', ':', '"', '“', '”', '(', ')', '—', '–', '!', '?']);
        let text =
            text[from.map_or(0, |at| at + text[at..].chars().next().map_or(1, char::len_utf8))..].trim();
        let text = &text[after_sentence(text)..];
        let starts: Vec<usize> =
            std::iter::once(0).chain(text.match_indices(' ').map(|(at, _)| at + 1)).collect();
        for start in starts.iter().rev().take(TITLE_WORDS).rev() {
            let candidate = &text[*start..];
            // A title has no article before it, an apposition has one or a genitive.
            let definite = ["the ", "The "].iter().any(|the| candidate.starts_with(the))
                || ["’s ", "'s "].iter().any(|genitive| candidate.contains(genitive));
            let titled = candidate.starts_with(char::is_uppercase) || candidate.starts_with("former ");
            if (apposition && !definite) || (!apposition && !titled) {
                continue;
            }
            let Some(phrase) = Phrase::read(candidate).filter(Phrase::is_office) else { continue };
            // What we do not know before it makes it another office: "Deputy", "Estrovan", "Assembly".
            let before = text[..*start].split_whitespace().next_back().unwrap_or_default();
            if belongs(before) {
                self.other = true
            } else {
                self.add(phrase)
            }
            return;
        }
    }

    /// What follows the name in brackets or between commas.
    fn after(&mut self, text: &str) {
        let bracket = text.strip_prefix(" (");
        let Some(rest) = bracket.or_else(|| text.strip_prefix(", ")) else { return };
        let end = rest.find([',', ';', ')', '(', '“', '"', '”', '—', '–']).unwrap_or(rest.len());
        let segment = rest[..end].trim_end_matches('.').trim();
        let party = ["R-", "D-", "I-"].iter().any(|party| segment.starts_with(party));
        if party && segment.len() < 16 {
            self.country = Some("US");
            return;
        }
        if !segment.is_empty() && segment.bytes().all(|b| b.is_ascii_digit()) {
            // Nobody gives a minister's age.
            self.other = true;
            return;
        }
        let opens = ["the ", "its ", "a ", "an ", "then "].iter().any(|word| segment.starts_with(word));
        let genitive = segment.contains("’s ") || segment.contains("'s ");
        let country = || Phrase::read(segment).is_some_and(|phrase| phrase.country.is_some());
        match Phrase::read(segment) {
            Some(phrase) if phrase.is_office() => self.add(phrase),
            _ if (opens || genitive || country())
                && bracket.is_none()
                && segment.split(' ').count() <= 12 =>
            {
                self.take(segment);
            }
            _ => {}
        }
    }
}

/// Whether a word before a title changes what it means.
fn belongs(before: &str) -> bool {
    let lower = before.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase();
    let changes =
        "deputy vice assistant associate shadow junior under next incoming would-be aspiring fictional a an";
    if changes.split(' ').any(|word| word == lower) {
        return true;
    }
    let ordinary = "the on in at when but and as while after before that meanwhile yesterday if like for with by to from \
                    said then also is was not his her their its our monday tuesday wednesday thursday friday saturday \
                    sunday january february march april may june july august september october november december";
    before.starts_with(char::is_uppercase) && !ordinary.split_whitespace().any(|word| word == lower)
}

/// Where the last sentence of a text starts; the periods of "U.S." and "Sen." end none.
fn after_sentence(text: &str) -> usize {
    let ends = |at: &usize| {
        let word = text[..*at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let word = word.trim_start_matches(|c: char| !c.is_alphanumeric());
        let short =
            ["Sen", "Rep", "Gov", "Gen", "Mr", "Mrs", "Ms", "Dr", "Lt", "Col", "Prof", "St", "Sgt", "Pres"];
        !(word.contains('.') || word.chars().count() < 2 || short.contains(&word))
    };
    text.match_indices(". ").map(|(at, _)| at).filter(ends).last().map_or(0, |at| at + 2)
}

/// The codes of all countries that the story names in any way.
pub(super) fn countries(article: &Article) -> HashSet<&'static str> {
    let mut found = HashSet::new();
    for block in article.story() {
        let text = article.text.slice(block.span);
        let words: Vec<&str> = text.split_whitespace().collect();
        for (n, word) in words.iter().enumerate() {
            if !word.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(char::is_uppercase) {
                continue;
            }
            let party = ["Republican", "Democrat", "GOP", "Congress"];
            if party.iter().any(|party| word.contains(party)) {
                found.insert("US");
            }
            let longest = if places::opens_longer(word) { 3 } else { 1 };
            for length in 1..=longest.min(words.len() - n) {
                let phrase = words[n..n + length].join(" ");
                let phrase = phrase.trim_matches(|c: char| !c.is_alphanumeric() && c != '.');
                let phrase =
                    phrase.strip_suffix("'s").or_else(|| phrase.strip_suffix("’s")).unwrap_or(phrase);
                if let Some(place) = places::place(phrase) {
                    found.insert(place.country.code);
                }
            }
        }
    }
    found
}

/// What stands in a block before and after each place where it has the name.
fn around<'a>(
    article: &'a Article,
    block: &Block,
    name: &'a str,
) -> impl Iterator<Item = (&'a str, &'a str)> + use<'a> {
    let text = article.text.slice(block.span);
    text.match_indices(name).filter_map(move |(at, found)| {
        let (before, after) = (&text[..at], &text[at + found.len()..]);
        let inside = before.ends_with(char::is_alphanumeric) || after.starts_with(char::is_alphanumeric);
        (!inside && !found.is_empty()).then_some((before, after))
    })
}
