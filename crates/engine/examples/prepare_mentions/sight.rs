//! What can be seen of two mentions without a model: distance, kind, likeness, place.

use std::ops::RangeInclusive;

use onrecord_base::Text;

use onrecord_extract::words::{Quoted, Shape, Word};

/// How many things are seen of a pair; each is a small number below `VALUES` in `training/coreference.py`.
pub(crate) const FEATURES: usize = 8;

/// What kind of words a mention is made of; the numbers are the model's input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u8)]
pub(crate) enum MentionKind {
    /// "he", "him", "his", "himself"
    He = 0,
    /// "she", "her", "hers", "herself"
    She = 1,
    /// "it", "its", "itself"
    It = 2,
    /// "they", "them", "their"
    They = 3,
    /// "I", "me", "my"
    I = 4,
    /// "we", "us", "our"
    We = 5,
    /// "you", "your"
    You = 6,
    /// "who", "which", "that"
    Relative = 7,
    /// "this", "both", "those", "one"
    OtherPronoun = 8,
    /// Begins with "the" or a possessive, without a capital at its end.
    Definite = 9,
    /// Any other phrase without a capital at its end.
    Indefinite = 10,
    /// Ends with a capital.
    Name = 11,
}

/// The words of an article with what the features need of them.
pub(crate) struct Sight<'a> {
    words: &'a [Word],
    lower: Vec<String>,
    /// For each word, how many sentences end before it.
    sentence: Vec<u32>,
}

impl<'a> Sight<'a> {
    /// Looks over the words of a text.
    pub(crate) fn new(text: &Text, words: &'a [Word]) -> Self {
        let mut sentence = Vec::with_capacity(words.len());
        let mut ended = 0;
        for (i, word) in words.iter().enumerate() {
            let before = i.checked_sub(1).map(|b| words[b]);
            let stopped = before.is_some_and(|b| b.shape == Shape::Stop && word.span.start() > b.span.end());
            if stopped || before.is_some_and(|b| b.paragraph != word.paragraph) {
                ended += 1;
            }
            sentence.push(ended);
        }
        let lower = words.iter().map(|w| text.slice(w.span).to_lowercase()).collect();
        Self { words, lower, sentence }
    }

    /// The kind of a mention (words, both ends included).
    pub(crate) fn kind(&self, mention: &RangeInclusive<usize>) -> MentionKind {
        let (first, last) = (*mention.start(), *mention.end());
        let pronoun = match self.lower[first].as_str() {
            _ if first != last => None,
            "he" | "him" | "his" | "himself" => Some(MentionKind::He),
            "she" | "her" | "hers" | "herself" => Some(MentionKind::She),
            "it" | "its" | "itself" => Some(MentionKind::It),
            "they" | "them" | "their" | "theirs" | "themselves" => Some(MentionKind::They),
            "i" | "me" | "my" | "mine" | "myself" => Some(MentionKind::I),
            "we" | "us" | "our" | "ours" | "ourselves" => Some(MentionKind::We),
            "you" | "your" | "yours" | "yourself" => Some(MentionKind::You),
            "who" | "whom" | "whose" | "which" | "that" => Some(MentionKind::Relative),
            "this" | "these" | "those" | "both" | "one" | "each" | "all" | "some" | "others" => {
                Some(MentionKind::OtherPronoun)
            }
            _ => None,
        };
        pronoun.unwrap_or_else(|| match self.words[last].shape {
            Shape::Capital | Shape::Upper | Shape::Mixed => MentionKind::Name,
            _ => match self.lower[first].as_str() {
                "the" | "his" | "her" | "its" | "their" | "this" | "that" | "these" | "those" => {
                    MentionKind::Definite
                }
                _ => MentionKind::Indefinite,
            },
        })
    }

    /// What is seen of a pair: `of` may point to `to`.
    pub(crate) fn features(&self, of: &RangeInclusive<usize>, to: &RangeInclusive<usize>) -> [u8; FEATURES] {
        let (a, b) = (*of.start(), *to.start());
        let distance = if b < a { (a - b).ilog2().min(8) as u8 } else { 9 };
        let sentences = match self.sentence[a].abs_diff(self.sentence[b]) {
            n @ 0..=3 => n as u8,
            4..=5 => 4,
            _ => 5,
        };
        let paragraphs = self.words[a].paragraph.abs_diff(self.words[b].paragraph).min(3) as u8;
        let quoted = |i: usize| u8::from(self.words[i].quoted != Quoted::Outside);
        [
            distance,
            sentences,
            paragraphs,
            self.kind(of) as u8,
            self.kind(to) as u8,
            2 * quoted(a) + quoted(b),
            self.likeness(of, to),
            self.place(to),
        ]
    }

    /// 0 no word in common, 1 some word, 2 the last word, 3 all words of `of`.
    fn likeness(&self, of: &RangeInclusive<usize>, to: &RangeInclusive<usize>) -> u8 {
        const SMALL: &[&str] =
            &["the", "a", "an", "of", "and", "in", "for", "s", "his", "her", "its", "their"];
        let content = |m: &RangeInclusive<usize>| -> Vec<&str> {
            let words =
                m.clone().filter(|&i| self.words[i].shape != Shape::Sign).map(|i| self.lower[i].as_str());
            words.filter(|w| !SMALL.contains(w)).collect()
        };
        let (of, to) = (content(of), content(to));
        let shared = of.iter().filter(|w| to.contains(w)).count();
        if shared == 0 {
            0
        } else if shared == of.len() {
            3
        } else if of.last() == to.last() {
            2
        } else {
            1
        }
    }

    /// Where a mention stands: 0 a sentence's beginning, 1 before a possessive, 2 after a preposition, 3 before a
    /// comma, 4 elsewhere.
    fn place(&self, mention: &RangeInclusive<usize>) -> u8 {
        const PREPOSITIONS: &[&str] =
            &["of", "to", "with", "by", "for", "from", "in", "on", "at", "about", "against", "than", "like"];
        let (first, last) = (*mention.start(), *mention.end());
        let same = |i: usize| self.words.get(i).is_some_and(|w| w.paragraph == self.words[last].paragraph);
        let apostrophe = same(last + 2)
            && matches!(self.lower[last + 1].as_str(), "'" | "’")
            && self.lower[last + 2] == "s";
        if apostrophe {
            1
        } else if first == 0 || self.sentence[first - 1] != self.sentence[first] {
            0
        } else if PREPOSITIONS.contains(&self.lower[first - 1].as_str()) {
            2
        } else if same(last + 1) && self.words[last + 1].shape == Shape::Comma {
            3
        } else {
            4
        }
    }
}

/// The words that a span covers, both ends included.
pub(crate) fn words_of(words: &[Word], start: u32, end: u32) -> Option<RangeInclusive<usize>> {
    let first = words.partition_point(|w| w.span.end() <= start);
    let past = words.partition_point(|w| w.span.start() < end);
    (first < past).then(|| first..=past - 1)
}
