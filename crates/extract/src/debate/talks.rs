//! Talks: who would meet another is for talks with them, who refuses to is against these.

use onrecord_base::{Issue, Stance};

use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::synonyms;
use super::verdicts::among;
use super::wording::Wording;

/// The side on talks that a content takes by what its speaker would do, or not: "plan to meet again in April", "refused to negotiate".
pub(super) fn stance(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Stance> {
    // A user's label may have capitals.
    let is_talk = matches!(
        synonyms::head(&issue.label.to_lowercase()),
        "talk" | "talks" | "negotiation" | "dialogue" | "meeting" | "summit"
    );
    if !is_talk || !meets(&wording.plain_words(grammar.story)) {
        return None;
    }
    const WOULD: [&str; 10] =
        ["plan", "agree", "intend", "offer", "willing", "ready", "prepared", "hoping", "vow", "decid"];
    let has = |stem: &&str| wording.cue.split(' ').any(|word| word.starts_with(stem));
    let would = || WOULD.iter().any(has) || cues::urges(&wording.cue);
    match cues::read(&wording.cue) {
        Some(Speech::Declines) if has(&"refus") => Some(Stance::Oppose),
        Some(Speech::Supports) => Some(Stance::Support),
        None if !cues::is_negated(&wording.cue) && would() => Some(Stance::Support),
        _ => None,
    }
}

/// "to meet again", "to keep talking", "her to return to the table"
fn meets(words: &[&str]) -> bool {
    const NEAR: usize = 4;
    const THEN: &str = "again with in on at next this before after face for . ,";
    let Some(to) = words.iter().take(NEAR).position(|word| *word == "to") else { return false };
    let denied = words[..to].iter().any(|word| matches!(*word, "not" | "never" | "n't"));
    let then = |list: &str, rest: &[&str]| rest.first().is_none_or(|next| among(list, next));
    !denied
        && match &words[to + 1..] {
            ["meet" | "talk" | "negotiate", rest @ ..]
            | ["keep" | "resume" | "continue", "talking" | "negotiating" | "meeting", rest @ ..] => {
                then(THEN, rest)
            }
            ["sit", "down", rest @ ..] => then("with together again for", rest),
            ["return" | "come" | "go", rest @ ..] => {
                rest.windows(3).take(2).any(|three| three == ["to", "the", "table"])
            }
            _ => false,
        }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_would_meet() {
        for (content, expect) in [
            ("to meet again in torvik in april", true),
            ("to meet", true),
            ("to meet its obligations", false),
            ("to meet the target", false),
            ("not to meet", false),
            ("to keep talking", true),
            ("to keep meeting the costs", false),
            ("both to return to the table", true),
            ("to return to the village", false),
            ("to sit down with the unions", true),
            ("to talk", true),
            ("that talks would fail", false),
        ] {
            assert_eq!(meets(&content.split(' ').collect::<Vec<_>>()), expect, "{content}");
        }
    }
}
