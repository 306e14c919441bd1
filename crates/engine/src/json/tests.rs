//! The format is held to its exact text, and to its own schema.

use expect_test::expect;
use onrecord_base::{
    Actor, ActorId, ActorKind, Article, Attribution, Block, BlockKind, Code, Diagnostic, Form, LitterReason,
    Metadata, Provenance, Reading, Statement, Text,
};
use onrecord_ingest::Format;
use serde_json::Value;

use super::{Document, schema};
use crate::{OffsetUnit, ReadArticle};

/// "“Nö,” Ann Lee said, “😀 no.”" with an injected link.
fn example() -> ReadArticle {
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
        }],
        statements: vec![
            Statement {
                attribution,
                actors: vec![ActorId(0)],
                reported_by: None,
                provenance: provenance.clone(),
            },
            Statement { attribution: inner, actors: Vec::new(), reported_by: Some(0), provenance },
        ],
        diagnostics: vec![Diagnostic::at(Code::UnclosedQuotation, span("😀"), "a mark is missing")],
    };
    ReadArticle::new("a.txt", text.as_str().as_bytes(), reading, Format::Plain, "UTF-8")
}

#[test]
fn version_1_to_the_letter() {
    let line = serde_json::to_string(&Document::new(&example(), OffsetUnit::Char)).unwrap();
    expect![[r#""#]].assert_eq(&line);
}

#[test]
fn all_spans_follow_the_unit() {
    let numbers = |unit| {
        let json = Document::new(&example(), unit);
        (json.statements[0].content.clone(), json.statements[0].cue.clone(), json.litter, json.diagnostics[0].span)
    };
    expect![[r#""#]].assert_debug_eq(&[
        numbers(OffsetUnit::Char),
        numbers(OffsetUnit::Byte),
        numbers(OffsetUnit::Utf16),
    ]);
}

#[test]
fn what_is_written_can_be_read_and_fits_the_schema() {
    let document = Document::new(&example(), OffsetUnit::Utf16);
    let value = serde_json::to_value(&document).unwrap();
    assert_eq!(validate(&schema(), &value), Vec::<String>::new());
    assert_eq!(serde_json::from_value::<Document>(value).unwrap(), document);
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
    refuses(|v| v["statements"][0]["stance"] = "angry".into());
    refuses(|v| v["actors"][0]["kind"] = "dog".into());
}

/// What in `value` breaks `schema`; knows the keywords that our schema uses and refuses others.
fn validate(schema: &Value, value: &Value) -> Vec<String> {
    let mut wrong = Vec::new();
    check(schema, schema, value, "$", &mut wrong);
    wrong
}

fn check(root: &Value, schema: &Value, value: &Value, path: &str, wrong: &mut Vec<String>) {
    let schema = schema.as_object().expect("a schema is an object");
    for (keyword, rule) in schema {
        let fits = match keyword.as_str() {
            "$schema" | "$defs" | "title" | "description" | "format" => true,
            // Patterns are plain enough to be checked by eye; no engine is drawn in for them.
            "pattern" => value.is_string(),
            "$ref" => {
                let name = rule.as_str().unwrap().strip_prefix("#/$defs/").unwrap();
                check(root, &root["$defs"][name], value, path, wrong);
                true
            }
            "type" => match rule {
                Value::Array(types) => types.iter().any(|t| is(value, t.as_str().unwrap())),
                one => is(value, one.as_str().unwrap()),
            },
            "const" => value == rule,
            "enum" => rule.as_array().unwrap().contains(value),
            "anyOf" | "oneOf" => rule.as_array().unwrap().iter().any(|choice| {
                let mut inner = Vec::new();
                check(root, choice, value, path, &mut inner);
                inner.is_empty()
            }),
            "required" => rule.as_array().unwrap().iter().all(|key| value.get(key.as_str().unwrap()).is_some()),
            "properties" => {
                for (key, rule) in rule.as_object().unwrap() {
                    if let Some(inner) = value.get(key) {
                        check(root, rule, inner, &format!("{path}.{key}"), wrong);
                    }
                }
                true
            }
            "items" => {
                for (at, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(root, rule, item, &format!("{path}[{at}]"), wrong);
                }
                true
            }
            "minItems" => value.as_array().is_none_or(|a| a.len() as u64 >= rule.as_u64().unwrap()),
            "maxItems" => value.as_array().is_none_or(|a| a.len() as u64 <= rule.as_u64().unwrap()),
            "minimum" => value.as_f64().is_none_or(|n| n >= rule.as_f64().unwrap()),
            "maximum" => value.as_f64().is_none_or(|n| n <= rule.as_f64().unwrap()),
            other => panic!("teach this test the keyword {other}"),
        };
        if !fits {
            wrong.push(format!("{path}: {keyword} {rule}"));
        }
    }
}

fn is(value: &Value, kind: &str) -> bool {
    match kind {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "integer" => value.is_u64() || value.is_i64(),
        "number" => value.is_number(),
        "null" => value.is_null(),
        other => panic!("teach this test the type {other}"),
    }
}
