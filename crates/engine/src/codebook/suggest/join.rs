//! Which issues of different articles are one: by id, by the same words, by one label's words within the other's.
//!
//! Labels are found by their words, so that the work grows with the number of issues and not with that of their pairs.

use std::collections::{BTreeMap, HashMap, HashSet};

use super::sets::Sets;
use super::words::{Names, Wording};
use crate::json::{Document, Issue};

/// Of longer labels no parts are looked for: they have too many.
const LONGEST: usize = 7;
/// Two labels that so large a share of the rarer one's articles hold apart are two issues.
const APART: f64 = 0.2;

/// An issue of one article.
pub(super) struct Raised<'d> {
    /// The place of the document.
    pub(super) document: usize,
    pub(super) issue: &'d Issue,
}

/// Issues that have the same words, each with the place of its document.
type Alike<'d> = Vec<(usize, &'d Issue)>;

/// The issues that articles raise, in groups of those that are one. Documents are in an order of their own.
pub(super) fn groups<'d>(documents: &[&'d Document]) -> Vec<Vec<Raised<'d>>> {
    let mut names = Names::default();
    documents.iter().flat_map(|document| &document.issues).for_each(|issue| names.add(&issue.label));
    let mut wordings: BTreeMap<Wording, Alike<'d>> = BTreeMap::new();
    for (place, document) in documents.iter().enumerate() {
        for issue in &document.issues {
            if let Some(wording) = names.wording(&issue.label) {
                wordings.entry(wording).or_default().push((place, issue));
            }
        }
    }
    let (wordings, raised): (Vec<Wording>, Vec<Alike<'d>>) = wordings.into_iter().unzip();
    let within = Within::of(&wordings);
    let mut sets = Sets::new(wordings.len());
    same_ids(&raised, &mut sets);
    for (narrow, wider) in within.wider.iter().enumerate() {
        // A single word says too little by itself: every dispute has its "bill".
        if wordings[narrow].words.len() > 1 && is_chain(wider, &wordings) {
            for &wide in wider {
                let several: Vec<usize> =
                    within.narrower[wide].iter().copied().filter(|n| wordings[*n].words.len() > 1).collect();
                if is_chain(&several, &wordings) && !held_apart(&raised[narrow], &raised[wide]) {
                    sets.join(narrow, wide);
                }
            }
        }
    }
    let sizes = sets.sizes();
    let of_places = |(wording, raised): (usize, &Alike<'d>)| {
        raised.iter().map(|(document, _)| (*document, wording)).collect::<Vec<_>>()
    };
    let both: HashSet<(usize, usize)> = raised.iter().enumerate().flat_map(of_places).collect();
    let mut groups: BTreeMap<usize, Vec<Raised<'d>>> = BTreeMap::new();
    let mut heard: HashMap<usize, HashSet<String>> = HashMap::new();
    for (wording, raised) in raised.into_iter().enumerate() {
        for (document, issue) in raised {
            let mut means = wording;
            // What an article itself holds apart stays apart.
            let apart = |wide: &&usize| !both.contains(&(document, **wide));
            let wider: Vec<usize> = within.wider[wording].iter().filter(apart).copied().collect();
            if !wider.is_empty() && sizes[sets.find(wording)] == 1 {
                let heard = heard.entry(document).or_insert_with(|| words_of(documents[document], &names));
                means = borne_out(wording, &wider, &wordings, heard).unwrap_or(wording);
            }
            groups.entry(sets.find(means)).or_default().push(Raised { document, issue });
        }
    }
    groups.into_values().collect()
}

/// For each label those whose words hold its words, and those whose words it holds.
struct Within {
    wider: Vec<Vec<usize>>,
    narrower: Vec<Vec<usize>>,
}

impl Within {
    fn of(wordings: &[Wording]) -> Self {
        let mut of_words: HashMap<Vec<&str>, Vec<usize>> = HashMap::new();
        for (place, wording) in wordings.iter().enumerate() {
            of_words.entry(wording.words.iter().map(String::as_str).collect()).or_default().push(place);
        }
        let none = || vec![Vec::new(); wordings.len()];
        let mut within = Self { wider: none(), narrower: none() };
        for (wide, wording) in wordings.iter().enumerate() {
            let words: Vec<&str> = wording.words.iter().map(String::as_str).collect();
            if words.len() > LONGEST {
                continue;
            }
            // Each part of the label: one bit a word.
            for part in 1_usize..(1 << words.len()) - 1 {
                let part = words.iter().enumerate().filter(|(n, _)| part & (1 << n) != 0);
                let part: Vec<&str> = part.map(|(_, word)| *word).collect();
                for &narrow in of_words.get(&part).into_iter().flatten() {
                    if wordings[narrow].may_be_within(wording) {
                        within.wider[narrow].push(wide);
                        within.narrower[wide].push(narrow);
                    }
                }
            }
        }
        within
    }
}

fn same_ids(raised: &[Alike<'_>], sets: &mut Sets) {
    let mut first: HashMap<&str, usize> = HashMap::new();
    for (wording, raised) in raised.iter().enumerate() {
        for (_, issue) in raised {
            let before = *first.entry(&issue.id).or_insert(wording);
            sets.join(before, wording);
        }
    }
}

/// Whether each of the labels holds the words of all shorter ones.
fn is_chain(labels: &[usize], wordings: &[Wording]) -> bool {
    let mut labels: Vec<&Wording> = labels.iter().map(|label| &wordings[*label]).collect();
    labels.sort_by_key(|wording| wording.words.len());
    labels.windows(2).all(|two| two[0].words.is_subset(&two[1].words))
}

/// Whether articles have both as two issues.
fn held_apart(one: &[(usize, &Issue)], other: &[(usize, &Issue)]) -> bool {
    let of =
        |raised: &[(usize, &Issue)]| raised.iter().map(|(document, _)| *document).collect::<HashSet<_>>();
    let (one, other) = (of(one), of(other));
    let both = one.intersection(&other).count();
    both > 0 && both as f64 >= APART * one.len().min(other.len()) as f64
}

/// The longest label that an article means by a shorter one: its other words are all in the article, and no rival's are.
fn borne_out(
    wording: usize,
    wider: &[usize],
    wordings: &[Wording],
    heard: &HashSet<String>,
) -> Option<usize> {
    let is_heard =
        |wide: &usize| wordings[wording].besides(&wordings[*wide]).all(|word| heard.contains(word));
    let meant: Vec<usize> = wider.iter().copied().filter(is_heard).collect();
    is_chain(&meant, wordings).then(|| meant.into_iter().max_by_key(|wide| wordings[*wide].words.len()))?
}

/// The words of headline and statements.
fn words_of(document: &Document, names: &Names) -> HashSet<String> {
    let quotes = document.statements.iter().map(|statement| statement.quote.as_str());
    document.title.as_deref().into_iter().chain(quotes).flat_map(|text| names.words(text)).collect()
}
