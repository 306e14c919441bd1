//! Pronouns: whom "he", "she", "they", "it" and "who" mean, by gender, number and closeness.

use onrecord_base::{ActorKind, Span};

use super::cast::MemberId;
use super::discourse::Discourse;
use super::lexicon::{Gender, NounClass};

/// Pointers further back than this are not looked at.
const REACH: usize = 40;
/// Nor are those in sentences further back.
const SENTENCES: u32 = 5;
/// By how much the best must be better than the next.
const MARGIN: i32 = 8;

/// Whom a pronoun that is a source means; `contents` are what it says, whose persons it hardly is.
pub(super) fn resolve(discourse: &mut Discourse, token: usize, contents: &[Span]) -> Vec<MemberId> {
    match discourse.story.lower(token) {
        "he" | "him" | "his" | "himself" | "she" | "her" | "hers" | "herself" => {
            he_or_she(discourse, token, contents).into_iter().collect()
        }
        "they" | "them" | "their" | "theirs" | "themselves" => they(discourse, token),
        "it" | "its" => it(discourse, token).into_iter().collect(),
        "who" | "whom" | "which" | "that" | "whose" => relative(discourse, token).into_iter().collect(),
        _ => Vec::new(),
    }
}

/// The person whom "he" or "she" at a token means, if that is clear.
pub(super) fn he_or_she(discourse: &Discourse, token: usize, contents: &[Span]) -> Option<MemberId> {
    let story = discourse.story;
    let gender = match story.lower(token) {
        "he" | "him" | "his" | "himself" => Gender::Male,
        _ => Gender::Female,
    };
    let quoted = story.tokens[token].quoted;
    let block = story.tokens[token].block;
    let mut scores: Vec<(MemberId, i32)> = Vec::new();
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
        if !(member.person || speaker)
            || member.plural
            || pointer.token >= token
            || (there.quoted && !quoted && !pointer.source)
        {
            continue;
        }
        if story.title_case[there.block as usize] || member.gender.is_some_and(|g| g != gender) {
            continue;
        }
        let mut score = match distance {
            0 => 50,
            1 => 40,
            2 => 28,
            3 => 18,
            _ => 8,
        };
        if pointer.possessive {
            score -= 14;
        } else if pointer.subject {
            score += 15;
        }
        if pointer.source {
            score += 6;
        }
        if discourse.in_content[pointer.token] && !pointer.source && !discourse.in_content[token] {
            score -= 10;
        }
        if pointer.pronoun {
            score += 4;
        }
        // Who opens the paragraph is what it is about.
        let opens = pointer.token == 0 || story.tokens[pointer.token - 1].block != block;
        if opens && blocks == 0 && distance == 1 && member.named {
            score += 16;
        }
        score -= 6 * blocks as i32;
        if member.gender.is_none() {
            score -= 12;
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
    match scores[..] {
        [(one, best)] if best > 10 || !quoted => Some(one),
        [(one, best), (_, next), ..] if best >= next + MARGIN && !quoted => Some(one),
        _ => None,
    }
}

/// Whether a member is named in what is said.
fn said_about(discourse: &Discourse, member: MemberId, contents: &[Span]) -> bool {
    contents.iter().any(|&content| {
        let range = discourse.story.tokens_in(content);
        let from = discourse.cast.members[member].mentions.partition_point(|m| m.0 < range.start);
        discourse.cast.members[member].mentions.get(from).is_some_and(|m| m.0 < range.end)
    })
}

fn they(discourse: &Discourse, token: usize) -> Vec<MemberId> {
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
        if pointer.token >= token || !near(pointer.token) || far {
            continue;
        }
        let member = discourse.member(pointer.member);
        let score = 30 - 10 * discourse.sentences_between(pointer.token, token) as i32
            + if pointer.source { 14 } else { 0 }
            + if pointer.subject { 10 } else { 0 };
        let list = if member.plural {
            &mut plural
        } else if member.kind == Some(ActorKind::Organization)
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

fn it(discourse: &Discourse, token: usize) -> Option<MemberId> {
    let mut scores: Vec<(MemberId, i32)> = Vec::new();
    for pointer in discourse.pointers.iter().rev().take(REACH) {
        let distance = discourse.sentences_between(pointer.token, token);
        if distance > 2 {
            break;
        }
        let member = discourse.member(pointer.member);
        if pointer.token >= token || member.person || member.plural || pointer.possessive {
            continue;
        }
        let speaks = member.document || member.kind.is_some() || pointer.source;
        if !speaks || discourse.story.tokens[pointer.token].quoted {
            continue;
        }
        let score = 40 - 15 * distance as i32
            + if pointer.subject { 15 } else { 0 }
            + if pointer.source { 10 } else { 0 }
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

/// The name or noun right before "who" or "which".
fn relative(discourse: &mut Discourse, token: usize) -> Option<MemberId> {
    let story = discourse.story;
    let comma = usize::from(token > 0 && story.is(token - 1, ","));
    let mut before = token.checked_sub(1 + comma)?;
    if story.tokens[before].block != story.tokens[token].block {
        return None;
    }
    // "Clinton herself, who"; "(R-Ga.), who"
    if story.is(before, ")") {
        let open = (before.saturating_sub(8)..before).rev().find(|&i| story.is(i, "("))?;
        before = open.checked_sub(1)?;
    }
    let human = story.is_any(token, &["who", "whom"]);
    if let Some(c) = discourse.chunks.at(before) {
        let named = discourse.cast.of_chunk[c];
        if let Some(id) = named {
            let member = discourse.member(id);
            let first = discourse.chunks.all[c].first;
            let of = first > 0 && story.is_any(first - 1, &["of", "for", "at", "in", "from", "the"]);
            if !human && !member.person || human && member.person && !of {
                return Some(id);
            }
            if human
                && !of
                && member.kind.is_none()
                && discourse.chunks.all[c].name < discourse.chunks.all[c].name_last
            {
                return Some(id);
            }
        }
    }
    // "Anna Kovacs, director of the institute, who": the person whose apposition it ends.
    let sentence = story.tokens[token].sentence;
    if human && comma == 1 {
        for pointer in discourse.pointers.iter().rev().take(8) {
            if story.tokens[pointer.token].sentence != sentence || pointer.token >= token {
                break;
            }
            let member = discourse.member(pointer.member);
            let c = discourse.chunks.at(pointer.token);
            if member.person && c.is_some_and(|c| story.is(discourse.chunks.all[c].last + 1, ",")) {
                return Some(pointer.member);
            }
        }
    }
    // "a voter who", "critics, who": a member of their own, if it was pointed to just now.
    let noun = story.entry(before).noun;
    let fits = noun.is_some_and(|n| (n.class == NounClass::Person) == human);
    let last = discourse.pointers.last()?;
    (fits && last.token == before).then_some(last.member)
}
