//! Names that come out the same wherever and whenever an article is read: hashes and statement ids.

use std::collections::HashMap;
use std::fmt::Write;

use onrecord_base::Statement;
use sha2::{Digest, Sha256};

/// How many hexadecimal digits a statement id has: 64 bits, so that a thousand million statements
/// collide with a chance of about 3 %, and those of one text practically never.
const ID_DIGITS: usize = 16;

/// SHA-256 in lower-case hexadecimal.
pub(crate) fn sha256(bytes: &[u8]) -> String {
    let mut hex = String::with_capacity(64);
    for byte in Sha256::digest(bytes) {
        write!(hex, "{byte:02x}").expect("a String takes everything");
    }
    hex
}

/// An id for each statement, from the text, the byte spans of content and cue and what concluded it.
pub(crate) fn statement_ids(text_sha256: &str, statements: &[Statement]) -> Vec<String> {
    let mut seen: HashMap<String, u32> = HashMap::new();
    let mut ids = Vec::with_capacity(statements.len());
    for statement in statements {
        let attribution = &statement.attribution;
        let mut key = format!("{text_sha256}\n{}\ncontent", statement.provenance.by);
        for span in attribution.content.iter() {
            write!(key, " {span:?}").expect("a String takes everything");
        }
        if let Some(cue) = attribution.cue {
            write!(key, "\ncue {cue:?}").expect("a String takes everything");
        }
        // Two statements with the same spans are told apart by their order.
        let twins = seen.entry(key.clone()).or_default();
        if *twins > 0 {
            write!(key, "\ntwin {twins}").expect("a String takes everything");
        }
        *twins += 1;
        let mut id = sha256(key.as_bytes());
        id.truncate(ID_DIGITS);
        ids.push(id);
    }
    ids
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use onrecord_base::{Attribution, Form, Provenance, Spans, Text};

    use super::*;

    fn statement(text: &Text, content: (usize, usize), cue: Option<(usize, usize)>, by: &str) -> Statement {
        let span = |(start, end)| text.span(start, end).unwrap();
        Statement {
            attribution: Attribution {
                source: Spans::NONE,
                cue: cue.map(span),
                content: span(content).into(),
                form: Form::Direct,
                confidence: 0.5,
            },
            actors: Vec::new(),
            resolution: Vec::new(),
            reported_by: None,
            takes: Vec::new(),
            aim: None,
            provenance: Provenance { by: by.to_owned() },
        }
    }

    #[test]
    fn ids_tell_text_spans_and_model_apart_and_nothing_else() {
        let text = Text::new("“We won,” he said.").unwrap();
        let mut same = statement(&text, (0, 13), Some((17, 21)), "m-1");
        same.attribution.confidence = 0.9;
        let others = [
            statement(&text, (0, 13), Some((17, 21)), "m-1"),
            statement(&text, (0, 13), Some((14, 16)), "m-1"),
            statement(&text, (0, 13), None, "m-1"),
            statement(&text, (3, 13), Some((17, 21)), "m-1"),
            statement(&text, (0, 13), Some((17, 21)), "m-2"),
            statement(&text, (0, 13), Some((17, 21)), "m-1"),
        ];
        let ids = statement_ids(&sha256(b"a"), &others);
        assert_eq!(ids.iter().collect::<HashSet<_>>().len(), others.len(), "twins differ too");
        assert!(ids.iter().all(|id| id.len() == ID_DIGITS && id.bytes().all(|b| b.is_ascii_hexdigit())));
        assert_eq!(statement_ids(&sha256(b"a"), &[same.clone()])[0], ids[0], "confidence does not count");
        assert_ne!(statement_ids(&sha256(b"b"), &[same])[0], ids[0]);
    }

    #[test]
    fn known_hash() {
        assert_eq!(sha256(b""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }
}
