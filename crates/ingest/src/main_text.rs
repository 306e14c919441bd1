//! The main text of a web page: a library behind our own trait, and a plain walk for what it misses.

use dom_query::Document;
use dom_smoothie::{Config, Readability};

use crate::walk::{Paragraph, Skip, paragraphs_of, paragraphs_of_html};

/// Finds the paragraphs of a page that make up its article.
pub(crate) trait MainText {
    /// The article's paragraphs; empty if it finds none. It may take the document apart.
    fn main_text(&self, document: Document) -> Vec<Paragraph>;
}

/// The crate `dom_smoothie`: Mozilla's Readability in Rust.
pub(crate) struct Smoothie;

impl MainText for Smoothie {
    fn main_text(&self, document: Document) -> Vec<Paragraph> {
        let config = Config { disable_json_ld: true, ..Config::default() };
        let Ok(mut readability) = Readability::with_document(document, None, Some(config)) else {
            return Vec::new();
        };
        match readability.parse() {
            Ok(article) => paragraphs_of_html(&article.content),
            Err(_) => Vec::new(),
        }
    }
}

/// All that stands in the page's `<article>`, `<main>` or `<body>`, furniture left out.
pub(crate) struct WholeBody;

impl MainText for WholeBody {
    fn main_text(&self, document: Document) -> Vec<Paragraph> {
        let body = |selector: &str| {
            let nodes = document.select(selector);
            let found: Vec<Paragraph> =
                nodes.nodes().iter().take(1).flat_map(|n| paragraphs_of(n, Skip::Furniture)).collect();
            (characters(&found) >= LITTLE_TEXT).then_some(found)
        };
        body("article")
            .or_else(|| body("main"))
            .or_else(|| body("[role=main]"))
            .unwrap_or_else(|| paragraphs_of(&document.root(), Skip::Furniture))
    }
}

/// A main text with fewer characters than this is doubted.
pub(crate) const LITTLE_TEXT: usize = 300;

/// The characters of all paragraphs.
pub(crate) fn characters(paragraphs: &[Paragraph]) -> usize {
    paragraphs.iter().map(|p| p.text.chars().count()).sum()
}
