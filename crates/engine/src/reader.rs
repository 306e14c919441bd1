//! The [`Reader`]: takes the bytes of a page through all floors and gives what is said in it, by whom.

use std::thread;

use onrecord_base::{Attribution, Provenance, Reading, Statement};
use onrecord_extract::debate::{Readers, Tools, Topic};
use onrecord_extract::judge::Judge;
use onrecord_extract::jury::Jury;
use onrecord_extract::namer::Namer;
use onrecord_extract::referents::Referents;
use onrecord_extract::speakers::Story;
use onrecord_extract::world::{self, Additions, World};
use onrecord_extract::{Extraction, Extractor, ModelError, Shipped, debate, speakers};
use onrecord_ingest::{Hint, Limits, PageError};

use crate::ReadArticle;
use crate::codebook::{Codebook, Entry};
use crate::warm;

/// Reads pages with a model that is compiled in. Make one and share it by reference between threads.
pub struct Reader {
    extractor: Extractor,
    /// Stances that no cue tells are left open without it.
    judge: Option<Judge>,
    /// Pronouns that the rules leave open stay so without it. Loaded when it is first asked.
    referents: Option<Referents>,
    /// What only models hear in a short report stays unknown without them.
    readers: Option<(Namer, Jury)>,
    topics: Option<Vec<Topic>>,
    world: World,
}

/// How a page is to be read; the default detects everything and keeps the usual limits.
#[derive(Clone, Debug, Default)]
pub struct ReadOptions {
    /// What is known about the page.
    pub hint: Hint,
    /// How much the page may ask for.
    pub limits: Limits,
    /// Leaves out the statements that are less sure, 0 to 1.
    pub min_confidence: f32,
}

/// Why a page could not be read, or no page can.
#[derive(Debug, thiserror::Error)]
pub enum EngineError {
    /// The embedded model does not load or run: a broken build, or no memory left.
    #[error("the embedded model failed; reinstall onrecord, and report this if it stays so")]
    Model(#[from] ModelError),
    /// The bytes are no page that can be read.
    #[error(transparent)]
    Page(#[from] PageError),
}

impl Reader {
    /// Loads the standard model.
    ///
    /// # Errors
    /// [`EngineError::Model`] if it does not load.
    pub fn new() -> Result<Self, EngineError> {
        Self::with_model(Shipped::Standard)
    }

    /// Loads a model that is compiled in.
    ///
    /// # Errors
    /// [`EngineError::Model`] if it does not load.
    pub fn with_model(which: Shipped) -> Result<Self, EngineError> {
        // Side by side: who reads one short page would else wait for patterns and lists, as where no thread is to be had.
        drop(thread::Builder::new().spawn(warm::warm));
        let extractor = Extractor::embedded(which)?;
        let (topics, world) = (None, World::embedded());
        if which == Shipped::Fast {
            return Ok(Self { extractor, judge: None, referents: None, readers: None, topics, world });
        }
        let readers = Some((extractor.namer()?, Jury::embedded()?));
        let (judge, referents) = (Some(Judge::embedded()?), Some(Referents::embedded()));
        Ok(Self { extractor, judge, referents, readers, topics, world })
    }

    /// Knows these people as well; they come before those of the gazetteer.
    #[must_use]
    pub fn with_actors(self, additions: Additions) -> Self {
        Self { world: World::with(additions), ..self }
    }

    /// Looks for these issues instead of those that each article makes.
    ///
    /// # Errors
    /// [`EngineError::Model`] if there is no memory for the model's work.
    pub fn with_codebook(self, codebook: &Codebook) -> Result<Self, EngineError> {
        let topics: Result<Vec<Topic>, EngineError> =
            codebook.entries().iter().map(|entry| self.topic(entry)).collect();
        Ok(Self { topics: Some(topics?), extractor: self.extractor.with_senses(), ..self })
    }

    fn topic(&self, entry: &Entry) -> Result<Topic, EngineError> {
        let Entry { id, label, proposition, keywords, .. } = entry.clone();
        let wordings = std::iter::once(&label).chain(&proposition).chain(&keywords);
        let vectors = wordings.map(|wording| self.extractor.sense(wording.trim_end_matches('*')));
        let vectors = vectors.filter_map(Result::transpose).collect::<Result<_, _>>()?;
        Ok(Topic { id, label, proposition, keywords, vectors })
    }

    /// The model's name and version, as given in [`Provenance`].
    pub fn model(&self) -> &str {
        self.extractor.name()
    }

    /// Reads one page. `name` is what outputs call the document: a file name or URL.
    ///
    /// # Errors
    /// [`EngineError::Page`] if the bytes hold no text or pass a limit. A page without statements is no error.
    /// [`EngineError::Model`] if there is no memory for the model's work.
    pub fn read(&self, name: &str, bytes: &[u8], options: &ReadOptions) -> Result<ReadArticle, EngineError> {
        let page = onrecord_ingest::read(bytes, &options.hint, &options.limits)?;
        let article = page.article;
        let Extraction { attributions, diagnostics: oddities, reported_by, senses, ground } =
            self.extractor.extract(&article)?;
        let (attributions, reported_by) = as_sure_as(options.min_confidence, attributions, reported_by);
        let (attributions, reported_by) = in_text_order(attributions, reported_by);
        let story = Story::new(&article);
        let mut speakers = match &self.referents {
            Some(referents) => {
                speakers::resolve_asking(&story, &attributions, &self.world, (referents, &ground))?
            }
            None => speakers::resolve(&story, &attributions, &self.world),
        };
        world::identify(&article, &attributions, &self.world, &mut speakers);
        let provenance = Provenance { by: self.extractor.name().to_owned() };
        let mut statements: Vec<Statement> = attributions
            .into_iter()
            .zip(speakers.of.into_iter().zip(speakers.resolution))
            .zip(reported_by)
            .map(|((attribution, (actors, resolution)), reported_by)| Statement {
                attribution,
                actors,
                resolution,
                reported_by,
                takes: Vec::new(),
                aim: None,
                provenance: provenance.clone(),
            })
            .collect();
        let vector = |statement: &Statement| self.extractor.vector(&senses, &statement.attribution.content);
        // Only issues that others have named are looked for by meaning.
        let of_meaning = if self.topics.is_some() { statements.as_slice() } else { &[] };
        let vectors: Vec<Option<Vec<f32>>> = of_meaning.iter().map(vector).collect();
        let tools = Tools {
            vectors: &vectors,
            judge: self.judge.as_ref(),
            readers: self.readers.as_ref().map(|(namer, jury)| Readers { namer, ground: &ground, jury }),
            topics: self.topics.as_deref(),
        };
        let debate = debate::read(&story, &speakers.actors, &mut statements, &tools)?;
        let mut diagnostics = article.diagnostics.clone();
        diagnostics.extend(oddities);
        let reading = Reading { article, actors: speakers.actors, statements, debate, diagnostics };
        Ok(ReadArticle::new(name, bytes, reading, page.format, page.encoding))
    }
}

/// The attributions that are as sure as that; the indices in `reported_by` follow, and of one that is left out nobody is told.
fn as_sure_as(
    least: f32,
    attributions: Vec<Attribution>,
    reported_by: Vec<Option<u32>>,
) -> (Vec<Attribution>, Vec<Option<u32>>) {
    let mut place = Vec::with_capacity(attributions.len());
    let mut kept = 0_u32;
    for attribution in &attributions {
        let keep = attribution.confidence >= least;
        place.push(keep.then_some(kept));
        kept += u32::from(keep);
    }
    let reporter = |by: Option<u32>| by.and_then(|by| place.get(by as usize).copied().flatten());
    let both = attributions.into_iter().zip(reported_by).zip(&place).filter(|(_, place)| place.is_some());
    both.map(|((attribution, by), _)| (attribution, reporter(by))).unzip()
}

/// Sorts attributions by their contents; the indices in `reported_by` follow.
fn in_text_order(
    attributions: Vec<Attribution>,
    reported_by: Vec<Option<u32>>,
) -> (Vec<Attribution>, Vec<Option<u32>>) {
    let mut order: Vec<usize> = (0..attributions.len()).collect();
    order.sort_by(|&a, &b| attributions[a].content.cmp(&attributions[b].content));
    let mut place = vec![0_u32; order.len()];
    for (new, &old) in order.iter().enumerate() {
        place[old] = new as u32;
    }
    let mut reporters: Vec<Option<u32>> = vec![None; order.len()];
    for (old, reporter) in reported_by.into_iter().enumerate().take(order.len()) {
        reporters[place[old] as usize] = reporter.and_then(|by| place.get(by as usize).copied());
    }
    let mut sorted: Vec<(u32, Attribution)> = place.iter().copied().zip(attributions).collect();
    sorted.sort_by_key(|(place, _)| *place);
    (sorted.into_iter().map(|(_, attribution)| attribution).collect(), reporters)
}

#[cfg(test)]
mod tests {
    use onrecord_base::{Form, Spans, Text};

    use super::*;

    #[test]
    fn what_is_less_sure_is_left_out() {
        let text = Text::new("abcdef").unwrap();
        let sure = |start, confidence| Attribution {
            source: Spans::NONE,
            cue: None,
            content: text.span(start, start + 1).unwrap().into(),
            form: Form::Indirect,
            confidence,
        };
        let all = vec![sure(0, 0.4), sure(1, 0.9), sure(2, 0.8), sure(3, 0.7)];
        let (kept, reporters) = as_sure_as(0.7, all, vec![None, Some(0), Some(1), Some(2)]);
        let starts: Vec<u32> = kept.iter().map(|a| a.content.as_slice()[0].start()).collect();
        assert_eq!((starts, reporters), (vec![1, 2, 3], vec![None, Some(0), Some(1)]));
    }

    #[test]
    fn reporters_follow_their_statements_when_sorted() {
        let text = Text::new("abcdefghij").unwrap();
        let at = |start, end| Attribution {
            source: Spans::NONE,
            cue: None,
            content: text.span(start, end).unwrap().into(),
            form: Form::Indirect,
            confidence: 1.0,
        };
        let (sorted, reporters) =
            in_text_order(vec![at(4, 9), at(0, 2), at(5, 6)], vec![None, None, Some(0)]);
        let starts: Vec<u32> = sorted.iter().map(|a| a.content.as_slice()[0].start()).collect();
        assert_eq!(starts, [0, 4, 5]);
        assert_eq!(reporters, [None, None, Some(1)]);
    }
}
