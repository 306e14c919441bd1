//! `unsafe` stays in one crate: all others take the lints of the workspace, which forbid it.

use super::{File, Violation};

/// The crate that has lints of its own, among them that each `unsafe` block says why.
const OWN_LINTS: &str = "crates/kernels/Cargo.toml";

/// The violation of a crate's manifest that does not take the lints of the workspace, or of the one exception if it lets an
/// `unsafe` block go without a reason.
pub(super) fn check(file: &File) -> Option<Violation> {
    let name = file.path.strip_suffix("Cargo.toml")?;
    let text = file.text()?;
    // The workspace's own manifest stands at the root.
    if name.is_empty() {
        return None;
    }
    let wanted = if file.path == OWN_LINTS {
        "[lints.clippy]\n…\nundocumented_unsafe_blocks = \"warn\""
    } else {
        "[lints]\nworkspace = true"
    };
    let has = wanted.split("\n…\n").all(|part| text.contains(part));
    (!has).then(|| {
        Violation::new(&file.path, 1, format!("the manifest must say `{}`", wanted.replace('\n', " ")))
    })
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[track_caller]
    fn ok(path: &str, text: &str, expected: bool) {
        assert_eq!(check(&file(path, text)).is_none(), expected, "{path}: {text:?}");
    }

    #[test]
    fn only_the_kernels_have_lints_of_their_own() {
        let own = "[lints.rust]\nunsafe_code = \"allow\"\n\n[lints.clippy]\nall = \"warn\"\n";
        let inherited = "[package]\n\n[lints]\nworkspace = true\n";
        ok("crates/base/Cargo.toml", inherited, true);
        ok("crates/base/Cargo.toml", own, false);
        ok("xtask/Cargo.toml", "[package]\n", false);
        ok("crates/kernels/Cargo.toml", own, false);
        ok("crates/kernels/Cargo.toml", &format!("{own}undocumented_unsafe_blocks = \"warn\"\n"), true);
        ok("Cargo.toml", "[workspace]\n", true);
        ok("crates/base/src/lib.rs", "", true);
    }
}
