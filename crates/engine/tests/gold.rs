//! The sample pages against their gold: right contents, right actors, nothing out of litter.

#![expect(clippy::unwrap_used, reason = "a helper of a test may stop as the test may")]

#[path = "gold/pages.rs"]
mod pages;
#[path = "gold/verdict.rs"]
mod verdict;

use onrecord_engine::{ReadOptions, Reader};
use verdict::Verdict;

/// How many statements of the counted pages (of 315) are right; raise it with every gain.
const RIGHT: usize = 300;

#[test]
fn as_many_statements_are_right_as_ever() {
    let reader = Reader::new().unwrap();
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
    assert!(sum.right >= RIGHT, "{} of {} statements are right, {RIGHT} were before", sum.right, sum.gold);
}
