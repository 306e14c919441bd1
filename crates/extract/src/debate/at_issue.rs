//! What can be at issue: which nouns say too little, and which name something that one can be for or against.

use std::sync::LazyLock;

use rustc_hash::FxHashSet;

use crate::nouns::lemma;

static GENERAL: &str = include_str!("data/general.txt");
static MEASURES: &str = include_str!("data/measures.txt");

static TOO_GENERAL: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(GENERAL));
static KNOWN_MEASURES: LazyLock<FxHashSet<&str>> = LazyLock::new(|| words(MEASURES));

/// The words of a list, one a line.
fn words(list: &str) -> FxHashSet<&str> {
    list.lines().filter(|line| !line.starts_with('#')).collect()
}

/// Whether a singular noun is too general to be at issue by itself ("people", "plan", "week").
pub(super) fn is_general(lemma: &str) -> bool {
    TOO_GENERAL.contains(lemma)
}

/// Whether a wording names something that one can be for or against, by its last word: "gun control", "tax breaks"; not "the attack".
pub(super) fn is_measure(label: &str) -> bool {
    let last = label.split(' ').next_back().unwrap_or(label).to_lowercase();
    KNOWN_MEASURES.contains(lemma(&last).unwrap_or(&last))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn measures_and_general_nouns() {
        for (label, expect) in [
            ("gun control", true),
            ("tax breaks", true),
            ("Dalen accords", true),
            ("attack", false),
            ("wall street", false),
        ] {
            assert_eq!(is_measure(label), expect, "{label}");
        }
        assert!(is_general("week") && !is_general("sanction"));
    }
}
