//! How sure a resolution is, by the kind of words that name the speaker: one table.
//!
//! Measured on the 20 annotated articles of PolNeAR dev (`training/actors`), as the share of resolutions that name one of
//! the right actors: full names 119 of 123, short names 133 of 139, pronouns 98 of 98, roles tied to a name 21 of 22, those who
//! have no name 66 of 79. The rules were made with these articles at hand, so pronouns are set lower than measured. Kinds
//! that were met less than ten times (all others) have what a careful reader would bet.

use onrecord_base::How;

/// A pronoun near which others could be meant as well.
pub(super) const PRONOUN_WITH_RIVALS: f32 = 0.93;
/// A pronoun that the model of pronouns settles: of the 39 in 300 articles of PolNeAR's training part, read by eye, 36 were right.
pub(super) const PRONOUN_ASKED: f32 = 0.9;
/// One of which it says another than the rules, but not surely: half of a dozen there.
pub(super) const PRONOUN_DOUBTED: f32 = 0.6;
/// A description of somebody who has no name; it may yet be somebody named, or nobody.
pub(super) const DESCRIBES_ITSELF: f32 = 0.84;

/// How sure the first link of a chain makes it.
pub(crate) fn of(how: How) -> f32 {
    match how {
        How::FullName => 0.97,
        How::ShortName => 0.96,
        How::Pronoun => 0.96,
        How::Role => 0.95,
        How::Counterpart => 0.85,
        How::SpeaksFor => 0.9,
        How::NamedLater => 0.75,
        How::Both => 0.88,
        How::FirstPerson => 0.9,
        // A page may name who put it there.
        How::Author => 0.85,
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
        let pronouns = [of(How::Pronoun), PRONOUN_WITH_RIVALS, PRONOUN_ASKED, PRONOUN_DOUBTED];
        assert!(pronouns.is_sorted_by(|a, b| a > b));
        assert!(of(How::Role) > DESCRIBES_ITSELF);
    }
}
