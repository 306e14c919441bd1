//! Offices: who is known to hold one is not described by another.

use super::super::cast::{Member, MemberId, Role};
use super::super::discourse::Discourse;
use super::super::lexicon::Noun;
use super::holder::{is_party_member, leads, narrower};
use super::{Wanted, countries};

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
/// Sentences further back do not tell, nor do pointers.
const SENTENCES: u32 = 3;
pub(super) const REACH: usize = 200;

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
    let below = |r: &Role| wanted.lemma == "premier" && r.lemma == "minister" && !leads(r);
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
    let national = countries::is_national(wanted);
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
        || named && is_of_body(wanted.lemma) && member.roles.iter().any(elsewhere)
        || OFFICES.contains(&wanted.lemma) && member.roles.iter().any(another)
        || above && member.roles.iter().any(ordinary)
}

/// Whether whoever holds it heads a body or acts for it, not "the son of Maria".
pub(super) fn is_of_body(lemma: &str) -> bool {
    const HEADS: [&str; 10] = [
        "head",
        "director",
        "leader",
        "chairman",
        "chairperson",
        "chair",
        "prosecutor",
        "commissioner",
        "speaker",
        "chief",
    ];
    OFFICES.contains(&lemma) || HEADS.contains(&lemma)
}

/// A minister may well be "the former governor", where nobody else is near.
fn held_before(discourse: &Discourse, wanted: &Wanted, one: MemberId) -> bool {
    let former = wanted.modifiers.iter().any(|w| matches!(w.as_str(), "former" | "ex"));
    let near = discourse.pointers.iter().rev().take(REACH).filter(|p| p.token < wanted.at);
    let mut near = near.take_while(|p| discourse.sentences_between(p.token, wanted.at) <= SENTENCES);
    former && near.all(|p| p.member == one || !discourse.member(p.member).person)
}
