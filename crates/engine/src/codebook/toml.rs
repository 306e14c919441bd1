//! Our own format: `[[issue]]` tables with id, label, description, proposition, keywords and parent.

use ::toml::Spanned;
use serde::{Deserialize, Serialize};

use super::format::line_of;
use super::{Codebook, CodebookError, Entry, Lines};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    #[serde(default, rename = "issue")]
    issues: Vec<Spanned<Issue>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Issue {
    #[serde(default)]
    id: String,
    #[serde(default)]
    label: String,
    description: Option<String>,
    proposition: Option<String>,
    #[serde(default)]
    keywords: Vec<String>,
    parent: Option<String>,
}

/// The same, to be written.
#[derive(Serialize)]
struct Written<'c> {
    id: &'c str,
    label: &'c str,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<&'c str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    proposition: Option<&'c str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    keywords: &'c [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    parent: Option<&'c str>,
}

/// The issues of a file with the lines in which they begin.
pub(super) fn read(text: &str) -> Result<Lines, CodebookError> {
    let file: File = ::toml::from_str(text).map_err(|error| {
        let line = error.span().map_or(1, |span| line_of(text, span.start));
        CodebookError::at(line, format!("{}; correct it", error.message().trim_end()))
    })?;
    let entry = |issue: Spanned<Issue>| {
        let line = line_of(text, issue.span().start);
        let Issue { id, label, description, proposition, keywords, parent } = issue.into_inner();
        (line, Entry { id, label, description, proposition, keywords, parent })
    };
    Ok(file.issues.into_iter().map(entry).collect())
}

/// The file. What is not known is left out.
pub(super) fn write(codebook: &Codebook) -> String {
    let mut file = String::new();
    for entry in codebook.entries() {
        if !file.is_empty() {
            file.push('\n');
        }
        let table = ::toml::to_string(&Written {
            id: &entry.id,
            label: &entry.label,
            description: entry.description.as_deref(),
            proposition: entry.proposition.as_deref(),
            keywords: &entry.keywords,
            parent: entry.parent.as_deref(),
        });
        file.push_str("[[issue]]\n");
        file.push_str(&table.expect("a table of strings can be written"));
    }
    file
}
