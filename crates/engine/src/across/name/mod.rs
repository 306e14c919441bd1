//! Names as they are compared: without case, accents, titles and hyphens, and with what kind of name it is.

mod organization;
mod person;

use onrecord_base::ActorKind;
use onrecord_extract::speakers::name_words::{self, Gender};
use onrecord_extract::world::{self, PlaceKind, name_words as words};

/// A name, taken apart.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(super) struct Name {
    pub(super) class: Class,
    /// As it is printed, without titles and "the".
    pub(super) shown: String,
    /// What all spellings share that differ in case, accents, titles, hyphens and middle initials only.
    pub(super) key: String,
    /// The words that count, in their order; of a person the surname is the last.
    pub(super) words: Vec<String>,
    /// Initials between given name and surname ("w", "hw").
    pub(super) middle: String,
    pub(super) generation: Option<Generation>,
    /// As a title before the name tells it.
    pub(super) gender: Option<Gender>,
    /// Of an organisation written in letters ("ECB"): these, in lower case.
    pub(super) acronym: Option<String>,
    /// Of an organisation of several words: their first letters.
    pub(super) initials: Option<String>,
}

/// What kind of name it is; decides what it can be compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Class {
    /// A description ("two doctors", "Russian Foreign Minister"): names nobody.
    Described,
    /// One word: a surname, or a name of which only that is known.
    Single,
    /// A given name and a surname at least.
    Person,
    /// A name of its own.
    Organization,
    /// An organisation called by what every country or town has one of ("Supreme Court").
    Generic,
    /// A country, or a place that stands for its government.
    State,
}

impl Class {
    /// What it is, as ids have it.
    pub(super) fn tag(self) -> &'static str {
        match self {
            Self::Described => "described",
            Self::Single | Self::Person => "person",
            Self::Organization | Self::Generic => "organization",
            Self::State => "state",
        }
    }
}

/// What tells father and son apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) enum Generation {
    Senior,
    Junior,
    Third,
    Fourth,
}

impl Generation {
    fn of(word: &str) -> Option<Self> {
        Some(match word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase().as_str() {
            "sr" | "senior" => Self::Senior,
            "jr" | "junior" | "ii" => Self::Junior,
            "iii" => Self::Third,
            "iv" => Self::Fourth,
            _ => return None,
        })
    }

    pub(super) fn name(self) -> &'static str {
        match self {
            Self::Senior => "Sr.",
            Self::Junior => "Jr.",
            Self::Third => "III",
            Self::Fourth => "IV",
        }
    }
}

impl Name {
    /// Takes a name apart; `kind` is what the article says its bearer is.
    pub(super) fn parse(name: &str, kind: Option<ActorKind>) -> Self {
        let mut tokens: Vec<&str> = name.split_whitespace().collect();
        if tokens.len() > 1 && tokens[0].eq_ignore_ascii_case("the") {
            tokens.remove(0);
        }
        let parsed = if kind == Some(ActorKind::State) || is_union(name, kind) {
            Some(Self::state(name))
        } else if kind == Some(ActorKind::Group) || is_description(&tokens) {
            None
        } else if kind == Some(ActorKind::Organization) || (kind.is_none() && organization::is_one(&tokens)) {
            organization::parse(&tokens)
        } else {
            person::parse(&tokens)
        };
        let mut parsed = parsed.unwrap_or_else(|| Self::of(Class::Described, words(name)));
        if parsed.shown.is_empty() {
            parsed.shown = if parsed.is_name() { tokens.join(" ") } else { name.to_owned() };
        }
        parsed
    }

    fn of(class: Class, words: Vec<String>) -> Self {
        Self {
            class,
            shown: String::new(),
            key: words.concat(),
            words,
            middle: String::new(),
            generation: None,
            gender: None,
            acronym: None,
            initials: None,
        }
    }

    /// A country goes by its code; a palace or capital that speaks is no country, and goes by its own name.
    fn state(name: &str) -> Self {
        let name = name.strip_prefix("the ").unwrap_or(name);
        let mut state = Self::of(Class::State, words(name));
        if let Some(place) = world::place(name).filter(|place| place.kind == PlaceKind::Name) {
            state.key = format!("state {}", place.country.code.to_lowercase());
        }
        state
    }

    /// The surname.
    pub(super) fn last(&self) -> &str {
        self.words.last().map_or("", String::as_str)
    }

    /// The given name, or the only one.
    pub(super) fn first(&self) -> &str {
        self.words.first().map_or("", String::as_str)
    }

    /// Whether it names somebody.
    pub(super) fn is_name(&self) -> bool {
        self.class != Class::Described
    }
}

/// Whether an organisation is one of states, which articles take for either ("the U.N.").
fn is_union(name: &str, kind: Option<ActorKind>) -> bool {
    let place = world::place(name).filter(|place| place.kind == PlaceKind::Name);
    kind != Some(ActorKind::Person) && place.is_some_and(|place| world::is_union(place.country.code))
}

/// Whether the words describe instead of naming: they begin or end in lower case, are an office, or are all nouns.
fn is_description(tokens: &[&str]) -> bool {
    let (Some(first), Some(last)) = (tokens.first(), tokens.last()) else { return true };
    let is_lower = |word: &str| word.chars().find(|c| c.is_alphabetic()).is_some_and(char::is_lowercase);
    // "de Gaulle", "al-Assad" begin with a small letter and are names.
    let particle = |word: &str| name_words::is_particle(word.split('-').next().unwrap_or_default());
    let small = |word: &str| is_lower(word) && !particle(word);
    if small(last) || small(first) || last.chars().all(|c| !c.is_alphabetic()) {
        return true;
    }
    let common = |token: &&str| {
        let lower = token.to_lowercase();
        let word = name_words::look_up(lower.trim_end_matches('.'));
        word.given.is_none() && (word.title || word.noun || word.ordinary || word.adjective)
    };
    // An organisation may be called by nouns alone; that is for its own rule to judge.
    let organization = tokens.iter().any(|token| name_words::look_up(&token.to_lowercase()).organization);
    !organization && (tokens.iter().all(common) || world::is_office(&tokens.join(" ")))
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    fn shown(text: &str, kind: Option<ActorKind>) -> String {
        let name = Name::parse(text, kind);
        let mut parts = vec![format!("{:?}", name.class).to_lowercase(), name.key.clone()];
        parts.extend((!name.middle.is_empty()).then(|| format!("middle {}", name.middle)));
        parts.extend(name.generation.map(|generation| generation.name().to_owned()));
        parts.extend(name.gender.map(|gender| format!("{gender:?}").to_lowercase()));
        parts.extend(name.acronym.map(|letters| format!("letters {letters}")));
        parts.extend(name.initials.map(|letters| format!("initials {letters}")));
        parts.join(" · ")
    }

    #[track_caller]
    fn check(kind: Option<ActorKind>, names: &[&str], expected: Expect) {
        let lines: Vec<String> =
            names.iter().map(|name| format!("{name} = {}\n", shown(name, kind))).collect();
        expected.assert_eq(&lines.concat());
    }

    #[test]
    fn people() {
        check(
            Some(ActorKind::Person),
            &[
                "Ingrid Halvorsen",
                "INGRID HALVORSEN",
                "Foreign Minister Ingrid Halvorsen",
                "Secretary of State Ann Lee",
                "Mrs. Halvorsen",
                "Sen. Martin J. Hale Jr.",
                "J. D. Hale",
                "J.D. Hale",
                "Kim Jong-un",
                "Kim Jong Un",
                "Jean-Claude Børge",
                "Sir Alan Porteous",
                "Supervisor Glenn Tate",
                "Cllr Derek Whitlow",
                "Viktor Orbán",
                "Ursula von der Leyen",
                "Bashar al-Assad",
                "Hale",
                "Hale III",
            ],
            expect![[r#"
                Ingrid Halvorsen = person · ingridhalvorsen
                INGRID HALVORSEN = person · ingridhalvorsen
                Foreign Minister Ingrid Halvorsen = person · ingridhalvorsen
                Secretary of State Ann Lee = person · annlee
                Mrs. Halvorsen = single · halvorsen · female
                Sen. Martin J. Hale Jr. = person · martinhale · middle j · Jr.
                J. D. Hale = person · jdhale
                J.D. Hale = person · jdhale
                Kim Jong-un = person · kimjongun
                Kim Jong Un = person · kimjongun
                Jean-Claude Børge = person · jeanclaudeborge
                Sir Alan Porteous = person · alanporteous · male
                Supervisor Glenn Tate = person · glenntate
                Cllr Derek Whitlow = person · derekwhitlow
                Viktor Orbán = person · viktororban
                Ursula von der Leyen = person · ursulavonderleyen
                Bashar al-Assad = person · basharalassad
                Hale = single · hale
                Hale III = single · hale · III
            "#]],
        );
    }

    #[test]
    fn descriptions() {
        check(
            None,
            &[
                "two doctors",
                "Captain",
                "Russian Foreign Minister",
                "the foreign minister",
                "analyst at Bridgefoot",
                "MODERATOR",
                "senior Estrovan official",
                "",
                "…",
            ],
            expect![[r#"
                two doctors = described · twodoctors
                Captain = described · captain
                Russian Foreign Minister = described · russianforeignminister
                the foreign minister = described · theforeignminister
                analyst at Bridgefoot = described · analystatbridgefoot
                MODERATOR = described · moderator
                senior Estrovan official = described · seniorestrovanofficial
                 = described · 
                … = described · 
            "#]],
        );
    }

    #[test]
    fn organizations_and_states() {
        check(
            Some(ActorKind::Organization),
            &[
                "European Central Bank",
                "the ECB",
                "E.C.B.",
                "Kelso Mattress Co.",
                "Hale & Sons Inc",
                "Norwegian Foreign Ministry",
                "Ministry of Foreign Affairs of Norway",
                "Norway’s Ministry of Foreign Affairs",
                "Ministry of Health",
                "Supreme Court",
                "Supreme Court of India",
                "Bank of England",
                "Lorne Rural Fire Service",
                "health ministry",
                "Labour Party",
                "Treasury",
                "International Labor Organisation",
            ],
            expect![[r#"
                European Central Bank = organization · europeancentralbank · initials ecb
                the ECB = organization · ecb · letters ecb
                E.C.B. = organization · ecb · letters ecb
                Kelso Mattress Co. = organization · kelsomattress · initials kmc
                Hale & Sons Inc = organization · halesons · initials hsi
                Norwegian Foreign Ministry = organization · no:ministry foreign-minister · initials nfm
                Ministry of Foreign Affairs of Norway = organization · no:ministry foreign-minister · initials mfan
                Norway’s Ministry of Foreign Affairs = organization · no:ministry foreign-minister · initials nmfa
                Ministry of Health = generic · ministryofhealth · initials mh
                Supreme Court = generic · supremecourt · initials sc
                Supreme Court of India = organization · in:court supreme · initials sci
                Bank of England = organization · bankofengland · initials be
                Lorne Rural Fire Service = organization · lorneruralfireservice · initials lrfs
                health ministry = described · healthministry
                Labour Party = generic · laborparty · initials lp
                Treasury = generic · treasury
                International Labor Organisation = organization · internationallabororganization · initials ilo
            "#]],
        );
        check(
            Some(ActorKind::State),
            &["Norway", "the United States", "U.S.", "the Kremlin"],
            expect![[r#"
                Norway = state · state no
                the United States = state · state us
                U.S. = state · state us
                the Kremlin = state · kremlin
            "#]],
        );
        check(
            None,
            &["Valley Coaches Ltd", "Basin Institute", "Citadel", "Jo Larkin"],
            expect![[r#"
            Valley Coaches Ltd = organization · valleycoaches · initials vcl
            Basin Institute = organization · basininstitute · initials bi
            Citadel = single · citadel
            Jo Larkin = person · jolarkin
        "#]],
        );
    }
}
