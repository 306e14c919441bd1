//! Each Rust file opens with a `//!` sentence, so that a folder reads as a table of contents.

use super::{File, Violation};

/// The violation of `file`, if it has no opening sentence.
pub(super) fn check(file: &File) -> Option<Violation> {
    if !file.is_rust() {
        return None;
    }
    let text = file.text()?;
    let opening: Vec<&str> = text
        .lines()
        .map_while(|line| line.strip_prefix("//!"))
        .map(str::trim)
        .take_while(|line| !line.is_empty())
        .collect();
    let sentence = opening.join(" ");
    let words = sentence.split_whitespace().count();
    // The sentence may be followed by others in the same paragraph; any full stop will do.
    let ends = sentence.contains(". ") || sentence.ends_with(['.', '!', '?', ':']);
    (words < 2 || !ends).then(|| Violation::new(&file.path, 1, "open the file with a `//!` sentence"))
}

#[cfg(test)]
mod tests {
    use super::super::{file, render};
    use super::*;

    #[track_caller]
    fn ok(path: &str, text: &str, expected: bool) {
        assert_eq!(check(&file(path, text)).is_none(), expected, "{text:?}");
    }

    #[test]
    fn a_rust_file_opens_with_a_sentence() {
        ok("a.rs", "//! Reads pages.\n\nuse x;", true);
        ok("a.rs", "//! Reads pages: plain text,\n//! HTML and mail.\nuse x;", true);
        ok("a.rs", "//! Reads pages. No I/O\n", true);
        ok("a.py", "x = 1", true);
        ok("a.rs", "", false);
        ok("a.rs", "//! stub\n", false);
        ok("a.rs", "//! reads pages\n\n//! And more.", false);
        ok("a.rs", "use x;\n//! Too late.", false);
        ok("a.rs", "/// Of the next item.\nfn x() {}", false);
    }

    #[test]
    fn the_message_names_the_place() {
        let out = render(check(&file("crates/x/src/a.rs", "fn x() {}")));
        assert_eq!(out, "crates/x/src/a.rs:1: open the file with a `//!` sentence\n");
    }
}
