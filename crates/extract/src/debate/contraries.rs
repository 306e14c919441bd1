//! Words for comparing wordings: which of them tell of something, which negate, and which mean the same or the contrary.

use std::sync::LazyLock;

use rustc_hash::{FxHashMap, FxHashSet};

static CONTRARIES: &str = include_str!("data/contraries.txt");

/// Words that a proposition has besides what it says.
const SMALL: &str = "a an the of in on at to for and or but by with from as over about into its his her their our your my this that \
                     these those it he she they we i you is are was were be been being has have had do does did will would can \
                     could should may might must shall than then so such more most very there who which what when where how all \
                     any some other new old between against after before under again too also own up out down only just one make made get go going say says said";
const NEGATIONS: &str = "not never no nobody nothing none neither nor without cannot hardly deny denies denied denying reject rejects \
                         rejected dismiss dismisses dismissed doubt doubts doubted dispute disputes disputed refuse refuses \
                         refused untrue fails failed lacks lacked object objects objected oppose opposes opposed against";
/// Forms that no ending tells.
const IRREGULAR: &str = "misled mislead stole steal stolen steal kept keep built build rose rise fell fall fallen fall grew grow sold sell \
                         lost lose won win broke break broken break left leave gave give given give took take taken take knew know known \
                         know told tell held hold paid pay brought bring bought buy caught catch sent send spent spend met meet ran run \
                         wrote write written write tore tear torn tear began begin begun begin";
static SIDES: LazyLock<FxHashMap<String, Vec<(usize, bool)>>> = LazyLock::new(|| {
    let mut sides: FxHashMap<String, Vec<(usize, bool)>> = FxHashMap::default();
    for (group, line) in CONTRARIES.lines().filter(|line| !line.starts_with('#')).enumerate() {
        for (part, contrary) in line.trim_start_matches('+').split('|').zip([false, true]) {
            for word in part.split(' ') {
                sides.entry(stem(word)).or_default().push((group, contrary));
            }
        }
    }
    sides
});

/// The groups of which the first words are what one wishes to a thing that one is for.
static GROUPS_FOR: LazyLock<FxHashSet<usize>> = LazyLock::new(|| {
    let lines = CONTRARIES.lines().filter(|line| !line.starts_with('#')).enumerate();
    lines.filter(|(_, line)| line.starts_with('+')).map(|(group, _)| group).collect()
});

static SMALL_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| SMALL.split_whitespace().collect());
static NEGATION_WORDS: LazyLock<FxHashSet<&str>> = LazyLock::new(|| NEGATIONS.split_whitespace().collect());

static BASES: LazyLock<FxHashMap<&str, &str>> = LazyLock::new(|| {
    let words: Vec<&str> = IRREGULAR.split_whitespace().collect();
    words.chunks_exact(2).map(|pair| (pair[0], pair[1])).collect()
});

/// What one word is to another.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Match {
    Same,
    Like,
    Contrary,
}

/// Whether the stem is what one wishes to a thing that one is for (`true`) or against (`false`), in each of its meanings.
pub(super) fn wishes(stem: &str) -> impl Iterator<Item = bool> {
    let sides = SIDES.get(stem).map_or(&[][..], Vec::as_slice);
    sides.iter().filter(|(group, _)| GROUPS_FOR.contains(group)).map(|(_, contrary)| !contrary)
}

/// What a stem is to the `wanted` one; `None` if nothing.
pub(super) fn relation(wanted: &str, word: &str) -> Option<Match> {
    if wanted == word {
        return Some(Match::Same);
    }
    let (one, two) = (SIDES.get(wanted)?, SIDES.get(word)?);
    let both = one.iter().flat_map(|one| two.iter().map(move |two| (one, two)));
    both.filter(|(one, two)| one.0 == two.0)
        .map(|(one, two)| if one.1 == two.1 { Match::Like } else { Match::Contrary })
        .next()
}

/// Whether a lower-case word tells of what a wording is on: no article, auxiliary, negation.
pub(super) fn tells(word: &str) -> bool {
    word.len() > 2
        && word.starts_with(char::is_alphanumeric)
        && !is_negation(word)
        && !SMALL_WORDS.contains(word)
}

/// Whether a lower-case word negates.
pub(super) fn is_negation(word: &str) -> bool {
    word.ends_with("n't") || word.ends_with("n’t") || NEGATION_WORDS.contains(word)
}

/// What the forms of a word have in common; good enough to compare two.
pub(super) fn stem(word: &str) -> String {
    let word = BASES.get(word).copied().unwrap_or(word);
    let mut stem = word.to_owned();
    for (end, instead) in
        [("ing", ""), ("ied", "y"), ("ies", "y"), ("ed", ""), ("es", ""), ("s", ""), ("ly", "")]
    {
        if let Some(short) = word.strip_suffix(end).filter(|short| short.len() >= 3) {
            stem = format!("{short}{instead}");
            break;
        }
    }
    if let Some(short) = stem.strip_suffix('e').filter(|short| short.len() >= 4) {
        stem.truncate(short.len());
    }
    let mut last = stem.chars().rev();
    if let (Some(a), Some(b)) = (last.next(), last.next())
        && a == b
        && stem.len() > 3
    {
        stem.pop();
    }
    stem
}
