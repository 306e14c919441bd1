//! `onrecord actors lookup`: whom a name or an office means.

use std::cmp::Reverse;
use std::io::{self, IsTerminal, Write};

use anyhow::Result;
use clap::{Args, ColorChoice, ValueEnum};
use onrecord_engine::json::lookup::Found;
use onrecord_engine::world::{self, Date, World};

use crate::commands::Outcome;
use crate::commands::actors_option::ActorsOption;
use crate::lines;
use crate::output::palette::Palette;
use crate::output::{found, report};

/// Tell whom a name or an office means
///
/// Takes a name (full, or only a surname), an office of a country ("Russian foreign minister"; with --on), or a word for a
/// country ("the Kremlin"). Case, accents and punctuation do not matter. An office that changed hands on that day, or of
/// which too little is known, gives nobody.
#[derive(Args)]
#[command(after_help = "\
Examples:
  onrecord actors lookup Sergey Lavrov
  onrecord actors lookup lavrov --on 2019-05-14
  onrecord actors lookup \"Russian foreign minister\" --on 2019-05-14
  onrecord actors lookup the Kremlin -f jsonl

Exit code: 0 somebody found, 1 nobody, 2 error.")]
pub(crate) struct Arguments {
    /// Name of a person or country, or an office; several words need no quotation marks
    #[arg(value_name = "NAME", required = true)]
    name: Vec<String>,

    /// Only who was in office then, and with what office; YYYY-MM-DD, YYYY-MM or YYYY
    #[arg(long, value_name = "DATE")]
    on: Option<Date>,

    /// Form of the results [default: report on a terminal, jsonl otherwise]
    #[arg(short, long, value_enum, value_name = "FORMAT")]
    format: Option<Format>,

    /// When to colour the report
    #[arg(long, value_enum, value_name = "WHEN", default_value = "auto")]
    color: ColorChoice,

    #[command(flatten)]
    actors: ActorsOption,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// For reading
    Report,
    /// For programs: one JSON object per person or country and line
    Jsonl,
}

pub(super) fn run(arguments: &Arguments) -> Result<Outcome> {
    let world = arguments.actors.additions()?.map_or_else(World::embedded, World::with);
    let all = look_up(&world, &arguments.name.join(" "), arguments.on);
    let to_terminal = io::stdout().is_terminal();
    let usual = if to_terminal { Format::Report } else { Format::Jsonl };
    let bytes = if arguments.format.unwrap_or(usual) == Format::Report {
        let palette = Palette::choose(arguments.color, to_terminal);
        found::render(&all, &palette, report::width(to_terminal)).into_bytes()
    } else {
        let mut bytes = Vec::new();
        for found in &all {
            serde_json::to_writer(&mut bytes, found)?;
            bytes.push(b'\n');
        }
        bytes
    };
    io::stdout().lock().write_all(&bytes)?;
    if all.is_empty() && arguments.on.is_none() {
        lines::complain(
            "nobody of that name; whoever held an office is found by it and a day: --on YYYY-MM-DD",
        );
    }
    Ok(if all.is_empty() { Outcome::Nothing } else { Outcome::Found })
}

/// The country, or the holder of the office, or else those of that name with the latest office first.
fn look_up(world: &World, words: &str, on: Option<Date>) -> Vec<Found> {
    if let Some(holder) = on.and_then(|on| world.holder(words, on)) {
        return vec![Found::person(holder, on)];
    }
    let mut people: Vec<Found> =
        world.named(words).into_iter().map(|person| Found::person(person, on)).collect();
    people.retain(|person| on.is_none() || person.added || !person.offices.is_empty());
    // An office without an end counts as the latest.
    let latest = |person: &Found| {
        let terms =
            person.offices.iter().map(|office| (office.to.is_none(), office.to.clone(), office.from.clone()));
        terms.max()
    };
    people.sort_by_cached_key(|person| {
        (Reverse((person.added, latest(person))), person.name.clone(), person.wikidata.clone())
    });
    world::place(words).map(Found::country).into_iter().chain(people).collect()
}
