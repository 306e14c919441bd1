//! The word tables: role nouns, titles, given names, places, organisation words, ordinary words.

use std::sync::LazyLock;

use crate::world::Country;
use rustc_hash::{FxHashMap, FxHashSet};

/// What the tables say of one word, whatever the article.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Entry {
    /// The word as a role noun or other head noun of a description.
    pub(crate) noun: Option<Noun>,
    /// Whether it may stand before a name as a title ("Mr", "Sen.", "President").
    pub(crate) title: bool,
    /// The gender that a title before a name gives ("Mrs").
    pub(crate) title_gender: Option<Gender>,
    /// Whether it is a given name.
    pub(crate) given: Option<Gender>,
    /// Whether it opens sentences with a capital and is no name.
    pub(crate) ordinary: bool,
    /// Whether it shows a name to be an organisation's.
    pub(crate) organization: bool,
    /// Whether it is a company suffix ("Inc").
    pub(crate) suffix: bool,
    /// Whether it means "of this state or party" ("Russian", "Democratic").
    pub(crate) adjective: bool,
}

/// A noun that heads descriptions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Noun {
    /// The singular, or the common form of words that mean one role ("spokeswoman" is "spokesman").
    pub(crate) lemma: &'static str,
    pub(crate) class: NounClass,
    pub(crate) gender: Option<Gender>,
    pub(crate) plural: bool,
}

/// What a head noun means.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NounClass {
    Person,
    Organization,
    Document,
}

/// Grammatical gender of a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Gender {
    /// "he"
    Male,
    /// "she"
    Female,
}

/// A state or a place that stands for its government.
#[derive(Debug)]
pub(super) struct Place {
    /// The name that all its spellings share.
    pub(crate) name: &'static str,
}

static ROLES: &str = include_str!("data/roles.txt");
static GIVEN: &str = include_str!("data/given_names.txt");
static PLACES: &str = include_str!("data/places.txt");
static ORGANIZATIONS: &str = include_str!("data/organisations.txt");
static ORDINARY: &str = include_str!("data/ordinary_words.txt");

/// Words that mean the same role; the first stands for all.
const SAME_ROLE: &[&[&str]] = &[
    &["spokesman", "spokeswoman", "spokesperson"],
    &["chairman", "chairwoman", "chair", "chairperson"],
    &["lawyer", "attorney", "counsel", "solicitor", "barrister"],
    &["nominee", "candidate", "hopeful", "contender"],
    &["senator", "sen"],
    &["pope", "pontiff"],
    &["representative", "rep", "congressman", "congresswoman"],
    &["governor", "gov"],
    &["general", "gen"],
    &["professor", "prof"],
    &["doctor", "dr"],
    &["judge", "justice"],
    &["ambassador", "amb"],
    &["representative", "rep"],
    &["adviser", "advisor"],
    &["businessman", "businesswoman", "businessperson"],
    &["councillor", "councilor", "councilman", "councilwoman", "councilmember"],
    &["minister", "ministers"],
    &["company", "firm"],
    &["newspaper", "paper"],
    &["film", "movie", "documentary"],
    &["poll", "survey"],
];

const PARTY_WORDS: &[&str] = &[
    "democratic",
    "republican",
    "conservative",
    "labour",
    "liberal",
    "libertarian",
    "socialist",
    "democrat",
    "islamic",
    "arab",
    "western",
    "african",
    "asian",
    "african-american",
    "african-americans",
    "hispanic",
    "latino",
    "kurdish",
    "tory",
];

static WORDS: LazyLock<FxHashMap<String, Entry>> = LazyLock::new(|| {
    let mut words: FxHashMap<String, Entry> = FxHashMap::default();
    for line in lines(ROLES) {
        let mut parts = line.split_whitespace();
        match parts.next() {
            Some("t") => {
                let gender = match parts.next() {
                    Some("m") => Some(Gender::Male),
                    Some("f") => Some(Gender::Female),
                    _ => None,
                };
                for word in parts {
                    let entry = words.entry(word.to_owned()).or_default();
                    entry.title = true;
                    entry.title_gender = gender;
                }
            }
            Some(class) => {
                let (class, gender, plural) = match class {
                    "m" => (NounClass::Person, Some(Gender::Male), false),
                    "f" => (NounClass::Person, Some(Gender::Female), false),
                    "o" => (NounClass::Organization, None, false),
                    "d" => (NounClass::Document, None, false),
                    "g" => (NounClass::Person, None, true),
                    _ => (NounClass::Person, None, false),
                };
                for word in parts {
                    let noun = Noun { lemma: common_lemma(word), class, gender, plural };
                    words.entry(word.to_owned()).or_default().noun.get_or_insert(noun);
                    if !plural {
                        let many = Noun { plural: true, ..noun };
                        words.entry(plural_of(word)).or_default().noun.get_or_insert(many);
                    }
                }
            }
            None => {}
        }
    }
    for line in lines(GIVEN) {
        let mut parts = line.split_whitespace();
        let gender = if parts.next() == Some("f") { Gender::Female } else { Gender::Male };
        for word in parts {
            words.entry(word.to_lowercase()).or_default().given = Some(gender);
        }
    }
    for line in lines(ORGANIZATIONS) {
        let mut parts = line.split_whitespace();
        let suffix = parts.next() == Some("s");
        for word in parts {
            let entry = words.entry(word.to_lowercase()).or_default();
            entry.organization |= !suffix;
            entry.suffix |= suffix;
        }
    }
    for word in lines(ORDINARY).flat_map(str::split_whitespace) {
        words.entry(word.to_owned()).or_default().ordinary = true;
    }
    for line in lines(PLACES) {
        for word in line.split_once(':').map_or("", |(_, words)| words).split_whitespace() {
            words.entry(word.to_lowercase()).or_default().adjective = true;
        }
    }
    for word in PARTY_WORDS {
        words.entry((*word).to_owned()).or_default().adjective = true;
    }
    words
});

static PLACE_NAMES: LazyLock<FxHashMap<String, Place>> = LazyLock::new(|| {
    let mut places = FxHashMap::default();
    for line in lines(PLACES) {
        let names = line.split_once(':').map_or(line, |(names, _)| names);
        let name = names.split('|').next().map_or("", str::trim);
        for spelling in names.split('|') {
            places.insert(spelling.trim().to_lowercase(), Place { name });
        }
    }
    places
});

/// Adjective of a state → the state's name.
static STATES: LazyLock<FxHashMap<String, &'static str>> = LazyLock::new(|| {
    let mut states = FxHashMap::default();
    for line in lines(PLACES) {
        if let Some((names, adjectives)) = line.split_once(':') {
            let name = names.split('|').next().map_or("", str::trim);
            for adjective in adjectives.split_whitespace() {
                states.insert(adjective.to_lowercase(), name);
            }
            for spelling in names.split('|') {
                states.insert(spelling.trim().to_lowercase(), name);
            }
        }
    }
    states
});

static PARTICLES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    "de van von der den la le du di da del della dos das bin ibn al el ben ter ten zu y e af av"
        .split(' ')
        .collect()
});

/// What the tables say of a lower-case word; a final period of an abbreviation does not matter.
pub(crate) fn look_up(lower: &str) -> Entry {
    let compound = lower.contains('-');
    let known = |word: &str| {
        let bare = word.trim_end_matches('.');
        WORDS.get(word).or_else(|| if bare.len() < word.len() { WORDS.get(bare) } else { None })
    };
    let bare = || {
        if !compound {
            return None;
        }
        let ends = ["-elect", "-designate", "-in-waiting", "-in-chief"]
            .into_iter()
            .find_map(|end| lower.strip_suffix(end));
        ends.or_else(|| ["co-", "ex-"].into_iter().find_map(|begin| lower.strip_prefix(begin)))
    };
    let found = known(lower).or_else(|| known(bare()?));
    let mut entry = found.copied().unwrap_or_default();
    // "the 34-year-old", "the father-of-two"
    let parent = |words: &[&str]| {
        compound
            && lower.split_once("-of-").is_some_and(|(word, _)| words.iter().any(|end| word.ends_with(end)))
    };
    let gender = match () {
        () if parent(&["mother", "mum", "mom"]) => Some(Some(Gender::Female)),
        () if parent(&["father", "dad"]) => Some(Some(Gender::Male)),
        () => lower.ends_with("-year-old").then_some(None),
    };
    if let Some(gender) = gender {
        entry.noun = Some(Noun { lemma: "year-old", class: NounClass::Person, gender, plural: false });
    }
    // "Mexicans", "Europeans": the adjective of a state in the plural means its people.
    if entry.noun.is_none()
        && let Some(one) = lower.strip_suffix('s')
        && !STATES.contains_key(lower)
        && let Some(lemma) = STATES.get(one).or_else(|| PARTY_WORDS.iter().find(|w| **w == one))
    {
        entry.noun = Some(Noun { lemma, class: NounClass::Person, gender: None, plural: true });
    }
    entry
}

/// The state or seat of a government with this lower-case name.
pub(super) fn place(lower: &str) -> Option<&'static Place> {
    PLACE_NAMES.get(lower)
}

/// Whether this is the name of a country, not of a seat of government.
pub(super) fn is_country(name: &str) -> bool {
    STATES.contains_key(&name.to_lowercase())
}

/// The word in a form shared by all words for one state or party ("russian", "russia" → "Russia").
pub(crate) fn canonical_modifier(lower: &str) -> &str {
    match lower {
        "gop" | "republicans" => "republican",
        "democrat" | "democrats" => "democratic",
        "defence" => "defense",
        "labor" => "labour",
        _ => STATES.get(lower).copied().unwrap_or(lower),
    }
}

/// The word for a country that roles have as theirs.
pub(super) fn state_word(country: &Country) -> String {
    canonical_modifier(&country.name.to_lowercase()).to_owned()
}

/// Whether women and men alike have this lower-case given name.
pub(super) fn is_unisex(lower: &str) -> bool {
    UNISEX.contains(&lower)
}

const UNISEX: [&str; 46] = [
    "alexis", "andrea", "angel", "ariel", "ashley", "aubrey", "avery", "ayo", "blair", "bukola", "cameron",
    "carey", "casey", "courtney", "dana", "darcy", "devon", "drew", "femi", "gale", "hilary", "jamie",
    "jean", "jess", "jo", "jordan", "kehinde", "kelly", "kerry", "kim", "lee", "leslie", "marion", "merle",
    "morgan", "pat", "robin", "sandy", "shannon", "sidney", "stacy", "taiwo", "terry", "tope", "tracy",
    "yemi",
];

/// Whether a lower-case word may join the parts of a name ("van", "de").
pub(super) fn is_particle(lower: &str) -> bool {
    PARTICLES.contains(lower)
}

/// Whether two lower-case given names may belong to one person: equal, one the initial of the
/// other, or a usual short form.
pub(super) fn given_names_agree(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let initial = |s: &str| s.trim_end_matches('.').chars().count() == 1;
    if initial(a) || initial(b) {
        return a.chars().next() == b.chars().next();
    }
    let short = |a: &str, b: &str| {
        a.chars().count() >= 3 && b.starts_with(a)
            || SHORT_FORMS.iter().any(|(s, f)| *s == a && f.contains(&b))
    };
    short(a, b) || short(b, a)
}

/// The given names of which a lower-case word is the short form in this list.
pub(super) fn full_given_names(short: &str) -> Vec<&'static str> {
    SHORT_FORMS
        .iter()
        .filter(|(known, _)| *known == short)
        .flat_map(|(_, full)| full.iter().copied())
        .collect()
}

const SHORT_FORMS: &[(&str, &[&str])] = &[
    ("mike", &["michael", "mikhail"]),
    ("mick", &["michael"]),
    ("bill", &["william"]),
    ("billy", &["william"]),
    ("will", &["william"]),
    ("joe", &["joseph"]),
    ("bob", &["robert"]),
    ("bobby", &["robert"]),
    ("jim", &["james"]),
    ("jimmy", &["james"]),
    ("tom", &["thomas"]),
    ("dick", &["richard"]),
    ("rick", &["richard"]),
    ("ted", &["edward", "theodore"]),
    ("ed", &["edward", "edwin"]),
    ("tony", &["anthony", "antony"]),
    ("chuck", &["charles"]),
    ("charlie", &["charles"]),
    ("jack", &["john"]),
    ("liz", &["elizabeth"]),
    ("beth", &["elizabeth"]),
    ("betty", &["elizabeth"]),
    ("kate", &["katherine", "catherine"]),
    ("kathy", &["katherine", "kathleen", "catherine"]),
    ("peggy", &["margaret"]),
    ("maggie", &["margaret"]),
    ("meg", &["margaret"]),
    ("larry", &["lawrence", "laurence"]),
    ("harry", &["harold", "henry"]),
    ("hank", &["henry"]),
    ("andy", &["andrew"]),
    ("drew", &["andrew"]),
    ("steve", &["steven", "stephen"]),
    ("jerry", &["gerald", "jerome"]),
    ("gerry", &["gerald"]),
    ("nick", &["nicholas", "nicolas"]),
    ("alex", &["alexander", "alexandra", "alexis"]),
    ("sasha", &["alexander", "alexandra"]),
    ("jeff", &["jeffrey", "geoffrey"]),
    ("geoff", &["geoffrey"]),
    ("pete", &["peter"]),
    ("sandy", &["alexander", "sandra"]),
    ("becky", &["rebecca"]),
    ("debbie", &["deborah"]),
    ("jenny", &["jennifer"]),
    ("mitch", &["mitchell"]),
    ("ron", &["ronald"]),
    ("don", &["donald"]),
    ("rudy", &["rudolph"]),
    ("vova", &["vladimir"]),
    ("pat", &["patrick", "patricia"]),
    ("jon", &["jonathan"]),
    ("hans", &["johannes"]),
    ("pepe", &["josé", "jose"]),
    ("sergei", &["sergey"]),
    ("dmitri", &["dmitry"]),
    ("alexei", &["alexey", "aleksei"]),
];

fn lines(table: &'static str) -> impl Iterator<Item = &'static str> {
    table.lines().map(str::trim).filter(|l| !l.is_empty() && !l.starts_with('#'))
}

fn common_lemma(word: &'static str) -> &'static str {
    SAME_ROLE.iter().find(|same| same.contains(&word)).map_or(word, |same| same[0])
}

fn plural_of(word: &str) -> String {
    if let Some(stem) = word.strip_suffix("man") {
        return format!("{stem}men");
    }
    if word == "person" {
        return "persons".to_owned();
    }
    if word.ends_with('y') && !["ay", "ey", "oy"].iter().any(|end| word.ends_with(end)) {
        return format!("{}ies", &word[..word.len() - 1]);
    }
    if ["s", "x", "ch", "sh"].iter().any(|end| word.ends_with(end)) {
        return format!("{word}es");
    }
    format!("{word}s")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_are_read() {
        assert_eq!(look_up("spokeswoman").noun.unwrap().gender, Some(Gender::Female));
        assert!(look_up("ministers").noun.unwrap().plural);
        assert!(look_up("sen.").title);
        assert_eq!(look_up("mrs.").title_gender, Some(Gender::Female));
        assert_eq!(look_up("vladimir").given, Some(Gender::Male));
        assert!(look_up("mexicans").noun.unwrap().plural);
        assert_eq!(place("u.s.").unwrap().name, "United States");
        assert_eq!(canonical_modifier("russian"), canonical_modifier("russia"));
        assert!(look_up("table-top").noun.is_none());
    }

    #[test]
    fn given_names_agree_only_with_their_forms() {
        for (a, b) in [("mike", "michael"), ("j.", "john"), ("rob", "robert"), ("bill", "bill")] {
            assert!(given_names_agree(a, b), "{a} {b}");
        }
        for (a, b) in [("bill", "hillary"), ("george", "laura"), ("m.", "john"), ("jo", "john")] {
            assert!(!given_names_agree(a, b), "{a} {b}");
        }
    }
}
