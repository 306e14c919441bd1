//! Worth: the words that say what a thing is worth, and whether what is done to it is meant well.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

static WORTH: &str = include_str!("data/worth.txt");

/// What stands for a thing (`true`) or against it: what it is, what it does, what one wants to do to it, what is to be done to it.
pub(super) struct Lexicon {
    pub(super) is: FxHashMap<&'static str, bool>,
    pub(super) does: FxHashMap<&'static str, bool>,
    deed: FxHashMap<&'static str, bool>,
    pub(super) done: FxHashMap<&'static str, bool>,
    /// In more words: what it is, what one wants to do to it.
    pub(super) phrases: Vec<(Vec<&'static str>, bool)>,
    deeds: Vec<(Vec<&'static str>, bool)>,
}

pub(super) static LEXICON: LazyLock<Lexicon> = LazyLock::new(|| {
    let lines = |kind: &'static str| {
        WORTH.lines().filter_map(move |line| {
            let (sign, line) = (line.starts_with('+'), line.strip_prefix(['+', '-'])?);
            Some((line.strip_prefix(kind)?, sign))
        })
    };
    let words = |kind| {
        let of = |(line, sign): (&'static str, bool)| line.split_whitespace().map(move |word| (word, sign));
        lines(kind).flat_map(of).collect()
    };
    let phrases = |kind| {
        let of = |(line, sign): (&'static str, bool)| {
            line.split(", ").map(move |phrase| (phrase.split(' ').collect(), sign))
        };
        lines(kind).flat_map(of).collect()
    };
    Lexicon {
        is: words("is "),
        does: words("does "),
        deed: words("deed "),
        done: words("done "),
        phrases: phrases("phrase "),
        deeds: phrases("deeds "),
    }
});

/// Whether what is to be done to a thing is meant well: "extended", not "scrapped"; `None` if neither.
pub(super) fn is_good_done(word: &str) -> Option<bool> {
    LEXICON.done.get(word).copied()
}

/// What the last words do to a thing, "scrap", "vote down": whether it is meant well, and how many words it is.
pub(super) fn deed(before: &[&str]) -> Option<(bool, usize)> {
    let phrase = LEXICON.deeds.iter().find(|(phrase, _)| before.ends_with(phrase));
    let phrase = phrase.map(|(phrase, good)| (*good, phrase.len()));
    phrase.or_else(|| Some((*LEXICON.deed.get(before.last()?)?, 1)))
}

/// What a word says of a thing that it is: "fair", "unfair", "anti-farmer".
pub(super) fn worth(word: &str) -> Option<bool> {
    let known = |word: &str| LEXICON.is.get(word).copied();
    known(word)
        .or_else(|| word.starts_with("anti-").then_some(false))
        .or_else(|| word.strip_prefix("un").and_then(known).map(|good| !good))
}
