//! The forms of results: which one is chosen, and that each keeps its promise.

use onrecord_engine::json::Document;
use serde_json::Value;

use super::schema_check::validate;
use super::{Folder, SILENT, SPOKEN, code, err, onrecord, out, run};

/// Letters that count differently in each unit, and litter.
const MIXED: &str = "😀 “Nö, we won’t 😀 go,” Zoë Lee said.\n\nClick Here: cheap boots\n\nLeave a Reply\n";

fn pages() -> Folder {
    Folder::new(&[("spoken.txt", SPOKEN), ("silent.txt", SILENT), ("mixed.txt", MIXED)])
}

#[test]
fn what_is_written_fits_the_schema_that_is_printed() {
    let folder = pages();
    let schema: Value = serde_json::from_str(out(&run(&folder, "schema"))).unwrap();
    for unit in ["char", "byte", "utf16"] {
        let output = run(&folder, &format!("read . --offsets {unit}"));
        assert_eq!(out(&output).lines().count(), 3);
        for line in out(&output).lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            assert_eq!(validate(&schema, &value), Vec::<String>::new(), "{line}");
            let document: Document = serde_json::from_str(line).unwrap();
            assert_eq!(serde_json::to_string(&document).unwrap(), line, "keys in their order");
        }
    }
}

#[test]
fn offsets_lead_to_the_words_in_every_unit() {
    let folder = pages();
    for unit in ["char", "byte", "utf16"] {
        let output = run(&folder, &format!("read mixed.txt --offsets {unit}"));
        let document: Document = serde_json::from_str(out(&output)).unwrap();
        assert_eq!(document.text, MIXED, "plain text is never altered");
        let slice = |[start, end]: [u32; 2]| {
            let range = start as usize..end as usize;
            match unit {
                "byte" => document.text[range].to_owned(),
                "char" => document.text.chars().skip(range.start).take(range.len()).collect(),
                _ => String::from_utf16(&document.text.encode_utf16().collect::<Vec<_>>()[range]).unwrap(),
            }
        };
        assert!(!document.statements.is_empty());
        for statement in &document.statements {
            let words: Vec<String> = statement.content.iter().map(|range| slice(*range)).collect();
            assert_eq!(words.join(" … "), statement.quote, "{unit}");
        }
        let litter: Vec<String> = document.litter.iter().map(|range| slice(*range)).collect();
        assert!(litter.join("|").starts_with("Click Here: cheap boots"), "{unit}: {litter:?}");
    }
}

#[test]
fn the_form_follows_the_option_then_the_ending_then_the_stream() {
    let folder = pages();
    for (arguments, file, start) in [
        ("read spoken.txt", "", "{\"onrecord\":1,"),
        ("read spoken.txt -f csv", "", "statement_id,"),
        ("read spoken.txt -f report", "", "spoken.txt\n"),
        ("read spoken.txt -f brat", "", "T1\t"),
        ("read spoken.txt -o a.csv", "a.csv", "statement_id,"),
        ("read spoken.txt -o a.CSV -f jsonl", "a.CSV", "{\"onrecord\":1,"),
        ("read spoken.txt -o a.json", "a.json", "{\"onrecord\":1,"),
        ("read spoken.txt -o report.txt", "report.txt", "spoken.txt\n"),
        ("read spoken.txt -o -", "", "{\"onrecord\":1,"),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(code(&output), 0, "{arguments}: {}", err(&output));
        let written = if file.is_empty() { out(&output).to_owned() } else { folder.read(file) };
        assert!(written.starts_with(start), "{arguments}: {written}");
        assert_eq!(out(&output).is_empty(), !file.is_empty(), "{arguments}");
    }
}

#[test]
fn a_table_without_statements_still_has_its_header() {
    let output = run(&pages(), "read silent.txt -f csv");
    assert_eq!(code(&output), 1);
    assert_eq!(out(&output).lines().count(), 1);
}

#[test]
fn brat_gives_two_files_a_page_and_its_configuration() {
    let folder = Folder::new(&[("in/a.html", SPOKEN), ("in/a.txt", SPOKEN), ("in/sub/b.txt", MIXED)]);
    let output = run(&folder, "read in -f brat -o out");
    assert_eq!(code(&output), 0, "{}", err(&output));
    assert_eq!(out(&output), "");
    assert_eq!(
        folder.files()[3..],
        [
            "out/a.html.ann",
            "out/a.html.txt",
            "out/a.txt.ann",
            "out/a.txt.txt",
            "out/annotation.conf",
            "out/sub/b.ann",
            "out/sub/b.txt"
        ]
    );
    assert_eq!(folder.read("out/sub/b.txt"), MIXED);
    // Beside its own text the annotations are welcome; another text stays.
    assert_eq!(code(&run(&folder, "read in/sub/b.txt -f brat -o in/sub")), 0);
    std::fs::write(folder.path().join("out/sub/b.txt"), "a person’s work").unwrap();
    let output = run(&folder, "read in/sub/b.txt -f brat -o out/sub");
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("is there with another text"), "{}", err(&output));
    assert_eq!(folder.read("out/sub/b.txt"), "a person’s work");
}

#[test]
fn colour_is_for_terminals_unless_asked_for() {
    let folder = pages();
    let coloured = |settings: &[(&str, &str)], arguments: &str| {
        let mut command = onrecord(folder.path());
        command.args(["read", "spoken.txt", "-f", "report"]).args(arguments.split_whitespace());
        command.envs(settings.iter().copied());
        out(&command.output().unwrap()).contains('\u{1b}')
    };
    assert!(!coloured(&[], ""));
    assert!(!coloured(&[], "--color never"));
    assert!(coloured(&[], "--color always"));
    assert!(coloured(&[("CLICOLOR_FORCE", "1")], ""));
    assert!(!coloured(&[("CLICOLOR_FORCE", "1")], "--color never"));
    assert!(!coloured(&[("NO_COLOR", "1"), ("CLICOLOR_FORCE", "1")], ""));
    assert!(coloured(&[("NO_COLOR", "1")], "--color always"), "what is asked for on the command line wins");
}

#[test]
fn the_report_keeps_to_the_width() {
    let folder = pages();
    for columns in ["30", "60", "100"] {
        let mut command = onrecord(folder.path());
        let output =
            command.args(["read", "spoken.txt", "-f", "report"]).env("COLUMNS", columns).output().unwrap();
        let widest = out(&output).lines().map(|line| line.chars().count()).max().unwrap();
        assert!(widest <= columns.parse().unwrap(), "{columns}:\n{}", out(&output));
    }
}
