//! Bare offices: of the country that the story, its paragraph or its sentence is set in, and of nobody who holds another.

use super::*;

const DAY: Option<&str> = Some("2019-05-14");

#[test]
fn an_office_that_nobody_in_the_story_holds_is_of_where_it_is_set() {
    check_on(
        DAY,
        "PARIS (Agency) - France will wait, officials said. Olaf Scholz came. [S:The foreign minister] [C:said] [Q:no].",
        expect![[r#"
            The foreign minister → foreign minister = Jean-Yves Le Drian
        "#]],
    );
    // Another country is spoken of more often, the place is no capital, no day is known.
    for (day, text) in [
        (DAY, "PARIS (Agency) - Germany and the German army wait. [S:The foreign minister] [C:said] [Q:no]."),
        (DAY, "LYON (Agency) - France will wait. [S:The foreign minister] [C:said] [Q:no]."),
        (None, "PARIS (Agency) - France will wait. [S:The foreign minister] [C:said] [Q:no]."),
    ] {
        check_on(
            day,
            text,
            expect![[r#"
                The foreign minister → foreign minister
            "#]],
        );
    }
    check_on(
        DAY,
        "PARIS (Agency) - Paris and France wait. [S:The foreign minister] [C:said] [Q:no]. Jeremy Hunt left.",
        expect![[r#"
            The foreign minister → foreign minister = Jean-Yves Le Drian
        "#]],
    );
}

#[test]
fn clubs_have_presidents_and_universities_chancellors() {
    for (text, expected) in [
        (
            "PARIS (Agency) - France's champions lost. Nasser Roe, the president of the club, came. [S:The president] [C:said] [Q:no].",
            "",
        ),
        ("PARIS (Agency) - France's champions lost. [S:The president] [C:said] [Q:no].", "president"),
        (
            "LONDON (Agency) - A British university will close. [S:The chancellor] [C:said] [Q:no]. The government waits.",
            "chancellor",
        ),
        (
            "LONDON (Agency) - The British government waits. [S:The chancellor] [C:said] [Q:no].",
            "chancellor = Philip Hammond",
        ),
    ] {
        let (mut article, attributions) = read(text);
        article.metadata.published = DAY.map(str::to_owned);
        let found = resolve(&Story::new(&article), &attributions, &World::embedded());
        let names: Vec<String> = found.of[0]
            .iter()
            .map(|id| {
                let actor = &found.actors[id.0 as usize];
                actor
                    .known_as
                    .as_ref()
                    .map_or(actor.name.clone(), |known| format!("{} = {known}", actor.name))
            })
            .collect();
        assert_eq!(names.join(" + "), expected, "{text}");
    }
}

#[test]
fn offices_with_a_complement_that_any_country_has() {
    check_on(
        DAY,
        "In Washington, [S:the secretary of state] [C:said] [Q:no]. In Ottawa, [S1:the leader of the opposition] [C1:said] [Q1:no].",
        expect![[r#"
            the secretary of state → secretary of state = Mike Pompeo
            the leader of the opposition → leader of the opposition
        "#]],
    );
    check_on(
        DAY,
        "In Columbus, [S:the secretary of state] [C:said] [Q:no]. In London, [S1:the secretary of the club] [C1:said] [Q1:no].",
        expect![[r#"
            the secretary of state → secretary of state
            the secretary of the club → secretary of the club
        "#]],
    );
}

#[test]
fn who_holds_an_office_is_not_the_former_or_the_acting_one() {
    check_on(
        DAY,
        "Theresa May of Britain came. [S:The former premier] [C:said] [Q:no]. [S1:The acting prime minister] [C1:said] [Q1:no]. [S2:The premier] [C2:said] [Q2:no].",
        expect![[r#"
            The former premier → -
            The acting prime minister → -
            The premier → Theresa May
        "#]],
    );
    check_on(
        DAY,
        "President Ann Roe came. [S:The acting president] [C:said] [Q:no]. [S1:The president] [C1:said] [Q1:no].",
        expect![[r#"
            The acting president → -
            The president → Ann Roe
        "#]],
    );
}

#[test]
fn of_two_who_lead_one_is_the_leader() {
    check_on(
        Some("2017-03-12"),
        "Binali Yildirim, the Turkish prime minister, came. [S:The Turkish leader] [C:said] [Q:no].",
        expect![[r#"
            The Turkish leader → Turkish leader = Recep Tayyip Erdoğan
        "#]],
    );
    check_on(
        Some("2018-07-16"),
        "Donald Trump met Vladimir Putin, the Russian president, in the United States. Mike Pompeo came. [S:The two leaders] [C:said] [Q:no].",
        expect![[r#"
            The two leaders → Donald Trump + Vladimir Putin
        "#]],
    );
    check_on(
        DAY,
        "Theresa May of Britain came. [S:Scotland's first minister] [C:said] [Q:no]. [S1:Britain's prime minister] [C1:said] [Q1:no].",
        expect![[r#"
            Scotland's first minister → Scotland's first minister = Nicola Sturgeon
            Britain's prime minister → Theresa May
        "#]],
    );
}

#[test]
fn an_office_of_a_body_or_chamber_is_nobody_spoken_of_before() {
    check(
        "Anna Roe came. She spoke long.
 [S:The chairwoman of the African Union Commission] [C:said] [Q:no]. [S1:The speaker of parliament] [C1:said] [Q1:so].",
        expect![[r#"
            The chairwoman of the African Union Commission → -
            The speaker of parliament → -
        "#]],
    );
    check_on(
        DAY,
        "Anna Roe, a spokeswoman, came. She spoke long. [S:Brazil's vice-president] [C:said] [Q:no].",
        expect![[r#"
            Brazil's vice-president → Brazil's vice-president = Hamilton Mourão
        "#]],
    );
    check(
        "Anna Roe came. She met her husband. [S:The incumbent] [C:said] [Q:no].",
        expect![[r#"
            The incumbent → -
        "#]],
    );
    check(
        "Anna Roe came. Wang said so. [S:The councillor] [C:said] [Q:no].",
        expect![[r#"
            The councillor → -
        "#]],
    );
}

#[test]
fn spokesmen_who_are_known_by_their_office() {
    check_on(
        Some("2016-05-12"),
        "In Washington, Josh Earnest came. [S:The White House spokesman] [C:said] [Q:no].",
        expect![[r#"
            The White House spokesman → Josh Earnest
        "#]],
    );
    check_on(
        DAY,
        "[S:The Kremlin's spokesman] [C:said] [Q:no]. [S1:A Kremlin spokesman] [C1:said] [Q1:no].",
        expect![[r#"
            The Kremlin's spokesman → Kremlin's spokesman = Dmitry Peskov
            A Kremlin spokesman → Kremlin
        "#]],
    );
    check_on(
        Some("2023-10-05"),
        "[S:The Senate majority leader] [C:said] [Q:no]. [S1:The house speaker of Ohio] [C1:said] [Q1:no].",
        expect![[r#"
            The Senate majority leader → Senate majority leader = Chuck Schumer
            The house speaker of Ohio → house speaker of Ohio
        "#]],
    );
}

#[test]
fn surnames_may_stand_first() {
    check_on(
        Some("2020-09-17"),
        "Suga Yoshihide, Japan's new prime minister, came. [S:The South Korean president] [C:said] [Q:no]. [S1:The premier] [C1:said] [Q1:no].",
        expect![[r#"
            The South Korean president → South Korean president = Moon Jae-in
            The premier → Suga Yoshihide
        "#]],
    );
}
