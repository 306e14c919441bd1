//! Announced quotations: a paragraph that only quotes is by whom the sentence before says to speak ("Ms. Roe addressed the court.").

use onrecord_base::Attribution;

use super::cast::MemberId;
use super::discourse::Discourse;

/// A longer sentence is not looked at.
const LONGEST: usize = 60;

/// Fills in the speakers of quotations without source and cue.
pub(super) fn fill(discourse: &Discourse, attributions: &[Attribution], of: &mut [Vec<MemberId>]) {
    for (attribution, speakers) in attributions.iter().zip(of) {
        if attribution.source.is_empty() && speakers.is_empty() {
            speakers.extend(announced(discourse, attribution));
        }
    }
}

/// The only person in the sentence before a quotation that opens its paragraph, if that tells that somebody speaks.
fn announced(discourse: &Discourse, attribution: &Attribution) -> Option<MemberId> {
    const SPEAKS: &[&str] = &[
        "addressed",
        "addresses",
        "spoke",
        "speaks",
        "apologised",
        "apologized",
        "explained",
        "explains",
        "replied",
        "answered",
        "continued",
        "recalled",
        "responded",
        "testified",
        "stood",
        "rose",
        "began",
        "turned",
        "shrugged",
        "smiled",
        "laughed",
        "sighed",
    ];
    let story = discourse.story;
    let content = attribution.content.first().filter(|_| attribution.cue.is_none())?;
    let mut inside = story.tokens_in(content);
    let first = inside.find(|&t| story.tokens[t].is_word).filter(|&t| story.tokens[t].quoted)?;
    let block = story.tokens[first].block;
    let opens =
        (0..first).rev().take_while(|&t| story.tokens[t].block == block).all(|t| !story.tokens[t].is_word);
    let last = (0..first).rev().find(|&t| story.tokens[t].is_word && story.tokens[t].block != block)?;
    let (before, sentence) = (story.tokens[last].block, story.tokens[last].sentence);
    let here = (0..=last).rev().take(LONGEST).take_while(|&t| story.tokens[t].sentence == sentence);
    let mut speaks = here.filter(|&t| !story.tokens[t].quoted && story.is_any(t, SPEAKS));
    if !opens || before + 1 != block || story.headline[before as usize] || speaks.next().is_none() {
        return None;
    }
    let near =
        discourse.pointers.iter().filter(|p| story.tokens[p.token].sentence == sentence && p.token <= last);
    let mut persons = near.filter(|p| discourse.member(p.member).person && !p.possessive).map(|p| p.member);
    let one = persons.next()?;
    persons.all(|other| other == one).then_some(one)
}
