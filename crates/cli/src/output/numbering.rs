//! What report and page share: the statements by actor, and how each was said, in words.

use onrecord_base::{Actor, BlockKind, How, LitterReason, Span, Statement};
use onrecord_engine::ReadArticle;

/// The name of a group whose speaker the text does not settle.
pub(crate) const UNKNOWN: &str = "Speaker unknown";

/// How the place of most statements begins.
const PARAGRAPH: &str = "paragraph ";

/// An actor, or nobody where the text does not settle who speaks, with the places of their statements.
pub(crate) struct Group {
    /// The place in [`actors`](onrecord_base::Reading::actors).
    pub(crate) actor: Option<usize>,
    /// Places in [`statements`](onrecord_base::Reading::statements), in text order; never empty.
    pub(crate) statements: Vec<usize>,
}

/// The actors in order of their first statements, then the statements whose speaker is not settled.
pub(crate) fn by_actor(read: &ReadArticle) -> Vec<Group> {
    let reading = &read.reading;
    let mut groups: Vec<Group> = Vec::new();
    let mut group_of: Vec<Option<usize>> = vec![None; reading.actors.len()];
    let mut unsettled = Group { actor: None, statements: Vec::new() };
    for (place, statement) in reading.statements.iter().enumerate() {
        let mut settled = false;
        for actor in statement.actors.iter().map(|id| id.0 as usize).filter(|id| *id < reading.actors.len()) {
            settled = true;
            let group = *group_of[actor].get_or_insert(groups.len());
            if group == groups.len() {
                groups.push(Group { actor: Some(actor), statements: Vec::new() });
            }
            groups[group].statements.push(place);
        }
        if !settled {
            unsettled.statements.push(place);
        }
    }
    if !unsettled.statements.is_empty() {
        groups.push(unsettled);
    }
    groups
}

/// The names of a statement's actors, except that at `but`.
pub(crate) fn names<'r>(read: &'r ReadArticle, statement: &Statement, but: Option<usize>) -> Vec<&'r str> {
    let ids = statement.actors.iter().map(|id| id.0 as usize).filter(|id| Some(*id) != but);
    ids.filter_map(|id| read.reading.actors.get(id)).map(|actor| actor.name.as_str()).collect()
}

/// Which Wikidata item an actor is, if that is known: "Q58217", or "Q58217 Sergey Lavrov" of one whom the article
/// calls by an office, or by its seat of government, only; of some there is a name and no item.
pub(crate) fn identity(actor: &Actor) -> Option<String> {
    let known: Vec<&str> = actor.wikidata.iter().chain(&actor.known_as).map(String::as_str).collect();
    (!known.is_empty()).then(|| known.join(" "))
}

/// How a statement of the actor at `actor` was made: "the minister said · mixed · paragraph 3 · with Bo Ek".
pub(crate) fn how(read: &ReadArticle, statement: &Statement, actor: Option<usize>) -> String {
    let attribution = &statement.attribution;
    let source = read.joined(&attribution.source, " … ");
    let cue = attribution.cue.map_or("", |cue| read.reading.article.text.slice(cue));
    let source_first = match (attribution.source.first(), attribution.cue) {
        (Some(source), Some(cue)) => source < cue,
        _ => true,
    };
    let (first, second) = if source_first { (source.as_str(), cue) } else { (cue, source.as_str()) };
    let words = [first, second].into_iter().filter(|words| !words.is_empty());
    let mut parts = vec![words.collect::<Vec<_>>().join(" ")];
    parts.push(attribution.form.name().to_owned());
    parts.extend(attribution.content.first().map(|span| place(read, span)));
    let others = names(read, statement, actor);
    if actor.is_some() && !others.is_empty() {
        parts.push(format!("with {}", others.join(", ")));
    }
    parts.extend(statement.reported_by.map(|by| format!("quoted within no. {}", by + 1)));
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Where a span starts, in words: "paragraph 3".
pub(crate) fn place(read: &ReadArticle, span: Span) -> String {
    if let Some(number) = read.paragraph(span) {
        return format!("{PARAGRAPH}{number}");
    }
    let blocks = &read.reading.article.blocks;
    let block = blocks.get(blocks.partition_point(|block| block.span.end() <= span.start()));
    match block.map(|block| block.kind) {
        Some(BlockKind::Headline) => "headline",
        Some(BlockKind::Heading) => "heading",
        Some(BlockKind::Caption) => "caption",
        Some(BlockKind::Litter(_)) => "outside the story",
        _ => "",
    }
    .to_owned()
}

/// How many places of one oddity are told; a page with more of them is odd as a whole.
const PLACES: usize = 12;

/// The oddities of page and reading, a sentence each; those that differ only in their place are told together.
pub(crate) fn notes(read: &ReadArticle) -> Vec<String> {
    let mut notes: Vec<(&str, Vec<String>)> = Vec::new();
    for diagnostic in &read.reading.diagnostics {
        let place = diagnostic.span.map(|span| place(read, span)).filter(|place| !place.is_empty());
        let at = notes.iter().position(|(message, _)| *message == diagnostic.message).unwrap_or(notes.len());
        if at == notes.len() {
            notes.push((&diagnostic.message, Vec::new()));
        }
        let places = &mut notes[at].1;
        // They come in text order, so a place that was told is the last.
        places.extend(place.filter(|place| places.last() != Some(place)));
    }
    let sentence = |(message, places): (&str, Vec<String>)| match in_words(&places) {
        places if places.is_empty() => message.to_owned(),
        places => format!("{message} ({places})"),
    };
    notes.into_iter().map(sentence).collect()
}

/// "headline, paragraphs 3, 4 and 7".
pub(crate) fn in_words(places: &[String]) -> String {
    let shown = &places[..places.len().min(PLACES)];
    let (paragraphs, others): (Vec<&str>, Vec<&str>) =
        shown.iter().map(String::as_str).partition(|place| place.starts_with(PARAGRAPH));
    let mut parts: Vec<String> = others.into_iter().map(str::to_owned).collect();
    let numbers: Vec<&str> = paragraphs.iter().filter_map(|place| place.strip_prefix(PARAGRAPH)).collect();
    match numbers.as_slice() {
        [] => {}
        [one] => parts.push(format!("{PARAGRAPH}{one}")),
        _ if places.len() > PLACES => parts.push(format!("paragraphs {}", numbers.join(", "))),
        [first @ .., last] => parts.push(format!("paragraphs {} and {last}", first.join(", "))),
    }
    let mut words = parts.join(", ");
    if places.len() > PLACES {
        words.push_str(&format!(" and {} places more", places.len() - PLACES));
    }
    words
}

/// How a mention is understood, for a person.
pub(crate) fn how_in_words(how: How) -> &'static str {
    match how {
        How::FullName => "full name",
        How::ShortName => "part of the name",
        How::Pronoun => "pronoun",
        How::Role => "role",
        How::Counterpart => "counterpart of another",
        How::SpeaksFor => "speaks for them",
        How::NamedLater => "named later",
        How::Both => "both of two",
        How::FirstPerson => "who is quoted",
        How::Author => "the author",
        How::Answer => "who answers",
        How::Implied => "no source, the speaker before goes on",
        How::SameWords => "no source, the story says the same",
        How::OfficeHolder => "holder of the office that day",
    }
}

/// Whom the source of a statement means, if its words alone do not say it: "Ingrid Halvorsen, foreign minister".
pub(crate) fn meant(read: &ReadArticle, statement: &Statement) -> Option<String> {
    let plain = |how: Option<How>| how.is_none_or(|how| matches!(how, How::FullName | How::ShortName));
    if statement.resolution.iter().all(|of| plain(of.why.first().map(|link| link.how))) {
        return None;
    }
    let whole = |id: usize| {
        let actor = read.reading.actors.get(id)?;
        let role = actor.role.as_deref().filter(|role| !role.is_empty());
        Some(role.map_or_else(|| actor.name.clone(), |role| format!("{}, {role}", actor.name)))
    };
    let all: Vec<String> = statement.resolution.iter().filter_map(|of| whole(of.actor.0 as usize)).collect();
    let source = read.joined(&statement.attribution.source, " ");
    // A description that is all we know needs no second showing.
    let told = all.is_empty() || all.len() == 1 && source.to_lowercase().contains(&all[0].to_lowercase());
    (!told).then(|| all.join("; "))
}

/// A litter reason for a person.
pub(crate) fn litter_in_words(reason: LitterReason) -> &'static str {
    match reason {
        LitterReason::CommentForm => "comment form",
        LitterReason::Share => "share line",
        LitterReason::Subscribe => "subscription",
        LitterReason::Link => "inserted link",
        LitterReason::Chrome => "page furniture",
        LitterReason::Advertisement => "advertisement",
    }
}

/// "1 statement", "2 statements".
pub(crate) fn count(number: usize, singular: &str, plural: &str) -> String {
    format!("{number} {}", if number == 1 { singular } else { plural })
}

#[cfg(test)]
mod tests {
    use onrecord_base::{Actor, Spans};

    use super::{identity, in_words};

    #[test]
    fn who_an_actor_is() {
        for (wikidata, known_as, expected) in [
            (None, None, None),
            (Some("Q58217"), None, Some("Q58217")),
            (Some("Q58217"), Some("Sergey Lavrov"), Some("Q58217 Sergey Lavrov")),
            (None, Some("Walid al-Moualem"), Some("Walid al-Moualem")),
        ] {
            let (name, mentions) = ("foreign minister".to_owned(), Spans::NONE);
            let (wikidata, known_as) = (wikidata.map(str::to_owned), known_as.map(str::to_owned));
            let actor = Actor { name, kind: None, role: None, mentions, wikidata, known_as };
            assert_eq!(identity(&actor).as_deref(), expected);
        }
    }

    #[track_caller]
    fn check(places: &[&str], words: &str) {
        let places: Vec<String> = places.iter().map(|place| (*place).to_owned()).collect();
        assert_eq!(in_words(&places), words);
    }

    #[test]
    fn places_in_words() {
        check(&[], "");
        check(&["headline"], "headline");
        check(&["paragraph 3"], "paragraph 3");
        check(&["paragraph 3", "paragraph 4"], "paragraphs 3 and 4");
        check(
            &["headline", "paragraph 3", "caption", "paragraph 5"],
            "headline, caption, paragraphs 3 and 5",
        );
        let many: Vec<String> = (1..=40).map(|number| format!("paragraph {number}")).collect();
        let many: Vec<&str> = many.iter().map(String::as_str).collect();
        check(&many, "paragraphs 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 28 places more");
    }
}
