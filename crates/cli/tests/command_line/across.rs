//! `onrecord who` of several articles: who is who across them, from pages and from what was read of them before.

use std::fs;

use onrecord_engine::json::actors::{ActorAcross, ActorsLine, Proposal, Verdict};
use onrecord_engine::json::{Document, Who};
use serde_json::Value;

use super::schema_check::validate;
use super::{Folder, SPOKEN, code, err, out, run, run_with};

/// A mayor under two names, and a namesake elsewhere.
const MONDAY: &str = "TORVIK — Torvik Mayor Robert Quillfeather came to the harbour on Monday.\n\n\
    “We will build the bridge,” Quillfeather said. He said that the money was there.\n";
const TUESDAY: &str = "TORVIK — “The bridge will cost more,” Robert Quillfeather said on Tuesday.\n";
const ELSEWHERE: &str = "LYSK — “We do not want a bridge,” said Bob Quillfeather, a teacher.\n";

fn folder() -> Folder {
    Folder::new(&[("monday.txt", MONDAY), ("tuesday.txt", TUESDAY), ("wednesday.txt", ELSEWHERE)])
}

fn lines(output: &str) -> (Vec<ActorAcross>, Vec<Proposal>) {
    let (mut actors, mut proposals) = (Vec::new(), Vec::new());
    for line in output.lines() {
        match serde_json::from_str(line).unwrap() {
            ActorsLine::Actor(actor) => actors.push(*actor),
            ActorsLine::Proposal(proposal) => proposals.push(proposal),
        }
    }
    (actors, proposals)
}

#[test]
fn one_actor_of_many_articles_and_what_is_left_to_decide() {
    let folder = folder();
    let output = run(&folder, "who .");
    assert_eq!((code(&output), err(&output)), (0, ""));
    let (actors, proposals) = lines(out(&output));
    let names: Vec<(&str, usize)> =
        actors.iter().map(|actor| (actor.name.as_str(), actor.articles.len())).collect();
    assert_eq!(names, [("Robert Quillfeather", 2), ("Bob Quillfeather", 1)]);
    assert_eq!(actors[0].statements, 3);
    let alias = &actors[0].aliases[0];
    assert_eq!(
        (alias.name.as_str(), alias.docs.as_slice()),
        ("Quillfeather", &["monday.txt".to_owned()][..])
    );
    assert_eq!(proposals.len(), 1, "{proposals:?}");
    assert!(proposals[0].confidence < 0.9 && !proposals[0].reasons.is_empty());
}

#[test]
fn the_lines_fit_the_schema_that_is_printed() {
    let folder = folder();
    for (schema, arguments) in [
        ("actors", "who ."),
        ("actors", "who . --merge-above 0.1"),
        ("who", "who . --each"),
        ("article", "read ."),
    ] {
        let schema: Value = serde_json::from_str(out(&run(&folder, &format!("schema {schema}")))).unwrap();
        let output = run(&folder, arguments);
        assert!(!out(&output).is_empty(), "{arguments}");
        for line in out(&output).lines() {
            let value: Value = serde_json::from_str(line).unwrap();
            assert_eq!(validate(&schema, &value), Vec::<String>::new(), "{line}");
        }
    }
    assert_eq!(out(&run(&folder, "schema")), out(&run(&folder, "schema article")));
    let one = run(&folder, "who monday.txt");
    let written: Who = serde_json::from_str(out(&one)).unwrap();
    assert_eq!(serde_json::to_string(&written).unwrap() + "\n", out(&one), "keys in their order");
}

#[test]
fn neither_the_order_nor_a_detour_over_jsonl_changes_anything() {
    let folder = folder();
    let expected = out(&run(&folder, "who monday.txt tuesday.txt wednesday.txt")).to_owned();
    let other = run(&folder, "who wednesday.txt monday.txt tuesday.txt");
    assert_eq!(out(&other), expected);
    for unit in ["char", "byte", "utf16"] {
        run(&folder, &format!("read tuesday.txt wednesday.txt monday.txt --offsets {unit} -o {unit}.jsonl"));
        let output = run(&folder, &format!("who {unit}.jsonl"));
        assert_eq!((code(&output), err(&output), out(&output)), (0, "", expected.as_str()));
    }
    let written = folder.read("char.jsonl");
    assert_eq!(out(&run_with(&folder, "who -", &written)), expected, "from standard input");
    run(&folder, "read tuesday.txt -o one.jsonl");
    let output = run(&folder, "who wednesday.txt one.jsonl monday.txt");
    assert_eq!(out(&output), expected, "pages and what was read of others together");
}

#[test]
fn what_was_changed_since_is_refused_and_the_rest_is_taken() {
    let folder = folder();
    run(&folder, "read monday.txt tuesday.txt -o all.jsonl");
    let good = folder.read("all.jsonl");
    let changed = good.replacen("the money was there", "the money was gone", 1);
    fs::write(folder.path().join("all.jsonl"), &changed).unwrap();
    let output = run(&folder, "who all.jsonl");
    assert_eq!(code(&output), 2);
    assert!(
        err(&output).starts_with("onrecord: all.jsonl: line 1: the text was changed"),
        "{}",
        err(&output)
    );
    assert_eq!(lines(out(&output)).0.len(), 1);
    for (file, says) in
        [("missing.jsonl", "there is no such file"), ("who.jsonl", "line 1: this is no line that")]
    {
        run(&folder, "who monday.txt -o who.jsonl");
        let output = run(&folder, &format!("who {file}"));
        assert_eq!(code(&output), 2);
        assert!(err(&output).contains(says), "{}", err(&output));
    }
}

#[test]
fn the_user_decides() {
    let folder = folder();
    fs::write(
        folder.path().join("decided.toml"),
        "[[same]]\nnames = [\"Bob Quillfeather\", \"Robert Quillfeather\"]\n",
    )
    .unwrap();
    let output = run(&folder, "who . --same-actors decided.toml");
    let (actors, proposals) = lines(out(&output));
    assert_eq!((actors.len(), proposals.len()), (1, 0), "{}", err(&output));
    assert_eq!(actors[0].joined[0].reasons[0].code, "decided");
    let (actors, _) = lines(out(&run(&folder, "who . --merge-above 0.5")));
    assert_eq!(actors.len(), 1, "what is proposed is made");
    let (actors, proposals) = lines(out(&run(&folder, "who . --merge-above 1")));
    assert_eq!(actors.len(), 3);
    assert!(proposals.iter().all(|proposal| proposal.verdict == Verdict::Same));
    fs::write(folder.path().join("decided.toml"), "[[same]]\nnames = [\"Ann Lee\", \"Bo Ek\"]\n").unwrap();
    let output = run(&folder, "who . --same-actors decided.toml");
    assert_eq!(code(&output), 0);
    assert!(err(&output).contains("your decisions name Ann Lee, whom no article has"), "{}", err(&output));
    assert_eq!(err(&run(&folder, "who . -q --same-actors decided.toml")), "");
}

#[test]
fn mistakes_say_what_to_do() {
    let folder = folder();
    fs::write(folder.path().join("bad.toml"), "[[same]]\nnames = [\"Ann Lee\"]\n").unwrap();
    run(&folder, "read monday.txt -o read.jsonl");
    for (arguments, says) in [
        ("who . --same-actors bad.toml", "bad.toml: [[same]] no. 1 names fewer than two"),
        ("who . --same-actors none.toml", "none.toml: there is no such file"),
        ("who . --merge-above 2", "give a number from 0 to 1"),
        ("who . --each --merge-above 0.5", "cannot be used with"),
        ("who read.jsonl --each", "--each needs pages"),
        ("who read.jsonl -o read.jsonl", "write the results elsewhere"),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(code(&output), 2, "{arguments}");
        assert!(err(&output).contains(says), "{arguments}: {}", err(&output));
    }
}

#[test]
fn the_report_tells_names_places_and_reasons() {
    let output = run(&folder(), "who . -f report");
    let words = out(&output).split_whitespace().collect::<Vec<_>>().join(" ");
    for part in [
        "Robert Quillfeather n",
        "· person · 3 statements in 2 articles",
        "In monday.txt, tuesday.txt.",
        "Also “Quillfeather” (monday.txt).",
        "May be the same",
        "differ by a short form of the given name",
        "2 speakers with a name in 3 articles.",
    ] {
        assert!(words.contains(part), "{part}\n{}", out(&output));
    }
}

#[test]
fn roles_and_known_names_are_in_the_json_of_read() {
    let folder = Folder::new(&[("spoken.txt", SPOKEN)]);
    let document: Document = serde_json::from_str(out(&run(&folder, "read spoken.txt"))).unwrap();
    let roles: Vec<Option<&str>> = document.actors.iter().map(|actor| actor.role.as_deref()).collect();
    assert_eq!(roles, [None, Some("foreign minister")]);
}
