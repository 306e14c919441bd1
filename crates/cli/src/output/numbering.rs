//! What report and page share: the statements by actor, and how each was said, in words.

use onrecord_base::{BlockKind, LitterReason, Span, Statement};
use onrecord_engine::ReadArticle;

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
    let mut unsettled = Group { actor: None, statements: Vec::new() };
    for (place, statement) in reading.statements.iter().enumerate() {
        let mut settled = false;
        for actor in statement.actors.iter().map(|id| id.0 as usize).filter(|id| *id < reading.actors.len()) {
            settled = true;
            match groups.iter_mut().find(|group| group.actor == Some(actor)) {
                Some(group) => group.statements.push(place),
                None => groups.push(Group { actor: Some(actor), statements: vec![place] }),
            }
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
        return format!("paragraph {number}");
    }
    let block = read.reading.article.blocks.iter().find(|block| span.start() < block.span.end());
    match block.map(|block| block.kind) {
        Some(BlockKind::Headline) => "headline",
        Some(BlockKind::Heading) => "heading",
        Some(BlockKind::Caption) => "caption",
        Some(BlockKind::Litter(_)) => "outside the story",
        _ => "",
    }
    .to_owned()
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
