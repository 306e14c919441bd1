//! What several articles come to, for people and for spreadsheets: positions, differences, two actors compared.

mod cells;
pub(crate) mod compare;
pub(crate) mod differences;
pub(crate) mod positions;
pub(crate) mod suggestions;
#[cfg(test)]
mod tests;

use anstyle::Style;
use onrecord_engine::json::Leaning;
use onrecord_engine::json::corpus::Evidence;

use super::numbering::count;
use super::palette::Palette;
use super::wrap::line;
use super::{date, debate};
use crate::visible::squeezed;

/// How many quotations of a side are shown; the other forms hold all.
const SHOWN: usize = 3;

/// A position as a glyph and a word: colour and shape alone are not for everybody.
fn stance(of: Option<Leaning>) -> String {
    use onrecord_base::{Leaning as Of, Stance};
    let shape = match of {
        Some(Leaning::Support) => Of::Clear(Stance::Support),
        Some(Leaning::Oppose) => Of::Clear(Stance::Oppose),
        Some(Leaning::Neutral) => Of::Clear(Stance::Neutral),
        Some(Leaning::Mixed) => Of::Mixed,
        None => Of::Unclear,
    };
    format!("{} {}", debate::glyph(shape), of.map_or("unclear", Leaning::name))
}

/// Some quotations with where they stand, and how many more there are.
fn quotations(out: &mut String, evidence: &[Evidence], palette: &Palette, width: usize) {
    for evidence in evidence.iter().take(SHOWN) {
        line(out, &squeezed(&evidence.quote), "    ", Style::new(), width);
        line(out, &place(evidence), "      ", palette.aside, width);
    }
    if evidence.len() > SHOWN {
        let more = format!("… and {} more", count(evidence.len() - SHOWN, "statement", "statements"));
        line(out, &more, "    ", palette.aside, width);
    }
}

/// "denied · a.html · Eastwatch Notes · 11 February 2021 · and in 2 other places".
fn place(evidence: &Evidence) -> String {
    let date = evidence.published.as_deref().map(date::in_words);
    let also = match evidence.also.len() {
        0 => None,
        n => Some(format!("and in {}", count(n, "other place", "other places"))),
    };
    let cue = evidence.cue.as_deref().map(squeezed);
    let parts = [cue, Some(evidence.doc.clone()), evidence.outlet.clone(), date, also];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// An issue with its proposition, if it has one.
fn issue(label: &str, proposition: Option<&str>) -> String {
    match proposition {
        Some(proposition) => format!("{label}: “{proposition}”"),
        None => label.to_owned(),
    }
}
