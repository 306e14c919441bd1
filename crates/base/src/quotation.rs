//! Pairing of quotation marks, by rule: which stretches of a paragraph stand in quotation marks.

use crate::{Code, Diagnostic, Span, Text};

/// A stretch in quotation marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Quotation {
    /// From the opening mark to the end of the closing one (of the paragraph, if never closed).
    pub span: Span,
    /// What stands between the marks.
    pub inner: Span,
    /// Whether it has its closing mark.
    pub closed: bool,
    /// 0 for the outermost quotation, 1 for one within it, …
    pub depth: u8,
    /// Whether the marks are single (‘…’), as for nested and British quotations.
    pub single: bool,
}

/// The quotations of a text, in order of their opening marks, and what was odd about the marks.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Pairing {
    /// In order of their opening marks; an inner quotation follows the outer one.
    pub quotations: Vec<Quotation>,
    /// Unclosed, unopened and reversed marks.
    pub diagnostics: Vec<Diagnostic>,
}

/// Pairs the marks of each paragraph: “ ” " « » „ ‟ ‹ › 「」 『』 ‘ ’ ' `` ''.
///
/// A quotation never runs over the end of its paragraph; where the next paragraph opens with a mark again,
/// as is the custom for long quotations, leaving the first one open is no fault.
///
/// ```
/// use onrecord_base::{Text, quotation::pair};
/// let text = Text::new("“It’s ‘over’,” she said.").unwrap();
/// let pairing = pair(&text, &[text.whole()]);
/// let inner: Vec<&str> = pairing.quotations.iter().map(|q| text.slice(q.inner)).collect();
/// assert_eq!(inner, ["It’s ‘over’,", "over"]);
/// ```
pub fn pair(text: &Text, paragraphs: &[Span]) -> Pairing {
    let mut out = Pairing::default();
    for (i, &paragraph) in paragraphs.iter().enumerate() {
        let glued = i > 0 && paragraphs[i - 1].end() == paragraph.start();
        let next_opens = paragraphs.get(i + 1).is_some_and(|p| starts_with_opening_mark(text.slice(*p)));
        Paragraph { text, paragraph, glued, next_opens, open: Vec::new(), out: &mut out }.pair();
    }
    out.quotations.sort_by_key(|q| (q.span.start(), std::cmp::Reverse(q.span.end())));
    out
}

/// What a mark can do where it stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Mark {
    /// Opens a quotation of its family.
    Open(Family),
    /// Closes one.
    Close(Family),
    /// Straight: closes an open one of its family, else opens.
    Either(Family),
}

/// Marks that pair with each other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    Curly,
    Low,
    Straight,
    Guillemet,
    SingleGuillemet,
    Corner,
    WhiteCorner,
    CurlySingle,
    StraightSingle,
}

impl Family {
    fn single(self) -> bool {
        matches!(self, Self::CurlySingle | Self::StraightSingle | Self::SingleGuillemet)
    }

    /// Whether a closing mark of family `self` may close a quotation opened by `opener`: “ ” close each
    /// other's low and high openers, and hasty typing mixes straight and curly.
    fn closes(self, opener: Self) -> bool {
        use Family::*;
        self == opener || matches!((self, opener), (Curly, Low | Straight) | (Straight, Curly | Low))
    }
}

/// An opened quotation that waits for its closing mark.
#[derive(Clone, Copy)]
struct Opened {
    family: Family,
    /// Opened by a mark turned the wrong way, so that its partner may be too.
    reversed: bool,
    start: usize,
    inner: usize,
}

struct Paragraph<'a> {
    text: &'a Text,
    paragraph: Span,
    /// Whether the paragraph touches the one before: the break is virtual.
    glued: bool,
    next_opens: bool,
    open: Vec<Opened>,
    out: &'a mut Pairing,
}

/// How far to look for the closing mark of a single quotation, in bytes: beyond, it is an apostrophe.
const SINGLE_REACH: usize = 2000;

impl Paragraph<'_> {
    fn pair(mut self) {
        let s = self.text.slice(self.paragraph);
        let base = self.paragraph.range().start;
        let mut previous: Option<char> = None;
        let mut chars = s.char_indices().peekable();
        while let Some((i, ch)) = chars.next() {
            let mut len = ch.len_utf8();
            let mut rest = &s[i + len..];
            // `` and '' are typewriter double marks.
            let doubled = (ch == '`' || ch == '\'') && rest.starts_with(ch);
            if doubled {
                chars.next();
                len += 1;
                rest = &s[i + len..];
            }
            let next = rest.chars().next();
            if let Some(mark) = self.mark(ch, doubled, previous, next, rest) {
                self.apply(mark, base + i, base + i + len, previous, next);
            }
            previous = Some(ch);
        }
        self.finish();
    }

    fn mark(
        &self,
        ch: char,
        doubled: bool,
        prev: Option<char>,
        next: Option<char>,
        rest: &str,
    ) -> Option<Mark> {
        use Family::*;
        use Mark::*;
        if !is_mark(ch) {
            return None;
        }
        let before_word =
            next.is_some_and(|c| c.is_alphanumeric() || is_opening_mark(c) || "$£€[(…—#@".contains(c));
        let at_word_start =
            prev.is_none_or(|c| c.is_whitespace() || "([{—–-/".contains(c) || is_opening_mark(c));
        Some(match ch {
            '`' if doubled => Open(Straight),
            '\'' if doubled => Either(Straight),
            '"' => {
                // 6'2" or 5" is a measure, unless a quotation is open.
                let measure = prev.is_some_and(|c| c.is_ascii_digit()) && !self.is_open(Straight);
                if measure && !self.is_open(Curly) {
                    return None;
                }
                Either(Straight)
            }
            '“' | '‟' => {
                // German „…“ closes with it, and so does a mark turned the wrong way at a word's end.
                let after_word = !at_word_start && !next.is_some_and(char::is_alphanumeric);
                if self.is_open(Low) || (after_word && self.is_open(Curly)) {
                    Close(Curly)
                } else {
                    Open(Curly)
                }
            }
            '”' | '〞' => Close(Curly),
            '„' => Open(Low),
            '«' => self.guillemet(Guillemet, true),
            '»' => self.guillemet(Guillemet, false),
            '‹' => self.guillemet(SingleGuillemet, true),
            '›' => self.guillemet(SingleGuillemet, false),
            '「' => Open(Corner),
            '」' => Close(Corner),
            '『' => Open(WhiteCorner),
            '』' => Close(WhiteCorner),
            '‘' | '‚' | '‛'
                if before_word && at_word_start && !is_elision(rest) && closes_later(rest, '’') =>
            {
                Open(CurlySingle)
            }
            '’' if self.is_open(CurlySingle) && ends_single(prev, next, rest, '’') => Close(CurlySingle),
            '\'' => {
                if self.is_open(StraightSingle) {
                    if !ends_single(prev, next, rest, '\'') {
                        return None;
                    }
                    Close(StraightSingle)
                } else if at_word_start && before_word && !is_elision(rest) && closes_later(rest, '\'') {
                    Open(StraightSingle)
                } else {
                    return None;
                }
            }
            _ => return None,
        })
    }

    /// « opens in French and closes in Danish and in older German: an open partner decides.
    fn guillemet(&self, family: Family, left: bool) -> Mark {
        let inside_reversed = self.open.iter().rev().find(|o| o.family == family).is_some_and(|o| o.reversed);
        if left == inside_reversed {
            Mark::Close(family)
        } else if left {
            Mark::Open(family)
        } else {
            Mark::Close(family)
        }
    }

    fn is_open(&self, family: Family) -> bool {
        self.open.iter().any(|o| o.family == family)
    }

    fn apply(&mut self, mark: Mark, start: usize, end: usize, prev: Option<char>, next: Option<char>) {
        match mark {
            Mark::Open(family) => self.open.push(Opened { family, reversed: false, start, inner: end }),
            Mark::Either(family) if self.open.iter().any(|o| family.closes(o.family)) => {
                self.close(family, start, end)
            }
            Mark::Either(family) => {
                self.open.push(Opened { family, reversed: false, start, inner: end });
            }
            Mark::Close(family) if self.open.iter().any(|o| family.closes(o.family)) => {
                self.close(family, start, end);
            }
            Mark::Close(family) => self.unopened(family, start, end, prev, next),
        }
    }

    fn close(&mut self, family: Family, start: usize, end: usize) {
        let at = self.open.iter().rposition(|o| family.closes(o.family)).expect("the caller found one");
        // Whatever was opened within and not closed ends here too.
        for inner in self.open.split_off(at + 1) {
            if !inner.family.single() {
                self.report(
                    Code::UnclosedQuotation,
                    inner.start,
                    inner.inner,
                    "a quotation is opened but not closed",
                );
            }
            self.push(inner, start, start, false, at + 1);
        }
        let opened = self.open.pop().expect("`at` is in range");
        self.push(opened, start, end, true, at);
    }

    /// A closing mark with nothing open: it stands for an opening one, or its opening mark was lost.
    fn unopened(&mut self, family: Family, start: usize, end: usize, prev: Option<char>, next: Option<char>) {
        let opens = next.is_some_and(|c| c.is_alphanumeric() || is_opening_mark(c) || c == '…' || c == '$')
            && prev.is_none_or(|c| !c.is_alphanumeric());
        if opens {
            // »…« is the custom of German and Danish print, not a fault.
            if !matches!(family, Family::Guillemet | Family::SingleGuillemet) {
                let message = "a closing quotation mark stands where an opening one belongs";
                self.report(Code::ReversedQuotationMark, start, end, message);
            }
            self.open.push(Opened { family, reversed: true, start, inner: end });
        } else if self.glued && !self.out.quotations.iter().any(|q| self.paragraph.contains(q.span)) {
            // `altogether.”We do not seek it,” he said`: one mark served as the end of one quotation and
            // the beginning of the next.
            let opened = self.paragraph.range().start;
            self.report(
                Code::UnopenedQuotation,
                start,
                end,
                "a quotation is closed but its opening mark is missing",
            );
            self.push(Opened { family, reversed: false, start: opened, inner: opened }, start, end, true, 0);
        } else {
            self.report(Code::UnopenedQuotation, start, end, "a quotation is closed but never opened");
        }
    }

    fn finish(&mut self) {
        let end = self.paragraph.range().end;
        let open = std::mem::take(&mut self.open);
        for (depth, opened) in open.into_iter().enumerate() {
            if !opened.family.single() && !self.next_opens {
                self.report(
                    Code::UnclosedQuotation,
                    opened.start,
                    opened.inner,
                    "a quotation is opened but not closed",
                );
            }
            self.push(opened, end, end, false, depth);
        }
    }

    fn push(&mut self, opened: Opened, inner_end: usize, end: usize, closed: bool, depth: usize) {
        let span = self.text.span(opened.start, end).expect("marks are whole characters");
        let inner = self.text.span(opened.inner, inner_end).expect("marks are whole characters");
        let depth = u8::try_from(depth).unwrap_or(u8::MAX);
        self.out.quotations.push(Quotation { span, inner, closed, depth, single: opened.family.single() });
    }

    fn report(&mut self, code: Code, start: usize, end: usize, message: &'static str) {
        let span = self.text.span(start, end).expect("marks are whole characters");
        self.out.diagnostics.push(Diagnostic::at(code, span, message));
    }
}

/// Whether the paragraph begins with a mark that opens a quotation.
fn starts_with_opening_mark(paragraph: &str) -> bool {
    paragraph.starts_with(|c| is_opening_mark(c) || c == '"' || c == '\'') || paragraph.starts_with("``")
}

/// Whether the character can only open a quotation.
pub fn is_opening_mark(c: char) -> bool {
    matches!(c, '“' | '„' | '‟' | '«' | '‹' | '「' | '『' | '‘')
}

/// Whether the character is a quotation mark of any kind, straight or curly, single or double.
pub fn is_mark(c: char) -> bool {
    is_opening_mark(c)
        || matches!(c, '"' | '”' | '〞' | '»' | '›' | '」' | '』' | '’' | '\'' | '`' | '‚' | '‛')
}

/// Whether what follows an apostrophe-like mark is a word whose beginning is left out (’tis, ’90s, ’em).
fn is_elision(rest: &str) -> bool {
    let word: String =
        rest.chars().take_while(|c| c.is_alphanumeric()).take(8).flat_map(char::to_lowercase).collect();
    matches!(word.as_str(), "tis" | "twas" | "em" | "til" | "till" | "cause" | "bout" | "n" | "round")
        || (word.starts_with(|c: char| c.is_ascii_digit()) && word.ends_with('s'))
}

/// Whether a single mark that could close a quotation stands within reach.
fn closes_later(rest: &str, mark: char) -> bool {
    let mut previous = None;
    let mut chars = rest.char_indices().peekable();
    while let Some((i, c)) = chars.next() {
        if i > SINGLE_REACH {
            return false;
        }
        if c == mark || (mark == '’' && c == '\'') {
            let next = chars.peek().map(|&(_, c)| c);
            if !previous.is_none_or(char::is_whitespace) && !next.is_some_and(char::is_alphanumeric) {
                return true;
            }
        }
        previous = Some(c);
    }
    false
}

/// Whether a single mark ends the quotation rather than being an apostrophe.
fn ends_single(prev: Option<char>, next: Option<char>, rest: &str, mark: char) -> bool {
    if next.is_some_and(char::is_alphanumeric) || prev.is_none_or(char::is_whitespace) {
        return false;
    }
    // "the ministers’ plan": a plural possessive, if the quotation still finds another end before a new one begins.
    let possessive = matches!(prev, Some('s' | 'S')) && next == Some(' ');
    if possessive {
        let until = rest.find('‘').unwrap_or(rest.len());
        let next_word_lower = rest.trim_start().starts_with(char::is_lowercase);
        return !(next_word_lower && punctuated_end_later(&rest[..until], mark));
    }
    true
}

/// Whether a mark directly after punctuation, a certain end of a quotation, follows within reach.
fn punctuated_end_later(rest: &str, mark: char) -> bool {
    let mut previous = ' ';
    for (i, c) in rest.char_indices() {
        if i > SINGLE_REACH {
            return false;
        }
        if c == mark && ",.?!…".contains(previous) {
            return true;
        }
        previous = c;
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    /// One line a quotation, `[]` around what stands inside, `…` where it is never closed; then the diagnostics.
    #[track_caller]
    fn check(text: &str, expect: &str) {
        let marked = text;
        let text = Text::new(marked.replace('¦', "")).unwrap();
        let mut paragraphs = Vec::new();
        let mut at = 0;
        for part in marked.split('\n') {
            for piece in part.split('¦') {
                paragraphs.push(text.span(at, at + piece.len()).unwrap());
                at += piece.len();
            }
            at += 1;
        }
        let pairing = pair(&text, &paragraphs);
        let mut lines: Vec<String> = (pairing.quotations.iter())
            .map(|q| {
                let open = if q.closed { "" } else { "…" };
                format!("{}[{}]{open}", if q.single { "'" } else { "" }, text.slice(q.inner))
            })
            .collect();
        lines.extend(pairing.diagnostics.iter().map(|d| d.code.name().to_owned()));
        assert_eq!(lines.join(" "), expect, "in {:?}", text.as_str());
    }

    #[test]
    fn all_kinds_of_marks_pair() {
        check("“A,” he said, “B.”", "[A,] [B.]");
        check("\"A,\" he said, \"B.\"", "[A,] [B.]");
        check("« Oui », dit-il. «Non»", "[ Oui ] [Non]");
        check("„Ja“, sagte sie. „Nein”", "[Ja] [Nein]");
        check("»Ja«, sagte sie.", "[Ja]");
        check("‟Si” dijo", "[Si]");
        check("「はい」と『言』った", "[はい] [言]");
        check("‹Oui› dit-il", "'[Oui]");
        check("``A,'' he said, ''B.''", "[A,] [B.]");
        check("‘A,’ he said, ‘B.’", "'[A,] '[B.]");
        check("'A,' he said", "'[A,]");
    }

    #[test]
    fn nested_quotations_keep_their_order() {
        check("“He told me ‘no’ and ‘never’,” she said.", "[He told me ‘no’ and ‘never’,] '[no] '[never]");
        check("‘He called it “mad”,’ she said.", "'[He called it “mad”,] [mad]");
    }

    #[test]
    fn apostrophes_and_measures_are_no_marks() {
        check("It’s the ministers’ plan, isn't it? Rock 'n' roll, the ’90s, '90s.", "");
        check("He is 6'2\" tall and won 5\" of rain.", "");
        check("‘It’s the ministers’ plan,’ he said.", "'[It’s the ministers’ plan,]");
        check("'It's the dogs' fault,' he said.", "'[It's the dogs' fault,]");
    }

    #[test]
    fn odd_marks_are_reported_and_lose_nothing() {
        check("“We won, he said.", "[We won, he said.]… unclosed-quotation");
        check("“First part.\n“Second part,” he said.", "[First part.]… [Second part,]");
        check("We won,” he said.", "unopened-quotation");
        check("He said ”we won” at last.", "[we won] reversed-quotation-mark");
        check(
            "out altogether.¦”We do not seek it,” he said.",
            "[We do not seek it,] reversed-quotation-mark",
        );
        check(
            "“Go altogether.”¦We do not seek it,” he said.",
            "[Go altogether.] [We do not seek it,] unopened-quotation",
        );
        check("“We won“ he said.", "[We won]");
        check("“We won\" he said.", "[We won]");
    }
}
