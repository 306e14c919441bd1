//! Differences: two actors, one issue, the words of both.

use anyhow::Result;
use onrecord_engine::json::Ground;
use onrecord_engine::json::corpus::DifferenceLine;

use super::cells::{Table, number};
use crate::output::palette::Palette;
use crate::output::wrap::line;

/// For reading.
pub(crate) fn table(differences: &[DifferenceLine], palette: &Palette, width: usize) -> String {
    let mut out = String::new();
    for difference in differences {
        if !out.is_empty() {
            out.push('\n');
        }
        let issue = super::issue(&difference.label, difference.proposition.as_deref());
        line(&mut out, &issue, "", palette.title, width);
        let [one, other] = &difference.names;
        line(&mut out, &between(one, other, difference.ground), "", palette.note, width);
        for (name, evidence) in difference.names.iter().zip(&difference.evidence) {
            line(&mut out, name, "  ", palette.actor, width);
            super::quotations(&mut out, evidence, palette, width);
        }
    }
    out
}

fn between(one: &str, other: &str, ground: Ground) -> String {
    match ground {
        Ground::Stances => format!("{one} and {other} take opposite sides"),
        Ground::Denial => format!("{one} and {other}: one denies what the other says"),
        Ground::Criticism => format!("{one} and {other}: one finds fault with the other"),
        Ground::Endorsement => format!("{one} and {other}: one takes the other's side"),
        Ground::Together => format!("{one} and {other} say it together"),
        Ground::Reported => format!("{one} and {other} differ, as an article says"),
    }
}

/// For spreadsheets: a row for each utterance of either side.
pub(crate) fn csv(differences: &[DifferenceLine]) -> Result<Vec<u8>> {
    let mut table = Table::new(&[
        "difference",
        "issue_id",
        "issue",
        "ground",
        "strength",
        "side",
        "actor_id",
        "actor_name",
    ])?;
    for (n, difference) in differences.iter().enumerate() {
        let (n, strength) = ((n + 1).to_string(), number(difference.strength));
        for side in [0, 1] {
            let place = (side + 1).to_string();
            let (actor, name) = (&difference.between[side], &difference.names[side]);
            let ground = difference.ground.name();
            let cells = [&n, &difference.issue, &difference.label, ground, &strength, &place, actor, name];
            for evidence in &difference.evidence[side] {
                table.row(&cells, Some(evidence))?;
            }
        }
    }
    table.done()
}
