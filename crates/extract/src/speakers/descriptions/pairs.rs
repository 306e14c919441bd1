//! Pairs: whom "both ministers", "the two leaders" and "the two countries" mean.

use onrecord_base::ActorKind;

use super::super::cast::{Member, MemberId, Role, modifiers};
use super::super::discourse::Discourse;
use super::super::lexicon::{self, NounClass};
use super::super::phrase::{Description, Determiner, Phrase};
use super::Wanted;
use super::holder::{self, is_state, narrower};

/// "both ministers", "the two leaders", "the two countries".
pub(super) fn pair(discourse: &Discourse, d: &Description) -> Vec<MemberId> {
    let lemma = d.noun.map_or("", |n| n.lemma);
    let states = matches!(lemma, "country" | "nation" | "state" | "government" | "side");
    let bodies = d.noun.is_some_and(|noun| noun.class == NounClass::Organization);
    if let Some((members, at)) = &discourse.last_compound
        && members.len() == 2
        && discourse.sentences_between(*at, d.head) <= if lemma == "side" { 4 } else { 12 }
        && members
            .iter()
            .all(|&m| discourse.member(m).person != (states || bodies) && !discourse.member(m).plural)
    {
        return members.clone();
    }
    // "London and Brussels traded accusations … Both sides said"
    let parties = discourse.parties.as_ref().filter(|_| lemma == "side");
    if let Some(parties) = parties
        && parties.iter().all(|&m| !discourse.member(m).person && !discourse.member(m).plural)
    {
        return parties.clone();
    }
    let narrow = narrower(lemma);
    let holds = |m: &Member| {
        let role = m.roles.iter().any(|r| r.lemma == lemma || narrow.contains(&r.lemma));
        match lemma {
            "country" | "nation" => m.kind == Some(ActorKind::State) && lexicon::is_country(&m.name),
            "state" | "government" | "side" => m.kind == Some(ActorKind::State),
            "man" | "men" => m.person && m.gender == Some(lexicon::Gender::Male),
            "woman" | "women" => m.person && m.gender == Some(lexicon::Gender::Female),
            "leader" | "politician" | "rival" | "nominee" => m.person && (role || lemma == "leader"),
            _ => m.person && role,
        }
    };
    if let Some(two) = leaders(discourse, d).filter(|_| lemma == "leader") {
        return two;
    }
    let mut found: Vec<MemberId> = Vec::new();
    let mut last = 0;
    for pointer in discourse.pointers.iter().rev().take(60) {
        let sentences = discourse.sentences_between(pointer.token, d.head);
        // The two of the last sentences, whoever came up before.
        if sentences > 10 || found.len() == 2 && sentences > last.max(1) {
            break;
        }
        last = sentences;
        if holds(discourse.member(pointer.member)) && !found.contains(&pointer.member) {
            found.push(pointer.member);
        }
    }
    found.sort_unstable();
    if found.len() > 2 {
        return same_office(discourse, lemma, &found);
    }
    if found.len() == 2 { found } else { unnamed(discourse, d).into_iter().collect() }
}

/// "The foreign ministers of Nordhaven and Estrova said … The two ministers": whom the story has not named.
fn unnamed(discourse: &Discourse, d: &Description) -> Option<MemberId> {
    const RECENT: u32 = 12;
    let lemma = d.noun.filter(|noun| noun.class == NounClass::Person)?.lemma;
    let (members, at) = discourse.last_source.as_ref()?;
    let [one] = members[..] else { return None };
    let member = discourse.member(one);
    let two = member.name.split_whitespace().any(|word| word == "and");
    let same = member.plural && !member.named && member.roles.iter().any(|role| role.lemma == lemma);
    (two && same && discourse.sentences_between(*at, d.head) <= RECENT).then_some(one)
}

/// "A foreign minister met another … The ministers said": the only two holders of the last paragraphs, if one sentence has both. Of most
/// words for people there are more than two.
pub(super) fn of_several(discourse: &Discourse, wanted: &Wanted) -> Option<Vec<MemberId>> {
    const RECENT: u32 = 3;
    const STORY: u32 = 12;
    const MOST: usize = 80;
    const OFFICES: &[&str] = &[
        "minister",
        "president",
        "premier",
        "secretary",
        "senator",
        "governor",
        "mayor",
        "leader",
        "chancellor",
        "ambassador",
        "envoy",
        "diplomat",
        "king",
        "coach",
        "bishop",
    ];
    let d = wanted.description;
    let counts = d.plural && d.count.is_none() && OFFICES.contains(&wanted.lemma);
    if !counts || wanted.owned || !wanted.complement.is_empty() || d.last > d.head {
        return None;
    }
    let narrow = narrower(wanted.lemma);
    // "The foreign ministers": one of them a secretary of state.
    let has = |r: &Role, word: &String| {
        let of_state = || r.lemma == "secretary" && r.modifiers.iter().any(|word| word == "state");
        r.modifiers.contains(word) || word == "top" || word == "foreign" && of_state()
    };
    let fits = |r: &Role| {
        (r.lemma == wanted.lemma || narrow.contains(&r.lemma))
            && wanted.modifiers.iter().all(|word| has(r, word))
    };
    let holds = |m: &Member| m.named && m.person && !m.plural && m.roles.iter().any(fits);
    let near = discourse.pointers.iter().rev().take(MOST);
    let near = near.take_while(|p| discourse.sentences_between(p.token, d.head) <= STORY);
    // Each with the sentences that have them.
    let mut found: Vec<(MemberId, Vec<u32>)> = Vec::new();
    for pointer in near.filter(|p| holds(discourse.member(p.member))) {
        let away = discourse.sentences_between(pointer.token, d.head);
        match found.iter_mut().find(|(id, _)| *id == pointer.member) {
            Some((_, sentences)) => sentences.push(away),
            None => found.push((pointer.member, vec![away])),
        }
    }
    let [(one, of_one), (other, of_other)] = &found[..] else { return None };
    let together = of_one.iter().any(|away| of_other.contains(away) && *away <= RECENT);
    together.then(|| vec![*one.min(other), *one.max(other)])
}

/// The two of the last sentences who lead a country by the gazetteer, if there are no others.
fn leaders(discourse: &Discourse, d: &Description) -> Option<Vec<MemberId>> {
    const SENTENCES: u32 = 10;
    const MOST: usize = 60;
    let leads = |role: &Role| {
        role.outside
            && (matches!(role.lemma, "president" | "chancellor")
                || role.lemma == "minister" && holder::leads(role))
    };
    let near = discourse.pointers.iter().rev().take(MOST);
    let near = near.take_while(|p| discourse.sentences_between(p.token, d.head) <= SENTENCES);
    let mut found: Vec<MemberId> = Vec::new();
    for pointer in near.filter(|p| discourse.member(p.member).roles.iter().any(leads)) {
        if !found.contains(&pointer.member) {
            found.push(pointer.member);
        }
    }
    found.sort_unstable();
    (found.len() == 2).then_some(found)
}

/// Of several holders of a role the two who hold one office: the foreign ministers, not the prime minister. The
/// word before the role tells the office.
fn same_office(discourse: &Discourse, lemma: &str, holders: &[MemberId]) -> Vec<MemberId> {
    let office = |id: MemberId| {
        let role = discourse.member(id).roles.iter().find(|r| r.lemma == lemma)?;
        role.modifiers.last().filter(|word| !is_state(word))
    };
    let mut found = None;
    for (i, &a) in holders.iter().enumerate() {
        for &b in &holders[i + 1..] {
            if office(a).is_some() && office(a) == office(b) && found.replace(vec![a, b]).is_some() {
                return Vec::new();
            }
        }
    }
    found.unwrap_or_default()
}

/// "The Russian and British foreign ministers": the two who hold that office, by their states, or the two of the headline or the lead.
/// `None` if no such thing is said.
pub(in crate::speakers) fn of_two_states(discourse: &Discourse, phrases: &[Phrase]) -> Option<Vec<MemberId>> {
    const RECENT: u32 = 12;
    let story = discourse.story;
    let [one, Phrase::Description(d)] = phrases else { return None };
    let one = match one {
        Phrase::Name(c) => discourse.chunks.all[*c].first,
        Phrase::Description(d) if d.start == d.head => d.head,
        Phrase::Nobody => d.start.checked_sub(2)?,
        _ => return None,
    };
    let noun = d.noun.filter(|noun| noun.class == NounClass::Person && d.plural && d.start < d.head)?;
    let of_state = |t: usize| story.tokens[t].capital && story.entry(t).adjective;
    if !(of_state(one) && of_state(d.start) && story.is(one + 1, "and") && one + 2 == d.start) {
        return None;
    }
    let holder = |t: usize| {
        let state = lexicon::canonical_modifier(story.lower(t));
        let holds = |m: &Member| {
            let role = |r: &Role| {
                r.lemma == noun.lemma && r.modifiers.iter().any(|word| word.eq_ignore_ascii_case(state))
            };
            m.named && m.person && m.roles.iter().any(role)
        };
        let mut all = (0..discourse.cast.members.len()).filter(|&id| holds(discourse.member(id)));
        all.next().filter(|_| all.next().is_none())
    };
    if let (Some(one), Some(two)) = (holder(one), holder(d.start))
        && one != two
    {
        return Some(vec![one, two]);
    }
    let two = discourse.last_compound.as_ref().filter(|(members, at)| {
        let persons = members.iter().all(|&m| discourse.member(m).person && discourse.member(m).named);
        members.len() == 2 && persons && discourse.sentences_between(*at, d.head) <= RECENT
    });
    Some(two.map(|(members, _)| members.clone()).unwrap_or_default())
}

/// "The foreign ministers of Nordhaven and Estrova", whom the story names later: the two who hold the office.
pub(in crate::speakers) fn named_later(discourse: &Discourse, d: &Description) -> Vec<MemberId> {
    const MOST: usize = 30;
    let story = discourse.story;
    let two = (d.head + 1..d.last).any(|t| story.is(t, "and") && story.tokens[t + 1].capital);
    let Some(noun) = d.noun.filter(|n| d.plural && two && n.class == NounClass::Person) else {
        return Vec::new();
    };
    let words = modifiers(story, d.start, d.head, d.head);
    let of_office = |id: &MemberId| {
        let member = discourse.member(*id);
        member.named
            && member.person
            && member
                .roles
                .iter()
                .any(|r| r.lemma == noun.lemma && words.iter().all(|w| r.modifiers.contains(w)))
    };
    let holders: Vec<MemberId> = (0..discourse.cast.members.len()).filter(of_office).take(MOST).collect();
    match holders[..] {
        [_, _] => holders,
        [] => tied(discourse, d),
        _ => Vec::new(),
    }
}

/// The same of a source, if it is of an office that each of two states has one of: "The foreign ministers of Nordhaven and Estrova said".
pub(in crate::speakers) fn of_one_office(discourse: &Discourse, d: &Description) -> Option<Vec<MemberId>> {
    const OFFICES: [&str; 7] =
        ["minister", "president", "premier", "leader", "chancellor", "king", "ambassador"];
    let office =
        d.determiner == Determiner::Definite && d.noun.is_some_and(|noun| OFFICES.contains(&noun.lemma));
    Some(named_later(discourse, d)).filter(|both| office && !both.is_empty())
}

/// The same where the story says only "Estrova’s Oleh Marchenko said … His counterpart, Ingrid Halvorsen,": who is of which of the two, or the
/// only counterpart.
fn tied(discourse: &Discourse, d: &Description) -> Vec<MemberId> {
    let story = discourse.story;
    let of_state = |member: &Member, state: usize| {
        let before = member.mentions.iter().filter_map(|&(first, _)| first.checked_sub(1));
        before.into_iter().any(|t| {
            t > d.last && story.tokens[t].possessive && story.tokens[t].word == story.tokens[state].word
        })
    };
    let persons = || {
        let all = discourse.cast.members.iter().enumerate();
        all.filter(|(_, member)| member.named && member.person).map(|(id, _)| id)
    };
    let only = |fits: &dyn Fn(&Member) -> bool| {
        let mut all = persons().filter(|&id| fits(discourse.member(id)));
        all.next().filter(|_| all.next().is_none())
    };
    let Some(and) = (d.head + 1..d.last).find(|&t| story.is(t, "and")) else { return Vec::new() };
    let counterpart = || only(&|member| member.roles.iter().any(|role| role.lemma == "counterpart"));
    let [one, other] = [and - 1, and + 1].map(|state| only(&|member| of_state(member, state)));
    match (one, other) {
        (Some(a), Some(b)) if a != b => vec![a, b],
        (Some(a), None) | (None, Some(a)) => {
            counterpart().filter(|&b| a != b).map_or(Vec::new(), |b| vec![a, b])
        }
        _ => Vec::new(),
    }
}
