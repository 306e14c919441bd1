//! What is wrong with the entries of a codebook: ids, labels, parents.

use std::collections::HashMap;

use onrecord_base::issue_id;

use super::id::is_id;
use super::{Entry, Mistake};

/// The most levels of parents that a codebook may have; no people's tree is nearly as deep.
pub(super) const DEEPEST: usize = 32;

/// Every mistake, in the order of the lines. Entries have been cleaned.
pub(super) fn mistakes(lines: &[(usize, Entry)]) -> Vec<Mistake> {
    let mut first: HashMap<&str, &(usize, Entry)> = HashMap::new();
    let mut found = Vec::new();
    for at in lines {
        let (line, entry) = at;
        let mut say = |message: String| found.push(Mistake { line: *line, message });
        of_words(entry, &mut say);
        if !is_id(&entry.id) {
            continue;
        }
        match first.get(entry.id.as_str()) {
            None => drop(first.insert(&entry.id, at)),
            Some((before, other)) => say(format!(
                "the id {:?} is that of {:?} in line {before}, too; give one of them another id, or make them one",
                entry.id, other.label
            )),
        }
    }
    found.extend(of_parents(lines, &first));
    found.sort();
    found
}

/// What is wrong with an entry by itself, its parent aside.
pub(super) fn of_one(entry: &Entry) -> Option<String> {
    let mut first = None;
    of_words(entry, &mut |message| {
        first.get_or_insert(message);
    });
    first
}

fn of_parents(lines: &[(usize, Entry)], first: &HashMap<&str, &(usize, Entry)>) -> Vec<Mistake> {
    let (mut found, mut too_deep) = (Vec::new(), Vec::new());
    for (line, entry) in lines {
        let Some(parent) = &entry.parent else { continue };
        let id = &entry.id;
        let message = match way_up(entry, first) {
            _ if !first.contains_key(parent.as_str()) => {
                format!("there is no issue {parent:?} to be the parent of {id:?}; correct it, or add it")
            }
            WayUp::BackTo => {
                format!("{id:?} is its own ancestor by way of {parent:?}; take the parent from one of them")
            }
            WayUp::TooLong => {
                let message =
                    format!("{id:?} lies more than {DEEPEST} levels deep; give it a broader parent");
                too_deep.push(Mistake { line: *line, message });
                continue;
            }
            WayUp::Ends => continue,
        };
        found.push(Mistake { line: *line, message });
    }
    // What hangs on a circle has no end above it; the circle is told, and how deep the rest lies once it is mended.
    if found.is_empty() { too_deep } else { found }
}

fn of_words(entry: &Entry, say: &mut impl FnMut(String)) {
    if entry.label.is_empty() {
        say("an issue without a label; give it one".to_owned());
    } else if entry.id.is_empty() {
        say(format!("no id can be made from {:?}; give it one, such as id = \"gas-transit\"", entry.label));
    } else if !is_id(&entry.id) {
        let better = match issue_id(&entry.id) {
            id if id.is_empty() => "gas-transit".to_owned(),
            id => id,
        };
        say(format!(
            "{:?} is no id: it is written in lower case with hyphens between words; write {better:?}",
            entry.id
        ));
    }
    if let Some(keyword) = entry.keywords.iter().find(|keyword| keyword.contains(';')) {
        say(format!("the keyword {keyword:?} holds a semicolon, which parts keywords; make it two"));
    }
    let texts = [Some(&entry.label), entry.description.as_ref(), entry.proposition.as_ref()];
    let odd = |c: char| (c.is_control() && !"\n\t".contains(c)) || "\u{FFFE}\u{FFFF}".contains(c);
    if texts.into_iter().flatten().chain(&entry.keywords).any(|text| text.contains(odd)) {
        say(format!("{:?} holds a control character, which not every format can keep; delete it", entry.id));
    }
}

/// How the way from an issue by its parents goes on.
enum WayUp {
    /// To one without a parent.
    Ends,
    /// To the issue itself.
    BackTo,
    /// Too long to be followed, be it a circle that others are in.
    TooLong,
}

fn way_up(entry: &Entry, first: &HashMap<&str, &(usize, Entry)>) -> WayUp {
    let mut at = entry.parent.as_deref();
    for _ in 0..DEEPEST {
        match at {
            None => return WayUp::Ends,
            Some(id) if id == entry.id => return WayUp::BackTo,
            Some(id) => at = first.get(id).and_then(|(_, above)| above.parent.as_deref()),
        }
    }
    if at.is_none() { WayUp::Ends } else { WayUp::TooLong }
}
