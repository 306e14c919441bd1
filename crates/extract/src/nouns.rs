//! Common nouns and other words of the language, for whoever must tell them from names and from each other.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::speakers::lexicon::look_up;

static NOUNS: &str = include_str!("../../../models/words/nouns.txt");
static OTHERS: &str = include_str!("../../../models/words/others.txt");

static MORE_NOUNS: &str = include_str!("data/nouns.txt");

/// Endings that make nouns, for words that the list lacks.
const ENDINGS: [&str; 12] =
    ["tion", "sion", "ment", "ness", "ity", "ism", "ship", "ance", "ence", "hood", "age", "ure"];

static LEMMAS: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let more = MORE_NOUNS.lines().filter(|line| !line.starts_with('#'));
    NOUNS.lines().chain(more).map(|line| line.split_once(' ').unwrap_or((line, line))).collect()
});

/// Words that are something else, and whether they may be used as nouns, as verbs are.
static KNOWN_OTHERS: LazyLock<FxHashMap<&str, bool>> = LazyLock::new(|| {
    OTHERS.lines().map(|line| line.split_once(' ').map_or((line, false), |(word, _)| (word, true))).collect()
});

/// The singular of a lower-case word that is a common noun; `None` for other words.
pub(crate) fn lemma(lower: &str) -> Option<&str> {
    if let Some(lemma) = LEMMAS.get(lower) {
        return Some(lemma);
    }
    // The list has few of the plurals; "needs" and "wants" are verbs more often than not.
    let singular = lower.strip_suffix('s').filter(|one| one.len() > 4 && !one.ends_with('s'));
    if let Some(lemma) = singular.and_then(|one| LEMMAS.get(one)) {
        return Some(lemma);
    }
    let by_ies = lower.strip_suffix("ies").filter(|stem| stem.len() > 2);
    if let Some(lemma) = by_ies.and_then(|stem| LEMMAS.get(format!("{stem}y").as_str())) {
        return Some(lemma);
    }
    let by_es =
        lower.strip_suffix("es").filter(|one| ["ch", "sh", "x", "ss"].iter().any(|end| one.ends_with(end)));
    if let Some(lemma) = by_es.and_then(|one| LEMMAS.get(one)) {
        return Some(lemma);
    }
    let plain = lower.bytes().all(|b| b.is_ascii_lowercase());
    let one = lower.strip_suffix('s').filter(|one| !one.ends_with('s')).unwrap_or(lower);
    // "aged", "measure" as verbs end otherwise; short words with these endings are as often verbs.
    (plain && one.len() > 6 && ENDINGS.iter().any(|end| one.ends_with(end))).then_some(one)
}

/// Whether a word is known to be something else more often than a noun.
pub(crate) fn is_other(lower: &str) -> bool {
    KNOWN_OTHERS.contains_key(lower)
}

/// Whether a lower-case word is a common noun or another word of the language.
pub(crate) fn is_common(lower: &str) -> bool {
    lemma(lower).is_some() || is_other(lower) || look_up(lower).ordinary
}

/// Whether a word is known as one that nobody uses as a noun: "him", "same", "first".
pub(crate) fn is_small(lower: &str) -> bool {
    KNOWN_OTHERS.get(lower) == Some(&false)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nouns_and_their_singulars() {
        for (word, expect) in [
            ("sanctions", Some("sanction")),
            ("gas", Some("gas")),
            ("pitches", Some("pitch")),
            ("controversies", Some("controversy")),
            ("series", Some("series")),
            ("deforestation", Some("deforestation")),
            ("accords", Some("accord")),
            ("needs", None),
            ("said", None),
            ("quickly", None),
            ("secure", None),
        ] {
            assert_eq!(lemma(word), expect, "{word}");
        }
        assert!(is_small("him") && is_small("first") && !is_small("freeze") && !is_small("sanction"));
    }
}
