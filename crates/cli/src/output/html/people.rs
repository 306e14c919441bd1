//! The list beside the article: each speaker with their statements, each statement a link into the text.

use maud::{Markup, html};
use onrecord_engine::ReadArticle;

use crate::output::numbering::{self, Group};
use crate::visible::visible;

/// How many hues the style sheet knows; further speakers start again, and the numbers tell them apart.
const HUES: usize = 8;

/// The speakers, and the hue of each statement.
pub(super) struct People {
    groups: Vec<Group>,
    /// One for each statement: the place of its first group, if its speaker is known.
    first: Vec<Option<usize>>,
}

impl People {
    pub(super) fn new(read: &ReadArticle) -> Self {
        let groups = numbering::by_actor(read);
        let mut first = vec![None; read.reading.statements.len()];
        for (place, group) in groups.iter().enumerate().filter(|(_, group)| group.actor.is_some()) {
            for statement in &group.statements {
                first[*statement].get_or_insert(place);
            }
        }
        Self { groups, first }
    }

    /// The class that gives a statement the hue of its (first) speaker.
    pub(super) fn hue(&self, statement: usize) -> String {
        hue(self.first[statement])
    }

    /// The id of an actor's section in the list; `None` for one who says nothing.
    pub(super) fn anchor(&self, actor: usize) -> Option<String> {
        let place = self.groups.iter().position(|group| group.actor == Some(actor))?;
        Some(format!("p{}", place + 1))
    }

    /// Links to the speakers, with the number of their statements.
    pub(super) fn links(&self, read: &ReadArticle) -> Markup {
        html! {
            @for (place, group) in self.groups.iter().enumerate() {
                @let count = group.statements.len();
                li {
                    a.{ "person " (group_hue(place, group)) } href={ "#p" (place + 1) } {
                        bdi { (name(read, group)) } " "
                        span.count { (count) span.aside { (if count == 1 { " statement" } else { " statements" }) } }
                    }
                }
            }
        }
    }

    /// The list itself.
    pub(super) fn list(&self, read: &ReadArticle) -> Markup {
        html! {
            @for (place, group) in self.groups.iter().enumerate() {
                section.(group_hue(place, group)) id={ "p" (place + 1) } aria-labelledby={ "h" (place + 1) } {
                    h3 id={ "h" (place + 1) } { bdi { (name(read, group)) } }
                    p.role { (about(read, group)) }
                    ol {
                        @for statement in &group.statements { (self.entry(read, place, *statement)) }
                    }
                }
            }
        }
    }

    fn entry(&self, read: &ReadArticle, group: usize, place: usize) -> Markup {
        let statement = &read.reading.statements[place];
        let number = place + 1;
        let first = self.first[place].is_none_or(|first| first == group);
        // A statement of several speakers is listed with each; the text links to the first.
        let id = if first { format!("n{number}") } else { format!("n{number}-{}", group + 1) };
        let quote = read.quote(statement);
        html! {
            li id=(id) data-s=(number) data-statement=(read.statement_ids[place]) {
                a href={ "#s" (number) } {
                    span.number { (number) } " "
                    span.quote lang=[super::language(read)] dir="auto" { (visible(&quote)) }
                }
                p.how { (visible(&numbering::how(read, statement, self.groups[group].actor))) }
            }
        }
    }
}

fn name<'r>(read: &'r ReadArticle, group: &Group) -> std::borrow::Cow<'r, str> {
    visible(group.actor.map_or(numbering::UNKNOWN, |actor| &read.reading.actors[actor].name))
}

/// Role, Wikidata item and number of statements.
fn about(read: &ReadArticle, group: &Group) -> Markup {
    let count = numbering::count(group.statements.len(), "statement", "statements");
    let actor = group.actor.map(|actor| &read.reading.actors[actor]);
    let role = actor.and_then(|actor| actor.role.as_deref()).map(visible).filter(|role| !role.is_empty());
    let item = actor.and_then(|actor| actor.wikidata.as_deref()).filter(|item| is_item(item));
    let known_as = actor.and_then(|actor| actor.known_as.as_deref());
    html! {
        @if let Some(role) = role { (role) " · " }
        @if let Some(item) = item {
            a href={ "https://www.wikidata.org/wiki/" (item) } rel="noopener noreferrer" { (item) }
            @if known_as.is_some() { " " } @else { " · " }
        }
        @if let Some(name) = known_as { bdi { (visible(name)) } " · " }
        (count)
    }
}

/// Whether it is "Q" and a number: nothing else becomes an address.
fn is_item(item: &str) -> bool {
    item.strip_prefix('Q')
        .is_some_and(|number| !number.is_empty() && number.bytes().all(|b| b.is_ascii_digit()))
}

fn group_hue(place: usize, group: &Group) -> String {
    hue(group.actor.map(|_| place))
}

fn hue(group: Option<usize>) -> String {
    group.map_or_else(|| "hue-unknown".to_owned(), |place| format!("hue-{}", place % HUES))
}
