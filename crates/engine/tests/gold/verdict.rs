//! Judges what was read on a page: a statement is right if its content overlaps the gold one's by half and its actors
//! are the gold ones.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::AddAssign;

use onrecord_engine::ReadArticle;

use crate::pages::{Gold, GoldStatement};

#[derive(Default)]
pub(crate) struct Verdict {
    pub(crate) gold: usize,
    pub(crate) found: usize,
    pub(crate) right: usize,
    pub(crate) extra: usize,
    pub(crate) from_litter: usize,
    /// What went wrong, a line each.
    pub(crate) wrong: Vec<String>,
    /// For each statement of gold the place of that which was found for it.
    pub(crate) found_at: Vec<Option<usize>>,
}

pub(crate) fn judge(gold: &Gold, read: &ReadArticle) -> Verdict {
    let squashed = Squashed::new(read.reading.article.text.as_str());
    let wanted = places(&gold.statements, &squashed);
    let given: Vec<Places> = read.reading.statements.iter().map(|s| squashed.places(s)).collect();
    let who = |index: usize| -> BTreeSet<String> {
        let statement = &read.reading.statements[index];
        statement.actors.iter().filter_map(|id| gold_actor(gold, read, id.0 as usize)).collect()
    };
    let mut pairs = Vec::new();
    for (g, a) in wanted.iter().enumerate() {
        for (p, b) in given.iter().enumerate() {
            let same = a.intersection(b).count();
            let all = a.len() + b.len() - same;
            if same * 2 >= all {
                pairs.push((same as f64 / all as f64, g, p));
            }
        }
    }
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    let (mut of_gold, mut of_given) = (vec![None; wanted.len()], vec![false; given.len()]);
    for (_, g, p) in pairs {
        if of_gold[g].is_none() && !of_given[p] {
            of_gold[g] = Some(p);
            of_given[p] = true;
        }
    }
    let litter = squashed.of_spans(read.reading.article.litter());
    let mut verdict = Verdict {
        gold: wanted.len(),
        extra: of_given.iter().filter(|matched| !**matched).count(),
        from_litter: given.iter().filter(|places| places.intersection(&litter).next().is_some()).count(),
        ..Verdict::default()
    };
    for (statement, found) in gold.statements.iter().zip(&of_gold) {
        let quote = statement.content.join(" … ");
        let Some(found) = found else {
            verdict.wrong.push(format!("missed: {quote}"));
            continue;
        };
        verdict.found += 1;
        let expected: BTreeSet<String> = statement.actors.iter().cloned().collect();
        let got = who(*found);
        if got == expected {
            verdict.right += 1;
        } else {
            let source = read.reading.statements[*found].attribution.source.iter();
            let source: Vec<&str> = source.map(|s| read.reading.article.text.slice(s)).collect();
            verdict.wrong.push(format!("{got:?} for {expected:?} ({}): {quote}", source.join(" … ")));
        }
    }
    for (statement, _) in read.reading.statements.iter().zip(&of_given).filter(|(_, matched)| !**matched) {
        verdict.wrong.push(format!("extra: {}", read.quote(statement)));
    }
    verdict.found_at = of_gold;
    verdict
}

/// The gold actor that an actor of the reading is: by a name in common. One that gold does not know is "no one".
pub(crate) fn gold_actor(gold: &Gold, read: &ReadArticle, index: usize) -> Option<String> {
    let actor = &read.reading.actors[index];
    let plain = |name: &str| {
        let name = name.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
        name.strip_prefix("the ").unwrap_or(&name).trim_matches(',').to_owned()
    };
    let names: BTreeSet<String> = std::iter::once(plain(&actor.name))
        .chain(actor.mentions.iter().map(|m| plain(read.reading.article.text.slice(m))))
        .collect();
    let named = gold.actors.iter().find(|a| plain(&a.name) == plain(&actor.name));
    let known = named.or_else(|| {
        gold.actors
            .iter()
            .find(|a| std::iter::once(&a.name).chain(&a.aliases).any(|alias| names.contains(&plain(alias))))
    });
    known.map(|a| a.id.clone())
}

type Places = BTreeSet<usize>;

/// The text's characters other than white space: gold is written with every run of it as one space.
struct Squashed {
    text: String,
    /// For each byte of the text as it stands, how many bytes of `text` come before it.
    before: Vec<usize>,
}

impl Squashed {
    fn new(original: &str) -> Self {
        let (mut text, mut before) = (String::new(), Vec::new());
        for c in original.chars() {
            before.resize(before.len() + c.len_utf8(), text.len());
            if !c.is_whitespace() {
                text.push(c);
            }
        }
        before.push(text.len());
        Self { text, before }
    }

    fn of_spans(&self, spans: impl Iterator<Item = onrecord_base::Span>) -> Places {
        spans.flat_map(|s| self.before[s.start() as usize]..self.before[s.end() as usize]).collect()
    }

    fn places(&self, statement: &onrecord_base::Statement) -> Places {
        self.of_spans(statement.attribution.content.iter())
    }
}

fn places(statements: &[GoldStatement], page: &Squashed) -> Vec<Places> {
    let squash = |s: &str| s.chars().filter(|c| !c.is_whitespace()).collect::<String>();
    let seek = |wording: &str, from: usize| {
        let at =
            page.text[from..].find(&squash(wording)).unwrap_or_else(|| panic!("not in order: {wording}"));
        from + at..from + at + squash(wording).len()
    };
    let mut cursor = 0;
    statements
        .iter()
        .map(|statement| {
            let mut from = statement.near.as_deref().map_or(cursor, |near| seek(near, cursor).end);
            let mut places = Places::new();
            for (n, fragment) in statement.content.iter().enumerate() {
                let found = seek(fragment, from);
                if n == 0 {
                    cursor = found.start + page.text[found.start..].chars().next().map_or(1, char::len_utf8);
                }
                from = found.end;
                places.extend(found);
            }
            places
        })
        .collect()
}

impl AddAssign for Verdict {
    fn add_assign(&mut self, other: Self) {
        self.gold += other.gold;
        self.found += other.found;
        self.right += other.right;
        self.extra += other.extra;
    }
}

impl fmt::Display for Verdict {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>5} {:>5} {:>5} {:>6}", self.gold, self.found, self.right, self.extra)
    }
}
