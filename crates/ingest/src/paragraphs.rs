//! Cuts plain text into paragraphs, real and virtual breaks alike; the text stays as it is.
//!
//! Copying a page often loses its paragraph breaks: `altogether.”We do not seek…` Where a sentence
//! visibly ends and another begins without white space, or with a no-break space in place of the break, there is a
//! *virtual break*: two paragraphs that touch.

use onrecord_base::{Span, Text, quotation::is_opening_mark};

/// The paragraphs of a plain text, in text order, without white space at their edges. A line is a paragraph;
/// a line that holds glued paragraphs is cut at the virtual breaks.
///
/// ```
/// use onrecord_base::Text;
/// use onrecord_ingest::paragraphs;
/// let text = Text::new("It is over.”We will go,” he said.\n\nAll left.").unwrap();
/// let cut: Vec<&str> = paragraphs(&text).into_iter().map(|p| text.slice(p)).collect();
/// assert_eq!(cut, ["It is over.", "”We will go,” he said.", "All left."]);
/// ```
pub fn paragraphs(text: &Text) -> Vec<Span> {
    let mut out = Vec::new();
    let mut start = 0;
    for line in text.as_str().split_inclusive(['\n', '\r', '\u{2028}', '\u{2029}']) {
        if let Some(span) = text.span(start, start + line.len()).and_then(|s| text.trim(s)) {
            let mut from = span.range().start;
            for cut in virtual_breaks(text.slice(span)) {
                let cut = span.range().start + cut;
                out.extend(text.span(from, cut).and_then(|s| text.trim(s)));
                from = cut;
            }
            out.extend(text.span(from, span.range().end).and_then(|s| text.trim(s)));
        }
        start += line.len();
    }
    out
}

/// Byte offsets within a line at which a new paragraph begins though no line ends there.
fn virtual_breaks(line: &str) -> Vec<usize> {
    let chars: Vec<(usize, char)> = line.char_indices().collect();
    let at = |i: usize| chars.get(i).map(|&(_, c)| c);
    let mut breaks = Vec::new();
    // Whether a double quotation is open: decides if a glued ” ends the old one or opens a new one.
    let mut open = false;
    let mut i = 0;
    while i < chars.len() {
        let c = chars[i].1;
        match c {
            '“' | '„' | '«' => open = true,
            '"' => open = !open,
            _ => {}
        }
        if matches!(c, '”' | '»') || (c == '"' && !open) {
            let was_open = open || c == '"';
            open = false;
            let after = at(i + 1);
            if i > 0
                && is_sentence_end(chars[i - 1].1)
                && !is_abbreviation(&chars, i - 1)
                && starts_sentence(&chars, i + 1)
            {
                // Glued: `over.”We` (the mark closes) or, with nothing open, the mark belongs to what follows.
                let cut = if was_open { i + 1 } else { i };
                breaks.push(chars[cut].0);
                open = !was_open;
            } else if after == Some('\u{a0}') && i > 0 && is_sentence_end(chars[i - 1].1) {
                if let Some(cut) = no_break_space_break(&chars, i + 1) {
                    breaks.push(cut);
                }
            } else if !was_open && i > 0 && chars[i - 1].1.is_whitespace() {
                open = true;
            }
        } else if is_sentence_end(c) && !is_abbreviation(&chars, i) {
            if at(i + 1) == Some('\u{a0}') {
                if let Some(cut) = no_break_space_break(&chars, i + 1) {
                    breaks.push(cut);
                }
            } else if !open && glued_sentence(&chars, i) {
                breaks.push(chars[i + 1].0);
            }
        }
        i += 1;
    }
    breaks
}

fn is_sentence_end(c: char) -> bool {
    matches!(c, '.' | '!' | '?' | '…')
}

/// Whether a sentence begins at character `i`: a capital followed by a lower-case letter or by the end of
/// a short word (“I”, “A”), or an opening mark before one.
fn starts_sentence(chars: &[(usize, char)], i: usize) -> bool {
    let Some(&(_, c)) = chars.get(i) else { return false };
    if is_opening_mark(c) || c == '"' {
        return chars.get(i + 1).is_some_and(|&(_, c)| c.is_alphanumeric());
    }
    c.is_uppercase()
        && chars.get(i + 1).is_some_and(|&(_, n)| n.is_lowercase() || n == ' ' || n == '’' || n == '\'')
}

/// A no-break space as the only break between sentences: `left. The minister`, with the mark and nothing else.
fn no_break_space_break(chars: &[(usize, char)], i: usize) -> Option<usize> {
    let mut end = i;
    while chars.get(end).is_some_and(|&(_, c)| c == '\u{a0}') {
        end += 1;
    }
    starts_sentence(chars, end).then(|| chars[end].0)
}

/// `word.Next`: a lower-case word, a full stop and a capitalised word with no space. Not a URL, a file name,
/// an abbreviation or initials, which have no lower-case word of three letters before the stop or
/// no lower-case letter after the capital.
fn glued_sentence(chars: &[(usize, char)], stop: usize) -> bool {
    let before = chars[..stop].iter().rev().take_while(|(_, c)| c.is_alphanumeric()).count();
    let lower = chars[stop - before..stop].iter().all(|(_, c)| c.is_lowercase());
    let word_starts_clean = stop == before
        || chars[stop - before - 1].1.is_whitespace()
        || matches!(chars[stop - before - 1].1, '-' | '’' | '\'' | ',' | '”' | '(');
    if before < 3 || !lower || !word_starts_clean || !starts_sentence(chars, stop + 1) {
        return false;
    }
    let next: String =
        chars[stop + 1..].iter().map(|&(_, c)| c).take_while(|c| !c.is_whitespace()).take(40).collect();
    // brand.Com, index.Html, node.Name(): nothing of a sentence
    let word = next.trim_matches(|c: char| !c.is_alphanumeric());
    !next.contains(['/', '(', '@', '_', '='])
        && !matches!(word.to_lowercase().as_str(), "com" | "net" | "org" | "io" | "js" | "html")
}

/// Whether the stop at `i` ends an abbreviation or initials ("U.S.", "Mr.", "J.").
fn is_abbreviation(chars: &[(usize, char)], i: usize) -> bool {
    let word: String =
        chars[..i].iter().rev().map(|&(_, c)| c).take_while(|c| c.is_alphanumeric()).take(6).collect();
    let word: String = word.chars().rev().collect();
    let initial = word.chars().count() == 1 && word.chars().all(char::is_uppercase);
    chars[i].1 == '.'
        && (initial
            || matches!(
                word.as_str(),
                "Mr" | "Mrs"
                    | "Ms"
                    | "Dr"
                    | "Prof"
                    | "Sen"
                    | "Rep"
                    | "Gov"
                    | "Gen"
                    | "Lt"
                    | "Col"
                    | "Sgt"
                    | "Capt"
                    | "St"
                    | "No"
                    | "Jr"
                    | "Sr"
                    | "Inc"
                    | "Co"
                    | "Corp"
                    | "Ltd"
                    | "vs"
                    | "Rev"
                    | "Hon"
            ))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expect: &[&str]) {
        let text = Text::new(text).unwrap();
        let cut: Vec<&str> = paragraphs(&text).into_iter().map(|p| text.slice(p)).collect();
        assert_eq!(cut, expect);
    }

    #[test]
    fn lines_are_paragraphs_without_their_edges() {
        check("One.\r\n\r\n  Two.\u{a0}\nThree", &["One.", "Two.", "Three"]);
        check(" \n\u{a0}\n", &[]);
    }

    #[test]
    fn glued_paragraphs_are_cut_before_or_after_the_mark_it_belongs_to() {
        check("“Go altogether.”We do not,” he said.", &["“Go altogether.”", "We do not,” he said."]);
        check("out altogether.”We do not,” he said.", &["out altogether.", "”We do not,” he said."]);
        check("\"Go.\"He left.", &["\"Go.\"", "He left."]);
        check("“Go.”“Stay,” she said.", &["“Go.”", "“Stay,” she said."]);
        check("it was settled.The minister left.", &["it was settled.", "The minister left."]);
        check("it was settled.“We won,” he said.", &["it was settled.", "“We won,” he said."]);
    }

    #[test]
    fn a_no_break_space_between_sentences_is_a_break() {
        check("They left.\u{a0}The talks ended.", &["They left.", "The talks ended."]);
        check("“They left.”\u{a0}“Good,” he said.", &["“They left.”", "“Good,” he said."]);
    }

    #[test]
    fn no_break_where_no_paragraph_ends() {
        for whole in [
            "The U.S.Embassy is at example.Com and file.Name_x today.",
            "Mr.\u{a0}Smith paid 3.5 to J.R.Tolkien.",
            "“Go,” he said. “Stay.”",
            "It costs 10\u{a0}000 euros, he said.",
            "He said “no.” Then he left.",
            "See https://a.example/over.Then/x for more.",
            "The word ”over” is reversed.",
        ] {
            check(whole, &[whole]);
        }
    }
}
