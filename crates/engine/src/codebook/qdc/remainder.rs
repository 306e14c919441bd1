//! What a REFI-QDA code has no place for, kept as lines at the end of its description:
//!
//! ```text
//! Pipelines and the fees for using them.
//!
//! [onrecord]
//! id: gas-transit
//! proposition: The transit of gas should go on
//! keywords: pipeline; transit fee
//! ```

use onrecord_base::issue_id;

use crate::codebook::Entry;

const MARK: &str = "[onrecord]";

/// The text for the element `Description`; empty if there is nothing to say.
pub(super) fn with_remainder(entry: &Entry) -> String {
    let description = entry.description.as_deref().unwrap_or_default();
    let mut lines = Vec::new();
    // An id that the name suggests is made again from it. A description that looks as if we had written its end gets
    // a real end, so that its own is not taken for one.
    if entry.id != issue_id(&entry.label) || parts(description).1.is_some() {
        lines.push(format!("id: {}", entry.id));
    }
    lines.extend(entry.proposition.iter().map(|proposition| format!("proposition: {proposition}")));
    if !entry.keywords.is_empty() {
        lines.push(format!("keywords: {}", entry.keywords.join("; ")));
    }
    if lines.is_empty() {
        return description.to_owned();
    }
    let parted = if description.is_empty() { "" } else { "\n\n" };
    format!("{description}{parted}{MARK}\n{}", lines.join("\n"))
}

/// Takes a description apart and puts its parts where they belong.
pub(super) fn fill(entry: &mut Entry, text: &str) {
    let (description, remainder) = parts(text);
    entry.description = Some(description.to_owned());
    for (key, value) in remainder.into_iter().flatten() {
        match key {
            "id" => entry.id = value.to_owned(),
            "proposition" => entry.proposition = Some(value.to_owned()),
            _ => entry.keywords = value.split(';').map(str::to_owned).collect(),
        }
    }
}

/// The description proper, and the keys and values below the last mark if all that is there are such.
fn parts(text: &str) -> (&str, Option<Vec<(&str, &str)>>) {
    let mut at = text.len();
    let mut pairs = Vec::new();
    for line in text.rsplit('\n') {
        at -= line.len();
        let trimmed = line.trim();
        if trimmed == MARK && !pairs.is_empty() {
            return (text[..at].trim_end(), Some(pairs));
        }
        match trimmed.split_once(':') {
            Some((key @ ("id" | "proposition" | "keywords"), value)) => pairs.push((key, value.trim())),
            _ if trimmed.is_empty() => {}
            _ => break,
        }
        at = at.saturating_sub(1);
    }
    (text, None)
}
