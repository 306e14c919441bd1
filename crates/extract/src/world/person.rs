//! People and the offices they hold.

use std::borrow::Cow;

use super::date::Date;

/// Somebody in the gazetteer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Person {
    /// The Wikidata item ("Q58217"); `None` only of people whom the user added without one.
    pub wikidata: Option<String>,
    /// The usual name.
    pub name: String,
    /// Other names.
    pub aliases: Vec<String>,
    /// The offices, in no certain order.
    pub offices: Vec<Office>,
    /// Whether the user added this person.
    pub added: bool,
}

/// A term in an office.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Office {
    /// What the office is called ("Minister of Foreign Affairs").
    pub position: Cow<'static, str>,
    /// Where: a country's code ("RU"), or that of an organisation ("UN").
    pub jurisdiction: Cow<'static, str>,
    /// When it began, if that is known.
    pub from: Option<Date>,
    /// When it ended; `None` if it had not when the list was made, or nobody wrote it down.
    pub to: Option<Date>,
    /// Until when an open end may be believed.
    pub(super) believed: Option<Date>,
}

/// Whether an office was held on a date.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Held {
    Yes,
    Perhaps,
    No,
}

impl Office {
    /// Whether it was held on that day, or may have been: not all dates are known to the day.
    pub fn held_on(&self, on: Date) -> bool {
        self.held(on) != Held::No
    }

    /// Whether it was held on `on`.
    pub(super) fn held(&self, on: Date) -> Held {
        if self.from.is_some_and(|from| on.last() < from.first())
            || self.to.is_some_and(|to| on.first() > to.last())
        {
            return Held::No;
        }
        let begun = self.from.is_some_and(|from| on.first() >= from.last());
        // On its last day somebody else may have come already.
        let lasts = match self.to {
            Some(end) => on.last() < end.first(),
            None => self.believed.is_some_and(|end| on.last() <= end.first()),
        };
        if begun && lasts { Held::Yes } else { Held::Perhaps }
    }

    /// Whether it may have been held on `on` or within a month of it: papers name people before and after.
    pub(super) fn held_about(&self, on: Date) -> bool {
        let from = self.from.is_none_or(|from| on.shifted(1).last() >= from.first());
        from && self.to.is_none_or(|to| on.shifted(-1).first() <= to.last())
    }

    /// Whether it had begun by `on`.
    pub(super) fn begun(&self, on: Date) -> bool {
        self.from.is_some_and(|from| from.first() <= on.last())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn office(from: &str, to: &str, believed: &str) -> Office {
        let date = |text: &str| text.parse().ok();
        Office {
            position: "x".into(),
            jurisdiction: "XX".into(),
            from: date(from),
            to: date(to),
            believed: date(believed),
        }
    }

    #[test]
    fn what_is_not_written_down_is_not_certain() {
        for (from, to, on, held) in [
            ("2019-05-10", "2020-05-10", "2019-05-09", Held::No),
            ("2019-05-10", "2020-05-10", "2019-05-10", Held::Yes),
            ("2019-05-10", "2020-05-10", "2020-05-10", Held::Perhaps),
            ("2019-05-10", "2020-05-10", "2020-05-11", Held::No),
            ("2019", "2021", "2019-05-09", Held::Perhaps),
            ("2019", "2021", "2020-05-09", Held::Yes),
            ("2019-05-10", "", "2022-01-01", Held::Yes),
            ("2019-05-10", "", "2023-01-01", Held::Perhaps),
            ("", "2020-05-10", "2019-05-09", Held::Perhaps),
            ("", "", "2019-05-09", Held::Perhaps),
        ] {
            let held_on = office(from, to, "2022-07-01").held(on.parse().unwrap());
            assert_eq!(held_on, held, "{from} to {to} on {on}");
        }
    }
}
