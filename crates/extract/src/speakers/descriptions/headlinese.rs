//! Headlinese: a role or a body without an article ("Senator from Ohio says no"), whom the story names.

use onrecord_base::ActorKind;

use super::super::cast::{MemberId, Role, modifiers};
use super::super::discourse::{Discourse, NEVER};
use super::super::lexicon::NounClass;
use super::super::phrase::{Description, Determiner, Possessor, is_person};
use super::Wanted;

/// The first paragraphs, the second of which may be a second headline.
const LEAD: u32 = 1;

/// Of a text that is a whole book no more members are looked at.
const MOST_MEMBERS: usize = 2000;

/// The only member of the whole article who can be meant by a headline's role, which stands before the story tells whose
/// it is, or by a role without an article.
pub(in crate::speakers) fn only_holder(discourse: &Discourse, d: &Description) -> Option<MemberId> {
    let story = discourse.story;
    let block = story.tokens[d.head].block;
    let headline = story.headline[block as usize] || block <= LEAD && is_headlinese(discourse, d);
    if !headline || d.plural || d.possessor.is_some() {
        return None;
    }
    let noun = d.noun?;
    let words = modifiers(story, d.start, d.head, d.head);
    let fits = |r: &Role| r.lemma == noun.lemma && words.iter().all(|w| r.modifiers.contains(w));
    let holds = |id: &MemberId| {
        let member = discourse.member(*id);
        match noun.class {
            NounClass::Person => member.named && member.person && member.roles.iter().any(fits),
            _ => noun.lemma == "bloc" && member.kind == Some(ActorKind::State) && is_union(&member.name),
        }
    };
    let all: Vec<MemberId> = (0..discourse.cast.members.len().min(MOST_MEMBERS)).filter(holds).collect();
    let named = |id: &&MemberId| discourse.last_at.get(**id).is_some_and(|&at| at != NEVER);
    match all[..] {
        [one] => Some(one),
        // The one of them whom the headline above has named.
        _ => {
            let mut known = all.iter().filter(named);
            known.next().filter(|_| known.next().is_none()).copied()
        }
    }
}

/// Whether a headline has a body without an article: "School board votes".
pub(super) fn is_bare_body(discourse: &Discourse, d: &Description) -> bool {
    let headline = discourse.story.headline[discourse.story.tokens[d.head].block as usize];
    let body = d.noun.is_some_and(|noun| noun.class == NounClass::Organization);
    headline
        && body
        && !d.plural
        && d.determiner == Determiner::Bare
        && d.possessor.is_none()
        && d.start < d.head
}

/// "School board votes … The Cedar Grove school board": the body of the headline, which the story calls by more words first.
pub(super) fn told_in_full(discourse: &mut Discourse, wanted: &Wanted) -> Option<MemberId> {
    let d = wanted.description;
    let body = d.noun.is_some_and(|noun| noun.class == NounClass::Organization);
    if !body || d.plural || d.determiner == Determiner::Indefinite || d.start >= d.head {
        return None;
    }
    let story = discourse.story;
    let full = story.slice_range(d.start, d.head).split_whitespace().collect::<Vec<_>>().join(" ");
    let lower = full.to_lowercase();
    let place = discourse.descriptions.of_headline.iter().position(|&id| {
        let short = discourse.member(id).name.to_lowercase();
        lower.strip_suffix(&short).is_some_and(|more| more.ends_with(' '))
    })?;
    let id = discourse.descriptions.of_headline.remove(place);
    discourse.cast.members[id].name = full;
    Some(id)
}

/// "Police chief defends trial … Castleport's police chief": whom the headline calls by the role alone, and the lead with whose it is.
pub(super) fn told_with_owner(discourse: &mut Discourse, wanted: &Wanted) -> Option<MemberId> {
    let story = discourse.story;
    let d = wanted.description;
    let lead = story.tokens[d.head].block <= LEAD && !story.in_headline(d.head);
    let Some(Possessor::Chunk(owner)) = d.possessor.filter(|_| lead && !d.plural && is_person(d.noun)) else {
        return None;
    };
    let mut all = discourse.descriptions.holders(wanted.lemma).into_iter();
    let (id, _) = all.find(|&(id, r)| {
        let member = discourse.member(id);
        let role = &member.roles[r];
        let bare = role.owner.is_none() && role.modifiers == wanted.modifiers;
        !member.named && member.person && bare && story.in_headline(role.known_from)
    })?;
    let first = discourse.chunks.all[owner].first;
    discourse.cast.members[id].name = story.slice_range(first, d.last.max(d.head)).to_owned();
    Some(id)
}

/// "Chief among them": a role or a single text without an article is somebody in headlines only.
pub(super) fn is_nobody(discourse: &Discourse, d: &Description) -> bool {
    let block = discourse.story.tokens[d.head].block;
    block > LEAD && !discourse.story.headline[block as usize] && is_headlinese(discourse, d)
}

/// Whether a singular that could be counted has no article.
fn is_headlinese(discourse: &Discourse, d: &Description) -> bool {
    const UNCOUNTED: &[&str] = &[
        "research",
        "data",
        "evidence",
        "analysis",
        "law",
        "policy",
        "management",
        "leadership",
        "congress",
        "parliament",
        "video",
        "footage",
        "statistics",
        "commentary",
    ];
    let counted = d.noun.is_some_and(|n| !UNCOUNTED.contains(&n.lemma));
    let story = discourse.story;
    let name = |t: usize| {
        let token = &story.tokens[t];
        let entry = story.entry(t);
        let office = entry.title || entry.noun.is_some_and(|n| n.class == NounClass::Person);
        let known = !office && story.words[token.word as usize].capital > 0;
        token.capital && (!token.first || known)
    };
    let proper = (d.start..=d.head).any(name);
    // "MODERATOR:" opens a turn of a transcript.
    let label = story.is(d.head + 1, ":");
    counted && !label && d.determiner == Determiner::Bare && !d.plural && d.possessor.is_none() && !proper
}

/// "The bloc" is a union of states.
pub(super) fn is_union(name: &str) -> bool {
    let lower = name.to_lowercase();
    lower.ends_with("union") && lower != "soviet union" || matches!(lower.as_str(), "eu" | "e.u.")
}
