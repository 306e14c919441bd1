//! Descriptions: whom "the minister", "his Russian counterpart", "two officials" or "the study" means.

mod bodies;
mod bynames;
mod counterparts;
mod countries;
pub(super) mod headlinese;
mod holder;
mod offices;
mod pairs;
mod represented;
mod scenes;
mod unheard;

use std::collections::HashMap;

use onrecord_base::ActorKind;

use super::cast::{Cast, Member, MemberId, Role, modifiers};
use super::discourse::{Discourse, NEVER};
use super::lexicon::{Gender, NounClass, state_word};
use super::phrase::{Description, Determiner, Possessor};
pub(super) use holder::is_state;
use holder::{Choice, narrower};
pub(super) use offices::is_post;
pub(super) use pairs::{named_later, of_one_office, of_two_states};
pub(super) use scenes::{Home, home};

use crate::world::{self, PlaceKind};

/// Role holders by the lemma of their roles, and groups by their words.
pub(super) struct Descriptions {
    holders: HashMap<&'static str, Vec<(MemberId, usize)>>,
    /// Lower-case description → the member it makes, for nouns that no table lists and for groups.
    by_words: HashMap<String, MemberId>,
    /// Bodies that only a headline has named so far, without an article: "School board".
    of_headline: Vec<MemberId>,
}

/// Of many holders of one role only so many, the first and the last, are looked at.
const MOST_HOLDERS: usize = 100;

impl Descriptions {
    pub(super) fn of(cast: &Cast) -> Self {
        let mut new = Self { holders: HashMap::new(), by_words: HashMap::new(), of_headline: Vec::new() };
        for (id, member) in cast.members.iter().enumerate() {
            for (r, role) in member.roles.iter().enumerate() {
                new.holders.entry(role.lemma).or_default().push((id, r));
            }
        }
        new
    }

    fn holders(&self, lemma: &str) -> Vec<(MemberId, usize)> {
        let mut out = Vec::new();
        for name in std::iter::once(lemma).chain(narrower(lemma).iter().copied()) {
            let all = self.holders.get(name).map_or(&[][..], Vec::as_slice);
            if all.len() <= 2 * MOST_HOLDERS {
                out.extend_from_slice(all);
            } else {
                out.extend_from_slice(&all[..MOST_HOLDERS]);
                out.extend_from_slice(&all[all.len() - MOST_HOLDERS..]);
            }
        }
        out
    }
}

/// What a description says, in comparable form.
struct Wanted<'d> {
    description: &'d Description,
    lemma: &'static str,
    modifiers: Vec<String>,
    complement: Vec<String>,
    owner: Option<MemberId>,
    owned: bool,
    /// The code of the country whose office it is.
    country: Option<&'static str>,
    /// The country of the scene, where the description names none.
    scene: Option<String>,
    at: usize,
}

/// The members that a description means; a source whose description fits nobody becomes a member itself,
/// unless it may well be somebody named.
pub(super) fn resolve(discourse: &mut Discourse, d: &Description, source: bool) -> Vec<MemberId> {
    let story = discourse.story;
    // "My father": one of the author's own, outside of quotations.
    if let Some(Possessor::Pronoun(t)) = d.possessor
        && story.is_any(t, &["my", "our", "your"])
        && (!story.is(t, "my") || story.tokens[t].quoted || !super::phrase::is_person(d.noun))
    {
        return Vec::new();
    }
    if source && headlinese::is_nobody(discourse, d) {
        return Vec::new();
    }
    let definite = d.determiner == Determiner::Definite;
    let byname = || bynames::countryman(discourse, d).or_else(|| bynames::aged(discourse, d));
    if source && let Some(id) = byname().or_else(|| bynames::parent(discourse, d)) {
        return vec![id];
    }
    if definite && (d.count == Some(2)) {
        return pairs::pair(discourse, d);
    }
    if source && definite && d.start == d.last && story.is_any(d.head, &["pair", "duo"]) {
        let two = discourse.both(d.head);
        if !two.is_empty() {
            return two;
        }
    }
    let owner = match d.possessor {
        Some(Possessor::Chunk(c)) => discourse.cast.of_chunk[c],
        Some(Possessor::Pronoun(t)) => owner_by_pronoun(discourse, t),
        _ => None,
    };
    if let Some(spouse) = owner.and_then(|owner| discourse.member(owner).spouse)
        && d.noun.is_some_and(|n| matches!(n.lemma, "wife" | "husband" | "spouse"))
    {
        return vec![spouse];
    }
    // "the Trump campaign" is Trump's.
    let of_person = d.noun.is_some_and(|n| n.class == NounClass::Person);
    let naming = (d.start..d.head)
        .filter(|_| !of_person)
        .filter_map(|t| discourse.chunks.at(t))
        .find_map(|c| discourse.cast.of_chunk[c]);
    let owned = owner.is_some() || naming.is_some() || d.possessor.is_some();
    let words = if d.start <= d.head { modifiers(story, d.start, d.head, d.head) } else { Vec::new() };
    let complement = if d.last > d.head { modifiers(story, d.head + 1, d.last, d.head) } else { Vec::new() };
    let mut wanted = Wanted {
        description: d,
        lemma: d.noun.map_or("", |n| n.lemma),
        modifiers: words.into_iter().filter(|w| !is_idle(w) || leads_a_part(d, w)).map(of_country).collect(),
        complement,
        owner: owner.or(naming),
        owned,
        country: None,
        scene: None,
        at: d.head,
    };
    wanted.country = countries::country(discourse, &wanted);
    if d.determiner != Determiner::Indefinite {
        if wanted.lemma == "counterpart" {
            return counterparts::meant(discourse, &wanted).into_iter().collect();
        }
        // "In London, the prime minister said": hers who is not spoken of here otherwise.
        if let Some(state) = scenes::of_sentence(discourse, &wanted) {
            wanted.modifiers.push(state.clone());
            wanted.scene = Some(state);
            wanted.country = countries::country(discourse, &wanted);
        }
        let mut stale = false;
        if d.noun.is_some() && (!d.plural || definite || owned) {
            let mut choice = holder::holder(discourse, &wanted);
            // "TOKYO, 16 September (Agency) -": whom nobody in the story holds is the Japanese one.
            if definite
                && !d.plural
                && matches!(choice, Choice::None)
                && let Some(state) = scenes::of_story(discourse, &wanted)
            {
                wanted.modifiers.push(state.clone());
                wanted.scene = Some(state);
                wanted.country = countries::country(discourse, &wanted);
                choice = holder::holder(discourse, &wanted);
            }
            match choice {
                Choice::One(id) => return vec![id],
                Choice::Several => {
                    return unheard::only_politician_near(discourse, &wanted).into_iter().collect();
                }
                Choice::Stale => stale = true,
                Choice::None => {
                    if let Some(two) = pairs::of_several(discourse, &wanted).filter(|_| source && definite) {
                        return two;
                    }
                }
            }
        }
        if !d.plural
            && definite
            && d.noun.is_some_and(|n| n.class == NounClass::Organization)
            && let Some(id) = bodies::sole_organization(discourse, &wanted)
        {
            discourse.cast.members[id].kind.get_or_insert(ActorKind::Organization);
            return vec![id];
        }
        if stale {
            return Vec::new();
        }
    }
    let represented = source.then(|| represented::represented(discourse, &wanted)).flatten();
    let key = key(discourse, &wanted);
    let repeats =
        d.determiner != Determiner::Indefinite && !(d.possessor.is_some() && wanted.owner.is_none());
    if repeats && let Some(&id) = discourse.descriptions.by_words.get(&key) {
        return vec![id];
    }
    // "The North Sea Transition Regulator", "the rail regulator": a body.
    let body = wanted.lemma == "regulator" && d.start < d.head;
    let person = super::phrase::is_person(d.noun) && !is_generic(wanted.lemma) && !body;
    // In a headline "Ann Roe meets mayor" may have been taken for one phrase.
    let names = d.determiner == Determiner::Bare
        && (d.start..d.head)
            .any(|t| discourse.chunks.at(t).is_some_and(|c| discourse.cast.of_chunk[c].is_some()));
    // "Argentina's economy minister", whom the story names below.
    let of_state = |id: MemberId| discourse.member(id).kind == Some(ActorKind::State);
    let of_state = wanted.owner.is_some_and(of_state) && !wanted.modifiers.is_empty();
    if person
        && (definite || source && (!owned || of_state) && !names)
        && let Some(id) = unheard::named_next(discourse, &wanted)
    {
        return vec![id];
    }
    // Who is in a national office that nobody in the story holds is somebody whom it does not name.
    let stranger = (person && !d.plural && (definite || owned))
        .then(|| countries::holder_abroad(discourse, &wanted, &printed(discourse, &wanted)))
        .flatten();
    if !source && stranger.is_none() && (d.determiner == Determiner::Definite && !d.plural) {
        return unheard::goes_on(discourse, &wanted).filter(|_| person).into_iter().collect();
    }
    let former = wanted.modifiers.iter().any(|w| w == "former" || w == "ex");
    if (definite || owned && former)
        && !d.plural
        && person
        && stranger.is_none()
        && unheard::may_be_named(discourse, &wanted)
    {
        // "The Bishop of Bath" is one by that office, whoever it is.
        const SEES: &[&str] =
            &["bishop", "archbishop", "dean", "duke", "duchess", "earl", "emir", "sultan", "king", "queen"];
        let office =
            definite && SEES.contains(&wanted.lemma) && d.last > d.head && story.tokens[d.last].capital;
        let one = if office { None } else { unheard::goes_on(discourse, &wanted) };
        if one.is_some() || !office && !countries::is_national(&wanted) {
            return one.into_iter().collect();
        }
    }
    // "Talk of a deal grew": a thing in the singular, without an article, is nobody.
    let name = |t: usize| {
        let number = story.lower(t).starts_with(|c: char| c.is_ascii_digit());
        number || story.tokens[t].capital && !story.tokens[t].first
    };
    let proper = (d.start.min(d.head)..=d.last.max(d.head)).any(name);
    if d.noun.is_none() && !d.plural && d.determiner == Determiner::Bare && !proper {
        return Vec::new();
    }
    if let Some(id) = headlinese::told_with_owner(discourse, &wanted) {
        discourse.descriptions.by_words.insert(key, id);
        return vec![id];
    }
    if let Some(id) = headlinese::told_in_full(discourse, &wanted) {
        discourse.descriptions.by_words.insert(key, id);
        return vec![id];
    }
    let id = new_member(discourse, &wanted);
    if stranger.is_some() && !source {
        discourse.described_at.push((id, discourse.story.span(d.start.min(d.head), d.last.max(d.head))));
    }
    if let Some(person) = stranger {
        discourse.cast.members[id].meet(person);
    }
    if headlinese::is_bare_body(discourse, d) {
        discourse.descriptions.of_headline.push(id);
    }
    if body {
        discourse.cast.members[id].kind = Some(ActorKind::Organization);
        discourse.cast.members[id].person = false;
    }
    discourse.cast.members[id].stands_for =
        represented.filter(|_| discourse.cast.members[id].known.is_none());
    if d.determiner != Determiner::Indefinite {
        discourse.descriptions.by_words.insert(key, id);
    }
    vec![id]
}

/// The member that is an account of a network ("@roe_77").
pub(super) fn account(discourse: &mut Discourse, name: &str) -> MemberId {
    let key = name.to_lowercase();
    if let Some(&id) = discourse.descriptions.by_words.get(&key) {
        return id;
    }
    let id = discourse.cast.add_described(Member { name: name.to_owned(), named: true, ..Member::default() });
    discourse.last_at.push(NEVER);
    discourse.descriptions.by_words.insert(key, id);
    id
}

/// Whom "his", "her" or "its" before a role means.
fn owner_by_pronoun(discourse: &mut Discourse, pronoun: usize) -> Option<MemberId> {
    let story = discourse.story;
    let gender = match story.lower(pronoun) {
        "his" => Some(Gender::Male),
        "her" => Some(Gender::Female),
        _ => None,
    };
    let fits = |id: MemberId| {
        let member = discourse.member(id);
        gender.is_none_or(|gender| member.person && member.gender.is_none_or(|own| own == gender))
    };
    if let Some(beside) = discourse.beside.filter(|&id| gender.is_some() && fits(id)) {
        return Some(beside);
    }
    let [one] = super::pronouns::resolve(discourse, pronoun, &[])[..] else { return None };
    // Whom only the sentence before the last one names is hardly meant where the last one is about another.
    const REACH: usize = 20;
    let said: &Discourse = discourse;
    let last: Vec<MemberId> = said
        .pointers
        .iter()
        .rev()
        .take(REACH)
        .filter(|p| p.token < pronoun && said.sentences_between(p.token, pronoun) <= 1)
        .map(|p| p.member)
        .collect();
    let other = |id: &MemberId| {
        let member = said.member(*id);
        member.person && !member.plural && member.gender.is_none_or(|own| Some(own) == gender)
    };
    if gender.is_some() && !last.contains(&one) && last.iter().any(other) {
        return None;
    }
    let member = discourse.member(one);
    (gender.is_none() || member.person).then_some(one)
}

/// The words of a description, with whose it is.
fn printed(discourse: &Discourse, wanted: &Wanted) -> String {
    let d = wanted.description;
    printed_from(discourse, d, first_word(discourse, d))
}

/// Its words from a token on, with single blanks.
fn printed_from(discourse: &Discourse, d: &Description, from: usize) -> String {
    let printed = discourse.story.slice_range(from.min(d.head), d.last.max(d.head));
    printed.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn first_word(discourse: &Discourse, d: &Description) -> usize {
    let story = discourse.story;
    match (d.possessor, d.determiner) {
        (Some(Possessor::Pronoun(t)), _) if t < d.start && !story.is(t, "whose") => t,
        (Some(Possessor::Chunk(c)), _) if discourse.chunks.all[c].first < d.start => {
            discourse.chunks.all[c].first
        }
        (Some(Possessor::Other), _) if !(d.whole..d.start).any(|t| is_time(story.lower(t))) => d.whole,
        (_, Determiner::Indefinite) if d.count.is_some() && d.start > 0 => d.start - 1,
        _ => d.start,
    }
}

fn new_member(discourse: &mut Discourse, wanted: &Wanted) -> MemberId {
    let d = wanted.description;
    let story = discourse.story;
    let from = first_word(discourse, d);
    let printed = |from: usize| printed_from(discourse, d, from);
    // "His lawyer" tells a reader nothing by itself.
    let owner = wanted.owner.filter(|_| matches!(d.possessor, Some(Possessor::Pronoun(_))) && from < d.start);
    let name = match owner.map(|owner| discourse.member(owner)) {
        Some(owner) if owner.named && (owner.person || story.is_any(from, &["its", "their"])) => {
            format!("{}’s {}", owner.name, printed(from + 1))
        }
        // "Hospital employers": "their association"
        Some(owner)
            if owner.plural
                && owner.name.ends_with('s')
                && story.is(from, "their")
                && d.noun.is_some_and(|n| n.class == NounClass::Organization) =>
        {
            format!("{}’ {}", owner.name, printed(from + 1))
        }
        _ => printed(from),
    };
    let class = d.noun.map(|n| n.class);
    let kind = match class {
        _ if d.plural && class != Some(NounClass::Document) => Some(ActorKind::Group),
        Some(NounClass::Person) => Some(ActorKind::Person),
        Some(NounClass::Organization) => Some(ActorKind::Organization),
        _ => None,
    };
    let mut words = wanted.modifiers.clone();
    words.extend(wanted.complement.iter().cloned());
    let member = Member {
        name,
        kind,
        person: !d.plural && class == Some(NounClass::Person),
        gender: d.noun.and_then(|n| n.gender),
        plural: d.plural,
        document: class == Some(NounClass::Document) || class.is_none(),
        roles: d
            .noun
            .map(|n| Role {
                lemma: n.lemma,
                modifiers: words,
                owner: wanted.owner,
                known_from: d.start,
                outside: false,
            })
            .into_iter()
            .collect(),
        ..Member::default()
    };
    let id = discourse.cast.add_described(member);
    discourse.last_at.push(NEVER);
    if let Some(noun) = d.noun {
        discourse.descriptions.holders.entry(noun.lemma).or_default().push((id, 0));
    }
    id
}

fn key(discourse: &Discourse, wanted: &Wanted) -> String {
    let head = discourse.story.lower(wanted.description.head);
    let head = if wanted.lemma.is_empty() { head } else { wanted.lemma };
    let owner = wanted.owner.map(|o| o.to_string()).unwrap_or_default();
    // The owner's name is in the key as the owner already.
    let words = if wanted.owner.is_some() && wanted.description.possessor.is_none() {
        String::new()
    } else {
        wanted.modifiers.join(" ")
    };
    format!("{owner}/{words}/{head}/{}/{}", wanted.complement.join(" "), wanted.description.plural)
}

/// "The Kremlin leader" is the Russian one.
fn of_country(word: String) -> String {
    let palace = world::place(&word).filter(|place| place.kind == PlaceKind::Metonym);
    palace.map_or(word, |place| state_word(place.country))
}

/// Words that do not tell one holder of a role from another.
fn is_idle(word: &str) -> bool {
    matches!(
        word,
        "top"
            | "current"
            | "new"
            | "late"
            | "young"
            | "old"
            | "veteran"
            | "longtime"
            | "own"
            | "embattled"
            | "outspoken"
            | "first"
            | "himself"
            | "very"
    )
}

/// "Scotland's first minister"
fn leads_a_part(d: &Description, word: &str) -> bool {
    word == "first" && d.noun.is_some_and(|noun| noun.lemma == "minister")
}

/// "Today’s consumers", "this year’s campaign": when does not tell whose.
fn is_time(word: &str) -> bool {
    matches!(
        word,
        "today"
            | "tonight"
            | "yesterday"
            | "tomorrow"
            | "day"
            | "week"
            | "weekend"
            | "month"
            | "year"
            | "century"
            | "season"
    ) || word.ends_with("day")
}

/// Words for anybody, which tell nothing of a person met by name.
fn is_generic(lemma: &str) -> bool {
    matches!(lemma, "person" | "man" | "woman" | "source" | "boy" | "girl" | "individual" | "people")
}
