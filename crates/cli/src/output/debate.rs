//! What report and page share of a debate: who stands where as a grid, and the words for leanings and grounds.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use onrecord_base::{ActorId, Debate, Ground, IssueId, Leaning, Pairing, Position, Stance};
use onrecord_engine::ReadArticle;

use super::numbering;
use crate::visible::visible;

/// The headings, in their order.
pub(crate) const STAND: &str = "Who stands where";
pub(crate) const DIFFER: &str = "Where they differ";
pub(crate) const AGREE: &str = "Where they agree";
/// What the glyphs mean; the words stand beside them as well.
pub(crate) const KEY: &str = "+ for, − against, ± both, ○ neutral, ? unclear, · silent";
/// What sets the sides of an issue apart.
pub(crate) const BY_STANCES: &str = "by their stances";
/// In the cell of one who says nothing on an issue: that is not to be neutral.
pub(crate) const SILENT: &str = "·";

/// Issues by actors: who stands where.
#[derive(Default)]
pub(crate) struct Grid<'d> {
    /// Those on which somebody of [`actors`](Self::actors) speaks, the most spoken of first.
    pub(crate) issues: Vec<IssueId>,
    /// In the order of [`Reading::actors`](onrecord_base::Reading::actors).
    pub(crate) actors: Vec<ActorId>,
    /// How many actors would speak on an issue, too, but are not shown.
    pub(crate) left_out: usize,
    cells: BTreeMap<(IssueId, ActorId), &'d Position>,
}

impl<'d> Grid<'d> {
    /// With the actors who take a side and say most on the issues, at most `most` of them.
    pub(crate) fn new(debate: &'d Debate, most: usize) -> Self {
        let cells: BTreeMap<_, _> = debate.positions.iter().map(|of| ((of.issue, of.actor), of)).collect();
        let mut weight: BTreeMap<ActorId, usize> = BTreeMap::new();
        for position in cells.values() {
            *weight.entry(position.actor).or_default() += position.statements.len();
        }
        let mut actors: Vec<ActorId> = weight.keys().copied().collect();
        let sided = |actor: &ActorId| {
            cells
                .values()
                .any(|of| of.actor == *actor && matches!(of.leaning, Leaning::Clear(_) | Leaning::Mixed))
        };
        actors.sort_by_key(|actor| (!sided(actor), Reverse(weight[actor]), *actor));
        let left_out = actors.len().saturating_sub(most);
        actors.truncate(most);
        actors.sort_unstable();
        let spoken_of = |issue: &IssueId| actors.iter().any(|actor| cells.contains_key(&(*issue, *actor)));
        let issues = (0..debate.issues.len() as u32).map(IssueId).filter(spoken_of).collect();
        Self { issues, actors, left_out, cells }
    }

    /// Whether nobody speaks on anything.
    pub(crate) fn is_empty(&self) -> bool {
        self.actors.is_empty()
    }

    /// Where an actor stands on an issue, if they speak on it.
    pub(crate) fn cell(&self, issue: IssueId, actor: ActorId) -> Option<&'d Position> {
        self.cells.get(&(issue, actor)).copied()
    }
}

/// A leaning as a shape: colour alone is not for everybody.
pub(crate) fn glyph(leaning: Leaning) -> &'static str {
    match leaning {
        Leaning::Clear(Stance::Support) => "+",
        Leaning::Clear(Stance::Oppose) => "−",
        Leaning::Clear(Stance::Neutral) => "○",
        Leaning::Mixed => "±",
        Leaning::Unclear => "?",
    }
}

/// A leaning as a word.
pub(crate) fn word(leaning: Leaning) -> &'static str {
    match leaning {
        Leaning::Clear(stance) => stance_word(Some(stance)),
        Leaning::Mixed => "both",
        Leaning::Unclear => stance_word(None),
    }
}

/// What one statement says on an issue, as a word.
pub(crate) fn stance_word(stance: Option<Stance>) -> &'static str {
    match stance {
        Some(Stance::Support) => "for",
        Some(Stance::Oppose) => "against",
        Some(Stance::Neutral) => "neutral",
        None => "unclear",
    }
}

/// The stance that the statement at `place` takes on an issue, if it is clear.
pub(crate) fn stance(read: &ReadArticle, place: u32, issue: IssueId) -> Option<Stance> {
    let statement = read.reading.statements.get(place as usize)?;
    statement.takes.iter().find(|take| take.issue == issue)?.stance
}

/// "2 for, 1 against, 1 unclear".
pub(crate) fn tally(read: &ReadArticle, position: &Position) -> String {
    let stances: Vec<Option<Stance>> =
        position.statements.iter().map(|place| stance(read, *place, position.issue)).collect();
    let kinds = Stance::ALL.map(Some).into_iter().chain([None]);
    let counted = kinds.filter_map(|kind| match stances.iter().filter(|stance| **stance == kind).count() {
        0 => None,
        number => Some(format!("{number} {}", stance_word(kind))),
    });
    counted.collect::<Vec<_>>().join(", ")
}

/// What makes two differ or agree, in words.
pub(crate) fn ground(pairing: &Pairing) -> &'static str {
    match pairing.ground {
        Ground::Stances if together(pairing) => "same stance",
        Ground::Stances => BY_STANCES,
        Ground::Denial => "one denies it",
        Ground::Criticism => "one criticises the other's side",
        Ground::Endorsement => "one takes the other's side",
        Ground::Together => "said together",
        Ground::Reported => "the article says so",
    }
}

/// The strongest statement of each side, as its place, with who makes it and how ("Bo Ek denied"), for without the cue the
/// words may say the contrary; one for both if it is the same.
pub(crate) fn sides(read: &ReadArticle, pairing: &Pairing) -> Vec<(String, u32)> {
    let first = |side: usize| pairing.statements[side].first().copied();
    if together(pairing) {
        return first(0).map(|place| (says(read, "Both", place), place)).into_iter().collect();
    }
    let side = |side: usize| {
        let place = first(side)?;
        Some((says(read, &name(read, pairing.between[side]), place), place))
    };
    [side(0), side(1)].into_iter().flatten().collect()
}

pub(crate) fn says(read: &ReadArticle, who: &str, place: u32) -> String {
    let cue = read.reading.statements[place as usize].attribution.cue;
    let cue = cue.map(|cue| on_one_line(read.reading.article.text.slice(cue)));
    match cue.filter(|cue| cue.chars().any(char::is_alphanumeric)) {
        Some(cue) => format!("{who} {cue}"),
        None => who.to_owned(),
    }
}

fn together(pairing: &Pairing) -> bool {
    pairing.statements[0].first() == pairing.statements[1].first()
}

/// The actor's name, harmless and on one line.
pub(crate) fn name(read: &ReadArticle, actor: ActorId) -> String {
    let actor = read.reading.actors.get(actor.0 as usize);
    on_one_line(actor.map_or(numbering::UNKNOWN, |actor| &actor.name))
}

/// The issue's label, harmless and on one line.
pub(crate) fn label(read: &ReadArticle, issue: IssueId) -> String {
    on_one_line(read.reading.debate.issues.get(issue.0 as usize).map_or("", |issue| &issue.label))
}

fn on_one_line(words: &str) -> String {
    visible(words).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::output::fixture;

    #[track_caller]
    fn check(of: Ground, statements: [&[u32]; 2], words: &str, who: &[(&str, u32)]) {
        let read = fixture::spar();
        let pairing = Pairing {
            issue: IssueId(0),
            between: [ActorId(0), ActorId(1)],
            ground: of,
            statements: statements.map(<[u32]>::to_vec),
            strength: 0.5,
        };
        assert_eq!(ground(&pairing), words);
        let sides = sides(&read, &pairing);
        let sides: Vec<(&str, u32)> = sides.iter().map(|(who, place)| (who.as_str(), *place)).collect();
        assert_eq!(sides, who);
    }

    #[test]
    fn a_pair_in_words() {
        let both = [("Ingrid Halvorsen said", 0), ("Oleh Marchenko told reporters", 2)];
        check(Ground::Stances, [&[0, 1], &[2]], "by their stances", &both);
        check(Ground::Denial, [&[0], &[2]], "one denies it", &both);
        // What they say in one breath is quoted once.
        check(Ground::Stances, [&[1], &[1, 2]], "same stance", &[("Both denied", 1)]);
        check(Ground::Together, [&[1], &[1]], "said together", &[("Both denied", 1)]);
    }
}
