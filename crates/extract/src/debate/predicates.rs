//! Predicates: what is said of a thing right behind it: "was unfair", "on steel would hurt", "must be scrapped".

use super::stances::PREPOSITIONS;
use super::verdicts::{COPULAS, among, has_phrase, is_negation};
use super::worth::{LEXICON, worth};

/// What is said of a thing stands so near, in words.
const NEAR: usize = 5;
/// "the duty on steel from Kestrel is": so much may stand between a thing and its verb.
const BESIDE: usize = 7;
const MODALS: &str = "will would could can may might shall has have had 'll ’ll 'd ’d do does";
/// What ought to be, whoever does it.
const DUTIES: &str = "should must ought need needs has have";
/// Whom a thing does good to where it does none.
const ILL: &str = "rich wealthy richest wealthiest corporations billionaires millionaires insurers landlords bankers banks criminals \
                   smugglers terrorists enemies polluters lobbyists speculators traffickers gangs dictators";
/// Whom a thing may fail.
const FAILED: &str = "us them people children pupils students patients victims families workers voters women tenants passengers residents";
/// What nobody should be let do.
const MISDEEDS: &str = "hide escape evade dodge abuse exploit cheat pollute discriminate spy censor bully loot plunder profiteer gouge poison";
/// What nobody wants to be driven out of.
const OUT_OF: &str = "market business work jobs homes home farming trade industry";
/// What an act may be of.
const ILL_DEEDS: &str = "self-harm vandalism cowardice cruelty madness folly betrayal war aggression terror terrorism hostility sabotage theft \
    violence desperation arrogance spite revenge lunacy treason barbarism piracy robbery insanity";

/// What follows a thing as its predicate: "was unfair", "on steel would hurt", "must be scrapped".
pub(super) fn predicate(after: &[&str]) -> Option<bool> {
    let mut rest = after;
    if rest.first().is_some_and(|word| PREPOSITIONS.contains(word)) {
        let breaks = |word: &str| matches!(word, "," | "that" | "which" | "who" | "and" | "but");
        let verb = |word: &str| among(COPULAS, word) || among(MODALS, word) || among(DUTIES, word);
        let at = rest.iter().take(BESIDE).take_while(|word| !breaks(word)).position(|word| verb(word))?;
        rest = &rest[at..];
    }
    let (mut negated, mut copula, mut duty) = (false, false, false);
    while let Some((word, more)) = rest.split_first() {
        match *word {
            word if among(COPULAS, word) => copula = true,
            "should" | "must" | "ought" | "needs" | "need" => duty = true,
            "to" if duty => (),
            "has" | "have" | "had" if more.first() == Some(&"to") => duty = true,
            "only" if negated => negated = false,
            word if is_negation(word) => negated = !negated,
            word if among(MODALS, word) => (),
            word if word.ends_with("ly") && !LEXICON.is.contains_key(word) => (),
            "also" | "still" | "now" | "ever" | "even" | "just" | "itself" | "themselves" | "already"
            | "all" => (),
            _ => break,
        }
        rest = more;
    }
    let word = rest.first()?;
    let good = match () {
        () if duty && copula && LEXICON.done.contains_key(word) => LEXICON.done[word],
        () if duty
            && !copula
            && *word == "go"
            && matches!(rest.get(1), Some(&("ahead" | "forward" | "on"))) =>
        {
            true
        }
        () if duty && !copula && matches!(*word, "go" | "end" | "stop") => false,
        // "must stay", not "must stay fit"
        () if duty
            && !copula
            && among("stay begin start proceed continue happen remain", word)
            && rest
                .get(1)
                .is_none_or(|next| among(", this next now again", next) || PREPOSITIONS.contains(next)) =>
        {
            true
        }
        // "had no place in a free city"
        () if !copula && negated && among("place merit justification purpose future", word) => {
            return Some(false);
        }
        () if copula && negated && rest.iter().take(3).any(|word| *word == "option") => return Some(false),
        () if copula && negated && rest.starts_with(&["on", "the", "table"]) => return Some(false),
        () if copula => return complement(rest).map(|good| good != negated),
        () => match (*word, rest.get(1..3)) {
            ("go" | "goes" | "went" | "gone", Some(["too", "far"])) => false,
            ("risk" | "risks" | "risked", Some([what, ..])) if *what != "being" => false,
            // "would leave the country behind"
            ("leave" | "leaves" | "left", _)
                if rest
                    .iter()
                    .take(BESIDE)
                    .any(|word| among("behind poorer stranded defenceless defenseless", word)) =>
            {
                false
            }
            ("cost" | "costs", Some(["more", ..])) => false,
            // "has failed our children", but "failed in the Senate"
            ("fail" | "fails" | "failed", Some(more)) if more.iter().any(|word| among(FAILED, word)) => false,
            ("fall" | "falls" | "fell" | "falling", Some(more)) if more.contains(&"short") => false,
            ("shift" | "shifts" | "shifted", Some(more))
                if more.iter().any(|word| among("cost costs burden blame bill", word)) =>
            {
                false
            }
            // "favoured the rich"
            (
                "favour" | "favours" | "favoured" | "favor" | "favors" | "favored" | "reward" | "rewards"
                | "rewarded",
                _,
            ) if rest.iter().take(NEAR).any(|who| among(ILL, who)) => false,
            ("put" | "puts", Some(_)) if rest.iter().take(2 * NEAR).any(|word| *word == "map") => true,
            ("pay" | "pays", Some(["for", "itself" | "themselves"])) => true,
            ("lock" | "locks" | "locked", Some(["in" | "us", ..])) => false,
            // "would hand the market to others"
            ("hand" | "hands" | "give" | "gives", Some(more))
                if rest
                    .iter()
                    .take(2 * NEAR)
                    .any(|word| among("market advantage victory win weapon propaganda", word))
                    && more.iter().all(|word| *word != "us") =>
            {
                false
            }
            // "would let firms hide what they do"
            ("let" | "lets" | "allow" | "allows" | "allowed", _)
                if rest.iter().take(BESIDE).any(|word| among(MISDEEDS, word)) =>
            {
                false
            }
            // "would do more harm than good", "does little to help"
            ("more", Some([what @ ("harm" | "good"), "than"])) => *what == "good",
            ("amount" | "amounts" | "amounted", Some(["to", ..])) => {
                return complement(&rest[2..]).map(|good| good != negated);
            }
            ("nothing" | "little", Some(["to" | "for", ..])) => false,
            ("wipe" | "wipes" | "wiped", Some(["out", ..])) => false,
            ("make" | "makes" | "made", _) => return complement(&rest[1..]).map(|good| good != negated),
            ("cost" | "costs", Some(more))
                if more.iter().any(|word| {
                    matches!(*word, "jobs" | "lives" | "livelihoods" | "millions" | "billions")
                }) =>
            {
                false
            }
            ("put" | "puts", Some(_))
                if rest
                    .iter()
                    .take(2 * NEAR)
                    .any(|word| among("prison jail risk danger jeopardy pressure harm peril", word)) =>
            {
                false
            }
            ("come", Some(["soon", "enough"])) if negated => return Some(true),
            ("push" | "pushes" | "plunge" | "plunges" | "drive" | "drives" | "throw", Some(_))
                if rest.iter().take(2 * NEAR).any(|word| {
                    among(
                        "underground poverty debt bankruptcy ruin chaos misery recession homelessness",
                        word,
                    )
                }) =>
            {
                false
            }
            // "will bring 400 jobs"
            ("bring" | "brings" | "brought" | "create" | "creates" | "created", Some(_))
                if rest.iter().take(NEAR).any(|word| {
                    among("jobs investment prosperity benefits opportunities irrigation", word)
                }) =>
            {
                true
            }
            // "would drive small owners out of the market"
            (
                "drive" | "drives" | "drove" | "driven" | "driving" | "force" | "forces" | "forced" | "price"
                | "prices",
                _,
            ) if has_phrase(&rest[..rest.len().min(2 * NEAR)], &["out", "of"])
                && rest.iter().take(2 * NEAR + 2).any(|word| among(OUT_OF, word)) =>
            {
                false
            }
            // "would push up the cost of homes"
            (
                "push" | "pushes" | "pushed" | "drive" | "drives" | "drove" | "force" | "forces" | "bump"
                | "send" | "sends",
                Some(["up" | "the", ..]),
            ) if rest.iter().take(NEAR).any(|word| matches!(*word, "up" | "soaring" | "higher"))
                && rest
                    .iter()
                    .take(BESIDE)
                    .any(|word| among("cost costs price prices bills rents premiums fares", word)) =>
            {
                false
            }
            // "would help the rich" is no praise.
            _ => {
                let good = *LEXICON.does.get(word)?;
                match rest.get(1) {
                    // "serves no purpose", "protects nobody"
                    Some(&("no" | "nobody" | "nothing" | "none" | "neither")) => !good,
                    _ if good && rest.iter().take(NEAR).any(|who| among(ILL, who)) => return None,
                    _ => good,
                }
            }
        },
    };
    Some(good != negated)
}

/// What a thing is said to be: "unfair", "a disaster for the coast", "as pointless".
pub(super) fn complement(rest: &[&str]) -> Option<bool> {
    let mut negated = false;
    for (at, word) in rest.iter().enumerate().take(NEAR) {
        if let Some((_, good)) = LEXICON.phrases.iter().find(|(phrase, _)| rest[at..].starts_with(phrase)) {
            return Some(*good != negated);
        }
        // "an act of self-harm"
        if let ["act", "of", what, ..] = rest[at..]
            && among(ILL_DEEDS, what)
        {
            return Some(negated);
        }
        // "arbitrary and violated the right to trade"
        if let Some(good) = LEXICON.does.get(word).filter(|_| at > 0 && rest[at - 1] == "and") {
            return Some(good != &negated);
        }
        if at > 0 && rest[at - 1] == "the" && rest.get(at + 1) == Some(&"to") && *word == "right" {
            return None;
        }
        match worth(word) {
            // "meaningless without wardens", "unfair unless all pay"
            Some(false) if matches!(rest.get(at + 1), Some(&("without" | "unless"))) => return None,
            // "too good", "good enough"
            Some(good) => return Some(good != negated),
            None if is_negation(word) => negated = rest.get(at + 1) != Some(&"only"),
            None if PREPOSITIONS.contains(word)
                || matches!(*word, "," | "that" | "which" | "who" | "than" | "if") =>
            {
                return None;
            }
            None => (),
        }
    }
    None
}
