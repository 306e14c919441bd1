//! CSV for spreadsheets: one row per statement.

use anyhow::{Context, Result};
use onrecord_base::{Attitude, Stance, Take};
use onrecord_engine::{OffsetUnit, Offsets, ReadArticle};

/// The columns; one that is not known is left empty.
const COLUMNS: [&str; 27] = [
    "statement_id",
    "doc_id",
    "doc_sha256",
    "url",
    "title",
    "published",
    "outlet",
    "lang",
    "quote_start",
    "quote_end",
    "offset_unit",
    "quote",
    "kind",
    "cue",
    "speaker_text",
    "actor_id",
    "actor_name",
    "known_as",
    "wikidata",
    "issue_id",
    "stance",
    "target_id",
    "target_name",
    "attitude",
    "confidence",
    "extractor",
    "review_state",
];

/// The row of column names.
pub(crate) fn header() -> Result<Vec<u8>> {
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    writer.write_record(COLUMNS)?;
    writer.into_inner().context("cannot make the header")
}

/// A row for each statement. `quote_start` and `quote_end` embrace all fragments; several actors, or several
/// issues with their stances, are parted by `; `.
pub(crate) fn render(read: &ReadArticle, unit: OffsetUnit) -> Result<Vec<u8>> {
    let reading = &read.reading;
    let metadata = &reading.article.metadata;
    let offsets = Offsets::new(&reading.article.text, unit);
    let mut writer = ::csv::Writer::from_writer(Vec::new());
    for (statement, id) in reading.statements.iter().zip(&read.statement_ids) {
        let attribution = &statement.attribution;
        let [start, end] = match attribution.content.cover() {
            Some(span) => offsets.pair(span).map(|offset| offset.to_string()),
            None => [String::new(), String::new()],
        };
        let actors: Vec<usize> = statement.actors.iter().map(|actor| actor.0 as usize).collect();
        let ids: Vec<String> = actors.iter().map(|&actor| ReadArticle::actor_id(actor)).collect();
        let names: Vec<&str> =
            actors.iter().filter_map(|&actor| reading.actors.get(actor)).map(|actor| &*actor.name).collect();
        let known = || actors.iter().filter_map(|&actor| reading.actors.get(actor));
        let known_as = as_many(known().map(|actor| actor.known_as.as_deref()));
        let items = as_many(known().map(|actor| actor.wikidata.as_deref()));
        let takes = || statement.takes.iter();
        let issue = |take: &Take| reading.debate.issues.get(take.issue.0 as usize);
        let issues = as_many(takes().map(|take| issue(take).map(|issue| issue.id.as_str())));
        let stances = as_many(takes().map(|take| take.stance.map(Stance::name)));
        let target = statement.aim.map(|aim| aim.target.0 as usize);
        let target_id = target.map(ReadArticle::actor_id).unwrap_or_default();
        let target_name = target.and_then(|target| reading.actors.get(target)).map(|actor| &*actor.name);
        let attitude = statement.aim.and_then(|aim| aim.attitude).map(Attitude::name);
        let row: [&str; COLUMNS.len()] = [
            id,
            &read.name,
            &read.page_sha256,
            metadata.url.as_deref().unwrap_or_default(),
            metadata.title.as_deref().unwrap_or_default(),
            metadata.published.as_deref().unwrap_or_default(),
            metadata.outlet.as_deref().unwrap_or_default(),
            metadata.lang.as_deref().unwrap_or_default(),
            &start,
            &end,
            unit.name(),
            &read.quote(statement),
            attribution.form.name(),
            attribution.cue.map_or("", |cue| reading.article.text.slice(cue)),
            &read.joined(&attribution.source, " … "),
            &ids.join("; "),
            &names.join("; "),
            &known_as,
            &items,
            &issues,
            &stances,
            &target_id,
            target_name.unwrap_or_default(),
            attitude.unwrap_or_default(),
            &format!("{:.3}", attribution.confidence),
            &statement.provenance.by,
            "machine",
        ];
        writer.write_record(row.map(harmless))?;
    }
    writer.into_inner().context("cannot make the rows")
}

/// As many as there are actors or issues, so that they can be told apart; nothing if none is known.
fn as_many<'a>(all: impl Iterator<Item = Option<&'a str>>) -> String {
    let all: Vec<&str> = all.map(Option::unwrap_or_default).collect();
    if all.iter().all(|one| one.is_empty()) { String::new() } else { all.join("; ") }
}

/// A spreadsheet would run a cell that starts like a formula; an apostrophe before it keeps it a text.
pub(crate) fn harmless(cell: &str) -> String {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r', '\n']) {
        format!("'{cell}")
    } else {
        cell.to_owned()
    }
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;
    use crate::output::fixture;

    #[test]
    fn one_row_per_statement() {
        let rows = String::from_utf8(render(&fixture::spar(), OffsetUnit::Utf16).unwrap()).unwrap();
        expect![[r#"
            d8b6eed63899fe81,spar.html,0ef31a6b949492b0880e65eb77cf342e5094201818e386eb762efa258fd866aa,https://eastwatch.example/spar,Ministers Spar on Orsa,2021-02-11T18:42:07+00:00,Eastwatch Notes,en,24,103,utf16,"“We do not seek a quarrel,” … “but we will not be silent.”",direct,said,Ingrid Halvorsen,a1,Ingrid Halvorsen,,,answer-on-orsa; quarrel,support; neutral,,,,0.900,test-1,machine
            4489aefbc15ae47c,spar.html,0ef31a6b949492b0880e65eb77cf342e5094201818e386eb762efa258fd866aa,https://eastwatch.example/spar,Ministers Spar on Orsa,2021-02-11T18:42:07+00:00,Eastwatch Notes,en,135,169,utf16,that troops had crossed the border,indirect,denied,She and Oleh Marchenko,a1; a2,Ingrid Halvorsen; Oleh Marchenko,,,troops,oppose,,,,0.900,test-1,machine
            e58c3bbfe23bb312,spar.html,0ef31a6b949492b0880e65eb77cf342e5094201818e386eb762efa258fd866aa,https://eastwatch.example/spar,Ministers Spar on Orsa,2021-02-11T18:42:07+00:00,Eastwatch Notes,en,197,238,utf16,"“The president told me he would wait 😀,”",direct,"told
            reporters",Marchenko,a2,Oleh Marchenko,,,answer-on-orsa; troops,oppose; ,a1,Ingrid Halvorsen,criticises,0.900,test-1,machine
            b85cd216ae713beb,spar.html,0ef31a6b949492b0880e65eb77cf342e5094201818e386eb762efa258fd866aa,https://eastwatch.example/spar,Ministers Spar on Orsa,2021-02-11T18:42:07+00:00,Eastwatch Notes,en,220,236,utf16,he would wait 😀,indirect,told,The president,,,,,,,,,,0.900,test-1,machine
            f77020f9c2e36b09,spar.html,0ef31a6b949492b0880e65eb77cf342e5094201818e386eb762efa258fd866aa,https://eastwatch.example/spar,Ministers Spar on Orsa,2021-02-11T18:42:07+00:00,Eastwatch Notes,en,266,289,utf16,“Nobody has forgotten.”,direct,,,,,,,,,,,,0.900,test-1,machine
        "#]].assert_eq(&rows);
    }

    #[test]
    fn items_stand_as_the_names_do() {
        let rows = render(&fixture::known(), OffsetUnit::Char).unwrap();
        let mut reader = ::csv::ReaderBuilder::new().has_headers(false).from_reader(rows.as_slice());
        let cells: Vec<String> = reader
            .records()
            .map(|row| row.unwrap())
            .map(|row| format!("{} | {} | {}", &row[16], &row[17], &row[18]))
            .collect();
        assert_eq!(
            cells,
            [
                "Anna Berg |  | Q900001",
                "Russian foreign minister | Sergey Lavrov | Q58217",
                "Bo Ek; Anna Berg |  | ; Q900001"
            ]
        );
    }

    #[test]
    fn issues_and_stances_stand_side_by_side() {
        let mut all = header().unwrap();
        all.extend(render(&fixture::spar(), OffsetUnit::Char).unwrap());
        let mut reader = ::csv::Reader::from_reader(all.as_slice());
        let headers = reader.headers().unwrap().clone();
        let columns = ["issue_id", "stance", "target_id", "target_name", "attitude"];
        let places = columns.map(|column| headers.iter().position(|name| name == column).unwrap());
        let cells: Vec<String> = reader
            .records()
            .map(|row| row.unwrap())
            .map(|row| places.map(|place| row[place].to_owned()).join(" | "))
            .collect();
        assert_eq!(
            cells,
            [
                "answer-on-orsa; quarrel | support; neutral |  |  | ",
                "troops | oppose |  |  | ",
                // Of two stances the second is unclear.
                "answer-on-orsa; troops | oppose;  | a1 | Ingrid Halvorsen | criticises",
                " |  |  |  | ",
                " |  |  |  | ",
            ]
        );
    }

    #[test]
    fn no_cell_is_a_formula() {
        for cell in ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"] {
            assert_eq!(harmless(cell), format!("'{cell}"));
        }
        for cell in ["“=1”", "a-b", "", "1"] {
            assert_eq!(harmless(cell), cell);
        }
    }

    #[test]
    fn the_header_fits_the_rows() {
        let mut all = header().unwrap();
        all.extend(render(&fixture::spar(), OffsetUnit::Char).unwrap());
        let mut reader = ::csv::Reader::from_reader(all.as_slice());
        let quote = reader.headers().unwrap().iter().position(|name| name == "quote").unwrap();
        let quotes: Vec<String> = reader.records().map(|row| row.unwrap()[quote].to_owned()).collect();
        assert_eq!(quotes[0], "“We do not seek a quarrel,” … “but we will not be silent.”");
    }
}
