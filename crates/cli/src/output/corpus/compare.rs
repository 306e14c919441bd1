//! Two actors compared: issue by issue, what each says.

use anyhow::Result;
use onrecord_engine::json::corpus::{Comparison, Verdict};
use onrecord_engine::json::{Ground, Leaning};

use super::cells::Table;
use crate::output::palette::Palette;
use crate::output::wrap::line;

/// For reading.
pub(crate) fn table(comparisons: &[Comparison], palette: &Palette, width: usize) -> String {
    let mut out = String::new();
    for comparison in comparisons {
        if !out.is_empty() {
            out.push('\n');
        }
        let issue = super::issue(&comparison.label, comparison.proposition.as_deref());
        line(&mut out, &issue, "", palette.title, width);
        line(&mut out, &verdict(comparison), "", palette.note, width);
        for side in &comparison.sides {
            let head = match side.evidence.as_slice() {
                [] => format!("{} · silent", side.name),
                _ => format!("{} · {}", side.name, super::stance(side.stance)),
            };
            line(&mut out, &head, "  ", palette.actor, width);
            super::quotations(&mut out, &side.evidence, palette, width);
        }
    }
    out
}

fn verdict(comparison: &Comparison) -> String {
    let ground = |ground: &Ground| match ground {
        Ground::Stances => "by their stances",
        Ground::Denial => "one denies what the other says",
        Ground::Criticism => "one finds fault with the other",
        Ground::Endorsement => "one takes the other's side",
        Ground::Together => "they say it together",
        Ground::Reported => "an article says so",
    };
    let grounds: Vec<&str> = comparison.grounds.iter().map(ground).collect();
    match comparison.verdict {
        Verdict::Differ => format!("≠ they differ: {}", grounds.join("; ")),
        Verdict::Agree => format!("= they agree: {}", grounds.join("; ")),
        Verdict::Unclear => "? unclear whether they differ".to_owned(),
        Verdict::Silent => "– one is silent".to_owned(),
    }
}

/// For spreadsheets: a row for each utterance of either side, and one for whoever is silent.
pub(crate) fn csv(comparisons: &[Comparison]) -> Result<Vec<u8>> {
    let mut table = Table::new(&[
        "issue_id",
        "issue",
        "verdict",
        "grounds",
        "side",
        "actor_id",
        "actor_name",
        "wikidata",
        "position",
    ])?;
    for comparison in comparisons {
        let grounds: Vec<&str> = comparison.grounds.iter().map(|ground| ground.name()).collect();
        let grounds = grounds.join("; ");
        for (n, side) in comparison.sides.iter().enumerate() {
            let cells: [&str; 9] = [
                &comparison.issue,
                &comparison.label,
                comparison.verdict.name(),
                &grounds,
                ["1", "2"][n],
                &side.actor,
                &side.name,
                side.wikidata.as_deref().unwrap_or_default(),
                side.stance.map_or("", Leaning::name),
            ];
            if side.evidence.is_empty() {
                table.row(&cells, None)?;
            }
            for evidence in &side.evidence {
                table.row(&cells, Some(evidence))?;
            }
        }
    }
    table.done()
}
