//! `onrecord who` of a page: its two forms, and that its JSON agrees with that of `onrecord read`.

use onrecord_engine::json::{Document, Who};

use super::{Folder, SPOKEN, code, err, out, run};

const FOLLOWED: &str = "Foreign Minister Ingrid Halvorsen came to Torvik on Thursday.\n\n\
    “We handed over a list of forty-one names,” Halvorsen said. She said that she expected an answer.\n";

#[test]
fn the_json_leads_from_each_source_to_its_actor() {
    let folder = Folder::new(&[("spoken.txt", SPOKEN), ("followed.txt", FOLLOWED)]);
    for unit in ["char", "byte", "utf16"] {
        let who = run(&folder, &format!("who . --each --offsets {unit}"));
        let read = run(&folder, &format!("read . --offsets {unit}"));
        assert_eq!((code(&who), err(&who)), (0, ""));
        assert_eq!(out(&who).lines().count(), 2);
        for (who, read) in out(&who).lines().zip(out(&read).lines()) {
            let parsed: Who = serde_json::from_str(who).unwrap();
            assert_eq!(serde_json::to_string(&parsed).unwrap(), who, "keys in their order");
            let document: Document = serde_json::from_str(read).unwrap();
            assert_eq!(parsed.actors.len(), document.actors.len());
            for (a, b) in parsed.statements.iter().zip(&document.statements) {
                let spans: Vec<_> = a.source.iter().map(|mention| mention.span).collect();
                assert_eq!((&a.id, &spans), (&b.id, &b.source));
                let actors: Vec<&String> = a.resolution.iter().map(|of| &of.actor).collect();
                assert_eq!(actors, b.actors.iter().collect::<Vec<_>>());
                assert!(a.resolution.iter().all(|of| !of.why.is_empty()));
            }
        }
    }
}

#[test]
fn the_report_tells_who_she_is() {
    let output = run(&Folder::new(&[("followed.txt", FOLLOWED)]), "who followed.txt -f report");
    let words: Vec<&str> = out(&output).split_whitespace().collect();
    let chain = "“She” (pronoun, paragraph 2) → “Halvorsen” (part of the name, paragraph 2) →";
    assert!(words.join(" ").contains(chain), "{}", out(&output));
}

#[test]
fn the_form_follows_the_option_then_the_ending_then_the_stream() {
    let folder = Folder::new(&[("spoken.txt", SPOKEN)]);
    for (arguments, file, start) in [
        ("who spoken.txt", "", "{\"onrecord\":1,"),
        ("who spoken.txt -f report", "", "spoken.txt\n"),
        ("who spoken.txt -o who.txt", "who.txt", "spoken.txt\n"),
        ("who spoken.txt -o who.csv", "who.csv", "{\"onrecord\":1,"),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(code(&output), 0, "{arguments}: {}", err(&output));
        let written = if file.is_empty() { out(&output).to_owned() } else { folder.read(file) };
        assert!(written.starts_with(start), "{arguments}: {written}");
    }
}
