//! What nobody says: a content without source, cue or quotation marks, and one that only follows a label of the page ("Exclusive:").

use onrecord_base::{Attribution, Form, Spans};

use super::Page;
use crate::turns::is_kicker;
use crate::words::Shape;
use crate::world::{self, PlaceKind};

/// A story that has more statements reports what others say; a transcript has turns.
const FEW: usize = 3;

pub(super) fn drop(page: &Page, found: &mut Vec<Attribution>) {
    for attribution in found.iter_mut().filter(|attribution| is_place_of_headline(page, attribution)) {
        attribution.source = Spans::default();
    }
    let reported = found.len() > FEW;
    found.retain(|a| {
        let alone = a.source.is_empty() && a.cue.is_none() && a.form == Form::Indirect;
        !alone
            && !follows_kicker(page, a)
            && !leaves_headline(page, a)
            && !moves(page, a)
            && !stays_unnamed(page, a)
            && !says_whatever(page, a)
            && !is_dateline_of_headline(page, a)
            && !is_expected(page, a)
            && !says_no(page, a)
            && !is_dateline_of_story(page, a, reported)
    });
}

/// "A decision | is expected | on 14 May": by nobody.
fn is_expected(page: &Page, attribution: &Attribution) -> bool {
    let cue = attribution.cue.filter(|_| attribution.source.is_empty()).map(|cue| page.words_of(cue));
    cue.is_some_and(|cue| {
        cue.len() == 2
            && page.is_any(cue.start, &["is", "are", "was", "were"])
            && page.is_any(cue.start + 1, &["expected", "due", "scheduled", "planned", "likely"])
            && attribution.content.iter().all(|span| page.words_of(span).end <= cue.start)
    })
}

/// "Kenya: Teachers threaten strike": where it is, not who says it.
fn is_dateline_of_headline(page: &Page, attribution: &Attribution) -> bool {
    opens_with_place(page, attribution)
        && attribution.cue.is_some_and(|cue| page.is_any(page.words_of(cue).start, &[":"]))
}

/// "Kenya: Union rejects offer, | says | strike to go on": the union does, not Kenya.
fn is_place_of_headline(page: &Page, attribution: &Attribution) -> bool {
    let Some(source) = attribution.source.first() else { return false };
    let colon = page.words_of(source).end;
    opens_with_place(page, attribution)
        && page.is_any(colon, &[":"])
        && attribution.cue.is_some_and(|cue| page.words_of(cue).start > colon + 1)
}

/// "Staff Reporter MANGALORE: The council’s plan has divided traders": where the story was written, as a place or the by-line before it tells, or
/// as it is named only there, in a story that reports (`reported`) what several say.
fn is_dateline_of_story(page: &Page, attribution: &Attribution, reported: bool) -> bool {
    const LEAD: u32 = 4;
    const BY_LINES: &[&str] = &["reporter", "correspondent", "bureau", "desk", "service"];
    let Some(cue) = attribution.cue.map(|cue| page.words_of(cue)) else { return false };
    let source = attribution.source.first();
    let words = source.map_or_else(|| page.sentence[cue.start]..cue.start, |source| page.words_of(source));
    let capitals = |w: usize| page.words.get(w).is_some_and(|word| word.shape == Shape::Upper);
    let colon = words.end;
    let turn = |w: usize| w > 0 && page.is_any(w, &[":"]) && capitals(w - 1) && page.sentence[w] + 3 >= w;
    // A speaker is named elsewhere, too.
    let named_once = || {
        let label = page.lower(words.start);
        words.len() == 1 && (0..page.len()).filter(|&w| page.lower(w) == label).count() == 1
    };
    words.clone().next().is_some_and(|w| page.words[w].paragraph < LEAD)
        && cue == (colon..colon + 1)
        && turn(colon)
        && words.clone().all(capitals)
        && (source.is_none_or(|source| world::place(&page.text.slice(source).to_lowercase()).is_some())
            || reported && named_once()
            || words.start > 0 && page.is_any(words.start - 1, BY_LINES))
        && attribution
            .content
            .iter()
            .flat_map(|span| page.words_of(span))
            .all(|w| page.outside(w) && !page.is_any(w, &["i", "we", "my", "our", "you"]))
        && (0..page.len()).filter(|&w| turn(w)).count() == 1
}

/// Whether the source is a place that opens a headline.
fn opens_with_place(page: &Page, attribution: &Attribution) -> bool {
    let Some(source) = attribution.source.first() else { return false };
    let words = page.words_of(source);
    let place = |name: &str| world::place(name).is_some_and(|place| place.kind == PlaceKind::Name);
    !words.is_empty()
        && page.headline(words.start)
        && page.sentence[words.start] == words.start
        && place(&page.text.slice(source).to_lowercase())
}

/// "Roe: State seeks a waiver, Centre | says no": what is refused is not what it says.
fn says_no(page: &Page, attribution: &Attribution) -> bool {
    let (Some(source), Some(content)) = (attribution.source.last(), attribution.content.last()) else {
        return false;
    };
    let (source, content) = (page.words_of(source), page.words_of(content));
    page.headline(source.start)
        && content.end <= source.start
        && page.is_any(source.end, &["says", "say", "said"])
        && page.is_any(source.end + 1, &["no", "yes"])
        && (source.end + 2 >= page.len() || page.sentence[source.end + 2] != page.sentence[source.start])
}

/// "He expected a higher bid, whatever | Roe said": what Roe said is not told.
fn says_whatever(page: &Page, attribution: &Attribution) -> bool {
    let mut words =
        attribution.content.iter().flat_map(|span| page.words_of(span)).filter(|&w| page.letters(w));
    let first = words.next();
    words.next().is_none() && first.is_some_and(|w| page.is_any(w, &["whatever", "whichever"]))
}

/// "who asked not to be | named": that is no statement.
fn stays_unnamed(page: &Page, attribution: &Attribution) -> bool {
    let asked = attribution
        .cue
        .is_some_and(|cue| page.words_of(cue).any(|w| page.is_any(w, &["asked", "requested", "declined"])));
    let words = attribution.content.first().map(|content| page.words_of(content));
    let mut content = words.into_iter().flatten().filter(|&w| page.letters(w));
    let not = ["not", "to", "be"].iter().all(|word| content.next().is_some_and(|w| page.is_any(w, &[word])));
    let rest = content.next();
    const NAMED: &[&str] = &["named", "identified", "quoted"];
    asked && not && rest.is_none_or(|w| page.is_any(w, NAMED))
}

/// "Zoo’s plan angers union, delights | activists": what a thing does to somebody is not what they say.
fn moves(page: &Page, attribution: &Attribution) -> bool {
    const VERBS: &[&str] = &[
        "angers",
        "delights",
        "upsets",
        "worries",
        "alarms",
        "divides",
        "splits",
        "pleases",
        "enrages",
        "infuriates",
        "dismays",
        "shocks",
        "stuns",
        "irks",
        "annoys",
        "outrages",
        "unites",
        "pits",
        "draws",
        "sparks",
        "baffles",
        "frustrates",
        "disappoints",
        "thrills",
        "cheers",
        "rattles",
        "unsettles",
    ];
    let (Some(cue), Some(source)) = (attribution.cue, attribution.source.first()) else { return false };
    let cue = page.words_of(cue);
    let opinion = cue
        .clone()
        .any(|w| page.is_any(w, &["split", "splits", "divided", "divides", "dividing", "splitting"]))
        && cue.clone().any(|w| page.is_any(w, &["opinion"]));
    opinion || cue.len() == 1 && page.is_any(cue.start, VERBS) && page.words_of(source).start >= cue.end
}

/// "School nurse’s film goes viral | A school nurse never expected it": what a headline says does not stand in the story.
fn leaves_headline(page: &Page, attribution: &Attribution) -> bool {
    let cue = attribution.cue.map(|cue| page.words_of(cue).start).filter(|&cue| page.headline(cue));
    let content = attribution.content.first().map(|content| page.words_of(content).start);
    matches!((cue, content), (Some(cue), Some(content)) if page.words[content].paragraph > page.words[cue].paragraph)
}

fn follows_kicker(page: &Page, attribution: &Attribution) -> bool {
    let colon = attribution.cue.is_some_and(|cue| page.text.slice(cue) == ":");
    colon && attribution.source.first().is_some_and(|source| is_kicker(page.text.slice(source)))
}
