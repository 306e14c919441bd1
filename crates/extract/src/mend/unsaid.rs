//! What nobody says: a content without source, cue or quotation marks, and one that only follows a label of the page ("Exclusive:").

use onrecord_base::{Attribution, Form};

use super::Page;
use crate::turns::is_kicker;

pub(super) fn drop(page: &Page, found: &mut Vec<Attribution>) {
    found.retain(|a| {
        let alone = a.source.is_empty() && a.cue.is_none() && a.form == Form::Indirect;
        !alone && !follows_kicker(page, a)
    });
}

fn follows_kicker(page: &Page, attribution: &Attribution) -> bool {
    let colon = attribution.cue.is_some_and(|cue| page.text.slice(cue) == ":");
    colon && attribution.source.first().is_some_and(|source| is_kicker(page.text.slice(source)))
}
