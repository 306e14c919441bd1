//! Stands in for the extractor until it exists: closed outer quotations, "said" beside them.
#![expect(missing_docs, reason = "goes when the extractor comes")]

use onrecord_base::{quotation::pair, *};

#[derive(Debug, thiserror::Error)]
#[error("model")]
pub struct ModelError;

pub struct Extractor;

pub struct Extraction {
    pub attributions: Vec<Attribution>,
    pub diagnostics: Vec<Diagnostic>,
    pub reported_by: Vec<Option<u32>>,
}

impl Extractor {
    pub fn embedded() -> Result<Self, ModelError> {
        Ok(Self)
    }
    pub fn name(&self) -> &str {
        "stand-in-0"
    }
    pub fn extract(&self, article: &Article) -> Extraction {
        let blocks: Vec<Span> = article.story().map(|b| b.span).collect();
        let pairing = pair(&article.text, &blocks);
        let mut attributions = Vec::new();
        for q in pairing.quotations.iter().filter(|q| q.depth == 0 && q.closed) {
            let after = q.span.range().end;
            let end = blocks.iter().find(|b| b.contains(q.span)).map_or(after, |b| b.range().end);
            let tail = &article.text.as_str()[after..end];
            let cue = tail.find("said").filter(|at| *at < 40);
            let source = cue.and_then(|at| article.text.trim(article.text.span(after, after + at)?));
            attributions.push(Attribution {
                source: source.map_or(Spans::NONE, Spans::from),
                cue: cue.and_then(|at| article.text.span(after + at, after + at + 4)),
                content: q.span.into(),
                form: Form::Direct,
                confidence: 0.9,
            });
        }
        let reported_by = vec![None; attributions.len()];
        Extraction { attributions, diagnostics: pairing.diagnostics, reported_by }
    }
}
