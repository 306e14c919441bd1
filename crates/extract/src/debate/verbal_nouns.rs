//! Verbal nouns: what a deed is called, "pulling" and "removal" of "pull".

/// Verbs whose last letter doubles although they have two syllables.
const DOUBLED: [&str; 23] = [
    "commit", "permit", "admit", "expel", "compel", "transfer", "refer", "control", "begin", "submit",
    "prefer", "defer", "deter", "occur", "rebel", "forget", "regret", "equip", "outfit", "overrun", "rerun",
    "reset", "upset",
];

/// What a deed is called by a noun: "removal".
pub(super) fn deed(verb: &str) -> Option<&'static str> {
    let noun = match verb {
        "pull" | "remove" | "drop" => "removal",
        "close" | "shut" => "closure",
        "sell" => "sale",
        "return" => "return",
        "release" => "release",
        "transfer" => "transfer",
        "raise" | "increase" => "increase",
        "demolish" => "demolition",
        "suspend" => "suspension",
        "expand" => "expansion",
        "cut" => "cut",
        "ban" => "ban",
        _ => return None,
    };
    Some(noun)
}

/// "make": "making", "ban": "banning".
pub(super) fn gerund(verb: &str) -> String {
    let vowel = |c: u8| b"aeiou".contains(&c);
    let bytes = verb.as_bytes();
    if let Some(stem) = verb.strip_suffix("ie") {
        return format!("{stem}ying");
    }
    if let Some(stem) = verb.strip_suffix('e').filter(|stem| !stem.ends_with(['e', 'o', 'y'])) {
        return format!("{stem}ing");
    }
    let syllables = bytes.iter().filter(|&&c| vowel(c)).count();
    let doubles = match bytes {
        [.., a, b, c] => !vowel(*a) && vowel(*b) && !vowel(*c) && !b"wxy".contains(c),
        _ => false,
    };
    match bytes.last() {
        Some(&last) if doubles && (syllables == 1 || DOUBLED.contains(&verb)) => {
            format!("{verb}{}ing", last as char)
        }
        _ => format!("{verb}ing"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn gerunds() {
        for (verb, expect) in [
            ("make", "making"),
            ("ban", "banning"),
            ("cut", "cutting"),
            ("close", "closing"),
            ("tie", "tying"),
            ("free", "freeing"),
            ("open", "opening"),
            ("permit", "permitting"),
            ("begin", "beginning"),
            ("tax", "taxing"),
            ("raise", "raising"),
            ("strip", "stripping"),
            ("review", "reviewing"),
        ] {
            assert_eq!(gerund(verb), expect);
        }
    }
}
