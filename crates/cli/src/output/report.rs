//! The readout for people: who said what, actor by actor, each quotation verbatim.

pub(crate) mod across;
mod debate;
pub(crate) mod who;

use anstyle::Style;
use onrecord_base::{BlockKind, Form};
use onrecord_engine::ReadArticle;
use textwrap::{Options, WrapAlgorithm};

use super::date;
use super::numbering::{self, Group};
use super::palette::Palette;
use crate::visible::{squeezed, visible};

/// Longer lines tire the eye, however wide the terminal.
const WIDEST: usize = 100;
/// Below this the hanging indent would leave nothing.
const NARROWEST: usize = 30;
/// Where quotations start: after the number.
const INDENT: &str = "      ";

/// The report of one article, lines no wider than `width` columns.
pub(crate) fn render(read: &ReadArticle, palette: &Palette, width: usize) -> String {
    let mut report = Report { out: String::new(), palette, width };
    report.head(read);
    for group in numbering::by_actor(read) {
        report.group(read, &group);
    }
    report.debate(read);
    report.summary(read);
    report.out
}

/// The width to use: the terminal's, or COLUMNS, or the widest.
pub(crate) fn width(to_terminal: bool) -> usize {
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.trim().parse().ok());
    let terminal = || {
        let (width, _) = terminal_size::terminal_size().filter(|_| to_terminal)?;
        Some(usize::from(width.0))
    };
    columns.or_else(terminal).unwrap_or(WIDEST).clamp(NARROWEST, WIDEST)
}

struct Report<'p> {
    out: String,
    palette: &'p Palette,
    width: usize,
}

impl Report<'_> {
    fn head(&mut self, read: &ReadArticle) {
        let metadata = &read.reading.article.metadata;
        self.lines(metadata.title.as_deref().unwrap_or(&read.name), "", "", self.palette.title);
        let facts = [
            metadata.outlet.clone(),
            metadata.published.as_deref().map(date::in_words),
            metadata.author.as_deref().map(|author| format!("by {author}")),
        ];
        let facts: Vec<String> = facts.into_iter().flatten().collect();
        self.lines(&facts.join(" · "), "", "", Style::new());
        if metadata.title.is_some() {
            self.lines(&read.name, "", "", self.palette.aside);
        }
    }

    fn group(&mut self, read: &ReadArticle, group: &Group) {
        let actor = group.actor.map(|actor| &read.reading.actors[actor]);
        let name = visible(actor.map_or(numbering::UNKNOWN, |actor| &actor.name));
        let role = actor.and_then(|actor| actor.role.as_deref()).filter(|role| !role.is_empty());
        let identity = actor.and_then(numbering::identity);
        let mut aside: Vec<&str> = role.into_iter().chain(identity.as_deref()).collect();
        let count = numbering::count(group.statements.len(), "statement", "statements");
        aside.push(&count);
        let aside = visible(&aside.join(" · ")).into_owned();
        self.out.push('\n');
        // Name and aside share a line where they fit; then each keeps its style.
        if textwrap::core::display_width(&name) + textwrap::core::display_width(&aside) + 3 <= self.width {
            let (bold, dim) = (self.palette.actor, self.palette.aside);
            self.push(&format!("{bold}{name}{bold:#}{dim} · {aside}{dim:#}\n"));
        } else {
            self.lines(&name, "", "", self.palette.actor);
            self.lines(&aside, "", "", self.palette.aside);
        }
        for &place in &group.statements {
            self.statement(read, place, group.actor);
        }
    }

    fn statement(&mut self, read: &ReadArticle, place: usize, actor: Option<usize>) {
        let statement = &read.reading.statements[place];
        let quote = read.quote(statement);
        let quote = squeezed(&visible(&quote));
        let style = self.palette.number;
        for (row, line) in self.wrap(&quote, INDENT, INDENT).iter().enumerate() {
            let line = if row == 0 { line.trim_start() } else { line.as_str() };
            if row == 0 {
                let number = format!("{:>4}", place + 1);
                self.push(&format!("{style}{number}{style:#}  {line}\n"));
            } else {
                self.push(&format!("{line}\n"));
            }
        }
        let how = numbering::how(read, statement, actor);
        self.lines(&how, INDENT, INDENT, self.palette.aside);
    }

    fn summary(&mut self, read: &ReadArticle) {
        self.out.push('\n');
        self.lines(&found(read), "", "", Style::new());
        let litter = litter(read);
        self.lines(&litter, "", "", self.palette.aside);
        for note in numbering::notes(read) {
            self.lines(&format!("Note: {note}"), "", "      ", self.palette.note);
        }
    }

    /// Wraps, styles each line on its own, and appends; an empty text gives no line.
    fn lines(&mut self, text: &str, first: &str, rest: &str, style: Style) {
        let text = squeezed(&visible(text));
        if text.is_empty() {
            return;
        }
        for line in self.wrap(&text, first, rest) {
            let body = line.trim_start();
            let indent = &line[..line.len() - body.len()];
            self.push(&format!("{indent}{style}{body}{style:#}\n"));
        }
    }

    fn wrap(&self, text: &str, first: &str, rest: &str) -> Vec<String> {
        let options = Options::new(self.width)
            .initial_indent(first)
            .subsequent_indent(rest)
            .wrap_algorithm(WrapAlgorithm::FirstFit);
        textwrap::wrap(text, options).into_iter().map(|line| line.into_owned()).collect()
    }

    fn push(&mut self, text: &str) {
        self.out.push_str(text);
    }
}

/// "9 statements, 7 by 2 speakers and 2 by unknown ones: 5 direct, 1 mixed, 3 indirect."
fn found(read: &ReadArticle) -> String {
    let statements = &read.reading.statements;
    if statements.is_empty() {
        return "No statements found.".to_owned();
    }
    let groups = numbering::by_actor(read);
    let speakers = groups.iter().filter(|group| group.actor.is_some()).count();
    let unknown = groups.iter().find(|group| group.actor.is_none()).map_or(0, |group| group.statements.len());
    let all = numbering::count(statements.len(), "statement", "statements");
    let named = numbering::count(speakers, "speaker", "speakers");
    let by = match statements.len() - unknown {
        0 => format!("{all} by unknown speakers"),
        _ if unknown == 0 => format!("{all} by {named}"),
        known => format!("{all}, {known} by {named} and {unknown} by unknown ones"),
    };
    let forms = [Form::Direct, Form::Mixed, Form::Indirect].map(|form| {
        let number = statements.iter().filter(|s| s.attribution.form == form).count();
        (number, format!("{number} {}", form.name()))
    });
    let forms: Vec<String> =
        forms.into_iter().filter(|(number, _)| *number > 0).map(|(_, words)| words).collect();
    format!("{by}: {}.", forms.join(", "))
}

/// "Left out as not part of the story: 2 passages (comment form, inserted link)."
fn litter(read: &ReadArticle) -> String {
    let mut reasons = Vec::new();
    let mut passages = 0;
    for block in &read.reading.article.blocks {
        if let BlockKind::Litter(reason) = block.kind {
            passages += 1;
            let words = numbering::litter_in_words(reason);
            if !reasons.contains(&words) {
                reasons.push(words);
            }
        }
    }
    if passages == 0 {
        return String::new();
    }
    let passages = numbering::count(passages, "passage", "passages");
    format!("Left out as not part of the story: {passages} ({}).", reasons.join(", "))
}

#[cfg(test)]
mod tests;
