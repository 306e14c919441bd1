//! Duplicates: of votes with the same actor, issue and qualifier, one for each document, week, month, year, or at all.

use std::collections::HashSet;

use super::Rows;

/// Within what the same vote counts once, as in DNA. A vote without a day counts once for its document.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Duplicates {
    /// Every vote counts.
    #[default]
    Include,
    /// Once in a document.
    Document,
    /// Once in a week of ISO 8601, Monday to Sunday.
    Week,
    /// Once in a calendar month.
    Month,
    /// Once in a calendar year.
    Year,
    /// Once in all.
    AcrossRange,
}

impl Duplicates {
    /// Leaves the first of the same votes. Where qualifiers are ignored, votes that differ in nothing else are the same.
    pub fn leave_out(self, rows: &mut Rows, ignore_qualifier: bool) {
        if self == Self::Include {
            return;
        }
        let mut seen = HashSet::new();
        rows.rows.retain(|row| {
            let day = row.day.as_deref();
            let period = match self {
                Self::Include | Self::Document => None,
                Self::Week => day.and_then(week),
                Self::Month => day.and_then(|day| day.get(..7)).map(str::to_owned),
                Self::Year => day.and_then(|day| day.get(..4)).map(str::to_owned),
                Self::AcrossRange => Some(String::new()),
            };
            // A document may be called like a period; the flag tells them apart.
            let within = (period.is_some(), period.unwrap_or_else(|| row.document.clone()));
            let qualifier = if ignore_qualifier { None } else { Some(row.qualifier) };
            seen.insert((row.actor, row.issue, qualifier, within))
        });
    }
}

/// A name for the week of a day: the number of its Thursday, counted in days.
fn week(day: &str) -> Option<String> {
    let number = |range: std::ops::Range<usize>| day.get(range)?.parse::<i64>().ok();
    let (year, month, date) = (number(0..4)?, number(5..7)?, number(8..10)?);
    // Days since 1 March of the year 0, after which leap days come last in their years.
    let (y, m) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
    let days =
        365 * y + y.div_euclid(4) - y.div_euclid(100) + y.div_euclid(400) + (153 * m + 2) / 5 + date - 1;
    // 1 March of the year 0 was a Wednesday.
    Some(((days + 2).div_euclid(7)).to_string())
}

#[cfg(test)]
mod tests {
    use super::week;

    #[test]
    fn weeks_begin_on_monday_across_years() {
        for (one, other, same) in [
            ("2021-02-08", "2021-02-14", true),
            ("2021-02-14", "2021-02-15", false),
            ("2020-12-28", "2021-01-03", true),
            ("2021-01-03", "2021-01-04", false),
            ("2024-02-26", "2024-03-03", true),
            ("2000-02-28", "2000-03-05", true),
            ("2020-02-10", "2021-02-10", false),
        ] {
            assert_eq!(week(one) == week(other), same, "{one} {other}");
        }
        assert_eq!(week("soon"), None);
    }
}
