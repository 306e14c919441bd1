//! Units: appearances of whom the same is known, looked at as one, so that a name in a thousand articles is compared once.

use std::collections::HashMap;

use onrecord_base::ActorKind;
use onrecord_extract::speakers::name_words::Gender;

use super::Appearance;
use super::facts::{Facts, Role};
use super::name::{Class, Generation, Name};

/// Within how many years two appearances may be of one unit.
const PERIOD: i32 = 10;

/// Appearances of whom the same is known.
#[derive(Clone, Debug)]
pub(super) struct Unit {
    pub(super) name: Name,
    pub(super) kind: Option<ActorKind>,
    pub(super) item: Option<String>,
    pub(super) gender: Option<Gender>,
    pub(super) role: Option<Role>,
    /// First and last year of the articles that have a date.
    pub(super) years: Option<(i32, i32)>,
    pub(super) aliases: Vec<Name>,
    pub(super) letters: Vec<String>,
    /// Places in the list of appearances, in order.
    pub(super) members: Vec<u32>,
    /// The texts they stand in, by number, in order.
    pub(super) texts: Vec<u32>,
    /// As the first member has it.
    pub(super) printed: String,
    /// The role likewise.
    pub(super) printed_role: Option<String>,
}

#[derive(PartialEq, Eq, Hash)]
struct Signature<'f> {
    key: &'f str,
    class: Class,
    middle: &'f str,
    generation: Option<Generation>,
    kind: Option<ActorKind>,
    item: Option<&'f str>,
    gender: Option<Gender>,
    role: Option<&'f Role>,
    period: Option<i32>,
    /// Set where nothing but the appearance itself tells who it is.
    alone: Option<usize>,
}

/// Puts those together of whom the same is known, in the order of their first appearances.
pub(super) fn of(appearances: &[Appearance], facts: &[Facts]) -> Vec<Unit> {
    let mut places: HashMap<Signature<'_>, usize> = HashMap::new();
    let mut units: Vec<Unit> = Vec::new();
    let mut text = 0_u32;
    for (n, (appearance, of)) in appearances.iter().zip(facts).enumerate() {
        if n > 0 && appearances[n - 1].origin.text_sha256 != appearance.origin.text_sha256 {
            text += 1;
        }
        let signature = Signature {
            key: &of.name.key,
            class: of.name.class,
            middle: &of.name.middle,
            generation: of.name.generation,
            kind: of.kind,
            item: of.item.as_deref(),
            gender: of.gender,
            role: of.role.as_ref(),
            period: of.year.map(|year| year.div_euclid(PERIOD)),
            alone: (of.item.is_none() && !tells(of)).then_some(n),
        };
        let place = *places.entry(signature).or_insert(units.len());
        if place == units.len() {
            units.push(Unit {
                name: of.name.clone(),
                kind: of.kind,
                item: of.item.clone(),
                gender: of.gender,
                role: of.role.clone(),
                years: None,
                aliases: Vec::new(),
                letters: Vec::new(),
                members: Vec::new(),
                texts: Vec::new(),
                printed: of.name.shown.clone(),
                printed_role: appearance.role.clone(),
            });
        }
        let unit = &mut units[place];
        unit.members.push(n as u32);
        if unit.texts.last() != Some(&text) {
            unit.texts.push(text);
        }
        if let Some(year) = of.year {
            let (first, last) = unit.years.unwrap_or((year, year));
            unit.years = Some((first.min(year), last.max(year)));
        }
        unit.aliases.extend(of.aliases.iter().cloned());
        unit.letters.extend(of.letters.iter().cloned());
    }
    for unit in &mut units {
        unit.aliases.sort_by(|a, b| a.key.cmp(&b.key));
        unit.aliases.dedup_by(|a, b| a.key == b.key);
        unit.letters.sort_unstable();
        unit.letters.dedup();
    }
    units
}

/// Whether name and role tell anything beyond the article. A surname does only with an office.
fn tells(facts: &Facts) -> bool {
    match facts.name.class {
        Class::Described | Class::Generic => false,
        Class::Single => facts.role.as_ref().is_some_and(|role| role.office.is_some()),
        Class::Person | Class::Organization | Class::State => true,
    }
}

impl Unit {
    /// Whether both stand in one text.
    pub(super) fn meets(&self, other: &Self) -> bool {
        let (few, many) = if self.texts.len() <= other.texts.len() { (self, other) } else { (other, self) };
        few.texts.iter().any(|text| many.texts.binary_search(text).is_ok())
    }

    /// How to call it in a reason.
    pub(super) fn printed(&self) -> String {
        format!("“{}”", self.printed)
    }
}
