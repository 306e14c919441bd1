//! `onrecord issues merge`: several issues become one, and their statements are on that one.

use anyhow::Result;
use clap::Args;
use onrecord_engine::codebook::Codebook;
use onrecord_engine::codebook::edits::{self, Merge};

use super::edit::{self, EditOptions};
use crate::commands::Outcome;
use crate::lines;

/// Merge issues into one, every statement following
///
/// The one keeps its label, and gets the labels and keywords of the others as keywords. Positions, differences and
/// agreements in the records are told anew for it.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord issues merge --from gas,pipelines --into gas-transit --codebook issues.toml -o merged/
  onrecord issues merge --reversed lift-sanctions --into sanctions --codebook issues.toml 2021.jsonl -o merged/")]
pub(super) struct Arguments {
    /// Ids of the issues that go, parted by commas
    #[arg(long, value_name = "ID", value_delimiter = ',', required_unless_present = "reversed")]
    from: Vec<String>,

    /// The same of issues whose proposition says the opposite: who supports one opposes the other
    #[arg(long, value_name = "ID", value_delimiter = ',')]
    reversed: Vec<String>,

    /// Id of the issue that takes them in
    #[arg(long, value_name = "ID")]
    into: String,

    #[command(flatten)]
    options: EditOptions,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let Arguments { from, reversed, into, options } = arguments;
    edit::run(options, |codebook| {
        let merge = Merge { from: from.clone(), reversed: reversed.clone(), into: into.clone() };
        let change = edits::merge(codebook, &merge)?;
        from.iter()
            .filter_map(|id| other_proposition(codebook, id, into))
            .for_each(|note| lines::complain(&note));
        Ok(change)
    })
}

/// Whoever is for one proposition need not be for the other; only the owner of the codebook can tell.
fn other_proposition(codebook: &Codebook, from: &str, into: &str) -> Option<String> {
    let proposition = |id: &str| codebook.get(id)?.proposition.clone();
    let (one, other) = (proposition(from)?, proposition(into)?);
    (one != other).then(|| {
        format!(
            "stances toward “{one}” now count as toward “{other}”; if it says the opposite, use --reversed {from}"
        )
    })
}
