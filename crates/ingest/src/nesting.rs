//! The pre-scan of HTML: one pass over the tags that flattens what would bring a parser to its knees.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::Limits;

/// What the scan gives.
pub(crate) struct Flattened<'h> {
    /// The page; borrowed if nothing had to go.
    pub(crate) html: Cow<'h, str>,
    /// How many tags were dropped (their text was kept).
    pub(crate) dropped: usize,
    /// Whether the depth was passed; otherwise it was the number of elements.
    pub(crate) too_deep: bool,
}

/// Drops the tags that nest deeper than the limit or come after the largest number of elements, and the
/// attributes of tags with hundreds of them. The text between the tags is always kept.
pub(crate) fn flatten<'h>(html: &'h str, limits: &Limits) -> Flattened<'h> {
    let mut scan = Scan {
        html,
        limits,
        out: String::new(),
        copied: 0,
        stack: Vec::new(),
        open: HashMap::new(),
        formatting: HashMap::new(),
        formatting_open: 0,
        skipped: HashMap::new(),
        elements: 0,
        dropped: 0,
        too_deep: false,
    };
    scan.run();
    let html = if scan.copied == 0 {
        Cow::Borrowed(html)
    } else {
        scan.out.push_str(&html[scan.copied..]);
        Cow::Owned(scan.out)
    };
    Flattened { html, dropped: scan.dropped, too_deep: scan.too_deep }
}

/// Parsers reopen unclosed formatting elements in each new block, so a few make a page explode.
const MOST_FORMATTING: usize = 12;
/// Parsers compare each attribute with those before it.
const MOST_ATTRIBUTES: usize = 200;

struct Scan<'h, 'l> {
    html: &'h str,
    limits: &'l Limits,
    out: String,
    copied: usize,
    /// The names of the open elements, outermost first; never longer than the depth limit.
    stack: Vec<&'h str>,
    open: HashMap<u64, usize>,
    formatting: HashMap<u64, usize>,
    formatting_open: usize,
    /// Start tags that were dropped and wait for their end tags.
    skipped: HashMap<u64, usize>,
    elements: usize,
    dropped: usize,
    too_deep: bool,
}

/// A tag: where it starts and ends, and its name as written.
struct Tag<'h> {
    start: usize,
    end: usize,
    name: &'h str,
    closing: bool,
    self_closing: bool,
    attributes: usize,
}

impl<'h> Scan<'h, '_> {
    fn run(&mut self) {
        let bytes = self.html.as_bytes();
        let mut at = 0;
        while let Some(next) = self.html[at..].find('<') {
            at += next;
            let rest = &self.html[at..];
            if rest.starts_with("<!--") {
                at = after(self.html, at + 4, "-->");
            } else if matches!(bytes.get(at + 1), Some(b'!' | b'?')) {
                at = after(self.html, at + 2, ">");
            } else if let Some(tag) = tag(self.html, at) {
                at = tag.end;
                if tag.closing {
                    self.close(&tag);
                } else if self.opens(&tag) && is(tag.name, &RAW_TEXT) {
                    at = end_of_raw_text(self.html, at, tag.name);
                }
            } else {
                at += 1;
            }
        }
    }

    /// Takes a start tag; false if it was dropped.
    fn opens(&mut self, tag: &Tag<'h>) -> bool {
        self.elements += 1;
        let raw = is(tag.name, &RAW_TEXT);
        if is(tag.name, &FORMATTING) {
            if self.formatting_open >= MOST_FORMATTING || self.elements > self.limits.max_nodes {
                *self.skipped.entry(key(tag.name)).or_default() += 1;
                self.drop_tag(tag);
                return false;
            }
            *self.formatting.entry(key(tag.name)).or_default() += 1;
            self.formatting_open += 1;
        } else if !is(tag.name, &VOID) && !raw {
            self.close_implied(tag.name);
            let deep = self.stack.len() >= self.limits.max_depth;
            if deep || self.elements > self.limits.max_nodes {
                self.too_deep |= deep;
                *self.skipped.entry(key(tag.name)).or_default() += 1;
                self.drop_tag(tag);
                return false;
            }
            // On an element of HTML "/>" closes nothing; on those of SVG it does.
            if !(tag.self_closing && is(tag.name, &FOREIGN)) {
                self.stack.push(tag.name);
                *self.open.entry(key(tag.name)).or_default() += 1;
            }
        } else if self.elements > self.limits.max_nodes && !raw {
            self.drop_tag(tag);
            return false;
        }
        if tag.attributes > MOST_ATTRIBUTES {
            self.replace(tag.start, tag.end, &format!("<{}>", tag.name));
        }
        true
    }

    fn close(&mut self, tag: &Tag<'h>) {
        if let Some(waiting) = self.skipped.get_mut(&key(tag.name)).filter(|n| **n > 0) {
            *waiting -= 1;
            self.drop_tag(tag);
        } else if let Some(open) = self.formatting.get_mut(&key(tag.name)).filter(|n| **n > 0) {
            *open -= 1;
            self.formatting_open -= 1;
        } else if self.open.get(&key(tag.name)).is_some_and(|n| *n > 0) {
            while let Some(name) = self.pop() {
                if name.eq_ignore_ascii_case(tag.name) {
                    break;
                }
            }
        } else if self.elements > self.limits.max_nodes && !is(tag.name, &RAW_TEXT) {
            self.drop_tag(tag);
        }
    }

    /// Pops what the start tag closes by itself (`<p>` a paragraph, `<li>` an item …).
    fn close_implied(&mut self, name: &str) {
        let closes: &[&str] = match () {
            () if is(name, &["li"]) => &["p", "li"],
            () if is(name, &["dt", "dd"]) => &["p", "dt", "dd"],
            () if is(name, &["option", "optgroup"]) => &["option"],
            () if is(name, &["td", "th"]) => &["p", "td", "th"],
            () if is(name, &["tr"]) => &["p", "td", "th", "tr"],
            () if is(name, &CLOSES_PARAGRAPH) => &["p"],
            () => &[],
        };
        while self.stack.last().is_some_and(|last| is(last, closes)) {
            self.pop();
        }
    }

    fn pop(&mut self) -> Option<&'h str> {
        let name = self.stack.pop()?;
        if let Some(count) = self.open.get_mut(&key(name)) {
            *count -= 1;
        }
        Some(name)
    }

    fn drop_tag(&mut self, tag: &Tag<'_>) {
        self.dropped += 1;
        // A space, so that the words on both sides of a block tag do not run together.
        let between = if is(tag.name, &FORMATTING) || is(tag.name, &["span"]) { "" } else { " " };
        self.replace(tag.start, tag.end, between);
    }

    fn replace(&mut self, start: usize, end: usize, with: &str) {
        self.out.push_str(&self.html[self.copied..start]);
        self.out.push_str(with);
        self.copied = end;
    }
}

const VOID: [&str; 14] = [
    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track",
    "wbr",
];
const RAW_TEXT: [&str; 6] = ["script", "style", "textarea", "title", "xmp", "iframe"];
const FORMATTING: [&str; 14] =
    ["a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike", "strong", "tt", "u"];
const FOREIGN: [&str; 11] =
    ["svg", "path", "g", "circle", "rect", "line", "polygon", "polyline", "ellipse", "use", "stop"];
const CLOSES_PARAGRAPH: [&str; 30] = [
    "p",
    "div",
    "ul",
    "ol",
    "dl",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "table",
    "section",
    "article",
    "aside",
    "header",
    "footer",
    "main",
    "nav",
    "form",
    "pre",
    "blockquote",
    "figure",
    "figcaption",
    "address",
    "center",
    "fieldset",
    "details",
    "menu",
    "summary",
];

fn is(name: &str, names: &[&str]) -> bool {
    names.iter().any(|n| n.eq_ignore_ascii_case(name))
}

/// A name's key in the counts, upper and lower case alike (FNV-1a). A rare clash only drops a tag more.
fn key(name: &str) -> u64 {
    name.bytes().fold(0xCBF2_9CE4_8422_2325, |hash, b| {
        (hash ^ u64::from(b.to_ascii_lowercase())).wrapping_mul(0x0100_0000_01B3)
    })
}

fn after(html: &str, from: usize, end: &str) -> usize {
    html.get(from..).and_then(|rest| rest.find(end)).map_or(html.len(), |n| from + n + end.len())
}

/// The tag that starts at `start`, if one does; quotation marks in attributes are respected.
fn tag(html: &str, start: usize) -> Option<Tag<'_>> {
    let bytes = html.as_bytes();
    let closing = bytes.get(start + 1) == Some(&b'/');
    let from = start + 1 + usize::from(closing);
    if !bytes.get(from)?.is_ascii_alphabetic() {
        return None;
    }
    let length = bytes[from..].iter().position(|b| b.is_ascii_whitespace() || matches!(b, b'/' | b'>'));
    let name_end = length.map_or(bytes.len(), |n| from + n);
    let name = &html[from..name_end];
    let (mut at, mut attributes, mut value) = (name_end, 0, false);
    while at < bytes.len() {
        match bytes[at] {
            b'>' => break,
            quote @ (b'"' | b'\'') if value => {
                at += 1 + bytes[at + 1..].iter().position(|b| *b == quote).unwrap_or(bytes.len() - at - 1);
                value = false;
            }
            b'=' => value = true,
            b if b.is_ascii_whitespace() => {
                attributes += usize::from(bytes.get(at + 1).is_some_and(|b| !b.is_ascii_whitespace()));
            }
            b'/' => attributes += 1,
            _ => value = false,
        }
        at += 1;
    }
    let end = (at + 1).min(bytes.len());
    let self_closing = at > name_end && bytes.get(at - 1) == Some(&b'/');
    Some(Tag { start, end, name, closing, self_closing, attributes })
}

/// Where the content of `<script>` and the like ends: at its end tag, or with the page.
fn end_of_raw_text(html: &str, from: usize, name: &str) -> usize {
    let bytes = html.as_bytes();
    let mut at = from;
    while let Some(next) = html[at..].find("</") {
        at += next;
        let found =
            bytes.get(at + 2..at + 2 + name.len()).is_some_and(|n| n.eq_ignore_ascii_case(name.as_bytes()));
        if found {
            return at;
        }
        at += 2;
    }
    html.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &str) {
        let limits = Limits { max_depth: 4, max_nodes: 12, ..Limits::default() };
        assert_eq!(flatten(html, &limits).html, expected);
    }

    #[test]
    fn deep_tags_go_and_their_text_stays() {
        check(
            "<div><div><div><div>a<div>b</div>c</div></div></div></div>",
            "<div><div><div><div>a b c</div></div></div></div>",
        );
        check(
            "<ul><li><ul><li>a<ul><li>b</li></ul>c</li></ul></li></ul>",
            "<ul><li><ul><li>a <li>b</li> c</li></ul></li></ul>",
        );
    }

    #[test]
    fn ordinary_pages_are_left_alone() {
        for html in [
            "<p>a<p>b<p>c<p>d<p>e<p>f",
            "<ul><li>a<li>b<li>c<li>d<li>e</ul>",
            "<p title='<div><div><div><div><div>'>a</p>",
            "<!-- <div><div><div><div><div> --><p>a",
            "<script>if (a<b) '<div><div><div><div><div>'</script><p>b",
            "a < b <3 </ c",
            "<table><tr><td>a<td>b<tr><td>c</table>",
            "<p>“No”</p",
            "<DIV><div>a</DIV></div><DIV><div>b</DIV></div><DIV><div>c</div></div>",
        ] {
            check(html, html);
        }
    }

    #[test]
    fn endless_lists_are_flattened() {
        check(&"<br>a".repeat(14), &("<br>a".repeat(12) + " a a"));
        let attributes = format!("<p {}>a", "x=1 ".repeat(300));
        check(&attributes, "<p>a");
    }
}
