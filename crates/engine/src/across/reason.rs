//! Reasons: what speaks for or against two actors being one, in words for a person and a code for a program.

/// One observation about two actors.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reason {
    /// For programs.
    pub code: ReasonCode,
    /// A clause for a person: "“Bob” is a short form of “Robert”".
    pub text: String,
}

impl Reason {
    pub(super) fn new(code: ReasonCode, text: impl Into<String>) -> Self {
        Self { code, text: text.into() }
    }
}

macro_rules! codes {
    ($($(#[$doc:meta])* $code:ident $name:literal $speaks:ident,)*) => {
        /// The kinds of observation; the names are part of the output format.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum ReasonCode { $($(#[$doc])* $code,)* }

        impl ReasonCode {
            /// All of them.
            pub const ALL: &[ReasonCode] = &[$(Self::$code,)*];

            /// The name in outputs.
            pub fn name(self) -> &'static str {
                match self { $(Self::$code => $name,)* }
            }

            /// Whether it speaks against the two being one.
            pub fn is_against(self) -> bool {
                match self { $(Self::$code => codes!($speaks),)* }
            }
        }
    };
    (for) => { false };
    (against) => { true };
}

codes! {
    /// The user said so.
    Decided "decided" for,
    /// Both have the same Wikidata item.
    SameItem "same-item" for,
    /// The same text was read twice, under two names.
    SameText "same-text" for,
    /// The full names are the same but for case, accents, titles, hyphens and middle initials.
    SameName "same-name" for,
    /// An article calls the one by the full name of the other.
    Alias "alias" for,
    /// The same words in another order.
    NameOrder "name-order" for,
    /// The same name in another spelling, as from another alphabet.
    Spelling "spelling" for,
    /// A short form of the given name.
    ShortName "short-name" for,
    /// One name has more words than the other.
    PartOfName "part-of-name" for,
    /// An initial stands for the given name.
    Initial "initial" for,
    /// The surname is one slip apart.
    Misspelt "misspelt" for,
    /// Only the surname is the same; counts only together with an office.
    SameSurname "same-surname" for,
    /// The letters of one are the initials of the other.
    Acronym "acronym" for,
    /// An article gives the letters beside the name.
    AcronymGiven "acronym-given" for,
    /// The same authority of the same country.
    SameAuthority "same-authority" for,
    /// The same country.
    SameCountry "same-country" for,
    /// The same office.
    SameOffice "same-office" for,
    /// The same calling ("lawyer").
    SameCalling "same-calling" for,
    /// The same employer or body.
    SameBody "same-body" for,
    /// The same middle initials.
    SameMiddle "same-middle" for,
    /// Both are "Jr.", or both "Sr.".
    SameGeneration "same-generation" for,
    /// Two Wikidata items.
    OtherItem "other-item" against,
    /// A person is no organisation.
    OtherKind "other-kind" against,
    /// "he" and "she".
    OtherGender "other-gender" against,
    /// Offices or callings in two countries.
    OtherCountry "other-country" against,
    /// The same office of two regions.
    OtherRegion "other-region" against,
    /// Callings that seldom go together.
    OtherCalling "other-calling" against,
    /// "Jr." and "Sr."; or one of them and none.
    OtherGeneration "other-generation" against,
    /// Two middle initials.
    OtherMiddle "other-middle" against,
    /// The articles lie further apart than a public life lasts.
    OtherTime "other-time" against,
    /// One article tells the two apart.
    BothInOneArticle "both-in-one-article" against,
    /// Several people bear this name, and nothing tells which of them this is.
    SharedName "shared-name" against,
    /// Several fit as well as this one.
    SeveralFit "several-fit" against,
    /// With what is joined already, this would not fit together.
    WouldNotFit "would-not-fit" against,
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn names_are_different_and_in_one_style() {
        let names: HashSet<&str> = ReasonCode::ALL.iter().map(|code| code.name()).collect();
        assert_eq!(names.len(), ReasonCode::ALL.len());
        assert!(names.iter().all(|name| name.chars().all(|c| c.is_ascii_lowercase() || c == '-')));
        assert!(ReasonCode::OtherItem.is_against() && !ReasonCode::SameItem.is_against());
    }
}
