//! Proposed issues for people: each with its counts, other wordings and a few of its statements.

use anstyle::Style;
use onrecord_engine::json::suggestion::SuggestionLine;

use crate::output::date;
use crate::output::numbering::count;
use crate::output::palette::Palette;
use crate::output::wrap::line;

/// For reading.
pub(crate) fn report(lines: &[SuggestionLine], palette: &Palette, width: usize) -> String {
    let mut out = String::new();
    for (n, issue) in lines.iter().enumerate() {
        if n > 0 {
            out.push('\n');
        }
        let title = super::issue(&issue.label, issue.proposition.as_deref());
        line(&mut out, &title, "", palette.title, width);
        line(&mut out, &facts(issue), "  ", palette.aside, width);
        if !issue.keywords.is_empty() {
            line(&mut out, &format!("also: {}", issue.keywords.join(", ")), "  ", palette.aside, width);
        }
        for example in &issue.examples {
            line(&mut out, &super::squeezed(&example.quote), "    ", Style::new(), width);
            let who = Some(example.actors.join(", ")).filter(|who| !who.is_empty());
            let day = example.published.as_deref().map(date::in_words);
            let parts: Vec<String> = [who, Some(example.doc.clone()), day].into_iter().flatten().collect();
            line(&mut out, &parts.join(" · "), "      ", palette.aside, width);
        }
    }
    out
}

/// "3 statements · 2 actors · 2 articles · 10 February 2021 to 1 March 2021".
fn facts(issue: &SuggestionLine) -> String {
    let days = date::span(issue.from.as_deref(), issue.to.as_deref());
    let counted = [
        count(issue.statements as usize, "statement", "statements"),
        count(issue.actors as usize, "actor", "actors"),
        count(issue.articles as usize, "article", "articles"),
    ];
    counted.into_iter().chain(days).collect::<Vec<_>>().join(" · ")
}
