//! Files laid out beforehand: the weights of an ONNX file as the processor multiplies by them, so that a program that holds such a file
//! begins at once and keeps each weight once.
//!
//! A build script turns each shipped file into one ([`lay_out`]). It holds the constants of the ONNX file under their names, but for the
//! matrices of the layers, of which it has for each matrix `M` the lists `M.blocks`, `M.scales`, `M.sums` and `M.biases`. First come their number and
//! for each its name, kind of number, shape, and where it begins and how long it is, all lowest byte first; then the lists, each from a
//! multiple of 64 on, as the fastest instructions want it.

use onrecord_kernels::Packed;

use super::MOST_LAYERS;
use super::layer::Layer;
use super::onnx::{File, FileError, Kind, Tensor, unfit};

/// Where a list may begin.
const LINE: usize = 64;

/// The constants of an ONNX file, its matrices laid out.
///
/// # Errors
/// [`FileError`] if it is no ONNX file, or a layer in it lacks a weight.
pub fn lay_out(onnx: &[u8]) -> Result<Vec<u8>, FileError> {
    let file = File::read(onnx)?;
    let mut out = Lists::default();
    for number in 0..MOST_LAYERS {
        let name = format!("layers.{number}");
        if !file.has(&format!("{name}.qkv.weight")) {
            continue;
        }
        let &[width] = file.shape(&format!("{name}.norm1.weight"))? else {
            return Err(unfit(&name, "normalised by a list"));
        };
        let layer = Layer::load(&file, &name, width)?;
        layer.matrices(&name, &mut |name, packed| out.matrix(name, packed));
    }
    let of_matrix = |name: &str| {
        let (stem, kind) = name.rsplit_once('.').unwrap_or_default();
        stem.starts_with("layers.") && !stem.contains(".norm") && matches!(kind, "weight" | "scale" | "bias")
    };
    for (name, tensor) in file.tensors.iter().filter(|(name, _)| !of_matrix(name)) {
        out.add((*name).to_owned(), tensor.kind, &tensor.shape, tensor.bytes.to_vec());
    }
    Ok(out.file())
}

/// The lists of a file to be written.
#[derive(Default)]
struct Lists(Vec<(String, u64, Vec<usize>, Vec<u8>)>);

impl Lists {
    fn add(&mut self, name: String, kind: u64, shape: &[usize], bytes: Vec<u8>) {
        self.0.push((name, kind, shape.to_vec(), bytes));
    }

    fn matrix(&mut self, name: &str, packed: &Packed<'_>) {
        let floats = |numbers: &[f32]| numbers.iter().flat_map(|number| number.to_le_bytes()).collect();
        let width = packed.width();
        let shape = [packed.depth(), packed.columns()];
        self.add(format!("{name}.blocks"), Kind::Block as u64, &shape, packed.bytes());
        self.add(format!("{name}.scales"), Kind::Float as u64, &[width], floats(packed.scales()));
        self.add(format!("{name}.biases"), Kind::Float as u64, &[width], floats(packed.biases()));
        let sums = packed.sums().iter().flat_map(|sum| sum.to_le_bytes()).collect();
        self.add(format!("{name}.sums"), Kind::Int as u64, &[width], sums);
    }

    fn file(mut self) -> Vec<u8> {
        self.0.sort();
        let of_head = |(name, _, shape, _): &(String, u64, Vec<usize>, Vec<u8>)| {
            8 * (5 + shape.len()) + name.len().next_multiple_of(8)
        };
        let mut begin = (8 + self.0.iter().map(of_head).sum::<usize>()).next_multiple_of(LINE);
        let mut out = Vec::new();
        let number = |out: &mut Vec<u8>, number: usize| out.extend((number as u64).to_le_bytes());
        number(&mut out, self.0.len());
        for (name, kind, shape, bytes) in &self.0 {
            number(&mut out, name.len());
            out.extend(name.bytes());
            out.resize(out.len().next_multiple_of(8), 0);
            number(&mut out, *kind as usize);
            number(&mut out, shape.len());
            shape.iter().for_each(|&size| number(&mut out, size));
            number(&mut out, begin);
            number(&mut out, bytes.len());
            begin = (begin + bytes.len()).next_multiple_of(LINE);
        }
        for (.., bytes) in &self.0 {
            out.resize(out.len().next_multiple_of(LINE), 0);
            out.extend(bytes);
        }
        out
    }
}

impl<'f> File<'f> {
    /// Finds the constants of a file that [`lay_out`] wrote. The matrices stay where they lie in it if it begins at a multiple of 64.
    ///
    /// # Errors
    /// [`FileError::Malformed`].
    pub fn laid_out(bytes: &'f [u8]) -> Result<Self, FileError> {
        let mut head = Head { bytes, at: 0 };
        let count = head.number()?;
        let mut file = Self::default();
        for _ in 0..count {
            let length = head.number()?;
            let name = std::str::from_utf8(head.take(length)?).map_err(|_| FileError::Malformed)?;
            head.at = head.at.next_multiple_of(8);
            let kind = head.number()? as u64;
            let sizes = head.number()?;
            let mut shape = Vec::new();
            for _ in 0..sizes {
                shape.push(head.number()?);
            }
            let (begin, length) = (head.number()?, head.number()?);
            let bytes = bytes.get(begin..).and_then(|rest| rest.get(..length)).ok_or(FileError::Malformed)?;
            file.tensors.insert(name, Tensor { shape, kind, bytes });
        }
        Ok(file)
    }

    /// The matrix of that name if the file has it laid out.
    pub(super) fn matrix(
        &self,
        name: &str,
        (depth, columns): (usize, usize),
    ) -> Result<Option<Packed<'f>>, FileError> {
        let Some(blocks) = self.tensors.get(format!("{name}.blocks").as_str()) else { return Ok(None) };
        let no_such = || unfit(name, &format!("a matrix of {depth} by {columns}"));
        if blocks.kind != Kind::Block as u64 || blocks.shape != [depth, columns] {
            return Err(no_such());
        }
        let width = [columns.next_multiple_of(super::embedding::STEP)];
        let floats = |list: &str| self.floats(&format!("{name}.{list}"), &width);
        let sums = self.ints(&format!("{name}.sums"), &width)?;
        let packed =
            Packed::laid_out(depth, columns, blocks.bytes, floats("scales")?, sums, floats("biases")?);
        packed.map(Some).ok_or_else(no_such)
    }
}

/// What is read one after the other.
struct Head<'f> {
    bytes: &'f [u8],
    at: usize,
}

impl<'f> Head<'f> {
    fn take(&mut self, length: usize) -> Result<&'f [u8], FileError> {
        let taken =
            self.bytes.get(self.at..).and_then(|rest| rest.get(..length)).ok_or(FileError::Malformed)?;
        self.at += length;
        Ok(taken)
    }

    fn number(&mut self) -> Result<usize, FileError> {
        let eight = self.take(8)?.first_chunk().ok_or(FileError::Malformed)?;
        usize::try_from(u64::from_le_bytes(*eight)).map_err(|_| FileError::Malformed)
    }
}
