//! Roles: which words mean which office, in which country.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use super::key;
use super::places::{self, PlaceKind};

static ROLES: &str = include_str!("data/roles.txt");
static PORTFOLIOS: &str = include_str!("data/portfolios.txt");

/// An office, however it is called.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Role {
    /// One of the tables.
    Known(&'static str),
    /// An office of a region, or an ambassador's, with the key of the region or the code of the host.
    Of(&'static str, String),
}

/// How many hold an office, and how well one is known by name alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum RoleKind {
    /// One at a time, and of those that lead a country.
    Leading,
    /// One at a time.
    Single,
    /// Many at a time.
    Many,
}

/// A phrase that describes somebody by an office: "Russian foreign minister", "the former president of France".
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The words that name the office, in lower case.
    pub(super) office: Vec<String>,
    /// The code of the country that the phrase names.
    pub(super) country: Option<&'static str>,
    /// Whether the office is one held before.
    pub(super) former: bool,
    /// Whether somebody holds it for the time being only.
    pub(super) acting: bool,
}

/// A meaning of some words.
struct Meaning {
    role: &'static str,
    /// Whether the words alone tell the country, of which there is one.
    alone: bool,
    only: Vec<&'static str>,
    but: Vec<&'static str>,
}

struct Tables {
    phrases: FxHashMap<&'static str, Vec<Meaning>>,
    portfolios: FxHashMap<&'static str, &'static str>,
    kinds: FxHashMap<&'static str, RoleKind>,
}

static TABLES: LazyLock<Tables> = LazyLock::new(|| {
    let mut tables = Tables {
        phrases: FxHashMap::default(),
        portfolios: FxHashMap::default(),
        kinds: FxHashMap::default(),
    };
    for (role, kind, words) in lines(ROLES) {
        tables.kinds.insert(role, kind);
        for words in words.split(" | ").map(str::trim) {
            let (codes, words) = words.split_once('>').unwrap_or(("", words));
            let (but, only): (Vec<&str>, _) =
                codes.split(' ').filter(|c| !c.is_empty()).partition(|c| c.starts_with('!'));
            let but = but.into_iter().map(|code| &code[1..]).collect();
            let alone = only.iter().any(|code| code.ends_with('*'));
            let only = only.into_iter().map(|code| code.trim_end_matches('*')).collect();
            tables.phrases.entry(words).or_default().push(Meaning { role, alone, only, but });
        }
    }
    for (role, kind, words) in lines(PORTFOLIOS) {
        tables.kinds.insert(role, kind);
        tables.portfolios.extend(words.split(" | ").map(|words| (words.trim(), role)));
    }
    tables
});

fn lines(table: &'static str) -> impl Iterator<Item = (&'static str, RoleKind, &'static str)> {
    table.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
        let (role, rest) = line.split_once(' ')?;
        let (kind, words) = rest.split_once(' ')?;
        let kind = match kind {
            "+" => RoleKind::Leading,
            "=" => RoleKind::Single,
            _ => RoleKind::Many,
        };
        Some((role, kind, words))
    })
}

impl Role {
    /// How many hold it.
    pub(super) fn kind(&self) -> RoleKind {
        match self {
            Self::Known(role) => TABLES.kinds.get(role).copied().unwrap_or(RoleKind::Many),
            Self::Of("senator" | "representative", _) => RoleKind::Many,
            Self::Of(..) => RoleKind::Single,
        }
    }

    /// What `words` (in lower case) mean as an office in the country `code`.
    pub(super) fn of(words: &[String], code: &str) -> Option<Self> {
        let words = match words {
            [first, rest @ ..] if !rest.is_empty() && ["federal", "union"].contains(&first.as_str()) => rest,
            words => words,
        };
        let text = words.join(" ");
        let meanings = TABLES.phrases.get(text.as_str()).into_iter().flatten();
        let fits = |m: &&Meaning| (m.only.is_empty() || m.only.contains(&code)) && !m.but.contains(&code);
        if let Some(meaning) = meanings.clone().find(fits) {
            return Some(Self::Known(meaning.role));
        }
        // What the tables have for other countries only means nothing here: a secretary of state is no foreign minister.
        if TABLES.phrases.contains_key(text.as_str()) {
            return None;
        }
        let minister = || portfolio(&text, code).map(Self::Known);
        minister().or_else(|| regional(&text))
    }

    /// The same of a position's label, which may name the country again ("President of Albania").
    pub(super) fn of_label(label: &str, code: &str) -> Option<Self> {
        let words = key::words(label);
        if let Some(role) = Self::of(&words, code) {
            return Some(role);
        }
        let at = words.iter().position(|word| word == "of")?;
        let mut place = &words[at + 1..];
        while let [first, rest @ ..] = place
            && ["the", "republic", "state", "of"].contains(&first.as_str())
            && !rest.is_empty()
        {
            place = rest;
        }
        let same =
            |words: &[String]| places::by_key(&words.join(" ")).is_some_and(|p| p.country.code == code);
        let is_country =
            same(place) || same(&words[at + 1..]) || (words[at + 1] == "the" && same(&words[at + 2..]));
        let belgian = place == ["belgians"];
        (is_country || belgian).then(|| Self::of(&words[..at], code)).flatten()
    }
}

/// The minister whom "foreign minister", "minister of the interior" and so on mean.
fn portfolio(text: &str, code: &str) -> Option<&'static str> {
    let of = |words: &str| TABLES.portfolios.get(words).copied();
    for opening in
        ["minister of ", "minister for ", "secretary of ", "secretary for ", "cabinet secretary for "]
    {
        if let Some(found) = text.strip_prefix(opening).and_then(of) {
            // The United States' interior is land, not police.
            return (code != "US" || found != "interior-minister").then_some(found);
        }
    }
    // Elsewhere a secretary of state is below the ministers.
    if code == "GB"
        && let Some(found) = text.strip_prefix("secretary of state for ").and_then(of)
    {
        return Some(found);
    }
    for ending in [" minister", " secretary"] {
        // India's foreign secretary is a civil servant.
        if ending == " secretary" && ["IN", "PK", "BD", "LK", "NP"].contains(&code) {
            continue;
        }
        if let Some(found) = text.strip_suffix(ending).and_then(of) {
            return (code != "US" || found != "interior-minister").then_some(found);
        }
    }
    None
}

/// "Governor of Florida", "Florida governor", "ambassador to France".
fn regional(text: &str) -> Option<Role> {
    for opening in ["ambassador to the ", "ambassador to "] {
        if let Some(host) = text.strip_prefix(opening) {
            let host = places::by_key(host).filter(|place| place.kind == PlaceKind::Name)?;
            return Some(Role::Of("ambassador", host.country.code.to_owned()));
        }
    }
    for office in ["lieutenant governor", "governor", "premier", "mayor", "senator", "representative"] {
        for middle in [" of the ", " of ", " for ", " from "] {
            let region = text.strip_prefix(office).and_then(|rest| rest.strip_prefix(middle));
            if let Some(region) = region.filter(|region| !region.is_empty()) {
                return Some(Role::Of(office, region.to_owned()));
            }
        }
        if let Some(region) = text.strip_suffix(office).and_then(|rest| rest.strip_suffix(' ')) {
            let region = region.trim_start_matches("the ");
            // "deputy mayor", "former governor" and the like are no regions.
            let plain = !["deputy", "vice", "lieutenant", "lt", "acting", "former", "state", "us", "first"]
                .contains(&region);
            return plain.then(|| Role::Of(office, region.to_owned()));
        }
    }
    None
}

impl Phrase {
    /// Reads a phrase; `None` if nothing of it could be an office.
    pub(super) fn read(text: &str) -> Option<Self> {
        // The genitive is gone before the apostrophe is: "Iran's" is Iran.
        let plain = text.replace("'s ", " ").replace("’s ", " ").replace("s’ ", "s ");
        let mut words = key::words(&plain);
        // "U.S." falls into its letters.
        for (first, second) in [("u", "s"), ("u", "n"), ("u", "k"), ("e", "u")] {
            if let Some(at) = words.windows(2).position(|w| w[0] == first && w[1] == second) {
                words.splice(at..at + 2, [format!("{first}{second}")]);
            }
        }
        let mut phrase = Self { office: Vec::new(), country: None, former: false, acting: false };
        let mut rest = &words[..];
        while let [first, after @ ..] = rest {
            match first.as_str() {
                word if is_idle(word) && !opens_place(rest) => {}
                "former" | "ex" | "then" | "onetime" => phrase.former = true,
                "acting" | "interim" | "caretaker" => phrase.acting = true,
                _ => break,
            }
            rest = after;
        }
        // "The top US diplomat" is the US top diplomat.
        let top = rest.first().filter(|word| matches!(word.as_str(), "top" | "chief") && rest.len() > 2);
        rest = &rest[usize::from(top.is_some())..];
        for length in (1..=3.min(rest.len().saturating_sub(1))).rev() {
            let key = rest[..length].join(" ");
            if key != "un"
                && let Some(place) = places::by_key(&key)
            {
                let code = place.country.code;
                phrase.country = Some(code);
                // "White House press secretary" is the whole name of it.
                let whole = TABLES.phrases.get(rest.join(" ").as_str());
                let is_whole = whole.is_some_and(|all| all.iter().any(|one| one.only.contains(&code)));
                rest = if is_whole { rest } else { &rest[length..] };
                break;
            }
        }
        while let [first, after @ ..] = rest
            && !after.is_empty()
        {
            match first.as_str() {
                "former" | "ex" | "then" => phrase.former = true,
                "acting" | "interim" | "caretaker" => phrase.acting = true,
                word if is_idle(word) && !opens_place(rest) => {}
                _ => break,
            }
            rest = after;
        }
        if phrase.country.is_none()
            && let Some(at) = rest.iter().rposition(|word| word == "of" || word == "for")
        {
            let tail = &rest[at + 1..];
            let idle = |word: &String| matches!(word.as_str(), "the" | "neighbouring" | "neighboring");
            let tail = if tail.first().is_some_and(idle) { &tail[1..] } else { tail };
            let place = places::by_key(&tail.join(" ")).filter(|p| matches!(p.kind, PlaceKind::Name));
            if at > 0
                && let Some(place) = place
            {
                phrase.country = Some(place.country.code);
                rest = &rest[..at];
            }
        }
        // What only one body has tells whose it is.
        let of_europe = rest.iter().any(|word| word == "eurogroup")
            || rest
                .windows(2)
                .any(|w| w[0] == "european" && matches!(w[1].as_str(), "commission" | "council"));
        phrase.country = phrase.country.or(of_europe.then_some("EU"));
        // "The Senate majority leader"
        let alone = || {
            TABLES.phrases.get(rest.join(" ").as_str())?.iter().find(|one| one.alone)?.only.first().copied()
        };
        phrase.country = phrase.country.or_else(alone);
        if rest.is_empty() || rest.len() > 8 {
            return None;
        }
        phrase.office = top.into_iter().chain(rest).cloned().collect();
        Some(phrase)
    }

    /// Whether the words mean an office in any country, as far as we know.
    pub(super) fn is_office(&self) -> bool {
        let text = self.office.join(" ");
        match self.country {
            Some(code) => Role::of(&self.office, code).is_some(),
            None => {
                TABLES.phrases.contains_key(text.as_str())
                    || ["GB", "XX"].iter().any(|code| Role::of(&self.office, code).is_some())
            }
        }
    }
}

/// "New Zealand", "New Jersey": no new Jersey.
fn opens_place(words: &[String]) -> bool {
    const NEW: [&str; 12] = [
        "zealand",
        "jersey",
        "york",
        "mexico",
        "hampshire",
        "delhi",
        "south",
        "caledonia",
        "guinea",
        "brunswick",
        "england",
        "orleans",
    ];
    matches!(words, [first, second, ..] if first == "new" && NEW.contains(&second.as_str()))
}

/// What says nothing of which office it is.
fn is_idle(word: &str) -> bool {
    matches!(
        word,
        "the" | "its" | "outgoing" | "new" | "embattled" | "current" | "veteran" | "longtime" | "visiting"
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn label(label: &str, code: &str, expected: &str) {
        let found = match Role::of_label(label, code) {
            Some(Role::Known(role)) => role.to_owned(),
            Some(Role::Of(office, region)) => format!("{office}: {region}"),
            None => "-".to_owned(),
        };
        assert_eq!(found, expected, "{label} in {code}");
    }

    #[test]
    fn positions_mean_roles() {
        for (position, code, role) in [
            ("Minister of Foreign Affairs", "RU", "foreign-minister"),
            ("Secretary of State", "US", "foreign-minister"),
            ("Secretary of State for Foreign and Commonwealth Affairs", "GB", "foreign-minister"),
            ("Secretary of State for the Home Department", "GB", "interior-minister"),
            ("Chancellor of the Exchequer", "GB", "finance-minister"),
            ("Secretary of Defence", "US", "defence-minister"),
            ("Secretary of the Treasury", "US", "finance-minister"),
            ("Secretary of the Interior", "US", "us-interior"),
            ("Federal Chancellor of Germany", "DE", "prime-minister"),
            ("President of the French Republic", "FR", "president"),
            ("President of the Republic of Guatemala", "GT", "president"),
            ("monarch of the United Kingdom", "GB", "monarch"),
            ("Permanent Representative to the United Nations", "CN", "un-ambassador"),
            ("Governor of Florida", "US", "governor: florida"),
            ("ambassador to the United States of America", "RU", "ambassador: US"),
        ] {
            label(position, code, role);
        }
    }

    #[test]
    fn what_is_near_an_office_is_not_it() {
        for (position, code) in [
            ("Deputy Minister of Foreign Affairs", "RU"),
            ("Minister of State for Foreign Affairs", "GB"),
            ("Secretary of State", "FR"),
            ("State Secretary", "HU"),
            ("Secretary of State of Georgia", "US"),
            ("President of the Senate", "MX"),
            ("president of the Province of Frosinone", "IT"),
            ("Premier of Ontario", "XX"),
        ] {
            let role = Role::of_label(position, code);
            assert!(!matches!(role, Some(Role::Known(_))), "{position} in {code}: {role:?}");
        }
    }

    #[test]
    fn phrases_name_office_and_country() {
        for (phrase, office, country, former) in [
            ("Russian Foreign Minister", "foreign minister", Some("RU"), false),
            ("the Russian foreign minister", "foreign minister", Some("RU"), false),
            ("Iran's foreign minister", "foreign minister", Some("IR"), false),
            ("the prime minister of Japan", "prime minister", Some("JP"), false),
            ("former U.S. President", "president", Some("US"), true),
            ("the former president of France", "president", Some("FR"), true),
            ("South Korean President", "president", Some("KR"), false),
            ("Secretary of State", "secretary of state", None, false),
            ("the deputy Russian foreign minister", "deputy russian foreign minister", None, false),
            ("the top US diplomat", "top diplomat", Some("US"), false),
            ("France's new president", "president", Some("FR"), false),
            ("the new French president", "president", Some("FR"), false),
            ("the New Zealand prime minister", "prime minister", Some("NZ"), false),
            ("the New Jersey governor", "new jersey governor", None, false),
            ("the leader of neighbouring Chad", "leader", Some("TD"), false),
            ("the European Commission president", "european commission president", Some("EU"), false),
            ("the president of the city council", "president of the city council", None, false),
        ] {
            let read = Phrase::read(phrase).unwrap();
            assert_eq!(
                (read.office.join(" ").as_str(), read.country, read.former),
                (office, country, former),
                "{phrase}"
            );
        }
        for (phrase, is) in [
            ("Russian Foreign Minister", true),
            ("Secretary of State", true),
            ("Sen.", true),
            ("Deputy Foreign Minister", false),
            ("shadow foreign secretary", false),
            ("Russian minister", false),
            ("president-elect", false),
            ("lawyer", false),
        ] {
            assert_eq!(Phrase::read(phrase).is_some_and(|p| p.is_office()), is, "{phrase}");
        }
    }
}
