//! What a page says about itself: canonical URL, title, outlet, author, date. Unknown rather than wrong.

mod author;
pub(crate) mod calendar;
mod clues;
mod json_ld;
pub(crate) mod published;

pub(crate) use author::printed_name;
pub(crate) use clues::Clues;

use onrecord_base::{Code, Diagnostic, Metadata};

use crate::Hint;

/// The metadata of an HTML page; the language is found elsewhere, from the text.
pub(crate) fn of_page(clues: &Clues, hint: &Hint, diagnostics: &mut Vec<Diagnostic>) -> Metadata {
    let url = canonical_url(clues, hint, diagnostics);
    let address = url.as_deref().or(hint.url.as_deref());
    let published = published::of_page(clues, address, diagnostics).map(|stamp| stamp.text());
    let outlet = outlet(clues);
    Metadata {
        title: title(clues, outlet.as_deref()),
        author: author::of_page(clues, outlet.as_deref()),
        outlet,
        published,
        lang: None,
        url,
    }
}

fn canonical_url(clues: &Clues, hint: &Hint, diagnostics: &mut Vec<Diagnostic>) -> Option<String> {
    let mut canonical: Vec<String> = clues.canonical.iter().filter_map(|u| absolute(u, hint)).collect();
    canonical.dedup();
    if canonical.iter().any(|u| *u != canonical[0]) {
        let message = "the page names several canonical URLs; none was taken";
        diagnostics.push(Diagnostic::whole(Code::OddMetadata, message));
        return None;
    }
    let given = canonical.pop().or_else(|| clues.meta(&["og:url"]).and_then(|u| absolute(u, hint)));
    let given = given.or_else(|| clues.json_ld.url.as_deref().and_then(|u| absolute(u, hint)));
    given.or_else(|| hint.url.clone())
}

/// An absolute http(s) URL; a path is completed from the hint.
fn absolute(url: &str, hint: &Hint) -> Option<String> {
    let url = url.trim();
    let lower = url.to_ascii_lowercase();
    if lower.starts_with("http://") || lower.starts_with("https://") {
        return (!url.contains(char::is_whitespace)).then(|| url.to_owned());
    }
    let base = hint.url.as_deref()?;
    let host_at = base.find("://")? + 3;
    let host_end = base[host_at..].find('/').map_or(base.len(), |n| host_at + n);
    if let Some(rest) = url.strip_prefix("//") {
        return Some(format!("{}{rest}", &base[..host_at]));
    }
    url.starts_with('/').then(|| format!("{}{url}", &base[..host_end]))
}

fn outlet(clues: &Clues) -> Option<String> {
    let named = clues.meta(&["og:site_name"]).map(str::to_owned).or_else(|| clues.json_ld.publisher.clone());
    named
        .or_else(|| clues.meta(&["application-name", "dc.publisher"]).map(str::to_owned))
        .and_then(|name| tidy(&name))
}

/// The headline: as the page gives it for sharing, for search, as its first heading, as its window title.
fn title(clues: &Clues, outlet: Option<&str>) -> Option<String> {
    let window = clues.title.as_deref();
    // The page's one first-level heading is the headline itself, if the window title repeats it.
    let heading = match clues.headings.as_slice() {
        [only] => Some(only.as_str()),
        several => several
            .iter()
            .map(String::as_str)
            .find(|h| window.is_some_and(|w| w.contains(*h)) && h.len() > 15),
    };
    let shared = clues.meta(&["og:title", "twitter:title", "dc.title", "dcterms.title"]);
    let repeated = heading.filter(|h| {
        let h = h.to_lowercase();
        h.len() > 10 && [window, shared].into_iter().flatten().any(|w| w.to_lowercase().contains(&h))
    });
    let found = repeated.or(clues.json_ld.headline.as_deref()).or(shared).or(heading).or(window)?;
    tidy(&without_site(&tidy(found)?, outlet))
}

/// Cuts the site's name off a window title ("Two ministers spar | The Paper").
fn without_site(title: &str, outlet: Option<&str>) -> String {
    let separators = [" | ", " – ", " — ", " - ", " :: ", " « ", " » ", " • ", " · "];
    for separator in separators {
        let Some((head, tail)) = title.rsplit_once(separator) else { continue };
        let is_outlet = outlet.is_some_and(|o| o.eq_ignore_ascii_case(tail.trim()));
        // Dashes belong to headlines; only a bar is certain to part the site from the title.
        let is_short = matches!(separator, " | " | " :: " | " « ") && tail.split_whitespace().count() <= 5;
        if is_outlet || (is_short && head.split_whitespace().count() >= 3) {
            return head.trim().to_owned();
        }
    }
    title.to_owned()
}

/// White space collapsed; `None` if nothing is left or it is a template's placeholder.
fn tidy(value: &str) -> Option<String> {
    let value = value.split_whitespace().collect::<Vec<_>>().join(" ");
    (!value.is_empty() && !value.starts_with("{{") && value.len() <= 1000).then_some(value)
}
