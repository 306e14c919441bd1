//! Parts of a name chunk: titles and roles, the name, suffixes; and what the chunk is.

use super::namesakes::{is_paper, is_surname};
use super::{BODIES_FOR, Chunk, ChunkClass};
use crate::nouns;
use crate::speakers::lexicon::{self, NounClass};
use crate::speakers::tokens::Story;

/// Whether a word is one of the letters after a name: "MP", "QC".
pub(in crate::speakers) fn is_post_nominal(story: &Story, token: usize) -> bool {
    POST_NOMINALS.contains(&story.slice(token))
}

const POST_NOMINALS: [&str; 14] =
    ["MP", "MEP", "MSP", "MLA", "TD", "QC", "KC", "SC", "PhD", "MD", "OBE", "CBE", "MBE", "FRS"];

/// Splits a chunk into role, name and suffix and says what it is.
pub(super) fn parse(story: &Story, first: usize, last: usize) -> Chunk {
    let mut chunk = Chunk {
        first,
        last,
        name: first,
        name_last: last,
        class: ChunkClass::Unknown,
        titled: false,
        gender: None,
        short_of: None,
    };
    // "Great Brian Roe": what opens a sentence has its capital anyway.
    let given = |i: usize| story.entry(i).given.is_some();
    if story.tokens[first].first
        && last >= first + 2
        && !given(first)
        && given(first + 1)
        && nouns::is_common(story.lower(first))
        && story.tokens[last].is_word
        && !story.entry(last).organization
        && !is_role_word(story, first)
    {
        return parse(story, first + 1, last);
    }
    // "German Green Anna Deparn"
    let from = first + usize::from(story.entry(first).adjective);
    if story.is(from, "green") && from + 2 <= last && given(from + 1) && !story.entry(last).organization {
        let mut named = parse(story, from + 1, last);
        named.first = first;
        return named;
    }
    let printed = story.slice_range(first, last);
    if lexicon::place(&printed.to_lowercase()).is_some() {
        chunk.class = ChunkClass::State;
        return chunk;
    }
    // "The Baharampur MP" is somebody named elsewhere.
    let of_place = first > 0 && story.is(first - 1, "the");
    if of_place && first < last && ["MP", "MEP", "MSP", "MLA", "TD"].contains(&story.slice(last)) {
        chunk.class = ChunkClass::NoName;
        chunk.name = last + 1;
        return chunk;
    }
    // Suffixes.
    let mut suffixed = false;
    while chunk.name_last > first {
        let entry = story.entry(chunk.name_last);
        let generation = story.is_any(chunk.name_last, &["jr.", "jr", "sr.", "sr", "ii", "iii", "iv"])
            || chunk.name_last > first + 1 && is_post_nominal(story, chunk.name_last);
        if entry.suffix || generation || !story.tokens[chunk.name_last].is_word {
            suffixed |= entry.suffix;
            chunk.name_last -= 1;
        } else {
            break;
        }
    }
    let name_last = chunk.name_last;
    if is_paper(story, first, name_last) {
        chunk.class = ChunkClass::Organization;
        return chunk;
    }
    // Nobody is called Roman Catholic, and "a second Liberal MP" has no name.
    let faith = story.is(first, "roman") && story.is_any(name_last, &["catholic", "catholics"]);
    let member = story.entry(first).adjective && is_post_nominal(story, name_last);
    if name_last == first + 1 && (faith || member) {
        chunk.class = ChunkClass::NoName;
        chunk.name = last + 1;
        return chunk;
    }
    let head = (first..=name_last)
        .find(|&i| story.is_any(i, &["of", "for", "on"]))
        .map_or(name_last, |i| i.max(1) - 1);
    let title_first = story.entry(first).title && story.entry(first).title_gender.is_some();
    let given_first = story.entry(first).given.is_some();
    let within = (first + 1..name_last).any(|i| story.is_any(i, &["without", "against", "beyond"]));
    // "The Speaker of the House" is an office.
    if story.is(first, "speaker") && story.is(first + 1, "of") && !(first + 2..=last).any(given) {
        chunk.class = ChunkClass::NoName;
        chunk.name = last + 1;
        return chunk;
    }
    let is_organization = suffixed
        || within
        || story.is_any(first, BODIES_FOR) && story.is(first + 1, "for") && first + 1 < name_last
        || story.is_any(first, &["daily", "weekly"]) && first < name_last
        || (story.entry(head).organization
            && !title_first
            && !(given_first && name_last == first + 1 && head == name_last))
        || story.is(first + 1, "&") && name_last > first
        || story.is(name_last, "executive") && (first..name_last).any(|i| story.is(i, "and"))
        || (first..name_last).any(|i| story.is(i, "&"));
    // "Justices Ann Roe and Bo Ek": a title of several before the first of them.
    let of_several = |i: usize| {
        i == first
            && i + 1 < name_last
            && story.entry(i).noun.is_some_and(|n| n.plural && n.class == NounClass::Person)
            && story.is(last + 1, "and")
            && !story.tokens[i].first
    };
    // A role before a personal name wins over the organisation word within the role ("Senate …").
    // "MP Fatima Sheikh Ansari": what follows a given name is a name.
    let inner = |i: usize| {
        i > first && given(i - 1) && story.is_any(i, &["sheikh", "king", "prince", "pope", "bishop"])
    };
    let role_end = (first..name_last).rev().find(|&i| is_role_word(story, i) && !inner(i) || of_several(i));
    if let Some(role) = role_end
        && !is_organization
    {
        // Skip the portfolio: "Secretary of State" + "Mike Pompeo".
        let mut name = role + 1;
        if story.is(name, "of") {
            name += 1;
            if story.is(name, "the") {
                name += 1;
            }
            name += 1;
            if story.is_any(name - 1, &["foreign", "veterans", "homeland"]) && name <= name_last {
                name += 1;
            }
        }
        let given = story.entry(first).given.is_some() && !story.entry(first).title;
        let abbreviated = story.slice(role).ends_with('.');
        let named = story.entry(name.min(name_last)).given.is_some();
        if name > name_last {
            chunk.class = ChunkClass::NoName;
            chunk.name = last + 1;
            return chunk;
        }
        if name == name_last && story.entry(name).noun.is_some_and(|n| n.plural) {
            // "Fellow Republicans"
            chunk.class = ChunkClass::NoName;
            chunk.name = last + 1;
            return chunk;
        }
        if !given || named || abbreviated || role > first && name < name_last {
            chunk.name = name;
            chunk.titled = true;
            chunk.class = ChunkClass::Person;
            chunk.gender = (first..name).find_map(|i| {
                let e = story.entry(i);
                e.title_gender.or(e.noun.and_then(|n| n.gender))
            });
            return chunk;
        }
    }
    if is_organization {
        // "Rival Jones Ltd", "Developer Tarn Valley Homes"
        const TRADES: [&str; 24] = [
            "developer",
            "exporter",
            "importer",
            "operator",
            "supplier",
            "retailer",
            "manufacturer",
            "maker",
            "brewer",
            "publisher",
            "contractor",
            "insurer",
            "lender",
            "carrier",
            "builder",
            "housebuilder",
            "carmaker",
            "drugmaker",
            "chipmaker",
            "broadcaster",
            "owner",
            "rival",
            "distributor",
            "miner",
        ];
        let kin =
            suffixed && first < name_last && story.is_any(first, &["parent", "partner", "owner", "rival"]);
        let trade = first + 2 <= name_last && story.is_any(first, &TRADES);
        if story.tokens[first].first && (kin || trade) {
            (chunk.first, chunk.name) = (first + 1, first + 1);
        }
        chunk.class = ChunkClass::Organization;
        if first == name_last && !suffixed && acronym(story.slice(first)).is_none() {
            // "Bank", "Court" alone describe.
            let entry = story.entry(first);
            if entry.noun.is_some()
                && !story.is_any(first, &["congress", "parliament", "senate", "house", "treasury"])
            {
                chunk.class = ChunkClass::NoName;
                chunk.name = last + 1;
            }
        }
        return chunk;
    }
    if first == name_last {
        let entry = story.entry(first);
        let word = &story.words[story.tokens[first].word as usize];
        // "The Dean of Lowden"
        let office = of_place && entry.noun.is_some() && story.is(last + 1, "of");
        // "King" after "Mr. King" elsewhere is a name; that is settled by the cast, which knows all names.
        if entry.adjective
            || office
            || (entry.noun.is_some() && entry.given.is_none())
            || (entry.title && entry.given.is_none())
        {
            chunk.class = ChunkClass::NoName;
            chunk.name = last + 1;
        } else if acronym(story.slice(first)).is_some() || is_shouted(story, first) {
            // "WALLACE:" opens a turn of a transcript; so do all later turns.
            let opens = first == 0 || story.tokens[first - 1].block != story.tokens[first].block;
            chunk.class = if opens && story.is(last + 1, ":") && word.lower.len() > 2 {
                ChunkClass::Person
            } else if acronym(story.slice(first)).is_some() {
                ChunkClass::Acronym
            } else {
                ChunkClass::Unknown
            };
        }
        return chunk;
    }
    // "Dottie Deans", "Ngozi Porter": a surname that is a noun, too, after a word that is none.
    let strange = |i: usize| {
        let entry = story.entry(i);
        let lower = story.lower(i);
        let role = entry.noun.is_some() || entry.title || entry.organization || entry.adjective;
        !role
            && !nouns::is_common(lower)
            && acronym(story.slice(i)).is_none()
            && lexicon::place(lower).is_none()
    };
    if is_surname(story.lower(name_last)) && (first..name_last).all(strange) {
        chunk.class = ChunkClass::Person;
        return chunk;
    }
    // Two or more words without a title.
    while chunk.name < name_last && story.entry(chunk.name).adjective {
        chunk.name += 1;
    }
    // "South Korean-born Monte Haines"
    let from = |i: &usize| {
        ["-born", "-based", "-raised", "-trained", "-educated", "-rival", "-owned", "-backed"]
            .iter()
            .any(|end| story.lower(*i).ends_with(end))
    };
    let described = (chunk.name..name_last).rev().find(from);
    if let Some(last) = described {
        chunk.name = last + 1;
    }
    let entry = story.entry(chunk.name);
    let last_entry = story.entry(name_last);
    if let Some(noun) = last_entry.noun
        && (noun.plural || entry.given.is_none() && noun.class != NounClass::Document)
    {
        // "Foreign Minister", "Senate Republicans", "House Democrats".
        if noun.plural || noun.class == NounClass::Person || noun.class == NounClass::Organization {
            // Who has a spokesman is a body: "a spokesman for Valley Coaches".
            if is_spoken_for(story, first) {
                chunk.class = ChunkClass::Organization;
                chunk.name = first;
                return chunk;
            }
            chunk.class = ChunkClass::NoName;
            chunk.name = last + 1;
            return chunk;
        }
    }
    if chunk.name == name_last && chunk.name > first {
        let e = story.entry(name_last);
        if e.noun.is_some() || e.adjective {
            chunk.class = ChunkClass::NoName;
            chunk.name = last + 1;
            return chunk;
        }
        // "Democratic Party"-like names were organisations above; "Islamic State" stays whole.
        if e.given.is_none() && described.is_none() {
            chunk.name = first;
        }
    }
    let initial = |i: usize| {
        let s = story.slice(i);
        s.ends_with('.')
            && s.chars().filter(|c| c.is_alphabetic()).count() <= 2
            && s.chars().all(|c| c == '.' || c.is_uppercase())
    };
    let initials =
        (chunk.name..name_last).any(initial) && acronym(story.slice(chunk.name)).is_none_or(|a| a.len() <= 2);
    let particle = (chunk.name + 1..name_last)
        .any(|i| lexicon::is_particle(story.lower(i)) && !story.is_any(i, &["e", "y"]));
    let nickname = (chunk.name..name_last).any(|i| !story.tokens[i].is_word && !story.is_any(i, &[",", "&"]));
    if chunk.name == name_last && story.entry(chunk.name).given.is_none() {
        return chunk;
    }
    if story.entry(chunk.name).given.is_some() || initials || particle || nickname {
        chunk.class = ChunkClass::Person;
    }
    chunk
}

fn is_spoken_for(story: &Story, first: usize) -> bool {
    first > 1
        && story.is_any(first - 1, &["for", "of", "at"])
        && story.entry(first - 2).noun.is_some_and(|noun| noun.lemma == "spokesman")
}

fn is_shouted(story: &Story, i: usize) -> bool {
    let printed = story.slice(i);
    printed.chars().count() > 2 && printed.chars().all(|c| !c.is_lowercase())
}

fn is_role_word(story: &Story, i: usize) -> bool {
    let entry = story.entry(i);
    // "Canon Emyr Bowles", "Area MCA Jackson Saruni", "SP Haruna Dangiwa"; alone it is a company or a party.
    let title = story.is_any(i, &["canon", "mca", "sp", "dsp", "asp", "acp", "dcp", "csp"])
        && (1..=2).all(|n| {
            story.joined(i + n - 1) && story.tokens[i + n].capital && !story.entry(i + n).organization
        });
    entry.title
        || title
        || entry.noun.is_some_and(|n| {
            n.class == NounClass::Person && !n.plural || n.lemma == "senator" || n.lemma == "representative"
        })
}

/// The letters of a possible acronym, without periods; `None` if it is none.
pub(in crate::speakers) fn acronym(printed: &str) -> Option<String> {
    let letters: String = printed.chars().filter(|c| *c != '.').collect();
    let count = letters.chars().count();
    let all = letters.chars().all(|c| c.is_uppercase() || c.is_ascii_digit() || c == '&' || c == '-');
    (all && (2..=7).contains(&count) && letters.chars().any(char::is_uppercase)).then_some(letters)
}
