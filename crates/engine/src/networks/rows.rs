//! Rows: what a network is made of, one for each vote.

use super::Node;
use crate::corpus::{Carrier, Corpus};
use crate::json::Stance;

/// One vote: an actor, an issue, a qualifier, and where and when it was cast.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Row {
    /// The place of the actor in [`Rows::actors`].
    pub actor: usize,
    /// The place of the issue in [`Rows::issues`].
    pub issue: usize,
    /// 1 for support, −1 for opposition, 0 for neutral; `None` where it is unclear.
    pub qualifier: Option<i8>,
    /// The day, `YYYY-MM-DD`.
    pub day: Option<String>,
    /// The document.
    pub document: String,
    /// Id of the statement.
    pub statement: String,
}

/// Votes, with those who cast them and what they are on.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Rows {
    /// In order of first appearance; each has a row.
    pub actors: Vec<Node>,
    /// The same of issues.
    pub issues: Vec<Node>,
    /// The votes.
    pub rows: Vec<Row>,
}

/// Which votes count. The default: clear stances for or against, each utterance once.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// Neutral ones count, with qualifier 0.
    pub neutral: bool,
    /// Unclear ones count, without a qualifier.
    pub unclear: bool,
    /// Each article that carries an utterance counts.
    pub carriers: bool,
}

impl Rows {
    /// The votes in a corpus.
    pub fn of(corpus: &Corpus, selection: Selection) -> Self {
        let mut rows = Self::default();
        for utterance in corpus.utterances() {
            let qualifier = match utterance.stance {
                Some(Stance::Support) => Some(1),
                Some(Stance::Oppose) => Some(-1),
                Some(Stance::Neutral) if selection.neutral => Some(0),
                None if selection.unclear => None,
                Some(Stance::Neutral) | None => continue,
            };
            let count = if selection.carriers { utterance.carriers.len() } else { 1 };
            for carrier in &utterance.carriers[..count] {
                let actor = &corpus.actors()[utterance.actor];
                let issue = &corpus.issues()[utterance.issue];
                let (day, document, statement) = place(corpus, *carrier);
                rows.add(
                    Node { id: actor.key.to_string(), label: actor.name.clone() },
                    Node { id: issue.id.clone(), label: issue.label.clone() },
                    |actor, issue| Row { actor, issue, qualifier, day, document, statement },
                );
            }
        }
        rows
    }

    /// Adds a vote of an actor on an issue, which are known by their ids.
    pub(super) fn add(&mut self, actor: Node, issue: Node, row: impl FnOnce(usize, usize) -> Row) {
        let (actor, issue) = (place_of(&mut self.actors, actor), place_of(&mut self.issues, issue));
        self.rows.push(row(actor, issue));
    }
}

fn place(corpus: &Corpus, carrier: Carrier) -> (Option<String>, String, String) {
    let (document, statement) = corpus.carrier(carrier);
    (corpus.day_of(carrier).map(str::to_owned), document.doc.clone(), statement.id.clone())
}

fn place_of(nodes: &mut Vec<Node>, node: Node) -> usize {
    nodes.iter().position(|known| known.id == node.id).unwrap_or_else(|| {
        nodes.push(node);
        nodes.len() - 1
    })
}
