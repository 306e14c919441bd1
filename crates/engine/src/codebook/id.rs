//! Ids of issues: kebab-case, made from a label where nobody gives one.

use crate::simple_words::simple_words;

/// The id that a label suggests: "Sanctions on Iran" is `sanctions-on-iran`; empty for a label without letters.
pub fn id_of(label: &str) -> String {
    simple_words(label).join("-")
}

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
    use super::*;

    #[test]
    fn labels_become_ids() {
        for (label, id) in [
            ("Sanctions on Iran", "sanctions-on-iran"),
            ("  Gas–transit / Orsa ", "gas-transit-orsa"),
            ("People’s vote", "peoples-vote"),
            ("Écologie", "ecologie"),
            ("Пошлины", "пошлины"),
            ("CO₂ tax", "co2-tax"),
            ("—", ""),
        ] {
            assert_eq!(id_of(label), id, "{label}");
            assert_eq!(is_id(&id_of(label)), !id.is_empty(), "{label}");
        }
    }

    #[test]
    fn what_is_no_id() {
        for id in ["", "-", "a-", "-a", "a--b", "Iran", "a b", "a_b", "a.b", "a/b", "ä\u{308}x y", "ΟΔΟΣ"]
        {
            assert!(!is_id(id), "{id}");
        }
        for id in ["a", "a-b", "7", "co2-tax", "écologie"] {
            assert!(is_id(id), "{id}");
        }
    }
}
