//! Article in, attributions and actors out; alone knows the model runtime.

pub mod decode;
pub mod links;
pub mod speakers;
pub mod windows;
pub mod wordpiece;
pub mod words;
