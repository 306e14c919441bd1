//! Capitals that speak beside their country are the country: "Cairo accused", "Egypt wants".

use onrecord_base::{Actor, ActorKind, How, Link};

use super::renumber;
use crate::speakers::Speakers;
use crate::world::places::{self, Place, PlaceKind};

/// Makes one actor of a country and its capital, where both speak.
pub(super) fn join(speakers: &mut Speakers) {
    let places: Vec<Option<Place>> = speakers.actors.iter().map(place).collect();
    let is = |number: usize, kind| places[number].filter(|place| place.kind == kind).map(|p| p.country.code);
    let country = |number| {
        let code = is(number, PlaceKind::Capital)?;
        (0..places.len()).find(|&other| is(other, PlaceKind::Name) == Some(code))
    };
    let of: Vec<usize> = (0..places.len()).map(|number| country(number).unwrap_or(number)).collect();
    if of.iter().enumerate().all(|(number, &of)| number == of) {
        return;
    }
    let named: Vec<Option<Link>> = speakers.actors.iter().map(name).collect();
    for (number, &country) in of.iter().enumerate().filter(|(number, country)| number != *country) {
        let mut mentions: Vec<_> = speakers.actors[country].mentions.iter().collect();
        mentions.extend(speakers.actors[number].mentions.iter());
        mentions.sort_by_key(|span| span.start());
        speakers.actors[country].mentions = mentions.into_iter().collect();
    }
    for resolved in speakers.resolution.iter_mut().flatten() {
        let number = resolved.actor.0 as usize;
        resolved.why.extend(named[of[number]].filter(|_| of[number] != number));
    }
    let kept: Vec<usize> = (0..of.len()).filter(|&number| of[number] == number).collect();
    let new: Vec<u32> = of.iter().map(|of| kept.partition_point(|kept| kept < of) as u32).collect();
    renumber(speakers, &new);
    speakers.resolution.iter_mut().for_each(|all| all.dedup_by_key(|resolved| resolved.actor));
    speakers.of.iter_mut().for_each(Vec::dedup);
    let mut number = 0;
    speakers.actors.retain(|_| (of[number] == number, number += 1).0);
}

fn place(actor: &Actor) -> Option<Place> {
    places::place(&actor.name).filter(|_| actor.kind == Some(ActorKind::State))
}

/// Where a country is named.
fn name(actor: &Actor) -> Option<Link> {
    actor.mentions.first().map(|span| Link { span, how: How::FullName })
}

#[cfg(test)]
mod tests {
    use onrecord_base::{ActorId, Resolution, Text};

    use super::*;

    #[test]
    fn a_capital_joins_its_country_and_no_other() {
        let text = Text::new("Cairo spoke. Lima spoke. Egypt spoke.").unwrap();
        let span = |name: &str| {
            let at = text.as_str().find(name).unwrap();
            text.span(at, at + name.len()).unwrap()
        };
        let actor = |name: &str, kind| Actor {
            name: name.to_owned(),
            kind: Some(kind),
            role: None,
            mentions: span(name).into(),
            wikidata: None,
            known_as: None,
        };
        let actors = vec![
            actor("Cairo", ActorKind::State),
            actor("Lima", ActorKind::State),
            actor("Egypt", ActorKind::State),
        ];
        let resolution = |id: u32, name: &str| {
            let why = vec![Link { span: span(name), how: How::FullName }];
            vec![Resolution { actor: ActorId(id), confidence: 0.9, why }]
        };
        let mut speakers = Speakers {
            actors,
            of: vec![vec![ActorId(0)], vec![ActorId(1)], vec![ActorId(0), ActorId(2)]],
            resolution: vec![resolution(0, "Cairo"), resolution(1, "Lima"), resolution(2, "Egypt")],
        };
        join(&mut speakers);
        let names: Vec<&str> = speakers.actors.iter().map(|actor| actor.name.as_str()).collect();
        assert_eq!(names, ["Lima", "Egypt"]);
        assert_eq!(speakers.of, [vec![ActorId(1)], vec![ActorId(0)], vec![ActorId(1)]]);
        let why = |n: usize| -> Vec<&str> {
            speakers.resolution[n][0].why.iter().map(|link| text.slice(link.span)).collect()
        };
        assert_eq!((why(0), why(2)), (vec!["Cairo", "Egypt"], vec!["Egypt"]));
        assert_eq!(speakers.actors[1].mentions.iter().count(), 2);
    }
}
