//! Trimming and merging of fragments, so that two ways to write the same stretch compare equal.

use super::page::Page;

/// Fragments in text order: trimmed, never empty, parted by more than white space. In characters, half-open.
pub(super) type Fragments = Vec<(usize, usize)>;

/// The fragments of `ranges` within the text, trimmed; those parted by nothing but white space are one.
pub(super) fn strict(ranges: &[(i64, i64)], page: &Page) -> Fragments {
    let length = page.chars.len();
    // A negative start is 0; a negative end is before every start.
    let cut = |offset: i64| usize::try_from(offset.max(0)).map_or(length, |offset| offset.min(length));
    let from = |offset: i64| usize::try_from(offset.max(0)).unwrap_or(usize::MAX);
    let mut ranges: Vec<(usize, usize)> =
        ranges.iter().map(|&(start, end)| (from(start), cut(end))).collect();
    ranges.sort_unstable();
    let mut out = Fragments::new();
    for (mut start, mut end) in ranges {
        while start < end && page.is_space(start) {
            start += 1;
        }
        while end > start && page.is_space(end - 1) {
            end -= 1;
        }
        if start >= end {
            continue;
        }
        match out.last_mut() {
            Some(last) if start <= last.1 || (last.1..start).all(|at| page.is_space(at)) => {
                last.1 = last.1.max(end);
            }
            _ => out.push((start, end)),
        }
    }
    out
}

/// As [`strict`], with quotation marks and `,.;:` at the edges left out, and fragments parted by nothing else made one.
pub(super) fn loose(strict: &[(usize, usize)], page: &Page) -> Fragments {
    let edge = |at: usize| is_edge(page.chars[at]);
    let mut merged = Fragments::new();
    for &(start, end) in strict {
        match merged.last_mut() {
            Some(last) if (last.1..start).all(edge) => last.1 = end,
            _ => merged.push((start, end)),
        }
    }
    let mut out = Fragments::new();
    for (mut start, mut end) in merged {
        while start < end && edge(start) {
            start += 1;
        }
        while end > start && edge(end - 1) {
            end -= 1;
        }
        if start < end {
            out.push((start, end));
        }
    }
    out
}

fn is_edge(ch: char) -> bool {
    " \t\r\n\u{a0}\"“”„‟«»'‘’,.;:".contains(ch)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, ranges: &[(i64, i64)], expected: &str, expected_loose: &str) {
        let page = Page::new(text);
        let render = |fragments: &[(usize, usize)]| {
            let parts = fragments.iter().map(|&(start, end)| page.chars[start..end].iter().collect());
            parts.collect::<Vec<String>>().join("|")
        };
        let strict = strict(ranges, &page);
        assert_eq!(render(&strict), expected);
        assert_eq!(render(&loose(&strict, &page)), expected_loose);
    }

    #[test]
    fn fragments_are_trimmed_merged_and_cut() {
        check(" “We\u{a0}\n won.” ", &[(0, 13)], "“We\u{a0}\n won.”", "We\u{a0}\n won");
        check("ab cd", &[(3, 9), (0, 2)], "ab cd", "ab cd");
        check("ab, cd", &[(0, 2), (4, 6)], "ab|cd", "ab, cd");
        check("ab x cd", &[(5, 7), (0, 2), (0, 1)], "ab|cd", "ab|cd");
        check("ab", &[(-5, 1)], "a", "a");
        check("ab", &[(1, 1), (2, 1), (7, 9), (0, -1)], "", "");
        check("“…,” ab", &[(0, 4)], "“…,”", "…");
        check(".,", &[(0, 2)], ".,", "");
    }
}
