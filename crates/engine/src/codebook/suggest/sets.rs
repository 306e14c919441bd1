//! Sets that grow together: which of many things are one, by pairs that are.

/// Numbered things, each alone at first.
pub(super) struct Sets(Vec<usize>);

impl Sets {
    /// So many, numbered from 0.
    pub(super) fn new(count: usize) -> Self {
        Self((0..count).collect())
    }

    /// The least of those that are one with it, whatever the order of the joins.
    pub(super) fn find(&mut self, mut at: usize) -> usize {
        while self.0[at] != at {
            self.0[at] = self.0[self.0[at]];
            at = self.0[at];
        }
        at
    }

    /// Makes two one.
    pub(super) fn join(&mut self, one: usize, other: usize) {
        let (one, other) = (self.find(one), self.find(other));
        self.0[one.max(other)] = one.min(other);
    }

    /// For the least of each set how many are one with it; 0 for the others.
    pub(super) fn sizes(&mut self) -> Vec<usize> {
        let mut sizes = vec![0; self.0.len()];
        (0..self.0.len()).for_each(|at| sizes[self.find(at)] += 1);
        sizes
    }
}
