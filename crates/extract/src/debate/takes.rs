//! Takes: which statements are about which issue, by the issue's words in them and by what goes on from them.

use std::collections::HashSet;

use onrecord_base::{IssueId, Span, Statement, Take};

use super::anaphors;
use super::issues::Found;
use super::openers;
use super::phrases::Grammar;
use super::prevailing::{self, Named};
use super::references::refers_to;
use super::sides::one_state;
use super::spoken;
use crate::speakers::tokens::Story;

/// The word that made it an issue stands in the content.
const BY_KEY: f32 = 0.9;
/// Another word of the issue does.
const BY_OTHER: f32 = 0.75;
/// A word of it stands beside the content in the same sentence: "On Orsa, she said …".
const BESIDE: f32 = 0.6;
/// Or in the sentence right before, which tells what the statement is about.
const BEFORE: f32 = 0.5;
/// A statement that only goes on from one about it is about it from here on.
const ENOUGH: f32 = 0.4;
/// Of an issue that is to be undone it is less sure.
const UNDONE: f32 = 0.8;

/// For each statement its takes, the surest first; stances are not known yet.
pub(super) fn find(grammar: &Grammar, statements: &[Statement], issues: &mut [Found]) -> Vec<Vec<Take>> {
    let story = grammar.story;
    let inside =
        |statement: &Statement| by_words(grammar, content(story, statement), issues, [BY_KEY, BY_OTHER]);
    let mut out: Vec<Vec<Take>> = statements.iter().map(inside).collect();
    let undone: Vec<bool> = issues.iter().map(|found| anaphors::is_undone(grammar, found)).collect();
    anaphors::resolve(grammar, statements, issues, &undone, &mut out);
    let said: HashSet<usize> = statements.iter().flat_map(|statement| content(story, statement)).collect();
    // "On Mara, Roe insisted … Lind replied …": the paragraph is about Mara.
    for (takes, statement) in out.iter_mut().zip(statements).filter(|(takes, _)| takes.is_empty()) {
        let first = content(story, statement).next();
        let opener = first.and_then(|first| openers::of_block(story, story.tokens[first].block));
        *takes = by_words(grammar, opener.into_iter().flatten(), issues, [BESIDE; 2]);
    }
    for (back, score) in [(0, BESIDE), (1, BEFORE)] {
        for (takes, statement) in out.iter_mut().zip(statements).filter(|(takes, _)| takes.is_empty()) {
            // "a tax, which he said was needed": what it says is of what was said right before.
            let mut words = content(story, statement).filter(|&token| story.tokens[token].is_word);
            if words.next().is_some_and(|first| story.is(first, "which")) {
                continue;
            }
            let told = sentence(story, statement, back).filter(|token| !said.contains(token));
            *takes = by_words(grammar, told, issues, [score; 2]);
        }
        let many = |issue: IssueId| issues[issue.0 as usize].issue.label.ends_with('s');
        inherit(story, statements, &mut out, |issue| undone[issue.0 as usize], many);
    }
    siblings(story, statements, &mut out);
    let headline = spoken::headline(grammar);
    let in_headline = |found: &Found| {
        // A place or a team prevails over nothing.
        let arguable = found.is_arguable();
        let is = |word: &&String| arguable && found.keys.contains(word);
        let words = headline.iter().filter(is).cloned().collect();
        Named { words, by_head: true }
    };
    prevailing::fill(&headline, &issues.iter().map(in_headline).collect::<Vec<Named>>(), &mut out);
    let mut read = (0..).zip(issues.iter()).filter(|(_, found)| found.named);
    if let (Some((main, _)), None) = (read.next(), read.next()) {
        let arguable: Vec<bool> = issues.iter().map(Found::is_arguable).collect();
        prevailing::fill_with(IssueId(main), &arguable, &mut out);
    }
    // "Welcomed the return", where the bronzes are to be returned: by what is to be done.
    for (takes, statement) in out.iter_mut().zip(statements) {
        let within = |span: Span| statement.attribution.content.overlaps(span);
        for take in takes.iter_mut().filter(|take| prevailing::gave(take)) {
            if issues[take.issue.0 as usize].issue.mentions.iter().any(within) {
                take.score = BY_OTHER;
            }
        }
    }
    out
}

/// "Roe supported Kerala, saying that the test was unfair": what is on nothing is on what its speaker says in the same sentence.
fn siblings(story: &Story, statements: &[Statement], out: &mut [Vec<Take>]) {
    let sentence = |statement: &Statement| {
        let first = content(story, statement).next()?;
        Some(story.tokens[first].sentence)
    };
    for place in 1..statements.len() {
        let (one, two) = (&statements[place - 1], &statements[place]);
        let cue = two.attribution.cue.and_then(|cue| story.tokens_in(cue).next());
        let goes_on = cue.is_some_and(|cue| story.lower(cue).ends_with("ing"));
        if !goes_on || one.actors.is_empty() || one.actors != two.actors || sentence(one) != sentence(two) {
            continue;
        }
        let (empty, known) = if out[place].is_empty() { (place, place - 1) } else { (place - 1, place) };
        if out[empty].is_empty() {
            out[empty] = out[known]
                .iter()
                .filter(|take| take.score >= BESIDE)
                .map(|known| take(known.issue.0, BESIDE))
                .collect();
        }
    }
}

/// The tokens of a content.
pub(super) fn content<'s>(story: &'s Story, statement: &'s Statement) -> impl Iterator<Item = usize> + 's {
    statement.attribution.content.iter().flat_map(|span| story.tokens_in(span))
}

/// The tokens of the sentence that a statement stands in (where its cue is, if it has one), or so many sentences before it
/// in the same paragraph.
fn sentence<'s>(story: &'s Story, statement: &Statement, before: u32) -> impl Iterator<Item = usize> + 's {
    let attribution = &statement.attribution;
    let place = attribution.cue.or_else(|| attribution.content.first());
    let token = place.and_then(|place| story.tokens_in(place).next());
    let first =
        content(story, statement).next().into_iter().chain(token).min().filter(|_| before > 0).or(token);
    let of =
        first.map(|token| (story.tokens[token].block, story.tokens[token].sentence.wrapping_sub(before)));
    let start = of.map_or(0, |(_, number)| story.tokens.partition_point(|token| token.sentence < number));
    (start..story.len())
        .take_while(move |&token| of.is_some_and(|(_, number)| story.tokens[token].sentence == number))
        .filter(move |&token| of.is_some_and(|(block, _)| story.tokens[token].block == block))
}

/// The takes by the issues' words among tokens: so sure by the word that made it an issue, so sure by another.
fn by_words(
    grammar: &Grammar,
    tokens: impl Iterator<Item = usize>,
    issues: &[Found],
    [of_key, of_other]: [f32; 2],
) -> Vec<Take> {
    let words: Vec<&str> = tokens.filter_map(|token| grammar.key(token)).collect();
    let mut takes: Vec<Take> = Vec::new();
    for (number, found) in issues.iter().enumerate() {
        let has =
            |key: &String| words.iter().any(|word| word == key || found.is_name && one_state(word, key));
        let score = match found.keys.iter().position(has) {
            Some(0) => of_key,
            Some(_) => of_other,
            None => continue,
        };
        takes.push(take(number as u32, score));
    }
    takes.sort_by(|a, b| b.score.total_cmp(&a.score));
    takes
}

/// A take without a stance.
pub(super) fn take(issue: u32, score: f32) -> Take {
    Take { issue: IssueId(issue), score, stance: None, confidence: 0.0 }
}

/// Lets statements without a take of their own inherit that of the one before, where the article goes on with it.
pub(super) fn inherit(
    story: &Story,
    statements: &[Statement],
    takes: &mut [Vec<Take>],
    undone: impl Fn(IssueId) -> bool,
    many: impl Fn(IssueId) -> bool,
) {
    for place in 1..statements.len() {
        if !takes[place].is_empty() {
            continue;
        }
        let before = takes[place - 1].first().copied();
        let many = before.is_some_and(|take| many(take.issue));
        let share = goes_on(story, &statements[place - 1], &statements[place], many);
        // "the plan to scrap the break … it": the plan, or the break.
        let share = if before.is_some_and(|take| undone(take.issue)) { UNDONE * share } else { share };
        if let Some(take) = before.filter(|take| share * take.score >= ENOUGH) {
            takes[place].push(Take { score: share * take.score, ..take });
        }
    }
}

/// How surely a statement goes on with what the one before it is about; `many`: whether that may be "they".
fn goes_on(story: &Story, before: &Statement, statement: &Statement, many: bool) -> f32 {
    let block = |s: &Statement| {
        let first = s.attribution.content.first()?;
        story.tokens_in(first).next().map(|token| story.tokens[token].block)
    };
    let (Some(one), Some(two)) = (block(before), block(statement)) else { return 0.0 };
    let same_actor = !statement.actors.is_empty() && before.actors == statement.actors;
    let points_back = points_back(story, statement, many);
    // An answer is on what was asked.
    if two == one + 1 && ends_in_question(story, before) {
        return 0.8;
    }
    match two.checked_sub(one) {
        Some(0) if same_actor => 0.85,
        Some(0) if points_back => 0.8,
        Some(1) if same_actor && points_back => 0.75,
        Some(1) if points_back => 0.7,
        _ => 0.0,
    }
}

/// Whether what is said ends in a question.
pub(super) fn ends_in_question(story: &Story, statement: &Statement) -> bool {
    let marks = content(story, statement).filter(|&token| story.is_any(token, &[".", "?", "!"]));
    marks.last().is_some_and(|mark| story.is(mark, "?"))
}

/// Whether all that is said is what was spoken of, and as what: "supports it", "denounced it as theft".
pub(super) fn is_pronoun(story: &Story, statement: &Statement) -> bool {
    let mut words = content(story, statement).filter(|&token| story.tokens[token].is_word);
    let first = words.next();
    // "ruled that out"
    words.all(|token| story.is(token, "out"))
        && first.is_some_and(|token| story.is_any(token, &["it", "them", "this", "that", "these", "those"]))
}

/// Whether a content has words that mean something said before: "it", "that", "the two".
fn points_back(story: &Story, statement: &Statement, many: bool) -> bool {
    const BACK: [&str; 9] = ["it", "its", "this", "they", "them", "their", "these", "those", "such"];
    // "This week …" at the very start points at nothing.
    let first =
        content(story, statement).find(|&token| story.tokens[token].is_word && !story.is(token, "that"));
    content(story, statement).skip(1).any(|token| story.is_any(token, &BACK))
        || first.is_some_and(|first| story.is(first, "it") || many && story.is(first, "they"))
        || is_pronoun(story, statement)
        || refers_to(story, statement).is_some()
}
