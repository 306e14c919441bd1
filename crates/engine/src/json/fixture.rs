//! Documents of our own invention for tests: what a model would find does not matter here.
//!
//! The tests of the program take this file in by its path, so it names everything as they would.

use onrecord_engine::json::{
    Actor, ActorKind, Document, Form, Ground, Issue, OffsetUnit, Pairing, Range, Review, Stance, Statement,
    Take,
};
use sha2::{Digest, Sha256};

/// A document in the making; offsets count characters.
pub(crate) struct Draft(Document);

impl Draft {
    /// An article with nothing said in it yet.
    pub(crate) fn new(doc: &str, published: Option<&str>, text: &str) -> Self {
        let sha256: String =
            Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect();
        Self(Document {
            onrecord: 1,
            doc: doc.to_owned(),
            url: None,
            title: None,
            outlet: None,
            author: None,
            published: published.map(str::to_owned),
            lang: Some("en".to_owned()),
            page_sha256: sha256.clone(),
            text_sha256: sha256,
            offset_unit: OffsetUnit::Char,
            text: text.to_owned(),
            litter: Vec::new(),
            actors: Vec::new(),
            statements: Vec::new(),
            issues: Vec::new(),
            positions: Vec::new(),
            differences: Vec::new(),
            agreements: Vec::new(),
            diagnostics: Vec::new(),
        })
    }

    /// Somebody, mentioned wherever the words of `mentions` stand first.
    pub(crate) fn actor(
        mut self,
        name: &str,
        kind: ActorKind,
        item: Option<&str>,
        mentions: &[&str],
    ) -> Self {
        let id = format!("a{}", self.0.actors.len() + 1);
        let mentions = mentions.iter().map(|words| self.range(words)).collect();
        let (name, wikidata) = (name.to_owned(), item.map(str::to_owned));
        self.0.actors.push(Actor {
            id,
            name,
            kind: Some(kind),
            role: None,
            wikidata,
            known_as: None,
            mentions,
        });
        self
    }

    /// The actor numbered `actor` (from 1; 0 is nobody) says `quote`, with a stance toward each issue.
    pub(crate) fn said(mut self, actor: usize, quote: &str, takes: &[(&str, Option<Stance>)]) -> Self {
        let take = |(n, (issue, stance)): (usize, &(&str, Option<Stance>))| Take {
            issue: (*issue).to_owned(),
            score: Some(0.9 - n as f64 / 10.0),
            stance: *stance,
            confidence: Some(0.8),
        };
        for (issue, _) in takes {
            self = self.issue(issue);
        }
        let issues: Vec<Take> = takes.iter().enumerate().map(take).collect();
        let key = format!("{}{}{quote}", self.0.text, self.0.statements.len());
        let id = Sha256::digest(key.as_bytes()).iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        self.0.statements.push(Statement {
            id,
            form: Form::Direct,
            source: Vec::new(),
            cue: Vec::new(),
            content: vec![self.range(quote)],
            quote: quote.to_owned(),
            actors: (actor > 0).then(|| format!("a{actor}")).into_iter().collect(),
            resolution: Vec::new(),
            reported_by: None,
            issue: issues.first().map(|take| take.issue.clone()),
            stance: issues.first().and_then(|take| take.stance),
            issues,
            target: None,
            attitude: None,
            confidence: Some(0.9),
            review: Review::Machine,
        });
        self
    }

    /// The actors numbered `between` differ over `issue` on other ground than their stances.
    pub(crate) fn differ(mut self, issue: &str, between: [usize; 2], ground: Ground) -> Self {
        let on = |n: usize| -> Vec<String> {
            let actor = format!("a{n}");
            let speaks =
                |s: &&Statement| s.actors.contains(&actor) && s.issues.iter().any(|t| t.issue == issue);
            self.0.statements.iter().filter(speaks).map(|s| s.id.clone()).collect()
        };
        self.0.differences.push(Pairing {
            issue: issue.to_owned(),
            between: between.map(|n| format!("a{n}")),
            statements: between.map(on),
            ground,
            strength: Some(0.7),
        });
        self
    }

    /// The document.
    pub(crate) fn done(self) -> Document {
        self.0
    }

    fn issue(mut self, id: &str) -> Self {
        if self.0.issues.iter().all(|issue| issue.id != id) {
            let label = id.replace('-', " ");
            let mentions = self.0.text.contains(&label).then(|| self.range(&label)).into_iter().collect();
            self.0.issues.push(Issue { id: id.to_owned(), label, proposition: None, mentions });
        }
        self
    }

    fn range(&self, words: &str) -> Range {
        let at = self.0.text.find(words).unwrap();
        let start = self.0.text[..at].chars().count();
        [start as u32, (start + words.chars().count()) as u32]
    }
}

/// Two ministers on two issues: they are opposed over sanctions, and over gas transit the second is not clear.
pub(crate) fn spar(doc: &str, published: &str) -> Document {
    let text = "Ministers spar on sanctions and gas transit\n\n\
        “The sanctions will stay,” Ingrid Halvorsen said. Halvorsen said gas transit had to go on.\n\n\
        “The sanctions are a crime,” said Oleh Marchenko, who spoke of gas transit and of pipelines.";
    Draft::new(doc, Some(published), text)
        .actor(
            "Ingrid Halvorsen",
            ActorKind::Person,
            Some("Q900001"),
            &["Ingrid Halvorsen", "Halvorsen said gas"],
        )
        .actor("Oleh Marchenko", ActorKind::Person, None, &["Oleh Marchenko"])
        .said(1, "“The sanctions will stay,”", &[("sanctions", Some(Stance::Support))])
        .said(1, "gas transit had to go on", &[("gas-transit", Some(Stance::Support))])
        .said(2, "“The sanctions are a crime,”", &[("sanctions", Some(Stance::Oppose))])
        .said(2, "of gas transit and of pipelines", &[("gas-transit", None), ("sanctions", None)])
        .differ("sanctions", [1, 2], Ground::Denial)
        .done()
}
