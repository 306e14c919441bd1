//! How a document follows an edit of the codebook: its statements, its issues, and what is made of them.

use std::collections::{BTreeMap, BTreeSet, HashSet};

use super::{Change, Rule, debate};
use crate::json::{Document, Issue, Places, Range, Stance, Statement, Take};

impl Change {
    /// The document after the edit, and how many of its statements changed; `None` if nothing in it does.
    ///
    /// Where a statement comes to an issue twice, the surer score counts, and two opposed stances leave it unclear. After a
    /// merge or a split, positions and what rests on stances are told anew for the issues concerned: other differences and
    /// agreements follow with those of their statements that are on the issue.
    pub fn follow(&self, document: &Document) -> Option<(Document, usize)> {
        let concerns = |id: &String| self.rules.contains_key(id);
        let known = document.issues.iter().any(|issue| concerns(&issue.id));
        if !known && !document.statements.iter().any(|s| s.takes().iter().any(|take| concerns(&take.issue))) {
            return None;
        }
        let mut after = document.clone();
        let mut changed = 0;
        for statement in &mut after.statements {
            if statement.takes().iter().any(|take| concerns(&take.issue)) {
                let before = statement.clone();
                self.follow_statement(statement);
                changed += usize::from(*statement != before);
            }
        }
        after.issues = self.issues(document, &after.statements);
        if changed == 0 && after.issues == document.issues {
            return None;
        }
        self.follow_debate(&mut after);
        Some((after, changed))
    }

    fn follow_statement(&self, statement: &mut Statement) {
        let moved = statement.takes().into_iter().flat_map(|take| self.moved(take, &statement.quote));
        let takes = one_for_each_issue(moved);
        statement.issue = takes.first().map(|take| take.issue.clone());
        statement.stance = takes.first().and_then(|take| take.stance);
        statement.issues = takes;
    }

    fn moved(&self, take: Take, quote: &str) -> Vec<Take> {
        match self.rules.get(&take.issue) {
            None => vec![take],
            Some(Rule::To { issue, reversed }) => {
                let stance = if *reversed { take.stance.map(Stance::opposite) } else { take.stance };
                vec![Take { issue: issue.clone(), stance, ..take }]
            }
            Some(Rule::ByKeywords(parts)) => {
                let parts = parts.iter().filter(|(_, keywords)| keywords.are_in(quote));
                let moved: Vec<Take> =
                    parts.map(|(id, _)| Take { issue: id.clone(), ..take.clone() }).collect();
                if moved.is_empty() { vec![take] } else { moved }
            }
        }
    }

    /// The issues of the document, each once, those that moved in the place of what they were.
    fn issues(&self, document: &Document, statements: &[Statement]) -> Vec<Issue> {
        let used: HashSet<String> =
            statements.iter().flat_map(Statement::takes).map(|take| take.issue).collect();
        let mut issues: Vec<Issue> = Vec::new();
        let mut add = |new: Issue| match issues.iter_mut().find(|issue| issue.id == new.id) {
            None => issues.push(new),
            Some(known) => {
                known.mentions.extend(new.mentions);
                known.mentions.sort_unstable();
                known.mentions.dedup();
            }
        };
        for issue in &document.issues {
            match self.rules.get(&issue.id) {
                None => add(issue.clone()),
                Some(Rule::To { issue: to, .. }) => add(self.described(to, issue.mentions.clone())),
                Some(Rule::ByKeywords(parts)) => {
                    let (shared, mut rest) = mentions(document, issue, parts);
                    let parts: Vec<&String> =
                        shared.keys().filter(|id| used.contains(**id)).copied().collect();
                    if parts.is_empty() {
                        rest.clone_from(&issue.mentions);
                    }
                    if parts.is_empty() || used.contains(&issue.id) {
                        add(Issue { mentions: rest, ..issue.clone() });
                    }
                    for id in parts {
                        add(self.described(id, shared[id].clone()));
                    }
                }
            }
        }
        // An issue that took others in is told as the codebook tells it, even if the document had it already.
        for issue in &mut issues {
            let taken_in = |rule: &Rule| matches!(rule, Rule::To { issue: to, .. } if *to == issue.id);
            if self.rules.values().any(taken_in) {
                *issue = self.described(&issue.id, std::mem::take(&mut issue.mentions));
            }
        }
        issues
    }

    fn described(&self, id: &str, mentions: Vec<Range>) -> Issue {
        let entry = self.codebook.get(id);
        Issue {
            id: id.to_owned(),
            label: entry.map_or(id, |entry| &entry.label).to_owned(),
            proposition: entry.and_then(|entry| entry.proposition.clone()),
            mentions,
        }
    }

    fn follow_debate(&self, document: &mut Document) {
        if self.restates {
            // What became of an issue, by the id it had.
            let mut became: BTreeMap<String, Vec<String>> = BTreeMap::new();
            for (id, rule) in &self.rules {
                let to = match rule {
                    Rule::To { issue, .. } => vec![issue.clone()],
                    Rule::ByKeywords(parts) => {
                        std::iter::once(id).chain(parts.iter().map(|(part, _)| part)).cloned().collect()
                    }
                };
                for to in &to {
                    became.entry(to.clone()).or_insert_with(|| vec![to.clone()]);
                }
                became.insert(id.clone(), to);
            }
            debate::restate(document, &became);
            return;
        }
        let rename = |id: &mut String| {
            if let Some(Rule::To { issue, .. }) = self.rules.get(id) {
                id.clone_from(issue);
            }
        };
        document.positions.iter_mut().for_each(|position| rename(&mut position.issue));
        document.differences.iter_mut().for_each(|pairing| rename(&mut pairing.issue));
        document.agreements.iter_mut().for_each(|pairing| rename(&mut pairing.issue));
    }
}

/// The mentions of an issue whose words hold the keywords of a part, by part, and those that hold none.
fn mentions<'p>(
    document: &Document,
    issue: &Issue,
    parts: &'p [(String, super::Keywords)],
) -> (BTreeMap<&'p String, Vec<Range>>, Vec<Range>) {
    let places = Places::of(document).ok();
    let words =
        |mention: &Range| places.as_ref().and_then(|places| places.words(*mention)).unwrap_or_default();
    let mut taken = BTreeSet::new();
    let mut shared = BTreeMap::new();
    for (id, keywords) in parts {
        let own: Vec<Range> =
            issue.mentions.iter().filter(|mention| keywords.are_in(words(mention))).copied().collect();
        taken.extend(own.iter().copied());
        shared.insert(id, own);
    }
    (shared, issue.mentions.iter().filter(|mention| !taken.contains(*mention)).copied().collect())
}

/// One take for each issue, the surest first.
fn one_for_each_issue(takes: impl Iterator<Item = Take>) -> Vec<Take> {
    let mut each: Vec<Take> = Vec::new();
    for take in takes {
        match each.iter_mut().find(|known| known.issue == take.issue) {
            None => each.push(take),
            Some(known) => {
                known.score = surer(known.score, take.score);
                (known.stance, known.confidence) = joined(known, &take);
            }
        }
    }
    each.sort_by(|a, b| b.score.unwrap_or(0.0).total_cmp(&a.score.unwrap_or(0.0)));
    each
}

fn joined(a: &Take, b: &Take) -> (Option<Stance>, Option<f64>) {
    let side = |take: &Take| take.stance.filter(|stance| *stance != Stance::Neutral);
    match (side(a), side(b)) {
        (Some(one), Some(other)) if one != other => (None, None),
        (Some(one), Some(_)) => (Some(one), surer(a.confidence, b.confidence)),
        (Some(one), None) => (Some(one), a.confidence),
        (None, Some(other)) => (Some(other), b.confidence),
        (None, None) if a.stance.is_some() => (a.stance, a.confidence),
        (None, None) => (b.stance, b.confidence),
    }
}

fn surer(a: Option<f64>, b: Option<f64>) -> Option<f64> {
    match (a, b) {
        (Some(a), Some(b)) => Some(a.max(b)),
        (a, b) => a.or(b),
    }
}
