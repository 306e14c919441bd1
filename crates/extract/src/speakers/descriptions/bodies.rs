//! Bodies: "the company" after one company only.

use onrecord_base::ActorKind;

use super::super::cast::{Member, MemberId};
use super::super::discourse::Discourse;
use super::Wanted;
use super::holder::is_state;
use crate::nouns;

/// "the company" after one company only.
pub(super) fn sole_organization(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    const GENERIC: &[&str] = &[
        "company",
        "group",
        "organization",
        "organisation",
        "agency",
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
        "thinktank",
        "think-tank",
        "lender",
        "insurer",
        "airline",
        "studio",
        "union",
        "club",
        "regulator",
        "fund",
        "utility",
        "startup",
        "start-up",
        "chain",
    ];
    // "the bloc" is a union of states, and places are states here.
    let bloc = wanted.lemma == "bloc";
    let makes = wanted.lemma.len() > 5 && wanted.lemma.ends_with("maker");
    // "the Atlanta-based carrier", "the German carmaker"
    let place = |word: &String| word.ends_with("-based") || is_state(word) && !bloc;
    let told = !wanted.modifiers.iter().all(place) || wanted.modifiers.len() > 1;
    if !bloc && !makes && !GENERIC.contains(&wanted.lemma) || told || wanted.owned {
        return None;
    }
    let mut found = None;
    let mut reach = 2;
    for pointer in discourse.pointers.iter().rev().take(12) {
        let sentences = discourse.sentences_between(pointer.token, wanted.at);
        if sentences > reach {
            break;
        }
        let member = discourse.member(pointer.member);
        if pointer.token >= wanted.at
            || !member.named
            || member.person
            || is_newspaper(discourse, member)
                && !matches!(wanted.lemma, "newspaper" | "company" | "organization")
            || bloc != (member.kind == Some(ActorKind::State))
            || member.document
            || is_platform(discourse, pointer.token)
            || is_other_kind(discourse, member, wanted.lemma)
            || member.kind.is_none() && !pointer.source && may_be_no_body(discourse, pointer.token)
        {
            continue;
        }
        if found.is_some_and(|f| f != pointer.member) {
            return None;
        }
        // Rather one of the sentence before than one of the sentence before that.
        (found, reach) = (Some(pointer.member), sentences);
    }
    found
}

/// Whether a body is known to be no such one: a union is no airline.
fn is_other_kind(discourse: &Discourse, member: &Member, lemma: &str) -> bool {
    /// By the last word of its name.
    const NO_BUSINESS: [&str; 14] = [
        "hospital",
        "university",
        "college",
        "school",
        "council",
        "court",
        "ministry",
        "department",
        "parliament",
        "union",
        "federation",
        "committee",
        "commission",
        "church",
    ];
    const PUBLIC: [&str; 12] = [
        "union",
        "association",
        "federation",
        "charity",
        "party",
        "regulator",
        "watchdog",
        "ministry",
        "committee",
        "commission",
        "council",
        "court",
    ];
    const BUSINESS: [&str; 19] = [
        "company",
        "carrier",
        "retailer",
        "manufacturer",
        "automaker",
        "lender",
        "insurer",
        "airline",
        "studio",
        "bank",
        "broadcaster",
        "carmaker",
        "drugmaker",
        "newspaper",
        "fund",
        "utility",
        "startup",
        "start-up",
        "chain",
    ];
    let last = member.words.last().map(|&word| discourse.story.words[word as usize].lower.as_str());
    if BUSINESS.contains(&lemma) && last.is_some_and(|word| NO_BUSINESS.contains(&word)) {
        return true;
    }
    let is = |list: &[&str]| member.roles.iter().any(|role| list.contains(&role.lemma));
    BUSINESS.contains(&lemma) && is(&PUBLIC) && !is(&BUSINESS)
        || PUBLIC.contains(&lemma) && is(&BUSINESS) && !is(&PUBLIC)
}

/// "The mayor wrote on Facebook": where it was said.
fn is_platform(discourse: &Discourse, token: usize) -> bool {
    const PLATFORMS: [&str; 11] = [
        "facebook",
        "twitter",
        "x",
        "instagram",
        "telegram",
        "whatsapp",
        "tiktok",
        "youtube",
        "linkedin",
        "bluesky",
        "weibo",
    ];
    let story = discourse.story;
    token > 0 && story.is_any(token - 1, &["on", "via"]) && story.is_any(token, &PLATFORMS)
}

/// Whether a name is said within a quotation or stands as a place does: "Power to the people!", "in New York", "the Indianapolis factory",
/// "a Missouri jury".
fn may_be_no_body(discourse: &Discourse, token: usize) -> bool {
    let story = discourse.story;
    let first = discourse.chunks.at(token).map_or(token, |c| discourse.chunks.all[c].first);
    let last = discourse.chunks.at(token).map_or(token, |c| discourse.chunks.all[c].last);
    // "Lysk district mayor Ann Roe"
    let place =
        story.joined(last) && story.is_any(last + 1, &["district", "county", "city", "town", "village"]);
    let modifies = first > 0
        && story.is_any(first - 1, &["the", "a", "an", "its", "their", "his", "her"])
        && story.joined(last)
        && !story.tokens[last + 1].capital
        && nouns::is_common(story.lower(last + 1));
    story.tokens[token].quoted
        || modifies
        || place
        || first > 0 && story.is_any(first - 1, &["in", "at", "near", "outside"])
}

/// Whether a name's last word shows it to be a newspaper's, which is no network, agency or bank.
fn is_newspaper(discourse: &Discourse, member: &Member) -> bool {
    const WORDS: &[&str] = &[
        "times",
        "post",
        "journal",
        "herald",
        "tribune",
        "gazette",
        "chronicle",
        "telegraph",
        "globe",
        "guardian",
    ];
    let last = member.words.last().map(|&word| discourse.story.words[word as usize].lower.as_str());
    last.is_some_and(|word| WORDS.contains(&word))
}
