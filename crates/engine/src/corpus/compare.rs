//! Two actors compared: on each issue of which one or both speak, whether they differ, agree, or one is silent.

use std::cmp::Reverse;

use super::Corpus;
use super::differences::Grounds;
use crate::json::corpus::{Comparison, Side, Verdict};
use crate::json::{Ground, Leaning, VERSION};

impl Corpus {
    /// Compares two actors, by their places. Differences come first, then agreements, what is unclear, and where one is
    /// silent; within these the issues of which more was said.
    pub fn compare(&self, a: usize, b: usize) -> Vec<Comparison> {
        let (opposed, agreed) = (self.opposed(), self.agreed());
        let mut all: Vec<Comparison> = Vec::new();
        for (place, issue) in self.issues.iter().enumerate() {
            let [speaks, answers] = [a, b].map(|actor| self.said.contains_key(&(actor, place)));
            if !speaks && !answers {
                continue;
            }
            let key = (place, a.min(b), a.max(b));
            let stances = [a, b].map(|actor| self.leaning(actor, place));
            // Two who are neutral agree, which is no agreement that anybody would list.
            let both_neutral = stances == [Some(Leaning::Neutral); 2];
            let (verdict, shown) = match (opposed.get(&key), agreed.get(&key)) {
                _ if !(speaks && answers) => (Verdict::Silent, None),
                (Some(grounds), _) => (Verdict::Differ, Some(grounds)),
                (None, Some(grounds)) => (Verdict::Agree, Some(grounds)),
                (None, None) if both_neutral => (Verdict::Agree, None),
                (None, None) => (Verdict::Unclear, None),
            };
            let grounds = match shown {
                Some(shown) => shown.keys().copied().collect(),
                None if verdict == Verdict::Agree => vec![Ground::Stances],
                None => Vec::new(),
            };
            all.push(Comparison {
                onrecord: VERSION,
                issue: issue.id.clone(),
                label: issue.label.clone(),
                proposition: issue.proposition.clone(),
                verdict,
                grounds,
                sides: [(a, a > b), (b, b > a)].map(|(actor, second)| self.side(actor, place, shown, second)),
            });
        }
        let said =
            |comparison: &Comparison| comparison.sides.iter().map(|side| side.evidence.len()).sum::<usize>();
        all.sort_by_key(|comparison| (comparison.verdict, Reverse(said(comparison))));
        all
    }

    /// What an actor said on an issue: what shows the verdict first, then what shows a stance, the surest before the
    /// others. `second` is whether the actor is the second one of the grounds.
    fn side(&self, actor: usize, issue: usize, grounds: Option<&Grounds>, second: bool) -> Side {
        let shown: Vec<usize> = grounds
            .into_iter()
            .flat_map(|grounds| grounds.values())
            .flat_map(|shown| &shown.sides[usize::from(second)])
            .copied()
            .collect();
        let mut said: Vec<usize> = self.said.get(&(actor, issue)).cloned().unwrap_or_default();
        let sure = |n: usize| {
            let utterance = &self.utterances[n];
            utterance.stance.map_or(-1.0, |_| utterance.confidence.unwrap_or(0.0))
        };
        said.sort_by(|&a, &b| {
            (!shown.contains(&a)).cmp(&!shown.contains(&b)).then_with(|| sure(b).total_cmp(&sure(a)))
        });
        let who = &self.actors[actor];
        Side {
            actor: who.key.to_string(),
            name: who.name.clone(),
            wikidata: who.wikidata.clone(),
            stance: self.leaning(actor, issue),
            evidence: said.into_iter().map(|n| self.evidence(&self.utterances[n])).collect(),
        }
    }
}
