//! Confidence: from how sure the tagger and the linker say they are to how often that is right.
//!
//! A model is too sure of itself: of what `standard-1` gave .88, .62 were right. Each model has a curve of its own, monotone (pool
//! adjacent violators over tenths of the statements found in PolNeAR's dev articles; right: half of the content overlaps, and
//! the source). `training/calibrate.py` makes it and judges it: made of every second article, it is held against the others.

/// What is said, and what share of it is right, straight between two points; from nothing at 0, level after the last.
#[derive(serde::Deserialize)]
#[serde(transparent)]
pub(crate) struct Curve(Vec<(f32, f32)>);

impl Curve {
    /// Whether it goes on rising and stays from 0 to 1.
    pub(crate) fn fits(&self) -> bool {
        let share = |(said, right): &(f32, f32)| (0.0..=1.0).contains(said) && (0.0..=1.0).contains(right);
        self.0.iter().all(share)
            && self.0.windows(2).all(|pair| pair[0].0 < pair[1].0 && pair[0].1 <= pair[1].1)
    }

    /// How likely a statement of which the model says `said` (0 to 1) is right, 0 to 1.
    pub(crate) fn at(&self, said: f32) -> f32 {
        let said = said.clamp(0.0, 1.0);
        let upper = self.0.partition_point(|(at, _)| *at < said);
        let (from, low) = if upper == 0 { (0.0, 0.0) } else { self.0[upper - 1] };
        let Some((to, high)) = self.0.get(upper) else { return low };
        low + (said - from) / (to - from).max(f32::MIN_POSITIVE) * (high - low)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_goes_through_its_points_and_is_level_after_the_last() {
        let curve = Curve(vec![(0.5, 0.25), (0.75, 0.5), (0.9, 0.98)]);
        assert!(curve.fits());
        for (said, right) in
            [(0.0, 0.0), (0.25, 0.125), (0.5, 0.25), (0.6, 0.35), (1.0, 0.98), (7.0, 0.98), (-1.0, 0.0)]
        {
            assert!((curve.at(said) - right).abs() < 1e-6, "{said}: {}", curve.at(said));
        }
    }

    #[test]
    fn what_falls_or_leaves_the_range_does_not_fit() {
        for points in [vec![(0.5, 0.5), (0.7, 0.4)], vec![(0.5, 0.5), (0.5, 0.6)], vec![(0.5, 1.5)]] {
            assert!(!Curve(points.clone()).fits(), "{points:?}");
        }
        assert!(Curve(Vec::new()).fits());
    }
}
