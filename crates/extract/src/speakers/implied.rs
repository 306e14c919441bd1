//! Implied sources: who makes a statement that names nobody.

use onrecord_base::{Attribution, Form, quotation};

use super::cast::MemberId;
use super::discourse::SourcePhrase;
use super::tokens::Story;

/// Fills in the speakers of attributions without a source, where the statement before settles it.
pub(super) fn fill(story: &Story, attributions: &[Attribution], of: &mut [Vec<MemberId>]) {
    for i in 0..attributions.len() {
        if !attributions[i].source.is_empty() || !of[i].is_empty() {
            continue;
        }
        let Some(previous) = i.checked_sub(1) else { continue };
        let speakers = of[previous].clone();
        let (Some(here), Some(there)) =
            (place(story, &attributions[i]), place(story, &attributions[previous]))
        else {
            continue;
        };
        if speakers.is_empty() || here.first_block < there.last_block {
            continue;
        }
        let quoted = quoted(story, &attributions[i]);
        let settled = match attributions[i].cue {
            // "…, adding that": the speaker of the sentence goes on.
            Some(cue) => {
                let cue = story.tokens_in(cue);
                let same =
                    cue.clone().next().is_some_and(|t| story.tokens[t].sentence == there.last_sentence);
                let goes_on = cue.clone().next().is_some_and(|t| {
                    let lower = story.lower(t);
                    lower.ends_with("ing") && !story.is_any(t, &["being", "meaning"])
                        || t > 0 && story.is_any(t - 1, &["and", "but", "then"]) && lower.ends_with("ed")
                });
                // "after Norway's decision to leave, offering help": whose decision it was is not who offers.
                let owner = attributions[previous].source.last().is_some_and(|source| {
                    let text = story.text.slice(source);
                    text.ends_with("'s") || text.ends_with("’s")
                });
                same && goes_on && !owner
            }
            // A run-on quotation in the paragraph of the statement before.
            None if here.first_block == there.last_block => quoted && !somebody_between(story, &there, &here),
            // A paragraph that goes on quoting.
            None => {
                here.first_block == there.last_block + 1
                    && quoted
                    && here.opens_block
                    && quoted_form(&attributions[previous])
                    && one_speaker(story, attributions, of, previous, there.last_block)
            }
        };
        if settled {
            of[i] = speakers;
        }
    }
}

/// "I" and "we" within a quotation are its speaker.
pub(super) fn first_person(
    story: &Story,
    attributions: &[Attribution],
    sources: &[SourcePhrase],
    of: &mut [Vec<MemberId>],
) {
    let mut contents: Vec<(onrecord_base::Span, usize)> =
        attributions.iter().enumerate().flat_map(|(i, a)| a.content.iter().map(move |s| (s, i))).collect();
    contents.sort_unstable();
    for source in sources.iter().filter(|s| s.first_person) {
        for &a in &source.attributions {
            let Some(span) = attributions[a].source.first() else { continue };
            let to = contents.partition_point(|(s, _)| s.start() <= span.start());
            let around = contents[..to].iter().rev().take(16).find(|(s, i)| *i != a && s.contains(span));
            if let Some(&(_, container)) = around
                && (attributions[container].form != Form::Indirect
                    || source.tokens.first().is_some_and(|&t| story.tokens[t].quoted))
                && of[a].is_empty()
            {
                of[a] = of[container].clone();
            }
        }
    }
}

/// Where an attribution stands.
struct Place {
    first: usize,
    last: usize,
    first_block: u32,
    last_block: u32,
    last_sentence: u32,
    /// Whether its content begins its block.
    opens_block: bool,
}

fn place(story: &Story, attribution: &Attribution) -> Option<Place> {
    let content = attribution.content.cover()?;
    let mut all = content;
    for span in attribution.source.iter().chain(attribution.cue) {
        // A source far away belongs to another sentence.
        all = all.cover(span);
    }
    let content = story.tokens_in(content);
    let all = story.tokens_in(all);
    let (first, last) = (content.start, all.end.checked_sub(1)?);
    if content.is_empty() || last < first {
        return None;
    }
    let before = (0..first)
        .rev()
        .take_while(|&i| story.tokens[i].block == story.tokens[first].block)
        .find(|&i| story.tokens[i].is_word);
    Some(Place {
        first,
        last,
        first_block: story.tokens[first].block,
        last_block: story.tokens[last].block,
        last_sentence: story.tokens[last].sentence,
        opens_block: before.is_none(),
    })
}

/// Whether the content begins with a quotation mark.
fn quoted(story: &Story, attribution: &Attribution) -> bool {
    let opens = |c: char| quotation::is_opening_mark(c) || quotation::is_mark(c);
    let text = story.text.as_str();
    attribution.content.first().is_some_and(|span| {
        text[span.range()].starts_with(opens) || text[..span.range().start].trim_end().ends_with(opens)
    })
}

fn quoted_form(attribution: &Attribution) -> bool {
    attribution.form != Form::Indirect
}

/// Whether words of the narrator stand between two statements, in which somebody else may come up.
fn somebody_between(story: &Story, there: &Place, here: &Place) -> bool {
    if here.first <= there.last {
        return false;
    }
    let between = there.last + 1..here.first;
    let words = between.clone().filter(|&i| story.tokens[i].is_word).count();
    let names = between
        .filter(|&i| {
            story.tokens[i].capital && !story.tokens[i].first || story.is_any(i, &["he", "she", "they"])
        })
        .count();
    words > 25 || names > 0 && words > 3
}

/// Whether all statements that end in the block are by the speakers of the last one.
fn one_speaker(
    story: &Story,
    attributions: &[Attribution],
    of: &[Vec<MemberId>],
    last: usize,
    block: u32,
) -> bool {
    (0..last)
        .rev()
        .take(20)
        .take_while(|&i| place(story, &attributions[i]).is_some_and(|p| p.last_block == block))
        .all(|i| of[i] == of[last] || of[i].is_empty())
}
