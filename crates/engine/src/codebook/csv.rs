//! Tables: a line for each issue, keywords parted by semicolons.
//!
//! A spreadsheet runs a cell that begins like a formula, so such a text is written with an apostrophe before it, which
//! is taken away when it is read.

use ::csv::{Error, ErrorKind, ReaderBuilder, Trim, Writer};

use super::{Codebook, CodebookError, Entry, Lines, Mistake};

const COLUMNS: [&str; 6] = ["id", "label", "description", "proposition", "keywords", "parent"];

/// The issues of a table with their lines, and the columns that are none of ours.
pub(super) fn read(text: &str) -> Result<(Lines, Vec<Mistake>), CodebookError> {
    // Spreadsheets of half of Europe part cells by semicolons.
    let first = text.lines().next().unwrap_or_default();
    let comma = if first.contains(';') && !first.contains(',') { b';' } else { b',' };
    let mut reader = ReaderBuilder::new().trim(Trim::All).delimiter(comma).from_reader(text.as_bytes());
    let header: Vec<String> =
        reader.headers().map_err(|error| of_csv(&error))?.iter().map(str::to_ascii_lowercase).collect();
    let place = |name: &str| header.iter().position(|column| column == name);
    if place("label").is_none() {
        return Err(CodebookError::at(1, "there is no column \"label\"; name the columns in the first line"));
    }
    let mut passed_over = Vec::new();
    for column in header.iter().filter(|column| !COLUMNS.contains(&column.as_str())) {
        let message = format!("the column {column:?} is none of ours; it is passed over");
        passed_over.push(Mistake { line: 1, message });
    }
    let mut lines = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| of_csv(&error))?;
        let line = record.position().map_or(1, |at| at.line() as usize);
        let cell = |name: &str| plain(place(name).and_then(|n| record.get(n)).unwrap_or_default());
        let entry = Entry {
            id: cell("id"),
            label: cell("label"),
            description: Some(cell("description")),
            proposition: Some(cell("proposition")),
            keywords: cell("keywords").split(';').map(str::to_owned).collect(),
            parent: Some(cell("parent")),
        };
        lines.push((line, entry));
    }
    Ok((lines, passed_over))
}

/// The table, its columns named.
pub(super) fn write(codebook: &Codebook) -> String {
    let mut writer = Writer::from_writer(Vec::new());
    let rows = codebook.entries().iter().map(|entry| {
        let keywords = entry.keywords.join("; ");
        let maybe = |text: &Option<String>| text.clone().unwrap_or_default();
        let (description, proposition) = (maybe(&entry.description), maybe(&entry.proposition));
        [entry.id.clone(), entry.label.clone(), description, proposition, keywords, maybe(&entry.parent)]
    });
    for row in std::iter::once(COLUMNS.map(str::to_owned)).chain(rows) {
        writer.write_record(row.map(harmless)).expect("memory takes everything, and rows are of one length");
    }
    let bytes = writer.into_inner().expect("memory takes everything");
    String::from_utf8(bytes).expect("strings were written")
}

fn harmless(cell: String) -> String {
    if is_like_a_formula(&cell) { format!("'{cell}") } else { cell }
}

fn plain(cell: &str) -> String {
    match cell.strip_prefix('\'') {
        Some(text) if is_like_a_formula(text) => text.to_owned(),
        _ => cell.to_owned(),
    }
}

/// So that it can be undone, a text that begins with an apostrophe and then like a formula counts as well.
fn is_like_a_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'').starts_with(['=', '+', '-', '@'])
}

fn of_csv(error: &Error) -> CodebookError {
    let line = error.position().map_or(1, |at| at.line() as usize);
    let message = match error.kind() {
        ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} values for {expected_len} columns; put a value with a comma in quotation marks")
        }
        _ => format!("{error}; correct it"),
    };
    CodebookError::at(line, message)
}
