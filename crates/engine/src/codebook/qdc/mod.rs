//! The codebook of REFI-QDA (`.qdc`), which programs of qualitative research exchange.
//!
//! An issue is a `Code`: its label the `name`, its parent the code around it, its description the `Description`. The
//! format knows no proposition and no keywords, and its guid cannot be turned back into an id, so these follow the
//! description as lines after one that says `[onrecord]` (see [`remainder`]). Other programs show them as text and keep
//! them.
//!
//! Not kept: colours (each issue gets one of eight, by its id), `isCodable`, sets and notes; what is passed over is told.
//!
//! Source: REFI-QDA Standard for Data Exchange, 1.0, codebook, namespace `urn:QDA-XML:codebook:1.0` (qdasoftware.org).

mod guid;
mod read;
mod remainder;
#[cfg(test)]
mod tests;
mod write;

pub(super) use read::read;
pub(super) use write::write;

/// The namespace of the elements.
const NAMESPACE: &str = "urn:QDA-XML:codebook:1.0";
