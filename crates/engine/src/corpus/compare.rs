//! Two actors compared: on each issue of which one or both speak, whether they differ, agree, or one is silent.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use super::Corpus;
use super::differences::{Grounds, Place};
use crate::json::corpus::{Comparison, Evidence, Side, Verdict};
use crate::json::{Ground, Leaning, VERSION};

impl Corpus {
    /// Compares two actors, by their places. Differences come first, then agreements, what is unclear, and where one is
    /// silent; within these the issues of which more was said.
    pub fn compare(&self, a: usize, b: usize) -> Vec<Comparison> {
        let (opposed, agreed) = (self.opposed(), self.agreed());
        let mut all: Vec<Comparison> = Vec::new();
        for (place, issue) in self.issues.iter().enumerate() {
            let sides = [self.side(a, place), self.side(b, place)];
            let [speaks, answers] = sides.each_ref().map(|side| !side.evidence.is_empty());
            if !speaks && !answers {
                continue;
            }
            let key = (place, a.min(b), a.max(b));
            let grounds = |pairs: &BTreeMap<Place, Grounds>| -> Vec<Ground> {
                pairs.get(&key).into_iter().flat_map(|grounds| grounds.keys().copied()).collect()
            };
            let (differ, agree) = (grounds(&opposed), grounds(&agreed));
            let same = sides[0].stance.is_some() && sides[0].stance == sides[1].stance;
            let (verdict, grounds) = if !(speaks && answers) {
                (Verdict::Silent, Vec::new())
            } else if !differ.is_empty() {
                (Verdict::Differ, differ)
            } else if !agree.is_empty() {
                (Verdict::Agree, agree)
            } else if same && sides[0].stance != Some(Leaning::Mixed) {
                (Verdict::Agree, vec![Ground::Stances])
            } else {
                (Verdict::Unclear, Vec::new())
            };
            all.push(Comparison {
                onrecord: VERSION,
                issue: issue.id.clone(),
                label: issue.label.clone(),
                proposition: issue.proposition.clone(),
                verdict,
                grounds,
                sides,
            });
        }
        let said =
            |comparison: &Comparison| comparison.sides.iter().map(|side| side.evidence.len()).sum::<usize>();
        all.sort_by_key(|comparison| (comparison.verdict, Reverse(said(comparison))));
        all
    }

    /// What an actor said on an issue: what shows a stance first, the surest before the others.
    fn side(&self, actor: usize, issue: usize) -> Side {
        let mut evidence: Vec<Evidence> =
            self.said(actor, issue).map(|utterance| self.evidence(utterance)).collect();
        let sure = |evidence: &Evidence| evidence.stance.map_or(-1.0, |_| evidence.confidence.unwrap_or(0.0));
        evidence.sort_by(|a, b| sure(b).total_cmp(&sure(a)));
        let who = &self.actors[actor];
        Side {
            actor: who.key.to_string(),
            name: who.name.clone(),
            wikidata: who.wikidata.clone(),
            stance: self.leaning(actor, issue),
            evidence,
        }
    }
}
