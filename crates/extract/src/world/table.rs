//! The table of people as it lies in the program: read where it lies, nothing is unpacked at the start.
//!
//! `training/gazetteer.py` writes it. After the mark `ONRWLD02`, the number of people and the lengths of the sections
//! (all numbers little-endian) come these: where each block of 16 people starts; the people by name, each with the
//! bytes of the name that differ from the one before, Wikidata number and terms (position, from, to); hashes of the
//! keys in order; the people these are keys of; positions (label, jurisdiction, first holder, until when open ends may be
//! believed); labels; holders of positions; jurisdictions (code, first position).

use super::date::Date;
use super::key;
use super::person::{Office, Person};

const BLOCK: u32 = 16;
/// Numbers from here on are no Wikidata items: nobody gave one.
const WITHOUT_ITEM: u32 = 0xF000_0000;
/// Stands between the names of one person.
const ALIAS: char = '\u{1f}';
const POSITION: usize = 16;
const PLACE: usize = 12;

static PEOPLE: &[u8] = include_bytes!("../../../../models/world/people.bin");

/// The sections.
pub(super) struct Table {
    #[cfg(test)]
    people: u32,
    starts: &'static [u8],
    blocks: &'static [u8],
    hashes: &'static [u8],
    bearers: &'static [u8],
    positions: &'static [u8],
    labels: &'static [u8],
    holders: &'static [u8],
    places: &'static [u8],
}

/// A position, by its place in the table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct PositionId(usize);

impl Table {
    /// The table of this program.
    pub(super) fn embedded() -> Self {
        let (head, mut rest) = PEOPLE.split_at(44);
        assert!(head.starts_with(b"ONRWLD02"), "people.bin is of this version");
        let mut section = |n: usize| {
            let (section, after) = rest.split_at(u32_at(head, 3 + n) as usize);
            rest = after;
            section
        };
        Self {
            #[cfg(test)]
            people: u32_at(head, 2),
            starts: section(0),
            blocks: section(1),
            hashes: section(2),
            bearers: section(3),
            positions: section(4),
            labels: section(5),
            holders: section(6),
            places: section(7),
        }
    }

    /// How many people there are.
    #[cfg(test)]
    pub(super) fn len(&self) -> u32 {
        self.people
    }

    /// The people of whom `key` is a key; others may share its hash.
    pub(super) fn with_key(&self, key: &str) -> impl Iterator<Item = u32> + '_ {
        let hash = key::hash(key);
        let (mut low, mut high) = (0, self.hashes.len() / 4);
        while low < high {
            let middle = (low + high) / 2;
            if u32_at(self.hashes, middle) < hash { low = middle + 1 } else { high = middle }
        }
        (low..self.hashes.len() / 4)
            .take_while(move |n| u32_at(self.hashes, *n) == hash)
            .map(|n| u24_at(self.bearers, n))
    }

    /// The names of person `number`, the usual one first.
    pub(super) fn names(&self, number: u32) -> Vec<String> {
        let (name, _) = self.record(number);
        name.split(ALIAS).map(str::to_owned).collect()
    }

    /// Everything about person `number`.
    pub(super) fn person(&self, number: u32) -> Person {
        let (name, record) = self.record(number);
        let mut names = name.split(ALIAS).map(str::to_owned);
        let terms = &record[5..5 + 8 * usize::from(record[4])];
        Person {
            wikidata: Some(u32_at(record, 0))
                .filter(|number| *number < WITHOUT_ITEM)
                .map(|number| format!("Q{number}")),
            name: names.next().unwrap_or_default(),
            aliases: names.collect(),
            offices: terms.chunks_exact(8).map(|term| self.office(term)).collect(),
            added: false,
        }
    }

    /// The positions of a jurisdiction with their labels.
    pub(super) fn positions(&self, code: &str) -> impl Iterator<Item = (PositionId, &'static str)> + '_ {
        let place = (0..self.places.len() / PLACE - 1).find(|n| self.code(*n) == code);
        let range = place.map_or(0..0, |n| self.first_position(n)..self.first_position(n + 1));
        range.map(|n| (PositionId(n), self.label(n)))
    }

    /// Who ever held a position; nobody is given for seats of a parliament.
    pub(super) fn holders(&self, position: PositionId) -> impl Iterator<Item = u32> + '_ {
        let first = |n: usize| u32_at(&self.positions[n * POSITION..], 2) as usize;
        (first(position.0)..first(position.0 + 1)).map(|n| u24_at(self.holders, n))
    }

    /// The codes of the jurisdictions.
    #[cfg(test)]
    pub(super) fn jurisdictions(&self) -> impl Iterator<Item = &'static str> + '_ {
        (0..self.places.len() / PLACE - 1).map(|n| self.code(n))
    }

    fn office(&self, term: &[u8]) -> Office {
        let position = usize::from(u16_at(term, 0));
        let place = usize::from(u16_at(&self.positions[position * POSITION..], 3));
        Office {
            position: self.label(position).into(),
            jurisdiction: self.code(place).into(),
            from: Date::unpack(u24_at(&term[2..], 0)),
            to: Date::unpack(u24_at(&term[5..], 0)),
            believed: Date::unpack(u32_at(&self.positions[position * POSITION..], 3)),
        }
    }

    fn label(&self, position: usize) -> &'static str {
        let record = &self.positions[position * POSITION..];
        let (start, length) = (u32_at(record, 0) as usize, usize::from(u16_at(record, 2)));
        std::str::from_utf8(&self.labels[start..start + length]).expect("labels are UTF-8")
    }

    fn code(&self, place: usize) -> &'static str {
        let code = &self.places[place * PLACE..place * PLACE + 8];
        std::str::from_utf8(code).expect("codes are ASCII").trim_end_matches('\0')
    }

    fn first_position(&self, place: usize) -> usize {
        usize::from(u16_at(&self.places[place * PLACE..], 4))
    }

    /// The names of a person, and what follows them: Wikidata number, number of terms, terms.
    fn record(&self, number: u32) -> (String, &'static [u8]) {
        let mut record = &self.blocks[u32_at(self.starts, (number / BLOCK) as usize) as usize..];
        let mut name: Vec<u8> = Vec::with_capacity(64);
        for left in (0..=number % BLOCK).rev() {
            let (shared, own) = (usize::from(record[0]), usize::from(record[1]));
            name.truncate(shared);
            name.extend_from_slice(&record[2..2 + own]);
            record = &record[2 + own..];
            if left > 0 {
                record = &record[5 + 8 * usize::from(record[4])..];
            }
        }
        (String::from_utf8(name).expect("names are UTF-8"), record)
    }
}

fn u32_at(bytes: &[u8], n: usize) -> u32 {
    let bytes = &bytes[n * 4..n * 4 + 4];
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], bytes[3]])
}

fn u24_at(bytes: &[u8], n: usize) -> u32 {
    let bytes = &bytes[n * 3..n * 3 + 3];
    u32::from_le_bytes([bytes[0], bytes[1], bytes[2], 0])
}

fn u16_at(bytes: &[u8], n: usize) -> u16 {
    u16::from_le_bytes([bytes[n * 2], bytes[n * 2 + 1]])
}
