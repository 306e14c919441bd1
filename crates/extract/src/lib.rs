//! Article in, attributions and actors out; alone knows the model.

mod confidence;
pub mod debate;
pub mod decode;
mod extractor;
mod ground;
pub mod judge;
pub mod jury;
mod linker;
pub mod links;
mod mend;
mod model;
pub mod namer;
mod nested;
mod nouns;
pub mod referents;
pub mod senses;
pub mod speakers;
mod turns;
pub mod windows;
pub mod wordpiece;
pub mod words;
pub mod world;

pub use extractor::{Extraction, Extractor};
pub use ground::Ground;
pub use model::{ModelError, Shipped};
