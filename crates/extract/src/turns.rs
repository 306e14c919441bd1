//! Turns of a transcript: a paragraph that opens with its speaker's label and a colon is what that speaker said.

use std::collections::HashMap;

use onrecord_base::{Attribution, Form, Span, Text};

pub(crate) use label::is_kicker;
use label::{in_capitals, is_somebody};

mod label;

/// Marks that may open a paragraph of a transcript that is quoted whole.
const MARKS: [char; 3] = ['“', '"', '”'];

/// One turn: its label, colon and words, paragraph by paragraph.
struct Turn {
    label: Span,
    colon: Span,
    words: Vec<Span>,
    /// Whether a quotation mark opens it, as it opens each paragraph of a transcript that is quoted whole.
    quoted: bool,
}

impl Turn {
    fn whole(&self) -> Span {
        self.words.iter().fold(self.label, |whole, words| whole.cover(*words))
    }
}

/// Puts the turns of a transcript in the place of what was found in them. What somebody is reported to have said within
/// a turn stays; its index into the result points to the turn.
pub(crate) fn read(
    text: &Text,
    paragraphs: &[Span],
    found: Vec<Attribution>,
) -> (Vec<Attribution>, Vec<Option<u32>>) {
    let turns = turns(text, paragraphs);
    if turns.is_empty() {
        let reported_by = vec![None; found.len()];
        return (found, reported_by);
    }
    // Turns stand in text order and do not overlap.
    let around = |span: Span| {
        let turn = turns.partition_point(|t| t.whole().end() <= span.start());
        turns.get(turn).filter(|t| t.whole().overlaps(span)).map(|_| turn)
    };
    let mut all: Vec<(Attribution, Option<usize>)> = turns
        .iter()
        .map(|turn| {
            let attribution = Attribution {
                source: turn.label.into(),
                cue: Some(turn.colon),
                content: turn.words.iter().copied().collect(),
                form: Form::Direct,
                confidence: 1.0,
            };
            (attribution, None)
        })
        .collect();
    for attribution in found {
        let touched = attribution.content.iter().find_map(around);
        match touched {
            None => all.push((attribution, None)),
            Some(turn) if is_told_within(&attribution, &turns[turn]) => all.push((attribution, Some(turn))),
            Some(_) => {}
        }
    }
    let mut order: Vec<usize> = (0..all.len()).collect();
    order.sort_by_key(|&i| {
        let first = all[i].0.content.first().map_or(u32::MAX, Span::start);
        (first, all[i].1.is_some(), i)
    });
    let mut place = vec![0_u32; all.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new as u32;
    }
    let reported_by = order.iter().map(|&old| all[old].1.map(|turn| place[turn])).collect();
    let attributions = order.iter().map(|&old| all[old].0.clone()).collect();
    (attributions, reported_by)
}

/// Whether source, cue and content all lie within the turn's words, and more than the content does.
fn is_told_within(attribution: &Attribution, turn: &Turn) -> bool {
    let spans = || attribution.source.iter().chain(attribution.cue).chain(attribution.content.iter());
    let within = |span: Span| turn.words.iter().any(|words| words.contains(span));
    !attribution.source.is_empty() && attribution.cue.is_some() && spans().all(within)
}

fn turns(text: &Text, paragraphs: &[Span]) -> Vec<Turn> {
    let labelled: Vec<(usize, Turn)> =
        paragraphs.iter().enumerate().filter_map(|(i, &p)| Some((i, labelled(text, p)?))).collect();
    let mut times: HashMap<&str, usize> = HashMap::new();
    for (_, turn) in &labelled {
        *times.entry(text.slice(turn.label)).or_default() += 1;
    }
    // A name in small letters may open any paragraph ("Verdict: …"); only one that comes back is a speaker's.
    let mut turns: Vec<(usize, Turn)> = labelled
        .into_iter()
        .filter(|(_, turn)| {
            let label = text.slice(turn.label);
            in_capitals(label) || times[label] > 1 && is_somebody(text, label)
        })
        .collect();
    let repeated = turns.iter().any(|(_, turn)| times[text.slice(turn.label)] > 1);
    let exchange = turns
        .windows(2)
        .any(|w| w[0].0 + 1 == w[1].0 && text.slice(w[0].1.label) != text.slice(w[1].1.label));
    // The lines of a table have labels that come back, too: "Price: 40 crowns".
    let spoken = turns.iter().filter(|(_, turn)| is_spoken(text.slice(turn.words[0]))).count();
    if turns.len() < 3 || !repeated || !exchange || 2 * spoken < turns.len() {
        return Vec::new();
    }
    for place in 0..turns.len() {
        let next = turns.get(place + 1).map_or(paragraphs.len(), |(paragraph, _)| *paragraph);
        let (paragraph, turn) = &mut turns[place];
        if turn.quoted {
            let goes_on = paragraphs[*paragraph + 1..next].iter().map_while(|p| goes_on(text, *p));
            turn.words.extend(goes_on);
        }
    }
    turns.into_iter().map(|(_, turn)| turn).collect()
}

/// The words of a paragraph that goes on with a quoted turn: a mark opens it, and no bracket ("(CROSSTALK)").
fn goes_on(text: &Text, paragraph: Span) -> Option<Span> {
    let words = text.slice(paragraph);
    let rest = words.trim_start().strip_prefix(MARKS)?;
    let at = paragraph.range().start + (words.len() - rest.len());
    let inner = rest.trim_end().trim_end_matches(MARKS);
    inner.starts_with(char::is_alphanumeric).then(|| text.span(at, at + inner.len())).flatten()
}

/// The paragraph as a turn, if it opens with what may be a speaker's label.
fn labelled(text: &Text, paragraph: Span) -> Option<Turn> {
    const LONGEST: usize = 60;
    const NOTICES: &[&str] = &[
        "updates",
        "note",
        "related",
        "photo",
        "more",
        "also",
        "source",
        "sources",
        "credit",
        "read more",
        "editor's note",
        "summary",
        "warning",
    ];
    let whole = text.slice(paragraph);
    let words = whole.strip_prefix(MARKS).unwrap_or(whole);
    let quoted = words.len() < whole.len();
    let colon = words.char_indices().take(LONGEST).find(|(_, c)| *c == ':')?.0;
    let (label, rest) = (words[..colon].trim_end(), &words[colon + 1..]);
    let spoken = rest.trim();
    // The mark that closes a quoted transcript is none of what is said.
    let spoken = if quoted && !spoken.contains(MARKS[0]) { spoken.trim_end_matches(MARKS) } else { spoken };
    let named = label.split_whitespace().count() <= 6
        && label.split_whitespace().all(|word| {
            let word = word.trim_matches(|c: char| !c.is_alphanumeric());
            word.is_empty()
                || word.starts_with(|c: char| c.is_uppercase() || c.is_numeric())
                || matches!(word, "of" | "de" | "von" | "van" | "the" | "al")
        })
        && label.starts_with(char::is_uppercase)
        && !label.contains(['!', '?', '“', '"']);
    let blank = rest.starts_with(char::is_whitespace);
    if !named
        || !blank
        || spoken.is_empty()
        || is_kicker(label)
        || NOTICES.contains(&label.to_lowercase().as_str())
    {
        return None;
    }
    let start = paragraph.range().start + (whole.len() - words.len());
    let from = start + colon + 1 + (rest.len() - rest.trim_start().len());
    Some(Turn {
        label: text.span(start, start + label.len())?,
        colon: text.span(start + colon, start + colon + 1)?,
        words: vec![text.span(from, from + spoken.len())?],
        quoted,
    })
}

/// Whether words read as speech and not as an entry of a table: they end as a sentence does, or are many.
fn is_spoken(words: &str) -> bool {
    const MANY: usize = 8;
    let rest = words.trim_end_matches(['"', '”', '’', '\'', ')', ']', ' ']);
    rest.ends_with(['.', '?', '!', '…', '—', '–', '-', ',']) || words.split_whitespace().count() >= MANY
}

#[cfg(test)]
mod tests {
    use onrecord_base::Spans;

    use super::*;

    #[track_caller]
    fn check(paragraphs: &[&str], expected: &[(&str, &str)]) {
        let text = Text::new(paragraphs.join("\n")).unwrap();
        let mut at = 0;
        let spans: Vec<Span> = paragraphs
            .iter()
            .map(|p| {
                at += p.len() + 1;
                text.span(at - 1 - p.len(), at - 1).unwrap()
            })
            .collect();
        let (found, _) = read(&text, &spans, Vec::new());
        let slice = |spans: &Spans| text.slice(spans.first().unwrap());
        let found: Vec<(&str, &str)> = found.iter().map(|a| (slice(&a.source), slice(&a.content))).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn labelled_paragraphs_of_an_exchange_are_turns() {
        check(
            &["MODERATOR: Who pays?", "DR. OKAFOR: We do.", "MODERATOR:  Thanks.", "(CROSSTALK)"],
            &[("MODERATOR", "Who pays?"), ("DR. OKAFOR", "We do."), ("MODERATOR", "Thanks.")],
        );
        check(
            &["Ms. Reyes met Mr. Lind.", "Reyes: Why?", "Lind: No idea", "Reyes: Oh.", "Lind: So."],
            &[("Reyes", "Why?"), ("Lind", "No idea"), ("Reyes", "Oh."), ("Lind", "So.")],
        );
        check(
            &["Q: Why?", "A: No idea.", "Q: Really?", "A: Yes."],
            &[("Q", "Why?"), ("A", "No idea."), ("Q", "Really?"), ("A", "Yes.")],
        );
        check(
            &[
                "Moderator: Ann Reyes",
                "Ann Reyes: Why?",
                "Tom Lind: No idea.",
                "Ann Reyes: Oh.",
                "Tom Lind: So.",
            ],
            &[("Ann Reyes", "Why?"), ("Tom Lind", "No idea."), ("Ann Reyes", "Oh."), ("Tom Lind", "So.")],
        );
    }

    #[test]
    fn a_transcript_may_be_quoted_whole() {
        check(
            &[
                "\"ROE: Why?",
                "\"LIND: Well, no.",
                "\"And so.",
                "\"(CROSSTALK)",
                "\"ROE: It is “fine”.",
                "\"LIND: Bye.\"",
                "They left.",
            ],
            &[("ROE", "Why?"), ("LIND", "Well, no."), ("ROE", "It is “fine”."), ("LIND", "Bye.")],
        );
        check(
            &["“ROE: No.", "He went.", "“ROE: Yes.", "“LIND: So."],
            &[("ROE", "No."), ("ROE", "Yes."), ("LIND", "So.")],
        );
    }

    #[test]
    fn other_colons_are_no_turns() {
        check(&["LONDON: The bank fell.", "It rose again.", "PARIS: The bank rose."], &[]);
        check(&["UPDATE: One dead.", "NOTE: We erred.", "UPDATE: Two dead.", "UPDATE: None dead."], &[]);
        check(&["Time: 7 p.m.", "Place: Torvik", "Price: 3 crowns"], &[]);
        check(&["Cost: A fee.", "Sizes: All of them.", "Cost: None.", "Sizes: Small ones."], &[]);
        check(&["The Problem: Waste is up.", "The Solution: Less waste.", "The Problem: Costs are up."], &[]);
        check(&["RAM: 8 GB", "CPU: 4 cores", "RAM: 16 GB", "CPU: 8 cores"], &[]);
        check(
            &["Ann Reyes: 12 points", "Tom Lind: 3 points", "Ann Reyes: 9 points", "Tom Lind: 8 points"],
            &[],
        );
        check(&["He said one thing: no.", "She said another: yes.", "He said one thing: no."], &[]);
        check(&["10:30 Rain.", "10:40 Sun.", "10:30 Snow."], &[]);
    }

    #[test]
    fn what_is_told_within_a_turn_stays_and_the_rest_goes() {
        let text = Text::new("A: Ann said it fell.\nB: No.\nA: Yes.").unwrap();
        let span = |from, to| text.span(from, to).unwrap();
        let told = Attribution {
            source: span(3, 6).into(),
            cue: Some(span(7, 11)),
            content: span(12, 19).into(),
            form: Form::Indirect,
            confidence: 0.5,
        };
        let odd = Attribution { source: Spans::NONE, cue: None, ..told.clone() };
        let (found, reported_by) =
            read(&text, &[span(0, 20), span(21, 27), span(28, 35)], vec![odd, told.clone()]);
        assert_eq!(found.len(), 4);
        assert_eq!(found[1], told);
        assert_eq!(reported_by, [None, Some(0), None, None]);
    }
}
