//! The debate: what an article's statements are about, where its actors stand on it, where they differ and agree.
//!
//! Statements and actors in; takes and aims are written to the statements, the rest is the [`Debate`].

mod aims;
mod anaphors;
mod asides;
mod at_issue;
mod avowals;
mod backers;
mod bearing;
mod compounds;
mod contradictions;
mod contraries;
mod cues;
mod deeds;
mod enactments;
mod headline;
mod heard;
mod issues;
mod keys;
mod kin;
mod kinds;
mod labels;
mod lists;
mod measurements;
mod named;
mod openers;
mod pairings;
mod parties;
mod phrases;
mod plans;
mod positions;
mod predicates;
mod presence;
mod prevailing;
mod prospects;
mod questions;
mod references;
mod replies;
mod restated;
mod retorts;
mod sides;
mod spoken;
mod stances;
mod synonyms;
mod takes;
mod talks;
#[cfg(test)]
mod tests;
mod topic_words;
mod topics;
mod undecided;
mod verbal_nouns;
mod verdicts;
mod wishes;
mod wording;
mod worth;

use onrecord_base::{Actor, ActorId, ActorKind, Debate, Issue, Statement};

use crate::ground::Ground;
use crate::judge::{Judge, Odds};
use crate::jury::Jury;
use crate::model::ModelError;
use crate::namer::Namer;
use crate::speakers::tokens::Story;
pub use topics::Topic;

/// What is needed to judge; without a judge only cues give stances.
#[derive(Clone, Copy, Default)]
pub struct Tools<'a> {
    /// The model of stances.
    pub judge: Option<&'a Judge>,
    /// The models that read short reports.
    pub readers: Option<Readers<'a>>,
    /// For each statement the vector of what its content means; `None` or missing where that is not known.
    pub vectors: &'a [Option<Vec<f32>>],
    /// The issues to look for; `None`: those that the article itself makes.
    pub topics: Option<&'a [Topic]>,
}

/// Who reads a short report as a whole.
#[derive(Clone, Copy)]
pub struct Readers<'a> {
    /// What names its issues.
    pub namer: &'a Namer,
    /// On which the namer stands.
    pub ground: &'a Ground,
    /// What hears who is for and who against them.
    pub jury: &'a Jury,
}

/// A report has no more statements.
const SHORT: usize = 18;

/// Finds what is at issue and who stands where, and gives the statements their takes and aims.
///
/// # Errors
/// [`ModelError::Run`] if there is no memory for the model's work.
pub fn read(
    story: &Story,
    actors: &[Actor],
    statements: &mut [Statement],
    tools: &Tools,
) -> Result<Debate, ModelError> {
    // The model knows short reports, in which all that is said is on what the headline names; a long story goes on to other things.
    let short = tools.topics.is_none() && statements.len() <= SHORT;
    let readers = tools.readers.filter(|_| short);
    let called = readers.map(|readers| named::read(story, readers.namer.names(readers.ground)));
    read_named(
        story,
        actors,
        statements,
        tools,
        called.unwrap_or_default(),
        readers.map(|readers| readers.jury),
    )
}

/// The same, with what a model reads as names of issues.
fn read_named(
    story: &Story,
    actors: &[Actor],
    statements: &mut [Statement],
    tools: &Tools,
    mut called: Vec<named::Called>,
    jury: Option<&Jury>,
) -> Result<Debate, ModelError> {
    let mut heard = heard::Heard::new(story, statements, jury);
    named::ask(story, &mut called, &mut heard)?;
    let grammar = phrases::Grammar::knowing(story, &named::heads(story, &called));
    let side = |(id, actor)| sides::Side::of(&grammar, ActorId(id), actor, statements);
    let sides: Vec<sides::Side> = (0..).zip(actors).map(side).collect();
    let (found, takes) = match tools.topics {
        Some(topics) => topics::find(&grammar, statements, &sides, topics, tools.vectors),
        None => {
            let mut found = issues::find(&grammar, statements, &sides, &called);
            let takes = takes::find(&grammar, statements, &mut found);
            (found, takes)
        }
    };
    for (statement, takes) in statements.iter_mut().zip(takes) {
        statement.takes = takes;
    }
    for name in found.iter().filter_map(|found| heard::in_headline(story, found)) {
        heard.hear(name)?;
    }
    heard.named = found.iter().map(|found| found.named).collect();
    let issues: Vec<Issue> = found.into_iter().map(|found| found.issue).collect();
    let replies = replies::find(&grammar, actors, statements);
    stances::judge(&grammar, actors, statements, &issues, &heard, &replies, tools)?;
    // Who takes no side on what the report is about may speak of anything.
    for statement in statements.iter_mut() {
        statement.takes.retain(|take| take.stance.is_some() || !prevailing::supposed(take));
    }
    let remarks = aims::remarks(&grammar, &sides, actors, statements, tools)?;
    for (statement, remarks) in statements.iter_mut().zip(&remarks) {
        statement.aim = aims::aim(remarks);
    }
    let positions = positions::find(story.text, statements);
    let speech = |statement: &Statement| wording::Wording::of(story, statement).speech(story);
    let speech: Vec<Option<cues::Speech>> = statements.iter().map(speech).collect();
    let is_party =
        |actor: &Actor| parties::is_party(actor) && (tools.topics.is_some() || !parties::only_reports(actor));
    let evidence = pairings::Evidence {
        statements,
        speech: &speech,
        asks: &statements
            .iter()
            .map(|statement| takes::ends_in_question(story, statement))
            .collect::<Vec<bool>>(),
        replies: &replies,
        contradicted: &contradictions::find(&grammar, actors, statements),
        remarks: &remarks,
        positions: &positions,
        is_group: &actors.iter().map(|actor| actor.kind == Some(ActorKind::Group)).collect::<Vec<bool>>(),
        is_party: &actors.iter().map(is_party).collect::<Vec<bool>>(),
        own_issues: tools.topics.is_none(),
        allied: &parties::allied(actors, &sides),
        in_headline: &issues.iter().map(|issue| headline::names(story, issue)).collect::<Vec<bool>>(),
        disputed: &issues.iter().map(|issue| headline::is_disputed(&grammar, issue)).collect::<Vec<bool>>(),
        named: &headline::named(&grammar, actors, &sides, &issues),
    };
    let (differences, agreements) = pairings::find(&evidence);
    Ok(Debate { issues, positions, differences, agreements })
}

/// The likeliest of three answers and its probability.
fn likeliest(odds: Odds) -> (usize, f32) {
    let best = (0..odds.len()).max_by(|&a, &b| odds[a].total_cmp(&odds[b])).unwrap_or_default();
    (best, odds[best])
}
