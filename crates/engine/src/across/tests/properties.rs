//! Whatever the articles, the order of the files changes nothing, and no record holds what cannot be one.

use std::collections::HashSet;
use std::sync::LazyLock;

use proptest::prelude::*;

use super::{appearance, render};
use crate::across::{Across, Appearance, Options, gather};

fn line() -> impl Strategy<Value = String> {
    let name = prop::sample::select(vec![
        "Ann Lee",
        "ANN LEE",
        "Anne Lee",
        "A. Lee",
        "Lee",
        "Ann B. Lee",
        "Ann C. Lee",
        "Ann Lee Jr.",
        "Lee Ann",
        "Bob Hale",
        "Robert Hale",
        "Rob Hale",
        "Hale",
        "ECB",
        "European Central Bank",
        "Estrovan Coal Board",
        "caller",
        "Alex Kim",
        "Alexander Kim",
        "Alexandra Kim",
        "Ingrid Halvorsen",
        "Ingrid Halvrosen",
    ]);
    let kind = prop::sample::select(vec!["", "; person", "; person", "; organization"]);
    let role = prop::sample::select(vec![
        "",
        "",
        "; role governor of Ohio",
        "; role governor of Texas",
        "; role Norwegian foreign minister",
        "; role foreign minister",
        "; role Swedish lawyer",
        "; role goalkeeper",
    ]);
    let item = prop::sample::select(vec!["", "", "", "", "; Q11", "; Q12"]);
    let words = prop::sample::select(vec!["", "", "; as he", "; as she", "; as Ann Lee", "; as ECB"]);
    let day = prop::sample::select(vec!["", " 2019-05-14", " 1950-01-01"]);
    (0..8_u8, day, name, kind, role, item, words).prop_map(|(doc, day, name, kind, role, item, words)| {
        format!("d{doc}{day}: {name}{kind}{role}{item}{words}")
    })
}

fn articles() -> impl Strategy<Value = Vec<Appearance>> {
    prop::collection::vec(line(), 0..24).prop_map(|lines| lines.iter().map(|line| appearance(line)).collect())
}

fn whole(across: &Across) -> String {
    let lines = crate::json::actors::ActorsLine::all(across);
    lines.map(|line| serde_json::to_string(&line).unwrap() + "\n").collect::<String>() + &render(across)
}

static THRESHOLDS: LazyLock<Vec<f64>> = LazyLock::new(|| vec![0.5, 0.75, 0.9, 1.0]);

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn the_order_of_the_files_changes_nothing(
        (given, shuffled) in articles().prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle())),
        merge_above in prop::sample::select(THRESHOLDS.clone()),
    ) {
        let options = Options { merge_above, ..Options::default() };
        prop_assert_eq!(whole(&gather(given, &options)), whole(&gather(shuffled, &options)));
    }

    #[test]
    fn every_appearance_is_of_one_actor_and_ids_are_different(
        all in articles(),
        merge_above in prop::sample::select(THRESHOLDS.clone()),
    ) {
        let mut distinct = all.clone();
        distinct.sort();
        distinct.dedup();
        let items: HashSet<String> = all.iter().filter_map(|a| a.wikidata.clone()).collect();
        let across = gather(all, &Options { merge_above, ..Options::default() });
        let appearances: usize = across.actors.iter().map(|actor| actor.appearances.len()).sum();
        prop_assert_eq!(appearances, distinct.len());
        let ids: HashSet<&str> = across.actors.iter().map(|actor| actor.id.as_str()).collect();
        prop_assert_eq!(ids.len(), across.actors.len());
        // Two items never are one, and one item never is two.
        let found: Vec<&String> = across.actors.iter().filter_map(|actor| actor.wikidata.as_ref()).collect();
        prop_assert_eq!(found.len(), items.len());
        for proposal in &across.proposals {
            prop_assert!(proposal.between.iter().all(|id| ids.contains(id.as_str())));
            prop_assert!(!proposal.reasons.is_empty());
        }
    }
}
