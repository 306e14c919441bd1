//! Writes the XML of a REFI-QDA codebook.

use std::io;

use quick_xml::Writer;
use quick_xml::events::{BytesDecl, BytesText, Event};

use super::guid::{colour, guid};
use super::{NAMESPACE, remainder};
use crate::codebook::{Codebook, Entry};

/// The file: codes within their parents, siblings in the order of the codebook.
pub(in crate::codebook) fn write(codebook: &Codebook) -> String {
    let mut writer = Writer::new_with_indent(Vec::new(), b' ', 2);
    file(&mut writer, codebook).expect("memory takes everything");
    let mut text = String::from_utf8(writer.into_inner()).expect("strings were written");
    text.push('\n');
    text
}

fn file(writer: &mut Writer<Vec<u8>>, codebook: &Codebook) -> io::Result<()> {
    writer.write_event(Event::Decl(BytesDecl::new("1.0", Some("utf-8"), None)))?;
    let root =
        writer.create_element("CodeBook").with_attributes([("xmlns", NAMESPACE), ("origin", "OnRecord")]);
    root.write_inner_content(|writer| {
        writer.create_element("Codes").write_inner_content(|writer| codes(writer, codebook, None))?;
        Ok(())
    })?;
    Ok(())
}

/// The depth of the recursion is that of the codebook, which has a limit.
fn codes(writer: &mut Writer<Vec<u8>>, codebook: &Codebook, parent: Option<&str>) -> io::Result<()> {
    for entry in codebook.below(parent) {
        code(writer, codebook, entry)?;
    }
    Ok(())
}

fn code(writer: &mut Writer<Vec<u8>>, codebook: &Codebook, entry: &Entry) -> io::Result<()> {
    let guid = guid(&entry.id);
    let element = writer.create_element("Code").with_attributes([
        ("guid", guid.as_str()),
        ("name", &entry.label),
        ("isCodable", "true"),
        ("color", colour(&entry.id)),
    ]);
    let description = remainder::with_remainder(entry);
    if description.is_empty() && codebook.below(Some(&entry.id)).next().is_none() {
        element.write_empty()?;
        return Ok(());
    }
    element.write_inner_content(|writer| {
        if !description.is_empty() {
            writer.create_element("Description").write_text_content(BytesText::new(&description))?;
        }
        codes(writer, codebook, Some(&entry.id))
    })?;
    Ok(())
}
