//! Verdicts: contents that say of an issue what it is worth: "the levy is unfair", "the ban would protect children", "the tolls must go".

use onrecord_base::{Issue, Stance};

use super::at_issue;
use super::avowals;
use super::bearing;
use super::cues;
use super::phrases::Grammar;
use super::predicates::{complement, predicate};
use super::prospects;
use super::references;
use super::stances::PREPOSITIONS;
use super::wording::Wording;
use super::worth::{deed, is_good_done, worth};

/// What is said of a thing stands so near, in words.
const NEAR: usize = 5;

pub(super) const COPULAS: &str = "is are was were be been being 's ’s remains remain remained seems seem seemed looks look looked becomes become \
    became proved";
pub(super) const DETERMINERS: &str = "the a an this that these those any such its their our his her";
/// Words for what others may say or think.
const TELLERS: &str = "say says said think thinks thought claim claims claimed argue argues argued believe believes believed told \
    tells critics opponents supporters if whether unless why how";
const NAMES_IT: &str = "called call calls calling described describes describe describing branded brands dubbed labelled labeled \
    termed terms deemed considers considered hailed derided denounced dismissed slammed characterised";

/// The side that a content takes by what it says of the issue.
pub(super) fn stance(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Stance> {
    let story = grammar.story;
    let content = wording.content_tokens(story);
    let words = wording.content_words(story);
    let cue = Cue::of(wording);
    let mentions = issue.mentions.iter().filter_map(|span| wording.clip(span));
    let verdict = mentions.filter_map(|span| {
        let tokens = story.tokens_in(span);
        let last = tokens.clone().last()?;
        let [first, last] = [tokens.start, last].map(|token| content.iter().position(|&t| t == token));
        let (first, last) = (first?, last?);
        let itself = bearing::bears(grammar, issue, span)?;
        verdict(&words, first, last + 1, cue).map(|good| good == itself)
    });
    verdict.into_iter().next().map(side)
}

/// Whether a content tells what ought to become of the issue: "the government should ban it", whatever it is.
pub(super) fn is_wanted(grammar: &Grammar, wording: &Wording, issue: &Issue) -> bool {
    let story = grammar.story;
    let content = wording.content_tokens(story);
    let words = wording.content_words(story);
    let firsts = issue.mentions.iter().filter_map(|span| story.tokens_in(wording.clip(span)?).next());
    let places = firsts.filter_map(|token| content.iter().position(|&t| t == token));
    places.into_iter().any(|first| wanted(&words[..first], Cue::of(wording)).is_some())
}

/// Whether a cue gives what it introduces a name: "described".
pub(super) fn gives_a_name(cue: &str) -> bool {
    cue.split(' ').any(|word| among(NAMES_IT, word))
}

/// The side by what a content says of "it", its first word, where that means the issue.
pub(super) fn of_pronoun(grammar: &Grammar, wording: &Wording, issue: &Issue) -> Option<Stance> {
    let story = grammar.story;
    let words = wording.content_words(story);
    let first = words.iter().position(|word| !is_mark(word) && *word != "that")?;
    let meant = match words[first] {
        "it" | "this" => true,
        "which" => is_right_before(grammar, issue, wording.content_tokens(story)[first]),
        "they" => issue.label.ends_with('s'),
        _ => false,
    };
    verdict(&words, first, first + 1, Cue::of(wording)).filter(|_| meant).map(side)
}

/// Whether a relative pronoun follows the issue, or a measure by another name: "a weekend, which he said was unacceptable" is on the weekend.
fn is_right_before(grammar: &Grammar, issue: &Issue, pronoun: usize) -> bool {
    const NEAR: usize = 5;
    let story = grammar.story;
    (pronoun.saturating_sub(NEAR)..pronoun).any(|token| {
        at_issue::is_measure(story.lower(token))
            || issue.mentions.iter().any(|mention| story.tokens_in(mention).contains(&token))
    })
}

/// Whether a content speaks well of what its first noun phrase means, "the vote was a disgrace"; `None` if neither.
pub(super) fn of_reference(grammar: &Grammar, wording: &Wording) -> Option<bool> {
    const LONGEST: usize = 3;
    let words = wording.content_words(grammar.story);
    let article = words.iter().position(|word| !is_mark(word) && *word != "that")?;
    let cue = Cue::of(wording);
    // "called the vote “cowardice”"
    let named =
        || (article..words.len()).take(LONGEST + 1).find(|&at| references::DECISIONS.contains(&words[at]));
    if let Some(noun) = named().filter(|_| cue.names) {
        return verdict(&words, noun, noun + 1, cue);
    }
    let copula = (article + 1..words.len()).take(LONGEST).find(|&at| among(COPULAS, words[at]))?;
    among(DETERMINERS, words[article]).then(|| verdict(&words, copula - 1, copula, cue)).flatten()
}

/// What a cue lets its content say of a thing.
#[derive(Clone, Copy, Default)]
struct Cue {
    /// It gives the thing a name: "called".
    names: bool,
    /// It asks somebody to do something to it: "urged".
    urges: bool,
    /// It tells of what is feared: "warned".
    warns: bool,
    /// It makes one's own plan known: "announced".
    announces: bool,
    /// It tells what was resolved: "voted".
    decides: bool,
}

impl Cue {
    fn of(wording: &Wording) -> Self {
        Self {
            names: gives_a_name(&wording.cue),
            urges: cues::urges(&wording.cue),
            warns: cues::warns(&wording.cue),
            announces: cues::announces(&wording.cue),
            decides: cues::decides(&wording.cue) && !cues::rejects(&wording.cue),
        }
    }
}

/// For or against, by whether a thing is good.
pub(super) fn side(good: bool) -> Stance {
    if good { Stance::Support } else { Stance::Oppose }
}

/// What words say of the thing at `first..end`: good or bad.
fn verdict(words: &[&str], first: usize, end: usize, cue: Cue) -> Option<bool> {
    let stops = |word: &&str| matches!(*word, "." | "?" | "!" | ";" | "…");
    let from = words[..first].iter().rposition(stops).map_or(0, |stop| stop + 1);
    let to = words[end..].iter().position(stops).map_or(words.len(), |stop| end + stop);
    if words.get(to) == Some(&"?") || others_say(&words[from..first]) {
        return None;
    }
    let before: Vec<&str> = words[from..first].iter().copied().filter(|word| !is_mark(word)).collect();
    let after: Vec<&str> = words[end..to].iter().copied().filter(|word| !is_mark(word)).collect();
    wanted(&before, cue)
        .or_else(|| has_done(&before, &after))
        .or_else(|| judged_before(&before))
        .or_else(|| called_for(&before))
        .or_else(|| surpassed(&before))
        .or_else(|| is_named(&before, from == 0 && cue.names).then(|| complement(&after)).flatten())
        // A headline leaves the verb out: "Levy ‘a tax on breathing’".
        .or_else(|| {
            let quoted =
                words.get(end).is_some_and(|mark| is_mark(mark)) && among("a an the", after.first()?);
            (before.is_empty() && quoted).then(|| complement(&after)).flatten()
        })
        .or_else(|| {
            let feared = || (cue.warns && prospects::brings_about(&after)).then_some(false);
            let said = is_subject(&before).then(|| predicate(&after).or_else(feared)).flatten();
            said.map(|good| good == does_good_by(&before))
        })
}

/// "To have the pill pulled", "wants the levy scrapped"
fn has_done(before: &[&str], after: &[&str]) -> Option<bool> {
    let before = before_phrase(before);
    let meant = matches!(
        before,
        [.., "to" | "would" | "will", "have" | "get" | "see"] | [.., "wants" | "wanted" | "want"]
    );
    let denied = before.iter().rev().take(NEAR).any(|word| is_negation(word));
    let done = after.first().filter(|_| meant && !denied)?;
    match *done {
        "pulled" | "removed" | "dropped" => Some(false),
        done => is_good_done(done),
    }
}

/// Whether what is said of doing something to a thing is said of the thing (`true`) or of its opposite: "scrapping the levy would harm us".
fn does_good_by(before: &[&str]) -> bool {
    let before = before_phrase(before);
    let (deed, rest) = match before {
        [rest @ .., deed] => (*deed, rest),
        [] => return true,
    };
    let opens = rest.last().is_none_or(|word| matches!(*word, "that" | "and" | "but" | "," | "said"));
    !(opens && deed.ends_with("ing") && cues::turns_around(deed))
}

/// What stands right before the thing: "this is the wrong tax", not "this would not be a good tax".
fn judged_before(before: &[&str]) -> Option<bool> {
    let [earlier @ .., copula, article, worth_of_it] = before else { return None };
    let is =
        among(COPULAS, copula) && among("a an the", article) && !earlier.iter().any(|word| is_negation(word));
    is.then(|| worth(worth_of_it)).flatten()
}

/// "Tests would do more good than a": what is better than a thing speaks against it.
fn surpassed(before: &[&str]) -> Option<bool> {
    let [rest @ .., good, "than"] = before_phrase(before) else { return None };
    let better = *good == "better" || *good == "good" && rest.last() == Some(&"more");
    let nothing = rest.iter().any(|word| is_negation(word) || *word == "nobody");
    (better && !nothing).then_some(false)
}

/// "There is no case for a", "sees a need for": whether anything speaks for a thing.
fn called_for(before: &[&str]) -> Option<bool> {
    const WHY: &str =
        "case need justification reason excuse place room rationale basis mandate appetite grounds";
    const BETWEEN: &str = "further more any such another new";
    const NEAR: usize = 4;
    let mut words = before_phrase(before);
    while let [rest @ .., last] = words
        && among(BETWEEN, last)
    {
        words = before_phrase(rest);
    }
    if words.ends_with(&["no", "question", "of"]) {
        return Some(false);
    }
    let [rest @ .., why, "for"] = words else { return None };
    let near = &rest[rest.len().saturating_sub(NEAR)..];
    let none = near.iter().any(|word| is_negation(word) || matches!(*word, "little" | "without"));
    // "could not take it as a reason for a levy" says nothing of the kind.
    let some = matches!(*why, "case" | "need");
    (among(WHY, why) && !near.contains(&"as") && (none || some)).then_some(!none)
}

/// Whether a thing speaks for itself and is not part of another: "the cost of the levy", "doubts about the levy".
fn is_subject(before: &[&str]) -> bool {
    const NEAR: usize = 4;
    let before = before_phrase(before);
    let parts = |word: &&str| matches!(*word, "," | "that" | "and" | "but");
    let clause = &before[before.iter().rposition(parts).map_or(0, |at| at + 1)..];
    // "In Leeds the levy is"
    let near = clause.len().saturating_sub(NEAR).max(1).min(clause.len());
    before.len() < 2 || !clause[near..].iter().any(|word| PREPOSITIONS.contains(word))
}

/// Whether these words stand among others, one after the other.
pub(super) fn has_phrase(words: &[&str], phrase: &[&str]) -> bool {
    words.windows(phrase.len()).any(|window| window == phrase)
}

/// Whether a word stands in a list of words.
pub(super) fn among(list: &str, word: &str) -> bool {
    list.split_whitespace().any(|other| other == word)
}

pub(super) fn is_mark(word: &str) -> bool {
    matches!(word, "\"" | "“" | "”" | "‘" | "’" | "'" | "``" | "''" | "«" | "»")
}

/// Whether what follows is what others say, or only may be so.
fn others_say(before: &[&str]) -> bool {
    let told = before.iter().rposition(|word| among(TELLERS, word));
    told.is_some_and(|at| !matches!(before[..at].last(), Some(&("i" | "we"))) && before[at] != "that")
}

/// "we will scrap the", "ministers should keep the"; where somebody is urged, "the council to lift the".
fn wanted(before: &[&str], cue: Cue) -> Option<bool> {
    let urged = cue.urges;
    let before = before_phrase(before);
    if let [.., noun, "to"] = before
        && among("obstacle obstacles barrier barriers threat risk danger damage blow harm", noun)
    {
        return Some(true);
    }
    if cue.announces
        && let Some(good) = prospects::planned(before)
    {
        return Some(good);
    }
    let (good, length) = deed(before)?;
    let before = &before[..before.len() - length];
    let mut negated = false;
    let mut words = before.iter().rev().skip_while(|word| {
        negated |= is_negation(word);
        is_negation(word)
            || word.ends_with("ly")
            || matches!(**word, "also" | "now" | "always" | "never" | "immediately")
    });
    let near = words.next()?;
    let meant = match *near {
        "should" | "must" => true,
        // "voted to remove 14 books"
        "to" if cue.decides && before.len() == 1 => true,
        "to" => {
            let link = words.next()?;
            let ought = matches!(
                *link,
                "ought" | "needs" | "need" | "has" | "have" | "time" | "promised" | "vowed" | "pledged"
            );
            negated |= ought && matches!(words.next(), Some(&("not" | "never" | "n't" | "no")));
            negated |= urged && *link == "not";
            ought || urged
        }
        "will" | "would" | "'ll" | "’ll" | "shall" | "wo" | "'d" | "’d" => {
            words.next().is_some_and(|noun| avowals::is_speaker(noun, words.next().copied()))
        }
        _ => false,
    };
    meant.then_some(good != negated)
}

/// Whether the thing is given a name here: "called the tariffs".
fn is_named(before: &[&str], by_cue: bool) -> bool {
    let before = before_phrase(before);
    match before.last() {
        None => by_cue,
        Some(word) => among(NAMES_IT, word),
    }
}

/// What stands before a noun phrase that ends here with the thing: before "the", or "the proposed".
pub(super) fn before_phrase<'w, 's>(words: &'w [&'s str]) -> &'w [&'s str] {
    const LONGEST: usize = 3;
    let from = words.len().saturating_sub(LONGEST);
    let determiner = words[from..].iter().rposition(|word| among(DETERMINERS, word));
    let before = determiner.map_or(words, |at| &words[..from + at]);
    let counts = |word: &str| word.bytes().all(|b| b.is_ascii_digit());
    // "remove 14 books"
    before.split_last().filter(|(last, _)| counts(last)).map_or(before, |(_, before)| before)
}

pub(super) fn is_negation(word: &str) -> bool {
    matches!(word, "not" | "never" | "no" | "n't" | "hardly" | "nothing" | "neither" | "cannot")
        || word.ends_with("n't")
        || word.ends_with("n’t")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The thing is "levy".
    #[track_caller]
    fn check(content: &str, naming: bool, expect: Option<bool>) {
        let words: Vec<&str> = content.split(' ').collect();
        let first = words.iter().position(|word| *word == "levy").unwrap();
        let cue = Cue { names: naming, ..Cue::default() };
        assert_eq!(verdict(&words, first, first + 1, cue), expect, "{content}");
    }

    #[test]
    fn what_a_thing_is_said_to_be_worth() {
        for (content, expect) in [
            ("that the levy was \" unfair \"", Some(false)),
            ("the levy is not fair to small boats", Some(false)),
            ("the levy was “ anti-farmer and anti-federal ”", Some(false)),
            ("the levy on boats from the north was a necessary answer to years of neglect", Some(true)),
            ("the levy was the only way to keep the pier", Some(true)),
            ("the levy is not only fair but cheap", Some(true)),
            ("the levy would hurt small boats", Some(false)),
            ("the levy will not harm anybody", Some(true)),
            ("the levy had cost 40 jobs", Some(false)),
            ("the levy goes too far", Some(false)),
            ("the levy must go", Some(false)),
            ("there can be no justification for a levy in winter", Some(false)),
            ("that she sees no case for any further levy", Some(false)),
            ("there is a strong case for a levy", Some(true)),
            ("it could not accept growth as a reason for a levy", None),
            ("there is no place for children on the levy", None),
            ("the levy must not go ahead", Some(false)),
            ("the levy must not begin before anybody knows", Some(false)),
            ("the levy should continue", Some(true)),
            ("the levy must go ahead", Some(true)),
            ("the levy would lock in debt for a century", Some(false)),
            ("the levy would hand the market to others", Some(false)),
            ("the levy would help small boats", Some(true)),
            ("the levy would do more harm than good", Some(false)),
            ("the levy has done more good than harm", None),
            ("the levy will do more good than harm", Some(true)),
            ("the levy does little to help the poor", Some(false)),
            ("the levy would help the rich", None),
            ("the levy failed in the Senate", None),
            ("the levy should be kept", Some(true)),
            ("the levy has to be scrapped", Some(false)),
            ("she would cancel the levy if elected", Some(false)),
            ("we will never scrap the levy", Some(true)),
            ("ministers should scrap the levy", Some(false)),
            ("his country needed no help and called the levy illegal", Some(false)),
            // Not what the speaker says, not of the thing, or no verdict.
            ("we will vote down the levy", Some(false)),
            ("he would hold up the levy on the floor", Some(false)),
            ("we should do away with the levy", Some(false)),
            ("the levy was odd and violated the right to trade", Some(false)),
            ("the levy was a solution looking for a problem", Some(false)),
            ("the levy was not on the table", Some(false)),
            ("the levy would wipe out factories", Some(false)),
            ("the levy would put doctors in prison", Some(false)),
            ("the levy cannot come soon enough", Some(true)),
            ("this is the wrong levy at the wrong time", Some(false)),
            ("this would not be a good levy", None),
            ("it was a costly levy", Some(false)),
            ("the levy would put the town on the map", Some(true)),
            ("the levy will pay for itself", Some(true)),
            ("the levy favoured rich owners", Some(false)),
            ("the levy amounted to theft", Some(false)),
            ("the levy would drive shops underground", Some(false)),
            ("tests would do more good than a levy", Some(false)),
            ("nothing would be better than a levy", None),
            ("a tax would be better than a levy", Some(false)),
            ("the levy had no place in a free city", Some(false)),
            ("it would ask the court to have the levy pulled from the law", Some(false)),
            ("he wants the levy kept", Some(true)),
            ("he did not want to see the levy scrapped", None),
            ("restoring the levy was not an option", Some(false)),
            ("the levy was an option", None),
            ("the levy should be torn up", Some(false)),
            ("the levy would flood the town with ships", Some(false)),
            ("the levy falls well short of what is needed", Some(false)),
            ("the levy would simply shift costs onto others", Some(false)),
            ("the levy should never have been brought in", Some(false)),
            ("the levy risked letting prices flare up", Some(false)),
            ("the levy risks being scrapped", None),
            ("the levy would let firms hide what they earn", Some(false)),
            ("the levy would let firms plan ahead", None),
            ("the levy would leave the country behind", Some(false)),
            ("the levy was an act of cowardice", Some(false)),
            ("the levy has failed our children", Some(false)),
            ("the levy serves no purpose", Some(false)),
            ("the levy protects nobody", Some(false)),
            ("the levy would be meaningless without inspectors", None),
            ("the levy would be meaningless", Some(false)),
            ("the levy was too low", None),
            ("the levy is not fit for purpose", Some(false)),
            ("the levy is fit for purpose", Some(true)),
            ("the levy was no act of cruelty", Some(true)),
            ("the levy was an act of healing", None),
            ("the levy would deny justice to victims", Some(false)),
            ("scrapping the levy would hurt pensioners", Some(true)),
            ("that abolishing the levy is a mistake", Some(true)),
            ("keeping the levy would hurt pensioners", Some(false)),
            ("critics say the levy is unfair", None),
            ("the levy is on the table", None),
            ("the levy is the right to a harbour", None),
            ("whether the levy is fair", None),
            ("is the levy fair ?", None),
            ("why the levy is fair", None),
            ("the cost of the levy was unfair", None),
            ("the cap of 1.5 times the levy was unfair", None),
            ("in Leeds the levy was unfair", Some(false)),
            ("the mayor would cancel the levy", None),
            ("the levy was discussed in a fair manner", None),
            ("the levy was scrapped", None),
            ("the levy was higher than a fair share", None),
            ("he paid the levy , a good man", None),
        ] {
            check(content, false, expect);
        }
        check("levy ‘ a farce ’", false, Some(false));
        check("levy a farce", false, None);
        check("the levy \" a tax on being cold \"", true, Some(false));
        check("the levy as pointless and cruel", true, Some(false));
        check("the levy a charge like others", true, None);
    }

    #[test]
    fn what_is_feared_of_a_thing_and_what_is_planned() {
        let cue = |cue: &str| Cue { warns: cue == "warns", announces: cue == "announces", ..Cue::default() };
        for (kind, content, expect) in [
            ("warns", "the levy would lead to hunger", Some(false)),
            ("warns", "the levy could force shops to close", Some(false)),
            ("warns", "scrapping the levy would lead to hunger", Some(true)),
            ("warns", "the levy would take effect on Monday", None),
            ("warns", "the cost of the levy would lead to hunger", None),
            ("says", "the levy would lead to hunger", None),
            ("announces", "his government will bring in legislation next month to ban the levy", Some(false)),
            ("announces", "plans to scrap the hated levy", Some(false)),
            ("announces", "to impose a new levy", Some(true)),
            ("says", "to impose a new levy", None),
            ("announces", "her plan to support people with levy", None),
            ("announces", "we intend to keep the levy", Some(true)),
            ("announces", "the opposition plans to scrap the levy", None),
            ("says", "plans to scrap the levy", None),
        ] {
            let words: Vec<&str> = content.split(' ').collect();
            let first = words.iter().position(|word| *word == "levy").unwrap();
            assert_eq!(verdict(&words, first, first + 1, cue(kind)), expect, "{kind}: {content}");
        }
    }

    #[test]
    fn what_is_asked_to_be_done_to_a_thing() {
        for (content, expect) in [
            ("the council to lift the levy at weekends", Some(false)),
            ("the council not to lift the levy", Some(true)),
            ("the council to keep the levy", Some(true)),
            ("the council to talk about the levy", None),
        ] {
            let words: Vec<&str> = content.split(' ').collect();
            let first = words.iter().position(|word| *word == "levy").unwrap();
            let cue = Cue { urges: true, ..Cue::default() };
            assert_eq!(verdict(&words, first, first + 1, cue), expect, "{content}");
        }
    }
}
