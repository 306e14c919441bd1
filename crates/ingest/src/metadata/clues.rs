//! One pass over a document that gathers all that metadata can be read from.

use dom_query::{Document, NodeRef};

use super::json_ld::JsonLd;

/// What the page holds, in document order.
#[derive(Default)]
pub(crate) struct Clues {
    /// `<meta>`: name, property or itemprop in lower case, and the content.
    metas: Vec<(String, String)>,
    /// `<link rel=canonical>`.
    pub(super) canonical: Vec<String>,
    /// The `<title>`.
    pub(super) title: Option<String>,
    /// The `<h1>`s.
    pub(super) headings: Vec<String>,
    /// The `lang` of `<html>`.
    pub(crate) lang: Option<String>,
    /// What JSON-LD says.
    pub(super) json_ld: JsonLd,
    /// Names of authors: how telling the element is (0 best) and its text.
    pub(super) authors: Vec<(u8, String)>,
    /// `<time>` and elements with a date's class.
    pub(super) times: Vec<Time>,
    /// Visible text around and after the first `<h1>` (else from the top), a few hundred characters.
    pub(super) top: String,
}

/// An element that may hold the publication date.
pub(super) struct Time {
    /// `datetime` or `content`, else the text.
    pub(super) value: String,
    /// Its text.
    pub(super) text: String,
    /// The page marks it as the publication date.
    pub(super) published: bool,
    /// The page marks it as the date of a change.
    pub(super) modified: bool,
    /// It is a `<time>`.
    pub(super) element: bool,
}

impl Clues {
    /// Reads the document once.
    pub(crate) fn gather(document: &Document) -> Self {
        let mut clues = Self::default();
        let mut before_heading = String::new();
        let mut seen_heading = false;
        // Lists of other articles carry dates and names too; their subtrees are passed over.
        let mut stack = vec![(document.root(), false)];
        while let Some((node, aside)) = stack.pop() {
            if node.is_text() {
                let into = if seen_heading { &mut clues.top } else { &mut before_heading };
                if into.len() < 1500 && !aside {
                    into.push_str(&node.text());
                    into.push(' ');
                }
                continue;
            }
            let name = node.node_name().unwrap_or_default();
            match &*name {
                "meta" => clues.take_meta(&node),
                "link" => {
                    let rel = node.attr("rel").unwrap_or_default().to_ascii_lowercase();
                    if rel.split_whitespace().any(|r| r == "canonical") {
                        clues.canonical.extend(node.attr("href").map(|h| h.to_string()));
                    }
                }
                "title" if clues.title.is_none() => clues.title = Some(short_text(&node)),
                "html" => {
                    clues.lang = node.attr("lang").or_else(|| node.attr("xml:lang")).map(|l| l.to_string())
                }
                "script" => {
                    let kind = node.attr("type").unwrap_or_default().to_ascii_lowercase();
                    if kind.contains("ld+json") {
                        clues.json_ld.read(&node.text());
                    }
                    continue;
                }
                "style" | "noscript" | "template" | "svg" | "select" => continue,
                "h1" if !aside && clues.headings.len() < 8 => {
                    clues.headings.push(short_text(&node));
                    seen_heading = true;
                }
                _ => {}
            }
            let aside = aside || is_aside(&node, &name);
            if node.is_element() && !aside {
                clues.take_marked(&node, &name);
            }
            let from = stack.len();
            stack.extend(node.children_it(false).map(|child| (child, aside)));
            stack[from..].reverse();
        }
        clues.headings.retain(|h| !h.is_empty());
        let tail = before_heading.char_indices().rev().nth(250).map_or(0, |(at, _)| at);
        clues.top =
            if seen_heading { format!("{} {}", &before_heading[tail..], clues.top) } else { before_heading };
        clues
    }

    /// The content of the first of these meta elements that has one, in the order of the names.
    pub(super) fn meta(&self, names: &[&str]) -> Option<&str> {
        names
            .iter()
            .find_map(|name| self.metas.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str()))
    }

    fn take_meta(&mut self, node: &NodeRef<'_>) {
        let Some(content) = node.attr("content").filter(|c| !c.trim().is_empty() && c.len() < 4000) else {
            return;
        };
        for attribute in ["property", "name", "itemprop", "http-equiv"] {
            if let Some(key) = node.attr(attribute) {
                self.metas.push((key.trim().to_ascii_lowercase(), content.to_string()));
            }
        }
    }

    fn take_marked(&mut self, node: &NodeRef<'_>, name: &str) {
        let itemprop = node.attr("itemprop").unwrap_or_default().to_ascii_lowercase();
        let class = format!("{} {}", node.class().unwrap_or_default(), node.id_attr().unwrap_or_default());
        let class = class.to_ascii_lowercase();
        let is_time = name == "time" || name == "abbr" && class.contains("published");
        let dated = !is_time && self.times.len() < 60 && name != "body" && has_date_class(&class);
        if is_time || dated || itemprop.starts_with("date") {
            if self.times.len() >= 60 || name == "meta" {
                return;
            }
            let text = short_text(node);
            let value = ["datetime", "content", "title"].iter().find_map(|a| node.attr(a));
            let value = value.map(|v| v.to_string()).unwrap_or_default();
            let marks = format!("{class} {itemprop} {}", text.to_lowercase());
            let modified = ["modif", "updat", "edited"].iter().any(|m| marks.contains(m));
            let published = itemprop == "datepublished"
                || node.has_attr("pubdate")
                || ["publish", "posted", "entry-date", "post-date", "pubdate"]
                    .iter()
                    .any(|m| marks.contains(m));
            let element = is_time || itemprop.starts_with("date");
            self.times.push(Time { value, text, published, modified, element });
        }
        if self.authors.len() < 40 {
            let rel = node.attr("rel").unwrap_or_default();
            let rank = match () {
                () if itemprop == "author" => 0,
                () if rel.split_whitespace().any(|r| r == "author") => 1,
                () if has_author_class(&class) => 2,
                () => return,
            };
            self.authors.push((rank, short_text(node)));
        }
    }
}

fn has_date_class(class: &str) -> bool {
    class.split([' ', '_', '-']).any(|word| {
        matches!(
            word,
            "date" | "published" | "publish" | "posted" | "pubdate" | "timestamp" | "datetime" | "dateline"
        ) || word.ends_with("date") && !word.ends_with("update")
    })
}

fn has_author_class(class: &str) -> bool {
    let marked =
        |word: &str| matches!(word, "author" | "byline" | "authors" | "writer") || word.ends_with("__author");
    class.split_whitespace().any(|c| {
        marked(c)
            || c.split(['-', '_']).next_back() == Some("author")
            || c.contains("author-name")
            || c.contains("byline")
    })
}

/// Whether the subtree is about other pages: navigation, related articles, comments, the page's foot.
fn is_aside(node: &NodeRef<'_>, name: &str) -> bool {
    if matches!(name, "nav" | "aside" | "footer" | "form") {
        return true;
    }
    if matches!(name, "html" | "body" | "main" | "article" | "head" | "time") {
        return false;
    }
    let marks = format!("{} {}", node.class().unwrap_or_default(), node.id_attr().unwrap_or_default());
    let marks = marks.to_ascii_lowercase();
    let others = [
        "related",
        "recommend",
        "sidebar",
        "comment-",
        "comments",
        "footer",
        "popular",
        "trending",
        "read-more",
        "widget",
        "latest-",
    ];
    others.iter().any(|m| marks.contains(m))
        && !marks.contains("no-sidebar")
        && !marks.contains("has-sidebar")
}

/// At most some 300 characters of a node's text, white space collapsed, without walking far.
fn short_text(node: &NodeRef<'_>) -> String {
    let mut out = String::new();
    for (seen, descendant) in std::iter::once(*node).chain(node.descendants_it()).enumerate() {
        if out.len() > 400 || seen > 80 {
            break;
        }
        let in_script = descendant.parent().is_some_and(|p| p.has_name("script") || p.has_name("style"));
        if descendant.is_text() && !in_script {
            out.push_str(&descendant.text());
            out.push(' ');
        }
    }
    let mut text = out.split_whitespace().collect::<Vec<_>>().join(" ");
    if text.len() > 400 {
        let end = (0..=400).rev().find(|e| text.is_char_boundary(*e)).unwrap_or(0);
        text.truncate(end);
    }
    text
}
