//! Page bytes in, [`Article`](onrecord_base::Article) out: detection, decoding, main text, metadata, litter.
//!
//! ```
//! use onrecord_ingest::{Hint, Limits, read};
//! let page = read(b"Two parties spar\n\nThe minister said no.\n", &Hint::default(), &Limits::default()).unwrap();
//! assert_eq!(page.format.name(), "plain");
//! assert_eq!(page.article.metadata.title.as_deref(), Some("Two parties spar"));
//! ```

mod decode;
mod html;
mod language;
mod litter;
mod main_text;
mod metadata;
mod nesting;
mod page;
mod paragraphs;
mod pattern;
mod plain;
mod prose;
mod walk;

pub use litter::{mark as mark_litter, prepare};
pub use page::{Format, Hint, Limits, Page, PageError, read};
pub use paragraphs::paragraphs;
