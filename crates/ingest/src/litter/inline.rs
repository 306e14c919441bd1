//! Litter within a line: links and forms that copying glued to the text, where that is certain.

use std::ops::Range;
use std::sync::LazyLock;

use onrecord_base::LitterReason;
use regex::Regex;

use crate::pattern::pattern;

/// The pieces of a line that are litter, in order. A line that is litter as a whole is for the line patterns.
pub(super) fn litter_within(line: &str) -> Vec<(Range<usize>, LitterReason)> {
    let mut found = Vec::new();
    for start in FORM.find_iter(line).take(1) {
        let rest = &line[start.end()..];
        // The form ends the page, or else at the words that always end its first sentence.
        let end = if rest.len() <= 500 { line.len() } else { start.end() };
        found.push((start.start()..end, LitterReason::CommentForm));
    }
    for link in LINK.captures_iter(line) {
        let Some(label) = link.get(1) else { continue };
        if let Some(end) = link_end(line, label.end(), &line[label.range()]) {
            found.push((label.start()..end, LitterReason::Link));
        }
    }
    found.sort_by_key(|(range, _)| range.start);
    let mut covered = 0;
    found.retain(|(range, _)| {
        let free = range.start >= covered;
        if free {
            covered = range.end;
        }
        free
    });
    found
}

static FORM: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?i)(?:(?:leave|post|add) a (?:reply|comment)[^.]{0,60}?)?your e-?mail address will not be published\.?",
        r"(?:\s*required fields are marked ?\*?)?",
    ))
});

/// A label with its colon after the end of a sentence, or at the start of the line. Case matters: it stands like a heading.
static LINK: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?:^|[.!?…”’»)\]\x22]\s*|\u{a0}\s*)",
        r"((?:C(?:lick|LICK) H(?:ere|ERE)|Click here|R(?:ead|EAD) [Mm](?:ore|ORE)|READ MORE|READ ALSO|ALSO READ|Read [Aa]lso|Also [Rr]ead|See [Aa]lso|SEE ALSO|RELATED|Related)\s?:\s*)",
    ))
});

/// Where an injected link ends: with the line if that is no sentence; else with its words in lower case.
fn link_end(line: &str, from: usize, label: &str) -> Option<usize> {
    let rest = &line[from..];
    let words = rest.split_whitespace().count();
    if words == 0 {
        return None;
    }
    let ended = rest.trim_end().ends_with(['.', '!', '?', '”', '"', '…']);
    let inner_end = rest.contains(". ") || rest.contains(".”") || rest.contains(",”") || rest.contains(",\"");
    if words <= 20 && !inner_end && !ended {
        return Some(line.len());
    }
    // Shopping links are in lower case; the story goes on with a capital or an opening mark.
    if !label.to_ascii_lowercase().starts_with("click here") {
        return None;
    }
    let mut end = 0;
    let mut taken = 0;
    for word in rest.split_inclusive(char::is_whitespace) {
        if word.trim().is_empty() {
            end += word.len();
            continue;
        }
        if !word.starts_with(|c: char| c.is_lowercase() || c.is_numeric()) {
            return (taken > 0).then_some(from + end);
        }
        taken += 1;
        end += word.len();
        if taken > 8 {
            return None;
        }
    }
    None
}
