//! Loads what `onrecord read -f jsonl` wrote, and checks that the quoted text is still there: a wrong anchor looks just like
//! a right one, so whatever does not fit is an error.

use std::io::{self, BufRead, Read};

use onrecord_base::{Span, Text, TextTooLong};
use serde::Deserialize;

use super::{Document, OffsetUnit, Range, VERSION};
use crate::identity::sha256;

/// A longer line is no article.
const LONGEST: u64 = 256 << 20;

/// An article that was read before: a [`Document`] whose hash, offsets, quotations and ids were found to be right.
#[derive(Clone, Debug, PartialEq)]
pub struct LoadedArticle {
    document: Document,
    text: Text,
    /// The byte at which each unit starts, and the end; empty where units are bytes.
    bytes: Vec<u32>,
}

/// Why a line is no article that can be trusted.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The line is no JSON, or no object of ours.
    #[error("this is no line that “onrecord read -f jsonl” writes: {0}")]
    NotOurs(String),
    /// It is of another version of the format.
    #[error(
        "this is version {0} of the format, and this program reads version {VERSION}; read the page again"
    )]
    Version(u64),
    /// The text is not the one whose hash is stated.
    #[error("the text was changed: its SHA-256 is {found}, not {stated}; read the page again")]
    TextChanged {
        /// As the line states it.
        stated: String,
        /// As it is.
        found: String,
    },
    /// A range does not lie within the text, or parts a character.
    #[error("{what} stands at {range:?}, which is no place of the text; read the page again")]
    Misplaced {
        /// What it belongs to: "statement 0f…".
        what: String,
        /// The range, in the line's unit.
        range: Range,
    },
    /// What stands at a statement's content is not what it quotes.
    #[error("statement {0} quotes what does not stand there; read the page again")]
    QuoteChanged(String),
    /// An id that nothing has.
    #[error("statement {statement} refers to {id}, which is not there; read the page again")]
    Unknown {
        /// The statement.
        statement: String,
        /// Of an actor or statement.
        id: String,
    },
    /// The text has 4 GiB or more.
    #[error(transparent)]
    TooLong(#[from] TextTooLong),
    /// A line is longer than any article.
    #[error("the line is longer than 256 MiB, which is no article")]
    LongLine,
    /// The file cannot be read.
    #[error("cannot read it: {0}")]
    Input(#[from] io::Error),
}

/// An error and the line it belongs to.
#[derive(Debug, thiserror::Error)]
#[error("line {line}: {error}")]
pub struct LineError {
    /// Counted from 1.
    pub line: usize,
    /// What is wrong there.
    pub error: LoadError,
}

impl LoadedArticle {
    /// Loads one line.
    ///
    /// # Errors
    /// If anything in it does not fit its text, or it is not of our format and version.
    pub fn of_line(line: &str) -> Result<Self, LoadError> {
        let document: Document = serde_json::from_str(line).map_err(|error| not_ours(line, &error))?;
        if document.onrecord != VERSION {
            return Err(LoadError::Version(document.onrecord.into()));
        }
        let text = Text::new(document.text.as_str())?;
        let found = sha256(text.as_str().as_bytes());
        if found != document.text_sha256 {
            return Err(LoadError::TextChanged { stated: document.text_sha256, found });
        }
        let bytes = starts(&text, document.offset_unit);
        let loaded = Self { document, text, bytes };
        loaded.check()?;
        Ok(loaded)
    }

    /// What was written.
    pub fn document(&self) -> &Document {
        &self.document
    }

    /// The text that all offsets point into.
    pub fn text(&self) -> &Text {
        &self.text
    }

    /// The span of a range in the document's unit; `None` if it is no place of the text. Never `None` for a range of the
    /// document itself.
    pub fn span(&self, [start, end]: Range) -> Option<Span> {
        let byte = |at: u32| match self.bytes.as_slice() {
            [] => Some(at as usize),
            bytes => bytes.get(at as usize).filter(|byte| **byte != u32::MAX).map(|byte| *byte as usize),
        };
        self.text.span(byte(start)?, byte(end)?)
    }

    /// The words at a range of the document; none at a range that is not of it and lies elsewhere.
    pub fn words(&self, range: Range) -> &str {
        self.span(range).map_or("", |span| self.text.slice(span))
    }

    fn check(&self) -> Result<(), LoadError> {
        let document = &self.document;
        let all = |what: &dyn Fn() -> String, ranges: &[Range]| -> Result<(), LoadError> {
            match ranges.iter().find(|range| self.span(**range).is_none()) {
                Some(range) => Err(LoadError::Misplaced { what: what(), range: *range }),
                None => Ok(()),
            }
        };
        all(&|| "litter".to_owned(), &document.litter)?;
        for actor in &document.actors {
            all(&|| format!("actor {}", actor.id), &actor.mentions)?;
        }
        for issue in &document.issues {
            all(&|| format!("issue {}", issue.id), &issue.mentions)?;
        }
        for statement in &document.statements {
            let what = || format!("statement {}", statement.id);
            all(&what, &statement.source)?;
            all(&what, &statement.cue)?;
            all(&what, &statement.content)?;
            for link in statement.resolution.iter().flat_map(|of| &of.why) {
                all(&what, &[link.span])?;
            }
            let words: Vec<&str> = statement.content.iter().map(|range| self.words(*range)).collect();
            if words.is_empty() || words.join(" … ") != statement.quote {
                return Err(LoadError::QuoteChanged(statement.id.clone()));
            }
            let resolved = statement.resolution.iter().map(|of| &of.actor);
            let unknown = statement
                .actors
                .iter()
                .chain(resolved)
                .chain(&statement.target)
                .find(|id| !document.actors.iter().any(|actor| actor.id == **id));
            let reporter = statement.reported_by.iter();
            let mut lost = reporter.filter(|id| !document.statements.iter().any(|other| other.id == **id));
            if let Some(id) = unknown.or_else(|| lost.next()) {
                return Err(LoadError::Unknown { statement: statement.id.clone(), id: id.clone() });
            }
        }
        for diagnostic in &document.diagnostics {
            all(&|| format!("the note {}", diagnostic.code), diagnostic.span.as_slice())?;
        }
        Ok(())
    }
}

/// The document of one line.
///
/// # Errors
/// As [`LoadedArticle::of_line`].
pub fn load(line: &str) -> Result<Document, LoadError> {
    LoadedArticle::of_line(line).map(|loaded| loaded.document)
}

/// Loads line after line; empty lines are passed over. After an error of the input nothing more comes.
pub fn articles(mut input: impl BufRead) -> impl Iterator<Item = Result<LoadedArticle, LineError>> {
    let mut number = 0;
    let mut ended = false;
    std::iter::from_fn(move || {
        loop {
            if ended {
                return None;
            }
            number += 1;
            let line = next_line(&mut input);
            ended = !matches!(line, Ok(Some(_)));
            let loaded = match line {
                Ok(None) => return None,
                Ok(Some(line)) if line.trim_ascii().is_empty() => continue,
                Ok(Some(line)) => match std::str::from_utf8(&line) {
                    Ok(line) => LoadedArticle::of_line(line),
                    Err(_) => Err(LoadError::NotOurs("it is not UTF-8".to_owned())),
                },
                Err(error) => Err(error),
            };
            return Some(loaded.map_err(|error| LineError { line: number, error }));
        }
    })
}

/// The next line, at most one byte longer than allowed.
fn next_line(input: &mut impl BufRead) -> Result<Option<Vec<u8>>, LoadError> {
    let mut line = Vec::new();
    let read = input.by_ref().take(LONGEST + 1).read_until(b'\n', &mut line)?;
    if read as u64 > LONGEST {
        return Err(LoadError::LongLine);
    }
    Ok((read > 0).then_some(line))
}

/// Where each unit of the text starts, in bytes; within a UTF-16 pair nothing does.
fn starts(text: &Text, unit: OffsetUnit) -> Vec<u32> {
    if unit == OffsetUnit::Byte || text.as_str().is_ascii() {
        return Vec::new();
    }
    let mut starts = Vec::new();
    for (byte, c) in text.as_str().char_indices() {
        starts.push(byte as u32);
        if unit == OffsetUnit::Utf16 && c.len_utf16() == 2 {
            starts.push(u32::MAX);
        }
    }
    starts.push(text.len());
    starts
}

#[derive(Deserialize)]
struct Peek {
    onrecord: Option<u64>,
}

/// Another version fails at its first strange key; it is told for what it is.
fn not_ours(line: &str, error: &serde_json::Error) -> LoadError {
    match serde_json::from_str::<Peek>(line) {
        Ok(Peek { onrecord: Some(version) }) if version != u64::from(VERSION) => LoadError::Version(version),
        Ok(Peek { onrecord: None }) => LoadError::NotOurs("the key “onrecord” is missing".to_owned()),
        _ => LoadError::NotOurs(error.to_string()),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::super::tests::example;
    use super::*;
    use crate::units;

    fn line(unit: units::OffsetUnit) -> Value {
        serde_json::to_value(Document::new(&example(), unit)).unwrap()
    }

    #[test]
    fn what_is_written_is_loaded_in_every_unit() {
        for unit in [units::OffsetUnit::Char, units::OffsetUnit::Byte, units::OffsetUnit::Utf16] {
            let written = line(unit);
            let loaded = LoadedArticle::of_line(&written.to_string()).unwrap();
            assert_eq!(serde_json::to_value(loaded.document()).unwrap(), written);
            assert_eq!(loaded.words(loaded.document().actors[0].mentions[0]), "Ann Lee");
            assert_eq!(loaded.words(loaded.document().statements[0].content[1]), "“😀 no.”");
        }
    }

    #[track_caller]
    fn refused(change: impl Fn(&mut Value), message: &str) {
        let mut changed = line(units::OffsetUnit::Utf16);
        change(&mut changed);
        let error = LoadedArticle::of_line(&changed.to_string()).unwrap_err().to_string();
        assert!(error.starts_with(message), "{error}");
    }

    #[test]
    fn what_does_not_fit_fails_loudly() {
        refused(|v| v["onrecord"] = 2.into(), "this is version 2 of the format");
        refused(
            |v| {
                v["onrecord"] = 7.into();
                v["text"] = Value::Null;
            },
            "this is version 7 of the format",
        );
        refused(
            |v| v["text"] = "“Na,” Ann Lee said, “😀 no.”\n\nClick here: shoes".into(),
            "the text was changed",
        );
        refused(|v| v["text_sha256"] = "0".repeat(64).into(), "the text was changed");
        refused(|v| v["actors"][0]["mentions"] = json!([[6, 999]]), "actor a1 stands at [6, 999]");
        refused(|v| v["actors"][0]["mentions"] = json!([[9, 6]]), "actor a1 stands at [9, 6]");
        // Within the pair of surrogates.
        refused(|v| v["litter"] = json!([[22, 30]]), "litter stands at [22, 30]");
        refused(|v| v["statements"][0]["content"] = json!([[0, 6]]), "statement 8ffe04670e56a0e4 quotes");
        refused(|v| v["statements"][0]["quote"] = "“Nö!”".into(), "statement 8ffe04670e56a0e4 quotes");
        refused(|v| v["statements"][0]["actors"] = json!(["a9"]), "statement 8ffe04670e56a0e4 refers to a9");
        refused(
            |v| v["statements"][1]["reported_by"] = "00".into(),
            "statement f9c8f06d4426481a refers to 00",
        );
        refused(|v| drop(v.as_object_mut().unwrap().remove("text")), "this is no line that");
        refused(|v| *v = json!([1]), "this is no line that");
    }

    #[test]
    fn a_line_of_before_actors_had_roles_is_loaded() {
        let mut old = line(units::OffsetUnit::Char);
        let actor = old["actors"][0].as_object_mut().unwrap();
        assert!(actor.remove("role").is_some() && actor.remove("known_as").is_some());
        let loaded = LoadedArticle::of_line(&old.to_string()).unwrap();
        assert_eq!(
            (&loaded.document().actors[0].role, &loaded.document().actors[0].known_as),
            (&None, &None)
        );
    }

    #[test]
    fn lines_are_counted_and_each_error_is_its_own() {
        let good = line(units::OffsetUnit::Char).to_string();
        let file = format!("{good}\n\n{{\"a\":1}}\r\n{good}\nnonsense");
        let found: Vec<String> = articles(file.as_bytes())
            .map(|article| article.map_or_else(|error| error.to_string(), |a| a.document().doc.clone()))
            .collect();
        assert_eq!(found.len(), 4);
        assert_eq!((found[0].as_str(), found[2].as_str()), ("a.txt", "a.txt"));
        assert!(
            found[1].starts_with("line 3: ") && found[1].ends_with("the key “onrecord” is missing"),
            "{}",
            found[1]
        );
        assert!(found[3].starts_with("line 5: "), "{}", found[3]);
    }
}
