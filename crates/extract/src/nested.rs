//! Nested attributions: what somebody says within what another says, who so reports it ("The Sentinel quoted an official as saying so").

use onrecord_base::{Attribution, Span};

/// What holds another stands no further from it, in attributions.
const NEAR: usize = 32;

/// For each attribution not reported by anybody so far the innermost other one whose content holds all of it.
pub(crate) fn find(attributions: &[Attribution], reported_by: &mut [Option<u32>]) {
    let whole = |a: &Attribution| a.source.iter().chain(a.cue).chain(a.content.iter()).reduce(Span::cover);
    for (place, inner) in
        attributions.iter().enumerate().filter(|(_, a)| !a.source.is_empty() && a.cue.is_some())
    {
        let Some(whole) = whole(inner).filter(|_| reported_by[place].is_none()) else { continue };
        let holds = |outer: &Attribution| {
            outer.cue.is_some() && outer.content.iter().any(|content| content.contains(whole))
        };
        let near = attributions.iter().enumerate().take(place + NEAR).skip(place.saturating_sub(NEAR));
        let outer = near.filter(|&(other, outer)| other != place && holds(outer));
        let innermost =
            outer.min_by_key(|(_, outer)| outer.content.iter().map(|span| span.len()).sum::<u32>());
        reported_by[place] = innermost.map(|(other, _)| other as u32);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::speakers::tests::read;

    #[track_caller]
    fn check(marked: &str, expect: &[Option<u32>]) {
        let (_, attributions) = read(marked);
        let mut reported_by = vec![None; attributions.len()];
        find(&attributions, &mut reported_by);
        assert_eq!(reported_by, expect, "{marked}");
    }

    #[test]
    fn what_stands_within_is_reported() {
        check("[S:The Sentinel] [C:quoted] [Q:[S1:an aide] as [C1:saying] [Q1:so]].", &[None, Some(0)]);
        check("[S:Roe] [C:said] [Q:so] and [S1:Lind] [C1:said] [Q1:no].", &[None, None]);
        check(
            "[S:Roe] [C:said] [Q:that [S1:Lind] [C1:told] her [Q1:that [S2:Ek] [C2:said] [Q2:so]]].",
            &[None, Some(0), Some(1)],
        );
    }
}
