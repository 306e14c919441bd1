//! The author's name as printed.

use std::sync::LazyLock;

use regex::Regex;

use super::{Clues, tidy};

/// The authors of a page, several joined by ", ".
pub(super) fn of_page(clues: &Clues, outlet: Option<&str>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let take = |names: &mut Vec<String>, given: &str| {
        if let Some(name) = printed_name(given).filter(|n| !outlet.is_some_and(|o| o.eq_ignore_ascii_case(n)))
        {
            if !names.iter().any(|n| n.eq_ignore_ascii_case(&name)) {
                names.push(name);
            }
        }
    };
    clues.json_ld.authors.iter().take(6).for_each(|a| take(&mut names, a));
    if let Some(meta) = clues.meta(&[
        "author",
        "article:author",
        "parsely-author",
        "sailthru.author",
        "dc.creator",
        "byl",
        "twitter:creator_name",
    ]) && names.is_empty()
    {
        take(&mut names, meta);
    }
    for rank in 0..=2 {
        for (_, text) in clues.authors.iter().filter(|(r, _)| *r == rank) {
            if names.is_empty() {
                names.extend(printed_name(text).filter(|n| rank < 2 || looks_like_names(n)));
            }
        }
    }
    (!names.is_empty()).then(|| names.join(", "))
}

/// The name in a byline: without "By", dates, addresses and the like; `None` if it is no name.
pub(crate) fn printed_name(byline: &str) -> Option<String> {
    static BY: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:posted|written|published|words|story|text|reported|article|reviewed|author)\s*(?:by)?\s*[:\s]\s*|by[:\s]\s*|von\s+|par\s+|por\s+|di\s+)+",
        )
    });
    static TAIL: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)\s*(?:[|•·–—/(<]|\s-\s|,?\s\d|\b(?:on\s+(?:mon|tue|wed|thu|fri|sat|sun|jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)|published|updated|posted|last\s+updated|contributor|staff\s+(?:writer|reporter)|follow)\b|\b(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)\w*\.?\s+\d).*$",
        )
    });
    let byline = tidy(byline)?;
    let name = BY.replace(&byline, "");
    let name = TAIL.replace(&name, "");
    let name =
        name.trim_matches(|c: char| c.is_whitespace() || matches!(c, ',' | ':' | ';' | '.' | '-' | '@'));
    let lower = name.to_lowercase();
    let nobody = [
        "admin",
        "administrator",
        "editor",
        "author",
        "staff",
        "guest",
        "unknown",
        "null",
        "none",
        "webmaster",
        "view all posts",
        "about the author",
    ];
    let is_name = name.chars().any(char::is_alphabetic)
        && name.split_whitespace().count() <= 12
        && !name.contains("://")
        && !name.contains('@')
        && !lower.starts_with("www.")
        && !nobody.contains(&lower.as_str());
    is_name.then(|| name.to_owned())
}

/// Two to six words that start with a capital, particles aside.
fn looks_like_names(name: &str) -> bool {
    let words: Vec<&str> = name.split_whitespace().collect();
    let small =
        ["and", "de", "van", "von", "der", "da", "la", "le", "of", "the", "bin", "al", "für", "del", "di"];
    (1..=8).contains(&words.len())
        && words.iter().all(|w| {
            small.contains(w) || w.chars().next().is_some_and(|c| !c.is_lowercase() && !c.is_numeric())
        })
}

fn pattern(source: &str) -> Regex {
    Regex::new(source).expect("a constant pattern")
}

#[cfg(test)]
mod tests {
    use super::printed_name;

    #[test]
    fn bylines() {
        for (byline, expected) in [
            ("By Jane Doe", "Jane Doe"),
            ("Written by: Jane Doe | May 7, 2019", "Jane Doe"),
            ("Jane Doe, 7 May 2019", "Jane Doe"),
            ("By Jane Doe and John Roe", "Jane Doe and John Roe"),
            ("https://x.org/jane", "-"),
            ("admin", "-"),
            ("Posted by Jane O’Neill on May 7", "Jane O’Neill"),
            ("  ", "-"),
        ] {
            assert_eq!(printed_name(byline).as_deref().unwrap_or("-"), expected, "{byline}");
        }
    }
}
