//! Codebooks in our own formats: what is read, what is refused, and that nothing is lost on the way.

use expect_test::{Expect, expect};
use proptest::prelude::*;

use super::*;

const ISSUES: &str = "\
[[issue]]
id = \"energy\"
label = \"Energy\"

[[issue]]
id = \"gas-transit\"
label = \"Gas transit\"
description = \"Pipelines, and the fees.\"
proposition = \"The transit of gas should go on\"
keywords = [\"pipeline\", \"transit fee*\"]
parent = \"energy\"
";

/// The codebook as TOML, or every mistake.
#[track_caller]
fn check(format: CodebookFormat, text: &str, expected: Expect) {
    let shown = match Codebook::parse(format, text) {
        Ok(parsed) => {
            let notes: String = parsed.passed_over.iter().map(|note| format!("{note}\n")).collect();
            parsed.codebook.write(CodebookFormat::Toml) + &notes
        }
        Err(CodebookError::Malformed(mistakes)) => {
            mistakes.iter().map(|mistake| format!("{mistake}\n")).collect()
        }
        Err(error) => format!("{error}\n"),
    };
    expected.assert_eq(&shown);
}

#[test]
fn what_is_written_is_what_was_read() {
    let codebook = Codebook::parse(CodebookFormat::Toml, ISSUES).unwrap().codebook;
    assert_eq!(codebook.write(CodebookFormat::Toml), ISSUES);
    expect![[r#"
        id,label,description,proposition,keywords,parent
        energy,Energy,,,,
        gas-transit,Gas transit,"Pipelines, and the fees.",The transit of gas should go on,pipeline; transit fee*,energy
    "#]].assert_eq(&codebook.write(CodebookFormat::Csv));
}

#[test]
fn a_missing_id_is_made_from_the_label() {
    check(
        CodebookFormat::Toml,
        "[[issue]]\nlabel = \" People’s  vote \"\nkeywords = [\"\", \"vote\", \"vote\"]",
        expect![[r#"
            [[issue]]
            id = "peoples-vote"
            label = "People’s vote"
            keywords = ["vote"]
        "#]],
    );
    check(
        CodebookFormat::Csv,
        "Label;Notes\nGas transit;x\n",
        expect![[r#"
        [[issue]]
        id = "gas-transit"
        label = "Gas transit"
        line 1: the column "notes" is none of ours; it is passed over
    "#]],
    );
}

#[test]
fn every_mistake_is_told_with_its_line() {
    check(
        CodebookFormat::Toml,
        "[[issue]]\nlabel = \"A\"\n[[issue]]\nlabel = \"a\"\n[[issue]]\nid = \"Gas Transit\"\nlabel = \"Gas\"\n\
         [[issue]]\nid = \"x\"\n[[issue]]\nlabel = \"—\"\n[[issue]]\nlabel = \"B\"\nparent = \"b2\"\nkeywords = [\"c;d\"]\n\
         [[issue]]\nlabel = \"Bell\\u0007\"\n",
        expect![[r#"
            line 3: the id "a" is that of "A" in line 1, too; give one of them another id, or make them one
            line 5: "Gas Transit" is no id: it is written in lower case with hyphens between words; write "gas-transit"
            line 8: an issue without a label; give it one
            line 10: no id can be made from "—"; give it one, such as id = "gas-transit"
            line 12: the keyword "c;d" holds a semicolon, which parts keywords; make it two
            line 12: there is no issue "b2" to be the parent of "b"; correct it, or add it
            line 16: "bell" holds a control character, which not every format can keep; delete it
        "#]],
    );
    check(
        CodebookFormat::Csv,
        "label,parent\nA,b\nB,c\nC,b\nD,d\nE,\n",
        expect![[r#"
            line 3: "b" is its own ancestor by way of "c"; take the parent from one of them
            line 4: "c" is its own ancestor by way of "b"; take the parent from one of them
            line 5: "d" is its own ancestor by way of "d"; take the parent from one of them
        "#]],
    );
    let chain: String = (0..40).map(|n| format!("a{},a{n}\n", n + 1)).collect();
    check(
        CodebookFormat::Csv,
        &format!("label,parent\na0,\n{chain}"),
        expect![[r#"
        line 35: "a33" lies more than 32 levels deep; give it a broader parent
        line 36: "a34" lies more than 32 levels deep; give it a broader parent
        line 37: "a35" lies more than 32 levels deep; give it a broader parent
        line 38: "a36" lies more than 32 levels deep; give it a broader parent
        line 39: "a37" lies more than 32 levels deep; give it a broader parent
        line 40: "a38" lies more than 32 levels deep; give it a broader parent
        line 41: "a39" lies more than 32 levels deep; give it a broader parent
        line 42: "a40" lies more than 32 levels deep; give it a broader parent
    "#]],
    );
}

#[test]
fn what_does_not_keep_to_its_format_is_refused() {
    check(
        CodebookFormat::Toml,
        "[[issue]]\nlabel = \"A\"\ncolour = \"red\"\n",
        expect![[r#"
        line 3: unknown field `colour`, expected one of `id`, `label`, `description`, `proposition`, `keywords`, `parent`; correct it
    "#]],
    );
    check(
        CodebookFormat::Toml,
        "[[issue]]\nlabel = \n",
        expect![[r#"
        line 2: string values must be quoted, expected literal string; correct it
    "#]],
    );
    check(
        CodebookFormat::Toml,
        "",
        expect![[r#"
        it holds no issue; write [[issue]] and below it label = "…"
    "#]],
    );
    check(
        CodebookFormat::Csv,
        "id,label\na,b,c\n",
        expect![[r#"
        line 2: 3 values for 2 columns; put a value with a comma in quotation marks
    "#]],
    );
    check(
        CodebookFormat::Csv,
        "id,name\na,b\n",
        expect![[r#"
        line 1: there is no column "label"; name the columns in the first line
    "#]],
    );
    check(
        CodebookFormat::Csv,
        "label\n",
        expect![[r#"
        it holds no issue; write a line for each issue below the names of the columns
    "#]],
    );
}

#[test]
fn no_cell_of_a_table_is_a_formula() {
    let entry = |label: &str| Entry { id: "a".to_owned(), label: label.to_owned(), ..Entry::default() };
    for (label, cell) in [("=1+1", "'=1+1"), ("'=1", "''=1"), ("'tis", "'tis"), ("-", "'-"), ("a=1", "a=1")] {
        let codebook = Codebook::new(vec![entry(label)]).unwrap();
        let table = codebook.write(CodebookFormat::Csv);
        assert!(table.contains(&format!("\na,{cell},,")), "{table}");
        assert_eq!(Codebook::parse(CodebookFormat::Csv, &table).unwrap().codebook, codebook);
    }
}

/// Texts with all that might trip a format.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        Just("\n"),
        Just(" "),
        Just("\t"),
        Just("\""),
        Just("'"),
        Just("=1"),
        Just(","),
        Just("<b>"),
        Just("&amp;"),
        Just("]]>"),
        Just("\\"),
        Just("\"\"\""),
        Just("[onrecord]\n"),
        Just("id: x\n"),
        Just("keywords: y\n"),
        Just("😀"),
        Just("é"),
        Just("\r\n"),
        Just("\u{feff}"),
        Just("word"),
        Just("\u{85}"),
        Just("\u{2028}"),
    ];
    prop::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

fn entries() -> impl Strategy<Value = Vec<Entry>> {
    let keywords = prop::collection::vec(text().prop_map(|text| text.replace(';', "")), 0..3);
    let entry = (text(), text(), text(), keywords, prop::option::of(0..5_usize), any::<bool>());
    prop::collection::vec(entry, 1..6).prop_map(|all| {
        let made = all.into_iter().enumerate().map(
            |(n, (label, description, proposition, keywords, parent, own))| Entry {
                // An id that the label suggests, or another.
                id: if own { format!("i{n}") } else { String::new() },
                label: format!("{label} {n}"),
                description: Some(description),
                proposition: Some(proposition),
                keywords,
                parent: parent.filter(|parent| *parent < n && own).map(|_| "i0".to_owned()),
            },
        );
        made.collect()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]
    #[test]
    fn no_format_loses_anything(entries in entries()) {
        // Some of them do not fit together; those that do must come back.
        if let Ok(codebook) = Codebook::new(entries) {
            for format in [CodebookFormat::Toml, CodebookFormat::Csv, CodebookFormat::Qdc] {
                let text = codebook.write(format);
                let mut again = Codebook::parse(format, &text).unwrap().codebook.entries;
                let mut entries = codebook.entries.clone();
                if format == CodebookFormat::Qdc {
                    // The order is that of the tree there.
                    again.sort_by(|a, b| a.id.cmp(&b.id));
                    entries.sort_by(|a, b| a.id.cmp(&b.id));
                }
                prop_assert_eq!(again, entries, "{:?}: {}", format, text);
            }
        }
    }
}
