//! A crate depends only on crates of lower floors; floor-mates never meet.

use serde_json::Value;

use super::{File, Violation};

/// The floor of each crate of the workspace; `xtask` stands beside the house.
const FLOORS: [(&str, u8); 10] = [
    ("onrecord-base", 0),
    ("onrecord-kernels", 0),
    ("onrecord-encoder", 1),
    ("onrecord-ingest", 1),
    ("onrecord-record", 1),
    ("onrecord-extract", 2),
    ("onrecord-engine", 3),
    ("onrecord-web", 4),
    ("onrecord-py", 4),
    ("onrecord", 5),
];

fn floor(name: &str) -> Option<u8> {
    FLOORS.iter().find(|(known, _)| *known == name).map(|(_, floor)| *floor)
}

/// The dependencies in `metadata`, as `cargo metadata --no-deps` prints it, that point up or sideways.
pub(super) fn check(metadata: &Value, files: &[File]) -> Vec<Violation> {
    let mut violations = Vec::new();
    let empty = Vec::new();
    let packages = metadata["packages"].as_array().unwrap_or(&empty);
    let members: Vec<&str> = packages.iter().filter_map(|p| p["name"].as_str()).collect();
    let root = metadata["workspace_root"].as_str().unwrap_or_default();
    for package in packages {
        let name = package["name"].as_str().unwrap_or_default();
        let manifest = package["manifest_path"].as_str().unwrap_or_default();
        let path = manifest.strip_prefix(root).unwrap_or(manifest).trim_start_matches('/');
        let own = floor(name);
        if own.is_none() && name != "xtask" {
            violations.push(Violation::new(
                path,
                1,
                format!("{name} has no floor: give it one in {}", file!()),
            ));
        }
        for dependency in package["dependencies"].as_array().unwrap_or(&empty) {
            let other = dependency["name"].as_str().unwrap_or_default();
            if !members.contains(&other) {
                continue;
            }
            let message = match (own, floor(other)) {
                _ if other == "xtask" => format!("{name} depends on xtask, which nothing may"),
                (Some(own), Some(below)) if below >= own => {
                    format!("{name} (floor {own}) depends on {other} (floor {below}): only lower floors")
                }
                _ => continue,
            };
            violations.push(Violation::new(path, line_of(files, path, other), message));
        }
    }
    violations
}

/// The line of the manifest at `path` that names `dependency`; 1 if none does.
fn line_of(files: &[File], path: &str, dependency: &str) -> usize {
    let text = files.iter().find(|file| file.path == path).and_then(File::text).unwrap_or_default();
    let declares =
        |line: &str| line.strip_prefix(dependency).is_some_and(|rest| rest.starts_with(['.', ' ', '=']));
    text.lines().position(declares).map_or(1, |index| index + 1)
}

#[cfg(test)]
mod tests {
    use expect_test::{Expect, expect};
    use serde_json::json;

    use super::super::{file, render};
    use super::*;

    #[track_caller]
    fn check_packages(packages: &[(&str, &[&str])], expected: Expect) {
        let packages: Vec<Value> = packages
            .iter()
            .map(|(name, dependencies)| {
                let dependencies: Vec<Value> = dependencies.iter().map(|d| json!({"name": d})).collect();
                json!({"name": name, "manifest_path": format!("/r/{name}/Cargo.toml"), "dependencies": dependencies})
            })
            .collect();
        let manifest = file("onrecord-base/Cargo.toml", "[dependencies]\nonrecord-engine.workspace = true\n");
        let metadata = json!({"packages": packages, "workspace_root": "/r"});
        expected.assert_eq(&render(check(&metadata, &[manifest])));
    }

    #[test]
    fn lower_floors_and_strangers_are_fine() {
        check_packages(
            &[
                ("onrecord-base", &["memchr"]),
                ("onrecord-ingest", &["onrecord-base"]),
                ("onrecord-engine", &["onrecord-base", "onrecord-ingest"]),
                ("onrecord", &["onrecord-engine"]),
                ("xtask", &["onrecord-engine"]),
            ],
            expect![""],
        );
    }

    #[test]
    fn higher_floors_mates_and_xtask_are_not() {
        check_packages(
            &[
                ("onrecord-base", &["onrecord-engine"]),
                ("onrecord-engine", &["xtask"]),
                ("onrecord-ingest", &["onrecord-extract"]),
                ("onrecord-extract", &[]),
                ("onrecord-new", &[]),
                ("xtask", &[]),
            ],
            expect![[r#"
                onrecord-base/Cargo.toml:2: onrecord-base (floor 0) depends on onrecord-engine (floor 3): only lower floors
                onrecord-engine/Cargo.toml:1: onrecord-engine depends on xtask, which nothing may
                onrecord-ingest/Cargo.toml:1: onrecord-ingest (floor 1) depends on onrecord-extract (floor 2): only lower floors
                onrecord-new/Cargo.toml:1: onrecord-new has no floor: give it one in xtask/src/tidy/floors.rs
            "#]],
        );
    }
}
