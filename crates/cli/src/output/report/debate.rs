//! The end of the report: a table of who stands where on which issue, and where they differ and agree, a quotation a side.

use std::collections::BTreeMap;

use onrecord_base::{ActorId, Debate, Ground, IssueId, Leaning, Pairing, Stance};
use onrecord_engine::ReadArticle;
use textwrap::core::display_width;

use super::{INDENT, Report, squeezed};
use crate::output::numbering;
use crate::visible::visible;

/// More columns than this are no table that one takes in.
const MOST_ACTORS: usize = 4;
/// Longer quotations are cut in this part: they stand above in full.
const QUOTED: usize = 150;
/// The most differences, and agreements, that are told in full.
const MOST_PAIRS: usize = 6;

impl Report<'_> {
    /// Nothing where nothing is at issue.
    pub(super) fn debate(&mut self, read: &ReadArticle) {
        let debate = &read.reading.debate;
        let table = Table::of(debate);
        if !table.actors.is_empty() {
            self.heading("Who stands where");
            self.table(read, &table);
        }
        self.pairs(read, "Where they differ", &debate.differences);
        self.pairs(read, "Where they agree", &debate.agreements);
    }

    fn heading(&mut self, words: &str) {
        let style = self.palette.title;
        self.push(&format!("\n{style}{words}{style:#}\n"));
    }

    fn table(&mut self, read: &ReadArticle, table: &Table) {
        let reading = &read.reading;
        let names: Vec<String> = table.actors.iter().map(|actor| name(read, *actor)).collect();
        let labels: Vec<String> = table
            .issues
            .iter()
            .map(|issue| visible(&reading.debate.issues[issue.0 as usize].label).into_owned())
            .collect();
        let first = labels.iter().map(|label| display_width(label)).max().unwrap_or(0).min(self.width / 3);
        let each = ((self.width - first - 2) / names.len().max(1)).saturating_sub(2).clamp(8, 24);
        let mut lines = vec![row("", first, names.iter().map(|name| cut(name, each)), each)];
        for (label, issue) in labels.iter().zip(&table.issues) {
            let cells = table.actors.iter().map(|actor| {
                let cell = table.cells.get(&(*issue, *actor));
                cell.map_or_else(|| "·".to_owned(), |&(leaning, count)| in_cell(leaning, count))
            });
            lines.push(row(&cut(label, first), first, cells, each));
        }
        for (number, line) in lines.iter().enumerate() {
            let style = if number == 0 { self.palette.aside } else { anstyle::Style::new() };
            self.push(&format!("{style}{}{style:#}\n", line.trim_end()));
        }
        let others = table.left_out;
        let more = match others {
            0 => String::new(),
            n => format!(" {} not shown.", numbering::count(n, "speaker", "speakers")),
        };
        self.lines(
            &format!("+ for, − against, ± both, ○ neutral, ? unclear, · silent; how many statements.{more}"),
            "  ",
            "  ",
            self.palette.aside,
        );
    }

    fn pairs(&mut self, read: &ReadArticle, heading: &str, pairings: &[Pairing]) {
        if pairings.is_empty() {
            return;
        }
        self.heading(heading);
        for pairing in pairings.iter().take(MOST_PAIRS) {
            let issue = &read.reading.debate.issues[pairing.issue.0 as usize].label;
            let [one, two] = pairing.between.map(|actor| name(read, actor));
            let line = format!("{issue}: {one} and {two} · {}", ground(pairing));
            self.lines(&line, "  ", "      ", self.palette.actor);
            let together = pairing.statements[0] == pairing.statements[1];
            for (side, who) in [one, two].iter().enumerate() {
                let Some(&place) = pairing.statements[side].first() else { continue };
                if together && side == 1 {
                    continue;
                }
                let who = if together { "Both".to_owned() } else { who.clone() };
                let quote = squeezed(&visible(&read.quote(&read.reading.statements[place as usize])));
                let line = format!("{who}: {} (no. {})", cut(&quote, QUOTED), place + 1);
                self.lines(&line, INDENT, &format!("{INDENT}  "), anstyle::Style::new());
            }
        }
        let more = pairings.len().saturating_sub(MOST_PAIRS);
        if more > 0 {
            self.lines(&format!("and {more} more; -f jsonl has all."), "  ", "  ", self.palette.aside);
        }
    }
}

/// Which actors and issues the table shows.
#[derive(Default)]
struct Table {
    issues: Vec<IssueId>,
    actors: Vec<ActorId>,
    left_out: usize,
    cells: BTreeMap<(IssueId, ActorId), (Leaning, usize)>,
}

impl Table {
    /// Those who say most on the issues, in the order of the actors.
    fn of(debate: &Debate) -> Self {
        let mut table = Self::default();
        let mut weight: BTreeMap<ActorId, usize> = BTreeMap::new();
        for position in &debate.positions {
            table
                .cells
                .insert((position.issue, position.actor), (position.leaning, position.statements.len()));
            *weight.entry(position.actor).or_default() += position.statements.len();
        }
        let mut actors: Vec<ActorId> = weight.keys().copied().collect();
        actors.sort_by_key(|actor| (std::cmp::Reverse(weight[actor]), *actor));
        table.left_out = actors.len().saturating_sub(MOST_ACTORS);
        actors.truncate(MOST_ACTORS);
        actors.sort_unstable();
        let spoken_of =
            |issue: &IssueId| actors.iter().any(|actor| table.cells.contains_key(&(*issue, *actor)));
        table.issues = (0..debate.issues.len() as u32).map(IssueId).filter(spoken_of).collect();
        table.actors = actors;
        table
    }
}

fn in_cell(leaning: Leaning, count: usize) -> String {
    let word = match leaning {
        Leaning::Clear(Stance::Support) => "+ for",
        Leaning::Clear(Stance::Oppose) => "− against",
        Leaning::Clear(Stance::Neutral) => "○ neutral",
        Leaning::Mixed => "± both",
        Leaning::Unclear => "? unclear",
    };
    format!("{word} {count}")
}

fn ground(pairing: &Pairing) -> &'static str {
    match pairing.ground {
        Ground::Stances if pairing.statements[0] == pairing.statements[1] => "same stance",
        Ground::Stances => "by their stances",
        Ground::Denial => "one denies it",
        Ground::Criticism => "one criticises the other's side",
        Ground::Together => "said together",
        Ground::Reported => "the article says so",
    }
}

fn row(label: &str, first: usize, cells: impl Iterator<Item = String>, each: usize) -> String {
    let cells: Vec<String> = cells.map(|cell| padded(&cell, each)).collect();
    format!("  {}  {}", padded(label, first), cells.join("  "))
}

fn padded(words: &str, width: usize) -> String {
    let missing = width.saturating_sub(display_width(words));
    format!("{words}{}", " ".repeat(missing))
}

/// At most `width` columns; what is cut off ends in "…".
fn cut(words: &str, width: usize) -> String {
    if display_width(words) <= width {
        return words.to_owned();
    }
    let mut out = String::new();
    for c in words.chars() {
        if display_width(&out) + display_width(c.encode_utf8(&mut [0; 4])) + 1 > width {
            break;
        }
        out.push(c);
    }
    format!("{}…", out.trim_end())
}

fn name(read: &ReadArticle, actor: ActorId) -> String {
    let actor = read.reading.actors.get(actor.0 as usize);
    visible(actor.map_or(numbering::UNKNOWN, |actor| &actor.name)).into_owned()
}
