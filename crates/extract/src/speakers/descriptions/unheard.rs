//! Unheard roles: whom a role phrase means that the article has not tied to a name ("the New York businessman").

use super::super::cast::MemberId;
use super::super::discourse::Discourse;
use super::Wanted;
use super::holder::{Fit, fit};

/// "The New York businessman", whom the article has not called so: the only person who is the subject of the sentence
/// before or of the one before that.
pub(super) fn goes_on(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
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

/// Whether somebody named, without a role that contradicts, stands so near that the description may mean them.
pub(super) fn may_be_named(discourse: &Discourse, wanted: &Wanted) -> bool {
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
