//! Answers: in a transcript's "Q:" and "A:", the one who answers is whom the words before the questions name; who asks
//! stays open.

use onrecord_base::Attribution;

use super::cast::MemberId;
use super::discourse::Discourse;
use super::tokens::Story;

/// Fills in the speaker of each "A:" whose series of questions is introduced with one person's name.
pub(super) fn fill(discourse: &Discourse, attributions: &[Attribution], of: &mut [Vec<MemberId>]) {
    let story = discourse.story;
    let label = |a: &Attribution| {
        let (source, cue) = (a.source.first()?, a.cue?);
        let colon = story.text.slice(cue) == ":";
        let label = Some(story.text.slice(source)).filter(|label| colon && matches!(*label, "Q" | "A"))?;
        let block = story.tokens.get(story.tokens_in(source).start)?.block;
        Some((label, block))
    };
    let mut answerer: Vec<MemberId> = Vec::new();
    let mut last_block = None;
    for (i, attribution) in attributions.iter().enumerate() {
        let Some((label, block)) = label(attribution) else { continue };
        // The series goes on while turn follows turn.
        if last_block.is_none_or(|last: u32| block > last + 1) {
            answerer =
                block.checked_sub(1).and_then(|before| only_person(discourse, before)).into_iter().collect();
        }
        last_block = Some(block);
        if label == "A" {
            of[i].clone_from(&answerer);
        } else {
            of[i].clear();
        }
    }
}

/// "Asked whether it was so, Ms. Roe said": what is asked is not what the one asked says; but she asks in “Is it so?” asked Ms. Roe.
/// Nor does she ask who "was asked".
pub(super) fn leave_questions_open(story: &Story, attributions: &[Attribution], of: &mut [Vec<MemberId>]) {
    for (attribution, speakers) in attributions.iter().zip(of) {
        let (Some(cue), Some(source)) = (attribution.cue, attribution.source.first()) else { continue };
        let cue = story.tokens_in(cue);
        let Some(last) = cue.end.checked_sub(1).filter(|_| !cue.is_empty()) else { continue };
        let when = cue.start > 0 && story.is(cue.start - 1, "when");
        let before = attribution
            .content
            .first()
            .is_some_and(|content| content.start() < story.tokens[cue.start].span.start());
        let by = story.is(cue.end, "by") || story.is(last, "by");
        let opens = (story.tokens[cue.start].first || when) && !before && !by;
        let asked = (cue.start..=last).any(|t| story.is_any(t, &["asked", "pressed", "questioned"]));
        // "She was asked one question:": not by herself.
        let passive =
            asked && !by && (cue.start..last).any(|t| story.is_any(t, &["was", "were", "been", "being"]));
        let asked_one = passive && source.start() < story.tokens[cue.start].span.start();
        if opens && asked && source.start() > story.tokens[last].span.start() || asked_one {
            speakers.clear();
        }
    }
}

/// The one person whom a block names.
fn only_person(discourse: &Discourse, block: u32) -> Option<MemberId> {
    let tokens = &discourse.story.tokens;
    let from = discourse.chunks.all.partition_point(|c| tokens[c.first].block < block);
    let here = discourse.chunks.all[from..].iter().take_while(|c| tokens[c.first].block == block);
    let mut found = None;
    for (c, _) in (from..).zip(here) {
        if let Some(id) = discourse.cast.of_chunk[c].filter(|&id| discourse.member(id).person) {
            if found.is_some_and(|other| other != id) {
                return None;
            }
            found = Some(id);
        }
    }
    found
}
