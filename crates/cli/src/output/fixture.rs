//! Hand-made articles for the tests of the outputs: what a model would find does not matter here.

use onrecord_base::{
    Actor, ActorId, ActorKind, Aim, Article, Attitude, Attribution, Block, BlockKind, Code, Debate,
    Diagnostic, Form, Ground, How, Issue, IssueId, Leaning, Link, LitterReason, Metadata, Pairing, Position,
    Provenance, Reading, Resolution, Span, Stance, Statement, Take, Text,
};
use onrecord_engine::{Format, ReadArticle};

/// An article in the making. Words are found where they stand first at or after [`from`](Self::from).
pub(crate) struct Draft {
    text: Text,
    article: Article,
    actors: Vec<Actor>,
    statements: Vec<Statement>,
    debate: Debate,
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
        Self {
            text,
            article,
            actors: Vec::new(),
            statements: Vec::new(),
            debate: Debate::default(),
            diagnostics: Vec::new(),
            from: 0,
        }
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

    /// Something at issue, mentioned in these words.
    pub(crate) fn issue(mut self, id: &str, label: &str, words: &str) -> Self {
        let mentions = self.span(words).into_iter().collect();
        let issue = Issue { id: id.to_owned(), label: label.to_owned(), proposition: None, mentions };
        self.debate.issues.push(issue);
        self
    }

    /// The last statement is about the issue at `issue`.
    pub(crate) fn on(mut self, issue: u32, stance: Option<Stance>) -> Self {
        let take = Take { issue: IssueId(issue), score: 0.9, stance, confidence: 0.8 };
        self.statements.last_mut().unwrap().takes.push(take);
        self
    }

    /// The last statement is aimed at the actor at `target`.
    pub(crate) fn aimed(mut self, target: u32, attitude: Option<Attitude>) -> Self {
        let aim = Aim { target: ActorId(target), attitude, confidence: 0.8 };
        self.statements.last_mut().unwrap().aim = Some(aim);
        self
    }

    /// Where an actor stands on an issue by these statements.
    pub(crate) fn stands(mut self, issue: u32, actor: u32, leaning: Leaning, statements: &[u32]) -> Self {
        self.debate.positions.push(Position {
            issue: IssueId(issue),
            actor: ActorId(actor),
            leaning,
            statements: statements.to_vec(),
        });
        self
    }

    /// The first two actors differ by these statements of each.
    pub(crate) fn differ(mut self, issue: u32, ground: Ground, statements: [&[u32]; 2]) -> Self {
        self.debate.differences.push(pairing(issue, ground, statements));
        self
    }

    /// The first two actors agree by these statements of each.
    pub(crate) fn agree(mut self, issue: u32, ground: Ground, statements: [&[u32]; 2]) -> Self {
        self.debate.agreements.push(pairing(issue, ground, statements));
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
            debate: self.debate,
            diagnostics: self.diagnostics,
        };
        ReadArticle::new(name, self.text.as_str().as_bytes(), reading, Format::Plain, "UTF-8")
    }

    fn span(&self, words: &str) -> Option<Span> {
        let at = self.from + self.text.as_str()[self.from..].find(words)?;
        self.text.span(at, at + words.len()).filter(|span| !span.is_empty())
    }
}

fn pairing(issue: u32, ground: Ground, statements: [&[u32]; 2]) -> Pairing {
    let (between, statements) = ([ActorId(0), ActorId(1)], statements.map(<[u32]>::to_vec));
    Pairing { issue: IssueId(issue), between, ground, statements, strength: 0.8 }
}

/// Two ministers: a split quotation, indirect speech with two speakers, a statement within another, one
/// whose speaker the text does not settle, and litter. They differ on one issue, agree on another, and on a third
/// one of them is silent.
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
    .issue("answer-on-orsa", "answer on Orsa", "Orsa")
    .issue("troops", "troops at the border", "troops")
    .issue("quarrel", "quarrel between the neighbours", "quarrel")
    .said(&Said {
        source: "Ingrid Halvorsen",
        cue: "said",
        content: &["“We do not seek a quarrel,”", "“but we will not be silent.”"],
        form: Form::Direct,
        actors: &[0],
    })
    .means(0, 0.99, &[("Ingrid Halvorsen", How::FullName)])
    .on(0, Some(Stance::Support))
    .on(2, Some(Stance::Neutral))
    .said(&Said {
        source: "She and Oleh Marchenko",
        cue: "denied",
        content: &["that troops had crossed the border"],
        form: Form::Indirect,
        actors: &[0, 1],
    })
    .means(0, 0.95, &[("She", How::Pronoun), ("Ingrid Halvorsen", How::FullName)])
    .means(1, 0.99, &[("Oleh Marchenko", How::FullName)])
    .on(1, Some(Stance::Oppose))
    .from("“The president")
    .said(&Said {
        source: "Marchenko",
        cue: "told\nreporters",
        content: &["“The president told me he would wait 😀,”"],
        form: Form::Direct,
        actors: &[1],
    })
    .means(1, 0.97, &[("Marchenko", How::ShortName), ("Oleh Marchenko", How::FullName)])
    .on(0, Some(Stance::Oppose))
    .on(1, None)
    .aimed(0, Some(Attitude::Criticises))
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
    .stands(0, 0, Leaning::Clear(Stance::Support), &[0])
    .stands(0, 1, Leaning::Clear(Stance::Oppose), &[2])
    .stands(1, 0, Leaning::Clear(Stance::Oppose), &[1])
    .stands(1, 1, Leaning::Clear(Stance::Oppose), &[1, 2])
    .stands(2, 0, Leaning::Clear(Stance::Neutral), &[0])
    .differ(0, Ground::Stances, [&[0], &[2]])
    .agree(1, Ground::Together, [&[1], &[1]])
    .read("spar.html")
}

/// Six speakers on one issue, more than a terminal has columns for; Ada has it both ways and Fay is unclear. Ada and
/// Ben differ more often than one wants to read.
pub(crate) fn crowd() -> ReadArticle {
    let names = ["Ada Lind", "Ben Okafor", "Cleo Marsh", "Dov Adler", "Eva Stone", "Fay Moss"];
    let stances = [
        Some(Stance::Support),
        Some(Stance::Oppose),
        Some(Stance::Support),
        Some(Stance::Oppose),
        Some(Stance::Neutral),
        None,
    ];
    let lines = names.map(|name| format!("{name} said so."));
    let mut blocks: Vec<(BlockKind, &str)> =
        lines.iter().map(|line| (BlockKind::Paragraph, line.as_str())).collect();
    blocks.push((BlockKind::Paragraph, "Ada Lind denied it."));
    let mut draft =
        Draft::new(&blocks).issue("toll", "a <b>toll</b> on the bridges of the old town", "bridge");
    for (place, name) in (0..).zip(names) {
        draft = draft.actor(name, ActorKind::Person, None).from(name).said(&Said {
            source: name,
            cue: "said",
            content: &["so"],
            form: Form::Indirect,
            actors: &[place],
        });
        draft = draft.on(0, stances[place as usize]);
    }
    let denied =
        Said { source: "Ada Lind", cue: "denied", content: &["it"], form: Form::Indirect, actors: &[0] };
    draft = draft.from("Ada Lind denied").said(&denied).on(0, Some(Stance::Oppose));
    draft = draft.stands(0, 0, Leaning::Mixed, &[0, 6]);
    for place in 1..6 {
        let leaning = stances[place as usize].map_or(Leaning::Unclear, Leaning::Clear);
        draft = draft.stands(0, place, leaning, &[place]);
    }
    for _ in 0..8 {
        draft = draft.differ(0, Ground::Denial, [&[6], &[1]]);
    }
    draft.read("crowd.txt")
}

/// Two who are for the tolls and one who is against them, by their stances.
pub(crate) fn camps() -> ReadArticle {
    let said = [
        ("Ada Lind", "the tolls are fair", Stance::Support),
        ("Ben Okafor", "the tolls must go", Stance::Oppose),
        ("Cleo Marsh", "the tolls work", Stance::Support),
    ];
    let lines = said.map(|(name, words, _)| format!("{name} said {words}."));
    let blocks = lines.each_ref().map(|line| (BlockKind::Paragraph, line.as_str()));
    let mut draft = Draft::new(&blocks).issue("tolls", "tolls", "tolls");
    for (place, (name, words, stance)) in (0..).zip(said) {
        let said =
            Said { source: name, cue: "said", content: &[words], form: Form::Indirect, actors: &[place] };
        draft = draft.actor(name, ActorKind::Person, None).from(name).said(&said).on(0, Some(stance));
        draft = draft.stands(0, place, Leaning::Clear(stance), &[place]);
    }
    draft = draft.differ(0, Ground::Stances, [&[0], &[1]]).differ(0, Ground::Stances, [&[1], &[2]]);
    draft.debate.differences[1].between = [ActorId(1), ActorId(2)];
    draft = draft.agree(0, Ground::Stances, [&[0], &[2]]);
    draft.debate.agreements[0].between = [ActorId(0), ActorId(2)];
    draft.read("camps.txt")
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
