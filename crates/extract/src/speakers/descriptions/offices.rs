//! Offices: who is known to hold one is not described by another.

use super::super::cast::{Member, MemberId, Role};
use super::super::discourse::Discourse;
use super::Wanted;
use super::holder::{is_party_member, narrower};

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
];
/// Sentences further back do not tell, nor do pointers.
const SENTENCES: u32 = 3;
const REACH: usize = 200;

/// Whether a member holds another office than the described one, and did not leave that one.
pub(super) fn holds_another(discourse: &Discourse, wanted: &Wanted, id: MemberId) -> bool {
    is_elsewhere(discourse.member(id), wanted) && !held_before(discourse, wanted, id)
}

/// Whoever leads the opposition is not "the prime minister", nor is a governor "the president".
fn is_elsewhere(member: &Member, wanted: &Wanted) -> bool {
    let former = |r: &Role| r.modifiers.iter().any(|w| matches!(w.as_str(), "former" | "ex" | "then"));
    let office = |r: &Role| {
        OFFICES.contains(&r.lemma) || r.lemma == "leader" && r.modifiers.iter().any(|w| w == "opposition")
    };
    let another = |r: &Role| {
        office(r) && !former(r) && r.lemma != wanted.lemma && !narrower(wanted.lemma).contains(&r.lemma)
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
    let ordinary =
        |r: &Role| !office(r) && !former(r) && !POLITICAL.contains(&r.lemma) && !is_party_member(r.lemma);
    // "The health secretary" is no actress; "the press secretary" may be an aide.
    let of_state = wanted.modifiers.iter().any(|word| PORTFOLIOS.contains(&word.as_str()));
    let above = ABOVE.contains(&wanted.lemma) || wanted.lemma == "secretary" && of_state;
    // Whoever speaks for a party, or leads it, is not "the chief justice".
    const BENCH: &[&str] = &["judge", "justice", "magistrate"];
    const ANYBODY: &[&str] =
        &["nominee", "candidate", "appointee", "man", "woman", "son", "daughter", "wife", "husband"];
    let off_bench = |r: &Role| !former(r) && !BENCH.contains(&r.lemma) && !ANYBODY.contains(&r.lemma);
    BENCH.contains(&wanted.lemma) && member.roles.iter().any(off_bench)
        || OFFICES.contains(&wanted.lemma) && member.roles.iter().any(another)
        || above && member.roles.iter().any(ordinary)
}

/// A minister may well be "the former governor", where nobody else is near.
fn held_before(discourse: &Discourse, wanted: &Wanted, one: MemberId) -> bool {
    let former = wanted.modifiers.iter().any(|w| matches!(w.as_str(), "former" | "ex"));
    let near = discourse.pointers.iter().rev().take(REACH).filter(|p| p.token < wanted.at);
    let mut near = near.take_while(|p| discourse.sentences_between(p.token, wanted.at) <= SENTENCES);
    former && near.all(|p| p.member == one || !discourse.member(p.member).person)
}
