//! Several documents taken together: who said what on which issue, each utterance counted once.
//!
//! **One vote per actor and utterance.** A quotation that several articles carry, or one article repeats, is one
//! [`Utterance`]: the same actor, the same issue, the same words in their simple form (`repeats.rs` tells which). Its
//! stance is that of its surest carrier, its date that of its first.

mod actor_key;
mod compare;
mod differences;
mod find;
mod period;
mod positions;
mod repeats;
#[cfg(test)]
mod tests;

use std::collections::{BTreeSet, HashMap, HashSet};

pub use actor_key::{ActorKey, actor_key};
pub use find::FindError;
pub use period::Period;

use crate::json::{self, Document, Places, Stance, Statement};
use onrecord_base::simple_words;
use repeats::Repeats;
pub(crate) use repeats::Said;

/// Documents, the actors in them under one key each, and what they said on the issues.
#[derive(Default)]
pub struct Corpus {
    documents: Vec<Document>,
    /// For each document, the words of its statements' cues.
    cues: Vec<Vec<Option<String>>>,
    /// For each document, its actors' places in `actors`, by their ids there.
    cast: Vec<HashMap<String, usize>>,
    actors: Vec<Actor>,
    issues: Vec<Issue>,
    utterances: Vec<Utterance>,
    /// The places of what an actor said on an issue.
    said: HashMap<(usize, usize), Vec<usize>>,
    keys: HashMap<ActorKey, usize>,
    ids: HashMap<String, usize>,
    repeats: Repeats,
    /// Document and text of what is in: a file that is given twice counts once.
    known: HashSet<(String, String)>,
}

/// Somebody in one or several documents.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Actor {
    /// What makes them one.
    pub key: ActorKey,
    /// The fullest name that a document gives.
    pub name: String,
    /// What they are, where a document tells.
    pub kind: Option<json::ActorKind>,
    /// The Wikidata item.
    pub wikidata: Option<String>,
    /// Simple words of the names by which documents mention them, pronouns aside.
    aliases: BTreeSet<String>,
}

/// An issue, as the first document that has it tells it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    /// Names it: documents mean the same by the same id.
    pub id: String,
    /// As a reader would name it.
    pub label: String,
    /// What one supports or opposes.
    pub proposition: Option<String>,
}

/// What one actor said on one issue, once, however many articles carry it.
#[derive(Clone, Debug, PartialEq)]
pub struct Utterance {
    /// A place in [`Corpus::actors`].
    pub actor: usize,
    /// A place in [`Corpus::issues`].
    pub issue: usize,
    /// The stance of the carrier whose stance is the surest; `None` where it is unclear in all.
    pub stance: Option<Stance>,
    /// How sure that stance is, 0 to 1.
    pub confidence: Option<f64>,
    /// Where it stands, the earliest first; never empty.
    pub carriers: Vec<Carrier>,
}

/// A statement of a document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Carrier {
    /// The place of the document.
    pub document: usize,
    /// The place of the statement in it.
    pub statement: usize,
}

impl Corpus {
    /// Takes a document in; its text is let go. One that is in already counts once.
    pub fn add(&mut self, mut document: Document) {
        if !self.known.insert((document.doc.clone(), document.text_sha256.clone())) {
            return;
        }
        let place = self.documents.len();
        let places = Places::of(&document).ok();
        let mut cast = HashMap::new();
        for actor in &document.actors {
            let key = actor_key(&document, actor);
            cast.insert(actor.id.clone(), self.actor(key, actor, places.as_ref()));
        }
        for issue in &document.issues {
            self.issue(&issue.id, Some(issue));
        }
        let cue = |statement: &Statement| {
            let words = statement.cue.iter().filter_map(|range| places.as_ref()?.words(*range));
            let words: Vec<&str> = words.collect();
            (!words.is_empty()).then(|| words.join(" … "))
        };
        self.cues.push(document.statements.iter().map(cue).collect());
        document.text = String::new();
        let mut touched = BTreeSet::new();
        for (n, statement) in document.statements.iter().enumerate() {
            for take in statement.takes() {
                let issue = self.issue(&take.issue, None);
                for id in &statement.actors {
                    let Some(&actor) = cast.get(id) else { continue };
                    let new = Utterance {
                        actor,
                        issue,
                        stance: take.stance,
                        confidence: take.stance.and(take.confidence),
                        carriers: vec![Carrier { document: place, statement: n }],
                    };
                    let new = self.repeats.add(&mut self.utterances, new, &document, statement);
                    touched.insert(new);
                    let said = self.said.entry((actor, issue)).or_default();
                    if said.last().is_none_or(|last| *last < new) {
                        said.push(new);
                    }
                }
            }
        }
        self.cast.push(cast);
        self.documents.push(document);
        let published = |carrier: &Carrier| self.documents[carrier.document].published.clone();
        for n in touched {
            // Undated carriers come last: nobody knows whether they were the first.
            self.utterances[n]
                .carriers
                .sort_by_cached_key(|carrier| (published(carrier).is_none(), published(carrier), *carrier));
        }
    }

    /// The words by which a carrier tells how it was said.
    fn cue(&self, carrier: Carrier) -> Option<String> {
        self.cues[carrier.document][carrier.statement].clone()
    }

    /// The documents, without their texts, in the order in which they came.
    pub fn documents(&self) -> &[Document] {
        &self.documents
    }

    /// Who is in them, in order of first appearance.
    pub fn actors(&self) -> &[Actor] {
        &self.actors
    }

    /// What is at issue, in order of first appearance.
    pub fn issues(&self) -> &[Issue] {
        &self.issues
    }

    /// What was said on issues, in order of first appearance.
    pub fn utterances(&self) -> &[Utterance] {
        &self.utterances
    }

    /// The document and the statement of a carrier.
    pub fn carrier(&self, carrier: Carrier) -> (&Document, &Statement) {
        let document = &self.documents[carrier.document];
        (document, &document.statements[carrier.statement])
    }

    /// The day of an utterance: the publication of its first carrier, `YYYY-MM-DD`; `None` if no carrier has a date.
    pub fn day(&self, utterance: &Utterance) -> Option<&str> {
        utterance.carriers.first().and_then(|carrier| self.day_of(*carrier))
    }

    /// The day on which a carrier was published, `YYYY-MM-DD`.
    pub fn day_of(&self, carrier: Carrier) -> Option<&str> {
        day_of(&self.documents[carrier.document])
    }

    /// What an actor said on an issue.
    fn said(&self, actor: usize, issue: usize) -> impl Iterator<Item = &Utterance> {
        self.said.get(&(actor, issue)).into_iter().flatten().map(|n| &self.utterances[*n])
    }

    fn actor(&mut self, key: ActorKey, actor: &json::Actor, places: Option<&Places>) -> usize {
        let place = *self.keys.entry(key.clone()).or_insert(self.actors.len());
        if place == self.actors.len() {
            let (name, kind, wikidata) = (actor.name.clone(), actor.kind, actor.wikidata.clone());
            self.actors.push(Actor { key, name, kind, wikidata, aliases: BTreeSet::new() });
        }
        let known = &mut self.actors[place];
        if simple_words(&actor.name).len() > simple_words(&known.name).len() {
            known.name.clone_from(&actor.name);
        }
        known.kind = known.kind.or(actor.kind);
        known.aliases.extend(find::aliases(actor, places));
        place
    }

    fn issue(&mut self, id: &str, issue: Option<&json::Issue>) -> usize {
        if let Some(&place) = self.ids.get(id) {
            return place;
        }
        let (label, proposition) =
            issue.map_or((id, None), |issue| (issue.label.as_str(), issue.proposition.clone()));
        self.issues.push(Issue { id: id.to_owned(), label: label.to_owned(), proposition });
        self.ids.insert(id.to_owned(), self.issues.len() - 1);
        self.issues.len() - 1
    }
}

/// The day on which a document was published, `YYYY-MM-DD`.
pub(crate) fn day_of(document: &Document) -> Option<&str> {
    let day = document.published.as_deref()?.get(..10)?;
    let shape = day
        .bytes()
        .enumerate()
        .all(|(n, byte)| if [4, 7].contains(&n) { byte == b'-' } else { byte.is_ascii_digit() });
    shape.then_some(day)
}
