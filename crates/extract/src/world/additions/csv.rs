//! Tables: a line for each office, in our columns or in those of EveryPolitician's CSV of a term.

use ::csv::{Error, ReaderBuilder, StringRecord};

use super::{AdditionsError, At, Entry, OfficeEntry, malformed};

/// The people of a table; who has the same `id`, Wikidata item or, failing these, name is one person.
pub(super) fn read(text: &str) -> Result<Vec<Entry>, AdditionsError> {
    let mut reader = ReaderBuilder::new().trim(::csv::Trim::All).from_reader(text.as_bytes());
    let header = reader.headers().map_err(|error| of_csv(&error))?.clone();
    let columns = Columns::of(&header);
    if columns.place("name").is_none() {
        let message = "there is no column \"name\"; name the columns in the first line".to_owned();
        return Err(malformed(1, message));
    }
    let mut entries = Vec::new();
    for record in reader.records() {
        let record = record.map_err(|error| of_csv(&error))?;
        entries.push(columns.entry(&record));
    }
    Ok(entries)
}

struct Columns {
    names: Vec<String>,
    /// Whether a line is a membership in a chamber.
    parliament: bool,
}

impl Columns {
    fn of(header: &StringRecord) -> Self {
        let names: Vec<String> = header.iter().map(str::to_ascii_lowercase).collect();
        let has = |name: &str| names.iter().any(|n| n == name);
        let parliament = !has("position") && (has("chamber") || has("group"));
        Self { names, parliament }
    }

    fn place(&self, name: &str) -> Option<usize> {
        self.names.iter().position(|n| n == name)
    }

    fn entry(&self, record: &StringRecord) -> Entry {
        let line = record.position().map_or(1, |at| at.line() as usize);
        let value = |name: &str| self.place(name).and_then(|n| record.get(n)).unwrap_or_default().to_owned();
        let at = |name: &str| At { line, value: value(name) };
        let name = value("name");
        let id = [value("id"), value("wikidata"), name.clone()].into_iter().find(|id| !id.is_empty());
        let aliases = value("aliases");
        let (position, from, to) = if self.parliament {
            let chamber = value("chamber");
            let position = if chamber.is_empty() {
                "member of parliament".to_owned()
            } else {
                format!("member of the {chamber}")
            };
            (position, at("start_date"), at("end_date"))
        } else {
            (value("position"), at("from"), at("to"))
        };
        let office = OfficeEntry { position, country: value("country"), from, to };
        Entry {
            id,
            name: At { line, value: name },
            aliases: aliases.split(';').map(str::to_owned).collect(),
            wikidata: at("wikidata"),
            offices: Some(office).filter(|office| !office.position.is_empty()).into_iter().collect(),
        }
    }
}

fn of_csv(error: &Error) -> AdditionsError {
    let line = error.position().map_or(1, |at| at.line() as usize);
    let message = match error.kind() {
        ::csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} values for {expected_len} columns; put a value with a comma in quotation marks")
        }
        _ => format!("{error}; correct it"),
    };
    malformed(line, message)
}
