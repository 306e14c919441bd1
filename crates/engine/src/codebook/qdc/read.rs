//! Reads the XML of a REFI-QDA codebook: no document type, no entities but those of XML itself.

use std::collections::HashSet;

use onrecord_base::issue_id;
use quick_xml::escape::resolve_predefined_entity;
use quick_xml::events::{BytesRef, BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::remainder;
use crate::codebook::check::DEEPEST;
use crate::codebook::format::line_of;
use crate::codebook::{CodebookError, Entry, Lines, Mistake};

/// The issues of a codebook with the lines in which they begin, and what has no place among them.
pub(in crate::codebook) fn read(text: &str) -> Result<(Lines, Vec<Mistake>), CodebookError> {
    let mut file = File::default();
    let mut reader = Reader::from_str(text);
    loop {
        let line = line_of(text, usize::try_from(reader.buffer_position()).unwrap_or(usize::MAX));
        match reader.read_event() {
            Ok(Event::Start(element)) => file.open(&element, line)?,
            Ok(Event::Empty(element)) => {
                file.open(&element, line)?;
                file.close();
            }
            Ok(Event::End(_)) => file.close(),
            Ok(Event::Text(text)) => file.text(&text.xml10_content()),
            Ok(Event::CData(text)) => file.text(&text.xml10_content()),
            Ok(Event::GeneralRef(reference)) => file.text(&resolve(&reference, line)?),
            Ok(Event::DocType(_)) => {
                let message =
                    "a document type is not read, as it may hide what the file says; delete <!DOCTYPE …>";
                return Err(CodebookError::at(line, message));
            }
            Ok(Event::Comment(_) | Event::Decl(_) | Event::PI(_)) => {}
            Ok(Event::Eof) => break,
            Err(error) => {
                let line = line_of(text, usize::try_from(reader.error_position()).unwrap_or(usize::MAX));
                return Err(CodebookError::at(
                    line,
                    format!("{error}; correct it, or export the codebook again"),
                ));
            }
        }
    }
    match file.path.last() {
        Some(name) => {
            let message = format!("the file ends within <{name}>; export the codebook again");
            Err(CodebookError::at(line_of(text, text.len()), message))
        }
        None => Ok(file.finish()),
    }
}

/// A codebook in the making.
#[derive(Default)]
struct File {
    /// The names of the open elements.
    path: Vec<String>,
    /// The codes so far, with their lines and the places of their parents.
    codes: Vec<(usize, Entry, Option<usize>)>,
    /// The places of the open codes.
    open: Vec<usize>,
    /// The text of the open description of a code.
    description: Option<String>,
    /// The line of the first set, and how many there are; the same of codes that are none to code with.
    sets: (usize, usize),
    headings: (usize, usize),
}

impl File {
    fn open(&mut self, element: &BytesStart<'_>, line: usize) -> Result<(), CodebookError> {
        let local = element.local_name();
        let name = local.as_ref();
        if self.path.is_empty() && !name.eq_ignore_ascii_case("CodeBook") {
            let message = format!("<{name}> is no REFI-QDA codebook; export the codebook alone, as .qdc");
            return Err(CodebookError::at(line, message));
        }
        match name {
            "Code" => self.code(element, line)?,
            "Description" if self.path.last().is_some_and(|name| name == "Code") => {
                self.description = Some(String::new());
            }
            "Set" => count(&mut self.sets, line),
            _ => {}
        }
        self.path.push(name.to_owned());
        Ok(())
    }

    fn code(&mut self, element: &BytesStart<'_>, line: usize) -> Result<(), CodebookError> {
        let mut entry = Entry::default();
        for attribute in element.attributes() {
            let value = attribute.map_err(quick_xml::Error::from).and_then(|attribute| {
                let value = attribute.normalized_value(XmlVersion::Explicit1_0)?;
                Ok((attribute.key.local_name().into_inner(), value))
            });
            let (key, value) =
                value.map_err(|error| CodebookError::at(line, format!("{error}; correct it")))?;
            match key {
                "name" => entry.label = value.into_owned(),
                "isCodable" if ["false", "0"].contains(&value.trim()) => count(&mut self.headings, line),
                _ => {}
            }
        }
        if self.open.len() >= DEEPEST {
            let message = format!("codes lie more than {DEEPEST} deep in each other; flatten them");
            return Err(CodebookError::at(line, message));
        }
        let parent = self.open.last().copied();
        self.open.push(self.codes.len());
        self.codes.push((line, entry, parent));
        Ok(())
    }

    /// The names of closing tags are checked by the reader.
    fn close(&mut self) {
        match self.path.pop().as_deref() {
            Some("Code") => drop(self.open.pop()),
            Some("Description") => {
                if let (Some(text), Some(&code)) = (self.description.take(), self.open.last()) {
                    remainder::fill(&mut self.codes[code].1, &text);
                }
            }
            _ => {}
        }
    }

    fn text(&mut self, text: &str) {
        if let Some(description) = &mut self.description {
            description.push_str(text);
        }
    }

    fn finish(self) -> (Lines, Vec<Mistake>) {
        let mut passed_over = Vec::new();
        let mut note = |(line, n): (usize, usize), what: &str| {
            if n > 0 {
                passed_over.push(Mistake { line, message: format!("{what}: {n} passed over") });
            }
        };
        note(self.sets, "there is no place for sets of codes");
        note(self.headings, "there is no place for isCodable=\"false\"");
        passed_over.sort();
        (with_ids(self.codes), passed_over)
    }
}

/// Gives ids to codes that have none. Under different parents codes often have the same name ("other"): the later one
/// takes its parent's id before its own.
fn with_ids(mut codes: Vec<(usize, Entry, Option<usize>)>) -> Lines {
    let mut taken: HashSet<String> = codes
        .iter()
        .filter(|(_, entry, _)| !entry.id.is_empty())
        .map(|(_, entry, _)| entry.id.clone())
        .collect();
    for at in 0..codes.len() {
        // Parents come before their children, so theirs is there.
        let parent = codes[at].2.map(|parent| codes[parent].1.id.clone());
        let entry = &mut codes[at].1;
        if entry.id.is_empty() {
            let own = issue_id(&entry.label);
            let longer = parent.iter().filter(|_| !own.is_empty()).map(|parent| format!("{parent}-{own}"));
            let free = std::iter::once(own.clone()).chain(longer).find(|id| !taken.contains(id));
            entry.id = free.unwrap_or(own);
            taken.insert(entry.id.clone());
        }
        entry.parent = parent;
    }
    codes.into_iter().map(|(line, entry, _)| (line, entry)).collect()
}

fn count((first, n): &mut (usize, usize), line: usize) {
    if *n == 0 {
        *first = line;
    }
    *n += 1;
}

fn resolve(reference: &BytesRef<'_>, line: usize) -> Result<String, CodebookError> {
    let wrong = || {
        let name: &str = reference;
        CodebookError::at(line, format!("&{name}; is unknown; write the character itself"))
    };
    match reference.resolve_char_ref() {
        Ok(Some(c)) => Ok(c.to_string()),
        Ok(None) => resolve_predefined_entity(reference).map(str::to_owned).ok_or_else(wrong),
        Err(_) => Err(wrong()),
    }
}
