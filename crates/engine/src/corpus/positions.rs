//! Positions over several documents: where each actor stands on each issue, with everything that shows it.

use super::{Corpus, Utterance};
use crate::json::corpus::{Carried, Evidence, PositionLine};
use crate::json::{Leaning, VERSION};

impl Corpus {
    /// Where each actor stands on each issue, by issue, then actor, in order of appearance.
    pub fn positions(&self) -> Vec<PositionLine> {
        let mut pairs: Vec<(usize, usize)> = self.utterances.iter().map(|u| (u.issue, u.actor)).collect();
        pairs.sort_unstable();
        pairs.dedup();
        pairs.into_iter().map(|(issue, actor)| self.position(issue, actor)).collect()
    }

    /// What an actor's utterances on an issue come to.
    pub(super) fn leaning(&self, actor: usize, issue: usize) -> Option<Leaning> {
        Leaning::of(self.said(actor, issue).map(|utterance| utterance.stance))
    }

    /// An utterance with its words and where they stand: those of its first carrier.
    pub(super) fn evidence(&self, utterance: &Utterance) -> Evidence {
        let (document, statement) = self.carrier(utterance.carriers[0]);
        let also = utterance.carriers[1..].iter().map(|carrier| {
            let (document, statement) = self.carrier(*carrier);
            Carried { statement: statement.id.clone(), doc: document.doc.clone() }
        });
        Evidence {
            statement: statement.id.clone(),
            doc: document.doc.clone(),
            url: document.url.clone(),
            outlet: document.outlet.clone(),
            published: document.published.clone(),
            cue: self.cue(utterance.carriers[0]),
            quote: statement.quote.clone(),
            stance: utterance.stance,
            confidence: utterance.confidence,
            also: also.collect(),
        }
    }

    fn position(&self, issue: usize, actor: usize) -> PositionLine {
        let mut said: Vec<&Utterance> = self.said(actor, issue).collect();
        said.sort_by_key(|utterance| (self.day(utterance).is_none(), self.day(utterance)));
        let days: Vec<&str> = said.iter().filter_map(|utterance| self.day(utterance)).collect();
        let carriers = said.iter().flat_map(|utterance| &utterance.carriers);
        let (issue, who) = (&self.issues[issue], &self.actors[actor]);
        PositionLine {
            onrecord: VERSION,
            issue: issue.id.clone(),
            label: issue.label.clone(),
            proposition: issue.proposition.clone(),
            actor: who.key.to_string(),
            name: who.name.clone(),
            wikidata: who.wikidata.clone(),
            stance: Leaning::of(said.iter().map(|utterance| utterance.stance)),
            from: days.first().map(|day| (*day).to_owned()),
            to: days.last().map(|day| (*day).to_owned()),
            statements: carriers.map(|carrier| self.carrier(*carrier).1.id.clone()).collect(),
            evidence: said.iter().map(|utterance| self.evidence(utterance)).collect(),
        }
    }
}
