//! Puts the results of many pages together: one stream, or for brat two files for each page.

use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

use anyhow::{Context, Result, bail};

use super::target::Target;
use super::{Format, Rendered, brat, csv};
use crate::inputs::{Input, Place};

/// Takes the results in the order of the pages.
pub(crate) enum Sink {
    /// One stream, and what stands between two pages.
    Stream { target: Target, between: &'static [u8], pieces: usize },
    /// A directory, and the path of each page in it, without ending.
    Directory { directory: PathBuf, stems: Vec<PathBuf> },
}

impl Sink {
    /// Opens what `output` names; standard output if it names nothing.
    pub(crate) fn open(format: Format, output: Option<&Path>, pages: &[Input]) -> Result<Self> {
        if let (Format::Brat, Some(output)) = (format, output) {
            fs::create_dir_all(output)
                .with_context(|| format!("cannot make the directory {}", output.display()))?;
            let stems = stems(pages)?;
            let configuration = output.join("annotation.conf");
            if !configuration.exists() {
                write_file(&configuration, brat::CONFIGURATION)?;
            }
            return Ok(Self::Directory { directory: output.to_owned(), stems });
        }
        if format == Format::Brat && pages.len() != 1 {
            bail!("brat means two files for each page; name a directory for them with -o DIR");
        }
        let mut target = Target::open(output)?;
        if format == Format::Csv {
            target.write(&csv::header()?)?;
        }
        let between: &[u8] = if format == Format::Report { b"\n\n" } else { b"" };
        Ok(Self::Stream { target, between, pieces: 0 })
    }

    /// Writes the results of the page at `index`.
    pub(crate) fn write(&mut self, index: usize, rendered: &Rendered) -> Result<()> {
        match (self, rendered) {
            (Self::Stream { target, between, pieces }, Rendered::Piece(piece)) => {
                if *pieces > 0 {
                    target.write(between)?;
                }
                *pieces += 1;
                target.write(piece)
            }
            // One page only, and its text is at hand: the annotations are what is new.
            (Self::Stream { target, .. }, Rendered::Brat(standoff)) => {
                target.write(standoff.annotations.as_bytes())
            }
            (Self::Directory { directory, stems }, Rendered::Brat(standoff)) => {
                let path = directory.join(&stems[index]);
                if let Some(parent) = path.parent() {
                    fs::create_dir_all(parent)
                        .with_context(|| format!("cannot make the directory {}", parent.display()))?;
                }
                // The annotations last: whoever sees them finds the text.
                write_text(&with_ending(&path, ".txt"), &standoff.text)?;
                write_file(&with_ending(&path, ".ann"), &standoff.annotations)
            }
            (Self::Directory { .. }, Rendered::Piece(_)) => bail!("only brat goes into a directory"),
        }
    }

    /// Completes the output.
    pub(crate) fn finish(self) -> Result<()> {
        match self {
            Self::Stream { target, .. } => target.finish(),
            Self::Directory { .. } => Ok(()),
        }
    }
}

/// A text that is there already stays; another is not overwritten, for it may be the very page that was read, and its
/// annotations may be a person's work.
fn write_text(path: &Path, text: &str) -> Result<()> {
    match fs::read(path) {
        Ok(there) if there == text.as_bytes() => Ok(()),
        Ok(_) => bail!("{} is there with another text; name another directory with -o", path.display()),
        Err(_) => write_file(path, text),
    }
}

fn write_file(path: &Path, text: &str) -> Result<()> {
    let mut target = Target::open(Some(path))?;
    target.write(text.as_bytes())?;
    target.finish()
}

fn with_ending(path: &Path, ending: &str) -> PathBuf {
    let mut path = path.as_os_str().to_owned();
    path.push(ending);
    path.into()
}

/// A path for each page: its name without ending, or with it where two pages would get the same.
fn stems(pages: &[Input]) -> Result<Vec<PathBuf>> {
    let whole = |page: &Input| match &page.place {
        Place::Stdin => PathBuf::from("stdin"),
        // A name from the command line may lead anywhere; only its last part is taken along.
        Place::File(path) if path.as_os_str() == page.name.as_str() => {
            path.file_name().map_or_else(|| PathBuf::from("page"), PathBuf::from)
        }
        Place::File(_) | Place::Missing(_) => {
            let parts = Path::new(&page.name).components();
            parts.filter(|part| matches!(part, Component::Normal(_))).collect()
        }
    };
    let readable = |page: &&Input| !matches!(page.place, Place::Missing(_));
    let mut short: HashMap<PathBuf, usize> = HashMap::new();
    let mut long: HashMap<PathBuf, usize> = HashMap::new();
    for page in pages.iter().filter(readable) {
        *short.entry(whole(page).with_extension("")).or_default() += 1;
        *long.entry(whole(page)).or_default() += 1;
    }
    let twice = pages.iter().filter(readable).find(|page| long[&whole(page)] > 1);
    if let Some(page) = twice {
        bail!("two pages are called {}, and each needs a file of its own; read them one by one", page.name);
    }
    let stem = |page: &Input| {
        let name = whole(page);
        let stem = name.with_extension("");
        if short.get(&stem).is_some_and(|count| *count > 1) { name } else { stem }
    };
    Ok(pages.iter().map(stem).collect())
}
