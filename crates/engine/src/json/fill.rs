//! Fills the serialized types from a read article.

use onrecord_base as base;
use onrecord_base::Spans;

use super::debate::Debate;
use super::{
    Actor, ActorKind, Diagnostic, Document, Form, How, Link, OffsetUnit, Range, Resolution, Review,
    Statement, VERSION,
};
use crate::{Offsets, ReadArticle, units};

impl Document {
    /// The article with all offsets in `unit`.
    pub fn new(read: &ReadArticle, unit: units::OffsetUnit) -> Self {
        let article = &read.reading.article;
        let metadata = &article.metadata;
        let offsets = Offsets::new(&article.text, unit);
        let debate = Debate::of(read);
        Self {
            onrecord: VERSION,
            doc: read.name.clone(),
            url: metadata.url.clone(),
            title: metadata.title.clone(),
            outlet: metadata.outlet.clone(),
            author: metadata.author.clone(),
            published: metadata.published.clone(),
            lang: metadata.lang.clone(),
            page_sha256: read.page_sha256.clone(),
            text_sha256: read.text_sha256.clone(),
            offset_unit: unit.into(),
            text: article.text.as_str().to_owned(),
            litter: article.litter().map(|span| offsets.pair(span)).collect(),
            actors: actors(read, &offsets),
            statements: statements(read, &offsets),
            issues: debate.issues(&offsets),
            positions: debate.positions(),
            differences: debate.pairings(&read.reading.debate.differences),
            agreements: debate.pairings(&read.reading.debate.agreements),
            diagnostics: diagnostics(read, &offsets),
        }
    }
}

fn actors(read: &ReadArticle, offsets: &Offsets<'_>) -> Vec<Actor> {
    let actor = |(index, actor): (usize, &base::Actor)| Actor {
        id: ReadArticle::actor_id(index),
        name: actor.name.clone(),
        kind: actor.kind.map(ActorKind::from),
        role: actor.role.clone(),
        wikidata: actor.wikidata.clone(),
        known_as: actor.known_as.clone(),
        mentions: ranges(&actor.mentions, offsets),
    };
    read.reading.actors.iter().enumerate().map(actor).collect()
}

fn statements(read: &ReadArticle, offsets: &Offsets<'_>) -> Vec<Statement> {
    let debate = Debate::of(read);
    let statement = |(statement, id): (&base::Statement, &String)| {
        let attribution = &statement.attribution;
        let issues = debate.takes(statement);
        Statement {
            id: id.clone(),
            form: attribution.form.into(),
            source: ranges(&attribution.source, offsets),
            cue: attribution.cue.iter().map(|cue| offsets.pair(*cue)).collect(),
            content: ranges(&attribution.content, offsets),
            quote: read.quote(statement),
            actors: statement.actors.iter().map(|actor| ReadArticle::actor_id(actor.0 as usize)).collect(),
            resolution: statement.resolution.iter().map(|r| resolution(r, offsets)).collect(),
            reported_by: statement.reported_by.and_then(|by| read.statement_ids.get(by as usize)).cloned(),
            issue: issues.first().map(|take| take.issue.clone()),
            stance: issues.first().and_then(|take| take.stance),
            issues,
            target: statement.aim.map(|aim| ReadArticle::actor_id(aim.target.0 as usize)),
            attitude: statement.aim.and_then(|aim| aim.attitude).map(Into::into),
            confidence: confidence(attribution.confidence),
            review: Review::Machine,
        }
    };
    read.reading.statements.iter().zip(&read.statement_ids).map(statement).collect()
}

fn resolution(of: &base::Resolution, offsets: &Offsets<'_>) -> Resolution {
    let link = |link: &base::Link| Link { span: offsets.pair(link.span), how: link.how.into() };
    Resolution {
        actor: ReadArticle::actor_id(of.actor.0 as usize),
        confidence: confidence(of.confidence),
        why: of.why.iter().map(link).collect(),
    }
}

fn diagnostics(read: &ReadArticle, offsets: &Offsets<'_>) -> Vec<Diagnostic> {
    let diagnostic = |diagnostic: &base::Diagnostic| Diagnostic {
        code: diagnostic.code.name().to_owned(),
        span: diagnostic.span.map(|span| offsets.pair(span)),
        message: diagnostic.message.clone().into_owned(),
    };
    read.reading.diagnostics.iter().map(diagnostic).collect()
}

pub(super) fn ranges(spans: &Spans, offsets: &Offsets<'_>) -> Vec<Range> {
    spans.iter().map(|span| offsets.pair(span)).collect()
}

/// Three digits: more would promise a precision that the model does not have.
pub(super) fn confidence(of: f32) -> Option<f64> {
    of.is_finite().then(|| (f64::from(of.clamp(0.0, 1.0)) * 1000.0).round() / 1000.0)
}

impl From<units::OffsetUnit> for OffsetUnit {
    fn from(unit: units::OffsetUnit) -> Self {
        match unit {
            units::OffsetUnit::Char => Self::Char,
            units::OffsetUnit::Byte => Self::Byte,
            units::OffsetUnit::Utf16 => Self::Utf16,
        }
    }
}

impl From<base::ActorKind> for ActorKind {
    fn from(kind: base::ActorKind) -> Self {
        match kind {
            base::ActorKind::Person => Self::Person,
            base::ActorKind::Organization => Self::Organization,
            base::ActorKind::State => Self::State,
            base::ActorKind::Group => Self::Group,
        }
    }
}

impl From<ActorKind> for base::ActorKind {
    fn from(kind: ActorKind) -> Self {
        match kind {
            ActorKind::Person => Self::Person,
            ActorKind::Organization => Self::Organization,
            ActorKind::State => Self::State,
            ActorKind::Group => Self::Group,
        }
    }
}

impl From<base::How> for How {
    fn from(how: base::How) -> Self {
        match how {
            base::How::FullName => Self::FullName,
            base::How::ShortName => Self::ShortName,
            base::How::Pronoun => Self::Pronoun,
            base::How::Role => Self::Role,
            base::How::Counterpart => Self::Counterpart,
            base::How::SpeaksFor => Self::SpeaksFor,
            base::How::NamedLater => Self::NamedLater,
            base::How::Both => Self::Both,
            base::How::FirstPerson => Self::FirstPerson,
            base::How::Author => Self::Author,
            base::How::Answer => Self::Answer,
            base::How::Implied => Self::Implied,
            base::How::SameWords => Self::SameWords,
            base::How::OfficeHolder => Self::OfficeHolder,
        }
    }
}

impl From<base::Form> for Form {
    fn from(form: base::Form) -> Self {
        match form {
            base::Form::Direct => Self::Direct,
            base::Form::Mixed => Self::Mixed,
            base::Form::Indirect => Self::Indirect,
        }
    }
}
