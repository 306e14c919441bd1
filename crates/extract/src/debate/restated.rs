//! Restatements: contents that say an issue's proposition in its own words, or deny it, so that no model need judge them.

use std::collections::HashSet;

use onrecord_base::Stance;

use super::contraries::{self, Match, is_negation, relation, stem, tells};
use super::cues::{self, Speech};
use super::phrases::Grammar;
use super::stances::PREPOSITIONS;
use super::wording::Wording;

/// Of the words of a proposition this share must be in the content, by themselves or by one of like or contrary meaning.
const SHARE: f32 = 0.5;
/// No more words lie between the first and the last of them.
const WIDEST: usize = 24;
/// A negation turns what follows so soon.
const BEFORE: usize = 3;
/// What a proposition says of its subject comes after the first of these.
const AUXILIARIES: [&str; 18] = [
    "is", "are", "was", "were", "will", "would", "should", "must", "can", "could", "may", "has", "have",
    "had", "do", "does", "did", "need",
];
/// Whoever will not do this to something is against it.
const WILLING: [&str; 14] = [
    "accept", "agree", "believe", "think", "want", "support", "favour", "favor", "back", "endorse", "seek",
    "expect", "plan", "intend",
];

/// A proposition, made ready to be looked for in many statements.
pub(super) struct Claim {
    /// The stems of its telling words, and of those that it says of its subject.
    wanted: Vec<String>,
    says: Vec<String>,
    /// Whether its verb is a small word, so that only all of those tell: "parents should get vouchers".
    plain: bool,
    negations: usize,
}

impl Claim {
    pub(super) fn of(proposition: &str) -> Self {
        let lower = proposition.to_lowercase();
        let claimed: Vec<&str> = split(&lower).collect();
        let mut wanted: Vec<String> =
            claimed.iter().filter(|word| tells(word)).map(|word| stem(word)).collect();
        wanted.sort_unstable();
        wanted.dedup();
        let says = predicate(&lower).filter(|word| tells(word)).map(stem).collect();
        let verb = predicate(&lower).find(|word| !matches!(*word, "be" | "not" | "never" | "have" | "been"));
        let demanded = claimed.iter().any(|word| AUXILIARIES.contains(word));
        let plain = demanded && verb.is_some_and(|verb| !tells(verb));
        Self { wanted, says, plain, negations: negations(&claimed) }
    }
}

/// A statement, made ready to be set against many propositions.
pub(super) struct Said<'s> {
    words: Vec<&'s str>,
    /// For each word its stem, if it tells.
    stems: Vec<Option<String>>,
    /// Whether the cue turns around what it introduces.
    turned: bool,
}

impl<'s> Said<'s> {
    /// `None` where the cue keeps the statement from saying anything.
    pub(super) fn of(grammar: &'s Grammar, wording: &Wording) -> Option<Self> {
        let turned = match cues::read(&wording.cue) {
            Some(Speech::Declines | Speech::Disagrees) => return None,
            Some(Speech::Opposes) if cues::asserts(&wording.cue) => false,
            Some(Speech::Denies | Speech::Opposes) => true,
            Some(Speech::Supports) => false,
            None => refuses(&wording.cue)?,
        };
        Some(Self::with(wording.content_words(grammar.story), turned))
    }

    fn with(words: Vec<&'s str>, turned: bool) -> Self {
        let stems = words.iter().map(|word| tells(word).then(|| stem(word))).collect();
        Self { words, stems, turned }
    }

    /// The side that the statement takes by saying the proposition, or its contrary, in so many words.
    pub(super) fn stance(&self, claim: &Claim) -> Option<Stance> {
        let against = self.turned != self.says_not(claim)?;
        Some(if against { Stance::Oppose } else { Stance::Support })
    }

    /// Whether the words say the contrary of the proposition; `None` if they say something else.
    fn says_not(&self, claim: &Claim) -> Option<bool> {
        let Claim { wanted, says, plain, .. } = claim;
        // One of its own words at least.
        let own = |stem: &String| wanted.binary_search(stem).is_ok();
        if wanted.len() < 2 || !self.stems.iter().flatten().any(own) {
            return None;
        }
        let mut places: Vec<Vec<(usize, Match)>> = Vec::new();
        for wanted in wanted {
            let related = |stem: &Option<String>| relation(wanted, stem.as_ref()?);
            let each = self.stems.iter().enumerate();
            let mut found: Vec<(usize, Match)> =
                each.filter_map(|(place, stem)| Some((place, related(stem)?))).collect();
            // The word itself says it better than one of like meaning.
            if found.iter().any(|(_, relation)| *relation == Match::Same) {
                found.retain(|(_, relation)| *relation == Match::Same);
            }
            if !found.is_empty() {
                places.push(found);
            }
        }
        let said = |says: &String| self.stems.iter().flatten().any(|stem| relation(says, stem).is_some());
        if !says.is_empty() && !says.iter().any(said) || *plain && !says.iter().all(said) {
            return None;
        }
        let exact = places.iter().any(|found| found[0].1 == Match::Same);
        if places.len() < 2 || !exact || (places.len() as f32) < SHARE * wanted.len() as f32 {
            return None;
        }
        let (first, last, contrary) = nearest(&places)?;
        let stretch = &self.words[first.saturating_sub(BEFORE)..=last];
        if last - first > WIDEST || stretch.iter().any(|word| matches!(*word, "if" | "whether" | "unless")) {
            return None;
        }
        Some((negations(stretch) + claim.negations + contrary) % 2 == 1)
    }
}

/// Whether a proposition says what should be, not what is.
pub(super) fn demands(proposition: &str) -> bool {
    const WORDS: [&str; 10] =
        ["should", "must", "ought", "needs", "need", "right", "wrong", "justified", "better", "necessary"];
    split(&proposition.to_lowercase()).any(|word| WORDS.contains(&word))
}

/// Whether who is for what the label names is for the proposition, too ("the sanctions" and "the sanctions should stay"), by the
/// words that the proposition has besides; `None` if they do not tell. Who is for the "closure of the library" is not for "the library
/// should stay open".
pub(super) fn along(proposition: &str, label: &str) -> Option<bool> {
    let (claimed, named) = (proposition.to_lowercase(), label.to_lowercase());
    // A street that is closed to cars is "car-free".
    if named.contains("-free") {
        return None;
    }
    let head = split(&named).take_while(|word| !PREPOSITIONS.contains(word)).last().unwrap_or_default();
    let undoes = cues::turns_around(head) && !split(&claimed).any(|word| stem(word) == stem(head));
    let named = stems(&named);
    // "The ban on reactors should be lifted" is for the reactors.
    let words: Vec<&str> = split(&claimed).collect();
    let undone = undone(&words, &named);
    let undoes = undoes != undone.is_some();
    // "The sea should be closed to fishing" is not said of the "marine reserve" in its own words.
    if !words.iter().any(|word| named.contains(&stem(word))) {
        return None;
    }
    let rest: Vec<String> = predicate(&claimed)
        .filter(|word| tells(word))
        .map(stem)
        .filter(|stem| !named.contains(stem) && undone.as_ref() != Some(stem))
        .collect();
    let signs: HashSet<bool> = rest.iter().flat_map(|stem| contraries::wishes(stem)).collect();
    let mut signs = signs.into_iter();
    // What should be of all that the label names is wished for.
    let claimed_all = || named.iter().all(|name| words.iter().any(|word| stem(word) == *name));
    let sign = match (signs.next(), signs.next(), rest.is_empty()) {
        (Some(sign), None, _) => sign != undoes,
        (None, _, true) if !undoes => true,
        (None, _, false) if !undoes && demands(proposition) && claimed_all() => true,
        _ => return None,
    };
    let negated = split(&claimed).filter(|word| is_negation(word)).count() % 2 == 1;
    Some(sign != negated)
}

/// What a proposition wants for the thing of a label by way of what undoes the thing, "the ban on reactors should be lifted": whether it
/// is for the thing.
pub(super) fn twice_turned(proposition: &str, label: &str) -> Option<bool> {
    let claimed = proposition.to_lowercase();
    undone(&split(&claimed).collect::<Vec<&str>>(), &stems(&label.to_lowercase()))?;
    along(proposition, label)
}

/// The stems of the words that tell.
fn stems(lower: &str) -> HashSet<String> {
    split(lower).filter(|word| tells(word)).map(stem).collect()
}

/// The stem of what undoes a named thing in a proposition: of "ban" in "the ban on reactors".
fn undone(words: &[&str], named: &HashSet<String>) -> Option<String> {
    let of = |pair: &&[&str]| {
        cues::turns_around(pair[0]) && matches!(pair[1], "on" | "of") && !named.contains(&stem(pair[0]))
    };
    words.windows(2).find(of).map(|pair| stem(pair[0]))
}

/// Whether a cue turns around what it introduces; `None` if it is not clear ("would not say").
fn refuses(cue: &str) -> Option<bool> {
    let negated = cue.split(' ').any(is_negation);
    let willing = || cue.split(' ').any(|word| WILLING.contains(&word));
    match negated {
        false => Some(false),
        true => willing().then_some(true),
    }
}

fn negations(words: &[&str]) -> usize {
    let out_of = words.windows(2).filter(|pair| pair == &["out", "of"]).count();
    out_of + words.iter().filter(|word| is_negation(word)).count()
}

/// The shortest stretch that has a place of each, and how many of them are contraries.
fn nearest(places: &[Vec<(usize, Match)>]) -> Option<(usize, usize, usize)> {
    let starts = places.iter().flatten().map(|&(place, _)| place);
    let from = |start: usize| {
        let mut chosen = Vec::with_capacity(places.len());
        for found in places {
            chosen.push(*found.get(found.partition_point(|(place, _)| *place < start))?);
        }
        let last = chosen.iter().map(|&(place, _)| place).max()?;
        Some((start, last, chosen.iter().filter(|(_, relation)| *relation == Match::Contrary).count()))
    };
    starts.filter_map(from).min_by_key(|(first, last, _)| (last - first, *first))
}

/// What a proposition says of its subject; all of it where no auxiliary tells.
fn predicate(lower: &str) -> impl Iterator<Item = &str> {
    let words: Vec<&str> = split(lower).collect();
    let from = words.iter().position(|word| AUXILIARIES.contains(word)).map_or(0, |place| place + 1);
    words.into_iter().skip(from)
}

fn split(lower: &str) -> impl Iterator<Item = &str> {
    lower.split(|c: char| !c.is_alphanumeric() && !"'’".contains(c)).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(content: &str, proposition: &str, expect: Option<bool>) {
        let lower = content.to_lowercase();
        let words: Vec<&str> = lower.split(' ').collect();
        let said = Said::with(words, false).says_not(&Claim::of(proposition));
        assert_eq!(said, expect, "{content} / {proposition}");
    }

    #[test]
    fn what_says_a_proposition_and_what_says_its_contrary() {
        for (content, proposition, expect) in [
            (
                "the pier will reopen in time for the fair",
                "The pier will reopen before the fair",
                Some(false),
            ),
            ("the pier will not reopen before the fair", "The pier will reopen before the fair", Some(true)),
            ("the tolls would be scrapped", "The tolls should be kept", Some(true)),
            ("the tolls would never be scrapped", "The tolls should be kept", Some(false)),
            ("the minister had misled the house", "The minister did not mislead the House", Some(true)),
            ("nobody could say who stole the money from the fund", "Orr stole from the fund", Some(false)),
            (
                "lessons had not begun , but the fund was robbed by Orr",
                "Orr stole from the fund",
                Some(false),
            ),
            ("the outbreak was out of control", "The outbreak is under control", Some(true)),
            // Something else, a question, too little.
            ("rail fares freeze a pantomime", "The freeze on rail fares is right", None),
            ("the pier has been repainted", "The pier will reopen before the fair", None),
            ("whether the tolls would be kept", "The tolls should be kept", None),
            ("the bridge was a marvel", "The tolls on the bridge should be kept", None),
            ("tolls are due", "Tolls rule", None),
        ] {
            check(content, proposition, expect);
        }
    }

    #[test]
    fn to_be_for_a_thing_and_for_its_proposition() {
        for (proposition, label, expect) in [
            ("The sanctions on Estrova should stay", "Sanctions", Some(true)),
            ("The sanctions should be lifted", "Sanctions", Some(false)),
            ("The sanctions should not be lifted", "Sanctions", Some(true)),
            ("The levy harms small boats", "The harbour levy", Some(false)),
            ("The firm should be sold", "Sale of the firm", None),
            ("The vote on the ban should be put off", "Delay of the vote", Some(true)),
            ("The vote should go ahead", "Delay of the vote", Some(false)),
            ("Phones should be locked away", "Phone ban", Some(true)),
            ("Phones should be banned", "Phone ban", Some(true)),
            ("The ban on nuclear power should be lifted", "Nuclear power", Some(true)),
            ("Parents should get vouchers for private schools", "School vouchers", Some(true)),
            ("Parents should get cash", "School vouchers", None),
            ("The phone ban should be lifted", "Phone ban", Some(false)),
            ("The library should stay open", "Closure of the library", Some(false)),
            ("The library should close", "Closure of the library", Some(true)),
            ("The shells came from Estrova", "The shelling", None),
            ("The sea should be closed to fishing", "Marine reserve", None),
        ] {
            assert_eq!(along(proposition, label), expect, "{proposition} / {label}");
        }
    }

    #[test]
    fn cues_that_turn_around() {
        for (cue, expect) in [
            ("said", Some(false)),
            ("would not accept", Some(true)),
            ("does n't want", Some(true)),
            ("would not say", None),
            ("did not rule out", None),
        ] {
            assert_eq!(refuses(cue), expect, "{cue}");
        }
    }
}
