//! Makes an article from an HTML page: pre-scan, document, metadata, main text, one new text with blocks.

use std::sync::mpsc;
use std::thread;

use dom_query::Document;
use onrecord_base::{Article, Block, BlockKind, Code, Diagnostic, Text};

use crate::decode::Decoded;
use crate::main_text::{LITTLE_TEXT, MainText, Smoothie, WholeBody, characters};
use crate::metadata::{self, Clues, published};
use crate::walk::Paragraph;
use crate::{Hint, Limits, PageError, language, litter, nesting, prose};

/// Reads an HTML page on a thread of its own: a page that makes a library overrun its time is given up
/// (its thread ends when the library does), and deep recursion has room.
pub(crate) fn article(decoded: Decoded, hint: &Hint, limits: &Limits) -> Result<Article, PageError> {
    const STACK: usize = 128 << 20;
    let (sender, receiver) = mpsc::channel();
    let (hint, for_thread) = (hint.clone(), limits.clone());
    let spawned =
        thread::Builder::new().name("onrecord-page".to_owned()).stack_size(STACK).spawn(move || {
            // Nobody listens any more once the deadline has passed.
            let _ = sender.send(read(decoded, &hint, &for_thread));
        });
    if spawned.is_err() {
        return Err(PageError::Failed);
    }
    match receiver.recv_timeout(limits.deadline) {
        Ok(result) => result,
        Err(mpsc::RecvTimeoutError::Timeout) => Err(PageError::Timeout { limit: limits.deadline }),
        Err(mpsc::RecvTimeoutError::Disconnected) => Err(PageError::Failed),
    }
}

fn read(decoded: Decoded, hint: &Hint, limits: &Limits) -> Result<Article, PageError> {
    let Decoded { text: page, mut diagnostics, .. } = decoded;
    let flattened = nesting::flatten(&page, limits);
    if flattened.dropped > 0 {
        let what = if flattened.too_deep { "elements nested too deeply" } else { "too many elements" };
        let message =
            format!("{} tags were dropped because of {what}; their text was kept", flattened.dropped);
        diagnostics.push(Diagnostic::whole(Code::LimitReached, message));
    }
    let document = Document::from(&*flattened.html);
    let clues = Clues::gather(&document);
    let paragraphs = if flattened.html.len() > LARGE_PAGE || flattened.dropped > 0 {
        if flattened.dropped == 0 {
            let message = "the page is too large to look for its main text; all of its text was taken";
            diagnostics.push(Diagnostic::whole(Code::LimitReached, message));
        }
        WholeBody.main_text(document)
    } else {
        main_text(document)
    };
    drop(flattened);
    drop(page);
    let mut metadata = metadata::of_page(&clues, hint, &mut diagnostics);
    let linked: usize = paragraphs.iter().map(|p| p.linked).sum();
    let (text, blocks) = assemble(paragraphs, &mut metadata.title)?;
    if text.as_str().trim().is_empty() {
        return Err(PageError::Empty);
    }
    limits.check_words(text.as_str())?;
    let blocks = litter::mark(&text, &blocks);
    metadata.published = metadata.published.or_else(|| published::of_dateline(&text, &blocks));
    metadata.lang = language::of_page(&text, clues.lang.as_deref());
    prose::look_over(&text, &blocks, linked, &mut diagnostics);
    Ok(Article { text, blocks, metadata, diagnostics })
}

/// The main-text library goes over a page many times; beyond this many bytes it is not asked.
const LARGE_PAGE: usize = 8 << 20;

/// What the library finds, unless that is little and a plain walk finds far more.
fn main_text(document: Document) -> Vec<Paragraph> {
    let found = Smoothie.main_text(document.clone());
    let length = characters(&found);
    if length >= LITTLE_TEXT {
        return found;
    }
    let whole = WholeBody.main_text(document);
    if length == 0 || characters(&whole) > 2 * length { whole } else { found }
}

/// One text of all paragraphs, a blank line between them, the headline first.
fn assemble(paragraphs: Vec<Paragraph>, title: &mut Option<String>) -> Result<(Text, Vec<Block>), PageError> {
    let mut paragraphs = paragraphs;
    // Some templates show the headline twice, or a kicker before it: look at the first few blocks.
    let wanted = title.as_deref().map(letters);
    let own = wanted.as_ref().and_then(|wanted| {
        paragraphs.iter().take(4).position(|p| !wanted.is_empty() && letters(&p.text) == *wanted)
    });
    let headline = match (own, title.as_deref()) {
        (Some(at), _) => Some(at),
        (None, Some(title)) => {
            let text = title.to_owned();
            paragraphs.insert(0, Paragraph { kind: BlockKind::Heading, text, linked: 0 });
            Some(0)
        }
        (None, None) => None,
    };
    let length = paragraphs.iter().map(|p| p.text.len() + 2).sum();
    let mut text = String::with_capacity(length);
    let mut places = Vec::with_capacity(paragraphs.len());
    for (at, paragraph) in paragraphs.iter().enumerate() {
        if at > 0 {
            text.push_str("\n\n");
        }
        let start = text.len();
        text.push_str(&paragraph.text);
        let kind = if Some(at) == headline { BlockKind::Headline } else { paragraph.kind };
        places.push((start, text.len(), kind));
    }
    let text = Text::new(text)?;
    let blocks = places.into_iter().filter_map(|(start, end, kind)| {
        let span = text.trim(text.span(start, end)?)?;
        Some(Block { span, kind })
    });
    let blocks = blocks.collect();
    Ok((text, blocks))
}

/// The letters and digits only, lower case: two settings of one headline compare equal.
fn letters(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}
