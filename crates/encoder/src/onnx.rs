//! The constants of an ONNX file: just enough of protocol buffers to find them, for bytes that nobody vouches for.
//!
//! A message is a sequence of fields, each a key (number and kind) and a value; what is not wanted is skipped.
//! Field numbers are those of `onnx.proto3`: <https://github.com/onnx/onnx/blob/main/onnx/onnx.proto3>.

use std::collections::HashMap;

/// Numbers of `ModelProto`, `GraphProto` and `TensorProto`.
const MODEL_GRAPH: u64 = 7;
const GRAPH_INITIALIZER: u64 = 5;
const TENSOR_DIMS: u64 = 1;
const TENSOR_DATA_TYPE: u64 = 2;
const TENSOR_NAME: u64 = 8;
const TENSOR_RAW_DATA: u64 = 9;

/// Why a file is not what an encoder is loaded from.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// The bytes are no ONNX file, or not all of one.
    #[error("the file is cut short or no ONNX file")]
    Malformed,
    /// A weight is not there.
    #[error("the file has no {0:?}")]
    Missing(String),
    /// A weight is there in another shape, or as another kind of number.
    #[error("{name:?} is not {expected}")]
    Unfit {
        /// Its name.
        name: String,
        /// What it should be.
        expected: String,
    },
}

/// The constants of an ONNX file by name. They stay where they lie in its bytes.
#[derive(Debug, Default)]
pub struct File<'f> {
    pub(super) tensors: HashMap<&'f str, Tensor<'f>>,
}

#[derive(Debug, Default)]
pub(super) struct Tensor<'f> {
    pub(super) shape: Vec<usize>,
    /// `TensorProto.DataType`.
    pub(super) kind: u64,
    /// Numbers in row order, lowest byte first.
    pub(super) bytes: &'f [u8],
}

/// The kinds of number that we read.
#[derive(Clone, Copy)]
pub(super) enum Kind {
    Float = 1,
    Byte = 3,
    Int = 6,
    Long = 7,
    /// None of ONNX: the blocks of a matrix that is laid out.
    Block = 100,
}

impl Kind {
    fn size(self) -> usize {
        match self {
            Self::Float | Self::Int => 4,
            Self::Byte | Self::Block => 1,
            Self::Long => 8,
        }
    }
}

impl<'f> File<'f> {
    /// Finds the constants.
    ///
    /// # Errors
    /// [`FileError::Malformed`].
    pub fn read(bytes: &'f [u8]) -> Result<Self, FileError> {
        let mut tensors = HashMap::new();
        for graph in lengths(bytes, MODEL_GRAPH) {
            for tensor in lengths(graph?, GRAPH_INITIALIZER) {
                let (name, tensor) = read_tensor(tensor?)?;
                tensors.insert(name, tensor);
            }
        }
        Ok(Self { tensors })
    }

    /// With the constants of these names of another file; where both have one of a name, this one's.
    #[must_use]
    pub fn with(self, names: &[&str], mut other: Self) -> Self {
        other.tensors.retain(|name, _| names.contains(name));
        self.with_all(other)
    }

    /// With all constants of another file; where both have one of a name, this one's.
    #[must_use]
    pub fn with_all(mut self, other: Self) -> Self {
        for (name, tensor) in other.tensors {
            self.tensors.entry(name).or_insert(tensor);
        }
        self
    }

    /// Whether there is a constant of this name.
    pub fn has(&self, name: &str) -> bool {
        self.tensors.contains_key(name)
    }

    /// Whether there is a layer of this number.
    pub(super) fn has_layer(&self, number: usize) -> bool {
        self.has(&format!("layers.{number}.qkv.weight")) || self.has(&format!("layers.{number}.qkv.0.blocks"))
    }

    /// The shape of a constant.
    pub(super) fn shape(&self, name: &str) -> Result<&[usize], FileError> {
        Ok(&self.tensor(name)?.shape)
    }

    /// A table's rows and columns.
    pub fn table(&self, name: &str) -> Result<(usize, usize), FileError> {
        match *self.shape(name)? {
            [rows, columns] if rows > 0 && columns > 0 => Ok((rows, columns)),
            _ => Err(unfit(name, "a table")),
        }
    }

    /// The numbers of a constant that must have this shape.
    pub fn floats(&self, name: &str, shape: &[usize]) -> Result<Vec<f32>, FileError> {
        let bytes = self.numbers(name, shape, Kind::Float)?;
        Ok(bytes.as_chunks().0.iter().map(|&four| f32::from_le_bytes(four)).collect())
    }

    /// The signed bytes of a constant that must have this shape.
    pub(super) fn bytes(&self, name: &str, shape: &[usize]) -> Result<&'f [u8], FileError> {
        self.numbers(name, shape, Kind::Byte)
    }

    /// The integers of a constant that must have this shape.
    pub(super) fn ints(&self, name: &str, shape: &[usize]) -> Result<Vec<i32>, FileError> {
        let bytes = self.numbers(name, shape, Kind::Int)?;
        Ok(bytes.as_chunks().0.iter().map(|&four| i32::from_le_bytes(four)).collect())
    }

    /// The long integers of a constant that must have this shape.
    pub fn longs(&self, name: &str, shape: &[usize]) -> Result<Vec<i64>, FileError> {
        let bytes = self.numbers(name, shape, Kind::Long)?;
        Ok(bytes.as_chunks().0.iter().map(|&eight| i64::from_le_bytes(eight)).collect())
    }

    fn tensor(&self, name: &str) -> Result<&Tensor<'f>, FileError> {
        self.tensors.get(name).ok_or_else(|| FileError::Missing(name.to_owned()))
    }

    fn numbers(&self, name: &str, shape: &[usize], kind: Kind) -> Result<&'f [u8], FileError> {
        let tensor = self.tensor(name)?;
        let count = shape.iter().try_fold(kind.size(), |product, &size| product.checked_mul(size));
        let fits = tensor.shape == shape && tensor.kind == kind as u64 && Some(tensor.bytes.len()) == count;
        if fits {
            return Ok(tensor.bytes);
        }
        let kind = match kind {
            Kind::Float => "32-bit floats",
            Kind::Byte => "signed bytes",
            Kind::Int => "32-bit integers",
            Kind::Long => "64-bit integers",
            Kind::Block => "blocks",
        };
        Err(unfit(name, &format!("{shape:?} {kind}")))
    }
}

pub(super) fn unfit(name: &str, expected: &str) -> FileError {
    FileError::Unfit { name: name.to_owned(), expected: expected.to_owned() }
}

fn read_tensor(message: &[u8]) -> Result<(&str, Tensor<'_>), FileError> {
    let (mut name, mut tensor) = ("", Tensor::default());
    for field in (Fields { rest: message }) {
        match field? {
            (TENSOR_DIMS, Value::Number(size)) => tensor.shape.push(size_of(size)?),
            // The same list may come packed.
            (TENSOR_DIMS, Value::Bytes(mut list)) => {
                while !list.is_empty() {
                    tensor.shape.push(size_of(varint(&mut list)?)?);
                }
            }
            (TENSOR_DATA_TYPE, Value::Number(kind)) => tensor.kind = kind,
            (TENSOR_NAME, Value::Bytes(bytes)) => {
                name = std::str::from_utf8(bytes).map_err(|_| FileError::Malformed)?;
            }
            (TENSOR_RAW_DATA, Value::Bytes(bytes)) => tensor.bytes = bytes,
            _ => {}
        }
    }
    Ok((name, tensor))
}

fn size_of(size: u64) -> Result<usize, FileError> {
    usize::try_from(size).map_err(|_| FileError::Malformed)
}

/// The messages and strings that a field of this number holds.
fn lengths(message: &[u8], wanted: u64) -> impl Iterator<Item = Result<&[u8], FileError>> {
    (Fields { rest: message }).filter_map(move |field| match field {
        Ok((number, Value::Bytes(bytes))) if number == wanted => Some(Ok(bytes)),
        Ok(_) => None,
        Err(error) => Some(Err(error)),
    })
}

/// The value of a field; those of fixed length are skipped.
enum Value<'f> {
    Number(u64),
    Bytes(&'f [u8]),
    Other,
}

/// The fields of a message; after an error there are no more.
struct Fields<'f> {
    rest: &'f [u8],
}

impl<'f> Iterator for Fields<'f> {
    type Item = Result<(u64, Value<'f>), FileError>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.rest.is_empty() {
            return None;
        }
        let field = field(&mut self.rest);
        if field.is_err() {
            self.rest = &[];
        }
        Some(field)
    }
}

fn field<'f>(rest: &mut &'f [u8]) -> Result<(u64, Value<'f>), FileError> {
    let key = varint(rest)?;
    let value = match key & 7 {
        0 => Value::Number(varint(rest)?),
        1 => take(rest, 8).map(|_| Value::Other)?,
        2 => {
            let length = varint(rest)?;
            Value::Bytes(take(rest, size_of(length)?)?)
        }
        5 => take(rest, 4).map(|_| Value::Other)?,
        _ => return Err(FileError::Malformed),
    };
    Ok((key >> 3, value))
}

fn take<'f>(rest: &mut &'f [u8], length: usize) -> Result<&'f [u8], FileError> {
    rest.split_off(..length).ok_or(FileError::Malformed)
}

/// Seven bits a byte, the lowest first; the last byte is below 128.
fn varint(rest: &mut &[u8]) -> Result<u64, FileError> {
    let mut value = 0;
    for shift in (0..64).step_by(7) {
        let byte = take(rest, 1)?[0];
        value |= u64::from(byte & 0x7f) << shift;
        if byte < 0x80 {
            return Ok(value);
        }
    }
    Err(FileError::Malformed)
}
