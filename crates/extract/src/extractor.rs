//! The extractor: an article in, its attributions out.

use onrecord_base::{
    Article, Attribution, BlockKind, Code, Diagnostic, Form, Role, Span, Spans, Text, quotation,
};

use crate::decode::{Fragment, Scores, decode};
use crate::ground::Ground;
use crate::linker::Chosen;
use crate::links::{Link, Scene};
use crate::mend;
use crate::model::{Model, ModelError, Read, Shipped};
use crate::namer::Namer;
use crate::nested;
use crate::senses::Senses;
use crate::turns;
use crate::words::{Quoted, Shape, Word, words};

/// Finds attributions with a model that is compiled in. Make one and share it by reference between threads.
pub struct Extractor {
    model: Model,
    /// Whether an extraction keeps its senses.
    senses: bool,
}

/// What was found in one article.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Extraction {
    /// In the order of their first words of content.
    pub attributions: Vec<Attribution>,
    /// What was odd about the article's quotation marks and language.
    pub diagnostics: Vec<Diagnostic>,
    /// For each attribution the one that reports it, where one is told within another's content.
    pub reported_by: Vec<Option<u32>>,
    /// From which [`Extractor::vector`] reads what stretches of the article mean; empty but of one [`Extractor::with_senses`].
    pub senses: Senses,
    /// On which [`Extractor::namer`] and the model of pronouns stand.
    pub ground: Ground,
}

impl Extractor {
    /// Loads a model that is compiled in.
    ///
    /// # Errors
    /// [`ModelError`] if it does not load: a broken build.
    pub fn embedded(which: Shipped) -> Result<Self, ModelError> {
        Ok(Self { model: Model::embedded(which)?, senses: false })
    }

    /// Keeps what is needed to tell what stretches of an article mean.
    #[must_use]
    pub fn with_senses(self) -> Self {
        Self { senses: true, ..self }
    }

    /// The model's name and version.
    pub fn name(&self) -> &str {
        self.model.name()
    }

    /// Loads what reads names of issues off what this one knows of an article.
    ///
    /// # Errors
    /// [`ModelError`] if it does not load: a broken build.
    pub fn namer(&self) -> Result<Namer, ModelError> {
        self.model.namer()
    }

    /// Finds the attributions of an article's story; litter yields none.
    ///
    /// # Errors
    /// [`ModelError::Run`] if the model does not take what it is given: a broken build.
    pub fn extract(&self, article: &Article) -> Result<Extraction, ModelError> {
        let text = &article.text;
        let paragraphs: Vec<Span> = article.story().map(|block| block.span).collect();
        let pairing = quotation::pair(text, &paragraphs);
        let words = words(text, &paragraphs, &pairing);
        let Read { scores, senses, ground } = self.model.scores(text, &words, self.senses)?;
        let fragments = decode(&scores, self.model.transitions());
        let attributions: Vec<Attribution> = self
            .group(&words, &fragments)
            .into_iter()
            .filter_map(|group| attribution(text, &words, &fragments, &scores, &group))
            .collect();
        let headline = |kind: &BlockKind| matches!(kind, BlockKind::Headline | BlockKind::Heading);
        let headlines = article.story().map(|block| headline(&block.kind)).collect();
        let mut attributions = mend::mend(&mend::Page::new(text, &words, headlines), attributions);
        let sure = |attribution: &Attribution| self.model.confidence().at(attribution.confidence);
        attributions.retain(|attribution| {
            !is_bare_word(text, attribution) || sure(attribution) >= self.model.bare_word()
        });
        let mut diagnostics = pairing.diagnostics;
        if let Some(lang) = article.metadata.lang.as_deref().filter(|lang| *lang != "en") {
            let message = format!(
                "the article is in language {lang:?}; the model learned from English, so expect missing and wrong statements"
            );
            diagnostics.push(Diagnostic::whole(Code::UnsupportedLanguage, message));
        }
        let (mut attributions, mut reported_by) = turns::read(text, &paragraphs, attributions);
        nested::find(&attributions, &mut reported_by);
        for attribution in &mut attributions {
            attribution.confidence = self.model.confidence().at(attribution.confidence);
        }
        Ok(Extraction { attributions, diagnostics, reported_by, senses, ground })
    }

    /// The vector of what a text means that stands for itself; `None` for one without words.
    ///
    /// # Errors
    /// [`ModelError::Run`] if there is no memory for the model's work.
    pub fn sense(&self, text: &str) -> Result<Option<Vec<f32>>, ModelError> {
        // A text too long for spans is no label or proposition.
        Text::new(text).map_or(Ok(None), |text| self.model.sense(&text))
    }

    /// The vector of what the article means within the spans; `None` where no word stands.
    pub fn vector(&self, senses: &Senses, spans: &Spans) -> Option<Vec<f32>> {
        self.model.vector(senses, spans)
    }

    /// Contents of one cue belong together; a content without a cue stands for itself.
    fn group(&self, words: &[Word], fragments: &[Fragment]) -> Vec<Group> {
        let scene = Scene::new(words, fragments);
        let choose = |at, link| self.model.linker().choose(link, &scene.choice(at, link));
        let mut groups: Vec<Group> = Vec::new();
        for at in (0..fragments.len()).filter(|&i| fragments[i].role == Role::Content) {
            let cue = choose(at, Link::ContentCue);
            match groups.iter_mut().find(|g| g.cue.is_some() && g.cue == cue.fragment) {
                Some(group) => group.contents.push(at),
                None => groups.push(Group {
                    contents: vec![at],
                    cue: cue.fragment,
                    source: None,
                    probability: cue.probability,
                }),
            }
        }
        for group in &mut groups {
            let by_cue = group.cue.map(|cue| choose(cue, Link::CueSource));
            let chosen = match by_cue {
                Some(chosen @ Chosen { fragment: Some(_), .. }) => chosen,
                _ => choose(group.contents[0], Link::ContentSource),
            };
            group.source = chosen.fragment;
            group.probability *= chosen.probability;
        }
        groups
    }
}

/// Whether the content is one word outside of quotation marks: "embraced it", "backed Roe".
fn is_bare_word(text: &Text, attribution: &Attribution) -> bool {
    let mut words = attribution.content.iter().flat_map(|span| text.slice(span).split_whitespace());
    let first = words.next().unwrap_or_default();
    words.next().is_none() && !first.contains(|c: char| quotation::is_mark(c))
}

/// Fragments (indices) that make one attribution.
struct Group {
    contents: Vec<usize>,
    cue: Option<usize>,
    source: Option<usize>,
    /// How sure the links are.
    probability: f32,
}

fn attribution(
    text: &Text,
    words: &[Word],
    fragments: &[Fragment],
    scores: &[Scores],
    group: &Group,
) -> Option<Attribution> {
    let span = |fragment: usize| {
        let range = &fragments[fragment].words;
        words[range.start].span.cover(words[range.end - 1].span)
    };
    let content = joined(text, group.contents.iter().map(|&c| span(c)));
    let of_content = group.contents.iter().flat_map(|&c| &words[fragments[c].words.clone()]);
    let turn = group.cue.is_some_and(|cue| text.slice(span(cue)) == ":");
    let form = if turn { Form::Direct } else { form(of_content) };
    let certainty = group.contents.iter().map(|&c| certainty(scores, &fragments[c])).fold(1.0, f32::min);
    Some(Attribution {
        source: group.source.map_or(Spans::NONE, |source| span(source).into()),
        cue: group.cue.map(span),
        content: (!content.is_empty()).then_some(content)?,
        form,
        confidence: (certainty * group.probability).clamp(0.0, 1.0),
    })
}

/// Spans in text order; those parted by nothing but white space are one.
fn joined(text: &Text, spans: impl Iterator<Item = Span>) -> Spans {
    let mut out: Vec<Span> = Vec::new();
    for span in spans {
        match out.last_mut() {
            Some(last) if text.as_str()[last.range().end..span.range().start].trim().is_empty() => {
                *last = last.cover(span);
            }
            _ => out.push(span),
        }
    }
    out.into_iter().collect()
}

/// Direct if every word stands in quotation marks, indirect if none does; marks and punctuation do not count.
pub(crate) fn form<'w>(words: impl Iterator<Item = &'w Word>) -> Form {
    let letters = |w: &&Word| !matches!(w.shape, Shape::Stop | Shape::Comma | Shape::Sign);
    let (mut inside, mut all) = (0_usize, 0_usize);
    for word in words.filter(letters) {
        all += 1;
        inside += usize::from(word.quoted != Quoted::Outside);
    }
    match inside {
        0 => Form::Indirect,
        n if n == all => Form::Direct,
        _ => Form::Mixed,
    }
}

/// The mean probability, over a fragment's words, of playing the fragment's role.
fn certainty(scores: &[Scores], fragment: &Fragment) -> f32 {
    let begin = 1 + 2 * fragment.role as usize;
    let of_word = |tags: &Scores| tags[begin].exp() + tags[begin + 1].exp();
    let sum: f32 = scores[fragment.words.clone()].iter().map(of_word).sum();
    sum / fragment.words.len() as f32
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bare_words() {
        for (content, expect) in
            [("it", true), ("Roe,", true), ("“it”", false), ("'it'", false), ("it all", false)]
        {
            let text = Text::new(content.to_owned()).unwrap();
            let content: Spans = [text.whole()].into_iter().collect();
            let (source, cue) = (Spans::NONE, None);
            let attribution = Attribution { source, cue, content, form: Form::Indirect, confidence: 0.1 };
            assert_eq!(is_bare_word(&text, &attribution), expect, "{:?}", text.as_str());
        }
    }
}
