//! What a page's JSON-LD says about its article; broken JSON is passed over.

use serde_json::Value;

/// The first value found of each; those of an article win over those of a page.
#[derive(Default)]
pub(super) struct JsonLd {
    pub(super) headline: Option<String>,
    pub(super) publisher: Option<String>,
    pub(super) authors: Vec<String>,
    pub(super) url: Option<String>,
    pub(super) published: Vec<String>,
    pub(super) modified: Vec<String>,
    from_article: bool,
}

impl JsonLd {
    /// Reads one script element.
    pub(super) fn read(&mut self, script: &str) {
        let script = script.trim().trim_start_matches("<!--").trim_end_matches("-->").trim();
        let script = script.trim_start_matches("//<![CDATA[").trim_end_matches("//]]>").trim_end_matches(';');
        let parsed = serde_json::from_str::<Value>(script).or_else(|_| {
            // Raw line breaks within strings are the usual fault.
            serde_json::from_str(&script.replace(['\n', '\r', '\t'], " "))
        });
        let Ok(root) = parsed else { return };
        let mut nodes = Vec::new();
        collect(&root, &mut nodes);
        let named = |reference: &Value| -> Option<String> {
            let id = reference.get("@id")?.as_str()?;
            let node = nodes
                .iter()
                .find(|n| n.get("@id").and_then(Value::as_str) == Some(id) && n.get("name").is_some())?;
            text(node.get("name")?)
        };
        for node in &nodes {
            let article = types(node).iter().any(|t| {
                t.ends_with("Article")
                    || t.ends_with("Posting")
                    || matches!(*t, "Report" | "Review" | "Recipe" | "HowTo")
            });
            let page = types(node)
                .iter()
                .any(|t| t.ends_with("Page") || *t == "CreativeWork" || *t == "VideoObject");
            if !(article && !self.from_article || page && !self.from_article && self.headline.is_none()) {
                continue;
            }
            if article {
                // What a page node said before gives way.
                *self = Self { from_article: true, ..Self::default() };
            }
            let get = |key: &str| node.get(key).and_then(text);
            self.headline =
                get("headline").or_else(|| get("name").filter(|_| article)).or(self.headline.take());
            self.url = node.get("mainEntityOfPage").and_then(link).or_else(|| get("url")).or(self.url.take());
            self.published
                .extend(get("datePublished").or_else(|| get("dateCreated")).or_else(|| get("uploadDate")));
            self.modified.extend(get("dateModified"));
            let publisher = node.get("publisher").and_then(|p| name(p).or_else(|| named(p)));
            self.publisher = publisher.or(self.publisher.take());
            let authors = match node.get("author").or_else(|| node.get("creator")) {
                Some(Value::Array(all)) => all.iter().collect(),
                Some(one) => vec![one],
                None => Vec::new(),
            };
            self.authors.extend(authors.into_iter().filter_map(|a| name(a).or_else(|| named(a))));
        }
    }
}

/// All objects that are nodes of their own: the root, arrays, `@graph`, `mainEntity`.
fn collect<'v>(value: &'v Value, nodes: &mut Vec<&'v Value>) {
    let mut waiting = vec![value];
    while let Some(value) = waiting.pop() {
        match value {
            Value::Array(all) => waiting.extend(all.iter().rev()),
            Value::Object(map) if nodes.len() < 2000 => {
                nodes.push(value);
                for key in ["author", "publisher", "mainEntity", "@graph"] {
                    waiting.extend(map.get(key).filter(|v| v.is_array() || v.is_object()));
                }
            }
            _ => {}
        }
    }
}

fn types(node: &Value) -> Vec<&str> {
    match node.get("@type") {
        Some(Value::String(one)) => vec![one],
        Some(Value::Array(all)) => all.iter().filter_map(Value::as_str).collect(),
        _ => Vec::new(),
    }
}

/// A string, or the first of several.
fn text(value: &Value) -> Option<String> {
    let found = match value {
        Value::String(one) => one,
        Value::Array(all) => all.first()?.as_str()?,
        _ => return None,
    };
    let found =
        found.replace("&amp;", "&").replace("&#039;", "'").replace("&#39;", "'").replace("&quot;", "\"");
    let found =
        found.replace("&#8217;", "’").replace("&#8216;", "‘").replace("&nbsp;", " ").trim().to_owned();
    (!found.is_empty()).then_some(found)
}

/// The name of a person or organisation, given as a string or an object.
fn name(value: &Value) -> Option<String> {
    match value {
        Value::Object(map) => map.get("name").and_then(text),
        Value::Array(all) => all.first().and_then(name),
        other => text(other),
    }
}

fn link(value: &Value) -> Option<String> {
    let link = match value {
        Value::Object(map) => map.get("@id").and_then(text)?,
        other => text(other)?,
    };
    link.starts_with("http").then_some(link)
}
