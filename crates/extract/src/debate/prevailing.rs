//! What prevails: the one issue that the headline names, which statements are on that name no other.
//!
//! Of a report headed "Council backs night bus" hardly a sentence needs to say "bus" again: "My husband thinks I should learn to
//! drive" is on it.

use std::collections::HashSet;

use onrecord_base::{IssueId, Take};

use super::takes;

/// A statement is on it as surely as that: where nothing else was found, seven in ten of our samples' are.
const SCORE: f32 = 0.55;
/// Less sure than that: such a statement may be on anything.
const SUPPOSED: f32 = 0.54;
/// So many statements must name it themselves, and one in so many of all, if the headline has only one word of it.
const FEWEST: usize = 2;
const ONE_IN: usize = 10;

/// By what the headline names an issue.
pub(super) struct Named {
    /// Its words there.
    pub(super) words: HashSet<String>,
    /// Whether the head of its label is among them.
    pub(super) by_head: bool,
}

/// Whether a take is there only since its issue prevails.
pub(super) fn gave(take: &Take) -> bool {
    take.score == SCORE || take.score == SUPPOSED
}

/// Puts statements that are on nothing one can be for or against on the one issue that a model reads off the headline: it is what the report is
/// about, in whatever words.
pub(super) fn fill_with(issue: IssueId, arguable: &[bool], takes: &mut [Vec<Take>]) {
    for takes in takes.iter_mut() {
        if takes.iter().all(|take| !arguable[take.issue.0 as usize])
            && takes.iter().all(|take| take.issue != issue)
        {
            takes.push(takes::take(issue.0, SUPPOSED));
        }
    }
}

/// Whether a take is there only to see whether its statement takes a side on what the report is about.
pub(super) fn supposed(take: &Take) -> bool {
    take.score == SUPPOSED
}

/// Puts statements without a take on the issue that the headline names, if it names only one and others are on that already. Of
/// two with the same words there it is the one with its head among them: "night bus", not "paying for the bus"; and what is done to it
/// is none beside it: "board delays phone ban".
pub(super) fn fill(headline: &[String], named: &[Named], takes: &mut [Vec<Take>]) {
    let most = |(_, named): &(usize, &Named)| (named.words.len(), named.by_head);
    let Some((number, main)) = named.iter().enumerate().max_by_key(most) else { return };
    let less = |other: &Named| {
        other.words.is_subset(&main.words)
            && (other.words.len(), other.by_head) < (main.words.len(), main.by_head)
            || is_done_to(main, other, headline)
    };
    let alone = named.iter().enumerate().all(|(place, other)| place == number || less(other));
    let issue = IssueId(number as u32);
    let on_it = takes.iter().filter(|takes| takes.iter().any(|take| take.issue == issue)).count();
    let fewest = if main.words.len() > 1 { 1 } else { FEWEST.max(takes.len().div_ceil(ONE_IN)) };
    if main.words.is_empty() || !alone || on_it < fewest {
        return;
    }
    for takes in takes.iter_mut().filter(|takes| takes.is_empty()) {
        takes.push(takes::take(issue.0, SCORE));
    }
}

/// Whether the one word of an issue in the headline stands between a subject and the words of another: "board | delays | phone ban".
fn is_done_to(main: &Named, other: &Named, headline: &[String]) -> bool {
    let stands = |window: &[String]| other.words.contains(&window[1]) && main.words.contains(&window[2]);
    main.words.len() > 1
        && other.words.len() == 1
        && other.words.is_disjoint(&main.words)
        && headline.windows(3).any(stands)
}
