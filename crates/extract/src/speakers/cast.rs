//! The cast: every actor the story names, and which name chunk means which of them.

mod couples;
mod short_names;

use std::collections::HashMap;

use onrecord_base::ActorKind;

use super::lexicon::{self, Gender, NounClass};
use super::misspelling::Spellings;
use super::names::{Chunk, ChunkClass, Chunks, is_post_nominal};
use super::tokens::Story;
use crate::world::Person;

/// Someone or something that may speak.
#[derive(Clone, Debug, Default)]
pub(super) struct Member {
    /// The fullest name printed, or the description, with whose it is.
    pub(super) name: String,
    pub(super) kind: Option<ActorKind>,
    /// Whether the text shows it to be one human being; only such a member is "he" or "she".
    pub(super) person: bool,
    pub(super) gender: Option<Gender>,
    /// As which a pronoun has meant it, where nothing else tells.
    pub(super) called: Option<Gender>,
    /// Several people or things together ("residents"); may be "they".
    pub(super) plural: bool,
    /// A study, film or law.
    pub(super) document: bool,
    /// Whether it has a name, not only a description.
    pub(super) named: bool,
    /// The words of the name, as word numbers of the story.
    pub(super) words: Vec<u32>,
    /// The role as printed.
    pub(super) role: Option<String>,
    pub(super) roles: Vec<Role>,
    /// How often "he" and "she" clearly mean it.
    pub(super) votes: [u32; 2],
    /// Tokens (first, last) of all mentions by name, in text order.
    pub(super) mentions: Vec<(usize, usize)>,
    /// Where the full name first stands.
    pub(super) introduced: usize,
    /// While names are read in text order: where the last one stood.
    pub(super) last_seen: Option<usize>,
    /// For whom an unnamed spokesman or a report speaks: its statements are that member's.
    pub(super) stands_for: Option<MemberId>,
    /// With whom it is named as a couple: "Jack and Sarah Roe".
    pub(super) spouse: Option<MemberId>,
    /// Who it is by the gazetteer, where only that tells.
    pub(super) known: Option<Person>,
    pub(super) bare: u32,
    pub(super) full: u32,
}

impl Member {
    /// Whether it is a human being, or has a name in full of which nothing tells what it is.
    pub(super) fn may_be_human(&self) -> bool {
        self.person || self.named && self.kind.is_none() && self.words.len() > 1
    }

    /// Takes note of who it is by the gazetteer.
    pub(super) fn meet(&mut self, person: Person) {
        let given = person.name.split(' ').next().unwrap_or_default().to_lowercase();
        let told = lexicon::look_up(&given).given.filter(|_| !lexicon::is_unisex(&given));
        self.gender = self.gender.or(told);
        self.known = Some(person);
    }

    /// Whether "he" or "she" may be said of it, for all that is known.
    pub(super) fn may_be(&self, gender: Gender) -> bool {
        self.gender.or(self.called).is_none_or(|own| own == gender)
    }
}

/// A role that a member holds.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Role {
    /// The head noun's lemma.
    pub(super) lemma: &'static str,
    /// The other words, canonical ("Russia" for "Russian").
    pub(super) modifiers: Vec<String>,
    /// Whose it is, if a member's ("his", "the Trump campaign").
    pub(super) owner: Option<MemberId>,
    /// The token from which on the reader knows it.
    pub(super) known_from: usize,
    /// Whether the gazetteer tells of it, not the article.
    pub(super) outside: bool,
}

/// The place of a member in [`Cast::members`].
pub(super) type MemberId = usize;

/// All members and who each chunk means.
pub(super) struct Cast {
    pub(super) members: Vec<Member>,
    /// Per chunk: whom it means, if settled.
    pub(super) of_chunk: Vec<Option<MemberId>>,
    by_surname: HashMap<u32, Vec<MemberId>>,
    by_given: HashMap<u32, Vec<MemberId>>,
    by_name: HashMap<Vec<u32>, MemberId>,
    by_acronym: HashMap<String, Vec<MemberId>>,
    /// Organisations by the last word, for "the Post".
    by_last: HashMap<u32, Vec<MemberId>>,
    /// Where a bare surname of several members was last left open.
    unsettled: HashMap<u32, usize>,
    by_place: HashMap<&'static str, MemberId>,
}

/// What a company is by the last word of its name: "Caledonian Airways", "the airline".
const TRADES: [(&str, &str); 7] = [
    ("airways", "airline"),
    ("airlines", "airline"),
    ("motors", "carmaker"),
    ("motor", "carmaker"),
    ("pharma", "drugmaker"),
    ("pharmaceuticals", "drugmaker"),
    ("stores", "retailer"),
];

impl Cast {
    /// Groups the chunks into members: full names first, then what shortens them.
    pub(super) fn gather(story: &Story, chunks: &Chunks) -> Self {
        let mut cast = Self {
            members: Vec::new(),
            of_chunk: vec![None; chunks.all.len()],
            by_surname: HashMap::new(),
            by_given: HashMap::new(),
            by_name: HashMap::new(),
            by_acronym: HashMap::new(),
            by_last: HashMap::new(),
            unsettled: HashMap::new(),
            by_place: HashMap::new(),
        };
        for (c, chunk) in chunks.all.iter().enumerate() {
            let many = chunk.name < chunk.name_last;
            match chunk.class {
                ChunkClass::Person | ChunkClass::Unknown if many => cast.full_name(story, c, chunk),
                ChunkClass::Organization => cast.organization(story, c, chunk),
                ChunkClass::State => cast.state(story, c, chunk),
                _ => {}
            }
        }
        cast.couples(story, chunks);
        cast.index_short_names(story);
        cast.merge_misspelt_full_names(story, chunks);
        // "Mr. Clarke" without a full name anywhere.
        let spellings = Spellings::of(story, &cast.by_surname);
        for (c, chunk) in chunks.all.iter().enumerate() {
            if chunk.titled && chunk.name == chunk.name_last {
                cast.short_name(story, c, chunk, &spellings);
            }
        }
        let spellings = Spellings::of(story, &cast.by_surname);
        for (c, chunk) in chunks.all.iter().enumerate() {
            if let Some(id) = cast.of_chunk[c] {
                cast.members[id].last_seen = Some(chunk.first);
            } else if !(chunk.titled && chunk.name == chunk.name_last) {
                cast.short_name(story, c, chunk, &spellings);
                if let Some(id) = cast.of_chunk[c] {
                    cast.members[id].last_seen = Some(chunk.first);
                }
            }
        }
        for (c, chunk) in chunks.all.iter().enumerate() {
            if let Some(id) = cast.of_chunk[c] {
                cast.members[id].mentions.push((chunk.first, chunk.last));
            }
        }
        cast
    }

    fn words(story: &Story, chunk: &Chunk) -> Vec<u32> {
        (chunk.name..=chunk.name_last).map(|i| story.tokens[i].word).collect()
    }

    fn add(&mut self, member: Member) -> MemberId {
        self.members.push(member);
        self.members.len() - 1
    }

    /// A new member that has no name.
    pub(super) fn add_described(&mut self, member: Member) -> MemberId {
        self.add(member)
    }

    fn full_name(&mut self, story: &Story, c: usize, chunk: &Chunk) {
        let words = Self::words(story, chunk);
        let certain = chunk.class == ChunkClass::Person || is_shown_human(story, chunk);
        let surname = words[words.len() - 1];
        let same = self.by_surname.get(&surname).into_iter().flatten().copied().find(|&id| {
            let other = &self.members[id];
            same_person(story, &words, &other.words) && !gender_differs(chunk.gender, other.gender)
        });
        // "Abe Shinzo" is Shinzo Abe.
        let turned = || match words[..] {
            [given, surname] => {
                let others = self.by_surname.get(&given)?.iter().copied();
                others.into_iter().find(|&id| self.members[id].words == [surname, given])
            }
            _ => None,
        };
        let turned = same.is_none().then(turned).flatten();
        if let Some(id) = turned {
            self.by_surname.entry(surname).or_default().push(id);
        }
        let id = same.or(turned).unwrap_or_else(|| {
            let id = self.add(Member { named: true, introduced: chunk.first, ..Member::default() });
            self.by_surname.entry(surname).or_default().push(id);
            // "Assad" is al-Assad.
            let bare = story.words[surname as usize]
                .lower
                .split_once('-')
                .filter(|(article, _)| matches!(*article, "al" | "el"));
            if let Some(&bare) = bare.and_then(|(_, bare)| story.index.get(bare)) {
                self.by_surname.entry(bare).or_default().push(id);
            }
            id
        });
        let unisex = lexicon::is_unisex(story.lower(chunk.name));
        let gender = chunk.gender.or_else(|| story.entry(chunk.name).given.filter(|_| !unisex));
        let member = &mut self.members[id];
        // "Crooked Hillary Clinton" is no fuller than "Hillary Clinton", which begins with a given name.
        let given = |w: &u32| story.words[*w as usize].entry.given.is_some();
        let fuller = words.len() > member.words.len();
        let padded = |long: &[u32], short: &[u32]| {
            short.len() > 1
                && long.len() > short.len()
                && long.ends_with(short)
                && given(&short[0])
                && !given(&long[0])
        };
        if fuller && !padded(&words, &member.words) || padded(&member.words, &words) {
            member.name = story.slice_range(chunk.name, name_end(story, chunk)).to_owned();
            member.words.clone_from(&words);
        }
        member.full += 1;
        member.person |= certain;
        if certain {
            member.kind = Some(ActorKind::Person);
            member.gender = member.gender.or(gender);
        }
        self.by_name.insert(words, id);
        self.of_chunk[c] = Some(id);
    }

    fn organization(&mut self, story: &Story, c: usize, chunk: &Chunk) {
        let words = Self::words(story, chunk);
        let id = match self.by_name.get(&words) {
            Some(&id) => id,
            None => {
                let name = story.slice_range(chunk.first, chunk.last).to_owned();
                let mut member = Member {
                    name,
                    kind: Some(ActorKind::Organization),
                    named: true,
                    words: words.clone(),
                    introduced: chunk.first,
                    ..Member::default()
                };
                for i in chunk.first..=chunk.last {
                    let entry = story.entry(i);
                    if let Some(noun) = entry.noun.filter(|n| n.class == NounClass::Organization) {
                        let modifiers = modifiers(story, chunk.first, chunk.last, i);
                        member.roles.push(Role {
                            lemma: noun.lemma,
                            modifiers,
                            owner: None,
                            known_from: chunk.first,
                            outside: false,
                        });
                    }
                    let last = i == chunk.last && chunk.first < i;
                    let trade = TRADES.iter().find(|(word, _)| last && story.is(i, word));
                    member.roles.extend(trade.map(|(_, lemma)| Role {
                        lemma,
                        modifiers: vec![],
                        owner: None,
                        known_from: chunk.first,
                        outside: false,
                    }));
                    if entry.suffix {
                        member.roles.push(Role {
                            lemma: "company",
                            modifiers: vec![],
                            owner: None,
                            known_from: chunk.first,
                            outside: false,
                        });
                    }
                }
                self.add(member)
            }
        };
        self.members[id].full += 1;
        self.by_name.insert(words, id);
        self.of_chunk[c] = Some(id);
    }

    fn state(&mut self, story: &Story, c: usize, chunk: &Chunk) {
        let Some(place) = lexicon::place(&story.slice_range(chunk.first, chunk.last).to_lowercase()) else {
            return;
        };
        let id = *self.by_place.entry(place.name).or_insert_with(|| {
            self.members.push(Member {
                name: place.name.to_owned(),
                kind: Some(ActorKind::State),
                named: true,
                introduced: chunk.first,
                ..Member::default()
            });
            self.members.len() - 1
        });
        // The name as the article prints it, the longest spelling.
        let printed = story.slice_range(chunk.first, chunk.last);
        if self.members[id].full == 0 || printed.len() > self.members[id].name.len() {
            self.members[id].name = printed.to_owned();
        }
        self.members[id].full += 1;
        self.of_chunk[c] = Some(id);
    }

    fn index_short_names(&mut self, story: &Story) {
        for id in 0..self.members.len() {
            let member = &self.members[id];
            if member.words.len() < 2 {
                continue;
            }
            if member.kind == Some(ActorKind::Organization) {
                self.by_last.entry(member.words[member.words.len() - 1]).or_default().push(id);
            } else {
                self.by_given.entry(member.words[0]).or_default().push(id);
            }
            let initials = |small: bool| -> String {
                let words = member.words.iter().map(|&w| &story.words[w as usize].lower);
                words
                    .filter(|w| {
                        small || !matches!(w.as_str(), "of" | "for" | "on" | "and" | "the" | "in" | "&")
                    })
                    .filter_map(|w| w.chars().next())
                    .flat_map(char::to_uppercase)
                    .collect()
            };
            let (short, long) = (initials(false), initials(true));
            if member.kind != Some(ActorKind::Person) && short.chars().count() >= 2 {
                if long != short {
                    self.by_acronym.entry(long).or_default().push(id);
                }
                self.by_acronym.entry(short).or_default().push(id);
            }
        }
    }

    /// "Mike Pompoe" is "Mike Pompeo" if that is printed more often.
    fn merge_misspelt_full_names(&mut self, story: &Story, chunks: &Chunks) {
        let spellings = Spellings::of(story, &self.by_surname);
        let mut merged: HashMap<MemberId, MemberId> = HashMap::new();
        for id in 0..self.members.len() {
            let member = &self.members[id];
            if member.kind == Some(ActorKind::Organization) || member.words.len() < 2 {
                continue;
            }
            let surname = member.words[member.words.len() - 1];
            let found =
                spellings.close_to(story, surname).into_iter().flat_map(|w| &self.by_surname[&w]).copied();
            let mut fitting = found.filter(|&other| {
                let o = &self.members[other];
                o.person
                    && o.words[0] == member.words[0]
                    && o.words.len() == member.words.len()
                    && story.words[o.words[o.words.len() - 1] as usize].capital
                        > story.words[surname as usize].capital
            });
            if let (Some(other), None) = (fitting.next(), fitting.next()) {
                merged.insert(id, other);
            }
        }
        if merged.is_empty() {
            return;
        }
        for (c, _) in chunks.all.iter().enumerate() {
            if let Some(to) = self.of_chunk[c].and_then(|id| merged.get(&id)) {
                self.of_chunk[c] = Some(*to);
            }
        }
        for ids in self.by_surname.values_mut().chain(self.by_given.values_mut()) {
            ids.retain(|id| !merged.contains_key(id));
        }
    }

    /// Whether a member has this surname.
    pub(super) fn is_surname(&self, word: u32) -> bool {
        self.by_surname.get(&word).is_some_and(|ids| !ids.is_empty())
    }

    /// The member with exactly this given name and surname.
    pub(super) fn by_given_and_surname(&self, given: u32, surname: u32) -> Option<MemberId> {
        let mut found = self
            .by_surname
            .get(&surname)?
            .iter()
            .copied()
            .filter(|&id| self.members[id].words.first() == Some(&given));
        let one = found.next()?;
        found.next().is_none().then_some(one)
    }
}

/// The last token of the name as it is shown: with "Jr.", without a possessive.
fn name_end(story: &Story, chunk: &Chunk) -> usize {
    // "Robert Downey Jr." but not "Yasmin Khan MP".
    let letters = is_post_nominal(story, chunk.last);
    let generation = chunk.last > chunk.name_last && !story.entry(chunk.last).suffix && !letters;
    if generation { chunk.last } else { chunk.name_last }
}

/// "Aada Roe, 24, …", "Isaura Roe, who has a hotel": only of one human being is this told; of a team it is "who have".
fn is_shown_human(story: &Story, chunk: &Chunk) -> bool {
    let after = chunk.last + 1;
    if !story.is(after, ",") || after + 2 >= story.len() || chunk.name_last > chunk.name + 2 {
        return false;
    }
    let lower = story.lower(after + 1);
    let age = lower.len() == 2 && lower.bytes().all(|b| b.is_ascii_digit()) && story.is(after + 2, ",");
    let verb = story.lower(after + 2);
    let one = matches!(verb, "has" | "is" | "was")
        || verb.len() > 4 && verb.ends_with('s') && !verb.ends_with("ss");
    // "Isaura Roe, who taught them", "Isaura Roe, whose son was hurt"
    const LIVES: [&str; 10] =
        ["taught", "lived", "worked", "grew", "studied", "died", "wrote", "served", "fled", "resigned"];
    const KIN: [&str; 12] = [
        "son",
        "daughter",
        "husband",
        "wife",
        "mother",
        "father",
        "brother",
        "sister",
        "children",
        "parents",
        "grandson",
        "granddaughter",
    ];
    let lives = lower == "who" && LIVES.contains(&verb) || lower == "whose" && KIN.contains(&verb);
    age || lower == "who" && one || lives
}

fn gender_differs(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// Whether two names with the same last word may be one person's.
fn same_person(story: &Story, a: &[u32], b: &[u32]) -> bool {
    if a == b || a.ends_with(b) || b.ends_with(a) {
        return true;
    }
    let lower = |w: u32| story.words[w as usize].lower.as_str();
    if a.len() < 2 || b.len() < 2 || !lexicon::given_names_agree(lower(a[0]), lower(b[0])) {
        return false;
    }
    // Middle names, where both have them, must begin alike: George W. and George H.W. Bush.
    match (a.len(), b.len()) {
        (2, _) | (_, 2) => true,
        _ => lower(a[1]).chars().next() == lower(b[1]).chars().next(),
    }
}

/// The words of `first..=last` other than the head, in the form that descriptions are compared in.
pub(super) fn modifiers(story: &Story, first: usize, last: usize, head: usize) -> Vec<String> {
    (first..=last)
        .filter(|&i| i != head && story.tokens[i].is_word)
        .map(|i| story.lower(i))
        .filter(|w| {
            !matches!(
                *w,
                "the" | "a" | "an" | "one" | "of" | "for" | "and" | "at" | "in" | "on" | "s" | "his" | "her"
            )
        })
        .map(|w| lexicon::canonical_modifier(w).to_owned())
        .collect()
}
