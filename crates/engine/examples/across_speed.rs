//! Times who is who across articles: `cargo run --release -p onrecord-engine --example across_speed [ACTORS]`.
//!
//! The actors are made up: a few are in thousands of articles under several names and roles, most in one or two, and some
//! surnames are borne by many, as in a year of news.

use std::env;
use std::sync::Arc;
use std::time::Instant;

use onrecord_base::ActorKind;
use onrecord_engine::across::{Appearance, Options, Origin, gather};

/// Actors of one article, on average.
const PER_ARTICLE: usize = 5;

fn main() {
    let count = env::args().nth(1).and_then(|count| count.parse().ok()).unwrap_or(100_000);
    let made = Instant::now();
    let appearances = appearances(count);
    println!(
        "{count} appearances in {} articles, made in {:.1?}",
        count.div_ceil(PER_ARTICLE),
        made.elapsed()
    );
    let start = Instant::now();
    let across = gather(appearances, &Options::default());
    println!(
        "{} actors and {} proposals in {:.1?}",
        across.actors.len(),
        across.proposals.len(),
        start.elapsed()
    );
}

fn appearances(count: usize) -> Vec<Appearance> {
    let mut dice = Dice(7);
    let mut origin =
        Arc::new(Origin { text_sha256: String::new(), doc: String::new(), outlet: None, published: None });
    let mut all = Vec::with_capacity(count);
    for n in 0..count {
        if n.is_multiple_of(PER_ARTICLE) {
            let article = n / PER_ARTICLE;
            origin = Arc::new(Origin {
                text_sha256: format!("{article:064x}"),
                doc: format!("{article}.html"),
                outlet: Some("The Torvik Notes".to_owned()),
                published: Some(format!("20{:02}-05-14", 10 + dice.roll(15))),
            });
        }
        // The frequent ones have the low numbers, as the first words of a language have.
        let rank = (f64::from(dice.roll(1 << 20)) / f64::from(1 << 20)).powi(4);
        let person = (rank * count as f64) as u32;
        all.push(appearance(&origin, n, person, &mut dice));
    }
    all
}

const GIVEN: [&str; 12] = [
    "Robert",
    "Michael",
    "Ingrid",
    "Anna",
    "Viktor",
    "Joseph",
    "Maria",
    "James",
    "Elizabeth",
    "Peter",
    "Sergei",
    "Laura",
];
const SHORT: [&str; 12] =
    ["Bob", "Mike", "Ingrid", "Anna", "Viktor", "Joe", "Maria", "Jim", "Liz", "Pete", "Sergey", "Laura"];
const ROLES: [&str; 10] = [
    "governor of Ohio",
    "Norwegian foreign minister",
    "foreign minister",
    "lawyer",
    "senator",
    "mayor of Torvik",
    "analyst at Bridgefoot",
    "spokesman",
    "coach",
    "economist at the Basin Institute",
];

fn appearance(origin: &Arc<Origin>, n: usize, person: u32, dice: &mut Dice) -> Appearance {
    let given = person as usize % GIVEN.len();
    // Every second person has one of two hundred frequent surnames.
    let surname = if person.is_multiple_of(2) { surname(person / 2 % 200) } else { surname(person) };
    let name = match dice.roll(10) {
        0 => surname.clone(),
        1 => format!("{} {surname}", SHORT[given]),
        2 => format!("{} {}. {surname}", GIVEN[given], char::from(b'A' + (person % 26) as u8)),
        _ => format!("{} {surname}", GIVEN[given]),
    };
    let role = match dice.roll(3) {
        0 => None,
        _ => Some(ROLES[person as usize / 3 % ROLES.len()].to_owned()),
    };
    Appearance {
        origin: Arc::clone(origin),
        id: format!("a{}", n % PER_ARTICLE + 1),
        words: vec![surname, "he".to_owned(), name.clone()],
        name,
        known_as: None,
        kind: Some(ActorKind::Person),
        role,
        wikidata: (person.is_multiple_of(50) && dice.roll(2) == 0)
            .then(|| format!("Q{}", 1_000_000 + person)),
        statements: 1 + dice.roll(5),
    }
}

/// A made-up surname for each number.
fn surname(number: u32) -> String {
    const SYLLABLES: [&str; 16] = [
        "hal", "vor", "mar", "chen", "ko", "lund", "ber", "quill", "fea", "ther", "os", "tro", "vik", "sab",
        "rin", "dal",
    ];
    let mut name = String::new();
    let mut rest = number + 16;
    while rest > 0 {
        name.push_str(SYLLABLES[(rest % 16) as usize]);
        rest /= 16;
    }
    name[..1].to_uppercase() + &name[1..]
}

/// Numbers that look like chance and are the same in every run (xorshift).
struct Dice(u64);

impl Dice {
    /// From 0 to below `sides`.
    fn roll(&mut self, sides: u32) -> u32 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        ((self.0 >> 32) % u64::from(sides)) as u32
    }
}
