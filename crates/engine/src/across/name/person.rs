//! Names of people: titles before, "Jr." behind and initials within are taken off and kept.

use onrecord_extract::speakers::name_words::{self, look_up};
use onrecord_extract::world::name_words as words;

use super::{Class, Generation, Name};

/// Titles that the lists of roles do not have.
const TITLES: &[&str] = &["cllr", "cllrs", "revd", "messrs"];
/// A longer one is a phrase.
const MOST_WORDS: usize = 7;

/// Takes a name of a person apart; `None` if nothing of it names somebody.
pub(super) fn parse(tokens: &[&str]) -> Option<Name> {
    let (all_tokens, mut tokens) = (tokens, tokens);
    let mut generation = None;
    while let [before @ .., last] = tokens
        && !before.is_empty()
        && let Some(found) = Generation::of(last)
    {
        generation = Some(found);
        tokens = before;
    }
    let titles = titles(tokens);
    let gender = tokens[..titles].iter().find_map(|title| look_up(&plain(title)).gender);
    let tokens = &tokens[titles..];
    let shown = all_tokens[titles..].join(" ");
    let all: Vec<String> = tokens.iter().flat_map(|token| words(token)).collect();
    if all.is_empty() || all.len() > MOST_WORDS || tokens.iter().any(|token| ["of", "and"].contains(token)) {
        return None;
    }
    let (kept, middle) = without_initials(all);
    // "von der Leyen" is a surname; "Al Gore" and "Ben Carson" are not.
    let surname = kept.len() > 2 && kept[..kept.len() - 1].iter().all(|word| name_words::is_particle(word));
    let class = if kept.len() > 1 && !surname { Class::Person } else { Class::Single };
    Some(Name { shown, middle, generation, gender, ..Name::of(class, kept) })
}

/// How many words before the name are titles: "Secretary of State", "Sen.", or a calling that no list has, before a
/// given name ("Ornithologist Grant Sewell").
fn titles(tokens: &[&str]) -> usize {
    let count = tokens.len();
    let is_given = |token: &str| look_up(&plain(token)).given.is_some();
    let is_title = |token: &&str| {
        let word = look_up(&plain(token));
        // "Dean Morris" has a given name; "Gen." is written as a title.
        (word.title || word.noun || TITLES.contains(&plain(token).as_str()))
            && (word.given.is_none() || token.ends_with('.'))
    };
    let mut titles = tokens[..count.saturating_sub(1)].iter().rposition(is_title).map_or(0, |t| t + 1);
    // "Minister of Foreign Affairs Ann Lee": what follows "of" belongs to the title, up to the given name.
    if tokens.get(titles) == Some(&"of") {
        titles = (titles..count).find(|&at| is_given(tokens[at])).unwrap_or(count.saturating_sub(1));
    }
    let rest = &tokens[titles..];
    // "Jean" of "Jean Claude Borge" is no calling.
    let unlisted = rest.len() == 3 && is_given(rest[1]) && !is_given(rest[0]) && {
        let first = plain(rest[0]);
        let calling = ["ist", "er", "or", "ian", "man"].iter().any(|end| first.ends_with(end));
        !name_words::is_particle(&first) && calling && first.chars().count() > 3
    };
    titles + usize::from(unlisted)
}

fn plain(token: &str) -> String {
    token.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

/// Initials that open a name join ("J. D." is "jd"), those within it are taken out.
fn without_initials(all: Vec<String>) -> (Vec<String>, String) {
    let is_initial = |word: &str| word.chars().count() == 1;
    let leading = all.iter().take_while(|word| is_initial(word)).count();
    let end = all.len() - 1;
    let mut kept = Vec::new();
    let mut middle = String::new();
    if leading > 1 && leading <= end {
        kept.push(all[..leading].concat());
    }
    for (at, word) in all.iter().enumerate() {
        if leading > 1 && leading <= end && at < leading {
            continue;
        }
        if at > 0 && at < end && is_initial(word) {
            middle.push_str(word);
        } else {
            kept.push(word.clone());
        }
    }
    (kept, middle)
}
