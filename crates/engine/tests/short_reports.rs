//! A short report of our own, of which no list knows the issue: what is at issue, and who is for it, only models tell.

use onrecord_base::{Leaning, Stance};
use onrecord_engine::{ReadArticle, ReadOptions, Reader, Shipped};

const REPORT: &str = "Mechanical tusker gets nod at Orsa temple festival, mahouts cry foul

ORSA, March 3 - The Orsa temple trust said on Monday that a robotic elephant would lead the procession this year.

\"No animal will stand in chains on tar again, and every child can touch it,\" trust president Lena Roe told reporters.

Mahouts' leader Karl Ekdal opposed the mechanical tusker, calling it an insult to a craft of nine generations.

Temple officer Ann Vane said the insurers would inspect the machine on Friday.";

fn sides(read: &ReadArticle) -> Vec<(String, Stance)> {
    let reading = &read.reading;
    let clear = reading.debate.positions.iter().filter_map(|position| match position.leaning {
        Leaning::Clear(stance) => Some((reading.actors[position.actor.0 as usize].name.clone(), stance)),
        _ => None,
    });
    clear.collect()
}

#[test]
fn what_no_list_knows_is_at_issue() {
    let read = |reader: Reader| {
        sides(&reader.read("report.txt", REPORT.as_bytes(), &ReadOptions::default()).unwrap())
    };
    assert_eq!(read(Reader::with_model(Shipped::Fast).unwrap()), []);
    let found = read(Reader::new().unwrap());
    assert!(found.contains(&("Karl Ekdal".to_owned(), Stance::Oppose)), "{found:?}");
    assert!(found.iter().all(|(name, _)| name != "Ann Vane"), "{found:?}");
}
