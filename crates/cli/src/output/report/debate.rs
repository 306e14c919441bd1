//! The end of the report: who stands where on which issue, and where they differ and agree, a quotation a side.

use onrecord_base::{Pairing, Position};
use onrecord_engine::ReadArticle;
use textwrap::core::display_width;

use super::{INDENT, Report};
use crate::output::camps::{self, Camps, Difference};
use crate::output::debate::{self, Grid};
use crate::output::numbering;
use crate::visible::{squeezed, visible};

/// More columns than this are no table that one takes in.
const MOST_ACTORS: usize = 4;
/// Labels of issues give way to the cells down to this width.
const LABEL: usize = 12;
/// Wider cells hold only blanks.
const WIDEST_CELL: usize = 24;
/// Longer quotations are cut in this part: they stand above in full.
const QUOTED: usize = 150;
/// The most differences, and agreements, that are told in full.
const MOST_PAIRS: usize = 6;

impl Report<'_> {
    /// Nothing where nothing is at issue.
    pub(super) fn debate(&mut self, read: &ReadArticle) {
        let debate = &read.reading.debate;
        let grid = Grid::new(debate, MOST_ACTORS);
        if !grid.is_empty() {
            self.heading(debate::STAND);
            self.grid(read, &grid);
        }
        let (differences, agreements) = camps::told(read);
        self.differences(read, &differences);
        self.agreements(read, &agreements);
    }

    fn heading(&mut self, words: &str) {
        let style = self.palette.title;
        self.push(&format!("\n{style}{words}{style:#}\n"));
    }

    /// A table, or where it would be wider than the lines may be, the issues one after another.
    fn grid(&mut self, read: &ReadArticle, grid: &Grid<'_>) {
        match Columns::of(read, grid, self.width) {
            Some(columns) => self.table(read, grid, &columns),
            None => self.cells(read, grid),
        }
        let more = match grid.left_out {
            0 => String::new(),
            n => format!(" {} not shown.", numbering::count(n, "speaker", "speakers")),
        };
        let key = format!("{}; how many statements.{more}", debate::KEY);
        self.lines(&key, "  ", "  ", self.palette.aside);
    }

    fn table(&mut self, read: &ReadArticle, grid: &Grid<'_>, columns: &Columns) {
        let names = grid.actors.iter().map(|actor| debate::name(read, *actor));
        let aside = self.palette.aside;
        self.push(&format!("{aside}{}{aside:#}\n", columns.row("", names)));
        for &issue in &grid.issues {
            let cells = grid
                .actors
                .iter()
                .map(|actor| grid.cell(issue, *actor).map_or_else(|| debate::SILENT.to_owned(), in_cell));
            self.push(&format!("{}\n", columns.row(&debate::label(read, issue), cells)));
        }
    }

    fn cells(&mut self, read: &ReadArticle, grid: &Grid<'_>) {
        for &issue in &grid.issues {
            self.lines(&debate::label(read, issue), "  ", "  ", self.palette.actor);
            for position in grid.actors.iter().filter_map(|actor| grid.cell(issue, *actor)) {
                let line = format!("{}: {}", debate::name(read, position.actor), in_cell(position));
                self.lines(&line, "    ", INDENT, anstyle::Style::new());
            }
        }
    }

    fn differences(&mut self, read: &ReadArticle, differences: &[Difference<'_>]) {
        if differences.is_empty() {
            return;
        }
        self.heading(debate::DIFFER);
        for difference in differences.iter().take(MOST_PAIRS) {
            match difference {
                Difference::Pair(pairing) => self.pair(read, pairing),
                Difference::Camps(camps) => self.camps(read, camps),
            }
        }
        self.more(differences.len());
    }

    fn agreements(&mut self, read: &ReadArticle, agreements: &[&Pairing]) {
        if agreements.is_empty() {
            return;
        }
        self.heading(debate::AGREE);
        for pairing in agreements.iter().take(MOST_PAIRS) {
            self.pair(read, pairing);
        }
        self.more(agreements.len());
    }

    fn more(&mut self, pairs: usize) {
        let more = pairs.saturating_sub(MOST_PAIRS);
        if more > 0 {
            self.lines(&format!("and {more} more; -f jsonl has all."), "  ", "  ", self.palette.aside);
        }
    }

    fn pair(&mut self, read: &ReadArticle, pairing: &Pairing) {
        let issue = debate::label(read, pairing.issue);
        let [one, two] = pairing.between.map(|actor| debate::name(read, actor));
        let line = format!("{issue}: {one} and {two} · {}", debate::ground(pairing));
        self.lines(&line, "  ", INDENT, self.palette.actor);
        for (who, place) in debate::sides(read, pairing) {
            self.quoted(read, &who, place, INDENT);
        }
    }

    fn camps(&mut self, read: &ReadArticle, camps: &Camps) {
        let issue = debate::label(read, camps.issue);
        self.lines(&format!("{issue} · {}", debate::BY_STANCES), "  ", INDENT, self.palette.actor);
        for (side, actors) in camps.sides() {
            self.lines(side, INDENT, INDENT, self.palette.aside);
            for &(actor, place) in actors {
                let who = debate::says(read, &debate::name(read, actor), place);
                self.quoted(read, &who, place, &format!("{INDENT}  "));
            }
        }
    }

    fn quoted(&mut self, read: &ReadArticle, who: &str, place: u32, indent: &str) {
        let quote = squeezed(&visible(&read.quote(&read.reading.statements[place as usize])));
        let line = format!("{who}: {} [{}]", cut(&quote, QUOTED), place + 1);
        self.lines(&line, indent, &format!("{indent}  "), anstyle::Style::new());
    }
}

/// How wide the columns of the table are.
struct Columns {
    label: usize,
    cell: usize,
}

impl Columns {
    /// `None` where the cells do not fit beside the labels.
    fn of(read: &ReadArticle, grid: &Grid<'_>, width: usize) -> Option<Self> {
        let positions = grid
            .issues
            .iter()
            .flat_map(|issue| grid.actors.iter().filter_map(|actor| grid.cell(*issue, *actor)).map(in_cell));
        let needed = positions.map(|cell| display_width(&cell)).max()?;
        let names = grid.actors.iter().map(|actor| display_width(&debate::name(read, *actor)));
        let name = names.max()?.min(WIDEST_CELL);
        let longest = grid.issues.iter().map(|issue| display_width(&debate::label(read, *issue))).max()?;
        // Two blanks stand before each column.
        let beside = |cell: usize| width.checked_sub(2 + grid.actors.len() * (cell + 2));
        // Labels may take a third of the line, and more where all names stand in full beside them.
        let in_full = beside(needed.max(name)).unwrap_or(0);
        let label = longest.min(beside(needed)?).min(in_full.max(width / 3));
        if label < longest.min(LABEL) {
            return None;
        }
        let cell = (width - label - 2) / grid.actors.len() - 2;
        Some(Self { label, cell: cell.min(WIDEST_CELL) })
    }

    fn row(&self, label: &str, cells: impl Iterator<Item = String>) -> String {
        let mut row = format!("  {}", padded(&cut(label, self.label), self.label));
        for cell in cells {
            row.push_str("  ");
            row.push_str(&padded(&cut(&cell, self.cell), self.cell));
        }
        row.trim_end().to_owned()
    }
}

/// "+ for 2": a word beside the shape, and how many statements.
fn in_cell(position: &Position) -> String {
    let leaning = position.leaning;
    format!("{} {} {}", debate::glyph(leaning), debate::word(leaning), position.statements.len())
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
