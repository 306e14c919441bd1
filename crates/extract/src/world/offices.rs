//! What a role phrase says of an office, for whoever compares the roles of actors across articles.

use super::roles::{Phrase, Role, RoleKind};

/// An office as a phrase names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NamedOffice {
    /// The words of the office in lower case, without country and "former": "foreign minister".
    pub words: String,
    /// The same for all words that mean one office: "foreign-minister", "governor: ohio". `None` where the tables do not
    /// know it, or would only with the country.
    pub office: Option<String>,
    /// The code of the country that the phrase names.
    pub country: Option<&'static str>,
    /// Whether one holds it at a time.
    pub single: bool,
    /// Whether it was held before.
    pub former: bool,
}

/// Reads a role phrase; `None` if nothing of it could be an office.
///
/// ```
/// use onrecord_extract::world::named_office;
/// let office = named_office("former U.S. Secretary of State").unwrap();
/// assert_eq!((office.office.as_deref(), office.country), (Some("foreign-minister"), Some("US")));
/// ```
pub fn named_office(phrase: &str) -> Option<NamedOffice> {
    let read = Phrase::read(phrase)?;
    // Without a country only what means the same everywhere is known: no country has the code "XX".
    let role = Role::of(&read.office, read.country.unwrap_or("XX"));
    let office = role.as_ref().map(|role| match role {
        Role::Known(role) => (*role).to_owned(),
        Role::Of(office, of) => format!("{office}: {of}"),
    });
    Some(NamedOffice {
        words: read.office.join(" "),
        office,
        country: read.country,
        single: role.is_some_and(|role| role.kind() != RoleKind::Many),
        former: read.former,
    })
}

/// Whether the words of a phrase are an office and nothing else ("Russian Foreign Minister").
pub fn is_office(phrase: &str) -> bool {
    Phrase::read(phrase).is_some_and(|phrase| phrase.is_office())
}

/// The portfolio that the words after "ministry of" mean ("foreign affairs" is "foreign-minister").
pub fn portfolio(words: &str) -> Option<&'static str> {
    match Role::of(&[format!("minister of {words}")], "XX")? {
        Role::Known(role) => Some(role),
        Role::Of(..) => None,
    }
}

/// Whether a code is that of an organisation of states, whose offices people of any country hold.
pub fn is_union(code: &str) -> bool {
    matches!(code, "EU" | "UN")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_of_one_office_meet() {
        for (phrase, office, country, single) in [
            ("Norwegian foreign minister", "foreign-minister", "NO", true),
            ("the minister of foreign affairs of Norway", "foreign-minister", "NO", true),
            ("foreign minister", "foreign-minister", "-", true),
            ("Ohio Governor", "governor: ohio", "-", true),
            ("governor of Ohio", "governor: ohio", "-", true),
            ("secretary of state", "-", "-", false),
            ("American lawyer", "-", "US", false),
        ] {
            let read = named_office(phrase).unwrap();
            let found = (read.office.as_deref().unwrap_or("-"), read.country.unwrap_or("-"), read.single);
            assert_eq!(found, (office, country, single), "{phrase}");
        }
    }

    #[test]
    fn portfolios_have_one_name() {
        assert_eq!(portfolio("foreign affairs"), portfolio("external relations"));
        assert_eq!(portfolio("silly walks"), None);
    }
}
