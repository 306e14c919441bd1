//! Keys: names and phrases without case, accents and punctuation, so that spellings of one name meet.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The words of a name as they are compared; `training/gazetteer.py` makes the same.
///
/// Accents, apostrophes and other marks go, initials that follow each other join ("J. D." is "jd"), and so that
/// "Joseph R. Biden Jr." is "joseph biden", initials within a name and "Jr." at its end go as well.
pub(super) fn of_name(name: &str) -> Vec<String> {
    let mut words = words(name);
    while words.len() > 2
        && words.last().is_some_and(|w| ["jr", "sr", "ii", "iii", "iv"].contains(&w.as_str()))
    {
        words.pop();
    }
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut after_initial = false;
    for word in words {
        let initial = is_single(&word);
        match joined.last_mut() {
            Some(last) if initial && after_initial => last.push_str(&word),
            _ => joined.push(word),
        }
        after_initial = initial;
    }
    let end = joined.len().saturating_sub(1);
    let mut n = 0;
    joined.retain(|word| {
        n += 1;
        !is_single(word) || n == 1 || n == end + 1
    });
    joined
}

/// The key of a place, or of any other phrase: the words with a space between, without "the" before them.
pub(super) fn of_phrase(phrase: &str) -> String {
    let words = of_name(phrase);
    let rest = if words.len() > 1 && words[0] == "the" { &words[1..] } else { &words[..] };
    rest.join(" ")
}

/// The hash by which the table of people is searched (FNV-1a).
pub(super) fn hash(key: &str) -> u32 {
    key.bytes().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(byte)).wrapping_mul(0x0100_0193))
}

/// The words in lower case, without accents; hyphens and periods part them, apostrophes do not.
pub fn words(text: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut word = String::new();
    if text.is_ascii() {
        // Most names are, and need no tables.
        for c in text.chars() {
            fold(c.to_ascii_lowercase(), &mut word, &mut words);
        }
    } else {
        let plain = text.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
        for c in plain.nfkd().filter(|c| !is_combining_mark(*c)) {
            fold(c, &mut word, &mut words);
        }
    }
    if !word.is_empty() {
        words.push(word);
    }
    words
}

fn fold(c: char, word: &mut String, words: &mut Vec<String>) {
    match c {
        '\'' | '’' | '‘' | 'ʻ' | 'ʼ' | '`' | '´' | 'ʹ' | 'ʺ' => {}
        'ø' => word.push('o'),
        'ł' => word.push('l'),
        'đ' | 'ð' => word.push('d'),
        'þ' => word.push_str("th"),
        'ß' => word.push_str("ss"),
        'æ' => word.push_str("ae"),
        'œ' => word.push_str("oe"),
        'ı' => word.push('i'),
        'ħ' => word.push('h'),
        'ŋ' => word.push('n'),
        'ə' => word.push('a'),
        c if c.is_alphanumeric() => word.push(c),
        _ if word.is_empty() => {}
        _ => words.push(std::mem::take(word)),
    }
}

fn is_single(word: &str) -> bool {
    let mut chars = word.chars();
    chars.next().is_some() && chars.next().is_none()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_name_meet() {
        for (name, key) in [
            ("Sergey Lavrov", "sergey lavrov"),
            ("SERGEY  LAVROV", "sergey lavrov"),
            ("Recep Tayyip Erdoğan", "recep tayyip erdogan"),
            ("Shinzō Abe", "shinzo abe"),
            ("Jens Stoltenberg-Øye", "jens stoltenberg oye"),
            ("Beto O’Rourke", "beto orourke"),
            ("J.D. Vance", "jd vance"),
            ("J. D. Vance", "jd vance"),
            ("JD Vance", "jd vance"),
            ("Joseph R. Biden Jr.", "joseph biden"),
            ("George W. Bush", "george bush"),
            ("U Nu", "u nu"),
            ("İsmail Cem", "ismail cem"),
            ("", ""),
            ("’", ""),
        ] {
            assert_eq!(of_name(name).join(" "), key, "{name}");
        }
        for (phrase, key) in [("the Kremlin", "kremlin"), ("U.S.", "us"), ("No. 10", "no 10"), ("The", "the")]
        {
            assert_eq!(of_phrase(phrase), key, "{phrase}");
        }
    }
}
