//! How alike two names are.

/// How a name that was asked for is like one in the gazetteer; the better the smaller.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Likeness {
    /// The same words.
    Whole,
    /// First and last name, or the last two words, are the same.
    Part,
    /// Only the surname was asked for.
    Surname,
}

impl Likeness {
    /// How `asked` is like the name with the words `known`; `None` if it is not.
    pub(super) fn of(known: &[String], asked: &[String]) -> Option<Self> {
        if known == asked {
            return Some(Self::Whole);
        }
        if let [first, last] = asked
            && known.len() > 2
            && known.last() == Some(last)
            && (known.first() == Some(first) || known.get(known.len() - 2) == Some(first))
            && !is_particle(first)
        {
            return Some(Self::Part);
        }
        let surname = known.len() > asked.len() && known.ends_with(asked);
        let written_first = asked.len() == 1 && known.len() > 1 && known.first() == asked.first();
        // Of several words, only those that join names are a surname: "von der Leyen", not "Ann Lee".
        let is_surname = asked.len() == 1 || is_particle(&asked[0]);
        ((surname && is_surname) || written_first).then_some(Self::Surname)
    }
}

/// Whether a word may begin a surname of several words.
pub(super) fn is_particle(word: &str) -> bool {
    "de van von der den la le du di da del della dos das bin ibn al el ben ter ten"
        .split(' ')
        .any(|particle| particle == word)
}

/// Given names and their short forms.
const SHORT: &[(&str, &str)] = &[
    ("joe", "joseph"),
    ("mike", "michael"),
    ("bill", "william"),
    ("bob", "robert"),
    ("rob", "robert"),
    ("jim", "james"),
    ("tom", "thomas"),
    ("tim", "timothy"),
    ("dan", "daniel"),
    ("dave", "david"),
    ("ed", "edward"),
    ("ben", "benjamin"),
    ("nick", "nicholas"),
    ("rick", "richard"),
    ("dick", "richard"),
    ("tony", "anthony"),
    ("steve", "steven"),
    ("steve", "stephen"),
    ("chuck", "charles"),
    ("jeff", "jeffrey"),
    ("ken", "kenneth"),
    ("ron", "ronald"),
    ("don", "donald"),
    ("liz", "elizabeth"),
    ("kate", "katherine"),
    ("matt", "matthew"),
    ("greg", "gregory"),
    ("chris", "christopher"),
    ("bernie", "bernard"),
    ("ted", "edward"),
    ("andy", "andrew"),
    ("al", "albert"),
    ("sam", "samuel"),
    ("pat", "patrick"),
    ("larry", "lawrence"),
    ("jerry", "gerald"),
];

/// Whether two given names may be one person's: equal, initial, short form, or another spelling of the same sounds.
pub(super) fn given_names_agree(a: &str, b: &str) -> bool {
    let short = |a: &str, b: &str| SHORT.contains(&(a, b));
    let initial = |a: &str, b: &str| a.chars().count() == 1 && b.starts_with(a);
    a == b || short(a, b) || short(b, a) || initial(a, b) || initial(b, a) || spelled_alike(a, b)
}

/// The given names of which a word is the short form in this list; in lower case.
pub fn full_given_names(short: &str) -> impl Iterator<Item = &'static str> {
    SHORT.iter().filter(move |(known, _)| *known == short).map(|(_, full)| *full)
}

/// Whether two words may be one name in two spellings ("sergei", "sergey"): long, and almost the same.
pub fn spelled_alike(a: &str, b: &str) -> bool {
    if a == b {
        return true;
    }
    let shorter = a.chars().count().min(b.chars().count());
    let allowed = match shorter {
        0..=4 => return false,
        5..=7 => 1,
        _ => 2,
    };
    a.chars().next() == b.chars().next() && distance(a, b) <= allowed
}

/// How many characters must be changed, added or left out.
fn distance(a: &str, b: &str) -> usize {
    let b: Vec<char> = b.chars().collect();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    for (i, c) in a.chars().enumerate() {
        let mut before = row[0];
        row[0] = i + 1;
        for (j, d) in b.iter().enumerate() {
            let change = before + usize::from(c != *d);
            before = row[j + 1];
            row[j + 1] = change.min(row[j] + 1).min(before + 1);
        }
    }
    row[b.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn likeness() {
        let words = |name: &str| name.split(' ').map(str::to_owned).collect::<Vec<_>>();
        for (known, asked, likeness) in [
            ("sergey lavrov", "sergey lavrov", Some(Likeness::Whole)),
            ("mohammad javad zarif", "javad zarif", Some(Likeness::Part)),
            ("mohammad javad zarif", "mohammad zarif", Some(Likeness::Part)),
            ("ursula von der leyen", "von der leyen", Some(Likeness::Surname)),
            ("sergey lavrov", "lavrov", Some(Likeness::Surname)),
            ("xi jinping", "xi", Some(Likeness::Surname)),
            ("oleg lavrov", "sergey lavrov", None),
            ("juan pablo montoya", "pablo juan", None),
        ] {
            assert_eq!(Likeness::of(&words(known), &words(asked)), likeness, "{asked} for {known}");
        }
    }

    #[test]
    fn given_names() {
        for (a, b) in [("joe", "joseph"), ("sergei", "sergey"), ("j", "john"), ("mohammad", "mohammed")] {
            assert!(given_names_agree(a, b), "{a} {b}");
        }
        for (a, b) in [("jane", "john"), ("oleg", "olga"), ("mary", "marie"), ("bill", "bob")] {
            assert!(!given_names_agree(a, b), "{a} {b}");
        }
    }
}
