//! The language of an article: what the page says, checked against its text.

use onrecord_base::Text;
use whatlang::{Info, Lang, detect};

/// The language of a web page, ISO 639-1: detection where it is sure, else what the page declares.
pub(crate) fn of_page(text: &Text, declared: Option<&str>) -> Option<String> {
    let declared = declared.and_then(primary_subtag);
    of_text(text).or(declared)
}

/// The language of a text, ISO 639-1, if there is enough of it to be sure.
pub(crate) fn of_text(text: &Text) -> Option<String> {
    // Most articles are sure by their beginning.
    [1 << 10, 8 << 10].into_iter().find_map(|most| {
        let sample = &text.as_str()[..text.as_str().floor_char_boundary(most)];
        let found = detect(sample).filter(Info::is_reliable)?;
        // A few words can look like any language; sixty characters of a sure one are enough.
        (sample.chars().count() >= 60).then(|| two_letters(found.lang()).map(str::to_owned))?
    })
}

/// "en" of "en-US"; `None` for what is no language tag.
fn primary_subtag(tag: &str) -> Option<String> {
    let primary = tag.trim().split(['-', '_']).next()?.to_ascii_lowercase();
    (primary.len() == 2 && primary.bytes().all(|b| b.is_ascii_lowercase())).then_some(primary)
}

fn two_letters(lang: Lang) -> Option<&'static str> {
    const TABLE: [(&str, &str); 69] = [
        ("epo", "eo"),
        ("eng", "en"),
        ("rus", "ru"),
        ("cmn", "zh"),
        ("spa", "es"),
        ("por", "pt"),
        ("ita", "it"),
        ("ben", "bn"),
        ("fra", "fr"),
        ("deu", "de"),
        ("ukr", "uk"),
        ("kat", "ka"),
        ("ara", "ar"),
        ("hin", "hi"),
        ("jpn", "ja"),
        ("heb", "he"),
        ("yid", "yi"),
        ("pol", "pl"),
        ("amh", "am"),
        ("jav", "jv"),
        ("kor", "ko"),
        ("nob", "no"),
        ("dan", "da"),
        ("swe", "sv"),
        ("fin", "fi"),
        ("tur", "tr"),
        ("nld", "nl"),
        ("hun", "hu"),
        ("ces", "cs"),
        ("ell", "el"),
        ("bul", "bg"),
        ("bel", "be"),
        ("mar", "mr"),
        ("kan", "kn"),
        ("ron", "ro"),
        ("slv", "sl"),
        ("hrv", "hr"),
        ("srp", "sr"),
        ("mkd", "mk"),
        ("lit", "lt"),
        ("lav", "lv"),
        ("est", "et"),
        ("tam", "ta"),
        ("vie", "vi"),
        ("urd", "ur"),
        ("tha", "th"),
        ("guj", "gu"),
        ("uzb", "uz"),
        ("pan", "pa"),
        ("aze", "az"),
        ("ind", "id"),
        ("tel", "te"),
        ("pes", "fa"),
        ("mal", "ml"),
        ("ori", "or"),
        ("mya", "my"),
        ("nep", "ne"),
        ("sin", "si"),
        ("khm", "km"),
        ("tuk", "tk"),
        ("aka", "ak"),
        ("zul", "zu"),
        ("sna", "sn"),
        ("afr", "af"),
        ("lat", "la"),
        ("slk", "sk"),
        ("cat", "ca"),
        ("tgl", "tl"),
        ("hye", "hy"),
    ];
    TABLE.iter().find(|(code, _)| *code == lang.code()).map(|(_, short)| *short)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_detectable_language_has_its_two_letters() {
        for lang in Lang::all() {
            // Cebuano and the like have no two-letter code.
            assert!(two_letters(*lang).is_some() || lang.code() == "cym", "{}", lang.code());
        }
    }

    #[track_caller]
    fn check(text: &str, declared: Option<&str>, expected: Option<&str>) {
        assert_eq!(of_page(&Text::new(text).unwrap(), declared).as_deref(), expected);
    }

    #[test]
    fn the_text_wins_over_the_page() {
        let german =
            "Der Minister sagte am Dienstag, er werde dem Gesetz nicht zustimmen, bevor es geändert wird.";
        check(german, Some("en-US"), Some("de"));
        check(german, None, Some("de"));
        check("No.", Some("en_GB"), Some("en"));
        check("No.", None, None);
        check("No.", Some("{{ lang }}"), None);
    }
}
