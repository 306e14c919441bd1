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

/// The pattern with the small classes for the large ones, within brackets and without. They hold both cases of each letter, so where
/// a pattern minds no case theirs is not folded, which would take longest of all.
pub(crate) fn cheap(source: &str) -> String {
    const CLASSES: [(&str, &str); 4] = [
        (r"\p{L}", concat!("[", letters!(), "]")),
        (r"\w", concat!("[0-9_", letters!(), "]")),
        (r"\W", concat!("[^0-9_", letters!(), "]")),
        (r"\d", "[0-9]"),
    ];
    let mut out = String::with_capacity(2 * source.len());
    let (mut rest, mut in_brackets) = (source, false);
    while let Some(first) = rest.chars().next() {
        if let Some((long, short)) = CLASSES.iter().find(|(long, _)| rest.starts_with(long)) {
            match in_brackets {
                true => out.push_str(short),
                false => out.extend(["(?-i:", short, ")"]),
            }
            rest = &rest[long.len()..];
            continue;
        }
        match first {
            '[' => in_brackets = true,
            ']' => in_brackets = false,
            _ => {}
        }
        // What a backslash escapes means itself.
        let escaped = if first == '\\' { rest[1..].chars().next().map_or(0, char::len_utf8) } else { 0 };
        let (taken, after) = rest.split_at(first.len_utf8() + escaped);
        out.push_str(taken);
        rest = after;
    }
    out
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
        assert!(pattern(r"^\[\w\]$").is_match("[é]"));
        assert!(pattern(r"(?i)^é\w[\w.]$").is_match("ÉÉé"));
    }
}
