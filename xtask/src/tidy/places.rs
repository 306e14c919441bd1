//! No file names a folder that exists on one machine only.

use super::{File, Violation};

/// Folders at the root of somebody's machine.
const MACHINE: [&str; 3] = ["root", "home", "work"];
/// The folder of corpora beside the checkout: the default of the training scripts, unknown to the rest.
const CORPORA: &str = "shared";

/// One violation for each line that names such a folder.
pub(super) fn check(file: &File) -> Vec<Violation> {
    // Sample pages are documents as found: their links are theirs.
    let Some(text) = file.text().filter(|_| !file.path.starts_with("samples/")) else { return Vec::new() };
    let mut violations = Vec::new();
    for (number, line) in text.lines().enumerate() {
        for folder in MACHINE {
            if names(line, &format!("/{folder}/"), |_| false) {
                let message = format!("/{folder}/ is a folder of one machine: take it from the user");
                violations.push(Violation::new(&file.path, number + 1, message));
            }
        }
        let training = file.path.starts_with("training/");
        if names(line, &format!("{CORPORA}/"), |before| training && before.ends_with("../")) {
            let message =
                format!("{CORPORA}/ is not part of the repository: only training/ may default to it");
            violations.push(Violation::new(&file.path, number + 1, message));
        }
    }
    violations
}

/// Whether `line` holds `name` where a path may start, other than after what `allowed` accepts.
fn names(line: &str, name: &str, allowed: impl Fn(&str) -> bool) -> bool {
    line.match_indices(name).any(|(at, _)| {
        let before = &line[..at];
        let inside_a_word = before.ends_with(|c: char| c.is_alphanumeric() || "_-}".contains(c));
        let relative = name.starts_with('/') && before.ends_with(['.', '*', '/']);
        !inside_a_word && !relative && !allowed(before)
    })
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[track_caller]
    fn flagged(path: &str, parts: &[&str], expected: bool) {
        // In parts, so that this file does not hold what it forbids.
        let line = parts.concat();
        assert_eq!(!check(&file(path, &line)).is_empty(), expected, "{path}: {line}");
    }

    #[test]
    fn machine_folders_are_flagged() {
        flagged("Makefile", &["CORPUS = /", "home/ann/corpus"], true);
        flagged("a.md", &["see `/", "root/.cache`"], true);
        flagged("a.rs", &["\"/", "work/x\""], true);
        flagged("a.md", &["https://example.org/", "home/news"], false);
        flagged("a.md", &["$(HOME)/", "x /homework/ ./", "work/"], false);
        flagged("samples/a.html", &["<a href=\"/", "home/\">"], false);
    }

    #[test]
    fn the_corpora_are_named_by_training_alone() {
        flagged("README.md", &["../", "shared", "/data"], true);
        flagged("training/a.py", &["/srv/", "shared", "/data"], true);
        flagged("training/a.py", &["\"../", "shared", "/data\""], false);
        flagged("a.rs", &["is_", "shared", "/2"], false);
        flagged("a.rs", &["a shared", " text"], false);
    }
}
