//! Measurements: a poll or a tally takes no side, and praises or blames nobody by what it finds.

use onrecord_base::{Span, Statement};

use crate::speakers::tokens::Story;

/// The words for them.
const WORDS: &[&str] = &[
    "poll", "polls", "polling", "survey", "surveys", "census", "average", "averages", "ratings", "tally",
    "tallies",
];

/// Whether all that speaks is a measurement: "a Monmouth poll", not "Roe’s pollster" and not "Roe and the polls".
pub(super) fn is_one(story: &Story, statement: &Statement) -> bool {
    let source = &statement.attribution.source;
    statement.actors.len() < 2 && source.first().is_some_and(|source| measures(story, source))
}

/// Whether the head of a source is a word for a measurement: what stands before "of", "by", "in" and the like.
fn measures(story: &Story, source: Span) -> bool {
    const ENDS: &[&str] =
        &["and", "who", "which", "that", ",", "by", "in", "of", "from", "for", "on", "among"];
    let head = story.tokens_in(source).take_while(|&token| !story.is_any(token, ENDS)).last();
    let counted = |head: usize| story.is_any(head, &["results", "data", "figures"]);
    let words = || story.tokens_in(source).any(|token| story.is_any(token, WORDS));
    head.is_some_and(|head| story.is_any(head, WORDS) || counted(head) && words())
}

#[cfg(test)]
mod tests {
    use onrecord_base::{Article, Text};

    use super::*;

    #[test]
    fn polls_and_tallies_are_measurements() {
        for (source, expect) in [
            ("a Monmouth poll", true),
            ("Polls", true),
            ("early results of exit polls by Edison Research", true),
            ("an average of recent polls", true),
            ("Roe’s chief pollster", false),
            ("Roe, who likes polls", false),
            ("the head of a survey", false),
        ] {
            let text = Text::new(source.to_owned()).unwrap();
            let whole = text.whole();
            let article = Article::of_paragraph(text);
            assert_eq!(measures(&Story::new(&article), whole), expect, "{source}");
        }
    }
}
