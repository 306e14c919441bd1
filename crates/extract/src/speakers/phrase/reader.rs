//! Noun phrases: determiner, possessor, head and complement of what stands in a source.

use super::{Description, Determiner, Phrase, Possessor};
use crate::speakers::lexicon::{NounClass, look_up};
use crate::speakers::names::{ChunkClass, Chunks};
use crate::speakers::tokens::Story;

const DEFINITE: &[&str] = &["the", "this", "that", "these", "those"];
const INDEFINITE: &[&str] = &[
    "a",
    "an",
    "some",
    "many",
    "several",
    "few",
    "any",
    "no",
    "another",
    "other",
    "most",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "dozens",
    "hundreds",
    "thousands",
    "more",
    "every",
    "each",
    "such",
    "various",
    "numerous",
    "certain",
    "fellow",
    "all",
    "both",
    "only",
    "nearly",
    "almost",
    "at",
    "least",
    "about",
    "half",
    "either",
    "neither",
];
const OWN: &[&str] = &["his", "her", "its", "their", "my", "our", "your", "whose"];
const PRONOUNS: &[&str] = &[
    "he",
    "she",
    "it",
    "they",
    "we",
    "i",
    "you",
    "him",
    "her",
    "them",
    "us",
    "me",
    "his",
    "hers",
    "its",
    "their",
    "theirs",
    "my",
    "our",
    "your",
    "who",
    "whom",
    "which",
    "that",
    "whose",
    "himself",
    "herself",
    "themselves",
    "mine",
];
const NOBODY: &[&str] = &[
    "everyone",
    "everybody",
    "nobody",
    "no-one",
    "anyone",
    "anybody",
    "someone",
    "somebody",
    "all",
    "each",
    "some",
    "many",
    "others",
    "most",
    "none",
    "neither",
    "either",
    "few",
    "several",
    "everything",
    "nothing",
    "something",
    "one",
    "more",
    "those",
    "these",
    "this",
    "another",
    "what",
    "there",
    "none",
    "half",
    "reportedly",
];
const STOPS: &[&str] = &[
    "of",
    "for",
    "at",
    "in",
    "from",
    "with",
    "on",
    "by",
    "to",
    "who",
    "which",
    "that",
    "whom",
    "whose",
    "including",
    "like",
    "as",
    "such",
    "about",
    "against",
    "near",
    "among",
    "between",
    "within",
    "under",
    "over",
    "during",
    "after",
    "before",
    "where",
    "when",
    "while",
    "than",
    "into",
    "through",
    "because",
    "if",
    "but",
    "is",
    "are",
    "was",
    "were",
    "has",
    "have",
    "had",
    "said",
    "says",
    "will",
    "would",
    "can",
    "could",
    "also",
    "himself",
    "herself",
    "itself",
    "themselves",
    "alone",
    "all",
    "both",
    "each",
    "too",
    "not",
    "however",
    "i",
    "he",
    "she",
    "we",
    "they",
    "you",
    "it",
    "there",
    "outside",
    "inside",
    "around",
    "across",
    "per",
    "via",
    "without",
    "behind",
    "since",
    "along",
    "then",
    "did",
    "does",
    "do",
    "now",
    "once",
];

/// Reads the noun phrases of one source.
pub(super) struct Reader<'s, 'a> {
    pub(super) story: &'s Story<'a>,
    pub(super) chunks: &'s Chunks,
    pub(super) tokens: &'s [usize],
}

impl Reader<'_, '_> {
    pub(super) fn is(&self, at: usize, words: &[&str]) -> bool {
        self.tokens.get(at).is_some_and(|&t| words.contains(&self.story.lower(t)))
    }

    pub(super) fn mark(&self, at: usize, mark: &str) -> bool {
        self.is(at, &[mark])
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|&t| self.story.tokens[t].is_word)
    }

    pub(super) fn is_lead_in(&self, at: usize) -> bool {
        (!self.is_word(at) && !self.mark(at, "$"))
            || self.is(
                at,
                &[
                    "and",
                    "but",
                    "even",
                    "also",
                    "as",
                    "not",
                    "only",
                    "because",
                    "according",
                    "to",
                    "by",
                    "from",
                    "when",
                ],
            )
    }

    /// Words that join two speakers: their number, or 0.
    pub(super) fn conjunction(&self, at: usize) -> usize {
        let comma = usize::from(self.mark(at, ","));
        if self.is(at + comma, &["and", "&", "or", "nor"]) {
            return comma + 1;
        }
        if self.is(at + comma, &["along"]) && self.is(at + comma + 1, &["with"]) {
            return comma + 2;
        }
        if self.is(at + comma, &["as"])
            && self.is(at + comma + 1, &["well"])
            && self.is(at + comma + 2, &["as"])
        {
            return comma + 3;
        }
        0
    }

    /// "Farmers, government spar": whether a comma is all that joins two in a headline.
    pub(super) fn headline_pair(&self, comma: usize) -> bool {
        const LONGEST: usize = 3;
        let story = self.story;
        let second = self.tokens.get(comma + 1..).unwrap_or_default();
        let headline = |&token: &usize| story.in_headline(token);
        let plain =
            |&token: &usize| story.tokens[token].is_word && !story.is_any(token, &["a", "an", "the", "who"]);
        (1..=LONGEST).contains(&second.len())
            && second.iter().all(|token| headline(token) && plain(token))
            && self.tokens[..comma].iter().all(|&token| story.tokens[token].is_word)
    }

    /// Whether a comma is one of a list "A, B and C": a name follows, then a comma or "and" and a name.
    pub(super) fn list_goes_on(&self, at: usize) -> bool {
        if let Some((Phrase::Name(c), end)) = self.noun_phrase(at) {
            let after = self.after_postmodifier(end);
            let chunk = &self.chunks.all[c];
            let joint = self.conjunction(after);
            return chunk.first == self.tokens[at]
                && (joint > 0 && matches!(self.noun_phrase(after + joint), Some((Phrase::Name(_), _)))
                    || self.mark(after, ",") && self.list_goes_on(after + 1));
        }
        false
    }

    /// Past "(R-Ga.)", " of Maryland" and the comma after an age or party: what does not change who it is.
    pub(super) fn after_postmodifier(&self, mut at: usize) -> usize {
        if self.mark(at, "(") {
            while at < self.tokens.len() && !self.mark(at, ")") {
                at += 1;
            }
            at += 1;
        }
        // ", 61,"
        let age = self.number(at + 1).is_some_and(|age| age < 120);
        if self.mark(at, ",") && age && self.mark(at + 2, ",") {
            at += 2;
        }
        if self.is(at, &["of", "at", "for", "in", "to"]) {
            let mut end = at + 1;
            while self.is(end, &["the"]) || self.is_word(end) && self.story.tokens[self.tokens[end]].capital {
                end += 1;
            }
            let named = (at + 1..end).any(|i| self.story.tokens[self.tokens[i]].capital);
            if named && !(self.is_word(end) && !self.is(end, STOPS) && self.conjunction(end) == 0) {
                // "at the University of Lund"
                return if self.is(end, &["of"]) { self.after_postmodifier(end) } else { end };
            }
            // "minister of the economy, Mr. X"
            let mut end = at + 1;
            while self.is_word(end) && end < at + 7 {
                end += 1;
            }
            if self.mark(end, ",") {
                return end;
            }
        }
        at
    }

    /// The noun phrase that starts at `at` and the position after it.
    pub(super) fn noun_phrase(&self, start: usize) -> Option<(Phrase, usize)> {
        let story = self.story;
        let mut at = start;
        if !self.is_word(at) && !self.mark(at, "$") && !self.is(at, &["\"", "“", "‘", "'"]) {
            return None;
        }
        let mut determiner = Determiner::Bare;
        let mut possessor = None;
        let mut count = None;
        if self.is(at, PRONOUNS)
            && !self.is_acronym(at)
            && (self.tokens.len() == at + 1 || !self.continues(at))
        {
            return Some((Phrase::Pronoun(self.tokens[at]), at + 1));
        }
        if self.is(at, OWN) {
            possessor = Some(Possessor::Pronoun(self.tokens[at]));
            determiner = Determiner::Possessive;
            at += 1;
        }
        const NOBODY_EVER: &[&str] =
            &["everyone", "everybody", "nobody", "anyone", "anybody", "someone", "somebody", "half", "none"];
        if self.is(at, NOBODY_EVER)
            || self.is(at, NOBODY)
                && (at + 1 >= self.tokens.len()
                    || self.is(at + 1, &["of", "who", "but", "in"])
                    || self.is(at, &["those"]) && self.story.lower(self.tokens[at + 1]).ends_with("ing"))
        {
            // "one of Mr. Obama's advisers" is somebody; "some of them" is nobody.
            if self.is(at + 1, &["of"]) {
                let plural = !self.is(at, &["one"]);
                let (inner, end) = self.noun_phrase(at + 2)?;
                return Some(match inner {
                    Phrase::Description(d) => {
                        let start = self.tokens[at];
                        (
                            Phrase::Description(Description {
                                start,
                                determiner: Determiner::Indefinite,
                                possessor: None,
                                plural,
                                count: None,
                                ..d
                            }),
                            end,
                        )
                    }
                    // "the victims' families, many of whom say"
                    Phrase::Pronoun(t) if self.story.is_any(t, &["whom", "which"]) => {
                        (Phrase::Pronoun(t), end)
                    }
                    _ => (Phrase::Nobody, end),
                });
            }
            return Some((Phrase::Nobody, at + 1));
        }
        let mut quantity = false;
        while self.is_word(at) {
            let number = self.number(at);
            if self.is(at, &["of", "in"]) && at > start && self.is_quantity(at - 1) && self.is_counted(at) {
                // "dozens of papers", "nearly eight of 10 voters", "six in ten Democrats"
                (quantity, determiner) = (true, Determiner::Indefinite);
            } else if self.is(at, DEFINITE) {
                if determiner == Determiner::Bare {
                    determiner = Determiner::Definite;
                }
            } else if self.is(at, INDEFINITE) || number.is_some() {
                if number.is_some() || self.is(at, &["both"]) {
                    count = number.or(Some(2));
                }
                if self.is(at, &["both"]) && determiner == Determiner::Bare {
                    determiner = Determiner::Definite;
                } else if determiner == Determiner::Bare {
                    determiner = Determiner::Indefinite;
                }
            } else if at > start && self.is(at, OWN) && possessor.is_none() {
                possessor = Some(Possessor::Pronoun(self.tokens[at]));
                determiner = Determiner::Possessive;
            } else {
                break;
            }
            at += 1;
        }
        let mut first = at;
        let whole = at;
        let mut head = None;
        while at < self.tokens.len() {
            let t = self.tokens[at];
            let token = &story.tokens[t];
            if !token.is_word {
                if self.is(at, &["\"", "“", "”", "‘", "’", "'", "/", "-", "–", "&", "%", "$"])
                    && (self.is_word(at + 1) || self.is(at, &["%"]))
                {
                    at += 1;
                    continue;
                }
                // "NCP (SP) leader": a wing of a party.
                let wing = self.mark(at, "(") && self.mark(at + 2, ")") && self.is_word(at + 3);
                let short = |&t: &usize| story.tokens[t].capital && story.slice(t).len() <= 5;
                if head.is_some() && wing && self.tokens.get(at + 1).is_some_and(short) {
                    at += 3;
                    continue;
                }
                break;
            }
            let chunk = self.chunks.at(t);
            // "The Speaker of the House": an office that a chunk holds ends as any.
            let office =
                |c: usize| self.chunks.all[c].class == ChunkClass::NoName && self.is(at, &["of", "for"]);
            let in_chunk = chunk.is_some_and(|c| self.chunks.all[c].first < t && !office(c));
            if !in_chunk
                && (self.is(at, &["and", "or", "nor"])
                    || self.is(at, STOPS) && !self.is_adjective(at) && !self.is_acronym(at))
                && !(token.capital && chunk.is_some())
            {
                break;
            }
            // "a measure the government says will pass"
            let small = |h: usize| !story.tokens[self.tokens[h]].capital;
            if head.is_some_and(small) && !token.capital && self.is(at, &["the", "a", "an"]) {
                break;
            }
            // "superdelegates supporting Sanders": whatever they are, they are not Sanders.
            if let Some(h) = head
                && story.lower(t).ends_with("ing")
                && !token.capital
                && self.is_many(h)
                && self.tokens.get(at + 1).is_some_and(|&next| story.tokens[next].capital)
            {
                break;
            }
            // "experts interviewed", "the report released last year".
            if let Some(h) = head
                && !token.capital
                && (["ed", "ing"].iter().any(|end| story.lower(t).ends_with(end))
                    || matches!(
                        story.lower(t),
                        "familiar"
                            | "close"
                            | "able"
                            | "willing"
                            | "present"
                            | "seen"
                            | "written"
                            | "drawn"
                            | "given"
                            | "made"
                            | "held"
                            | "known"
                    ))
                && story.entry(t).noun.is_none()
                && story.entry(self.tokens[h]).noun.is_some()
                && self.tokens.get(at + 1).is_none_or(|&n| story.entry(n).noun.is_none())
            {
                break;
            }
            head = Some(at);
            at += 1;
            if token.possessive
                && at < self.tokens.len()
                && self.is_word(at)
                && !self.is(at, STOPS)
                && !self.is(at, &["and"])
            {
                possessor = Some(
                    chunk
                        .filter(|&c| self.chunks.all[c].last >= t)
                        .map_or(Possessor::Other, Possessor::Chunk),
                );
                determiner = Determiner::Possessive;
                first = at;
                head = None;
            }
        }
        let head_at = head?;
        let head = self.tokens[head_at];
        if quantity && possessor.is_none() {
            (first, count) = (start, None);
        }
        if let Some(c) = self.chunks.at(head) {
            let chunk = &self.chunks.all[c];
            let named = chunk.class != ChunkClass::NoName;
            let modifies = chunk.class == ChunkClass::State && determiner == Determiner::Possessive;
            if named && !modifies {
                return Some((Phrase::Name(c), at));
            }
        }
        let noun = story.entry(head).noun;
        // "The coast guard" is no person.
        let body = story.is(head, "guard")
            && head > 0
            && story.is_any(head - 1, &["coast", "national", "border", "home", "civil", "presidential"]);
        let noun = if body { look_up("agency").noun } else { noun };
        let lower = story.lower(head);
        let looks_plural = lower.len() > 3
            && lower.ends_with('s')
            && !["ss", "us", "is", "ics"].iter().any(|e| lower.ends_with(e));
        let plural = noun.map_or(looks_plural, |n| n.plural)
            || matches!(lower, "percent" | "majority" | "number" | "%");
        let mut plural = plural || quantity;
        // "A group of doctors", "a number of members".
        if self.is(at, &["of"])
            && matches!(
                lower,
                "group" | "number" | "majority" | "handful" | "couple" | "chorus" | "panel" | "crowd"
            )
        {
            plural = true;
        }
        let last = self.complement_end(at);
        let description = Description {
            start: self.tokens[first],
            whole: self.tokens[whole.min(first)],
            head,
            last: if last > at { self.tokens[last - 1] } else { self.tokens[at - 1] },
            determiner,
            possessor,
            noun,
            plural,
            count,
        };
        Some((Phrase::Description(description), at))
    }

    /// Whether a small word looks like a noun in the plural.
    fn is_many(&self, at: usize) -> bool {
        let lower = self.story.lower(self.tokens[at]);
        let plural =
            lower.len() > 3 && lower.ends_with('s') && !["ss", "us", "is"].iter().any(|e| lower.ends_with(e));
        !self.story.tokens[self.tokens[at]].capital
            && (plural || self.story.entry(self.tokens[at]).noun.is_some_and(|n| n.plural))
    }

    /// "WHO", "US": a word in capitals beside one that is not.
    fn is_acronym(&self, at: usize) -> bool {
        let word = |t: usize| self.story.text.slice(self.story.tokens[t].span);
        let t = self.tokens[at];
        let small = |t: usize| t < self.story.len() && word(t).chars().any(char::is_lowercase);
        word(t).len() > 1
            && word(t).chars().all(char::is_uppercase)
            && (small(t + 1) || t > 0 && small(t - 1) && self.story.joined(t - 1))
    }

    /// "outside experts", "inside sources": no preposition.
    fn is_adjective(&self, at: usize) -> bool {
        self.is(at, &["outside", "inside"])
            && self.tokens.get(at + 1).is_some_and(|&next| {
                self.story.entry(next).noun.is_some_and(|n| n.class == NounClass::Person)
            })
    }

    /// Whether the pronoun at `at` only determines what follows ("his lawyer", "that man").
    pub(super) fn continues(&self, at: usize) -> bool {
        let own = self.is(at, OWN) || self.is(at, &["that"]);
        own && self.is_word(at + 1) && !self.is(at + 1, STOPS) && !self.is(at + 1, &["and"])
    }

    /// Whether the word tells how many, so that "of" and the counted may follow.
    fn is_quantity(&self, at: usize) -> bool {
        const QUANTITIES: &[&str] = &[
            "dozens",
            "scores",
            "hundreds",
            "thousands",
            "millions",
            "half",
            "third",
            "thirds",
            "two-thirds",
            "quarter",
            "quarters",
            "three-quarters",
            "all",
            "most",
            "many",
            "one",
        ];
        self.number(at).is_some() || self.is(at, QUANTITIES)
    }

    /// Whether "of" or, before a number, "in" at `at` leads to what is counted.
    fn is_counted(&self, at: usize) -> bool {
        let pronoun = self.is(at + 1, PRONOUNS) && !self.continues(at + 1);
        self.is_word(at + 1) && !pronoun && (self.is(at, &["of"]) || self.number(at + 1).is_some())
    }

    pub(super) fn number(&self, at: usize) -> Option<u32> {
        self.story.number(*self.tokens.get(at)?)
    }

    /// Past "of …", "at …", "for …" up to a comma or relative clause.
    pub(super) fn complement_end(&self, mut at: usize) -> usize {
        // "a source close to", "people familiar with"
        let nearness = self.is(at, &["close", "familiar", "briefed", "involved"]);
        if !self.is(at + usize::from(nearness), &["of", "for", "at", "from", "in", "on", "with", "to", "by"])
        {
            return at;
        }
        let capital = |at: usize| self.is_word(at) && self.story.tokens[self.tokens[at]].capital;
        let digit = |at: usize| {
            self.is_word(at) && self.story.slice(self.tokens[at]).bytes().all(|b| b.is_ascii_digit())
        };
        // "93,676 women" goes on at its comma.
        let thousands = |at: usize| self.mark(at, ",") && digit(at - 1) && digit(at + 1);
        // "the teachers' union", "a non-profit group"
        let within = |at: usize| {
            self.mark(at, "/") || self.story.is_any(self.tokens[at], &["'", "’"]) && self.is_word(at - 1)
        };
        let slash = |at: usize| at < self.tokens.len() && within(at) && self.is_word(at + 1) || thousands(at);
        const ENDS: &[&str] = &[
            "who", "which", "that", "whom", "whose", "is", "are", "was", "were", "has", "have", "had",
            "will", "would", "said", "says",
        ];
        while (self.is_word(at) || slash(at)) && !self.is(at, ENDS) {
            if self.is(at, &["and"]) && !(capital(at - 1) && capital(at + 1)) {
                break;
            }
            at += 1;
        }
        at
    }
}
