//! A page of one's own, read by rules alone while the models load: tables and lists are then at hand when the first page wants them.

use onrecord_base::{Attribution, Form, Provenance, Spans, Statement};
use onrecord_extract::debate::{self, Tools};
use onrecord_extract::speakers::{self, Story};
use onrecord_extract::world::{self, World};
use onrecord_ingest::{Hint, Limits};

const PAGE: &str = "Mayor backs night bus

Mayor Ann Lee of Paris said on Monday that the plan would help Germany.

Prime Minister Tom Roe called it a mistake.
";
/// Source, cue and content of what is said there.
const SAID: [[&str; 3]; 2] = [
    ["Mayor Ann Lee of Paris", "said", "that the plan would help Germany"],
    ["Prime Minister Tom Roe", "called", "it a mistake"],
];

/// Reads it. What comes of it is of no use, and whatever went wrong will go wrong for the first page, too.
pub(crate) fn warm() {
    onrecord_ingest::prepare();
    let Ok(page) = onrecord_ingest::read(PAGE.as_bytes(), &Hint::default(), &Limits::default()) else {
        return;
    };
    let text = &page.article.text;
    let span = |words: &str| {
        let at = text.as_str().find(words)?;
        text.span(at, at + words.len())
    };
    let attribution = |[source, cue, content]: [&str; 3]| {
        let (form, confidence) = (Form::Indirect, 1.0);
        let [source, content] = [span(source)?, span(content)?].map(Spans::from);
        Some(Attribution { source, cue: span(cue), content, form, confidence })
    };
    let attributions: Vec<Attribution> = SAID.into_iter().filter_map(attribution).collect();
    let story = Story::new(&page.article);
    let mut speakers = speakers::resolve(&story, &attributions, &World::embedded());
    world::identify(&page.article, &attributions, &World::embedded(), &mut speakers);
    let statements = attributions.into_iter().zip(speakers.of).zip(speakers.resolution);
    let mut statements: Vec<Statement> = statements
        .map(|((attribution, actors), resolution)| Statement {
            attribution,
            actors,
            resolution,
            reported_by: None,
            takes: Vec::new(),
            aim: None,
            provenance: Provenance { by: String::new() },
        })
        .collect();
    drop(debate::read(&story, &speakers.actors, &mut statements, &Tools::default()));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_that_is_said_is_there() {
        assert!(SAID.as_flattened().iter().all(|words| PAGE.contains(words)));
        warm();
    }
}
