//! Figures of the shipped model of pronouns on GAP (Webster et al. 2018, arXiv:1810.05201):
//! `cargo run --release --example gap_figures -- gap-validation.tsv`.
//!
//! A row has a pronoun and two names, of which one or none is meant. The names are marked wherever they stand, whole or as the
//! last word alone. F1 is over "the pronoun means this name", as GAP's own scorer has it, for he, she and both. Beside the
//! model: the nearer name before the pronoun, and the name that is the nearer one on either side.

use std::error::Error;
use std::ops::Range;
use std::time::{Duration, Instant};

use onrecord_base::{Article, Text};
use onrecord_extract::referents::{Name, Passage, ROOM, Referents};
use onrecord_extract::{Extractor, Shipped};

/// A row: the text, and where the pronoun and the two names stand in it, in bytes.
struct Row {
    text: String,
    pronoun: Range<usize>,
    names: [Range<usize>; 2],
    meant: Option<usize>,
}

/// Right answers, answers and what was to be answered, for he and she.
#[derive(Default)]
struct Counts([[usize; 3]; 2]);

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name GAP's file")?;
    let file = std::fs::read_to_string(path)?;
    let rows: Vec<Row> = file.lines().skip(1).filter_map(read).collect();
    let (tagger, referents) = (Extractor::embedded(Shipped::Standard)?, Referents::embedded());
    let (mut before, mut nearest, mut model) = (Counts::default(), Counts::default(), Counts::default());
    let mut spent = Duration::ZERO;
    for row in &rows {
        let ground = tagger.extract(&Article::of_paragraph(Text::new(row.text.clone())?))?.ground;
        let words: Vec<Range<usize>> = ground.words().iter().map(|word| word.span.range()).collect();
        let words_of = |span: &Range<usize>| ground.words_in(span);
        let pronoun = words_of(&row.pronoun).start;
        let names = everywhere(row, &words, row.names.each_ref().map(words_of));
        let passage = Passage { ground: &ground, pronoun, names: &names, room: ROOM };
        let begun = Instant::now();
        let odds = referents.weigh(&passage)?;
        spent += begun.elapsed();
        model.add(row, odds.best().map(|(name, _)| name));
        let far = |name: &usize| row.names[*name].start.abs_diff(row.pronoun.start);
        let earlier = (0..2).filter(|&name| row.names[name].start < row.pronoun.start);
        before.add(row, earlier.min_by_key(far));
        nearest.add(row, (0..2).min_by_key(far));
    }
    println!("{:<28} {:>6} {:>6} {:>6}", format!("{} rows", rows.len()), "he", "she", "both");
    for (name, counts) in [("nearer before it", before), ("nearer", nearest), ("model", model)] {
        let [he, she] = counts.0;
        let both = [0, 1, 2].map(|k| he[k] + she[k]);
        println!("{name:<28} {:>6.1} {:>6.1} {:>6.1}", f1(he), f1(she), f1(both));
    }
    println!("{:.1} ms each", spent.as_secs_f64() * 1000.0 / rows.len().max(1) as f64);
    Ok(())
}

fn read(line: &str) -> Option<Row> {
    let cells: Vec<&str> = line.split('\t').collect();
    let [_, text, pronoun, pronoun_at, a, a_at, of_a, b, b_at, of_b, ..] = cells[..] else { return None };
    let span = |words: &str, at: &str| {
        let start = text.char_indices().nth(at.parse().ok()?)?.0;
        Some(start..start + words.len())
    };
    let is = |cell: &str| cell.eq_ignore_ascii_case("true");
    Some(Row {
        text: text.to_owned(),
        pronoun: span(pronoun, pronoun_at)?,
        names: [span(a, a_at)?, span(b, b_at)?],
        meant: if is(of_a) { Some(0) } else { is(of_b).then_some(1) },
    })
}

/// The two names where they are asked about, and wherever else either stands, or its last word alone.
fn everywhere(row: &Row, words: &[Range<usize>], asked: [Range<usize>; 2]) -> Vec<Name> {
    let word = |at: usize| &row.text[words[at].clone()];
    let same = |at: Range<usize>, name: &Range<usize>| {
        at.len() == name.len()
            && at.end <= words.len()
            && at.zip(name.clone()).all(|(a, b)| word(a) == word(b))
    };
    let mut names: Vec<Name> =
        asked.iter().cloned().enumerate().map(|(person, words)| Name { words, person }).collect();
    let last = |name: &Range<usize>| name.end.saturating_sub(1)..name.end;
    let alike = last(&asked[0]).zip(last(&asked[1])).any(|(a, b)| word(a) == word(b));
    for form in [Range::clone as fn(&Range<usize>) -> Range<usize>, last] {
        for (person, name) in asked.iter().enumerate() {
            let name = form(name);
            for at in 0..words.len() {
                let here = at..at + name.len();
                let free = names.iter().all(|n| n.words.end <= here.start || here.end <= n.words.start);
                let whole = name == asked[person];
                if free && same(here.clone(), &name) && (whole || !alike) {
                    names.push(Name { words: here, person });
                }
            }
        }
    }
    names.sort_by_key(|name| name.words.start);
    names
}

impl Counts {
    fn add(&mut self, row: &Row, said: Option<usize>) {
        let she = row.text[row.pronoun.clone()].to_lowercase();
        let counts = &mut self.0[usize::from(matches!(she.as_str(), "she" | "her" | "hers" | "herself"))];
        counts[0] += usize::from(said.is_some() && said == row.meant);
        counts[1] += usize::from(said.is_some());
        counts[2] += usize::from(row.meant.is_some());
    }
}

fn f1([right, said, there]: [usize; 3]) -> f64 {
    200.0 * right as f64 / (said + there).max(1) as f64
}
