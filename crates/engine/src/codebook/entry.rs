//! One issue of a codebook.

use onrecord_base::issue_id;

/// An issue as its owners describe it. Empty strings are `None` once it is in a [`Codebook`](super::Codebook).
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// Names it in outputs: lower case, words joined by hyphens ("gas-transit"); made from the label if empty.
    pub id: String,
    /// As a reader would name it ("Gas transit").
    pub label: String,
    /// What belongs to it and what does not; may have several lines.
    pub description: Option<String>,
    /// What one supports or opposes ("The transit of gas should go on").
    pub proposition: Option<String>,
    /// Words and phrases that show it, without semicolons; one that ends in `*` stands for all that begin so.
    pub keywords: Vec<String>,
    /// Id of the broader issue that it is a part of.
    pub parent: Option<String>,
}

impl Entry {
    /// White space at the ends and twice in a row goes, and what is empty is `None`; a missing id is made.
    pub(super) fn cleaned(self) -> Self {
        let label = squeezed(&self.label);
        let id = self.id.trim();
        let mut keywords: Vec<String> = Vec::new();
        for keyword in self.keywords.iter().map(|keyword| squeezed(keyword)) {
            if !keyword.is_empty() && !keywords.contains(&keyword) {
                keywords.push(keyword);
            }
        }
        Self {
            id: if id.is_empty() { issue_id(&label) } else { id.to_owned() },
            description: self.description.map(|text| lines(&text)).filter(|text| !text.is_empty()),
            proposition: self.proposition.map(|text| squeezed(&text)).filter(|text| !text.is_empty()),
            keywords,
            parent: self.parent.map(|id| id.trim().to_owned()).filter(|id| !id.is_empty()),
            label,
        }
    }
}

/// On one line.
pub(super) fn squeezed(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Lines end in one way and without white space, so that every format keeps them.
fn lines(text: &str) -> String {
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let lines: Vec<&str> = text.split('\n').map(str::trim_end).collect();
    lines.join("\n").trim().to_owned()
}
