//! Joining: what is sure enough is applied, the surest first, and only if the joined record makes sense.

use std::collections::{HashMap, HashSet};

use onrecord_base::ActorKind;
use onrecord_extract::speakers::name_words::Gender;

use super::Appearance;
use super::Verdict;
use super::decisions::Labels;
use super::judge::{Edge, Tie, clearly_differ};
use super::name::Name;
use super::reason::{Reason, ReasonCode};
use super::units::Unit;

/// Who is who.
pub(super) struct Joins {
    /// The appearances of each actor, in order; the actors in the order of their first appearances.
    pub(super) clusters: Vec<Vec<u32>>,
    /// The place in `clusters` of each appearance.
    pub(super) cluster_of: Vec<u32>,
    /// What was applied, by two appearances each.
    pub(super) applied: Vec<Link>,
    /// Merges that were not applied, and pairs of one name that are kept apart.
    pub(super) open: Vec<Link>,
    /// Decisions of the user that contradict each other, a sentence each.
    pub(super) contradictions: Vec<String>,
}

/// A judgement, as of two appearances.
#[derive(Clone, Debug)]
pub(super) struct Link {
    pub(super) between: (u32, u32),
    pub(super) verdict: Verdict,
    pub(super) confidence: f64,
    pub(super) reasons: Vec<Reason>,
}

/// A possible merge, waiting for its turn.
struct Candidate {
    between: (u32, u32),
    confidence: f64,
    why: Why,
}

enum Why {
    Decided,
    SameText,
    /// By its place among the edges.
    Judged(usize),
}

/// Applies the judgements.
pub(super) fn join(
    appearances: &[Appearance],
    units: &[Unit],
    edges: Vec<Edge>,
    merge_above: f64,
    labels: &Labels,
) -> Joins {
    let mut pool = Pool::new(appearances.len(), units, &edges, labels);
    let mut candidates = candidates(appearances, units, &edges, labels);
    // The surest first; among equals the order of the appearances decides, which is the same everywhere.
    candidates.sort_by(|a, b| b.confidence.total_cmp(&a.confidence).then(a.between.cmp(&b.between)));
    let (mut applied, mut open, mut contradictions) = (Vec::new(), Vec::new(), Vec::new());
    for Candidate { between, confidence, why } in candidates {
        let tie = match why {
            Why::Judged(n) => edges[n].tie,
            Why::Decided | Why::SameText => Tie::Item,
        };
        let mut reasons = match why {
            Why::Judged(n) => edges[n].reasons.clone(),
            Why::Decided => vec![Reason::new(ReasonCode::Decided, "you said that they are the same")],
            Why::SameText => {
                vec![Reason::new(ReasonCode::SameText, "the same text was read under two names")]
            }
        };
        let sure = confidence >= merge_above;
        let decided = matches!(why, Why::Decided);
        let fits = if sure || decided { pool.join(between, tie, decided) } else { Err(None) };
        let link =
            |reasons| Link { between, verdict: Verdict::Same, confidence: confidence.min(1.0), reasons };
        match fits {
            Ok(()) => applied.push(link(reasons)),
            Err(_) if decided => contradictions.push(format!(
                "“{}” and “{}” are both the same and different by your decisions; they are kept apart",
                appearances[between.0 as usize].name, appearances[between.1 as usize].name,
            )),
            Err(why) => {
                reasons.extend(why.map(|why| Reason::new(ReasonCode::WouldNotFit, why)));
                open.push(link(reasons));
            }
        }
    }
    let apart = edges.into_iter().filter(|edge| edge.verdict == Verdict::Apart && edge.tie == Tie::Name);
    open.extend(apart.map(|edge| Link {
        between: first_members(units, edge.units),
        verdict: Verdict::Apart,
        confidence: edge.confidence,
        reasons: edge.reasons,
    }));
    // What the user has decided is no longer open.
    open.retain(|link| !pool.decided_apart(link.between));
    let (clusters, cluster_of) = pool.clusters();
    Joins { clusters, cluster_of, applied, open, contradictions }
}

fn first_members(units: &[Unit], (a, b): (u32, u32)) -> (u32, u32) {
    let (a, b) = (units[a as usize].members[0], units[b as usize].members[0]);
    (a.min(b), a.max(b))
}

fn candidates(appearances: &[Appearance], units: &[Unit], edges: &[Edge], labels: &Labels) -> Vec<Candidate> {
    let mut all = Vec::new();
    for group in &labels.same {
        // Above all others, so that they come first.
        all.extend(group.iter().skip(1).map(|other| Candidate {
            between: (group[0], *other),
            confidence: 2.0,
            why: Why::Decided,
        }));
    }
    let mut texts: HashMap<(&str, &str, &str), u32> = HashMap::new();
    for (n, appearance) in appearances.iter().enumerate() {
        let key = (appearance.origin.text_sha256.as_str(), appearance.id.as_str(), appearance.name.as_str());
        let first = *texts.entry(key).or_insert(n as u32);
        if first != n as u32 {
            all.push(Candidate { between: (first, n as u32), confidence: 1.0, why: Why::SameText });
        }
    }
    for (n, edge) in edges.iter().enumerate().filter(|(_, edge)| edge.verdict == Verdict::Same) {
        let why = || Why::Judged(n);
        if edge.units.0 == edge.units.1 {
            let members = &units[edge.units.0 as usize].members;
            all.extend(members[1..].iter().map(|other| Candidate {
                between: (members[0], *other),
                confidence: edge.confidence,
                why: why(),
            }));
        } else {
            let between = first_members(units, edge.units);
            all.push(Candidate { between, confidence: edge.confidence, why: why() });
        }
    }
    all
}

/// What is joined so far.
struct Pool<'u> {
    /// The root of each appearance, or one nearer to it.
    parent: Vec<u32>,
    /// Of each root.
    records: Vec<Record<'u>>,
    /// Pairs of names that evidence makes one, though they differ.
    excused: HashSet<(&'u str, &'u str)>,
}

/// What the joined appearances have together.
#[derive(Default)]
struct Record<'u> {
    members: Vec<u32>,
    item: Option<&'u str>,
    gender: Option<Gender>,
    kind: Option<ActorKind>,
    names: Vec<&'u Name>,
    units: HashSet<u32>,
    /// Units that are kept apart from one of these.
    enemies: HashSet<u32>,
    /// For each decision that they are different: which of its parts this is.
    labels: Vec<(u32, u32)>,
}

impl<'u> Pool<'u> {
    fn new(count: usize, units: &'u [Unit], edges: &[Edge], labels: &Labels) -> Self {
        let mut enemies: HashMap<u32, Vec<u32>> = HashMap::new();
        for edge in edges.iter().filter(|edge| edge.verdict == Verdict::Apart) {
            let (a, b) = edge.units;
            enemies.entry(a).or_default().push(b);
            enemies.entry(b).or_default().push(a);
        }
        let mut records: Vec<Record<'u>> = (0..count).map(|_| Record::default()).collect();
        for (n, unit) in units.iter().enumerate() {
            for &member in &unit.members {
                records[member as usize] = Record {
                    members: vec![member],
                    item: unit.item.as_deref(),
                    gender: unit.gender,
                    kind: unit.kind,
                    names: vec![&unit.name],
                    units: HashSet::from([n as u32]),
                    enemies: enemies.get(&(n as u32)).into_iter().flatten().copied().collect(),
                    labels: labels.of(member),
                };
            }
        }
        Self { parent: (0..count as u32).collect(), records, excused: HashSet::new() }
    }

    fn root(&mut self, mut n: u32) -> u32 {
        while self.parent[n as usize] != n {
            let up = self.parent[n as usize];
            self.parent[n as usize] = self.parent[up as usize];
            n = up;
        }
        n
    }

    /// Joins two records; `Err` with the reason if the joined record would make no sense.
    fn join(&mut self, (a, b): (u32, u32), tie: Tie, decided: bool) -> Result<(), Option<String>> {
        let (a, b) = (self.root(a), self.root(b));
        if a == b {
            return Ok(());
        }
        if self.decided_apart((a, b)) {
            return Err(None);
        }
        let (one, other) = (&self.records[a as usize], &self.records[b as usize]);
        if !decided {
            self.fit(one, other, tie)?;
        }
        if tie != Tie::Name {
            let pairs: Vec<_> = pairs(one, other).map(|(a, b)| ordered(&a.key, &b.key)).collect();
            self.excused.extend(pairs);
        }
        // The smaller into the larger, so that all joins together take little more than linear time.
        let (into, from) = if self.records[a as usize].members.len() < self.records[b as usize].members.len()
        {
            (b, a)
        } else {
            (a, b)
        };
        self.parent[from as usize] = into;
        let from = std::mem::take(&mut self.records[from as usize]);
        self.records[into as usize].absorb(from);
        Ok(())
    }

    /// Whether the user said that those joined with the one are different from those joined with the other.
    fn decided_apart(&mut self, (a, b): (u32, u32)) -> bool {
        let [one, other] = [a, b].map(|n| self.root(n)).map(|root| &self.records[root as usize].labels);
        one.iter().any(|(entry, part)| other.iter().any(|(e, p)| e == entry && p != part))
    }

    fn fit(&self, one: &Record<'u>, other: &Record<'u>, tie: Tie) -> Result<(), Option<String>> {
        if let (Some(a), Some(b)) = (one.item, other.item)
            && a != b
        {
            return Err(Some(format!("the joined record would have two Wikidata items, {a} and {b}")));
        }
        if tie == Tie::Item {
            return Ok(());
        }
        if one.gender.is_some() && other.gender.is_some() && one.gender != other.gender {
            return Err(Some("the joined record would be both “he” and “she”".to_owned()));
        }
        if one.kind.is_some() && other.kind.is_some() && one.kind != other.kind {
            return Err(Some("the joined record would be of two kinds".to_owned()));
        }
        let (few, many) = if one.units.len() < other.enemies.len() { (one, other) } else { (other, one) };
        let clash = few.units.iter().any(|unit| many.enemies.contains(unit))
            || few.enemies.iter().any(|unit| many.units.contains(unit));
        if clash {
            return Err(Some(
                "one of them is joined with somebody who is kept apart from the other".to_owned(),
            ));
        }
        if tie != Tie::Alias {
            let differ = pairs(one, other)
                .find(|(a, b)| clearly_differ(a, b) && !self.excused.contains(&ordered(&a.key, &b.key)));
            if let Some((a, b)) = differ {
                let [a, b] = [a, b].map(|name| name.words.join(" "));
                return Err(Some(format!("the joined record would have two names, “{a}” and “{b}”")));
            }
        }
        Ok(())
    }

    fn clusters(mut self) -> (Vec<Vec<u32>>, Vec<u32>) {
        let count = self.parent.len() as u32;
        let mut places: HashMap<u32, u32> = HashMap::new();
        let mut clusters: Vec<Vec<u32>> = Vec::new();
        let mut cluster_of = Vec::with_capacity(count as usize);
        for n in 0..count {
            let root = self.root(n);
            let place = *places.entry(root).or_insert(clusters.len() as u32);
            if place as usize == clusters.len() {
                clusters.push(Vec::new());
            }
            clusters[place as usize].push(n);
            cluster_of.push(place);
        }
        (clusters, cluster_of)
    }
}

fn pairs<'r, 'u>(
    one: &'r Record<'u>,
    other: &'r Record<'u>,
) -> impl Iterator<Item = (&'u Name, &'u Name)> + 'r {
    one.names.iter().flat_map(|a| other.names.iter().map(move |b| (*a, *b)))
}

fn ordered<'u>(a: &'u str, b: &'u str) -> (&'u str, &'u str) {
    if a <= b { (a, b) } else { (b, a) }
}

impl<'u> Record<'u> {
    fn absorb(&mut self, from: Record<'u>) {
        self.members.extend(from.members);
        self.item = self.item.or(from.item);
        self.gender = self.gender.or(from.gender);
        self.kind = self.kind.or(from.kind);
        for name in from.names {
            if !self.names.iter().any(|known| known.key == name.key && known.class == name.class) {
                self.names.push(name);
            }
        }
        self.units.extend(from.units);
        self.enemies.extend(from.enemies);
        for label in from.labels {
            if !self.labels.contains(&label) {
                self.labels.push(label);
            }
        }
    }
}
