//! The article as a reader knows it, its statements marked in place, litter folded away.

use maud::{Markup, html};
use onrecord_base::{Block, BlockKind, Role, Span, Statement};
use onrecord_engine::ReadArticle;

use super::layers::{Layer, Mark, lay};
use super::people::People;
use crate::output::numbering;
use crate::visible::visible;

/// In bytes; a longer word may be broken from its number.
const LONGEST_WORD: usize = 40;

/// The blocks of the article with the marks that belong into each.
pub(super) struct Story<'r> {
    read: &'r ReadArticle,
    people: &'r People,
    /// One list for each block.
    marks: Vec<Vec<Mark>>,
}

impl<'r> Story<'r> {
    pub(super) fn new(read: &'r ReadArticle, people: &'r People) -> Self {
        let blocks = &read.reading.article.blocks;
        let mut marks = vec![Vec::new(); blocks.len()];
        for mark in read.reading.statements.iter().enumerate().flat_map(|(place, s)| marks_of(place, s)) {
            let first = blocks.partition_point(|block| block.span.end() <= mark.span.start());
            for (block, marks) in blocks.iter().zip(&mut marks).skip(first) {
                if block.span.start() >= mark.span.end() {
                    break;
                }
                marks.push(mark);
            }
        }
        Self { read, people, marks }
    }

    /// The headline if it stands in the text, marked like the rest of it.
    pub(super) fn headline(&self) -> Option<Markup> {
        self.headline_place().map(|place| self.words(place))
    }

    /// All blocks but the headline.
    pub(super) fn body(&self) -> Markup {
        let blocks = &self.read.reading.article.blocks;
        let headline = self.headline_place();
        let places: Vec<usize> = (0..blocks.len()).filter(|place| Some(*place) != headline).collect();
        html! {
            @for run in places.chunk_by(|a, b| together(&blocks[*a], &blocks[*b])) {
                @match blocks[run[0]].kind {
                    BlockKind::Litter(_) => (self.litter(run)),
                    BlockKind::ListItem => ul { @for place in run { li dir="auto" { (self.words(*place)) } } },
                    BlockKind::BlockQuote => blockquote { @for place in run { p dir="auto" { (self.words(*place)) } } },
                    _ => @for place in run { (self.block(*place)) },
                }
            }
        }
    }

    fn block(&self, place: usize) -> Markup {
        let words = self.words(place);
        match self.read.reading.article.blocks[place].kind {
            BlockKind::Headline | BlockKind::Heading => html! { h2 dir="auto" { (words) } },
            BlockKind::Caption => html! { p.caption dir="auto" { (words) } },
            _ => html! { p dir="auto" { (words) } },
        }
    }

    fn litter(&self, run: &[usize]) -> Markup {
        let article = &self.read.reading.article;
        let mut reasons: Vec<&str> = Vec::new();
        for place in run {
            if let BlockKind::Litter(reason) = article.blocks[*place].kind {
                let words = numbering::litter_in_words(reason);
                if !reasons.contains(&words) {
                    reasons.push(words);
                }
            }
        }
        html! {
            details.litter {
                summary { "Not part of the story: " (reasons.join(", ")) }
                @for place in run { p dir="auto" { (visible(article.text.slice(article.blocks[*place].span))) } }
            }
        }
    }

    fn headline_place(&self) -> Option<usize> {
        self.read.reading.article.blocks.iter().position(|block| block.kind == BlockKind::Headline)
    }

    fn words(&self, place: usize) -> Markup {
        let article = &self.read.reading.article;
        let layers = lay(&article.text, article.blocks[place].span, &self.marks[place]);
        self.layers(&layers)
    }

    fn layers(&self, layers: &[Layer]) -> Markup {
        html! { @for layer in layers { (self.layer(layer)) } }
    }

    /// The first word if it is bare, and the rest: the number must not be left alone at the end of a line.
    fn first_word(&self, layers: &[Layer]) -> (&'r str, Markup) {
        let Some((Layer::Bare(span), rest)) = layers.split_first() else { return ("", self.layers(layers)) };
        let words = self.read.reading.article.text.slice(*span);
        let end = words.find(char::is_whitespace).unwrap_or(words.len());
        let end = if end <= LONGEST_WORD { end } else { words.chars().next().map_or(0, char::len_utf8) };
        let (word, words) = words.split_at(end);
        (word, html! { (visible(words)) (self.layers(rest)) })
    }

    fn layer(&self, layer: &Layer) -> Markup {
        let (mark, starts, inner) = match layer {
            Layer::Bare(span) => return self.bare(*span),
            Layer::Marked { mark, starts, inner } => (mark, *starts, inner),
        };
        let number = mark.statement + 1;
        let hue = self.people.hue(mark.statement);
        match mark.role {
            Role::Content => {
                let form = self.read.reading.statements[mark.statement].attribution.form.name();
                let (word, inner) = if starts { self.first_word(inner) } else { ("", self.layers(inner)) };
                let id = (starts && mark.fragment == 0).then(|| format!("s{number}"));
                html! {
                    mark.{ (form) " " (hue) } id=[id] data-s=(number) {
                        @if starts { span.start { (self.chip(mark)) (visible(word)) } }
                        (inner)
                    }
                }
            }
            Role::Source => self.source(mark, &hue, inner),
            Role::Cue => html! { i.cue.(hue) data-s=(number) { (self.layers(inner)) } },
        }
    }

    /// The words that name the speaker; a pronoun or role tells under the pointer or the focus whom it means.
    fn source(&self, mark: &Mark, hue: &str, inner: &[Layer]) -> Markup {
        let statement = &self.read.reading.statements[mark.statement];
        let number = mark.statement + 1;
        let words = self.layers(inner);
        let Some(meant) = numbering::meant(self.read, statement) else {
            return html! { b.source.(hue) data-s=(number) { (words) } };
        };
        let meant = visible(&meant);
        let label = format!("{}: {meant}", visible(self.read.reading.article.text.slice(mark.span)));
        html! {
            b.source.means.(hue) data-s=(number) data-who=(meant) role="note" tabindex="0" aria-label=(label) { (words) }
        }
    }

    /// The number that leads to the statement in the list of speakers.
    fn chip(&self, mark: &Mark) -> Markup {
        let number = mark.statement + 1;
        let statement = &self.read.reading.statements[mark.statement];
        let names = numbering::names(self.read, statement, None).join(", ");
        let who = if names.is_empty() { numbering::UNKNOWN.to_owned() } else { visible(&names).into_owned() };
        let label = if mark.fragment == 0 {
            format!("Statement {number}: {who}, {}", statement.attribution.form.name())
        } else {
            format!("Statement {number} continues: {who}")
        };
        let more = if mark.fragment == 0 { "" } else { " more" };
        html! { a.{ "chip" (more) } href={ "#n" (number) } title=(label) aria-label=(label) { (number) } }
    }

    fn bare(&self, span: Span) -> Markup {
        html! { (visible(self.read.reading.article.text.slice(span))) }
    }
}

fn marks_of(place: usize, statement: &Statement) -> Vec<Mark> {
    let attribution = &statement.attribution;
    let cue: Vec<Span> = attribution.cue.into_iter().collect();
    let roles = [
        (Role::Content, attribution.content.as_slice()),
        (Role::Source, attribution.source.as_slice()),
        (Role::Cue, cue.as_slice()),
    ];
    let mark =
        |role, (fragment, span): (usize, &Span)| Mark { span: *span, role, statement: place, fragment };
    roles.into_iter().flat_map(|(role, spans)| spans.iter().enumerate().map(move |s| mark(role, s))).collect()
}

/// Whether two neighbours share an element: litter is folded together, items make one list.
fn together(a: &Block, b: &Block) -> bool {
    match (a.kind, b.kind) {
        (BlockKind::Litter(_), BlockKind::Litter(_)) => true,
        (BlockKind::ListItem, kind) | (BlockKind::BlockQuote, kind) => kind == a.kind,
        _ => false,
    }
}
