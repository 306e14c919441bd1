//! The README shows what the program prints: its readout is the real one, "…" standing for what is left out.

use std::path::Path;

use super::{onrecord, out};

#[test]
fn the_readout_in_the_readme_is_the_real_one() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let readme = std::fs::read_to_string(root.join("README.md")).unwrap();
    let (_, shown) = readme.split_once("<!-- readout: begin -->").unwrap();
    let (shown, _) = shown.split_once("<!-- readout: end -->").unwrap();
    let output =
        onrecord(&root).args(["read", "-f", "report", "samples/ministers-repost.html"]).output().unwrap();
    let mut rest = out(&output);
    let parts = shown.trim().trim_start_matches("```text").trim_end_matches("```").split("\n…\n");
    for part in parts.map(|part| part.trim_matches('\n')) {
        let (_, after) =
            rest.split_once(part).unwrap_or_else(|| panic!("the program does not print, from here:\n{part}"));
        rest = after;
    }
}
