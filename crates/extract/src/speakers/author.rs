//! The author: who says "I" in the article's own words, if the page names one person.

use onrecord_base::{ActorKind, Attribution};

use super::cast::{Member, MemberId};
use super::discourse::{Discourse, NEVER, SourcePhrase};
use super::lexicon;

/// Fills in the speaker of each "I" that stands within nobody's words.
pub(super) fn fill(
    discourse: &mut Discourse,
    attributions: &[Attribution],
    sources: &[SourcePhrase],
    of: &mut [Vec<MemberId>],
) {
    let Some(name) = discourse.story.author.filter(|name| is_person(name)) else { return };
    let mut author = None;
    for source in sources.iter().filter(|source| source.first_person) {
        let own = source.tokens.iter().all(|&t| {
            discourse.story.is_any(t, &["i", "me", "my", "mine"]) && !discourse.story.tokens[t].quoted
        });
        for &a in source.attributions.iter().filter(|_| own) {
            let Some(span) = attributions[a].source.first() else { continue };
            let told = |other: &Attribution| other.content.iter().any(|content| content.contains(span));
            let within = attributions.iter().enumerate().any(|(i, other)| i != a && told(other));
            if of[a].is_empty() && !within {
                let id = *author.get_or_insert_with(|| member(discourse, name));
                of[a] = vec![id];
            }
        }
    }
}

/// The member who has the author's name, or a new one.
fn member(discourse: &mut Discourse, name: &str) -> MemberId {
    let known = |member: &Member| member.person && member.named && same_name(name, &member.name);
    if let Some(id) = discourse.cast.members.iter().position(known) {
        return id;
    }
    let gender =
        name.split_whitespace().next().and_then(|first| lexicon::look_up(&first.to_lowercase()).given);
    discourse.last_at.push(NEVER);
    discourse.cast.add_described(Member {
        name: name.split_whitespace().collect::<Vec<_>>().join(" "),
        kind: Some(ActorKind::Person),
        person: true,
        named: true,
        gender,
        ..Member::default()
    })
}

/// Whether two names are the same but for their letters' case and white space.
pub(super) fn same_name(a: &str, b: &str) -> bool {
    let (mut a, mut b) = (a.split_whitespace(), b.split_whitespace());
    loop {
        match (a.next(), b.next()) {
            (None, None) => return true,
            (Some(a), Some(b)) if a.to_lowercase() == b.to_lowercase() => {}
            _ => return false,
        }
    }
}

/// Whether a byline names one person: two to four words in capitals, none of a desk, agency or paper.
fn is_person(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let plain = |word: &&str| {
        let entry = lexicon::look_up(&word.to_lowercase());
        let small = lexicon::is_particle(&word.to_lowercase());
        let letters = word.chars().all(|c| c.is_alphabetic() || "-'’.".contains(c));
        letters && (small || word.starts_with(char::is_uppercase)) && !entry.organization && !entry.ordinary
    };
    const DESKS: [&str; 12] = [
        "staff",
        "desk",
        "team",
        "editor",
        "editors",
        "reporter",
        "reporters",
        "correspondent",
        "bureau",
        "news",
        "agency",
        "press",
    ];
    let desk = words.iter().any(|word| DESKS.contains(&word.to_lowercase().as_str()));
    (2..=4).contains(&words.len()) && words.iter().all(plain) && !desk
}

#[cfg(test)]
mod tests {
    use super::super::{resolve, tests::read, tokens::Story};
    use super::*;
    use crate::world::World;

    #[test]
    fn i_is_the_author_outside_of_what_others_say() {
        let marked = "[S:I] [C:think] [Q:it is late]. [S1:Anna Kovacs] [C1:said] [Q1:“[S2:I] [C2:hope] [Q2:so]”]. [S3:We] [C3:know] [Q3:that].
                      “[S:I] [C:doubt] [Q:it],” it says there.";
        for (author, expected) in [
            (Some("Owen Tribe"), "Owen Tribe, Anna Kovacs, Anna Kovacs, -, -"),
            (Some("Herald Staff"), "-, Anna Kovacs, Anna Kovacs, -, -"),
            (None, "-, Anna Kovacs, Anna Kovacs, -, -"),
        ] {
            let (mut article, attributions) = read(marked);
            article.metadata.author = author.map(str::to_owned);
            let found = resolve(&Story::new(&article), &attributions, &World::embedded());
            let name = |of: &Vec<onrecord_base::ActorId>| {
                of.first().map_or("-", |id| found.actors[id.0 as usize].name.as_str()).to_owned()
            };
            let names: Vec<String> = found.of.iter().map(name).collect();
            assert_eq!(names.join(", "), expected, "{author:?}");
        }
    }

    #[test]
    fn one_person_only() {
        for (name, expect) in [
            ("Owen Tribe", true),
            ("Anne-Marie O’Neill", true),
            ("Ludwig van Roe", true),
            ("admin", false),
            ("Herald Staff", false),
            ("Ann Roe and Tom Lind", false),
            ("Reuters News Agency", false),
            ("Ann Roe, Tom Lind", false),
            ("webmaster@paper.example", false),
        ] {
            assert_eq!(is_person(name), expect, "{name}");
        }
    }
}
