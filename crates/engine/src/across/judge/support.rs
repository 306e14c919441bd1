//! What two units share beyond their names.

use crate::across::facts::Role;
use crate::across::reason::{Reason, ReasonCode};
use crate::across::units::Unit;

/// What speaks for their being one, each with the part of the doubt that it takes away (0 to 1).
pub(super) fn gather(a: &Unit, b: &Unit) -> Vec<(Reason, f64)> {
    let mut found = Vec::new();
    if !a.name.middle.is_empty() && a.name.middle == b.name.middle {
        let text = format!("both have the middle initial {}", a.name.middle.to_uppercase());
        found.push((Reason::new(ReasonCode::SameMiddle, text), 0.5));
    }
    if let Some(generation) = a.name.generation.filter(|generation| b.name.generation == Some(*generation)) {
        let text = format!("both are {}", generation.name());
        found.push((Reason::new(ReasonCode::SameGeneration, text), 0.5));
    }
    let (Some(one), Some(other)) = (&a.role, &b.role) else { return found };
    let country = one.country.filter(|country| other.country == Some(country));
    if same_office(one, other) {
        let mut text = format!("both are {}", a.printed_role.as_deref().unwrap_or(&one.words));
        // An office says whose it is only with its country or region.
        let place = country.is_some() || one.office.as_deref().is_some_and(|office| office.contains(": "));
        if place && one.office.is_some() {
            text.push_str(", of the same country or region");
        }
        found.push((Reason::new(ReasonCode::SameOffice, text), if place { 0.6 } else { 0.4 }));
        return found;
    }
    if let Some(country) = country {
        let text = format!("the roles of both are of one country ({country})");
        found.push((Reason::new(ReasonCode::SameCountry, text), 0.25));
    }
    if let (Some(body), true) = (&one.body, one.body == other.body) {
        let text = format!("both belong to one body (“{body}”)");
        found.push((Reason::new(ReasonCode::SameBody, text), 0.5));
    } else if let (Some(calling), true) = (one.calling, one.calling == other.calling) {
        found.push((Reason::new(ReasonCode::SameCalling, format!("both are called {calling}")), 0.2));
    }
    found
}

/// The same office, in one country as far as is known.
fn same_office(one: &Role, other: &Role) -> bool {
    let countries = one.country.is_none() || other.country.is_none() || one.country == other.country;
    countries && one.key() == other.key() && (one.office.is_some() || one.words.contains(' '))
}
