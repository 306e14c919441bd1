//! Judges the debate that was read on a page: the names of its issues, and with gold's own issues as the codebook what the
//! statements are on, their stances, and who differs and agrees.

use std::collections::BTreeSet;
use std::fmt;
use std::ops::AddAssign;

use onrecord_base::{Pairing, Statement};
use onrecord_engine::codebook::{Codebook, Entry};
use onrecord_engine::{ReadArticle, ReadOptions, Reader};

use crate::pages::{Gold, GoldPair, Page};
use crate::verdict;

/// How many were right, of how many said and how many there are.
#[derive(Clone, Copy, Default)]
pub(crate) struct Count {
    pub(crate) right: usize,
    pub(crate) said: usize,
    pub(crate) gold: usize,
}

/// The counts of a page, or of all.
#[derive(Clone, Copy, Default)]
pub(crate) struct Score {
    /// Issues, by a name in common.
    pub(crate) labels: Count,
    /// Pairs of a statement and an issue.
    pub(crate) takes: Count,
    /// Stances of such pairs, where gold has one; `said` are those that are not unclear.
    pub(crate) stances: Count,
    pub(crate) differences: Count,
    pub(crate) agreements: Count,
}

impl Count {
    pub(crate) fn precision(self) -> f64 {
        100.0 * self.right as f64 / self.said.max(1) as f64
    }

    pub(crate) fn f1(self) -> f64 {
        200.0 * self.right as f64 / (self.said + self.gold).max(1) as f64
    }

    /// Of those there are the share that was said, right or wrong.
    pub(crate) fn answered(self) -> f64 {
        100.0 * self.said as f64 / self.gold.max(1) as f64
    }

    fn of<T: Ord>(said: &BTreeSet<T>, gold: &BTreeSet<T>) -> Self {
        Self { right: said.intersection(gold).count(), said: said.len(), gold: gold.len() }
    }
}

pub(crate) fn judge(page: &Page, free: &ReadArticle) -> Score {
    let gold = &page.gold;
    let reader = Reader::new().unwrap().with_codebook(&codebook(gold)).unwrap();
    let read = reader.read(&page.name, &page.bytes, &ReadOptions::default()).unwrap();
    let mut score = Score { labels: labels(gold, free), ..Score::default() };
    let found_at = verdict::judge(gold, &read).found_at;
    for (wanted, found) in gold.statements.iter().zip(found_at) {
        let Some(found) = found.map(|place| &read.reading.statements[place]) else { continue };
        let said = issues(&read, found);
        let there: BTreeSet<&str> = wanted.positions.iter().map(|position| position.issue.as_str()).collect();
        score.takes += Count::of(&said, &there);
        if said != there {
            println!("      on {said:?}, in gold {there:?}: {:?}", wanted.content);
        }
        for position in wanted.positions.iter().filter(|position| said.contains(position.issue.as_str())) {
            let Some(stance) = &position.stance else { continue };
            let take = found.takes.iter().find(|take| issue(&read, take.issue) == position.issue).unwrap();
            let answer = take.stance.map(|stance| stance.name());
            let right = usize::from(answer == Some(stance.as_str()));
            if right == 0 {
                println!("      {answer:?} of {}, in gold {stance}: {:?}", position.issue, wanted.content);
            }
            score.stances += Count { right, said: usize::from(answer.is_some()), gold: 1 };
        }
    }
    let debate = &read.reading.debate;
    score.differences = Count::of(&pairs(gold, &read, &debate.differences), &gold_pairs(&gold.differences));
    score.agreements = Count::of(&pairs(gold, &read, &debate.agreements), &gold_pairs(&gold.agreements));
    score
}

fn codebook(gold: &Gold) -> Codebook {
    let entries = gold.issues.iter().map(|issue| Entry {
        id: issue.id.clone(),
        label: issue.name.clone(),
        proposition: issue.proposition.clone(),
        keywords: issue.aliases.clone(),
        ..Entry::default()
    });
    Codebook::new(entries.collect()).unwrap()
}

/// An issue is found if all words of its label are words of one name of a gold issue that no other was found for.
fn labels(gold: &Gold, free: &ReadArticle) -> Count {
    let mut open: Vec<Vec<BTreeSet<String>>> = gold
        .issues
        .iter()
        .map(|issue| std::iter::once(&issue.name).chain(&issue.aliases).map(|n| words(n)).collect())
        .collect();
    let issues = &free.reading.debate.issues;
    let mut count = Count { said: issues.len(), gold: open.len(), right: 0 };
    for issue in issues {
        let label = words(&issue.label);
        if let Some(place) = open.iter().position(|names| names.iter().any(|name| label.is_subset(name))) {
            open.remove(place);
            count.right += 1;
        }
    }
    count
}

fn words(name: &str) -> BTreeSet<String> {
    const SMALL: [&str; 10] = ["the", "of", "a", "an", "in", "on", "to", "for", "and", "s"];
    let words = name.split(|c: char| !c.is_alphanumeric()).map(str::to_lowercase);
    let words = words.filter(|word| !word.is_empty() && !SMALL.contains(&word.as_str()));
    words.map(|word| word.strip_suffix("es").or(word.strip_suffix('s')).unwrap_or(&word).to_owned()).collect()
}

fn issue(read: &ReadArticle, id: onrecord_base::IssueId) -> &str {
    &read.reading.debate.issues[id.0 as usize].id
}

fn issues<'r>(read: &'r ReadArticle, statement: &Statement) -> BTreeSet<&'r str> {
    statement.takes.iter().map(|take| issue(read, take.issue)).collect()
}

type Pair = (String, BTreeSet<String>);

fn pairs(gold: &Gold, read: &ReadArticle, pairings: &[Pairing]) -> BTreeSet<Pair> {
    let who = |id: onrecord_base::ActorId| {
        let place = id.0 as usize;
        verdict::gold_actor(gold, read, place).unwrap_or_else(|| read.reading.actors[place].name.clone())
    };
    pairings
        .iter()
        .map(|pairing| {
            (issue(read, pairing.issue).to_owned(), pairing.between.map(who).into_iter().collect())
        })
        .collect()
}

fn gold_pairs(pairs: &[GoldPair]) -> BTreeSet<Pair> {
    pairs.iter().map(|pair| (pair.issue.clone(), pair.between.iter().cloned().collect())).collect()
}

impl AddAssign for Count {
    fn add_assign(&mut self, other: Self) {
        self.right += other.right;
        self.said += other.said;
        self.gold += other.gold;
    }
}

impl AddAssign for Score {
    fn add_assign(&mut self, other: Self) {
        self.labels += other.labels;
        self.takes += other.takes;
        self.stances += other.stances;
        self.differences += other.differences;
        self.agreements += other.agreements;
    }
}

impl fmt::Display for Count {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:>3}/{:>3}/{:>3}", self.right, self.said, self.gold)
    }
}

impl fmt::Display for Score {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { labels, takes, stances, differences, agreements } = self;
        write!(f, "{labels} {takes} {stances} {differences} {agreements}")
    }
}
