//! What stands before a name: titles, roles, trades and what they are over.

use super::*;

#[test]
fn titles_of_many_kinds() {
    check(
        "[S:Dr. Jane Roe] [C:said] [Q:a]. [S1:Dr Roe] [C1:said] [Q1:b].
         [S:Sen. David Perdue (R-Ga.)] [C:said] [Q:c]. [S1:Perdue] [C1:said] [Q1:d].
         [S:Sir Keir Starmer] [C:said] [Q:e]. [S1:Sir Keir] [C1:said] [Q1:f].
         [S:Chief Justice John G. Roberts Jr.] [C:said] [Q:g]. [S1:Chief Justice Roberts] [C1:said] [Q1:h].
         [S:Retired Lt. Gen. Michael Flynn] [C:said] [Q:i]. [S1:Flynn] [C1:said] [Q1:j].",
        expect![[r#"
            Dr. Jane Roe → Jane Roe
            Dr Roe → Jane Roe
            Sen. David Perdue (R-Ga.) → David Perdue
            Perdue → David Perdue
            Sir Keir Starmer → Keir Starmer
            Sir Keir → Keir Starmer
            Chief Justice John G. Roberts Jr. → John G. Roberts Jr.
            Chief Justice Roberts → John G. Roberts Jr.
            Retired Lt. Gen. Michael Flynn → Michael Flynn
            Flynn → Michael Flynn
        "#]],
    );
}

#[test]
fn role_words_before_a_name_are_not_the_name() {
    check(
        "[S:Trump campaign spokesman Jason Miller] [C:said] [Q:a].
         [S:NYPD Commissioner James O’Neill] [C:said] [Q:b].
         [S:Republican presidential nominee Donald Trump] [C:said] [Q:c].
         [S:Hillary Clinton’s campaign manager Robby Mook] [C:said] [Q:d].
         [S:Activist Angela Davis] [C:said] [Q:e].
         [S:Manhattan Supreme Court Justice Frank Nervo] [C:said] [Q:f].",
        expect![[r#"
            Trump campaign spokesman Jason Miller → Jason Miller
            NYPD Commissioner James O’Neill → James O’Neill
            Republican presidential nominee Donald Trump → Donald Trump
            Hillary Clinton’s campaign manager Robby Mook → Robby Mook
            Activist Angela Davis → Angela Davis
            Manhattan Supreme Court Justice Frank Nervo → Frank Nervo
        "#]],
    );
}

#[test]
fn what_stands_before_a_name_is_not_the_name() {
    check(
        "[S:South Korean-born Monte Haines] [C:said] [Q:a]. [S1:Co-moderator Anna Kovacs] [C1:said] [Q1:b].
         [S:Those mourning Anna Kovacs’s death] [C:said] [Q:c]. [S1:Haines] [C1:said] [Q1:d].",
        expect![[r#"
            South Korean-born Monte Haines → Monte Haines
            Co-moderator Anna Kovacs → Anna Kovacs
            Those mourning Anna Kovacs’s death → -
            Haines → Monte Haines
        "#]],
    );
}

#[test]
fn what_stands_near_is_not_always_a_role() {
    check_actors(
        "In a takedown of the businessman, [S:Sen. Anna Kovacs (I-Vt.)] [C:said] [Q:a]. It was a tie, with the former secretary of state leading among Democrats and Tom Lind ahead.
         [S:Lind] [C:said] [Q:b]. The ghost writer of a Poe book left. [S1:Mary Poe] [C1:said] [Q1:c].
         In addition to the Orsa Council, a coalition of growers have left. [S:The Orsa Council] [C:said] [Q:d].
         In a letter to the finance minister, Ruth Okonjo, he wept. [S:Okonjo] [C:said] [Q:e].",
        expect![[r#"
            Anna Kovacs · person · Sen. · Sen. Anna Kovacs
            Tom Lind · person · - · Tom Lind | Lind
            Mary Poe · person · - · Poe | Mary Poe
            Orsa Council · organization · - · Orsa Council | Orsa Council
            Ruth Okonjo · person · finance minister · Ruth Okonjo | Okonjo
        "#]],
    );
}

#[test]
fn a_role_may_say_what_it_is_over() {
    check_actors(
        "[S:Director of Elections Anna Kovacs] [C:said] [Q:a]. [S1:Kovacs] [C1:added] [Q1:b].
         [S:Former secretary of state Mary Roe] [C:said] [Q:c].
         [S:A head of policy Tom Lind] [C:said] [Q:d]. [S1:Police chief of staff John Hall] [C1:said] [Q1:e].
         [S:Under Secretary of Defense for Policy Jane Poe] [C:said] [Q:f].
         [S:A mother of two, Ruth Okonjo,] [C:said] [Q:g]. [S1:Mother of two Ruth Okonjo] [C1:said] [Q1:h].
         [S:Leader of the Opposition Umang Solanki] [C:said] [Q:i]. [S1:Mr. Solanki] [C1:said] [Q1:j].",
        expect![[r#"
            Anna Kovacs · person · Director of Elections · Director of Elections Anna Kovacs | Kovacs
            Mary Roe · person · Former secretary of state · Mary Roe
            Tom Lind · person · head of policy · Tom Lind
            John Hall · person · Police chief of staff · John Hall
            Jane Poe · person · Under Secretary of Defense for Policy · Under Secretary of Defense for Policy Jane Poe
            Ruth Okonjo · person · mother of two · Ruth Okonjo | Ruth Okonjo
            Umang Solanki · person · Leader of the Opposition · Leader of the Opposition Umang Solanki | Mr. Solanki
        "#]],
    );
    check(
        "[S:A spokesman for Anna Kovacs] [C:said] [Q:a]. [S1:A spokesman for presidential candidate Mary Roe] [C1:said] [Q1:b].
         [S:The mother of Tom Lind] [C:said] [Q:c]. [S1:The mayor of San Antonio] [C1:said] [Q1:d].
         [S:The director of the Martin Luther King Center] [C:said] [Q:e].",
        expect![[r#"
            A spokesman for Anna Kovacs → spokesman for Anna Kovacs
            A spokesman for presidential candidate Mary Roe → spokesman for presidential candidate Mary Roe
            The mother of Tom Lind → -
            The mayor of San Antonio → -
            The director of the Martin Luther King Center → -
        "#]],
    );
}

#[test]
fn nickname_after_a_title() {
    check(
        "[Q:“No,”] [C:said] [S:Sen. Marcia “Mimi” Brown]. [S1:Brown] [C1:left] [Q1:it].",
        expect![[r#"
            Sen. Marcia “Mimi” Brown → Marcia “Mimi” Brown
            Brown → Marcia “Mimi” Brown
        "#]],
    );
}

#[test]
fn titles_with_hyphens_and_names_with_small_words() {
    check(
        "[S:Attorney-General Michael Oates] [C:said] [Q:so]. [S1:Access Now's Harriet Bloom] [C1:said] [Q1:so].",
        expect![[r#"
            Attorney-General Michael Oates → Michael Oates
            Access Now's Harriet Bloom → Harriet Bloom
        "#]],
    );
    check(
        "[S2:Free Tula Now founder Shauna Pratt] [C2:said] [Q2:so]. [S3:The charity Later Life] [C3:said] [Q3:so].",
        expect![[r#"
            Free Tula Now founder Shauna Pratt → Shauna Pratt
            The charity Later Life → Later Life
        "#]],
    );
}

#[test]
fn titles_and_trades_before_a_name() {
    check(
        "[S:Area MCA Jackson Ole Saruni] [C:said] [Q:so]. [S1:Corporator Sunanda Gaikwad] [C1:said] [Q1:so]. [S2:Newsagent Bev Sorrell] [C2:said] [Q2:so].
         [S3:Mzee Zablon Otieno, who has 12 acres,] [C3:said] [Q3:so]. [S4:Canon Emyr Bowles] [C4:said] [Q4:so]. [S5:Geochronologist Brent Hallam] [C5:said] [Q5:so].
         [S6:Exporter Greenridge Fresh Ltd] [C6:said] [Q6:so]. [S7:Developer Tarn Valley Homes] [C7:said] [Q7:so].
         [S8:SP Haruna Dangiwa] [C8:said] [Q8:so]. [S9:Commissioner for Transport, Engr. Folarin Adesugba,] [C9:said] [Q9:so].",
        expect![[r#"
            Area MCA Jackson Ole Saruni → Jackson Ole Saruni
            Corporator Sunanda Gaikwad → Sunanda Gaikwad
            Newsagent Bev Sorrell → Bev Sorrell
            Mzee Zablon Otieno, who has 12 acres, → Zablon Otieno
            Canon Emyr Bowles → Emyr Bowles
            Geochronologist Brent Hallam → Brent Hallam
            Exporter Greenridge Fresh Ltd → Greenridge Fresh Ltd
            Developer Tarn Valley Homes → Tarn Valley Homes
            SP Haruna Dangiwa → Haruna Dangiwa
            Commissioner for Transport, Engr. Folarin Adesugba, → Folarin Adesugba
        "#]],
    );
    // Alone it is a company.
    check(
        "[S:Canon] [C:said] [Q:so].",
        expect![[r#"
        Canon → Canon
    "#]],
    );
}

#[test]
fn a_portfolio_with_and_before_a_name() {
    check(
        "[S:Minister for Arts and Heritage Catherine Roe] [C:said] [Q:so]. [S1:Minister of State for Home G. Parameshwara] [C1:said] [Q1:so].
         [S2:Minister of State for Europe Anna Lind] [C2:said] [Q2:so]. [S3:Director of public health Dr Sela Fonoti] [C3:said] [Q3:so].
         [S5:The minister for Arts and Heritage Eva Brown] [C5:said] [Q5:so]. [S4:Minister for the Environment Cathal Devenney] [C4:said] [Q4:so].
         [S6:Minister for the Marine Niamh Lind] [C6:said] [Q6:so].",
        expect![[r#"
            Minister for Arts and Heritage Catherine Roe → Catherine Roe
            Minister of State for Home G. Parameshwara → G. Parameshwara
            Minister of State for Europe Anna Lind → Anna Lind
            Director of public health Dr Sela Fonoti → Sela Fonoti
            The minister for Arts and Heritage Eva Brown → Eva Brown
            Minister for the Environment Cathal Devenney → Cathal Devenney
            Minister for the Marine Niamh Lind → Niamh Lind
        "#]],
    );
    // "And" joins two speakers before a given name.
    check(
        "[S:Minister for Arts Eva Roe and Tom Brown] [C:said] [Q:so].",
        expect![[r#"
        Minister for Arts Eva Roe and Tom Brown → Eva Roe + Tom Brown
    "#]],
    );
}
