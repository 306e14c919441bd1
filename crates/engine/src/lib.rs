//! The one API that the faces call: page bytes in, a [`ReadArticle`] out, and its versioned JSON.
//!
//! ```no_run
//! use onrecord_engine::{ReadOptions, Reader};
//! # fn main() -> Result<(), onrecord_engine::EngineError> {
//! let reader = Reader::new()?;
//! let read = reader.read("brief.txt", "“We won,” Ann Lee said.".as_bytes(), &ReadOptions::default())?;
//! assert_eq!(read.reading.statements.len(), read.statement_ids.len());
//! # Ok(())
//! # }
//! ```

#[cfg(test)]
extern crate self as onrecord_engine;

pub mod across;
pub mod codebook;
pub mod corpus;
mod identity;
pub mod json;
pub mod networks;
mod read_article;
mod reader;
pub mod score;
mod units;
mod warm;

pub use onrecord_extract::{ModelError, Shipped, world};
pub use onrecord_ingest::{Format, Hint, Limits, PageError};
pub use read_article::ReadArticle;
pub use reader::{EngineError, ReadOptions, Reader};
pub use units::{OffsetUnit, Offsets};
