//! Keywords: words and phrases that a text may hold, whatever its case, accents and punctuation.

use onrecord_base::simple_words;

/// The keywords of one issue, ready to be looked for.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Keywords(Vec<Keyword>);

#[derive(Clone, Debug, PartialEq, Eq)]
struct Keyword {
    words: Vec<String>,
    /// Whether the last word may go on.
    open: bool,
}

impl Keywords {
    /// A keyword that ends in `*` stands for all that begin so.
    pub(super) fn of(keywords: &[String]) -> Self {
        let keyword =
            |text: &String| Keyword { words: simple_words(text), open: text.trim_end().ends_with('*') };
        Self(keywords.iter().map(keyword).filter(|keyword| !keyword.words.is_empty()).collect())
    }

    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the text holds one of them, as whole words in a row.
    pub(super) fn are_in(&self, text: &str) -> bool {
        let words = simple_words(text);
        self.0.iter().any(|keyword| words.windows(keyword.words.len()).any(|window| keyword.is(window)))
    }
}

impl Keyword {
    fn is(&self, window: &[String]) -> bool {
        let (Some((last, before)), Some((word, others))) = (self.words.split_last(), window.split_last())
        else {
            return false;
        };
        before == others && (word == last || self.open && word.starts_with(last.as_str()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_words_in_a_row() {
        for (keyword, text, held) in [
            ("pipeline", "The Pipeline, again", true),
            ("pipeline", "pipelines", false),
            ("pipeline*", "pipelines", true),
            ("transit fee", "the “transit-fee” rose", true),
            ("transit fee", "fee for transit", false),
            ("transit fee", "transit", false),
            ("transit fee*", "transit fees", true),
            ("gas", "Vegas", false),
            ("écologie", "ECOLOGIE", true),
            ("*", "anything", false),
            ("", "", false),
        ] {
            assert_eq!(Keywords::of(&[keyword.to_owned()]).are_in(text), held, "{keyword} in {text}");
        }
    }
}
