//! Where results go: standard output, or a file that appears only when it is complete.

use std::fs::{self, File, OpenOptions};
use std::io::{self, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process;

use anyhow::{Context, Result, bail};

/// An open target. Dropped before [`finish`](Self::finish), a file is as it was before.
pub(crate) struct Target {
    writer: Box<dyn Write>,
    /// The file in the making and the one it becomes.
    replaces: Option<(PathBuf, PathBuf)>,
}

impl Target {
    /// Opens `path`, or standard output if there is none or it is `-`.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self { writer: Box::new(io::stdout().lock()), replaces: None });
        };
        let cannot = || format!("cannot write {}", path.display());
        match fs::metadata(path) {
            Ok(found) if found.is_dir() => bail!("{} is a directory; name a file", path.display()),
            // A device or pipe has to be written to, not replaced.
            Ok(found) if !found.is_file() => {
                let file = OpenOptions::new().write(true).open(path).with_context(cannot)?;
                Ok(Self { writer: Box::new(file), replaces: None })
            }
            // Through a link, so that the link stays.
            Ok(_) => Self::replacing(&path.canonicalize().with_context(cannot)?).with_context(cannot),
            Err(_) => Self::replacing(path).with_context(cannot),
        }
    }

    fn replacing(path: &Path) -> Result<Self> {
        let name = path.file_name().context("this is no file name")?.to_string_lossy();
        let part = path.with_file_name(format!(".{name}.{}.part", process::id()));
        let file = File::create(&part)?;
        Ok(Self { writer: Box::new(BufWriter::new(file)), replaces: Some((part, path.to_owned())) })
    }

    /// Appends and, unless it is a file, passes it on at once: the next program need not wait for us.
    pub(crate) fn write(&mut self, bytes: &[u8]) -> Result<()> {
        self.writer.write_all(bytes).context("cannot write the results")?;
        if self.replaces.is_none() {
            self.writer.flush().context("cannot write the results")?;
        }
        Ok(())
    }

    /// Completes it: the file takes its name.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.writer.flush().context("cannot write the results")?;
        if let Some((part, path)) = self.replaces.take() {
            fs::rename(&part, &path).with_context(|| format!("cannot write {}", path.display()))?;
        }
        Ok(())
    }
}

impl Drop for Target {
    fn drop(&mut self) {
        if let Some((part, _)) = &self.replaces {
            // Nothing more can be done for it; the error that led here is told.
            let _ = fs::remove_file(part);
        }
    }
}
