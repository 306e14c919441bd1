//! What the scorer knows of each character of a text: white space, letter or digit, quoted or not; and its tokens.

use std::ops::Range;
use std::sync::LazyLock;

use regex::Regex;

/// A text as characters, each classed once.
pub(super) struct Page {
    pub(super) chars: Vec<char>,
    alphanumeric: Vec<bool>,
    quoted: Vec<bool>,
    /// Runs of letters, digits and `_`, and each other character that is not white space.
    pub(super) tokens: Vec<Range<usize>>,
}

/// How much of a content stands in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Direct,
    Mixed,
    Indirect,
}

impl Page {
    pub(super) fn new(text: &str) -> Self {
        let chars: Vec<char> = text.chars().collect();
        let alphanumeric = alphanumeric(text, chars.len());
        let quoted = quoted(&chars);
        let mut tokens: Vec<Range<usize>> = Vec::new();
        let mut in_word = false;
        for (at, &ch) in chars.iter().enumerate() {
            let word = alphanumeric[at] || ch == '_';
            match tokens.last_mut() {
                Some(token) if word && in_word => token.end = at + 1,
                _ if !is_space(ch) => tokens.push(at..at + 1),
                _ => {}
            }
            in_word = word;
        }
        Self { chars, alphanumeric, quoted, tokens }
    }

    pub(super) fn is_space(&self, at: usize) -> bool {
        is_space(self.chars[at])
    }

    pub(super) fn is_alphanumeric(&self, at: usize) -> bool {
        self.alphanumeric[at]
    }

    /// The kind of the content at `spans`, by its letters and digits.
    pub(super) fn kind(&self, spans: &[(usize, usize)]) -> Kind {
        let (mut all, mut quoted) = (0, 0);
        for at in spans.iter().flat_map(|&(start, end)| start..end).filter(|&at| self.alphanumeric[at]) {
            all += 1;
            quoted += usize::from(self.quoted[at]);
        }
        match quoted {
            0 => Kind::Indirect,
            _ if quoted == all => Kind::Direct,
            _ => Kind::Mixed,
        }
    }
}

/// White space as the annotated corpora's tools see it: Unicode's, and the four ASCII separators.
fn is_space(ch: char) -> bool {
    ch.is_whitespace() || ('\u{1c}'..='\u{1f}').contains(&ch)
}

/// For each character, whether it is a letter or a number by its general category. (`char::is_alphabetic` would take
/// combining vowel signs too.)
fn alphanumeric(text: &str, length: usize) -> Vec<bool> {
    static WORD: LazyLock<Regex> =
        LazyLock::new(|| Regex::new(r"[\p{L}\p{N}]+").expect("the pattern is written above"));
    let mut flags = vec![false; length];
    let (mut byte, mut at) = (0, 0);
    for word in WORD.find_iter(text) {
        at += text[byte..word.start()].chars().count();
        let end = at + word.as_str().chars().count();
        flags[at..end].fill(true);
        (byte, at) = (word.end(), end);
    }
    flags
}

/// For each character, whether it stands in double quotation marks, the marks included. A quotation left open ends with
/// its line.
fn quoted(chars: &[char]) -> Vec<bool> {
    let mut flags = vec![false; chars.len()];
    let mut open: Option<usize> = None;
    for (at, ch) in chars.iter().enumerate() {
        match (ch, open) {
            ('\n', Some(start)) => {
                flags[start..at].fill(true);
                open = None;
            }
            ('“' | '„' | '«' | '‟' | '"', None) => open = Some(at),
            ('”' | '»' | '"', Some(start)) => {
                flags[start..=at].fill(true);
                open = None;
            }
            _ => {}
        }
    }
    if let Some(start) = open {
        flags[start..].fill(true);
    }
    flags
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tokens_are_words_and_marks() {
        let text = "Ms_O’Neil\u{a0}paid €5½\u{1f}now… कि 😀";
        let page = Page::new(text);
        let tokens: Vec<String> =
            page.tokens.iter().map(|t| page.chars[t.clone()].iter().collect::<String>()).collect();
        assert_eq!(tokens, ["Ms_O", "’", "Neil", "paid", "€", "5½", "now", "…", "क", "ि", "😀"]);
    }

    #[test]
    fn kinds_follow_the_marks() {
        #[track_caller]
        fn check(text: &str, expected: Kind) {
            let page = Page::new(text);
            assert_eq!(page.kind(&[(0, page.chars.len())]), expected, "{text}");
        }
        check("“We won.”", Kind::Direct);
        check("\"We won,\" \"twice\"", Kind::Direct);
        check("„Ja« …", Kind::Direct);
        check("that “we” won", Kind::Mixed);
        check("“open to the end", Kind::Direct);
        check("“open to the line\nend", Kind::Mixed);
        check("they won”", Kind::Indirect);
        check("‘single marks’", Kind::Indirect);
        check("“…”", Kind::Indirect);
    }
}
