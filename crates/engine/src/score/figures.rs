//! The figures: precision, recall and F1 from summed counts, and the two ways to write them down.

use std::collections::BTreeMap;
use std::fmt;

/// All figures of a comparison. `Display` writes one line per figure.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// By name: `exact.content`, `attr.src_any.direct` … (see the [module](super)).
    pub figures: BTreeMap<String, Figure>,
    /// How often a found content has the right source.
    pub links: Links,
    /// What was compared.
    pub articles: Articles,
}

/// Precision, recall and their harmonic mean, 0 to 1, rounded to four digits; and what they are shares of.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Figure {
    /// The share of the predicted that is right; 0 if nothing was predicted.
    pub precision: f64,
    /// The share of gold that was found; 0 if gold has none.
    pub recall: f64,
    /// The harmonic mean of the two before they were rounded.
    pub f1: f64,
    /// How many were predicted.
    pub predicted: usize,
    /// How many gold has.
    pub gold: usize,
}

/// Content pairs whose gold has a source.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Links {
    /// Those whose sources share a letter.
    pub ok: usize,
    /// All of them.
    pub of: usize,
}

/// Counts of articles.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Articles {
    /// Annotated articles.
    pub gold: usize,
    /// Annotated articles that the predictions name.
    pub predicted: usize,
    /// Articles that only the predictions name.
    pub unknown: usize,
}

impl Scores {
    /// As a JSON object, one key per figure, indented by one space a level.
    pub fn to_json(&self) -> String {
        let objects: Vec<String> = self
            .rows()
            .iter()
            .map(|(name, pairs)| {
                let pairs: Vec<String> =
                    pairs.iter().map(|(key, value)| format!("  \"{key}\": {value}")).collect();
                format!(" \"{name}\": {{\n{}\n }}", pairs.join(",\n"))
            })
            .collect();
        format!("{{\n{}\n}}", objects.join(",\n"))
    }

    /// Every figure by name, with its parts as numbers.
    fn rows(&self) -> Vec<(&str, Vec<(&'static str, String)>)> {
        let mut rows = Vec::new();
        for (name, figure) in &self.figures {
            rows.push((
                name.as_str(),
                vec![
                    ("p", decimal(figure.precision)),
                    ("r", decimal(figure.recall)),
                    ("f1", decimal(figure.f1)),
                    ("pred", figure.predicted.to_string()),
                    ("gold", figure.gold.to_string()),
                ],
            ));
        }
        let (links, articles) = (self.links, self.articles);
        let accuracy = round(share(links.ok as f64, links.of));
        rows.push((
            "link_accuracy",
            vec![("ok", links.ok.to_string()), ("of", links.of.to_string()), ("acc", decimal(accuracy))],
        ));
        rows.push((
            "articles",
            vec![
                ("gold", articles.gold.to_string()),
                ("predicted", articles.predicted.to_string()),
                ("unknown", articles.unknown.to_string()),
            ],
        ));
        rows
    }
}

impl fmt::Display for Scores {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (name, pairs) in self.rows() {
            write!(f, "{name:28}")?;
            for (key, value) in pairs {
                write!(f, " {key}={value}")?;
            }
            writeln!(f)?;
        }
        Ok(())
    }
}

/// The counts behind the figures, summed over articles.
#[derive(Default)]
pub(super) struct Tally {
    counts: BTreeMap<String, Counts>,
    pub(super) links: Links,
    pub(super) articles: Articles,
}

#[derive(Default)]
struct Counts {
    /// What counts as right of the predicted, and of gold; shares make them fractions.
    right: [f64; 2],
    predicted: usize,
    gold: usize,
}

impl Tally {
    /// Adds the counts of one article to the figure `family.name`.
    pub(super) fn add(&mut self, family: &str, name: &str, right: [f64; 2], predicted: usize, gold: usize) {
        let counts = self.counts.entry(format!("{family}.{name}")).or_default();
        counts.right[0] += right[0];
        counts.right[1] += right[1];
        counts.predicted += predicted;
        counts.gold += gold;
    }

    pub(super) fn finish(self) -> Scores {
        let figure = |counts: Counts| {
            let precision = share(counts.right[0], counts.predicted);
            let recall = share(counts.right[1], counts.gold);
            let sum = precision + recall;
            Figure {
                precision: round(precision),
                recall: round(recall),
                f1: if sum == 0.0 { 0.0 } else { round(2.0 * precision * recall / sum) },
                predicted: counts.predicted,
                gold: counts.gold,
            }
        };
        let figures = self.counts.into_iter().map(|(name, counts)| (name, figure(counts))).collect();
        Scores { figures, links: self.links, articles: self.articles }
    }
}

fn share(part: f64, of: usize) -> f64 {
    if of == 0 { 0.0 } else { part / of as f64 }
}

/// To four digits, exactly: the decimal nearest to the binary number, ties to even.
fn round(value: f64) -> f64 {
    format!("{value:.4}").parse().expect("a number was just written")
}

/// The shortest decimal that reads back the same, with at least one digit after the point.
fn decimal(value: f64) -> String {
    format!("{value:?}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_are_rounded_to_even_and_written_shortest() {
        let cases = [
            (1.0, "1.0"),
            (0.0, "0.0"),
            (1.0 / 32.0, "0.0312"),
            (3.0 / 32.0, "0.0938"),
            (0.7, "0.7"),
            (2.0 / 3.0, "0.6667"),
            (0.0001, "0.0001"),
        ];
        for (value, expected) in cases {
            assert_eq!(decimal(round(value)), expected);
        }
    }
}
