//! Codebooks in files: read by the ending of the name, and what is passed over told.

use std::fs;
use std::path::Path;

use anyhow::{Result, anyhow};
use onrecord_engine::codebook::{Codebook, CodebookFormat, Parsed};

use crate::{inputs, lines};

/// Reads a codebook. The error is about the file, but does not name it; [`read`] does both.
pub(super) fn parse(path: &Path) -> Result<Parsed> {
    let format = CodebookFormat::of(path)?;
    let bytes = fs::read(path).map_err(inputs::describe)?;
    let text = String::from_utf8(bytes).map_err(|error| {
        let before = error.as_bytes().iter().take(error.utf8_error().valid_up_to());
        let line = before.filter(|byte| **byte == b'\n').count() + 1;
        anyhow!("line {line}: this is not UTF-8; save the file as UTF-8")
    })?;
    Ok(Codebook::parse(format, &text)?)
}

/// Reads a codebook, and tells what of it is passed over.
pub(in crate::commands) fn read(path: &Path) -> Result<Codebook> {
    let parsed = parse(path).map_err(|error| anyhow!("{}: {error:#}", path.display()))?;
    tell(path, &parsed);
    Ok(parsed.codebook)
}

/// Tells what was passed over.
pub(super) fn tell(path: &Path, parsed: &Parsed) {
    for note in &parsed.passed_over {
        lines::complain(&format!("{}: {note}", path.display()));
    }
}
