//! Makes an article from plain text: the text stays as it is, blocks and metadata are found in it.

use std::sync::LazyLock;

use onrecord_base::{Article, Block, BlockKind, LitterReason, Metadata, Span, Text};
use regex::Regex;

use crate::decode::Decoded;
use crate::metadata::calendar::written_date;
use crate::metadata::printed_name;
use crate::metadata::published::of_dateline;
use crate::pattern::pattern;
use crate::{Hint, Limits, PageError, language, litter, paragraphs, prose};

/// Reads a plain text.
pub(crate) fn article(decoded: Decoded, hint: &Hint, limits: &Limits) -> Result<Article, PageError> {
    let Decoded { text, mut diagnostics, .. } = decoded;
    limits.check_words(&text)?;
    let text = Text::new(text)?;
    let cut = paragraphs(&text);
    let mut metadata = Metadata { url: hint.url.clone(), ..Metadata::default() };
    let mail = mail_header(&text, &cut);
    let headline = headline(&text, &cut[mail..]).map(|at| at + mail);
    let one_line = |words: &str| words.split_whitespace().collect::<Vec<_>>().join(" ");
    let subject = || cut[..mail].iter().find_map(|line| text.slice(*line).strip_prefix("Subject:"));
    metadata.title = headline.map(|at| text.slice(title_part(&text, cut[at]))).or_else(subject).map(one_line);
    let mut blocks: Vec<Block> =
        cut.iter().map(|span| Block { span: *span, kind: BlockKind::Paragraph }).collect();
    for block in &mut blocks[..mail] {
        block.kind = BlockKind::Litter(LitterReason::Chrome);
    }
    if let Some(at) = headline {
        blocks[at] = Block { span: title_part(&text, cut[at]), kind: BlockKind::Headline };
    }
    metadata.published = cut[..mail].iter().find_map(|line| {
        let date = text.slice(*line).strip_prefix("Date:")?;
        written_date(date.trim()).map(|stamp| stamp.text())
    });
    header(&text, &cut[mail..], &mut metadata);
    let blocks = litter::mark(&text, &blocks);
    metadata.published = metadata.published.or_else(|| of_dateline(&text, &blocks));
    metadata.lang = language::of_text(&text);
    prose::look_over(&text, &blocks, 0, &mut diagnostics);
    Ok(Article { text, blocks, metadata, diagnostics })
}

/// How many paragraphs at the top are the header of a mail: "From: …", "Subject: …"; one line by itself is none.
fn mail_header(text: &Text, cut: &[Span]) -> usize {
    static FIELD: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"^(?:From|To|Cc|Bcc|Subject|Date|Sent|Reply-To|Sender|Newsgroups|Organization|Message-ID|MIME-Version|Content-[A-Za-z-]+|List-[A-Za-z-]+|X-[A-Za-z-]+|Return-Path|Received):\s",
        )
    });
    let fields = cut.iter().take_while(|line| FIELD.is_match(text.slice(**line))).count();
    if fields > 1 { fields } else { 0 }
}

/// The number of the paragraph that is the headline: the first, if it is short, has no final period and
/// longer ones follow.
fn headline(text: &Text, cut: &[Span]) -> Option<usize> {
    let first = text.slice(*cut.first()?);
    if first.starts_with("Title:") {
        return Some(0);
    }
    let words = first.split_whitespace().count();
    let ends_like_prose = first.ends_with(['.', ',', ';', ':', '。', '"', '”']) && !first.ends_with("...");
    let longest = cut.iter().skip(1).take(6).map(|s| s.len()).max()?;
    let apart = text.as_str()[cut[0].range().end..]
        .chars()
        .take_while(|c| c.is_whitespace())
        .filter(|c| *c == '\n')
        .count();
    let fits = (2..=25).contains(&words) && !ends_like_prose && first.chars().count() <= 160;
    let first_is_byline = BYLINE.is_match(first) || written_date(first).is_some_and(|_| words <= 5);
    (fits && !first_is_byline && apart >= 1 && (longest as usize > 2 * first.len() || apart >= 2))
        .then_some(0)
}

/// The words after "Title:", else the whole.
fn title_part(text: &Text, span: Span) -> Span {
    let skip = if text.slice(span).starts_with("Title:") { "Title:".len() } else { 0 };
    let rest = text.span(span.range().start + skip, span.range().end);
    rest.and_then(|s| text.trim(s)).unwrap_or(span)
}

static BYLINE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^(?:By|BY|Author:)\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:and\s+)?[\p{L}.'’-]+){0,7}(?:,.{0,60})?$")
});

/// Author and date from lines near the top that hold nothing else. Their blocks stay in the story.
fn header(text: &Text, cut: &[Span], metadata: &mut Metadata) {
    static DATE_LINE: LazyLock<Regex> = LazyLock::new(|| {
        pattern(
            r"(?i)^(?:(?:published|posted|updated|date|on|last updated)\b:?\s*(?:on\s+)?)?(?:\p{L}{3,10},?\s+)?[\p{L}\d.,/ \u{a0}-]{6,24}(?:\s+(?:at\s+)?\d{1,2}[:.]\d{2}.{0,20})?$",
        )
    });
    for span in cut.iter().take(6) {
        let line = text.slice(*span);
        if line.len() > 120 {
            continue;
        }
        if metadata.author.is_none() && BYLINE.is_match(line) {
            metadata.author =
                printed_name(line.trim_start_matches("Author:").split(',').next().unwrap_or(line));
        } else if metadata.published.is_none() && DATE_LINE.is_match(line) {
            metadata.published = written_date(line).map(|stamp| stamp.text());
        } else if metadata.published.is_none() && line.split_whitespace().count() <= 8 {
            // "The Paper, 7 May 2019": an outlet and a date.
            if let Some((outlet, date)) = line.split_once(", ")
                && DATE_LINE.is_match(date)
                && let Some(stamp) = written_date(date)
                && outlet.chars().next().is_some_and(char::is_uppercase)
                && !outlet.chars().any(|c| c.is_ascii_digit())
                && Some(line) != metadata.title.as_deref()
            {
                metadata.published = Some(stamp.text());
                // "Moscow, 7 May 2019" is a dateline; only a paper's name has a word that says so.
                let words = [
                    "Times",
                    "Post",
                    "News",
                    "Herald",
                    "Tribune",
                    "Journal",
                    "Guardian",
                    "Gazette",
                    "Daily",
                    "Press",
                    "Telegraph",
                    "Reuters",
                    "Courier",
                    "Chronicle",
                    "Observer",
                    "Mail",
                ];
                let names_paper = outlet.split_whitespace().any(|w| words.contains(&w));
                metadata.outlet = names_paper.then(|| outlet.to_owned());
            }
        }
    }
}
