//! A lint is silenced with its reason: `#[expect(lint, reason = "…")]`, never a bare `#[allow(…)]`.

use super::{File, Violation};

/// One violation for each `allow` attribute without a reason.
pub(super) fn check(file: &File) -> Vec<Violation> {
    let Some(text) = file.text().filter(|_| file.is_rust()) else { return Vec::new() };
    let mut violations = Vec::new();
    let mut offset = 0;
    for (number, line) in text.split_inclusive('\n').enumerate() {
        let code = line.trim_start();
        if code.starts_with("#[allow(") || code.starts_with("#![allow(") {
            // The attribute may run over several lines, up to its closing bracket.
            let rest = &text[offset..];
            let attribute = &rest[..rest.find(")]").unwrap_or(rest.len())];
            if !attribute.contains("reason =") {
                let message = "say why: `#[expect(lint, reason = \"…\")]` in place of a bare `allow`";
                violations.push(Violation::new(&file.path, number + 1, message));
            }
        }
        offset += line.len();
    }
    violations
}

#[cfg(test)]
mod tests {
    use super::super::file;
    use super::*;

    #[track_caller]
    fn check_lines(text: &str, expected: &[usize]) {
        let lines: Vec<usize> = check(&file("a.rs", text)).iter().map(|v| v.line).collect();
        assert_eq!(lines, expected, "{text:?}");
    }

    #[test]
    fn an_allow_needs_a_reason() {
        check_lines("fn x() {}\n    #[allow(dead_code)]\n", &[2]);
        check_lines("#![allow(\n  dead_code,\n)]\n#[allow(x)]", &[1, 4]);
        check_lines("#[allow(x, reason = \"why\")]", &[]);
        check_lines("#[allow(\n x,\n reason = \"why\"\n)]", &[]);
        check_lines("#[expect(x, reason = \"why\")]", &[]);
        check_lines("// `#[allow(x)]` in a comment", &[]);
    }
}
