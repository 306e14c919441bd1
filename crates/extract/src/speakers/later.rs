//! Speakers named later: an unnamed one in the lead ("a prosecutor told jurors") whom the story then names, and a study
//! and the team that made it.

use std::collections::HashSet;

use onrecord_base::ActorKind;

use super::cast::{Member, MemberId, Role};
use super::descriptions::is_state;
use super::discourse::{Discourse, SourcePhrase};
use super::lexicon::Gender;
use super::tokens::Story;
use crate::nouns;

/// The lead: so many paragraphs with a speaker.
const LEAD: usize = 2;
/// The name comes within so many paragraphs.
const REACH: u32 = 6;
/// Of a lead that is a whole book no more sources are looked at.
const MOST_SOURCES: usize = 20;

/// Lets unnamed members stand for those they turn out to be.
pub(super) fn identify(discourse: &mut Discourse, sources: &[SourcePhrase]) {
    let lead = lead(discourse.story, sources);
    let found: Vec<(MemberId, MemberId)> = sources
        .iter()
        .filter(|source| lead.contains(&block(discourse.story, source)))
        .take(MOST_SOURCES)
        .filter_map(|source| {
            Some((source.members.first().copied()?, named_later(discourse, source, sources)?))
        })
        .collect();
    // Who is known by the office is nobody else.
    let stranger = |discourse: &Discourse, id: MemberId| discourse.member(id).known.is_some();
    for (unnamed, named) in found {
        if stranger(discourse, unnamed) {
            continue;
        }
        discourse.cast.members[unnamed].stands_for = Some(named);
    }
    if let Some((unnamed, named)) = lead.first().and_then(|&lead| speaks_next(discourse, lead, sources)) {
        for id in unnamed {
            if stranger(discourse, id) {
                continue;
            }
            discourse.cast.members[id].stands_for.get_or_insert(named);
        }
    }
    if let Some((unnamed, named)) = lead.first().and_then(|&lead| owner_next(discourse, lead, sources)) {
        for id in unnamed {
            if stranger(discourse, id) {
                continue;
            }
            discourse.cast.members[id].stands_for.get_or_insert(named);
        }
    }
    let speaking: HashSet<MemberId> = sources.iter().flat_map(|s| s.members.iter().copied()).collect();
    study_of_team(discourse, &speaking);
    texts_of_headlines(discourse, sources);
}

fn block(story: &Story, source: &SourcePhrase) -> u32 {
    source.tokens.first().map_or(u32::MAX, |&t| story.tokens[t].block)
}

fn lead(story: &Story, sources: &[SourcePhrase]) -> Vec<u32> {
    let mut blocks: Vec<u32> = sources
        .iter()
        .map(|s| block(story, s))
        .filter(|&b| story.headline.get(b as usize).is_some_and(|headline| !headline))
        .collect();
    blocks.sort_unstable();
    blocks.dedup();
    blocks.truncate(LEAD);
    blocks
}

/// The only person who speaks in the next paragraphs and holds the role by which the lead calls somebody unnamed.
fn named_later(discourse: &Discourse, source: &SourcePhrase, sources: &[SourcePhrase]) -> Option<MemberId> {
    let story = discourse.story;
    let [unnamed] = source.members[..] else { return None };
    let member = discourse.member(unnamed);
    let first = *source.tokens.first()?;
    let fresh =
        story.is_any(first, &["a", "an"]) && !member.named && member.person && member.stands_for.is_none();
    let role = member.roles.first().filter(|_| fresh)?;
    if stays_unnamed(story, first) {
        return None;
    }
    let from = block(story, source);
    let mut found = None;
    let later = sources.iter().filter(|s| s.tokens.first() > Some(&first));
    for &id in
        later.take_while(|s| block(story, s) <= from + REACH).take(10 * MOST_SOURCES).flat_map(|s| &s.members)
    {
        let other = discourse.member(id);
        let introduced = other.mentions.iter().all(|&(at, _)| at > first || story.in_headline(at));
        if !other.named || !other.person || !introduced || differ(member.gender, other.gender) {
            continue;
        }
        let holds = other.roles.iter().any(|r| is_role(role, r)) || speaks_for_party(story, role, other);
        if holds && found.replace(id).is_some_and(|before| before != id) {
            return None;
        }
    }
    found
}

/// "The farm minister has told farmers so. Ann Roe said": who alone speaks in the lead, by a role, and goes on in the next paragraph by a name of
/// which nothing else is told; in the headline, too.
fn speaks_next(
    discourse: &Discourse,
    lead: u32,
    sources: &[SourcePhrase],
) -> Option<(Vec<MemberId>, MemberId)> {
    let story = discourse.story;
    let mut here = sources.iter().filter(|source| block(story, source) == lead);
    let source = here.next()?;
    let (&[unnamed], &first) = (&source.members[..], source.tokens.first()?) else { return None };
    let next = sources.iter().find(|source| block(story, source) == lead + 1)?;
    let (&[named], &at) = (&next.members[..], next.tokens.first()?) else { return None };
    let (one, other) = (discourse.member(unnamed), discourse.member(named));
    let role = one.roles.first()?;
    let speaks = |member: &Member| !member.named && member.person && member.stands_for.is_none();
    // "Hanrahan Aggregates" is no person.
    let plain = |&word: &u32| !nouns::is_common(&story.words[word as usize].lower);
    let fits = speaks(one)
        && other.named
        && (other.person || other.kind.is_none() && !other.document && other.words.iter().all(plain))
        && other.roles.is_empty()
        && other.words.len() > 1
        && !differ(one.gender, other.gender);
    // "The chief justice said so. Raila Odinga, beaten four times, said": of him something else is told.
    let introduced =
        other.mentions.first().is_some_and(|&(begins, last)| begins == at && !story.is(last + 1, ","));
    // Nobody else speaks in the lead but things and those of the headline.
    let alone =
        here.all(|source| source.members.iter().all(|&id| id == unnamed || !discourse.member(id).person));
    if !fits || !introduced || !alone || stays_unnamed(story, first) {
        return None;
    }
    let before =
        sources.iter().filter(|source| block(story, source) < lead).flat_map(|source| &source.members);
    let same = |id: &&MemberId| {
        let member = discourse.member(**id);
        speaks(member) && member.roles.iter().any(|r| r.lemma == role.lemma)
    };
    let mut all: Vec<MemberId> = before.filter(same).copied().collect();
    all.push(unnamed);
    Some((all, named))
}

/// "One of the largest investors in Acme has told it so. Castle Hill Partners, which owns 8 per cent, said": who alone speaks in the lead, and the
/// shareholder of the headline.
fn owner_next(
    discourse: &Discourse,
    lead: u32,
    sources: &[SourcePhrase],
) -> Option<(Vec<MemberId>, MemberId)> {
    const REACH: usize = 10;
    let story = discourse.story;
    let next = sources.iter().find(|source| block(story, source) == lead + 1)?;
    let (&[named], &at) = (&next.members[..], next.tokens.first()?) else { return None };
    let last = discourse.chunks.at(at).map_or(at, |chunk| discourse.chunks.all[chunk].last);
    let owns = story.is(last + 1, ",")
        && story.is_any(last + 2, &["which", "who"])
        && story.is_any(last + 3, &["owns", "holds", "has", "owned", "held"])
        && (last + 4..(last + REACH).min(story.len()))
            .any(|token| story.is_any(token, &["%", "percent", "cent", "stake", "shares", "shareholding"]));
    let other = discourse.member(named);
    if !owns || !other.named || other.mentions.first().is_none_or(|&(begins, _)| begins != at) {
        return None;
    }
    let owner = |id: &MemberId| {
        let member = discourse.member(*id);
        let role = |role: &Role| matches!(role.lemma, "investor" | "shareholder" | "stakeholder");
        !member.named && member.stands_for.is_none() && member.roles.iter().any(role)
    };
    let here =
        sources.iter().filter(|source| block(story, source) == lead).flat_map(|source| &source.members);
    let mut here: Vec<MemberId> = here.copied().collect();
    here.dedup();
    let [only] = here[..] else { return None };
    let before =
        sources.iter().filter(|source| block(story, source) < lead).flat_map(|source| &source.members);
    owner(&only).then(|| (before.copied().filter(owner).chain([only]).collect(), named))
}

fn differ(a: Option<Gender>, b: Option<Gender>) -> bool {
    matches!((a, b), (Some(a), Some(b)) if a != b)
}

/// "spoke on condition of anonymity": such a one is not named later.
fn stays_unnamed(story: &Story, token: usize) -> bool {
    const WORDS: &[&str] = &["anonymity", "anonymous", "unnamed", "unidentified", "identified", "authorized"];
    let block = story.tokens[token].block;
    let here = |t: &usize| story.tokens[*t].block == block;
    (token..story.len())
        .take_while(here)
        .chain((0..token).rev().take_while(here))
        .any(|t| story.is_any(t, WORDS))
}

/// Whether a role given with a name is the one that the lead gave without it.
fn is_role(unnamed: &Role, named: &Role) -> bool {
    const LOWER_RANK: &[&str] = &["vice", "deputy", "former", "ex", "then", "acting", "defense", "defence"];
    let has = |role: &Role, word: &str| role.modifiers.iter().any(|m| m == word);
    if LOWER_RANK.iter().any(|rank| has(named, rank) != has(unnamed, rank)) {
        return false;
    }
    let prosecutes = ["district", "prosecuting", "crown"].iter().any(|word| has(named, word));
    let same = named.lemma == unnamed.lemma
        || unnamed.lemma == "judge" && named.lemma == "justice"
        || unnamed.lemma == "headteacher"
            && matches!(named.lemma, "head" | "principal" | "headmistress" | "headmaster")
        || unnamed.lemma == "prosecutor" && named.lemma == "lawyer" && prosecutes;
    // "A Kenyan judge" is "Justice Mwita", "a federal judge" a district judge.
    let abroad = named.modifiers.iter().any(|word| is_state(word));
    let bench = |word: &str| {
        is_state(word) && !abroad
            || word == "federal" && ["district", "circuit", "appeals"].iter().any(|w| has(named, w))
    };
    let judge = unnamed.lemma == "judge";
    same && unnamed.modifiers.iter().all(|word| has(named, word) || judge && bench(word))
}

/// "An opposition spokeswoman" is the woman whom the story calls "Labour's Jane Roe".
fn speaks_for_party(story: &Story, role: &Role, member: &Member) -> bool {
    const PARTIES: &[&str] = &[
        "labour",
        "conservatives",
        "tories",
        "democrats",
        "republicans",
        "greens",
        "liberals",
        "socialists",
    ];
    let politician =
        matches!(role.lemma, "spokesman" | "lawmaker" | "politician" | "leader" | "frontbencher");
    let gender = member.gender.is_some();
    politician
        && gender
        && role.modifiers.iter().any(|m| m == "opposition")
        && member.mentions.iter().any(|&(first, _)| {
            first > 0 && story.tokens[first - 1].possessive && story.is_any(first - 1, PARTIES)
        })
}

/// "Poll: …" or "Council votes …" in a headline is the poll, the city council of which the next paragraphs speak first.
fn texts_of_headlines(discourse: &mut Discourse, sources: &[SourcePhrase]) {
    let text = |discourse: &Discourse, id: MemberId| {
        let member = discourse.member(id);
        let body = member.kind == Some(ActorKind::Organization) && !member.plural;
        let role = member.roles.first().filter(|_| (member.document || body) && !member.named)?;
        Some((role.lemma, role.modifiers.is_empty(), role.known_from))
    };
    let short: Vec<MemberId> = sources
        .iter()
        .filter(|s| {
            s.tokens.first().is_some_and(|&t| discourse.story.tokens[t].block < 2 && s.tokens.len() == 1)
        })
        .take(MOST_SOURCES)
        .filter_map(|s| s.members.first().copied())
        .filter(|&id| text(discourse, id).is_some_and(|(_, bare, _)| bare))
        .collect();
    for id in short {
        let Some((lemma, _, from)) = text(discourse, id) else { continue };
        let block = |token: usize| discourse.story.tokens[token].block;
        let next = |&other: &MemberId| {
            other != id
                && text(discourse, other)
                    .is_some_and(|(l, _, at)| l == lemma && at > from && block(at) <= block(from) + REACH / 2)
        };
        let first = (0..discourse.cast.members.len())
            .filter(next)
            .min_by_key(|&other| text(discourse, other).map_or(usize::MAX, |(_, _, at)| at));
        if let Some(other) = first {
            let meant = discourse.member(other).stands_for.unwrap_or(other);
            discourse.cast.members[id].stands_for.get_or_insert(meant);
        }
    }
}

/// "The study found" is what its makers say, where the story has one study and one team.
fn study_of_team(discourse: &mut Discourse, speaking: &HashSet<MemberId>) {
    const STUDIES: &[&str] = &["study", "research"];
    const MOST_WORDINGS: usize = 2;
    let lemma = |member: &Member| member.roles.first().map_or("", |r| r.lemma);
    let bare = |member: &Member| member.roles.first().is_none_or(|r| r.modifiers.is_empty());
    let unnamed = |&id: &MemberId| !discourse.member(id).named && discourse.member(id).stands_for.is_none();
    let all = || (0..discourse.cast.members.len()).filter(unnamed);
    let studies: Vec<MemberId> = all().filter(|&id| STUDIES.contains(&lemma(discourse.member(id)))).collect();
    let described = studies.iter().filter(|&&id| !bare(discourse.member(id))).count();
    let speaks = |id: &MemberId| speaking.contains(id);
    let teams: Vec<MemberId> =
        all().filter(speaks).filter(|&id| lemma(discourse.member(id)) == "team").collect();
    let makers: Vec<MemberId> = all()
        .filter(speaks)
        .filter(|&id| {
            let member = discourse.member(id);
            member.plural && bare(member) && matches!(lemma(member), "researcher" | "scientist")
        })
        .collect();
    let whole = match (&teams[..], &makers[..]) {
        ([team], _) => *team,
        ([], [makers]) => *makers,
        _ => return,
    };
    // "Another study", "two studies": the story has several.
    let several = studies.len() > MOST_WORDINGS || studies.iter().any(|&id| discourse.member(id).plural);
    if studies.is_empty() || described > 1 || several {
        return;
    }
    for id in studies.into_iter().chain(makers).filter(|&id| id != whole) {
        discourse.cast.members[id].stands_for = Some(whole);
    }
}
