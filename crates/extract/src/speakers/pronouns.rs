//! Pronouns: whom "he", "she", "they", "it" and "who" mean, by gender, number and closeness.

use onrecord_base::{ActorKind, Span};

use super::cast::{Member, MemberId};
use super::discourse::{Discourse, Pointer};
use super::lexicon::Gender;
use super::relatives;
use super::tokens::Story;
use super::unsure;
use crate::nouns;

/// Pointers further back than this are not looked at.
const REACH: usize = 40;
/// Nor are those in sentences further back.
const SENTENCES: u32 = 5;
/// By how much the best must be better than the next.
const MARGIN: i32 = 8;
/// By so much it is clearly better.
pub(super) const CLEAR: i32 = 30;

/// Whom a pronoun that is a source means; `contents` are what it says, whose persons it hardly is. Without any it is no source itself.
pub(super) fn resolve(discourse: &mut Discourse, token: usize, contents: &[Span]) -> Vec<MemberId> {
    match discourse.story.lower(token) {
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" => {
            if is_open_person(discourse, token) {
                return Vec::new();
            }
            let found = if contents.is_empty() {
                he_or_she(discourse, token, contents)
            } else {
                unsure::he_or_she(discourse, token, contents)
            };
            if let Some(one) = found {
                learn(discourse, one, token);
            }
            found.into_iter().collect()
        }
        "they" | "them" | "their" | "theirs" | "themselves" => they(discourse, token, contents),
        "it" | "its" => it(discourse, token).into_iter().collect(),
        "who" | "whom" | "which" | "that" | "whose" => relatives::resolve(discourse, token),
        _ => Vec::new(),
    }
}

/// Whether "he" or "she" goes on with somebody who has just spoken, by an office of which nothing tells who holds it: "The managing director of
/// the fund said so. “No,” she added".
fn is_open_person(discourse: &Discourse, token: usize) -> bool {
    let Some((at, own)) = discourse.open_person else { return false };
    let story = discourse.story;
    let between = discourse.pointers.iter().rev().take_while(|pointer| pointer.token > at);
    let another = between.into_iter().any(|pointer| {
        let member = discourse.member(pointer.member);
        pointer.token < token && member.may_be_human() && !story.tokens[pointer.token].quoted
    });
    own.is_none_or(|own| own == gender(story, token))
        && story.tokens[at].block == story.tokens[token].block
        && at < token
        && !another
}

/// The person whom "he" or "she" at a token means, if that is clear.
pub(super) fn he_or_she(discourse: &Discourse, token: usize, contents: &[Span]) -> Option<MemberId> {
    by_rules(discourse, token, contents).member
}

/// Who is once "she" is a woman from there on.
pub(super) fn learn(discourse: &mut Discourse, one: MemberId, token: usize) {
    let gender = gender(discourse.story, token);
    let member = &mut discourse.cast.members[one];
    if member.named && !member.plural && (member.person || member.words.len() > 1) {
        member.called.get_or_insert(gender);
        member.person = true;
        member.kind.get_or_insert(ActorKind::Person);
    }
}

/// Of which gender is whom "he" or "she" at a token means.
pub(super) fn gender(story: &Story, token: usize) -> Gender {
    match story.lower(token) {
        "he" | "him" | "his" | "himself" => Gender::Male,
        _ => Gender::Female,
    }
}

/// Whom the rules find.
pub(super) struct Found {
    /// The person, if that is clear.
    pub(super) member: Option<MemberId>,
    /// By how much the best is better than the next; without a next one, than nothing.
    pub(super) margin: i32,
}

/// Whom "he" or "she" at a token means by the rules.
pub(super) fn by_rules(discourse: &Discourse, token: usize, contents: &[Span]) -> Found {
    let story = discourse.story;
    let gender = gender(story, token);
    let quoted = story.tokens[token].quoted;
    let block = story.tokens[token].block;
    let others = opening_phrase(story, token);
    let mut scores: Vec<(MemberId, i32)> = Vec::new();
    let mut speakers: Vec<MemberId> = Vec::new();
    // Whom alone the paragraph is about so far.
    let mut turns: Option<MemberId> = None;
    for pointer in discourse.pointers.iter().rev().take(REACH) {
        let distance = discourse.sentences_between(pointer.token, token);
        let blocks = block - story.tokens[pointer.token].block.min(block);
        if distance > SENTENCES || blocks > 3 {
            break;
        }
        let member = discourse.member(pointer.member);
        let there = &story.tokens[pointer.token];
        // Who has just spoken is a person, though the name alone does not tell.
        let speaker = pointer.source && member.named && member.kind.is_none() && !member.document;
        // So may be whose name in full nothing tells of.
        let full = member.named && member.kind.is_none() && member.words.len() == 2;
        let opens = opens_paragraph(story, pointer.token);
        let alone = opens && pointer.subject && is_alone(discourse, pointer.member, token, gender);
        turns = turns.or((alone && member.person).then_some(pointer.member));
        let new = alone && member.words.len() > 1 && story.tokens[member.introduced].block == block;
        let unknown = full && (!pointer.possessive || new);
        if !(member.person || speaker || unknown)
            || member.plural
            || pointer.token >= token
            || (there.quoted && !quoted && !pointer.source)
        {
            continue;
        }
        speakers.extend((speaker || unknown && new).then_some(pointer.member));
        // "dedicated it to Mr. Roe, who had called them hopeless": not whom the sentence is about.
        if pointer.source && story.is_any(pointer.token, &["who", "whom", "whose"]) {
            continue;
        }
        if story.title_case[there.block as usize] || !member.may_be(gender) {
            continue;
        }
        let mut score = match distance {
            0 => 50,
            1 => 40,
            2 => 28,
            3 => 18,
            _ => 8,
        };
        if pointer.possessive && !pointer.subject {
            score -= 14;
        } else if pointer.subject {
            score += if pointer.possessive { 8 } else { 15 };
        }
        if pointer.source {
            score += 6;
        }
        let clause = pointer.subject && !story.is_any(others.start, &["a", "an", "as"]);
        if others.contains(&pointer.token) && !pointer.possessive && !clause {
            score -= 30;
        }
        let spoke_last = discourse.last_source.as_ref().is_some_and(|(who, _)| *who == [pointer.member]);
        if pointer.source && spoke_last && only_quoted_between(story, pointer.token, token) {
            score += 12;
        }
        // "Ms. Roe asked Ms. Doe if it was so. She said": the one who was asked.
        if let (Some((askers, at)), Some(asked)) = (&discourse.last_asker, discourse.last_asked)
            && discourse.sentences_between(*at, token) <= 1
            && discourse.last_source.as_ref().is_some_and(|(_, last)| last == at)
        {
            score += if pointer.member == asked { 35 } else { 0 };
            score -= if askers.contains(&pointer.member) { 35 } else { 0 };
        }
        if discourse.in_content[pointer.token] && !pointer.source && !discourse.in_content[token] {
            score -= 10;
        }
        if pointer.pronoun {
            score += 4;
        }
        // Who opens the paragraph is what it is about.
        if opens && blocks == 0 && member.named && (distance == 1 || new && distance > 1) {
            score += if new && distance > 1 { 20 } else { 16 };
        }
        // "The case was brought by Ann Roe, a teacher. She said": whom alone the sentence before names for the first time.
        let brought = distance == 1 && blocks == 0 && !pointer.subject && !pointer.source;
        let brought = brought && introduces(discourse, pointer);
        score += if brought { 28 } else { 0 };
        score -= 6 * blocks as i32;
        // "Pat Roe disagreed: he said"
        let here = distance == 0
            && member.named
            && member.person
            && pointer.subject
            && opens_sentence(story, pointer.token)
            && !others.contains(&pointer.token)
            && !discourse.in_content[pointer.token];
        score += if here { 35 } else { 0 };
        if member.gender.is_none() && !here && !brought {
            score -= if member.person || member.words.len() > 1 { 12 } else { 22 };
        }
        match scores.iter_mut().find(|(id, _)| *id == pointer.member) {
            // Named again and again nearby: rather that one.
            Some((_, best)) => *best = (*best).max(score) + 2,
            None => scores.push((pointer.member, score)),
        }
    }
    for (id, score) in &mut scores {
        if said_about(discourse, *id, contents) {
            *score -= 20;
        }
    }
    scores.sort_by_key(|(_, score)| -score);
    let found = match scores[..] {
        [(one, best)] if best > 10 || !quoted => Some(one),
        [(one, best), (_, next), ..] if best >= next + MARGIN && !quoted => Some(one),
        _ => None,
    };
    // Who may be no person only stands in the way of others.
    let member = found.filter(|id| speakers.contains(id) || discourse.member(*id).person);
    let margin = match scores[..] {
        [(one, best), (_, next), ..] if turns == Some(one) && best >= next + MARGIN => CLEAR,
        [(_, best), (_, next), ..] => best - next,
        [(_, best)] => best,
        [] => 0,
    };
    Found { member, margin }
}

/// Whether a name stands first in its sentence, but for what it is called there.
fn opens_sentence(story: &Story, name: usize) -> bool {
    const LONGEST: usize = 3;
    let same = |t: &usize| story.tokens[*t].sentence == story.tokens[name].sentence;
    (0..name).rev().take(LONGEST + 1).take_while(same).count() <= LONGEST
}

/// Whether a person is pointed to by their full name for the first time, in a sentence that names no other person; whom only
/// words after the name describe is of it ("Bud Roe, for whose father it is named").
fn introduces(discourse: &Discourse, pointer: &Pointer) -> bool {
    let sentence = |token: usize| discourse.story.tokens[token].sentence;
    let here = sentence(pointer.token);
    let one = discourse.member(pointer.member);
    let other = |p: &Pointer| {
        let other = discourse.member(p.member);
        let told_of = !pointer.possessive && p.token > pointer.token && !other.named;
        p.member != pointer.member && other.person && !told_of
    };
    let near = discourse.pointers.iter().rev().skip_while(|p| sentence(p.token) > here);
    let alone = !near.take_while(|p| sentence(p.token) == here).any(other);
    one.words.len() > 1 && sentence(one.introduced) == here && alone
}

/// Whether the paragraph of a token names nobody else before it whom the pronoun could mean, while others were named before that: the
/// story turns to them.
fn is_alone(discourse: &Discourse, member: MemberId, token: usize, gender: Gender) -> bool {
    let block = |token: usize| discourse.story.tokens[token].block;
    let human =
        |member: &Member| member.named && !member.plural && member.may_be_human() && member.may_be(gender);
    let before = discourse.pointers.iter().rev().filter(|p| p.token < token);
    let mut others = before.skip_while(|p| {
        block(p.token) == block(token) && (p.member == member || !human(discourse.member(p.member)))
    });
    others.next().is_some_and(|p| block(p.token) < block(token))
}

/// Whether a name opens its paragraph, but for what it is called there: "Giants closer Camilo Roe".
fn opens_paragraph(story: &Story, name: usize) -> bool {
    const LONGEST: usize = 4;
    let titles = (0..name).rev().take(LONGEST).take_while(|&t| {
        let entry = story.entry(t);
        story.joined(t)
            && (entry.noun.is_some()
                || entry.title
                || entry.adjective
                || story.tokens[t].capital && !entry.ordinary)
    });
    let cleft = name > 1 && story.is_any(name - 1, &["was", "is"]) && story.is(name - 2, "it");
    let first = titles.last().unwrap_or(if cleft { name - 2 } else { name });
    first == 0 || story.tokens[first - 1].block != story.tokens[first].block
}

/// Whether nothing but quotations stands between the sentences of two tokens: who spoke has the word still.
fn only_quoted_between(story: &Story, from: usize, to: usize) -> bool {
    const LONGEST: usize = 400;
    let (a, b) = (&story.tokens[from], &story.tokens[to]);
    to - from < LONGEST
        && story.tokens[from..to]
            .iter()
            .all(|t| !t.is_word || t.quoted || t.sentence == a.sentence || t.sentence == b.sentence)
}

/// The tokens of a phrase that opens the sentence of a pronoun and names others: it is said of the pronoun ("Campaigning
/// against Mr. Roe, he", "A friend of Mr. Roe, he") or tells where and with whom ("In a letter to Mr. Roe, he").
fn opening_phrase(story: &Story, pronoun: usize) -> std::ops::Range<usize> {
    const LONGEST: usize = 40;
    let sentence = story.tokens[pronoun].sentence;
    let before = (0..pronoun).rev().take(LONGEST).take_while(|&t| story.tokens[t].sentence == sentence);
    let Some(first) = before.filter(|&t| story.tokens[t].is_word).last() else { return 0..0 };
    let opens = story.tokens[first].first && story.tokens[first].block == story.tokens[pronoun].block;
    let said_of = story.lower(first).ends_with("ing") && story.entry(first).noun.is_none()
        || story.is_any(first, &["a", "an", "as", "in", "at", "on", "with"]);
    let clause = story.is_any(first, &["according", "following", "nothing", "something", "everything"]);
    if opens && story.is(pronoun - 1, ",") && said_of && !clause { first..pronoun } else { 0..0 }
}

/// Whether a member is named in what is said.
fn said_about(discourse: &Discourse, member: MemberId, contents: &[Span]) -> bool {
    contents.iter().any(|&content| {
        let range = discourse.story.tokens_in(content);
        let from = discourse.cast.members[member].mentions.partition_point(|m| m.0 < range.start);
        discourse.cast.members[member].mentions.get(from).is_some_and(|m| m.0 < range.end)
    })
}

fn they(discourse: &Discourse, token: usize, contents: &[Span]) -> Vec<MemberId> {
    if discourse.story.tokens[token].quoted {
        return Vec::new();
    }
    let story = discourse.story;
    let several = |id: MemberId| discourse.member(id).plural;
    let near = |at: usize| {
        discourse.sentences_between(at, token) <= 2
            && story.tokens[token].block - story.tokens[at].block.min(story.tokens[token].block) <= 1
    };
    // The last plural named, unless it is only spoken about.
    let mut plural: Vec<(MemberId, i32)> = Vec::new();
    let mut organization: Vec<(MemberId, i32)> = Vec::new();
    for pointer in discourse.pointers.iter().rev().take(REACH) {
        let far = !pointer.source && discourse.sentences_between(pointer.token, token) > 1;
        // "Night workers, they wrote, smoke more": not whom it is said of.
        let said_of =
            contents.iter().any(|content| discourse.story.tokens_in(*content).contains(&pointer.token));
        if pointer.token >= token || !near(pointer.token) || far || said_of {
            continue;
        }
        let member = discourse.member(pointer.member);
        let score = 30 - 10 * discourse.sentences_between(pointer.token, token) as i32
            + if pointer.source { 14 } else { 0 }
            + if pointer.subject { 10 } else { 0 };
        let list = if member.plural {
            &mut plural
        } else if (member.kind == Some(ActorKind::Organization) || is_of_many(discourse, pointer))
            && !pointer.possessive
            && !story.is_any(token, &["them", "themselves"])
        {
            &mut organization
        } else {
            continue;
        };
        match list.iter_mut().find(|(id, _)| *id == pointer.member) {
            Some((_, best)) => *best = (*best).max(score),
            None => list.push((pointer.member, score)),
        }
    }
    if let Some((members, at)) = &discourse.last_compound
        && near(*at)
        && discourse.last_source.as_ref().is_some_and(|(_, last)| last == at)
        && !plural.iter().any(|(id, _)| discourse.last_at[*id] > *at && several(*id) && !members.contains(id))
    {
        return members.clone();
    }
    for mut list in [plural, organization] {
        list.sort_by_key(|(_, score)| -score);
        match list[..] {
            [(one, _)] => return vec![one],
            [(one, best), (_, next), ..] if best >= next + MARGIN => return vec![one],
            [] => {}
            _ => return Vec::new(),
        }
    }
    Vec::new()
}

/// "The Yarrick Ranges Guardians": a body that only the plural of its name tells of.
fn is_of_many(discourse: &Discourse, pointer: &Pointer) -> bool {
    let (member, story) = (discourse.member(pointer.member), discourse.story);
    let the = pointer.token > 0 && story.is(pointer.token - 1, "the");
    let last = member.words.last().map(|&word| story.words[word as usize].lower.as_str());
    let many =
        last.is_some_and(|last| nouns::lemma(last).is_some_and(|one| one != last) || last.ends_with("ians"));
    the && member.named && member.kind.is_none() && member.words.len() > 1 && many && pointer.subject
}

/// "The Clean Power Plan", "Tower Bridge": such things say nothing.
fn is_mute(discourse: &Discourse, member: MemberId) -> bool {
    const THINGS: [&str; 24] = [
        "plan",
        "act",
        "bill",
        "deal",
        "treaty",
        "accord",
        "accords",
        "pact",
        "programme",
        "program",
        "project",
        "law",
        "rule",
        "rules",
        "agreement",
        "initiative",
        "war",
        "amendment",
        "proposition",
        "tax",
        "river",
        "bridge",
        "island",
        "street",
    ];
    let last = discourse.member(member).words.last();
    last.is_some_and(|&word| THINGS.contains(&discourse.story.words[word as usize].lower.as_str()))
}

fn it(discourse: &Discourse, token: usize) -> Option<MemberId> {
    // "The party’s old ally was critical of the minister, whose cabinet it said": nearer than any other is who is not known
    // or might be no person.
    let unknown = |(who, at): &(Vec<MemberId>, usize)| {
        let person = |id: &MemberId| discourse.member(*id).person && !discourse.member(*id).named;
        who.iter().all(person) && *at < token && discourse.sentences_between(*at, token) == 0
    };
    if discourse.last_source.as_ref().is_some_and(unknown) {
        return None;
    }
    // "In a letter read out by the clerk, it said"
    let others = opening_phrase(discourse.story, token);
    let mut scores: Vec<(MemberId, i32)> = Vec::new();
    for pointer in discourse.pointers.iter().rev().take(REACH) {
        let distance = discourse.sentences_between(pointer.token, token);
        if distance > 2 {
            break;
        }
        let member = discourse.member(pointer.member);
        if pointer.token >= token
            || others.contains(&pointer.token)
            || member.person
            || member.plural
            || pointer.possessive
        {
            continue;
        }
        // "The paper asked the ministry for comment. It said": whoever was asked, if that is known.
        let asked = discourse.last_asker.as_ref().is_some_and(|(who, at)| {
            who.contains(&pointer.member) && discourse.sentences_between(*at, token) == 1
        });
        if asked && pointer.source {
            continue;
        }
        // "Southern Reach Aquaculture has applied to grow, a move it says": nothing else tells that it is a body.
        let full = member.named && member.kind.is_none() && member.words.len() > 1 && pointer.subject;
        let bracketed = pointer.token > 0 && discourse.story.is_any(pointer.token - 1, &["(", "/"]);
        let full = full && !bracketed && !is_mute(discourse, pointer.member);
        let speaks = member.document || member.kind.is_some() || pointer.source || full;
        if !speaks || discourse.story.tokens[pointer.token].quoted {
            continue;
        }
        let score = 40 - 15 * distance as i32
            + if pointer.subject { 15 } else { 0 }
            + if pointer.source { 10 } else { 0 }
            - if member.kind.is_none() && !member.document && !pointer.source { 4 } else { 0 }
            + if member.kind == Some(ActorKind::State) && !pointer.subject { -20 } else { 0 };
        match scores.iter_mut().find(|(id, _)| *id == pointer.member) {
            Some((_, best)) => *best = (*best).max(score),
            None => scores.push((pointer.member, score)),
        }
    }
    scores.sort_by_key(|(_, score)| -score);
    match scores[..] {
        [(one, best)] if best >= 35 => Some(one),
        [(one, best), (_, next), ..] if best >= 35 && best >= next + MARGIN => Some(one),
        _ => None,
    }
}
