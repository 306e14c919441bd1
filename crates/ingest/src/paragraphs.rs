//! Cuts plain text into paragraphs, real and virtual breaks alike; the text stays as it is.
//!
//! Copying a page often loses its paragraph breaks: `altogether.”We do not seek…` Where a sentence
//! visibly ends and another begins without white space, or with a no-break space in place of the break, there is a
//! *virtual break*: two paragraphs that touch.

use onrecord_base::{Span, Text, quotation::is_opening_mark};

/// The paragraphs of a plain text, in text order, without white space at their edges. A line is a paragraph,
/// unless the text was wrapped at a width; a line that holds glued paragraphs is cut at the virtual breaks.
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
    let width = wrap_width(text.as_str());
    let lines = Lines { rest: text.as_str(), width };
    for line in lines {
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

/// The lines of a text; of one that was wrapped at a width, the lines that one line was wrapped into are one again.
struct Lines<'a> {
    rest: &'a str,
    width: Option<usize>,
}

impl<'a> Iterator for Lines<'a> {
    type Item = &'a str;

    fn next(&mut self) -> Option<&'a str> {
        let mut end = line_end(self.rest);
        let mut last = 0;
        while let Some(width) = self.width
            && wrapped(&self.rest[last..end], &self.rest[end..], width)
        {
            last = end;
            end += line_end(&self.rest[end..]);
        }
        let (line, rest) = self.rest.split_at(end);
        self.rest = rest;
        (!line.is_empty()).then_some(line)
    }
}

/// Past the first line and the mark that ends it.
fn line_end(text: &str) -> usize {
    let end = text.find(['\n', '\r', '\u{2028}', '\u{2029}']).unwrap_or(text.len());
    let mark = if text[end..].starts_with("\r\n") {
        2
    } else {
        text[end..].chars().next().map_or(0, char::len_utf8)
    };
    end + mark
}

/// Whether the line was ended only because the next one's first word would have passed the width.
fn wrapped(line: &str, rest: &str, width: usize) -> bool {
    let line = line.trim_end().chars().count();
    let next = rest[..line_end(rest)].split_whitespace().next().map_or(0, |word| word.chars().count());
    // Typists and old mail programs wrap a little before the width.
    let slack = width / 6;
    line > 0 && next > 0 && line <= width && line + 1 + next + slack > width
}

/// The width at which the text was wrapped (as in mail and agency wires), or nothing if its lines are paragraphs.
fn wrap_width(text: &str) -> Option<usize> {
    const WIDEST: usize = 100;
    const NARROWEST: usize = 40;
    const FEWEST: usize = 6;
    let pairs = || {
        let mut rest = text;
        std::iter::from_fn(move || {
            let end = line_end(rest);
            let (line, after) = rest.split_at(end);
            rest = after;
            (!line.is_empty()).then_some((line, after))
        })
        .filter(|(line, after)| !line.trim().is_empty() && !after[..line_end(after)].trim().is_empty())
    };
    let mut width = 0;
    for (line, _) in pairs() {
        width = width.max(line.trim_end().chars().count());
        if width > WIDEST {
            return None;
        }
    }
    let (all, full) = pairs().fold((0, 0), |(all, full), (line, after)| {
        (all + 1, full + usize::from(wrapped(line, after, width)))
    });
    (width >= NARROWEST && all >= FEWEST && full * 10 >= all * 7).then_some(width)
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
                let cut = no_break_space_break(&chars, i + 1);
                breaks.extend(cut.filter(|_| !(open && quotation_goes_on(&chars, i + 1))));
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

/// Whether an open quotation goes on after the no-break spaces at `i`: it is closed before any is opened. A paragraph within a
/// quotation would begin with an opening mark.
fn quotation_goes_on(chars: &[(usize, char)], i: usize) -> bool {
    let mut rest = chars[i..].iter().map(|&(_, c)| c).skip_while(|&c| c == '\u{a0}').peekable();
    let opens = rest.peek().is_some_and(|&c| is_opening_mark(c) || c == '"');
    !opens
        && rest
            .find(|&c| matches!(c, '”' | '»' | '"' | '“' | '„' | '«'))
            .is_some_and(|c| matches!(c, '”' | '»' | '"'))
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
    fn lines_wrapped_at_a_width_are_one_paragraph() {
        check(
            "BROOKFIELD, Ohio -- A vote on locking away phones\nduring the school day was put off for a month\n\
             after two dozen teenagers told the school board\nthat it would do more harm.\n\n\"I don't waste time on \
             it,\" said Jamal\nWhitaker, a senior at East High. \"But my grandma\ncalls me at noon so I can remind her \
             to take\nher pills.\"\n",
            &[
                "BROOKFIELD, Ohio -- A vote on locking away phones\nduring the school day was put off for a month\n\
                 after two dozen teenagers told the school board\nthat it would do more harm.",
                "\"I don't waste time on it,\" said Jamal\nWhitaker, a senior at East High. \"But my grandma\ncalls me \
                 at noon so I can remind her to take\nher pills.\"",
            ],
        );
        let list = "Short line.\nAnother short line of the list that is long.\nThird.\nFourth.\nFifth.\nSixth.\nSeventh.";
        check(list, &list.split('\n').collect::<Vec<_>>());
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
        check("“They left!\u{a0}He is sad.” She went.", &["“They left!\u{a0}He is sad.” She went."]);
        check("“They left.\u{a0}“He is sad.” She went.", &["“They left.", "“He is sad.” She went."]);
        check("“They left.\u{a0}He went.", &["“They left.", "He went."]);
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
