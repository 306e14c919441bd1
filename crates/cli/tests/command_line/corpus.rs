//! The commands that look at many articles at once: `compare`, `positions`, `differences`.

use onrecord_engine::json::corpus::{Comparison, DifferenceLine, PositionLine};
use serde::de::DeserializeOwned;

use super::{Folder, SPOKEN, code, err, fixture, out, run, run_with};

/// Two articles in one file of lines, and a page on which nobody speaks on an issue that this file knows.
fn folder() -> Folder {
    let line = |doc: &str, published: &str| serde_json::to_string(&fixture::spar(doc, published)).unwrap();
    let lines = format!("{}\n{}\n", line("a.html", "2021-02-11"), line("b.html", "2021-03-01"));
    Folder::new(&[
        ("news/2021.jsonl", &lines),
        ("one.json", &line("a.html", "2021-02-11")),
        ("undated.jsonl", &line("c.html", "")),
        ("bad.jsonl", &format!("{}\n{{\"onrecord\":2}}\n", line("a.html", "2021-02-11"))),
        ("spoken.txt", SPOKEN),
        (
            "mine.toml",
            "[[actor]]\nname = \"Ingrid Halvorsen\"\naliases = [\"The Iron Lady\"]\nwikidata = \"Q900001\"\n",
        ),
    ])
}

#[track_caller]
fn lines<T: DeserializeOwned>(folder: &Folder, arguments: &str) -> Vec<T> {
    let output = run(folder, arguments);
    assert_eq!((code(&output), err(&output)), (0, ""), "{arguments}");
    out(&output).lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

#[test]
fn exit_codes_are_as_in_grep() {
    let folder = folder();
    for (arguments, expected) in [
        ("compare Halvorsen Marchenko news", 0),
        ("compare Q900001 marchenko one.json", 0),
        ("compare Halvorsen Lavrov news", 2),
        ("compare Halvorsen Q900001 news", 2),
        ("compare Halvorsen", 2),
        ("compare Halvorsen Marchenko bad.jsonl", 2),
        ("compare Halvorsen Marchenko missing.jsonl", 2),
        ("positions news", 0),
        ("positions news --from 2022", 1),
        ("positions news --from May", 2),
        ("positions news bad.jsonl", 2),
        ("differences news", 0),
        ("differences news --to 2020-12", 1),
        ("differences news -o news/2021.jsonl", 2),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(code(&output), expected, "onrecord {arguments}: {}", err(&output));
        assert_eq!(err(&output).is_empty(), expected != 2, "onrecord {arguments}: {}", err(&output));
    }
}

#[test]
fn messages_say_what_to_do() {
    let folder = folder();
    for (arguments, message) in [
        (
            "compare Halvorsen Lavrov news",
            "onrecord: nobody in these files is called \"Lavrov\"; `onrecord positions` lists who is\n",
        ),
        (
            "compare Halvorsen Q900001 news",
            "onrecord: \"Halvorsen\" and \"Q900001\" are the same, Ingrid Halvorsen; name two\n",
        ),
        (
            "positions bad.jsonl",
            "onrecord: bad.jsonl: line 2: this is version 2 of the format, and this program reads version 1; \
         read the page again\n",
        ),
        (
            "positions undated.jsonl one.json --from 2021",
            "onrecord: 1 without a date of publication left out, as --from and --to ask for one\n",
        ),
    ] {
        assert_eq!(err(&run(&folder, arguments)), message, "onrecord {arguments}");
    }
}

#[test]
fn what_is_bad_is_told_and_the_rest_is_shown() {
    let folder = folder();
    let (bad, good) = (run(&folder, "positions bad.jsonl"), run(&folder, "positions one.json"));
    assert_eq!((out(&bad), code(&bad)), (out(&good), 2));
}

#[test]
fn lines_of_json_hold_every_statement() {
    let folder = folder();
    let compared: Vec<Comparison> = lines(&folder, "compare Halvorsen Marchenko news");
    let verdicts: Vec<&str> = compared.iter().map(|issue| issue.verdict.name()).collect();
    assert_eq!(verdicts, ["differ", "unclear"]);
    assert_eq!(compared[0].sides[0].evidence[0].also[0].doc, "b.html", "the reprint counts once");
    let positions: Vec<PositionLine> = lines(&folder, "positions news");
    assert_eq!(positions.len(), 4);
    assert!(positions.iter().all(|position| position.statements.len() == 2 * position.evidence.len()));
    let differences: Vec<DifferenceLine> = lines(&folder, "differences news");
    let grounds: Vec<&str> = differences.iter().map(|difference| difference.ground.name()).collect();
    assert_eq!(grounds, ["stances", "denial"]);
    let march: Vec<PositionLine> = lines(&folder, "positions news --from 2021-03 --to 2021-03");
    assert!(march.iter().all(|position| position.from.as_deref() == Some("2021-03-01")));
}

#[test]
fn tables_and_csv() {
    let folder = folder();
    for (arguments, start) in [
        (
            "compare Halvorsen Marchenko news -f table",
            "sanctions\n≠ they differ: by their stances; one denies",
        ),
        ("compare Halvorsen Marchenko news -f csv", "issue_id,issue,verdict,grounds,side,actor_id,"),
        ("positions news -f table", "sanctions\n  + support · Ingrid Halvorsen\n"),
        ("positions news -f csv", "issue_id,issue,actor_id,actor_name,wikidata,position,stance,"),
        ("differences news -f table", "sanctions\nIngrid Halvorsen and Oleh Marchenko take opposite sides\n"),
        ("differences news -f csv", "difference,issue_id,issue,ground,strength,side,actor_id,"),
    ] {
        let output = run(&folder, arguments);
        assert!(out(&output).starts_with(start), "{arguments}: {}", out(&output));
        let file = run(&folder, &format!("{arguments} -o out.txt"));
        assert_eq!((out(&file), folder.read("out.txt").as_str()), ("", out(&output)), "{arguments}");
    }
}

#[test]
fn pages_are_read_on_the_way_and_standard_input_too() {
    let folder = folder();
    let pages = run(&folder, "positions spoken.txt one.json");
    assert_eq!((code(&pages), err(&pages)), (0, ""));
    let jsonl = folder.read("news/2021.jsonl");
    let piped = run_with(&folder, "positions -", &jsonl);
    assert_eq!((code(&piped), out(&piped)), (0, out(&run(&folder, "positions news"))));
    assert_eq!(code(&run_with(&folder, "positions", SPOKEN)), code(&run(&folder, "positions spoken.txt")));
}

#[test]
fn the_users_names_are_known() {
    let folder = folder();
    let by_alias = super::onrecord(folder.path())
        .args(["compare", "The Iron Lady", "Marchenko", "news", "--actors", "mine.toml"])
        .output()
        .unwrap();
    assert_eq!(out(&by_alias), out(&run(&folder, "compare Halvorsen Marchenko news")));
}
