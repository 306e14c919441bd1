//! An article: the text of a page, its blocks and what is known about it.

use crate::{Diagnostic, Span, Text};

/// One news article, ready to be read: the text, cut into blocks, and its metadata.
#[derive(Clone, Debug, PartialEq)]
pub struct Article {
    /// The text all spans point into. Of a plain-text file it is the file, unaltered.
    pub text: Text,
    /// The blocks in text order; they never overlap. White space between blocks belongs to none,
    /// and two blocks may touch: then there is a *virtual* paragraph break between them.
    pub blocks: Vec<Block>,
    /// Title, outlet, date and so on, as far as known.
    pub metadata: Metadata,
    /// What was odd about the page.
    pub diagnostics: Vec<Diagnostic>,
}

impl Article {
    /// A text that is one paragraph, of which nothing else is known.
    pub fn of_paragraph(text: Text) -> Self {
        let blocks = vec![Block { span: text.whole(), kind: BlockKind::Paragraph }];
        Self { text, blocks, metadata: Metadata::default(), diagnostics: Vec::new() }
    }

    /// The spans that are page litter, in text order.
    pub fn litter(&self) -> impl Iterator<Item = Span> + '_ {
        self.blocks.iter().filter(|b| matches!(b.kind, BlockKind::Litter(_))).map(|b| b.span)
    }

    /// The blocks that belong to the story, in text order.
    pub fn story(&self) -> impl Iterator<Item = &Block> + '_ {
        self.blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Litter(_)))
    }
}

/// A stretch of the text that a reader sees as one unit.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Block {
    /// Where it stands; never empty, no white space at its edges.
    pub span: Span,
    /// What it is.
    pub kind: BlockKind,
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// The article's own headline.
    Headline,
    /// A heading within the article.
    Heading,
    /// A paragraph of the story.
    Paragraph,
    /// An item of a list.
    ListItem,
    /// A quotation set as a block.
    BlockQuote,
    /// The words under a picture.
    Caption,
    /// Not part of the story; yields no statement. Marked, never deleted.
    Litter(LitterReason),
}

/// Why a block is litter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LitterReason {
    /// A comment form ("Leave a Reply", "Required fields are marked *").
    CommentForm,
    /// An invitation to share, like, follow or print.
    Share,
    /// An invitation to subscribe, register, donate or install.
    Subscribe,
    /// A link put into the text ("Click here: …", "Read more: …", "Related: …").
    Link,
    /// Navigation, tags, breadcrumbs, cookie and copyright notices.
    Chrome,
    /// Advertising.
    Advertisement,
}

impl LitterReason {
    /// The name in outputs.
    pub fn name(self) -> &'static str {
        match self {
            Self::CommentForm => "comment-form",
            Self::Share => "share",
            Self::Subscribe => "subscribe",
            Self::Link => "link",
            Self::Chrome => "chrome",
            Self::Advertisement => "advertisement",
        }
    }
}

/// What is known about an article. `None` means unknown.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Metadata {
    /// The canonical URL.
    pub url: Option<String>,
    /// The headline.
    pub title: Option<String>,
    /// The paper or site.
    pub outlet: Option<String>,
    /// The author's name as printed.
    pub author: Option<String>,
    /// The publication date: `YYYY-MM-DD`, or RFC 3339 if the page gives the time.
    pub published: Option<String>,
    /// The language, ISO 639-1.
    pub lang: Option<String>,
}
