//! The option that says which model reads, shared by the commands that read pages.

use clap::{Args, ValueEnum};
use onrecord_engine::Shipped;

/// What reads the pages.
#[derive(Args)]
#[command(next_help_heading = "What reads them")]
pub(crate) struct ModelOption {
    /// Which of the built-in models reads
    ///
    /// fast is for very many pages: the same results in the same form at a multiple of the speed, with more errors; it
    /// tells stances only where the words of reporting ("denied", "welcomed") or those of a proposition tell them. Figures:
    /// models/*/README.md.
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
    /// For the engine.
    pub(crate) fn which(&self) -> Shipped {
        match self.model {
            Model::Standard => Shipped::Standard,
            Model::Fast => Shipped::Fast,
        }
    }
}
