//! Camps: where several differ from several on one issue by their stances, all who are for it beside all who are against, instead
//! of every pair of them.

use std::collections::BTreeMap;

use onrecord_base::{ActorId, Ground, IssueId, Pairing, Stance};
use onrecord_engine::ReadArticle;

use super::debate;

/// A difference as it is told to a reader.
pub(crate) enum Difference<'d> {
    /// Two actors.
    Pair(&'d Pairing),
    /// Two sides, of which one has several actors.
    Camps(Camps),
}

/// Who is for an issue and who is against it.
pub(crate) struct Camps {
    pub(crate) issue: IssueId,
    /// For each actor the place of its strongest statement, those named first first.
    pub(crate) supports: Vec<(ActorId, u32)>,
    pub(crate) opposes: Vec<(ActorId, u32)>,
}

impl Camps {
    /// `None` where there is one pair only, somebody is on both sides, or not all of one side differ from all of the other.
    fn of(read: &ReadArticle, issue: IssueId, pairs: &[&Pairing]) -> Option<Self> {
        let mut sides: [BTreeMap<ActorId, u32>; 2] = Default::default();
        for pair in pairs {
            for (actor, statements) in pair.between.iter().zip(&pair.statements) {
                let place = *statements.first()?;
                let side = match debate::stance(read, place, issue)? {
                    Stance::Support => 0,
                    Stance::Oppose => 1,
                    Stance::Neutral => return None,
                };
                sides[side].insert(*actor, place);
            }
        }
        let both = sides[0].keys().any(|actor| sides[1].contains_key(actor));
        let all = pairs.len() > 1 && pairs.len() == sides[0].len() * sides[1].len() && !both;
        let [supports, opposes] = sides.map(|side| {
            let mut side: Vec<(ActorId, u32)> = side.into_iter().collect();
            side.sort_by_key(|(_, place)| *place);
            side
        });
        all.then_some(Self { issue, supports, opposes })
    }

    /// Whether two agree by being on one side.
    fn have(&self, pair: &Pairing) -> bool {
        let on = |side: &[(ActorId, u32)]| {
            pair.between.iter().all(|who| side.iter().any(|(actor, _)| actor == who))
        };
        pair.issue == self.issue
            && pair.ground == Ground::Stances
            && (on(&self.supports) || on(&self.opposes))
    }

    /// The sides with their words.
    pub(crate) fn sides(&self) -> [(&'static str, &[(ActorId, u32)]); 2] {
        let word = |stance| debate::stance_word(Some(stance));
        [(word(Stance::Support), &self.supports), (word(Stance::Oppose), &self.opposes)]
    }
}

/// The differences, the strongest first, and the agreements that they do not tell already.
pub(crate) fn told(read: &ReadArticle) -> (Vec<Difference<'_>>, Vec<&Pairing>) {
    let of = &read.reading.debate;
    let mut by_issue: BTreeMap<IssueId, Vec<&Pairing>> = BTreeMap::new();
    for pair in of.differences.iter().filter(|pair| pair.ground == Ground::Stances) {
        by_issue.entry(pair.issue).or_default().push(pair);
    }
    let mut camps: BTreeMap<IssueId, Camps> = by_issue
        .iter()
        .filter_map(|(issue, pairs)| Some((*issue, Camps::of(read, *issue, pairs)?)))
        .collect();
    let agreements =
        of.agreements.iter().filter(|pair| !camps.get(&pair.issue).is_some_and(|camps| camps.have(pair)));
    let agreements = agreements.collect();
    let grouped: Vec<IssueId> = camps.keys().copied().collect();
    let differences = of.differences.iter().filter_map(|pair| {
        match pair.ground == Ground::Stances && grouped.contains(&pair.issue) {
            true => camps.remove(&pair.issue).map(Difference::Camps),
            false => Some(Difference::Pair(pair)),
        }
    });
    (differences.collect(), agreements)
}
