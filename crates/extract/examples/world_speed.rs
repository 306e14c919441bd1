//! Times the gazetteer: `cargo run --release -p onrecord-extract --example world_speed` prints what a look-up takes.

use std::hint::black_box;
use std::time::{Duration, Instant};

use onrecord_extract::world::{Date, World, place};

const FULL: [&str; 12] = [
    "Sergey Lavrov",
    "Mike Pompeo",
    "Mohammad Javad Zarif",
    "Javad Zarif",
    "Angela Merkel",
    "Emmanuel Macron",
    "Shinzō Abe",
    "Theresa May",
    "Ingrid Halvorsen",
    "Oleh Marchenko",
    "MARCO RUBIO",
    "Recep Tayyip Erdogan",
];
const SURNAMES: [&str; 6] = ["Lavrov", "Pompeo", "Zarif", "Macron", "Smith", "Garcia"];
const PHRASES: [&str; 4] =
    ["Russian foreign minister", "U.S. secretary of state", "president of France", "Iran’s foreign minister"];
const PLACES: [&str; 4] = ["the Kremlin", "Downing Street", "Russian", "Nordhaven"];

fn main() {
    let start = Instant::now();
    let world = World::embedded();
    black_box(world.named(FULL[0]));
    println!("first look-up, loading included  {:>9.2?}", start.elapsed());
    let start = Instant::now();
    black_box(place("Kremlin"));
    println!("first place, loading included    {:>9.2?}", start.elapsed());
    let on: Date = "2019-05-14".parse().expect("it is a date");
    let start = Instant::now();
    black_box(world.holder(PHRASES[0], on));
    println!("first holder, loading included   {:>9.2?}", start.elapsed());
    report("full name", &FULL, |name| drop(black_box(world.named(name))));
    report("surname, all its bearers", &SURNAMES, |name| drop(black_box(world.named(name))));
    report("place", &PLACES, |name| {
        black_box(place(name));
    });
    report("holder on a date", &PHRASES, |phrase| drop(black_box(world.holder(phrase, on))));
}

/// The mean of each input over many rounds, and the slowest of these.
fn report(what: &str, inputs: &[&str], look_up: impl Fn(&str)) {
    let rounds = 2000;
    let times: Vec<Duration> = inputs
        .iter()
        .map(|input| {
            let start = Instant::now();
            (0..rounds).for_each(|_| look_up(input));
            start.elapsed() / rounds
        })
        .collect();
    let mean = times.iter().sum::<Duration>() / times.len() as u32;
    let (slowest, name) = times.iter().zip(inputs).max().expect("there are inputs");
    println!("{what:32} {mean:>9.2?} on average, {slowest:.2?} at most ({name})");
}
