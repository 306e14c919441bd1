//! What is to be read: files, directories and standard input, and the name each page gets in outputs.

use std::fs;
use std::io::{self, IsTerminal, Read};
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

/// Endings of the files that are read in a directory.
const PAGES: [&str; 4] = ["html", "htm", "xhtml", "txt"];
/// The same where records are read as well as pages.
const PAGES_AND_RECORDS: [&str; 5] = ["html", "htm", "xhtml", "txt", "jsonl"];
/// A file larger than this is not even loaded; pages of this size are an error anyway.
const MAX_BYTES: u64 = 1 << 30;

/// One page to be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// What outputs call it: the path as given, or for a file of a directory the path from there.
    pub(crate) name: String,
    /// Where its bytes are.
    pub(crate) place: Place,
}

/// Where the bytes of a page are.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a file.
    File(PathBuf),
    /// On standard input.
    Stdin,
    /// Nowhere: looking for it failed. The error belongs to this input, the others are read.
    Missing(String),
}

/// The inputs, and the files of directories that were passed over.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Inputs {
    /// In the order of the command line; within a directory in order of the path.
    pub(crate) pages: Vec<Input>,
    /// Files whose ending is none of ours.
    pub(crate) skipped: Vec<PathBuf>,
}

impl Inputs {
    /// Fails if writing to `output` would replace a page that is read: it may be the only copy.
    pub(crate) fn refuse_to_overwrite(&self, output: Option<&Path>) -> Result<()> {
        let Some(output) = output.and_then(|path| path.canonicalize().ok()) else { return Ok(()) };
        for page in &self.pages {
            let Place::File(path) = &page.place else { continue };
            if path.canonicalize().is_ok_and(|path| path == output && path.is_file()) {
                bail!("{} is a page to be read; write the results elsewhere", path.display());
            }
        }
        Ok(())
    }
}

impl Input {
    /// Standard input; `-` in outputs.
    fn stdin() -> Self {
        Self { name: "-".to_owned(), place: Place::Stdin }
    }

    /// How to call it in a message.
    pub(crate) fn label(&self) -> String {
        match &self.place {
            Place::File(path) => path.display().to_string(),
            Place::Stdin => "standard input".to_owned(),
            Place::Missing(_) => self.name.clone(),
        }
    }

    /// What outputs call it; a page from standard input takes the name of where it came from.
    pub(crate) fn document(&self, url: Option<&str>) -> String {
        match (&self.place, url) {
            (Place::Stdin, Some(url)) => url.to_owned(),
            _ => self.name.clone(),
        }
    }

    /// All its bytes.
    pub(crate) fn bytes(&self) -> Result<Vec<u8>> {
        match &self.place {
            Place::Stdin => {
                let mut bytes = Vec::new();
                io::stdin().lock().take(MAX_BYTES + 1).read_to_end(&mut bytes).context("cannot read it")?;
                check_size(bytes.len() as u64)?;
                Ok(bytes)
            }
            Place::File(path) => {
                let mut file = fs::File::open(path).map_err(describe)?;
                let length = file.metadata().map_err(describe)?.len();
                check_size(length)?;
                let mut bytes = Vec::with_capacity(usize::try_from(length).unwrap_or(0));
                // The length of a pipe or a growing file is not known beforehand.
                file.by_ref().take(MAX_BYTES + 1).read_to_end(&mut bytes).map_err(describe)?;
                check_size(bytes.len() as u64)?;
                Ok(bytes)
            }
            Place::Missing(why) => bail!("{why}"),
        }
    }
}

/// The pages that the arguments of the command line mean. Without an argument it is standard input.
///
/// # Errors
/// If there is no argument and standard input is a terminal: then nobody would know what to type.
pub(crate) fn gather(arguments: &[PathBuf]) -> Result<Inputs> {
    gather_with(arguments, &PAGES)
}

/// The same of pages and records (lines of our JSON).
pub(crate) fn gather_with_records(arguments: &[PathBuf]) -> Result<Inputs> {
    gather_with(arguments, &PAGES_AND_RECORDS)
}

fn gather_with(arguments: &[PathBuf], endings: &[&str]) -> Result<Inputs> {
    let mut inputs = Inputs::default();
    if arguments.is_empty() {
        if io::stdin().is_terminal() {
            bail!(
                "nothing to read: name a file, a directory or - for standard input\n\n  \
                 onrecord read article.html\n  curl -s https://example.org/news | onrecord read -\n\n\
                 For more, try 'onrecord read --help'."
            );
        }
        inputs.pages.push(Input::stdin());
    }
    for argument in arguments {
        if argument.as_os_str() == "-" {
            if inputs.pages.iter().any(|page| page.place == Place::Stdin) {
                bail!("- is given twice, but standard input can be read only once; name it once");
            }
            inputs.pages.push(Input::stdin());
        } else if argument.is_dir() {
            gather_directory(argument, endings, &mut inputs);
        } else {
            let name = argument.to_string_lossy().into_owned();
            inputs.pages.push(Input { name, place: Place::File(argument.clone()) });
        }
    }
    Ok(inputs)
}

fn gather_directory(root: &Path, endings: &[&str], inputs: &mut Inputs) {
    let before = inputs.pages.len();
    walk(root, root, endings, inputs);
    if inputs.pages.len() == before {
        let why = format!("no page in this directory; files are taken that end in .{}", endings.join(", ."));
        let name = root.to_string_lossy().into_owned();
        inputs.pages.push(Input { name, place: Place::Missing(why) });
    }
}

/// Links to directories are not followed, so that a walk ends.
fn walk(root: &Path, directory: &Path, endings: &[&str], inputs: &mut Inputs) {
    let entries = fs::read_dir(directory).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    let mut entries = match entries {
        Ok(entries) => entries,
        Err(error) => {
            let name = directory.to_string_lossy().into_owned();
            inputs.pages.push(Input { name, place: Place::Missing(format!("{:#}", describe(error))) });
            return;
        }
    };
    entries.sort_by_key(fs::DirEntry::file_name);
    for entry in entries {
        let path = entry.path();
        // What is hidden belongs to programs (.git, caches), not to a collection of pages.
        if entry.file_name().as_encoded_bytes().starts_with(b".") {
            continue;
        }
        if entry.file_type().is_ok_and(|kind| kind.is_dir()) {
            walk(root, &path, endings, inputs);
        } else if path.is_dir() {
            inputs.skipped.push(path);
        } else if has_ending(&path, endings) {
            let name = path.strip_prefix(root).unwrap_or(&path).to_string_lossy().into_owned();
            inputs.pages.push(Input { name, place: Place::File(path) });
        } else {
            inputs.skipped.push(path);
        }
    }
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    endings.iter().any(|ours| ours.eq_ignore_ascii_case(ending))
}

fn check_size(bytes: u64) -> Result<()> {
    if bytes > MAX_BYTES {
        bail!("more than 1 GiB, which is no page; split it into articles");
    }
    Ok(())
}

/// The system's error in words that say what to do.
/// Why a file cannot be read, in words that say what to do.
pub(crate) fn describe(error: io::Error) -> anyhow::Error {
    match error.kind() {
        io::ErrorKind::NotFound => anyhow::anyhow!("there is no such file; check the name"),
        io::ErrorKind::PermissionDenied => anyhow::anyhow!("no permission to read it"),
        _ => anyhow::Error::new(error).context("cannot read it"),
    }
}
