//! The gazetteer: who holds which office on the day of an article; without the day nothing is learnt of it.

use super::*;

const DAY: Option<&str> = Some("2019-05-14");

#[test]
fn an_office_of_another_country_is_nobody_of_this_one() {
    check_on(
        DAY,
        "Secretary of State Mike Pompeo came. [S:The Russian foreign minister] [C:hoped] [Q:so]. [S1:He] [C1:said] [Q1:no]. [S2:Both ministers] [C2:said] [Q2:yes].",
        expect![[r#"
            The Russian foreign minister → Russian foreign minister = Sergey Lavrov
            He → Russian foreign minister = Sergey Lavrov
            Both ministers → Mike Pompeo + Russian foreign minister = Sergey Lavrov
        "#]],
    );
    check_on(
        None,
        "Secretary of State Mike Pompeo came. [S:The Russian foreign minister] [C:hoped] [Q:so].",
        expect![[r#"
            The Russian foreign minister → Russian foreign minister
        "#]],
    );
    check_on(
        DAY,
        "[S:Carles Puigdemont] [C:said] [Q:no]. [S1:The Spanish foreign minister] [C1:said] [Q1:yes].",
        expect![[r#"
            Carles Puigdemont → Carles Puigdemont
            The Spanish foreign minister → Spanish foreign minister = Josep Borrell
        "#]],
    );
    check_on(
        DAY,
        "Estrova's Marko Lind came. [S:The Estrovan foreign minister] [C:said] [Q:no].",
        expect![[r#"
            The Estrovan foreign minister → Marko Lind
        "#]],
    );
}

#[test]
fn who_holds_an_office_on_the_day_is_meant_by_it() {
    check_on(
        DAY,
        "Emmanuel Macron came. [S:The French president] [C:said] [Q:no]. [S1:The foreign secretary] [C1:said] [Q1:yes]. Jeremy Hunt left.",
        expect![[r#"
            The French president → Emmanuel Macron
            The foreign secretary → Jeremy Hunt
        "#]],
    );
    check_on(
        DAY,
        "Abe was in Tokyo. [S:Japan's prime minister] [C:said] [Q:no].",
        expect![[r#"
            Japan's prime minister → Abe
        "#]],
    );
    check_on(
        DAY,
        "[S:The Kremlin leader] [C:said] [Q:no]. Putin left. [S1:The Turkish leader] [C1:said] [Q1:no].",
        expect![[r#"
            The Kremlin leader → Putin
            The Turkish leader → Turkish leader = Recep Tayyip Erdoğan
        "#]],
    );
    check_on(
        None,
        "Emmanuel Macron came. [S:The Russian president] [C:said] [Q:no].",
        expect![[r#"
            The Russian president → Russian president
        "#]],
    );
    check_on(
        DAY,
        "Angela Merkel came. [S:The French president] [C:said] [Q:no]. [S1:The chancellor] [C1:said] [Q1:yes].",
        expect![[r#"
            The French president → French president = Emmanuel Macron
            The chancellor → Angela Merkel
        "#]],
    );
}

#[test]
fn a_counterpart_holds_what_the_other_one_does() {
    check_on(
        DAY,
        "Jeremy Hunt, the British foreign secretary, came. [S:His Russian counterpart] [C:said] [Q:no].",
        expect![[r#"
            His Russian counterpart → Russian counterpart = Sergey Lavrov
        "#]],
    );
    check_on(
        DAY,
        "Sergey Lavrov, the Russian foreign minister, came. [S:His American counterpart] [C:said] [Q:no]. [S1:Pompeo] [C1:left].",
        expect![[r#"
            Pompeo → Pompeo
            His American counterpart → Pompeo
        "#]],
    );
    check_on(
        None,
        "Jeremy Hunt, the British foreign secretary, came. [S:His Russian counterpart] [C:said] [Q:no].",
        expect![[r#"
            His Russian counterpart → -
        "#]],
    );
    check_on(
        DAY,
        "Taro Kono, the Japanese foreign minister, came. [S:His South Korean counterpart] [C:said] [Q:no].",
        expect![[r#"
            His South Korean counterpart → South Korean counterpart = Kang Kyung-hwa
        "#]],
    );
}

#[test]
fn where_a_paragraph_opens_the_office_is_of_there() {
    check_on(
        DAY,
        "Imran Khan, Pakistan's prime minister, came.
 In London, few sat still. [S:The prime minister] [C:said] [Q:no].",
        expect![[r#"
            The prime minister → prime minister = Theresa May
        "#]],
    );
    check_on(
        DAY,
        "Robert Mugabe stayed. London sent its minister for Africa. In Downing Street the mood was bad and [S:the prime minister] [C:said] [Q:no].",
        expect![[r#"
            the prime minister → prime minister = Theresa May
        "#]],
    );
    check_on(
        DAY,
        "In London, Angela Merkel met few. [S:The chancellor] [C:said] [Q:no].",
        expect![[r#"
            The chancellor → Angela Merkel
        "#]],
    );
}

#[test]
fn what_is_only_elected_or_another_rank_is_not_held() {
    check_on(
        DAY,
        "Donald Trump came. [S:The US president-elect] [C:said] [Q:no]. [S1:The Senate majority leader] [C1:said] [Q1:yes].",
        expect![[r#"
            The US president-elect → US president-elect
            The Senate majority leader → Senate majority leader
        "#]],
    );
    check_on(
        DAY,
        "Justin Trudeau came. [S:The leader of the opposition] [C:said] [Q:no].",
        expect![[r#"
            The leader of the opposition → -
        "#]],
    );
    check_on(
        DAY,
        "Wang Yi, a vice foreign minister, came. [S:The premier] [C:said] [Q:no].",
        expect![[r#"
            The premier → -
        "#]],
    );
}

#[test]
fn she_is_not_somebody_else_after_an_office_that_nobody_is_known_to_hold() {
    check_on(
        None,
        "Anna Roe came. Tom Brown saw her. [S:The managing director of the fund] [C:said] [Q:no]. [S1:She] [C1:said] [Q1:yes].",
        expect![[r#"
            The managing director of the fund → -
            She → -
        "#]],
    );
}

#[test]
fn where_somebody_speaks_is_not_who() {
    check(
        "In San Salvador, the president of El Salvador said so. [S:The president] [C:said] [Q:no].",
        expect![[r#"
            The president → president
        "#]],
    );
    check(
        "In Anna Roe, the president of the club, they had a friend. [S:The president] [C:said] [Q:no].",
        expect![[r#"
            The president → -
        "#]],
    );
}

#[test]
fn countries_of_two_words_and_of_whoever_serves_one() {
    check_on(
        DAY,
        "The president of Botswana, Ian Khama, came. [S:The South African president] [C:said] [Q:no].",
        expect![[r#"
            The South African president → South African president = Cyril Ramaphosa
        "#]],
    );
    check_on(
        DAY,
        "Angela Merkel, the German chancellor, came. The Greek finance minister, Euclid Tsakalotos, did not. [S:Her finance minister] [C:said] [Q:no].",
        expect![[r#"
            Her finance minister → Her finance minister
        "#]],
    );
    check_on(
        DAY,
        "Michel Barnier came. [S:The taoiseach] [C:said] [Q:no]. [S1:The New Jersey governor] [C1:said] [Q1:so].",
        expect![[r#"
            The taoiseach → taoiseach = Leo Varadkar
            The New Jersey governor → -
        "#]],
    );
}

#[test]
fn a_minister_heads_no_court() {
    check(
        "Joseph Lenku, the interior minister, came. [S:The prosecutor of the International Criminal Court] [C:said] [Q:no].",
        expect![[r#"
            The prosecutor of the International Criminal Court → -
        "#]],
    );
    check(
        "Joseph Lenku, the interior minister, came. [S:The head of the ministry] [C:said] [Q:no].",
        expect![[r#"
            The head of the ministry → Joseph Lenku
        "#]],
    );
}

#[test]
fn offices_in_capitals_have_what_they_are_of() {
    check(
        "[S:The Speaker of the House] [C:said] [Q:no]. [S1:The Speaker of the House of Commons] [C1:said] [Q1:so]. [S2:The Secretary of State] [C2:left].",
        expect![[r#"
            The Secretary of State → Secretary of State
            The Speaker of the House → Speaker of the House
            The Speaker of the House of Commons → Speaker of the House
        "#]],
    );
}
