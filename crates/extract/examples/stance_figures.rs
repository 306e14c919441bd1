//! Figures of the shipped stance model on held-out pairs: `cargo run --release --example stance_figures -- stance.held.jsonl`.
//!
//! A line is `{"task", "issue", "text", "mention", "label"}` (`training/stance_data.py` writes them): label 0 against, 1 for,
//! 2 neither; of task "news" toward whom the text mentions. Where a task has no neutral label, that answer is not open to
//! the model either. Beside the model: the commonest label, and a count of good and bad words.

use std::collections::BTreeMap;
use std::error::Error;
use std::io::BufRead;
use std::ops::Range;
use std::time::Instant;

use onrecord_extract::judge::{Judge, Question, Toward};

#[derive(serde::Deserialize)]
struct Pair {
    task: String,
    issue: String,
    text: String,
    /// In characters of `text`.
    mention: Option<[usize; 2]>,
    label: usize,
}

impl Pair {
    fn question(&self) -> Question<'_> {
        let toward = match self.mention {
            Some(mention) => Toward::Mention(bytes(&self.text, mention)),
            None => Toward::Issue(&self.issue),
        };
        Question { toward, text: &self.text }
    }
}

/// Answers of one system and what was right.
#[derive(Default)]
struct Answers(Vec<(usize, usize)>);

fn main() -> Result<(), Box<dyn Error>> {
    let path = std::env::args().nth(1).ok_or("name the file of pairs")?;
    let judge = Judge::embedded()?;
    let mut tasks: BTreeMap<String, Vec<Pair>> = BTreeMap::new();
    for line in std::io::BufReader::new(std::fs::File::open(path)?).lines() {
        let pair: Pair = serde_json::from_str(&line?)?;
        tasks.entry(pair.task.clone()).or_default().push(pair);
    }
    println!(
        "{:<14} {:>6} {:>10} {:>9} {:>9} {:>9} {:>9}",
        "task", "pairs", "system", "accuracy", "macro F1", "sure", "of sure"
    );
    for (task, pairs) in &tasks {
        let classes = 1 + pairs.iter().map(|pair| pair.label).max().unwrap_or_default();
        let begun = Instant::now();
        let mut model = Answers::default();
        let mut sure = (0, 0);
        let questions: Vec<Question<'_>> = pairs.iter().map(Pair::question).collect();
        for (pair, odds) in pairs.iter().zip(judge.answer(&questions)?) {
            let open = &odds[..classes];
            let best = (0..classes).max_by(|&a, &b| open[a].total_cmp(&open[b])).unwrap_or_default();
            if open[best] / open.iter().sum::<f32>() >= 0.7 {
                sure = (sure.0 + 1, sure.1 + usize::from(best == pair.label));
            }
            model.0.push((best, pair.label));
        }
        let each = begun.elapsed().as_secs_f64() * 1000.0 / pairs.len() as f64;
        let commonest =
            (0..classes).max_by_key(|&c| pairs.iter().filter(|p| p.label == c).count()).unwrap_or_default();
        let majority = Answers(pairs.iter().map(|pair| (commonest, pair.label)).collect());
        let lexicon = Answers(pairs.iter().map(|pair| (by_words(&pair.text, classes), pair.label)).collect());
        for (name, answers) in [("majority", &majority), ("lexicon", &lexicon), ("model", &model)] {
            let share = |part: usize, all: usize| 100.0 * part as f64 / all.max(1) as f64;
            let rest = if name == "model" {
                format!(
                    "{:>9.1} {:>9.1}  {each:.1} ms each",
                    share(sure.0, pairs.len()),
                    share(sure.1, sure.0)
                )
            } else {
                String::new()
            };
            let (accuracy, f1) = (answers.accuracy(), answers.macro_f1(classes));
            println!("{task:<14} {:>6} {name:>10} {accuracy:>9.1} {f1:>9.1} {rest}", pairs.len());
        }
    }
    Ok(())
}

fn bytes(text: &str, [from, to]: [usize; 2]) -> Range<usize> {
    let at = |place: usize| text.char_indices().nth(place).map_or(text.len(), |(byte, _)| byte);
    at(from)..at(to)
}

/// The answer of a short list of good and bad words.
fn by_words(text: &str, classes: usize) -> usize {
    const GOOD: &str = "good great best better support success benefit help right important safe protect improve love fair agree \
                        positive effective useful freedom welcome praise win honest strong hope need should";
    const BAD: &str = "bad worst worse wrong harm danger fail threat hurt hate unfair problem cost crime illegal stupid corrupt lie \
                       waste kill death against never not no attack blame criticize terrible fear lose weak";
    let count = |list: &str| {
        let words = text.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
        words.filter(|word| list.split_whitespace().any(|of| of == word)).count()
    };
    let (good, bad) = (count(GOOD), count(BAD));
    match good.cmp(&bad) {
        std::cmp::Ordering::Greater => 1,
        std::cmp::Ordering::Less => 0,
        std::cmp::Ordering::Equal if classes > 2 => 2,
        std::cmp::Ordering::Equal => 1,
    }
}

impl Answers {
    fn accuracy(&self) -> f64 {
        100.0 * self.0.iter().filter(|(said, right)| said == right).count() as f64
            / self.0.len().max(1) as f64
    }

    fn macro_f1(&self, classes: usize) -> f64 {
        let f1 = |class: usize| {
            let count = |test: &dyn Fn(usize, usize) -> bool| {
                self.0.iter().filter(|(a, b)| test(*a, *b)).count() as f64
            };
            let both = count(&|said, right| said == class && right == class);
            let (said, there) = (count(&|said, _| said == class), count(&|_, right| right == class));
            200.0 * both / (said + there).max(1.0)
        };
        (0..classes).map(f1).sum::<f64>() / classes as f64
    }
}
