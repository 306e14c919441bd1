//! Dates for people: "11 February 2021, 18:42 UTC".

const MONTHS: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A date as in [`Metadata::published`](onrecord_base::Metadata::published) in words; what is no such date stays as
/// it is. The time is shown as the page gives it, with its distance from UTC.
pub(crate) fn in_words(published: &str) -> String {
    parse(published).unwrap_or_else(|| published.to_owned())
}

/// "10 February 2021 to 1 March 2021", or the one day; `None` if either end is not known.
pub(crate) fn span(from: Option<&str>, to: Option<&str>) -> Option<String> {
    let (from, to) = (from?, to?);
    Some(if from == to { in_words(from) } else { format!("{} to {}", in_words(from), in_words(to)) })
}

fn parse(published: &str) -> Option<String> {
    let (date, time) = match published.split_once('T') {
        Some((date, time)) => (date, Some(time)),
        None => (published, None),
    };
    let mut parts = date.splitn(3, '-');
    let year = digits(parts.next()?, 4)?;
    let month = digits(parts.next()?, 2)?.parse::<usize>().ok()?;
    let day = digits(parts.next()?, 2)?.trim_start_matches('0');
    let date = format!("{day} {} {year}", MONTHS.get(month.checked_sub(1)?)?);
    let Some(time) = time else { return Some(date) };
    let (hour, minute) = (digits(time.get(..2)?, 2)?, digits(time.get(3..5)?, 2)?);
    let zone = match &time[time.find(['Z', 'z', '+', '-'])?..] {
        "Z" | "z" | "+00:00" | "-00:00" => "UTC".to_owned(),
        distance => format!("UTC{distance}"),
    };
    Some(format!("{date}, {hour}:{minute} {zone}"))
}

fn digits(text: &str, length: usize) -> Option<&str> {
    (text.len() == length && text.bytes().all(|b| b.is_ascii_digit())).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::in_words;

    #[track_caller]
    fn check(published: &str, shown: &str) {
        assert_eq!(in_words(published), shown);
    }

    #[test]
    fn dates_and_times() {
        check("2021-02-11", "11 February 2021");
        check("2021-12-01", "1 December 2021");
        check("2021-02-11T18:42:07+00:00", "11 February 2021, 18:42 UTC");
        check("2021-02-11T18:42:07.5Z", "11 February 2021, 18:42 UTC");
        check("2021-02-11T08:05:00-05:00", "11 February 2021, 08:05 UTC-05:00");
    }

    #[test]
    fn what_is_no_date_stays() {
        for odd in
            ["", "yesterday", "2021-13-01", "2021-00-01", "2021-02-11T", "2021-02-11Tää:42Z", "2021-02"]
        {
            check(odd, odd);
        }
    }
}
