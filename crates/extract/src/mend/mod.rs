//! Mending: what the model certainly missed, cut short or tore apart next to what it found. One kind of slip a file.

mod cut;
mod discord;
mod headlines;
mod interrupted;
mod misplaced;
mod overlong;
mod parts;
mod plans;
mod quotations;
mod signatures;
mod sources;
mod tails;
#[cfg(test)]
mod tests;
mod unsaid;

use onrecord_base::{Attribution, Span, Spans, Text};

use crate::extractor::form;
use crate::words::{Quoted, Shape, Word};

/// Mends the attributions found in the paragraphs that `words` come from; `headline` tells which are headlines.
pub(crate) fn mend(page: &Page, mut found: Vec<Attribution>) -> Vec<Attribution> {
    parts::split(page, &mut found);
    headlines::mend(page, &mut found);
    cut::mend(page, &mut found);
    parts::join(page, &mut found);
    misplaced::mend(page, &mut found);
    interrupted::part(page, &mut found);
    quotations::mend(page, &mut found);
    tails::mend(page, &mut found);
    plans::mend(page, &mut found);
    discord::mend(page, &mut found);
    overlong::mend(page, &mut found);
    sources::mend(page, &mut found);
    signatures::mend(page, &mut found);
    for attribution in &mut found {
        attribution.form = form(page.within(&attribution.content));
    }
    unsaid::drop(page, &mut found);
    found
}

/// The words of an article with their sentences.
pub(crate) struct Page<'a> {
    text: &'a Text,
    words: &'a [Word],
    /// Per word: the first word of its sentence.
    sentence: Vec<usize>,
    headline: Vec<bool>,
}

/// Abbreviations whose period ends no sentence.
const ABBREVIATIONS: &[&str] = &[
    "mr", "mrs", "ms", "dr", "prof", "sen", "sens", "rep", "reps", "gov", "gen", "lt", "col", "sgt", "capt",
    "st", "jr", "sr", "rev", "inc", "corp", "co", "ltd", "vs", "no", "adm", "det",
];

impl<'a> Page<'a> {
    pub(crate) fn new(text: &'a Text, words: &'a [Word], headline: Vec<bool>) -> Self {
        let mut sentence = Vec::with_capacity(words.len());
        let mut start = 0;
        let mut ended = false;
        for (i, word) in words.iter().enumerate() {
            let paragraph = i > 0 && words[i - 1].paragraph != word.paragraph;
            let opens = !matches!(word.shape, Shape::Lower | Shape::Stop | Shape::Comma)
                && word.quoted != Quoted::Closes;
            if paragraph || ended && opens {
                start = i;
                ended = false;
            }
            sentence.push(start);
            if word.shape == Shape::Stop {
                let before = i.checked_sub(1).map_or("", |b| text.slice(words[b].span));
                let blank = words.get(i + 1).is_none_or(|next| next.span.start() > word.span.end())
                    || words.get(i + 1).is_some_and(|next| next.shape == Shape::Sign);
                ended = blank
                    && before.chars().count() > 1
                    && !ABBREVIATIONS.contains(&before.to_lowercase().as_str());
            } else if word.shape != Shape::Sign {
                ended = false;
            }
        }
        Self { text, words, sentence, headline }
    }

    fn len(&self) -> usize {
        self.words.len()
    }

    fn slice(&self, word: usize) -> &str {
        self.words.get(word).map_or("", |w| self.text.slice(w.span))
    }

    fn lower(&self, word: usize) -> String {
        self.slice(word).to_lowercase()
    }

    fn is_any(&self, word: usize, list: &[&str]) -> bool {
        word < self.len() && list.contains(&self.lower(word).as_str())
    }

    /// Whether a sentence that begins with this word does not begin with a name.
    fn begins_no_name(&self, word: usize) -> bool {
        self.is_any(word, NO_NAME) || self.is_any(word, WEEKDAYS)
    }

    /// Whether the word begins with a capital.
    fn capital(&self, word: usize) -> bool {
        self.words.get(word).is_some_and(|w| matches!(w.shape, Shape::Capital | Shape::Upper | Shape::Mixed))
            && self.slice(word).starts_with(char::is_uppercase)
    }

    fn letters(&self, word: usize) -> bool {
        self.words.get(word).is_some_and(|w| !matches!(w.shape, Shape::Stop | Shape::Comma | Shape::Sign))
    }

    fn outside(&self, word: usize) -> bool {
        self.words.get(word).is_some_and(|w| w.quoted == Quoted::Outside)
    }

    /// Whether the word is a mark that parts clauses; not the one in "40,000" or "4.30".
    fn parts_clauses(&self, word: usize) -> bool {
        let Some(w) = self.words.get(word) else { return true };
        let within = self.words.get(word + 1).is_some_and(|next| {
            next.span.start() == w.span.end()
                && !matches!(next.shape, Shape::Sign | Shape::Stop | Shape::Comma)
        });
        match w.shape {
            Shape::Stop | Shape::Comma => !within,
            Shape::Sign => matches!(self.slice(word), "—" | "–" | "(" | ")"),
            _ => false,
        }
    }

    /// The first word of a word's paragraph.
    fn paragraph_start(&self, word: usize) -> usize {
        let paragraph = self.words[word].paragraph;
        self.words.partition_point(|other| other.paragraph < paragraph)
    }

    /// The words that overlap a span, as a range.
    fn words_of(&self, span: Span) -> std::ops::Range<usize> {
        let from = self.words.partition_point(|w| w.span.end() <= span.start());
        let to = self.words.partition_point(|w| w.span.start() < span.end());
        from..to.max(from)
    }

    fn span(&self, first: usize, last: usize) -> Span {
        self.words[first].span.cover(self.words[last].span)
    }

    /// The word after the last of the sentence that holds `word`.
    fn sentence_end(&self, word: usize) -> usize {
        (word..self.len()).find(|&i| self.sentence[i] != self.sentence[word]).unwrap_or(self.len())
    }

    fn headline(&self, word: usize) -> bool {
        self.words
            .get(word)
            .is_some_and(|w| self.headline.get(w.paragraph as usize).copied().unwrap_or(false))
    }

    fn within<'s>(&'s self, spans: &'s Spans) -> impl Iterator<Item = &'s Word> {
        spans.iter().flat_map(|span| &self.words[self.words_of(span)])
    }

    /// The speaker that stands right before `end`, from the start of the sentence or a quotation on: a pronoun, or
    /// a name of up to four words.
    fn subject_before(&self, end: usize) -> Option<Span> {
        let last = end.checked_sub(1)?;
        if !self.outside(last) || self.sentence[last] != *self.sentence.get(end)? {
            return None;
        }
        if self.is_any(last, &["he", "she", "they"]) {
            return Some(self.words[last].span);
        }
        const LONGEST: usize = 4;
        let mut first = end;
        while first > self.sentence[last]
            && end - first < LONGEST
            && self.capital(first - 1)
            && self.outside(first - 1)
        {
            first -= 1;
        }
        // "Although Korea says"
        while first < last && self.begins_no_name(first) && self.sentence[last] == first {
            first += 1;
        }
        let opens = first < end
            && (first == self.sentence[last]
                || self.sentence[last] + 1 == first && self.begins_no_name(first - 1)
                || self.words[first - 1].quoted == Quoted::Closes);
        (opens && !(first == last && self.begins_no_name(last))).then(|| self.span(first, last))
    }
}

const WEEKDAYS: &[&str] = &["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];

/// Words that open a sentence and name nobody.
const NO_NAME: &[&str] = &[
    "it",
    "there",
    "this",
    "that",
    "these",
    "those",
    "what",
    "who",
    "which",
    "then",
    "some",
    "many",
    "others",
    "one",
    "all",
    "most",
    "both",
    "few",
    "several",
    "and",
    "but",
    "also",
    "once",
    "when",
    "as",
    "if",
    "so",
    "i",
    "we",
    "you",
    "nobody",
    "everyone",
    "neither",
    "either",
    "such",
    "another",
    "earlier",
    "later",
    "here",
    "today",
    "yesterday",
    "now",
    "the",
    "a",
    "an",
    "his",
    "her",
    "its",
    "their",
    "never",
    "not",
    "nor",
    "yet",
    "still",
    "even",
    "none",
    "much",
    "more",
    "asked",
    "had",
    "has",
    "was",
    "is",
    "although",
    "though",
    "while",
    "because",
    "since",
    "after",
    "before",
    "until",
    "unless",
    "whether",
    "despite",
];

/// Whether a word starts any part of an attribution other than `but`.
fn starts_fragment(page: &Page, found: &[Attribution], but: usize, word: usize) -> bool {
    let Some(span) = page.words.get(word).map(|w| w.span) else { return true };
    found.iter().enumerate().any(|(i, a)| {
        let content = i != but && a.content.overlaps(span);
        content || a.source.overlaps(span) || a.cue.is_some_and(|cue| cue.overlaps(span))
    })
}
