//! Lays marks that may nest and cross over a stretch of text as a tree, as markup needs it.

use std::cmp::Reverse;
use std::collections::BinaryHeap;

use onrecord_base::{Role, Span, Text};

/// A deeper mark is not shown: a page with so many layers is hostile, and browsers limit depth as well.
const DEEPEST: usize = 12;

/// A fragment of a statement's source, cue or content.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Mark {
    pub(super) span: Span,
    pub(super) role: Role,
    /// The statement's place in the reading.
    pub(super) statement: usize,
    /// Counted from 0 among the fragments of this role.
    pub(super) fragment: usize,
}

/// A stretch of text, bare or under a mark.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Layer {
    Bare(Span),
    Marked {
        mark: Mark,
        /// Whether the mark starts here, or was begun before and had to be cut.
        starts: bool,
        inner: Vec<Layer>,
    },
}

/// The layers of `whole`. Of two marks the one that starts first is the outer, of two that start together the longer;
/// one that crosses the end of another is cut there.
pub(super) fn lay(text: &Text, whole: Span, marks: &[Mark]) -> Vec<Layer> {
    let mut waiting: BinaryHeap<Reverse<Waiting>> = marks
        .iter()
        .filter_map(|mark| Waiting::new(mark.span.intersection(whole)?, *mark))
        .map(Reverse)
        .collect();
    let mut desk = Desk { text, at: whole.start(), open: Vec::new(), done: Vec::new() };
    while let Some(Reverse(next)) = waiting.pop() {
        desk.close_until(next.start);
        let mut end = next.end.0;
        if let Some(outer) = desk.open.last()
            && outer.end < end
        {
            waiting.push(Reverse(Waiting { start: outer.end, ..next }));
            end = outer.end;
        }
        if desk.open.len() < DEEPEST {
            desk.bare(next.start);
            let starts = next.start == next.mark().span.start();
            desk.open.push(Open { mark: next.mark(), starts, end, inner: Vec::new() });
        }
    }
    desk.close_until(whole.end());
    desk.bare(whole.end());
    desk.done
}

/// A mark, or what is left of it, in the order in which layers begin.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Waiting {
    start: u32,
    end: Reverse<u32>,
    role: Reverse<Role>,
    statement: usize,
    fragment: usize,
    span: Span,
}

impl Waiting {
    fn new(shown: Span, mark: Mark) -> Option<Self> {
        let Mark { span, role, statement, fragment } = mark;
        let (start, end) = (shown.start(), Reverse(shown.end()));
        (!shown.is_empty()).then_some(Self { start, end, role: Reverse(role), statement, fragment, span })
    }

    fn mark(&self) -> Mark {
        Mark { span: self.span, role: self.role.0, statement: self.statement, fragment: self.fragment }
    }
}

/// A mark whose end has not come.
struct Open {
    mark: Mark,
    starts: bool,
    end: u32,
    inner: Vec<Layer>,
}

struct Desk<'t> {
    text: &'t Text,
    /// All before is laid.
    at: u32,
    open: Vec<Open>,
    done: Vec<Layer>,
}

impl Desk<'_> {
    fn close_until(&mut self, place: u32) {
        while let Some(end) = self.open.last().map(|open| open.end).filter(|end| *end <= place) {
            self.bare(end);
            let Some(Open { mark, starts, inner, .. }) = self.open.pop() else { return };
            self.put(Layer::Marked { mark, starts, inner });
        }
    }

    fn bare(&mut self, to: u32) {
        if self.at < to {
            let span =
                self.text.span(self.at as usize, to as usize).expect("marks have their edges in the text");
            self.put(Layer::Bare(span));
            self.at = to;
        }
    }

    fn put(&mut self, layer: Layer) {
        self.open.last_mut().map_or(&mut self.done, |open| &mut open.inner).push(layer);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `marks` as (start, end, role); the n-th belongs to statement n.
    #[track_caller]
    fn check(marks: &[(usize, usize, Role)], shown: &str) {
        let text = Text::new("abcdefghij").unwrap();
        let marks: Vec<Mark> = marks
            .iter()
            .enumerate()
            .map(|(statement, (start, end, role))| {
                let span = text.span(*start, *end).unwrap();
                Mark { span, role: *role, statement, fragment: 0 }
            })
            .collect();
        let mut out = String::new();
        show(&text, &lay(&text, text.whole(), &marks), &mut out);
        assert_eq!(out, shown);
    }

    fn show(text: &Text, layers: &[Layer], out: &mut String) {
        for layer in layers {
            match layer {
                Layer::Bare(span) => out.push_str(text.slice(*span)),
                Layer::Marked { mark, starts, inner } => {
                    out.push_str(&format!("{}{}[", mark.statement, if *starts { "" } else { "+" }));
                    show(text, inner, out);
                    out.push(']');
                }
            }
        }
    }

    use Role::{Content, Cue, Source};

    #[test]
    fn marks_side_by_side_and_nested() {
        check(&[], "abcdefghij");
        check(&[(2, 4, Content), (4, 6, Cue)], "ab0[cd]1[ef]ghij");
        check(&[(3, 4, Source), (2, 8, Content)], "ab1[c0[d]efgh]ij");
        check(&[(0, 10, Content)], "0[abcdefghij]");
    }

    #[test]
    fn of_the_same_stretch_the_content_is_outside() {
        check(&[(2, 4, Source), (2, 4, Content), (2, 4, Cue)], "ab1[2[0[cd]]]efghij");
    }

    #[test]
    fn crossing_marks_are_cut() {
        check(&[(1, 5, Content), (3, 8, Content)], "a0[bc1[de]]1+[fgh]ij");
        check(&[(1, 4, Content), (2, 6, Content), (3, 8, Content)], "a0[b1[c2[d]]]2+[1+[ef]gh]ij");
    }

    #[test]
    fn a_tower_of_marks_is_cut_off_and_no_text_is_lost() {
        let marks: Vec<(usize, usize, Role)> = (0..100).map(|_| (2, 8, Content)).collect();
        let text = Text::new("abcdefghij").unwrap();
        let marks: Vec<Mark> = marks
            .iter()
            .map(|(a, b, role)| Mark {
                span: text.span(*a, *b).unwrap(),
                role: *role,
                statement: 0,
                fragment: 0,
            })
            .collect();
        let mut out = String::new();
        show(&text, &lay(&text, text.whole(), &marks), &mut out);
        assert_eq!(out.matches('[').count(), DEEPEST);
        assert_eq!(out.replace("0[", "").replace(']', ""), "abcdefghij");
    }
}
