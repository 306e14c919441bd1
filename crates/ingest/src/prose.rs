//! Looks over a finished article: is it prose at all, and does it hold characters that nobody sees?

use onrecord_base::{Block, BlockKind, Code, Diagnostic, Text};

/// Adds the diagnostics that concern the whole text. `linked` is the number of characters in links.
pub(crate) fn look_over(text: &Text, blocks: &[Block], linked: usize, diagnostics: &mut Vec<Diagnostic>) {
    let story = || blocks.iter().filter(|b| !matches!(b.kind, BlockKind::Litter(_) | BlockKind::Headline));
    let sentences: usize = story().map(|b| sentences(text.slice(b.span))).take(50).sum();
    let characters: usize = story().map(|b| text.slice(b.span).chars().count()).sum();
    if sentences < LEAST_SENTENCES {
        let message =
            "there is next to no running text on this page; it may be a list, a video page or an error page";
        diagnostics.push(Diagnostic::whole(Code::NotAnArticle, message));
    } else if linked * 10 > characters * 6 {
        let message = "most of the text on this page is links; it may be a front page or a list";
        diagnostics.push(Diagnostic::whole(Code::NotAnArticle, message));
    }
    if let Some(found) = invisible(text) {
        diagnostics.push(found);
    }
}

/// The shortest news items have two sentences.
const LEAST_SENTENCES: usize = 2;

/// How many sentences with a few words a block has, by its final marks.
fn sentences(block: &str) -> usize {
    let (mut sentences, mut words, mut in_word) = (0, 0, false);
    for ch in block.chars() {
        let letter = ch.is_alphanumeric();
        // Chinese and Japanese have no spaces: each of their characters counts as a word.
        words += usize::from(letter && (!in_word || ch >= '\u{2E80}'));
        in_word = letter;
        if matches!(ch, '.' | '!' | '?' | '…' | '。' | '！' | '？' | '।' | '؟' | '۔') && words >= 4 {
            sentences += 1;
            words = 0;
        }
    }
    sentences
}

/// One diagnostic for all invisible and control characters, at the first of them.
fn invisible(text: &Text) -> Option<Diagnostic> {
    let mut found = text.as_str().char_indices().filter(|(_, c)| is_invisible(*c));
    let (first, ch) = found.next()?;
    let others = found.count();
    let span = text.span(first, first + ch.len_utf8())?;
    let count = others + 1;
    let noun = if count == 1 { "character" } else { "characters" };
    let message = format!(
        "{count} invisible or control {noun} in the text, the first U+{:04X}; they were kept",
        ch as u32
    );
    Some(Diagnostic::at(Code::InvisibleCharacters, span, message))
}

fn is_invisible(ch: char) -> bool {
    match ch {
        '\t' | '\n' | '\r' | '\x0C' => false,
        // Joiners between letters of scripts that need them are spelling, but rare enough in news to report.
        '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2069}' | '\u{FEFF}' => true,
        '\u{00AD}' | '\u{034F}' | '\u{061C}' | '\u{180E}' | '\u{E0000}'..='\u{E007F}' => true,
        _ => ch.is_control(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &[&str]) {
        let text = Text::new(text).unwrap();
        let blocks = [Block { span: text.whole(), kind: BlockKind::Paragraph }];
        let mut found = Vec::new();
        look_over(&text, &blocks, 0, &mut found);
        let found: Vec<_> = found.iter().map(|d| d.code.name()).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn prose_and_what_is_not() {
        check("The minister said no again. He left the room soon after. No vote was held.", &[]);
        check("Home Sport Weather Contact", &["not-an-article"]);
        check("部长星期二在记者会上说不。他随后离开了会议室。没有举行投票。", &[]);
        check(
            "The mini\u{200b}ster said no again. He left the \u{202e}room soon.",
            &["invisible-characters"],
        );
    }
}
