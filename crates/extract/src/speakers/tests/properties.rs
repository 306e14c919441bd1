//! Properties: whatever the text and spans, spans slice, ids are in range and nothing panics.

use onrecord_base::{LitterReason, Spans};
use proptest::prelude::*;

use super::*;

fn words() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        8 => prop::sample::select(vec![
            "he", "He", "she", "they", "it", "who", "which", "I", "We", "his", "her", "the", "The", "a", "both", "two", "one", "of", "and",
            "minister", "ministers", "president", "President", "Mr.", "Mrs.", "Sen.", "Anna", "Kovacs", "Kovasc", "Smith", "SMITH:", "Trump’s",
            "Bank", "European", "Russian", "Russia", "(ECB)", "Corp.", "said", "“Yes,”", "”", "“", ",", ".", ", who", "\n", "company", "Jr.", "de",
            "counterpart", "study", "New", "York", "&", "for", "(", ")", "residents", "'s", "you're", "King", "Foreign", "Minister",
        ]).prop_map(str::to_owned),
        1 => "\\PC{0,6}",
    ];
    prop::collection::vec(word, 0..60).prop_map(|words| words.join(" "))
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]
    #[test]
    fn never_panics(text in words(), cuts in prop::collection::vec((0usize..400, 1usize..40, 0u8..3, 0usize..6), 0..20), litter in any::<u8>()) {
        let text = Text::new(text).unwrap();
        let mut blocks = Vec::new();
        let mut at = 0;
        for (i, line) in text.as_str().split_inclusive('\n').enumerate() {
            if let Some(span) = text.span(at, at + line.len()).and_then(|s| text.trim(s)) {
                let kind = match i {
                    0 => BlockKind::Headline,
                    i if i % 7 == usize::from(litter) % 7 => BlockKind::Litter(LitterReason::Link),
                    _ => BlockKind::Paragraph,
                };
                blocks.push(Block { span, kind });
            }
            at += line.len();
        }
        let boundary = |mut i: usize| {
            i = i.min(text.as_str().len());
            while !text.as_str().is_char_boundary(i) {
                i -= 1;
            }
            i
        };
        let span = |from: usize, length: usize| -> Span { text.span(boundary(from), boundary(from + length).max(boundary(from))).unwrap() };
        let mut attributions: Vec<Attribution> = cuts
            .iter()
            .map(|&(from, length, kind, gap)| Attribution {
                source: if kind == 0 { Spans::NONE } else { [span(from, length), span(from + length + gap, gap)].into_iter().collect() },
                cue: (kind != 1).then(|| span(from + length, 4)),
                content: Spans::from(span((from + gap * 9) % 300, length * 2)),
                form: if gap % 2 == 0 { Form::Direct } else { Form::Indirect },
                confidence: 1.0,
            })
            .collect();
        attributions.sort_by_key(|a| a.content.first());
        let article = Article { text, blocks, metadata: Metadata::default(), diagnostics: vec![] };
        let found = resolve(&Story::new(&article), &attributions, &World::embedded());
        prop_assert_eq!(found.of.len(), attributions.len());
        let mut used = vec![false; found.actors.len()];
        for id in found.of.iter().flatten() {
            used[id.0 as usize] = true;
        }
        prop_assert!(used.iter().all(|u| *u));
        for actor in &found.actors {
            prop_assert!(!actor.name.trim().is_empty());
            for mention in actor.mentions.iter() {
                prop_assert!(article.text.as_str().get(mention.range()).is_some());
            }
        }
    }
}

#[test]
fn many_attributions_take_linear_time() {
    let sources = [
        "Anna Kovacs",
        "She",
        "the minister",
        "An official",
        "two officials",
        "Brown",
        "He",
        "the company",
        "they",
        "who",
    ];
    let mut marked = String::from("Finance Minister Anna Kovacs met Tom Brown of Acme Corp. today.\n");
    for i in 0..20_000 {
        let name = if i % 10 == 5 { format!("Tom Brown{}", i % 5000) } else { sources[i % 10].to_owned() };
        marked.push_str(&format!("[S:{name}] [C:said] [Q:“it is so number {i}”].\n"));
    }
    let (article, attributions) = read(&marked);
    let start = std::time::Instant::now();
    let found = resolve(&Story::new(&article), &attributions, &World::embedded());
    assert_eq!(found.of.len(), 20_000);
    // Generous, for an unoptimised build on a busy machine.
    assert!(start.elapsed().as_secs() < 20, "{:?}", start.elapsed());
}
