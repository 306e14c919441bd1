//! The sample pages and their gold, as `samples/README.md` describes it.

use std::path::Path;

use serde::Deserialize;

pub(crate) struct Page {
    pub(crate) name: String,
    pub(crate) bytes: Vec<u8>,
    pub(crate) gold: Gold,
}

#[derive(Deserialize)]
pub(crate) struct Gold {
    pub(crate) counted: bool,
    #[serde(default, rename = "actor")]
    pub(crate) actors: Vec<GoldActor>,
    #[serde(default, rename = "statement")]
    pub(crate) statements: Vec<GoldStatement>,
    #[serde(default, rename = "issue")]
    pub(crate) issues: Vec<GoldIssue>,
    #[serde(default, rename = "difference")]
    pub(crate) differences: Vec<GoldPair>,
    #[serde(default, rename = "agreement")]
    pub(crate) agreements: Vec<GoldPair>,
}

#[derive(Deserialize)]
pub(crate) struct GoldIssue {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
    pub(crate) proposition: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct GoldPosition {
    pub(crate) issue: String,
    pub(crate) stance: Option<String>,
}

#[derive(Deserialize)]
pub(crate) struct GoldPair {
    pub(crate) issue: String,
    pub(crate) between: [String; 2],
}

#[derive(Deserialize)]
pub(crate) struct GoldActor {
    pub(crate) id: String,
    pub(crate) name: String,
    #[serde(default)]
    pub(crate) aliases: Vec<String>,
}

#[derive(Deserialize)]
pub(crate) struct GoldStatement {
    pub(crate) content: Vec<String>,
    pub(crate) actors: Vec<String>,
    pub(crate) near: Option<String>,
    #[serde(default)]
    pub(crate) positions: Vec<GoldPosition>,
}

/// All sample pages, by name.
pub(crate) fn all() -> Vec<Page> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../samples");
    let mut pages: Vec<Page> = std::fs::read_dir(folder.join("gold"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let gold = toml::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
            Page { bytes: std::fs::read(folder.join(&name)).unwrap(), name, gold }
        })
        .collect();
    pages.sort_by(|a, b| a.name.cmp(&b.name));
    pages
}
