//! The forms of what several articles come to.

use expect_test::expect;
use onrecord_engine::json::corpus::{Carried, Comparison, DifferenceLine, PositionLine, Side, Verdict};
use onrecord_engine::json::{Ground, Leaning, Stance};

use super::*;

fn evidence(quote: &str, stance: Option<Stance>) -> Evidence {
    Evidence {
        statement: "8ffe04670e56a0e4".to_owned(),
        doc: "spar.html".to_owned(),
        url: None,
        outlet: Some("Eastwatch Notes".to_owned()),
        published: Some("2021-02-11".to_owned()),
        cue: Some("said".to_owned()),
        quote: quote.to_owned(),
        stance,
        confidence: stance.map(|_| 0.8),
        also: Vec::new(),
    }
}

fn sides() -> [Side; 2] {
    let side = |name: &str, item: Option<&str>, stance, evidence| Side {
        actor: name.to_lowercase(),
        name: name.to_owned(),
        wikidata: item.map(str::to_owned),
        stance,
        evidence,
    };
    let mut first = evidence("“The sanctions will stay,”\n… “all of them.”", Some(Stance::Support));
    first.also = vec![Carried { statement: "f9c8f06d4426481a".to_owned(), doc: "reprint.html".to_owned() }];
    let many = (0..5).map(|n| evidence(&format!("=crime number {n}"), Some(Stance::Oppose))).collect();
    [
        side("Ingrid Halvorsen", Some("Q900001"), Some(Leaning::Support), vec![first]),
        side("Oleh \u{1b}Marchenko", None, Some(Leaning::Oppose), many),
    ]
}

fn compared() -> Vec<Comparison> {
    let comparison = |verdict, grounds, sides| Comparison {
        onrecord: 1,
        issue: "sanctions".to_owned(),
        label: "Sanctions".to_owned(),
        proposition: Some("Sanctions should stay".to_owned()),
        verdict,
        grounds,
        sides,
    };
    let mut silent = sides();
    silent[1].evidence.clear();
    silent[1].stance = None;
    vec![
        comparison(Verdict::Differ, vec![Ground::Stances, Ground::Denial], sides()),
        comparison(Verdict::Silent, vec![], silent),
    ]
}

/// A table, without the character that means to act on a terminal: in a file it is data.
fn text(bytes: Vec<u8>) -> String {
    String::from_utf8(bytes).unwrap().replace('\u{1b}', "")
}

#[test]
fn two_actors_side_by_side() {
    expect![[r#"
        Sanctions: “Sanctions should stay”
        ≠ they differ: by their stances; one denies what the other
          says
          Ingrid Halvorsen · + support
            “The sanctions will stay,” … “all of them.”
              said · spar.html · Eastwatch Notes · 11 February 2021
                · and in 1 other place
          Oleh ␛Marchenko · − oppose
            =crime number 0
              said · spar.html · Eastwatch Notes · 11 February 2021
            =crime number 1
              said · spar.html · Eastwatch Notes · 11 February 2021
            =crime number 2
              said · spar.html · Eastwatch Notes · 11 February 2021
            … and 2 statements more

        Sanctions: “Sanctions should stay”
        – one is silent
          Ingrid Halvorsen · + support
            “The sanctions will stay,” … “all of them.”
              said · spar.html · Eastwatch Notes · 11 February 2021
                · and in 1 other place
          Oleh ␛Marchenko · silent
    "#]]
    .assert_eq(&compare::table(&compared(), &Palette::default(), 60));
    expect![[r#"
        issue_id,issue,verdict,grounds,side,actor_id,actor_name,wikidata,position,stance,confidence,quote,published,doc,outlet,url,statement_id,repeats
        sanctions,Sanctions,differ,stances; denial,1,ingrid halvorsen,Ingrid Halvorsen,Q900001,support,support,0.800,"“The sanctions will stay,”
        … “all of them.”",2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,1
        sanctions,Sanctions,differ,stances; denial,2,oleh marchenko,Oleh Marchenko,,oppose,oppose,0.800,'=crime number 0,2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,0
        sanctions,Sanctions,differ,stances; denial,2,oleh marchenko,Oleh Marchenko,,oppose,oppose,0.800,'=crime number 1,2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,0
        sanctions,Sanctions,differ,stances; denial,2,oleh marchenko,Oleh Marchenko,,oppose,oppose,0.800,'=crime number 2,2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,0
        sanctions,Sanctions,differ,stances; denial,2,oleh marchenko,Oleh Marchenko,,oppose,oppose,0.800,'=crime number 3,2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,0
        sanctions,Sanctions,differ,stances; denial,2,oleh marchenko,Oleh Marchenko,,oppose,oppose,0.800,'=crime number 4,2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,0
        sanctions,Sanctions,silent,,1,ingrid halvorsen,Ingrid Halvorsen,Q900001,support,support,0.800,"“The sanctions will stay,”
        … “all of them.”",2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,1
        sanctions,Sanctions,silent,,2,oleh marchenko,Oleh Marchenko,,,,,,,,,,,
    "#]].assert_eq(&text(compare::csv(&compared()).unwrap()));
}

#[test]
fn a_difference_with_both_sides() {
    let [one, other] = sides();
    let line = DifferenceLine {
        onrecord: 1,
        issue: "sanctions".to_owned(),
        label: "Sanctions".to_owned(),
        proposition: None,
        between: [one.actor, other.actor],
        names: [one.name, other.name],
        statements: [vec![], vec![]],
        ground: Ground::Denial,
        strength: Some(0.75),
        evidence: [one.evidence, other.evidence[..1].to_vec()],
    };
    expect![[r#"
        Sanctions
        Ingrid Halvorsen and Oleh ␛Marchenko: one denies what the
          other says
          Ingrid Halvorsen
            “The sanctions will stay,” … “all of them.”
              said · spar.html · Eastwatch Notes · 11 February 2021
                · and in 1 other place
          Oleh ␛Marchenko
            =crime number 0
              said · spar.html · Eastwatch Notes · 11 February 2021
    "#]]
    .assert_eq(&differences::table(std::slice::from_ref(&line), &Palette::default(), 60));
    expect![[r#"
        difference,issue_id,issue,ground,strength,side,actor_id,actor_name,stance,confidence,quote,published,doc,outlet,url,statement_id,repeats
        1,sanctions,Sanctions,denial,0.750,1,ingrid halvorsen,Ingrid Halvorsen,support,0.800,"“The sanctions will stay,”
        … “all of them.”",2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,1
        1,sanctions,Sanctions,denial,0.750,2,oleh marchenko,Oleh Marchenko,oppose,0.800,'=crime number 0,2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,0
    "#]].assert_eq(&text(differences::csv(&[line]).unwrap()));
}

#[test]
fn positions_issue_by_issue() {
    let position = |issue: &str, side: &Side, to: &str| PositionLine {
        onrecord: 1,
        issue: issue.to_owned(),
        label: issue.to_owned(),
        proposition: None,
        actor: side.actor.clone(),
        name: side.name.clone(),
        wikidata: side.wikidata.clone(),
        stance: side.stance,
        from: Some("2021-02-11".to_owned()),
        to: Some(to.to_owned()),
        statements: vec![],
        evidence: side.evidence.clone(),
    };
    let [one, other] = sides();
    let positions = [
        position("gas", &one, "2021-02-11"),
        position("gas", &other, "2021-03-01"),
        position("sanctions", &Side { stance: None, ..one.clone() }, "2021-02-11"),
    ];
    expect![[r#"
        gas
          + support · Ingrid Halvorsen
            1 statement · 11 February 2021
            “The sanctions will stay,” … “all of them.”
          − oppose · Oleh ␛Marchenko
            5 statements · 11 February 2021 to 1 March 2021
            =crime number 0

        sanctions
          ? unclear · Ingrid Halvorsen
            1 statement · 11 February 2021
            “The sanctions will stay,” … “all of them.”
    "#]]
    .assert_eq(&positions::table(&positions, &Palette::default(), 60));
    expect![[r#"
        issue_id,issue,actor_id,actor_name,wikidata,position,stance,confidence,quote,published,doc,outlet,url,statement_id,repeats
        gas,gas,ingrid halvorsen,Ingrid Halvorsen,Q900001,support,support,0.800,"“The sanctions will stay,”
        … “all of them.”",2021-02-11,spar.html,Eastwatch Notes,,8ffe04670e56a0e4,1
    "#]].assert_eq(&text(positions::csv(&positions[..1]).unwrap()));
}
