//! Makes characters of a page visible that could move a terminal's cursor or turn the reading direction.

use std::borrow::Cow;

/// The text on one line: white space becomes a space, controls their pictures (`␛`), bidirectional
/// controls their code (`⟨U+202E⟩`); characters that show nothing go.
pub(crate) fn visible(text: &str) -> Cow<'_, str> {
    if !text.chars().any(is_changed) {
        return Cow::Borrowed(text);
    }
    let mut shown = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\t' | '\n' | '\r' | '\u{B}' | '\u{C}' | '\u{85}' | '\u{2028}' | '\u{2029}' => shown.push(' '),
            // The block of control pictures repeats the C0 controls in order.
            '\0'..='\u{1F}' => shown.extend(char::from_u32(0x2400 + u32::from(c))),
            '\u{7F}' => shown.push('\u{2421}'),
            '\u{80}'..='\u{9F}' => shown.push('\u{FFFD}'),
            '\u{AD}' | '\u{200B}' | '\u{2060}' | '\u{FEFF}' => {}
            c if is_direction(c) => shown.push_str(&format!("⟨U+{:04X}⟩", u32::from(c))),
            c => shown.push(c),
        }
    }
    Cow::Owned(shown)
}

/// Runs of white space as one space: lines of the page are not ours.
pub(crate) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn is_changed(c: char) -> bool {
    c.is_control() || is_direction(c) || "\u{AD}\u{200B}\u{2028}\u{2029}\u{2060}\u{FEFF}".contains(c)
}

/// Embeddings, overrides and isolates. The plain marks (LRM, RLM) and joiners belong to good text.
fn is_direction(c: char) -> bool {
    matches!(c, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}')
}

#[cfg(test)]
mod tests {
    use super::visible;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        assert_eq!(visible(text), shown);
    }

    #[test]
    fn nothing_that_acts_on_a_terminal_is_left() {
        check("\u{1b}[31mred\u{7}", "␛[31mred␇");
        check("\u{9b}31m \u{7f}", "\u{FFFD}31m ␡");
        check("a\u{202e}b\u{2066}c", "a⟨U+202E⟩b⟨U+2066⟩c");
        check("one\ntwo\tthree\u{2028}four\r\n", "one two three four  ");
        check("soft\u{ad}hyphen\u{feff}", "softhyphen");
    }

    #[test]
    fn good_text_stays() {
        check(
            "“Nö,” 日本 😀 שלום\u{200f} می\u{200c}خواهم\u{a0}!",
            "“Nö,” 日本 😀 שלום\u{200f} می\u{200c}خواهم\u{a0}!",
        );
    }
}
