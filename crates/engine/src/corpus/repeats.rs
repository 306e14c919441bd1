//! Repeats: when two statements are one utterance that several articles carry.
//!
//! They are if the same actor speaks on the same issue in the same words (case, accents and punctuation aside). Of a
//! quotation below [`LONG`] words the day must be the same, too, or the whole text (then the statement has the same id):
//! "We will see" is said every week anew. A statement whose speaker is not settled is in nobody's utterances. Quotations
//! of which one article gives more than another stay two.

use std::collections::HashMap;

use onrecord_base::simple_words;

use super::{Utterance, day_of};
use crate::json::{Document, Stance, Statement};

/// So many words are not said twice in the same way by chance.
const LONG: usize = 5;

/// What two statements of one speaker share that are one utterance.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub(crate) struct Said {
    /// Simple words, parted by spaces.
    words: String,
    /// Of a short quotation the day, or the document if that is not known.
    on: Option<String>,
}

impl Said {
    /// That of a statement.
    pub(crate) fn of(document: &Document, statement: &Statement) -> Self {
        let words = simple_words(&statement.quote);
        let on = (words.len() < LONG).then(|| day_of(document).unwrap_or(&document.doc).to_owned());
        Self { words: words.join(" "), on }
    }
}

/// Actor, issue, words, and of a short quotation the day, or the document if that is not known.
type Key = (usize, usize, String, Option<String>);

/// The utterances so far.
#[derive(Default)]
pub(super) struct Repeats {
    words: HashMap<Key, usize>,
    /// Actor, issue and id of the statement.
    ids: HashMap<(usize, usize, String), usize>,
}

impl Repeats {
    /// Adds an utterance with one carrier, or that carrier to the utterance that it repeats; gives its place.
    pub(super) fn add(
        &mut self,
        all: &mut Vec<Utterance>,
        new: Utterance,
        document: &Document,
        statement: &Statement,
    ) -> usize {
        let Said { words, on } = Said::of(document, statement);
        let same_id = self.ids.entry((new.actor, new.issue, statement.id.clone()));
        let same_words = self.words.entry((new.actor, new.issue, words, on));
        let place = *same_id.or_insert_with(|| *same_words.or_insert(all.len()));
        let Some(known) = all.get_mut(place) else {
            all.push(new);
            return place;
        };
        (known.stance, known.confidence) =
            surer((known.stance, known.confidence), (new.stance, new.confidence));
        known.carriers.extend(new.carriers);
        place
    }
}

type Judged = (Option<Stance>, Option<f64>);

/// The surer of two judgements on the same words; of two opposed ones that are as sure, neither.
fn surer(one: Judged, other: Judged) -> Judged {
    let sure = |judged: &Judged| (judged.0.is_some(), judged.1.unwrap_or(0.0));
    let ((is, how), (other_is, other_how)) = (sure(&one), sure(&other));
    match is.cmp(&other_is).then(how.total_cmp(&other_how)) {
        std::cmp::Ordering::Greater => one,
        std::cmp::Ordering::Less => other,
        std::cmp::Ordering::Equal if one.0 == other.0 => one,
        std::cmp::Ordering::Equal => (None, None),
    }
}
