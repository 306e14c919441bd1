//! Bearing: whether what is said of a phrase is said of an issue, of what it is to undo, or of neither.

use onrecord_base::{Issue, Span};

use super::at_issue;
use super::cues;
use super::issues::PLAIN_MEASURES;
use super::phrases::Grammar;
use super::stances::PREPOSITIONS;
use super::synonyms::LAWS;
use super::wording::Wording;
use crate::nouns;

/// Whether what is said of a phrase is said of the issue (`true`) or of what it is to undo: "the wolves have to go" is for the wolf cull;
/// `None` where it is neither, "bread is good" is not for a bread tax.
pub(super) fn bears(grammar: &Grammar, issue: &Issue, phrase: Span) -> Option<bool> {
    const UNDOES: &str = "ban cap cull curb cut freeze limit closure moratorium boycott embargo crackdown prohibition abolition demolition removal suspension closing exemption waiver";
    let label = issue.label.to_lowercase();
    let plain: Vec<&str> = label.split(' ').take_while(|word| !PREPOSITIONS.contains(word)).collect();
    let one = |word| nouns::lemma(word).unwrap_or(word).to_owned();
    let (head, modifiers) = plain.split_last()?;
    let head = one(head);
    let last = grammar.lemma(grammar.story.tokens_in(phrase).last()?);
    // "The books" are what "pulling books" is against; "the vote", "the removal" are that itself.
    if let [deed, object @ ..] = &plain[..]
        && is_undoing(&label)
    {
        let opens = grammar.story.tokens_in(phrase).next().is_some_and(|first| grammar.story.is(first, deed));
        return Some(opens || !object.iter().any(|word| one(word) == last));
    }
    // "the plan to ban lead shot" is the ban.
    let undoes = UNDOES.split(' ').any(|word| word == head);
    // "capping the fee"
    let first = grammar.story.tokens_in(phrase).next()?;
    let before = first
        .checked_sub(1 + usize::from(first > 0 && grammar.story.is_any(first - 1, &["the", "a", "their"])));
    let gerund = |token: usize| {
        let lower = grammar.story.lower(token);
        lower.ends_with("ing") && lower.len() > head.len() && lower.starts_with(&head)
    };
    if undoes && before.is_some_and(gerund) {
        return Some(true);
    }
    let deed =
        undoes && grammar.story.tokens_in(phrase).next().is_some_and(|first| grammar.lemma(first) == head);
    if deed {
        return Some(true);
    }
    if last != head && modifiers.iter().any(|word| one(word) == last) {
        return undoes.then_some(false);
    }
    // "The removal was cruel", of the subsidy
    if !undoes
        && last != head
        && UNDOES.split(' ').any(|word| word == last)
        && !modifiers.iter().any(|word| one(word) == last)
    {
        return Some(false);
    }
    // "A smartphone is no human right" is not against a phone ban, whatever keyword has it.
    let measure = at_issue::is_measure(last) || PLAIN_MEASURES.contains(&last);
    let other = undoes && last != head && !measure;
    (!other && is_head(grammar, issue, phrase)).then_some(true)
}

/// Whether a label tells what is to be undone: "scrapping the fee", "pulling books".
pub(super) fn is_undoing(label: &str) -> bool {
    let deed = label.split_once(' ').map(|(deed, _)| deed.to_lowercase());
    deed.is_some_and(|deed| deed == "pulling" || deed.ends_with("ing") && cues::turns_around(&deed))
}

/// Whether a content has of an issue only what a measure is on: "training is like reading" where the AI training bill is at issue, of which a
/// model then says what it would say of training.
pub(super) fn is_of_modifier(grammar: &Grammar, issue: &Issue, wording: &Wording) -> bool {
    let Some((modifiers, head)) = issue.label.rsplit_once(' ') else { return false };
    if !LAWS.contains(&nouns::lemma(head).unwrap_or(head)) {
        return false;
    }
    let story = grammar.story;
    let tokens =
        issue.mentions.iter().filter_map(|span| wording.clip(span)).flat_map(|span| story.tokens_in(span));
    let mut tokens = tokens.filter(|&token| story.tokens[token].is_word).peekable();
    tokens.peek().is_some()
        && tokens.all(|token| modifiers.split(' ').any(|word| word.to_lowercase() == story.lower(token)))
}

/// Whether a content is on what the issue is to replace: on "the existing dam", where "a new dam" is at issue.
pub(super) fn is_of_old_one(grammar: &Grammar, issue: &Issue, content: &[usize]) -> bool {
    const OLD: [&str; 5] = ["existing", "old", "current", "present", "ageing"];
    let story = grammar.story;
    let Some(thing) = issue.label.strip_prefix("new ") else { return false };
    let thing = nouns::lemma(thing).unwrap_or(thing);
    let before = |words: &[&str]| {
        content.windows(2).any(|pair| story.is_any(pair[0], words) && grammar.lemma(pair[1]) == thing)
    };
    before(&OLD) && !before(&["new"])
}

/// Whether a phrase is about the issue and not about what only bears its name, "the Dalen accords" are not Dalen, or what its
/// name bears: "the buses" are not the "cost of the buses".
fn is_head(grammar: &Grammar, issue: &Issue, phrase: Span) -> bool {
    let story = grammar.story;
    let label = issue.label.to_lowercase();
    let of_label = |token: usize| label.split(' ').any(|word| word == story.lower(token));
    let names = |token: usize| {
        let first = label.split(' ').take_while(|word| !PREPOSITIONS.contains(word));
        first.into_iter().any(|word| word == story.lower(token))
    };
    let tokens = story.tokens_in(phrase);
    let Some(head) = tokens.clone().last() else { return false };
    names(head) || !tokens.into_iter().any(of_label)
}
