//! Confidence: from how sure the tagger and the linker say they are to how often that is right.
//!
//! The model is too sure of itself: of what it gives .88, .62 are right. The curve is monotone (pool adjacent violators over
//! tenths of the 2,229 statements found in PolNeAR's dev articles; right: half of the content overlaps, and the source).
//! Made of every second article and judged by the others its expected calibration error (Guo et al. 2017) is .026; without it
//! .168. `training/calibrate.py` makes and judges it.

/// What is said, and what share of it is right; straight between two points.
const CURVE: [(f32, f32); 12] = [
    (0.0, 0.0),
    (0.503, 0.270),
    (0.671, 0.381),
    (0.792, 0.489),
    (0.884, 0.619),
    (0.936, 0.668),
    (0.968, 0.803),
    (0.985, 0.906),
    (0.994, 0.942),
    (0.997, 0.969),
    (0.998, 0.996),
    (1.0, 0.996),
];

/// How likely a statement of which the model says `said` (0 to 1) is right, 0 to 1.
pub(crate) fn calibrated(said: f32) -> f32 {
    let said = said.clamp(0.0, 1.0);
    let upper = CURVE.iter().position(|(at, _)| said <= *at).unwrap_or(CURVE.len() - 1).max(1);
    let ((from, low), (to, high)) = (CURVE[upper - 1], CURVE[upper]);
    low + (said - from) / (to - from) * (high - low)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_curve_goes_through_its_points_and_never_falls() {
        for (said, right) in
            [(0.0, 0.0), (0.503, 0.27), (0.91, 0.6435), (1.0, 0.996), (7.0, 0.996), (-1.0, 0.0)]
        {
            assert!((calibrated(said) - right).abs() < 1e-4, "{said}: {}", calibrated(said));
        }
        let all: Vec<f32> = (0..=1000).map(|i| calibrated(i as f32 / 1000.0)).collect();
        assert!(all.windows(2).all(|pair| pair[0] <= pair[1]));
    }
}
