//! The sample pages against their gold: right contents, right actors, nothing out of litter.

#![expect(clippy::unwrap_used, reason = "a helper of a test may stop as the test may")]

#[path = "gold/debate.rs"]
mod debate;
#[path = "gold/pages.rs"]
mod pages;
#[path = "gold/verdict.rs"]
mod verdict;

use onrecord_engine::{ReadOptions, Reader, Shipped};
use verdict::Verdict;

/// How many statements of the counted pages (of 315) are right; raise it with every gain.
const RIGHT: usize = 307;
/// The same of the fast model.
const RIGHT_BY_FAST: usize = 298;

#[test]
fn as_many_statements_are_right_as_ever() {
    check(&Reader::new().unwrap(), RIGHT);
}

#[test]
fn the_fast_model_finds_as_many_as_ever() {
    let reader = Reader::with_model(Shipped::Fast).unwrap();
    assert!(reader.model().starts_with("fast-"), "{}", reader.model());
    check(&reader, RIGHT_BY_FAST);
}

fn check(reader: &Reader, before: usize) {
    let mut sum = Verdict::default();
    println!("{:32} {:>5} {:>5} {:>5} {:>6}", "page", "gold", "found", "right", "extra");
    for page in pages::all() {
        let read = reader.read(&page.name, &page.bytes, &ReadOptions::default()).unwrap();
        let verdict = verdict::judge(&page.gold, &read);
        println!("{:32} {verdict}", page.name);
        verdict.wrong.iter().for_each(|wrong| println!("      {wrong}"));
        assert_eq!(verdict.from_litter, 0, "{}: a statement comes from litter", page.name);
        if page.gold.counted {
            sum += verdict;
        }
    }
    println!("{:32} {sum}", "counted pages");
    assert!(sum.right >= before, "{} of {} statements are right, {before} were before", sum.right, sum.gold);
}

/// Figures of the debate, in hundredths, which must not fall: F1 of issues' names, of what statements are on, of differences; of
/// the stances given the share that is right; of those that there are the share that is given.
const LABELS: f64 = 66.0;
const TAKES: f64 = 81.7;
const STANCES: f64 = 93.5;
const ANSWERED: f64 = 71.7;
const DIFFERENCES: f64 = 60.2;

#[test]
fn the_debate_is_read_as_well_as_ever() {
    let reader = Reader::new().unwrap();
    let mut sum = debate::Score::default();
    println!(
        "right/said/gold {:>21} {:>11} {:>11} {:>11} {:>11}",
        "labels", "takes", "stances", "differences", "agreements"
    );
    for page in pages::all().into_iter().filter(|page| page.gold.counted && !page.gold.issues.is_empty()) {
        let free = reader.read(&page.name, &page.bytes, &ReadOptions::default()).unwrap();
        let score = debate::judge(&page, &free);
        println!("{:26} {score}", page.name);
        sum += score;
    }
    println!("{:26} {sum}", "all");
    let stances = sum.stances;
    let figures =
        [sum.labels.f1(), sum.takes.f1(), stances.precision(), stances.answered(), sum.differences.f1()];
    println!("{figures:.1?}");
    for (figure, floor) in figures.into_iter().zip([LABELS, TAKES, STANCES, ANSWERED, DIFFERENCES]) {
        assert!(figure >= floor, "{figure:.1} is below {floor}");
    }
}
