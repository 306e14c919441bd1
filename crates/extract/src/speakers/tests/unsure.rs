//! The model of pronouns: asked where the rules leave "he" or "she" open or unsure, and nowhere else.

use std::sync::LazyLock;

use super::*;
use crate::referents::Referents;
use crate::speakers::resolve_asking;
use crate::{Extractor, Shipped};

static TAGGER: LazyLock<Extractor> = LazyLock::new(|| Extractor::embedded(Shipped::Standard).unwrap());
static REFERENTS: LazyLock<Referents> = LazyLock::new(Referents::embedded);

/// Shows for each source who it is by the rules alone, and who and why with the model.
#[track_caller]
fn check_asked(marked: &str, expected: Expect) {
    let (article, attributions) = read(marked);
    let story = Story::new(&article);
    let rules = resolve(&story, &attributions, &World::embedded());
    let ground = TAGGER.extract(&article).unwrap().ground;
    let asked = resolve_asking(&story, &attributions, &World::embedded(), (&REFERENTS, &ground)).unwrap();
    let mut out = String::new();
    for (i, attribution) in attributions.iter().enumerate() {
        let source: Vec<&str> = attribution.source.iter().map(|s| article.text.slice(s)).collect();
        let plain: Vec<&str> =
            rules.of[i].iter().map(|id| rules.actors[id.0 as usize].name.as_str()).collect();
        let plain = if plain.is_empty() { "-".to_owned() } else { plain.join(" + ") };
        out.push_str(&format!("{}: {plain} → ", source.join(" … ")));
        for resolution in &asked.resolution[i] {
            let why: Vec<&str> = resolution.why.iter().map(|link| article.text.slice(link.span)).collect();
            let name = &asked.actors[resolution.actor.0 as usize].name;
            out.push_str(&format!("{name} {:.2} ({})", resolution.confidence, why.join(", ")));
        }
        out.push_str(if asked.of[i].is_empty() { "-\n" } else { "\n" });
    }
    expected.assert_eq(&out);
}

#[test]
fn where_the_rules_are_unsure() {
    for (marked, expected) in [
        (
            "Peter Smith refrained on Monday from attacking his rivals, particularly Tom Brown and John Lind, who say the senator lacks the experience.
             [S:He] [C:dismissed] [Q:the critique of his speech].",
            expect![[r#"
                He: - → Peter Smith 0.90 (He, Peter Smith)
            "#]],
        ),
        (
            "Smith’s critics are many. “He was hard to work with,” Senator Tom Brown recalled.
             But when it comes to Peter Smith’s proudest moments, it is his lost votes that stand out.
             [S:He] [C:said] [Q:no to the war].",
            expect![[r#"
                He: Tom Brown → Peter Smith 0.90 (He, Peter Smith)
            "#]],
        ),
        (
            "Anna Kovacs gave Maria Weiss the keys after Weiss lost hers. [S:She] [C:promised] [Q:to return them].",
            expect![[r#"
                She: Anna Kovacs → Anna Kovacs 0.60 (She, Anna Kovacs)
            "#]],
        ),
    ] {
        check_asked(marked, expected);
    }
}

#[test]
fn not_where_the_model_may_not_decide() {
    for (marked, expected) in [
        // Clear by the rules.
        (
            "Anna Kovacs met Peter Smith in Vienna. [S:He] [C:said] [Q:a]. [S1:She] [C1:said] [Q1:b].",
            expect![[r#"
                He: Peter Smith → Peter Smith 0.96 (He, Peter Smith)
                She: Anna Kovacs → Anna Kovacs 0.96 (She, Anna Kovacs)
            "#]],
        ),
        // As likely either.
        (
            "Between Peter Smith and Tom Brown there was no love. [S:He] [C:said] [Q:so].",
            expect![[r#"
            He: - → -
        "#]],
        ),
        // Nobody of that gender.
        (
            "Mrs. Oduya left Ms. Tan in Vienna. [S:He] [C:said] [Q:so].",
            expect![[r#"
            He: - → -
        "#]],
        ),
        // Nobody named before.
        (
            "[S:He] [C:said] [Q:no]. Peter Smith and Tom Brown heard it.",
            expect![[r#"
            He: - → -
        "#]],
        ),
        // No "he" or "she".
        (
            "Peter Smith met Tom Brown and the bank. [S:They] [C:said] [Q:so].",
            expect![[r#"
            They: - → -
        "#]],
        ),
    ] {
        check_asked(marked, expected);
    }
}

#[test]
fn not_without_end() {
    let names = ["Smith", "Brown", "Weiss", "Kovacs", "Roe", "Lind", "Dahl", "Holm", "Vane", "Moe"];
    let given = ["Peter", "Anna", "John", "Mary", "Tom", "Maria", "Paul"];
    let meeting = |i: usize| {
        // Any two of them, in no order.
        let name = |k: usize| format!("{} {}", given[k / 7 % given.len()], names[k % names.len()]);
        let (one, two) = (name(i * 7919 % 1009), name(i * 104_729 % 1013 + 1));
        format!(
            "{one} met {two} there. [S:He] [C:said] [Q:it was late]. [S1:She] [C1:said] [Q1:that he was wrong].\n"
        )
    };
    let (article, attributions) = read(&(0..200).map(meeting).collect::<String>());
    let story = Story::new(&article);
    let rules = resolve(&story, &attributions, &World::embedded()).resolution;
    let ground = TAGGER.extract(&article).unwrap().ground;
    let asked = resolve_asking(&story, &attributions, &World::embedded(), (&REFERENTS, &ground)).unwrap();
    let asked = asked.resolution;
    assert_eq!(rules.len(), 400);
    let others = |range: std::ops::Range<usize>| range.filter(|&i| rules[i] != asked[i]).count();
    assert!(others(0..200) > 0, "it is never asked");
    assert_eq!(others(300..400), 0, "it is still asked");
}
