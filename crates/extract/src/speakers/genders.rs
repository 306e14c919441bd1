//! Genders: who is "he" and who "she", learned from the sentences that leave no doubt.

use onrecord_base::ActorKind;

use super::cast::{Cast, MemberId};
use super::lexicon::Gender;
use super::names::{ChunkClass, Chunks};
use super::phrase;
use super::subjects;
use super::tokens::Story;
use crate::nouns;

/// Learns genders from pronouns: a sentence that names one person only and then says "he" or "she".
pub(super) fn learn(story: &Story, chunks: &Chunks, cast: &mut Cast) {
    let mut c = 0;
    let mut token = 0;
    while token < story.len() {
        let sentence = story.tokens[token].sentence;
        let mut end = token;
        while end < story.len() && story.tokens[end].sentence == sentence {
            end += 1;
        }
        let mut only: Option<MemberId> = None;
        let mut several = false;
        let mut from = end;
        let mut opens = false;
        while c < chunks.all.len() && chunks.all[c].first < end {
            let chunk = &chunks.all[c];
            // "Roe and her husband, Jan,": that is hers whoever else is named.
            let own =
                story.is(chunk.last + 1, "and").then(|| story.lower((chunk.last + 2).min(story.len() - 1)));
            if let (Some(id), Some(own @ ("his" | "her"))) = (cast.of_chunk[c], own) {
                cast.members[id].votes[usize::from(own == "her")] += 1;
            }
            if let Some(id) = cast.of_chunk[c]
                && (cast.members[id].person || cast.members[id].kind.is_none())
            {
                several |= only.is_some_and(|o| o != id);
                if only.is_none() {
                    from = chunk.last + 1;
                    opens = chunk.first == token;
                }
                only = Some(id);
            } else if cast.of_chunk[c].is_none() && chunk.class != ChunkClass::NoName {
                several = true;
            }
            c += 1;
        }
        if let Some(id) = only.filter(|_| !several) {
            // Another person may be meant by a role noun ("her husband", "the judge").
            let others =
                (token..end).any(|i| phrase::is_person(story.entry(i).noun) && !story.tokens[i].capital);
            for i in from..end {
                if story.tokens[i].quoted || others {
                    continue;
                }
                // "Isaura Roe could have hugged him": somebody else.
                if story.is(i, "him") && opens {
                    continue;
                }
                let vote = match story.lower(i) {
                    "he" | "his" | "him" | "himself" => 0,
                    "she" | "her" | "herself" => 1,
                    _ => continue,
                };
                cast.members[id].votes[vote] += 1;
            }
        }
        token = end;
    }
    for member in &mut cast.members {
        let [he, she] = member.votes;
        let (most, least) = (he.max(she), he.min(she));
        let plain = |&word: &u32| !nouns::is_common(&story.words[word as usize].lower);
        let stands = member.mentions.first().is_some_and(|&(first, last)| {
            !(first > 0 && story.is_any(first - 1, &["the", "a", "an"]))
                && subjects::stands_as_subject(story, chunks, first, last)
        });
        let full = (2..=3).contains(&member.words.len()) && member.words.iter().all(plain) && stands;
        if member.kind.is_none() && most >= if full { 1 } else { 2 } && least == 0 {
            member.person = true;
            member.kind = Some(ActorKind::Person);
        }
        let clear = most >= 1 && most >= 3 * least;
        if member.person && clear && (member.gender.is_none() || most >= 3) {
            member.gender = Some(if he > she { Gender::Male } else { Gender::Female });
        }
    }
}
