//! Known offices: which members the gazetteer knows to hold an office on the day of the article.
//!
//! What the article itself says comes first; without its date nothing is learnt here.

use std::collections::HashSet;

use onrecord_base::ActorKind;

use super::cast::{Cast, Member, Role};
use super::lexicon::state_word;
use super::names::Chunks;
use super::tokens::Story;
use crate::world::{self, Date, Post, World};

/// Of a larger cast no more are looked up.
const MOST: usize = 300;

/// Gives the members the offices that they hold on `on`, in the words that descriptions are compared in.
pub(super) fn learn(story: &Story, chunks: &Chunks, cast: &mut Cast, world: &World, on: Date) {
    let countries = countries(story, chunks);
    for member in cast.members.iter_mut().take(MOST).filter(|member| may_hold_office(member)) {
        let posts = match member.words.len() {
            0 | 1 => world.posts_of_surname(&member.name, on, &countries),
            _ => world.posts(&member.name, on),
        };
        if posts.is_empty() {
            continue;
        }
        member.person = true;
        member.kind = Some(ActorKind::Person);
        member.roles.extend(posts.iter().flat_map(roles_of));
    }
}

fn may_hold_office(member: &Member) -> bool {
    let letters = || member.name.chars().filter(|c| c.is_alphabetic());
    let acronym = member.words.len() < 2 && letters().count() < 4 && letters().all(char::is_uppercase);
    let told = member
        .roles
        .iter()
        .any(|role| role.modifiers.iter().any(|word| matches!(word.as_str(), "former" | "ex")));
    member.named
        && !member.plural
        && matches!(member.kind, None | Some(ActorKind::Person))
        && !acronym
        && !told
}

/// The codes of the countries that the story names, by whatever word.
fn countries(story: &Story, chunks: &Chunks) -> HashSet<&'static str> {
    let names = chunks.all.iter().map(|chunk| story.slice_range(chunk.first, chunk.last));
    let words = (0..story.len()).filter(|&t| story.tokens[t].capital).map(|t| story.slice(t));
    names.chain(words).filter_map(world::place).map(|place| place.country.code).collect()
}

/// An office in the words for it: "prime minister", "premier".
fn roles_of(post: &Post) -> Vec<Role> {
    let words: &[(&'static str, &[&str])] = match (post.role, post.code.as_str()) {
        ("president", _) => &[("president", &[])],
        ("prime-minister", "DE" | "AT") => &[("chancellor", &["federal"]), ("minister", &["prime"])],
        ("prime-minister", "IE") => &[("taoiseach", &[]), ("minister", &["prime"])],
        // Provinces and states have premiers, too.
        ("prime-minister", "AU" | "CA" | "ZA") => &[("minister", &["prime"])],
        ("prime-minister", _) => &[("minister", &["prime"]), ("premier", &[])],
        ("first-minister", _) => &[("minister", &["first"])],
        ("foreign-minister", "US") => &[("secretary", &["state"]), ("diplomat", &["top", "chief"])],
        ("foreign-minister", "GB") => {
            &[("secretary", &["foreign"]), ("minister", &["foreign"]), ("diplomat", &["top", "chief"])]
        }
        ("foreign-minister", _) => &[("minister", &["foreign", "affairs"]), ("diplomat", &["top", "chief"])],
        ("defence-minister", "US") => &[("secretary", &["defense"])],
        ("defence-minister", "GB") => &[("secretary", &["defense"]), ("minister", &["defense"])],
        ("defence-minister", _) => &[("minister", &["defense"])],
        ("finance-minister", "US") => &[("secretary", &["treasury"])],
        ("finance-minister", "GB") => &[("chancellor", &["exchequer"]), ("minister", &["finance"])],
        ("finance-minister", "AU") => &[("treasurer", &[])],
        ("finance-minister", _) => &[("minister", &["finance"])],
        ("interior-minister", "GB") => &[("secretary", &["home"]), ("minister", &["interior"])],
        ("interior-minister", _) => &[("minister", &["interior", "home", "affairs"])],
        ("vice-president", _) => &[("president", &["vice"]), ("vice-president", &[])],
        ("deputy-prime-minister", _) => &[("minister", &["deputy", "prime"])],
        ("monarch", _) => &[("king", &[]), ("queen", &[]), ("monarch", &[])],
        ("supreme-leader", _) => &[("leader", &["supreme"])],
        ("secretary-general", _) => &[("secretary-general", &["general"]), ("chief", &[])],
        ("commission-president", _) => {
            &[("president", &["commission", "european"]), ("chief", &["commission"])]
        }
        ("council-president", _) => &[("president", &["council", "european"])],
        ("eurogroup-president", _) => {
            &[("president", &["eurogroup"]), ("head", &["eurogroup"]), ("chief", &["eurogroup"])]
        }
        ("high-representative", _) => &[
            ("chief", &["foreign", "policy"]),
            ("diplomat", &["top", "chief"]),
            ("representative", &["high"]),
        ],
        ("managing-director", _) => &[("director", &["managing"]), ("chief", &[])],
        ("director-general", _) => &[("director-general", &[]), ("chief", &[])],
        ("house-speaker", "US") => &[("speaker", &["house"])],
        ("house-speaker", _) => &[("speaker", &["parliament", "house", "commons", "assembly", "knesset"])],
        ("senate-majority-leader", _) => &[("leader", &["senate", "majority"])],
        ("senate-minority-leader", _) => &[("leader", &["senate", "minority"])],
        ("house-majority-leader", _) => &[("leader", &["house", "majority"])],
        ("house-minority-leader", _) => &[("leader", &["house", "minority"])],
        ("opposition-leader", _) => &[("leader", &["opposition"])],
        ("white-house-spokesman", _) => &[("spokesman", &["white", "house"]), ("secretary", &["press"])],
        ("kremlin-spokesman", _) => &[("spokesman", &["kremlin"])],
        ("foreign-spokesman", _) => &[("spokesman", &["foreign", "ministry"])],
        ("central-bank-governor", _) => &[("governor", &["central", "bank"])],
        ("un-ambassador", _) => &[("ambassador", &["un"])],
        ("national-security-adviser", _) => &[("adviser", &["national", "security"])],
        _ => &[],
    };
    let state = world::country(&post.code).map(state_word);
    let role = |&(lemma, modifiers): &(&'static str, &[&str])| Role {
        lemma,
        modifiers: modifiers.iter().map(|word| (*word).to_owned()).chain(state.clone()).collect(),
        owner: None,
        known_from: 0,
        outside: true,
    };
    words.iter().map(role).collect()
}
