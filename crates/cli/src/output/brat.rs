//! Brat standoff: the text, and each attribution as an event with its roles.

use std::fmt::Write;

use onrecord_base::{CharSpan, OffsetIndex, Span, Spans, Text};
use onrecord_engine::ReadArticle;

use super::numbering;
use crate::visible::visible;

/// What brat has to know of the annotations, as `annotation.conf` beside them.
pub(crate) const CONFIGURATION: &str = "\
[entities]
Source
Cue
Content

[relations]

[events]
Attribution\tContent:Content, Cue?:Cue, Source?:Source

[attributes]
Form\tArg:<EVENT>, Value:direct|mixed|indirect
";

/// The two files of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Standoff {
    /// The `.txt`: the text that the offsets, in characters, point into.
    pub(crate) text: String,
    /// The `.ann`.
    pub(crate) annotations: String,
}

/// The article's attributions as brat events, with their form, and the speakers as notes. An event is anchored on its
/// cue, or on its content if there is none.
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
        let (form, number) = (attribution.form.name(), number + 1);
        writeln!(lines.out, "\nA{number}\tForm E{number} {form}").expect("a String takes everything");
        let speakers = numbering::names(read, statement, None).join("; ");
        if !speakers.is_empty() {
            let speakers = visible(&speakers);
            writeln!(lines.out, "#{number}\tAnnotatorNotes E{number}\t{speakers}")
                .expect("a String takes everything");
        }
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
        let spans: Vec<Span> = spans.iter().flat_map(|span| self.lines_of(span)).collect();
        if spans.is_empty() {
            return None;
        }
        self.entities += 1;
        let range = |span: &Span| {
            let CharSpan { start, end } = self.index.to_char(*span);
            format!("{start} {end}")
        };
        let ranges: Vec<String> = spans.iter().map(range).collect();
        let words: Vec<&str> = spans.iter().map(|span| self.text.slice(*span)).collect();
        let (ranges, words) = (ranges.join(";"), words.join(" "));
        writeln!(self.out, "T{}\t{role} {ranges}\t{words}", self.entities)
            .expect("a String takes everything");
        Some(self.entities)
    }

    /// Brat's fragments end where a line does.
    fn lines_of(&self, span: Span) -> Vec<Span> {
        let mut at = span.range().start;
        let mut lines = Vec::new();
        for line in self.text.slice(span).split(['\n', '\r']) {
            let whole = self.text.span(at, at + line.len());
            lines.extend(whole.and_then(|line| self.text.trim(line)));
            at += line.len() + 1;
        }
        lines
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;
    use onrecord_base::{BlockKind, Form};

    use super::*;
    use crate::output::fixture::{self, Draft, Said};

    #[test]
    fn events_with_discontinuous_spans() {
        expect![[r#"
            T1	Source 52 68	Ingrid Halvorsen
            T2	Cue 69 73	said
            T3	Content 24 51;75 103	“We do not seek a quarrel,” “but we will not be silent.”
            T4	Attribution 69 73	said
            E1	Attribution:T4 Content:T3 Cue:T2 Source:T1
            A1	Form E1 direct
            #1	AnnotatorNotes E1	Ingrid Halvorsen
            T5	Source 105 127	She and Oleh Marchenko
            T6	Cue 128 134	denied
            T7	Content 135 169	that troops had crossed the border
            T8	Attribution 128 134	denied
            E2	Attribution:T8 Content:T7 Cue:T6 Source:T5
            A2	Form E2 indirect
            #2	AnnotatorNotes E2	Ingrid Halvorsen; Oleh Marchenko
            T9	Source 238 247	Marchenko
            T10	Cue 248 252;253 262	told reporters
            T11	Content 197 237	“The president told me he would wait 😀,”
            T12	Attribution 248 252;253 262	told reporters
            E3	Attribution:T12 Content:T11 Cue:T10 Source:T9
            A3	Form E3 direct
            #3	AnnotatorNotes E3	Oleh Marchenko
            T13	Source 198 211	The president
            T14	Cue 212 216	told
            T15	Content 220 235	he would wait 😀
            T16	Attribution 212 216	told
            E4	Attribution:T16 Content:T15 Cue:T14 Source:T13
            A4	Form E4 indirect
            T17	Content 265 288	“Nobody has forgotten.”
            T18	Attribution 265 288	“Nobody has forgotten.”
            E5	Attribution:T18 Content:T17
            A5	Form E5 direct
        "#]]
        .assert_eq(&render(&fixture::spar()).annotations);
    }

    #[test]
    fn a_fragment_ends_with_its_line() {
        let read = Draft::new(&[(BlockKind::Paragraph, "He said\r\n  that it\n\nrains.")])
            .said(&Said {
                source: "",
                cue: "said",
                content: &["that it\n\nrains"],
                form: Form::Indirect,
                actors: &[],
            })
            .read("a.txt");
        expect![[r#"
            T1	Cue 3 7	said
            T2	Content 11 18;20 25	that it rains
            T3	Attribution 3 7	said
            E1	Attribution:T3 Content:T2 Cue:T1
            A1	Form E1 indirect
        "#]]
        .assert_eq(&render(&read).annotations);
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
            assert_eq!(words.join(" "), fields[2]);
            if role == "Content" {
                contents.push(spans);
            }
        }
        let expected: Vec<Spans> =
            read.reading.statements.iter().map(|s| s.attribution.content.clone()).collect();
        assert_eq!(contents, expected);
    }
}
