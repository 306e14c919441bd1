//! One self-contained page: the article with its statements marked, beside it who said what, below it who stands where.
//!
//! It reads without a network, without JavaScript, on paper and on a narrow screen; the script only
//! lights up the parts of a statement that belong together.

mod layers;
mod people;
mod stand;
mod story;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use maud::{DOCTYPE, Markup, PreEscaped, html};
use onrecord_engine::ReadArticle;
use sha2::{Digest, Sha256};

use super::{date, numbering};
use crate::visible::visible;
use people::People;
use story::Story;

const STYLE: &str = include_str!("page.css");
const SCRIPT: &str = include_str!("page.js");

/// The page of one article, complete.
pub(crate) fn render(read: &ReadArticle) -> String {
    let people = People::new(read);
    let story = Story::new(read, &people);
    let metadata = &read.reading.article.metadata;
    let title = visible(metadata.title.as_deref().unwrap_or(&read.name));
    let statements = read.reading.statements.len();
    let page = html! {
        (DOCTYPE)
        html lang="en" {
            head {
                meta charset="utf-8";
                meta http-equiv="Content-Security-Policy" content=(policy());
                meta name="viewport" content="width=device-width, initial-scale=1";
                meta name="color-scheme" content="light dark";
                meta name="referrer" content="no-referrer";
                meta name="generator" content={ "onrecord " (env!("CARGO_PKG_VERSION")) };
                title { (title) " · who said what" }
                style { (PreEscaped(STYLE)) }
            }
            body {
                @if statements > 0 { a.skip href="#people" { "Skip to who said what" } }
                div.page {
                    header {
                        h1 lang=[language(read)] dir="auto" {
                            @if let Some(headline) = story.headline() { (headline) } @else { (title) }
                        }
                        (facts(read))
                        @if statements > 0 {
                            nav aria-label="Speakers" { ul.people { (people.links(read)) } }
                            (legend(!stand::is_empty(read)))
                        } @else {
                            p.legend { "No statements found." }
                        }
                    }
                    main lang=[language(read)] { article { (story.body()) } }
                    @if statements > 0 {
                        aside #people aria-labelledby="people-title" tabindex="-1" {
                            h2 #people-title { "Who said what" }
                            (people.list(read))
                        }
                    }
                    @if !stand::is_empty(read) { (stand::section(read, &people)) }
                    footer { (about(read)) }
                }
                script { (PreEscaped(SCRIPT)) }
            }
        }
    };
    page.into_string()
}

/// Nothing from elsewhere, and of what is within only our own style and script.
fn policy() -> String {
    let hash = |text: &str| BASE64_STANDARD.encode(Sha256::digest(text.as_bytes()));
    format!(
        "default-src 'none'; style-src 'sha256-{}'; script-src 'sha256-{}'; base-uri 'none'; form-action 'none'",
        hash(STYLE),
        hash(SCRIPT)
    )
}

/// The article's language, if it is written as one.
fn language(read: &ReadArticle) -> Option<&str> {
    let language = read.reading.article.metadata.lang.as_deref()?;
    language.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'-').then_some(language)
}

/// Outlet, date, author, and where it came from.
fn facts(read: &ReadArticle) -> Markup {
    let metadata = &read.reading.article.metadata;
    let web = metadata.url.as_deref().filter(|url| url.starts_with("https://") || url.starts_with("http://"));
    html! {
        p.facts {
            @if let Some(outlet) = &metadata.outlet { span { (visible(outlet)) } " " }
            @if let Some(published) = &metadata.published {
                span { time datetime=(visible(published)) { (visible(&date::in_words(published))) } } " "
            }
            @if let Some(author) = &metadata.author { span { "by " (visible(author)) } " " }
            @if let Some(url) = web {
                span { a href=(url) rel="noopener noreferrer" { "the original" } }
            }
        }
    }
}

/// How to read the marks, said in the marks themselves.
fn legend(stand: bool) -> Markup {
    html! {
        p.legend {
            "In the text: " b.source.hue-unknown { "who" } ", " i.cue.hue-unknown { "the words that say so" } ", and what was said: "
            mark.direct.hue-unknown { "in quotation marks" } ", "
            mark.mixed.hue-unknown { "partly" } " or "
            mark.indirect.hue-unknown { "not" } ". A number leads to the speaker, and from there back."
            @if stand { " Below the text: " a href="#stand" { "who stands where" } "." }
        }
    }
}

/// What the page was made from, so that anyone can check it.
fn about(read: &ReadArticle) -> Markup {
    let notes = numbering::notes(read);
    let mut models: Vec<&str> = read.reading.statements.iter().map(|s| s.provenance.by.as_str()).collect();
    models.dedup();
    html! {
        @if !notes.is_empty() {
            h2 { "Notes on the page" }
            ul { @for note in &notes { li { (visible(note)) } } }
        }
        h2 { "About this page" }
        p {
            "Made by onrecord " (env!("CARGO_PKG_VERSION"))
            @if !models.is_empty() { " with the model " (models.join(", ")) }
            ". The article’s words are unaltered; what is marked was found by a program: read it before you publish it."
        }
        dl {
            dt { "Read from" } dd { (visible(&read.name)) }
            dt { "SHA-256 of the page" } dd { code { (read.page_sha256) } }
            dt { "SHA-256 of the text" } dd { code { (read.text_sha256) } }
        }
    }
}

#[cfg(test)]
mod tests;
