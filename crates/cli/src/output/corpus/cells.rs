//! Cells of tables: a row for each utterance, the same columns for where it stands whatever the table.

use anyhow::{Context, Result};
use onrecord_engine::json::Stance;
use onrecord_engine::json::corpus::Evidence;

use crate::output::csv::harmless;

/// The columns of an utterance.
const EVIDENCE: [&str; 9] =
    ["stance", "confidence", "quote", "published", "doc", "outlet", "url", "statement_id", "repeats"];

/// A table in the making.
pub(super) struct Table(::csv::Writer<Vec<u8>>);

impl Table {
    /// With these columns before those of an utterance.
    pub(super) fn new(columns: &[&str]) -> Result<Self> {
        let mut writer = ::csv::Writer::from_writer(Vec::new());
        writer.write_record(columns.iter().chain(&EVIDENCE))?;
        Ok(Self(writer))
    }

    /// A row; without an utterance its cells are empty.
    pub(super) fn row(&mut self, cells: &[&str], evidence: Option<&Evidence>) -> Result<()> {
        let confidence = number(evidence.and_then(|evidence| evidence.confidence));
        let repeats = evidence.map_or_else(String::new, |evidence| evidence.also.len().to_string());
        let of = |cell: fn(&Evidence) -> Option<&str>| evidence.and_then(cell).unwrap_or_default();
        let row = [
            of(|evidence| evidence.stance.map(Stance::name)),
            &confidence,
            of(|evidence| Some(&evidence.quote)),
            of(|evidence| evidence.published.as_deref()),
            of(|evidence| Some(&evidence.doc)),
            of(|evidence| evidence.outlet.as_deref()),
            of(|evidence| evidence.url.as_deref()),
            of(|evidence| Some(&evidence.statement)),
            &repeats,
        ];
        self.0.write_record(cells.iter().chain(&row).map(|cell| harmless(cell)))?;
        Ok(())
    }

    /// The table as it is written.
    pub(super) fn done(self) -> Result<Vec<u8>> {
        self.0.into_inner().context("cannot make the table")
    }
}

/// Three digits, or nothing.
pub(super) fn number(of: Option<f64>) -> String {
    of.map_or_else(String::new, |number| format!("{number:.3}"))
}
