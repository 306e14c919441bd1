//! Answers: in a transcript's "Q:" and "A:", the one who answers is whom the words before the questions name; who asks is
//! the reporter they name, if they do.

use std::ops::Range;

use onrecord_base::Attribution;

use super::cast::MemberId;
use super::discourse::Discourse;
use super::names::ChunkClass;
use super::tokens::Story;

/// The first series is introduced within so many paragraphs, headline and byline among them.
const OPENING: u32 = 8;

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
    let mut talk = Talk::default();
    let mut last_block = None;
    for (i, attribution) in attributions.iter().enumerate() {
        let Some((label, block)) = label(attribution) else { continue };
        // The series goes on while turn follows turn.
        if last_block.is_none_or(|last: u32| block > last + 1) {
            let farthest = if last_block.is_none() { block.saturating_sub(OPENING) } else { block - 1 };
            talk = Talk::told(discourse, farthest..block);
        }
        last_block = Some(block);
        let speaker = if label == "A" { talk.answers } else { talk.asks };
        of[i] = speaker.into_iter().collect();
    }
}

/// Who talks to whom in a series of questions and answers.
#[derive(Default)]
struct Talk {
    asks: Option<MemberId>,
    answers: Option<MemberId>,
}

impl Talk {
    /// What blocks before it tell: who answers is the one person besides reporters in the last of them that names any.
    fn told(discourse: &Discourse, blocks: Range<u32>) -> Self {
        let mut talk = Self::default();
        let mut others: Vec<MemberId> = Vec::new();
        for block in blocks.rev() {
            for (chunk, person) in persons(discourse, block) {
                if talk.asks == Some(person) || reports(discourse, chunk, person) {
                    talk.asks.get_or_insert(person);
                } else if !others.contains(&person) {
                    others.push(person);
                }
            }
            match others[..] {
                [] => {}
                [one] => {
                    talk.answers = Some(one);
                    break;
                }
                _ => break,
            }
        }
        talk
    }
}

/// Whether a person asks for a paper: "the Tribune's Ann Roe", "Ann Roe of the Tribune", "By Ann Roe", "our reporter Ann Roe".
fn reports(discourse: &Discourse, chunk: usize, person: MemberId) -> bool {
    const REPORTERS: [&str; 6] = ["reporter", "correspondent", "journalist", "editor", "host", "interviewer"];
    let (story, chunks) = (discourse.story, &discourse.chunks.all);
    let body =
        |c: usize| chunks.get(c).is_some_and(|c| !matches!(c.class, ChunkClass::Person | ChunkClass::NoName));
    let (first, last) = (chunks[chunk].first, chunks[chunk].last);
    let owned = chunk > 0
        && chunks[chunk - 1].last + 1 == first
        && story.tokens[first - 1].possessive
        && body(chunk - 1);
    let the = usize::from(story.is(last + 2, "the"));
    let of = story.is_any(last + 1, &["of", "from"])
        && chunks.get(chunk + 1).is_some_and(|next| next.first == last + 2 + the)
        && body(chunk + 1);
    let opens = |t: usize| t == 0 || story.tokens[t - 1].block != story.tokens[t].block;
    let byline = first > 0 && story.is(first - 1, "by") && opens(first - 1);
    let roles = &discourse.member(person).roles;
    owned || of || byline || roles.iter().any(|role| REPORTERS.contains(&role.lemma))
}

/// The persons whom a block names, with the place of the name among the chunks.
fn persons<'d>(discourse: &'d Discourse, block: u32) -> impl Iterator<Item = (usize, MemberId)> + 'd {
    let tokens = &discourse.story.tokens;
    let from = discourse.chunks.all.partition_point(|c| tokens[c.first].block < block);
    let here = discourse.chunks.all[from..].iter().take_while(move |c| tokens[c.first].block == block);
    (from..)
        .zip(here)
        .filter_map(|(c, _)| Some((c, discourse.cast.of_chunk[c].filter(|&id| discourse.member(id).person)?)))
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
