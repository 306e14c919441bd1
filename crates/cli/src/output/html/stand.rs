//! Below the article: who stands where as a table, and where they differ and agree, each quotation a link into the text.

use maud::{Markup, html};
use onrecord_base::{ActorId, IssueId, Pairing, Position};
use onrecord_engine::ReadArticle;

use super::people::People;
use crate::output::camps::{self, Camps, Difference};
use crate::output::debate::{self, Grid};
use crate::visible::visible;

/// So many differences, and agreements, lie open; the others are folded away.
const OPEN: usize = 6;
/// The most that are on the page at all: pairs grow with the square of the speakers.
const MOST: usize = 60;

/// Whether anything is to be told.
pub(super) fn is_empty(read: &ReadArticle) -> bool {
    let debate = &read.reading.debate;
    debate.positions.is_empty() && debate.differences.is_empty() && debate.agreements.is_empty()
}

/// All of it.
pub(super) fn section(read: &ReadArticle, people: &People) -> Markup {
    let debate = &read.reading.debate;
    let grid = Grid::new(debate, usize::MAX);
    let (differences, agreements) = camps::told(read);
    html! {
        section.stand #stand aria-label=(debate::STAND) tabindex="-1" {
            @if !grid.is_empty() {
                h2 #stand-title { (debate::STAND) }
                (table(read, people, &grid))
                p.key { (debate::KEY) ". The numbers of the statements lead to their words in the text." }
            }
            (all(debate::DIFFER, &differences.iter().map(|of| difference(read, of)).collect::<Vec<_>>()))
            (all(debate::AGREE, &agreements.iter().map(|of| pair(read, of)).collect::<Vec<_>>()))
        }
    }
}

/// A wide one scrolls in its own box, by the keyboard as well: hence the focus.
fn table(read: &ReadArticle, people: &People, grid: &Grid<'_>) -> Markup {
    html! {
        div.scroll role="group" aria-labelledby="stand-title" tabindex="0" {
            table aria-labelledby="stand-title" {
                thead {
                    tr {
                        th scope="col" { "Issue" }
                        @for actor in &grid.actors { th scope="col" { (speaker(read, people, *actor)) } }
                    }
                }
                tbody {
                    @for &issue in &grid.issues {
                        tr {
                            th scope="row" { (about(read, issue)) }
                            @for &actor in &grid.actors {
                                @match grid.cell(issue, actor) {
                                    Some(position) => (cell(read, position)),
                                    None => (silent(read, issue, actor)),
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The name, as a link to their statements.
fn speaker(read: &ReadArticle, people: &People, actor: ActorId) -> Markup {
    let name = html! { bdi { (debate::name(read, actor)) } };
    match people.anchor(actor.0 as usize) {
        Some(anchor) => html! { a href={ "#" (anchor) } { (name) } },
        None => name,
    }
}

/// The label, and what one is for or against if that is known.
fn about(read: &ReadArticle, issue: IssueId) -> Markup {
    let proposition = read.reading.debate.issues[issue.0 as usize].proposition.as_deref();
    html! {
        bdi lang=[super::language(read)] { (debate::label(read, issue)) }
        @if let Some(proposition) = proposition { p.proposition lang=[super::language(read)] dir="auto" { (visible(proposition)) } }
    }
}

/// "+ 2 for", and the numbers of the statements. Read aloud it says of whom and on what, wherever one lands in it.
fn cell(read: &ReadArticle, position: &Position) -> Markup {
    let leaning = position.leaning;
    let subject = subject(read, position.issue, position.actor);
    html! {
        td.{ "hue-" (debate::word(leaning)) } {
            span.aside { (subject) ": " }
            b.glyph aria-hidden="true" { (debate::glyph(leaning)) } " "
            (debate::tally(read, position)) " "
            span.numbers {
                @for &place in &position.statements {
                    @let number = place + 1;
                    @let stance = debate::stance_word(debate::stance(read, place, position.issue));
                    @let label = format!("{number}: statement of {subject}, {stance}");
                    a href={ "#s" (number) } data-s=(number) aria-label=(label) { (number) } " "
                }
            }
        }
    }
}

fn silent(read: &ReadArticle, issue: IssueId, actor: ActorId) -> Markup {
    html! {
        td.silent {
            span.aside { (subject(read, issue, actor)) ": silent" }
            span aria-hidden="true" { (debate::SILENT) }
        }
    }
}

/// "Party A on carbon tax".
fn subject(read: &ReadArticle, issue: IssueId, actor: ActorId) -> String {
    format!("{} on {}", debate::name(read, actor), debate::label(read, issue))
}

fn all(heading: &str, pairs: &[Markup]) -> Markup {
    let (open, folded) = pairs.split_at(pairs.len().min(OPEN));
    let shown = &folded[..folded.len().min(MOST - OPEN)];
    let left = folded.len() - shown.len();
    html! {
        @if !open.is_empty() {
            h2 { (heading) }
            @for pair in open { (pair) }
        }
        @if !shown.is_empty() {
            details.more {
                summary { (heading) ": " (shown.len()) " more" }
                @for pair in shown { (pair) }
                @if left > 0 { p { "And " (left) " more, which “onrecord read -f jsonl” has." } }
            }
        }
    }
}

fn difference(read: &ReadArticle, difference: &Difference<'_>) -> Markup {
    match difference {
        Difference::Pair(pairing) => pair(read, pairing),
        Difference::Camps(camps) => sides(read, camps),
    }
}

/// An issue, and a quotation of each who is for it, and of each who is against.
fn sides(read: &ReadArticle, camps: &Camps) -> Markup {
    html! {
        div.pair {
            h3 { bdi lang=[super::language(read)] { (debate::label(read, camps.issue)) } }
            p.role { (debate::BY_STANCES) }
            @for (word, actors) in camps.sides() {
                h4 { (word) }
                ul {
                    @for &(actor, place) in actors {
                        (side(read, &debate::says(read, &debate::name(read, actor), place), place))
                    }
                }
            }
        }
    }
}

/// An issue, two speakers, and a quotation of each.
fn pair(read: &ReadArticle, pairing: &Pairing) -> Markup {
    let [one, two] = pairing.between.map(|actor| debate::name(read, actor));
    html! {
        div.pair {
            h3 { bdi lang=[super::language(read)] { (debate::label(read, pairing.issue)) } }
            p.role { bdi { (one) } " and " bdi { (two) } " · " (debate::ground(pairing)) }
            ul {
                @for (who, place) in debate::sides(read, pairing) { (side(read, &who, place)) }
            }
        }
    }
}

fn side(read: &ReadArticle, who: &str, place: u32) -> Markup {
    let number = place + 1;
    let quote = read.quote(&read.reading.statements[place as usize]);
    html! {
        li data-s=(number) {
            p.who { bdi { (who) } }
            a href={ "#s" (number) } {
                span.number { (number) } " "
                span.quote lang=[super::language(read)] dir="auto" { (visible(&quote)) }
            }
        }
    }
}
