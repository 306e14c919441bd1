//! The readout of `onrecord who`: each speaker with all mentions, and why the source of each statement means them.

use anstyle::Style;
use onrecord_base::{Link, Statement};
use onrecord_engine::ReadArticle;

use super::{INDENT, Report};
use crate::output::numbering::{self, Group};
use crate::output::palette::Palette;
use crate::visible::{squeezed, visible};

/// The readout of one article, lines no wider than `width` columns.
pub(crate) fn render(read: &ReadArticle, palette: &Palette, width: usize) -> String {
    let mut report = Report { out: String::new(), palette, width };
    report.head(read);
    for group in numbering::by_actor(read) {
        report.speaker(read, &group);
    }
    report.out.push('\n');
    report.lines(&summary(read), "", "", Style::new());
    report.out
}

impl Report<'_> {
    fn speaker(&mut self, read: &ReadArticle, group: &Group) {
        let actor = group.actor.map(|actor| &read.reading.actors[actor]);
        self.out.push('\n');
        self.lines(actor.map_or(numbering::UNKNOWN, |actor| &actor.name), "", "", self.palette.actor);
        if let Some(actor) = actor {
            let kind = actor.kind.map(|kind| kind.name());
            let about: Vec<&str> = kind.into_iter().chain(actor.role.as_deref()).collect();
            self.lines(&about.join(" · "), "", "", self.palette.aside);
            self.lines(&mentions(read, actor.mentions.as_slice()), "", "  ", Style::new());
        }
        for &place in &group.statements {
            let statement = &read.reading.statements[place];
            let number = format!("{:>4}  ", place + 1);
            self.lines(&because(read, statement, group.actor), &number, INDENT, Style::new());
        }
    }
}

/// "Mentioned as “Ingrid Halvorsen” (paragraph 2), “She” (paragraphs 3 and 4)."
fn mentions(read: &ReadArticle, spans: &[onrecord_base::Span]) -> String {
    let mut wordings: Vec<(String, Vec<String>)> = Vec::new();
    for &span in spans {
        let words = squeezed(read.reading.article.text.slice(span));
        let at = wordings.iter().position(|(known, _)| *known == words).unwrap_or(wordings.len());
        if at == wordings.len() {
            wordings.push((words, Vec::new()));
        }
        let (place, places) = (numbering::place(read, span), &mut wordings[at].1);
        // They come in text order, so a place that was told is the last.
        if !place.is_empty() && places.last() != Some(&place) {
            places.push(place);
        }
    }
    let wording = |(words, places): &(String, Vec<String>)| match numbering::in_words(places) {
        places if places.is_empty() => format!("“{words}”"),
        places => format!("“{words}” ({places})"),
    };
    let all: Vec<String> = wordings.iter().map(wording).collect();
    if all.is_empty() { String::new() } else { format!("Mentioned as {}.", all.join(", ")) }
}

/// "“She” (pronoun, paragraph 3) → “Halvorsen” (part of the name, paragraph 2) · 95 %", or the bare source.
fn because(read: &ReadArticle, statement: &Statement, actor: Option<usize>) -> String {
    let of = statement.resolution.iter().find(|of| Some(of.actor.0 as usize) == actor);
    if let Some(of) = of {
        let why: Vec<String> = of.why.iter().map(|link| one(read, link)).collect();
        return format!("{} · {:.0} %", why.join(" → "), of.confidence * 100.0);
    }
    let source = read.joined(&statement.attribution.source, " … ");
    let place = statement.attribution.content.first().map(|span| numbering::place(read, span));
    let source = if source.is_empty() { "no source".to_owned() } else { format!("“{source}”") };
    [Some(source), place]
        .into_iter()
        .flatten()
        .filter(|part| !part.is_empty())
        .collect::<Vec<_>>()
        .join(" · ")
}

fn one(read: &ReadArticle, link: &Link) -> String {
    let words = visible(read.reading.article.text.slice(link.span)).into_owned();
    let place = numbering::place(read, link.span);
    let how = numbering::how_in_words(link.how);
    if place.is_empty() {
        format!("“{words}” ({how})")
    } else {
        format!("“{words}” ({how}, {place})")
    }
}

/// "2 speakers; of 5 statements 3 have one."
fn summary(read: &ReadArticle) -> String {
    let statements = &read.reading.statements;
    let speakers = numbering::count(read.reading.actors.len(), "speaker", "speakers");
    match statements.iter().filter(|s| !s.actors.is_empty()).count() {
        _ if statements.is_empty() => "No statements found.".to_owned(),
        known if known == statements.len() => {
            format!("{speakers}; all {} have one.", numbering::count(known, "statement", "statements"))
        }
        known => format!("{speakers}; of {} statements {known} have one.", statements.len()),
    }
}
