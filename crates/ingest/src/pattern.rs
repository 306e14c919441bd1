//! Patterns that compile fast: a program that reads one short page would else spend most of its time on them.
//!
//! The whole class of letters has some 700 ranges, and a pattern that repeats it has them as often. Here `\p{L}`, `\w` and `\d` mean
//! the letters and digits of the scripts that bylines, dates and page litter are written in, in ten ranges.

use regex::Regex;

/// Latin, Greek, Cyrillic and the other alphabets; kana, Han and Hangul. Neither signs nor punctuation.
macro_rules! letters {
    () => {
        r"A-Za-z\u{AA}\u{BA}\u{C0}-\u{D6}\u{D8}-\u{F6}\u{F8}-\u{2C1}\u{370}-\u{1FFF}\u{2C00}-\u{2DFF}\u{3040}-\u{D7FF}"
    };
}

/// A pattern written in the program.
///
/// # Panics
/// If it is none: a slip of ours that the first test shows.
pub(crate) fn pattern(source: &str) -> Regex {
    Regex::new(&cheap(source)).expect("a constant pattern")
}

/// The pattern with the small classes for the large ones, within brackets and without.
pub(crate) fn cheap(source: &str) -> String {
    source
        .replace(r"\p{L}", concat!("[", letters!(), "]"))
        .replace(r"\w", concat!("[0-9_", letters!(), "]"))
        .replace(r"\W", concat!("[^0-9_", letters!(), "]"))
        .replace(r"\d", "[0-9]")
}

#[cfg(test)]
mod tests {
    use super::pattern;

    #[test]
    fn words_are_those_of_many_scripts() {
        let word = pattern(r"^\p{L}+$");
        for yes in ["Zoë", "Łódź", "Ωμέγα", "Саша", "שלום", "ไทย", "東京", "서울", "Đặng", "ẞ"]
        {
            assert!(word.is_match(yes), "{yes}");
        }
        for no in ["a1", "a b", "×", "÷", "“a”", "—", "…", "€", "a’b"] {
            assert!(!word.is_match(no), "{no}");
        }
    }

    #[test]
    fn classes_stand_within_brackets_too() {
        let name = pattern(r"^[\p{L}\d.-]{3,5}$");
        assert!(name.is_match("é.4-b"));
        assert!(!name.is_match("é,4"));
        assert!(pattern(r"^\W{2}\w\d$").is_match("— é7"));
    }
}
