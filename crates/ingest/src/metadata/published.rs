//! The publication date: the first publication where the page tells it, a later change only if nothing else.

use std::sync::LazyLock;

use onrecord_base::{Block, BlockKind, Code, Diagnostic, Text};
use regex::Regex;

use super::Clues;
use super::calendar::{Stamp, dates_in, machine_date, url_date, written_date};
use crate::pattern::pattern;

/// The date of a page, from the most to the least telling evidence.
pub(super) fn of_page(clues: &Clues, url: Option<&str>, diagnostics: &mut Vec<Diagnostic>) -> Option<Stamp> {
    let mut impossible = false;
    let mut read = |value: &str| {
        let stamp = machine_date(value);
        impossible |= stamp.is_none() && value.bytes().filter(u8::is_ascii_digit).count() >= 8;
        stamp
    };
    let found = clues.json_ld.published.iter().find_map(|v| read(v));
    let found = found.or_else(|| clues.meta(&PUBLISHED).and_then(&mut read));
    let found = found.or_else(|| url.and_then(url_date));
    let found = found.or_else(|| marked(clues, |t| t.published && !t.modified));
    let found = found.or_else(|| marked(clues, |t| t.element && !t.modified));
    let found = found.or_else(|| labelled(&clues.top));
    let found = found.or_else(|| marked(clues, |t| !t.modified));
    let found = found.or_else(|| dates_in(&clues.top).next());
    let found = found.or_else(|| clues.json_ld.modified.iter().find_map(|v| read(v)));
    let found = found.or_else(|| clues.meta(&MODIFIED).and_then(&mut read));
    let found = found.or_else(|| marked(clues, |_| true));
    if impossible {
        let message = "the page gives a date that is not in the calendar; it was not used";
        diagnostics.push(Diagnostic::whole(Code::OddMetadata, message));
    }
    found
}

const PUBLISHED: [&str; 34] = [
    "article:published_time",
    "article:published",
    "og:published_time",
    "og:article:published_time",
    "datepublished",
    "date_published",
    "publishdate",
    "publish_date",
    "publish-date",
    "published-date",
    "published_date",
    "pubdate",
    "publication_date",
    "publicationdate",
    "article:publicationdate",
    "article.published",
    "parsely-pub-date",
    "sailthru.date",
    "cxenseparse:recs:publishtime",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date.created",
    "dc.date",
    "dcterms.date",
    "citation_publication_date",
    "citation_date",
    "bt:pubdate",
    "displaydate",
    "originalpublicationdate",
    "datecreated",
    "article:created_time",
    "date",
    "pdate",
];

const MODIFIED: [&str; 8] = [
    "article:modified_time",
    "og:updated_time",
    "datemodified",
    "dcterms.modified",
    "dc.date.modified",
    "lastmod",
    "last-modified",
    "revised",
];

fn marked(clues: &Clues, wanted: impl Fn(&super::clues::Time) -> bool) -> Option<Stamp> {
    clues
        .times
        .iter()
        .filter(|t| wanted(t))
        .find_map(|t| machine_date(&t.value).or_else(|| written_date(&t.text)))
}

/// The date in the dateline of a story: "LONDON, 14 May 2019 (Agency) -", "KYIV (Agency, May 14, 2019) —".
pub(crate) fn of_dateline(text: &Text, blocks: &[Block]) -> Option<String> {
    const DAY: &str = r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?(\d{1,2}\s+\p{L}{3,9}\.?,?\s+\d{4}|\p{L}{3,9}\.?\s+\d{1,2},?\s+\d{4})";
    static DATELINE: LazyLock<Regex> = LazyLock::new(|| {
        let place = r"^\p{Lu}[\p{L}\p{M}.’' /-]{1,40}(?:,\s+\p{Lu}[\p{L}\p{M}.’' -]{1,30})?";
        pattern(&format!(
            r"{place}(?:,\s+{DAY}(?:\s+\([^()]{{2,40}}\))?|\s+\([^()]{{2,30}},\s+{DAY}\))\s*(?:--|[-–—:])"
        ))
    });
    /// The dateline stands in one of the first blocks.
    const MOST: usize = 8;
    let story = blocks.iter().filter(|block| !matches!(block.kind, BlockKind::Litter(_))).take(MOST);
    story.map(|block| text.slice(block.span)).find_map(|words| {
        let found = DATELINE.captures(words)?;
        written_date((found.get(1).or_else(|| found.get(2)))?.as_str()).map(|stamp| stamp.text())
    })
}

/// A date after a word that says it is the publication's.
fn labelled(top: &str) -> Option<Stamp> {
    static LABEL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\b(?:published|posted|publié|veröffentlicht|publicado|pubblicato|gepubliceerd)\b[^.]{0,60}",
        )
    });
    LABEL.find_iter(top).find_map(|m| written_date(m.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_dateline_may_have_the_day() {
        for (line, expected) in [
            ("LONDON, 14 May 2019 (Agency) - No one came.", Some("2019-05-14")),
            ("MONTREUX, Switzerland, Jan. 22, 2014 (Agency) — No one came.", Some("2014-01-22")),
            ("KYIV (Agency, May 14, 2019) — No one came.", Some("2019-05-14")),
            ("Lima, Friday, 3 July 2020 – No one came.", Some("2020-07-03")),
            ("WASHINGTON, May 14 (Agency) - No one came.", None),
            ("The treaty of Paris, 10 February 1947, says no.", None),
            ("On 14 May 2019 - a Tuesday - no one came.", None),
        ] {
            let text = Text::new(line.to_owned()).unwrap();
            let span = text.span(0, line.len()).unwrap();
            let found = of_dateline(&text, &[Block { span, kind: BlockKind::Paragraph }]);
            assert_eq!(found.as_deref(), expected, "{line}");
        }
    }
}
