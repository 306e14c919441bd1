//! What is said on an issue, counted: each utterance once however many articles carry it, and the best of them as examples.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use onrecord_base::simple_words;

use super::sets::Sets;
use crate::corpus::{ActorKey, Said, actor_key, day_of};
use crate::json::suggestion::Example;
use crate::json::{Document, Statement};

/// So many examples show what an issue is.
const EXAMPLES: usize = 3;
/// Characters of a quotation that is neither a scrap nor a speech.
const FITTING: std::ops::RangeInclusive<usize> = 25..=300;

/// So surely a statement is on an issue by its own words, and not by those of the one before it.
const SURE: f64 = 0.8;

/// A statement on an issue.
#[derive(Clone, Copy)]
pub(super) struct Spoken<'d> {
    pub(super) document: &'d Document,
    pub(super) statement: &'d Statement,
    /// The place of the document, and that of the statement in it.
    pub(super) place: usize,
    pub(super) number: usize,
    /// How surely it is on the issue, 0 to 1.
    pub(super) score: f64,
}

/// The counts.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Tally {
    pub(super) statements: usize,
    pub(super) actors: usize,
    pub(super) from: Option<String>,
    pub(super) to: Option<String>,
    pub(super) examples: Vec<Example>,
}

impl Tally {
    pub(super) fn of(spoken: &[Spoken<'_>]) -> Self {
        let first = utterances(spoken);
        let actors: BTreeSet<ActorKey> = spoken.iter().flat_map(Spoken::actors).collect();
        let days: BTreeSet<&str> = spoken.iter().filter_map(|spoken| day_of(spoken.document)).collect();
        Self {
            statements: first.len(),
            actors: actors.len(),
            from: days.first().map(|day| (*day).to_owned()),
            to: days.last().map(|day| (*day).to_owned()),
            examples: examples(first),
        }
    }
}

impl Spoken<'_> {
    fn actors(&self) -> BTreeSet<ActorKey> {
        let said = |actor: &&crate::json::Actor| self.statement.actors.contains(&actor.id);
        self.document.actors.iter().filter(said).map(|actor| actor_key(self.document, actor)).collect()
    }
}

/// Each utterance in its earliest article; undated ones come last. What nobody settled is said by the same nobody.
pub(super) fn utterances<'d>(spoken: &[Spoken<'d>]) -> Vec<Spoken<'d>> {
    let mut sets = Sets::new(spoken.len());
    let mut by_words: HashMap<(Option<ActorKey>, Said), usize> = HashMap::new();
    let mut by_id: HashMap<&str, usize> = HashMap::new();
    for (n, of) in spoken.iter().enumerate() {
        let same_id = *by_id.entry(&of.statement.id).or_insert(n);
        sets.join(same_id, n);
        let actors = of.actors();
        let nobody = actors.is_empty().then_some(None);
        let said = Said::of(of.document, of.statement);
        for actor in actors.into_iter().map(Some).chain(nobody) {
            let same_words = *by_words.entry((actor, said.clone())).or_insert(n);
            sets.join(same_words, n);
        }
    }
    let mut first: BTreeMap<usize, Spoken<'d>> = BTreeMap::new();
    for (n, of) in spoken.iter().enumerate() {
        let known = first.entry(sets.find(n)).or_insert(*of);
        if order(of) < order(known) {
            *known = *of;
        }
    }
    first.into_values().collect()
}

fn order<'d>(of: &Spoken<'d>) -> (bool, Option<&'d str>, usize, usize) {
    let day = day_of(of.document);
    (day.is_none(), day, of.place, of.number)
}

/// The surest of fitting length, each of another actor and article as far as there are such.
fn examples(mut spoken: Vec<Spoken<'_>>) -> Vec<Example> {
    let unfit = |of: &Spoken<'_>| !FITTING.contains(&of.statement.quote.chars().count());
    spoken.sort_by(|a, b| {
        let rough = |of: &Spoken<'_>| (unfit(of), of.statement.actors.is_empty());
        rough(a).cmp(&rough(b)).then(b.score.total_cmp(&a.score)).then_with(|| order(a).cmp(&order(b)))
    });
    let mut chosen: Vec<Spoken<'_>> = Vec::new();
    // At first both must be new, then one of them, then neither; what only goes on from another statement comes last.
    for (new, sure) in [(2, true), (1, true), (0, true), (0, false)] {
        if chosen.len() == EXAMPLES {
            break;
        }
        for of in spoken.iter().filter(|of| !sure || of.score >= SURE) {
            let another = |differs: &dyn Fn(&Spoken<'_>) -> bool| usize::from(chosen.iter().all(differs));
            let is_new = another(&|other| other.place != of.place)
                + another(&|other| other.actors().is_disjoint(&of.actors()));
            // Two who say the same show no more than one.
            let words = |of: &Spoken<'_>| simple_words(&of.statement.quote);
            let again = chosen.iter().any(|other| words(other) == words(of));
            if !again && is_new >= new && chosen.len() < EXAMPLES {
                chosen.push(*of);
            }
        }
    }
    chosen.iter().map(example).collect()
}

fn example(of: &Spoken<'_>) -> Example {
    let named = |id: &String| of.document.actors.iter().find(|actor| actor.id == *id);
    Example {
        statement: of.statement.id.clone(),
        doc: of.document.doc.clone(),
        published: of.document.published.clone(),
        actors: of.statement.actors.iter().filter_map(named).map(|actor| actor.name.clone()).collect(),
        quote: of.statement.quote.clone(),
    }
}
