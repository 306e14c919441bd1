//! What a cue says of its content by itself: that it is denied, found fault with, or wished for.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

use super::issues::is_calendar;
use super::lists;

/// How a speaker stands to what the cue introduces.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(super) enum Speech {
    /// Says that it is not so.
    Denies,
    /// Speaks against it.
    Opposes,
    /// Speaks for it.
    Supports,
    /// Several are at odds over it.
    Disagrees,
    /// Will not say.
    Declines,
}

static CUES: &str = include_str!("data/cues.txt");

impl Speech {
    fn of_name(name: &str) -> Option<Self> {
        let all = [
            ("denies", Self::Denies),
            ("opposes", Self::Opposes),
            ("supports", Self::Supports),
            ("disagrees", Self::Disagrees),
            ("declines", Self::Declines),
        ];
        all.into_iter().find(|(known, _)| *known == name).map(|(_, speech)| speech)
    }
}

/// Wordings of more than one word.
static PHRASES: LazyLock<Vec<(Speech, &str)>> = LazyLock::new(|| {
    lists::phrases(CUES).filter_map(|(kind, words)| Some((Speech::of_name(kind)?, words))).collect()
});

/// What those at odds trade or exchange.
pub(super) const TRADED: [&str; 13] = [
    "barbs",
    "blows",
    "accusations",
    "insults",
    "jabs",
    "threats",
    "words",
    "fire",
    "charges",
    "attacks",
    "blame",
    "punches",
    "recriminations",
];

static FORMS: LazyLock<FxHashMap<String, Speech>> = LazyLock::new(|| {
    let of = |(kind, verb)| Some((Speech::of_name(kind)?, forms(verb)));
    let all = lists::words(CUES).filter_map(of);
    all.flat_map(|(speech, forms)| forms.into_iter().map(move |form| (form, speech))).collect()
});

/// The wordings by their first words.
static OPENINGS: LazyLock<FxHashMap<&str, Vec<usize>>> = LazyLock::new(|| {
    let mut all: FxHashMap<&str, Vec<usize>> = FxHashMap::default();
    for (at, (_, words)) in PHRASES.iter().enumerate() {
        all.entry(words.split(' ').next().unwrap_or_default()).or_default().push(at);
    }
    all
});

/// Of the wordings in a cue the one that [`PHRASES`] has first.
fn phrase(cue: &str) -> Option<Speech> {
    let opened = cue.split(' ').filter_map(|word| OPENINGS.get(word)).flatten();
    let there = opened.filter(|&&at| has_words(cue, PHRASES[at].1));
    there.min().map(|&at| PHRASES[at].0)
}

/// What the words of a cue (lower case, parted by single spaces) say; negated where `not` stands among them.
pub(super) fn read(cue: &str) -> Option<Speech> {
    // "found support for": somebody else's.
    if cue.split(' ').any(|word| matches!(word, "found" | "finds" | "shows" | "showed" | "measured")) {
        return None;
    }
    // "has until Friday to sign or veto"
    if cue.split(' ').any(|word| word == "or") {
        return None;
    }
    // "traded attacks on", "exchanged sharp words"
    const TRADES: [&str; 8] =
        ["trade", "trades", "traded", "trading", "swap", "swapped", "exchange", "exchanged"];
    let has = |list: &[&str]| cue.split(' ').any(|word| list.contains(&word));
    if has(&TRADES) && has(&TRADED) {
        return Some(Speech::Disagrees);
    }
    // "failed on Thursday to agree on"
    if cue.split(' ').any(|word| word.starts_with("fail")) && cue.split(' ').any(|word| word == "agree") {
        return Some(Speech::Disagrees);
    }
    if let Some(timeless) = without_time(cue) {
        return read(&timeless);
    }
    // "argued over pay", but "argued that it was fair"
    let with_another = || has(&["over", "about", "with", "on"]);
    let of_verb =
        |word: &str| FORMS.get(word).copied().filter(|_| !word.starts_with("argu") || with_another());
    let speech = phrase(cue).or_else(|| cue.split(' ').find_map(of_verb))?;
    match (speech, is_negated(cue) || falls_short(cue)) {
        // Not to deny, not to rule out: neither one nor the other.
        (_, true) => None,
        (speech, false) => Some(speech),
    }
}

/// "called last week for", "voted on Monday against" without when; `None` where it does not tell.
fn without_time(cue: &str) -> Option<String> {
    const OF_TIME: [&str; 9] =
        ["week", "month", "year", "today", "yesterday", "earlier", "morning", "night", "evening"];
    const BEFORE: [&str; 5] = ["on", "last", "this", "earlier", "late"];
    if !cue.split(' ').any(|word| OF_TIME.contains(&word) || is_calendar(word)) {
        return None;
    }
    let words: Vec<&str> = cue.split(' ').collect();
    let is_time = |at: usize| OF_TIME.contains(&words[at]) || is_calendar(words[at]);
    // Not "this week" alone, nor the last word: "put off until Monday".
    let ends = |at: usize| at + 1 < words.len() && at > 0 && is_time(at);
    if !(0..words.len()).any(ends) {
        return None;
    }
    let before = |at: usize| BEFORE.contains(&words[at]) && (at + 1..words.len()).take(2).any(ends);
    let kept = (0..words.len()).filter(|&at| !ends(at) && !before(at));
    Some(kept.map(|at| words[at]).collect::<Vec<_>>().join(" "))
}

/// "stopped short of backing"
fn falls_short(cue: &str) -> bool {
    ["short of", "refrained from", "held back from"].iter().any(|words| has_words(cue, words))
}

/// Whether a cue says what somebody does not do.
pub(super) fn is_negated(cue: &str) -> bool {
    // "were less pleased by"
    const NOT: [&str; 7] = ["not", "never", "nor", "less", "hardly", "scarcely", "neither"];
    has_words(cue, "no longer")
        || cue.split(' ').any(|word| NOT.contains(&word) || word.ends_with("n't") || word.ends_with("n’t"))
}

/// Whether a cue tells what somebody did not say: "has never said"; who does not believe a thing is against it.
pub(super) fn leaves_unsaid(cue: &str) -> bool {
    if falls_short(cue) {
        return true;
    }
    const STEMS: [&str; 13] = [
        "say", "said", "claim", "suggest", "propos", "promis", "commit", "decid", "announc", "mention",
        "comment", "specif", "rule",
    ];
    is_negated(cue) && cue.split(' ').any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a cue gives the words of another: "quoted", "cited".
pub(super) fn quotes(cue: &str) -> bool {
    const WORDS: [&str; 6] = ["quoted", "quotes", "quoting", "cited", "cites", "citing"];
    cue.split(' ').next_back().is_some_and(|word| WORDS.contains(&word))
}

/// Whether a cue speaks well of what follows: "praised", not "urged".
pub(super) fn praises(cue: &str) -> bool {
    const VERBS: &str =
        "welcome praise back support endorse applaud hail defend commend champion salute laud cheer";
    let praise = |word: &str| VERBS.split(' ').any(|verb| forms(verb).iter().any(|form| form == word));
    cue.split(' ').any(praise)
}

/// Whether a cue takes the side of whom it is about: "backed", "agreed with"; not "praised".
pub(super) fn sides_with(cue: &str) -> bool {
    const VERBS: [&str; 6] = ["back", "support", "endorse", "defend", "side", "agree"];
    let sides = |word: &str| VERBS.iter().any(|verb| forms(verb).iter().any(|form| form == word));
    let with = |word: &str| !word.starts_with("agre") && !word.starts_with("sid") || has_words(cue, "with");
    !is_negated(cue) && !falls_short(cue) && cue.split(' ').any(|word| sides(word) && with(word))
}

/// Whether a cue tells of a resolution: "voted in favour of", "ruled", "agreed to".
pub(super) fn decides(cue: &str) -> bool {
    const STEMS: [&str; 12] = [
        "vote", "voting", "decid", "rule", "ruling", "approve", "agree", "back", "reject", "adopt", "pass",
        "order",
    ];
    cue.split(' ').any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a cue asks somebody to do something: "urged", "called on".
pub(super) fn urges(cue: &str) -> bool {
    const STEMS: [&str; 10] =
        ["urg", "ask", "press", "appeal", "implor", "encourag", "begg", "plead", "invit", "order"];
    has_words(cue, "called on")
        || has_words(cue, "calls on")
        || cue.split(' ').any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a cue puts something forward: "proposed", "suggested".
pub(super) fn proposes(cue: &str) -> bool {
    cue.split(' ').any(|word| ["propos", "suggest"].iter().any(|stem| word.starts_with(stem)))
}

/// Whether a cue turns something down, whatever it is: "rejected the levy".
pub(super) fn rejects(cue: &str) -> bool {
    const WORDS: [&str; 6] = ["reject", "rejects", "rejected", "dismiss", "dismisses", "dismissed"];
    cue.split_whitespace().any(|word| WORDS.contains(&word))
}

/// Whether a cue lays something at somebody's door: "accused", "blamed".
pub(super) fn accuses(cue: &str) -> bool {
    cue.split(' ').any(|word| word.starts_with("accus") || word.starts_with("blam"))
}

/// Whether a cue that finds fault says that the thing is so: "complained", "accused of"; not "criticised".
pub(super) fn asserts(cue: &str) -> bool {
    const STEMS: [&str; 7] = ["complain", "fear", "lament", "regret", "bemoan", "protest", "warn"];
    accuses(cue) || cue.split(' ').any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

/// Whether a cue says that something will not be done: "ruled out".
pub(super) fn rules_out(cue: &str) -> bool {
    has_words(cue, "ruled out") || has_words(cue, "rule out")
}

/// Whether a cue says that somebody does what another did: "also criticised".
pub(super) fn joins_in(cue: &str) -> bool {
    has_words(cue, "also")
}

/// Whether a cue tells of what is feared: "warned that".
pub(super) fn warns(cue: &str) -> bool {
    cue.split(' ').any(|word| word.starts_with("warn") || word.starts_with("caution"))
}

/// Whether a cue makes one's own plan known: "announced".
pub(super) fn announces(cue: &str) -> bool {
    const STEMS: [&str; 6] = ["announc", "unveil", "promis", "pledg", "vow", "confirm"];
    cue.split(' ').any(|word| STEMS.iter().any(|stem| word.starts_with(stem)))
}

fn has_words(cue: &str, words: &str) -> bool {
    cue.match_indices(words).any(|(at, _)| {
        let free = |c: Option<char>| c.is_none_or(|c| c == ' ');
        free(cue[..at].chars().next_back()) && free(cue[at + words.len()..].chars().next())
    })
}

/// The forms of a regular verb.
pub(super) fn forms(verb: &str) -> Vec<String> {
    let plain = verb.trim_end_matches('+');
    let ends = |suffix: &str| format!("{plain}{suffix}");
    if let Some(stem) = plain.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
        return vec![ends(""), format!("{stem}ies"), format!("{stem}ied"), ends("ing")];
    }
    if let Some(stem) = plain.strip_suffix('e') {
        return vec![ends(""), ends("s"), ends("d"), format!("{stem}ing")];
    }
    let third = if plain.ends_with(['s', 'x']) || plain.ends_with("sh") || plain.ends_with("ch") {
        "es"
    } else {
        "s"
    };
    let last = plain.chars().next_back().filter(|_| verb.ends_with('+'));
    let stem = last.map_or_else(|| plain.to_owned(), |last| format!("{plain}{last}"));
    let mut out = vec![ends(""), ends(third), format!("{stem}ed"), format!("{stem}ing")];
    let past = [("seek", "sought"), ("fight", "fought")].iter().find(|(verb, _)| *verb == plain);
    out.extend(past.map(|(_, past)| (*past).to_owned()));
    out
}

/// Words that turn a wish around: who calls for an end to a thing is against it.
pub(super) fn turns_around(lower: &str) -> bool {
    TURNING.contains(lower)
}

static TURNING: LazyLock<FxHashSet<&str>> = LazyLock::new(|| {
    const WORDS: &str = "end ending stop stopping halt halting lift lifting scrap scrapping drop dropping repeal repealing \
                         abolish abolishing cancel cancelling canceling withdraw withdrawing withdrawal reject rejecting \
                         close closing closure ban banning block blocking cut cutting freeze freezing oppose opposing avoid \
                         avoiding prevent preventing against without not no never undo undoing reverse reversing delay \
                         delaying abandon abandoning remove removing removal defund defunding dismantle dismantling overturn overturning \
                         tear tearing collapse kill killing ditch ditching axe axing scuttle scuttling quit quitting \
                         fight fighting resist resisting abolition annul annulling annulment cancellation eliminate eliminating elimination \
                         terminate terminating termination suspend suspending suspension outlaw outlawing prohibit prohibiting prohibition \
                         revoke revoking revocation rescind rescinding quash quashing shelve shelving postpone postponing postponement \
                         slash slashing shutdown veto vetoing weaken weakening dilute diluting rollback undermine undermining destroy \
                         destroying destruction demolish demolishing demolition dismantlement reversal reduce reducing reduction curb curbs \
                         curbing restrict restricting restriction restrictions limit limits limiting moratorium loosen loosening relaxation \
                         dissolve dissolving dissolution obstruct obstructing thwart thwarting";
    WORDS.split_whitespace().collect()
});

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_not_said() {
        for (cue, expect) in [
            ("has never said", true),
            ("didn’t mention", true),
            ("did not rule out", true),
            ("stopped short of backing", true),
            ("said", false),
            ("does not believe", false),
        ] {
            assert_eq!(leaves_unsaid(cue), expect, "{cue}");
        }
    }

    #[test]
    fn cues_say_where_the_speaker_stands() {
        for (cue, expect) in [
            ("denied", Some(Speech::Denies)),
            ("was critical of", Some(Speech::Opposes)),
            ("slammed", Some(Speech::Opposes)),
            ("welcomed", Some(Speech::Supports)),
            ("urged", Some(Speech::Supports)),
            ("sought", Some(Speech::Supports)),
            ("called for", Some(Speech::Supports)),
            ("called last week for", Some(Speech::Supports)),
            ("voted late on monday against", Some(Speech::Opposes)),
            ("said last week", None),
            ("spar on", Some(Speech::Disagrees)),
            ("failed on thursday to agree on", Some(Speech::Disagrees)),
            ("traded blame for", Some(Speech::Disagrees)),
            ("declined to say", Some(Speech::Declines)),
            ("traded attacks on", Some(Speech::Disagrees)),
            ("took opposite views on", Some(Speech::Disagrees)),
            ("has until next friday to sign or veto", None),
            ("did not deny", None),
            ("did not rule out", None),
            ("stopped short of backing", None),
            ("said", None),
            ("argued", None),
            ("argued over", Some(Speech::Disagrees)),
            ("recalled forty", None),
            ("found considerable support for", None),
            ("to distance herself from", Some(Speech::Opposes)),
            ("fought for", Some(Speech::Supports)),
            ("fought against", Some(Speech::Opposes)),
            ("railed against", Some(Speech::Opposes)),
            ("made the case for", Some(Speech::Supports)),
            ("were less pleased by", None),
            ("no longer supports", None),
        ] {
            assert_eq!(read(cue), expect, "{cue}");
        }
    }
}
