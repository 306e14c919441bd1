//! Simple words: a text in lower case, without accents and punctuation, so that spellings of the same meet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text; hyphens and periods part them, apostrophes do not.
pub(crate) fn simple_words(text: &str) -> Vec<String> {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    // Lower case may bring marks of its own ("İ").
    let plain: String = plain.nfkd().filter(|c| !is_combining_mark(*c) && !"'’‘ʼ`".contains(*c)).collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::simple_words;

    #[test]
    fn spellings_meet() {
        for (text, words) in [
            ("“We’ll stay,” … “for now.”", "well stay for now"),
            ("We'll  stay — for now", "well stay for now"),
            ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
            ("İzmir-Çeşme", "izmir cesme"),
            ("Санкции", "санкции"),
            ("制裁", "制裁"),
            ("…", ""),
        ] {
            assert_eq!(simple_words(text).join(" "), words, "{text}");
        }
    }
}
