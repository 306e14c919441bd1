//! The shipped model: the encoder that scores each word's tags, and what follows it. Alone knows the runtime.

use std::cell::RefCell;
use std::ops::Range;
use std::sync::Arc;

use onrecord_base::Text;
use rten::{NodeId, RunOptions, ThreadPool, Value, ValueOrView};
use rten_tensor::{AsView, Layout, NdTensor};

use crate::decode::{Scores, TAGS, Transitions};
use crate::linker::Linker;
use crate::windows::{Size, windows};
use crate::wordpiece::WordPiece;
use crate::words::{Quoted, Shape, Word};

static ENCODER: &[u8] = include_bytes!("../../../models/standard/encoder.onnx");
static HEADS: &str = include_str!("../../../models/standard/heads.json");
static VOCABULARY: &str = include_str!("../../../models/standard/vocab.txt");

/// Why a model does not load or run: a broken build or no memory.
#[derive(Debug, thiserror::Error)]
pub enum ModelError {
    /// The encoder's graph does not load.
    #[error("the encoder does not load")]
    Load(#[from] rten::LoadError),
    /// The encoder's graph does not run.
    #[error("the encoder does not run")]
    Run(#[from] rten::RunError),
    /// The heads are not what this version reads.
    #[error("the heads do not load")]
    Heads(#[from] serde_json::Error),
    /// A part is there but unfit.
    #[error("{0}")]
    Unfit(&'static str),
}

/// The model, loaded. Shared between threads; each run keeps to the thread that asks.
pub(crate) struct Model {
    encoder: rten::Model,
    inputs: Inputs<NodeId>,
    output: NodeId,
    pieces: WordPiece,
    heads: Heads,
}

/// What follows the encoder, as `heads.json` holds it.
#[derive(serde::Deserialize)]
struct Heads {
    name: String,
    window: usize,
    context: usize,
    transitions: Transitions,
    linker: Linker,
}

/// The encoder's inputs. All but the last have an element for each word piece.
struct Inputs<T> {
    /// Numbers of the word pieces.
    ids: T,
    /// 0, 1, 2, …
    places: T,
    /// How the piece's word stands to quotation marks, from 1; 0 for `[CLS]` and `[SEP]`, as below.
    quoted: T,
    /// The shape of the piece's word.
    shape: T,
    /// 2 for the first word of a paragraph, else 1.
    start: T,
    /// The place of each word's first piece.
    at: T,
}

impl Model {
    /// Loads the embedded model.
    pub(crate) fn embedded() -> Result<Self, ModelError> {
        let encoder = rten::ModelOptions::with_all_ops().prepack_weights(true).load_static_slice(ENCODER)?;
        let heads: Heads = serde_json::from_str(HEADS)?;
        let pieces = WordPiece::new(VOCABULARY)
            .ok_or(ModelError::Unfit("the vocabulary lacks [UNK], [CLS] or [SEP]"))?;
        if !heads.linker.fits() {
            return Err(ModelError::Unfit("the linker's layers do not fit its features"));
        }
        if heads.window < heads.context + 16 {
            return Err(ModelError::Unfit("the window is smaller than its context"));
        }
        let node = |name| encoder.node_id(name);
        let inputs = Inputs {
            ids: node("ids")?,
            places: node("places")?,
            quoted: node("quoted")?,
            shape: node("shape")?,
            start: node("start")?,
            at: node("at")?,
        };
        Ok(Self { output: node("tags")?, inputs, encoder, pieces, heads })
    }

    pub(crate) fn name(&self) -> &str {
        &self.heads.name
    }

    pub(crate) fn transitions(&self) -> &Transitions {
        &self.heads.transitions
    }

    pub(crate) fn linker(&self) -> &Linker {
        &self.heads.linker
    }

    /// The log probability of each tag for each word.
    pub(crate) fn scores(&self, text: &Text, words: &[Word]) -> Result<Vec<Scores>, ModelError> {
        let mut ids = Vec::new();
        let mut ends = Vec::with_capacity(words.len());
        for word in words {
            self.pieces.encode(text.slice(word.span), &mut ids);
            ends.push(ids.len());
        }
        let begin = |i: usize| if i == 0 { 0 } else { ends[i - 1] };
        let lengths: Vec<usize> = (0..words.len()).map(|i| ends[i] - begin(i)).collect();
        let mut scores = Vec::with_capacity(words.len());
        let size = Size { window: self.heads.window, context: self.heads.context };
        for window in windows(words, &lengths, size) {
            let range = window.context.start..window.body.end;
            let all = self.window(words, &lengths, &ids[begin(range.start)..begin(range.end)], range)?;
            scores.extend(all.into_iter().skip(window.context.len()));
        }
        Ok(scores)
    }

    /// Runs the encoder over the words of one window.
    fn window(
        &self,
        words: &[Word],
        lengths: &[usize],
        ids: &[u32],
        range: Range<usize>,
    ) -> Result<Vec<Scores>, ModelError> {
        if range.is_empty() {
            return Ok(Vec::new());
        }
        let size = ids.len() + 2;
        let (cls, sep) = self.pieces.edges;
        let mut given = Inputs {
            ids: Vec::with_capacity(size),
            places: (0..).take(size).collect(),
            quoted: vec![0],
            shape: vec![0],
            start: vec![0],
            at: Vec::with_capacity(range.len()),
        };
        given.ids.extend([cls].iter().chain(ids).chain(&[sep]).map(|&id| id as i32));
        for i in range {
            let first = i == 0 || words[i - 1].paragraph != words[i].paragraph;
            let seen: [i32; 3] = [quoted(words[i].quoted), shape(words[i].shape), 1 + i32::from(first)];
            given.at.push(given.quoted.len() as i32);
            for (list, value) in [&mut given.quoted, &mut given.shape, &mut given.start].into_iter().zip(seen)
            {
                list.extend(std::iter::repeat_n(value, lengths[i]));
            }
        }
        for list in [&mut given.quoted, &mut given.shape, &mut given.start] {
            list.push(0);
        }
        let tensor =
            |values: Vec<i32>| ValueOrView::from(Value::from(NdTensor::from_data([values.len()], values)));
        let inputs = vec![
            (self.inputs.ids, tensor(given.ids)),
            (self.inputs.places, tensor(given.places)),
            (self.inputs.quoted, tensor(given.quoted)),
            (self.inputs.shape, tensor(given.shape)),
            (self.inputs.start, tensor(given.start)),
            (self.inputs.at, tensor(given.at)),
        ];
        let options = RunOptions::default().with_thread_pool(Some(own_pool()));
        let [tags] = self.encoder.run_n(inputs, [self.output], Some(options))?;
        let tags: NdTensor<f32, 2> =
            tags.try_into().map_err(|_| ModelError::Unfit("the encoder gives no table of scores"))?;
        if tags.size(1) != TAGS {
            return Err(ModelError::Unfit("the encoder scores other tags"));
        }
        let rows = tags.to_vec();
        Ok(rows.chunks_exact(TAGS).map(|row| row.try_into().expect("chunks are exact")).collect())
    }
}

fn quoted(quoted: Quoted) -> i32 {
    1 + i32::from(quoted as u8)
}

fn shape(shape: Shape) -> i32 {
    i32::from(shape as u8)
}

/// A pool of one thread for the calling thread. Articles are read in parallel, so each should keep to one core; the
/// runtime's own pool would make all of them take turns on all.
fn own_pool() -> Arc<ThreadPool> {
    thread_local! {
        static POOL: RefCell<Option<Arc<ThreadPool>>> = const { RefCell::new(None) };
    }
    POOL.with_borrow_mut(|pool| {
        Arc::clone(pool.get_or_insert_with(|| Arc::new(ThreadPool::with_num_threads(1))))
    })
}
