//! What the gazetteer knows of a name, for people: each person or country with the offices.

use anstyle::Style;
use onrecord_engine::json::lookup::{Found, FoundKind, Office};

use super::palette::Palette;
use super::wrap::line;

/// A surname may be that of hundreds; more than these nobody reads.
const MOST: usize = 20;

/// The report, lines no wider than `width` columns.
pub(crate) fn render(all: &[Found], palette: &Palette, width: usize) -> String {
    let mut out = String::new();
    for found in all.iter().take(MOST) {
        if !out.is_empty() {
            out.push('\n');
        }
        let mut head = vec![found.name.clone()];
        head.extend(found.wikidata.clone());
        if found.kind == FoundKind::State {
            head.extend(found.code.clone());
        }
        if found.added {
            head.push("from your file".to_owned());
        }
        line(&mut out, &head.join(" · "), "", palette.actor, width);
        if !found.aliases.is_empty() {
            line(&mut out, &format!("also {}", found.aliases.join(", ")), "  ", palette.aside, width);
        }
        if let Some(by) = found.by.filter(|by| *by != "name") {
            line(&mut out, &format!("by its {by}"), "  ", palette.aside, width);
        }
        for office in &found.offices {
            line(&mut out, &in_words(office), "  ", Style::new(), width);
        }
    }
    if all.len() > MOST {
        let more = format!("… and {} more; give the full name, or a day with --on", all.len() - MOST);
        out.push('\n');
        line(&mut out, &more, "", palette.note, width);
    }
    out
}

/// "Minister of Foreign Affairs · Russia · since 2004-03-09".
fn in_words(office: &Office) -> String {
    let time = match (&office.from, &office.to) {
        (Some(from), Some(to)) if from == to => format!("in {from}"),
        (Some(from), Some(to)) => format!("{from} to {to}"),
        (Some(from), None) => format!("since {from}"),
        (None, Some(to)) => format!("until {to}"),
        (None, None) => String::new(),
    };
    let parts = [Some(office.position.clone()), office.country.clone(), Some(time)];
    let parts: Vec<String> = parts.into_iter().flatten().filter(|part| !part.is_empty()).collect();
    parts.join(" · ")
}

#[cfg(test)]
mod tests {
    use expect_test::expect;

    use super::*;

    fn person(name: &str, offices: Vec<Office>) -> Found {
        Found {
            onrecord: 1,
            kind: FoundKind::Person,
            name: name.to_owned(),
            wikidata: Some("Q58217".to_owned()),
            aliases: Vec::new(),
            code: None,
            by: None,
            offices,
            added: false,
        }
    }

    fn office(position: &str, from: Option<&str>, to: Option<&str>) -> Office {
        Office {
            position: position.to_owned(),
            jurisdiction: Some("RU".to_owned()),
            country: Some("Russia".to_owned()),
            from: from.map(str::to_owned),
            to: to.map(str::to_owned),
        }
    }

    #[test]
    fn people_with_their_offices() {
        let offices = vec![
            office("Minister of Foreign Affairs", Some("2004-03-09"), None),
            office("Permanent Representative to the United Nations", Some("1994"), Some("2004")),
            office("Envoy", None, None),
        ];
        let country = Found {
            kind: FoundKind::State,
            code: Some("RU".to_owned()),
            by: Some("metonym"),
            ..person("Russia", vec![])
        };
        let mine = Found { aliases: vec!["\u{1b}[2JBo".to_owned()], added: true, ..person("Bo Ek", vec![]) };
        let shown = render(&[person("Sergey Lavrov", offices), country, mine], &Palette::default(), 50);
        expect![[r#"
            Sergey Lavrov · Q58217
              Minister of Foreign Affairs · Russia · since
                2004-03-09
              Permanent Representative to the United Nations ·
                Russia · 1994 to 2004
              Envoy · Russia

            Russia · Q58217 · RU
              by its metonym

            Bo Ek · Q58217 · from your file
              also ␛[2JBo
        "#]]
        .assert_eq(&shown);
    }

    #[test]
    fn of_many_some_are_shown() {
        let many: Vec<Found> = (0..MOST + 3).map(|n| person(&format!("A{n} Singh"), Vec::new())).collect();
        let shown = render(&many, &Palette::default(), 80);
        assert!(shown.ends_with("\n… and 3 more; give the full name, or a day with --on\n"), "{shown}");
    }
}
