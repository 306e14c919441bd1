//! What tells two units of one name apart.

use onrecord_extract::world;

use crate::across::reason::{Reason, ReasonCode};
use crate::across::units::Unit;

/// Nobody is in the news for longer, in years.
const PUBLIC_LIFE: i32 = 45;

/// Callings that seldom go together; who has one of each is more likely two people.
const CALLINGS: &[&[&str]] = &[
    &[
        "minister",
        "president",
        "premier",
        "senator",
        "representative",
        "governor",
        "mayor",
        "councillor",
        "lawmaker",
        "legislator",
        "ambassador",
        "chancellor",
        "politician",
    ],
    &[
        "coach",
        "athlete",
        "player",
        "goalkeeper",
        "striker",
        "quarterback",
        "midfielder",
        "defender",
        "referee",
        "trainer",
    ],
    &["singer", "musician", "actor", "actress", "dancer", "comedian", "composer", "conductor", "artist"],
    &["nurse", "surgeon", "physician", "midwife", "dentist", "paramedic"],
    &[
        "student",
        "pupil",
        "suspect",
        "defendant",
        "victim",
        "inmate",
        "prisoner",
        "shopkeeper",
        "driver",
        "farmer",
        "fisherman",
    ],
];

/// What speaks against their being one, each with the part of the confidence that it takes away (0 to 1). `two` is false
/// for the members of one unit, of which the texts cannot tell anything.
pub(super) fn gather(a: &Unit, b: &Unit, two: bool) -> Vec<(Reason, f64)> {
    let mut found: Vec<(Reason, f64)> = Vec::new();
    let mut add = |code, weight, text: String| found.push((Reason::new(code, text), weight));
    if let (Some(one), Some(other)) = (a.kind, b.kind)
        && one != other
    {
        add(ReasonCode::OtherKind, 0.9, format!("one is a {}, the other a {}", one.name(), other.name()));
    }
    if a.gender.is_some() && b.gender.is_some() && a.gender != b.gender {
        add(ReasonCode::OtherGender, 0.9, "one is “he”, the other “she”".to_owned());
    }
    let meets = two && a.meets(b);
    match (a.name.generation, b.name.generation) {
        (Some(one), Some(other)) if one != other => {
            add(
                ReasonCode::OtherGeneration,
                0.97,
                format!("one is {}, the other {}", one.name(), other.name()),
            );
        }
        (Some(one), None) | (None, Some(one)) => {
            // Papers leave "Jr." out, but not where they write of the father too.
            let weight = if meets { 0.9 } else { 0.2 };
            add(ReasonCode::OtherGeneration, weight, format!("only one of them is {}", one.name()));
        }
        _ => {}
    }
    if !a.name.middle.is_empty() && !b.name.middle.is_empty() && a.name.middle != b.name.middle {
        let [one, other] = [a, b].map(|unit| unit.name.middle.to_uppercase());
        add(ReasonCode::OtherMiddle, 0.9, format!("the middle initials are {one} and {other}"));
    }
    if let (Some((first, last)), Some((from, to))) = (a.years, b.years) {
        let gap = (from - last).max(first - to);
        if gap > PUBLIC_LIFE {
            add(ReasonCode::OtherTime, 0.8, format!("the articles lie {gap} years apart"));
        }
    }
    // Of one name in two spellings the article itself does not know that they are one.
    let spellings = a.name.key == b.name.key && a.name.generation == b.name.generation;
    if meets && !spellings && a.kind != Some(onrecord_base::ActorKind::Organization) {
        add(ReasonCode::BothInOneArticle, 0.6, "an article has both and tells them apart".to_owned());
    }
    let (Some(one), Some(other)) = (&a.role, &b.role) else { return found };
    if let (Some(here), Some(there)) = (one.country, other.country)
        && here != there
        && !world::is_union(here)
        && !world::is_union(there)
    {
        // A lawyer may go abroad, a minister does not.
        let weight = if one.office.is_some() && other.office.is_some() { 0.85 } else { 0.6 };
        let name = |code: &str| world::country(code).map_or_else(|| code.to_owned(), |c| c.name.to_owned());
        add(
            ReasonCode::OtherCountry,
            weight,
            format!("one belongs to {}, the other to {}", name(here), name(there)),
        );
    }
    let region = |office: &str| office.split_once(": ").map(|(o, region)| (o.to_owned(), region.to_owned()));
    if let (Some((office, here)), Some((also, there))) =
        (one.office.as_deref().and_then(region), other.office.as_deref().and_then(region))
        && office == also
        && here != there
        && office != "ambassador"
    {
        add(ReasonCode::OtherRegion, 0.9, format!("one is {office} of {here}, the other of {there}"));
    }
    let field =
        |calling: Option<&str>| CALLINGS.iter().position(|all| calling.is_some_and(|c| all.contains(&c)));
    if let (Some(here), Some(there)) = (field(one.calling), field(other.calling))
        && here != there
    {
        let [one, other] = [one, other].map(|role| role.calling.unwrap_or_default());
        add(ReasonCode::OtherCalling, 0.6, format!("one is a {one}, the other a {other}"));
    }
    found
}
