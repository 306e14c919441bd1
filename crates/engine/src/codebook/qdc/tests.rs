//! REFI-QDA codebooks as we write them, and as other programs do.

use expect_test::{Expect, expect};

use super::*;
use crate::codebook::{Codebook, CodebookFormat, Entry};

/// What is read from the codes of a file: each issue on a line, then what was passed over, or the error.
#[track_caller]
fn check(file: &str, expected: Expect) {
    let shown = match Codebook::parse(CodebookFormat::Qdc, file) {
        Ok(parsed) => {
            let entry = |e: &Entry| {
                let Entry { id, label, description, proposition, keywords, parent } = e;
                format!("{id} | {label} | {description:?} | {proposition:?} | {keywords:?} | {parent:?}\n")
            };
            let notes = parsed.passed_over.iter().map(|note| format!("{note}\n"));
            parsed.codebook.entries().iter().map(entry).chain(notes).collect()
        }
        Err(error) => format!("{error}\n"),
    };
    expected.assert_eq(&shown);
}

#[test]
fn a_file_of_ours() {
    let codebook = Codebook::new(vec![
        Entry { label: "Energy <& \"trade\">".to_owned(), ..Entry::default() },
        Entry {
            id: "gas".to_owned(),
            label: "Gas transit".to_owned(),
            description: Some("Pipelines,\nand fees.".to_owned()),
            proposition: Some("The transit of gas should go on".to_owned()),
            keywords: vec!["pipeline".to_owned(), "transit fee".to_owned()],
            parent: Some("energy-trade".to_owned()),
        },
    ])
    .unwrap();
    expect![[r##"
        <?xml version="1.0" encoding="utf-8"?>
        <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="OnRecord">
          <Codes>
            <Code guid="c13d0846-c24c-8e05-a205-48a152a2adc3" name="Energy &lt;&amp; &quot;trade&quot;&gt;" isCodable="true" color="#009E73">
              <Code guid="48596b95-ba53-8d43-b550-91b12936fb50" name="Gas transit" isCodable="true" color="#56B4E9">
                <Description>Pipelines,
        and fees.

        [onrecord]
        id: gas
        proposition: The transit of gas should go on
        keywords: pipeline; transit fee</Description>
              </Code>
            </Code>
          </Codes>
        </CodeBook>
    "##]].assert_eq(&write(&codebook));
    assert_eq!(Codebook::parse(CodebookFormat::Qdc, &write(&codebook)).unwrap().codebook, codebook);
}

#[test]
fn a_file_of_another_program() {
    check(
        "\u{feff}<?xml version=\"1.0\" encoding=\"utf-8\"?>\n\
         <q:CodeBook xmlns:q=\"urn:QDA-XML:codebook:1.0\" origin=\"Other 2.1\">\n\
         <q:Codes>\n\
         <q:Code guid=\"{6CA6A5C0-0000-0000-0000-000000000001}\" name=\"Économie &amp; emploi\" isCodable=\"false\" color=\"#ff0000\">\n\
         <q:Description>Tout ce qui<![CDATA[ <touche> ]]>l&#39;emploi.&#10;Sauf &quot;rien&quot;.</q:Description>\n\
         <q:NoteRef targetGUID=\"x\"/>\n\
         <q:Code guid=\"2\" name=\"Other\" isCodable=\"true\"/>\n\
         </q:Code>\n\
         <!-- <Code name=\"not this\"/> -->\n\
         <q:Code guid=\"3\" name=\"Trade\" isCodable=\"true\"><q:Code guid=\"4\" name=\"Other\" isCodable=\"true\"/></q:Code>\n\
         </q:Codes>\n\
         <q:Sets><q:Set guid=\"5\" name=\"Mine\"><q:Description>no code's</q:Description><q:MemberCode guid=\"2\"/></q:Set></q:Sets>\n\
         </q:CodeBook>\n",
        expect![[r#"
            economie-emploi | Économie & emploi | Some("Tout ce qui <touche> l'emploi.\nSauf \"rien\".") | None | [] | None
            other | Other | None | None | [] | Some("economie-emploi")
            trade | Trade | None | None | [] | None
            trade-other | Other | None | None | [] | Some("trade")
            line 4: there is no place for isCodable="false": 1 passed over
            line 12: there is no place for sets of codes: 1 passed over
        "#]],
    );
}

#[test]
fn what_is_no_codebook_is_told_with_its_line() {
    check(
        "<CodeBook>\n<Codes>\n</Codes></CodeBook>",
        expect![[r#"
        it holds no issue; it needs <Codes> with a <Code> for each issue
    "#]],
    );
    check(
        "<Project>\n</Project>",
        expect![[r#"
        line 1: <Project> is no REFI-QDA codebook; export the codebook alone, as .qdc
    "#]],
    );
    check(
        "<CodeBook>\n<Codes><Code name=\"a\">\n</Codes></CodeBook>",
        expect![[r#"
        line 3: ill-formed document: expected `</Code>`, but `</Codes>` was found; correct it, or export the codebook again
    "#]],
    );
    check(
        "<CodeBook>\n<Codes><Code name=\"a\">\n",
        expect![[r#"
        line 3: the file ends within <Code>; export the codebook again
    "#]],
    );
    check(
        "<CodeBook>\n<Codes><Code guid=\"a\"/></Codes></CodeBook>",
        expect![[r#"
        line 2: an issue without a label; give it one
    "#]],
    );
    check(
        "<CodeBook>\n<Codes><Code name=\"a\"/>\n<Code name=\"A\"/></Codes></CodeBook>",
        expect![[r#"
        line 3: the id "a" is that of "a" in line 2, too; give one of them another id, or make them one
    "#]],
    );
    check(
        "<CodeBook><Codes>\n<Code name=\"&x;\"/></Codes></CodeBook>",
        expect![[r#"
        line 2: at 1..2: unrecognized entity `x`; correct it
    "#]],
    );
    check(
        "",
        expect![[r#"
        it holds no issue; it needs <Codes> with a <Code> for each issue
    "#]],
    );
}

#[test]
fn no_document_type_is_read_and_no_entity_expanded() {
    check(
        "<!DOCTYPE x [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<CodeBook><Codes><Code name=\"x\"/></Codes></CodeBook>",
        expect![[r#"
            line 1: a document type is not read, as it may hide what the file says; delete <!DOCTYPE …>
        "#]],
    );
    check(
        "<CodeBook><Codes><Code name=\"x\">\n<Description>&b;</Description></Code></Codes></CodeBook>",
        expect![[r#"
            line 2: &b; is unknown; write the character itself
        "#]],
    );
    let deep = format!("<CodeBook><Codes>{}", "<Code name=\"x\">".repeat(100_000));
    check(
        &deep,
        expect![[r#"
        line 1: codes lie more than 32 deep in each other; flatten them
    "#]],
    );
}

#[test]
fn a_description_keeps_its_end_unless_we_wrote_it() {
    let back = |description: &str| {
        let entry =
            Entry { label: "A".to_owned(), description: Some(description.to_owned()), ..Entry::default() };
        let codebook = Codebook::new(vec![entry]).unwrap();
        let again = Codebook::parse(CodebookFormat::Qdc, &write(&codebook)).unwrap().codebook;
        assert_eq!(again, codebook, "{description}");
    };
    for description in [
        "[onrecord]",
        "[onrecord]\nid: b",
        "x\n\n[onrecord]\nkeywords: c",
        "x\n[onrecord]\nproposition: y\nz",
        "id: b",
        "a\n\n  b\n\tc",
        "]]> &amp; <b>",
    ] {
        back(description);
    }
}
