//! Ids of issues: what is one. Where nobody gives one it is made from the label.

/// Whether it is lower case, with single hyphens between words of letters and digits.
pub(super) fn is_id(id: &str) -> bool {
    let is_word = |word: &str| {
        !word.is_empty()
            && word.chars().all(|c| c.is_alphanumeric() && c.to_lowercase().eq(std::iter::once(c)))
    };
    id.split('-').all(is_word)
}

#[cfg(test)]
mod tests {
    use onrecord_base::issue_id;

    use super::*;

    #[test]
    fn what_is_no_id() {
        for id in ["", "-", "a-", "-a", "a--b", "Iran", "a b", "a_b", "a.b", "a/b", "ä\u{308}x y", "ΟΔΟΣ"]
        {
            assert!(!is_id(id), "{id}");
        }
        for id in ["a", "a-b", "7", "co2-tax", "écologie"] {
            assert!(is_id(id), "{id}");
        }
        for label in ["Sanctions on Iran", "  Gas–transit / Orsa ", "Écologie", "Пошлины", "CO₂ tax"]
        {
            assert!(is_id(&issue_id(label)), "{label}");
        }
    }
}
