//! Why a source means whom it means: the chain of mentions, and how sure it is.

use super::*;

/// Shows for each source its speakers, how sure they are, and the links.
#[track_caller]
fn check_why(marked: &str, expected: Expect) {
    let (article, attributions) = read(marked);
    let found = resolve(&Story::new(&article), &attributions, &World::embedded());
    let mut out = String::new();
    for resolution in found.resolution.iter().flatten() {
        let name = &found.actors[resolution.actor.0 as usize].name;
        let link = |l: &onrecord_base::Link| format!("{} ({})", article.text.slice(l.span), l.how.name());
        let why: Vec<String> = resolution.why.iter().map(link).collect();
        out.push_str(&format!("{name} {:.2}: {}\n", resolution.confidence, why.join(" → ")));
    }
    for (actors, resolution) in found.of.iter().zip(&found.resolution) {
        let same: Vec<_> = resolution.iter().map(|r| r.actor).collect();
        assert_eq!(*actors, same, "each speaker has its reason");
    }
    expected.assert_eq(&out);
}

#[test]
fn from_pronoun_to_surname_to_full_name() {
    check_why(
        "Foreign Minister Ingrid Halvorsen came. [S:Halvorsen] [C:said] [Q:no]. [S1:She] [C1:said] [Q1:so].
         [S:Ms. Halvorsen] [C:left it at] [Q:that]. [S1:The minister] [C1:knew] [Q1:why].",
        expect![[r#"
            Ingrid Halvorsen 0.96: Halvorsen (short-name) → Foreign Minister Ingrid Halvorsen (full-name)
            Ingrid Halvorsen 0.96: She (pronoun) → Halvorsen (short-name) → Foreign Minister Ingrid Halvorsen (full-name)
            Ingrid Halvorsen 0.96: Ms. Halvorsen (short-name) → Foreign Minister Ingrid Halvorsen (full-name)
            Ingrid Halvorsen 0.95: minister (role) → Ms. Halvorsen (short-name) → Foreign Minister Ingrid Halvorsen (full-name)
        "#]],
    );
}

#[test]
fn a_full_name_explains_itself_and_so_does_who_has_none() {
    check_why(
        "[S:Anna Kovacs] [C:said] [Q:no]. [S1:An official] [C1:said] [Q1:yes]. [S2:Two officials] [C2:said] [Q2:so].",
        expect![[r#"
            Anna Kovacs 0.97: Anna Kovacs (full-name)
            official 0.84: official (role)
            Two officials 0.84: officials (role)
        "#]],
    );
}

#[test]
fn rivals_make_a_pronoun_less_sure() {
    check_why(
        "Anna Kovacs met Tom Brown. [S:She] [C:said] [Q:no].",
        expect![[r#"
            Anna Kovacs 0.96: She (pronoun) → Anna Kovacs (full-name)
        "#]],
    );
    check_why(
        "Anna Kovacs met Mary Brown. Kovacs smiled. [S:She] [C:said] [Q:no].",
        expect![[r#"
            Anna Kovacs 0.93: She (pronoun) → Kovacs (short-name) → Anna Kovacs (full-name)
        "#]],
    );
}

#[test]
fn whoever_speaks_for_another() {
    check_why(
        "[S:A spokesman for Acme Corp.] [C:said] [Q:a]. [S1:He] [C1:said] [Q1:b].",
        expect![[r#"
            Acme Corp. 0.90: spokesman for Acme Corp. (speaks-for)
            Acme Corp. 0.96: He (pronoun) → spokesman for Acme Corp. (speaks-for)
        "#]],
    );
}

#[test]
fn two_at_once() {
    check_why(
        "Finance Minister Anna Kovacs met Foreign Minister Tom Brown. [S:Both ministers] [C:said] [Q:no].
         [S:Anna Kovacs and Brown] [C:agreed] [Q:on that].",
        expect![[r#"
            Anna Kovacs 0.88: ministers (both) → Finance Minister Anna Kovacs (full-name)
            Tom Brown 0.88: ministers (both) → Foreign Minister Tom Brown (full-name)
            Anna Kovacs 0.97: Anna Kovacs (full-name)
            Tom Brown 0.96: Brown (short-name) → Foreign Minister Tom Brown (full-name)
        "#]],
    );
}

#[test]
fn a_speaker_who_goes_on() {
    check_why(
        "Ingrid Halvorsen came. [Q:“We won,”] [S:Halvorsen] [C:said]. [Q1:“We did.”]
         [Q:“No,”] [S:she] [C:said], [C1:adding] [Q1:that it was late].",
        expect![[r#"
            Ingrid Halvorsen 0.96: Halvorsen (short-name) → Ingrid Halvorsen (full-name)
            Ingrid Halvorsen 0.84: “We did.” (implied) → Halvorsen (short-name) → Ingrid Halvorsen (full-name)
            Ingrid Halvorsen 0.96: she (pronoun) → Halvorsen (short-name) → Ingrid Halvorsen (full-name)
            Ingrid Halvorsen 0.84: adding (implied) → she (pronoun) → Halvorsen (short-name) → Ingrid Halvorsen (full-name)
        "#]],
    );
}

#[test]
fn what_is_not_settled_has_no_reason() {
    check_why(
        "Anna Kovacs met Mary Brown. [S:She] [C:said] [Q:no]. [S1:Some] [C1:said] [Q1:so].",
        expect![[r#"
            Anna Kovacs 0.93: She (pronoun) → Anna Kovacs (full-name)
        "#]],
    );
}
