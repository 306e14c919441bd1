//! Article in, statements and their versioned outputs out: the one API that the faces call.

pub mod score;
