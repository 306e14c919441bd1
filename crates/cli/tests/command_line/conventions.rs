//! Exit codes, error messages, order, streams: the same for every command.

use std::io::Read;
use std::process::Stdio;

use super::{Folder, SILENT, SPOKEN, code, err, onrecord, out, run, run_with};

fn pages() -> Folder {
    Folder::new(&[
        ("spoken.txt", SPOKEN),
        ("silent.txt", SILENT),
        ("empty.txt", ""),
        ("sub/more.html", SPOKEN),
    ])
}

#[test]
fn exit_codes_are_as_in_grep() {
    let folder = pages();
    for (arguments, expected) in [
        ("read spoken.txt", 0),
        ("read silent.txt", 1),
        ("read spoken.txt silent.txt", 0),
        ("read spoken.txt missing.txt", 2),
        ("read empty.txt", 2),
        ("read .", 2),
        ("read sub", 0),
        ("read --no-such-option", 2),
        ("read spoken.txt -f nonsense", 2),
        ("read spoken.txt silent.txt --url https://a.example/", 2),
        ("read - -", 2),
        ("who spoken.txt", 0),
        ("who silent.txt", 1),
        ("who spoken.txt missing.txt", 2),
        ("who spoken.txt -f csv", 2),
        ("html spoken.txt", 0),
        ("html silent.txt", 1),
        ("html missing.txt", 2),
        ("html sub", 2),
        ("schema", 0),
        ("man", 0),
        ("completions bash", 0),
        ("completions cmd.exe", 2),
        ("score missing", 2),
        ("", 2),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(code(&output), expected, "onrecord {arguments}: {}", err(&output));
        if expected == 2 {
            assert_ne!(err(&output), "", "onrecord {arguments} fails without a word");
        }
    }
}

#[test]
fn a_message_names_the_page_and_says_what_to_do() {
    let folder = pages();
    for (arguments, message) in [
        ("read missing.txt", "onrecord: missing.txt: there is no such file; check the name\n"),
        ("who missing.txt", "onrecord: missing.txt: there is no such file; check the name\n"),
        (
            "who spoken.txt -o spoken.txt",
            "onrecord: spoken.txt is a page to be read; write the results elsewhere\n",
        ),
        ("html missing.txt", "onrecord: missing.txt: there is no such file; check the name\n"),
        (
            "read empty.txt",
            "onrecord: empty.txt: the page is empty; check that it was downloaded or saved completely\n",
        ),
        ("read spoken.txt -o .", "onrecord: . is a directory; name a file\n"),
        (
            "read spoken.txt -o spoken.txt",
            "onrecord: spoken.txt is a page to be read; write the results elsewhere\n",
        ),
        (
            "html spoken.txt -o ./spoken.txt",
            "onrecord: spoken.txt is a page to be read; write the results elsewhere\n",
        ),
        ("html sub", "onrecord: sub is a directory; html makes a page of one file\n"),
        (
            "read spoken.txt silent.txt -f brat",
            "onrecord: brat means two files for each page; name a directory for them with -o DIR\n",
        ),
        ("read - -", "onrecord: - is given twice, but standard input can be read only once; name it once\n"),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(err(&output), message, "onrecord {arguments}");
        assert_eq!(out(&output), "", "onrecord {arguments}");
    }
    assert_eq!(folder.read("spoken.txt"), SPOKEN);
}

#[test]
fn a_file_name_cannot_act_on_the_terminal() {
    let folder = Folder::new(&[]);
    let output = onrecord(folder.path()).args(["read", "\u{1b}[2Jx.txt"]).output().unwrap();
    assert_eq!(err(&output), "onrecord: ␛[2Jx.txt: there is no such file; check the name\n");
}

#[test]
fn one_bad_page_among_many_is_told_and_the_others_are_read() {
    let folder = pages();
    let output = run(&folder, "read spoken.txt missing.txt empty.txt silent.txt -f jsonl -o all.jsonl");
    assert_eq!(code(&output), 2);
    let complaints: Vec<&str> = err(&output).lines().map(|line| line.split(": ").nth(1).unwrap()).collect();
    assert_eq!(complaints, ["missing.txt", "empty.txt"]);
    assert_eq!(documents(&folder.read("all.jsonl")), ["spoken.txt", "silent.txt"]);
}

#[test]
fn results_come_in_the_order_of_the_pages_whatever_the_number_of_workers() {
    let long = SPOKEN.repeat(12);
    let files: Vec<(String, &str)> =
        (0..12).map(|n| (format!("{n:02}.txt"), if n % 5 == 0 { long.as_str() } else { SPOKEN })).collect();
    let files: Vec<(&str, &str)> = files.iter().map(|(name, text)| (name.as_str(), *text)).collect();
    let folder = Folder::new(&files);
    for format in ["jsonl", "csv", "report"] {
        let one = run(&folder, &format!("read . -f {format} -j1"));
        let two = run(&folder, &format!("read . -f {format} -j2"));
        assert_eq!(code(&one), 0);
        assert_eq!(out(&one), out(&two), "{format}");
        if format == "jsonl" {
            let names: Vec<&str> = files.iter().map(|(name, _)| *name).collect();
            assert_eq!(documents(out(&one)), names);
        }
    }
}

#[test]
fn a_directory_gives_its_pages_and_nothing_hidden() {
    let folder = Folder::new(&[
        ("b.HTML", SPOKEN),
        ("a.txt", SPOKEN),
        ("a/z.htm", SPOKEN),
        ("notes.pdf", SPOKEN),
        (".git/x.txt", SPOKEN),
        (".hidden.txt", SPOKEN),
    ]);
    let output = run(&folder, "read . -v");
    assert_eq!(documents(out(&output)), ["a/z.htm", "a.txt", "b.HTML"]);
    assert!(err(&output).contains("notes.pdf: passed over"), "{}", err(&output));
    let output = run(&Folder::new(&[("x.pdf", "x")]), "read .");
    assert_eq!(code(&output), 2);
    assert!(err(&output).contains("no page in this directory"), "{}", err(&output));
}

#[test]
fn standard_input_is_a_page_too() {
    let folder = Folder::new(&[]);
    for (arguments, name) in
        [("read", "-"), ("read -", "-"), ("read - --url https://a.example/news", "https://a.example/news")]
    {
        let output = run_with(&folder, arguments, SPOKEN);
        assert_eq!(code(&output), 0, "{}", err(&output));
        assert_eq!(documents(out(&output)), [name]);
        assert_eq!(err(&output), "");
    }
    assert!(out(&run_with(&folder, "html -", SPOKEN)).starts_with("<!DOCTYPE html>"));
}

#[test]
fn whoever_closes_the_pipe_has_seen_enough() {
    let text = SPOKEN.repeat(150);
    let folder = Folder::new(&[("a.txt", &text), ("b.txt", SPOKEN)]);
    let mut child = onrecord(folder.path())
        .args(["read", "a.txt", "b.txt", "-f", "jsonl"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut start = [0; 10];
    child.stdout.take().unwrap().read_exact(&mut start).unwrap();
    let output = child.wait_with_output().unwrap();
    assert_eq!((code(&output), err(&output)), (0, ""));
}

#[cfg(target_os = "linux")]
#[test]
fn results_that_cannot_be_written_are_an_error() {
    let folder = pages();
    let full = std::fs::OpenOptions::new().write(true).open("/dev/full").unwrap();
    let output = onrecord(folder.path()).args(["read", "spoken.txt"]).stdout(full).output().unwrap();
    assert_eq!(code(&output), 2);
    assert!(err(&output).starts_with("onrecord: cannot write the results: "), "{}", err(&output));
    let output = run(&folder, "read spoken.txt -o missing/out.csv");
    assert_eq!(code(&output), 2);
    assert!(err(&output).starts_with("onrecord: cannot write missing/out.csv: "), "{}", err(&output));
}

#[test]
fn nothing_half_done_is_left() {
    let folder = pages();
    assert_eq!(code(&run(&folder, "html empty.txt -o page.html")), 2);
    assert_eq!(code(&run(&folder, "read spoken.txt -f csv -o table.csv")), 0);
    assert_eq!(folder.files(), ["empty.txt", "silent.txt", "spoken.txt", "sub/more.html", "table.csv"]);
}

#[test]
fn progress_goes_to_stderr_and_only_when_asked_for() {
    let folder = pages();
    let shown = run(&folder, "read spoken.txt silent.txt --progress always");
    assert!(err(&shown).contains("2 of 2 pages read"), "{}", err(&shown));
    let quiet = run(&folder, "read spoken.txt silent.txt -q");
    assert_eq!(err(&quiet), "");
    assert_eq!(out(&quiet), out(&shown));
    assert_eq!(err(&run(&folder, "read spoken.txt silent.txt")), "", "no terminal, no progress");
}

/// The names of the pages in a JSONL output.
fn documents(jsonl: &str) -> Vec<String> {
    let name = |line: &str| {
        let value: serde_json::Value = serde_json::from_str(line).unwrap();
        value["doc"].as_str().unwrap().to_owned()
    };
    jsonl.lines().map(name).collect()
}
