//! Noun phrases of the story, by the shapes of words and a list of nouns: the wordings from which issues take their names.

use rustc_hash::FxHashSet;

use super::at_issue;
use super::compounds;
use super::contraries;
use super::cues;
use super::keys;
use crate::nouns;
use crate::speakers::tokens::Story;

/// A story with what its words are.
pub(super) struct Grammar<'s> {
    pub(super) story: &'s Story<'s>,
    /// For each distinct word of the story whether it is a noun by the list, or used as one.
    nouns: Vec<bool>,
    /// What each token is.
    kinds: Vec<Kind>,
    /// The words that only this story shows to be nouns, in the singular.
    here: FxHashSet<&'s str>,
    /// What all forms of each token's word share.
    keys: Vec<Option<String>>,
    /// The nouns outside of headlines, as printed in lower case.
    told: FxHashSet<&'s str>,
}

/// A phrase: the tokens of a noun or name with what stands right before it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Phrase {
    /// The first token, an adjective at most.
    pub(super) first: usize,
    /// The head.
    pub(super) last: usize,
}

/// What a token is in a phrase.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// Part of a proper name.
    Name,
    /// A common noun.
    Noun,
    /// A word that may stand before a noun.
    Adjective,
    /// No part of a noun phrase.
    Other,
}

/// A phrase has no more tokens than this; of longer ones the last count. A name has more.
const LONGEST: usize = 4;
const LONGEST_NAME: usize = 7;

/// Whether a word stands after one that a place follows.
pub(super) fn after_place_word(story: &Story, token: usize) -> bool {
    let Some(before) = token.checked_sub(1) else { return false };
    let before = if story.is(before, "the") { before.saturating_sub(1) } else { before };
    story.is_any(before, &["in", "at", "to", "from", "across", "near", "into", "inside", "outside", "around"])
}

/// Adjectives that tell which of several things is meant, beside those with an ending.
const CLASSES: [&str; 23] = [
    "private",
    "public",
    "marine",
    "nuclear",
    "civil",
    "urban",
    "human",
    "minimum",
    "maximum",
    "junior",
    "assisted",
    "organic",
    "renewable",
    "solar",
    "armed",
    "foreign",
    "secret",
    "offshore",
    "onshore",
    "free",
    "sugary",
    "mandatory",
    "joint",
];

/// Words after which a noun must come, sooner or later.
const DETERMINERS: [&str; 22] = [
    "a", "an", "the", "this", "his", "her", "its", "their", "our", "my", "your", "no", "any", "some", "each",
    "every", "another", "of", "against", "for", "these", "those",
];

/// Words after which a noun's form is a verb.
pub(super) const BEFORE_VERBS: [&str; 18] = [
    "would", "will", "can", "could", "should", "may", "might", "must", "shall", "who", "i", "we", "they",
    "you", "he", "she", "did", "didn't",
];

/// Whether a noun only counts what follows: "a slew of emails", "tens of thousands of voters".
pub(super) fn counts(story: &Story, noun: usize) -> bool {
    noun + 1 < story.len() && story.joined(noun) && story.is(noun + 1, "of")
}

/// Whether a word of a headline is one for a dispute.
pub(super) fn is_row(story: &Story, token: usize) -> bool {
    token < story.len()
        && story.in_headline(token)
        && story.is_any(token, &["row", "dispute", "spat", "feud", "standoff", "stand-off"])
}

/// All phrases, in text order.
pub(super) fn find(grammar: &Grammar) -> Vec<Phrase> {
    let story = grammar.story;
    let kinds = &grammar.kinds;
    let apart = |token: usize| kinds[token] == Kind::Other || grammar.is_traded(token);
    let mut out = Vec::new();
    let mut at = 0;
    while at < kinds.len() {
        if apart(at) {
            at += 1;
            continue;
        }
        let mut end = at + 1;
        while end < kinds.len() && !apart(end) && story.joined(end - 1) {
            end += 1;
        }
        // Adjectives that no noun follows are none of a phrase ("is political").
        let head = (at..end).rev().find(|&i| matches!(kinds[i], Kind::Name | Kind::Noun));
        if let Some(last) = head {
            let name = (at..=last).rev().take(LONGEST_NAME).take_while(|&i| kinds[i] == Kind::Name).count();
            let mut first = at.max((last + 1).saturating_sub(LONGEST.max(name)));
            // One adjective at most, right before the first noun.
            let noun = (first..=last).find(|&i| kinds[i] != Kind::Adjective).unwrap_or(last);
            first = first.max(noun.saturating_sub(1));
            out.push(Phrase { first, last });
        }
        at = end;
    }
    out
}

impl<'s> Grammar<'s> {
    #[cfg(test)]
    pub(super) fn new(story: &'s Story<'s>) -> Self {
        Self::knowing(story, &[])
    }

    /// `more`: tokens that a model shows to be some, whatever the list says.
    pub(super) fn knowing(story: &'s Story<'s>, more: &[usize]) -> Self {
        let nouns = story.words.iter().map(|word| nouns::lemma(&word.lower).is_some()).collect();
        let mut grammar = Self {
            story,
            nouns,
            kinds: Vec::new(),
            here: FxHashSet::default(),
            keys: Vec::new(),
            told: FxHashSet::default(),
        };
        grammar.kinds = (0..story.len()).map(|token| grammar.kind_of(token)).collect();
        // Small words that the story uses as nouns, whatever the list says: "the freeze would".
        let here = (1..story.len()).filter(|&token| grammar.is_noun_here(token));
        let more = more.iter().copied().filter(|&token| grammar.kind(token) == Kind::Other);
        grammar.here = here.chain(more).map(|token| story.lower(token)).collect();
        for token in 0..story.len() {
            let lower = story.lower(token);
            if grammar.here.contains(lower) || grammar.plural_here(lower).is_some() {
                grammar.nouns[story.tokens[token].word as usize] = true;
                grammar.kinds[token] = grammar.kind_of(token);
            }
        }
        let told = |token: &usize| !story.in_headline(*token) && grammar.kind(*token) == Kind::Noun;
        grammar.told = (0..story.len()).filter(told).map(|token| story.lower(token)).collect();
        grammar.keys = (0..story.len()).map(|token| keys::of_token(&grammar, token)).collect();
        grammar
    }

    /// Whether a word that no list knows stands where only a noun can: after a determiner, before no noun.
    fn is_noun_here(&self, token: usize) -> bool {
        let story = self.story;
        let lower = story.lower(token);
        let plain = contraries::tells(lower) && lower.bytes().all(|b| b.is_ascii_lowercase());
        let bare = ["ed", "ly", "ing", "est", "able"].iter().any(|end| lower.ends_with(end));
        // "the higher court", but "the pier was".
        let compares = lower.ends_with("er");
        plain
            && !bare
            && !story.tokens[token].capital
            && self.kind(token) == Kind::Other
            && (story.is_any(token - 1, &DETERMINERS) || story.tokens[token - 1].possessive)
            && story.joined(token - 1)
            && (!at_issue::is_general(lower) || at_issue::is_measure(lower))
            && !nouns::is_small(lower)
            && (token + 1 == story.len()
                || !story.joined(token)
                || self.ends_phrase(token + 1)
                // "the tram line": no list knows the word, so it is a rare one, and rare ones are nouns.
                || !compares && !nouns::is_other(lower) && self.nouns[story.tokens[token + 1].word as usize])
    }

    /// Whether a word can stand right after a noun phrase: a small word, a mark.
    pub(super) fn ends_phrase(&self, token: usize) -> bool {
        const AFTER: &[&str] = &[
            "is", "was", "are", "were", "will", "would", "has", "had", "have", "could", "can", "should",
            "may", "might", "must", "of", "in", "on", "at", "to", "for", "by", "with", "from", "that",
            "which", "who", "and", "or", "but", "as", "after", "before", "when", "while", "because", "if",
            "until", "than", "into", "over", "not", "did",
        ];
        !self.story.tokens[token].is_word || self.story.is_any(token, AFTER)
    }

    /// What the token is by its case, the noun list, its ending and its use.
    pub(super) fn kind(&self, token: usize) -> Kind {
        self.kinds[token]
    }

    /// What all forms of a token's word share: the singular of a noun, the lower-case name; `None` for other words.
    pub(super) fn key(&self, token: usize) -> Option<&str> {
        self.keys[token].as_deref()
    }

    /// The keys of tokens that have one.
    pub(super) fn keys(&self, tokens: impl Iterator<Item = usize>) -> impl Iterator<Item = &str> {
        tokens.filter_map(|token| self.key(token))
    }

    /// Whether a word, as printed in lower case, is a noun of the story itself: what only a headline has in such a form may be a verb.
    pub(super) fn is_told_noun(&self, lower: &str) -> bool {
        self.told.contains(lower)
    }

    /// Whether a token's word is a noun by the list, or used as one.
    pub(super) fn may_be_noun(&self, token: usize) -> bool {
        self.nouns[self.story.tokens[token].word as usize]
    }

    fn kind_of(&self, token: usize) -> Kind {
        let story = self.story;
        let t = story.tokens[token];
        if !t.is_word {
            return Kind::Other;
        }
        let word = &story.words[t.word as usize];
        let lower = word.lower.as_str();
        if lower.chars().next().is_some_and(|c| !c.is_alphabetic()) || lower.len() < 2 {
            return Kind::Other;
        }
        if matches!(lower, "the" | "these") || self.tells_whose(token) {
            return Kind::Other;
        }
        // "a 5 per cent offer"
        if lower == "cent" && token > 0 && story.is(token - 1, "per") || lower == "percent" {
            return Kind::Other;
        }
        if t.capital && self.is_name(token) {
            return Kind::Name;
        }
        const OF_PAY: &[&str] = &[
            "offer", "offers", "deal", "rise", "rises", "cut", "cuts", "gap", "dispute", "claim", "freeze",
            "talks", "award", "increase", "scale", "row", "demand", "demands", "cap",
        ];
        if self.is_discord(token) {
            return Kind::Other;
        }
        if lower == "real" && story.joined(token) && story.is(token + 1, "estate") {
            return Kind::Noun;
        }
        if lower == "pay" && story.joined(token) && story.is_any(token + 1, OF_PAY) {
            return Kind::Noun;
        }
        if compounds::DEED_NOUNS.contains(&lower)
            && (compounds::is_deed_of_noun(self, token) || compounds::is_determined(self, token))
        {
            return Kind::Noun;
        }
        // "could not in good conscience vote for the cut", but "a conscience vote against"
        let articles = ["a", "an", "the", "this", "any", "no", "his", "her", "their", "its"];
        let determined = || (token.saturating_sub(2)..token).any(|at| story.is_any(at, &articles));
        if lower == "vote"
            && story.joined(token)
            && story.is_any(token + 1, &["for", "against"])
            && !determined()
        {
            return Kind::Other;
        }
        if self.nouns[t.word as usize] {
            // "would vote", "those who vote"
            let does = token > 0 && story.joined(token - 1) && story.is_any(token - 1, &BEFORE_VERBS);
            return if does { Kind::Other } else { Kind::Noun };
        }
        if compounds::is_within_compound(self, token) {
            return Kind::Noun;
        }
        let describes = ["al", "ic", "ive", "ous", "ary", "ful", "less", "ian", "ese", "ish"]
            .iter()
            .any(|e| lower.ends_with(e));
        match word.entry.adjective
            || CLASSES.contains(&lower)
            || lower.contains('-')
            || lower.len() > 4 && describes
        {
            true => Kind::Adjective,
            false => Kind::Other,
        }
    }

    /// "Tram extension row", "States lock horns": words of a headline that only say that somebody is at odds.
    fn is_discord(&self, token: usize) -> bool {
        let story = self.story;
        let before = || token.checked_sub(1).filter(|&before| story.joined(before));
        let horns =
            |lock: usize| story.is_any(lock, &["lock", "locks", "locked"]) && story.is(lock + 1, "horns");
        horns(token) || before().is_some_and(horns) || is_row(story, token) && before().is_some()
    }

    /// "U.S., Kestrel trade barbs": a verb of which the object is words or blows.
    fn is_traded(&self, token: usize) -> bool {
        let story = self.story;
        story.is_any(token, &["trade", "exchange", "swap"])
            && story.joined(token)
            && story.is_any(token + 1, &cues::TRADED)
    }

    /// "to scrap the exemption", "a plan to cap rents": a noun's form that is a verb, by what it governs or what governs it.
    pub(super) fn is_infinitive(&self, token: usize) -> bool {
        const GOVERN: &str = "plan plans planned planning bid move decision decided effort efforts attempt attempts pledge pledged threat \
                              threatened promise promised vow vowed order orders ordered proposal proposals proposed want wants wanted try \
                              trying tried agreed agree refused refuse voted vote ready able right power hope hopes hoped failed fail going \
                              chance way urged set due about expected prepared unlikely likely willing reluctant step steps";
        const OBJECTS: [&str; 16] = [
            "the", "a", "an", "this", "that", "his", "her", "its", "their", "our", "my", "these", "those",
            "any", "all", "them",
        ];
        let story = self.story;
        if self.is_traded(token) {
            return true;
        }
        let Some(to) = token.checked_sub(1).filter(|&to| story.joined(to) && story.is(to, "to")) else {
            return false;
        };
        let object = story.joined(token) && story.is_any(token + 1, &OBJECTS);
        let governed = || {
            to.checked_sub(1)
                .is_some_and(|b| story.joined(b) && GOVERN.split_whitespace().any(|g| story.is(b, g)))
        };
        // "Obama to ease sanctions"
        object || story.in_headline(token) || governed()
    }

    /// "Nurses to strike, union confirms": the verb that ends a headline, and who tells it.
    fn tells_whose(&self, token: usize) -> bool {
        const LONGEST: usize = 4;
        const VERBS: [&str; 22] = [
            "says",
            "say",
            "warns",
            "warn",
            "confirms",
            "confirm",
            "claims",
            "claim",
            "finds",
            "find",
            "reveals",
            "reveal",
            "announces",
            "admits",
            "insists",
            "suggests",
            "shows",
            "show",
            "hears",
            "told",
            "reports",
            "believes",
        ];
        let story = self.story;
        let block = story.tokens[token].block;
        if !story.headline[block as usize] {
            return false;
        }
        let same = |t: &usize| *t < story.len() && story.tokens[*t].block == block;
        let words = (token..token + LONGEST).take_while(same);
        let Some(last) = words.take_while(|&t| story.tokens[t].is_word).last() else { return false };
        let first = (0..token).rev().take(LONGEST).take_while(same).find(|&t| !story.tokens[t].is_word);
        !same(&(last + 1)) && story.is_any(last, &VERBS) && first.is_some_and(|comma| story.is(comma, ","))
    }

    /// The singular of a token's word that is a noun.
    pub(super) fn lemma(&self, token: usize) -> &str {
        let lower = self.story.lower(token);
        nouns::lemma(lower).or_else(|| self.plural_here(lower)).unwrap_or(lower)
    }

    /// The singular of a noun that only this story shows to be one: "a buyback", "buybacks".
    fn plural_here(&self, lower: &str) -> Option<&'s str> {
        let singular = lower.strip_suffix('s').filter(|_| nouns::lemma(lower).is_none())?;
        self.here.get(singular).copied()
    }

    /// Whether a capital marks a name here: not where a sentence or a headline asks for it anyway.
    fn is_name(&self, token: usize) -> bool {
        let story = self.story;
        let t = story.tokens[token];
        let word = &story.words[t.word as usize];
        let due = t.first || story.title_case[t.block as usize];
        if !due {
            return !matches!(word.lower.as_str(), "i" | "i'm" | "i've");
        }
        // "Court Slams Mayor Embracing Ban": what only a headline has in capitals and is a verb by list or form.
        let verb = nouns::is_other(&word.lower) || word.lower.ends_with("ing") || word.lower.ends_with("ed");
        let common = word.entry.ordinary || self.nouns[t.word as usize] || verb;
        word.small == 0 && (word.capital > 0 || !t.first && !common && word.lower.len() > 3)
    }
}

#[cfg(test)]
mod tests {
    use onrecord_base::{Article, Text};

    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let text = Text::new(text).unwrap();
        let article = Article::of_paragraph(text);
        let story = Story::new(&article);
        let phrases: Vec<&str> =
            find(&Grammar::new(&story)).iter().map(|p| story.slice_range(p.first, p.last)).collect();
        assert_eq!(phrases.join(" | "), expected);
    }

    #[test]
    fn nouns_names_and_an_adjective_before() {
        check("She was critical of the new economic sanctions on Orsa.", "economic sanctions | Orsa");
        check("They want the Dalen accords kept.", "Dalen accords");
        check("Ministers spoke of gas transit and of aid crews.", "Ministers | gas transit | aid crews");
        check("It is political, he said quickly.", "");
        check("He said so. Sanctions hurt.", "Sanctions");
        check("They clash over speed limit reversal.", "speed limit reversal");
        check("The tax hit families; ministers limit imports.", "tax | families | ministers | imports");
        check("Those who vote will transit; the vote was a transit.", "vote | transit");
        check("The freeze would last until May, she said.", "freeze | May");
        check(
            "She left the North American Free Trade Agreement for The Journal.",
            "North American Free Trade Agreement | Journal",
        );
        check("The buyback was late, but buybacks hurt.", "buyback | buybacks");
        check("They called for him to quit; the same was said of them. The first was here for now.", "");
    }
}
