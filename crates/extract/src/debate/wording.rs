//! The wording of a statement: the stretch of the article from which the models judge it.

use std::ops::Range;

use onrecord_base::{Span, Spans, Statement};

use super::cues::{self, Speech};
use super::verdicts;
use crate::speakers::tokens::Story;

/// Longer stretches say too much else.
const LONGEST: u32 = 600;

/// No more words stand between a cue and its content.
const WIDEST: usize = 5;

/// Where a statement stands and how its cue reads.
pub(super) struct Wording {
    /// From the first of source, cue and content to the last, where that is near; else the content.
    pub(super) whole: Span,
    content: Spans,
    /// The cue's words, lower case, parted by single spaces; empty without a cue.
    pub(super) cue: String,
}

impl Wording {
    pub(super) fn of(story: &Story, statement: &Statement) -> Self {
        let attribution = &statement.attribution;
        let cover = |spans: &Spans| spans.iter().reduce(Span::cover);
        let content = cover(&attribution.content);
        let around = [content, attribution.cue, cover(&attribution.source)];
        let whole = around.into_iter().flatten().reduce(Span::cover);
        let whole = whole.filter(|span| span.len() <= LONGEST).or(content);
        let words =
            |tokens: Range<usize>| tokens.map(|token| story.lower(token)).collect::<Vec<_>>().join(" ");
        let mut cue = attribution.cue.map_or_else(String::new, |cue| words(story.tokens_in(cue)));
        // "are headed for a showdown over": what stands between a cue and its content may tell of discord, too.
        if let Some((before, after)) = attribution.cue.zip(attribution.content.first()) {
            let gap = story.tokens_in(before).end..story.tokens_in(after).start;
            if (1..=WIDEST).contains(&gap.len()) {
                let longer = format!("{cue} {}", words(gap));
                if cues::read(&longer) == Some(Speech::Disagrees) {
                    cue = longer;
                }
            }
        }
        // "ruled that out"
        let parted = || {
            let content: Vec<usize> =
                attribution.content.iter().flat_map(|span| story.tokens_in(span)).collect();
            let [that, rest @ ..] = &content[..] else { return false };
            let out = rest.first().copied().unwrap_or(that + 1);
            rest.len() < 2
                && story.is_any(*that, &["that", "this", "it", "them"])
                && out < story.len()
                && story.is(out, "out")
        };
        if cue.rsplit(' ').next().is_some_and(|last| matches!(last, "rule" | "rules" | "ruled" | "ruling"))
            && parted()
        {
            cue.push_str(" out");
        }
        Self {
            whole: whole.unwrap_or_else(|| story.text.span(0, 0).expect("an empty span")),
            content: attribution.content.clone(),
            cue,
        }
    }

    /// What the cue says; who accuse each other are at odds.
    pub(super) fn speech(&self, story: &Story) -> Option<Speech> {
        let speech = cues::read(&self.cue);
        let words = self.content_words(story);
        let one_another = matches!(words[..], ["each" | "the", "other", ..] | ["one", "another", ..]);
        let at_odds = one_another && (speech == Some(Speech::Opposes) || cues::accuses(&self.cue));
        if at_odds { Some(Speech::Disagrees) } else { speech }
    }

    /// The words of the stretch as printed.
    pub(super) fn text<'s>(&self, story: &Story<'s>) -> &'s str {
        story.text.slice(self.whole)
    }

    /// Where a span stands in [`Self::text`], in bytes.
    pub(super) fn place(&self, span: Span) -> Option<Range<usize>> {
        let from = self.whole.range().start;
        self.whole.contains(span).then(|| span.range().start - from..span.range().end - from)
    }

    pub(super) fn in_content(&self, span: Span) -> bool {
        self.content.iter().any(|content| content.contains(span))
    }

    /// The part of a span that is content.
    pub(super) fn clip(&self, span: Span) -> Option<Span> {
        self.content.iter().find_map(|content| content.intersection(span))
    }

    /// The words of the content, lower case.
    pub(super) fn content_words<'s>(&self, story: &'s Story) -> Vec<&'s str> {
        self.content_tokens(story).into_iter().map(|token| story.lower(token)).collect()
    }

    /// The same without quotation marks.
    pub(super) fn plain_words<'s>(&self, story: &'s Story) -> Vec<&'s str> {
        let mut words = self.content_words(story);
        words.retain(|word| !verdicts::is_mark(word));
        words
    }

    pub(super) fn content_tokens(&self, story: &Story) -> Vec<usize> {
        self.content.iter().flat_map(|span| story.tokens_in(span)).collect()
    }
}
