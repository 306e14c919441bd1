//! The actors across all articles, ready to be shown: name, roles, aliases with where each was seen, statements.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};
use std::sync::Arc;

use onrecord_base::ActorKind;

use super::facts::Facts;
use super::join::{Joins, Link};
use super::name::Name;
use super::reason::Reason;
use super::{Across, Appearance, Origin, Proposal, Verdict, ids};

/// An actor across all articles.
#[derive(Clone, Debug, PartialEq)]
pub struct ActorAcross {
    /// The Wikidata item; or `n` and a hash of name and kind, with a mark where others bear the name; or `u` and a hash of
    /// the place for whom no article names. The same appearances give the same id.
    pub id: String,
    /// The full name that most articles give.
    pub name: String,
    /// Whether that is a name; else it is a description.
    pub named: bool,
    /// What it is.
    pub kind: Option<ActorKind>,
    /// The Wikidata item.
    pub wikidata: Option<String>,
    /// The roles the articles give, the most frequent first.
    pub roles: Vec<RoleHeld>,
    /// Other names, the most frequent first.
    pub aliases: Vec<Alias>,
    /// The articles, each once, by day and name.
    pub articles: Vec<Arc<Origin>>,
    /// The appearances, by text: the article's place in `articles` and the actor's id there.
    pub appearances: Vec<(usize, String)>,
    /// How many statements are theirs; those of a text that was read under two names count once.
    pub statements: u32,
    /// Why appearances under different names or with different facts were joined, the surest first; each pair of names with
    /// the same reasons once.
    pub joined: Vec<Joined>,
}

/// A role and when articles gave it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RoleHeld {
    /// As printed.
    pub role: String,
    /// In how many articles.
    pub articles: usize,
    /// The days of the first and the last of these, `YYYY-MM-DD`, if any has a date.
    pub days: Option<(String, String)>,
}

/// Another name and where it was seen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alias {
    /// As printed.
    pub name: String,
    /// The articles that have it, by day and name: places in [`ActorAcross::articles`].
    pub articles: Vec<usize>,
}

/// A merge that was applied.
#[derive(Clone, Debug, PartialEq)]
pub struct Joined {
    /// Under which names the two appeared.
    pub names: [String; 2],
    /// How sure it is, 0 to 1.
    pub confidence: f64,
    /// Why.
    pub reasons: Vec<Reason>,
    /// How many pairs of appearances it joined.
    pub times: usize,
}

/// Makes the answer of what was joined.
pub(super) fn present(
    appearances: &[Appearance],
    facts: &[Facts],
    joins: &Joins,
    notes: Vec<String>,
) -> Across {
    let ids = ids::of_clusters(appearances, facts, joins);
    let mut joined = joined(facts, joins);
    let mut parsed = HashMap::new();
    let mut actors: Vec<ActorAcross> = joins
        .clusters
        .iter()
        .zip(&ids)
        .zip(&mut joined)
        .map(|((members, id), joined)| {
            actor(appearances, facts, members, id.clone(), std::mem::take(joined), &mut parsed)
        })
        .collect();
    let names: Vec<String> = actors.iter().map(|actor| actor.name.clone()).collect();
    let proposals = proposals(joins, &ids, &names);
    actors.sort_by(|a, b| {
        let key = |actor: &ActorAcross| (!actor.named, Reverse((actor.statements, actor.articles.len())));
        key(a).cmp(&key(b)).then_with(|| a.name.cmp(&b.name)).then_with(|| a.id.cmp(&b.id))
    });
    Across { actors, proposals, notes }
}

/// Of the names as good as the fullest, the one that most articles print; among equals the longest.
fn usual<'f>(facts: &'f [Facts], members: &[u32]) -> &'f Name {
    let names = || members.iter().map(|n| &facts[*n as usize].name);
    let fullest = ids::fullest(names()).expect("an actor appears somewhere");
    let mut printed: BTreeMap<&str, (&Name, usize)> = BTreeMap::new();
    for name in names().filter(|name| name.class == fullest.class) {
        printed.entry(&name.shown).or_insert((name, 0)).1 += 1;
    }
    // Neither shouting nor letters that stand for a name are better than it, however often they are printed.
    let capitals = |name: &str| !name.chars().any(char::is_lowercase);
    let best = printed.iter().max_by_key(|(shown, (_, count))| {
        (!capitals(shown), *count, shown.chars().count(), Reverse(**shown))
    });
    best.map_or(fullest, |(_, (name, _))| name)
}

type Parsed<'a> = HashMap<(&'a str, Option<ActorKind>), Option<Name>>;

fn actor<'a>(
    appearances: &'a [Appearance],
    facts: &[Facts],
    members: &[u32],
    id: String,
    joined: Vec<Joined>,
    parsed: &mut Parsed<'a>,
) -> ActorAcross {
    let all = || members.iter().map(|n| (&appearances[*n as usize], &facts[*n as usize]));
    let mut articles: Vec<Arc<Origin>> = all().map(|(a, _)| Arc::clone(&a.origin)).collect();
    articles.sort_by(|a, b| (a.day(), &a.doc, a).cmp(&(b.day(), &b.doc, b)));
    articles.dedup();
    let place = |origin: &Origin| {
        let key = (origin.day(), &origin.doc, origin);
        articles.partition_point(|a| (a.day(), &a.doc, &**a) < key)
    };
    let full = usual(facts, members);
    let name = full.shown.clone();
    let mut texts: HashSet<(&str, &str)> = HashSet::new();
    let once = all().filter(|(a, _)| texts.insert((&a.origin.text_sha256, &a.id)));
    let statements = once.map(|(a, _)| a.statements).sum();
    ActorAcross {
        named: full.is_name(),
        kind: all().find_map(|(_, facts)| facts.kind),
        wikidata: all().find_map(|(_, facts)| facts.item.clone()),
        roles: roles(all().map(|(a, _)| a)),
        aliases: aliases(all(), full, &place, parsed),
        appearances: all().map(|(a, _)| (place(&a.origin), a.id.clone())).collect(),
        statements,
        joined,
        id,
        name,
        articles,
    }
}

fn roles<'a>(all: impl Iterator<Item = &'a Appearance>) -> Vec<RoleHeld> {
    let mut found: BTreeMap<String, (BTreeMap<&str, usize>, BTreeSet<&Origin>)> = BTreeMap::new();
    for appearance in all {
        let Some(role) = appearance.role.as_deref().filter(|role| !role.is_empty()) else { continue };
        let (printed, origins) = found.entry(role.to_lowercase()).or_default();
        *printed.entry(role).or_default() += 1;
        origins.insert(&appearance.origin);
    }
    let held = |(printed, origins): (BTreeMap<&str, usize>, BTreeSet<&Origin>)| {
        let days: Vec<&str> = origins.iter().filter_map(|origin| origin.day()).collect();
        let (first, last) = (days.iter().min(), days.iter().max());
        let role = printed.iter().max_by_key(|(role, count)| (**count, Reverse(**role)));
        RoleHeld {
            role: role.map_or_else(String::new, |(role, _)| (*role).to_owned()),
            articles: origins.len(),
            days: first.zip(last).map(|(first, last)| ((*first).to_owned(), (*last).to_owned())),
        }
    };
    let mut roles: Vec<RoleHeld> = found.into_values().map(held).collect();
    roles.sort_by(|a, b| b.articles.cmp(&a.articles).then_with(|| a.role.cmp(&b.role)));
    roles
}

/// Names among the words of the mentions; a title or another case makes no other name.
fn aliases<'a, 'f>(
    all: impl Iterator<Item = (&'a Appearance, &'f Facts)>,
    full: &Name,
    place: &impl Fn(&Origin) -> usize,
    parsed: &mut Parsed<'a>,
) -> Vec<Alias> {
    let mut found: BTreeMap<String, (String, BTreeSet<usize>)> = BTreeMap::new();
    for (appearance, facts) in all {
        let known_as = appearance.known_as.iter();
        for words in known_as.chain([&appearance.name]).chain(&appearance.words) {
            let key = (words.as_str(), facts.kind);
            let parse = || Some(Name::parse(words, facts.kind)).filter(Name::is_name);
            let Some(parsed) = parsed.entry(key).or_insert_with(parse) else { continue };
            let same = parsed.key == full.key
                && parsed.middle == full.middle
                && parsed.generation == full.generation;
            if same || parsed.shown == full.shown {
                continue;
            }
            let generation = parsed.generation.map_or("", |generation| generation.name());
            let entry = found.entry(format!("{} {} {generation}", parsed.key, parsed.middle));
            let (printed, articles) = entry.or_insert((parsed.shown.clone(), BTreeSet::new()));
            // Of several spellings the first in the alphabet of the shortest stands for all.
            if (parsed.shown.len(), &parsed.shown) < (printed.len(), &*printed) {
                printed.clone_from(&parsed.shown);
            }
            articles.insert(place(&appearance.origin));
        }
    }
    let alias = |(name, articles): (String, BTreeSet<usize>)| Alias {
        name,
        articles: articles.into_iter().collect(),
    };
    let mut aliases: Vec<Alias> = found.into_values().map(alias).collect();
    aliases.sort_by(|a, b| b.articles.len().cmp(&a.articles.len()).then_with(|| a.name.cmp(&b.name)));
    aliases
}

/// The merges of each actor; those that differ only in the pair are told once.
fn joined(facts: &[Facts], joins: &Joins) -> Vec<Vec<Joined>> {
    let mut all: Vec<Vec<Joined>> = vec![Vec::new(); joins.clusters.len()];
    let mut places: HashMap<(u32, String), usize> = HashMap::new();
    for link in &joins.applied {
        let cluster = joins.cluster_of[link.between.0 as usize];
        let [a, b] = [link.between.0, link.between.1].map(|n| facts[n as usize].name.shown.as_str());
        let names = if a <= b { [a, b] } else { [b, a] };
        let codes: Vec<&str> = link.reasons.iter().map(|reason| reason.code.name()).collect();
        let list = &mut all[cluster as usize];
        let key = format!("{names:?} {} {codes:?}", link.confidence);
        let place = *places.entry((cluster, key)).or_insert(list.len());
        if place == list.len() {
            let names = names.map(str::to_owned);
            list.push(Joined { names, confidence: link.confidence, reasons: link.reasons.clone(), times: 0 });
        }
        list[place].times += 1;
    }
    all
}

/// One proposal for each two actors; that they are two people goes before that they may be one.
fn proposals(joins: &Joins, ids: &[String], names: &[String]) -> Vec<Proposal> {
    let mut best: HashMap<(u32, u32), &Link> = HashMap::new();
    for link in &joins.open {
        let [a, b] = [link.between.0, link.between.1].map(|n| joins.cluster_of[n as usize]);
        if a == b {
            continue;
        }
        let known = best.entry((a.min(b), a.max(b))).or_insert(link);
        let weight = |link: &Link| (link.verdict == Verdict::Apart, link.confidence);
        if weight(link) > weight(known) {
            *known = link;
        }
    }
    let proposal = |((a, b), link): ((u32, u32), &Link)| {
        let [a, b] = [a, b].map(|n| n as usize);
        let (a, b) = if ids[a] <= ids[b] { (a, b) } else { (b, a) };
        Proposal {
            between: [a, b].map(|n| ids[n].clone()),
            names: [a, b].map(|n| names[n].clone()),
            verdict: link.verdict,
            confidence: link.confidence,
            reasons: link.reasons.clone(),
        }
    };
    let mut proposals: Vec<Proposal> = best.into_iter().map(proposal).collect();
    proposals.sort_by(|a, b| {
        let sure = b.confidence.total_cmp(&a.confidence);
        a.verdict
            .cmp(&b.verdict)
            .then(sure)
            .then_with(|| a.names.cmp(&b.names))
            .then_with(|| a.between.cmp(&b.between))
    });
    proposals
}
