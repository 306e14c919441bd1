//! Scenes: the country of a bare office ("In London, the prime minister said"), by where its sentence, its paragraph or the story is set.

use std::collections::HashMap;

use super::super::cast::MemberId;
use super::super::discourse::Discourse;
use super::super::lexicon::{canonical_modifier, state_word};
use super::super::names::Chunks;
use super::super::tokens::Story;
use super::Wanted;
use super::countries::{NATIONAL, only_body};
use super::holder::is_state;
use super::offices::REACH;
use crate::world::{self, Country};

/// What an office may be of in any country: "the speaker of parliament", "the leader of the opposition", "the secretary of state".
const COMMON: [&str; 6] = ["parliament", "house", "assembly", "opposition", "national", "state"];

/// The country whose capital a sentence or its paragraph opens with, where a bare office is told of nobody whom the paragraph has named.
pub(super) fn of_sentence(discourse: &Discourse, wanted: &Wanted) -> Option<String> {
    let story = discourse.story;
    if !is_bare(wanted) || story.on.is_none() {
        return None;
    }
    if wanted.lemma == "secretary-general" {
        return only_body(discourse);
    }
    // There is one of that name.
    if wanted.lemma == "taoiseach" {
        return Some(canonical_modifier("ireland").to_owned());
    }
    if !is_of_a_country(wanted) {
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
    (!told).then(|| state_word(place.country))
}

/// Where a story with a day is set.
#[derive(Clone, Copy)]
pub(in crate::speakers) struct Home {
    pub(in crate::speakers) country: &'static Country,
    /// Whether it speaks of a government, and of no club or university, which have presidents and chancellors, too.
    political: bool,
}

/// The country that the story is set in, for a bare office which nobody in the story holds.
pub(super) fn of_story(discourse: &Discourse, wanted: &Wanted) -> Option<String> {
    let home = discourse.home?;
    let called = |&(id, role): &(MemberId, usize)| {
        let role = &discourse.member(id).roles[role];
        role.lemma == wanted.lemma && !role.outside
    };
    let of_anything =
        wanted.modifiers.is_empty() && matches!(wanted.lemma, "president" | "chancellor" | "king" | "queen");
    let of_state = || home.political && !discourse.descriptions.holders(wanted.lemma).iter().any(called);
    let fits =
        is_bare(wanted) && wanted.scene.is_none() && is_of_a_country(wanted) && (!of_anything || of_state());
    fits.then(|| state_word(home.country))
}

/// The country that the dateline of a story with a day names by its capital, if no other is spoken of more often.
pub(in crate::speakers) fn home(story: &Story, chunks: &Chunks) -> Option<Home> {
    const POLITICAL: [&str; 12] = [
        "government",
        "parliament",
        "cabinet",
        "minister",
        "ministers",
        "ministry",
        "lawmakers",
        "parliamentary",
        "coalition",
        "treasury",
        "embassy",
        "diplomats",
    ];
    const ELSEWHERE: [&str; 6] = ["university", "universities", "college", "campus", "club", "league"];
    story.on?;
    let (country, end) = story.dateline_capital()?;
    let mut times: HashMap<&str, usize> = HashMap::new();
    let names = chunks.all.iter().map(|chunk| (chunk.first, chunk.last));
    let words = (0..story.len()).filter(|&token| chunks.at(token).is_none() && story.tokens[token].capital);
    for (first, last) in names.chain(words.map(|token| (token, token))).filter(|(first, _)| *first >= end) {
        if let Some(place) = world::place(&story.slice_range(first, last).to_lowercase()) {
            *times.entry(place.country.code).or_default() += 1;
        }
    }
    let of_home = times.get(country.code).copied().unwrap_or(0);
    let says = |words: &[&str]| (0..story.len()).any(|token| story.is_any(token, words));
    let home = Home { country, political: says(&POLITICAL) && !says(&ELSEWHERE) };
    times.values().all(|&others| others <= of_home).then_some(home)
}

/// Whether nothing in a description tells of which country it is.
fn is_bare(wanted: &Wanted) -> bool {
    !wanted.owned
        && wanted.complement.iter().all(|word| COMMON.contains(&word.as_str()))
        && !wanted.modifiers.iter().any(|word| is_state(word))
}

/// Whether it is an office that each country has one of.
fn is_of_a_country(wanted: &Wanted) -> bool {
    let of = |of: &[&str]| {
        wanted.modifiers.iter().chain(&wanted.complement).any(|word| of.contains(&word.as_str()))
    };
    match wanted.lemma {
        "leader" => of(&["opposition"]),
        "speaker" => of(&["parliament", "house", "assembly"]),
        "secretary" => of(&["state", "treasury", "defense", "defence", "foreign", "home"]),
        lemma => NATIONAL.contains(&lemma),
    }
}
