//! The measures themselves: counts per article, summed.

use std::collections::HashMap;

use super::figures::{Scores, Tally};
use super::page::{Kind, Page};
use super::spans::{Fragments, loose, strict};
use super::{Gold, Predictions, Roles};

/// Compares the predictions with the annotated articles. An article without predictions counts as one in which nothing
/// was found; predictions for other articles are only counted.
pub fn score(gold: &Gold, predictions: &Predictions) -> Scores {
    let mut tally = Tally::default();
    for (article, (text, annotated)) in &gold.articles {
        let predicted = predictions.get(article).map_or(&[][..], |p| &p.attributions);
        let page = Page::new(text);
        let (gold, found) = (normal(annotated, &page), normal(predicted, &page));
        compare_roles(&gold, &found, &page, &mut tally);
        compare_attributions(&gold, &found, &page, &mut tally);
    }
    tally.articles.gold = gold.articles.len();
    tally.articles.predicted = gold.articles.keys().filter(|a| predictions.contains_key(*a)).count();
    tally.articles.unknown = predictions.keys().filter(|a| !gold.articles.contains_key(*a)).count();
    tally.finish()
}

/// An attribution with a content, its fragments in normal form.
struct Normal {
    source: Fragments,
    cue: Fragments,
    content: Fragments,
}

/// Takes one role of an attribution.
type Part = fn(&Normal) -> &Fragments;

fn normal(attributions: &[Roles], page: &Page) -> Vec<Normal> {
    let each = attributions.iter().map(|a| Normal {
        source: strict(&a.source, page),
        cue: strict(&a.cue, page),
        content: strict(&a.content, page),
    });
    each.filter(|a| !a.content.is_empty()).collect()
}

/// A set of characters, sorted.
type Chars = Vec<usize>;

fn chars(fragments: &[(usize, usize)], keep: impl Fn(usize) -> bool) -> Chars {
    fragments.iter().flat_map(|&(start, end)| start..end).filter(|&at| keep(at)).collect()
}

/// The `exact`, `exact_loose`, `soft` and `token` figures.
fn compare_roles(gold: &[Normal], found: &[Normal], page: &Page, tally: &mut Tally) {
    let roles: [(&str, Part); 3] =
        [("content", |a| &a.content), ("cue", |a| &a.cue), ("source", |a| &a.source)];
    for (role, part) in roles {
        let stretches = |side: &[Normal]| {
            let mut all: Vec<Fragments> = side.iter().map(part).filter(|f| !f.is_empty()).cloned().collect();
            if role == "source" {
                all.sort_unstable();
                all.dedup();
            }
            all
        };
        let (gold, found) = (stretches(gold), stretches(found));
        let both = common(&gold, &found) as f64;
        tally.add("exact", role, [both, both], found.len(), gold.len());

        let visible = |side: &[Fragments]| -> Vec<Chars> {
            side.iter().map(|f| chars(f, |at| !page.is_space(at))).collect()
        };
        let (gold, found) = (visible(&gold), visible(&found));
        let (in_gold, in_found) = (union(&gold, page), union(&found, page));
        let hits = [covered(&found, &in_gold), covered(&gold, &in_found)];
        tally.add("soft", role, hits, found.len(), gold.len());

        let (mut both, mut tokens_found, mut tokens_gold) = (0, 0, 0);
        for token in &page.tokens {
            let is_gold = token.clone().any(|at| in_gold[at]);
            let is_found = token.clone().any(|at| in_found[at]);
            both += usize::from(is_gold && is_found);
            tokens_found += usize::from(is_found);
            tokens_gold += usize::from(is_gold);
        }
        tally.add("token", role, [both as f64; 2], tokens_found, tokens_gold);
    }
    let contents = |side: &[Normal]| -> Vec<Fragments> {
        side.iter().map(|a| loose(&a.content, page)).filter(|f| !f.is_empty()).collect()
    };
    let (gold, found) = (contents(gold), contents(found));
    tally.add("exact_loose", "content", [common(&gold, &found) as f64; 2], found.len(), gold.len());
}

/// How many stretches stand on both sides, each as often as on the side that has it less often.
fn common(gold: &[Fragments], found: &[Fragments]) -> usize {
    let mut left: HashMap<&Fragments, usize> = HashMap::new();
    for stretch in gold {
        *left.entry(stretch).or_default() += 1;
    }
    let mut both = 0;
    for stretch in found {
        if let Some(count) = left.get_mut(stretch).filter(|count| **count > 0) {
            *count -= 1;
            both += 1;
        }
    }
    both
}

fn union(sets: &[Chars], page: &Page) -> Vec<bool> {
    let mut flags = vec![false; page.chars.len()];
    for &at in sets.iter().flatten() {
        flags[at] = true;
    }
    flags
}

/// The sum over `sets` of the share that `other` covers.
fn covered(sets: &[Chars], other: &[bool]) -> f64 {
    let share = |set: &Chars| set.iter().filter(|&&at| other[at]).count() as f64 / set.len() as f64;
    sets.iter().map(share).fold(0.0, |sum, share| sum + share)
}

const LEVELS: [&str; 4] = ["content", "src_any", "src_head", "src_exact"];

/// The `attr` figures and the links.
fn compare_attributions(gold: &[Normal], found: &[Normal], page: &Page, tally: &mut Tally) {
    let bodies = |side: &[Normal]| -> Vec<Chars> { side.iter().map(|a| body(&a.content, page)).collect() };
    let partner = pair(&bodies(gold), &bodies(found));
    let gold_kinds: Vec<Kind> = gold.iter().map(|a| page.kind(&a.content)).collect();
    let found_kinds: Vec<Kind> = (found.iter().zip(&partner))
        .map(|(a, partner)| partner.map_or_else(|| page.kind(&a.content), |g| gold_kinds[g]))
        .collect();
    let mut hits: Vec<(usize, Kind)> = Vec::new();
    for (attribution, partner) in found.iter().zip(&partner) {
        let Some(partner) = *partner else { continue };
        let reached = sources_agree(&attribution.source, &gold[partner].source, page);
        if !gold[partner].source.is_empty() {
            tally.links.of += 1;
            tally.links.ok += usize::from(reached[1]);
        }
        hits.extend((0..LEVELS.len()).filter(|&l| reached[l]).map(|l| (l, gold_kinds[partner])));
    }
    let groups: [(&str, &[Kind]); 5] = [
        ("direct", &[Kind::Direct]),
        ("mixed", &[Kind::Mixed]),
        ("indirect", &[Kind::Indirect]),
        ("all", &[Kind::Direct, Kind::Mixed, Kind::Indirect]),
        ("quoted", &[Kind::Direct, Kind::Mixed]),
    ];
    for (level, name) in LEVELS.iter().enumerate() {
        for (group, kinds) in groups {
            let count = |all: &[Kind]| all.iter().filter(|kind| kinds.contains(kind)).count();
            let hit = hits.iter().filter(|(l, kind)| *l == level && kinds.contains(kind)).count() as f64;
            let key = format!("{name}.{group}");
            tally.add("attr", &key, [hit, hit], count(&found_kinds), count(&gold_kinds));
        }
    }
}

/// The letters and digits of a content; all that can be seen if it has none.
fn body(content: &[(usize, usize)], page: &Page) -> Chars {
    let letters = chars(content, |at| page.is_alphanumeric(at));
    if letters.is_empty() { chars(content, |at| !page.is_space(at)) } else { letters }
}

/// For each set of `found` its partner in `gold`, if any: pairs that agree by half or more, best first, ties in the
/// order of gold, then of found.
fn pair(gold: &[Chars], found: &[Chars]) -> Vec<Option<usize>> {
    let mut candidates: Vec<(f64, usize, usize)> = Vec::new();
    for (f, found) in found.iter().enumerate() {
        for (g, gold) in gold.iter().enumerate() {
            let agreement = agreement(gold, found);
            if agreement >= 0.5 {
                candidates.push((agreement, g, f));
            }
        }
    }
    candidates.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let mut partner = vec![None; found.len()];
    let mut taken = vec![false; gold.len()];
    for (_, g, f) in candidates {
        if partner[f].is_none() && !taken[g] {
            partner[f] = Some(g);
            taken[g] = true;
        }
    }
    partner
}

/// Intersection over union; 0 if both are empty.
fn agreement(a: &[usize], b: &[usize]) -> f64 {
    let (mut i, mut j, mut both) = (0, 0, 0);
    while i < a.len() && j < b.len() {
        both += usize::from(a[i] == b[j]);
        let (left, right) = (a[i], b[j]);
        i += usize::from(left <= right);
        j += usize::from(right <= left);
    }
    if both == 0 { 0.0 } else { both as f64 / (a.len() + b.len() - both) as f64 }
}

/// Which of [`LEVELS`] a pair of matched attributions reaches.
fn sources_agree(found: &Fragments, gold: &Fragments, page: &Page) -> [bool; 4] {
    let none = found.is_empty() && gold.is_empty();
    let letters = |side: &Fragments| chars(side, |at| page.is_alphanumeric(at));
    let agreement = agreement(&letters(found), &letters(gold));
    [true, none || agreement > 0.0, none || agreement >= 0.5, loose(found, page) == loose(gold, page)]
}
