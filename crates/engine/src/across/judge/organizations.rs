//! How two names of organisations are alike: the same, or letters and what they stand for.

use super::{Likeness, Tie, same_name};
use crate::across::reason::{Reason, ReasonCode};
use crate::across::units::Unit;

pub(super) fn likeness(a: &Unit, b: &Unit) -> Option<Likeness> {
    if a.name.key == b.name.key {
        // "ru:ministry foreign-minister": an authority with its country.
        let authority = a.name.key.contains(':') && a.printed != b.printed;
        let reason = if authority {
            let text = format!("{} and {} are one authority of one country", a.printed(), b.printed());
            Reason::new(ReasonCode::SameAuthority, text)
        } else {
            same_name(a, b)
        };
        return Some(Likeness { confidence: 0.95, reason, tie: Tie::Name });
    }
    let (letters, long) = match (&a.name.acronym, &b.name.acronym) {
        (Some(letters), None) => (letters, b),
        (None, Some(letters)) => (letters, a),
        _ => return None,
    };
    let capitals = letters.to_uppercase();
    let stands = long.name.initials.as_deref() == Some(letters);
    if long.letters.contains(letters) {
        let text = format!("an article calls {} {capitals}", long.printed());
        let reason = Reason::new(ReasonCode::AcronymGiven, text);
        return Some(Likeness { confidence: if stands { 0.95 } else { 0.8 }, reason, tie: Tie::Form });
    }
    let text = format!("{capitals} are the first letters of {}", long.printed());
    stands.then(|| Likeness {
        confidence: 0.72,
        reason: Reason::new(ReasonCode::Acronym, text),
        tie: Tie::Form,
    })
}
