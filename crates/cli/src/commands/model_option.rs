//! The option that says which model reads, shared by the commands that read pages.

use clap::{Args, ValueEnum};
use onrecord_engine::{EngineError, Reader, Shipped};

/// What reads the pages.
#[derive(Args)]
#[command(next_help_heading = "What reads them")]
pub(crate) struct ModelOption {
    /// Which of the built-in models reads
    ///
    /// fast is for very many pages: the same results in the same form at a multiple of the speed, with more errors; it
    /// tells stances only where the words of reporting ("denied", "welcomed") or those of a proposition tell them.
    /// Figures: models/*/README.md.
    #[arg(
        long,
        value_enum,
        value_name = "MODEL",
        default_value = "standard",
        env = "ONRECORD_MODEL",
        hide_env_values = true
    )]
    model: Model,
}

#[derive(Clone, Copy, ValueEnum)]
enum Model {
    /// Finds most and errs least
    Standard,
    /// More than five times as fast, errs more
    Fast,
}

impl ModelOption {
    /// A reader with that model.
    pub(crate) fn reader(&self) -> Result<Reader, EngineError> {
        match self.model {
            Model::Standard => Reader::with_model(Shipped::Standard),
            Model::Fast => Reader::with_model(Shipped::Fast),
        }
    }
}
