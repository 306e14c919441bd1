//! Quotations: what is quoted goes on to its closing mark and in its second half; what the story adds after it is not said.

use onrecord_base::{Attribution, Span};

use super::Page;
use crate::words::{Quoted, Shape};

/// No quotation is longer by so many words.
const MOST_WORDS: usize = 200;
/// Words with which a story goes on after a quotation: "“Don’t,” she says until shots are heard".
const GOES_ON: &[&str] = &["until", "as", "while", "when", "after", "before"];
/// Words that join a clause of the story to what somebody said: "“I won,” she said, but nobody heard her".
const JOINS: &[&str] = &["but", "and", "though", "although", "because"];

pub(super) fn mend(page: &Page, found: &mut [Attribution]) {
    for at in 0..found.len() {
        to_the_mark(page, found, at);
        with_second_half(page, found, at);
        without_tail(page, &mut found[at]);
    }
}

/// `“It is a fraud! | He began it.”`: a content that opens a quotation and ends with a sentence in it ends with the quotation.
fn to_the_mark(page: &Page, found: &mut [Attribution], at: usize) {
    let Some(last) = found[at].content.last() else { return };
    let words = page.words_of(last);
    let Some(end) = words.end.checked_sub(1) else { return };
    if page.words[words.start].quoted != Quoted::Opens
        || page.words[end].shape != Shape::Stop
        || !inside(page, end)
    {
        return;
    }
    let paragraph = page.words[end].paragraph;
    let rest = words.end..page.len().min(words.end + MOST_WORDS);
    let Some(close) = rest.clone().find(|&w| !inside(page, w) || page.words[w].paragraph != paragraph) else {
        return;
    };
    // Who is quoted within the quotation is quoted by its speaker.
    let whole = page.span(words.start, close);
    let within = |a: &Attribution| {
        a.content
            .iter()
            .chain(a.cue)
            .chain(a.source.iter())
            .all(|span| whole.contains(span) || !whole.overlaps(span))
    };
    if page.words[close].quoted == Quoted::Closes
        && page.words[close].paragraph == paragraph
        && found.iter().enumerate().all(|(i, other)| i == at || within(other))
    {
        replace_last(&mut found[at], whole);
    }
}

/// `“Every time you say that,” Roe said, pointing at the wall, | “you give them a reason.”`
fn with_second_half(page: &Page, found: &mut [Attribution], at: usize) {
    let attribution = &found[at];
    let (Some(cue), Some(only)) = (attribution.cue, attribution.content.last()) else { return };
    let (cue, words) = (page.words_of(cue), page.words_of(only));
    if attribution.content.iter().len() != 1
        || quotation_end(page, words.start) != Some(words.end)
        || !page.is_any(words.end.wrapping_sub(2), &[","])
        || cue.start < words.end
    {
        return;
    }
    let sentence = page.sentence_end(cue.start);
    let Some(open) = (cue.end..sentence).find(|&w| page.words[w].quoted == Quoted::Opens) else { return };
    let Some(end) = quotation_end(page, open) else { return };
    let goes_on = page.words.get(open + 1).is_some_and(|w| w.shape == Shape::Lower);
    if !goes_on || !page.is_any(open - 1, &[","]) || open < cue.end + 1 {
        return;
    }
    // "…, referring to the excuse, “you give …”" is not what is referred to.
    let taken = found.iter_mut().enumerate().filter(|(i, _)| *i != at);
    for (_, other) in taken.filter(|(_, other)| other.content.overlaps(page.span(open, end - 1))) {
        let Some(last) = other.content.last() else { return };
        let theirs = page.words_of(last);
        let says = page.is_any(theirs.start, &["that"]);
        if says || theirs.start < cue.end || theirs.start >= open - 1 || theirs.end != end {
            return;
        }
        replace_last(other, page.span(theirs.start, open - 2));
    }
    found[at].content = [only, page.span(open, end - 1)].into_iter().collect();
}

/// `“I won,” she said, | but nobody heard her`: the story tells the rest.
fn without_tail(page: &Page, attribution: &mut Attribution) {
    let (Some(cue), Some(first)) = (attribution.cue, attribution.content.first()) else { return };
    let (cue, words) = (page.words_of(cue), page.words_of(first));
    let Some(end) = quotation_end(page, words.start).filter(|&end| end <= words.end) else { return };
    if !page.is_any(end - 2, &[",", "?", "!"]) {
        return;
    }
    // In one piece: after the mark the story goes on.
    if end < words.end {
        if page.is_any(end, GOES_ON)
            && (end..words.end).all(|w| page.outside(w))
            && attribution.content.iter().len() == 1
        {
            attribution.content = page.span(words.start, end - 1).into();
        }
        return;
    }
    let parts: Vec<Span> = attribution.content.iter().collect();
    let joins = |word: usize| page.is_any(word, GOES_ON) || page.is_any(word, JOINS);
    let told = |span: &&Span| {
        let words = page.words_of(**span);
        words.start >= cue.end && words.clone().all(|w| page.outside(w)) && joins(words.start)
    };
    let before = |span: &&Span| page.words_of(**span).start.checked_sub(1);
    if let [_, tail] = parts.as_slice() {
        let joined = before(&tail).is_some_and(joins);
        let outside = page.words_of(*tail).all(|w| page.outside(w));
        if told(&tail) || joined && outside && page.words_of(*tail).start >= cue.end {
            attribution.content = parts[0].into();
        }
    }
}

/// The word after the quotation that opens at a word, in the same paragraph.
fn quotation_end(page: &Page, open: usize) -> Option<usize> {
    let (first, rest) = page.words.get(open..)?.split_first()?;
    let here = rest.iter().take_while(|word| word.paragraph == first.paragraph);
    let close = here.enumerate().find(|(_, word)| word.quoted == Quoted::Closes)?.0;
    (first.quoted == Quoted::Opens).then_some(open + close + 2)
}

fn inside(page: &Page, word: usize) -> bool {
    matches!(page.words[word].quoted, Quoted::Inside | Quoted::Nested)
}

fn replace_last(attribution: &mut Attribution, last: Span) {
    let mut parts: Vec<Span> = attribution.content.iter().collect();
    parts.pop();
    parts.push(last);
    attribution.content = parts.into_iter().collect();
}
