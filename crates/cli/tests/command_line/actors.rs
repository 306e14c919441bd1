//! Who people are: `actors lookup`, and the users' own people with `--actors`.

use expect_test::expect;
use serde_json::Value;

use super::{Folder, code, err, out, run};

const MINISTERS: &str = "\
[[actor]]
name = \"Ingrid Halvorsen\"
aliases = [\"Inga Halvorsen\"]
wikidata = \"Q900001\"

[[actor.office]]
position = \"foreign minister\"
country = \"NO\"
from = \"2020-02-01\"
";

/// A page in which the one speaker is named and the other is not, with something in its head.
fn page(head: &str) -> String {
    format!(
        "<html><head><title>Ministers meet in Sochi</title>{head}</head><body><article><h1>Ministers meet in Sochi</h1>\
         <p>SOCHI, Russia — The two countries have agreed on little else this year, but they agreed to meet again.</p>\
         <p>The Russian foreign minister said on Tuesday that the talks had been frank and useful. “We are ready to go \
         on at any time,” he told reporters.</p>\
         <p>“Nobody asked us,” said U.S. Secretary of State Mike Pompeo, who arrived from Brussels.</p></article></body></html>"
    )
}

/// "name → item" of each actor in the JSON lines.
fn identities(jsonl: &str) -> Vec<String> {
    let documents = jsonl.lines().map(|line| serde_json::from_str::<Value>(line).unwrap());
    let actors = documents.flat_map(|document| document["actors"].as_array().unwrap().clone());
    actors.map(|actor| format!("{} → {}", actor["name"].as_str().unwrap(), actor["wikidata"])).collect()
}

#[test]
fn lookup_tells_exit_codes_as_grep_does() {
    let folder = Folder::new(&[("mine.toml", MINISTERS), ("bad.toml", "[[actor]]\n\nwikidata = \"x\"\n")]);
    for (arguments, expected) in [
        ("actors lookup Sergey Lavrov", 0),
        ("actors lookup sergey LAVROV --on 2019-05-14", 0),
        ("actors lookup Russian foreign minister --on 2019-05-14", 0),
        ("actors lookup the Kremlin", 0),
        ("actors lookup Ingrid Halvorsen", 1),
        ("actors lookup Ingrid Halvorsen --actors mine.toml", 0),
        ("actors lookup Halvorsen --actors mine.toml", 0),
        ("actors lookup Russian foreign minister", 1),
        ("actors lookup Nordhaven foreign minister --on 2019-05-14", 1),
        ("actors lookup deputy Russian foreign minister --on 2019-05-14", 1),
        ("actors lookup Sergey Lavrov --on 1950", 1),
        ("actors lookup ---", 2),
        ("actors lookup", 2),
        ("actors", 2),
        ("actors lookup Lavrov --on May", 2),
        ("actors lookup Lavrov --actors missing.toml", 2),
        ("actors lookup Lavrov --actors bad.toml", 2),
        ("read page.txt --actors missing.toml", 2),
    ] {
        let output = run(&folder, arguments);
        assert_eq!(code(&output), expected, "onrecord {arguments}: {}", err(&output));
        assert_eq!(out(&output).is_empty(), expected != 0, "onrecord {arguments}");
    }
}

#[test]
fn a_line_of_json_for_each() {
    let folder = Folder::new(&[("mine.toml", MINISTERS)]);
    let line = |arguments: &str| out(&run(&folder, &format!("actors lookup {arguments}"))).to_owned();
    expect![[r#"
        {"onrecord":1,"kind":"person","name":"Sergey Lavrov","wikidata":"Q58217","aliases":["Sergei Lavrov"],"code":null,"by":null,"offices":[{"position":"Minister of Foreign Affairs","jurisdiction":"RU","country":"Russia","from":"2004-03-09","to":null},{"position":"Permanent Representative to the United Nations","jurisdiction":"RU","country":"Russia","from":"1994-09-22","to":"2004-07-12"}],"added":false}
    "#]]
    .assert_eq(&line("Sergey Lavrov"));
    expect![[r#"
        {"onrecord":1,"kind":"person","name":"Ingrid Halvorsen","wikidata":"Q900001","aliases":["Inga Halvorsen"],"code":null,"by":null,"offices":[{"position":"foreign minister","jurisdiction":"NO","country":"Norway","from":"2020-02-01","to":null}],"added":true}
    "#]]
    .assert_eq(&line("Norwegian foreign minister --on 2021-02-11 --actors mine.toml"));
    expect![[r#"
        {"onrecord":1,"kind":"state","name":"Russia","wikidata":"Q159","aliases":[],"code":"RU","by":"metonym","offices":[],"added":false}
    "#]]
    .assert_eq(&line("the Kremlin"));
}

#[test]
fn a_report_for_people() {
    let folder = Folder::new(&[]);
    expect![[r#"
        Mike Pompeo · Q473239
          Secretary of State · United States · 2018-04-26 to 2021-01-20
    "#]]
    .assert_eq(out(&run(&folder, "actors lookup U.S. secretary of state --on 2019-05-14 -f report")));
}

#[test]
fn a_file_of_actors_that_is_wrong_is_told_with_its_line() {
    let folder = Folder::new(&[
        ("a.toml", "[[actor]]\nname = \"A B\"\nwikidata = \"58217\"\n"),
        ("a.csv", "name,from\nA B,2019\nC D\n"),
        ("a.json", "{\"persons\":\n}"),
        ("a.xls", "?"),
        ("spoken.txt", super::SPOKEN),
    ]);
    for (file, message) in [
        (
            "a.toml",
            "a.toml: line 3: \"58217\" is no Wikidata item; write Q and its number, or leave it out\n",
        ),
        ("a.csv", "a.csv: line 3: 1 values for 2 columns; put a value with a comma in quotation marks\n"),
        ("a.json", "a.json: line 2: expected value at line 2 column 1; correct it\n"),
        ("a.xls", "a.xls: its ending tells no format of actors; name it .toml, .csv or .json\n"),
        ("b.toml", "b.toml: there is no such file; check the name\n"),
    ] {
        for command in ["actors lookup X", "read spoken.txt", "html spoken.txt"] {
            let output = run(&folder, &format!("{command} --actors {file}"));
            assert_eq!(err(&output), format!("onrecord: {message}"), "{command}");
            assert_eq!((code(&output), out(&output)), (2, ""), "{command}");
        }
    }
}

#[test]
fn the_users_people_are_known_in_pages() {
    let folder = Folder::new(&[("mine.toml", MINISTERS), ("spoken.txt", super::SPOKEN)]);
    let read = |arguments: &str| identities(out(&run(&folder, arguments)));
    assert_eq!(read("read spoken.txt"), ["Ingrid Halvorsen → null", "Oleh Marchenko → null"]);
    assert_eq!(
        read("read spoken.txt --actors mine.toml"),
        ["Ingrid Halvorsen → \"Q900001\"", "Oleh Marchenko → null"]
    );
    let report = run(&folder, "read spoken.txt --actors mine.toml -f report");
    assert!(out(&report).contains("Ingrid Halvorsen · Q900001 · "), "{}", out(&report));
}

#[test]
fn an_office_means_its_holder_on_the_day_of_the_article() {
    let day = |published: &str| {
        page(&format!("<meta property=\"article:published_time\" content=\"{published}\">"))
    };
    let folder = Folder::new(&[
        ("2019.html", &day("2019-05-14T10:00:00Z")),
        ("1999.html", &day("1999-05-14")),
        ("undated.html", &page("")),
    ]);
    let read = |arguments: &str| identities(out(&run(&folder, arguments)));
    for (page, expected) in [
        ("2019.html", ["Russian foreign minister → \"Q58217\"", "Mike Pompeo → \"Q473239\""]),
        ("1999.html", ["Russian foreign minister → \"Q378027\"", "Mike Pompeo → null"]),
        ("undated.html", ["Russian foreign minister → null", "Mike Pompeo → \"Q473239\""]),
    ] {
        let found = read(&format!("read {page}"));
        assert!(expected.iter().all(|actor| found.iter().any(|found| found == actor)), "{page}: {found:?}");
    }
    let report = run(&folder, "read 2019.html -f report");
    assert!(out(&report).contains("Russian foreign minister · Q58217 Sergey Lavrov · "), "{}", out(&report));
}
