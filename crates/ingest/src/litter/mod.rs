//! Marks page litter: lines and pieces of lines that are not the story, each with a reason; nothing is deleted.

mod inline;
mod patterns;
#[cfg(test)]
mod tests;

use onrecord_base::{Block, BlockKind, LitterReason, Span, Text};

use patterns::{Strength, classify};

/// Compiles the patterns of litter, which every page needs and which else wait for the first; another thread may do it meanwhile.
pub fn prepare() {
    patterns::compile();
}

/// The blocks with litter marked. A block that is litter in part is split, so that litter has blocks of its own.
///
/// A sure pattern makes litter of its line anywhere; a doubtful one ("Print", "Website") only beside sure litter or
/// after the story's last sentence. Behind a comment form near the end, what does not look like prose is litter too.
pub fn mark(text: &Text, blocks: &[Block]) -> Vec<Block> {
    let mut lines = lines(text, blocks);
    mark_sure_lines(text, &mut lines);
    mark_form_tail(text, &mut lines);
    mark_doubtful_lines(text, &mut lines);
    join(text, blocks, &lines)
}

/// A line of a block, or a piece of one.
struct Line {
    block: usize,
    span: Span,
    reason: Option<LitterReason>,
    doubtful: Option<LitterReason>,
}

fn lines(text: &Text, blocks: &[Block]) -> Vec<Line> {
    let mut lines = Vec::with_capacity(blocks.len());
    for (block, at) in blocks.iter().enumerate() {
        let mut start = at.span.range().start;
        for line in text.slice(at.span).split_inclusive(['\n', '\r']) {
            let span = text.span(start, start + line.len()).and_then(|s| text.trim(s));
            start += line.len();
            let Some(span) = span else { continue };
            let mut from = span.range().start;
            if !matches!(at.kind, BlockKind::Headline) {
                for (piece, reason) in inline::litter_within(text.slice(span)) {
                    let (s, e) = (span.range().start + piece.start, span.range().start + piece.end);
                    push(text, &mut lines, block, (from, s), None);
                    push(text, &mut lines, block, (s, e), Some(reason));
                    from = e;
                }
            }
            push(text, &mut lines, block, (from, span.range().end), None);
        }
    }
    lines
}

fn push(
    text: &Text,
    lines: &mut Vec<Line>,
    block: usize,
    (s, e): (usize, usize),
    reason: Option<LitterReason>,
) {
    if let Some(span) = text.span(s, e).and_then(|span| text.trim(span)) {
        lines.push(Line { block, span, reason, doubtful: None });
    }
}

fn mark_sure_lines(text: &Text, lines: &mut [Line]) {
    for line in lines.iter_mut().filter(|l| l.reason.is_none()) {
        match classify(text.slice(line.span)) {
            Some((reason, Strength::Strong)) => line.reason = Some(reason),
            Some((reason, Strength::Weak)) => line.doubtful = Some(reason),
            None => {}
        }
    }
}

/// Behind a comment form in the last half of the text, what is no sentence belongs to the form.
fn mark_form_tail(text: &Text, lines: &mut [Line]) {
    let half = text.len() / 2;
    let form =
        lines.iter().position(|l| l.reason == Some(LitterReason::CommentForm) && l.span.start() >= half);
    let Some(form) = form else { return };
    for line in lines[form..].iter_mut().filter(|l| l.reason.is_none()) {
        if !is_prose(text.slice(line.span)) {
            line.reason = Some(LitterReason::CommentForm);
        }
    }
}

/// A doubtful line is litter within three lines of sure litter, or after the last sentence of the story.
fn mark_doubtful_lines(text: &Text, lines: &mut [Line]) {
    const NEAR: usize = 3;
    let last_prose = lines.iter().rposition(|l| l.reason.is_none() && is_prose(text.slice(l.span)));
    // Forwards and backwards, so that a run of doubtful lines is carried along by its sure neighbour.
    let order = (0..lines.len()).chain((0..lines.len()).rev());
    for at in order {
        let Some(reason) = lines[at].doubtful.filter(|_| lines[at].reason.is_none()) else { continue };
        let around = &lines[at.saturating_sub(NEAR)..(at + NEAR + 1).min(lines.len())];
        let beside = around.iter().any(|l| l.reason.is_some());
        let tail = last_prose.is_some_and(|last| at > last);
        if beside || tail {
            lines[at].reason = Some(reason);
        }
    }
}

/// A sentence with some words: more than eight, or four and a final mark.
fn is_prose(line: &str) -> bool {
    let words = line.split_whitespace().count();
    let ended = line.trim_end_matches(['"', '”', '’', '\'', ')', '»']).ends_with(['.', '!', '?', '…', '。']);
    (ended && words >= 4) || words >= 14 || (words == 1 && line.chars().count() >= 20)
}

/// Neighbouring lines of one block and one reason become a block again.
fn join(text: &Text, blocks: &[Block], lines: &[Line]) -> Vec<Block> {
    let mut out: Vec<Block> = Vec::with_capacity(blocks.len());
    let mut last = None;
    for line in lines {
        let kind = match (line.reason, blocks[line.block].kind) {
            // The headline is what the page says it is.
            (_, BlockKind::Headline) => BlockKind::Headline,
            (Some(reason), _) => BlockKind::Litter(reason),
            (None, kind) => kind,
        };
        if last == Some((line.block, kind))
            && let Some(block) = out.last_mut()
        {
            block.span = block.span.cover(line.span);
        } else {
            out.push(Block { span: line.span, kind });
        }
        last = Some((line.block, kind));
    }
    debug_assert!(out.iter().all(|b| text.trim(b.span) == Some(b.span)));
    out
}
