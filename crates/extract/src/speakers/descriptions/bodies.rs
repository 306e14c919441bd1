//! Bodies: "the company" after one company only.

use onrecord_base::ActorKind;

use super::super::cast::MemberId;
use super::super::discourse::Discourse;
use super::Wanted;

/// "the company" after one company only.
pub(super) fn sole_organization(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
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
