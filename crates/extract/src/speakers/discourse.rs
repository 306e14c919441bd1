//! The discourse: the story read from left to right, so that pronouns and role phrases find whom they mean.

use std::collections::HashMap;
use std::ops::RangeInclusive;

use onrecord_base::{Attribution, Span};

use super::cast::{Cast, Member, MemberId};
use super::descriptions::{Descriptions, Home, headlinese, is_post};
use super::lexicon::{Gender, Noun, NounClass};
use super::names::{ChunkClass, Chunks};
use super::phrase::{self, Description, Determiner, Phrase};
use super::pronouns;
use super::roles;
use super::subjects;
use super::tokens::Story;
use super::unsure::Asked;
use crate::nouns;
use crate::world::World;

/// A place where the reader is pointed to a member.
#[derive(Clone, Copy, Debug)]
pub(super) struct Pointer {
    pub(super) token: usize,
    pub(super) member: MemberId,
    /// Whether it stands where subjects stand, or is a source.
    pub(super) subject: bool,
    pub(super) source: bool,
    pub(super) possessive: bool,
    pub(super) pronoun: bool,
}

/// A distinct source phrase of the article.
pub(super) struct SourcePhrase {
    pub(super) tokens: Vec<usize>,
    /// The attributions that share it.
    pub(super) attributions: Vec<usize>,
    pub(super) members: Vec<MemberId>,
    /// Whether it is "I" or "we", to be settled by who speaks around it.
    pub(super) first_person: bool,
}

/// What is known while reading.
pub(super) struct Discourse<'s, 'a> {
    pub(super) story: &'s Story<'a>,
    pub(super) chunks: &'s Chunks,
    pub(super) cast: Cast,
    pub(super) pointers: Vec<Pointer>,
    /// Per member: the token of the last pointer.
    pub(super) last_at: Vec<usize>,
    /// The source read last, and where.
    pub(super) last_source: Option<(Vec<MemberId>, usize)>,
    /// Where the source read last is an office of which nothing tells who holds it.
    pub(super) open_person: Option<(usize, Option<Gender>)>,
    /// The last source of several members, and where.
    pub(super) last_compound: Option<(Vec<MemberId>, usize)>,
    /// The first source of two members, where the headline or the lead has it: whom the story is about.
    pub(super) parties: Option<Vec<MemberId>>,
    /// Who asked somebody last, and where: "the Chronicle asked the ministry for comment".
    pub(super) last_asker: Option<(Vec<MemberId>, usize)>,
    /// Whom they asked, if that is a person with a name.
    pub(super) last_asked: Option<MemberId>,
    /// Who is named right before in the same source: "Mr. Roe and his rivals".
    pub(super) beside: Option<MemberId>,
    pub(super) descriptions: Descriptions,
    /// Per token: whether it is part of what somebody says.
    pub(super) in_content: Vec<bool>,
    /// Where each member is pointed to otherwise than by name.
    pub(super) described_at: Vec<(MemberId, Span)>,
    /// The head of the last description outside of sources.
    described_to: usize,
    /// Who holds which office.
    pub(super) world: World,
    /// The country that the story is set in, if it has a day.
    pub(super) home: Option<Home>,
    /// What may be asked where the rules are unsure.
    pub(super) asked: Option<Asked<'s>>,
    /// How sure the pronoun at a token is, where the model was asked about it.
    pub(super) sure_of: HashMap<usize, f32>,
}

/// The lead is in the first blocks, after the headline and who wrote it.
pub(super) const LEAD: u32 = 3;

/// No pointer yet.
pub(super) const NEVER: usize = usize::MAX;

enum Event {
    Source(usize),
    Chunk(usize),
    Pronoun,
    Description,
}

impl<'s, 'a> Discourse<'s, 'a> {
    pub(super) fn new(story: &'s Story<'a>, chunks: &'s Chunks, cast: Cast) -> Self {
        let descriptions = Descriptions::of(&cast);
        Self {
            story,
            chunks,
            last_at: vec![NEVER; cast.members.len()],
            cast,
            pointers: Vec::new(),
            last_source: None,
            open_person: None,
            last_compound: None,
            parties: None,
            last_asker: None,
            last_asked: None,
            beside: None,
            descriptions,
            in_content: vec![false; story.len()],
            described_at: Vec::new(),
            described_to: 0,
            world: World::embedded(),
            home: super::descriptions::home(story, chunks),
            asked: None,
            sure_of: HashMap::new(),
        }
    }

    /// Reads the story once and settles the source phrases on the way.
    pub(super) fn read(&mut self, sources: &mut [SourcePhrase], attributions: &[Attribution]) {
        let mut events: Vec<(usize, u8, Event)> = Vec::new();
        const NONE: usize = usize::MAX;
        for content in attributions.iter().flat_map(|a| a.content.iter()) {
            let range = self.story.tokens_in(content);
            self.in_content[range].fill(true);
        }
        let mut in_source = vec![NONE; self.story.len()];
        for (i, source) in sources.iter().enumerate() {
            if let Some(&first) = source.tokens.first() {
                events.push((first, 0, Event::Source(i)));
            }
            for &token in &source.tokens {
                in_source[token] = i;
            }
        }
        for (c, chunk) in self.chunks.all.iter().enumerate() {
            if self.cast.of_chunk[c].is_some() {
                events.push((chunk.first, 1, Event::Chunk(c)));
            }
        }
        for (token, t) in self.story.tokens.iter().enumerate() {
            if t.quoted || in_source[token] != NONE || !t.is_word || self.story.title_case[t.block as usize] {
                continue;
            }
            if self.story.is_any(token, &["he", "she"]) {
                events.push((token, 2, Event::Pronoun));
            } else if self.story.is_any(token, &["the", "a", "an"])
                || self.is_bare_plural(token)
                || self.is_counterpart(token)
                || self.is_owner(token)
            {
                events.push((token, 2, Event::Description));
            }
        }
        events.sort_by_key(|e| (e.0, e.1));
        for (token, _, event) in events {
            match event {
                Event::Source(i) => self.read_source(&mut sources[i], attributions),
                Event::Chunk(c) => {
                    let source = sources.get(in_source[token]);
                    self.read_chunk(c, source.map(|s| s.members.as_slice()));
                }
                Event::Pronoun => {
                    if let Some(member) = pronouns::he_or_she(self, token, &[]) {
                        pronouns::learn(self, member, token);
                        self.point(token, member, true, false, true);
                    }
                }
                // "the Kurdish rebels" were read whole, and are no other rebels.
                Event::Description if token <= self.described_to && self.is_bare_plural(token) => {}
                Event::Description => self.read_description(token),
            }
        }
    }

    /// "His Russian counterpart".
    fn is_counterpart(&self, token: usize) -> bool {
        self.story.is_any(token, &["his", "her", "their"])
            && (token + 1..token + 4).any(|t| self.story.is(t, "counterpart"))
    }

    /// "His lawyer", "Mr. Roe's lawyer": whether a person follows whose owner stands here.
    fn is_owner(&self, token: usize) -> bool {
        const LONGEST: usize = 3;
        let story = self.story;
        let opens = token == 0 || self.chunks.at(token).is_none_or(|c| self.chunks.all[c].first == token);
        let last = self.chunks.at(token).map_or(token, |c| self.chunks.all[c].last);
        opens
            && (story.tokens[last].possessive && last > token
                || story.is_any(token, &["his", "her", "my"])
                || story.tokens[token].possessive)
            && (last + 1..story.len())
                .take(LONGEST)
                .take_while(|&t| story.tokens[t].is_word)
                .any(|t| phrase::is_person(story.entry(t).noun))
    }

    fn is_bare_plural(&self, token: usize) -> bool {
        let noun = self.story.entry(token).noun;
        // "public education"
        let modifies = !self.story.lower(token).ends_with('s')
            && self.story.joined(token)
            && nouns::is_common(self.story.lower(token + 1));
        noun.is_some_and(|n| n.plural && n.class == NounClass::Person)
            && !modifies
            && !(token > 0
                && self.story.joined(token - 1)
                && self.story.is_any(token - 1, &["the", "a", "an"]))
    }

    fn read_source(&mut self, source: &mut SourcePhrase, attributions: &[Attribution]) {
        let Some(&first) = source.tokens.first() else { return };
        if let Some(member) = self.handle(&source.tokens) {
            self.point(first, member, true, true, false);
            self.last_source = Some((vec![member], first));
            source.members = vec![member];
            return;
        }
        let mut phrases = phrase::parse(self.story, self.chunks, &source.tokens);
        for phrase in &mut phrases {
            // "King said", where the cast knows a Mr. King.
            if let Phrase::Description(d) = phrase
                && d.determiner == Determiner::Bare
                && let Some(c) = self.chunks.at(d.head).filter(|&c| self.cast.of_chunk[c].is_some())
            {
                *phrase = Phrase::Name(c);
            } else if let Phrase::Description(d) = phrase
                && d.determiner == Determiner::Bare
                && d.start == d.head
                && (self.story.entry(d.head).adjective && d.noun.is_none()
                    || self.chunks.at(d.head).is_some()
                        && self.cast.is_surname(self.story.tokens[d.head].word))
            {
                // "European", or a "Baker" who may be either of two.
                *phrase = Phrase::Nobody;
            }
        }
        let both = super::descriptions::of_two_states(self, &phrases).or_else(|| match &phrases[..] {
            [Phrase::Description(d)] => super::descriptions::of_one_office(self, d),
            _ => None,
        });
        if let Some(both) = both {
            for &member in &both {
                self.point(first, member, true, true, false);
            }
            if both.len() == 2 {
                self.last_compound = Some((both.clone(), first));
            }
            source.members = both;
            return;
        }
        let mut members = Vec::new();
        let mut settled = true;
        // "According to a person who knows her" makes nobody the subject.
        let subject = !(first > 0 && self.story.is(first - 1, "to"));
        self.beside = None;
        for phrase in &phrases {
            let found: Vec<MemberId> = match phrase {
                Phrase::Name(c) => self.named(*c, &phrases).into_iter().collect(),
                Phrase::Pronoun(token) => {
                    if self.story.is_any(*token, &["i", "we", "me", "us", "my", "our", "mine"]) {
                        source.first_person = true;
                        Vec::new()
                    } else {
                        let contents: Vec<Span> = source
                            .attributions
                            .iter()
                            .take(4)
                            .flat_map(|&a| attributions[a].content.iter())
                            .collect();
                        pronouns::resolve(self, *token, &contents)
                    }
                }
                Phrase::Description(d) => match headlinese::only_holder(self, d) {
                    Some(one) => vec![one],
                    None => self.described(d, true),
                },
                Phrase::Nobody if self.is_both(&source.tokens) => self.both(first),
                Phrase::Nobody => Vec::new(),
            };
            settled &= !found.is_empty();
            let token = match phrase {
                Phrase::Name(c) => self.chunks.all[*c].first,
                Phrase::Pronoun(token) => *token,
                Phrase::Description(d) => d.head,
                Phrase::Nobody => first,
            };
            self.beside = match (phrase, &found[..]) {
                (Phrase::Name(_), [one]) => Some(*one),
                _ => None,
            };
            for &member in &found {
                let span = match phrase {
                    Phrase::Name(_) | Phrase::Nobody => None,
                    Phrase::Pronoun(t) => Some(self.story.span(*t, *t)),
                    Phrase::Description(d) => Some(self.story.span(d.start.min(d.head), d.last.max(d.head))),
                };
                self.described_at.extend(span.map(|s| (member, s)));
                if !matches!(phrase, Phrase::Name(_)) {
                    self.point(token, member, subject, true, matches!(phrase, Phrase::Pronoun(_)));
                }
                if !members.contains(&member) {
                    members.push(member);
                }
            }
        }
        self.beside = None;
        if members.len() > 1 {
            self.last_compound = Some((members.clone(), first));
            if members.len() == 2 && self.story.tokens[first].block <= LEAD {
                self.parties.get_or_insert_with(|| members.clone());
            }
        }
        let asks = |&a: &usize| {
            let cue = attributions[a].cue.and_then(|cue| self.story.tokens_in(cue).last());
            cue.is_some_and(|word| self.story.is_any(word, &["asked", "contacted", "approached"]))
        };
        if let Some(&a) = source.attributions.iter().find(|a| asks(a)) {
            self.last_asker = Some((members.clone(), first));
            self.last_asked = attributions[a].cue.and_then(|cue| {
                let chunk = self.chunks.at(self.story.tokens_in(cue).end)?;
                self.cast.of_chunk[chunk].filter(|&id| self.cast.members[id].person)
            });
        }
        self.open_person = match &phrases[..] {
            // Who was in office is mostly somebody whom the story is about.
            [Phrase::Description(d)]
                if members.is_empty()
                    && !d.plural
                    && is_post(d.noun)
                    && !(d.start..d.head).any(|t| self.story.is_any(t, &["former", "ex"])) =>
            {
                Some((first, d.noun.and_then(|noun| noun.gender)))
            }
            // "He" who is still open is the same.
            [Phrase::Pronoun(_)] if members.is_empty() => self.open_person,
            _ => None,
        };
        self.last_source = Some((if settled { members.clone() } else { Vec::new() }, first));
        source.members = members;
    }

    /// "@roe_77": an account, which is a name of its own.
    fn handle(&mut self, tokens: &[usize]) -> Option<MemberId> {
        let (&at, &last) = (tokens.first()?, tokens.last()?);
        let name = self.story.slice_range(at, last);
        let account = name.starts_with('@') && name.len() > 1 && !name.contains(char::is_whitespace);
        account.then(|| {
            let id = super::descriptions::account(self, name);
            self.described_at.push((id, self.story.span(at, last)));
            id
        })
    }

    /// Whom a name in a source means; in "Donald and Ivana Trump" the first shares the surname of the second.
    fn named(&mut self, c: usize, phrases: &[Phrase]) -> Option<MemberId> {
        let chunk = &self.chunks.all[c];
        let single = chunk.name == chunk.name_last;
        let given = single && self.story.entry(chunk.name).given.is_some();
        if given
            && let [Phrase::Name(a), Phrase::Name(b)] = phrases
            && *a == c
        {
            let other = &self.chunks.all[*b];
            if other.name < other.name_last {
                let (given, surname) =
                    (self.story.tokens[chunk.name].word, self.story.tokens[other.name_last].word);
                if let Some(id) = self.cast.by_given_and_surname(given, surname) {
                    return Some(id);
                }
            }
        }
        self.cast.of_chunk[c]
    }

    /// A name in the text; `speakers` are whom the source phrase that holds it means, if one does.
    fn read_chunk(&mut self, c: usize, speakers: Option<&[MemberId]>) {
        let chunk = &self.chunks.all[c];
        let Some(member) = self.cast.of_chunk[c] else { return };
        // Where it was written is not what the story is about.
        if speakers.is_none() && self.story.is_in_dateline(chunk.last) {
            return;
        }
        let source = speakers.is_some_and(|s| s.contains(&member));
        // "Clinton communication director Jennifer Palmieri" is not about Clinton.
        let within = speakers.is_some() && !source;
        // "Aerion Chief Executive Anna Roe" is about her.
        let employs =
            self.chunks.all.get(c + 1).is_some_and(|next| {
                next.titled && next.first == chunk.last + 1 && self.story.joined(chunk.last)
            });
        let possessive =
            self.story.tokens[chunk.last].possessive || within || employs || self.modifies_noun(c);
        let subject = if possessive && !source {
            subjects::owns_subject(self.story, self.chunks, chunk.first, chunk.last)
        } else {
            source || subjects::stands_as_subject(self.story, self.chunks, chunk.first, chunk.last)
        };
        self.pointers.push(Pointer {
            token: chunk.first,
            member,
            subject,
            source,
            possessive,
            pronoun: false,
        });
        self.set_last(member, chunk.first);
    }

    /// "the Trump campaign": the name only says which campaign.
    fn modifies_noun(&self, c: usize) -> bool {
        let chunk = &self.chunks.all[c];
        let state = chunk.class == ChunkClass::State;
        let noun = |n: Noun| state || n.class != NounClass::Person || n.plural;
        self.story.joined(chunk.last)
            && self.story.entry(chunk.last + 1).noun.is_some_and(noun)
            && !self.story.tokens[chunk.last + 1].capital
    }

    fn read_description(&mut self, token: usize) {
        let story = self.story;
        // "Kovacs, the finance minister," points to Kovacs already; "LYSK, Estrova — The ministers" begins a story.
        // "Kovacs, 67, the minister": past the age.
        let age = token >= 4
            && story.is(token - 3, ",")
            && story.lower(token - 2).bytes().all(|b| b.is_ascii_digit())
            && story.is(token - 1, ",");
        let mark = if age { token - 3 } else { token.saturating_sub(1) };
        if mark >= 1
            && !story.ends_dateline(token - 1)
            && !story.tokens[mark].is_word
            && story.is_any(mark, &[",", "(", "—", "–"])
            && self.chunks.at(mark - 1).is_some_and(|c| self.chunks.all[c].class != ChunkClass::NoName)
        {
            return;
        }
        // "is a planner", "as the top contender" say what somebody is and bring up nobody.
        const PREDICATE: &[&str] =
            &["as", "is", "was", "be", "been", "become", "became", "are", "were", "like", "than"];
        if token > 0 && story.is_any(token - 1, PREDICATE) && !story.tokens[token].first {
            return;
        }
        if self.read_owner(token) {
            return;
        }
        let end = (token..(token + 14).min(story.len())).find(|&i| {
            story.tokens[i].sentence != story.tokens[token].sentence
                || story.tokens[i].block != story.tokens[token].block
                || story.tokens[i].quoted
        });
        let end = end.unwrap_or((token + 14).min(story.len()));
        // "The minister shook her head": the phrase ends with its first noun, but for a complement.
        // "The Republican vice presidential nominee": an adjective of which the noun follows.
        let adjective = |t: usize| {
            let more = (t + 1..end)
                .take_while(|&m| roles::is_role_modifier(story.lower(m)) && story.joined(m))
                .count();
            story.entry(t).adjective
                && more > 0
                && story.joined(t)
                && t + 1 + more < end
                && story.entry(t + 1 + more).noun.is_some()
        };
        let noun = (token..end).find(|&t| {
            story.entry(t).noun.is_some()
                && !story.tokens[t].possessive
                && !adjective(t)
                && !(story.joined(t)
                    && (story.entry(t + 1).noun.is_some()
                        || story.tokens[t + 1].capital
                        || story.is_any(t + 1, &["of", "for", "at", "in", "from", "-"])))
        });
        let window: Vec<usize> = (token..noun.map_or(end, |t| t + 1)).collect();
        let phrases = phrase::parse(story, self.chunks, &window);
        let Some(Phrase::Description(d)) = phrases.first() else { return };
        let d = &phrase::Description { last: subjects::before_verb(story, d.head, d.last), ..d.clone() };
        // "Mr. Roe's lawyer came": the lawyer, not Mr. Roe.
        let owned = phrase::is_person(d.noun)
            && !story.entry(d.head).adjective
            && subjects::stands_as_subject(story, self.chunks, token, d.last);
        let known = d.noun.is_some_and(|n| {
            n.class != NounClass::Document
                || matches!(d.determiner, Determiner::Indefinite | Determiner::Definite)
        });
        if !known
            || (d.determiner == Determiner::Bare && d.head != token)
            || d.determiner == Determiner::Possessive && !story.is(d.head, "counterpart") && !owned
        {
            return;
        }
        let both = super::descriptions::named_later(self, d);
        if !both.is_empty() {
            self.last_compound = Some((both, token));
            return;
        }
        let subject = subjects::stands_as_subject(story, self.chunks, token, d.last);
        // "the Kurdish rebels", but not "the choice facing voters"
        const MODIFIERS: usize = 2;
        let modifiers = d.start..d.head;
        if modifiers.len() <= MODIFIERS && !modifiers.clone().any(|t| story.lower(t).ends_with("ing")) {
            self.described_to = self.described_to.max(d.head);
        }
        for member in self.described(d, false) {
            self.point(d.head, member, subject, false, false);
        }
    }

    /// "The president's roots": points to the president, whose something is spoken of.
    fn read_owner(&mut self, token: usize) -> bool {
        const LONGEST: usize = 4;
        let story = self.story;
        let owns = |&t: &usize| story.tokens[t].possessive && phrase::is_person(story.entry(t).noun);
        let words = (token + 1..story.len())
            .take(LONGEST)
            .take_while(|&t| story.tokens[t].sentence == story.tokens[token].sentence);
        let Some(owner) = words.into_iter().find(owns).filter(|&t| self.chunks.at(t).is_none()) else {
            return false;
        };
        let window: Vec<usize> = (token..=owner).collect();
        let phrases = phrase::parse(story, self.chunks, &window);
        let [Phrase::Description(d)] = phrases.as_slice() else { return false };
        if d.head != owner || d.determiner != Determiner::Definite {
            return false;
        }
        let subject = subjects::owns_subject(story, self.chunks, token, owner);
        for member in self.described(d, false) {
            self.pointers.push(Pointer {
                token: owner,
                member,
                subject,
                source: false,
                possessive: true,
                pronoun: false,
            });
            self.set_last(member, owner);
        }
        true
    }

    /// "both", "each", "the two", "the pair".
    fn is_both(&self, tokens: &[usize]) -> bool {
        let words = tokens.iter().filter(|&&t| self.story.tokens[t].is_word);
        let words: Vec<&str> = words.map(|&t| self.story.lower(t)).collect();
        matches!(
            words[..],
            ["both" | "each"]
                | ["they", "both" | "each"]
                | ["both" | "each", "of", "them"]
                | ["the", "two" | "pair" | "duo"]
                | ["the", "two", "of", "them"]
        )
    }

    /// The two that were last spoken of together, not long before; or the only two persons that the sentence names,
    /// or the one before it: "Ms. Roe and Mr. Doe met for an hour, and both said".
    pub(super) fn both(&self, token: usize) -> Vec<MemberId> {
        let sentence = self.story.tokens[token].sentence;
        let here = self.persons_in(sentence, token);
        let mut named = if here.is_empty() { self.persons_in(sentence.wrapping_sub(1), token) } else { here };
        // "Ms. Roe is confident. Mr. Doe isn’t worried either. Both said"
        if let [one] = named[..]
            && let [other] = self.persons_in(sentence.wrapping_sub(2), token)[..]
            && one != other
        {
            named = vec![other, one];
        }
        match &self.last_compound {
            Some((members, at)) if members.len() == 2 && self.sentences_between(*at, token) <= 3 => {
                members.clone()
            }
            _ if named.len() == 2 => named,
            _ => Vec::new(),
        }
    }

    /// The persons that a sentence names before a token, but for owners of something.
    fn persons_in(&self, sentence: u32, token: usize) -> Vec<MemberId> {
        let near = self.pointers.iter().rev().take_while(|p| self.story.tokens[p.token].sentence >= sentence);
        let mut members: Vec<MemberId> = near
            .filter(|p| p.token < token && self.story.tokens[p.token].sentence == sentence)
            .filter(|p| !p.possessive && self.member(p.member).person)
            .map(|p| p.member)
            .collect();
        members.sort_unstable();
        members.dedup();
        members
    }

    fn described(&mut self, description: &Description, source: bool) -> Vec<MemberId> {
        super::descriptions::resolve(self, description, source)
    }

    pub(super) fn point(
        &mut self,
        token: usize,
        member: MemberId,
        subject: bool,
        source: bool,
        pronoun: bool,
    ) {
        self.pointers.push(Pointer { token, member, subject, source, possessive: false, pronoun });
        self.set_last(member, token);
    }

    fn set_last(&mut self, member: MemberId, token: usize) {
        if self.last_at.len() < self.cast.members.len() {
            self.last_at.resize(self.cast.members.len(), NEVER);
        }
        self.last_at[member] = token;
    }

    pub(super) fn member(&self, id: MemberId) -> &Member {
        &self.cast.members[id]
    }

    /// Whether a member spoke last and nothing but quotations stands between: it goes on in the next paragraph.
    fn quotations_only(&self, from: usize, to: usize) -> bool {
        let block = self.story.tokens[from].block;
        (from + 1..to).all(|t| {
            let token = &self.story.tokens[t];
            !token.is_word
                || token.quoted
                || token.block == block
                || token.block == self.story.tokens[to].block
        })
    }

    /// The only member of the last source, if that stands in the paragraph of a token and so many sentences before it.
    pub(super) fn has_the_word(&self, token: usize, sentences: RangeInclusive<u32>) -> Option<MemberId> {
        let (who, at) = self.last_source.as_ref()?;
        let [id] = who[..] else { return None };
        let near = self.story.tokens[*at].block == self.story.tokens[token].block;
        (near && sentences.contains(&self.sentences_between(*at, token))).then_some(id)
    }

    /// Whether the member that was pointed to at one token still has the word at another: the last source, a paragraph
    /// or two before, with quotations between.
    pub(super) fn speaks_on(&self, member: MemberId, at: usize, to: usize) -> bool {
        let (a, b) = (&self.story.tokens[at], &self.story.tokens[to]);
        let last = self.last_source.as_ref().is_some_and(|(who, _)| *who == [member]);
        last && b.block.abs_diff(a.block) <= 2
            && b.sentence.abs_diff(a.sentence) <= 8
            && self.quotations_only(at, to)
    }

    /// How many sentences lie between two tokens.
    pub(super) fn sentences_between(&self, a: usize, b: usize) -> u32 {
        self.story.tokens[a].sentence.abs_diff(self.story.tokens[b].sentence)
    }
}

/// Groups the attributions by source phrase, in text order.
pub(super) fn source_phrases(story: &Story, attributions: &[Attribution]) -> Vec<SourcePhrase> {
    let mut index: HashMap<Vec<usize>, usize> = HashMap::new();
    let mut out: Vec<SourcePhrase> = Vec::new();
    for (a, attribution) in attributions.iter().enumerate() {
        let tokens: Vec<usize> = attribution.source.iter().flat_map(|span| story.tokens_in(span)).collect();
        if tokens.is_empty() {
            continue;
        }
        let at = *index.entry(tokens.clone()).or_insert_with(|| {
            out.push(SourcePhrase {
                tokens,
                attributions: Vec::new(),
                members: Vec::new(),
                first_person: false,
            });
            out.len() - 1
        });
        out[at].attributions.push(a);
    }
    out
}
