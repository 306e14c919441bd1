//! GraphML of a network, so that Gephi opens it: each key has its id, its domain, its name and its type.
//!
//! Gephi draws no tie of a weight below 0, so `weight` is the amount, `sign` tells whether it stands for agreement, and
//! `value` is both. Source: graphml.graphdrawing.org, GraphML 1.0.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::{Counts, Matrix, Node};

/// The keys: id, what for, type.
const KEYS: [(&str, &str, &str); 7] = [
    ("label", "node", "string"),
    ("name", "node", "string"),
    ("kind", "node", "string"),
    ("statements", "node", "int"),
    ("weight", "edge", "double"),
    ("sign", "edge", "string"),
    ("value", "edge", "double"),
];

/// The file: a node for each actor and issue with the number of its votes, an edge for each tie that is not 0.
pub fn graphml(matrix: &Matrix, counts: &Counts) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    file(&mut writer, matrix, counts).expect("memory takes everything");
    let mut text = String::from_utf8(writer.into_inner()).expect("strings were written");
    text.push('\n');
    text
}

fn file(writer: &mut Writer<Vec<u8>>, matrix: &Matrix, counts: &Counts) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("UTF-8"), None)))?;
    let root =
        writer.create_element("graphml").with_attribute(("xmlns", "http://graphml.graphdrawing.org/xmlns"));
    root.write_inner_content(|writer| {
        for (id, domain, kind) in KEYS {
            let key = writer.create_element("key");
            key.with_attributes([("id", id), ("for", domain), ("attr.name", id), ("attr.type", kind)])
                .write_empty()?;
        }
        let graph = writer.create_element("graph").with_attribute(("edgedefault", "undirected"));
        graph.write_inner_content(|writer| inner(writer, matrix, counts))?;
        Ok(())
    })?;
    Ok(())
}

fn inner(writer: &mut Writer<Vec<u8>>, matrix: &Matrix, counts: &Counts) -> io::Result<()> {
    for (n, (node, votes)) in matrix.rows.iter().zip(counts.of_actors()).enumerate() {
        write_node(writer, &format!("a{n}"), node, "actor", votes)?;
    }
    if matrix.two_mode {
        for (n, (node, votes)) in matrix.columns.iter().zip(counts.of_issues()).enumerate() {
            write_node(writer, &format!("i{n}"), node, "issue", votes)?;
        }
    }
    for (n, (row, column, value)) in matrix.ties().enumerate() {
        let (source, kind) = (format!("a{row}"), if matrix.two_mode { 'i' } else { 'a' });
        let (id, target) = (format!("e{n}"), format!("{kind}{column}"));
        let edge = writer.create_element("edge");
        let edge = edge.with_attributes([("id", id.as_str()), ("source", &source), ("target", &target)]);
        edge.write_inner_content(|writer| {
            data(writer, "weight", &value.abs().to_string())?;
            data(writer, "sign", if value < 0.0 { "-" } else { "+" })?;
            data(writer, "value", &value.to_string())
        })?;
    }
    Ok(())
}

fn write_node(writer: &mut Writer<Vec<u8>>, id: &str, node: &Node, kind: &str, votes: f64) -> io::Result<()> {
    writer.create_element("node").with_attribute(("id", id)).write_inner_content(|writer| {
        data(writer, "label", &node.label)?;
        data(writer, "name", &node.id)?;
        data(writer, "kind", kind)?;
        data(writer, "statements", &votes.to_string())
    })?;
    Ok(())
}

/// Names come from pages, and XML has no place for control characters.
fn data(writer: &mut Writer<Vec<u8>>, key: &str, text: &str) -> io::Result<()> {
    let text: String = text.chars().filter(|c| !c.is_control() && !"\u{FFFE}\u{FFFF}".contains(*c)).collect();
    let element = writer.create_element("data").with_attribute(("key", key));
    element.write_text_content(BytesText::new(&text))?;
    Ok(())
}
