//! The author's name as printed.

use std::sync::LazyLock;

use regex::Regex;

use crate::pattern::pattern;

use super::{Clues, tidy};

/// The authors of a page, several joined by ", ".
pub(super) fn of_page(clues: &Clues, outlet: Option<&str>) -> Option<String> {
    let mut names: Vec<String> = Vec::new();
    let take = |names: &mut Vec<String>, given: &str| {
        let name = printed_name(given).filter(|n| !outlet.is_some_and(|o| same_name(o, n)));
        if let Some(name) = name.filter(|name| !names.iter().any(|n| same_name(n, name))) {
            names.push(name);
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
                let name = printed_name(text).filter(|n| !outlet.is_some_and(|o| same_name(o, n)));
                names.extend(name.filter(|n| rank < 2 || looks_like_names(n)));
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
    // "News desk", "web staff", "a correspondent": nobody by name.
    static DESK: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:an?|our|the)\s+)?(?:[\w-]+\s+){0,3}(?:desk|staff|newsroom|editors?|team|editorial board|correspondents?|reporters?)$",
        )
    });
    let byline = tidy(byline)?;
    // The address of a profile page, or of a mailbox alone.
    if byline.contains("://") || byline.starts_with("www.") || (byline.contains('@') && !byline.contains(' '))
    {
        return None;
    }
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
        && !name.contains('@')
        && !nobody.contains(&lower.strip_prefix("the ").unwrap_or(&lower))
        && !DESK.is_match(&lower);
    is_name.then(|| name.to_owned())
}

/// Equal but for upper and lower case, and for the article before a paper's name.
fn same_name(one: &str, other: &str) -> bool {
    let bare = |name: &str| {
        let name = name.to_lowercase();
        name.strip_prefix("the ").map(str::to_owned).unwrap_or(name)
    };
    bare(one) == bare(other)
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
            ("www.x.org/jane", "-"),
            ("https://www.facebook.com/jane.doe", "-"),
            ("jane@x.org", "-"),
            ("admin", "-"),
            ("Staff", "-"),
            ("By Staff Reporter", "-"),
            ("The Newsroom", "-"),
            ("By a correspondent", "-"),
            ("Web Desk", "-"),
            ("Jane Stafford", "Jane Stafford"),
            ("Posted by Jane O’Neill on May 7", "Jane O’Neill"),
            ("  ", "-"),
        ] {
            assert_eq!(printed_name(byline).as_deref().unwrap_or("-"), expected, "{byline}");
        }
    }
}
