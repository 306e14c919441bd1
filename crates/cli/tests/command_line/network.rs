//! `onrecord network` and `onrecord events`: modes, forms, and what does not go together.

use expect_test::expect;

use super::{Folder, code, err, fixture, out, run};

fn folder() -> Folder {
    let line = |doc: &str, published: &str| serde_json::to_string(&fixture::spar(doc, published)).unwrap();
    Folder::new(&[
        (
            "2021.jsonl",
            &format!("{}\n{}\n", line("a.html", "2021-02-11"), line("b.html", "2021-03-01T08:00:00Z")),
        ),
        (
            "silent.jsonl",
            &serde_json::to_string(&fixture::Draft::new("c.txt", None, "Rain.").done()).unwrap(),
        ),
    ])
}

#[test]
fn modes_and_what_does_not_go_together() {
    let folder = folder();
    for (options, expected, message) in [
        ("", 0, ""),
        ("--mode one --qualifier conflict", 0, ""),
        // Nobody is on the same side.
        ("--mode one", 1, ""),
        ("--mode one --qualifier ignore --include neutral,unclear", 0, ""),
        (
            "--mode one --qualifier combine",
            2,
            "onrecord: --qualifier combine is for two-mode networks; take --mode two\n",
        ),
        (
            "--qualifier conflict",
            2,
            "onrecord: --qualifier congruence and conflict are for one-mode networks; take --mode one\n",
        ),
        (
            "--normalise jaccard",
            2,
            "onrecord: two-mode networks are normalised by activity or prominence; take one of these, or --mode one\n",
        ),
        (
            "--mode one --normalise activity",
            2,
            "onrecord: one-mode networks are normalised by average, jaccard or cosine; take one of these, or --mode two\n",
        ),
        (
            "--qualifier combine --normalise activity",
            2,
            "onrecord: codes of combined stances cannot be normalised; take --qualifier subtract or ignore, or \
             --normalise none\n",
        ),
        (
            "--include unclear",
            2,
            "onrecord: an unclear stance has no value; take --qualifier ignore with --include unclear\n",
        ),
        (
            "silent.jsonl --from 2022",
            1,
            "onrecord: 1 without a date of publication left out, as --from and --to ask for one\n",
        ),
    ] {
        let output = run(&folder, &format!("network 2021.jsonl {options}"));
        assert_eq!((code(&output), err(&output)), (expected, message), "{options}");
    }
}

#[test]
fn the_matrix_counts_utterances_or_carriers() {
    let folder = folder();
    let matrix = |options: &str| out(&run(&folder, &format!("network 2021.jsonl {options}"))).to_owned();
    expect![[r#"
        ,sanctions,gas transit
        Ingrid Halvorsen,1,1
        Oleh Marchenko,-1,0
    "#]]
    .assert_eq(&matrix("--mode two"));
    expect![[r#"
        ,sanctions,gas transit
        Ingrid Halvorsen,2,2
        Oleh Marchenko,-2,0
    "#]]
    .assert_eq(&matrix("--mode two --carriers"));
    assert_eq!(matrix("--carriers --duplicates acrossrange"), matrix(""));
    assert_eq!(matrix("--carriers --duplicates month"), matrix("--carriers"));
    expect![[r#"
        ,Ingrid Halvorsen,Oleh Marchenko
        Ingrid Halvorsen,0,-0.666667
        Oleh Marchenko,-0.666667,0
    "#]]
    .assert_eq(&matrix("--mode one --qualifier subtract --normalise average"));
    expect![[r#"
        Ingrid Halvorsen
               1  sanctions
               1  gas transit
        Oleh Marchenko
              -1  sanctions
    "#]]
    .assert_eq(&matrix("-f table"));
}

#[test]
fn the_ending_tells_the_form() {
    let folder = folder();
    for (file, start) in [
        ("n.graphml", "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<graphml "),
        ("n.csv", ",sanctions,gas transit\n"),
        ("n.txt", "Ingrid Halvorsen\n"),
    ] {
        let output = run(&folder, &format!("network 2021.jsonl -o {file}"));
        assert_eq!((code(&output), out(&output)), (0, ""), "{}", err(&output));
        assert!(folder.read(file).starts_with(start), "{}", folder.read(file));
    }
}

#[test]
fn events_are_those_of_dna() {
    let folder = folder();
    expect![[r#"
        statement_id;time;person;organization;concept;agreement;start_position;stop_position;text;coder;document_id;document_title;document_author;document_source;document_section;document_type
        28639e8e09d3;2021-02-11;Ingrid Halvorsen;;sanctions;1;45;71;“The sanctions will stay,”;onrecord;a.html;;;;;
        1d80beb5ffac;2021-02-11;Ingrid Halvorsen;;gas transit;1;110;134;gas transit had to go on;onrecord;a.html;;;;;
        2d33c117f742;2021-02-11;Oleh Marchenko;;sanctions;0;137;165;“The sanctions are a crime,”;onrecord;a.html;;;;;
    "#]].assert_eq(out(&run(&folder, "events 2021.jsonl --to 2021-02")));
    assert_eq!(out(&run(&folder, "events 2021.jsonl")).lines().count(), 1 + 2 * 3);
    assert_eq!(code(&run(&folder, "events silent.jsonl")), 1);
}
