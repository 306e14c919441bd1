//! Roles: which offices and positions the text gives to a name, by title or apposition.

use onrecord_base::ActorKind;

use super::cast::{Cast, MemberId, Role, modifiers};
use super::lexicon::{Gender, NounClass};
use super::names::{ChunkClass, Chunks, is_role, role_before};
use super::tokens::Story;

/// Reads the titles before and the appositions around every name.
pub(super) fn read(story: &Story, chunks: &Chunks, cast: &mut Cast) {
    for c in 0..chunks.all.len() {
        if cast.of_chunk[c].is_none() || chunks.all[c].class == ChunkClass::NoName {
            continue;
        }
        let found = [
            before(story, chunks, c),
            apposition_after(story, chunks, c),
            apposition_before(story, c, chunks),
        ];
        for found in found.into_iter().flatten() {
            attach(cast, c, chunks, found);
        }
        if let Some(party) = party_in_brackets(story, chunks.all[c].last)
            && let Some(id) = cast.of_chunk[c]
            && let Some(role) = cast.members[id].roles.first_mut()
        {
            role.modifiers.push(party.to_owned());
        }
    }
    counterparts(cast);
}

/// "Her Estrovan counterpart, Doug Roe": he holds what she does, whose office was told last, at another place.
fn counterparts(cast: &mut Cast) {
    const OFFICES: &[&str] = &[
        "minister",
        "secretary",
        "president",
        "premier",
        "chancellor",
        "governor",
        "mayor",
        "leader",
        "chief",
        "speaker",
    ];
    let roles = || cast.members.iter().enumerate().flat_map(|(id, m)| m.roles.iter().map(move |r| (id, r)));
    let mut told: Vec<&Role> =
        roles().map(|(_, role)| role).filter(|role| OFFICES.contains(&role.lemma)).collect();
    told.sort_by_key(|role| role.known_from);
    let mut found: Vec<(MemberId, Role)> = Vec::new();
    for (id, role) in roles().filter(|(_, role)| role.lemma == "counterpart") {
        let before = told.partition_point(|other| other.known_from < role.known_from);
        let Some(other) = before.checked_sub(1).map(|last| told[last]) else { continue };
        let portfolio = other.modifiers.iter().filter(|word| word.starts_with(char::is_lowercase));
        let modifiers = role.modifiers.iter().chain(portfolio).cloned().collect();
        found.push((id, Role { lemma: other.lemma, modifiers, ..role.clone() }));
    }
    for (id, role) in found {
        cast.members[id].roles.push(role);
    }
}

/// A role read near a name.
struct Found {
    printed: String,
    role: Role,
    class: NounClass,
    gender: Option<Gender>,
}

fn attach(cast: &mut Cast, c: usize, chunks: &Chunks, found: Found) {
    let Some(id) = cast.of_chunk[c] else { return };
    let member = &mut cast.members[id];
    match found.class {
        NounClass::Person
            if member.kind == Some(ActorKind::Organization) && chunks.all[c].class != ChunkClass::Acronym =>
        {
            return;
        }
        NounClass::Person if member.kind == Some(ActorKind::State) => return,
        NounClass::Person => {
            member.person = true;
            member.kind = Some(ActorKind::Person);
            // "Widow Kim Roe": a noun of one gender tells more than a given name.
            member.gender = found.gender.or(member.gender);
        }
        NounClass::Organization if member.person || member.kind == Some(ActorKind::State) => return,
        NounClass::Organization => {
            member.kind = Some(ActorKind::Organization);
        }
        NounClass::Document => return,
    }
    // The first role given is shown, unless a fuller one follows.
    let longer = member.role.as_ref().is_none_or(|r| r.chars().count() < 5 && r.ends_with('.'));
    if longer && !found.printed.is_empty() {
        member.role = Some(found.printed);
    }
    if !member.roles.iter().any(|r| r.lemma == found.role.lemma && r.modifiers == found.role.modifiers) {
        member.roles.push(found.role);
    }
}

/// "Finance Minister Anna Kovacs", "campaign spokesman Jason Miller".
fn before(story: &Story, chunks: &Chunks, c: usize) -> Option<Found> {
    let chunk = &chunks.all[c];
    let (mut first, mut last) = (chunk.first, chunk.name.checked_sub(1)?);
    let apart = !story.is_any(first.saturating_sub(1), &["of", "for", "the"]);
    let own = chunk.titled && (first..chunk.name).any(|i| is_role(story.entry(i)));
    let over = role_before(story, first).filter(|_| if chunk.titled { !own } else { apart });
    if let Some(role) = over {
        (first, last) = (role, if chunk.titled { last } else { first - 1 });
    } else if !chunk.titled {
        last = chunk.first.checked_sub(1)?;
        let before = story.entry(last).noun?;
        if !story.joined(last)
            || before.plural
            || before.class != NounClass::Person
            || story.tokens[last].block != story.tokens[chunk.first].block
        {
            return None;
        }
        first = last;
    }
    // Words before the role that belong to it.
    let lowest = first.saturating_sub(5);
    while first > lowest && story.joined(first - 1) {
        // "Law and Order spokesman"
        let joint = chunks.at(first - 1).map(|c| chunks.all[c].first);
        if let Some(start) = joint.filter(|&start| (start..first).any(|i| story.is(i, "and"))) {
            first = start;
            break;
        }
        let entry = story.entry(first - 1);
        let capital = story.tokens[first - 1].capital && !entry.ordinary;
        let noun = entry.noun.is_some_and(|n| !n.plural);
        let adjective = is_role_modifier(story.lower(first - 1));
        if (capital || noun || adjective) && story.tokens[first - 1].is_word {
            first -= 1;
        } else {
            break;
        }
    }
    // "trust secretary Mrs Enid Farrell"
    let courtesy = |i: usize| story.entry(i).title_gender.is_some() || story.is_any(i, &["dr", "dr."]);
    while last > first && courtesy(last) {
        last -= 1;
    }
    let head = (first..=last).rev().find(|&i| lemma(story, i).is_some())?;
    let lemma_of_head = lemma(story, head)?;
    let entry = story.entry(head);
    if entry.title && entry.title_gender.is_some() && first == last {
        return None;
    }
    let courtesy = matches!(lemma_of_head, "doctor" | "professor") && first == last
        || story.is_any(last, &["sens", "sens.", "reps", "reps.", "messrs", "messrs."]);
    Some(Found {
        printed: if courtesy { String::new() } else { story.slice_range(first, last).to_owned() },
        role: Role {
            lemma: lemma_of_head,
            modifiers: modifiers(story, first, last, head),
            owner: None,
            known_from: chunk.first,
            outside: false,
        },
        class: NounClass::Person,
        gender: entry.noun.and_then(|n| n.gender).or(entry.title_gender),
    })
}

/// "Anna Kovacs, the finance minister," and "Kovacs, who heads the central bank".
fn apposition_after(story: &Story, chunks: &Chunks, c: usize) -> Option<Found> {
    let chunk = &chunks.all[c];
    if story.tokens[chunk.last].possessive {
        return None;
    }
    // "In San Salvador, the president said": where, not who.
    let before =
        chunk.first.saturating_sub(1 + usize::from(chunk.first > 1 && story.is(chunk.first - 1, "the")));
    let scene = before < chunk.first
        && story.tokens[before].first
        && story.is_any(before, &["in", "at", "from", "near", "outside"]);
    if scene && !chunk.titled && story.entry(chunk.name.min(chunk.last)).given.is_none() {
        return None;
    }
    let mut at = chunk.last + 1;
    // "(R-Ga.)", ", 59,"
    if story.is(at, "(") {
        at = (at..(at + 8).min(story.len())).find(|&i| story.is(i, ")"))? + 1;
    }
    let open = story.is_any(at, &[",", "—", "–"]) && !story.ends_dateline(at);
    if !open {
        return None;
    }
    if story.tokens.get(at + 1).is_some_and(|t| story.lower(at + 1).parse::<u32>().is_ok() && t.is_word)
        && story.is(at + 2, ",")
    {
        at += 2;
    }
    at += 1;
    if story.is(at, "who") {
        return relative_role(story, chunk.first, at);
    }
    if !story.tokens.get(at).is_some_and(|t| t.is_word) {
        return None;
    }
    let block = story.tokens[chunk.first].block;
    let determined = story.is_any(at, &["a", "an", "the", "his", "her", "its", "their", "one"]);
    let start = if determined { at + 1 } else { at };
    let mut head = None;
    let mut i = start;
    while i < story.len() && i < start + 10 && story.tokens[i].block == block {
        let token = &story.tokens[i];
        if !token.is_word && !story.is_any(i, &["-", "&", "\"", "“", "”", "/"]) {
            break;
        }
        if token.is_word && is_end_of_noun_phrase(story, i) {
            break;
        }
        // "Chelsea Roe, husband expecting child": two people.
        let does = story.lower(i).ends_with("ing") && story.entry(i).noun.is_none();
        if !determined && does && i > start && story.entry(i - 1).noun.is_some() {
            return None;
        }
        // "Ms. Roe, accused the man": what follows is no noun phrase.
        if i > start && story.is_any(i, &["the", "a", "an", "his", "her", "its", "their"]) {
            return None;
        }
        if token.possessive {
            head = None;
        } else if token.is_word {
            head = Some(i);
        }
        i += 1;
    }
    let head = head?;
    let noun = story.entry(head).noun?;
    if noun.plural || story.tokens[head].possessive {
        return None;
    }
    let closed = i >= story.len()
        || story.tokens[i].block != block
        || story.is_any(
            i,
            &[
                ",", ".", ";", ")", "—", "–", "of", "for", "at", "in", "who", "which", "that", "with", "on",
                "from", "to", "and", "whose", "under", "?", ":",
            ],
        );
    // "Anna Kovacs, finance minister," needs no article, but then must be closed as a phrase is.
    if !closed || story.is(at, "and") {
        return None;
    }
    // The role's complement goes on to the next comma or relative clause.
    let mut last = head;
    let mut k = head + 1;
    if story.is_any(k, &["of", "for", "at", "in", "on", "with", "from", "to"]) {
        while k < story.len()
            && k < head + 16
            && story.tokens[k].block == block
            && !(story.is(k, "and") && story.is_any(k + 1, &["a", "an", "the", "who", "whose", "is", "was"]))
            && !story.is_any(
                k,
                &[",", ".", ";", "who", "which", "that", "whose", ")", "—", "–", ":", "”", "said", "says"],
            )
        {
            last = k;
            k += 1;
        }
    }
    // "In addition to the council, a coalition of growers have left": that is another sentence's subject.
    if (start..=last)
        .any(|i| story.is_any(i, &["has", "have", "had", "is", "are", "was", "were", "will", "would"]))
    {
        return None;
    }
    Some(Found {
        printed: story.slice_range(start, last).to_owned(),
        role: Role {
            lemma: noun.lemma,
            modifiers: modifiers(story, start, last, head),
            owner: None,
            known_from: chunk.first,
            outside: false,
        },
        class: noun.class,
        gender: noun.gender,
    })
}

/// "who heads the central bank".
fn relative_role(story: &Story, known_from: usize, who: usize) -> Option<Found> {
    let verb = who + 1;
    let lemma = match story.tokens.get(verb).map(|_| story.lower(verb))? {
        "heads" | "headed" | "leads" | "led" => "head",
        "runs" | "directs" | "directed" => "director",
        "chairs" | "chaired" => "chairman",
        "edits" | "edited" => "editor",
        "founded" => "founder",
        "represents" => "lawyer",
        _ => return None,
    };
    let mut last = verb;
    while last + 1 < story.len()
        && last < verb + 8
        && (story.joined(last) || story.tokens[last].possessive)
        && (story.tokens[last + 1].is_word || ends_owner(story, last + 1))
        && !story.is_any(last + 1, &["and", "said", "says"])
    {
        last += 1;
    }
    Some(Found {
        printed: story.slice_range(verb, last).to_owned(),
        role: Role {
            lemma,
            modifiers: modifiers(story, verb + 1, last, verb),
            owner: None,
            known_from,
            outside: false,
        },
        class: NounClass::Person,
        gender: None,
    })
}

/// Whether a mark belongs to the plural before it: "chairs the Traders’ Association".
fn ends_owner(story: &Story, mark: usize) -> bool {
    story.is_any(mark, &["'", "’"])
        && story.joined(mark)
        && story.tokens.get(mark + 1).is_some_and(|next| next.is_word)
        && mark > 0
        && story.lower(mark - 1).ends_with('s')
        && story.tokens[mark].span.start() == story.tokens[mark - 1].span.end()
}

/// Words that open a sentence with what a comma ends.
const OPENINGS: &[&str] = &[
    "in",
    "after",
    "before",
    "during",
    "with",
    "for",
    "on",
    "at",
    "by",
    "despite",
    "like",
    "unlike",
    "under",
    "as",
    "when",
    "while",
    "since",
    "following",
    "besides",
];

/// "the finance minister, Anna Kovacs,".
fn apposition_before(story: &Story, c: usize, chunks: &Chunks) -> Option<Found> {
    let chunk = &chunks.all[c];
    let body = matches!(chunk.class, ChunkClass::Organization | ChunkClass::Acronym | ChunkClass::Unknown);
    let person = matches!(chunk.class, ChunkClass::Person | ChunkClass::Unknown);
    if !body && !person || story.tokens[chunk.last].possessive {
        return None;
    }
    // "The Archbishop of Lund, the Most Rev. Alan Roe,"
    const STYLES: &[&str] = &["the", "most", "right", "very", "rt"];
    let comma = (0..chunk.first).rev().find(|&t| !story.is_any(t, STYLES))?;
    let after = chunk.last + 1;
    if !story.is(comma, ",")
        || !(story.is_any(after, &[",", ".", ")", "(", "and", ";"]) || after >= story.len())
        || story.is(after, "and")
    {
        return None;
    }
    // "In a takedown of the businessman, Sen. Roe (I-Vt.) called him": the comma ends what opens the sentence.
    let sentence = story.tokens[comma].sentence;
    let opening = (0..comma).rev().take_while(|&i| story.tokens[i].sentence == sentence).last()?;
    if !story.is(after, ",") && story.is_any(opening, OPENINGS) {
        return None;
    }
    let block = story.tokens[chunk.first].block;
    let mut start = None;
    let mut i = comma;
    for _ in 0..14 {
        i = match i.checked_sub(1) {
            Some(i)
                if story.tokens[i].block == block
                    && story.tokens[i].sentence == story.tokens[chunk.first].sentence =>
            {
                i
            }
            _ => break,
        };
        // "The pilots' union"
        if story.is_any(i, &["'", "’"]) {
            continue;
        }
        if !story.tokens[i].is_word {
            break;
        }
        if story.tokens[i].possessive
            || story.is_any(i, &["the", "a", "an", "his", "her", "its", "their", "another"])
        {
            start = Some(i + 1);
            // "the minister of the economy", "a lawyer for the victim’s family": an earlier article may hold the head, if a role
            // noun stands before the preposition.
            let owned = i > 0 && story.tokens[i].possessive && story.is_any(i - 1, &["the", "a", "an"]);
            let preposition = i.checked_sub(1 + usize::from(owned)).filter(|&before| {
                before > 0
                    && story.is_any(before, &["of", "for", "at", "in", "on", "to"])
                    && lemma(story, before - 1).is_some()
            });
            if preposition.is_none() {
                break;
            }
        }
    }
    let start = start?;
    // "Nordhaven’s foreign minister": whose minister it is tells one from another.
    let possessor = start
        .checked_sub(1)
        .filter(|&p| story.tokens[p].possessive && story.tokens[p].capital)
        .map(|p| super::lexicon::canonical_modifier(story.lower(p)).to_owned());
    let mut end = start;
    while end < comma && !is_end_of_noun_phrase(story, end) {
        end += 1;
    }
    // "The nominee was in Lund, Sweden,": what stands between is no complement.
    const COMPLEMENT: &[&str] = &["of", "for", "at", "in", "from", "with", "on", "to", "and", "under"];
    if end < comma && !story.is_any(end, COMPLEMENT) {
        return None;
    }
    let head = end.checked_sub(1).filter(|&h| h >= start)?;
    let noun = story.entry(head).noun?;
    let fits = person && noun.class == NounClass::Person || body && noun.class == NounClass::Organization;
    if noun.plural || !fits {
        return None;
    }
    Some(Found {
        printed: story.slice_range(start, comma - 1).to_owned(),
        role: Role {
            lemma: noun.lemma,
            modifiers: possessor
                .filter(|_| noun.lemma != "president")
                .into_iter()
                .chain(modifiers(story, start, comma - 1, head))
                .collect(),
            owner: None,
            known_from: start,
            outside: false,
        },
        class: noun.class,
        gender: noun.gender,
    })
}

/// "(R-Ga.)" after a name tells the party.
fn party_in_brackets(story: &Story, last: usize) -> Option<&'static str> {
    if !story.is(last + 1, "(") || last + 2 >= story.len() {
        return None;
    }
    let lower = story.lower(last + 2);
    match lower.split('-').next() {
        Some("r") if lower.len() > 1 || story.is(last + 3, "-") => Some("republican"),
        Some("d") if lower.len() > 1 || story.is(last + 3, "-") => Some("democratic"),
        _ => None,
    }
}

/// The lemma of a role noun or of a title that shortens one.
fn lemma(story: &Story, i: usize) -> Option<&'static str> {
    if let Some(noun) = story.entry(i).noun
        && noun.class == NounClass::Person
    {
        return Some(noun.lemma);
    }
    Some(match story.lower(i).trim_end_matches('.') {
        "sen" | "sens" => "senator",
        "rep" | "reps" => "representative",
        "gov" => "governor",
        "gen" => "general",
        "prof" => "professor",
        "dr" => "doctor",
        "lt" => "lieutenant",
        "col" => "colonel",
        "capt" => "captain",
        "sgt" => "sergeant",
        "adm" => "admiral",
        "amb" => "ambassador",
        "mp" => "lawmaker",
        "det" => "detective",
        "rev" => "reverend",
        "cllr" | "cllrs" | "coun" => "councillor",
        _ => return None,
    })
}

fn is_end_of_noun_phrase(story: &Story, i: usize) -> bool {
    story.is_any(
        i,
        &[
            "of", "for", "at", "in", "from", "with", "on", "by", "to", "who", "which", "that", "whose",
            "and", "or", "as", "said", "says", "is", "was", "has", "had", "told", "added", "under", "where",
            "when", "whom", "will", "would", "but", "now", "are", "were", "made", "he", "she", "it", "they",
            "i", "we",
        ],
    )
}

pub(super) fn is_role_modifier(lower: &str) -> bool {
    ["al", "ic", "an", "ish", "ese"].iter().any(|end| lower.ends_with(end) && lower.len() > 4)
        || matches!(
            lower,
            "former"
                | "ex"
                | "then"
                | "acting"
                | "interim"
                | "shadow"
                | "home"
                | "housing"
                | "culture"
                | "business"
                | "agriculture"
                | "immigration"
                | "treasury"
                | "science"
                | "technology"
                | "sports"
                | "tourism"
                | "planning"
                | "water"
                | "deputy"
                | "vice"
                | "chief"
                | "senior"
                | "junior"
                | "foreign"
                | "prime"
                | "finance"
                | "interior"
                | "defence"
                | "defense"
                | "press"
                | "party"
                | "health"
                | "education"
                | "campaign"
                | "opposition"
                | "police"
                | "law"
                | "tax"
                | "trade"
                | "energy"
                | "city"
                | "state"
                | "county"
                | "district"
                | "security"
                | "climate"
                | "court"
                | "team"
                | "union"
                | "company"
                | "longtime"
                | "fellow"
                | "running"
                | "house"
                | "senate"
                | "economy"
                | "environment"
                | "transport"
                | "justice"
                | "labour"
                | "labor"
                | "top"
                | "outgoing"
                | "incoming"
                | "bank"
                | "government"
                | "ministry"
                | "communications"
                | "communication"
                | "media"
                | "policy"
                | "budget"
                | "transition"
                | "field"
        )
}
