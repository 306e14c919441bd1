//! Synonyms: what a story calls by two words is one issue ("the agreement", "the pact"), and a law bears the name of its act.

use onrecord_base::Span;

use super::cues;
use super::headline;
use super::issues::Found;
use super::kin;
use super::phrases::Grammar;
use super::plans;
use super::spoken;
use crate::nouns;

/// Words for a law: a story that has one of them may name the act.
pub(super) const LAWS: [&str; 4] = ["bill", "law", "legislation", "act"];
/// What a law does, by the noun for it.
const DONE_BY_LAW: [&str; 14] = [
    "tax",
    "levy",
    "duty",
    "tariff",
    "ban",
    "cap",
    "limit",
    "charge",
    "fee",
    "curb",
    "restriction",
    "freeze",
    "quota",
    "target",
];
/// Words for what two have agreed on.
const DEALS: &[&str] = &["agreement", "pact", "deal", "accord", "treaty"];
/// Words for one thing; a bill may be to repeal a law.
const SYNONYMS: [&[&str]; 3] = [&["bill", "legislation"], &["law", "act"], DEALS];

/// Makes one of what is called by two words.
pub(super) fn unite(grammar: &Grammar, known_by: &[(Span, Vec<String>)], found: &mut Vec<Found>) {
    kin::find(grammar, known_by, found);
    alike(found);
    objects(found);
    of_deal(grammar, found);
    of_merger(grammar, found);
    bans(grammar, found);
    by_kind(grammar, found);
    enacted(grammar, found);
    levies(grammar, found);
    laws(grammar, found);
    // Two that bear one name now are one.
    for place in (1..found.len()).rev() {
        if let Some(same) = (0..place).find(|&other| found[other].issue.id == found[place].issue.id) {
            merge(found, same, place);
        }
    }
}

/// Lets one issue take in another; where it stands then.
pub(super) fn merge(found: &mut Vec<Found>, one: usize, other: usize) -> usize {
    let merged = found.remove(other);
    let one = if other < one { one - 1 } else { one };
    let into = &mut found[one];
    let more: Vec<String> = merged.keys.into_iter().filter(|key| !into.keys.contains(key)).collect();
    into.keys.extend(more);
    into.issue.mentions = into.issue.mentions.iter().chain(merged.issue.mentions.iter()).collect();
    into.contested |= merged.contested;
    into.named |= merged.named;
    one
}

/// "Offer for Pennard Steel … Pennard Steel": what an offer is for is no issue beside it.
fn objects(found: &mut Vec<Found>) {
    let Some(mut offer) = found.iter().position(|found| found.issue.label.contains(" for ")) else { return };
    let object = found[offer].issue.label.split_once(" for ").map(|(_, object)| object.to_owned());
    while let Some(other) = found.iter().position(|other| Some(&other.issue.label) == object.as_ref()) {
        offer = merge(found, offer, other);
    }
}

/// "The merger … the deal": a bare deal is what the headline's merger or sale is called, where no other is at issue.
fn of_merger(grammar: &Grammar, found: &mut Vec<Found>) {
    const MERGERS: [&str; 7] = ["merger", "takeover", "acquisition", "buyout", "sale", "purchase", "bid"];
    let merger = |found: &Found| MERGERS.contains(&head(&found.issue.label));
    let mut all = (0..found.len()).filter(|&place| merger(&found[place]));
    let (Some(one), None) = (all.next(), all.next()) else { return };
    let deal = found.iter().position(|found| found.issue.label == "deal");
    if let Some(deal) = deal.filter(|_| headline::names(grammar.story, &found[one].issue)) {
        merge(found, one, deal);
    }
}

/// "EU farm deal … the trade deal … trade": what the deal is called elsewhere is no issue beside it.
fn of_deal(grammar: &Grammar, found: &mut Vec<Found>) {
    let story = grammar.story;
    let deal = |found: &Found| DEALS.contains(&head(&found.issue.label)) && found.issue.label.contains(' ');
    let Some(mut one) = found.iter().position(deal) else { return };
    // "Climate" is more than the climate deal, if it mostly stands by itself.
    let calls = |other: &Found| {
        let of_deal = |span: &Span| {
            let last = story.tokens_in(*span).last();
            last.is_some_and(|last| {
                let next = (last + 1).min(story.len() - 1);
                [last, next].iter().any(|&token| DEALS.contains(&grammar.lemma(token)))
            })
        };
        let all = other.issue.mentions.iter().count();
        2 * other.issue.mentions.iter().filter(of_deal).count() >= all
    };
    let bare = |other: &Found| {
        let label = &other.issue.label;
        !label.contains(' ') && !DEALS.contains(&singular(label))
    };
    while let Some(other) = found.iter().position(|other| bare(other) && calls(other)) {
        one = merge(found, one, other);
    }
}

/// "Mayor defends facial recognition; council members call for ban": the ban is of what else the headline names, and that is at issue.
fn bans(grammar: &Grammar, found: &mut Vec<Found>) {
    const BANS: [&str; 4] = ["ban", "moratorium", "boycott", "prohibition"];
    let in_headline = |found: &Found| headline::names(grammar.story, &found.issue);
    let ban = |found: &Found| BANS.contains(&found.issue.label.as_str());
    let Some(one) = found.iter().position(|found| ban(found) && found.contested && in_headline(found)) else {
        return;
    };
    let mut all = (0..found.len()).filter(|&place| place != one && in_headline(&found[place]));
    let (Some(of), None) = (all.next(), all.next()) else { return };
    let last = head(&found[of].issue.label).to_owned();
    let law =
        SYNONYMS.iter().flat_map(|words| words.iter()).chain(&["plan", "proposal"]).any(|word| *word == last);
    if !found[of].contested || law || found[of].is_name {
        return;
    }
    // "Ban disposable barbecues on beaches": of the barbecues.
    let thing = plans::banned(grammar).unwrap_or_else(|| found[of].issue.label.clone());
    let thing = singular(&thing);
    let label = format!("{thing} {}", found[one].issue.label);
    let one = merge(found, one, of);
    found[one].issue.id = onrecord_base::issue_id(&label);
    found[one].issue.label = label;
}

/// "‘Wrong tax’: business slams sugar levy": what the headline calls by both words is one.
fn levies(grammar: &Grammar, found: &mut Vec<Found>) {
    const LEVIES: [&str; 3] = ["tax", "levy", "duty"];
    let headline = spoken::headline(grammar);
    let last = |found: &Found| head(&found.issue.label).to_owned();
    let levy = |found: &Found| LEVIES.contains(&last(found).as_str());
    let long = |found: &Found| found.issue.label.contains(' ');
    let mut all = (0..found.len()).filter(|&place| levy(&found[place]) && long(&found[place]));
    let (Some(one), None) = (all.next(), all.next()) else { return };
    let bare = |other: &Found| levy(other) && !long(other) && last(other) != last(&found[one]);
    let named = |found: &Found| headline.contains(&last(found));
    let other = found.iter().position(|other| bare(other) && named(other));
    if let Some(other) = other.filter(|_| named(&found[one])) {
        merge(found, one, other);
    }
}

/// "The draft agreement … the pact": what is called by two words for one kind of thing, without telling which, is one.
fn alike(found: &mut Vec<Found>) {
    for words in SYNONYMS {
        let of = |found: &[Found], from: usize| {
            (from..found.len()).find(|&place| words.contains(&singular(&found[place].issue.label)))
        };
        while let Some(one) = of(found, 0)
            && let Some(other) = of(found, one + 1)
        {
            merge(found, one, other);
        }
    }
}

/// "The housing bill … the legislation": what is called by a word for its kind alone is what the headline names, if it names one of that kind.
fn by_kind(grammar: &Grammar, found: &mut Vec<Found>) {
    let headline = spoken::headline(grammar);
    for words in SYNONYMS {
        let of_kind = |label: &str| words.contains(&head(label));
        let in_headline = |word: &str| headline.iter().any(|other| other == singular(word));
        // "deal with Pacific bloc" heads the story of a trade agreement.
        if !words.iter().any(|word| in_headline(word)) {
            continue;
        }
        let long = |found: &Found| found.issue.label.contains(' ') && of_kind(&found.issue.label);
        let mut all = (0..found.len()).filter(|&place| long(&found[place]));
        let (Some(mut one), None) = (all.next(), all.next()) else { continue };
        let bare = |other: &Found| !other.issue.label.contains(' ') && of_kind(&other.issue.label);
        while let Some(other) = found.iter().position(bare) {
            one = merge(found, one, other);
        }
    }
}

/// "Congress approves amnesty … the law": the only measure that the headline says was decided on is the law.
fn enacted(grammar: &Grammar, found: &mut Vec<Found>) {
    let story = grammar.story;
    let decided = |found: &Found| {
        let firsts = found.issue.mentions.iter().filter_map(|mention| story.tokens_in(mention).next());
        found.contested
            && firsts.into_iter().any(|first| {
                let headline = story.in_headline(first);
                headline && first > 0 && cues::decides(story.lower(first - 1))
            })
    };
    let mut all = (0..found.len()).filter(|&place| found[place].contested);
    let (Some(mut one), None) = (all.next(), all.next()) else { return };
    // "Transit tax splits Democrats … the bill": what a law does, unless it undoes the thing.
    let undoes = |token: usize| {
        const NEAR: usize = 5;
        let after = (token + 1..story.len()).take(NEAR);
        LAWS.contains(&singular(story.lower(token)))
            && after.into_iter().any(|next| cues::turns_around(story.lower(next)))
    };
    let does = |found: &Found| {
        DONE_BY_LAW.contains(&head(&found.issue.label))
            && headline::is_disputed(grammar, &found.issue)
            && !(0..story.len()).any(undoes)
    };
    if !decided(&found[one]) && !does(&found[one]) {
        return;
    }
    let law = |other: &Found| {
        let label = other.issue.label.as_str();
        LAWS.contains(&label.strip_prefix("draft ").unwrap_or(label)) && !other.contested
    };
    while let Some(other) = found.iter().position(law) {
        one = merge(found, one, other);
    }
}

/// "The law … the bill … the Online News Act": all the same, where none of them is an issue beside another.
fn laws(grammar: &Grammar, found: &mut [Found]) {
    let is_law = |found: &Found| LAWS.contains(&found.issue.label.as_str());
    let mut all = (0..found.len()).filter(|&place| LAWS.contains(&head(&found[place].issue.label)));
    let (Some(only), None) = (all.next(), all.next()) else { return };
    if !is_law(&found[only]) {
        return;
    }
    if let Some(name) = act(grammar) {
        found[only].issue.id = onrecord_base::issue_id(&name);
        found[only].issue.label = name;
    }
}

/// The act that an article names, if it is one: "the Online News Act".
fn act(grammar: &Grammar) -> Option<String> {
    let story = grammar.story;
    let mut names: Vec<String> = Vec::new();
    for last in
        (2..story.len()).filter(|&t| story.is_any(t, &["act", "bill", "law"]) && story.tokens[t].capital)
    {
        if story.title_case[story.tokens[last].block as usize] {
            continue;
        }
        let named = |&t: &usize| story.tokens[t].capital && story.joined(t);
        let first = (0..last).rev().take_while(named).last();
        // "The Online News Act" may open a sentence.
        let first = first.map(|first| first + usize::from(story.is(first, "the")));
        let Some(first) = first.filter(|&first| first > 0 && first < last && story.is(first - 1, "the"))
        else {
            continue;
        };
        let name = story.slice_range(first, last).split_whitespace().collect::<Vec<_>>().join(" ");
        if !names.contains(&name) {
            names.push(name);
        }
    }
    match &names[..] {
        [one] => Some(one.clone()),
        _ => None,
    }
}

/// The last word of a label, in the singular: what kind of thing it names.
pub(super) fn head(label: &str) -> &str {
    singular(label.rsplit(' ').next().unwrap_or(label))
}

/// The singular of a noun; another word as it is.
pub(super) fn singular(word: &str) -> &str {
    nouns::lemma(word).unwrap_or(word)
}
