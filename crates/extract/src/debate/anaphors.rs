//! Anaphors: "the measure", "this plan" in a content, which mean the measure that was last spoken of.

use std::sync::LazyLock;

use onrecord_base::{Span, Statement, Take};
use rustc_hash::FxHashSet;

use super::at_issue;
use super::cues;
use super::headline;
use super::issues::Found;
use super::kinds;
use super::phrases::{Grammar, Kind};
use super::synonyms::{self, LAWS};
use super::takes;
use super::verdicts;
use super::wording::Wording;
use crate::nouns;
use crate::speakers::tokens::Story;

/// A statement is as surely about what it calls "the measure".
const SCORE: f32 = 0.72;
/// And as surely as by a word of the issue, where that is its subject.
const OPENING: f32 = 0.9;
/// What is meant was spoken of among so many statements before.
const RECENT: usize = 5;
/// A statement that only goes on with an issue from afar tells nothing of what the next one means.
const SPOKEN_OF: f32 = 0.6;
/// Words for a measure that do not tell which.
static NOUNS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    const WORDS: &str = "measure policy plan proposal move idea scheme project legislation bill law deal decision rule programme program \
                         reform change regulation ban levy tax duty cut offer agreement pact treaty act ordinance motion initiative step \
                         order rise increase hike system technology application event directive";
    WORDS.split_whitespace().collect()
});
/// Parts of a measure.
const PARTS: [&str; 8] =
    ["provision", "clause", "amendment", "requirement", "exemption", "exception", "override", "veto"];
const DETERMINERS: [&str; 5] = ["the", "this", "that", "such", "these"];
/// What follows tells that something else is meant: "the plan to build a pier".
const TELLS_WHICH: [&str; 11] =
    ["of", "for", "to", "on", "that", "which", "against", "in", "by", "from", "under"];

/// Gives statements without a take that of the measure which they mean, and the issue the mention.
pub(super) fn resolve(
    grammar: &Grammar,
    statements: &[Statement],
    found: &mut [Found],
    undone: &[bool],
    takes: &mut [Vec<Take>],
) {
    let measures: Vec<bool> = found.iter().map(|found| is_measure(found) && !is_part(found)).collect();
    let in_headline = in_headline(grammar, found).map(|issue| takes::take(issue, SCORE));
    let deeds: Vec<(&str, u32)> = (0..)
        .zip(&*found)
        .flat_map(|(issue, found)| deeds(grammar, found).map(move |deed| (deed, issue)))
        .collect();
    for place in 0..statements.len() {
        if let Some(issue) = judged_it(grammar, statements, found, &takes[..=place], &measures) {
            takes[place].insert(0, takes::take(issue, SCORE));
            continue;
        }
        let Some((span, of_deed)) = mention(grammar, &statements[place], &deeds) else { continue };
        // "that the measure would lead to censorship" is of the measure first.
        let known = |take: &Take| {
            found[take.issue.0 as usize].issue.mentions.iter().any(|mention| mention.overlaps(span))
        };
        let opens = opens_content(grammar, &statements[place], span);
        let first = opens && of_deed.is_none() && !takes[place].iter().any(known);
        if !takes[place].is_empty() && !first {
            continue;
        }
        if let Some(issue) = of_deed {
            takes[place].push(takes::take(issue, SCORE));
            let issue = &mut found[issue as usize].issue;
            issue.mentions = issue.mentions.iter().chain([span]).collect();
            continue;
        }
        let before = place.checked_sub(1).map(|before| &statements[before]);
        let alone = measures.iter().filter(|is| **is).count() == 1;
        let fits =
            |issue: &u32| kinds::may_mean(grammar.story, span, &found[*issue as usize].issue.label, alone);
        let fitting: Vec<bool> = (0..).zip(&measures).map(|(issue, is)| *is && fits(&issue)).collect();
        let in_headline = in_headline.filter(|take| fits(&take.issue.0));
        let last = last_measure(grammar, statements, found, takes, &fitting, place, in_headline)
            .filter(|take| !is_another(grammar, before, &found[take.issue.0 as usize], span));
        let other = || {
            let mut others =
                (0..).zip(&*found).filter(|(_, found)| found.contested).map(|(issue, _)| issue).filter(fits);
            others
                .next()
                .filter(|_| kinds::has(grammar.story, span, &kinds::PROJECTS) && others.next().is_none())
        };
        // "welcomed the decision" after a veto
        let vetoed = || {
            let veto = (0..).zip(&*found).find(|(_, found)| synonyms::head(&found.issue.label) == "veto")?.0;
            let spoken_of = |takes: &Vec<Take>| takes.iter().any(|take| take.issue.0 == veto);
            let recent = &takes[place.saturating_sub(RECENT)..place];
            (kinds::has(grammar.story, span, &["decision", "move"]) && recent.iter().any(spoken_of))
                .then_some(veto)
        };
        let issue = vetoed()
            .or(last.map(|take| take.issue.0))
            .filter(|&issue| !undone[issue as usize])
            .filter(fits)
            .or_else(other);
        let Some(issue) = issue else { continue };
        if takes[place].is_empty() {
            takes[place].push(takes::take(issue, SCORE));
        } else if takes[place].iter().all(|take| take.issue.0 != issue) {
            takes[place].insert(0, takes::take(issue, OPENING));
        }
        let issue = &mut found[issue as usize].issue;
        issue.mentions = issue.mentions.iter().chain([span]).collect();
    }
}

/// "A cut would help … it would be reckless with inflation at 3%": the measure of the statement before the last one, where that says of "it"
/// what it is worth, and of other issues only beside it.
fn judged_it(
    grammar: &Grammar,
    statements: &[Statement],
    found: &[Found],
    takes: &[Vec<Take>],
    measures: &[bool],
) -> Option<u32> {
    let [.., before, own] = takes else { return None };
    let statement = &statements[takes.len() - 1];
    let issue =
        before.first().filter(|take| take.score >= SPOKEN_OF && measures[take.issue.0 as usize])?.issue;
    let of_others =
        !own.is_empty() && own.iter().all(|take| take.issue != issue && !measures[take.issue.0 as usize]);
    let wording = Wording::of(grammar.story, statement);
    let judged = || verdicts::of_pronoun(grammar, &wording, &found[issue.0 as usize].issue).is_some();
    (of_others && judged()).then_some(issue.0)
}

/// Whether a content is a clause whose first words are these.
fn opens_content(grammar: &Grammar, statement: &Statement, span: Span) -> bool {
    let story = grammar.story;
    let mut before = takes::content(story, statement).take_while(|&token| story.tokens[token].span < span);
    let clause = before.next().is_some_and(|first| story.is(first, "that"));
    clause && before.all(|token| story.is_any(token, &DETERMINERS))
}

/// What is to be done to an issue, by the nouns that stand before "of" it: "the release of the footage".
fn deeds<'s>(grammar: &Grammar<'s>, found: &Found) -> impl Iterator<Item = &'s str> {
    const DEEDS: &str = "release delivery sale use introduction construction expansion transfer purchase supply extension publication \
                         disclosure deployment installation creation adoption approval renewal export import production development";
    let story = grammar.story;
    let firsts = found.issue.mentions.iter().filter_map(|mention| story.tokens_in(mention).next());
    let nouns = firsts.filter_map(|first| {
        let of = first.checked_sub(1 + usize::from(first > 0 && story.is_any(first - 1, &DETERMINERS)))?;
        let noun = of.checked_sub(1).filter(|_| story.is(of, "of"))?;
        let lower = story.lower(noun);
        DEEDS.split_whitespace().any(|deed| deed == lower).then_some(lower)
    });
    nouns.collect::<Vec<_>>().into_iter()
}

/// Whether an issue is only a part of a measure: "the provision" is no plan.
fn is_part(found: &Found) -> bool {
    PARTS.contains(&synonyms::head(&found.issue.label))
}

fn is_measure(found: &Found) -> bool {
    found.issue.proposition.is_some()
        || at_issue::is_measure(&found.issue.label)
        || found.contested
        || found.planned
}

/// The measure that was last spoken of before a statement, or that of the headline; `None` where somebody has proposed another thing since.
fn last_measure(
    grammar: &Grammar,
    statements: &[Statement],
    found: &[Found],
    takes: &[Vec<Take>],
    measures: &[bool],
    place: usize,
    in_headline: Option<Take>,
) -> Option<Take> {
    for before in (place.saturating_sub(RECENT)..place).rev() {
        let on_measure = |take: &&Take| take.score >= SPOKEN_OF && measures[take.issue.0 as usize];
        // What the headline is about rather than what stands beside it.
        let on_measure = || takes[before].iter().filter(on_measure);
        let contested = on_measure().find(|take| {
            let found = &found[take.issue.0 as usize];
            found.contested && at_issue::is_measure(&found.issue.label)
        });
        if let Some(take) = contested.or_else(|| on_measure().next()) {
            return Some(*take);
        }
        if cues::proposes(&Wording::of(grammar.story, &statements[before]).cue) {
            return None;
        }
    }
    in_headline
}

/// What is meant where nobody spoke of a measure lately: the only one, if the headline has it, or the only one that it says is disputed.
fn in_headline(grammar: &Grammar, found: &[Found]) -> Option<u32> {
    let mut all = (0..).zip(found).filter(|(_, found)| at_issue::is_measure(&found.issue.label));
    let only = all.next().filter(|(_, found)| found.contested && all.next().is_none());
    let disputed = || {
        let mut disputed = (0..).zip(found).filter(|(_, found)| headline::is_disputed(grammar, &found.issue));
        disputed.next().filter(|_| disputed.next().is_none())
    };
    let planned = || (0..).zip(found).find(|(_, found)| found.planned);
    only.or_else(disputed).or_else(planned).map(|(issue, _)| issue)
}

/// "A bill to repeal the mandate … the bill": whether what is meant was brought up by that noun since, and is not the measure.
fn is_another(grammar: &Grammar, before: Option<&Statement>, found: &Found, span: Span) -> bool {
    const NEAR: usize = 8;
    let story = grammar.story;
    let Some(here) = story.tokens_in(span).next() else { return false };
    const REACH: usize = 200;
    let from = before.and_then(|statement| takes::content(story, statement).next()).unwrap_or(0);
    let from = from.max(here.saturating_sub(REACH));
    let lemma = grammar.lemma(here);
    let brought = (from..here).rev().find(|&token| {
        grammar.lemma(token) == lemma
            && (token.saturating_sub(3)..token).any(|before| story.is_any(before, &["a", "an", "another"]))
    });
    brought.is_some_and(|noun| {
        let within =
            |token: usize| found.issue.mentions.iter().any(|span| story.tokens_in(span).contains(&token));
        let after = || noun..(noun + NEAR).min(here);
        let turned = after().any(|token| cues::turns_around(story.lower(token)));
        turned || !after().any(within)
    })
}

/// Whether a plan or the like is to undo what an issue is: "the decision to scrap the winter break".
pub(super) fn is_undone(grammar: &Grammar, found: &Found) -> bool {
    let story = grammar.story;
    // What is to be done is the issue itself.
    if found.planned {
        return false;
    }
    // The bill to end exemptions is not itself to be ended.
    let head = found.issue.label.rsplit_once(' ').map(|(_, head)| head).filter(|head| LAWS.contains(head));
    let of_itself = |mention: &Span| {
        let last = story.tokens_in(*mention).last();
        head.is_none_or(|head| last.is_some_and(|last| story.is(last, head)))
    };
    found.issue.mentions.iter().filter(of_itself).any(|mention| {
        let Some(first) = story.tokens_in(mention).next() else { return false };
        let before = (first.saturating_sub(2)..first + 1).rev();
        // "the decision to ban phones" is the phone ban.
        const STEM: usize = 5;
        let stem = |word: &str| word.chars().take(STEM).collect::<String>();
        let itself =
            |token: usize| found.issue.label.split(' ').any(|word| stem(word) == stem(story.lower(token)));
        if (first.saturating_sub(3)..first)
            .any(|token| ends_in_headline(story, token, first) && !itself(token))
        {
            return true;
        }
        let undoes = |token: &usize| cues::turns_around(story.lower(*token)) && !itself(*token);
        before.into_iter().find(undoes).is_some_and(|deed| {
            let planned = |token: usize| NOUNS.contains(story.lower(token));
            deed > 1 && story.is(deed - 1, "to") && planned(deed - 2)
        })
    })
}

/// Whether a verb of the headline before an issue's first word ends the issue: "Should Ridgeway scrap its gifted program?", where the change is
/// not the program.
fn ends_in_headline(story: &Story, verb: usize, first: usize) -> bool {
    const ENDS: [&str; 12] = [
        "scrap",
        "scrapping",
        "end",
        "ending",
        "abolish",
        "abolishing",
        "axe",
        "axing",
        "ditch",
        "ditching",
        "close",
        "closing",
    ];
    let block = story.tokens[first].block;
    story.headline[block as usize] && story.tokens[verb].block == block && story.is_any(verb, &ENDS)
}

/// "the plan for a pier", not "the rule in Lok Sabha", "the proposal for 12 years".
fn tells_which(story: &Story, token: usize) -> bool {
    let next = story.tokens.get(token + 1).filter(|_| story.joined(token));
    let becomes = story.is(token, "to") && next.is_some() && story.is(token + 1, "be");
    let number = next.is_some() && story.lower(token + 1).starts_with(|c: char| c.is_ascii_digit());
    let place = story.is(token, "in") && next.is_some_and(|next| next.capital);
    let how = story.is(token, "in")
        && next.is_some()
        && story.is_any(token + 1, &["court", "principle", "full", "parliament", "part", "its", "public"]);
    story.is_any(token, &TELLS_WHICH) && !number && !place && !becomes && !how
}

/// The first words of a content that mean some measure without telling which, or by what is to be done to it, which.
fn mention(grammar: &Grammar, statement: &Statement, deeds: &[(&str, u32)]) -> Option<(Span, Option<u32>)> {
    let story = grammar.story;
    /// A sum of money has so many words.
    const MONEY: usize = 3;
    let content: Vec<usize> = takes::content(story, statement).collect();
    content.iter().find_map(|&token| {
        let mut before = token.checked_sub(1).filter(|&before| story.joined(before))?;
        // "the €1.2bn scheme"
        for _ in 0..MONEY {
            let lower = story.lower(before);
            let sum = lower.trim_start_matches(['$', '€', '£']);
            let money = sum.is_empty()
                || matches!(sum, "-" | "million" | "billion" | "bn" | "m")
                || sum.starts_with(|c: char| c.is_ascii_digit());
            if money && before > 0 && story.joined(before - 1) {
                before -= 1;
            }
        }
        // "the Polish plan", "Poland's plan"
        if story.entry(before).adjective && before > 0 && story.joined(before - 1) {
            before -= 1;
        }
        let lower = story.lower(token);
        let lemma = nouns::lemma(lower).unwrap_or(lower);
        let deed = deeds.iter().find(|(deed, _)| *deed == lower).map(|(_, issue)| *issue);
        let known = deed.is_some() || NOUNS.contains(lemma);
        let means = known && (story.is_any(before, &DETERMINERS) || story.tokens[before].possessive);
        let goes_on =
            || tells_which(story, token + 1) || matches!(grammar.kind(token + 1), Kind::Noun | Kind::Name);
        (means && !(story.joined(token) && goes_on())).then(|| (story.span(token, token), deed))
    })
}
