//! Role holders: who of the cast holds the role that a description gives.

use onrecord_base::ActorKind;

use super::super::cast::{Member, MemberId, Role};
use super::super::discourse::{Discourse, NEVER};
use super::super::lexicon::{NounClass, state_word};
use super::Wanted;
use super::countries::{is_abroad, states};
use super::offices::PORTFOLIOS;
use crate::world;

/// An organisation of which the last so many sentences say nothing is not meant by its kind alone if there are others.
const STALE: u32 = 8;

/// Of a larger cast no more are looked at.
const MOST: usize = 300;

pub(super) enum Choice {
    One(MemberId),
    Several,
    /// Several of whom the reader has not heard for long.
    Stale,
    None,
}

/// The holder of the role that is described.
pub(super) fn holder(discourse: &Discourse, wanted: &Wanted) -> Choice {
    let mut fitting: Vec<MemberId> = Vec::new();
    let mut loose: Vec<MemberId> = Vec::new();
    let mut outside: Vec<MemberId> = Vec::new();
    for (id, r) in discourse.descriptions.holders(wanted.lemma) {
        let member = discourse.member(id);
        let role = &member.roles[r];
        if role.known_from > wanted.at || member.plural != wanted.description.plural {
            continue;
        }
        let gender = wanted.description.noun.and_then(|n| n.gender);
        if matches!((gender, member.gender), (Some(a), Some(b)) if a != b)
            || wanted.owner == Some(id) && member.person
        {
            continue;
        }
        let fit = fit(discourse, member, role, wanted);
        if role.outside {
            if fit == Fit::Full && !outside.contains(&id) && may_be_known(discourse, wanted, id, role) {
                outside.push(id);
            }
        } else if fit == Fit::Full && !fitting.contains(&id) {
            fitting.push(id);
        } else if fit == Fit::Loose && member.named && member.person && !loose.contains(&id) {
            loose.push(id);
        }
    }
    // What the article says comes before what the gazetteer says.
    if fitting.is_empty() {
        fitting = outside;
    }
    // "The official" is one who was called an official before, not the minister.
    let called = |id: &MemberId| {
        let member = discourse.member(*id);
        !member.named && member.roles.iter().any(|r| r.lemma == wanted.lemma)
    };
    if fitting.iter().any(called) {
        fitting
            .retain(|id| called(id) || discourse.member(*id).roles.iter().any(|r| r.lemma == wanted.lemma));
    }
    if fitting.is_empty() && wanted.owned {
        return Choice::None;
    }
    if fitting.is_empty() {
        // Of several the one who has the word in this paragraph.
        if loose.len() > 1
            && let Some(one) = discourse.has_the_word(wanted.at, 1..=1).filter(|one| loose.contains(one))
        {
            return Choice::One(one);
        }
        // One senator only, called "the South Carolina senator" not far from the name.
        if let [one] = loose[..]
            // "Republican Donald Trump" is not "the Wisconsin Republican" where another spoke last.
            && (!is_party_member(wanted.lemma) || spoke_last(discourse, one))
            && discourse.last_at.get(one).is_some_and(|&at| {
                at != NEVER && at <= wanted.at && discourse.sentences_between(at, wanted.at) <= 6
            })
        {
            return Choice::One(one);
        }
        return if loose.is_empty() { Choice::None } else { Choice::Several };
    }
    // "The network" is none of which the reader has not heard for long, nor is "the campaign" somebody's of old.
    let body = wanted.description.noun.is_some_and(|n| n.class == NounClass::Organization);
    let stale = |id: &MemberId| {
        discourse.last_at.get(*id).is_none_or(|&at| {
            at == NEVER || at > wanted.at || discourse.sentences_between(at, wanted.at) > STALE
        })
    };
    let owned = |id: &MemberId| {
        let member = discourse.member(*id);
        member.roles.iter().any(|r| r.lemma == wanted.lemma && r.owner.is_some())
    };
    let several = fitting.len() > 1 || fitting.iter().any(owned);
    if body && several && wanted.modifiers.is_empty() && !wanted.owned && fitting.iter().all(stale) {
        let owner = last_owner(discourse, wanted);
        let of_owner = |id: &&MemberId| {
            let mut roles = discourse.member(**id).roles.iter();
            owner.is_some() && roles.any(|r| r.lemma == wanted.lemma && r.owner == owner)
        };
        return fitting.iter().find(of_owner).map_or(Choice::Stale, |&id| Choice::One(id));
    }
    if let [one] = fitting[..] {
        return Choice::One(one);
    }
    let last =
        |id: &MemberId| discourse.last_at.get(*id).copied().filter(|&at| at != NEVER && at <= wanted.at);
    let mut recent: Vec<(usize, MemberId)> =
        fitting.iter().filter_map(|id| last(id).map(|at| (at, *id))).collect();
    recent.sort_unstable_by(|a, b| b.cmp(a));
    match recent[..] {
        [(_, one)] => Choice::One(one),
        [(at, one), (next, _), ..]
            if discourse.story.tokens[at].sentence > discourse.story.tokens[next].sentence
                && (discourse.sentences_between(at, wanted.at) <= 3
                    || discourse.member(one).named
                        && discourse.sentences_between(at, wanted.at) <= 15
                        && discourse.sentences_between(at, next) >= 3
                    || discourse.speaks_on(one, at, wanted.at)) =>
        {
            Choice::One(one)
        }
        _ => Choice::Several,
    }
}

/// Whether an office that only the gazetteer tells of may be the described one: that of a state which the description names,
/// or else of somebody who is spoken of nearby.
fn may_be_known(discourse: &Discourse, wanted: &Wanted, id: MemberId, role: &Role) -> bool {
    const SENTENCES: u32 = 4;
    const BLOCKS: u32 = 1;
    let story = discourse.story;
    if wanted.modifiers.iter().any(|word| is_state(word)) {
        return true;
    }
    if wanted.owned {
        let of_owner = |owner: MemberId| {
            let owner = discourse.member(owner);
            let state = owner.kind == Some(ActorKind::State)
                && world::place(&owner.name)
                    .is_none_or(|place| role.modifiers.contains(&state_word(place.country)));
            state || states(owner).any(|state| role.modifiers.iter().any(|word| word == state))
        };
        return wanted.owner.is_some_and(of_owner);
    }
    let last = discourse.last_at.get(id).copied().filter(|&at| at != NEVER && at <= wanted.at);
    let mentions = &discourse.member(id).mentions;
    let next = mentions.get(mentions.partition_point(|(first, _)| *first < wanted.at));
    // "TEHRAN (Agency) - The foreign minister": the Iranian one, not who is named next.
    let elsewhere = discourse.home.is_some_and(|home| !role.modifiers.contains(&state_word(home.country)));
    // "The secretary of state said so. John Kerry added"
    let follows = |at: usize| {
        story.tokens[at].first && story.tokens[at].block - story.tokens[wanted.at].block <= BLOCKS
    };
    last.is_some_and(|at| discourse.sentences_between(at, wanted.at) <= SENTENCES)
        || last.is_none() && !elsewhere && next.is_some_and(|&(at, _)| follows(at))
}

pub(super) fn is_party_member(lemma: &str) -> bool {
    is_party(lemma) || matches!(lemma, "democrat" | "tory" | "independent")
}

fn spoke_last(discourse: &Discourse, one: MemberId) -> bool {
    discourse.last_source.as_ref().is_none_or(|(members, _)| members.is_empty() || members.contains(&one))
}

/// Whose the last one of the kind was, if the sentences before speak of one: "an ad of Ms. Roe's campaign".
fn last_owner(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    const LONGEST: usize = 3;
    const FARTHEST: usize = 1000;
    let story = discourse.story;
    let near = |t: &usize| story.tokens[wanted.at].sentence.abs_diff(story.tokens[*t].sentence) <= STALE;
    let same = |&t: &usize| story.entry(t).noun.is_some_and(|n| n.lemma == wanted.lemma);
    let noun =
        (0..wanted.description.start.min(wanted.at)).rev().take(FARTHEST).take_while(near).find(same)?;
    let name = (noun.saturating_sub(LONGEST)..noun).rev().find_map(|t| discourse.chunks.at(t))?;
    discourse.cast.of_chunk[name]
}

/// Which minister leads the others.
const HEADS: &[&str] = &["prime", "chief", "first"];

/// Whether a minister's role is that of the prime minister.
pub(super) fn leads(role: &Role) -> bool {
    role.modifiers.iter().any(|word| HEADS.contains(&word.as_str()))
}

/// "The Turkish leader" is the president, whoever the prime minister is.
fn is_lower_leader(wanted: &Wanted, role: &Role) -> bool {
    let of_state = || wanted.country.is_some_and(|code| world::leader(code) == Some("president"));
    wanted.lemma == "leader" && matches!(role.lemma, "minister" | "premier" | "chancellor") && of_state()
}

#[derive(PartialEq)]
pub(super) enum Fit {
    Full,
    Loose,
    Not,
}

pub(super) fn fit(discourse: &Discourse, member: &Member, role: &Role, wanted: &Wanted) -> Fit {
    const LOWER_RANK: &[&str] =
        &["vice", "deputy", "assistant", "former", "ex", "then", "acting", "under", "associate", "shadow"];
    let has = |w: &str| role.modifiers.iter().any(|m| m == w);
    // Who is elected does not hold it yet.
    if role.outside && discourse.story.lower(wanted.description.head).ends_with("-elect") {
        return Fit::Not;
    }
    // Who holds it is not the acting one, nor the former one.
    let asked = |words: &[&str]| words.iter().any(|w| wanted.modifiers.iter().any(|m| m == w) && !has(w));
    if asked(&["acting", "interim", "caretaker"]) || role.outside && asked(&["former", "ex"]) {
        return Fit::Not;
    }
    let is_of = |r: &Role| r.lemma == role.lemma || narrower(wanted.lemma).contains(&r.lemma);
    if asked(&["former", "ex"]) && member.roles.iter().any(|r| r.outside && is_of(r)) {
        return Fit::Not;
    }
    if is_abroad(discourse, wanted, member) || is_lower_leader(wanted, role) {
        return Fit::Not;
    }
    // "Gambia's president" is not the president of a commission.
    let of_body = wanted.lemma == "president" && role.lemma == "president" && !role.modifiers.is_empty();
    if of_body
        && role.owner.is_none()
        && wanted.owner.is_some()
        && !role.modifiers.iter().any(|w| is_state(w) || is_party(w))
    {
        return Fit::Not;
    }
    // A premier is the prime minister, and he leads, not the foreign minister.
    let head = wanted.lemma == "premier" || role.outside && wanted.lemma == "leader";
    if head && role.lemma == "minister" && !leads(role) {
        return Fit::Not;
    }
    // "The top diplomat" is no ambassador.
    let d = wanted.description;
    let top = (d.start..d.head).any(|t| discourse.story.is_any(t, &["top", "chief"]));
    if wanted.lemma == "diplomat" && top && !["foreign", "state", "top", "chief"].iter().any(|w| has(w)) {
        return Fit::Not;
    }
    // A union's secretary is no minister.
    if wanted.lemma == "minister" && role.lemma == "secretary" && !PORTFOLIOS.iter().any(|w| has(w)) {
        return Fit::Not;
    }
    if LOWER_RANK.iter().any(|w| has(w) && !wanted.modifiers.iter().any(|m| m == w)) {
        return Fit::Not;
    }
    // Nor is "the vice president" the president.
    const DEPUTY: &[&str] = &["vice", "deputy", "assistant", "associate", "shadow"];
    if DEPUTY.iter().any(|w| !has(w) && wanted.modifiers.iter().any(|m| m == w)) {
        return Fit::Not;
    }
    // Nor is "the chief minister" just any minister.
    let is_head = |w: &&str| wanted.modifiers.iter().any(|m| m == *w);
    if wanted.lemma == "minister" && HEADS.iter().find(|w| is_head(w)).is_some_and(|w| !has(w)) {
        return Fit::Not;
    }
    // "the president" alone is a head of state, not the president of a league.
    let company = role.modifiers.iter().any(|m| !is_state(m) && !is_party(m));
    if wanted.lemma == "president"
        && wanted.modifiers.is_empty()
        && !wanted.owned
        && wanted.complement.is_empty()
        && company
    {
        return Fit::Not;
    }
    let states =
        |words: &[String]| words.iter().filter(|w| is_state(w) || is_party(w)).cloned().collect::<Vec<_>>();
    let all: Vec<String> = member.roles.iter().flat_map(|r| r.modifiers.iter().cloned()).collect();
    if wanted.owner.is_some() && role.owner.is_some() {
        if wanted.owner != role.owner {
            return Fit::Not;
        }
    } else if role.owner.is_some() && wanted.owned {
        return Fit::Not;
    }
    let missing: Vec<&String> = wanted.modifiers.iter().filter(|w| !all.contains(w)).collect();
    let by_owner = wanted.owner.is_some() && wanted.owner == role.owner;
    if !missing.is_empty() && !by_owner {
        let (a, b) = (states(&wanted.modifiers), states(&all));
        let contradicts =
            a.iter().any(|w| !b.contains(w)) && (!b.is_empty() || a.iter().any(|w| is_state(w)));
        // Who is known as foreign minister is not the finance minister.
        let office = |w: &String| !is_state(w) && !is_party(w);
        let another = matches!(wanted.lemma, "minister" | "secretary")
            && missing.iter().any(|w| office(w))
            && role.modifiers.iter().any(office);
        if contradicts || another || !member.person {
            return Fit::Not;
        }
        return Fit::Loose;
    }
    if !wanted.complement.is_empty() && !wanted.complement.iter().any(|w| all.contains(w)) {
        return Fit::Not;
    }
    // "An attorney for Pagliano" is "Pagliano's lawyer".
    let surname = |id: MemberId| {
        discourse.member(id).name.rsplit(' ').next().map(str::to_lowercase).unwrap_or_default()
    };
    if let Some(owner) = wanted.owner
        && role.owner.is_none()
        && !role.modifiers.contains(&surname(owner))
        && !member.named
    {
        return Fit::Not;
    }
    // "Roe’s barrister, Ann Doe," is not "his solicitor" where he is somebody else.
    let other = |id: &MemberId| {
        Some(*id) != wanted.owner && discourse.member(*id).person && discourse.member(*id).named
    };
    if wanted.owner.is_some()
        && role.owner.is_none()
        && (0..discourse.cast.members.len().min(MOST))
            .filter(other)
            .any(|id| role.modifiers.contains(&surname(id)))
    {
        return Fit::Not;
    }
    // "Her doctor" is not Dr. Roe, who has spoken of something else.
    if wanted.owned && (wanted.owner.is_none() || wanted.lemma == "doctor" && role.owner.is_none()) {
        return Fit::Not;
    }
    Fit::Full
}

pub(in crate::speakers) fn is_state(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

pub(super) fn is_party(word: &str) -> bool {
    matches!(
        word,
        "republican" | "democratic" | "conservative" | "labour" | "liberal" | "libertarian" | "socialist"
    )
}

/// The roles that a wider word may mean.
pub(super) fn narrower(lemma: &str) -> &'static [&'static str] {
    match lemma {
        "official" => &["secretary", "minister", "spokesman", "commissioner"],
        "lawmaker" | "legislator" => &["senator", "representative", "lawmaker"],
        "politician" => &["senator", "representative", "minister", "governor", "mayor", "leader", "lawmaker"],
        "leader" => &["head", "chairman", "president", "premier", "minister", "chancellor"],
        "diplomat" => &["minister", "ambassador", "envoy", "secretary"],
        "executive" => &["ceo"],
        "boss" | "chief" => &["head", "ceo", "director", "executive", "manager", "coach"],
        // The boss of a side.
        "manager" | "coach" => &["boss", "manager", "coach"],
        "head" => &["director", "chief", "chairman", "leader"],
        "premier" => &["minister"],
        // "Health Secretary Marian Lowe": the minister.
        "minister" => &["secretary"],
        // "Another source … the person added".
        "person" => &["source"],
        "academic" | "scientist" | "researcher" | "scholar" => &["professor"],
        _ => &[],
    }
}
