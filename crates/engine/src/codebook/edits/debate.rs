//! Tells positions, differences and agreements anew for issues whose statements met or parted.

use std::collections::BTreeMap;

use crate::json::{Document, Ground, Leaning, Pairing, Position, Stance, Statement, Take};

/// `became` says for each issue concerned which issues its statements may be on now; one that only takes others in is
/// there as well.
pub(super) fn restate(document: &mut Document, became: &BTreeMap<String, Vec<String>>) {
    let place = |id: &str| document.issues.iter().position(|issue| issue.id == id);
    let mut now: Vec<&String> = became.values().flatten().collect();
    now.sort_by_key(|id| (place(id), *id));
    now.dedup();

    let mut positions: Vec<Position> =
        document.positions.iter().filter(|position| !became.contains_key(&position.issue)).cloned().collect();
    for issue in &now {
        for actor in &document.actors {
            let on: Vec<(&Statement, Take)> = on(document, issue, &actor.id).collect();
            if !on.is_empty() {
                positions.push(Position {
                    issue: (*issue).clone(),
                    actor: actor.id.clone(),
                    stance: Leaning::of(on.iter().map(|(_, take)| take.stance)),
                    statements: on.iter().map(|(statement, _)| statement.id.clone()).collect(),
                });
            }
        }
    }
    let actor = |id: &str| document.actors.iter().position(|actor| actor.id == id);
    positions.sort_by_key(|position| (place(&position.issue), actor(&position.actor)));

    let differences = pairings(document, &document.differences, became, &now, &positions, Stance::opposite);
    let agreements = pairings(document, &document.agreements, became, &now, &positions, |stance| stance);
    (document.positions, document.differences, document.agreements) = (positions, differences, agreements);
}

/// The statements of an actor on an issue, with their takes.
fn on<'d>(document: &'d Document, issue: &str, actor: &str) -> impl Iterator<Item = (&'d Statement, Take)> {
    let speaks = move |statement: &&Statement| statement.actors.iter().any(|id| id == actor);
    document.statements.iter().filter(speaks).filter_map(move |statement| {
        let take = statement.takes().into_iter().find(|take| take.issue == issue)?;
        Some((statement, take))
    })
}

/// The pairings of one kind: those of before as far as they hold, and those that stances make now. `other` gives the
/// stance that the second actor must have for the first one's.
fn pairings(
    document: &Document,
    before: &[Pairing],
    became: &BTreeMap<String, Vec<String>>,
    now: &[&String],
    positions: &[Position],
    other: impl Fn(Stance) -> Stance,
) -> Vec<Pairing> {
    let side = |issue: &str, actor: &str| {
        let position = positions.iter().find(|p| p.issue == issue && p.actor == actor);
        position.and_then(|position| position.stance).and_then(Leaning::side)
    };
    let by_stance = |issue: &str, [a, b]: [&str; 2]| match (side(issue, a), side(issue, b)) {
        (Some(a), Some(b)) => other(a) == b,
        _ => false,
    };
    let mut after: Vec<Pairing> = Vec::new();
    for pairing in before {
        let Some(targets) = became.get(&pairing.issue) else {
            after.push(pairing.clone());
            continue;
        };
        for issue in targets {
            let statements = [0, 1].map(|n: usize| {
                let on: Vec<&String> = on(document, issue, &pairing.between[n]).map(|(s, _)| &s.id).collect();
                pairing.statements[n].iter().filter(|id| on.contains(id)).cloned().collect::<Vec<String>>()
            });
            let [a, b] = &pairing.between;
            let holds = pairing.ground != Ground::Stances || by_stance(issue, [a, b]);
            if holds && statements.iter().all(|side| !side.is_empty()) {
                join(&mut after, Pairing { issue: issue.clone(), statements, ..pairing.clone() });
            }
        }
    }
    for issue in now {
        for (n, a) in document.actors.iter().enumerate() {
            for b in &document.actors[n + 1..] {
                if by_stance(issue, [&a.id, &b.id]) {
                    join(&mut after, of_stances(document, issue, [&a.id, &b.id], &side));
                }
            }
        }
    }
    after.sort_by(|a, b| b.strength.unwrap_or(0.0).total_cmp(&a.strength.unwrap_or(0.0)));
    after
}

/// What the stances of two actors show, the surest statements first. It is as strong as the weaker side's surest stance.
fn of_stances(
    document: &Document,
    issue: &str,
    between: [&str; 2],
    side: &impl Fn(&str, &str) -> Option<Stance>,
) -> Pairing {
    let sides = between.map(|actor| {
        let mut on: Vec<(&Statement, Take)> = on(document, issue, actor).collect();
        on.retain(|(_, take)| take.stance.is_some() && take.stance == side(issue, actor));
        on.sort_by(|(_, a), (_, b)| b.confidence.unwrap_or(0.0).total_cmp(&a.confidence.unwrap_or(0.0)));
        on
    });
    let surest = [0, 1].map(|n: usize| sides[n].first().and_then(|(_, take)| take.confidence));
    Pairing {
        issue: issue.to_owned(),
        between: between.map(str::to_owned),
        statements: sides.map(|side| side.iter().map(|(statement, _)| statement.id.clone()).collect()),
        ground: Ground::Stances,
        strength: surest[0].zip(surest[1]).map(|(a, b)| a.min(b)),
    }
}

/// Adds a pairing, or its statements to one of the same two on the same issue and ground.
fn join(pairings: &mut Vec<Pairing>, new: Pairing) {
    let same = |known: &&mut Pairing| {
        (&known.issue, &known.between, known.ground) == (&new.issue, &new.between, new.ground)
    };
    let Some(known) = pairings.iter_mut().find(same) else {
        pairings.push(new);
        return;
    };
    known.strength = match (known.strength, new.strength) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    };
    for (known, new) in known.statements.iter_mut().zip(new.statements) {
        for id in new {
            if !known.contains(&id) {
                known.push(id);
            }
        }
    }
}
