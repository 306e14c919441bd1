//! Why a source means whom it means: the mentions that lead from the words at a statement to the fullest name.

use std::collections::HashMap;

use onrecord_base::{ActorId, Attribution, How, Link, Resolution, Span};

use super::author::same_name;
use super::cast::MemberId;
use super::confidence;
use super::discourse::{Discourse, Pointer};

/// How many sentences back others count as rivals of a pronoun.
const RIVAL_SENTENCES: u32 = 2;
/// No pronoun looks at more pointers.
const REACH: usize = 40;

/// For each attribution the resolution of each of its speakers; `of` has them as members, `ids` as actors.
pub(super) fn explain(
    discourse: &Discourse,
    attributions: &[Attribution],
    of: &[Vec<MemberId>],
    ids: &[Vec<ActorId>],
) -> Vec<Vec<Resolution>> {
    let guide = Guide::new(discourse);
    let mut out: Vec<Vec<Resolution>> = Vec::with_capacity(attributions.len());
    // Where each member spoke last, for statements that go on.
    let mut last: HashMap<MemberId, usize> = HashMap::new();
    for (i, attribution) in attributions.iter().enumerate() {
        let mut here = Vec::with_capacity(of[i].len());
        for (&member, &actor) in of[i].iter().zip(&ids[i]) {
            let before = last.get(&member).and_then(|&at| out[at].iter().find(|r| r.actor == actor));
            let (why, confidence) = guide.chain(attribution, member, before);
            here.push(Resolution { actor, confidence, why });
        }
        out.push(here);
        last.extend(of[i].iter().map(|&member| (member, i)));
    }
    out
}

/// What is looked up for every statement.
struct Guide<'d, 's, 'a> {
    discourse: &'d Discourse<'s, 'a>,
    /// Where members are pointed to otherwise than by name, by place.
    described: Vec<(Span, MemberId)>,
    /// All pointers by token.
    pointers: Vec<Pointer>,
    /// Per member: the first mention of the fullest name, or the first description.
    fullest: Vec<Option<Link>>,
}

impl<'d, 's, 'a> Guide<'d, 's, 'a> {
    fn new(discourse: &'d Discourse<'s, 'a>) -> Self {
        let mut described: Vec<(Span, MemberId)> =
            discourse.described_at.iter().map(|&(member, span)| (span, member)).collect();
        described.sort_unstable();
        let mut pointers = discourse.pointers.clone();
        pointers.sort_by_key(|p| p.token);
        let mut fullest: Vec<Option<Link>> = vec![None; discourse.cast.members.len()];
        for (id, member) in discourse.cast.members.iter().enumerate() {
            let spans = || member.mentions.iter().map(|&(first, last)| discourse.story.span(first, last));
            let full = spans().find(|&span| discourse.story.text.slice(span).contains(&member.name));
            fullest[id] = full.or_else(|| spans().next()).map(|span| Link { span, how: How::FullName });
        }
        // Who has no name is best told by the description that made them an actor.
        for &(span, id) in &described {
            let printed = discourse.story.text.slice(span);
            if !discourse.cast.members[id].named && printed.contains(&discourse.cast.members[id].name) {
                fullest[id].get_or_insert(Link { span, how: How::Role });
            }
        }
        Self { discourse, described, pointers, fullest }
    }

    /// Whether one member is, or speaks for, another.
    fn means(&self, member: MemberId, whom: MemberId) -> bool {
        member == whom || self.discourse.cast.members[member].stands_for == Some(whom)
    }

    /// The links from an attribution to one of its speakers, and how sure they are.
    fn chain(
        &self,
        attribution: &Attribution,
        member: MemberId,
        before: Option<&Resolution>,
    ) -> (Vec<Link>, f32) {
        let story = self.discourse.story;
        let Some(source) = attribution.source.cover() else {
            let span = attribution.cue.or(attribution.content.first());
            let headline = span.is_some_and(|s| {
                story.tokens.get(story.tokens_in(s).start).is_some_and(|t| story.headline[t.block as usize])
            });
            let how = if headline { How::SameWords } else { How::Implied };
            let mut why: Vec<Link> = span.map(|span| Link { span, how }).into_iter().collect();
            let sure = before.filter(|_| how == How::Implied).map_or(1.0, |r| r.confidence);
            match before.filter(|_| how == How::Implied) {
                Some(before) => why.extend(before.why.iter().filter(|l| l.how != How::Implied)),
                None => why.extend(self.fullest[member]),
            }
            return (why, confidence::of(how) * sure);
        };
        let (first, said_of) = self.first_link(attribution, source, member);
        let mut why = vec![first];
        // Not named here: where the reader last was told.
        let itself = first.how == How::Role && !self.discourse.member(member).named;
        if !itself && !matches!(first.how, How::FullName | How::ShortName | How::Answer) {
            self.go_on(&mut why, self.antecedent(first, said_of, member));
        }
        self.go_on(&mut why, self.fullest[member]);
        let at = story.tokens_in(first.span).start;
        let sure = match (first.how, self.discourse.sure_of.get(&at)) {
            (How::Pronoun, Some(&sure)) => sure,
            (How::Pronoun, None) if self.has_rivals(first.span, said_of) => confidence::PRONOUN_WITH_RIVALS,
            (How::Role, _) if !self.discourse.cast.members[member].named => confidence::DESCRIBES_ITSELF,
            (how, _) => confidence::of(how),
        };
        (why, sure)
    }

    fn is_author(&self, member: MemberId) -> bool {
        self.discourse
            .story
            .author
            .is_some_and(|author| same_name(author, &self.discourse.member(member).name))
    }

    /// Adds a link that tells more than those before it.
    fn go_on(&self, why: &mut Vec<Link>, link: Option<Link>) {
        let text = self.discourse.story.text;
        let Some(link) = link else { return };
        let there = |known: &Link| {
            known.how == How::FullName
                || known.span.overlaps(link.span)
                || text.slice(known.span).eq_ignore_ascii_case(text.slice(link.span))
        };
        if !why.iter().any(there) {
            why.push(link);
        }
    }

    /// What in the source names or points to the member, and which member that is before standing for another.
    fn first_link(&self, attribution: &Attribution, source: Span, member: MemberId) -> (Link, MemberId) {
        let story = self.discourse.story;
        let inside = |span: Span| attribution.source.iter().any(|part| part.contains(span));
        let from = self.described.partition_point(|(span, _)| span.end() <= source.start());
        let described = self.described[from..]
            .iter()
            .take_while(|(span, _)| span.start() < source.end())
            .find(|&&(span, who)| inside(span) && self.means(who, member));
        if let Some(&(span, who)) = described {
            let tokens = story.tokens_in(span);
            let pronoun = tokens.len() == 1 && story.is_any(tokens.start, PRONOUNS);
            let how = if pronoun {
                How::Pronoun
            } else if who != member {
                self.standing(member)
            } else if tokens.clone().any(|t| story.is_any(t, &["counterpart", "counterparts"])) {
                How::Counterpart
            } else if tokens.start > 0
                && story.is_any(tokens.start - 1, &["both", "two"])
                && self.discourse.member(who).named
            {
                How::Both
            } else {
                How::Role
            };
            return (Link { span, how }, who);
        }
        for token in attribution.source.iter().flat_map(|part| story.tokens_in(part)) {
            let Some(c) = self.discourse.chunks.at(token) else { continue };
            let chunk = &self.discourse.chunks.all[c];
            let Some(who) = self.discourse.cast.of_chunk[c].filter(|&who| self.means(who, member)) else {
                continue;
            };
            return (Link { span: story.span(chunk.first, chunk.last), how: self.name_kind(c, who) }, who);
        }
        let first = story.tokens_in(source).start;
        let how = match story.tokens.get(first).map(|_| story.lower(first)) {
            Some("both" | "each" | "they" | "the") => How::Both,
            Some("i" | "my" | "me" | "mine")
                if story.tokens.get(first).is_some_and(|t| !t.quoted) && self.is_author(member) =>
            {
                How::Author
            }
            Some("i" | "we" | "my" | "our" | "me" | "us" | "mine") => How::FirstPerson,
            Some("a" | "q") => How::Answer,
            _ => How::Role,
        };
        (Link { span: source, how }, member)
    }

    /// How a description that stands for the member is understood.
    fn standing(&self, member: MemberId) -> How {
        if self.discourse.member(member).person { How::NamedLater } else { How::SpeaksFor }
    }

    fn name_kind(&self, c: usize, who: MemberId) -> How {
        let chunk = &self.discourse.chunks.all[c];
        let printed = self.discourse.story.slice_range(chunk.first, chunk.last);
        if printed.contains(&self.discourse.member(who).name) { How::FullName } else { How::ShortName }
    }

    /// The last mention before the link that is no pronoun; if there is none, the first after it.
    fn antecedent(&self, link: Link, said_of: MemberId, member: MemberId) -> Option<Link> {
        let story = self.discourse.story;
        let at = story.tokens_in(link.span).start;
        let to = self.pointers.partition_point(|p| p.token < at);
        let fits = |p: &&Pointer| !p.pronoun && self.means(p.member, member);
        let outside = |p: &&Pointer| !link.span.contains(story.tokens[p.token].span);
        let known = |p: &&Pointer| !p.pronoun && p.member == said_of;
        let earlier = || self.pointers[..to].iter().rev();
        let before = earlier().find(known).or_else(|| earlier().find(fits));
        let pointer = before.or_else(|| self.pointers[to..].iter().filter(outside).find(fits))?;
        if let Some(c) = self.discourse.chunks.at(pointer.token)
            && let Some(who) = self.discourse.cast.of_chunk[c].filter(|&who| self.means(who, member))
        {
            let chunk = &self.discourse.chunks.all[c];
            return Some(Link { span: story.span(chunk.first, chunk.last), how: self.name_kind(c, who) });
        }
        let head = story.tokens[pointer.token].span;
        let from = self.described.partition_point(|(span, _)| span.end() <= head.start());
        let whole = self.described.get(from).map(|(span, _)| *span).filter(|span| span.contains(head));
        let how = if pointer.member == member { How::Role } else { self.standing(member) };
        Some(Link { span: whole.unwrap_or(head), how })
    }

    /// Whether others than the one meant could be meant by a pronoun: as many, of the same kind and gender.
    fn has_rivals(&self, pronoun: Span, meant: MemberId) -> bool {
        let story = self.discourse.story;
        let at = story.tokens_in(pronoun).start;
        let one = self.discourse.member(meant);
        let to = self.pointers.partition_point(|p| p.token < at);
        let near = self.pointers[..to].iter().rev().take(REACH);
        near.take_while(|p| self.discourse.sentences_between(p.token, at) <= RIVAL_SENTENCES).any(|p| {
            let other = self.discourse.member(p.member);
            let gender = matches!((one.gender, other.gender), (Some(a), Some(b)) if a != b);
            p.member != meant
                && other.person == one.person
                && other.plural == one.plural
                && !gender
                && !self.means(p.member, meant)
                && !self.means(meant, p.member)
        })
    }
}

const PRONOUNS: &[&str] = &[
    "he",
    "him",
    "his",
    "himself",
    "she",
    "her",
    "hers",
    "herself",
    "they",
    "them",
    "their",
    "theirs",
    "themselves",
    "it",
    "its",
    "who",
    "whom",
    "which",
    "that",
    "whose",
];
