//! Files of actors as users write them, good and bad.

use expect_test::{Expect, expect};

use super::*;

#[track_caller]
fn check(format: AdditionsFormat, text: &str, expected: Expect) {
    let shown = match Additions::parse(format, text) {
        Err(error) => format!("{error}\n"),
        Ok(additions) => additions.people().map(render).collect(),
    };
    expected.assert_eq(&shown);
}

fn render(person: &Person) -> String {
    let mut out = format!("{} {}", person.wikidata.as_deref().unwrap_or("-"), person.name);
    for alias in &person.aliases {
        out.push_str(&format!(" = {alias}"));
    }
    out.push('\n');
    let date = |date: Option<Date>| date.map_or_else(|| "?".to_owned(), |date| date.to_string());
    for office in &person.offices {
        let (from, to) = (date(office.from), date(office.to));
        let country = if office.jurisdiction.is_empty() { "-" } else { &*office.jurisdiction };
        out.push_str(&format!("  {} · {country} · {from} to {to}\n", office.position));
    }
    out
}

#[test]
fn our_format() {
    check(
        AdditionsFormat::Toml,
        r#"
# Two ministers.
[[actor]]
name = "Ingrid  Halvorsen"
aliases = ["Inga Halvorsen"]
wikidata = "https://www.wikidata.org/wiki/Q900001"

[[actor.office]]
position = "foreign minister"
country = "Nordhaven"
from = "2020-02"

[[actor.office]]
position = "minister of finance"
country = "Norway"
from = "2016"
to = "2020-02-01"

[[actor]]
name = "Oleh Marchenko"
"#,
        expect![[r#"
            Q900001 Ingrid Halvorsen = Inga Halvorsen
              foreign minister · Nordhaven · 2020-02 to ?
              minister of finance · NO · 2016 to 2020-02-01
            - Oleh Marchenko
        "#]],
    );
}

#[test]
fn a_table_has_a_line_for_each_office() {
    check(
        AdditionsFormat::Csv,
        "\u{feff}Name,wikidata,aliases,position,country,from,to\n\
         Ann Lee,Q900001,\"A. Lee; Annie Lee\",mayor of Lysk,GB,2019-01-01,2020-01-01\n\
         Ann Lee,Q900001,,governor of Orsa,the UK,2021,\n\
         Bo Ek,,,,,,\n",
        expect![[r#"
            Q900001 Ann Lee = A. Lee = Annie Lee
              mayor of Lysk · GB · 2019-01-01 to 2020-01-01
              governor of Orsa · GB · 2021 to ?
            - Bo Ek
        "#]],
    );
}

#[test]
fn a_term_of_everypolitician() {
    check(
        AdditionsFormat::Csv,
        "id,name,sort_name,email,twitter,facebook,group,group_id,area_id,area,chamber,term,start_date,end_date,image,gender,wikidata\n\
         7,Ann Lee,\"Lee, Ann\",,,,Reds,r,,Lysk,House of Orsa,4,2019-01-01,,,female,Q900001\n\
         8,Ann Lee,\"Lee, Ann\",,,,Blues,b,,Orsa,House of Orsa,4,,,,female,\n",
        expect![[r#"
            Q900001 Ann Lee
              member of the House of Orsa · - · 2019-01-01 to ?
            - Ann Lee
              member of the House of Orsa · - · ? to ?
        "#]],
    );
}

#[test]
fn popolo_with_memberships() {
    check(
        AdditionsFormat::Popolo,
        r#"{
  "persons": [
    {"id": "p1", "name": "Ann Lee", "other_names": [{"name": "Annie Lee", "lang": "en"}],
     "identifiers": [{"scheme": "viaf", "identifier": "1"}, {"scheme": "wikidata", "identifier": "Q900001"}]},
    {"id": "p2", "name": "Bo Ek"}
  ],
  "organizations": [{"id": "o1", "name": "House of Orsa"}],
  "posts": [{"id": "t1", "label": "speaker of the house"}],
  "memberships": [
    {"person_id": "p1", "role": "member", "organization_id": "o1", "legislative_period_id": "term/4"},
    {"person_id": "p1", "post_id": "t1", "start_date": "2019-02-03"},
    {"person_id": "p3", "role": "nobody"}
  ],
  "events": [{"id": "term/4", "start_date": "2018", "end_date": "2022"}]
}"#,
        expect![[r#"
            Q900001 Ann Lee = Annie Lee
              member of the House of Orsa · - · 2018 to 2022
              speaker of the house · - · 2019-02-03 to ?
            - Bo Ek
        "#]],
    );
    check(
        AdditionsFormat::Popolo,
        r#"[{"name": "Bo Ek"}]"#,
        expect![[r#"
        - Bo Ek
    "#]],
    );
}

#[test]
fn what_is_wrong_is_told_with_its_line() {
    use AdditionsFormat::{Csv, Popolo, Toml};
    for (format, text, message) in [
        (Toml, "", "it names nobody; write [[actor]] and below it name = \"…\""),
        (Toml, "[[actor]]\n\nname = \"\"\n", "line 3: an actor without a name; give it one"),
        (
            Toml,
            "[[actor]]\nname = \"A B\"\nwikidata = \"58217\"",
            "line 3: \"58217\" is no Wikidata item; write Q and its number, or leave it out",
        ),
        (
            Toml,
            "[[actor]]\nname = \"A B\"\n[[actor.office]]\nposition = \"x\"\nfrom = \"May\"",
            "line 5: \"May\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY",
        ),
        (
            Toml,
            "[[actor]]\nname = \"A B\"\n[[actor.office]]\nposition = \"x\"\nfrom = \"2020\"\nto = \"2019\"",
            "line 6: an office from 2020 to 2019 ends before it begins; change the dates",
        ),
        (Csv, "who,what\na,b\n", "line 1: there is no column \"name\"; name the columns in the first line"),
        (Csv, "name,from\n", "it names nobody; write a line for each office below the names of the columns"),
        (
            Csv,
            "name,wikidata\nA B,Q1\nC D,Q2,Q3\n",
            "line 3: 3 values for 2 columns; put a value with a comma in quotation marks",
        ),
        (
            Csv,
            "name,position,from\nA B,x,2019\nC D,x,19\n",
            "line 3: \"19\" is no date; write YYYY-MM-DD, YYYY-MM or YYYY",
        ),
        (Popolo, "{}", "it names nobody; it needs \"persons\", each with a \"name\""),
        (
            Popolo,
            "{\"persons\": [\n{\"name\": \"A B\", \"identifiers\": [\n{\"scheme\": \"wikidata\", \"identifier\": \"x\"}]}]}",
            "line 3: \"x\" is no Wikidata item; write Q and its number, or leave it out",
        ),
    ] {
        assert_eq!(Additions::parse(format, text).unwrap_err().to_string(), message, "{text}");
    }
    // What the parsers say is theirs, but the line is there.
    for (format, text, line) in [
        (Toml, "[[actor]]\nname = \"A B\"\nnames = 1", 3),
        (Toml, "[[actor]]\nname = A B", 2),
        (Popolo, "{\"persons\":\n [}", 2),
    ] {
        let error = Additions::parse(format, text).unwrap_err();
        assert!(matches!(error, AdditionsError::Malformed { line: at, .. } if at == line), "{error}");
    }
}

#[test]
fn the_ending_tells_the_format() {
    for (name, format) in [
        ("a.toml", AdditionsFormat::Toml),
        ("b/A.CSV", AdditionsFormat::Csv),
        ("a.json", AdditionsFormat::Popolo),
    ] {
        assert_eq!(AdditionsFormat::of(Path::new(name)), Ok(format), "{name}");
    }
    for name in ["a", "a.txt", "toml"] {
        assert_eq!(AdditionsFormat::of(Path::new(name)), Err(AdditionsError::UnknownFormat), "{name}");
    }
}

#[test]
fn of_two_files_the_people_with_one_item_are_one() {
    let read = |text| Additions::parse(AdditionsFormat::Toml, text).unwrap();
    let mut all = read("[[actor]]\nname = \"Ann Lee\"\nwikidata = \"Q900001\"");
    all.merge(read("[[actor]]\nname = \"Annie Lee\"\nwikidata = \"Q900001\"\n[[actor]]\nname = \"Ann Lee\""));
    let shown: String = all.people().map(render).collect();
    assert_eq!(shown, "Q900001 Ann Lee = Annie Lee\n- Ann Lee\n");
    let named = |name: &str| all.named(&key::of_name(name)).count();
    assert_eq!([named("ANN LEE"), named("Annie Lee"), named("Lee"), named("Bo Lee")], [2, 1, 0, 0]);
}
