//! Who is spoken for: an unnamed spokesman's or a report's statements are those of the company or authority named with it.

use onrecord_base::ActorKind;

use super::super::cast::MemberId;
use super::super::discourse::Discourse;
use super::super::lexicon::NounClass;
use super::super::phrase::{self, Phrase};
use super::{Wanted, resolve};

/// What somebody has made to be seen speaks for itself: "a new ad from the Kovacs campaign".
const SHOWN: [&str; 7] = ["ad", "advertisement", "commercial", "video", "clip", "film", "website"];

/// For whom an unnamed spokesman or a report speaks: the company, authority or state named with it.
pub(super) fn represented(discourse: &mut Discourse, wanted: &Wanted) -> Option<MemberId> {
    let d = wanted.description;
    let noun = d.noun?;
    if d.plural || wanted.lemma != "spokesman" && noun.class != NounClass::Document {
        return None;
    }
    if SHOWN.contains(&noun.lemma) {
        return None;
    }
    // "The Ohio lawsuit" need not be Ohio's.
    let issues = |owner: &MemberId| discourse.member(*owner).kind == Some(ActorKind::Organization);
    let owner =
        wanted.owner.filter(|o| noun.class != NounClass::Document || d.possessor.is_some() || issues(o));
    // "an Apple spokeswoman"
    let before = d.head.checked_sub(1).filter(|&t| wanted.lemma == "spokesman" && t >= d.start);
    let named = before.and_then(|t| discourse.chunks.at(t)).and_then(|c| discourse.cast.of_chunk[c]);
    let owner = owner.or(named).or_else(|| {
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
