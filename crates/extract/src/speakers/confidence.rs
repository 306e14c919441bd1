//! How sure a resolution is, by the kind of words that name the speaker: one table.
//!
//! The figures are what a careful reader would bet on each kind, checked against the sample pages; they order
//! resolutions by how much they need a second look and are no measured frequencies.

use onrecord_base::How;

/// A pronoun near which others could be meant as well.
pub(super) const PRONOUN_WITH_RIVALS: f32 = 0.85;
/// A description of somebody who has no name: it means just whom it describes.
pub(super) const DESCRIBES_ITSELF: f32 = 0.95;

/// How sure the first link of a chain makes it.
pub(crate) fn of(how: How) -> f32 {
    match how {
        How::FullName => 0.99,
        How::ShortName => 0.97,
        How::Pronoun => 0.95,
        How::Role => 0.9,
        How::Counterpart => 0.85,
        How::SpeaksFor => 0.9,
        How::NamedLater => 0.75,
        How::Both => 0.88,
        How::FirstPerson => 0.9,
        How::Answer => 0.9,
        // To be multiplied by how sure the statement is whose speaker goes on.
        How::Implied => 0.88,
        How::SameWords => 0.75,
        How::OfficeHolder => 0.85,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_plainer_the_words_the_surer() {
        for how in How::ALL {
            assert!((0.5..1.0).contains(&of(how)), "{how:?}");
            assert!(of(how) <= of(How::FullName), "{how:?}");
        }
        assert!(of(How::Pronoun) > PRONOUN_WITH_RIVALS);
        assert!(of(How::Role) < DESCRIBES_ITSELF);
    }
}
