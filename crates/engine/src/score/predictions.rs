//! Reads predicted attributions: our own JSON lines, or plain lines of attributions in characters.

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use onrecord_base::{OffsetIndex, Text};
use serde::Deserialize;

use super::{Gold, Roles, ScoreError};

/// What was predicted for one article.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Prediction {
    /// The attributions, in the order of the file.
    pub attributions: Vec<Roles>,
    /// The text that the offsets refer to, where the file gives it.
    pub text: Option<String>,
}

/// The predictions of a file, by article.
pub type Predictions = BTreeMap<String, Prediction>;

/// A line of either form; which one, `statements` or `attributions` tells.
#[derive(Deserialize)]
struct Line {
    doc: String,
    onrecord: Option<u32>,
    attributions: Option<Vec<LineRoles>>,
    statements: Option<Vec<LineRoles>>,
    offset_unit: Option<String>,
    text: Option<String>,
}

#[derive(Deserialize)]
struct LineRoles {
    source: Option<Vec<(i64, i64)>>,
    cue: Option<Vec<(i64, i64)>>,
    content: Option<Vec<(i64, i64)>>,
}

/// Reads a file of lines `{"doc", "attributions": [{"source", "cue", "content"}]}` with offsets in characters, or of our
/// own output, version 1, in any unit, where `doc` is a path of which the file's stem counts. Of two lines for one
/// article the later holds.
pub fn read(path: &Path) -> Result<Predictions, ScoreError> {
    let text =
        fs::read_to_string(path).map_err(|source| ScoreError::Read { path: path.to_owned(), source })?;
    let mut predictions = Predictions::new();
    for (number, line) in text.lines().enumerate() {
        if line.trim().is_empty() {
            continue;
        }
        let (article, prediction) = parse(line).map_err(|what| ScoreError::Prediction {
            path: path.to_owned(),
            line: number + 1,
            what,
        })?;
        predictions.insert(article, prediction);
    }
    Ok(predictions)
}

/// Checks that the predictions that carry their text were made on the annotated one.
pub fn check(predictions: &Predictions, gold: &Gold) -> Result<(), ScoreError> {
    for (article, prediction) in predictions {
        if let (Some(text), Some((annotated, _))) = (&prediction.text, gold.articles.get(article))
            && text != annotated
        {
            return Err(ScoreError::OtherText(article.clone()));
        }
    }
    Ok(())
}

/// The article that `doc`, a path, is about: its last part without `.txt`.
pub fn article_of(doc: &str) -> &str {
    let name = doc.rsplit(['/', '\\']).next().unwrap_or(doc);
    name.strip_suffix(".txt").unwrap_or(name)
}

fn parse(line: &str) -> Result<(String, Prediction), String> {
    let line: Line =
        serde_json::from_str(line).map_err(|error| format!("not a line of predictions: {error}"))?;
    if let Some(attributions) = line.attributions {
        let attributions = attributions.into_iter().map(|a| a.convert(Ok)).collect::<Result<_, _>>()?;
        return Ok((line.doc, Prediction { attributions, text: None }));
    }
    let statements = line.statements.ok_or("neither `statements` nor `attributions`: nothing to score")?;
    if line.onrecord.is_some_and(|version| version != 1) {
        return Err("a later version of our format: score it with the onrecord that wrote it".to_owned());
    }
    let unit = line.offset_unit.as_deref().unwrap_or("char");
    let attributions = match (unit, &line.text) {
        ("char", _) => statements.into_iter().map(|s| s.convert(Ok)).collect::<Result<_, _>>()?,
        ("byte" | "utf16", Some(text)) => {
            let text = Text::new(text.as_str()).map_err(|error| error.to_string())?;
            let index = OffsetIndex::new(&text);
            let starts = if unit == "byte" { Vec::new() } else { utf16_starts(&text) };
            let byte = |offset: i64| match (usize::try_from(offset), unit) {
                (Ok(offset), "byte") => Some(offset),
                (Ok(offset), _) => starts.get(offset).copied().flatten(),
                (Err(_), _) => None,
            };
            let chars = |(start, end): (i64, i64)| {
                let span = byte(start).zip(byte(end)).and_then(|(start, end)| text.span(start, end));
                let span = span.ok_or_else(|| format!("{start}..{end} ({unit}) is no range of the text"))?;
                let span = index.to_char(span);
                Ok((i64::from(span.start), i64::from(span.end)))
            };
            statements.into_iter().map(|s| s.convert(chars)).collect::<Result<_, _>>()?
        }
        ("byte" | "utf16", None) => {
            return Err(format!("offsets in {unit} need the `text`: keep it in the output"));
        }
        _ => return Err(format!("unknown offset_unit {unit}: char, byte or utf16")),
    };
    Ok((article_of(&line.doc).to_owned(), Prediction { attributions, text: line.text }))
}

/// For each UTF-16 offset of the text, its end included, the byte where a character starts there.
fn utf16_starts(text: &Text) -> Vec<Option<usize>> {
    let mut starts = Vec::new();
    for (byte, ch) in text.as_str().char_indices() {
        starts.push(Some(byte));
        starts.resize(starts.len() + ch.len_utf16() - 1, None);
    }
    starts.push(Some(text.as_str().len()));
    starts
}

impl LineRoles {
    fn convert(
        self,
        range: impl Fn((i64, i64)) -> Result<(i64, i64), String> + Copy,
    ) -> Result<Roles, String> {
        let all = |ranges: Option<Vec<(i64, i64)>>| -> Result<Vec<_>, String> {
            ranges.unwrap_or_default().into_iter().map(range).collect()
        };
        Ok(Roles { source: all(self.source)?, cue: all(self.cue)?, content: all(self.content)? })
    }
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};

    use super::*;

    #[track_caller]
    fn check_line(line: &str, expected: Expect) {
        expected.assert_eq(&match parse(line) {
            Err(error) => format!("error: {error}"),
            Ok((article, Prediction { attributions, .. })) => {
                let roles =
                    attributions.iter().map(|a| format!(" {:?} {:?} {:?}", a.source, a.cue, a.content));
                article + &roles.collect::<String>()
            }
        });
    }

    #[test]
    fn each_unit_becomes_characters() {
        // é is 1 character, 2 bytes, 1 unit; 😀 is 1, 4, 2.
        let line = |unit, range| {
            format!(
                r#"{{"onrecord":1,"doc":"in/a.b.txt","offset_unit":"{unit}","text":"é😀 ok","statements":[{{"content":[{range}]}}]}}"#
            )
        };
        check_line(&line("char", "[3,5]"), expect!["a.b [] [] [(3, 5)]"]);
        check_line(&line("byte", "[7,9]"), expect!["a.b [] [] [(3, 5)]"]);
        check_line(&line("utf16", "[4,6]"), expect!["a.b [] [] [(3, 5)]"]);
        check_line(&line("byte", "[3,9]"), expect!["error: 3..9 (byte) is no range of the text"]);
        check_line(&line("utf16", "[2,6]"), expect!["error: 2..6 (utf16) is no range of the text"]);
        check_line(&line("utf16", "[4,-1]"), expect!["error: 4..-1 (utf16) is no range of the text"]);
        check_line(&line("word", "[0,1]"), expect!["error: unknown offset_unit word: char, byte or utf16"]);
    }

    #[test]
    fn plain_lines_are_taken_as_they_are() {
        check_line(
            r#"{"doc":"d/a.txt","attributions":[{"source":null,"cue":[[1,2]],"content":[[-1,99]],"kind":"x"}]}"#,
            expect!["d/a.txt [] [(1, 2)] [(-1, 99)]"],
        );
    }

    #[test]
    fn what_cannot_be_scored_says_why() {
        check_line(
            r#"{"doc":"a"}"#,
            expect!["error: neither `statements` nor `attributions`: nothing to score"],
        );
        check_line(
            r#"{"onrecord":2,"doc":"a","statements":[]}"#,
            expect!["error: a later version of our format: score it with the onrecord that wrote it"],
        );
        check_line(
            r#"{"doc":"a","offset_unit":"byte","statements":[]}"#,
            expect!["error: offsets in byte need the `text`: keep it in the output"],
        );
        check_line(
            "[]",
            expect![
                "error: not a line of predictions: invalid length 0, expected struct Line with 6 elements at line 1 column 2"
            ],
        );
    }
}
