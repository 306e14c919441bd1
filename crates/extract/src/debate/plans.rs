//! Plans: what the lead says is to be done, where the article has no noun for it ("the decision to make Hindi compulsory").

use onrecord_base::{Issue, Span, Spans, issue_id};

use super::contraries;
use super::cues;
use super::issues::{Found, places};
use super::phrases::{self, Grammar, Kind};
use super::synonyms;
use super::verbal_nouns;
use crate::nouns;
use crate::speakers::tokens::Story;

/// What somebody makes public that he will do, and others are for or against.
const PLANS: &str =
    "decision plan proposal move bill order scheme motion law measure legislation ordinance decree directive";
/// What a headline says of who will do something: "School board votes to pull books".
const RESOLVES: &str = "votes agrees decides moves resolves";
/// What is meant by it then, whatever it is: "the vote".
const RESOLVED: [&str; 4] = ["vote", "decision", "move", "resolution"];
/// What may be done to a quantity, which nobody is for or against as such.
const CHANGES: [&str; 8] = ["raise", "increase", "lift", "hike", "lower", "double", "triple", "halve"];
const QUANTITIES: [&str; 8] = ["age", "price", "rate", "limit", "threshold", "wage", "rent", "fare"];
/// What is done to a thing that is not at issue itself.
const MOVES: [&str; 9] =
    ["return", "sell", "rename", "relocate", "transfer", "deport", "recognise", "recognize", "release"];
/// What is done to somebody or something by bringing them somewhere.
const SENDS: [&str; 8] = ["send", "house", "move", "put", "place", "settle", "resettle", "relocate"];
/// What somebody may be going to do, according to a headline, that others are for or against.
const DONE: &str = "arm close shut sell scrap axe demolish ban outlaw tax fine legalise legalize privatise privatize nationalise nationalize \
                    expel evict fluoridate cull log drill merge raise reopen remove abolish censor ration";
/// The lead: so many paragraphs beside the headline.
const LEAD: usize = 2;
/// What is done is told in so many words at most, without its verb.
const LONGEST: usize = 4;
const PARTICLES: [&str; 6] = ["out", "up", "down", "off", "back", "in"];
const DETERMINERS: [&str; 9] = ["a", "an", "the", "its", "their", "his", "her", "all", "some"];
/// What ends the object, beside small words.
const ENDS: [&str; 12] = [
    "near", "across", "despite", "unless", "because", "while", "if", "without", "within", "along", "amid",
    "outside",
];
/// What a plan does in a headline.
const STIRS: [&str; 12] = [
    "divides", "splits", "sparks", "angers", "draws", "prompts", "faces", "upsets", "worries", "alarms",
    "stirs", "meets",
];
/// Verbs that tell nothing of what is done.
const EMPTY: [&str; 12] =
    ["be", "have", "do", "get", "go", "come", "take", "give", "let", "help", "try", "consider"];

/// A verb with its object, from token to token.
struct Plan {
    verb: usize,
    first: usize,
    last: usize,
    /// The headline says that somebody has resolved on it.
    resolved: bool,
}

/// Adds the issue that the lead's plan is, unless another is at issue by its own name.
pub(super) fn add(grammar: &Grammar, known_by: &[(Span, Vec<String>)], found: &mut Vec<Found>) {
    let story = grammar.story;
    let Some(plan) = (1..story.len()).find_map(|to| plan(grammar, to)) else { return };
    if let Some(whole) = with_destination(grammar, &plan)
        && by_parts(grammar, &whole, found)
    {
        return;
    }
    let mut keys: Vec<String> = grammar.keys(plan.first..=plan.last).map(str::to_owned).collect();
    let in_headline = |span: Span| story.tokens_in(span).next().is_some_and(|token| story.in_headline(token));
    if by_object(grammar, &plan, found) || by_noun(grammar, &plan, found) {
        return;
    }
    let resolved = |found: &Found| RESOLVED.contains(&found.issue.label.as_str());
    let known = |found: &Found| {
        if plan.resolved && resolved(found) {
            return false;
        }
        // What the headline plans is at issue, whatever measures else the story has: the "blockade" against it.
        let other = story.in_headline(plan.verb) && !found.contested;
        let of_measure = found.is_arguable();
        of_measure && !other || found.issue.mentions.iter().any(in_headline)
    };
    if keys.is_empty() || found.iter().any(known) {
        // "Council to ban barbecues … the vote": on the ban.
        let ban = found.iter().position(|found| found.contested && known(found));
        let vote = found.iter().position(resolved);
        if let (true, Some(ban), Some(vote)) = (plan.resolved, ban, vote)
            && ban != vote
        {
            synonyms::merge(found, ban, vote);
        }
        return;
    }
    let mut mentions = places(known_by, |word| keys.iter().any(|key| key == word));
    let label = label(grammar, &plan);
    let its_object = found.iter().position(|found| found.keys.iter().any(|key| keys.contains(key)));
    if plan.resolved {
        if let Some(deed) = verbal_nouns::deed(story.lower(plan.verb)) {
            mentions = mentions.iter().chain(called(story, deed)).collect();
            keys.push(deed.to_owned());
        }
        // "The vote" is on it.
        while let Some(vote) = found.iter().position(resolved) {
            let vote = found.remove(vote);
            keys.extend(vote.keys);
            mentions = mentions.iter().chain(vote.issue.mentions.iter()).collect();
        }
    } else if cues::turns_around(story.lower(plan.verb)) || story.is(plan.verb, "phase") {
        // Who wants to keep the gas is not for phasing it out: such a plan is known by what it is called alone.
        keys.clear();
        mentions = Spans::from(story.span(plan.verb, plan.last));
    } else if let Some(object) = its_object {
        // "Hindi" is at issue by what is to be done to it.
        let object = found.remove(object);
        mentions = mentions.iter().chain(object.issue.mentions.iter()).collect();
    }
    let issue = Issue { id: issue_id(&label), label, proposition: None, mentions };
    found.insert(0, Found { issue, keys, is_name: false, contested: true, planned: true, named: false });
}

/// Names an issue by the plan whose object it is, where that is no measure itself: the age of a "plan to raise retirement age", the bronzes of
/// a "decision to return bronzes"; whether there is such an issue.
fn by_object(grammar: &Grammar, plan: &Plan, found: &mut Vec<Found>) -> bool {
    let story = grammar.story;
    let object = story.slice_range(plan.first, plan.last).to_lowercase();
    let quantity =
        CHANGES.contains(&story.lower(plan.verb)) && QUANTITIES.contains(&grammar.lemma(plan.last));
    let moved = MOVES.contains(&story.lower(plan.verb)) && story.in_headline(plan.verb);
    if (quantity || moved)
        && let Some(one) = found.iter_mut().find(|found| found.issue.label.to_lowercase() == object)
    {
        if let Some(deed) = verbal_nouns::deed(story.lower(plan.verb)).filter(|_| moved) {
            one.keys.push(deed.to_owned());
            let more = called(story, deed);
            one.issue.mentions = one.issue.mentions.iter().chain(more).collect();
        }
        one.issue.label = label(grammar, plan);
        one.issue.id = issue_id(&one.issue.label);
        one.planned = true;
        one.contested = true;
        return true;
    }
    // "Row over plan to sell cathedral green", where no list knows the green
    if moved && plan.first < plan.last && by_parts(grammar, plan, found) {
        let deed = verbal_nouns::deed(story.lower(plan.verb));
        let of = |found: &[Found], is: &dyn Fn(&Found) -> bool| found.iter().position(is);
        if let Some(deed) = deed
            && let Some(one) = of(found, &|found| found.planned)
            && let Some(other) =
                of(found, &|found| synonyms::head(&found.issue.label) == deed && !found.planned)
        {
            synonyms::merge(found, one, other);
        }
        return true;
    }
    false
}

/// A headline's "plan to send asylum seekers to barracks", with where they are to go.
fn with_destination(grammar: &Grammar, plan: &Plan) -> Option<Plan> {
    let story = grammar.story;
    let to = plan.last + 1;
    let sends = SENDS.contains(&story.lower(plan.verb)) && story.in_headline(plan.verb);
    if !(sends && story.joined(plan.last) && story.is_any(to, &["to", "in", "into", "at", "on"])) {
        return None;
    }
    let first = to + 1 + usize::from(story.is_any(to + 1, &DETERMINERS));
    let last = object(grammar, first).last().copied()?;
    Some(Plan { last, ..*plan })
}

/// Makes one issue of those that a headline's plan is made of; whether there are any.
fn by_parts(grammar: &Grammar, plan: &Plan, found: &mut Vec<Found>) -> bool {
    let story = grammar.story;
    let within = |span: Span| {
        let tokens = story.tokens_in(span);
        !tokens.is_empty() && tokens.start >= plan.first && tokens.end <= plan.last + 1
    };
    let is_part = |found: &Found| found.issue.mentions.iter().any(within);
    let Some(one) = found.iter().position(is_part) else { return false };
    while let Some(other) = found.iter().skip(one + 1).position(is_part) {
        synonyms::merge(found, one, one + 1 + other);
    }
    let named = &mut found[one];
    named.issue.label = label(grammar, plan);
    named.issue.id = issue_id(&named.issue.label);
    (named.planned, named.contested) = (true, true);
    true
}

/// Names the headline's "EU plan to scan messages" by what it is, scanning messages, and so "the proposal" and "the law"; whether it is an issue.
fn by_noun(grammar: &Grammar, plan: &Plan, found: &mut Vec<Found>) -> bool {
    let story = grammar.story;
    let named = |found: &Found| {
        let mut words = found.issue.label.rsplit(' ');
        let plan_of =
            |last: &str| PLANS.split_whitespace().any(|noun| noun == nouns::lemma(last).unwrap_or(last));
        let mut mentions = found.issue.mentions.iter().map(|span| story.tokens_in(span));
        words.next().is_some_and(plan_of)
            && words.all(|owner| owner.starts_with(char::is_uppercase))
            && mentions.any(|tokens| tokens.contains(&(plan.verb - 2)))
    };
    if story.in_headline(plan.verb)
        && let Some(mut one) = found.iter().position(named)
    {
        let bare = |found: &Found| {
            matches!(
                found.issue.label.as_str(),
                "law" | "laws" | "proposal" | "proposals" | "bill" | "legislation" | "rules"
            )
        };
        found[one].issue.label = label(grammar, plan);
        found[one].issue.id = issue_id(&found[one].issue.label);
        found[one].planned = true;
        while let Some(other) = found.iter().position(bare) {
            one = synonyms::merge(found, one, other);
        }
        return true;
    }
    false
}

/// "… decision to make Hindi compulsory in exams", with "to" at a token of the lead.
fn plan(grammar: &Grammar, to: usize) -> Option<Plan> {
    let story = grammar.story;
    if !story.is(to, "to") {
        return None;
    }
    let block = story.tokens[to].block as usize;
    let in_lead =
        story.headline[block] || story.headline[..block].iter().filter(|head| !**head).count() < LEAD;
    let noun = story.lower(to - 1);
    let noun = nouns::lemma(noun).unwrap_or(noun);
    let planned = PLANS.split_whitespace().any(|plan| plan == noun);
    let resolved = story.headline[block] && RESOLVES.split_whitespace().any(|verb| story.is(to - 1, verb));
    let verb = to + 1;
    let resolved = resolved || is_to_be_done(grammar, to);
    let is_verb = |token: usize| {
        let lower = story.lower(token);
        lower.len() > 2 && lower.bytes().all(|b| b.is_ascii_lowercase()) && !EMPTY.contains(&lower)
    };
    let in_order = noun == "order" && to > 1 && story.is(to - 2, "in");
    if in_order
        || !(in_lead && (planned || resolved) && story.joined(to - 1) && story.joined(to) && is_verb(verb))
    {
        return None;
    }
    let mut first = verb + 1;
    first += usize::from(story.joined(verb) && story.is_any(first, &PARTICLES));
    first += usize::from(
        story.joined(first - 1) && (story.is_any(first, &DETERMINERS) || is_number(story, first)),
    );
    let object = object(grammar, first);
    // Not "the military's", of which something follows, and not "a slew of".
    let whole = |&&last: &&usize| {
        object.len() <= LONGEST && !story.tokens[last].possessive && !phrases::counts(story, last)
    };
    let last = *object.last().filter(whole)?;
    let thing = object.iter().any(|&token| matches!(grammar.kind(token), Kind::Noun | Kind::Name));
    thing.then_some(Plan { verb, first, last, resolved })
}

/// What a headline says is to be banned: the words after "ban" to the end of the noun phrase.
pub(super) fn banned(grammar: &Grammar) -> Option<String> {
    let story = grammar.story;
    let bans =
        |&token: &usize| story.in_headline(token - 1) && story.is_any(token - 1, &["ban", "bans", "banning"]);
    let first = (1..story.len()).filter(|&token| story.joined(token - 1)).find(bans)?;
    let object = object(grammar, first);
    let last = *object.last()?;
    let plain = object.len() <= LONGEST && matches!(grammar.kind(last), Kind::Noun);
    let one = story.lower(last).strip_suffix('s').filter(|one| !one.ends_with(['s', 'u', 'i']));
    let whole = story.slice_range(first, last).to_lowercase();
    plain.then(|| whole.strip_suffix('s').filter(|_| one.is_some()).unwrap_or(&whole).to_owned())
}

/// Whether a headline tells at its beginning what somebody is going to do to what others care for: "School board to arm guards".
fn is_to_be_done(grammar: &Grammar, to: usize) -> bool {
    let story = grammar.story;
    let who = (0..to).rev().take_while(|&token| story.tokens[token].block == story.tokens[to].block);
    let who: Vec<usize> = who.take(LONGEST + 1).collect();
    let name = |&token: &usize| {
        matches!(grammar.kind(token), Kind::Noun | Kind::Name) && story.joined(token)
            || story.tokens[token].possessive
    };
    story.in_headline(to)
        && (1..=LONGEST).contains(&who.len())
        && who.iter().all(name)
        && to + 1 < story.len()
        && DONE.split_whitespace().any(|verb| story.is(to + 1, verb))
}

/// The words of what something is done to, or where, from a token on.
fn object(grammar: &Grammar, first: usize) -> Vec<usize> {
    let story = grammar.story;
    let goes_on = |&token: &usize| {
        story.joined(token - 1)
            && story.tokens[token].is_word
            && (contraries::tells(story.lower(token)) || grammar.kind(token) == Kind::Name)
            && !story.is_any(token, &ENDS)
            && !(story.in_headline(token) && story.is_any(token, &STIRS))
    };
    (first..story.len()).take_while(goes_on).take(LONGEST + 1).collect()
}

/// Where a deed is called by its noun: "the return", "these removals".
fn called(story: &Story, deed: &str) -> impl Iterator<Item = Span> {
    const BEFORE: [&str; 8] = ["the", "this", "that", "these", "those", "its", "their", "any"];
    let noun = move |token: &usize| {
        let lower = story.lower(*token);
        lower == deed || lower.strip_suffix('s') == Some(deed)
    };
    let determined = |token: &usize| story.joined(token - 1) && story.is_any(token - 1, &BEFORE);
    (1..story.len()).filter(noun).filter(determined).map(|token| story.span(token, token))
}

/// Whether a word says how many: "14", "three".
fn is_number(story: &Story, token: usize) -> bool {
    const NUMBERS: [&str; 11] =
        ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "dozens", "several"];
    story.is_any(token, &NUMBERS) || story.lower(token).bytes().all(|b| b.is_ascii_digit())
}

/// "making Hindi compulsory"
fn label(grammar: &Grammar, plan: &Plan) -> String {
    let story = grammar.story;
    let mut words = vec![verbal_nouns::gerund(story.lower(plan.verb))];
    words.extend(
        (plan.verb + 1..plan.first)
            .filter(|&t| story.is_any(t, &PARTICLES))
            .map(|t| story.lower(t).to_owned()),
    );
    words.extend((plan.first..=plan.last).map(|token| {
        if grammar.kind(token) == Kind::Name {
            story.slice(token).to_owned()
        } else {
            story.lower(token).to_owned()
        }
    }));
    words.join(" ")
}
