//! What the headline says of the debate: "Ministers Spar on Orsa" names who is at odds and over what, "MPs back bypass" what is voted on.

use std::collections::BTreeSet;

use onrecord_base::{Actor, Issue, Span};

use super::at_issue;
use super::bearing;
use super::cues::{self, Speech};
use super::keys;
use super::labels;
use super::phrases::{self, Grammar, Phrase};
use super::sides::Side;
use super::verdicts;
use crate::nouns;
use crate::speakers::tokens::Story;

/// No headline is longer, in tokens.
const REACH: usize = 60;

/// The first token of each mention.
fn firsts(story: &Story, issue: &Issue) -> impl Iterator<Item = usize> {
    issue.mentions.iter().filter_map(|mention| story.tokens_in(mention).next())
}

/// Whether a headline names an issue.
pub(super) fn names(story: &Story, issue: &Issue) -> bool {
    firsts(story, issue).any(|first| story.in_headline(first))
}

/// Whether a headline says that an issue is to end: "Council scraps low-traffic zone".
pub(super) fn ends(story: &Story, issue: &Issue) -> bool {
    const NEAR: usize = 3;
    // "Removing books" does not end by it.
    if bearing::is_undoing(&issue.label) || issue.label.ends_with("veto") {
        return false;
    }
    // Who opposes a thing does not end it.
    const AGAINST: [&str; 10] =
        ["oppose", "opposes", "fight", "fights", "resist", "resists", "against", "no", "not", "never"];
    let turns = |token: usize| {
        let lower = story.lower(token);
        // "Council to ban barbecues" does not end the ban.
        let itself = issue.label.ends_with(" ban") && matches!(lower, "ban" | "bans" | "banning");
        // "Clash over speed limit reversal"
        const BOUNDS: [&str; 7] =
            ["limit", "limits", "curb", "curbs", "restriction", "restrictions", "moratorium"];
        if AGAINST.contains(&lower) || itself || BOUNDS.contains(&lower) {
            return false;
        }
        cues::turns_around(lower) || lower.strip_suffix('s').is_some_and(cues::turns_around)
    };
    // A phrase of the headline may have the verb in it.
    let mentions =
        issue.mentions.iter().map(|mention| story.tokens_in(mention)).filter(|tokens| !tokens.is_empty());
    mentions.filter(|tokens| story.in_headline(tokens.start)).any(|tokens| {
        // "Lords defeat government over welfare reforms"
        let defeat = |token: usize| {
            story.in_headline(token)
                && story.is_any(token, &["defeat", "defeats", "defeated", "defy", "defies"])
        };
        let over = tokens.start > 0 && story.is_any(tokens.start - 1, &["over", "on"]);
        (tokens.start.saturating_sub(NEAR)..tokens.end - 1).any(turns)
            || over && (tokens.start.saturating_sub(2 * NEAR)..tokens.start).any(defeat)
    })
}

/// Whether a headline says that an issue is disputed: a verb of discord stands before it.
pub(super) fn is_disputed(grammar: &Grammar, issue: &Issue) -> bool {
    let story = grammar.story;
    let parts = |mention: Span| {
        let last = story.tokens_in(mention).last();
        last.is_some_and(|last| {
            parts_people(story, last) || story.joined(last) && phrases::is_row(story, last + 1)
        })
    };
    issue.mentions.iter().any(parts)
        || firsts(story, issue).any(|first| {
            is_after_discord(story, first) || story.in_headline(first) && is_before_discord(story, first)
        })
}

/// Whether words of a headline are followed by one of discord with somebody: "Roe sees no case for a levy, at odds with Lind".
fn is_before_discord(story: &Story, first: usize) -> bool {
    let block = story.tokens[first].block;
    let after: Vec<&str> = (first..story.len())
        .take_while(|&t| story.tokens[t].block == block)
        .map(|t| story.lower(t))
        .collect();
    let odds = [
        &["at", "odds", "with"][..],
        &["clashes", "with"],
        &["disagrees", "with"],
        &["breaks", "with"],
        &["splits", "with"],
        &["differs", "with"],
        &["spars", "with"],
    ];
    odds.iter().any(|words| verdicts::has_phrase(&after, words))
}

/// Whether a headline says that an issue is voted on or heard: "Board delays vote on 300-unit complex".
pub(super) fn is_voted_on(story: &Story, issue: &Issue) -> bool {
    const NEAR: usize = 3;
    const VOTES: [&str; 8] =
        ["vote", "votes", "decision", "ruling", "hearing", "referendum", "ballot", "verdict"];
    firsts(story, issue).filter(|&first| story.in_headline(first)).any(|first| {
        let on =
            (first.saturating_sub(NEAR)..first).rev().find(|&token| story.is_any(token, &["on", "over"]));
        on.is_some_and(|on| on > 0 && story.is_any(on - 1, &VOTES))
    })
}

/// Whether a word stands in a headline after one of discord: "… clash over rents".
pub(super) fn is_after_discord(story: &Story, first: usize) -> bool {
    let block = story.tokens[first].block;
    if !story.headline[block as usize] {
        return false;
    }
    let before = (0..first).rev().take_while(|&token| story.tokens[token].block == block);
    let mut words: Vec<&str> = before.map(|token| story.lower(token)).collect();
    words.reverse();
    let discord = |words: &[&str]| cues::read(&words.join(" ")) == Some(Speech::Disagrees);
    words.chunks(1).any(discord) || words.windows(2).any(discord)
}

/// Whether a phrase of a headline is what it is about: "… spar on X and Y".
pub(super) fn is_subject(story: &Story, first: usize) -> bool {
    let before = first.checked_sub(1).filter(|&b| story.tokens[b].block == story.tokens[first].block);
    let Some(mut before) = before else { return false };
    // "over new stadium name"
    if before > 0 && story.is_any(before, &["new", "proposed", "planned", "old"]) && story.joined(before - 1)
    {
        before -= 1;
    }
    // "over riverside towers", where no list knows the first word.
    let unknown = story.tokens[before].is_word && !nouns::is_small(story.lower(before)) && before > 0;
    let earlier = unknown && story.tokens[before - 1].block == story.tokens[first].block;
    let opens = |token: usize| story.is_any(token, &["on", "over", "about"]) && !is_site(story, token);
    if opens(before) || earlier && opens(before - 1) {
        return true;
    }
    // "on X and Y": what a conjunction joins to a subject is one.
    story.is_any(before, &["and", "&", ","]) && before > 0 && {
        let block = story.tokens[first].block;
        // "'No compromise on water': Kerala, Orsa lock horns"
        let ends = |i: usize| story.is_any(i, &[":", "'", "’", "\"", "”", ";"]);
        let words = (0..before).rev().take(5).take_while(|&i| story.tokens[i].block == block && !ends(i));
        words.into_iter().any(|i| story.is_any(i, &["on", "over", "about"]))
    }
}

/// Whether a phrase of a headline stands right after "on", "over" or "about".
pub(super) fn is_right_after_on(story: &Story, first: usize) -> bool {
    first > 0 && story.joined(first - 1) && story.is_any(first - 1, &["on", "over", "about"])
}

/// Whether a phrase of a headline is what a row is about: "Tram extension row", not "MPs row over it".
pub(super) fn is_of_row(story: &Story, phrase: &Phrase) -> bool {
    story.entry(phrase.last).noun.is_none()
        && story.joined(phrase.last)
        && phrases::is_row(story, phrase.last + 1)
}

/// Whether what ends at a token of a headline parts people: "Data centre divides town".
pub(super) fn parts_people(story: &Story, last: usize) -> bool {
    const PARTS: [&str; 14] = [
        "divides",
        "divide",
        "splits",
        "split",
        "angers",
        "polarises",
        "polarizes",
        "alarms",
        "worries",
        "upsets",
        "infuriates",
        "irks",
        "delights",
        "pleases",
    ];
    let verb = last + 1;
    // "wins over teachers, worries parents"
    if story.in_headline(last)
        && story.joined(last)
        && verb + 1 < story.len()
        && story.is_any(verb, &["wins", "win"])
        && story.is(verb + 1, "over")
    {
        return true;
    }
    let people = verb + 1 < story.len() && !story.is_any(verb + 1, &["on", "over", "from", "in", "as"]);
    story.in_headline(last)
        && story.joined(last)
        && story.is_any(verb, &PARTS)
        && story.joined(verb)
        && people
}

/// Whether a phrase of a headline is what it is about by the colon after it: "Jeepney phase-out: groups vow strike".
pub(super) fn is_before_colon(story: &Story, phrase: &Phrase) -> bool {
    const FAR: usize = 3;
    let block = story.tokens[phrase.first].block;
    let opens =
        (phrase.first.saturating_sub(FAR)..phrase.first).all(|token| story.tokens[token].block == block);
    let opens =
        opens && phrase.first.checked_sub(FAR + 1).is_none_or(|token| story.tokens[token].block != block);
    let colon = phrase.last + 1;
    opens
        && story.in_headline(phrase.last)
        && colon < story.len()
        && story.tokens[colon].block == block
        && story.is(colon, ":")
        && at_issue::is_measure(story.lower(phrase.last))
}

/// Whether what ends at a token of a headline owns what follows: "Harland Foods' plan", "Roe's plan".
pub(super) fn owns(story: &Story, last: usize) -> bool {
    let mark = last + 1;
    let same = |token: &usize| story.tokens[*token].block == story.tokens[last].block;
    // No quotation ends here.
    let quoted = || {
        let mut before = (0..last).rev().take(REACH).take_while(same);
        before.any(|token| story.is_any(token, &["'", "‘"]))
    };
    let bare = || {
        mark + 1 < story.len()
            && story.lower(last).ends_with('s')
            && story.is_any(mark, &["'", "’"])
            && story.tokens[mark].span.range().start == story.tokens[last].span.range().end
            && story.tokens[mark + 1].is_word
            && same(&(mark + 1))
            && !quoted()
    };
    story.tokens[last].possessive || bare()
}

/// Whether "on" tells where a thing stands: "back solar farm on Ashby fields" is about the farm.
fn is_site(story: &Story, on: usize) -> bool {
    const SITES: &str = "farm home house flat turbine tower station plant mast stadium airport hotel camp shelter site road bridge mine \
                         pylon";
    let thing = on.checked_sub(1).filter(|&thing| story.is(on, "on") && story.joined(thing));
    thing.is_some_and(|thing| {
        let lower = story.lower(thing);
        let lemma = nouns::lemma(lower).unwrap_or(lower);
        SITES.split_whitespace().any(|site| site == lemma)
    })
}

/// Whether a phrase of a headline is a measure that somebody is for or against: "MPs back solar farm", "Council rejects bypass".
pub(super) fn is_object(grammar: &Grammar, phrase: &Phrase) -> bool {
    let story = grammar.story;
    let before = phrase.first.checked_sub(1).filter(|&b| story.joined(b));
    // "Union rejects Roe's privatisation plan"
    let before = match before {
        Some(owner) if story.tokens[owner].possessive => owner.checked_sub(1),
        before => before,
    };
    let polar = |cue: &str| matches!(cues::read(cue), Some(Speech::Opposes | Speech::Supports));
    let verb = |token: usize| polar(story.lower(token)) || labels::may_be_verb(grammar.lemma(token));
    let lead = (phrase.first..phrase.last).find(|&token| !verb(token)).unwrap_or(phrase.last);
    let governed = lead > phrase.first || before.is_some_and(|b| polar(story.lower(b)));
    governed && at_issue::is_measure(story.lower(phrase.last))
}

/// Whether a phrase of a headline is two nouns that a verb is for or against: "clubs reject video referee".
pub(super) fn is_compound_object(grammar: &Grammar, phrase: &Phrase) -> bool {
    let story = grammar.story;
    let verb = phrase.first.checked_sub(1).filter(|&before| story.joined(before));
    let polar = |token: usize| {
        matches!(cues::read(story.lower(token)), Some(Speech::Opposes | Speech::Supports | Speech::Denies))
    };
    phrase.last == phrase.first + 1
        && grammar.kind(phrase.first) == phrases::Kind::Noun
        && verb.is_some_and(polar)
}

/// Whether a phrase of a headline is what a plan is for: "plan for rooftop solar panels".
pub(super) fn is_planned(story: &Story, first: usize) -> bool {
    const NEAR: usize = 2;
    const PLANS: [&str; 6] = ["plan", "plans", "proposal", "proposals", "scheme", "application"];
    let link = (first.saturating_sub(NEAR)..first).rev().find(|&token| story.is(token, "for"));
    link.is_some_and(|link| {
        link > 0 && story.is_any(link - 1, &PLANS) && (link..first).all(|token| story.joined(token))
    })
}

/// Whether a phrase of a headline only tells when or where: "strike threat before holidays".
pub(super) fn is_circumstance(story: &Story, first: usize) -> bool {
    let before = first.checked_sub(1).filter(|&b| story.tokens[b].block == story.tokens[first].block);
    before.is_some_and(|b| {
        story.is_any(b, &["before", "during", "until", "since", "in", "at", "near", "outside", "from", "by"])
            || is_site(story, b)
    })
}

/// For each actor the words by which headlines name it or what is behind it, as [`Grammar::key`] gives them; what names an issue names nobody.
pub(super) fn named(
    grammar: &Grammar,
    actors: &[Actor],
    sides: &[Side],
    issues: &[Issue],
) -> Vec<BTreeSet<String>> {
    let story = grammar.story;
    let in_issue = |token: usize| {
        let mut mentions = issues.iter().flat_map(|issue| issue.mentions.iter());
        mentions
            .any(|mention| story.tokens_in(mention).len() > 1 && story.tokens_in(mention).contains(&token))
    };
    let words: BTreeSet<&str> = (0..story.len())
        .filter(|&token| story.in_headline(token))
        .filter(|&token| !grammar.is_infinitive(token) && !in_issue(token))
        // "split on peacekeepers for Kestrel"
        .filter(|&token| {
            let told_of =
                token > 0 && story.is_any(token - 1, &["for", "in", "to", "of", "at", "from", "near"]);
            !(told_of && is_after_discord(story, token))
        })
        // "Court order divides city" sets the court against nobody.
        .filter(|&token| {
            let block = story.tokens[token].block;
            let after =
                (token..story.len()).take(REACH).take_while(|&last| story.tokens[last].block == block);
            !after.into_iter().any(|last| parts_people(story, last))
        })
        .filter_map(|token| grammar.key(token))
        .collect();
    // "Canada’s grain exporters" are not Canada.
    let owns = |actor: &Actor, word: &str| {
        let owners =
            actor.name.split(' ').filter_map(|word| word.strip_suffix("'s").or(word.strip_suffix("’s")));
        owners.into_iter().any(|owner| keys::of_name(&owner.to_lowercase()) == word)
    };
    let named = |(side, actor): (&Side, &Actor)| {
        words
            .iter()
            .filter(|word| side.has(word) && !owns(actor, word))
            .map(|&word| word.to_owned())
            .collect()
    };
    sides.iter().zip(actors).map(named).collect()
}
