//! Source phrases: whether words that name a speaker are a pronoun, a name or a description, and of how many.

mod reader;

use super::lexicon::{Noun, NounClass};
use super::names::{ChunkClass, Chunks, role_before};
use super::tokens::Story;
use reader::Reader;

/// One speaker as the source phrase gives it.
#[derive(Clone, Debug)]
pub(super) enum Phrase {
    /// A pronoun, by its token.
    Pronoun(usize),
    /// A name, by its chunk.
    Name(usize),
    /// A description ("the foreign minister", "two officials").
    Description(Description),
    /// Words that tell nobody ("everyone", "some").
    Nobody,
}

/// A noun phrase that describes.
#[derive(Clone, Debug)]
pub(super) struct Description {
    /// The first token after the determiner, and after whose it is.
    pub(super) start: usize,
    /// The first token after the determiner: "governor" of "the governor’s office".
    pub(super) whole: usize,
    /// The head noun.
    pub(super) head: usize,
    /// The last token, with "of …", "at …".
    pub(super) last: usize,
    pub(super) determiner: Determiner,
    pub(super) possessor: Option<Possessor>,
    pub(super) noun: Option<Noun>,
    pub(super) plural: bool,
    /// "two", "both".
    pub(super) count: Option<u32>,
}

/// How a description is determined.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Determiner {
    /// "the", "this".
    Definite,
    /// "a", "some", "two", "another".
    Indefinite,
    /// None ("police", "residents").
    Bare,
    /// "his", "the bank's".
    Possessive,
}

/// Whose the described one is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Possessor {
    Chunk(usize),
    Pronoun(usize),
    Other,
}

/// Reads a source phrase given as tokens in text order.
pub(super) fn parse(story: &Story, chunks: &Chunks, tokens: &[usize]) -> Vec<Phrase> {
    let reader = Reader { story, chunks, tokens };
    let mut at = 0;
    while at < tokens.len() && reader.is_lead_in(at) {
        at += 1;
    }
    // "Another, a retired midwife,"
    if reader.is(at, &["another", "one", "others"]) && reader.mark(at + 1, ",") && at + 2 < tokens.len() {
        at += 2;
    }
    if let Some(name) = given_as(&reader) {
        return vec![name];
    }
    let Some((first, mut next)) = reader.noun_phrase(at) else { return vec![Phrase::Nobody] };
    if let Some(names) = all_named(&reader, &first, next) {
        return names;
    }
    let mut out = vec![first];
    let name = named_last(&reader, &out[0], next).or_else(|| introduced(&reader, &out[0], next));
    if let Some(name) = name.or_else(|| opposite_number(&reader, next)) {
        return vec![name];
    }
    loop {
        let plain = reader.after_postmodifier(next);
        let after = after_apposition(&reader, &out[out.len() - 1], plain);
        let conjunction = reader.conjunction(after);
        let list = reader.mark(after, ",") && (reader.list_goes_on(after + 1) || reader.headline_pair(after));
        let from = if conjunction > 0 {
            after + conjunction
        } else if list {
            after + 1
        } else {
            break;
        };
        let Some((phrase, end)) = reader.noun_phrase(from) else { break };
        // "The minister, himself a farmer’s son,"
        if matches!(phrase, Phrase::Pronoun(t) if reader.story.lower(t).ends_with("self"))
            || reader.is(from, &["himself", "herself", "itself"])
        {
            break;
        }
        // "polls in the Middle West and Florida" are one; "Perdue of Georgia and Jane Roe" are two.
        let two = match &phrase {
            Phrase::Name(c) => chunks.all[*c].titled || chunks.all[*c].class == ChunkClass::Person,
            Phrase::Description(d) => d.determiner != Determiner::Bare,
            _ => false,
        };
        // "A bench of Justice Roe and Justice Doe" is one.
        const BODIES: &[&str] =
            &["bench", "panel", "team", "trio", "group", "committee", "coalition", "jury"];
        let body = reader.is(next, &["of"])
            && matches!(&out[out.len() - 1], Phrase::Description(d) if reader.story.is_any(d.head, BODIES));
        // "Ann Roe, a professor, and the author of a study" is one.
        let another = match &phrase {
            Phrase::Name(c) => matches!(chunks.all[*c].class, ChunkClass::Person | ChunkClass::Unknown),
            Phrase::Description(d) => d.plural || d.possessor.is_some(),
            _ => false,
        };
        if end <= next
            || body
            || after != plain && !another
            || reader.is(next, &["of", "at", "for", "in"]) && !two
        {
            break;
        }
        // "the former first lady and U.S. senator" is one.
        let one = matches!((&out[out.len() - 1], &phrase), (Phrase::Description(a), Phrase::Description(b))
            if !a.plural && !b.plural && is_person(a.noun) && is_person(b.noun)
                && a.determiner != Determiner::Bare && b.determiner == Determiner::Bare);
        if !one {
            out.push(phrase);
        }
        next = end;
    }
    out
}

/// "the finance minister, Anna Kovacs", "the seat of power, the finance minister, Anna Kovacs": descriptions that only
/// introduce the name.
fn introduced(reader: &Reader, first: &Phrase, mut next: usize) -> Option<Phrase> {
    const LONGEST: usize = 3;
    if !matches!(first, Phrase::Description(d) if !d.plural) {
        return None;
    }
    if let Some(name) = named_after_portfolio(reader, first, next) {
        return Some(name);
    }
    for _ in 0..LONGEST {
        let comma = reader.after_postmodifier(next);
        if !reader.mark(comma, ",") {
            return named_after_clause(reader, comma);
        }
        let (phrase, end) = reader.noun_phrase(comma + 1)?;
        match phrase {
            Phrase::Name(c) => {
                let class = reader.chunks.all[c].class;
                let name = matches!(
                    class,
                    ChunkClass::Person | ChunkClass::Unknown | ChunkClass::Organization | ChunkClass::Acronym
                );
                let begins = reader.tokens.get(comma + 1).is_some_and(|&t| reader.story.tokens[t].capital);
                // "Ann’s mother, the journalist Merope Roe,"
                let called = reader.chunks.all[c].first.checked_sub(1);
                let called = called.is_some_and(|t| is_person(reader.story.entry(t).noun));
                // "Their union, the FAA-CWA,"
                let body = matches!(first, Phrase::Description(d) if d.noun.is_some_and(|n| n.class == NounClass::Organization))
                    && matches!(class, ChunkClass::Organization | ChunkClass::Acronym);
                let named = name && (begins || called || body);
                // "the first witness, retired teller Ruth Okonjo,"
                let titled =
                    class == ChunkClass::Person && reader.conjunction(reader.after_postmodifier(end)) == 0;
                return (named || titled).then_some(phrase);
            }
            Phrase::Description(d) if !d.plural && d.determiner != Determiner::Bare => next = end,
            _ => return None,
        }
    }
    None
}

/// "The company that owns the ferry, Straits Passenger Lines,": the name that ends the source, after a clause.
fn named_after_clause(reader: &Reader, clause: usize) -> Option<Phrase> {
    let opens = reader.is(clause, &["that", "which", "who", "whose"]);
    let comma = (clause + 2..reader.tokens.len()).find(|&at| reader.mark(at, ",")).filter(|_| opens)?;
    let (phrase, end) = reader.noun_phrase(comma + 1)?;
    let Phrase::Name(c) = phrase else { return None };
    let whole = end == reader.tokens.len() || end + 1 == reader.tokens.len() && reader.mark(end, ",");
    let begins = reader.chunks.all[c].first == reader.tokens[comma + 1];
    (whole && begins).then_some(phrase)
}

/// "His Tory opposite number, Kate Roe,": what no table lists, with the name in commas at the end.
fn opposite_number(reader: &Reader, next: usize) -> Option<Phrase> {
    let his = reader.is(0, &["his", "her", "their", "its"]);
    let comma = (next.max(1)..reader.tokens.len()).find(|&at| reader.mark(at, ",")).filter(|_| his)?;
    let small = (next..comma).all(|at| reader.is_word(at) && !reader.story.tokens[reader.tokens[at]].capital);
    let (phrase, end) = reader.noun_phrase(comma + 1).filter(|_| small)?;
    let Phrase::Name(c) = phrase else { return None };
    let whole = end == reader.tokens.len() || end + 1 == reader.tokens.len() && reader.mark(end, ",");
    let chunk = &reader.chunks.all[c];
    let person =
        matches!(chunk.class, ChunkClass::Person | ChunkClass::Unknown) && chunk.name < chunk.name_last;
    (whole && person).then_some(phrase)
}

/// "The lawmaker representing Cross River, Senator Ann Roe,", "The Chairman, Committee on Works, Mr. Tom Doe,": a person's name in commas
/// ends the source, and nobody is joined to anybody.
fn named_last(reader: &Reader, first: &Phrase, next: usize) -> Option<Phrase> {
    let Phrase::Description(d) = first else { return None };
    let body = d.noun.is_some_and(|noun| noun.class == NounClass::Organization);
    let one = !d.plural && !matches!(d.possessor, Some(Possessor::Chunk(_)));
    if !one || !is_person(d.noun) && !body {
        return None;
    }
    let length = reader.tokens.len();
    let end = if reader.mark(length - 1, ",") { length - 1 } else { length };
    let comma = (next..end).rev().find(|&at| reader.mark(at, ","))?;
    let (phrase, after) = reader.noun_phrase(comma + 1)?;
    let Phrase::Name(c) = phrase else { return None };
    let chunk = &reader.chunks.all[c];
    let long = chunk.name < chunk.name_last;
    // "The company behind the mine, Abyssal Metals,"
    let fits = match chunk.class {
        ChunkClass::Person => !body && (chunk.titled || long),
        ChunkClass::Organization => body,
        ChunkClass::Unknown => body && long,
        _ => false,
    };
    let begins = chunk.first == reader.tokens[comma + 1];
    let joined = (next..comma).any(|at| reader.conjunction(at) > 0 && !reader.mark(at, ","));
    (fits && begins && after == end && !joined).then_some(phrase)
}

/// Past what a name is said to be, if others follow: "Craig Roe, head of the center, and other scientists".
fn after_apposition(reader: &Reader, named: &Phrase, at: usize) -> usize {
    const LONGEST: usize = 16;
    let small = |at: usize| {
        reader
            .tokens
            .get(at)
            .is_some_and(|&t| reader.story.tokens[t].is_word && !reader.story.tokens[t].capital)
    };
    let opens = matches!(named, Phrase::Name(_)) && reader.mark(at, ",") && small(at + 1);
    if !opens || reader.conjunction(at) > 0 || reader.is(at + 1, &["who", "whose", "which", "and"]) {
        return at;
    }
    let end = (at + 2..reader.tokens.len()).take(LONGEST).find(|&end| reader.mark(end, ","));
    end.filter(|&end| reader.conjunction(end) > 0).unwrap_or(at)
}

/// "a man who identified himself as Anwar", "a trader who gave her name only as Mama Rose": the name that they gave.
fn given_as(reader: &Reader) -> Option<Phrase> {
    if let Some(name) = first_name_only(reader) {
        return Some(name);
    }
    let as_ = (0..reader.tokens.len()).rev().find(|&at| reader.is(at, &["as"]))?;
    let before = if reader.is(as_.checked_sub(1)?, &["only"]) { as_ - 1 } else { as_ };
    let gave = before > 1
        && (reader.is(before - 1, &["name"]) && reader.is(before - 2, &["his", "her", "their"])
            || reader.is(before - 1, &["himself", "herself", "themselves", "themself"])
                && reader.is(before - 2, &["identified", "introduced"])
            || reader.is(before - 1, &["identified", "named", "known"]) && reader.is(before - 2, &["be"]));
    let (phrase, _) = reader.noun_phrase(as_ + 1).filter(|_| gave)?;
    matches!(phrase, Phrase::Name(_)).then_some(phrase)
}

/// "A former employee, who would give only her first name, Anna,".
fn first_name_only(reader: &Reader) -> Option<Phrase> {
    let name = (2..reader.tokens.len()).find(|&at| {
        reader.is(at, &["name", "names"])
            && reader.is(at - 1, &["first", "last", "given"])
            && reader.mark(at + 1, ",")
    })?;
    let gave = (0..name).any(|at| reader.is(at, &["gave", "give", "given", "giving", "use", "used"]));
    let (phrase, _) = reader.noun_phrase(name + 2).filter(|_| gave)?;
    matches!(phrase, Phrase::Name(_)).then_some(phrase)
}

/// "Two researchers, Anna Lind and Tom Brown,": a description only introduces the names of all whom it counts.
fn all_named(reader: &Reader, first: &Phrase, next: usize) -> Option<Vec<Phrase>> {
    let Phrase::Description(d) = first else { return None };
    let mut at = reader.after_postmodifier(next);
    if !d.plural || !reader.mark(at, ",") {
        return None;
    }
    let mut names = Vec::new();
    while at < reader.tokens.len() {
        let join = reader.conjunction(at).max(usize::from(reader.mark(at, ",")));
        if join == 0 || at + join >= reader.tokens.len() {
            break;
        }
        let (phrase, end) = reader.noun_phrase(at + join)?;
        let Phrase::Name(c) = phrase else { return None };
        if reader.chunks.all[c].first < reader.tokens[at + join] {
            return None;
        }
        names.push(phrase);
        at = reader.after_postmodifier(end);
    }
    (names.len() > 1 && d.count.is_none_or(|count| count as usize == names.len())).then_some(names)
}

/// "head of policy Anna Lind", "mother of two Anna Lind": the name that ends the words after "of", but not "mother of Anna Lind".
fn named_after_portfolio(reader: &Reader, first: &Phrase, next: usize) -> Option<Phrase> {
    let Phrase::Description(role) = first else { return None };
    if !is_person(role.noun) || !reader.is(next, &["of", "for", "in"]) {
        return None;
    }
    let mut at = next + 1;
    while reader.is_word(at) {
        let token = reader.tokens[at];
        let named = reader.chunks.at(token).filter(|&c| {
            let chunk = &reader.chunks.all[c];
            // "director of public health Dr Anna Lind"
            let begins = chunk.name == token || chunk.first == token && reader.story.entry(token).title;
            chunk.class == ChunkClass::Person && begins && chunk.name < chunk.name_last
        });
        if let Some(c) = named {
            let after_role = role_before(reader.story, token) == Some(role.head);
            let apart = !reader.is(at - 1, &["of", "for", "on", "the", "and", "a", "an"]);
            return (after_role && apart).then_some(Phrase::Name(c));
        }
        at += 1;
    }
    None
}

/// Whether a description means a human being by its head noun.
pub(super) fn is_person(noun: Option<Noun>) -> bool {
    noun.is_some_and(|n| n.class == NounClass::Person && !n.plural)
}
