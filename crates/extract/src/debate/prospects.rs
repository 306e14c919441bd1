//! Prospects: what somebody has planned to do to a thing, and what one warns that a thing would do.

use super::avowals;
use super::stances::PREPOSITIONS;
use super::verdicts::{DETERMINERS, among, before_phrase};
use super::worth::deed;

/// "his government will introduce legislation next month to ban the cameras": what somebody says that they have planned to do to a thing.
pub(super) fn planned(before: &[&str]) -> Option<bool> {
    const PLANS: &str = "plan plans legislation law laws bill measure measures intends intend aims aim going";
    const BETWEEN: usize = 2;
    const DESCRIBE: usize = 2;
    (0..=DESCRIBE).find_map(|more| {
        let (before, dropped) = before.split_at_checked(before.len().checked_sub(more)?)?;
        if dropped.iter().any(|word| PREPOSITIONS.contains(word)) {
            return None;
        }
        let (good, length) = deed(before)?;
        let rest = before[..before.len() - length].strip_suffix(&["to"])?;
        // "promised to impose a levy"
        if rest.is_empty() {
            return Some(good);
        }
        let near = &rest[rest.len().saturating_sub(BETWEEN + 1)..];
        let at = rest.len() - near.len() + near.iter().rposition(|word| among(PLANS, word))?;
        let whose = &rest[..at];
        let own =
            (0..whose.len()).any(|at| avowals::is_speaker(whose[at], at.checked_sub(1).map(|at| whose[at])));
        (own || whose.iter().all(|word| among(DETERMINERS, word))).then_some(good)
    })
}

/// "would lead to censorship", "could force adults to show papers": what one warns of.
pub(super) fn brings_about(after: &[&str]) -> bool {
    const DOES: &str = "lead cause result mean leave force drive push put create open hit cost make invite spark trigger encourage expose \
                        deprive deter discourage raise increase bring turn give";
    match after {
        ["would" | "could" | "will" | "may" | "might", does, ..] => among(DOES, does),
        ["risks" | "risked", ..] => true,
        _ => false,
    }
}

/// Whether a thing is what something brings about: "would lead to censorship".
pub(super) fn is_brought_about(words: &[&str]) -> bool {
    let before = before_phrase(words);
    [&["lead", "to"][..], &["result", "in"], &["cause"], &["mean"], &["spark"], &["trigger"], &["of"]]
        .iter()
        .any(|ends| before.ends_with(ends))
}
