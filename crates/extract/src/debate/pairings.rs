//! Differences and agreements: two actors, one issue, and the statements of both that show it.

use std::collections::{BTreeMap, BTreeSet};

use onrecord_base::{ActorId, Attitude, Ground, IssueId, Leaning, Pairing, Position, Stance, Statement};

use super::aims::{BY_CUE, Remark};
use super::cues::Speech;
use super::prevailing;
use super::replies::Reply;

/// How strong each kind of evidence is at best.
const STANCES: f32 = 0.9;
const DENIAL: f32 = 0.8;
/// Less than stances that a cue tells, which say the same more plainly.
const ANSWERED: f32 = 0.75;
const CRITICISM: f32 = 0.85;
const REPORTED: f32 = 0.85;
const TOGETHER: f32 = 0.8;
const ENDORSED: f32 = 0.8;
/// Statements with a lower score only go on with the issue from afar.
const ON_IT: f32 = 0.7;
const DOUBTFUL: f32 = 0.8;
/// Weaker evidence shows nothing: a difference that is none does more harm than one that is not told.
const WEAKEST: f32 = 0.63;
/// What an article makes an issue by itself is often none, and a model's stance toward a mere label seldom sure: then evidence must be
/// stronger, and criticism must come from a statement that surely is on the issue.
const WEAKEST_OF_OWN: f32 = 0.76;
/// And so must fault that is found over an issue which no headline names.
const WEAKEST_FAULT_OF_OWN: f32 = 0.75;
/// On one issue so many actors at most are set against each other.
const MOST_PARTIES: usize = 24;

/// All that the pairings are told from.
pub(super) struct Evidence<'a> {
    pub(super) statements: &'a [Statement],
    /// For each statement what its cue says of its content.
    pub(super) speech: &'a [Option<Speech>],
    /// For each statement whether it asks.
    pub(super) asks: &'a [bool],
    /// For each statement the one that it answers.
    pub(super) replies: &'a [Option<Reply>],
    /// For each statement the actors whose word it says is not so.
    pub(super) contradicted: &'a [Vec<ActorId>],
    pub(super) remarks: &'a [Vec<Remark>],
    pub(super) positions: &'a [Position],
    /// For each actor whether it is somebody; "residents" and "two officials" are no party to anything.
    pub(super) is_party: &'a [bool],
    /// For each actor whether it is many: of "farmers" and their leaders nobody need be told that they agree.
    pub(super) is_group: &'a [bool],
    /// Whether the issues are the article's own, not a user's.
    pub(super) own_issues: bool,
    /// For each actor those whose side it is on by its role: "Trump's campaign manager".
    pub(super) allied: &'a [BTreeSet<ActorId>],
    /// For each issue whether the headline names it.
    pub(super) in_headline: &'a [bool],
    /// For each issue whether the headline says that it is disputed.
    pub(super) disputed: &'a [bool],
    /// For each actor the words by which the headline names it or its side.
    pub(super) named: &'a [BTreeSet<String>],
}

/// The differences and the agreements, each with the strongest first. Two actors either differ on an issue or agree.
pub(super) fn find(evidence: &Evidence) -> (Vec<Pairing>, Vec<Pairing>) {
    let mut by_issue: BTreeMap<IssueId, Vec<&Position>> = BTreeMap::new();
    for position in evidence.positions.iter().filter(|p| evidence.is_party[p.actor.0 as usize]) {
        by_issue.entry(position.issue).or_default().push(position);
    }
    let (mut differences, mut agreements) = (Vec::new(), Vec::new());
    for positions in by_issue.values_mut() {
        // Of a crowd those who say most: pairs grow with the square.
        positions.sort_by_key(|position| (std::cmp::Reverse(position.statements.len()), position.actor));
        positions.truncate(MOST_PARTIES);
        positions.sort_by_key(|position| position.actor);
        for (place, one) in positions.iter().enumerate() {
            for two in &positions[place + 1..] {
                let differ = evidence.difference(one, two).filter(|_| !evidence.are_allied(one, two));
                let agree = evidence.agreement(one, two);
                match (differ, agree) {
                    (Some(differ), Some(agree)) if agree.strength > differ.strength => agreements.push(agree),
                    (Some(differ), _) => differences.push(differ),
                    (None, agree) => agreements.extend(agree),
                }
            }
        }
    }
    for all in [&mut differences, &mut agreements] {
        all.sort_by(|a, b| {
            let size = |p: &Pairing| p.statements[0].len() + p.statements[1].len();
            b.strength.total_cmp(&a.strength).then(size(b).cmp(&size(a))).then(a.between.cmp(&b.between))
        });
    }
    (differences, agreements)
}

impl Evidence<'_> {
    fn difference(&self, one: &Position, two: &Position) -> Option<Pairing> {
        let found = [
            self.opposed(one, two),
            self.denied(one, two),
            self.denied(two, one).map(swapped),
            self.answered(one, two),
            self.answered(two, one).map(swapped),
            self.contradicted(one, two),
            self.contradicted(two, one).map(swapped),
            self.judged(one, two),
            self.criticised(one, two),
            self.criticised(two, one).map(swapped),
            self.reported(one, two),
        ];
        found.into_iter().flatten().max_by(|a, b| a.strength.total_cmp(&b.strength))
    }

    /// Whether one speaks for the other's side; what it says that finds fault is hardly meant for it.
    fn are_allied(&self, one: &Position, two: &Position) -> bool {
        self.allied[one.actor.0 as usize].contains(&two.actor)
            || self.allied[two.actor.0 as usize].contains(&one.actor)
    }

    fn agreement(&self, one: &Position, two: &Position) -> Option<Pairing> {
        if [one.actor, two.actor].iter().any(|actor| self.is_group[actor.0 as usize]) {
            return None;
        }
        let together: Vec<u32> =
            self.shared(one, two).filter(|&place| !self.is(place, Speech::Disagrees)).collect();
        let (Leaning::Clear(a), Leaning::Clear(b)) = (self.leaning(one), self.leaning(two)) else {
            return self
                .pairing(one, two, Ground::Together, [together.clone(), together], TOGETHER)
                .or_else(|| self.endorsed(one, two))
                .or_else(|| self.endorsed(two, one).map(swapped));
        };
        if a != b {
            return None;
        }
        if a == Stance::Neutral {
            return self.pairing(one, two, Ground::Together, [together.clone(), together], TOGETHER);
        }
        let sides = [self.taking(one, a), self.taking(two, b)];
        let strength = STANCES * self.surest(one.issue, &sides[0]).min(self.surest(one.issue, &sides[1]));
        self.pairing(one, two, Ground::Stances, sides, strength)
    }

    /// `one` takes the side of `two`: "backed Norway".
    fn endorsed(&self, one: &Position, two: &Position) -> Option<Pairing> {
        let backs = |&place: &u32| self.remark(place, two.actor).is_some_and(|remark| remark.endorses);
        let backing = self.own(one, two).filter(backs).collect();
        let backed = self.own(two, one).filter(|&place| !self.asks[place as usize]).collect();
        self.pairing(one, two, Ground::Endorsement, [backing, backed], ENDORSED)
    }

    /// Where an actor stands by the statements that surely are on the issue; by all, if there are none.
    fn leaning(&self, position: &Position) -> Leaning {
        let takes = position.statements.iter().filter_map(|&place| self.take(position.issue, place));
        let sure = Leaning::of(takes.filter(|take| take.score >= ON_IT).filter_map(|take| take.stance));
        if matches!(sure, Leaning::Clear(_)) { sure } else { position.leaning }
    }

    /// One is for it, the other against.
    fn opposed(&self, one: &Position, two: &Position) -> Option<Pairing> {
        let (Leaning::Clear(a), Leaning::Clear(b)) = (self.leaning(one), self.leaning(two)) else {
            return None;
        };
        if a == b || a == Stance::Neutral || b == Stance::Neutral {
            return None;
        }
        let sides = [self.taking(one, a), self.taking(two, b)];
        let strength = STANCES * self.surest(one.issue, &sides[0]).min(self.surest(one.issue, &sides[1]));
        self.pairing(one, two, Ground::Stances, sides, strength)
    }

    /// `two` denies something, where `one` says something of `two` or of its side: finds fault, or takes a side and is not kind, or
    /// nobody asked the model how it is meant.
    fn denied(&self, one: &Position, two: &Position) -> Option<Pairing> {
        let denials: Vec<u32> = self.own(two, one).filter(|&place| self.is(place, Speech::Denies)).collect();
        // Who turns down a plan does not say that somebody is wrong.
        let stance = |place: u32| self.take(one.issue, place).and_then(|take| take.stance);
        let answers = denials.iter().any(|&place| stance(place).is_none());
        // Who takes the same side is not denied by it.
        let theirs = self.leaning(two);
        let sided = |place| stance(place).is_some_and(|stance| theirs != Leaning::Clear(stance));
        let told = |&place: &u32| {
            !self.is(place, Speech::Denies)
                && self.remark(place, two.actor).is_some_and(|remark| {
                    remark.attitude == Some(Attitude::Criticises)
                        || sided(place) && remark.attitude != Some(Attitude::Praises)
                        || answers && remark.confidence == 0.0
                })
        };
        let claims: Vec<u32> = self.own(one, two).filter(told).collect();
        self.pairing(one, two, Ground::Denial, [claims, denials], DENIAL)
    }

    /// `two` does not believe what `one` says: "dismissed the report".
    fn answered(&self, one: &Position, two: &Position) -> Option<Pairing> {
        let claims: Vec<u32> = self.own(one, two).collect();
        let answers = self.own(two, one).filter_map(|place| {
            let reply = self.replies[place as usize].filter(|reply| !reply.agrees)?;
            claims.contains(&reply.to).then_some((reply.to, place))
        });
        let (claims, answers) = answers.unzip();
        self.pairing(one, two, Ground::Denial, [claims, answers], ANSWERED)
    }

    /// `two` denies what the article says that `one` claims: "denied it was late, as Lind had claimed".
    fn contradicted(&self, one: &Position, two: &Position) -> Option<Pairing> {
        let denials =
            self.own(two, one).filter(|&place| self.contradicted[place as usize].contains(&one.actor));
        let claims = self.own(one, two).filter(|&place| !self.asks[place as usize]);
        self.pairing(one, two, Ground::Denial, [claims.collect(), denials.collect()], DENIAL)
    }

    /// One endorses what a third says, the other does not believe it.
    fn judged(&self, one: &Position, two: &Position) -> Option<Pairing> {
        let replies = |place| self.replies[place as usize].map(|reply| (place, reply));
        let theirs: Vec<(u32, Reply)> = self.own(two, one).filter_map(replies).collect();
        let pairs = self.own(one, two).filter_map(replies).filter_map(|(place, reply)| {
            let other =
                theirs.iter().find(|(_, other)| other.to == reply.to && other.agrees != reply.agrees)?;
            Some((place, other.0))
        });
        let (ours, theirs) = pairs.unzip();
        self.pairing(one, two, Ground::Denial, [ours, theirs], ANSWERED)
    }

    /// `one` finds fault with `two` or its side over the issue, on which `two` speaks too.
    fn criticised(&self, one: &Position, two: &Position) -> Option<Pairing> {
        // Who accuses another by the cue's own word does so over the only issue of the headline.
        let by_cue = |place: u32| {
            self.remark(place, two.actor).is_some_and(|remark| remark.direct && remark.confidence >= BY_CUE)
        };
        let on_it = |place: u32| {
            let take = self.take(one.issue, place);
            !self.own_issues
                || take.is_some_and(|take| take.score >= ON_IT || prevailing::gave(take) && by_cue(place))
        };
        let faults = |&place: &u32| {
            !self.asks[place as usize]
                && on_it(place)
                && self
                    .remark(place, two.actor)
                    .is_some_and(|remark| remark.attitude == Some(Attitude::Criticises))
        };
        let faults: Vec<u32> = self.own(one, two).filter(faults).collect();
        let sure = faults.iter().filter_map(|&place| self.remark(place, two.actor)).map(|r| r.confidence);
        let strength = CRITICISM * sure.fold(0.0, f32::max);
        let answers: Vec<u32> = self.own(two, one).filter(|&place| !self.asks[place as usize]).collect();
        self.pairing(one, two, Ground::Criticism, [faults, answers], strength)
    }

    /// The article itself says that they differ: "the ministers clashed over it".
    fn reported(&self, one: &Position, two: &Position) -> Option<Pairing> {
        // A word that names both, as "Russian" does the minister and the Kremlin, sets neither against the other.
        let [a, b] = [one.actor, two.actor].map(|actor| &self.named[actor.0 as usize]);
        // Nor do two words for one party: "Vatican envoy, bishops split", of a Vatican spokesman and the pope's envoy.
        let of_one = || self.named.iter().any(|named| a.is_subset(named) && b.is_subset(named));
        let headline = self.disputed[one.issue.0 as usize] && !a.is_subset(b) && !b.is_subset(a) && !of_one();
        if !headline && !self.shared(one, two).any(|place| self.is(place, Speech::Disagrees)) {
            return None;
        }
        // Who is only said to be at odds has said no more than that.
        let at_odds: Vec<u32> =
            self.shared(one, two).filter(|&place| self.is(place, Speech::Disagrees)).collect();
        let of = |own: Vec<u32>| if own.is_empty() { at_odds.clone() } else { own };
        let sides = [of(self.own(one, two).collect()), of(self.own(two, one).collect())];
        self.pairing(one, two, Ground::Reported, sides, REPORTED)
    }

    fn pairing(
        &self,
        one: &Position,
        two: &Position,
        ground: Ground,
        mut statements: [Vec<u32>; 2],
        strength: f32,
    ) -> Option<Pairing> {
        for side in &mut statements {
            side.sort_by(|&a, &b| {
                let sure = |place| {
                    self.take(one.issue, place).map_or(0.0, |take| take.score * (0.5 + take.confidence))
                };
                sure(b).total_cmp(&sure(a)).then(a.cmp(&b))
            });
        }
        let weakest = match ground {
            Ground::Stances if self.own_issues => WEAKEST_OF_OWN,
            Ground::Criticism if self.own_issues && !self.in_headline[one.issue.0 as usize] => {
                WEAKEST_FAULT_OF_OWN
            }
            _ => WEAKEST,
        };
        let shown = strength >= weakest && statements.iter().all(|side| !side.is_empty());
        shown.then_some(Pairing {
            issue: one.issue,
            between: [one.actor, two.actor],
            ground,
            statements,
            strength,
        })
    }

    /// What `one` says without `two`.
    fn own<'p>(&'p self, one: &'p Position, two: &'p Position) -> impl Iterator<Item = u32> + 'p {
        one.statements
            .iter()
            .copied()
            .filter(|&place| !self.statements[place as usize].actors.contains(&two.actor))
    }

    /// What both say together.
    fn shared<'p>(&'p self, one: &'p Position, two: &'p Position) -> impl Iterator<Item = u32> + 'p {
        one.statements
            .iter()
            .copied()
            .filter(|&place| self.statements[place as usize].actors.contains(&two.actor))
    }

    fn taking(&self, position: &Position, stance: Stance) -> Vec<u32> {
        let takes =
            |place: &u32| self.take(position.issue, *place).is_some_and(|take| take.stance == Some(stance));
        position.statements.iter().copied().filter(takes).collect()
    }

    /// How sure the surest of these stances is; of a statement that may not be on the issue it is worth less.
    fn surest(&self, issue: IssueId, statements: &[u32]) -> f32 {
        let worth =
            |take: &onrecord_base::Take| take.confidence * if take.score < ON_IT { DOUBTFUL } else { 1.0 };
        statements.iter().filter_map(|&place| self.take(issue, place)).map(worth).fold(0.0, f32::max)
    }

    fn take(&self, issue: IssueId, place: u32) -> Option<&onrecord_base::Take> {
        self.statements[place as usize].takes.iter().find(|take| take.issue == issue)
    }

    fn remark(&self, place: u32, of: ActorId) -> Option<&Remark> {
        self.remarks[place as usize].iter().find(|remark| remark.of == of)
    }

    fn is(&self, place: u32, speech: Speech) -> bool {
        self.speech[place as usize] == Some(speech)
    }
}

fn swapped(pairing: Pairing) -> Pairing {
    let Pairing { issue, between: [two, one], ground, statements: [of_two, of_one], strength } = pairing;
    Pairing { issue, between: [one, two], ground, statements: [of_one, of_two], strength }
}
