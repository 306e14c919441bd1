//! The report held to its exact text, line breaks and styles.

use expect_test::{Expect, expect};
use onrecord_engine::ReadArticle;
use unicode_width::UnicodeWidthStr;

use super::super::fixture;
use super::*;

#[track_caller]
fn check(read: &ReadArticle, width: usize, expected: &Expect) {
    let report = render(read, &Palette::default(), width);
    expected.assert_eq(&report);
    for line in report.lines() {
        assert!(line.width() <= width, "too wide: {line}");
        assert_eq!(line, line.trim_end(), "space at the end: {line}");
    }
}

#[test]
fn who_said_what() {
    check(
        &fixture::spar(),
        80,
        &expect![[r#"
            Ministers Spar on Orsa
            Eastwatch Notes · 11 February 2021, 18:42 UTC · by Dana Whitlock
            spar.html

            Ingrid Halvorsen · foreign minister · 2 statements
               1  “We do not seek a quarrel,” … “but we will not be silent.”
                  Ingrid Halvorsen said · direct · paragraph 1
               2  that troops had crossed the border
                  She and Oleh Marchenko denied · indirect · paragraph 2 · with Oleh
                  Marchenko

            Oleh Marchenko · 2 statements
               2  that troops had crossed the border
                  She and Oleh Marchenko denied · indirect · paragraph 2 · with Ingrid
                  Halvorsen
               3  “The president told me he would wait 😀,”
                  Marchenko told reporters · direct · paragraph 3

            Speaker unknown · 2 statements
               4  he would wait 😀
                  The president told · indirect · paragraph 3 · quoted within no. 3
               5  “Nobody has forgotten.”
                  direct · paragraph 4

            Who stands where
                                              Ingrid Halvorsen        Oleh Marchenko
              answer on Orsa                  + for 1                 − against 1
              troops at the border            − against 1             − against 2
              quarrel between the neighbours  ○ neutral 1             ·
              + for, − against, ± both, ○ neutral, ? unclear, · silent; how many statements.

            Where they differ
              answer on Orsa: Ingrid Halvorsen and Oleh Marchenko · by their stances
                  Ingrid Halvorsen said: “We do not seek a quarrel,” … “but we will not be
                    silent.” [1]
                  Oleh Marchenko told reporters: “The president told me he would wait 😀,”
                    [3]

            Where they agree
              troops at the border: Ingrid Halvorsen and Oleh Marchenko · said together
                  Both denied: that troops had crossed the border [2]

            5 statements, 3 by 2 speakers and 2 by unknown ones: 3 direct, 2 indirect.
            Left out as not part of the story: 2 passages (inserted link, comment form).
            Note: a quotation is opened but not closed (paragraphs 3 and 4)
        "#]],
    );
}

#[test]
fn a_narrow_terminal() {
    check(
        &fixture::spar(),
        34,
        &expect![[r#"
            Ministers Spar on Orsa
            Eastwatch Notes · 11 February
            2021, 18:42 UTC · by Dana Whitlock
            spar.html

            Ingrid Halvorsen
            foreign minister · 2 statements
               1  “We do not seek a quarrel,”
                  … “but we will not be
                  silent.”
                  Ingrid Halvorsen said ·
                  direct · paragraph 1
               2  that troops had crossed the
                  border
                  She and Oleh Marchenko
                  denied · indirect ·
                  paragraph 2 · with Oleh
                  Marchenko

            Oleh Marchenko · 2 statements
               2  that troops had crossed the
                  border
                  She and Oleh Marchenko
                  denied · indirect ·
                  paragraph 2 · with Ingrid
                  Halvorsen
               3  “The president told me he
                  would wait 😀,”
                  Marchenko told reporters ·
                  direct · paragraph 3

            Speaker unknown · 2 statements
               4  he would wait 😀
                  The president told ·
                  indirect · paragraph 3 ·
                  quoted within no. 3
               5  “Nobody has forgotten.”
                  direct · paragraph 4

            Who stands where
              answer on Orsa
                Ingrid Halvorsen: + for 1
                Oleh Marchenko: − against 1
              troops at the border
                Ingrid Halvorsen: − against 1
                Oleh Marchenko: − against 2
              quarrel between the neighbours
                Ingrid Halvorsen: ○ neutral 1
              + for, − against, ± both, ○
              neutral, ? unclear, · silent;
              how many statements.

            Where they differ
              answer on Orsa: Ingrid Halvorsen
                  and Oleh Marchenko · by
                  their stances
                  Ingrid Halvorsen said: “We
                    do not seek a quarrel,” …
                    “but we will not be
                    silent.” [1]
                  Oleh Marchenko told
                    reporters: “The president
                    told me he would wait 😀,”
                    [3]

            Where they agree
              troops at the border: Ingrid
                  Halvorsen and Oleh Marchenko
                  · said together
                  Both denied: that troops had
                    crossed the border [2]

            5 statements, 3 by 2 speakers and
            2 by unknown ones: 3 direct, 2
            indirect.
            Left out as not part of the story:
            2 passages (inserted link, comment
            form).
            Note: a quotation is opened but
                  not closed (paragraphs 3 and
                  4)
        "#]],
    );
}

#[test]
fn who_stands_where_in_every_width() {
    let stand = |width: usize| {
        let report = render(&fixture::crowd(), &Palette::default(), width);
        for line in report.lines() {
            assert!(line.width() <= width && line == line.trim_end(), "{width}: {line}");
        }
        report[report.find("Who stands where").unwrap()..].to_owned()
    };
    for width in NARROWEST..=WIDEST {
        stand(width);
        render(&fixture::spar(), &Palette::default(), width)
            .lines()
            .for_each(|line| assert!(line.width() <= width, "{width}: {line}"));
    }
    let until = |words: &str, width: usize| {
        let report = stand(width);
        report[..report.find(words).unwrap()].to_owned()
    };
    expect![[r#"
        Who stands where
                                                        Ada Lind     Ben Okafor   Cleo Marsh   Dov Adler
          a <b>toll</b> on the bridges of the old town  ± both 2     − against 1  + for 1      − against 1
          + for, − against, ± both, ○ neutral, ? unclear, · silent; how many statements. 2 speakers not
          shown.

        Where they differ
          a <b>toll</b> on the bridges of the old town: Ada Lind and Ben Okafor · one denies it
              Ada Lind denied: it [7]
              Ben Okafor said: so [2]
          a <b>toll</b> on the bridges of the old town: Ada Lind and Ben Okafor · one denies it
              Ada Lind denied: it [7]
              Ben Okafor said: so [2]
          a <b>toll</b> on the bridges of the old town: Ada Lind and Ben Okafor · one denies it
              Ada Lind denied: it [7]
              Ben Okafor said: so [2]
          a <b>toll</b> on the bridges of the old town: Ada Lind and Ben Okafor · one denies it
              Ada Lind denied: it [7]
              Ben Okafor said: so [2]
          a <b>toll</b> on the bridges of the old town: Ada Lind and Ben Okafor · one denies it
              Ada Lind denied: it [7]
              Ben Okafor said: so [2]
          a <b>toll</b> on the bridges of the old town: Ada Lind and Ben Okafor · one denies it
              Ada Lind denied: it [7]
              Ben Okafor said: so [2]
          and 2 more; -f jsonl has all.

        7 statements by 6 speakers: 7 indirect.
    "#]]
    .assert_eq(&stand(100));
    expect![[r#"
        Who stands where
          a <b>toll</b> on the bridges of the old town
            Ada Lind: ± both 2
            Ben Okafor: − against 1
            Cleo Marsh: + for 1
            Dov Adler: − against 1
          + for, − against, ± both, ○ neutral, ? unclear, · silent; how
          many statements. 2 speakers not shown.

    "#]]
    .assert_eq(&until("Where they differ", 64));
    expect![[r#"
        Who stands where
          a <b>toll</b> on the bridges
          of the old town
            Ada Lind: ± both 2
            Ben Okafor: − against 1
            Cleo Marsh: + for 1
            Dov Adler: − against 1
          + for, − against, ± both, ○
          neutral, ? unclear, ·
          silent; how many statements.
          2 speakers not shown.

    "#]]
    .assert_eq(&until("Where they differ", 30));
}

#[test]
fn nothing_said() {
    check(
        &fixture::silent(),
        80,
        &expect![[r#"
        rain.txt

        No statements found.
    "#]],
    );
}

#[test]
fn a_page_cannot_act_on_the_terminal() {
    check(
        &fixture::hostile(),
        80,
        &expect![[r#"
            </title><img src=x onerror=alert(1)>␛]0;owned␇
            "><script> · yesterday · by @SUM(A1)
            <evil>.html

            =HYPERLINK(1) · <b>role</b> · 1 statement
               1  <script>alert(1)</script> & ␛[31m⟨U+202E⟩“red”</mark>
                  =HYPERLINK(1) said · mixed · paragraph 1

            1 statement by 1 speaker: 1 mixed.
        "#]],
    );
}

#[test]
fn styles_close_on_each_line_and_change_no_word() {
    let coloured = render(&fixture::spar(), &Palette::coloured(), 34);
    let plain = anstream::adapter::strip_str(&coloured).to_string();
    assert_eq!(plain, render(&fixture::spar(), &Palette::default(), 34));
    for line in coloured.lines().filter(|line| line.contains('\u{1b}')) {
        assert!(line.rfind("\u{1b}[0m") >= line.rfind('\u{1b}'), "still on at the end: {line:?}");
    }
    expect![[r#"
        "\u{1b}[1m\u{1b}[4mMinisters Spar on Orsa\u{1b}[0m"
        "Eastwatch Notes · 11 February"
        "2021, 18:42 UTC · by Dana Whitlock"
        "\u{1b}[2mspar.html\u{1b}[0m"
        ""
        "\u{1b}[1m\u{1b}[36mIngrid Halvorsen\u{1b}[0m"
        "\u{1b}[2mforeign minister · 2 statements\u{1b}[0m"
    "#]]
    .assert_eq(&coloured.lines().take(7).map(|line| format!("{line:?}\n")).collect::<String>());
}

#[test]
fn who_is_known_has_an_item() {
    check(
        &fixture::known(),
        80,
        &expect![[r#"
            known.txt

            Anna Berg · secretary of state · Q900001 · 2 statements
               1  it rained
                  Anna Berg said · indirect · paragraph 1
               3  so
                  Bo Ek and Berg hoped · indirect · paragraph 2 · with Bo Ek

            Russian foreign minister · Q58217 Sergey Lavrov · 1 statement
               2  it
                  The Russian foreign minister denied · indirect · paragraph 1

            Bo Ek · 1 statement
               3  so
                  Bo Ek and Berg hoped · indirect · paragraph 2 · with Anna Berg

            3 statements by 3 speakers: 3 indirect.
        "#]],
    );
}

#[test]
fn who_they_are_and_why() {
    for read in [fixture::spar(), fixture::hostile(), fixture::silent()] {
        let report = who::render(&read, &Palette::default(), 60);
        assert!(report.lines().all(|line| line.width() <= 60 && line == line.trim_end()), "{report}");
        assert!(!report.contains(['\u{1b}', '\u{202e}']));
    }
    expect![[r#"
        Ministers Spar on Orsa
        Eastwatch Notes · 11 February 2021, 18:42 UTC · by Dana Whitlock
        spar.html

        Ingrid Halvorsen
        person · foreign minister
        Mentioned as “Ingrid Halvorsen” (paragraph 1).
           1  “Ingrid Halvorsen” (full name, paragraph 1) · 99 %
           2  “She” (pronoun, paragraph 2) → “Ingrid Halvorsen” (full name, paragraph 1)
              · 95 %

        Oleh Marchenko
        person
        Mentioned as “Oleh Marchenko” (paragraph 2).
           2  “Oleh Marchenko” (full name, paragraph 2) · 99 %
           3  “Marchenko” (part of the name, paragraph 3) → “Oleh Marchenko” (full name,
              paragraph 2) · 97 %

        Speaker unknown
           4  “The president” · paragraph 3
           5  no source · paragraph 4

        2 speakers; of 5 statements 3 have one.
    "#]]
    .assert_eq(&who::render(&fixture::spar(), &Palette::default(), 80));
}

#[test]
fn camps_are_told_once() {
    let report = render(&fixture::camps(), &Palette::default(), 80);
    expect![[r#"
        Where they differ
          tolls · by their stances
              for
                Ada Lind said: the tolls are fair [1]
                Cleo Marsh said: the tolls work [3]
              against
                Ben Okafor said: the tolls must go [2]

        3 statements by 3 speakers: 3 indirect.
    "#]]
    .assert_eq(&report[report.find("Where they differ").unwrap()..]);
}
