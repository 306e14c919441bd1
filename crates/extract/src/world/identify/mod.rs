//! Identification: which person of the gazetteer an actor of an article is, where that leaves no doubt.
//!
//! A surname alone never is enough. A full name needs an office that the article gives and the person held, or, for those
//! who lead a country, that the country is spoken of. An office alone needs its country and the date of the article.

mod capitals;
mod evidence;

use std::cell::OnceCell;
use std::collections::HashSet;

use onrecord_base::{Actor, ActorId, ActorKind, Article, Attribution, How, Link, Resolution, Spans};

use evidence::{Evidence, countries};

use super::names::{given_names_agree, spelled_alike};
use super::person::{Held, Office};
use super::places::PlaceKind;
use super::roles::{Phrase, Role, RoleKind};
use super::{Date, Person, World, bears, key, places};
use crate::speakers::{Speakers, confidence};

/// Gives the actors their Wikidata items, as far as they are certain, and to statements that name only an office
/// ("the Russian foreign minister") its holder on the day of the article.
pub fn identify(article: &Article, attributions: &[Attribution], world: &World, speakers: &mut Speakers) {
    let on = article.metadata.published.as_deref().and_then(Date::of_publication);
    let pass = Pass { article, world, on, countries: OnceCell::new() };
    for actor in speakers.actors.iter_mut().filter(|actor| actor.known_as.is_none()) {
        // A palace that speaks is the government in it.
        let seat = places::place(&actor.name).is_some_and(|place| place.kind == PlaceKind::Metonym);
        actor.kind = actor.kind.or(seat.then_some(ActorKind::State));
        let added = world.added_named(&key::of_name(&actor.name));
        let person = match actor.kind {
            _ if !added.is_empty() => pass.added(actor, &added),
            Some(ActorKind::State) => {
                (actor.wikidata, actor.known_as) = pass.state(&actor.name);
                continue;
            }
            Some(ActorKind::Organization | ActorKind::Group) => None,
            Some(ActorKind::Person) | None => pass.actor(actor),
        };
        let Some(person) = person else { continue };
        let phrase = key::of_name(&actor.name);
        let named = std::iter::once(&person.name).chain(&person.aliases).any(|name| {
            key::of_name(name).last().is_some_and(|last| phrase.iter().any(|word| spelled_alike(word, last)))
        });
        actor.known_as = (!named).then_some(person.name);
        actor.wikidata = person.wikidata;
    }
    pass.offices(attributions, speakers);
    capitals::join(speakers);
    in_order_of_mention(speakers);
}

/// The item of a state that speaks; where its capital or a palace stands for it ("the Kremlin"), also under which name.
fn country(name: &str) -> (Option<String>, Option<String>) {
    let Some(place) = places::place(name).filter(|place| place.kind != PlaceKind::Demonym) else {
        return (None, None);
    };
    let item = place.country.wikidata.map(str::to_owned);
    let known_as = (place.kind != PlaceKind::Name && item.is_some()).then(|| place.country.name.to_owned());
    (item, known_as)
}

struct Pass<'a> {
    article: &'a Article,
    world: &'a World,
    on: Option<Date>,
    countries: OnceCell<HashSet<&'static str>>,
}

impl Pass<'_> {
    /// The user's people of that name: the only one, or the one whose office it is.
    fn added(&self, actor: &Actor, people: &[&Person]) -> Option<Person> {
        if let [only] = people {
            return Some((*only).clone());
        }
        let evidence = Evidence::gather(self.article, actor);
        only(people.iter().copied().cloned().collect(), |person| self.fits(person, &evidence))
    }

    /// A state that speaks; "Brussels" is the European Union where the story speaks of that and nowhere else of Belgium.
    fn state(&self, name: &str) -> (Option<String>, Option<String>) {
        let words = |country: &str| {
            self.article.story().any(|block| self.article.text.slice(block.span).contains(country))
        };
        let union = name == "Brussels" && self.countries().contains("EU") && !words("Belgi");
        let (item, known_as) = country(if union { "European Union" } else { name });
        (item, if union { Some("European Union".to_owned()) } else { known_as })
    }

    fn actor(&self, actor: &Actor) -> Option<Person> {
        let words = key::of_name(&actor.name);
        if let Some(person) = self.holder(actor) {
            return Some(person);
        }
        let evidence = Evidence::gather(self.article, actor);
        if evidence.phrases.is_empty() {
            return self.leading(&actor.name, &words, &evidence);
        }
        let (last, given) = words.split_last()?;
        if given.is_empty() {
            return self.by_surname(last, &evidence);
        }
        let named = self.world.named(&actor.name).into_iter().filter(|p| bears(p, &words)).collect();
        self.only_or_alike(named, &words, &evidence)
    }

    /// One bearer of the name who held the office; if there is none, one whose name is spelled almost so.
    fn only_or_alike(&self, named: Vec<Person>, words: &[String], evidence: &Evidence) -> Option<Person> {
        let fitting: Vec<Person> = named.into_iter().filter(|p| self.fits(p, evidence)).collect();
        if !fitting.is_empty() {
            return only(fitting, |_| true);
        }
        let (last, first) = (words.last()?, words.first()?);
        let alike = World::of_surname(last).filter(|person| {
            let names = std::iter::once(&person.name).chain(&person.aliases);
            names
                .map(|name| key::of_name(name))
                .any(|known| known.first().is_some_and(|g| given_names_agree(g, first)))
        });
        if let Some(person) = only(alike.collect(), |person| self.fits(person, evidence)) {
            return Some(person);
        }
        // Another spelling of the surname: only of the one who holds the office that day.
        let on = self.on?;
        let mut holders = evidence.phrases.iter().filter(|p| !p.former && !p.acting).filter_map(|phrase| {
            let code = phrase.country?;
            self.world.holder_of(&Role::of(&phrase.office, code)?, code, on)
        });
        holders.find(|holder| {
            let known = key::of_name(&holder.name);
            known.last().is_some_and(|l| spelled_alike(l, last))
                && known.first().is_some_and(|g| given_names_agree(g, first))
        })
    }

    /// "President Obama": the one of that surname in that office, anywhere, on the day of the article.
    fn by_surname(&self, surname: &str, evidence: &Evidence) -> Option<Person> {
        let on = self.on?;
        let people = World::of_surname(surname).filter(|person| self.fits(person, evidence));
        let certain = |person: &Person| {
            person.offices.iter().any(|office| {
                office.held(on) == Held::Yes
                    && evidence.phrases.iter().any(|phrase| means(phrase, office, false))
            })
        };
        let people: Vec<Person> = people.collect();
        only(people, |_| true).filter(certain)
    }

    /// A full name without an office: only of those who lead a country of which the story speaks.
    fn leading(&self, name: &str, words: &[String], evidence: &Evidence) -> Option<Person> {
        if evidence.other || words.len() < 2 {
            return None;
        }
        let named: Vec<Person> = self.world.named(name).into_iter().filter(|p| bears(p, words)).collect();
        let [person] = named.as_slice() else { return None };
        let leads = |office: &Office| {
            let role = Role::of_label(&office.position, &office.jurisdiction);
            role.is_some_and(|role| role.kind() == RoleKind::Leading)
                && self.countries().contains(&*office.jurisdiction)
                && self.on.is_none_or(|on| office.begun(on.shifted(12)))
        };
        person.offices.iter().any(leads).then(|| person.clone())
    }

    /// Whether a person held, at about that time, an office that the article gives.
    fn fits(&self, person: &Person, evidence: &Evidence) -> bool {
        person.offices.iter().any(|office| {
            evidence.phrases.iter().any(|phrase| {
                let near = phrase.country == Some(&*office.jurisdiction)
                    || evidence.country == Some(&*office.jurisdiction)
                    || self.countries().contains(&*office.jurisdiction);
                let then = self
                    .on
                    .is_none_or(|on| if phrase.former { office.begun(on) } else { office.held_about(on) });
                then && means(phrase, office, !near)
            })
        })
    }

    /// The holder of the office that is all an actor is called by.
    fn holder(&self, actor: &Actor) -> Option<Person> {
        let definite = actor.mentions.iter().any(|mention| {
            let before = &self.article.text.as_str()[..mention.start() as usize];
            is_definite(before, self.article.text.slice(mention))
        });
        let on = self.on.filter(|_| definite)?;
        self.world.holder(&actor.name, on)
    }

    /// Statements whose source is an office that nobody in the article bears by name.
    fn offices(&self, attributions: &[Attribution], speakers: &mut Speakers) {
        let Some(on) = self.on else { return };
        speakers.resolution.resize(speakers.of.len(), Vec::new());
        let all = speakers.of.iter_mut().zip(&mut speakers.resolution);
        for (attribution, (actors, resolution)) in attributions.iter().zip(all) {
            let [source] = attribution.source.as_slice() else { continue };
            if !actors.is_empty() {
                continue;
            }
            let words = self.article.text.slice(*source);
            let text_before = &self.article.text.as_str()[..source.start() as usize];
            let litter = self.article.litter().any(|litter| litter.overlaps(*source));
            if litter || !is_definite(text_before, words) {
                continue;
            }
            let Some(person) = self.world.holder(words, on) else { continue };
            let known = person
                .wikidata
                .as_ref()
                .and_then(|id| speakers.actors.iter().position(|actor| actor.wikidata.as_ref() == Some(id)));
            let index = known.unwrap_or_else(|| {
                speakers.actors.push(Actor {
                    name: without_article(words).to_owned(),
                    kind: Some(ActorKind::Person),
                    role: None,
                    mentions: Spans::NONE,
                    wikidata: person.wikidata.clone(),
                    known_as: Some(person.name.clone()),
                });
                speakers.actors.len() - 1
            });
            let actor = &mut speakers.actors[index];
            actor.mentions = actor.mentions.iter().chain([*source]).collect();
            let id = ActorId(index as u32);
            actors.push(id);
            let why = vec![Link { span: *source, how: How::OfficeHolder }];
            resolution.push(Resolution { actor: id, confidence: confidence::of(How::OfficeHolder), why });
        }
    }

    fn countries(&self) -> &HashSet<&'static str> {
        self.countries.get_or_init(|| countries(self.article))
    }
}

/// Whether a phrase means an office; one that many hold, and that may be of any `far` country, needs more.
fn means(phrase: &Phrase, office: &Office, far: bool) -> bool {
    let code = &*office.jurisdiction;
    if phrase.country.is_some_and(|country| country != code) {
        return false;
    }
    let Some(said) = Role::of(&phrase.office, code) else { return false };
    let Some(held) = Role::of_label(&office.position, code) else { return false };
    let same = said == held
        || match (&said, &held) {
            // "Senator" is the senator for any state, "Governor" the governor of any.
            (Role::Known(said), Role::Of(held, _)) => said == held,
            _ => false,
        };
    same && !(far && held.kind() == RoleKind::Many)
}

/// The only one that `fits`; `None` if there are two.
fn only(people: Vec<Person>, fits: impl Fn(&Person) -> bool) -> Option<Person> {
    let mut fitting = people.into_iter().filter(fits);
    let first = fitting.next()?;
    fitting.all(|other| other.wikidata == first.wikidata && first.wikidata.is_some()).then_some(first)
}

/// Whether a description means somebody certain: "the …", "Russia's …", not "a …".
fn is_definite(before: &str, words: &str) -> bool {
    let before = before.trim_end().rsplit(char::is_whitespace).next().unwrap_or_default();
    let first = words.split_whitespace().next().unwrap_or_default();
    let the = |word: &str| word.eq_ignore_ascii_case("the");
    let whose = |word: &str| word.ends_with("’s") || word.ends_with("'s");
    the(before) || the(first) || whose(before) || whose(first)
}

fn without_article(words: &str) -> &str {
    let rest = words.strip_prefix("the ").or_else(|| words.strip_prefix("The "));
    rest.unwrap_or(words)
}

/// Actors stand in the order of their first mention, also when some were added.
fn in_order_of_mention(speakers: &mut Speakers) {
    let mut order: Vec<usize> = (0..speakers.actors.len()).collect();
    order.sort_by_key(|&n| (speakers.actors[n].mentions.iter().min(), n));
    let mut place = vec![0_u32; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new as u32;
    }
    renumber(speakers, &place);
    let mut actors: Vec<(u32, Actor)> = place.iter().copied().zip(speakers.actors.drain(..)).collect();
    actors.sort_by_key(|(place, _)| *place);
    speakers.actors = actors.into_iter().map(|(_, actor)| actor).collect();
}

/// Gives each actor that statements name its new number.
fn renumber(speakers: &mut Speakers, new: &[u32]) {
    let of = speakers.of.iter_mut().flatten();
    let resolved = speakers.resolution.iter_mut().flatten().map(|resolution| &mut resolution.actor);
    for id in of.chain(resolved) {
        *id = ActorId(new[id.0 as usize]);
    }
}

#[cfg(test)]
mod tests;
