//! Name chunks: where names stand in the story and what their parts are.

mod employer;
mod namesakes;
mod parts;
mod portfolio;

use std::collections::HashSet;

use super::lexicon::{self, Gender, NounClass};
use super::tokens::Story;
use crate::nouns;
use parts::parse;
pub(super) use parts::{acronym, is_post_nominal};
pub(super) use portfolio::{is_role, role_before};

/// A stretch of capitalised words: a name with its titles, or a title alone.
#[derive(Clone, Debug)]
pub(super) struct Chunk {
    /// The first and last token.
    pub(super) first: usize,
    pub(super) last: usize,
    /// The first token of the name, after titles and roles; past `last` if there is no name.
    pub(super) name: usize,
    /// The last token of the name without "Jr." and company suffixes.
    pub(super) name_last: usize,
    pub(super) class: ChunkClass,
    /// Whether a title or role stands before the name within the chunk.
    pub(super) titled: bool,
    pub(super) gender: Option<Gender>,
    /// "(ECB)": the chunk whose short form this one is.
    pub(super) short_of: Option<usize>,
}

/// What a chunk is by its words alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ChunkClass {
    Person,
    Organization,
    State,
    /// Capital letters only: an acronym, or a speaker of a transcript.
    Acronym,
    Unknown,
    /// A title or adjective without a name ("the Prime Minister", "Russian").
    NoName,
}

/// The chunks of a story in text order and which one each token belongs to.
pub(super) struct Chunks {
    pub(super) all: Vec<Chunk>,
    at: Vec<u32>,
}

impl Chunks {
    /// Finds all chunks.
    pub(super) fn find(story: &Story) -> Self {
        let mut chunks = Self { all: Vec::new(), at: vec![u32::MAX; story.len()] };
        let mut i = 0;
        while i < story.len() {
            if !story.title_case[story.tokens[i].block as usize] && may_start(story, i) {
                let last = extend(story, i);
                let chunk = chunks.with_portfolio(story, parse(story, i, last));
                let mut chunk = chunks.with_division(story, chunk);
                let call = is_call(story, i);
                if call {
                    (chunk.first, chunk.name, chunk.name_last, chunk.titled) = (i, i, last, false);
                    (chunk.class, chunk.gender) = (ChunkClass::Organization, None);
                }
                if !call && let Some(employer) = employer::part(story, &mut chunk) {
                    chunks.push(employer);
                }
                chunks.push(chunk);
                i = last + 1;
            } else {
                i += 1;
            }
        }
        chunks.find_known_names(story);
        chunks.link_short_forms(story);
        chunks
    }

    /// "Director" + "of" + "Elections Anna Lind": a name after a role and what that is over, which so far stand apart, or in the
    /// name's place.
    fn with_portfolio(&mut self, story: &Story, mut chunk: Chunk) -> Chunk {
        let initial = |i: usize| story.slice(i).len() == 2 && story.slice(i).ends_with('.');
        // "Minister for the Marine": nobody is called "the".
        let the = |i: usize| i > 0 && story.is(i - 1, "the") && nouns::is_common(story.lower(i));
        let given = |i: usize| {
            (story.entry(i).given.is_some() || initial(i)) && !story.entry(i).organization && !the(i)
        };
        // "Minister for Arts and" + "Heritage Anna Lind", but not "Minister for Arts and Anna Lind"
        let joint = chunk.first > 1 && story.is(chunk.first - 1, "and") && !given(chunk.first);
        let Some(role) = role_before(story, chunk.first - usize::from(joint)) else { return chunk };
        let last = story.entry(chunk.name_last);
        let ends_as_name = !last.organization && lexicon::place(story.lower(chunk.name_last)).is_none();
        // "Leader of the" + "Opposition Umang Solanki"
        let of_house = story.is_any(chunk.first, &["opposition", "house", "senate"])
            && story.is(role, "leader")
            && chunk.first < chunk.last;
        let after_house = || of_house.then_some(chunk.first + 1);
        // "Minister for the" + "Environment Cathal Devenney"
        let plain = |i: usize| nouns::is_common(story.lower(i));
        let over = chunk.first + 2 == chunk.name_last
            && plain(chunk.first)
            && !(chunk.first + 1..=chunk.name_last).any(plain);
        let after_noun = || over.then_some(chunk.first + 1);
        let name = (chunk.first + 1..chunk.name_last).find(|&i| given(i));
        let name = name.or_else(after_house).or_else(after_noun);
        let Some(name) = name.filter(|_| ends_as_name) else { return chunk };
        if given(chunk.first) || chunk.titled {
            return chunk;
        }
        (chunk.name, chunk.titled, chunk.class) = (name, true, ChunkClass::Person);
        while joint && let Some(before) = self.all.pop_if(|before| role < before.first) {
            chunk.first = before.first;
        }
        if self.all.last().is_some_and(|before| before.first <= role && role <= before.last) {
            chunk.first = self.all.pop().expect("there is one").first;
            chunk.gender = (chunk.first..name).find_map(|i| story.entry(i).noun.and_then(|noun| noun.gender));
        }
        chunk
    }

    /// "Deputy Commissioner of Police" + "(Traffic)" + "Anna Lind": a name after a role and, in brackets, what that is over.
    fn with_division(&mut self, story: &Story, mut chunk: Chunk) -> Chunk {
        const LONGEST: usize = 6;
        let close = chunk.first.checked_sub(1).filter(|&i| story.is(i, ")"));
        let open = close.and_then(|close| (close.saturating_sub(LONGEST)..close).find(|&i| story.is(i, "(")));
        let Some(before) = open.and_then(|open| open.checked_sub(1)) else { return chunk };
        let role = if is_role(story.entry(before)) { Some(before) } else { role_before(story, before) };
        let named = matches!(chunk.class, ChunkClass::Person | ChunkClass::Unknown)
            && chunk.name == chunk.first
            && chunk.first < chunk.name_last
            && story.tokens[before].sentence == story.tokens[chunk.first].sentence;
        let Some(role) = role.filter(|_| named) else { return chunk };
        let first = self.at(role).map_or(role, |c| self.all[c].first);
        if (first..=before).any(|i| story.entry(i).given.is_some()) {
            return chunk;
        }
        while self.all.last().is_some_and(|other| first <= other.first) {
            self.all.pop();
        }
        let gender = story.entry(role).noun.and_then(|noun| noun.gender);
        (chunk.first, chunk.titled, chunk.class) = (first, true, ChunkClass::Person);
        chunk.gender = chunk.gender.or(gender);
        chunk
    }

    /// The chunk that holds a token.
    pub(super) fn at(&self, token: usize) -> Option<usize> {
        self.at.get(token).copied().filter(|&c| c != u32::MAX).map(|c| c as usize)
    }

    fn push(&mut self, chunk: Chunk) {
        for slot in &mut self.at[chunk.first..=chunk.last] {
            *slot = self.all.len() as u32;
        }
        self.all.push(chunk);
    }

    /// In headlines capitals tell nothing: only names that stand elsewhere in the story are found there.
    fn find_known_names(&mut self, story: &Story) {
        if !story.title_case.iter().any(|t| *t) {
            return;
        }
        let mut known: HashSet<Vec<u32>> = HashSet::new();
        for chunk in self.all.iter().filter(|c| c.class != ChunkClass::NoName) {
            let ids: Vec<u32> = (chunk.name..=chunk.name_last).map(|i| story.tokens[i].word).collect();
            if matches!(chunk.class, ChunkClass::Person | ChunkClass::Unknown) {
                known.insert(ids[ids.len() - 1..].to_vec());
                if ids.len() > 1 && story.entry(chunk.name).given.is_some() {
                    known.insert(ids[..1].to_vec());
                }
            }
            known.insert(ids);
        }
        let mut found = Vec::new();
        let mut i = 0;
        while i < story.len() {
            let block = story.tokens[i].block as usize;
            if !story.title_case[block] || !story.tokens[i].is_word {
                i += 1;
                continue;
            }
            let mut end = None;
            for length in (1..=5).rev() {
                let last = i + length - 1;
                if last >= story.len() || (i..last).any(|k| !story.joined(k)) {
                    continue;
                }
                let ids: Vec<u32> = (i..=last).map(|k| story.tokens[k].word).collect();
                let ordinary = length == 1 && story.entry(i).ordinary;
                let printed: Vec<&str> = (i..=last).map(|k| story.lower(k)).collect();
                let place = lexicon::place(&printed.join(" ")).is_some();
                // "Lawmakers Hit Trump": a full name not printed elsewhere still shows by its given name.
                let full = length == 2 && story.entry(i).given.is_some() && known.contains(&ids[1..]);
                if !ordinary && (known.contains(&ids) || place && story.tokens[i].capital || full) {
                    end = Some(last);
                    break;
                }
            }
            if let Some(last) = end {
                found.push(parse(story, i, last));
                i = last + 1;
            } else {
                i += 1;
            }
        }
        self.all.append(&mut found);
        self.all.sort_by_key(|c| c.first);
        self.at.fill(u32::MAX);
        for chunk in std::mem::take(&mut self.all) {
            self.push(chunk);
        }
    }

    /// "European Central Bank (ECB)" and "ECB (European Central Bank)".
    fn link_short_forms(&mut self, story: &Story) {
        for c in 1..self.all.len() {
            let (a, b) = (&self.all[c - 1], &self.all[c]);
            let bracketed = b.first == a.last + 2 && story.is(a.last + 1, "(") && story.is(b.last + 1, ")");
            if !bracketed || b.class == ChunkClass::NoName || a.class == ChunkClass::NoName {
                continue;
            }
            let initials: String = (a.name..=a.name_last)
                .filter_map(|i| story.slice(i).chars().find(|c| c.is_uppercase()))
                .collect();
            let letters: String = story.slice(b.first).chars().filter(|c| c.is_alphabetic()).collect();
            if b.first == b.last && letters.len() >= 2 && letters.to_uppercase() == initials {
                self.all[c].short_of = Some(c - 1);
                self.all[c].class = ChunkClass::Acronym;
                if self.all[c - 1].class == ChunkClass::Unknown {
                    self.all[c - 1].class = ChunkClass::Organization;
                }
            }
        }
    }
}

/// No name has more tokens.
const LONGEST: usize = 24;

/// What "New" is part of, though it is an ordinary word.
const NEW_PLACES: &[&str] = &[
    "york",
    "jersey",
    "zealand",
    "hampshire",
    "orleans",
    "mexico",
    "delhi",
    "england",
    "haven",
    "yorker",
    "yorkers",
    "republic",
    "statesman",
    "scientist",
    "labour",
    "south",
    "brunswick",
    "guinea",
    "caledonia",
    "britain",
    "democratic",
    "democrats",
    "forest",
];

/// Who is for something together, by a name: "Americans for Prosperity".
pub(super) const BODIES_FOR: &[&str] = &[
    "americans",
    "citizens",
    "democracy",
    "physicians",
    "priorities",
    "students",
    "teachers",
    "veterans",
    "campaign",
    "friends",
];

fn may_start(story: &Story, i: usize) -> bool {
    let token = &story.tokens[i];
    if !token.is_word || !token.capital || story.is_plain_capital(i) {
        return false;
    }
    let word = &story.words[token.word as usize];
    let entry = word.entry;
    let next_capital = story.joined(i) && story.tokens[i + 1].is_word && story.tokens[i + 1].capital;
    // "FDA-approved" is nobody.
    if story
        .slice(i)
        .rsplit_once('-')
        .is_some_and(|(_, end)| end.ends_with("ed") && end.starts_with(char::is_lowercase))
    {
        return false;
    }
    let new_place = word.lower == "new" && story.is_any(i + 1, NEW_PLACES);
    if next_capital && (new_place || word.lower == "under" && story.is(i + 1, "secretary")) {
        return true;
    }
    if next_capital && is_call(story, i) {
        return true;
    }
    // "Justices Rao and A S Oka"
    let letter = |t: usize| story.slice(t).len() == 1 && story.tokens[t].capital;
    if word.lower == "a"
        && !token.first
        && next_capital
        && letter(i + 1)
        && i + 2 < story.len()
        && story.tokens[i + 2].capital
    {
        return true;
    }
    if entry.ordinary {
        // "May said": only a name if the article has it after a title or given name ("Theresa May").
        let before = i > 0 && story.joined(i - 1) && {
            let e = story.entry(i - 1);
            (e.title || e.given.is_some()) && story.tokens[i - 1].capital
        };
        // "said Will Roe", but "Will Roe come?"
        let given = entry.given.is_some() && !token.first && next_capital && !story.entry(i + 1).ordinary;
        // "the charity Later Life"
        let body = i > 0
            && story.joined(i - 1)
            && next_capital
            && !story.entry(i + 1).ordinary
            && story
                .entry(i - 1)
                .noun
                .is_some_and(|noun| noun.class == NounClass::Organization && !noun.plural);
        return before
            || body
            || given
            || (word.lower == "may" && !token.first && word.small < word.capital && !next_capital)
            || (acronym(story.slice(i)).is_some() && !token.first && word.lower.len() > 2)
            || (word.lower == "us" && story.slice(i) == "US");
    }
    if !token.first {
        return true;
    }
    // The first word of a sentence has its capital anyway.
    if entry.noun.is_some() || entry.title || entry.adjective || entry.given.is_some() || word.capital > 0 {
        return next_capital || word.capital > 0 || word.small == 0;
    }
    if next_capital && describes(story, i) {
        return false;
    }
    if acronym(story.slice(i)).is_some() || next_capital {
        return next_capital && word.small == 0 || acronym(story.slice(i)).is_some();
    }
    let lower = &word.lower;
    // "Lockheed, which"
    let plain = story.is(i + 1, "of") && nouns::is_common(lower);
    let related = story.is(i + 1, ",") && story.is_any(i + 2, &["which", "whose"]);
    lexicon::place(lower).is_some()
        || word.small == 0 && related
        || word.small == 0
            && !plain
            && !nouns::is_small(lower)
            && !["ly", "ing", "ed", "tion"].iter().any(|end| lower.ends_with(end))
}

/// Whether a body's name opens here that calls for something: "Save Glen Torran, the campaign group, said".
fn is_call(story: &Story, i: usize) -> bool {
    const CALLS: [&str; 10] =
        ["save", "stop", "keep", "protect", "defend", "free", "fix", "reclaim", "support", "fight"];
    const VERBS: [&str; 16] = [
        "said", "says", "has", "had", "is", "was", "will", "would", "vowed", "called", "told", "accused",
        "welcomed", "opposes", "wants", "warned",
    ];
    let mut last = i;
    while story.joined(last) && story.tokens[last + 1].capital && story.tokens[last + 1].is_word {
        last += 1;
    }
    let told = story.joined(last) && story.is_any(last + 1, &VERBS);
    let explained = story.is(last + 1, ",") && story.is_any(last + 2, &["the", "a", "an", "which"]);
    story.is_any(i, &CALLS) && (told || explained)
}

/// Whether a sentence's first word only describes who is named after it: "Embattled Roe left", where the story has an "Anna Roe".
fn describes(story: &Story, i: usize) -> bool {
    let word = &story.words[story.tokens[i].word as usize];
    let ends_any = |ends: &[&str]| ends.iter().any(|end| word.lower.ends_with(end));
    // Mildred, Ahmed, Saeed.
    let ends =
        ends_any(&["ed", "ing", "ful", "less", "ous", "ive", "ly"]) && !ends_any(&["red", "med", "eed"]);
    let next = story.entry(i + 1);
    if next.title || next.noun.is_some() || next.adjective || next.organization {
        return false;
    }
    let surname = story.tokens[i + 1].word;
    let elsewhere = (1..story.len()).filter(|&token| token != i + 1 && story.tokens[token].word == surname);
    let named = |token: usize| {
        let before = &story.tokens[token - 1];
        story.joined(token - 1) && before.is_word && before.capital && before.word != story.tokens[i].word
    };
    (ends || nouns::is_common(&word.lower)) && elsewhere.into_iter().any(named)
}

/// The last token of the chunk that starts at `first`.
fn extend(story: &Story, first: usize) -> usize {
    let mut last = first;
    loop {
        if last - first >= LONGEST {
            return last;
        }
        let joined = story.joined(last);
        let next = last + 1;
        if joined && story.tokens[next].is_word && story.tokens[next].capital {
            if story.is_plain_capital(next) {
                return last;
            }
            let entry = story.entry(next);
            let name_before = story.entry(last).given.is_some() || story.entry(last).title;
            // "Doctors Without Borders"
            let within = story.is_any(next, &["without", "against", "beyond"])
                && next + 1 < story.len()
                && story.joined(next)
                && story.tokens[next + 1].capital;
            // "Bloomberg New Energy Finance"
            let within = within
                || story.is(next, "new")
                    && next + 1 < story.len()
                    && story.joined(next)
                    && story.tokens[next + 1].capital
                    && !story.is_any(next + 1, NEW_PLACES)
                    && !story.title_case[story.tokens[next].block as usize];
            let shouted = acronym(story.slice(next)).is_some() && story.lower(next) != "i";
            // "Access Now's Harriet Bloom", "Free Tula Now founder Ann Roe", "Charity Later Life"
            let after = (next + 1 < story.len()).then_some(next + 1);
            let after = after.filter(|&after| story.tokens[after].sentence == story.tokens[next].sentence);
            let capital = after.is_some_and(|after| story.tokens[after].capital);
            let role = after.and_then(|after| story.entry(after).noun);
            let body = story.entry(last).noun.is_some_and(|noun| noun.class == NounClass::Organization);
            let owns = (story.tokens[next].possessive && capital
                || story.joined(next)
                    && !capital
                    && role.is_some_and(|noun| noun.class == NounClass::Person && !noun.plural)
                || story.joined(next) && capital && body && last == first)
                && !story.title_case[story.tokens[next].block as usize];
            if entry.ordinary && !(name_before || within || shouted || owns) {
                return last;
            }
            if story.lower(next) == "i"
                || entry.ordinary && story.tokens[next].word == story.tokens[last].word
            {
                return last;
            }
            // "told the Washington Post Trump would": after an organisation's name another begins.
            let next_word = &story.words[story.tokens[next].word as usize];
            let plain = !entry.organization && !entry.suffix && entry.noun.is_none() && !entry.title;
            if last > first
                && story.entry(last).organization
                && plain
                && next_word.capital >= 3
                && next_word.small == 0
            {
                return last;
            }
            // "Senate Republicans", but "Mexicans Trump …" are two.
            last = next;
            continue;
        }
        if let Some(body) = owned_name(story, last) {
            last = body;
            continue;
        }
        // "Robert Downey, Jr."
        if story.is(next, ",")
            && story.is_any(next + 1, &["jr.", "jr", "sr.", "sr", "inc.", "inc", "ltd", "llc"])
            && !story.tokens[last].possessive
        {
            last = next + 1;
            continue;
        }
        // A nickname in quotation marks: Luis "Gigi" Gonzalez.
        if !story.tokens[last].possessive
            && (story.entry(first).given.is_some()
                || story.entry(first).title
                || story.entry(last).given.is_some()
                || may_be_given(story, last) && next + 3 < story.len() && may_be_given(story, next + 3))
            && story.is_any(next, &["\"", "“", "'", "‘"])
            && story.is_any(next + 2, &["\"", "”", "'", "’"])
            && next + 3 < story.len()
            && story.tokens[next + 1].capital
            && story.tokens[next + 3].capital
            && story.tokens[next + 3].block == story.tokens[first].block
        {
            last = next + 3;
            continue;
        }
        if !joined {
            return last;
        }
        let Some(end) = joiner(story, first, last) else { return last };
        last = end;
    }
}

/// Whether a word may be somebody's name that no list has: "Kiyoshi".
fn may_be_given(story: &Story, token: usize) -> bool {
    let (lower, entry) = (story.lower(token), story.entry(token));
    let known = entry.noun.is_some() || entry.organization || entry.adjective || entry.ordinary;
    !known
        && story.slice(token).chars().any(char::is_lowercase)
        && !nouns::is_common(lower)
        && lexicon::place(lower).is_none()
}

/// The last token of a body's name after whose it is: "Commuters' Forum", "Women's Institute".
fn owned_name(story: &Story, last: usize) -> Option<usize> {
    let whose = &story.tokens[last];
    let mark = story.is_any(last + 1, &["'", "’"]) && !whose.possessive;
    let next = last + 1 + usize::from(mark);
    let body = story.tokens.get(next).filter(|body| body.block == whose.block && body.capital)?;
    let many = nouns::lemma(story.lower(last)).is_some_and(|one| one != story.lower(last))
        || story.entry(last).noun.is_some_and(|noun| noun.plural)
        || mark && story.entry(last).given.is_none() && story.words[whose.word as usize].capital == 1;
    let between = &story.text.as_str()[whose.span.range().end..body.span.range().start];
    let known = story.entry(next).organization
        || story.entry(next).noun.is_some_and(|noun| noun.class == NounClass::Organization);
    (many && known && matches!(between, "' " | "’ " | "'s " | "’s ")).then_some(next)
}

/// If small words join the chunk `first..=last` to more of the name, the next capitalised token.
fn joiner(story: &Story, first: usize, last: usize) -> Option<usize> {
    let capital =
        |i: usize| story.tokens.get(i).is_some_and(|t| t.is_word && t.capital) && !story.entry(i).ordinary;
    let mut next = last + 1;
    let word = story.lower(next);
    if lexicon::is_particle(word) {
        while next < story.len() && lexicon::is_particle(story.lower(next)) && story.joined(next) {
            next += 1;
        }
        return (capital(next) && story.joined(next - 1)).then_some(next);
    }
    if word == "&" {
        return (story.joined(next) && capital(next + 1)).then_some(next + 1);
    }
    if word == "for" && first == last && story.is_any(first, BODIES_FOR) && story.joined(next) {
        return capital(next + 1).then_some(next + 1);
    }
    if matches!(word, "of" | "for" | "on" | "in") {
        let head = story.entry(last);
        let role = head.noun.is_some_and(|n| n.class == NounClass::Person && !n.plural) && !head.organization;
        let given = head.given.is_some() && first == last;
        if (!head.organization || given) && !(role && word == "of") {
            return None;
        }
        let mut after = next + 1;
        if story.is(after, "the") && story.joined(next) {
            after += 1;
        }
        let new_place =
            story.is(after, "new") && story.is_any(after + 1, NEW_PLACES) && story.tokens[after].capital;
        if !((capital(after) || new_place) && story.joined(after - 1) && story.joined(next)) {
            return None;
        }
        // "Secretary of State", but "President of France", where the place is not part of a name.
        if role && !head.organization && !is_portfolio(story.lower(after)) {
            return None;
        }
        // "The Liberal Alliance in London", but "the Church in Wales".
        if word == "in" && (!head.organization || place_at(story, after) && !story.is(last, "church")) {
            return None;
        }
        return Some(after);
    }
    if word == "and" && story.joined(next) && capital(next + 1) {
        // "Securities and Exchange Commission": the words after "and" end as an organisation's name does.
        let short = last - first < 3;
        let own = (first..=last).any(|i| {
            let e = story.entry(i);
            e.organization && i == last && first != last && !is_of_before(story, first, last)
                || e.given.is_some()
                || e.adjective
                || (e.title && i == first)
        });
        let known = first == last && story.words[story.tokens[first].word as usize].capital > 1;
        let place = lexicon::place(&story.slice_range(first, last).to_lowercase()).is_some();
        let mut end = next + 1;
        while story.joined(end) && capital(end + 1) {
            end += 1;
        }
        // "The Health and Safety Executive"
        let executive =
            story.is(end, "executive") && end > next + 1 && first > 0 && story.is(first - 1, "the");
        let organization =
            (story.entry(end).organization || executive) && story.entry(next + 1).given.is_none();
        // "Ministry of Health and Family Welfare"
        const MINISTRIES: &[&str] =
            &["ministry", "department", "office", "bureau", "secretariat", "directorate"];
        let plain = |i: usize| {
            let entry = story.entry(i);
            entry.given.is_none()
                && !entry.title
                && !entry.organization
                && entry.noun.is_none_or(|n| n.class != NounClass::Person || n.plural)
                && !place_at(story, i)
        };
        let portfolio = story.is_any(first, MINISTRIES)
            && story.is(first + 1, "of")
            && end - next <= 3
            && (next + 1..=end).all(plain);
        let whole = is_of_before(story, first, last) && !place_at(story, next + 1);
        if portfolio::is_joint(story, first, last, next, end) {
            return Some(next + 1);
        }
        if short && !own && !known && !place && organization
            || portfolio
            || whole && end == next + 1 && organization_or_plain(story, end)
        {
            return Some(next + 1);
        }
    }
    None
}

/// "Department of Health": whether "of", "for" or "on" stands within the chunk.
fn is_of_before(story: &Story, first: usize, last: usize) -> bool {
    (first..=last).any(|i| story.is_any(i, &["of", "for", "on"]))
}

fn place_at(story: &Story, i: usize) -> bool {
    lexicon::place(story.lower(i)).is_some()
}

fn organization_or_plain(story: &Story, i: usize) -> bool {
    let entry = story.entry(i);
    entry.given.is_none() && !entry.title && story.words[story.tokens[i].word as usize].capital <= 2
}

fn is_portfolio(lower: &str) -> bool {
    matches!(
        lower,
        "state"
            | "defense"
            | "defence"
            | "energy"
            | "labor"
            | "labour"
            | "commerce"
            | "education"
            | "interior"
            | "treasury"
            | "agriculture"
            | "transportation"
            | "transport"
            | "justice"
            | "health"
            | "finance"
            | "foreign"
            | "veterans"
            | "homeland"
            | "exchequer"
            | "house"
            | "staff"
            | "culture"
            | "trade"
            | "war"
    )
}
