//! A read article: the [`Reading`] with the facts of its page that let anyone check it later.

use onrecord_base::{BlockKind, Reading, Span, Spans, Statement};
use onrecord_ingest::Format;

use crate::identity;

/// What was read on one page, and what the page was.
#[derive(Clone, Debug, PartialEq)]
pub struct ReadArticle {
    /// The document: a file name or URL, as the caller gave it.
    pub name: String,
    /// The article, its actors and statements.
    pub reading: Reading,
    /// SHA-256 of the page's bytes, in lower-case hexadecimal.
    pub page_sha256: String,
    /// SHA-256 of the article's text in UTF-8, in lower-case hexadecimal.
    pub text_sha256: String,
    /// What the page was taken for.
    pub format: Format,
    /// The encoding it was read in, by its WHATWG name.
    pub encoding: &'static str,
    /// One for each statement: the same text, spans and model give the same id, everywhere.
    pub statement_ids: Vec<String>,
}

impl ReadArticle {
    /// Hashes page and text and gives the statements their ids.
    pub fn new(name: &str, page: &[u8], reading: Reading, format: Format, encoding: &'static str) -> Self {
        let text_sha256 = identity::sha256(reading.article.text.as_str().as_bytes());
        let statement_ids = identity::statement_ids(&text_sha256, &reading.statements);
        Self {
            name: name.to_owned(),
            page_sha256: identity::sha256(page),
            text_sha256,
            statement_ids,
            reading,
            format,
            encoding,
        }
    }

    /// The id of an actor in outputs, from its place in [`Reading::actors`]: "a1", "a2", …
    pub fn actor_id(index: usize) -> String {
        format!("a{}", index + 1)
    }

    /// The content verbatim, fragments joined by ` … `.
    pub fn quote(&self, statement: &Statement) -> String {
        self.joined(&statement.attribution.content, " … ")
    }

    /// The words of `spans`, fragments joined by `glue`; empty for no span.
    pub fn joined(&self, spans: &Spans, glue: &str) -> String {
        let parts: Vec<&str> = spans.iter().map(|span| self.reading.article.text.slice(span)).collect();
        parts.join(glue)
    }

    /// The paragraph in which `span` starts, counted from 1 over the story without headings and captions;
    /// `None` if it starts in one of these.
    pub fn paragraph(&self, span: Span) -> Option<usize> {
        let counts = |kind: &BlockKind| {
            matches!(kind, BlockKind::Paragraph | BlockKind::ListItem | BlockKind::BlockQuote)
        };
        let blocks = &self.reading.article.blocks;
        let at = blocks.partition_point(|block| block.span.end() <= span.start());
        counts(&blocks.get(at)?.kind)
            .then(|| blocks[..=at].iter().filter(|block| counts(&block.kind)).count())
    }
}
