//! Decoding: from the scores of each word to fragments of sources, cues and contents, by Viterbi's algorithm
//! under the BIO constraints (an inside tag follows a tag of its own role).

use std::ops::Range;

use onrecord_base::Role;

/// The number of tags: outside, and begin and inside for each role.
pub const TAGS: usize = 7;

/// Scores of one word for the tags `O, B-source, I-source, B-cue, I-cue, B-content, I-content`.
pub type Scores = [f32; TAGS];

/// A contiguous run of words that plays one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fragment {
    /// Indices of its words.
    pub words: Range<usize>,
    /// What it plays.
    pub role: Role,
}

/// How likely a tag follows another beyond what their frequencies say: `transitions[from][to]`, learned from the corpus.
pub type Transitions = [[f32; TAGS]; TAGS];

/// The likeliest allowed sequence of fragments. Word scores are log probabilities.
pub fn decode(scores: &[Scores], transitions: &Transitions) -> Vec<Fragment> {
    fragments(&viterbi(scores, transitions))
}

fn inside_of(tag: usize) -> Option<usize> {
    (tag > 0 && tag.is_multiple_of(2)).then(|| tag - 1)
}

fn allowed(from: usize, to: usize) -> bool {
    inside_of(to).is_none_or(|begin| from == to || from == begin)
}

fn viterbi(scores: &[Scores], transitions: &Transitions) -> Vec<usize> {
    let Some(first) = scores.first() else { return Vec::new() };
    let mut best = *first;
    for (tag, score) in best.iter_mut().enumerate() {
        if inside_of(tag).is_some() {
            *score = f32::NEG_INFINITY;
        }
    }
    let mut back: Vec<[u8; TAGS]> = Vec::with_capacity(scores.len());
    for word in &scores[1..] {
        let mut next = [f32::NEG_INFINITY; TAGS];
        let mut from = [0u8; TAGS];
        for (to, slot) in next.iter_mut().enumerate() {
            for (tag, &score) in best.iter().enumerate() {
                let total = score + transitions[tag][to];
                if allowed(tag, to) && total > *slot {
                    *slot = total;
                    from[to] = tag as u8;
                }
            }
            *slot += word[to];
        }
        best = next;
        back.push(from);
    }
    let mut tag = (0..TAGS).max_by(|&a, &b| best[a].total_cmp(&best[b])).expect("there are tags");
    let mut tags = vec![tag];
    for from in back.iter().rev() {
        tag = usize::from(from[tag]);
        tags.push(tag);
    }
    tags.reverse();
    tags
}

/// The fragments that a sequence of tags stands for.
pub fn fragments(tags: &[usize]) -> Vec<Fragment> {
    let mut out: Vec<Fragment> = Vec::new();
    for (i, &tag) in tags.iter().enumerate() {
        let role = match tag {
            0 => continue,
            1 | 2 => Role::Source,
            3 | 4 => Role::Cue,
            _ => Role::Content,
        };
        match out.last_mut() {
            Some(last) if inside_of(tag).is_some() && last.words.end == i && last.role == role => {
                last.words.end = i + 1
            }
            _ => out.push(Fragment { words: i..i + 1, role }),
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(likeliest: &[usize], expect: &str) {
        let scores: Vec<Scores> = (likeliest.iter())
            .map(|&t| {
                let mut s = [-5.0; TAGS];
                s[t] = -0.1;
                s
            })
            .collect();
        let line: Vec<String> = decode(&scores, &[[0.0; TAGS]; TAGS])
            .iter()
            .map(|f| format!("{:?} {}..{}", f.role, f.words.start, f.words.end))
            .collect();
        assert_eq!(line.join(", "), expect);
    }

    #[test]
    fn tags_become_fragments_and_stray_insides_are_mended() {
        check(&[], "");
        check(&[1, 2, 3, 5, 6, 6, 0], "Source 0..2, Cue 2..3, Content 3..6");
        check(&[5, 5, 6], "Content 0..1, Content 1..3");
        check(&[0, 6, 6, 6], "Content 1..4");
    }
}
