//! Hand-made articles for the tests of the outputs: what a model would find does not matter here.

use onrecord_base::{
    Actor, ActorId, ActorKind, Article, Attribution, Block, BlockKind, Code, Debate, Diagnostic, Form, How,
    Link, LitterReason, Metadata, Provenance, Reading, Resolution, Span, Statement, Text,
};
use onrecord_engine::{Format, ReadArticle};

/// An article in the making. Words are found where they stand first at or after [`from`](Self::from).
pub(crate) struct Draft {
    text: Text,
    article: Article,
    actors: Vec<Actor>,
    statements: Vec<Statement>,
    diagnostics: Vec<Diagnostic>,
    from: usize,
}

/// What is said, in the words of the text; `cue` and `source` may be empty.
pub(crate) struct Said<'w> {
    pub(crate) source: &'w str,
    pub(crate) cue: &'w str,
    pub(crate) content: &'w [&'w str],
    pub(crate) form: Form,
    pub(crate) actors: &'w [u32],
}

impl Draft {
    /// Blocks with an empty line between two of them.
    pub(crate) fn new(blocks: &[(BlockKind, &str)]) -> Self {
        let words: Vec<&str> = blocks.iter().map(|(_, words)| *words).collect();
        let text = Text::new(words.join("\n\n")).unwrap();
        let mut at = 0;
        let mut cut = Vec::new();
        for (kind, words) in blocks {
            cut.push(Block { span: text.span(at, at + words.len()).unwrap(), kind: *kind });
            at += words.len() + 2;
        }
        let article = Article {
            text: text.clone(),
            blocks: cut,
            metadata: Metadata::default(),
            diagnostics: Vec::new(),
        };
        Self { text, article, actors: Vec::new(), statements: Vec::new(), diagnostics: Vec::new(), from: 0 }
    }

    pub(crate) fn metadata(mut self, metadata: Metadata) -> Self {
        self.article.metadata = metadata;
        self
    }

    /// Looks for words from the first place of `words` on.
    pub(crate) fn from(mut self, words: &str) -> Self {
        self.from = self.text.as_str().find(words).unwrap();
        self
    }

    pub(crate) fn actor(mut self, name: &str, kind: ActorKind, role: Option<&str>) -> Self {
        let mentions = self.span(name).into_iter().collect();
        let role = role.map(str::to_owned);
        let actor =
            Actor { name: name.to_owned(), kind: Some(kind), role, mentions, wikidata: None, known_as: None };
        self.actors.push(actor);
        self
    }

    /// The last actor is this Wikidata item, perhaps with a name that the article does not give.
    pub(crate) fn is(mut self, item: &str, known_as: Option<&str>) -> Self {
        let actor = self.actors.last_mut().unwrap();
        (actor.wikidata, actor.known_as) = (Some(item.to_owned()), known_as.map(str::to_owned));
        self
    }

    pub(crate) fn said(mut self, said: &Said<'_>) -> Self {
        let attribution = Attribution {
            source: self.span(said.source).into_iter().collect(),
            cue: self.span(said.cue),
            content: said.content.iter().map(|words| self.span(words).unwrap()).collect(),
            form: said.form,
            confidence: 0.9,
        };
        self.statements.push(Statement {
            attribution,
            actors: said.actors.iter().map(|&actor| ActorId(actor)).collect(),
            resolution: Vec::new(),
            reported_by: None,
            takes: Vec::new(),
            aim: None,
            provenance: Provenance { by: "test-1".to_owned() },
        });
        self
    }

    /// Of the last statement the source that means `actor`, by the words of `links` where they stand last.
    pub(crate) fn means(mut self, actor: u32, confidence: f32, links: &[(&str, How)]) -> Self {
        let link = |&(words, how): &(&str, How)| {
            let at = self.text.as_str().rfind(words).unwrap();
            Link { span: self.text.span(at, at + words.len()).unwrap(), how }
        };
        let why = links.iter().map(link).collect();
        let resolution = Resolution { actor: ActorId(actor), confidence, why };
        self.statements.last_mut().unwrap().resolution.push(resolution);
        self
    }

    /// The last statement is quoted within that at `place`.
    pub(crate) fn within(mut self, place: u32) -> Self {
        self.statements.last_mut().unwrap().reported_by = Some(place);
        self
    }

    pub(crate) fn odd(mut self, code: Code, words: &str, message: &'static str) -> Self {
        let span = self.span(words).unwrap();
        self.diagnostics.push(Diagnostic::at(code, span, message));
        self
    }

    pub(crate) fn read(self, name: &str) -> ReadArticle {
        let reading = Reading {
            article: self.article,
            actors: self.actors,
            statements: self.statements,
            debate: Debate::default(),
            diagnostics: self.diagnostics,
        };
        ReadArticle::new(name, self.text.as_str().as_bytes(), reading, Format::Plain, "UTF-8")
    }

    fn span(&self, words: &str) -> Option<Span> {
        let at = self.from + self.text.as_str()[self.from..].find(words)?;
        self.text.span(at, at + words.len()).filter(|span| !span.is_empty())
    }
}

/// Two ministers: a split quotation, indirect speech with two speakers, a statement within another, one
/// whose speaker the text does not settle, and litter.
pub(crate) fn spar() -> ReadArticle {
    let paragraph = BlockKind::Paragraph;
    Draft::new(&[
        (BlockKind::Headline, "Ministers Spar on Orsa"),
        (paragraph, "“We do not seek a quarrel,” Ingrid Halvorsen said, “but we will not be silent.”"),
        (paragraph, "She and Oleh Marchenko denied that troops had crossed the border."),
        (BlockKind::Litter(LitterReason::Link), "Click Here: cheap boots"),
        (paragraph, "“The president told me he would wait 😀,” Marchenko told\nreporters."),
        (paragraph, "“Nobody has forgotten.”"),
        (BlockKind::Litter(LitterReason::CommentForm), "Leave a Reply"),
    ])
    .metadata(Metadata {
        url: Some("https://eastwatch.example/spar".to_owned()),
        title: Some("Ministers Spar on Orsa".to_owned()),
        outlet: Some("Eastwatch Notes".to_owned()),
        author: Some("Dana Whitlock".to_owned()),
        published: Some("2021-02-11T18:42:07+00:00".to_owned()),
        lang: Some("en".to_owned()),
    })
    .actor("Ingrid Halvorsen", ActorKind::Person, Some("foreign minister"))
    .actor("Oleh Marchenko", ActorKind::Person, None)
    .said(&Said {
        source: "Ingrid Halvorsen",
        cue: "said",
        content: &["“We do not seek a quarrel,”", "“but we will not be silent.”"],
        form: Form::Direct,
        actors: &[0],
    })
    .means(0, 0.99, &[("Ingrid Halvorsen", How::FullName)])
    .said(&Said {
        source: "She and Oleh Marchenko",
        cue: "denied",
        content: &["that troops had crossed the border"],
        form: Form::Indirect,
        actors: &[0, 1],
    })
    .means(0, 0.95, &[("She", How::Pronoun), ("Ingrid Halvorsen", How::FullName)])
    .means(1, 0.99, &[("Oleh Marchenko", How::FullName)])
    .from("“The president")
    .said(&Said {
        source: "Marchenko",
        cue: "told\nreporters",
        content: &["“The president told me he would wait 😀,”"],
        form: Form::Direct,
        actors: &[1],
    })
    .means(1, 0.97, &[("Marchenko", How::ShortName), ("Oleh Marchenko", How::FullName)])
    .said(&Said {
        source: "The president",
        cue: "told",
        content: &["he would wait 😀"],
        form: Form::Indirect,
        actors: &[],
    })
    .within(2)
    .said(&Said {
        source: "",
        cue: "",
        content: &["“Nobody has forgotten.”"],
        form: Form::Direct,
        actors: &[],
    })
    .odd(Code::UnclosedQuotation, "“The", "a quotation is opened but not closed")
    .odd(Code::UnclosedQuotation, "“Nobody", "a quotation is opened but not closed")
    .read("spar.html")
}

/// One speaker who is known by name, one by his office alone, and one who is not known.
pub(crate) fn known() -> ReadArticle {
    let said = |source, cue, content, actors| Said { source, cue, content, form: Form::Indirect, actors };
    Draft::new(&[
        (BlockKind::Paragraph, "Anna Berg said it rained. The Russian foreign minister denied it."),
        (BlockKind::Paragraph, "Bo Ek and Berg hoped so."),
    ])
    .actor("Anna Berg", ActorKind::Person, Some("secretary of state"))
    .is("Q900001", None)
    .actor("Russian foreign minister", ActorKind::Person, None)
    .is("Q58217", Some("Sergey Lavrov"))
    .actor("Bo Ek", ActorKind::Person, None)
    .said(&said("Anna Berg", "said", &["it rained"], &[0]))
    .said(&said("The Russian foreign minister", "denied", &["it"], &[1]))
    .said(&said("Bo Ek and Berg", "hoped", &["so"], &[2, 0]))
    .read("known.txt")
}

/// A page that tries to break out: markup, terminal escapes, turned text, formulas.
pub(crate) fn hostile() -> ReadArticle {
    Draft::new(&[
        (
            BlockKind::Paragraph,
            "=HYPERLINK(1) said <script>alert(1)</script> & \u{1b}[31m\u{202e}“red”</mark>",
        ),
        (BlockKind::Paragraph, "Nothing else."),
    ])
    .metadata(Metadata {
        url: Some("javascript:alert(1)".to_owned()),
        title: Some("</title><img src=x onerror=alert(1)>\u{1b}]0;owned\u{7}".to_owned()),
        outlet: Some("\"><script>".to_owned()),
        author: Some("@SUM(A1)".to_owned()),
        published: Some("yesterday".to_owned()),
        lang: Some("\" onload=\"x".to_owned()),
    })
    .actor("=HYPERLINK(1)", ActorKind::Group, Some("<b>role</b>"))
    .said(&Said {
        source: "=HYPERLINK(1)",
        cue: "said",
        content: &["<script>alert(1)</script> & \u{1b}[31m\u{202e}“red”</mark>"],
        form: Form::Mixed,
        actors: &[0],
    })
    .read("<evil>.html")
}

/// A page in which nobody says anything, and of which nothing is known.
pub(crate) fn silent() -> ReadArticle {
    Draft::new(&[(BlockKind::Paragraph, "Rain fell.")]).read("rain.txt")
}
