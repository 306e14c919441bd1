//! The readout of actors across articles: each with all names and where they were seen, then what is left to decide.

use anstyle::Style;
use onrecord_engine::across::{Across, ActorAcross, Joined, Proposal, Reason, Verdict};

use super::Report;
use crate::output::numbering::count;
use crate::output::palette::Palette;

/// More documents than these are only counted.
const DOCUMENTS: usize = 3;
/// More unnamed speakers than these are only counted.
const UNNAMED: usize = 12;

/// The readout of the actors of `articles` articles, lines no wider than `width` columns.
pub(crate) fn render(across: &Across, articles: usize, palette: &Palette, width: usize) -> String {
    let mut report = Report { out: String::new(), palette, width };
    let (named, unnamed): (Vec<_>, Vec<_>) = across.actors.iter().partition(|actor| actor.named);
    for actor in &named {
        report.actor(actor);
    }
    report.unnamed(&unnamed);
    let of = |verdict| across.proposals.iter().filter(|p| p.verdict == verdict).collect::<Vec<_>>();
    let (same, apart) = (of(Verdict::Same), of(Verdict::Apart));
    report.proposals("May be the same", &same);
    report.proposals("Of one name, and kept apart", &apart);
    report.lines(&summary(named.len(), unnamed.len(), articles), "", "", Style::new());
    if !across.proposals.is_empty() {
        let hint = "Decide for yourself with --same-actors FILE; onrecord who --help shows how.";
        report.lines(hint, "", "", palette.aside);
    }
    report.out
}

impl Report<'_> {
    fn actor(&mut self, actor: &ActorAcross) {
        self.lines(&actor.name, "", "", self.palette.actor);
        let statements = count(actor.statements as usize, "statement", "statements");
        let articles = count(actor.articles.len(), "article", "articles");
        let mut about = vec![actor.id.clone()];
        about.extend(actor.kind.map(|kind| kind.name().to_owned()));
        about.push(format!("{statements} in {articles}"));
        self.lines(&about.join(" · "), "", "", self.palette.aside);
        self.lines(&roles(actor), "  ", "    ", Style::new());
        let all: Vec<usize> = (0..actor.articles.len()).collect();
        self.lines(&format!("In {}.", documents(actor, &all)), "  ", "    ", Style::new());
        let alias = |alias: &onrecord_engine::across::Alias| {
            format!("“{}” ({})", alias.name, documents(actor, &alias.articles))
        };
        let aliases: Vec<String> = actor.aliases.iter().map(alias).collect();
        if !aliases.is_empty() {
            self.lines(&format!("Also {}.", aliases.join(", ")), "  ", "    ", Style::new());
        }
        // That one name is one name needs no words.
        for joined in actor.joined.iter().filter(|joined| joined.names[0] != joined.names[1]) {
            self.lines(&joined_in_words(joined), "  ", "    ", self.palette.aside);
        }
        self.out.push('\n');
    }

    fn unnamed(&mut self, unnamed: &[&ActorAcross]) {
        if unnamed.is_empty() {
            return;
        }
        let some: Vec<String> =
            unnamed.iter().take(UNNAMED).map(|actor| format!("“{}”", actor.name)).collect();
        let more = unnamed.len().saturating_sub(UNNAMED);
        let more = if more > 0 { format!(" and {more} more") } else { String::new() };
        let text = format!("Called by descriptions only: {}{more}.", some.join(", "));
        self.lines(&text, "", "  ", self.palette.aside);
        self.out.push('\n');
    }

    fn proposals(&mut self, title: &str, proposals: &[&Proposal]) {
        if proposals.is_empty() {
            return;
        }
        self.lines(title, "", "", self.palette.title);
        let alike = |a: &&Proposal, b: &&Proposal| a.names == b.names && a.reasons == b.reasons;
        for group in proposals.chunk_by(alike) {
            let proposal = group[0];
            let [one, other] = [0, 1].map(|n| format!("{} ({})", proposal.names[n], proposal.between[n]));
            let mut head = format!("{one} and {other} · {}", percent(proposal.confidence));
            if group.len() > 1 {
                // All of them stand in the JSON; a person needs the pattern.
                head.push_str(&format!(" · and {} more such pairs", group.len() - 1));
            }
            self.lines(&head, "  ", "    ", Style::new());
            self.lines(&reasons(&proposal.reasons), "    ", "    ", self.palette.aside);
        }
        self.out.push('\n');
    }
}

/// "foreign minister (3 articles, 2019-05-14 to 2019-06-01); envoy (1 article)"
fn roles(actor: &ActorAcross) -> String {
    let role = |held: &onrecord_engine::across::RoleHeld| {
        let mut when = count(held.articles, "article", "articles");
        match &held.days {
            Some((first, last)) if first == last => when.push_str(&format!(", {first}")),
            Some((first, last)) => when.push_str(&format!(", {first} to {last}")),
            None => {}
        }
        format!("{} ({when})", held.role)
    };
    actor.roles.iter().map(role).collect::<Vec<_>>().join("; ")
}

/// "a.html, b.html, c.html and 4 more"
fn documents(actor: &ActorAcross, places: &[usize]) -> String {
    let docs: Vec<&str> =
        places.iter().take(DOCUMENTS).map(|place| actor.articles[*place].doc.as_str()).collect();
    let more = places.len().saturating_sub(DOCUMENTS);
    if more > 0 { format!("{} and {more} more", docs.join(", ")) } else { docs.join(", ") }
}

fn joined_in_words(joined: &Joined) -> String {
    let [one, other] = &joined.names;
    format!("“{one}” and “{other}” are one · {}: {}", percent(joined.confidence), reasons(&joined.reasons))
}

/// "one is of Ohio, the other of Texas; but both are called “John Brown”"
fn reasons(reasons: &[Reason]) -> String {
    let mut text = String::new();
    for (n, reason) in reasons.iter().enumerate() {
        if n > 0 {
            let turns = reason.code.is_against() != reasons[n - 1].code.is_against();
            text.push_str(if turns { "; but " } else { "; " });
        }
        text.push_str(&reason.text);
    }
    text
}

/// Never 100 % of what is a little less.
fn percent(confidence: f64) -> String {
    format!("{:.0} %", (confidence * 100.0).floor())
}

/// "12 speakers with a name and 4 without one in 3 articles."
fn summary(named: usize, unnamed: usize, articles: usize) -> String {
    let speakers = count(named, "speaker with a name", "speakers with a name");
    let others = if unnamed > 0 { format!(" and {unnamed} without one") } else { String::new() };
    format!("{speakers}{others} in {}.", count(articles, "article", "articles"))
}
