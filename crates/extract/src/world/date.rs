//! Dates as the gazetteer knows them: to the day, the month or the year.

use std::fmt;
use std::str::FromStr;

/// A date; where the day or the month is not known, it means some day in that month or year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// What was given is no date.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is no date; write YYYY-MM-DD, YYYY-MM or YYYY")]
pub struct DateError(String);

impl Date {
    /// The date that a publication date (`YYYY-MM-DD`, perhaps with a time) begins with.
    pub fn of_publication(published: &str) -> Option<Self> {
        published.get(..10)?.parse().ok().filter(|date: &Self| date.day > 0)
    }

    /// Nine bits for the years since 1700, four for the month, five for the day, as in the table; 0 is `None`.
    pub(super) fn unpack(packed: u32) -> Option<Self> {
        let date = Self {
            year: (packed >> 9) as u16 + 1700,
            month: (packed >> 5 & 15) as u8,
            day: (packed & 31) as u8,
        };
        (packed > 0).then_some(date)
    }

    /// A number that orders days; of a month or a year that of its first day.
    pub(super) fn first(self) -> u32 {
        number(self.year, self.month.max(1), self.day.max(1))
    }

    /// The same of its last day.
    pub(super) fn last(self) -> u32 {
        let month = if self.month == 0 { 12 } else { self.month };
        number(self.year, month, if self.day == 0 { 31 } else { self.day })
    }

    /// About a month before (`-1`) or after (`1`).
    pub(super) fn shifted(self, months: i32) -> Self {
        let all = i32::from(self.year) * 12 + i32::from(self.month.max(1)) - 1 + months;
        Self { year: all.div_euclid(12) as u16, month: all.rem_euclid(12) as u8 + 1, day: self.day }
    }
}

/// Months count 32 days here; only the order matters.
fn number(year: u16, month: u8, day: u8) -> u32 {
    (u32::from(year) * 16 + u32::from(month)) * 32 + u32::from(day)
}

impl FromStr for Date {
    type Err = DateError;

    fn from_str(text: &str) -> Result<Self, DateError> {
        let error = || DateError(text.to_owned());
        let mut parts = text.trim().split('-');
        let mut part = |digits: usize| match parts.next() {
            None => Ok(0),
            Some(p) if p.len() == digits && p.bytes().all(|b| b.is_ascii_digit()) => {
                p.parse().map_err(|_| error())
            }
            Some(_) => Err(error()),
        };
        let (year, month, day): (u16, u16, u16) = (part(4)?, part(2)?, part(2)?);
        let written = text.trim().len();
        let month_is_right = if written > 4 { (1..=12).contains(&month) } else { true };
        let day_is_right = if written > 7 { (1..=31).contains(&day) } else { true };
        if year == 0 || !month_is_right || !day_is_right || parts.next().is_some() {
            return Err(error());
        }
        Ok(Self { year, month: month as u8, day: day as u8 })
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}", self.year)?;
        for part in [self.month, self.day] {
            if part == 0 {
                break;
            }
            write!(f, "-{part:02}")?;
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_and_written() {
        for good in ["2019-05-14", "2019-05", "2019"] {
            assert_eq!(good.parse::<Date>().unwrap().to_string(), good);
        }
        for bad in
            ["", "19", "2019-13", "2019-00", "2019-05-32", "2019-5-1", "2019-05-14-1", "0000", "May", "2019-"]
        {
            assert!(bad.parse::<Date>().is_err(), "{bad}");
        }
        assert_eq!(Date::of_publication("2019-05-14T10:00:00Z"), "2019-05-14".parse().ok());
        assert_eq!(Date::of_publication("2019-05"), None);
        assert_eq!(Date::of_publication("yesterday…"), None);
    }

    #[test]
    fn a_year_is_some_day_of_it() {
        let date = |text: &str| text.parse::<Date>().unwrap();
        assert!(date("2019").first() <= date("2019-01-01").first());
        assert!(date("2019").last() >= date("2019-12-31").last());
        assert!(date("2019-01").last() < date("2019-02-01").first());
        assert_eq!(date("2019-12-31").shifted(1).to_string(), "2020-01-31");
        assert_eq!(date("2019-01-31").shifted(-1).to_string(), "2018-12-31");
    }
}
