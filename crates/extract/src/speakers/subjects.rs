//! Subjects: whether a name or description stands where the subject of a clause does, as far as the words around it tell.

use super::lexicon::NounClass;
use super::names::{ChunkClass, Chunks};
use super::tokens::Story;
use crate::nouns;

/// Verbs that show the words right before them to be their subject.
const FINITE: &[&str] = &[
    "is", "was", "has", "had", "will", "would", "does", "did", "can", "could", "may", "might", "should",
    "says", "said",
];

/// Whether the words from `first` to `last` stand where subjects stand.
pub(super) fn stands_as_subject(story: &Story, chunks: &Chunks, first: usize, last: usize) -> bool {
    let mut at = first;
    for _ in 0..6 {
        if opens_sentence(story, at) {
            return true;
        }
        let before = at - 1;
        let entry = story.entry(before);
        if story.is_any(before, &["the", "a", "an", "former"])
            || entry.noun.is_some()
            || entry.adjective
            || entry.title
            // "food bank user Ann Roe"
            || at < first && !story.tokens[before].capital && story.joined(before) && nouns::is_common(story.lower(before))
            // "Hungary’s Viktor Roe", "Giants closer Camilo Roe"
            || story.tokens[before].possessive && story.tokens[before].capital
            || story.tokens[before].capital && opens_sentence(story, before) && story.entry(at).noun.is_some()
        {
            at = before;
            continue;
        }
        // "Between Smith and Brown": the second stands where the first does.
        if story.is(before, "and")
            && let Some(c) =
                before.checked_sub(1).and_then(|t| chunks.at(t)).filter(|_| story.joined(before - 1))
        {
            at = chunks.all[c].first;
            continue;
        }
        const CLAUSE: &[&str] = &[
            "and", "but", "that", "as", "when", "while", "because", "if", "although", "though", "whether",
            "how", "what", "where", "said", "so", "then",
        ];
        // "It was Roe who held back"
        let cleft = before > 0 && story.is_any(before, &["was", "is"]) && story.is(before - 1, "it");
        return cleft && story.is(last + 1, "who")
            || !story.tokens[before].is_word
            || story.is_any(before, CLAUSE)
            || is_topic(story, before, last)
            || leaves_relative_out(story, at, last);
    }
    false
}

/// "growers in the hills blocked the road": the last token of a phrase of the text, before the verb whose subject it is.
pub(super) fn before_verb(story: &Story, head: usize, last: usize) -> usize {
    const PAST: [&str; 24] = [
        "began", "came", "fell", "found", "gave", "got", "held", "kept", "knew", "left", "lost", "made",
        "met", "put", "ran", "rose", "sat", "saw", "spoke", "stood", "told", "took", "went", "won",
    ];
    let verb = |&t: &usize| {
        let small = !story.tokens[t].capital;
        let named = story.entry(t - 1).noun.is_some()
            || story.tokens[t - 1].capital
            || nouns::lemma(story.lower(t - 1)).is_some();
        let past = story.lower(t).ends_with("ed") && story.entry(t).noun.is_none() || story.is_any(t, &PAST);
        small && named && (past || story.is_any(t, FINITE))
    };
    (head + 2..=last).find(verb).map_or(last, |t| t - 1)
}

/// "For Ms. Roe, it was": what a sentence opens with is what it is about.
fn is_topic(story: &Story, preposition: usize, last: usize) -> bool {
    story.is(preposition, "for") && opens_sentence(story, preposition) && story.is(last + 1, ",")
}

/// "the criticism Ms. Roe has met": a clause after a noun, without its relative pronoun.
fn leaves_relative_out(story: &Story, first: usize, last: usize) -> bool {
    const BEFORE: &[&str] = &[
        "of", "for", "at", "in", "from", "with", "on", "by", "to", "about", "against", "after", "before",
        "like", "than", "near", "under", "over", "between",
    ];
    story.joined(last) && story.is_any(last + 1, FINITE) && first > 0 && !story.is_any(first - 1, BEFORE)
}

/// "Ms. Roe's Pacific roots": whether a possessive belongs to the subject that opens a sentence, and that is nobody who
/// could be spoken of instead.
pub(super) fn owns_subject(story: &Story, chunks: &Chunks, first: usize, last: usize) -> bool {
    const LONGEST: usize = 4;
    let opens = opens_sentence(story, first)
        || story.is_any(first - 1, &["the", "but", "and", "yet"]) && opens_sentence(story, first - 1);
    if !opens || !story.tokens[last].possessive {
        return false;
    }
    let owned = (last + 1..story.len())
        .take(LONGEST)
        .take_while(|&t| story.tokens[t].is_word && story.tokens[t].sentence == story.tokens[first].sentence);
    let named = |t: usize| {
        chunks.at(t).is_some_and(|c| {
            matches!(chunks.all[c].class, ChunkClass::Person | ChunkClass::Organization | ChunkClass::Acronym)
        })
    };
    !owned
        .into_iter()
        .any(|t| named(t) || story.entry(t).noun.is_some_and(|n| n.class != NounClass::Document))
}

/// Whether a token is the first of its sentence or block.
fn opens_sentence(story: &Story, token: usize) -> bool {
    story.tokens[token].first || token == 0 || story.tokens[token - 1].block != story.tokens[token].block
}
