//! A codebook proposed from articles: the issues that each makes for itself, those of different articles that are one
//! brought together, counted and ranked.
//!
//! `words.rs` and `join.rs` say which are one. The result does not depend on the order of the documents.

mod draft;
mod join;
mod sets;
mod tally;
#[cfg(test)]
mod tests;
mod words;

use std::collections::{BTreeMap, HashSet};

pub use draft::codebook;

use super::entry::squeezed;
use super::id::is_id;
use crate::json::suggestion::SuggestionLine;
use crate::json::{Document, VERSION};
use join::Raised;
use onrecord_base::{issue_id, simple_words};
use tally::{Spoken, Tally};

/// Keywords beyond these are of single articles as a rule.
const KEYWORDS: usize = 8;
/// An issue in more than this share of the articles is what the set was chosen for; in few articles that tells nothing.
const NEARLY_ALL: f64 = 0.8;
const FEW: usize = 5;

/// What is proposed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Options {
    /// At most so many issues.
    pub most: usize,
    /// None with fewer statements, each utterance counted once.
    pub min_statements: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { most: 20, min_statements: 2 }
    }
}

/// The issues of a set of documents, the weightiest first.
///
/// ```
/// use onrecord_engine::codebook::suggest::{Options, codebook, suggest};
/// assert!(codebook(&suggest(&[], &Options::default())).entries().is_empty());
/// ```
pub fn suggest(documents: &[Document], options: &Options) -> Vec<SuggestionLine> {
    let mut documents: Vec<&Document> = documents.iter().collect();
    let key = |document: &Document| (document.doc.clone(), document.text_sha256.clone());
    documents.sort_by_cached_key(|document| key(document));
    // A document that is given twice counts once.
    documents.dedup_by_key(|document| key(document));
    let groups = join::groups(&documents);
    let of_issue: BTreeMap<(usize, &str), usize> = groups
        .iter()
        .enumerate()
        .flat_map(|(n, group)| {
            group.iter().map(move |raised| ((raised.document, raised.issue.id.as_str()), n))
        })
        .collect();
    let mut spoken: Vec<Vec<Spoken<'_>>> = vec![Vec::new(); groups.len()];
    let mut all = Vec::new();
    for (place, document) in documents.iter().enumerate() {
        for (number, statement) in document.statements.iter().enumerate() {
            let said = |score| Spoken { document, statement, place, number, score };
            all.push(said(0.0));
            let mut on: BTreeMap<usize, f64> = BTreeMap::new();
            for take in statement.takes() {
                if let Some(&group) = of_issue.get(&(place, take.issue.as_str())) {
                    let score = on.entry(group).or_default();
                    *score = score.max(take.score.unwrap_or(1.0));
                }
            }
            on.into_iter().for_each(|(group, score)| spoken[group].push(said(score)));
        }
    }
    let whole = Whole { articles: documents.len(), statements: tally::utterances(&all).len() };
    let lines = groups.iter().zip(&spoken).filter_map(|(group, spoken)| whole.line(group, spoken));
    let mut lines: Vec<SuggestionLine> =
        lines.filter(|line| line.statements as usize >= options.min_statements).collect();
    lines.sort_by(|a, b| {
        let counts = |line: &SuggestionLine| (line.statements, line.articles);
        let order = b.weight.total_cmp(&a.weight).then(counts(b).cmp(&counts(a)));
        order.then_with(|| (&a.id, &a.label).cmp(&(&b.id, &b.label)))
    });
    lines.truncate(options.most);
    distinct(&mut lines);
    lines
}

/// The whole set.
struct Whole {
    articles: usize,
    statements: usize,
}

impl Whole {
    /// A group as it is proposed; `None` where no codebook could hold it.
    fn line(&self, group: &[Raised<'_>], spoken: &[Spoken<'_>]) -> Option<SuggestionLine> {
        let mut wordings = wordings(group);
        let label = wordings.remove(0);
        let id = match group {
            [first, rest @ ..]
                if rest.iter().all(|raised| raised.issue.id == first.issue.id) && is_id(&first.issue.id) =>
            {
                first.issue.id.clone()
            }
            _ => issue_id(&label),
        };
        let mut propositions = group.iter().map(|raised| raised.issue.proposition.as_ref());
        let proposition = propositions.next().flatten().cloned();
        let proposition = proposition.filter(|one| propositions.all(|other| other == Some(one)));
        let mut places: Vec<usize> = group.iter().map(|raised| raised.document).collect();
        places.sort_unstable();
        places.dedup();
        let Tally { statements, actors, from, to, examples } = Tally::of(spoken);
        let share = |part: usize, of: usize| part as f64 / of.max(1) as f64;
        let in_articles = share(places.len(), self.articles);
        let telling = match self.articles {
            FEW.. => ((1.0 - in_articles) / (1.0 - NEARLY_ALL)).min(1.0),
            _ => 1.0,
        };
        let weight = telling * f64::midpoint(in_articles, share(statements, self.statements));
        wordings.truncate(KEYWORDS);
        let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
        (!id.is_empty()).then(|| SuggestionLine {
            onrecord: VERSION,
            id,
            label,
            proposition: proposition.map(|text| clean(&text)),
            keywords: wordings,
            weight: (weight * 1000.0).round() / 1000.0,
            articles: count(places.len()),
            statements: count(statements),
            actors: count(actors),
            from,
            to,
            examples,
        })
    }
}

/// The labels of a group, each spelling of the same words once: those of most articles first, then the shorter ones.
///
/// One word says too little where another label says more, however many articles have it.
fn wordings(group: &[Raised<'_>]) -> Vec<String> {
    let mut spellings: BTreeMap<String, BTreeMap<String, usize>> = BTreeMap::new();
    for raised in group {
        let label = clean(&raised.issue.label);
        *spellings.entry(simple_words(&label).join(" ")).or_default().entry(label).or_default() += 1;
    }
    let mut wordings: Vec<(usize, String)> = spellings
        .into_values()
        .filter_map(|spellings| {
            let articles = spellings.values().sum();
            // Of spellings as frequent, the first in the order of letters.
            let label = spellings.into_iter().rev().max_by_key(|(_, count)| *count)?.0;
            Some((articles, label))
        })
        .collect();
    let words = |label: &str| simple_words(label).len();
    wordings.sort_by_cached_key(|(articles, label)| {
        (words(label) == 1, std::cmp::Reverse(*articles), words(label), label.clone())
    });
    wordings.into_iter().map(|(_, label)| label).collect()
}

/// On one line, and without what a codebook refuses.
fn clean(text: &str) -> String {
    let odd = |c: char| c.is_control() || "\u{FFFE}\u{FFFF}".contains(c);
    squeezed(&text.replace(odd, " "))
}

/// Numbers what has the id of one before it.
fn distinct(lines: &mut [SuggestionLine]) {
    let mut taken: HashSet<String> = HashSet::new();
    for line in lines {
        let numbered = (2..).map(|n: usize| format!("{}-{n}", line.id));
        let mut free = std::iter::once(line.id.clone()).chain(numbered).filter(|id| !taken.contains(id));
        if let Some(id) = free.next() {
            drop(free);
            line.id.clone_from(&id);
            taken.insert(id);
        }
    }
}
