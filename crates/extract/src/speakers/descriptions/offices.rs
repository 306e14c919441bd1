//! Offices: who is known to hold one is not described by another.

use onrecord_base::ActorKind;

use super::super::cast::{Member, MemberId, Role};
use super::super::discourse::Discourse;
use super::super::lexicon::{Noun, canonical_modifier};
use super::Wanted;
use super::holder::{is_party_member, is_state, narrower};
use crate::world::{self, Person};

/// What members of a government are over.
pub(super) const PORTFOLIOS: [&str; 14] = [
    "health",
    "home",
    "foreign",
    "defence",
    "education",
    "transport",
    "culture",
    "justice",
    "environment",
    "business",
    "trade",
    "energy",
    "housing",
    "state",
];
/// What one person holds at a time.
pub(super) const OFFICES: &[&str] = &[
    "minister",
    "president",
    "premier",
    "chancellor",
    "governor",
    "mayor",
    "king",
    "queen",
    "prince",
    "pope",
    "secretary",
    "senator",
    "representative",
    "judge",
    "ambassador",
    "general",
    "bishop",
    "archbishop",
    "secretary-general",
    "taoiseach",
];
/// What a country has one of.
const NATIONAL: &[&str] = &["minister", "president", "premier", "chancellor", "king", "queen", "leader"];
/// Sentences further back do not tell, nor do pointers.
const SENTENCES: u32 = 3;
const REACH: usize = 200;

/// Whether a noun is an office, or what else one person is at a time.
pub(in crate::speakers) fn is_post(noun: Option<Noun>) -> bool {
    const HEADS: [&str; 6] = ["director", "director-general", "head", "chief", "speaker", "vice-president"];
    noun.is_some_and(|noun| !noun.plural && (OFFICES.contains(&noun.lemma) || HEADS.contains(&noun.lemma)))
}

/// Whether a member holds another office than the described one, and did not leave that one.
pub(super) fn holds_another(discourse: &Discourse, wanted: &Wanted, id: MemberId) -> bool {
    is_elsewhere(discourse, discourse.member(id), wanted) && !held_before(discourse, wanted, id)
}

/// Whoever leads the opposition is not "the prime minister", nor is a governor "the president".
fn is_elsewhere(discourse: &Discourse, member: &Member, wanted: &Wanted) -> bool {
    let former = |r: &Role| r.modifiers.iter().any(|w| matches!(w.as_str(), "former" | "ex" | "then"));
    let office = |r: &Role| {
        OFFICES.contains(&r.lemma) || r.lemma == "leader" && r.modifiers.iter().any(|w| w == "opposition")
    };
    // Nor is a vice foreign minister "the premier".
    let below = |r: &Role| {
        let head = r.modifiers.iter().any(|w| matches!(w.as_str(), "prime" | "chief" | "first"));
        wanted.lemma == "premier" && r.lemma == "minister" && !head
    };
    let narrow = |r: &Role| narrower(wanted.lemma).contains(&r.lemma) && !below(r);
    let another = |r: &Role| office(r) && !former(r) && r.lemma != wanted.lemma && !narrow(r);
    // Nor is the prime minister "the leader of the opposition".
    let opposes = wanted.lemma == "leader"
        && wanted.modifiers.iter().chain(&wanted.complement).any(|w| w == "opposition");
    let governs = |r: &Role| {
        let shadow = r.modifiers.iter().any(|w| w == "shadow");
        matches!(r.lemma, "minister" | "president" | "premier" | "chancellor") && !former(r) && !shadow
    };
    // Nor is a minister "the prosecutor of the International Criminal Court".
    let d = wanted.description;
    let named = (d.head + 1..=d.last).any(|token| discourse.story.tokens[token].capital);
    let of_it = |r: &Role| wanted.complement.iter().any(|word| r.modifiers.contains(word));
    let elsewhere = |r: &Role| OFFICES.contains(&r.lemma) && !former(r) && !of_it(r);
    // Nor is a senator "the head of the agency", or a general "the House speaker".
    let of_body = !wanted.modifiers.is_empty() || !wanted.complement.is_empty();
    let heads = of_body && matches!(wanted.lemma, "head" | "director" | "speaker");
    let sits = |r: &Role| {
        !r.outside
            && !former(r)
            && r.lemma != wanted.lemma
            && !narrower(wanted.lemma).contains(&r.lemma)
            && matches!(r.lemma, "senator" | "representative" | "governor" | "mayor" | "judge" | "general")
    };
    // Nor is a director "the prime minister", or an analyst "the king".
    const ABOVE: &[&str] =
        &["minister", "president", "premier", "chancellor", "king", "queen", "prince", "pope"];
    const POLITICAL: &[&str] = &[
        "leader",
        "politician",
        "candidate",
        "nominee",
        "chief",
        "head",
        "chairman",
        "lawmaker",
        "incumbent",
        "successor",
        "counterpart",
        "contender",
        "rival",
        "heir",
        "monarch",
        "aide",
        "spokesman",
        "pontiff",
        "man",
        "woman",
        "son",
        "daughter",
        "wife",
        "husband",
    ];
    // Who speaks for one body does not lead a country.
    let national = is_national(wanted);
    let political = |r: &Role| POLITICAL.contains(&r.lemma) && !(national && r.lemma == "spokesman");
    let ordinary = |r: &Role| !office(r) && !former(r) && !political(r) && !is_party_member(r.lemma);
    // "The health secretary" is no actress; "the press secretary" may be an aide.
    let of_state = wanted.modifiers.iter().any(|word| PORTFOLIOS.contains(&word.as_str()));
    let above = national || ABOVE.contains(&wanted.lemma) || wanted.lemma == "secretary" && of_state;
    // Whoever speaks for a party, or leads it, is not "the chief justice".
    const BENCH: &[&str] = &["judge", "justice", "magistrate"];
    const ANYBODY: &[&str] =
        &["nominee", "candidate", "appointee", "man", "woman", "son", "daughter", "wife", "husband"];
    let off_bench = |r: &Role| !former(r) && !BENCH.contains(&r.lemma) && !ANYBODY.contains(&r.lemma);
    BENCH.contains(&wanted.lemma) && member.roles.iter().any(off_bench)
        || opposes && member.roles.iter().any(governs)
        || heads && member.roles.iter().any(sits)
        || named && !is_generic_post(wanted) && member.roles.iter().any(elsewhere)
        || OFFICES.contains(&wanted.lemma) && member.roles.iter().any(another)
        || above && member.roles.iter().any(ordinary)
}

/// Whether a description gives a national office with its country: "the leader of neighbouring Chad".
pub(super) fn is_national(wanted: &Wanted) -> bool {
    NATIONAL.contains(&wanted.lemma) && wanted.country.is_some()
}

/// The code of the country that a part of one belongs to: "GB-SCT" is in "GB".
fn whole(code: &str) -> &str {
    code.split_once('-').map_or(code, |(whole, _)| whole)
}

/// The code of the country whose office is described: "the South African president", "her finance minister" of whoever serves
/// that country.
pub(super) fn country(discourse: &Discourse, wanted: &Wanted) -> Option<&'static str> {
    let owner = wanted.owner.map(|owner| discourse.member(owner));
    let state =
        owner.filter(|owner| owner.kind == Some(ActorKind::State)).and_then(|owner| code(&owner.name));
    let served = || {
        let roles = owner.filter(|owner| owner.person)?.roles.iter();
        roles.flat_map(|role| &role.modifiers).filter(|word| is_state(word)).find_map(|word| code(word))
    };
    let words = wanted.modifiers.iter().chain(&wanted.complement).filter(|word| is_state(word));
    let told = || words.clone().find_map(|word| code(word));
    state
        .or_else(told)
        .or_else(|| world::country_of_office(&super::printed(discourse, wanted)).map(whole))
        .or_else(served)
}

fn code(word: &str) -> Option<&'static str> {
    world::place(word).map(|place| whole(place.country.code))
}

/// Whether a member is known to serve another state than the one whose office is described: "the Russian foreign minister" is
/// not Secretary of State Mike Pompeo, whom the gazetteer knows, nor the French president.
pub(super) fn is_abroad(discourse: &Discourse, wanted: &Wanted, member: &Member) -> bool {
    const SERVANTS: &[&str] =
        &["head", "diplomat", "envoy", "spokesman", "official", "commander", "lawmaker"];
    if !OFFICES.contains(&wanted.lemma)
        && !NATIONAL.contains(&wanted.lemma)
        && !SERVANTS.contains(&wanted.lemma)
    {
        return false;
    }
    let Some(wanted) = wanted.country else { return false };
    let owners =
        member.roles.iter().filter_map(|role| role.owner).filter_map(|id| code(&discourse.member(id).name));
    // "White House spokesman"
    let pairs = member
        .roles
        .iter()
        .flat_map(|role| role.modifiers.windows(2))
        .filter_map(|pair| code(&pair.join(" ")));
    let told =
        member.roles.iter().flat_map(|role| &role.modifiers).filter_map(|word| code(word)).chain(pairs);
    let mut told = told.chain(owners).peekable();
    if told.peek().is_some() {
        return told.all(|state| state != wanted);
    }
    let in_full = member.person && member.words.len() > 1;
    let served = if in_full { discourse.world.states_served(&member.name) } else { Vec::new() };
    !served.is_empty() && served.iter().all(|state| whole(state) != wanted)
}

/// Which of the bodies with a secretary-general the story speaks of, if of one only.
fn only_body(discourse: &Discourse) -> Option<String> {
    let story = discourse.story;
    let chunks = discourse.chunks.all.iter().map(|chunk| story.slice_range(chunk.first, chunk.last));
    let codes = chunks.filter_map(world::place).map(|place| place.country.code);
    let mut bodies = codes.filter(|code| matches!(*code, "UN" | "NATO"));
    let one = bodies.next().filter(|one| bodies.all(|other| other == *one))?;
    world::country(one).map(|body| canonical_modifier(&body.name.to_lowercase()).to_owned())
}

/// Whether the gazetteer knows a member by full name, and not as the holder of the described office on the day of the article.
pub(super) fn is_known_otherwise(discourse: &Discourse, wanted: &Wanted, member: &Member) -> bool {
    let office = OFFICES.contains(&wanted.lemma) && !matches!(wanted.lemma, "senator" | "representative");
    let former = wanted.modifiers.iter().any(|word| matches!(word.as_str(), "former" | "ex"));
    if !office || former || discourse.story.on.is_none() || !member.person || member.words.len() < 2 {
        return false;
    }
    let told = member
        .roles
        .iter()
        .any(|role| role.lemma == wanted.lemma || narrower(wanted.lemma).contains(&role.lemma));
    !told && !discourse.world.states_served(&member.name).is_empty()
}

/// Who held the described office of a country on the day of the article, by the gazetteer.
pub(super) fn holder_abroad(discourse: &Discourse, wanted: &Wanted, printed: &str) -> Option<Person> {
    let on = discourse.story.on?;
    let scene = wanted.scene.as_ref().map(|state| format!("{state} {printed}"));
    let of_person = wanted.owner.and_then(|owner| {
        let owner = discourse.member(owner);
        let mut states = owner.roles.iter().flat_map(|role| &role.modifiers).filter(|word| is_state(word));
        let state = states.next().filter(|_| owner.person)?;
        Some(format!("{state} {} {}", wanted.modifiers.join(" "), wanted.lemma))
    });
    discourse.world.holder(of_person.or(scene).as_deref().unwrap_or(printed), on)
}

/// The country whose capital a sentence or its paragraph opens with, where a bare office is told of nobody whom the paragraph has named:
/// "In London, the prime minister said".
pub(super) fn state_of_scene(discourse: &Discourse, wanted: &Wanted) -> Option<String> {
    let story = discourse.story;
    let bare =
        !wanted.owned && wanted.complement.is_empty() && !wanted.modifiers.iter().any(|word| is_state(word));
    if !bare || story.on.is_none() {
        return None;
    }
    if wanted.lemma == "secretary-general" {
        return only_body(discourse);
    }
    // There is one of that name.
    if wanted.lemma == "taoiseach" {
        return Some(canonical_modifier("ireland").to_owned());
    }
    if !NATIONAL.contains(&wanted.lemma) || wanted.lemma == "leader" {
        return None;
    }
    let (block, sentence) = (story.tokens[wanted.at].block, story.tokens[wanted.at].sentence);
    let place = |first: usize| {
        let opens =
            story.is_any(first, &["in", "from", "at"]) && discourse.sentences_between(first, wanted.at) <= 1;
        let chunk = &discourse.chunks.all[discourse.chunks.at(first + 1).filter(|_| opens)?];
        world::place(story.slice_range(chunk.first, chunk.last))
    };
    let of_sentence = story.tokens.partition_point(|token| token.sentence < sentence);
    let of_block = || story.tokens.partition_point(|token| token.block < block);
    let place = place(of_sentence).or_else(|| place(of_block()))?;
    let named = |id: MemberId| {
        let member = discourse.member(id);
        member.named && member.person && member.roles.iter().any(|role| role.lemma == wanted.lemma)
    };
    let near =
        discourse.pointers.iter().rev().take(REACH).take_while(|p| story.tokens[p.token].block == block);
    let told = near.filter(|p| p.token < wanted.at).any(|p| named(p.member));
    (!told).then(|| canonical_modifier(&place.country.name.to_lowercase()).to_owned())
}

/// What may be of anywhere beside an office: "the son of Maria", "a friend of Lind".
fn is_generic_post(wanted: &Wanted) -> bool {
    !OFFICES.contains(&wanted.lemma)
        && !matches!(
            wanted.lemma,
            "head"
                | "director"
                | "leader"
                | "chairman"
                | "chairperson"
                | "chair"
                | "prosecutor"
                | "commissioner"
                | "speaker"
                | "chief"
        )
}

/// A minister may well be "the former governor", where nobody else is near.
fn held_before(discourse: &Discourse, wanted: &Wanted, one: MemberId) -> bool {
    let former = wanted.modifiers.iter().any(|w| matches!(w.as_str(), "former" | "ex"));
    let near = discourse.pointers.iter().rev().take(REACH).filter(|p| p.token < wanted.at);
    let mut near = near.take_while(|p| discourse.sentences_between(p.token, wanted.at) <= SENTENCES);
    former && near.all(|p| p.member == one || !discourse.member(p.member).person)
}
