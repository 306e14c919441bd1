//! The format is held to its exact text, and to its own schema.

use expect_test::expect;
use onrecord_base::{
    Actor, ActorId, ActorKind, Aim, Article, Attitude, Attribution, Block, BlockKind, Code, Debate,
    Diagnostic, Form, How, Issue, IssueId, Leaning, Link, LitterReason, Metadata, Position, Provenance,
    Reading, Resolution, Stance, Statement, Take, Text,
};
use onrecord_ingest::Format;
use serde_json::Value;

use super::schema_check::validate;
use super::{Document, schema};
use crate::{OffsetUnit, ReadArticle};

/// "“Nö,” Ann Lee said, “😀 no.”" with an injected link.
pub(super) fn example() -> ReadArticle {
    let text = Text::new("“Nö,” Ann Lee said, “😀 no.”\n\nClick here: shoes").unwrap();
    let span = |part: &str| {
        let at = text.as_str().find(part).unwrap();
        text.span(at, at + part.len()).unwrap()
    };
    let attribution = Attribution {
        source: span("Ann Lee").into(),
        cue: Some(span("said")),
        content: [span("“Nö,”"), span("“😀 no.”")].into_iter().collect(),
        form: Form::Direct,
        confidence: 0.93,
    };
    let inner = Attribution {
        source: onrecord_base::Spans::NONE,
        cue: None,
        content: span("😀 no.").into(),
        form: Form::Indirect,
        confidence: 0.5,
    };
    let provenance = Provenance { by: "test-1".to_owned() };
    let article = Article {
        blocks: vec![
            Block { span: span("“Nö,” Ann Lee said, “😀 no.”"), kind: BlockKind::Paragraph },
            Block { span: span("Click here: shoes"), kind: BlockKind::Litter(LitterReason::Link) },
        ],
        metadata: Metadata { title: Some("No".to_owned()), ..Metadata::default() },
        diagnostics: Vec::new(),
        text: text.clone(),
    };
    let reading = Reading {
        article,
        actors: vec![Actor {
            name: "Ann Lee".to_owned(),
            kind: Some(ActorKind::Person),
            role: None,
            mentions: span("Ann Lee").into(),
            wikidata: Some("Q58217".to_owned()),
            known_as: None,
        }],
        statements: vec![
            Statement {
                attribution,
                actors: vec![ActorId(0)],
                resolution: vec![Resolution {
                    actor: ActorId(0),
                    confidence: 0.99,
                    why: vec![Link { span: span("Ann Lee"), how: How::FullName }],
                }],
                reported_by: None,
                takes: vec![Take {
                    issue: IssueId(0),
                    score: 0.9,
                    stance: Some(Stance::Oppose),
                    confidence: 0.8,
                }],
                aim: Some(Aim { target: ActorId(0), attitude: Some(Attitude::Criticises), confidence: 0.7 }),
                provenance: provenance.clone(),
            },
            Statement {
                attribution: inner,
                actors: Vec::new(),
                resolution: Vec::new(),
                reported_by: Some(0),
                takes: Vec::new(),
                aim: None,
                provenance,
            },
        ],
        debate: Debate {
            issues: vec![Issue {
                id: "shoes".to_owned(),
                label: "shoes".to_owned(),
                proposition: None,
                mentions: span("shoes").into(),
            }],
            positions: vec![Position {
                issue: IssueId(0),
                actor: ActorId(0),
                leaning: Leaning::Clear(Stance::Oppose),
                statements: vec![0],
            }],
            ..Debate::default()
        },
        diagnostics: vec![Diagnostic::at(Code::UnclosedQuotation, span("😀"), "a mark is missing")],
    };
    ReadArticle::new("a.txt", text.as_str().as_bytes(), reading, Format::Plain, "UTF-8")
}

#[test]
fn version_1_to_the_letter() {
    let line = serde_json::to_string(&Document::new(&example(), OffsetUnit::Char)).unwrap();
    expect![[r#"{"onrecord":1,"doc":"a.txt","url":null,"title":"No","outlet":null,"author":null,"published":null,"lang":null,"page_sha256":"226c6f66952b1b7341c832b49300b2ba0bbac2ce43c81c0349e57be895c30002","text_sha256":"226c6f66952b1b7341c832b49300b2ba0bbac2ce43c81c0349e57be895c30002","offset_unit":"char","text":"“Nö,” Ann Lee said, “😀 no.”\n\nClick here: shoes","litter":[[29,46]],"actors":[{"id":"a1","name":"Ann Lee","kind":"person","role":null,"wikidata":"Q58217","known_as":null,"mentions":[[6,13]]}],"statements":[{"id":"8ffe04670e56a0e4","form":"direct","source":[[6,13]],"cue":[[14,18]],"content":[[0,5],[20,27]],"quote":"“Nö,” … “😀 no.”","actors":["a1"],"resolution":[{"actor":"a1","confidence":0.99,"why":[{"span":[6,13],"how":"full-name"}]}],"reported_by":null,"issues":[{"issue":"shoes","score":0.9,"stance":"oppose","confidence":0.8}],"issue":"shoes","stance":"oppose","target":"a1","attitude":"criticises","confidence":0.93,"review":"machine"},{"id":"f9c8f06d4426481a","form":"indirect","source":[],"cue":[],"content":[[21,26]],"quote":"😀 no.","actors":[],"resolution":[],"reported_by":"8ffe04670e56a0e4","issues":[],"issue":null,"stance":null,"target":null,"attitude":null,"confidence":0.5,"review":"machine"}],"issues":[{"id":"shoes","label":"shoes","proposition":null,"mentions":[[41,46]]}],"positions":[{"issue":"shoes","actor":"a1","stance":"oppose","statements":["8ffe04670e56a0e4"]}],"differences":[],"agreements":[],"diagnostics":[{"code":"unclosed-quotation","span":[21,22],"message":"a mark is missing"}]}"#]].assert_eq(&line);
}

#[test]
fn all_spans_follow_the_unit() {
    let numbers = |unit| {
        let json = Document::new(&example(), unit);
        let said = &json.statements[0];
        format!("{:?} {:?} {:?} {:?}\n", said.content, said.cue, json.litter, json.diagnostics[0].span)
    };
    expect![[r#"
        [[0, 5], [20, 27]] [[14, 18]] [[29, 46]] Some([21, 22])
        [[0, 10], [25, 39]] [[19, 23]] [[41, 58]] Some([28, 32])
        [[0, 5], [20, 28]] [[14, 18]] [[30, 47]] Some([21, 23])
    "#]]
    .assert_eq(&[OffsetUnit::Char, OffsetUnit::Byte, OffsetUnit::Utf16].map(numbers).concat());
}

#[test]
fn what_is_written_can_be_read_and_fits_the_schema() {
    let document = Document::new(&example(), OffsetUnit::Utf16);
    let value = serde_json::to_value(&document).unwrap();
    assert_eq!(validate(&schema(), &value), Vec::<String>::new());
    assert_eq!(serde_json::from_value::<Document>(value).unwrap(), document);
}

#[test]
fn a_line_of_before_there_were_resolutions_is_read() {
    let mut value = serde_json::to_value(Document::new(&example(), OffsetUnit::Char)).unwrap();
    drop(value["statements"][0].as_object_mut().unwrap().remove("resolution"));
    assert_eq!(serde_json::from_value::<Document>(value).unwrap().statements[0].resolution, []);
}

#[test]
fn the_schema_refuses_what_is_wrong() {
    let good = serde_json::to_value(Document::new(&example(), OffsetUnit::Char)).unwrap();
    let refuses = |change: fn(&mut Value)| {
        let mut value = good.clone();
        change(&mut value);
        assert_ne!(validate(&schema(), &value), Vec::<String>::new(), "{value}");
    };
    refuses(|v| v["onrecord"] = 2.into());
    refuses(|v| v["title"] = 2.into());
    refuses(|v| drop(v.as_object_mut().unwrap().remove("title")));
    refuses(|v| v["offset_unit"] = "word".into());
    refuses(|v| v["litter"][0] = serde_json::json!([1]));
    refuses(|v| v["statements"][0]["content"] = serde_json::json!([]));
    refuses(|v| v["statements"][0]["confidence"] = 1.5.into());
    refuses(|v| v["statements"][0]["resolution"][0]["why"][0]["how"] = "luck".into());
    refuses(|v| v["statements"][0]["stance"] = "angry".into());
    refuses(|v| v["actors"][0]["kind"] = "dog".into());
}
