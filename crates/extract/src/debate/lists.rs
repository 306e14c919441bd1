//! Lists of `data`: a line has a kind and words of it, or a kind with a colon and wordings of more words, parted by commas.

/// The single words, each with its kind.
pub(super) fn words(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = lines(list).filter(|(kind, _)| !kind.ends_with(':'));
    lines.flat_map(|(kind, words)| words.split_whitespace().map(move |word| (kind, word)))
}

/// The wordings of more words, each with its kind, in the order of the list.
pub(super) fn phrases(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    let lines = lines(list).filter_map(|(kind, words)| Some((kind.strip_suffix(':')?, words)));
    lines.flat_map(|(kind, words)| words.split(", ").map(move |phrase| (kind, phrase)))
}

fn lines(list: &'static str) -> impl Iterator<Item = (&'static str, &'static str)> {
    list.lines().filter(|line| !line.starts_with('#')).filter_map(|line| line.split_once(' '))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_and_phrases_of_each_kind() {
        const LIST: &str = "# A list.\nfor back praise\nfor: in favour of, live with\nagainst oppose";
        assert_eq!(
            words(LIST).collect::<Vec<_>>(),
            [("for", "back"), ("for", "praise"), ("against", "oppose")]
        );
        assert_eq!(phrases(LIST).collect::<Vec<_>>(), [("for", "in favour of"), ("for", "live with")]);
    }
}
