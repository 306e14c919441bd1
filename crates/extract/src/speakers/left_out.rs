//! Left-out sources: a statement whose cue has its subject in plain sight, at the head of the sentence, though no source
//! was found ("Mr. Roe will take the stand and accuse the bank").

use onrecord_base::Attribution;

use super::cast::MemberId;
use super::discourse::Discourse;

/// A longer sentence is not looked at.
const LONGEST: usize = 60;

/// Fills in the speakers of statements without a source from the subjects of their cues.
pub(super) fn fill(discourse: &Discourse, attributions: &[Attribution], of: &mut [Vec<MemberId>]) {
    let mut pointers: Vec<(usize, MemberId)> = discourse
        .pointers
        .iter()
        .filter(|p| p.subject && !p.possessive && !discourse.story.tokens[p.token].quoted)
        .map(|p| (p.token, p.member))
        .collect();
    pointers.sort_unstable();
    pointers.dedup();
    for (attribution, speakers) in attributions.iter().zip(of) {
        if attribution.source.is_empty()
            && speakers.is_empty()
            && let Some(cue) = attribution.cue
        {
            let cue = discourse.story.tokens_in(cue);
            if let Some((from, to)) = subject(discourse, cue.start, cue.end) {
                let start = pointers.partition_point(|p| p.0 < from);
                speakers.extend(pointers[start..].iter().take_while(|p| p.0 < to).map(|p| p.1));
            }
        }
    }
}

/// The tokens of the subject that opens the sentence, if the cue is its verb or one joined to its verb by "and".
fn subject(discourse: &Discourse, cue: usize, end: usize) -> Option<(usize, usize)> {
    let story = discourse.story;
    let token = story.tokens.get(cue)?;
    let last = story.lower(end.checked_sub(1)?);
    // "The court took exception, observing that it": who did the one does the other.
    const NO_VERBS: [&str; 6] = ["being", "including", "following", "regarding", "concerning", "according"];
    let first_word = story.lower(cue);
    let participle = first_word.ends_with("ing")
        && !NO_VERBS.contains(&first_word)
        && cue.checked_sub(1).is_some_and(|comma| story.is(comma, ","));
    if token.quoted || story.title_case[token.block as usize] || last.ends_with("ing") && !participle {
        return None;
    }
    let before = (0..cue).rev().take(LONGEST);
    let first = before.take_while(|&t| story.tokens[t].sentence == token.sentence).last()?;
    if !story.tokens[first].first || !says(discourse, first, cue, end) {
        return None;
    }
    let opening = usize::from(story.is_any(first, &["but", "and", "yet"]));
    let mut from = first + opening;
    let mut to = noun_phrase(discourse, from)?;
    // "NEW DELHI: The court", "BRUSSELS - Leaders"
    if story.is_any(to, &[":", "—", "–", "-"]) && participle {
        from = to + 1;
        to = noun_phrase(discourse, from)?;
    }
    if participle {
        return (to < cue).then_some((from, to));
    }
    let adverb = |t: usize| {
        story.lower(t).ends_with("ly") || story.is_any(t, &["long", "also", "then", "now", "soon"])
    };
    let verb = if cue > to && adverb(cue - 1) { cue - 1 } else { cue };
    let next = if to < verb && adverb(to) { to + 1 } else { to };
    (verb == to
        || next == verb
        || relative_clause(discourse, to) == Some(verb)
        || joined(discourse, to, verb))
    .then_some((from, to))
}

/// Whether the cue is something that its subject does: not "was accused", "seems" or "faced questions".
fn says(discourse: &Discourse, first: usize, cue: usize, end: usize) -> bool {
    const BE: &[&str] = &["is", "was", "are", "were", "be", "been", "being"];
    const SUFFERS: &[&str] = &[
        "seem", "seems", "seemed", "appear", "appears", "appeared", "face", "faces", "faced", "facing",
        "drew", "draws",
    ];
    let story = discourse.story;
    let passive = |t: usize| {
        let lower = story.lower(t);
        ["ed", "en", "own"].iter().any(|end| lower.ends_with(end))
            && (first.max(t.saturating_sub(3))..t).any(|be| story.is_any(be, BE))
    };
    !(cue..end).any(|t| passive(t) || story.is_any(t, SUFFERS))
}

/// The end of the noun phrase that begins at a token: a name, a pronoun, a few words with a determiner.
fn noun_phrase(discourse: &Discourse, from: usize) -> Option<usize> {
    const LONGEST: usize = 5;
    let story = discourse.story;
    if story.is_any(from, &["he", "she", "they"]) {
        return Some(from + 1);
    }
    if let Some(c) = discourse.chunks.at(from) {
        let chunk = &discourse.chunks.all[c];
        let whole = chunk.first == from
            && discourse.cast.of_chunk[c].is_some()
            && !story.tokens[chunk.last].possessive;
        return whole.then_some(chunk.last + 1);
    }
    if !story.is_any(from, &["the", "a", "an"]) {
        return None;
    }
    let noun = (from + 1..story.len()).take(LONGEST).take_while(|&t| story.joined(t - 1)).find(|&t| {
        story.entry(t).noun.is_some()
            && !story.tokens[t].possessive
            && !(story.joined(t) && story.entry(t + 1).noun.is_some())
    })?;
    Some(noun + 1)
}

/// Past ", which has a harbour,": where the sentence goes on.
fn relative_clause(discourse: &Discourse, at: usize) -> Option<usize> {
    const LONGEST: usize = 20;
    let story = discourse.story;
    if !story.is(at, ",") || !story.is_any(at + 1, &["which", "who", "whose"]) {
        return None;
    }
    let end = (at + 2..story.len()).take(LONGEST).find(|&t| story.is(t, ","))?;
    (story.tokens[end].sentence == story.tokens[at].sentence).then_some(end + 1)
}

/// Whether "and" or "but" joins the verb to the one that follows the subject, with nothing between that has a subject of
/// its own or somebody else's words.
fn joined(discourse: &Discourse, subject: usize, verb: usize) -> bool {
    const OTHERS: &[&str] = &[
        "that", "who", "which", "whom", "whose", "when", "while", "where", "because", "if", "as", "whether",
        "what", "how", "why", "said", "says", "he", "she", "they", "it", "i", "we", "although", "though",
        "than", ":", ";",
    ];
    let story = discourse.story;
    let Some(and) = verb.checked_sub(1).filter(|&t| t > subject && story.is_any(t, &["and", "but"])) else {
        return false;
    };
    story.joined(subject - 1)
        && story.tokens[subject].is_word
        && !story.is_any(subject, &["and", "or", "of", "for", "in", "at", "to", "from", "with", "on"])
        && (subject..and).all(|t| !story.tokens[t].quoted && !story.is_any(t, OTHERS))
}
