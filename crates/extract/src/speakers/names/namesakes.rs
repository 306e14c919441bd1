//! Namesakes: nouns for persons that are the names of papers, or surnames, as well.

use crate::speakers::lexicon::NounClass;
use crate::speakers::tokens::Story;

/// "The Economist", "the Toronto Star": nouns for persons that are the names of papers where they stand in capitals after "the".
pub(super) fn is_paper(story: &Story, first: usize, last: usize) -> bool {
    const PAPERS: [&str; 24] = [
        "advertiser",
        "advocate",
        "citizen",
        "commoner",
        "courier",
        "economist",
        "enquirer",
        "examiner",
        "guardian",
        "independent",
        "inquirer",
        "insider",
        "intelligencer",
        "messenger",
        "monitor",
        "observer",
        "patriot",
        "pioneer",
        "recorder",
        "reporter",
        "scotsman",
        "spectator",
        "star",
        "statesman",
    ];
    let after_the = first > 0 && story.is(first - 1, "the") && story.joined(first - 1);
    // "the Independent candidate", "the Guardian who"
    let goes_on =
        story.joined(last) && story.entry(last + 1).noun.is_some_and(|noun| noun.class == NounClass::Person);
    let named = (first..last).all(|i| story.entry(i).given.is_none() && !story.entry(i).title);
    after_the && named && !goes_on && PAPERS.contains(&story.lower(last)) && !story.tokens[last].first
}

/// Whether a noun for a person is a surname as well.
pub(super) fn is_surname(lower: &str) -> bool {
    const SURNAMES: [&str; 54] = [
        "abbot",
        "archer",
        "baker",
        "barber",
        "baron",
        "bishop",
        "brewer",
        "butcher",
        "butler",
        "carpenter",
        "champion",
        "constable",
        "cook",
        "dancer",
        "deacon",
        "dean",
        "driver",
        "duke",
        "fellow",
        "fisher",
        "forester",
        "friend",
        "gardener",
        "guard",
        "guide",
        "gunner",
        "hunter",
        "joiner",
        "judge",
        "king",
        "lord",
        "marshal",
        "mason",
        "miller",
        "miner",
        "monk",
        "page",
        "pilgrim",
        "player",
        "pope",
        "porter",
        "potter",
        "priest",
        "prince",
        "ranger",
        "reader",
        "sergeant",
        "sheikh",
        "shepherd",
        "singer",
        "taylor",
        "trader",
        "usher",
        "warden",
    ];
    SURNAMES.contains(&lower) || lower.strip_suffix('s').is_some_and(|one| SURNAMES.contains(&one))
}
