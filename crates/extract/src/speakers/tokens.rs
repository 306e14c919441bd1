//! Tokens: the words and marks of the story, with their sentence, block and quotation.

use std::collections::HashMap;

use onrecord_base::{Article, BlockKind, Span, Text, quotation};

use super::lexicon::{self, Entry};
use crate::nouns;
use crate::world::{self, Country, Date, PlaceKind};

/// The story of an article as tokens, which all who look for names and phrases read; litter has none.
pub struct Story<'a> {
    pub(crate) text: &'a Text,
    /// The day of the article, if it is known.
    pub(crate) on: Option<Date>,
    /// The author as the page names them.
    pub(crate) author: Option<&'a str>,
    pub(crate) tokens: Vec<Token>,
    /// The distinct words, lower-case; [`Token::word`] points here.
    pub(crate) words: Vec<Word>,
    /// Where [`Story::words`] has each word.
    pub(crate) index: HashMap<String, u32>,
    /// Per block number: whether it is a headline in title case or capitals, where capitals tell nothing.
    pub(crate) title_case: Vec<bool>,
    /// Per block number: whether it is a headline or a heading.
    pub(crate) headline: Vec<bool>,
    /// The colon of the only label, which is a dateline.
    only_label: Option<usize>,
    /// Per sentence number: whether it is in capitals and in no headline.
    pub(crate) shouted: Vec<bool>,
}

/// A word or a mark.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Token {
    /// Where it stands, without a possessive ending.
    pub(crate) span: Span,
    pub(crate) word: u32,
    pub(crate) sentence: u32,
    pub(crate) block: u32,
    /// Whether it is a word; else a single mark.
    pub(crate) is_word: bool,
    pub(crate) capital: bool,
    /// Whether a possessive ending follows ("Trump's").
    pub(crate) possessive: bool,
    /// Whether it is the first word of its sentence, a quotation, or after a colon.
    pub(crate) first: bool,
    pub(crate) quoted: bool,
}

/// A distinct word of the story.
#[derive(Debug)]
pub(crate) struct Word {
    pub(crate) lower: String,
    pub(crate) entry: Entry,
    /// How often it occurs without a capital.
    pub(crate) small: u32,
    /// How often it occurs with a capital where none is due.
    pub(crate) capital: u32,
}

const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "lt", "col", "maj", "capt",
    "sgt", "brig", "lieut", "adm", "amb", "hon", "cllr", "coun", "ven", "ald", "engr", "st", "jr", "sr",
    "inc", "corp", "co", "ltd", "no", "vs", "dept", "rev", "fr", "del", "cmdr", "supt", "det", "pres", "jan",
    "feb", "aug", "sept", "oct", "nov", "dec", "ala", "ariz", "calif", "colo", "conn", "fla", "ga", "ill",
    "ind", "kan", "ky", "mass", "md", "mich", "minn", "mo", "miss", "mont", "neb", "nev", "okla", "ore",
    "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "phd", "ph", "messrs", "geo", "wm", "chas", "jas",
    "thos", "robt", "edw", "benj",
];

/// Words that headlines in title case write small.
const SMALL_IN_TITLES: &[&str] = &[
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "but", "by", "with", "from", "as",
    "vs", "over", "into", "after", "his", "her", "its", "is", "be", "it", "not", "up", "off", "out", "about",
    "that", "than", "via", "s", "t", "if", "when", "he", "she", "who", "what", "how", "no", "are", "was",
    "so", "this", "their", "they", "you", "against", "amid", "will", "has", "between", "before",
];

impl<'a> Story<'a> {
    /// Cuts the story of an article into words and marks.
    pub fn new(article: &'a Article) -> Self {
        let mut blocks: Vec<_> = article.story().map(|b| (b.span, b.kind)).collect();
        blocks.sort_by_key(|b| b.0);
        let mut story = Story {
            text: &article.text,
            on: article.metadata.published.as_deref().and_then(Date::of_publication),
            author: article.metadata.author.as_deref(),
            tokens: Vec::new(),
            words: Vec::new(),
            index: HashMap::new(),
            title_case: Vec::new(),
            headline: Vec::new(),
            shouted: Vec::new(),
            only_label: None,
        };
        let mut index = HashMap::new();
        let mut sentence = 0;
        for (number, (span, kind)) in blocks.iter().enumerate() {
            let from = story.tokens.len();
            story.read_block(*span, number as u32, &mut sentence, &mut index);
            sentence += 1;
            let headline = matches!(kind, BlockKind::Headline | BlockKind::Heading);
            story.headline.push(headline);
            story.title_case.push(story.is_title_case(from, headline));
        }
        let spans: Vec<Span> = blocks.iter().map(|b| b.0).collect();
        story.mark_quotations(&spans);
        story.mark_shouted();
        story.count_words();
        story.only_label = story.only_label();
        story.index = index;
        story
    }

    pub(crate) fn len(&self) -> usize {
        self.tokens.len()
    }

    pub(crate) fn slice(&self, token: usize) -> &'a str {
        self.text.slice(self.tokens[token].span)
    }

    pub(crate) fn lower(&self, token: usize) -> &str {
        &self.words[self.tokens[token].word as usize].lower
    }

    pub(crate) fn entry(&self, token: usize) -> Entry {
        self.words[self.tokens[token].word as usize].entry
    }

    /// Whether the token is this lower-case word or mark; false past the end.
    pub(crate) fn is(&self, token: usize, lower: &str) -> bool {
        token < self.len() && self.lower(token) == lower
    }

    pub(crate) fn is_any(&self, token: usize, lower: &[&str]) -> bool {
        token < self.len() && lower.contains(&self.lower(token))
    }

    /// Whether `token` and the one after it stand in one sentence with nothing but blanks between.
    pub(crate) fn joined(&self, token: usize) -> bool {
        let Some([a, b]) = self.tokens.get(token..token + 2) else { return false };
        a.block == b.block
            && a.sentence == b.sentence
            && !a.possessive
            && self.text.as_str()[a.span.range().end..b.span.range().start].chars().all(char::is_whitespace)
    }

    /// The text from one token to another, both included, blanks as printed.
    pub(crate) fn slice_range(&self, first: usize, last: usize) -> &'a str {
        &self.text.as_str()[self.tokens[first].span.range().start..self.tokens[last].span.range().end]
    }

    pub(crate) fn span(&self, first: usize, last: usize) -> Span {
        self.tokens[first].span.cover(self.tokens[last].span)
    }

    /// The tokens that overlap a span, as a range.
    pub(crate) fn tokens_in(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.tokens.partition_point(|t| t.span.end() <= span.start());
        let to = self.tokens.partition_point(|t| t.span.start() < span.end());
        from..to.max(from)
    }

    /// How many a token says, if more than one: "two", "11".
    pub(crate) fn number(&self, token: usize) -> Option<u32> {
        let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
        let lower = self.lower(token);
        if let Some(n) = words.iter().position(|w| *w == lower) {
            return Some(n as u32 + 2);
        }
        lower.parse().ok().filter(|n| *n > 1)
    }

    /// Whether a dash ends a dateline ("LYSK, Estrova —"): a town in capitals opens the paragraph.
    pub(crate) fn ends_dateline(&self, dash: usize) -> bool {
        const LONGEST: usize = 16;
        if !self.is_any(dash, &["—", "–", "-"]) && self.only_label != Some(dash) {
            return false;
        }
        let block = self.tokens[dash].block;
        let before = (0..dash).rev().take(LONGEST).take_while(|&i| self.tokens[i].block == block);
        let Some(first) = before.last() else { return false };
        let opens = first == 0 || self.tokens[first - 1].block != block;
        let town = self.slice(first);
        opens && town.chars().count() > 2 && !town.chars().any(char::is_lowercase)
    }

    /// The colon after a word in capitals that opens one of the first paragraphs, if no other paragraph opens so: "MANGALORE: The council".
    fn only_label(&self) -> Option<usize> {
        const LEAD: u32 = 4;
        const MOST_WORDS: usize = 2;
        let label = |&at: &usize| {
            let block = self.tokens[at].block;
            let words = (0..at).rev().take(MOST_WORDS + 1).take_while(|&t| self.tokens[t].block == block);
            let capitals = |t: usize| self.slice(t).chars().all(char::is_uppercase);
            self.is(at, ":")
                && !self.headline[block as usize]
                && words.clone().count() <= MOST_WORDS
                && words.clone().count() > 0
                && words.clone().all(capitals)
        };
        let mut all = (0..self.len()).filter(label);
        let first = all.next().filter(|&at| self.tokens[at].block < LEAD)?;
        // A name of the story is who speaks.
        let again = |t: usize| t + 1 != first && self.tokens[t].word == self.tokens[first - 1].word;
        (all.next().is_none() && !(0..self.len()).any(again)).then_some(first)
    }

    /// Whether a token stands in a headline or a heading.
    pub(crate) fn in_headline(&self, token: usize) -> bool {
        self.headline[self.tokens[token].block as usize]
    }

    /// Whether a token belongs to a dateline: "CHICAGO (Reuters) -".
    pub(crate) fn is_in_dateline(&self, token: usize) -> bool {
        const LONGEST: usize = 12;
        let block = self.tokens[token].block;
        let after = (token + 1..self.len()).take(LONGEST).take_while(|&t| self.tokens[t].block == block);
        after.into_iter().any(|dash| self.ends_dateline(dash))
    }

    /// The country in whose capital the story was written, by its dateline ("PARIS (Agency) -"), and the first token after the town.
    pub(crate) fn dateline_capital(&self) -> Option<(&'static Country, usize)> {
        /// The dateline stands in one of the first blocks, and its town has so many words.
        const LEAD: usize = 4;
        const WORDS: usize = 3;
        let opens = |&token: &usize| token == 0 || self.tokens[token - 1].block != self.tokens[token].block;
        let capital = |first: usize| {
            let last = (first..(first + WORDS).min(self.len())).rev();
            last.filter(|&last| self.tokens[last].block == self.tokens[first].block).find_map(|last| {
                let place = world::place(&self.slice_range(first, last).to_lowercase())
                    .filter(|place| place.kind == PlaceKind::Capital && self.is_in_dateline(last))?;
                Some((place.country, last + 1))
            })
        };
        (0..self.len()).filter(opens).take(LEAD).find_map(capital)
    }

    fn read_block(&mut self, span: Span, block: u32, sentence: &mut u32, index: &mut HashMap<String, u32>) {
        let text = self.text;
        let s = text.slice(span);
        let base = span.range().start;
        let mut at = 0;
        let mut ended = false;
        let mut first = true;
        while let Some(c) = s[at..].chars().next() {
            if c.is_whitespace() {
                at += c.len_utf8();
                continue;
            }
            let word = word_length(&s[at..]);
            let is_word = word > 0;
            let (length, possessive) = match (is_word, contraction(&s[at..at + word])) {
                (true, 0) => possessive(&s[at..at + word]),
                (true, verb) => (word - verb, verb),
                (false, _) if c == '-' => (s[at..].len() - s[at..].trim_start_matches('-').len(), 0),
                (false, _) => (c.len_utf8(), 0),
            };
            let before = s[..at].chars().next_back();
            let spaced = |at: usize| s[at..].starts_with(char::is_whitespace);
            let printed = match &s[at..at + length] {
                // Dashes of all kinds: "Roe - the mayor - said", "Roe--the mayor".
                mark if mark.starts_with("--") => "—",
                "-" | "–" if before.is_some_and(char::is_whitespace) && spaced(at + length) => "—",
                printed => printed,
            };
            let capital = is_word && begins_with_capital(printed);
            if ended && is_word {
                if capital || c.is_numeric() {
                    *sentence += 1;
                    first = true;
                }
                ended = false;
            }
            // Most words come again as they are.
            let id = index.get(printed).copied().unwrap_or_else(|| {
                let lower = printed.to_lowercase().replace('’', "'");
                *index.entry(lower).or_insert_with_key(|lower| {
                    self.words.push(Word {
                        entry: lexicon::look_up(lower),
                        lower: lower.clone(),
                        small: 0,
                        capital: 0,
                    });
                    (self.words.len() - 1) as u32
                })
            });
            // A straight mark that follows a letter or a comma closes.
            let apart = before.is_none_or(|b| b.is_whitespace() || "([-–—".contains(b));
            let opens = !is_word && (quotation::is_opening_mark(c) || c == '"' && apart);
            if let Some(token) = text.span(base + at, base + at + length) {
                // An opening mark after the end of a sentence belongs to the next one.
                self.tokens.push(Token {
                    span: token,
                    word: id,
                    sentence: *sentence,
                    block,
                    is_word,
                    capital,
                    possessive: possessive > 0,
                    first: is_word && first,
                    quoted: false,
                });
            }
            if is_word {
                first = false;
                // "U.S." or "Jr." may end a sentence: then an ordinary word with a capital follows.
                if printed.ends_with('.') && s[at + length..].starts_with(char::is_whitespace) {
                    let next = &s[at + length..].trim_start();
                    let next = &next[..word_length(next)];
                    let entry = lexicon::look_up(&next.to_lowercase());
                    if begins_with_capital(next) && entry.ordinary && !is_title(printed) {
                        ended = true;
                    }
                }
            } else if matches!(c, '.' | '!' | '?' | '…') {
                ended = true;
            } else if opens || c == ':' {
                first = true;
            }
            at += length + possessive;
        }
    }

    fn is_title_case(&self, from: usize, headline: bool) -> bool {
        // "REBEL COMMANDER IVA MARKO, on Telegram:" tells who speaks.
        let label = self.tokens[from..].last().is_some_and(|last| self.text.slice(last.span) == ":");
        if self.tokens.len() - from > 40 || label {
            return false;
        }
        let words = self.tokens[from..].iter().filter(|t| t.is_word);
        let capitals = words.clone().filter(|t| t.capital).count();
        // A sentence has a verb in small letters; a headline only such words as "of", and numbers.
        let is_small = |t: &&Token| {
            let lower = self.lower_of(t);
            !t.capital && lower.starts_with(char::is_alphabetic) && !SMALL_IN_TITLES.contains(&lower)
        };
        let small = words.filter(is_small).count();
        // "Foreign Minister Ann Roe met Foreign Minister Tom Doe on Tuesday." is full of names.
        let sentence =
            small > 0 && self.tokens[from..].last().is_some_and(|last| self.text.slice(last.span) == ".");
        if sentence && !headline {
            return false;
        }
        capitals >= if headline { 2 } else { 4 } && small * if headline { 5 } else { 12 } <= capitals
    }

    /// Marks the sentences of which nearly all words are in capitals, if they are more than a label has.
    fn mark_shouted(&mut self) {
        const FEWEST: usize = 5;
        let sentences = self.tokens.chunk_by(|a, b| a.sentence == b.sentence);
        for sentence in sentences {
            let words = sentence.iter().filter(|t| t.is_word).map(|t| self.text.slice(t.span));
            let words = words.filter(|word| word.chars().filter(|c| c.is_alphabetic()).count() > 1);
            let (small, loud): (Vec<&str>, _) = words.partition(|word| word.chars().any(char::is_lowercase));
            self.shouted.resize(sentence[0].sentence as usize + 1, false);
            self.shouted[sentence[0].sentence as usize] = loud.len() >= FEWEST
                && small.len() * 8 <= loud.len()
                && !self.headline[sentence[0].block as usize];
        }
    }

    /// Whether a word printed in capitals, as all around it, is one of the language and in no name or title.
    pub(crate) fn is_plain_capital(&self, token: usize) -> bool {
        let entry = self.entry(token);
        let of_name = entry.title
            || entry.noun.is_some()
            || entry.given.is_some()
            || entry.organization
            || entry.suffix;
        self.shouted[self.tokens[token].sentence as usize]
            && !of_name
            && !entry.adjective
            && lexicon::place(self.lower(token)).is_none()
            && (entry.ordinary || nouns::is_other(self.lower(token)))
    }

    fn lower_of(&self, token: &Token) -> &str {
        &self.words[token.word as usize].lower
    }

    fn mark_quotations(&mut self, blocks: &[Span]) {
        for quotation in quotation::pair(self.text, blocks).quotations {
            if quotation.depth == 0 {
                let range = self.tokens_in(quotation.inner);
                for token in &mut self.tokens[range] {
                    token.quoted = true;
                }
            }
        }
    }

    fn count_words(&mut self) {
        for i in 0..self.tokens.len() {
            let token = self.tokens[i];
            if !token.is_word || self.title_case[token.block as usize] {
                continue;
            }
            let word = &mut self.words[token.word as usize];
            if !token.capital {
                word.small += 1;
            } else if !token.first {
                word.capital += 1;
            }
        }
    }
}

/// In bytes; a longer run of letters and periods is no abbreviation.
const LONGEST_ABBREVIATION: usize = 32;

/// The length in bytes of the word at the start of `s`; 0 if no word stands there.
fn word_length(s: &str) -> usize {
    let mut end = 0;
    for (i, c) in s.char_indices() {
        if c.is_alphanumeric() {
            end = i + c.len_utf8();
            continue;
        }
        let next_is = |f: fn(char) -> bool| s[i + c.len_utf8()..].chars().next().is_some_and(f);
        let inner = end == i && i > 0;
        match c {
            '-' | '\'' | '’' | '‑' if inner && next_is(char::is_alphanumeric) => {}
            '@' | '#' if i == 0 && next_is(char::is_alphanumeric) => {}
            '.' if inner && i < LONGEST_ABBREVIATION => {
                let word = &s[..i];
                let last = word.rsplit('.').next().unwrap_or(word);
                let initial = last.chars().count() == 1 && last.chars().all(char::is_alphabetic);
                let abbreviation = ABBREVIATIONS.contains(&word.to_lowercase().as_str())
                    && begins_with_capital(word)
                    && (!word.eq_ignore_ascii_case("no")
                        || s[i + 1..].trim_start().starts_with(|c: char| c.is_ascii_digit()))
                    || is_meridian(&s[..i + 1]);
                let decimal = last.chars().all(|c| c.is_ascii_digit()) && next_is(|c| c.is_ascii_digit());
                if initial && (begins_with_capital(word) || word.contains('.')) || abbreviation || decimal {
                    end = i + 1;
                    if !next_is(char::is_alphanumeric) {
                        break;
                    }
                } else {
                    break;
                }
            }
            _ => break,
        }
    }
    end
}

fn is_meridian(s: &str) -> bool {
    matches!(s, "a." | "p." | "a.m." | "p.m.")
}

fn is_title(printed: &str) -> bool {
    lexicon::look_up(&printed.to_lowercase()).title
}

/// Splits a possessive ending off a word: the length of the word and of the ending.
fn possessive(word: &str) -> (usize, usize) {
    for ending in ["'s", "’s", "'S", "’S"] {
        if let Some(stem) = word.strip_suffix(ending)
            && !stem.is_empty()
        {
            return (stem.len(), ending.len());
        }
    }
    (word.len(), 0)
}

/// The length of a contracted verb at the end of a word ("you're", "she'll"), which is no part of the pronoun.
fn contraction(word: &str) -> usize {
    if !word.contains(['\'', '’']) {
        return 0;
    }
    let lower = word.to_lowercase().replace('’', "'");
    let pronoun = |stem: &str| {
        matches!(stem, "i" | "you" | "he" | "she" | "it" | "we" | "they" | "who" | "that" | "there")
    };
    let found = lower.split_once('\'').filter(|(stem, _)| pronoun(stem));
    found.map_or(0, |(stem, _)| word.len() - stem.len())
}

fn begins_with_capital(word: &str) -> bool {
    let Some(c) = word.chars().next() else { return false };
    if c.is_uppercase() {
        return true;
    }
    // "al-Assad", "d'Estaing": a small particle, then the capital.
    let Some((head, tail)) = word.split_once(['-', '\'', '’']) else { return false };
    ["al", "el", "d", "l", "ben", "bin", "ash", "at"].contains(&head)
        && tail.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let text = Text::new(text).unwrap();
        let article = Article::of_paragraph(text);
        let story = Story::new(&article);
        let mut out = String::new();
        for (i, t) in story.tokens.iter().enumerate() {
            if i > 0 {
                out.push_str(if t.sentence > story.tokens[i - 1].sentence { " | " } else { " " });
            }
            out.push_str(story.slice(i));
            if t.possessive {
                out.push('+');
            }
        }
        assert_eq!(out, expected);
    }

    #[test]
    fn words_marks_and_sentences() {
        check("Mr. Pompeo met Sen. O'Neill.", "Mr. Pompeo met Sen. O'Neill .");
        check("The U.S. won. We did.", "The U.S. won . | We did .");
        check("Trump’s aides, al-Assad's", "Trump+ aides , al-Assad+");
        check("He left the U.S. He won 1.5 points", "He left the U.S. | He won 1.5 points");
        check("“Yes.” he said. “No.”She left.", "“ Yes . ” he said . “ | No . ” | She left .");
        check("George W. Bush at 5 p.m. today", "George W. Bush at 5 p.m. today");
    }
}
