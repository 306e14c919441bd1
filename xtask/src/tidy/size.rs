//! Nothing over 1 MiB lies in the repository but the weights in models/.

use super::{File, Violation};

const LIMIT: usize = 1 << 20;

/// The violation of `file`, if it is too large.
pub(super) fn check(file: &File) -> Option<Violation> {
    let size = file.bytes.len();
    (size > LIMIT && !file.path.starts_with("models/")).then(|| {
        Violation::new(&file.path, 1, format!("{size} bytes: only weights in models/ may be over 1 MiB"))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_weights_may_be_large() {
        let large = |path: &str, size| check(&File { path: path.to_owned(), bytes: vec![0; size] }).is_some();
        assert!(large("samples/a.txt", LIMIT + 1));
        assert!(!large("samples/a.txt", LIMIT));
        assert!(!large("models/reader/model.rten", LIMIT + 1));
    }
}
