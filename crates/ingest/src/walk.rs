//! From HTML nodes to the paragraphs that a reader sees, white space collapsed.

use dom_query::{Document, NodeRef};
use onrecord_base::BlockKind;

/// One block of a page's text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Paragraph {
    /// Headline never; that is for the caller to find.
    pub(crate) kind: BlockKind,
    /// Never empty; no white space at its edges; `\n` where the page breaks the line.
    pub(crate) text: String,
    /// How many of its characters stand in links.
    pub(crate) linked: usize,
}

/// What a walk leaves out besides scripts, styles and form fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Skip {
    /// Nothing: the caller has chosen the main text.
    Nothing,
    /// Navigation, asides, page feet and hidden elements.
    Furniture,
}

/// The paragraphs of a piece of HTML, such as a main-text library returns.
pub(crate) fn paragraphs_of_html(html: &str) -> Vec<Paragraph> {
    let fragment = Document::fragment(html);
    paragraphs_of(&fragment.root(), Skip::Nothing)
}

/// The paragraphs within a node.
pub(crate) fn paragraphs_of(root: &NodeRef<'_>, skip: Skip) -> Vec<Paragraph> {
    let mut walk = Walk { skip, ..Walk::default() };
    // Depth first with a stack of our own: the page decides the depth.
    let mut steps = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        match step {
            Step::Leave(context) => walk.leave(context),
            Step::Enter(node) => {
                if node.is_text() {
                    walk.text(&node.text());
                    continue;
                }
                let name = node.node_name().unwrap_or_default();
                if node.is_comment() || walk.skips(&node, &name) {
                    continue;
                }
                let context = walk.enter(&name);
                steps.push(Step::Leave(context));
                let from = steps.len();
                steps.extend(node.children_it(false).map(Step::Enter));
                steps[from..].reverse();
            }
        }
    }
    walk.flush();
    walk.paragraphs
}

enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Context),
}

/// What was in force outside an element.
#[derive(Clone, Copy)]
struct Context {
    block: bool,
    kind: BlockKind,
    link: bool,
    verbatim: bool,
}

struct Walk {
    skip: Skip,
    paragraphs: Vec<Paragraph>,
    text: String,
    linked: usize,
    kind: BlockKind,
    link: bool,
    verbatim: bool,
    space: bool,
    breaks: usize,
}

impl Default for Walk {
    fn default() -> Self {
        Self {
            skip: Skip::Nothing,
            paragraphs: Vec::new(),
            text: String::new(),
            linked: 0,
            kind: BlockKind::Paragraph,
            link: false,
            verbatim: false,
            space: false,
            breaks: 0,
        }
    }
}

impl Walk {
    fn skips(&self, node: &NodeRef<'_>, name: &str) -> bool {
        const NEVER_TEXT: [&str; 19] = [
            "script", "style", "noscript", "template", "svg", "iframe", "object", "embed", "video", "audio",
            "canvas", "button", "select", "option", "textarea", "head", "title", "input", "datalist",
        ];
        const FURNITURE: [&str; 6] = ["nav", "aside", "footer", "form", "dialog", "menu"];
        if NEVER_TEXT.contains(&name) {
            return true;
        }
        self.skip == Skip::Furniture
            && (FURNITURE.contains(&name)
                || node.has_attr("hidden")
                || node.attr("aria-hidden").is_some_and(|v| &*v == "true")
                || node.attr("style").is_some_and(|v| v.replace(' ', "").contains("display:none")))
    }

    fn enter(&mut self, name: &str) -> Context {
        let mut outside = Context { block: false, kind: self.kind, link: self.link, verbatim: self.verbatim };
        match name {
            "br" => {
                self.breaks += 1;
                if self.breaks >= 2 {
                    self.flush();
                }
            }
            "a" => self.link = true,
            "td" | "th" => self.space = true,
            _ => outside.block = BLOCKS.contains(&name),
        }
        if outside.block {
            self.flush();
            self.kind = match name {
                "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => BlockKind::Heading,
                "figcaption" | "caption" => BlockKind::Caption,
                "li" | "dt" | "dd" => BlockKind::ListItem,
                "blockquote" => BlockKind::BlockQuote,
                _ => self.kind,
            };
            self.verbatim |= name == "pre";
        }
        outside
    }

    fn leave(&mut self, outside: Context) {
        if outside.block {
            self.flush();
        }
        Context { block: _, kind: self.kind, link: self.link, verbatim: self.verbatim } = outside;
    }

    fn text(&mut self, text: &str) {
        for ch in text.chars() {
            if ch == '\n' && self.verbatim {
                self.breaks += 1;
            } else if matches!(ch, ' ' | '\t' | '\n' | '\r' | '\x0C') {
                self.space = true;
            } else {
                if !self.text.is_empty() {
                    if self.breaks > 0 {
                        self.text.push('\n');
                    } else if self.space {
                        self.text.push(' ');
                    }
                }
                (self.space, self.breaks) = (false, 0);
                self.linked += usize::from(self.link);
                self.text.push(ch);
            }
        }
    }

    fn flush(&mut self) {
        (self.space, self.breaks) = (false, 0);
        let text = self.text.trim();
        if !text.is_empty() {
            self.paragraphs.push(Paragraph { kind: self.kind, text: text.to_owned(), linked: self.linked });
        }
        self.text.clear();
        self.linked = 0;
    }
}

const BLOCKS: [&str; 45] = [
    "p",
    "div",
    "section",
    "article",
    "header",
    "footer",
    "main",
    "ul",
    "ol",
    "li",
    "blockquote",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "figure",
    "figcaption",
    "table",
    "caption",
    "thead",
    "tbody",
    "tfoot",
    "tr",
    "pre",
    "hr",
    "dl",
    "dt",
    "dd",
    "address",
    "aside",
    "form",
    "fieldset",
    "details",
    "summary",
    "nav",
    "center",
    "menu",
    "body",
    "html",
    "img",
    "picture",
    "legend",
    "dialog",
];

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(html: &str, expected: &[(BlockKind, &str)]) {
        let found = paragraphs_of_html(html);
        let found: Vec<_> = found.iter().map(|p| (p.kind, p.text.as_str())).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn blocks_become_paragraphs() {
        use BlockKind::{BlockQuote, Caption, Heading, ListItem, Paragraph};
        check("<p>One\n  two</p><p>three</p>", &[(Paragraph, "One two"), (Paragraph, "three")]);
        check(
            "<h2>Why</h2>text<ul><li><p>a</p><li>b</ul>",
            &[(Heading, "Why"), (Paragraph, "text"), (ListItem, "a"), (ListItem, "b")],
        );
        check(
            "<blockquote><p>“No.”</p></blockquote><figure><img><figcaption>A boat</figcaption></figure>",
            &[(BlockQuote, "“No.”"), (Caption, "A boat")],
        );
        check("<p>a<br>b<br><br>c</p>", &[(Paragraph, "a\nb"), (Paragraph, "c")]);
        check("<p>1\u{a0}000 <b>kr</b>oner</p>", &[(Paragraph, "1\u{a0}000 kroner")]);
        check("<p>a<script>x</script>b</p><p> </p>", &[(Paragraph, "ab")]);
        check("<table><tr><td>a<td>b<tr><td>c</table>", &[(Paragraph, "a b"), (Paragraph, "c")]);
    }
}
