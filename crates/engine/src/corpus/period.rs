//! A period: the days of publication that count.

use onrecord_extract::world::Date;

use crate::json::Document;

use super::day_of;

/// From one date to another, both included; an open end is `None`. A month or year counts whole.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Period {
    /// The first day, month or year.
    pub from: Option<Date>,
    /// The last.
    pub to: Option<Date>,
}

impl Period {
    /// Whether the document was published in it; `None` if that is not known. Without an end, all documents are in it.
    pub fn holds(self, document: &Document) -> Option<bool> {
        if self.from.is_none() && self.to.is_none() {
            return Some(true);
        }
        let day = day_of(document)?;
        // Written with the year first, dates are in the order of their letters; a month is the start of its days.
        let after = self.from.is_none_or(|from| day >= from.to_string().as_str());
        let before = self.to.is_none_or(|to| {
            let to = to.to_string();
            day.get(..to.len()).is_some_and(|start| start <= to.as_str())
        });
        Some(after && before)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json::fixture::Draft;

    #[test]
    fn months_and_years_count_whole() {
        for (from, to, published, holds) in [
            ("2021-02-11", "2021-02-11", "2021-02-11T23:59:00Z", Some(true)),
            ("2021-02-12", "", "2021-02-11", Some(false)),
            ("2021-02", "2021-02", "2021-02-28", Some(true)),
            ("2021-02", "2021-02", "2021-03-01", Some(false)),
            ("", "2021", "2021-12-31", Some(true)),
            ("", "2020", "2021-01-01", Some(false)),
            ("2021", "", "", None),
            ("2021", "", "yesterday!", None),
            ("", "", "", Some(true)),
        ] {
            let document = Draft::new("a.txt", Some(published).filter(|p| !p.is_empty()), "x").done();
            let period = Period { from: from.parse().ok(), to: to.parse().ok() };
            assert_eq!(period.holds(&document), holds, "{from}..{to}: {published}");
        }
    }
}
