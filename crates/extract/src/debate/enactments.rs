//! Enactments: the bill and what it does are one issue ("bill to ban menthol cigarettes": the ban), and so are what is done and to
//! what ("closure of the maternity unit").

use super::contraries;
use super::issues::Found;
use super::phrases::{self, Grammar, Kind};
use super::spoken;
use super::stances::PREPOSITIONS;
use super::synonyms::{head, merge, singular};
use crate::nouns;
use crate::speakers::tokens::Story;

/// What enacts something.
const ENACTS: [&str; 9] =
    ["bill", "law", "legislation", "plan", "proposal", "measure", "motion", "act", "move"];
/// What it may do that is called by the same word: "to ban", "the ban".
const DOES: [&str; 7] = ["ban", "cap", "freeze", "limit", "curb", "cull", "charge"];
/// What is done to a thing, by a noun: "closure of the maternity unit".
const DEEDS: [&str; 11] = [
    "ban",
    "cap",
    "freeze",
    "limit",
    "curb",
    "closure",
    "abolition",
    "removal",
    "demolition",
    "reintroduction",
    "deployment",
];
/// What a headline's noun rules, where "on" follows: "order on stray dogs".
const RULES: [&str; 22] = [
    "rule",
    "order",
    "restriction",
    "limit",
    "curb",
    "tax",
    "levy",
    "duty",
    "tariff",
    "moratorium",
    "guideline",
    "guidance",
    "crackdown",
    "regulation",
    "surcharge",
    "quota",
    "embargo",
    "directive",
    "law",
    "bill",
    "ordinance",
    "sanction",
];
/// What it may do that is called otherwise: "bill to legalise assisted dying", the assisted dying bill.
const ALLOWS: [&str; 14] = [
    "end",
    "expand",
    "ease",
    "tighten",
    "legalise",
    "legalize",
    "decriminalise",
    "decriminalize",
    "regulate",
    "protect",
    "license",
    "nationalise",
    "privatise",
    "privatize",
];
/// No object of what is done has more words.
const LONGEST: usize = 3;

/// Makes one of what enacts a thing and the thing, and names them in full.
pub(super) fn unite(grammar: &Grammar, found: &mut Vec<Found>) {
    let headline = spoken::headline(grammar);
    let in_headline = |word: &str| headline.iter().any(|other| other == word);
    for token in 0..grammar.story.len() {
        let bare = |deed: &str| {
            found.iter().any(|found| match only_rules(deed) {
                true => head(&found.issue.label) == deed,
                false => singular(&found.issue.label) == deed,
            })
        };
        let done =
            || done(grammar, token).filter(|(deed, _)| bare(deed)).map(|(deed, object)| ("", deed, object));
        let Some((noun, deed, object)) = enacted(grammar, token).or_else(done) else { continue };
        if ALLOWS.contains(&deed) {
            let bare = |found: &&mut Found| found.issue.label == noun;
            if let Some(bill) = found.iter_mut().find(bare) {
                bill.issue.label = format!("{object} {}", bill.issue.label);
                bill.issue.id = onrecord_base::issue_id(&bill.issue.label);
                let id = bill.issue.id.clone();
                // "Vaccine" is no issue beside the vaccine exemption bill.
                let part = |other: &Found| {
                    let label = &other.issue.label;
                    let same = label == &object || label.strip_suffix('s') == Some(&object);
                    same || object.split(' ').any(|word| word == singular(label))
                };
                while let Some(other) = found.iter().position(part) {
                    let Some(bill) = found.iter().position(|found| found.issue.id == id) else { break };
                    merge(found, bill, other);
                }
            }
            continue;
        }
        let of = |found: &[Found], word: &str| {
            found.iter().position(|one| {
                one.issue.label.split(' ').next_back().is_some_and(|last| singular(last) == word)
            })
        };
        let Some(itself) = of(found, deed) else {
            if in_headline(deed) {
                call_by_deed(found, noun, deed, &object);
            }
            continue;
        };
        let bill = of(found, noun).filter(|&bill| bill != itself);
        let itself = bill.map_or(itself, |bill| merge(found, itself, bill));
        let last = object.split(' ').next_back().unwrap_or_default();
        let beside = noun.is_empty() && in_headline(last) && !in_headline(deed);
        // Where the headline names the missiles and no deployment, that is on them.
        let thing = found.iter().position(|other| {
            other.issue.label.split(' ').next_back().is_some_and(|of| singular(of) == last)
        });
        if let Some(thing) = thing.filter(|&thing| beside && thing != itself) {
            merge(found, thing, itself);
            continue;
        }
        let one = &mut found[itself].issue;
        // "Court order on stray dogs" is on the dogs, whosever it is.
        let (owner, rule) = one.label.rsplit_once(' ').unwrap_or(("", &one.label));
        let whose = noun.is_empty() && only_rules(deed);
        if owner.is_empty() || whose && !object.contains(owner) {
            one.label = format!("{object} {rule}");
            one.id = onrecord_base::issue_id(&one.label);
        }
        // What is banned is no issue beside its ban.
        let banned = |other: &Found| {
            let label = &other.issue.label;
            let same = |word: &str| word == singular(label) || label.strip_suffix('s') == Some(word);
            // "school buses", "school bus"
            let (before, last) = label.rsplit_once(' ').unwrap_or(("", label));
            let one = format!("{before} {}", singular(last));
            object == *label || object == one || !label.contains(' ') && object.split(' ').any(same)
        };
        if let Some(other) = found.iter().position(banned) {
            merge(found, itself, other);
        }
    }
}

/// "Bill to cap insulin prices", where no other statement has a word of the cap: the bill is the insulin price cap, and takes in what is capped.
fn call_by_deed(found: &mut Vec<Found>, noun: &str, deed: &str, object: &str) {
    let bare = |found: &Found| singular(&found.issue.label) == noun && !noun.is_empty();
    let Some(mut bill) = found.iter().position(bare) else { return };
    found[bill].issue.label = format!("{object} {deed}");
    found[bill].issue.id = onrecord_base::issue_id(&found[bill].issue.label);
    found[bill].keys.push(deed.to_owned());
    let of = |other: &Found| {
        let label = &other.issue.label;
        object.split(' ').any(|word| word == singular(label))
            || label.strip_suffix('s').unwrap_or(label) == object
    };
    while let Some(other) = found.iter().position(of) {
        bill = merge(found, bill, other);
    }
}

/// "bill to ban menthol cigarettes", "legislation that would ban …", with the deed at a token: what enacts, what it does, to what.
fn enacted<'s>(grammar: &Grammar<'s>, token: usize) -> Option<(&'s str, &'s str, String)> {
    let story = grammar.story;
    let deed = *DOES.iter().chain(&ALLOWS).find(|deed| story.is(token, deed))?;
    let to = token.checked_sub(1).filter(|&to| story.joined(to))?;
    let noun = match () {
        () if story.is(to, "to") => to.checked_sub(1)?,
        () if story.is(to, "would") && to > 1 && story.is_any(to - 1, &["that", "which"]) => to - 2,
        () => return None,
    };
    let noun = ENACTS.iter().find(|enacts| singular(story.lower(noun)) == **enacts)?;
    // "plan to charge for school buses"
    let first = token + 1 + usize::from(*deed == *"charge" && story.is(token + 1, "for"));
    let object = object(grammar, first).filter(|words| words.chars().all(|c| !c.is_uppercase()))?;
    Some((noun, deed, object))
}

/// Whether a noun tells only by what it is on what is done: "order", not "ban".
fn only_rules(deed: &str) -> bool {
    RULES.contains(&deed) && !DEEDS.contains(&deed)
}

/// The noun of a headline at a token that rules what stands after "on".
fn rule(story: &Story, token: usize) -> Option<&'static str> {
    let rules = story.in_headline(token) && story.is(token + 1, "on");
    RULES.into_iter().find(|rule| singular(story.lower(token)) == *rule).filter(|_| rules)
}

/// Whether a noun of a headline rules what it then names: "rules on short-term lets".
pub(super) fn rules_thing(grammar: &Grammar, token: usize) -> bool {
    let story = grammar.story;
    token + 1 < story.len() && rule(story, token).is_some() && done(grammar, token).is_some()
}

/// "ban on lead shot", "closure of the maternity unit", with the deed at a token: what is done, to what.
fn done(grammar: &Grammar, token: usize) -> Option<(&'static str, String)> {
    let story = grammar.story;
    let link = token + 1;
    if link + 2 >= story.len() || !story.is_any(link, &["on", "of"]) || !story.joined(token) {
        return None;
    }
    let deed = DEEDS.into_iter().find(|deed| story.is(token, deed)).or_else(|| rule(story, token))?;
    let first = link + 1 + usize::from(story.is_any(link + 1, &["the", "its", "their", "all"]));
    Some((deed, object(grammar, first)?))
}

/// The thing that a deed is done to, which opens at a token: "menthol cigarette", "Russian gas".
fn object(grammar: &Grammar, first: usize) -> Option<String> {
    let story = grammar.story;
    let plain = |&t: &usize| {
        let lower = story.lower(t);
        // "Russian gas", but "lead shot Monday"
        let within = t == first || grammar.kind(t) != Kind::Name;
        let ends = PREPOSITIONS.contains(&lower) || matches!(lower, "within" | "despite" | "amid");
        story.joined(t - 1) && contraries::tells(lower) && within && !ends
    };
    // "short-term lets"
    let described = |last: usize| last > first && grammar.kind(last - 1) == Kind::Adjective;
    // No list knows "trophies": rare words are nouns.
    let rare = |last: usize| {
        let lower = story.lower(last);
        lower.len() > 4 && !nouns::is_other(lower) && lower.bytes().all(|b| b.is_ascii_lowercase())
    };
    let thing = |last: usize| {
        grammar.kind(last) != Kind::Other
            || story.lower(last).ends_with("ing")
            || described(last)
            || rare(last)
    };
    // "stray dogs divides"
    let verb = |t: usize| t > first && !thing(t) && nouns::is_other(story.lower(t));
    let object: Vec<usize> =
        (first..story.len()).take(LONGEST + 1).take_while(|t| plain(t) && !verb(*t)).collect();
    // "a ban on Muslims entering": what they do is told of them.
    let does = |t: usize| t > first && story.lower(t).ends_with("ing") && story.lower(t - 1).ends_with('s');
    let object: Vec<usize> = object.into_iter().take_while(|&t| !does(t)).collect();
    // "a ban on admitting any refugees"
    let governs =
        |last: usize| story.lower(last).ends_with("ing") && story.joined(last) && opens(story, last + 1);
    let whole = |&&last: &&usize| {
        thing(last) && !phrases::counts(story, last) && !governs(last) && object.len() <= LONGEST
    };
    let last = *object.last().filter(whole)?;
    let printed = |t: usize| if grammar.kind(t) == Kind::Name { story.slice(t) } else { story.lower(t) };
    let before = object.iter().filter(|&&t| t != last).map(|&t| printed(t).to_owned());
    let thing = match story.slice(last).strip_suffix('s') {
        _ if grammar.kind(last) != Kind::Name => grammar.lemma(last).to_owned(),
        // "Syrians", "Muslims"
        Some(people) if people.ends_with("an") || people.ends_with("im") => people.to_owned(),
        _ => story.slice(last).to_owned(),
    };
    Some(before.chain([thing]).collect::<Vec<String>>().join(" "))
}

/// Whether a word opens a noun phrase.
fn opens(story: &Story, token: usize) -> bool {
    token < story.len()
        && story.is_any(token, &["the", "a", "an", "any", "all", "some", "his", "her", "its", "their"])
}
