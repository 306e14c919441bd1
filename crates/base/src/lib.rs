//! The shared vocabulary of OnRecord: text, spans, articles, attributions, statements. No I/O.
//!
//! Data flows one way: page → [`Article`] → [`Attribution`]s → [`Statement`]s. Every fact is a
//! [`Span`] of the article's [`Text`]; spans are half-open ranges of UTF-8 bytes.

mod article;
mod attribution;
mod debate;
mod diagnostic;
mod offsets;
pub mod quotation;
mod resolution;
mod simple_words;
mod span;
mod statement;
mod text;

pub use article::{Article, Block, BlockKind, LitterReason, Metadata};
pub use attribution::{Attribution, Form, Role};
pub use debate::{Aim, Attitude, Debate, Ground, Issue, IssueId, Leaning, Pairing, Position, Stance, Take};
pub use diagnostic::{Code, Diagnostic};
pub use offsets::{CharSpan, OffsetIndex, Utf16Span};
pub use resolution::{How, Link, Resolution};
pub use simple_words::{issue_id, simple_words};
pub use span::{Span, Spans};
pub use statement::{Actor, ActorId, ActorKind, Provenance, Reading, Statement};
pub use text::{Text, TextTooLong};
