//! Relative pronouns: whom "who" and "which" mean, by the words they follow.

use onrecord_base::ActorKind;

use super::cast::MemberId;
use super::descriptions;
use super::discourse::Discourse;
use super::lexicon::NounClass;
use super::phrase::{self, Determiner, Phrase};
use super::tokens::Story;

/// The member that a relative pronoun at a token means; several after "both A and B".
pub(super) fn resolve(discourse: &mut Discourse, token: usize) -> Vec<MemberId> {
    let human = discourse.story.is_any(token, &["who", "whom"]);
    let Some((before, comma)) = antecedent(discourse.story, token) else { return Vec::new() };
    if human
        && comma
        && let Some(head) = aide(discourse.story, before)
        && let Some(pointer) = discourse.pointers.iter().rev().take(REACH).find(|p| p.token == head)
    {
        return vec![pointer.member];
    }
    let one = named(discourse, before, human)
        .or_else(|| from_a_place(discourse, before).filter(|_| human))
        .or_else(|| apposition(discourse, token, human && comma));
    if let Some(id) = one {
        return both(discourse, before, id).unwrap_or_else(|| vec![id]);
    }
    // "a voter who", "critics, who": a member of their own, if it was pointed to just now.
    let noun = discourse.story.entry(before).noun;
    let fits = noun.is_some_and(|n| (n.class == NounClass::Person) == human);
    let last = discourse.pointers.last().filter(|last| fits && last.token == before).map(|last| last.member);
    if let Some(several) = last.and_then(|id| both(discourse, before, id)) {
        return several;
    }
    let alone = noun_phrase(discourse.story, before, human)
        .is_some_and(|first| (first..before).all(|t| !discourse.story.is(t, "of")));
    last.filter(|_| alone).or_else(|| described(discourse, before, human)).into_iter().collect()
}

/// Pointers further back are of other sentences.
const REACH: usize = 12;

/// "An aide to the president, who asked not to be named": the one who is somebody's.
fn aide(story: &Story, before: usize) -> Option<usize> {
    const LONGEST: usize = 8;
    let same =
        |t: &usize| story.tokens[*t].sentence == story.tokens[before].sentence && story.tokens[*t].is_word;
    let link =
        (0..before).rev().take(LONGEST).take_while(same).find(|&t| story.is_any(t, &["to", "of", "for"]))?;
    let head = link.checked_sub(1).filter(|&head| phrase::is_person(story.entry(head).noun))?;
    let a = (0..head).rev().take(3).take_while(same).any(|t| story.is_any(t, &["a", "an"]));
    a.then_some(head)
}

/// The last token of what the pronoun follows, and whether a comma or dash stands between.
fn antecedent(story: &Story, token: usize) -> Option<(usize, bool)> {
    let block = story.tokens[token].block;
    let mut before = token.checked_sub(1)?;
    // "victims, many of whom"
    if story.is(before, "of") && before > 1 {
        before -= 2;
    }
    let comma = story.is(before, ",");
    if comma {
        before = before.checked_sub(1)?;
    }
    before = before_brackets(story, before)?;
    // "two officers -- both retired -- who"
    if is_dash(story, before) {
        let sentence = |t: &usize| story.tokens[*t].sentence == story.tokens[token].sentence;
        let mut others = (before.saturating_sub(PARENTHESIS)..before).rev().take_while(sentence);
        let open = others.find(|&t| is_dash(story, t) && (t + 1..before).any(|w| story.tokens[w].is_word));
        // Without a second one it is a comma: "Emanuel - who left".
        before = (0..open.unwrap_or(before)).rev().find(|&t| story.tokens[t].is_word)?;
    }
    (story.tokens[before].block == block).then_some((before, comma))
}

/// No parenthesis between dashes is longer.
const PARENTHESIS: usize = 20;

fn is_dash(story: &Story, token: usize) -> bool {
    story.is_any(token, &["-", "–", "—"])
}

/// The token itself, or the one before the brackets that it closes: "Ms. Roe (R-Ga.), who".
fn before_brackets(story: &Story, token: usize) -> Option<usize> {
    if !story.is(token, ")") {
        return Some(token);
    }
    (token.saturating_sub(8)..token).rev().find(|&i| story.is(i, "("))?.checked_sub(1)
}

/// The name right before the pronoun.
fn named(discourse: &Discourse, before: usize, human: bool) -> Option<MemberId> {
    let story = discourse.story;
    let c = discourse.chunks.at(before)?;
    let id = discourse.cast.of_chunk[c]?;
    let (member, chunk) = (discourse.member(id), &discourse.chunks.all[c]);
    let of = chunk.first > 0 && story.is_any(chunk.first - 1, &["of", "for", "at", "in", "from", "the"]);
    let person = member.person || member.kind.is_none() && chunk.name < chunk.name_last;
    let fits = if human { person && !of } else { !member.person };
    fits.then_some(id)
}

/// "Senator Roe of Vermont, who" and "Anna Kovacs, a professor at Lund University who": who is from where the words before tell.
fn from_a_place(discourse: &Discourse, before: usize) -> Option<MemberId> {
    const LONGEST: usize = 14;
    let story = discourse.story;
    let link = |t: usize| story.is_any(t, &["of", "from", "at", "in", "for", "the"]);
    let of_place = |&t: &usize| story.joined(t) && (story.tokens[t].capital || link(t));
    let lowest = before.saturating_sub(LONGEST);
    // "of the History department"
    let body = story.entry(before).organization && before > 0 && story.tokens[before - 1].capital;
    let first = (lowest..before)
        .rev()
        .take_while(of_place)
        .last()
        .filter(|_| story.tokens[before].capital || body)?;
    let start = (first..before).find(|&t| link(t))?;
    let person = |t: usize| {
        let id = discourse.cast.of_chunk[discourse.chunks.at(t)?]?;
        discourse.member(id).person.then_some(id)
    };
    let head = start.checked_sub(1)?;
    if let Some(id) = person(head) {
        return Some(id);
    }
    let role = story.entry(head).noun.is_some_and(|noun| noun.class == NounClass::Person && !noun.plural);
    let comma =
        (lowest..head).rev().find(|&t| !story.tokens[t].is_word).filter(|&t| role && story.is(t, ","))?;
    person(comma.checked_sub(1)?).filter(|_| story.is_any(comma + 1, &["a", "an", "the"]))
}

/// "Anna Kovacs, director of the institute, who": the person whose apposition it ends.
fn apposition(discourse: &Discourse, token: usize, human: bool) -> Option<MemberId> {
    let story = discourse.story;
    let near = discourse.pointers.iter().rev().take(8);
    near.filter(|_| human)
        .take_while(|p| story.tokens[p.token].sentence == story.tokens[token].sentence && p.token < token)
        .find(|p| {
            let c = discourse.chunks.at(p.token);
            discourse.member(p.member).person
                && c.is_some_and(|c| story.is(discourse.chunks.all[c].last + 1, ","))
        })
        .map(|p| p.member)
}

/// "both Democrats and Republicans, who": the two, where the second is the one that the pronoun follows.
fn both(discourse: &Discourse, before: usize, second: MemberId) -> Option<Vec<MemberId>> {
    const LONGEST: usize = 10;
    let story = discourse.story;
    let near = |t: &usize| story.tokens[*t].sentence == story.tokens[before].sentence;
    let and = (0..before).rev().take(LONGEST).take_while(near).find(|&t| story.is(t, "and"))?;
    let both = (0..and).rev().take(LONGEST).take_while(near).find(|&t| story.is(t, "both"))?;
    let first = discourse.pointers.iter().rev().find(|p| (both..and).contains(&p.token))?.member;
    (first != second).then(|| vec![first, second])
}

/// What the words before the pronoun describe, if nobody was pointed to there: "the victims' families, who", "the Saudi
/// government, which".
fn described(discourse: &mut Discourse, before: usize, human: bool) -> Option<MemberId> {
    let story = discourse.story;
    let start = noun_phrase(story, before, human)?;
    // "Mr. Roe, a graduate of the academy who": it is said of him.
    if human
        && start > 1
        && story.is(start - 1, ",")
        && let Some(name) = before_brackets(story, start - 2)
        && let Some(id) = discourse.chunks.at(name).and_then(|c| discourse.cast.of_chunk[c])
        && discourse.member(id).person
    {
        return Some(id);
    }
    let window: Vec<usize> = (start..=before).collect();
    let phrases = phrase::parse(story, discourse.chunks, &window);
    let [Phrase::Description(d)] = phrases.as_slice() else { return None };
    let plural_people = human && d.noun.is_none() && d.plural;
    let thing = |class| !human && matches!(class, NounClass::Organization | NounClass::Document);
    let fits = d.noun.is_some_and(|n| thing(n.class) || human && n.class == NounClass::Person);
    if !fits && !plural_people || d.determiner == Determiner::Bare && !d.plural {
        return None;
    }
    let [id] = descriptions::resolve(discourse, d, true)[..] else { return None };
    if plural_people {
        let member = &mut discourse.cast.members[id];
        (member.document, member.kind) = (false, Some(ActorKind::Group));
    }
    discourse.described_at.push((id, story.span(d.start.min(d.head), d.last.max(d.head))));
    discourse.point(d.head, id, false, false, false);
    Some(id)
}

/// The first token of the noun phrase that ends at a token: its determiner, or the words without one that can belong
/// to it. People go with "of": "relatives of the victims, who".
fn noun_phrase(story: &Story, last: usize, human: bool) -> Option<usize> {
    const LONGEST: usize = 12;
    const DETERMINERS: &[&str] = &[
        "the", "a", "an", "some", "many", "several", "few", "these", "those", "two", "three", "four", "five",
        "other", "one", "another",
    ];
    // "the manufacturers’ association"
    let of_many = |t: usize| {
        story.is_any(t, &["’", "'"])
            && t > 0
            && story.tokens[t - 1].is_word
            && story.lower(t - 1).ends_with('s')
    };
    let fits = |t: usize| {
        if of_many(t) || of_many(t + 1) {
            return true;
        }
        let entry = story.entry(t);
        let lower = story.lower(t);
        let adjective =
            ["al", "ic", "an", "ish", "ese", "ous", "ive", "ed", "er"].iter().any(|end| lower.ends_with(end));
        let slash = story.is(t, "/") && t > 0 && story.tokens[t - 1].is_word;
        (story.tokens[t].is_word || slash)
            && (story.joined(t) || story.tokens[t].possessive)
            && (slash
                || entry.noun.is_some()
                || entry.adjective
                || adjective
                || story.tokens[t].capital
                || lower.starts_with(|c: char| c.is_ascii_digit())
                || matches!(lower, "family" | "young" | "fellow"))
            && !entry.ordinary
    };
    let mut first = last;
    let lowest = last.saturating_sub(LONGEST);
    loop {
        while first > lowest && fits(first - 1) {
            first -= 1;
        }
        // "a corporate lawyer"
        let between =
            |t: usize| story.tokens[t].is_word && !story.entry(t).ordinary && !story.lower(t).ends_with('s');
        let one_more = first > 1
            && story.joined(first - 2)
            && story.joined(first - 1)
            && between(first - 1)
            && story.is_any(first - 2, DETERMINERS);
        first -= usize::from(one_more);
        if first > 0 && (story.joined(first - 1) || of_many(first)) && story.is_any(first - 1, DETERMINERS) {
            first -= 1;
        }
        // "members of the audience, who": the members.
        let people = |t: usize| human && story.entry(t).noun.is_some_and(|n| n.class == NounClass::Person);
        let many = |t: usize| {
            story.is_any(t, &["number", "group", "majority", "handful", "couple", "dozens", "hundreds"])
        };
        if first > lowest + 2 && story.is(first - 1, "of") && (people(first - 2) || many(first - 2)) {
            first -= 2;
            continue;
        }
        // "reporters and governors who": one of the two or both.
        if first > 0 && story.is_any(first - 1, &["and", "or"]) {
            return None;
        }
        return (first < last || story.entry(last).noun.is_some_and(|n| n.plural)).then_some(first);
    }
}
