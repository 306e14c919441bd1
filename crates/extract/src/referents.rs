//! Referents: the model that says whom "he" or "she" means, of the people whom the passage names.
//!
//! It stands on the tagger: some layers of its own read what this knows of the passage after its first layers, with the pronoun and the
//! names marked, and weigh each name, and "none of them", at the pronoun (`training/pronouns_above.py`). They are loaded when they are first
//! asked. `examples/gap_figures.rs` measures them on GAP (Webster et al. 2018, arXiv:1810.05201).

use std::ops::Range;
use std::sync::LazyLock;

use onrecord_encoder::{File, Head, Upper, with_scratch};

use crate::ground::{Ground, SHARED};
use crate::model::{ModelError, weights};

mod passage;

use passage::Marked;
pub use passage::ROOM;

static WEIGHTS: &[u8] = weights!("pronouns.encoder");

/// How many numbers the tagger's vectors have.
const WIDTH: usize = 384;
/// The numbers in which a name is compared with the pronoun.
const HIDDEN: usize = 192;
/// What a piece may be part of.
const SIDES: usize = 5;

/// The model. Shared between threads.
pub struct Referents {
    network: LazyLock<Result<Network, ModelError>>,
}

/// What is asked: a pronoun and the names that it may mean.
#[derive(Clone, Copy, Debug)]
pub struct Passage<'a> {
    /// What the tagger knows of the story that holds the passage.
    pub ground: &'a Ground,
    /// The pronoun: the number of its word there.
    pub pronoun: usize,
    /// The names, in text order; those that are too far away are left out.
    pub names: &'a [Name],
    /// How many pieces are read around the pronoun, [`ROOM`] at most: the fewer, the sooner the answer.
    pub room: usize,
}

/// A name in a passage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Name {
    /// The numbers of its words, without what the person is called there ("Mr.").
    pub words: Range<usize>,
    /// Whose it is: a number of the caller's, the same for all names of one person.
    pub person: usize,
}

/// How likely each person is meant.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Odds {
    /// Persons, the likeliest first, each with the probability of all its names together.
    pub persons: Vec<(usize, f32)>,
    /// The probability that it is none of them.
    pub none: f32,
}

impl Odds {
    /// Who is likelier than anyone else, and than none.
    pub fn best(&self) -> Option<(usize, f32)> {
        self.persons.first().copied().filter(|&(_, share)| share > self.none)
    }
}

impl Default for Referents {
    fn default() -> Self {
        Self::embedded()
    }
}

impl Referents {
    /// The embedded model, to be loaded when it is first asked.
    pub fn embedded() -> Self {
        Self { network: LazyLock::new(Network::load) }
    }

    /// Whom a pronoun means. Without a name near it, or without such a word, it is none.
    ///
    /// # Errors
    /// [`ModelError`] if the model does not load: a broken build.
    pub fn weigh(&self, passage: &Passage<'_>) -> Result<Odds, ModelError> {
        let network =
            self.network.as_ref().map_err(|_| ModelError::Unfit("the model of pronouns does not load"))?;
        Ok(network.weigh(passage))
    }
}

struct Network {
    layers: Upper<'static>,
    /// What is added to the vectors of pieces, by what they are part of.
    sides: Vec<f32>,
    of_pronoun: Head,
    of_name: Head,
    of_both: Head,
    of_none: Head,
    score: Head,
    score_none: Head,
}

impl Network {
    fn load() -> Result<Self, ModelError> {
        let file = File::laid_out(WEIGHTS)?;
        let layers = Upper::load(&file, WIDTH)?;
        let head = |name, classes| {
            let wide = if classes == 1 { HIDDEN } else { WIDTH };
            let head = Head::load(&file, name, wide)?;
            match head.classes() == classes {
                true => Ok(head),
                false => Err(ModelError::Unfit("the model of pronouns has heads of another size")),
            }
        };
        if layers.below() != SHARED {
            return Err(ModelError::Unfit("the model of pronouns stands on other layers"));
        }
        Ok(Self {
            of_pronoun: head("of_pronoun", HIDDEN)?,
            of_name: head("of_name", HIDDEN)?,
            of_both: head("of_both", HIDDEN)?,
            of_none: head("of_none", HIDDEN)?,
            score: head("score", 1)?,
            score_none: head("score_none", 1)?,
            sides: file.floats("side.weight", &[SIDES, WIDTH])?,
            layers,
        })
    }

    fn weigh(&self, passage: &Passage<'_>) -> Odds {
        const NOBODY: Odds = Odds { persons: Vec::new(), none: 1.0 };
        let Some([before, after]) = passage.ground.edges(passage.pronoun) else { return NOBODY };
        let marked = Marked::new(passage);
        if marked.names.is_empty() {
            return NOBODY;
        }
        let mut given = [before, passage.ground.states(marked.pieces.clone()), after].concat();
        for (state, &side) in given.chunks_exact_mut(WIDTH).zip(&marked.sides) {
            let added = &self.sides[usize::from(side) * WIDTH..][..WIDTH];
            state.iter_mut().zip(added).for_each(|(value, added)| *value += added);
        }
        with_scratch(|scratch| {
            let states = self.layers.run(&given, scratch);
            let state = |at: usize| &states[at * WIDTH..][..WIDTH];
            let it = state(marked.pronoun);
            let mut scores = vec![self.rate(&self.score_none, [(&self.of_none, it)])];
            for &(at, _) in &marked.names {
                let name = state(at);
                let both: Vec<f32> = it.iter().zip(name).map(|(a, b)| a * b).collect();
                let parts = [(&self.of_pronoun, it), (&self.of_name, name), (&self.of_both, &both[..])];
                scores.push(self.rate(&self.score, parts));
            }
            marked.odds(&scores)
        })
    }

    /// The score of what several heads make of vectors together.
    fn rate<const N: usize>(&self, score: &Head, parts: [(&Head, &[f32]); N]) -> f32 {
        let mut sum = [0.0; HIDDEN];
        for (head, state) in parts {
            let mut own = [0.0; HIDDEN];
            head.scores(state, &mut own);
            sum.iter_mut().zip(own).for_each(|(sum, own)| *sum += own);
        }
        let mut out = [0.0];
        score.scores(&sum.map(gelu), &mut out);
        out[0]
    }
}

/// As the network learned it: `x/2 · (1 + erf(x/√2))`, with Abramowitz and Stegun's 7.1.26, to within 10⁻⁶.
fn gelu(x: f32) -> f32 {
    const POLYNOMIAL: [f32; 5] = [1.061_405_4, -1.453_152, 1.421_413_8, -0.284_496_74, 0.254_829_6];
    let root = x.abs() * std::f32::consts::FRAC_1_SQRT_2;
    let t = 1.0 / (1.0 + 0.327_591_1 * root);
    let tail = POLYNOMIAL.iter().fold(0.0, |sum, factor| sum * t + factor) * t * (-root * root).exp();
    let erf = (1.0 - tail).copysign(x);
    x / 2.0 * (1.0 + erf)
}

#[cfg(test)]
mod tests {
    use onrecord_base::{Article, Text};

    use super::passage::{NAME, PRONOUN};
    use super::*;
    use crate::{Extractor, Shipped};

    /// The passage around `*he*`, in which `<Name>`s are marked, each spelling another person.
    #[track_caller]
    fn asked(marked: &str, room: usize, check: impl FnOnce(&str, &Passage<'_>)) {
        static TAGGER: LazyLock<Extractor> =
            LazyLock::new(|| Extractor::embedded(Shipped::Standard).unwrap());
        let (mut text, mut names, mut pronoun, mut open) = (String::new(), Vec::new(), None, 0);
        for c in marked.chars() {
            match c {
                '<' => open = text.len(),
                '>' => names.push(open..text.len()),
                '*' => pronoun = pronoun.or(Some(text.len())),
                c => text.push(c),
            }
        }
        let article = Article::of_paragraph(Text::new(text.clone()).unwrap());
        let ground = TAGGER.extract(&article).unwrap().ground;
        let mut spellings: Vec<&str> = Vec::new();
        let mut number = |spelling| match spellings.iter().position(|known| *known == spelling) {
            Some(at) => at,
            None => {
                spellings.push(spelling);
                spellings.len() - 1
            }
        };
        let named = |span: Range<usize>| Name { words: ground.words_in(&span), person: number(&text[span]) };
        let names: Vec<Name> = names.into_iter().map(named).collect();
        let at = pronoun.unwrap();
        let pronoun = ground.words_in(&(at..at + 1)).start;
        check(&text, &Passage { ground: &ground, pronoun, names: &names, room });
    }

    /// The sides of the pieces, and whose the names are that are marked.
    #[track_caller]
    fn check_marks(marked: &str, room: usize, sides: &str, persons: &[usize]) {
        asked(marked, room, |_, passage| {
            let found = Marked::new(passage);
            let digits: String = found.sides.iter().map(u8::to_string).collect();
            assert_eq!(digits, sides);
            assert_eq!(found.names.iter().map(|name| name.1).collect::<Vec<_>>(), persons);
            assert_eq!((found.sides[found.pronoun], found.pieces.len() + 2), (PRONOUN, found.sides.len()));
            assert!(found.names.iter().all(|name| found.sides[name.0] == NAME));
        });
    }

    #[test]
    fn marks_say_what_each_piece_is() {
        check_marks("<Ann Lee> and <Bo>: *he* met <Ann Lee>.", ROOM, "034131213410", &[0, 1, 0]);
        check_marks("*he* came", ROOM, "0210", &[]);
        // Too far away; one that is cut has no mark.
        let far = format!("<Bo> saw <Ann Lee>{} *he*", " day".repeat(14));
        check_marks(&far, 16, &format!("0{}20", "1".repeat(15)), &[]);
        let near = format!("<Bo> saw <Ann Lee>{} *he*", " day".repeat(13));
        check_marks(&near, 16, &format!("034{}20", "1".repeat(13)), &[1]);
    }

    #[test]
    fn a_passage_is_never_too_long() {
        for (before, after) in [(0, 0), (0, 900), (900, 0), (900, 900), (150, 3), (3, 59)] {
            for room in [0, 16, 128, ROOM, usize::MAX] {
                let marked = format!("<Bo>{} *he*{} <Bo>", " day".repeat(before), " day".repeat(after));
                asked(&marked, room, |_, passage| {
                    assert!(Marked::new(passage).sides.len() <= ROOM + 2);
                });
            }
        }
    }

    /// Who is likeliest, by the spelling of the name.
    #[track_caller]
    fn check_meant(marked: &str, meant: Option<&str>) {
        let referents = Referents::embedded();
        asked(marked, ROOM, |text, passage| {
            let odds = referents.weigh(passage).unwrap();
            let whole = odds.none + odds.persons.iter().map(|(_, share)| share).sum::<f32>();
            assert!((whole - 1.0).abs() < 1e-4, "{odds:?}");
            let spelling = |person: usize| {
                let name = passage.names.iter().find(|name| name.person == person).unwrap();
                let words = &passage.ground.words()[name.words.clone()];
                &text[words[0].span.range().start..words[words.len() - 1].span.range().end]
            };
            assert_eq!(odds.best().map(|(person, _)| spelling(person)), meant, "{odds:?}");
        });
    }

    #[test]
    fn the_sentence_tells_who_is_meant() {
        for (marked, meant) in [
            ("<Peter Smith> thanked <Tom Brown> because *he* had helped him.", Some("Tom Brown")),
            ("<Peter Smith> won the race. *he* thanked <Tom Brown>.", Some("Peter Smith")),
            ("<Mary Brown> met <Peter Smith> in Vienna, where *she* lived.", Some("Mary Brown")),
            ("*he* came in.", None),
        ] {
            check_meant(marked, meant);
        }
    }

    #[test]
    fn gelu_is_as_learned() {
        for (x, y) in [(0.0, 0.0), (1.0, 0.841_345), (-1.0, -0.158_655), (3.0, 2.995_95), (-9.0, 0.0)] {
            assert!((gelu(x) - y).abs() < 1e-5, "{x}: {}", gelu(x));
        }
    }
}
