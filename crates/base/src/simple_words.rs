//! Simple words: a text in lower case, without accents and punctuation, so that spellings of the same meet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a text; hyphens and periods part them, apostrophes do not.
///
/// ```
/// use onrecord_base::simple_words;
/// assert_eq!(simple_words("Gas-transit: Erdoğan’s"), ["gas", "transit", "erdogans"]);
/// ```
pub fn simple_words(text: &str) -> Vec<String> {
    let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    // Lower case may bring marks of its own ("İ").
    let plain: String = plain.nfkd().filter(|c| !is_combining_mark(*c) && !"'’‘ʼ`".contains(*c)).collect();
    plain.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// The id that an issue's label suggests: "Sanctions on Iran" is `sanctions-on-iran`; empty for a label without letters.
pub fn issue_id(label: &str) -> String {
    simple_words(label).join("-")
}

#[cfg(test)]
mod tests {
    use super::*;

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
            assert_eq!(issue_id(label), id, "{label}");
        }
    }
}
