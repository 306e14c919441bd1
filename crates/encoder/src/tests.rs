//! Encoders of other sizes than the shipped one's, made up here, against the same arithmetic in 32-bit numbers; and bad files.

use proptest::prelude::*;

use onrecord_kernels::Aligned;

use super::*;

/// The sizes of a made-up encoder.
#[derive(Clone, Copy)]
struct Sizes {
    layers: usize,
    width: usize,
    heads: usize,
    /// The width of a head.
    size: usize,
    inner: usize,
    vocabulary: usize,
    positions: usize,
}

const SMALL: Sizes =
    Sizes { layers: 2, width: 64, heads: 2, size: 32, inner: 400, vocabulary: 50, positions: 512 };

/// Numbers without pattern, from −1 to 1; the same for the same name.
fn noise(count: usize, name: &str) -> Vec<f32> {
    let mut state = name.bytes().fold(7_u32, |state, byte| state.wrapping_mul(31).wrapping_add(byte.into()));
    let mut next = || {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) as f32 / (1_u32 << 23) as f32 - 1.0
    };
    (0..count).map(|_| next()).collect()
}

/// A field of a protocol-buffer message that holds bytes.
fn field(number: u8, bytes: &[u8]) -> Vec<u8> {
    let mut out = vec![number << 3 | 2];
    let mut length = bytes.len();
    while length >= 0x80 {
        out.push(length as u8 | 0x80);
        length >>= 7;
    }
    out.push(length as u8);
    out.extend_from_slice(bytes);
    out
}

/// The file being written, and its numbers as floats, by name.
#[derive(Default)]
struct Made {
    graph: Vec<u8>,
    numbers: std::collections::HashMap<String, Vec<f32>>,
}

impl Made {
    fn tensor(&mut self, name: &str, shape: &[usize], kind: u8, bytes: &[u8]) {
        let mut dims = Vec::new();
        for &size in shape {
            assert!(size < 1 << 14);
            dims.extend([size as u8 | 0x80, (size >> 7) as u8]);
        }
        let tensor =
            [field(1, &dims), vec![2 << 3, kind], field(8, name.as_bytes()), field(9, bytes)].concat();
        self.graph.extend(field(5, &tensor));
    }

    fn floats(&mut self, name: &str, shape: &[usize], size: f32, middle: f32) {
        let count = shape.iter().product();
        let values: Vec<f32> = noise(count, name).iter().map(|x| x * size + middle).collect();
        let bytes: Vec<u8> = values.iter().flat_map(|x| x.to_le_bytes()).collect();
        self.tensor(name, shape, 1, &bytes);
        self.numbers.insert(name.to_owned(), values);
    }

    fn bytes(&mut self, name: &str, shape: [usize; 2], most: f32) {
        let values: Vec<f32> = noise(shape[0] * shape[1], name).iter().map(|x| (x * most).round()).collect();
        let bytes: Vec<u8> = values.iter().map(|&x| x as i8 as u8).collect();
        self.tensor(name, &shape, 3, &bytes);
        self.numbers.insert(name.to_owned(), values);
    }

    fn linear(&mut self, name: &str, depth: usize, columns: usize) {
        self.bytes(&format!("{name}.weight"), [depth, columns], 63.0);
        self.floats(&format!("{name}.scale"), &[columns], 0.0, 1.7 / 63.0 / (depth as f32).sqrt());
        self.floats(&format!("{name}.bias"), &[columns], 0.1, 0.0);
    }

    fn norm(&mut self, name: &str, width: usize) {
        self.floats(&format!("{name}.weight"), &[width], 0.2, 1.0);
        self.floats(&format!("{name}.bias"), &[width], 0.1, 0.0);
    }

    fn new(sizes: Sizes) -> Self {
        let Sizes { layers, width, heads, size, inner, vocabulary, positions } = sizes;
        let mut made = Self::default();
        made.bytes("words", [vocabulary, width], 127.0);
        made.floats("words.scale", &[vocabulary, 1], 0.0, 0.01);
        made.floats("positions", &[positions, width], 0.3, 0.0);
        made.floats("kind.weight", &[3, width], 0.3, 0.0);
        made.norm("norm", width);
        let all = heads * size;
        let shape = [-1_i64, 3, heads as i64, size as i64];
        made.tensor("heads", &[4], 7, &shape.map(i64::to_le_bytes).concat());
        for layer in 0..layers {
            let name = |part: &str| format!("layers.{layer}.{part}");
            made.linear(&name("qkv"), width, 3 * all);
            made.linear(&name("out"), all, width);
            made.norm(&name("norm1"), width);
            made.linear(&name("up"), width, inner);
            made.linear(&name("down"), inner, width);
            made.norm(&name("norm2"), width);
        }
        made
    }

    fn file(&self) -> Vec<u8> {
        // Fields that we do not read stand before and after.
        [vec![1 << 3, 9], field(7, &self.graph), vec![15 << 3 | 5, 1, 2, 3, 4]].concat()
    }

    fn apply(&self, name: &str, states: &[Vec<f32>]) -> Vec<Vec<f32>> {
        let [weight, scale, bias] =
            ["weight", "scale", "bias"].map(|part| &self.numbers[&format!("{name}.{part}")]);
        let one = |state: &Vec<f32>, column: usize| {
            let sum: f32 =
                state.iter().zip(weight[column..].iter().step_by(bias.len())).map(|(x, w)| x * w).sum();
            sum * scale[column] + bias[column]
        };
        states.iter().map(|state| (0..bias.len()).map(|column| one(state, column)).collect()).collect()
    }

    fn normalise(&self, name: &str, states: &mut [Vec<f32>]) {
        let [weight, bias] = ["weight", "bias"].map(|part| &self.numbers[&format!("{name}.{part}")]);
        for state in states {
            let count = state.len() as f32;
            let mean = state.iter().sum::<f32>() / count;
            let variance = state.iter().map(|x| (x - mean).powi(2)).sum::<f32>() / count;
            for (i, x) in state.iter_mut().enumerate() {
                *x = (*x - mean) / variance.sqrt() * weight[i] + bias[i];
            }
        }
    }

    /// The encoder in 32-bit numbers, without the feature if `kinds` is `None`.
    fn run(&self, sizes: Sizes, ids: &[u32], kinds: Option<&[u8]>) -> Vec<f32> {
        self.run_settling(sizes, ids, kinds, |_| sizes.layers)
    }

    /// The same, of whose pieces each changes in its first layers only.
    fn run_settling(
        &self,
        sizes: Sizes,
        ids: &[u32],
        kinds: Option<&[u8]>,
        settles_after: impl Fn(usize) -> usize,
    ) -> Vec<f32> {
        let width = sizes.width;
        let row = |name: &str, at: usize| &self.numbers[name][at * width..][..width];
        let mut states: Vec<Vec<f32>> = (0..ids.len())
            .map(|at| {
                let kind = |i: usize| kinds.map_or(0.0, |kinds| row("kind.weight", kinds[at].into())[i]);
                (0..width)
                    .map(|i| row("words", ids[at] as usize)[i] * 0.01 + row("positions", at)[i] + kind(i))
                    .collect()
            })
            .collect();
        self.normalise("norm", &mut states);
        for layer in 0..sizes.layers {
            let name = |part: &str| format!("layers.{layer}.{part}");
            let before = states.clone();
            let qkv = self.apply(&name("qkv"), &states);
            let (size, all) = (sizes.size, sizes.heads * sizes.size);
            let mut seen = vec![vec![0.0; all]; ids.len()];
            for head in 0..sizes.heads {
                let part = |at: usize, part: usize| &qkv[at][part * all + head * size..][..size];
                for (at, seen) in seen.iter_mut().enumerate() {
                    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
                    let weight = |key| (dot(part(at, 0), part(key, 1)) / (size as f32).sqrt()).exp();
                    let weights: Vec<f32> = (0..ids.len()).map(weight).collect();
                    let total: f32 = weights.iter().sum();
                    for (key, weight) in weights.iter().enumerate() {
                        for i in 0..size {
                            seen[head * size + i] += weight / total * part(key, 2)[i];
                        }
                    }
                }
            }
            let add = |states: &mut Vec<Vec<f32>>, more: Vec<Vec<f32>>| {
                states.iter_mut().flatten().zip(more.iter().flatten()).for_each(|(x, more)| *x += more);
            };
            add(&mut states, self.apply(&name("out"), &seen));
            self.normalise(&name("norm1"), &mut states);
            let mut inner = self.apply(&name("up"), &states);
            // GELU by the tangent, which is near enough here.
            let gelu = |x: f32| x / 2.0 * (1.0 + (0.797_884_6 * (x + 0.044_715 * x.powi(3))).tanh());
            inner.iter_mut().flatten().for_each(|x| *x = gelu(*x));
            add(&mut states, self.apply(&name("down"), &inner));
            self.normalise(&name("norm2"), &mut states);
            for (at, before) in before.into_iter().enumerate().filter(|(at, _)| layer >= settles_after(*at)) {
                states[at] = before;
            }
        }
        states.concat()
    }
}

#[track_caller]
fn assert_near(states: &[f32], expected: &[f32], of: &str) {
    assert_eq!(states.len(), expected.len(), "{of}");
    let off: f32 = states.iter().zip(expected).map(|(a, b)| (a - b).powi(2)).sum();
    let off = (off / states.len() as f32).sqrt();
    assert!(off < 0.05, "{of}: {off} off in the mean");
}

#[track_caller]
fn check(sizes: Sizes, count: usize, with_kinds: bool) {
    let made = Made::new(sizes);
    let bytes = made.file();
    let file = File::read(&bytes).unwrap();
    let ids: Vec<u32> = (0..count).map(|i| (i * 7 % sizes.vocabulary) as u32).collect();
    let kinds: Vec<u8> = (0..count).map(|i| (i % 3) as u8).collect();
    let (names, features): (&[&str], &[&[u8]]) = if with_kinds { (&["kind"], &[&kinds]) } else { (&[], &[]) };
    let expected = made.run(sizes, &ids, with_kinds.then_some(&kinds));
    // From a multiple of 64 on, and not.
    let laid_out = lay_out(&bytes).unwrap();
    let mut aligned = Aligned::<u8>::default();
    aligned.reset(laid_out.len() + 1);
    for cpu in Cpu::all() {
        let encoder = Encoder::load_for(cpu, &file, names).unwrap();
        for off in [0, 1] {
            let place = &mut aligned[off..off + laid_out.len()];
            place.copy_from_slice(&laid_out);
            let other = Encoder::load_for(cpu, &File::laid_out(place).unwrap(), names).unwrap();
            let [mut one, mut two] = [Scratch::default(), Scratch::default()];
            let pieces = Pieces { ids: &ids, features };
            assert_eq!(encoder.run(pieces, &mut one), other.run(pieces, &mut two));
        }
        let mut scratch = Scratch::default();
        // Twice: what the run before leaves must not matter.
        for ids in [&ids[..count / 2], &ids] {
            let features: Vec<&[u8]> = features.iter().map(|feature| &feature[..ids.len()]).collect();
            let states = encoder.run(Pieces { ids, features: &features }, &mut scratch).unwrap();
            assert_eq!(states.len(), ids.len() * sizes.width);
            if ids.len() < count {
                continue;
            }
            assert_near(states, &expected, &format!("{cpu:?}, {count} pieces"));
        }
    }
}

#[test]
fn encoders_of_other_sizes_give_what_wider_numbers_do() {
    check(SMALL, 40, true);
    check(SMALL, 41, false);
    check(SMALL, 2, true);
    check(SMALL, 300, true);
    check(Sizes { layers: 1, width: 48, heads: 3, size: 16, inner: 96, ..SMALL }, 19, true);
    // Heads that are together narrower or wider than the vectors.
    check(Sizes { layers: 2, heads: 1, ..SMALL }, 33, true);
    check(Sizes { layers: 1, width: 48, heads: 5, size: 16, ..SMALL }, 21, true);
    check(Sizes { layers: 0, width: 16, heads: 1, size: 16, inner: 16, ..SMALL }, 5, false);
}

#[test]
fn texts_together_give_what_each_gives_alone() {
    let bytes = Made::new(SMALL).file();
    let file = File::read(&bytes).unwrap();
    let ids: Vec<u32> = (0..120).map(|i| i * 7 % 50).collect();
    let kinds: Vec<u8> = (0..120).map(|i| i % 3).collect();
    let cuts = [0..37, 37..37, 37..38, 38..71, 71..120];
    let features = cuts.each_ref().map(|cut| [&kinds[cut.clone()]]);
    let texts: Vec<Pieces<'_>> = cuts
        .iter()
        .zip(&features)
        .map(|(cut, features)| Pieces { ids: &ids[cut.clone()], features })
        .collect();
    for cpu in Cpu::all() {
        let encoder = Encoder::load_for(cpu, &file, &["kind"]).unwrap();
        let mut scratch = Scratch::default();
        let alone = texts.iter().map(|&text| encoder.run(text, &mut scratch).unwrap().to_vec());
        let alone: Vec<Vec<f32>> = alone.collect();
        encoder.begin(&texts, &mut scratch).unwrap();
        assert_eq!(encoder.go_on(0..2, &mut scratch), alone.concat(), "{cpu:?}");
        // Some of them end after a layer.
        for goes_on in [[true, true, false, true, false], [false, false, false, false, true], [false; 5]] {
            encoder.begin(&texts, &mut scratch).unwrap();
            encoder.go_on(0..1, &mut scratch);
            encoder.keep(&goes_on, &mut scratch);
            let kept = alone.iter().zip(goes_on).filter(|(_, goes_on)| *goes_on);
            let expected: Vec<f32> = kept.flat_map(|(states, _)| states.iter().copied()).collect();
            assert_eq!(encoder.go_on(1..2, &mut scratch), expected, "{cpu:?} {goes_on:?}");
        }
    }
}

#[test]
fn settled_pieces_are_looked_at_and_change_no_more() {
    let sizes = Sizes { layers: 4, ..SMALL };
    let (made, width) = (Made::new(sizes), sizes.width);
    let bytes = made.file();
    let ids: Vec<u32> = (0..70).map(|i| i * 7 % 50).collect();
    let pieces = [Pieces { ids: &ids, features: &[] }];
    // After how many layers each piece settles: some early, some later, some never; all; none.
    let some: fn(usize) -> usize = |at| [1, 4, 2, 4, 4, 3, 1][at % 7];
    for (number, settles_after) in [some, |at| 1 + at % 3, |_| 4].into_iter().enumerate() {
        let expected = made.run_settling(sizes, &ids, None, settles_after);
        for cpu in Cpu::all() {
            let encoder = Encoder::load_for(cpu, &File::read(&bytes).unwrap(), &[]).unwrap();
            let mut scratch = Scratch::default();
            encoder.begin(&pieces, &mut scratch).unwrap();
            let mut open: Vec<usize> = (0..ids.len()).collect();
            for layer in 1..=4 {
                let states = encoder.go_on(layer - 1..layer, &mut scratch).to_vec();
                assert_eq!(states.len(), open.len() * width);
                for (state, &at) in states.chunks_exact(width).zip(&open).filter(|_| layer == 4) {
                    assert_near(
                        state,
                        &expected[at * width..][..width],
                        &format!("{cpu:?}, {number}, piece {at}"),
                    );
                }
                let goes_on: Vec<bool> = open.iter().map(|&at| settles_after(at) > layer).collect();
                encoder.settle(&goes_on, &mut scratch);
                open.retain(|&at| settles_after(at) > layer);
            }
            // What the run before left must not matter.
            encoder.begin(&pieces, &mut scratch).unwrap();
            let all = encoder.go_on(0..4, &mut scratch);
            assert_near(all, &made.run(sizes, &ids, None), &format!("{cpu:?}, none settled"));
        }
    }
}

#[test]
fn words_that_are_sure_get_their_tag_early() {
    let sizes = Sizes { layers: 3, ..SMALL };
    let width = sizes.width;
    let ids: Vec<u32> = (0..42).map(|i| i * 7 % 50).collect();
    let pieces = Pieces { ids: &ids, features: &[] };
    // Words of one, two and three pieces between the edges.
    let at: Vec<usize> = (0..20).map(|word| 1 + 2 * word + usize::from(word % 3 == 1)).collect();
    // Surer than that is nobody; half of them are; all are.
    for (sure, settled) in [(1.0, 0..=0), (0.6, 3..=17), (0.0, 20..=20)] {
        let mut made = Made::new(sizes);
        for name in ["tag", "early.1"] {
            made.floats(&format!("{name}.weight"), &[width, 4], 0.5, 0.0);
            made.floats(&format!("{name}.bias"), &[4], 0.1, 0.0);
        }
        made.floats("early.1.sure", &[1], 0.0, sure);
        let bytes = made.file();
        let file = File::read(&bytes).unwrap();
        let tagging = Tagging::load(&file, &[]).unwrap();
        assert_eq!((tagging.all_until(), tagging.classes()), (1, 4));
        let (mut scratch, mut early) = (Scratch::default(), Vec::new());
        let scores = tagging.run(pieces, &at, &mut scratch, |_, states| early.push(states.to_vec())).unwrap();
        let [states] = &early[..] else { panic!("the vectors after one layer") };
        let of = |name: &str, state: &[f32]| {
            let mut out = [0.0; 4];
            Head::load(&file, name, width).unwrap().log_probabilities(state, &mut out);
            out
        };
        // By hand: which are settled, and what the others have after the last layer.
        let word_of = |piece: usize| at.iter().rposition(|&at| at <= piece).filter(|_| piece < 41);
        let first: Vec<[f32; 4]> =
            at.iter().map(|&at| of("early.1", &states[at * width..][..width])).collect();
        let is_sure = |word: usize| first[word].iter().any(|score| score.exp() >= sure);
        let goes_on: Vec<bool> =
            (0..42).map(|piece| word_of(piece).is_some_and(|word| !is_sure(word))).collect();
        tagging.encoder().begin(&[pieces], &mut scratch).unwrap();
        tagging.encoder().go_on(0..1, &mut scratch);
        tagging.encoder().settle(&goes_on, &mut scratch);
        let last = tagging.encoder().go_on(1..3, &mut scratch);
        assert!(settled.contains(&(0..20).filter(|&word| is_sure(word)).count()), "{sure}");
        for (word, scores) in scores.chunks_exact(4).enumerate() {
            let place = goes_on[..at[word]].iter().filter(|goes_on| **goes_on).count();
            let expected =
                if is_sure(word) { first[word] } else { of("tag", &last[place * width..][..width]) };
            assert_near(scores, &expected, &format!("{sure}, word {word}"));
        }
    }
    let mut made = Made::new(sizes);
    made.floats("tag.weight", &[width, 4], 0.5, 0.0);
    made.floats("tag.bias", &[4], 0.1, 0.0);
    // Without such a head only the last layer leaves out what is read by nobody.
    let bytes = made.file();
    let tagging = Tagging::load(&File::read(&bytes).unwrap(), &[]).unwrap();
    let (mut scratch, mut layers) = (Scratch::default(), Vec::new());
    let scores = tagging.run(pieces, &at, &mut scratch, |layer, _| layers.push(layer)).unwrap();
    assert_eq!((tagging.all_until(), layers), (2, vec![1, 2]));
    let tag = Head::load(&File::read(&bytes).unwrap(), "tag", width).unwrap();
    let states = tagging.encoder().run(pieces, &mut scratch).unwrap();
    for (scores, at) in scores.chunks_exact(4).zip(&at) {
        let mut expected = [0.0; 4];
        tag.log_probabilities(&states[at * width..][..width], &mut expected);
        assert_near(scores, &expected, &format!("the word at piece {at}"));
    }
    made.floats("early.2.weight", &[width, 3], 0.5, 0.0);
    made.floats("early.2.bias", &[3], 0.1, 0.0);
    assert!(Tagging::load(&File::read(&made.file()).unwrap(), &[]).is_err(), "no limit");
    made.floats("early.2.sure", &[1], 0.0, 0.9);
    assert!(Tagging::load(&File::read(&made.file()).unwrap(), &[]).is_err(), "other classes");
}

#[test]
fn layers_that_stand_on_others_go_on_from_them() {
    let sizes = Sizes { layers: 3, ..SMALL };
    let bytes = Made::new(sizes).file();
    let ids: Vec<u32> = (0..33).map(|i| i * 7 % 50).collect();
    let encoder = Encoder::load(&File::read(&bytes).unwrap(), &[]).unwrap();
    let mut scratch = Scratch::default();
    let whole = encoder.run(Pieces { ids: &ids, features: &[] }, &mut scratch).unwrap().to_vec();
    for below in 0..3 {
        let mut file = File::read(&bytes).unwrap();
        file.tensors.retain(|name, _| !(0..below).any(|layer| name.starts_with(&format!("layers.{layer}."))));
        let upper = Upper::load(&file, sizes.width).unwrap();
        assert_eq!(upper.below(), below);
        encoder.begin(&[Pieces { ids: &ids, features: &[] }], &mut scratch).unwrap();
        let states = encoder.go_on(0..below, &mut scratch).to_vec();
        assert_eq!(upper.run(&states, &mut scratch), whole, "on {below}");
        assert_eq!(upper.run(&[], &mut scratch), &[]);
    }
    assert!(Upper::load(&File::default(), sizes.width).is_err());
}

#[test]
fn what_an_encoder_does_not_know_is_an_error() {
    let bytes = Made::new(SMALL).file();
    let file = File::read(&bytes).unwrap();
    let encoder = Encoder::load(&file, &["kind"]).unwrap();
    let run = |ids: &[u32], features: &[&[u8]]| {
        encoder.run(Pieces { ids, features }, &mut Scratch::default()).map(<[f32]>::len)
    };
    assert_eq!(run(&[], &[&[]]), Ok(0));
    assert_eq!(run(&[49], &[&[2]]), Ok(64));
    assert_eq!(run(&[50], &[&[2]]), Err(PiecesError::Unknown(50)));
    assert_eq!(run(&[49], &[&[3]]), Err(PiecesError::Unknown(3)));
    assert_eq!(run(&[49], &[]), Err(PiecesError::Features));
    assert_eq!(run(&[49], &[&[2, 2]]), Err(PiecesError::Features));
    assert_eq!(run(&[1; 512], &[&[2; 512]]), Ok(512 * 64));
    assert_eq!(run(&[1; 513], &[&[2; 513]]), Err(PiecesError::TooMany { given: 513, most: 512 }));
}

#[test]
fn a_bad_file_is_an_error() {
    let load = |bytes: &[u8]| File::read(bytes).and_then(|file| Encoder::load(&file, &["kind"]).map(|_| ()));
    let missing = |name: &str| Err(FileError::Missing(name.to_owned()));
    let bytes = Made::new(SMALL).file();
    assert_eq!(load(&bytes), Ok(()));
    assert_eq!(load(&[]), missing("words"));
    assert_eq!(load(&bytes[..bytes.len() - 1]), Err(FileError::Malformed));
    let mut made = Made::new(SMALL);
    made.floats("layers.1.norm2.bias", &[63], 1.0, 0.0);
    assert!(
        matches!(load(&made.file()), Err(FileError::Unfit { name, .. }) if name == "layers.1.norm2.bias")
    );
    // A head of 8 is too narrow for the kernels; of three heads the weights are not there.
    for (heads, size, of) in [
        (0_i64, 32, "heads"),
        (-1, 32, "heads"),
        (i64::MAX, 32, "heads"),
        (8, 8, "heads"),
        (2, 0, "heads"),
        (2, i64::MAX, "heads"),
        (3, 32, "layers.0.qkv.weight"),
    ] {
        let mut made = Made::new(SMALL);
        made.tensor("heads", &[4], 7, &[-1, 3, heads, size].map(i64::to_le_bytes).concat());
        assert!(matches!(load(&made.file()), Err(FileError::Unfit { name, .. }) if name == of));
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn no_bytes_panic(cut in 0_usize..40_000, laid in any::<bool>(), changes in prop::collection::vec((0_usize..40_000, any::<u8>()), 0..6)) {
        let sizes = Sizes { layers: 1, width: 16, heads: 1, size: 16, inner: 16, vocabulary: 5, positions: 8 };
        let mut bytes = Made::new(sizes).file();
        if laid {
            bytes = lay_out(&bytes).unwrap();
        }
        for (at, byte) in changes {
            let at = at % bytes.len();
            bytes[at] = byte;
        }
        bytes.truncate(bytes.len().max(cut) - cut / 100);
        for read in [File::read, File::laid_out] {
            if let Ok(encoder) = read(&bytes).and_then(|file| Encoder::load(&file, &["kind"])) {
                let _ = encoder.run(Pieces { ids: &[1, 2, 3], features: &[&[0, 1, 2]] }, &mut Scratch::default());
            }
        }
    }
}
