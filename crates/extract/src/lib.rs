//! Article in, attributions and actors out; alone knows the model runtime.

pub mod speakers;
