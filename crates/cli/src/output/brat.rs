//! Brat standoff: the text, and each attribution as an event with its roles.

use std::fmt::Write;

use onrecord_base::{CharSpan, OffsetIndex, Spans, Text};
use onrecord_engine::ReadArticle;

/// The two files of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standoff {
    /// The `.txt`: the text that the offsets, in characters, point into.
    pub(crate) text: String,
    /// The `.ann`.
    pub(crate) annotations: String,
}

/// The article's attributions as brat events. An event is anchored on its cue, or on its content if there is none.
pub(crate) fn render(read: &ReadArticle) -> Standoff {
    let text = &read.reading.article.text;
    let mut lines = Lines { text, index: OffsetIndex::new(text), out: String::new(), entities: 0 };
    for (number, statement) in read.reading.statements.iter().enumerate() {
        let attribution = &statement.attribution;
        let cue = attribution.cue.map(Spans::from).unwrap_or_default();
        let anchor = if cue.is_empty() { &attribution.content } else { &cue };
        let roles = [("Source", &attribution.source), ("Cue", &cue), ("Content", &attribution.content)];
        let roles = roles.map(|(role, spans)| lines.entity(role, spans).map(|id| (role, id)));
        let Some(event) = lines.entity("Attribution", anchor) else { continue };
        write!(lines.out, "E{}\tAttribution:T{event}", number + 1).expect("a String takes everything");
        for (role, id) in roles.into_iter().rev().flatten() {
            write!(lines.out, " {role}:T{id}").expect("a String takes everything");
        }
        lines.out.push('\n');
    }
    Standoff { text: text.as_str().to_owned(), annotations: lines.out }
}

struct Lines<'t> {
    text: &'t Text,
    index: OffsetIndex<'t>,
    out: String,
    entities: usize,
}

impl Lines<'_> {
    /// Writes a text-bound line and gives its number; none for no span.
    fn entity(&mut self, role: &str, spans: &Spans) -> Option<usize> {
        if spans.is_empty() {
            return None;
        }
        self.entities += 1;
        let ranges: Vec<String> = spans
            .iter()
            .map(|span| {
                let CharSpan { start, end } = self.index.to_char(span);
                format!("{start} {end}")
            })
            .collect();
        // Brat compares this copy with the text, one character for one; only line breaks may differ.
        let words: Vec<String> =
            spans.iter().map(|span| self.text.slice(span).replace(['\n', '\r'], " ")).collect();
        let (ranges, words) = (ranges.join(";"), words.join(" "));
        writeln!(self.out, "T{}\t{role} {ranges}\t{words}", self.entities).expect("a String takes everything");
        Some(self.entities)
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::output::fixture;

    #[test]
    fn events_with_discontinuous_spans() {
        expect![[r#""#]].assert_eq(&render(&fixture::spar()).annotations);
    }

    #[test]
    fn what_is_written_can_be_read_back() {
        let read = fixture::spar();
        let standoff = render(&read);
        let text = Text::new(standoff.text.as_str()).unwrap();
        let index = OffsetIndex::new(&text);
        let mut contents = Vec::new();
        for line in standoff.annotations.lines().filter(|line| line.starts_with('T')) {
            let fields: Vec<&str> = line.split('\t').collect();
            let (role, ranges) = fields[1].split_once(' ').unwrap();
            let spans: Spans = ranges
                .split(';')
                .map(|range| {
                    let (start, end) = range.split_once(' ').unwrap();
                    index.from_char(start.parse().unwrap(), end.parse().unwrap()).unwrap()
                })
                .collect();
            let words: Vec<&str> = spans.iter().map(|span| text.slice(span)).collect();
            assert_eq!(words.join(" ").replace('\n', " "), fields[2]);
            if role == "Content" {
                contents.push(spans);
            }
        }
        let expected: Vec<Spans> =
            read.reading.statements.iter().map(|s| s.attribution.content.clone()).collect();
        assert_eq!(contents, expected);
    }
}
