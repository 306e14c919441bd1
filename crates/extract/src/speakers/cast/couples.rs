//! Couples: "Stan and Doris Roe" are Stan Roe and Doris Roe.

use onrecord_base::ActorKind;

use super::{Cast, Member};
use crate::speakers::names::{ChunkClass, Chunks};
use crate::speakers::tokens::Story;

impl Cast {
    /// Makes members of given names that share the surname of the name after "and", unless the article names them in full.
    pub(super) fn couples(&mut self, story: &Story, chunks: &Chunks) {
        for c in 1..chunks.all.len() {
            let (one, other) = (&chunks.all[c - 1], &chunks.all[c]);
            if one.class == ChunkClass::NoName || other.class != ChunkClass::Person {
                continue;
            }
            let beside =
                other.first == one.last + 2 && story.joined(one.last) && story.is(one.last + 1, "and");
            let alone = one.first == one.last && !one.titled && other.name < other.name_last;
            let given = |at: usize| story.entry(at).given;
            let (Some(gender), Some(_)) = (given(one.name), given(other.name)) else { continue };
            if !beside || !alone || self.of_chunk[c - 1].is_some() {
                continue;
            }
            let words = vec![story.tokens[one.name].word, story.tokens[other.name_last].word];
            if self.by_given_and_surname(words[0], words[1]).is_some() {
                continue;
            }
            let id = self.add(Member {
                name: format!("{} {}", story.slice(one.name), story.slice(other.name_last)),
                kind: Some(ActorKind::Person),
                person: true,
                gender: Some(gender),
                named: true,
                words: words.clone(),
                introduced: one.first,
                full: 1,
                ..Member::default()
            });
            self.by_surname.entry(words[1]).or_default().push(id);
            self.by_name.insert(words, id);
            self.of_chunk[c - 1] = Some(id);
            // Brothers are none.
            let other =
                self.of_chunk[c].filter(|&other| self.members[other].gender.is_some_and(|g| g != gender));
            if let Some(other) = other {
                self.members[id].spouse = Some(other);
                self.members[other].spouse = Some(id);
            }
        }
    }
}
