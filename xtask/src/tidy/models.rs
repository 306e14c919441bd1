//! Weights have a model card beside them that names each file with its SHA-256.

use std::fmt::Write;

use sha2::{Digest, Sha256};

use super::{File, Violation};

/// What lies beside weights without being any; vocabularies and settings are weights to us, as they
/// change what the model says.
const BESIDE: [&str; 3] = [".md", "LICENSE", ".gitattributes"];

/// One violation for each file in models/ that no card vouches for.
pub(super) fn check(files: &[File]) -> Vec<Violation> {
    let mut violations = Vec::new();
    for file in files {
        let Some((folder, name)) = file.path.strip_prefix("models/").and_then(|_| file.path.rsplit_once('/'))
        else {
            continue;
        };
        if BESIDE.iter().any(|end| name.ends_with(end)) {
            continue;
        }
        let card = format!("{folder}/README.md");
        let Some(text) = files.iter().find(|f| f.path == card).and_then(File::text) else {
            violations.push(Violation::new(&file.path, 1, format!("no model card: write {card}")));
            continue;
        };
        let digest = hex(&Sha256::digest(&file.bytes));
        match text.lines().position(|line| line.contains(name)) {
            None => violations.push(Violation::new(&card, 1, format!("does not name {name} ({digest})"))),
            Some(_) if text.contains(&digest) => {}
            Some(line) => {
                violations.push(Violation::new(
                    &card,
                    line + 1,
                    format!("the SHA-256 of {name} is {digest}"),
                ));
            }
        }
    }
    violations
}

fn hex(bytes: &[u8]) -> String {
    let mut out = String::new();
    for byte in bytes {
        write!(out, "{byte:02x}").expect("writing to a string cannot fail");
    }
    out
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::super::{file, render};
    use super::*;

    #[test]
    fn weights_need_a_card_with_their_digest() {
        let digest = "0".repeat(64);
        let good = hex(&Sha256::digest("w"));
        let files = [
            file("models/bare/a.rten", "w"),
            file("models/stale/README.md", &format!("# Stale\n`b.rten` {digest}\n")),
            file("models/stale/b.rten", "w"),
            file("models/stale/c.json", "w"),
            file("models/true/README.md", &format!("# True\n`d.rten` {good}\n")),
            file("models/true/d.rten", "w"),
            file("crates/x/weights.rten", "w"),
        ];
        expect![[r#"
            models/bare/a.rten:1: no model card: write models/bare/README.md
            models/stale/README.md:2: the SHA-256 of b.rten is 50e721e49c013f00c62cf59f2163542a9d8df02464efeb615d31051b0fddc326
            models/stale/README.md:1: does not name c.json (50e721e49c013f00c62cf59f2163542a9d8df02464efeb615d31051b0fddc326)
        "#]]
        .assert_eq(&render(check(&files)));
    }
}
