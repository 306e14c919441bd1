//! Appearances: one actor of one read article, with what the article says of them.

use std::cmp::Ordering;
use std::collections::BTreeSet;
use std::sync::Arc;

use onrecord_base::ActorKind;

use crate::ReadArticle;
use crate::json::load::LoadedArticle;

/// The article in which an actor appears.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Origin {
    /// SHA-256 of the text, lower-case hexadecimal. The same text under two names is one text.
    pub text_sha256: String,
    /// The file name or URL.
    pub doc: String,
    /// The paper or site.
    pub outlet: Option<String>,
    /// The publication date: `YYYY-MM-DD`, or RFC 3339.
    pub published: Option<String>,
}

impl Origin {
    /// The year of publication.
    pub(super) fn year(&self) -> Option<i32> {
        self.published.as_deref()?.get(..4)?.parse().ok()
    }

    /// The day, without the time.
    pub(super) fn day(&self) -> Option<&str> {
        self.published.as_deref()?.get(..10)
    }
}

/// An actor of an article.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Appearance {
    /// The article.
    pub origin: Arc<Origin>,
    /// The actor's id in the article ("a1").
    pub id: String,
    /// The fullest name the article gives, or a role phrase.
    pub name: String,
    /// The name under which the item is known, where the article has only an office or a seat of government.
    pub known_as: Option<String>,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// The role the article gives.
    pub role: Option<String>,
    /// The Wikidata item.
    pub wikidata: Option<String>,
    /// The words of the mentions, each once, in alphabetical order.
    pub words: Vec<String>,
    /// How many statements are theirs.
    pub statements: u32,
}

impl Appearance {
    /// The actors of an article.
    pub fn of(read: &ReadArticle) -> Vec<Self> {
        let (reading, metadata) = (&read.reading, &read.reading.article.metadata);
        let origin = Arc::new(Origin {
            text_sha256: read.text_sha256.clone(),
            doc: read.name.clone(),
            outlet: metadata.outlet.clone(),
            published: metadata.published.clone(),
        });
        let mut statements = vec![0; reading.actors.len()];
        for actor in reading.statements.iter().flat_map(|statement| &statement.actors) {
            if let Some(count) = statements.get_mut(actor.0 as usize) {
                *count += 1;
            }
        }
        let text = &reading.article.text;
        let of = |((index, actor), statements): ((usize, &onrecord_base::Actor), u32)| Self {
            origin: Arc::clone(&origin),
            id: ReadArticle::actor_id(index),
            name: actor.name.clone(),
            known_as: actor.known_as.clone(),
            kind: actor.kind,
            role: actor.role.clone(),
            wikidata: actor.wikidata.clone(),
            words: once(actor.mentions.iter().map(|span| text.slice(span))),
            statements,
        };
        reading.actors.iter().enumerate().zip(statements).map(of).collect()
    }

    /// The actors of an article that was read before.
    pub fn of_loaded(loaded: &LoadedArticle) -> Vec<Self> {
        let document = loaded.document();
        let origin = Arc::new(Origin {
            text_sha256: document.text_sha256.clone(),
            doc: document.doc.clone(),
            outlet: document.outlet.clone(),
            published: document.published.clone(),
        });
        let of = |actor: &crate::json::Actor| Self {
            origin: Arc::clone(&origin),
            id: actor.id.clone(),
            name: actor.name.clone(),
            known_as: actor.known_as.clone(),
            kind: actor.kind.map(ActorKind::from),
            role: actor.role.clone(),
            wikidata: actor.wikidata.clone(),
            words: once(actor.mentions.iter().map(|range| loaded.words(*range))),
            statements: document.statements.iter().filter(|s| s.actors.contains(&actor.id)).count() as u32,
        };
        document.actors.iter().map(of).collect()
    }
}

/// By text, then by place in it; whatever is different is told apart, so that the order is the same everywhere.
impl Ord for Appearance {
    fn cmp(&self, other: &Self) -> Ordering {
        let kind = |of: &Self| of.kind.map(ActorKind::name);
        (&self.origin, &self.id, &self.name, kind(self))
            .cmp(&(&other.origin, &other.id, &other.name, kind(other)))
            .then_with(|| {
                let rest = (&self.known_as, &self.role, &self.wikidata, &self.words, self.statements);
                rest.cmp(&(&other.known_as, &other.role, &other.wikidata, &other.words, other.statements))
            })
    }
}

impl PartialOrd for Appearance {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

/// Each wording once; runs of white space are one space, for lines of the page are not ours.
fn once<'t>(words: impl Iterator<Item = &'t str>) -> Vec<String> {
    let squeezed = words.map(|words| words.split_whitespace().collect::<Vec<_>>().join(" "));
    squeezed.filter(|words| !words.is_empty()).collect::<BTreeSet<_>>().into_iter().collect()
}
