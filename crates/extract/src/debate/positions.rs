//! Positions: what each actor's statements on an issue come to.

use std::collections::{BTreeMap, HashSet};

use onrecord_base::{ActorId, IssueId, Leaning, Position, Stance, Statement, Text};

/// The positions by issue, then actor. A statement counts for each actor who makes it; a repeated utterance counts once.
pub(super) fn find(text: &Text, statements: &[Statement]) -> Vec<Position> {
    let mut of: BTreeMap<(IssueId, ActorId), (Vec<u32>, Vec<Stance>)> = BTreeMap::new();
    let mut heard: HashSet<(IssueId, ActorId, String)> = HashSet::new();
    for (place, statement) in statements.iter().enumerate() {
        for take in &statement.takes {
            for &actor in &statement.actors {
                let (places, stances) = of.entry((take.issue, actor)).or_default();
                places.push(place as u32);
                if heard.insert((take.issue, actor, utterance(text, statement))) {
                    stances.extend(take.stance);
                }
            }
        }
    }
    let position = |((issue, actor), (statements, stances)): (_, (Vec<u32>, Vec<Stance>))| Position {
        issue,
        actor,
        leaning: Leaning::of(stances),
        statements,
    };
    of.into_iter().map(position).collect()
}

/// What is said, without marks, case and spacing, by which a repetition is known.
fn utterance(text: &Text, statement: &Statement) -> String {
    let words = statement.attribution.content.iter().map(|span| text.slice(span));
    words.flat_map(str::chars).filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_stances_come_to() {
        use Stance::{Neutral, Oppose, Support};
        for (stances, expect) in [
            (vec![], Leaning::Unclear),
            (vec![Support, Support], Leaning::Clear(Support)),
            (vec![Oppose, Neutral], Leaning::Clear(Oppose)),
            (vec![Neutral], Leaning::Clear(Neutral)),
            (vec![Support, Oppose, Support], Leaning::Mixed),
        ] {
            assert_eq!(Leaning::of(stances.iter().copied()), expect, "{stances:?}");
        }
    }
}
