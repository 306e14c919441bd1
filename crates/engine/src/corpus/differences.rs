//! Differences over several documents: two actors, one issue, and what shows that they are opposed; agreements likewise.
//!
//! A difference stands if a document shows it, on whatever ground, or if the positions that the actors have over all
//! documents are opposed. Agreements are the same with the same positions.

use std::collections::{BTreeMap, HashMap};

use super::{Carrier, Corpus};
use crate::json::corpus::DifferenceLine;
use crate::json::{Document, Ground, Pairing, Stance, VERSION};

/// An issue and two actors, the one that appeared first before the other.
type Place = (usize, usize, usize);

/// What shows that two differ or agree, for each ground.
pub(super) type Grounds = BTreeMap<Ground, Shown>;

/// Places of utterances of each side, the strongest first, and how strong that is.
#[derive(Clone, Debug, Default)]
pub(super) struct Shown {
    pub(super) sides: [Vec<usize>; 2],
    strength: Option<f64>,
}

impl Corpus {
    /// All differences, the strongest first, then those with more utterances on both sides.
    pub fn differences(&self) -> Vec<DifferenceLine> {
        self.lines(&self.opposed())
    }

    /// All agreements, in the same order.
    pub fn agreements(&self) -> Vec<DifferenceLine> {
        self.lines(&self.agreed())
    }

    pub(super) fn opposed(&self) -> BTreeMap<Place, Grounds> {
        self.pairs(|document| &document.differences, Stance::opposite)
    }

    pub(super) fn agreed(&self) -> BTreeMap<Place, Grounds> {
        self.pairs(|document| &document.agreements, |stance| stance)
    }

    /// `other` gives the stance that the second actor must have for the first one's.
    fn pairs(
        &self,
        of: impl Fn(&Document) -> &[Pairing],
        other: impl Fn(Stance) -> Stance,
    ) -> BTreeMap<Place, Grounds> {
        let mut pairs: BTreeMap<Place, Grounds> = BTreeMap::new();
        let carried = self.carried();
        for (document, pairing) in
            self.documents.iter().enumerate().flat_map(|(n, d)| of(d).iter().map(move |pairing| (n, pairing)))
        {
            if let Some((place, shown)) = self.shown_by(document, pairing, &carried) {
                pairs.entry(place).or_default().entry(pairing.ground).or_default().add(shown);
            }
        }
        let mut stands: BTreeMap<usize, Vec<(usize, Stance)>> = BTreeMap::new();
        let mut speakers: Vec<(usize, usize)> = self.utterances.iter().map(|u| (u.issue, u.actor)).collect();
        speakers.sort_unstable();
        speakers.dedup();
        for (issue, actor) in speakers {
            if let Some(stance) = self.leaning(actor, issue).and_then(|leaning| leaning.side()) {
                stands.entry(issue).or_default().push((actor, stance));
            }
        }
        for (issue, stands) in stands {
            for (n, &(a, stance)) in stands.iter().enumerate() {
                for &(b, _) in stands[n + 1..].iter().filter(|(_, against)| *against == other(stance)) {
                    let shown = self.shown_by_stances(issue, [(a, stance), (b, other(stance))]);
                    let grounds = pairs.entry((issue, a, b)).or_default();
                    grounds.entry(Ground::Stances).or_default().add(shown);
                }
            }
        }
        pairs
    }

    /// Utterances by their carriers and issues.
    fn carried(&self) -> HashMap<(Carrier, usize, usize), usize> {
        let all = self.utterances.iter().enumerate();
        all.flat_map(|(n, u)| u.carriers.iter().map(move |carrier| ((*carrier, u.issue, u.actor), n)))
            .collect()
    }

    fn shown_by(
        &self,
        document: usize,
        pairing: &Pairing,
        carried: &HashMap<(Carrier, usize, usize), usize>,
    ) -> Option<(Place, Shown)> {
        let issue = *self.ids.get(&pairing.issue)?;
        let [a, b] = pairing.between.each_ref().map(|id| self.cast[document].get(id).copied());
        let (a, b) = (a?, b?);
        let side = |ids: &[String], actor: usize| -> Vec<usize> {
            let place = |id: &String| {
                let statement = self.documents[document].statements.iter().position(|s| s.id == *id)?;
                carried.get(&(Carrier { document, statement }, issue, actor)).copied()
            };
            ids.iter().filter_map(place).collect()
        };
        let mut sides = [side(&pairing.statements[0], a), side(&pairing.statements[1], b)];
        if a == b || sides.iter().any(Vec::is_empty) {
            return None;
        }
        if a > b {
            sides.reverse();
        }
        let shown = Shown { sides, strength: pairing.strength };
        Some(((issue, a.min(b), a.max(b)), shown))
    }

    /// As strong as the weaker side's surest stance.
    fn shown_by_stances(&self, issue: usize, between: [(usize, Stance); 2]) -> Shown {
        let sure = |n: &usize| self.utterances[*n].confidence.unwrap_or(0.0);
        let sides = between.map(|(actor, stance)| {
            let said = self.said.get(&(actor, issue)).into_iter().flatten().copied();
            let mut side: Vec<usize> = said.filter(|n| self.utterances[*n].stance == Some(stance)).collect();
            side.sort_by(|a, b| sure(b).total_cmp(&sure(a)));
            side
        });
        let surest = [0, 1].map(|n: usize| sides[n].first().and_then(|n| self.utterances[*n].confidence));
        let strength = surest[0].zip(surest[1]).map(|(a, b)| a.min(b));
        Shown { sides, strength }
    }

    fn lines(&self, pairs: &BTreeMap<Place, Grounds>) -> Vec<DifferenceLine> {
        let mut lines: Vec<DifferenceLine> = Vec::new();
        for (&(issue, a, b), grounds) in pairs {
            for (ground, shown) in grounds {
                let (issue, actors) = (&self.issues[issue], [&self.actors[a], &self.actors[b]]);
                let evidence = shown
                    .sides
                    .each_ref()
                    .map(|side| side.iter().map(|n| self.evidence(&self.utterances[*n])).collect::<Vec<_>>());
                lines.push(DifferenceLine {
                    onrecord: VERSION,
                    issue: issue.id.clone(),
                    label: issue.label.clone(),
                    proposition: issue.proposition.clone(),
                    between: actors.map(|actor| actor.key.to_string()),
                    names: actors.map(|actor| actor.name.clone()),
                    statements: evidence
                        .each_ref()
                        .map(|side| side.iter().map(|evidence| evidence.statement.clone()).collect()),
                    ground: *ground,
                    strength: shown.strength,
                    evidence,
                });
            }
        }
        let fewer = |line: &DifferenceLine| line.statements.iter().map(Vec::len).min().unwrap_or(0);
        lines.sort_by(|a, b| {
            let strength = b.strength.unwrap_or(0.0).total_cmp(&a.strength.unwrap_or(0.0));
            strength.then_with(|| fewer(b).cmp(&fewer(a)))
        });
        lines
    }
}

impl Shown {
    fn add(&mut self, other: Shown) {
        self.strength = match (self.strength, other.strength) {
            (Some(a), Some(b)) => Some(a.max(b)),
            (a, b) => a.or(b),
        };
        for (known, new) in self.sides.iter_mut().zip(other.sides) {
            for place in new {
                if !known.contains(&place) {
                    known.push(place);
                }
            }
        }
    }
}
