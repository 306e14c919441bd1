//! The page held to its text, and to what it must never let through.

use expect_test::expect;
use onrecord_base::{ActorKind, BlockKind, Form};

use super::super::fixture::{self, Draft, Said};
use super::*;

/// The page from the first `from` to the next `to`, a line for each block element.
fn part(page: &str, from: &str, to: &str) -> String {
    let start = page.find(from).unwrap();
    let part = &page[start..start + page[start..].find(to).unwrap()];
    let breaks = [
        "<p", "<h1", "<h2", "<h3", "<li", "<section", "<details", "<nav", "</ol", "<dl", "<dt", "<table",
        "<tr", "<th ", "<td", "<div",
    ];
    breaks.iter().fold(part.to_owned(), |part, tag| part.replace(tag, &format!("\n{tag}"))) + "\n"
}

#[test]
fn the_article_with_its_marks() {
    expect![[r##"
        <article>
        <p dir="auto"><mark class="direct hue-0" id="s1" data-s="1"><span class="start"><a class="chip" href="#n1" title="Statement 1: Ingrid Halvorsen, direct" aria-label="Statement 1: Ingrid Halvorsen, direct">1</a>“We</span> do not seek a quarrel,”</mark> <b class="source hue-0" data-s="1">Ingrid Halvorsen</b> <i class="cue hue-0" data-s="1">said</i>, <mark class="direct hue-0" data-s="1"><span class="start"><a class="chip more" href="#n1" title="Statement 1 continues: Ingrid Halvorsen" aria-label="Statement 1 continues: Ingrid Halvorsen">1</a>“but</span> we will not be silent.”</mark></p>
        <p dir="auto"><b class="source means hue-0" data-s="2" data-who="Ingrid Halvorsen, foreign minister; Oleh Marchenko" role="note" tabindex="0" aria-label="She and Oleh Marchenko: Ingrid Halvorsen, foreign minister; Oleh Marchenko">She and Oleh Marchenko</b> <i class="cue hue-0" data-s="2">denied</i> <mark class="indirect hue-0" id="s2" data-s="2"><span class="start"><a class="chip" href="#n2" title="Statement 2: Ingrid Halvorsen, Oleh Marchenko, indirect" aria-label="Statement 2: Ingrid Halvorsen, Oleh Marchenko, indirect">2</a>that</span> troops had crossed the border</mark>.</p>
        <details class="litter"><summary>Not part of the story: inserted link</summary>
        <p dir="auto">Click Here: cheap boots</p></details>
        <p dir="auto"><mark class="direct hue-1" id="s3" data-s="3"><span class="start"><a class="chip" href="#n3" title="Statement 3: Oleh Marchenko, direct" aria-label="Statement 3: Oleh Marchenko, direct">3</a>“</span><b class="source hue-unknown" data-s="4">The president</b> <i class="cue hue-unknown" data-s="4">told</i> me <mark class="indirect hue-unknown" id="s4" data-s="4"><span class="start"><a class="chip" href="#n4" title="Statement 4: Speaker unknown, indirect" aria-label="Statement 4: Speaker unknown, indirect">4</a>he</span> would wait 😀</mark>,”</mark> <b class="source hue-1" data-s="3">Marchenko</b> <i class="cue hue-1" data-s="3">told reporters</i>.</p>
        <p dir="auto"><mark class="direct hue-unknown" id="s5" data-s="5"><span class="start"><a class="chip" href="#n5" title="Statement 5: Speaker unknown, direct" aria-label="Statement 5: Speaker unknown, direct">5</a>“Nobody</span> has forgotten.”</mark></p>
        <details class="litter"><summary>Not part of the story: comment form</summary>
        <p dir="auto">Leave a Reply</p></details>
    "##]].assert_eq(&part(&render(&fixture::spar()), "<article>", "</article>"));
}

#[test]
fn the_head_of_the_page() {
    expect![[r##"
        <header>
        <h1 lang="en" dir="auto">Ministers Spar on Orsa</h1>
        <p class="facts"><span>Eastwatch Notes</span> <span><time datetime="2021-02-11T18:42:07+00:00">11 February 2021, 18:42 UTC</time></span> <span>by Dana Whitlock</span> <span><a href="https://eastwatch.example/spar" rel="noopener noreferrer">the original</a></span></p>
        <nav aria-label="Speakers"><ul class="people">
        <li><a class="person hue-0" href="#p1"><bdi>Ingrid Halvorsen</bdi> <span class="count">2<span class="aside"> statements</span></span></a></li>
        <li><a class="person hue-1" href="#p2"><bdi>Oleh Marchenko</bdi> <span class="count">2<span class="aside"> statements</span></span></a></li>
        <li><a class="person hue-unknown" href="#p3"><bdi>Speaker unknown</bdi> <span class="count">2<span class="aside"> statements</span></span></a></li></ul></nav>
        <p class="legend">In the text: <b class="source hue-unknown">who</b>, <i class="cue hue-unknown">the words that say so</i>, and what was said: <mark class="direct hue-unknown">in quotation marks</mark>, <mark class="mixed hue-unknown">partly</mark> or <mark class="indirect hue-unknown">not</mark>. A number leads to the speaker, and from there back. Below the text: <a href="#stand">who stands where</a>.</p>
    "##]].assert_eq(&part(&render(&fixture::spar()), "<header>", "</header>"));
}

#[test]
fn the_list_of_speakers() {
    expect![[r##"
        <aside id="people" aria-labelledby="people-title" tabindex="-1">
        <h2 id="people-title">Who said what</h2>
        <section class="hue-0" id="p1" aria-labelledby="h1">
        <h3 id="h1"><bdi>Ingrid Halvorsen</bdi></h3>
        <p class="role">foreign minister · 2 statements</p><ol>
        <li id="n1" data-s="1" data-statement="d8b6eed63899fe81"><a href="#s1"><span class="number">1</span> <span class="quote" lang="en" dir="auto">“We do not seek a quarrel,” … “but we will not be silent.”</span></a>
        <p class="how">Ingrid Halvorsen said · direct · paragraph 1</p></li>
        <li id="n2" data-s="2" data-statement="4489aefbc15ae47c"><a href="#s2"><span class="number">2</span> <span class="quote" lang="en" dir="auto">that troops had crossed the border</span></a>
        <p class="how">She and Oleh Marchenko denied · indirect · paragraph 2 · with Oleh Marchenko</p></li>
        </ol></section>
        <section class="hue-1" id="p2" aria-labelledby="h2">
        <h3 id="h2"><bdi>Oleh Marchenko</bdi></h3>
        <p class="role">2 statements</p><ol>
        <li id="n2-2" data-s="2" data-statement="4489aefbc15ae47c"><a href="#s2"><span class="number">2</span> <span class="quote" lang="en" dir="auto">that troops had crossed the border</span></a>
        <p class="how">She and Oleh Marchenko denied · indirect · paragraph 2 · with Ingrid Halvorsen</p></li>
        <li id="n3" data-s="3" data-statement="e58c3bbfe23bb312"><a href="#s3"><span class="number">3</span> <span class="quote" lang="en" dir="auto">“The president told me he would wait 😀,”</span></a>
        <p class="how">Marchenko told reporters · direct · paragraph 3</p></li>
        </ol></section>
        <section class="hue-unknown" id="p3" aria-labelledby="h3">
        <h3 id="h3"><bdi>Speaker unknown</bdi></h3>
        <p class="role">2 statements</p><ol>
        <li id="n4" data-s="4" data-statement="b85cd216ae713beb"><a href="#s4"><span class="number">4</span> <span class="quote" lang="en" dir="auto">he would wait 😀</span></a>
        <p class="how">The president told · indirect · paragraph 3 · quoted within no. 3</p></li>
        <li id="n5" data-s="5" data-statement="f77020f9c2e36b09"><a href="#s5"><span class="number">5</span> <span class="quote" lang="en" dir="auto">“Nobody has forgotten.”</span></a>
        <p class="how">direct · paragraph 4</p></li>
        </ol></section>
    "##]].assert_eq(&part(&render(&fixture::spar()), "<aside", "</aside>"));
}

#[test]
fn who_stands_where() {
    expect![[r##"

        <section class="stand" id="stand" aria-label="Who stands where" tabindex="-1">
        <h2 id="stand-title">Who stands where</h2>
        <div class="scroll" role="group" aria-labelledby="stand-title" tabindex="0">
        <table aria-labelledby="stand-title"><thead>
        <tr>
        <th scope="col">Issue</th>
        <th scope="col"><a href="#p1"><bdi>Ingrid Halvorsen</bdi></a></th>
        <th scope="col"><a href="#p2"><bdi>Oleh Marchenko</bdi></a></th></tr></thead><tbody>
        <tr>
        <th scope="row"><bdi lang="en">answer on Orsa</bdi></th>
        <td class="hue-for"><span class="aside">Ingrid Halvorsen on answer on Orsa: </span><b class="glyph" aria-hidden="true">+</b> 1 for <span class="numbers"><a href="#s1" data-s="1" aria-label="1: statement of Ingrid Halvorsen on answer on Orsa, for">1</a> </span></td>
        <td class="hue-against"><span class="aside">Oleh Marchenko on answer on Orsa: </span><b class="glyph" aria-hidden="true">−</b> 1 against <span class="numbers"><a href="#s3" data-s="3" aria-label="3: statement of Oleh Marchenko on answer on Orsa, against">3</a> </span></td></tr>
        <tr>
        <th scope="row"><bdi lang="en">troops at the border</bdi></th>
        <td class="hue-against"><span class="aside">Ingrid Halvorsen on troops at the border: </span><b class="glyph" aria-hidden="true">−</b> 1 against <span class="numbers"><a href="#s2" data-s="2" aria-label="2: statement of Ingrid Halvorsen on troops at the border, against">2</a> </span></td>
        <td class="hue-against"><span class="aside">Oleh Marchenko on troops at the border: </span><b class="glyph" aria-hidden="true">−</b> 1 against, 1 unclear <span class="numbers"><a href="#s2" data-s="2" aria-label="2: statement of Oleh Marchenko on troops at the border, against">2</a> <a href="#s3" data-s="3" aria-label="3: statement of Oleh Marchenko on troops at the border, unclear">3</a> </span></td></tr>
        <tr>
        <th scope="row"><bdi lang="en">quarrel between the neighbours</bdi></th>
        <td class="hue-neutral"><span class="aside">Ingrid Halvorsen on quarrel between the neighbours: </span><b class="glyph" aria-hidden="true">○</b> 1 neutral <span class="numbers"><a href="#s1" data-s="1" aria-label="1: statement of Ingrid Halvorsen on quarrel between the neighbours, neutral">1</a> </span></td>
        <td class="silent"><span class="aside">Oleh Marchenko on quarrel between the neighbours: silent</span><span aria-hidden="true">·</span></td></tr></tbody></table></div>
        <p class="key">+ for, − against, ± both, ○ neutral, ? unclear, · silent. The numbers of the statements lead to their words in the text.</p>
        <h2>Where they differ</h2>
        <div class="pair">
        <h3><bdi lang="en">answer on Orsa</bdi></h3>
        <p class="role"><bdi>Ingrid Halvorsen</bdi> and <bdi>Oleh Marchenko</bdi> · by their stances</p><ul>
        <li data-s="1">
        <p class="who"><bdi>Ingrid Halvorsen said</bdi></p><a href="#s1"><span class="number">1</span> <span class="quote" lang="en" dir="auto">“We do not seek a quarrel,” … “but we will not be silent.”</span></a></li>
        <li data-s="3">
        <p class="who"><bdi>Oleh Marchenko told reporters</bdi></p><a href="#s3"><span class="number">3</span> <span class="quote" lang="en" dir="auto">“The president told me he would wait 😀,”</span></a></li></ul></div>
        <h2>Where they agree</h2>
        <div class="pair">
        <h3><bdi lang="en">troops at the border</bdi></h3>
        <p class="role"><bdi>Ingrid Halvorsen</bdi> and <bdi>Oleh Marchenko</bdi> · said together</p><ul>
        <li data-s="2">
        <p class="who"><bdi>Both denied</bdi></p><a href="#s2"><span class="number">2</span> <span class="quote" lang="en" dir="auto">that troops had crossed the border</span></a></li></ul></div>
    "##]].assert_eq(&part(&render(&fixture::spar()), "<section class=\"stand\"", "</section>"));
}

#[test]
fn many_differences_are_folded_and_labels_stay_text() {
    let page = render(&fixture::crowd());
    assert!(!page.contains("<b>toll"));
    assert_eq!(page.matches("<div class=\"pair\">").count(), 8);
    let folded = part(&page, "<details class=\"more\">", "</details>");
    assert_eq!(folded.matches("<div class=\"pair\">").count(), 2);
    assert!(folded.contains("Where they differ: 2 more"));
    expect![[r##"
        <tbody>
        <tr>
        <th scope="row"><bdi>a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town</bdi></th>
        <td class="hue-both"><span class="aside">Ada Lind on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town: </span><b class="glyph" aria-hidden="true">±</b> 1 for, 1 against <span class="numbers"><a href="#s1" data-s="1" aria-label="1: statement of Ada Lind on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town, for">1</a> <a href="#s7" data-s="7" aria-label="7: statement of Ada Lind on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town, against">7</a> </span></td>
        <td class="hue-against"><span class="aside">Ben Okafor on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town: </span><b class="glyph" aria-hidden="true">−</b> 1 against <span class="numbers"><a href="#s2" data-s="2" aria-label="2: statement of Ben Okafor on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town, against">2</a> </span></td>
        <td class="hue-for"><span class="aside">Cleo Marsh on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town: </span><b class="glyph" aria-hidden="true">+</b> 1 for <span class="numbers"><a href="#s3" data-s="3" aria-label="3: statement of Cleo Marsh on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town, for">3</a> </span></td>
        <td class="hue-against"><span class="aside">Dov Adler on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town: </span><b class="glyph" aria-hidden="true">−</b> 1 against <span class="numbers"><a href="#s4" data-s="4" aria-label="4: statement of Dov Adler on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town, against">4</a> </span></td>
        <td class="hue-neutral"><span class="aside">Eva Stone on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town: </span><b class="glyph" aria-hidden="true">○</b> 1 neutral <span class="numbers"><a href="#s5" data-s="5" aria-label="5: statement of Eva Stone on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town, neutral">5</a> </span></td>
        <td class="hue-unclear"><span class="aside">Fay Moss on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town: </span><b class="glyph" aria-hidden="true">?</b> 1 unclear <span class="numbers"><a href="#s6" data-s="6" aria-label="6: statement of Fay Moss on a &lt;b&gt;toll&lt;/b&gt; on the bridges of the old town, unclear">6</a> </span></td></tr>
    "##]].assert_eq(&part(&page, "<tbody>", "</tbody>"));
}

#[test]
fn where_nothing_is_at_issue_nothing_is_said_of_it() {
    for read in [fixture::known(), fixture::silent()] {
        let page = render(&read);
        assert!(!page.contains("id=\"stand\"") && !page.contains("#stand") && !page.contains("<table"));
    }
}

#[test]
fn statements_that_cross_lists_and_quotations() {
    let read = Draft::new(&[
        (BlockKind::ListItem, "One said yes."),
        (BlockKind::ListItem, "Two said no."),
        (BlockKind::BlockQuote, "Three."),
        (BlockKind::Heading, "Then"),
        (BlockKind::Caption, "A picture"),
    ])
    .said(&Said { source: "One", cue: "said", content: &["yes.\n\nTwo"], form: Form::Indirect, actors: &[] })
    .said(&Said { source: "", cue: "", content: &["Two said no"], form: Form::Indirect, actors: &[] })
    .read("list.txt");
    expect![[r##"
        <article><ul>
        <li dir="auto"><b class="source hue-unknown" data-s="1">One</b> <i class="cue hue-unknown" data-s="1">said</i> <mark class="indirect hue-unknown" id="s1" data-s="1"><span class="start"><a class="chip" href="#n1" title="Statement 1: Speaker unknown, indirect" aria-label="Statement 1: Speaker unknown, indirect">1</a>yes.</span></mark></li>
        <li dir="auto"><mark class="indirect hue-unknown" id="s2" data-s="2"><span class="start"><a class="chip" href="#n2" title="Statement 2: Speaker unknown, indirect" aria-label="Statement 2: Speaker unknown, indirect">2</a></span><mark class="indirect hue-unknown" data-s="1">Two</mark> said no</mark>.</li></ul><blockquote>
        <p dir="auto">Three.</p></blockquote>
        <h2 dir="auto">Then</h2>
        <p class="caption" dir="auto">A picture</p>
    "##]].assert_eq(&part(&render(&read), "<article>", "</article>"));
}

#[test]
fn nothing_of_a_page_becomes_markup() {
    let page = render(&fixture::hostile());
    for bad in [
        "<script>alert",
        "<img",
        "javascript:",
        "<b>role",
        "\u{1b}",
        "\u{202e}",
        "onload=\"x",
        "</mark></mark>",
    ] {
        assert!(!page.contains(bad), "{bad}");
    }
    assert_eq!(page.matches("<script>").count(), 1);
    expect![[r##"
        <article>
        <p dir="auto"><b class="source hue-0" data-s="1">=HYPERLINK(1)</b> <i class="cue hue-0" data-s="1">said</i> <mark class="mixed hue-0" id="s1" data-s="1"><span class="start"><a class="chip" href="#n1" title="Statement 1: =HYPERLINK(1), mixed" aria-label="Statement 1: =HYPERLINK(1), mixed">1</a>&lt;script&gt;alert(1)&lt;/script&gt;</span> &amp; ␛[31m⟨U+202E⟩“red”&lt;/mark&gt;</mark></p>
        <p dir="auto">Nothing else.</p>
    "##]].assert_eq(&part(&page, "<article>", "</article>"));
}

#[test]
fn links_lead_somewhere_and_ids_are_unique() {
    for read in [fixture::spar(), fixture::crowd(), fixture::hostile(), fixture::silent()] {
        let page = render(&read);
        let values = |start: &str| -> Vec<String> {
            page.split(start).skip(1).map(|rest| rest.split('"').next().unwrap().to_owned()).collect()
        };
        let mut ids = values(" id=\"");
        for link in values("href=\"#") {
            assert!(ids.contains(&link), "#{link} leads nowhere");
        }
        ids.sort();
        let count = ids.len();
        ids.dedup();
        assert_eq!(ids.len(), count, "an id is given twice");
    }
}

#[test]
fn nothing_comes_from_elsewhere() {
    let page = render(&fixture::spar());
    assert!(
        !page.contains(" src=")
            && !page.contains("<link")
            && !page.contains(" style=")
            && !page.contains("url(")
    );
    // The policy names what stands in the page, to the letter.
    for (from, to) in [("<style>", "</style>"), ("<script>", "</script>")] {
        let start = page.find(from).unwrap() + from.len();
        let inside = &page[start..start + page[start..].find(to).unwrap()];
        let hash = BASE64_STANDARD.encode(Sha256::digest(inside.as_bytes()));
        assert!(page.contains(&format!("'sha256-{hash}'")), "{from} is not named in the policy");
    }
}

#[test]
fn who_is_known_leads_to_the_item() {
    expect![[r##"
        <aside id="people" aria-labelledby="people-title" tabindex="-1">
        <h2 id="people-title">Who said what</h2>
        <section class="hue-0" id="p1" aria-labelledby="h1">
        <h3 id="h1"><bdi>Anna Berg</bdi></h3>
        <p class="role">secretary of state · <a href="https://www.wikidata.org/wiki/Q900001" rel="noopener noreferrer">Q900001</a> · 2 statements</p><ol>
        <li id="n1" data-s="1" data-statement="5b3f065b4c39ded5"><a href="#s1"><span class="number">1</span> <span class="quote" dir="auto">it rained</span></a>
        <p class="how">Anna Berg said · indirect · paragraph 1</p></li>
        <li id="n3" data-s="3" data-statement="22b5c67d7b0fc822"><a href="#s3"><span class="number">3</span> <span class="quote" dir="auto">so</span></a>
        <p class="how">Bo Ek and Berg hoped · indirect · paragraph 2 · with Bo Ek</p></li>
        </ol></section>
        <section class="hue-1" id="p2" aria-labelledby="h2">
        <h3 id="h2"><bdi>Russian foreign minister</bdi></h3>
        <p class="role"><a href="https://www.wikidata.org/wiki/Q58217" rel="noopener noreferrer">Q58217</a> <bdi>Sergey Lavrov</bdi> · 1 statement</p><ol>
        <li id="n2" data-s="2" data-statement="249fc3d0f8c1054a"><a href="#s2"><span class="number">2</span> <span class="quote" dir="auto">it</span></a>
        <p class="how">The Russian foreign minister denied · indirect · paragraph 1</p></li>
        </ol></section>
        <section class="hue-2" id="p3" aria-labelledby="h3">
        <h3 id="h3"><bdi>Bo Ek</bdi></h3>
        <p class="role">1 statement</p><ol>
        <li id="n3-3" data-s="3" data-statement="22b5c67d7b0fc822"><a href="#s3"><span class="number">3</span> <span class="quote" dir="auto">so</span></a>
        <p class="how">Bo Ek and Berg hoped · indirect · paragraph 2 · with Anna Berg</p></li>
        </ol></section>
    "##]].assert_eq(&part(&render(&fixture::known()), "<aside", "</aside>"));
}

#[test]
fn only_an_item_becomes_an_address() {
    let draft =
        Draft::new(&[(BlockKind::Paragraph, "Bo Ek said no.")]).actor("Bo Ek", ActorKind::Person, None);
    let said = Said { source: "Bo Ek", cue: "said", content: &["no"], form: Form::Indirect, actors: &[0] };
    let page = render(&draft.is("Q1\" onclick=\"x", Some("<b>")).said(&said).read("a.txt"));
    assert!(!page.contains("wikidata.org") && !page.contains("onclick"), "{page}");
}

#[test]
fn camps_stand_side_by_side() {
    let page = render(&fixture::camps());
    expect![[r##"

        <h2>Where they differ</h2>
        <div class="pair">
        <h3><bdi>tolls</bdi></h3>
        <p class="role">by their stances</p><h4>for</h4><ul>
        <li data-s="1">
        <p class="who"><bdi>Ada Lind said</bdi></p><a href="#s1"><span class="number">1</span> <span class="quote" dir="auto">the tolls are fair</span></a></li>
        <li data-s="3">
        <p class="who"><bdi>Cleo Marsh said</bdi></p><a href="#s3"><span class="number">3</span> <span class="quote" dir="auto">the tolls work</span></a></li></ul><h4>against</h4><ul>
        <li data-s="2">
        <p class="who"><bdi>Ben Okafor said</bdi></p><a href="#s2"><span class="number">2</span> <span class="quote" dir="auto">the tolls must go</span></a></li></ul></div>
    "##]].assert_eq(&part(&page, "<h2>Where they differ", "</section>"));
}
