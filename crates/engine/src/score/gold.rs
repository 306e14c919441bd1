//! Reads annotated articles: folders of texts with brat standoff.

use std::collections::{BTreeMap, HashMap};
use std::fs;
use std::path::{Path, PathBuf};

use super::{Roles, ScoreError};

/// The annotated articles of a folder.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Gold {
    /// By the text's file name without `.txt`: the text as it is, line ends included, and its attributions.
    pub articles: BTreeMap<String, (String, Vec<Roles>)>,
    /// The texts that have no annotation and are left out.
    pub unannotated: Vec<String>,
}

/// Reads `text/*.txt` with `attributions/*.ann`, or, where there is no such folder, `NAME.txt` beside `NAME.ann`.
///
/// Where an article was annotated twice (`NAME_0a1f.ann`, `NAME_77b2.ann`), the first by file name is taken.
pub fn read(folder: &Path) -> Result<Gold, ScoreError> {
    let nested = folder.join("text").is_dir();
    let inside = |name: &str| if nested { folder.join(name) } else { folder.to_owned() };
    let (texts, annotations) = (inside("text"), inside("attributions"));
    let mut files: HashMap<String, PathBuf> = HashMap::new();
    for name in names(&annotations)? {
        if let Some(article) = article_of(&name) {
            files.entry(article.to_owned()).or_insert_with(|| annotations.join(&name));
        }
    }
    let mut gold = Gold::default();
    for name in names(&texts)? {
        let stem = name.strip_suffix(".txt");
        let Some(article) = stem.or(nested.then_some(name.as_str())) else { continue };
        match files.get(article) {
            None => gold.unannotated.push(article.to_owned()),
            Some(file) => {
                let (text, roles) = (read_text(&texts.join(&name))?, standoff(file)?);
                gold.articles.insert(article.to_owned(), (text, roles));
            }
        }
    }
    if gold.articles.is_empty() { Err(ScoreError::NothingAnnotated(folder.to_owned())) } else { Ok(gold) }
}

/// The article that an annotation file is about: its name without `.ann` and the annotator's `_` + 4 digits in base 16.
fn article_of(name: &str) -> Option<&str> {
    let stem = name.strip_suffix(".ann")?;
    let hex = |c: u8| c.is_ascii_digit() || (b'a'..=b'f').contains(&c);
    match stem.rsplit_once('_') {
        Some((article, annotator)) if annotator.len() == 4 && annotator.bytes().all(hex) => Some(article),
        _ => Some(stem),
    }
}

/// The attributions of a standoff file: its events that have a content. Role names may carry a number (`Content2`).
fn standoff(path: &Path) -> Result<Vec<Roles>, ScoreError> {
    let text = read_text(path)?;
    let wrong = |line: usize, what| ScoreError::Standoff { path: path.to_owned(), line: line + 1, what };
    let mut stretches: HashMap<&str, Vec<(i64, i64)>> = HashMap::new();
    for (number, line) in text.split('\n').enumerate() {
        let Some((id, rest)) = numbered(line, 'T') else { continue };
        let stretch = rest.split('\t').next().unwrap_or_default();
        let (_, ranges) = stretch.split_once(' ').ok_or(wrong(number, "no offsets after the label"))?;
        let ranges: Option<Vec<_>> = ranges.split(';').map(range).collect();
        stretches.insert(id, ranges.ok_or(wrong(number, "offsets are two whole numbers"))?);
    }
    let mut attributions = Vec::new();
    for (number, line) in text.split('\n').enumerate() {
        let Some((_, rest)) = numbered(line, 'E') else { continue };
        let mut roles = Roles::default();
        for argument in rest.split('\t').next().unwrap_or_default().split_whitespace() {
            let (role, id) = argument.split_once(':').ok_or(wrong(number, "an argument is ROLE:ID"))?;
            let role = role.to_lowercase();
            let role = match role.trim_end_matches(|c: char| c.is_ascii_digit()) {
                "source" => &mut roles.source,
                "cue" => &mut roles.cue,
                "content" => &mut roles.content,
                _ => continue,
            };
            role.extend(stretches.get(id).into_iter().flatten());
        }
        if !roles.content.is_empty() {
            attributions.push(roles);
        }
    }
    Ok(attributions)
}

/// The id and the rest of a line such as `T12<tab>…`.
fn numbered(line: &str, kind: char) -> Option<(&str, &str)> {
    let (id, rest) = line.split_once('\t')?;
    let digits = id.strip_prefix(kind)?;
    (!digits.is_empty() && digits.bytes().all(|b| b.is_ascii_digit())).then_some((id, rest))
}

fn range(fragment: &str) -> Option<(i64, i64)> {
    let mut numbers = fragment.split_whitespace().map(str::parse);
    match (numbers.next()?, numbers.next()?, numbers.next()) {
        (Ok(start), Ok(end), None) => Some((start, end)),
        _ => None,
    }
}

/// The names in `folder`, sorted.
fn names(folder: &Path) -> Result<Vec<String>, ScoreError> {
    let failed = |source| ScoreError::Read { path: folder.to_owned(), source };
    let mut names = Vec::new();
    for entry in fs::read_dir(folder).map_err(failed)? {
        let entry = entry.map_err(failed)?;
        if entry.path().is_file()
            && let Ok(name) = entry.file_name().into_string()
        {
            names.push(name);
        }
    }
    names.sort_unstable();
    Ok(names)
}

fn read_text(path: &Path) -> Result<String, ScoreError> {
    fs::read_to_string(path).map_err(|source| ScoreError::Read { path: path.to_owned(), source })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_annotator_is_no_part_of_the_article() {
        let cases = [
            ("a_0f3c.ann", Some("a")),
            ("a_b_12ab.ann", Some("a_b")),
            ("a_0f3g.ann", Some("a_0f3g")),
            ("a_0F3C.ann", Some("a_0F3C")),
            ("a_0f3.ann", Some("a_0f3")),
            ("a.ann", Some("a")),
            ("a.txt", None),
        ];
        for (name, article) in cases {
            assert_eq!(article_of(name), article, "{name}");
        }
    }

    #[test]
    fn a_line_that_is_not_standoff_is_named() {
        let folder = std::env::temp_dir().join(format!("onrecord-gold-{}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        for (ann, message) in [
            ("T1\tSource 0 x\ta", "a.ann:1: not brat standoff: offsets are two whole numbers"),
            ("#1 x\nT1\tSource", "a.ann:2: not brat standoff: no offsets after the label"),
            ("E1\tAttribution", "a.ann:1: not brat standoff: an argument is ROLE:ID"),
        ] {
            fs::write(folder.join("a.txt"), "a").unwrap();
            fs::write(folder.join("a.ann"), ann).unwrap();
            let error = read(&folder).unwrap_err().to_string();
            assert!(error.ends_with(message), "{error}");
        }
        fs::remove_dir_all(&folder).unwrap();
    }
}
