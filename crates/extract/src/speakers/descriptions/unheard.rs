//! Unheard roles: whom a role phrase means that the article has not tied to a name so far ("the New York businessman").

use onrecord_base::ActorKind;

use super::super::cast::{Member, MemberId, Role};
use super::super::discourse::{Discourse, LEAD, Pointer};
use super::super::lexicon::canonical_modifier;
use super::super::phrase::Determiner;
use super::Wanted;
use super::bynames;
use super::holder::{Fit, fit, is_party, is_party_member, is_state};
use super::{countries, offices};

/// What an incumbent holds.
const ELECTED: [&str; 9] = [
    "president",
    "premier",
    "chancellor",
    "minister",
    "governor",
    "mayor",
    "senator",
    "representative",
    "lawmaker",
];
/// Sentences further back do not tell.
const SENTENCES: u32 = 3;
/// Nor do pointers further back.
const REACH: usize = 200;
/// Within so many paragraphs somebody met without a name is named.
const NEXT: u32 = 2;
/// Whom the lead, one of the first blocks, means by a full title is named within so many.
const NEXT_TO_LEAD: u32 = 8;

/// "The New York businessman", whom the article has not called so: the only person who is the subject of the sentence
/// before or of the one before that, or the only one whom the sentences before name again and again.
pub(super) fn goes_on(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    if let Some(id) = bynames::meant(discourse, wanted) {
        return Some(id);
    }
    if let Some(id) = only_politician_near(discourse, wanted) {
        return Some(id);
    }
    let near = introduced_here(discourse, wanted).or_else(|| subject_before(discourse, wanted));
    near.or_else(|| only_one_near(discourse, wanted)).filter(|&id| {
        let member = discourse.member(id);
        let mut roles = member.roles.iter().filter(|r| r.lemma == wanted.lemma);
        may_be(member, wanted)
            && (wanted.lemma != "incumbent" || member.roles.iter().any(|r| ELECTED.contains(&r.lemma)))
            && !offices::holds_another(discourse, wanted, id)
            && !countries::is_abroad(discourse, wanted, member)
            && !countries::is_known_otherwise(discourse, wanted, member)
            && !countries::is_untied(discourse, wanted, member)
            && wanted.owner != Some(id)
            && wanted.lemma != "secretary-general"
            && !is_introduced(discourse, wanted)
            && !of_another(discourse, wanted)
            && !named_beside(discourse, wanted, member)
            && !roles.any(|r| fit(discourse, member, r, wanted) == Fit::Not)
    })
}

/// "Pressed by Senator Ann Roe, he said so. “No,” the Ohio Democrat said": the only one nearby who sits somewhere.
pub(super) fn only_politician_near(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    const SEATS: [&str; 5] = ["senator", "representative", "lawmaker", "governor", "mayor"];
    let seat = is_party_member(wanted.lemma) || SEATS[..3].contains(&wanted.lemma);
    if !seat || wanted.owned || wanted.modifiers.is_empty() {
        return None;
    }
    let mut only: Option<MemberId> = None;
    for pointer in discourse.pointers.iter().rev().take(REACH).filter(|p| p.token < wanted.at) {
        if discourse.sentences_between(pointer.token, wanted.at) > 2 {
            break;
        }
        let member = discourse.member(pointer.member);
        // A speaker sits in a house, and is no senator.
        let speaks = |r: &Role| r.lemma == "speaker" && wanted.lemma != "senator";
        let sits = member.roles.iter().any(|r| SEATS.contains(&r.lemma) || speaks(r));
        if member.person
            && member.named
            && sits
            && only.replace(pointer.member).is_some_and(|other| other != pointer.member)
        {
            return None;
        }
    }
    only.filter(|&id| may_be(discourse.member(id), wanted) && !other_state(discourse.member(id), wanted))
}

/// "The speaker of parliament", "The chairman of the African Union Commission" at the head of a paragraph: somebody new.
fn is_introduced(discourse: &Discourse, wanted: &Wanted) -> bool {
    const CHAMBERS: [&str; 5] = ["parliament", "house", "senate", "assembly", "parliamentary"];
    const BODIES: [&str; 9] = [
        "commission",
        "committee",
        "council",
        "union",
        "bank",
        "agency",
        "federation",
        "association",
        "board",
    ];
    let (story, d) = (discourse.story, wanted.description);
    let mut words = wanted.modifiers.iter().chain(&wanted.complement);
    let titled = story.tokens[wanted.at].capital && !story.tokens[wanted.at].first;
    if wanted.lemma == "speaker" && (titled || words.any(|word| CHAMBERS.contains(&word.as_str()))) {
        return true;
    }
    let first = d.whole.min(d.start);
    // But for "the" nothing of the paragraph stands before it.
    let opens = first < 2 || story.tokens[first - 2].block != story.tokens[first].block;
    let former = wanted.modifiers.iter().any(|word| matches!(word.as_str(), "former" | "ex"));
    let body = |token: usize| story.tokens[token].capital || story.is_any(token, &BODIES);
    opens && !former && offices::is_of_body(wanted.lemma) && (d.head + 1..=d.last).any(body)
}

/// Whether a member is known to be of another place than the one that is described.
fn other_state(member: &Member, wanted: &Wanted) -> bool {
    let states = || member.roles.iter().flat_map(|r| &r.modifiers).filter(|word| is_state(word));
    states().next().is_some() && !states().any(|word| wanted.modifiers.contains(word))
}

/// "The FBI director": the role belongs to an organisation or person, so that whom the text is about need not hold it.
fn of_another(discourse: &Discourse, wanted: &Wanted) -> bool {
    let d = wanted.description;
    (d.start..d.head).any(|t| {
        let member =
            discourse.chunks.at(t).and_then(|c| discourse.cast.of_chunk[c]).map(|id| discourse.member(id));
        let lower = discourse.story.lower(t);
        let party =
            lower == "party" || is_party(canonical_modifier(lower)) || discourse.story.is(t + 1, "party");
        member.is_some_and(|m| m.person || m.kind == Some(ActorKind::Organization) && !party)
    })
}

/// "The candidate said of Ms. Roe": who is named in the sentence is not described in it, too.
fn named_beside(discourse: &Discourse, wanted: &Wanted, member: &Member) -> bool {
    let sentence = |token: usize| discourse.story.tokens[token].sentence;
    let here = sentence(wanted.at);
    let from = member.mentions.partition_point(|m| sentence(m.0) < here);
    member.mentions.get(from).is_some_and(|m| sentence(m.0) == here)
}

/// Whom the last two sentences are about, if they are about one: the person who is their main subject.
fn subject_before(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    /// A main subject has no more tokens before it.
    const OPENING: usize = 8;
    let story = discourse.story;
    let block = story.tokens[wanted.at].block;
    let mut subjects: [Option<MemberId>; 2] = [None; 2];
    let mut apart = false;
    for pointer in discourse.pointers.iter().rev().take(REACH).filter(|p| p.token < wanted.at) {
        let there = &story.tokens[pointer.token];
        let sentences = discourse.sentences_between(pointer.token, wanted.at);
        if sentences > 2 || block - there.block.min(block) > 1 {
            break;
        }
        let member = discourse.member(pointer.member);
        // "Wang said so": whoever that is, it is about him.
        let human = member.person || sentences == 1 && is_plain_subject(discourse, pointer);
        if !human || member.plural || there.quoted || pointer.possessive || !pointer.subject {
            continue;
        }
        if sentences == 0 {
            return None;
        }
        // Read backwards, the last one kept is the first of its sentence.
        let slot = &mut subjects[sentences as usize - 1];
        let opens = story.tokens[pointer.token.saturating_sub(OPENING)].sentence != there.sentence;
        match *slot {
            Some(other) if other != pointer.member && !opens => return None,
            _ => *slot = Some(pointer.member),
        }
        // Whom a paragraph opens with is whom it is about: a bare "the premier".
        apart |= sentences == 2
            && there.block < block
            && wanted.modifiers.is_empty()
            && wanted.complement.is_empty();
    }
    match subjects {
        [Some(one), Some(other)] if one != other && !apart => None,
        [one, other] => one.or(other).filter(|&id| discourse.member(id).named && discourse.member(id).person),
    }
}

/// "Wang said so": a name of one word, of whatever kind, that a sentence opens with.
fn is_plain_subject(discourse: &Discourse, pointer: &Pointer) -> bool {
    let member = discourse.member(pointer.member);
    let plain = member.named && member.kind.is_none() && member.words.len() == 1;
    plain && pointer.subject && discourse.story.tokens[pointer.token].first
}

/// The only named person of the sentences before who can be meant, named there at least twice.
fn only_one_near(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    let story = discourse.story;
    let mut only: Option<MemberId> = None;
    let mut times = 0;
    let here = story.tokens[wanted.at].sentence;
    for pointer in discourse.pointers.iter().rev().take(REACH).filter(|p| p.token < wanted.at) {
        let there = &story.tokens[pointer.token];
        if here - there.sentence.min(here) > SENTENCES {
            break;
        }
        let member = discourse.member(pointer.member);
        if !member.person && is_plain_subject(discourse, pointer) {
            return None;
        }
        if !member.person || !member.named || !may_be(member, wanted) {
            continue;
        }
        if only.is_some_and(|one| one != pointer.member) || there.sentence == here {
            return None;
        }
        only = Some(pointer.member);
        times += 1;
    }
    only.filter(|_| times > 1)
}

/// "Among them is Aada Roe, 24. “I dream in both,” the singer said": the only person whom the paragraph has named so far, for the first time.
fn introduced_here(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    const POSTS: [&str; 6] = ["director", "chairman", "spokesman", "chief", "leader", "nominee"];
    let story = discourse.story;
    let block = story.tokens[wanted.at].block;
    // "The mayor of Lund" may be anybody.
    let held = offices::OFFICES.contains(&wanted.lemma) || POSTS.contains(&wanted.lemma);
    if held
        || wanted.owned
        || !wanted.complement.is_empty()
        || wanted.modifiers.iter().any(|word| is_party(word) || is_state(word) || word == "former")
    {
        return None;
    }
    let mut only: Option<MemberId> = None;
    let near = discourse.pointers.iter().rev().take(REACH).filter(|p| p.token < wanted.at && !p.pronoun);
    for pointer in near.take_while(|p| story.tokens[p.token].block == block) {
        let member = discourse.member(pointer.member);
        // "the Ellerby Gulls"
        let the = pointer.token > 0 && story.is(pointer.token - 1, "the");
        let human = member.person || member.may_be_human() && !the || is_plain_subject(discourse, pointer);
        if human
            && !member.plural
            && only.replace(pointer.member).is_some_and(|other| other != pointer.member)
        {
            return None;
        }
    }
    only.filter(|&id| {
        let member = discourse.member(id);
        member.named
            && member.person
            && member.words.len() > 1
            && story.tokens[member.introduced].block == block
    })
}

/// Whether gender and party allow a member to be the described one.
fn may_be(member: &Member, wanted: &Wanted) -> bool {
    let gender = wanted.description.noun.and_then(|n| n.gender);
    let differs = matches!((gender, member.gender), (Some(a), Some(b)) if a != b);
    let mut parties = member.roles.iter().flat_map(|r| &r.modifiers).filter(|w| is_party(w)).peekable();
    let mut wanted = wanted.modifiers.iter().filter(|w| is_party(w)).peekable();
    let other =
        wanted.peek().is_some() && parties.peek().is_some() && !parties.any(|p| wanted.any(|w| w == p));
    !differs && !other
}

/// "The state attorney general said … But Attorney General Jane Roe": the only one who is named in the next paragraphs
/// for the first time, and with this role.
pub(super) fn named_next(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    let story = discourse.story;
    let block = story.tokens[wanted.at].block;
    let mut found = None;
    let jobs = [wanted.lemma, "director", "secretary"];
    let jobs = if wanted.lemma == "spokesman" { &jobs[..] } else { &jobs[..1] };
    for (id, r) in jobs.iter().flat_map(|lemma| discourse.descriptions.holders(lemma)) {
        let member = discourse.member(id);
        let role = &member.roles[r];
        let apart = story.tokens[role.known_from].block.saturating_sub(block);
        // "The environment minister" of the lead is whoever bears all of that title below.
        let same =
            !wanted.modifiers.is_empty() && wanted.modifiers.iter().all(|w| role.modifiers.contains(w));
        let near =
            role.known_from > wanted.at && apart <= if same && block <= LEAD { NEXT_TO_LEAD } else { NEXT };
        let person = near
            && member.named
            && member.person
            && may_be(member, wanted)
            && is_of_owner(discourse, role, wanted);
        if !person || !is_job(discourse, wanted, member, role) {
            continue;
        }
        let fresh = |&(first, _): &(usize, usize)| first > wanted.at || story.in_headline(first);
        if !member.mentions.iter().all(fresh) || found.replace(id).is_some_and(|other| other != id) {
            return None;
        }
    }
    found.or_else(|| only_of_job(discourse, wanted))
}

/// "Australia's swimming coach said … Coach Ian Roe": the lead tells of which country, and then there is one coach only.
fn only_of_job(discourse: &Discourse, wanted: &Wanted) -> Option<MemberId> {
    let story = discourse.story;
    let block = story.tokens[wanted.at].block;
    let state = |owner: MemberId| discourse.member(owner).kind == Some(ActorKind::State);
    if block > LEAD || wanted.description.possessor.is_none() || !wanted.owner.is_some_and(state) {
        return None;
    }
    let holders = discourse.descriptions.holders(wanted.lemma);
    let (only, r) = *holders.first()?;
    let member = discourse.member(only);
    let role = &member.roles[r];
    let plain = role.modifiers.is_empty() && role.owner.is_none() && role.lemma == wanted.lemma;
    let near = role.known_from > wanted.at && story.tokens[role.known_from].block - block <= NEXT;
    let alone = holders.iter().all(|(id, _)| *id == only) && member.named && member.person;
    let fresh = |&(first, _): &(usize, usize)| first > wanted.at || story.in_headline(first);
    (plain && near && alone && may_be(member, wanted) && member.mentions.iter().all(fresh)).then_some(only)
}

/// "Argentina's economy minister" is the Argentine one.
fn is_of_owner(discourse: &Discourse, role: &Role, wanted: &Wanted) -> bool {
    wanted.owner.filter(|_| wanted.description.possessor.is_some()).is_none_or(|owner| {
        let name = discourse.member(owner).name.to_lowercase();
        // "Britain's immigration minister" of the lead is "Immigration Minister Ann Roe".
        let told = discourse.story.tokens[wanted.at].block <= LEAD
            && role.owner.is_none()
            && !wanted.modifiers.is_empty()
            && wanted.modifiers.iter().all(|word| role.modifiers.contains(word))
            && !role.modifiers.iter().any(|word| is_state(word));
        role.owner == Some(owner)
            || role.modifiers.iter().any(|word| word == canonical_modifier(&name))
            || told
    })
}

/// Whether a role given with a name can be the one that was described; without "the" every word must fit, one at least.
fn is_job(discourse: &Discourse, wanted: &Wanted, member: &Member, role: &Role) -> bool {
    let has = |word: &str| role.modifiers.iter().any(|m| m == word);
    let shared = wanted.modifiers.iter().chain(&wanted.complement).any(|w| has(w));
    if role.lemma != wanted.lemma {
        return shared && ["communications", "press", "media"].iter().any(|w| has(w));
    }
    // "The mayor of Seetal … Mayor Ann Roe": nothing else is told of which mayor she is.
    let plain = role.lemma == wanted.lemma
        && role.modifiers.is_empty()
        && wanted.modifiers.is_empty()
        && role.owner.is_none();
    if plain && wanted.description.determiner == Determiner::Definite && !is_party_member(wanted.lemma) {
        return true;
    }
    let fit = fit(discourse, member, role, wanted);
    let definite = wanted.description.determiner == Determiner::Definite && !is_party_member(wanted.lemma);
    fit == Fit::Full && shared || fit != Fit::Not && definite
}

/// Whether somebody named, without a role that contradicts, stands so near that the description may mean them.
pub(super) fn may_be_named(discourse: &Discourse, wanted: &Wanted) -> bool {
    let gender = wanted.description.noun.and_then(|n| n.gender);
    discourse.pointers.iter().rev().take(12).any(|p| {
        let member = discourse.member(p.member);
        p.token < wanted.at
            && !in_byline(discourse, p.token)
            && discourse.sentences_between(p.token, wanted.at) <= 3
            && member.person
            && member.named
            && !matches!((gender, member.gender), (Some(a), Some(b)) if a != b)
            && !countries::is_abroad(discourse, wanted, member)
    })
}

/// "By Ann Roe, rural affairs correspondent": who wrote the story is nobody in it.
fn in_byline(discourse: &Discourse, token: usize) -> bool {
    const LONGEST: usize = 12;
    let tokens = &discourse.story.tokens;
    let block = tokens[token].block;
    let from = tokens.partition_point(|t| t.block < block);
    let length = tokens[from..].iter().take(LONGEST + 1).take_while(|t| t.block == block).count();
    length <= LONGEST && discourse.story.is(from, "by")
}
