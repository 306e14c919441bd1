//! Short names: whom a bare surname, a given name, "Mrs. X" or an acronym means.

use onrecord_base::ActorKind;

use super::{Cast, Member, MemberId, gender_differs, name_end};
use crate::speakers::lexicon::Gender;
use crate::speakers::misspelling::Spellings;
use crate::speakers::names::{Chunk, ChunkClass, acronym};
use crate::speakers::tokens::Story;
use crate::world::World;

/// Within how many sentences another bearer of a surname makes the bare surname doubtful.
const NEAR_SENTENCES: u32 = 12;

impl Cast {
    /// Settles whom a name of one word means, making a new member if it is nobody known.
    pub(super) fn short_name(&mut self, story: &Story, c: usize, chunk: &Chunk, spellings: &Spellings) {
        if self.of_chunk[c].is_some() {
            return;
        }
        if chunk.class == ChunkClass::NoName {
            // "King said", where the article has "Mr. King".
            let word = story.tokens[chunk.last].word;
            let lone =
                chunk.first == chunk.last && story.words[word as usize].entry.noun.is_some_and(|n| !n.plural);
            let described =
                chunk.first > 0 && story.is_any(chunk.first - 1, &["the", "a", "an", "his", "her", "their"]);
            if lone
                && !described
                && !story.entry(chunk.first).adjective
                && let Some(id) = self.by_surname_at(story, word, None, chunk.first)
                && self.members[id].person
            {
                self.of_chunk[c] = Some(id);
            }
            return;
        }
        if chunk.name != chunk.name_last {
            return;
        }
        let word = story.tokens[chunk.name].word;
        let printed = story.slice(chunk.name);
        if let Some(full) = chunk.short_of.and_then(|f| self.of_chunk[f]) {
            self.of_chunk[c] = Some(full);
            self.by_name.insert(vec![word], full);
            return;
        }
        let the = chunk.first > 0 && story.is(chunk.first - 1, "the");
        // "the Trump campaign" names a person, "the Post" does not.
        let person = if chunk.titled || !the || !self.by_last.contains_key(&word) {
            self.by_surname_at(story, word, Some(chunk), chunk.first)
        } else {
            None
        };
        let shared = self.by_surname.get(&word).is_some_and(|ids| ids.len() > 1);
        let found = person
            .or_else(|| self.by_name.get(&vec![word]).copied().filter(|_| !chunk.titled && !shared))
            .or_else(|| {
                let formal = chunk.titled && (chunk.first..chunk.name).any(|i| is_courtesy(story.lower(i)));
                self.by_given
                    .get(&word)
                    .filter(|ids| {
                        !formal && ids.len() == 1 && !shared && !the && !self.is_venue(story, ids[0])
                    })
                    .map(|ids| ids[0])
            })
            .or_else(|| self.by_first_half(story, chunk).filter(|_| !the))
            .or_else(|| self.by_middle_name(story, word).filter(|_| !the))
            .or_else(|| self.by_acronym_of(printed))
            .or_else(|| self.by_last.get(&word).filter(|ids| the && ids.len() == 1).map(|ids| ids[0]));
        if let Some(id) = found {
            let member = &mut self.members[id];
            if chunk.titled && member.kind != Some(ActorKind::Organization) {
                member.person = true;
                member.kind = Some(ActorKind::Person);
                member.gender = member.gender.or(chunk.gender);
            }
            if person.is_some() && !chunk.titled {
                member.bare += 1;
                // "Blair said" after "Keron Blair": what is called by its last word alone is a person.
                if member.kind.is_none() && (2..=4).contains(&member.words.len()) {
                    member.person = true;
                    member.kind = Some(ActorKind::Person);
                }
            }
            self.of_chunk[c] = Some(id);
            return;
        }
        let several = self.by_given.get(&word).is_some_and(|ids| ids.len() > 1) && !chunk.titled;
        if shared || several {
            self.unsettled.insert(word, chunk.first);
            return;
        }
        if let Some(id) = self.misspelt(story, word, chunk.gender, spellings) {
            self.of_chunk[c] = Some(id);
            return;
        }
        let id = self.add(Member {
            name: story.slice_range(chunk.name, name_end(story, chunk)).to_owned(),
            kind: match (chunk.titled, chunk.class) {
                (true, _) | (_, ChunkClass::Person) => Some(ActorKind::Person),
                (_, ChunkClass::Acronym) => Some(ActorKind::Organization),
                _ => None,
            },
            person: chunk.titled || chunk.class == ChunkClass::Person,
            gender: chunk.gender,
            named: true,
            words: vec![word],
            introduced: chunk.first,
            ..Member::default()
        });
        if !chunk.titled
            && !the
            && !is_place_like(story.lower(chunk.name))
            && let Some(given) = story.entry(chunk.name).given
        {
            let member = &mut self.members[id];
            (member.person, member.kind, member.gender) = (true, Some(ActorKind::Person), Some(given));
        }
        if chunk.titled {
            self.by_surname.entry(word).or_default().push(id);
        }
        self.by_name.insert(vec![word], id);
        self.of_chunk[c] = Some(id);
    }

    /// "Zürcher" after Beat Zürcher-Lang: the only person with a double surname that begins so.
    fn by_first_half(&self, story: &Story, chunk: &Chunk) -> Option<MemberId> {
        const MOST: usize = 300;
        let half = story.lower(chunk.name);
        let begins = |id: &MemberId| {
            let member = &self.members[*id];
            let last =
                member.words.last().filter(|_| member.words.len() > 1 && member.introduced < chunk.first);
            let surname = last.map(|&word| story.words[word as usize].lower.as_str());
            surname.and_then(|surname| surname.split_once('-')).is_some_and(|(first, _)| first == half)
        };
        let mut found = (0..self.members.len().min(MOST)).filter(begins);
        found.next().filter(|_| found.next().is_none() && half.chars().count() > 3)
    }

    /// "Quispe", who is Rosario Quispe Altamirano: the first of two surnames.
    fn by_middle_name(&self, story: &Story, word: u32) -> Option<MemberId> {
        const MOST: usize = 300;
        let given = story.words[word as usize].entry.given.is_some();
        let has = |id: &MemberId| {
            let member = &self.members[*id];
            member.person && member.words.len() == 3 && member.words[1] == word
        };
        let mut found = (0..self.members.len().min(MOST)).filter(has);
        found.next().filter(|_| found.next().is_none() && !given)
    }

    /// "BetKing Arena" is not BetKing.
    fn is_venue(&self, story: &Story, id: MemberId) -> bool {
        const VENUES: [&str; 8] =
            ["arena", "stadium", "dome", "tower", "towers", "bridge", "airport", "park"];
        let last = self.members[id].words.last();
        last.is_some_and(|&last| VENUES.contains(&story.words[last as usize].lower.as_str()))
    }

    /// The one member of this surname whom a bare "Clinton" or "Mrs. Clinton" at a token can mean.
    fn by_surname_at(
        &self,
        story: &Story,
        surname: u32,
        chunk: Option<&Chunk>,
        at: usize,
    ) -> Option<MemberId> {
        let all = self.by_surname.get(&surname)?;
        let gender = chunk.and_then(|chunk| chunk.gender);
        let differs = |id: MemberId| {
            let member = &self.members[id];
            gender_differs(gender, member.gender) || chunk.is_some_and(|c| is_another_head(story, c, member))
        };
        let fitting: Vec<MemberId> = all.iter().copied().filter(|&id| !differs(id)).collect();
        if let [one] = fitting[..] {
            return Some(one);
        }
        if gender.is_some() {
            let certain: Vec<_> = fitting.iter().filter(|&&id| self.members[id].gender == gender).collect();
            if let [one] = certain[..] {
                return Some(*one);
            }
        }
        let before: Vec<_> = fitting.iter().copied().filter(|&id| self.members[id].introduced < at).collect();
        if let [one] = before[..] {
            return Some(one);
        }
        if before.is_empty() {
            return fitting.iter().copied().min_by_key(|&id| self.members[id].introduced);
        }
        // Only one of them has been mentioned for a while.
        let near = |token: usize| {
            story.tokens[at].sentence.saturating_sub(story.tokens[token].sentence) <= NEAR_SENTENCES
        };
        let recent: Vec<_> =
            before.iter().copied().filter(|&id| self.members[id].last_seen.is_some_and(near)).collect();
        let open = self.unsettled.get(&surname).is_some_and(|&token| near(token));
        if let ([one], false) = (&recent[..], open) {
            let one = *one;
            return Some(one);
        }
        let alone: Vec<_> = before.iter().copied().filter(|&id| self.members[id].bare > 0).collect();
        if let [one] = alone[..] {
            return Some(one);
        }
        // One of them is clearly who the article is about.
        let most = before.iter().copied().max_by_key(|&id| self.members[id].full)?;
        let second = before.iter().filter(|&&id| id != most).map(|&id| self.members[id].full).max()?;
        if self.members[most].full >= 3 * second.max(1) {
            return Some(most);
        }
        // "Clinton said she".
        let gender = chunk.and_then(|chunk| following_gender(story, chunk.last))?;
        let mut of_gender = before.iter().copied().filter(|&id| self.members[id].gender == Some(gender));
        let one = of_gender.next()?;
        of_gender.next().is_none().then_some(one)
    }

    fn by_acronym_of(&self, printed: &str) -> Option<MemberId> {
        let letters = acronym(printed)?;
        match self.by_acronym.get(&letters)?.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }

    fn misspelt(
        &self,
        story: &Story,
        word: u32,
        gender: Option<Gender>,
        spellings: &Spellings,
    ) -> Option<MemberId> {
        let mut found =
            spellings.close_to(story, word).into_iter().flat_map(|w| &self.by_surname[&w]).copied();
        let (one, two) = (found.next()?, found.next());
        let member = &self.members[one];
        let rare =
            story.words[word as usize].capital <= 1 || member.bare > 2 * story.words[word as usize].capital;
        let person = member.person || member.kind.is_none() && member.words.len() > 1;
        (two.is_none() && person && rare && !gender_differs(gender, member.gender)).then_some(one)
    }
}

/// The gender of the pronoun that a name is followed by, where nobody else is named between: "Clinton said she", "Clinton left. She".
fn following_gender(story: &Story, name: usize) -> Option<Gender> {
    const REACH: usize = 40;
    let (sentence, block) = (story.tokens[name].sentence, story.tokens[name].block);
    for token in (name + 1..story.len()).take(REACH) {
        let there = &story.tokens[token];
        let next = there.sentence == sentence + 1 && there.first;
        if there.block != block || there.sentence > sentence && !next {
            return None;
        }
        match story.lower(token) {
            _ if there.quoted != story.tokens[name].quoted => {}
            "he" | "himself" => return Some(Gender::Male),
            "she" | "herself" => return Some(Gender::Female),
            "him" | "his" | "her" => return None,
            _ if there.capital && !story.entry(token).ordinary => return None,
            _ => {}
        }
    }
    None
}

/// Whether a title and a surname are those of a head of state or government who is not this member: where the article only has Michelle
/// Obama's full name, "President Obama" is not hers.
fn is_another_head(story: &Story, chunk: &Chunk, member: &Member) -> bool {
    /// So near the full name, in tokens, the article would call the member that.
    const NEAR: usize = 8;
    let title = (chunk.first..chunk.name).find_map(|token| match story.lower(token) {
        "president" if token == 0 || !story.is(token - 1, "vice") => Some("president"),
        "minister" if token > 0 && story.is(token - 1, "prime") => Some("prime minister"),
        _ => None,
    });
    let Some(title) = title.filter(|_| member.words.len() > 1) else { return false };
    let head = title.split(' ').next_back().unwrap_or(title);
    let around = member.introduced.saturating_sub(NEAR)..member.introduced + member.words.len() + NEAR;
    let surname = story.lower(chunk.name);
    if around.into_iter().any(|token| story.is(token, head) && !story.is(token + 1, surname)) {
        return false;
    }
    let held = |name: &str| {
        let people = World::embedded().named(name);
        people.iter().flat_map(|person| &person.offices).any(|o| o.position.to_lowercase().starts_with(title))
    };
    held(surname) && !held(&member.name)
}

/// Titles that stand before surnames only ("Sir Keir" has the given name).
fn is_courtesy(lower: &str) -> bool {
    matches!(lower.trim_end_matches('.'), "mr" | "mrs" | "ms" | "miss" | "mister")
}

/// Given names that are as often places.
fn is_place_like(lower: &str) -> bool {
    let places = "virginia georgia florence charlotte austin houston dallas lincoln madison jackson israel sydney jordan carolina \
                  chelsea paris kent wayne orlando santiago adelaide chester preston salvador aurora lancaster troy dakota \
                  savannah cheyenne montana chad kenya india asia";
    places.split_whitespace().any(|p| p == lower)
}
