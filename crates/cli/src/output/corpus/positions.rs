//! Positions: issue by issue, who stands where.

use anstyle::Style;
use anyhow::Result;
use onrecord_engine::json::Leaning;
use onrecord_engine::json::corpus::PositionLine;

use super::cells::Table;
use crate::output::date;
use crate::output::numbering::count;
use crate::output::palette::Palette;
use crate::output::wrap::line;

/// For reading.
pub(crate) fn table(positions: &[PositionLine], palette: &Palette, width: usize) -> String {
    let mut out = String::new();
    for (n, position) in positions.iter().enumerate() {
        if n == 0 || positions[n - 1].issue != position.issue {
            if n > 0 {
                out.push('\n');
            }
            let issue = super::issue(&position.label, position.proposition.as_deref());
            line(&mut out, &issue, "", palette.title, width);
        }
        let name = format!("{} · {}", super::stance(position.stance), position.name);
        line(&mut out, &name, "  ", palette.actor, width);
        let days = date::span(position.from.as_deref(), position.to.as_deref());
        let facts = [Some(count(position.evidence.len(), "statement", "statements")), days];
        line(
            &mut out,
            &facts.into_iter().flatten().collect::<Vec<_>>().join(" · "),
            "    ",
            palette.aside,
            width,
        );
        if let Some(evidence) = position.evidence.iter().find(|evidence| evidence.stance.is_some()) {
            line(&mut out, &super::squeezed(&evidence.quote), "    ", Style::new(), width);
        }
    }
    out
}

/// For spreadsheets: a row for each utterance.
pub(crate) fn csv(positions: &[PositionLine]) -> Result<Vec<u8>> {
    let mut table = Table::new(&["issue_id", "issue", "actor_id", "actor_name", "wikidata", "position"])?;
    for position in positions {
        let stance = position.stance.map_or("", Leaning::name);
        let item = position.wikidata.as_deref().unwrap_or_default();
        let cells = [&position.issue, &position.label, &position.actor, &position.name, item, stance];
        for evidence in &position.evidence {
            table.row(&cells, Some(evidence))?;
        }
    }
    table.done()
}
