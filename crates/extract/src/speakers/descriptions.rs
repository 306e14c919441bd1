//! Descriptions: whom "the minister", "his Russian counterpart", "two officials" or "the study" means.

use std::collections::HashMap;

use onrecord_base::ActorKind;

use super::cast::{Cast, Member, MemberId, Role, modifiers};
use super::discourse::{Discourse, NEVER};
use super::lexicon::{self, NounClass};
use super::phrase::{self, Description, Determiner, Phrase, Possessor};

/// Role holders by the lemma of their roles, and groups by their words.
pub(super) struct Descriptions {
    holders: HashMap<&'static str, Vec<(MemberId, usize)>>,
    /// Lower-case description → the member it makes, for nouns that no table lists and for groups.
    by_words: HashMap<String, MemberId>,
}

/// Of many holders of one role only so many, the first and the last, are looked at.
const MOST_HOLDERS: usize = 100;

impl Descriptions {
    pub(super) fn of(cast: &Cast) -> Self {
        let mut new = Self { holders: HashMap::new(), by_words: HashMap::new() };
        for (id, member) in cast.members.iter().enumerate() {
            for (r, role) in member.roles.iter().enumerate() {
                new.holders.entry(role.lemma).or_default().push((id, r));
            }
        }
        new
    }

    fn holders(&self, lemma: &str) -> Vec<(MemberId, usize)> {
        let mut out = Vec::new();
        for name in std::iter::once(lemma).chain(narrower(lemma).iter().copied()) {
            let all = self.holders.get(name).map_or(&[][..], Vec::as_slice);
            if all.len() <= 2 * MOST_HOLDERS {
                out.extend_from_slice(all);
            } else {
                out.extend_from_slice(&all[..MOST_HOLDERS]);
                out.extend_from_slice(&all[all.len() - MOST_HOLDERS..]);
            }
        }
        out
    }
}

/// What a description says, in comparable form.
struct Wanted<'d> {
    description: &'d Description,
    lemma: &'static str,
    modifiers: Vec<String>,
    complement: Vec<String>,
    owner: Option<MemberId>,
    owned: bool,
    at: usize,
}

/// The members that a description means; a source whose description fits nobody becomes a member itself,
/// unless it may well be somebody named.
pub(super) fn resolve(discourse: &mut Discourse, d: &Description, source: bool) -> Vec<MemberId> {
    let story = discourse.story;
    if let Some(Possessor::Pronoun(t)) = d.possessor
        && story.is_any(t, &["my", "our", "your"])
    {
        return Vec::new();
    }
    let definite = d.determiner == Determiner::Definite;
    if definite && (d.count == Some(2)) {
        return pair(discourse, d);
    }
    let owner = match d.possessor {
        Some(Possessor::Chunk(c)) => discourse.cast.of_chunk[c],
        Some(Possessor::Pronoun(t)) => match super::pronouns::resolve(discourse, t, &[])[..] {
            [one] => Some(one),
            _ => None,
        },
        _ => None,
    };
    // "the Trump campaign" is Trump's.
    let of_person = d.noun.is_some_and(|n| n.class == NounClass::Person);
    let naming = (d.start..d.head)
        .filter(|_| !of_person)
        .filter_map(|t| discourse.chunks.at(t))
        .find_map(|c| discourse.cast.of_chunk[c]);
    let owned = owner.is_some() || naming.is_some() || d.possessor.is_some();
    let words = if d.start <= d.head { modifiers(story, d.start, d.head, d.head) } else { Vec::new() };
    let complement = if d.last > d.head { modifiers(story, d.head + 1, d.last, d.head) } else { Vec::new() };
    let wanted = Wanted {
        description: d,
        lemma: d.noun.map_or("", |n| n.lemma),
        modifiers: words.into_iter().filter(|w| !is_idle(w)).collect(),
        complement,
        owner: owner.or(naming),
        owned,
        at: d.head,
    };
    if d.determiner != Determiner::Indefinite {
        if wanted.lemma == "counterpart" {
            return counterpart(discourse, &wanted).into_iter().collect();
        }
        if d.noun.is_some() && (!d.plural || definite || owned) {
            match holder(discourse, &wanted) {
                Choice::One(id) => return vec![id],
                Choice::Several => return Vec::new(),
                Choice::None => {}
            }
        }
        if !d.plural
            && definite
            && d.noun.is_some_and(|n| n.class == NounClass::Organization)
            && let Some(id) = sole_organization(discourse, &wanted)
        {
            discourse.cast.members[id].kind.get_or_insert(ActorKind::Organization);
            return vec![id];
        }
    }
    let represented = source.then(|| represented(discourse, &wanted)).flatten();
    let key = key(discourse, &wanted);
    let repeats =
        d.determiner != Determiner::Indefinite && !(d.possessor.is_some() && wanted.owner.is_none());
    if repeats && let Some(&id) = discourse.descriptions.by_words.get(&key) {
        return vec![id];
    }
    if !source && (d.determiner == Determiner::Definite && !d.plural) {
        return Vec::new();
    }
    let former = wanted.modifiers.iter().any(|w| w == "former" || w == "ex");
    if (definite || owned && former)
        && !d.plural
        && super::phrase::is_person(d.noun)
        && may_be_named(discourse, &wanted)
    {
        return goes_on(discourse, &wanted).into_iter().collect();
    }
    let id = new_member(discourse, &wanted);
    discourse.cast.members[id].stands_for = represented;
    if d.determiner != Determiner::Indefinite {
        discourse.descriptions.by_words.insert(key, id);
    }
    vec![id]
}

/// For whom an unnamed spokesman or a report speaks: the company, authority or state named with it.
fn represented(discourse: &mut Discourse, wanted: &Wanted) -> Option<MemberId> {
    let d = wanted.description;
    let noun = d.noun?;
    if d.plural || wanted.lemma != "spokesman" && noun.class != NounClass::Document {
        return None;
    }
    // "The Ohio lawsuit" need not be Ohio's.
    let issues = |owner: &MemberId| discourse.member(*owner).kind == Some(ActorKind::Organization);
    let owner =
        wanted.owner.filter(|o| noun.class != NounClass::Document || d.possessor.is_some() || issues(o));
    let owner = owner.or_else(|| {
        let prepositions: &[&str] =
            if noun.class == NounClass::Document { &["by", "from"] } else { &["for", "of", "at"] };
        let by = (d.head + 1..d.last).find(|&t| discourse.story.is_any(t, prepositions))?;
        let window: Vec<usize> = (by + 1..=d.last).collect();
        match phrase::parse(discourse.story, discourse.chunks, &window).into_iter().next()? {
            Phrase::Name(c) => discourse.cast.of_chunk[c],
            Phrase::Description(inner) if inner.noun.is_some_and(|n| n.class == NounClass::Organization) => {
                match resolve(discourse, &inner, true)[..] {
                    [one] => Some(one),
                    _ => None,
                }
            }
            _ => None,
        }
    })?;
    let owner = discourse.member(owner).stands_for.unwrap_or(owner);
    let member = discourse.member(owner);
    let authority = !member.person && !member.plural && !member.document;
    (authority && (member.named || member.kind.is_some())).then_some(owner)
}

/// "The New York businessman", whom the article has not called so: the only person who is the subject of the sentence
/// before or of the one before that.
fn goes_on(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    let story = discourse.story;
    let block = story.tokens[wanted.at].block;
    let mut only: Option<MemberId> = None;
    for pointer in discourse.pointers.iter().rev().filter(|p| p.token < wanted.at) {
        let there = &story.tokens[pointer.token];
        let sentences = discourse.sentences_between(pointer.token, wanted.at);
        if sentences > 2 || block - there.block.min(block) > 1 {
            break;
        }
        let member = discourse.member(pointer.member);
        if !member.person || member.plural || there.quoted || pointer.possessive || !pointer.subject {
            continue;
        }
        match only {
            Some(one) if one != pointer.member => return None,
            Some(_) => {}
            None if sentences == 0 || !member.named => return None,
            None => only = Some(pointer.member),
        }
    }
    only.filter(|&id| {
        let member = discourse.member(id);
        let gender = wanted.description.noun.and_then(|n| n.gender);
        let differs = matches!((gender, member.gender), (Some(a), Some(b)) if a != b);
        let mut roles = member.roles.iter().filter(|r| r.lemma == wanted.lemma);
        !differs && !roles.any(|r| fit(discourse, member, r, wanted) == Fit::Not)
    })
}

enum Choice {
    One(MemberId),
    Several,
    None,
}

/// The holder of the role that is described.
fn holder(discourse: &Discourse, wanted: &Wanted) -> Choice {
    let mut fitting: Vec<MemberId> = Vec::new();
    let mut loose: Vec<MemberId> = Vec::new();
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
        if fit == Fit::Full && !fitting.contains(&id) {
            fitting.push(id);
        } else if fit == Fit::Loose && member.named && member.person && !loose.contains(&id) {
            loose.push(id);
        }
    }
    if fitting.is_empty() && wanted.owned {
        return Choice::None;
    }
    if fitting.is_empty() {
        // One senator only, called "the South Carolina senator" not far from the name.
        if let [one] = loose[..]
            && discourse.last_at.get(one).is_some_and(|&at| {
                at != NEVER && at <= wanted.at && discourse.sentences_between(at, wanted.at) <= 6
            })
        {
            return Choice::One(one);
        }
        return if loose.is_empty() { Choice::None } else { Choice::Several };
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

#[derive(PartialEq)]
enum Fit {
    Full,
    Loose,
    Not,
}

fn fit(discourse: &Discourse, member: &Member, role: &Role, wanted: &Wanted) -> Fit {
    const LOWER_RANK: &[&str] =
        &["vice", "deputy", "assistant", "former", "ex", "then", "acting", "under", "associate"];
    let has = |w: &str| role.modifiers.iter().any(|m| m == w);
    if LOWER_RANK.iter().any(|w| has(w) && !wanted.modifiers.iter().any(|m| m == w)) {
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
    if wanted.owned && wanted.owner.is_none() {
        return Fit::Not;
    }
    Fit::Full
}

/// "the company" after one company only.
fn sole_organization(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    const GENERIC: &[&str] = &[
        "company",
        "group",
        "organization",
        "organisation",
        "agency",
        "union",
        "network",
        "newspaper",
        "body",
        "institution",
        "website",
        "association",
        "charity",
        "bank",
        "broadcaster",
        "carrier",
        "retailer",
        "manufacturer",
        "automaker",
        "magazine",
        "watchdog",
    ];
    // "the bloc" is a union of states, and places are states here.
    let bloc = wanted.lemma == "bloc";
    if !bloc && !GENERIC.contains(&wanted.lemma) || !wanted.modifiers.is_empty() || wanted.owned {
        return None;
    }
    let mut found = None;
    for pointer in discourse.pointers.iter().rev().take(12) {
        if discourse.sentences_between(pointer.token, wanted.at) > 2 {
            break;
        }
        let member = discourse.member(pointer.member);
        if pointer.token >= wanted.at
            || !member.named
            || member.person
            || bloc != (member.kind == Some(ActorKind::State))
            || member.document
        {
            continue;
        }
        if found.is_some_and(|f| f != pointer.member) {
            return None;
        }
        found = Some(pointer.member);
    }
    found
}

/// "his Russian counterpart": the one person whose role is Russian.
fn counterpart(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    if wanted.modifiers.is_empty() {
        return None;
    }
    let mut found = None;
    for id in 0..discourse.cast.members.len().min(500) {
        let member = discourse.member(id);
        if member.person
            && member.roles.iter().any(|r| wanted.modifiers.iter().all(|w| r.modifiers.contains(w)))
        {
            if found.is_some() {
                return None;
            }
            found = Some(id);
        }
    }
    found
}

/// "both ministers", "the two leaders", "the two countries".
fn pair(discourse: &Discourse, d: &Description) -> Vec<MemberId> {
    let lemma = d.noun.map_or("", |n| n.lemma);
    let states = matches!(lemma, "country" | "nation" | "state" | "government" | "side");
    if let Some((members, at)) = &discourse.last_compound
        && members.len() == 2
        && discourse.sentences_between(*at, d.head) <= 12
        && members.iter().all(|&m| discourse.member(m).person != states && !discourse.member(m).plural)
    {
        return members.clone();
    }
    let narrow = narrower(lemma);
    let holds = |m: &Member| {
        let role = m.roles.iter().any(|r| r.lemma == lemma || narrow.contains(&r.lemma));
        match lemma {
            "country" | "nation" | "state" | "government" | "side" => m.kind == Some(ActorKind::State),
            "man" | "men" => m.person && m.gender == Some(lexicon::Gender::Male),
            "woman" | "women" => m.person && m.gender == Some(lexicon::Gender::Female),
            "leader" | "politician" | "rival" | "nominee" => m.person && (role || lemma == "leader"),
            _ => m.person && role,
        }
    };
    let mut found: Vec<MemberId> = Vec::new();
    for pointer in discourse.pointers.iter().rev().take(60) {
        if discourse.sentences_between(pointer.token, d.head) > 10 {
            break;
        }
        if holds(discourse.member(pointer.member)) && !found.contains(&pointer.member) {
            found.push(pointer.member);
        }
    }
    found.sort_unstable();
    if found.len() > 2 {
        return same_office(discourse, lemma, &found);
    }
    if found.len() == 2 { found } else { Vec::new() }
}

/// Of several holders of a role the two who hold one office: the foreign ministers, not the prime minister. The
/// word before the role tells the office.
pub(super) fn same_office(discourse: &Discourse, lemma: &str, holders: &[MemberId]) -> Vec<MemberId> {
    let office = |id: MemberId| {
        let role = discourse.member(id).roles.iter().find(|r| r.lemma == lemma)?;
        role.modifiers.last().filter(|word| !is_state(word))
    };
    let mut found = None;
    for (i, &a) in holders.iter().enumerate() {
        for &b in &holders[i + 1..] {
            if office(a).is_some() && office(a) == office(b) && found.replace(vec![a, b]).is_some() {
                return Vec::new();
            }
        }
    }
    found.unwrap_or_default()
}

/// "The foreign ministers of Nordhaven and Estrova", whom the story names later: the two who hold the office.
pub(super) fn named_later(discourse: &Discourse, d: &Description) -> Vec<MemberId> {
    const MOST: usize = 30;
    let story = discourse.story;
    let two = (d.head + 1..d.last).any(|t| story.is(t, "and") && story.tokens[t + 1].capital);
    let Some(noun) = d.noun.filter(|n| d.plural && two && n.class == NounClass::Person) else {
        return Vec::new();
    };
    let words = modifiers(story, d.start, d.head, d.head);
    let of_office = |id: &MemberId| {
        let member = discourse.member(*id);
        member.named
            && member.person
            && member
                .roles
                .iter()
                .any(|r| r.lemma == noun.lemma && words.iter().all(|w| r.modifiers.contains(w)))
    };
    let holders: Vec<MemberId> = (0..discourse.cast.members.len()).filter(of_office).take(MOST).collect();
    match holders[..] {
        [_, _] => holders,
        _ => Vec::new(),
    }
}

/// Whether somebody named, without a role that contradicts, stands so near that the description may mean them.
fn may_be_named(discourse: &Discourse, wanted: &Wanted) -> bool {
    let gender = wanted.description.noun.and_then(|n| n.gender);
    discourse.pointers.iter().rev().take(12).any(|p| {
        let member = discourse.member(p.member);
        p.token < wanted.at
            && discourse.sentences_between(p.token, wanted.at) <= 3
            && member.person
            && member.named
            && !matches!((gender, member.gender), (Some(a), Some(b)) if a != b)
    })
}

fn new_member(discourse: &mut Discourse, wanted: &Wanted) -> MemberId {
    let d = wanted.description;
    let story = discourse.story;
    let from = match (d.possessor, d.determiner) {
        (Some(Possessor::Pronoun(t)), _) if t < d.start && !story.is(t, "whose") => t,
        (Some(Possessor::Chunk(c)), _) if discourse.chunks.all[c].first < d.start => {
            discourse.chunks.all[c].first
        }
        (_, Determiner::Indefinite) if d.count.is_some() && d.start > 0 => d.start - 1,
        _ => d.start,
    };
    let name = story
        .slice_range(from.min(d.head), d.last.max(d.head))
        .split_whitespace()
        .collect::<Vec<_>>()
        .join(" ");
    let class = d.noun.map(|n| n.class);
    let kind = match class {
        _ if d.plural && class != Some(NounClass::Document) => Some(ActorKind::Group),
        Some(NounClass::Person) => Some(ActorKind::Person),
        Some(NounClass::Organization) => Some(ActorKind::Organization),
        _ => None,
    };
    let mut words = wanted.modifiers.clone();
    words.extend(wanted.complement.iter().cloned());
    let member = Member {
        name,
        kind,
        person: !d.plural && class == Some(NounClass::Person),
        gender: d.noun.and_then(|n| n.gender),
        plural: d.plural,
        document: class == Some(NounClass::Document) || class.is_none(),
        roles: d
            .noun
            .map(|n| Role { lemma: n.lemma, modifiers: words, owner: wanted.owner, known_from: d.start })
            .into_iter()
            .collect(),
        ..Member::default()
    };
    let id = discourse.cast.add_described(member);
    discourse.last_at.push(NEVER);
    if let Some(noun) = d.noun {
        discourse.descriptions.holders.entry(noun.lemma).or_default().push((id, 0));
    }
    id
}

fn key(discourse: &Discourse, wanted: &Wanted) -> String {
    let head = discourse.story.lower(wanted.description.head);
    let head = if wanted.lemma.is_empty() { head } else { wanted.lemma };
    let owner = wanted.owner.map(|o| o.to_string()).unwrap_or_default();
    // The owner's name is in the key as the owner already.
    let words = if wanted.owner.is_some() && wanted.description.possessor.is_none() {
        String::new()
    } else {
        wanted.modifiers.join(" ")
    };
    format!("{owner}/{words}/{head}/{}/{}", wanted.complement.join(" "), wanted.description.plural)
}

fn is_state(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

fn is_party(word: &str) -> bool {
    matches!(
        word,
        "republican" | "democratic" | "conservative" | "labour" | "liberal" | "libertarian" | "socialist"
    )
}

/// Words that do not tell one holder of a role from another.
fn is_idle(word: &str) -> bool {
    matches!(
        word,
        "top"
            | "current"
            | "new"
            | "late"
            | "young"
            | "old"
            | "veteran"
            | "longtime"
            | "own"
            | "embattled"
            | "outspoken"
            | "first"
            | "himself"
            | "very"
    )
}

/// The roles that a wider word may mean.
fn narrower(lemma: &str) -> &'static [&'static str] {
    match lemma {
        "official" => &["secretary", "minister", "spokesman", "commissioner"],
        "lawmaker" | "legislator" => &["senator", "representative", "lawmaker"],
        "politician" => &["senator", "representative", "minister", "governor", "mayor"],
        "leader" => &["head", "chairman", "president", "premier", "minister", "chancellor"],
        "diplomat" => &["minister", "ambassador", "envoy", "secretary"],
        "executive" => &["ceo"],
        "boss" | "chief" => &["head", "ceo", "director", "executive"],
        "head" => &["director", "chief", "chairman", "leader"],
        "premier" => &["minister"],
        "academic" | "scientist" | "researcher" | "scholar" => &["professor"],
        _ => &[],
    }
}
