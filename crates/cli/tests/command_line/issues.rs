//! `onrecord issues`: codebooks checked, converted and edited, with records that follow.

use super::{Folder, code, err, fixture, out, run};

const ISSUES: &str = "\
[[issue]]
id = \"sanctions\"
label = \"Sanctions\"
proposition = \"Sanctions should stay\"

[[issue]]
id = \"gas-transit\"
label = \"Gas transit\"
keywords = [\"pipeline*\"]
";

fn folder() -> Folder {
    let line = serde_json::to_string(&fixture::spar("a.txt", "2021-02-11")).unwrap();
    let other = fixture::Draft::new("b.txt", None, "Rain.").said(0, "Rain.", &[("rain", None)]).done();
    let lines = format!("{line}\n\n{}\n", serde_json::to_string(&other).unwrap());
    let damaged = line.replacen("will stay", "will go", 1);
    Folder::new(&[
        ("issues.toml", ISSUES),
        ("bad.csv", "id,label,parent\na,A,b\nA,A,\n"),
        ("news/2021.jsonl", &lines),
        ("damaged.jsonl", &format!("{line}\n{damaged}\n")),
    ])
}

#[test]
fn exit_codes_and_messages() {
    let folder = folder();
    let edit = "--codebook issues.toml -o out";
    for (arguments, expected, message) in [
        ("issues check issues.toml", 0, ""),
        (
            "issues check issues.toml bad.csv missing.toml",
            2,
            "onrecord: bad.csv: line 2: there is no issue \"b\" to be the parent of \"a\"; correct it, or add it\n\
             onrecord: bad.csv: line 3: \"A\" is no id: it is written in lower case with hyphens between words; write \"a\"\n\
             onrecord: missing.toml: there is no such file; check the name\n",
        ),
        (
            "issues convert bad.csv good.toml",
            2,
            "onrecord: bad.csv: line 2: there is no issue \"b\" to be the parent of \"a\"; correct it, or add it \
             (and 1 more; `onrecord issues check` lists them)\n",
        ),
        (
            "issues convert issues.toml issues.xls",
            2,
            "onrecord: issues.xls: its ending tells no format of codebooks; name it .toml, .csv or .qdc\n",
        ),
        (
            "issues convert issues.toml ./issues.toml",
            2,
            "onrecord: ./issues.toml is the codebook to be read; write the other one elsewhere\n",
        ),
        (
            &format!("issues merge --from gas --into sanctions {edit}"),
            2,
            "onrecord: issues.toml: there is no issue \"gas\" in the codebook; perhaps \"gas-transit\" is meant\n",
        ),
        (
            "issues rename --issue sanctions --label S --codebook issues.toml -o .",
            2,
            "onrecord: ./issues.toml is a file to be read; name another directory with -o\n",
        ),
        (
            &format!("issues rename --issue sanctions --label S {edit} damaged.jsonl"),
            2,
            "onrecord: damaged.jsonl: line 2: the text was changed: its SHA-256 is \
             9a46e593f761d809a3a171edc316746ea48f2143336d7156871639990aa3dc2a, not \
             b089f363b72b9b25d63c02720545aeca434f7525902e4169d22ec23a55c7604f; read the page again\n",
        ),
        (
            &format!("issues rename --issue sanctions --label S {edit} missing.jsonl"),
            2,
            "onrecord: missing.jsonl: there is no such file; check the name\n",
        ),
    ] {
        let output = run(&folder, arguments);
        assert_eq!((code(&output), err(&output)), (expected, message), "onrecord {arguments}");
    }
    for arguments in ["issues", "issues merge", "issues merge --from a --into b --codebook issues.toml"] {
        assert_eq!(code(&run(&folder, arguments)), 2, "{arguments}");
    }
    assert_eq!(out(&run(&folder, "issues check issues.toml")), "issues.toml: 2 issues\n");
    assert_eq!(
        folder.files(),
        ["bad.csv", "damaged.jsonl", "issues.toml", "news/2021.jsonl"],
        "nothing half done"
    );
}

#[test]
fn a_codebook_goes_through_all_formats_and_back() {
    let folder = folder();
    for (from, to) in [("issues.toml", "a.csv"), ("a.csv", "b.qdc"), ("b.qdc", "c.toml")] {
        let output = run(&folder, &format!("issues convert {from} {to}"));
        assert_eq!((code(&output), err(&output)), (0, ""));
    }
    assert_eq!(folder.read("c.toml"), ISSUES);
}

#[test]
fn records_follow_the_codebook() {
    let folder = folder();
    let before = folder.read("news/2021.jsonl");
    for (arguments, told, in_codebook, in_records) in [
        (
            "merge --from gas-transit --into sanctions",
            "2 statements changed in 1 document",
            "keywords = [\"Gas transit\", \"pipeline*\"]",
            "\"differences\":[{\"issue\":\"sanctions\",\"between\":[\"a1\",\"a2\"]",
        ),
        (
            "rename --issue sanctions --label Measures --id measures",
            "3 statements changed in 1 document",
            "label = \"Measures\"",
            "{\"id\":\"measures\",\"label\":\"Measures\",\"proposition\":\"Sanctions should stay\"",
        ),
        (
            "split --issue gas-transit --into Pipes=pipelines",
            "1 statement changed in 1 document",
            "parent = \"gas-transit\"",
            "\"issue\":\"pipes\",\"actor\":\"a2\",\"stance\":null",
        ),
    ] {
        let shared = "--codebook issues.toml news/2021.jsonl -o out";
        let dry = run(&folder, &format!("issues {arguments} {shared} --dry-run"));
        assert_eq!((code(&dry), folder.files().iter().any(|file| file.starts_with("out"))), (0, false));
        let output = run(&folder, &format!("issues {arguments} {shared}"));
        assert_eq!((code(&output), out(&output)), (0, ""), "{}", err(&output));
        assert_eq!(err(&output), format!("onrecord: news/2021.jsonl: {told}\n"));
        assert_eq!(err(&dry), err(&output));
        let (codebook, records) = (folder.read("out/issues.toml"), folder.read("out/2021.jsonl"));
        assert!(codebook.contains(in_codebook), "{codebook}");
        assert!(records.contains(in_records), "{records}");
        // What has nothing to do with it is as it was, to the letter.
        assert_eq!(records.lines().last(), before.lines().last());
        assert_eq!(records.lines().count(), 3);
        assert!(
            records
                .lines()
                .filter(|line| !line.is_empty())
                .all(|line| onrecord_engine::json::load(line).is_ok())
        );
        std::fs::remove_dir_all(folder.path().join("out")).unwrap();
    }
    assert_eq!(folder.read("news/2021.jsonl"), before);
}

#[test]
fn propositions_that_differ_are_told() {
    let other = "[[issue]]\nlabel = \"Embargo\"\nproposition = \"The embargo should end\"\n";
    let folder = Folder::new(&[("issues.toml", &format!("{ISSUES}\n{other}"))]);
    let merge = |how: &str| {
        run(&folder, &format!("issues merge {how} embargo --into sanctions --codebook issues.toml --dry-run"))
    };
    assert_eq!(
        err(&merge("--from")),
        "onrecord: stances toward “The embargo should end” now count as toward “Sanctions should stay”; if it says the \
         opposite, use --reversed embargo\n"
    );
    assert_eq!(err(&merge("--reversed")), "");
}

#[test]
fn a_proposed_codebook_can_be_used_as_it_is() {
    let folder = folder();
    let shown = run(&folder, "issues suggest news -f report");
    assert_eq!(
        out(&shown),
        "sanctions\n  3 statements · 2 actors · 1 article · 11 February 2021\n    \
         “The sanctions will stay,”\n      Ingrid Halvorsen · a.txt · 11 February 2021\n    \
         “The sanctions are a crime,”\n      Oleh Marchenko · a.txt · 11 February 2021\n    \
         of gas transit and of pipelines\n      Oleh Marchenko · a.txt · 11 February 2021\n\n\
         gas transit\n  2 statements · 2 actors · 1 article · 11 February 2021\n    \
         of gas transit and of pipelines\n      Oleh Marchenko · a.txt · 11 February 2021\n    \
         gas transit had to go on\n      Ingrid Halvorsen · a.txt · 11 February 2021\n"
    );
    for (options, issues) in [("", 2), ("-n 1", 1), ("--min-statements 1", 3)] {
        for file in ["new.toml", "new.csv", "new.qdc"] {
            let made = run(&folder, &format!("issues suggest news {options} -o {file}"));
            assert_eq!((code(&made), err(&made)), (0, ""));
            let checked = run(&folder, &format!("issues check {file}"));
            let plural = if issues == 1 { "" } else { "s" };
            assert_eq!(out(&checked), format!("{file}: {issues} issue{plural}\n"), "{}", err(&checked));
        }
    }
    assert_eq!(out(&run(&folder, "issues suggest news -f jsonl")).lines().count(), 2);
    assert_eq!(code(&run(&folder, "issues suggest news --min-statements 9")), 1);
    assert_eq!(code(&run(&folder, "issues suggest damaged.jsonl")), 2);
    let over = run(&folder, "issues suggest news/2021.jsonl -o news/2021.jsonl");
    assert_eq!(code(&over), 2);
}
