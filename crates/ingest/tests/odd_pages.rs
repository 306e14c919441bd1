//! Odd pages: each gives an article or says what is wrong with it, and none hangs.

use onrecord_ingest::{Hint, Limits, read};

#[track_caller]
fn check(bytes: &[u8], expected: &str) {
    let got = match read(bytes, &Hint::default(), &Limits::default()) {
        Ok(page) => format!("{} {}", page.format.name(), page.encoding),
        Err(error) => error.to_string(),
    };
    assert!(got.starts_with(expected), "{got}");
}

#[test]
fn nothing_in_it() {
    check(b"", "the page is empty");
    check(b" \n\t ", "the page is empty");
    check("<html><body></body></html>".as_bytes(), "the page is empty");
    check("<p>".repeat(1_000_000).as_bytes(), "the page is empty");
    check(format!("<html>{}", "<!".repeat(100_000)).as_bytes(), "the page is empty");
    check(format!("<html>{}", "<a ".repeat(100_000)).as_bytes(), "the page is empty");
    check(format!("<html><a href=\"{}", "x".repeat(1_000_000)).as_bytes(), "the page is empty");
}

#[test]
fn no_text() {
    let mixed: Vec<u8> = (0..1_u32 << 20).map(|i| (i.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    check(&mixed, "this is binary data");
    check(&[0xFF; 1 << 20], "this is binary data");
    check(&[0; 1 << 20], "this is binary data");
}

#[test]
fn too_long() {
    let size = 50 << 20;
    check("He said no. ".repeat(size / 12).as_bytes(), "the text has about 13107198 words");
    check("a".repeat(size).as_bytes(), "the text has about");
    check("a\n".repeat(size / 2).as_bytes(), "the text has about");
    check("over.”We do not. ".repeat(size / 19).as_bytes(), "the text has about");
    let quotation = "<p>“We will not go,” said Ann Smith.</p>";
    check(format!("<html>{}", quotation.repeat(20_000)).as_bytes(), "the text has about 140000 words");
}

#[test]
fn odd_but_read() {
    check(b"He said \xFF\xFE no way, and she said \xFF yes. ".repeat(50).as_slice(), "plain ");
    let wide: Vec<u8> = "\u{FEFF}“No,” said Ann Smith.".encode_utf16().flat_map(u16::to_le_bytes).collect();
    check(&wide, "plain UTF-16LE");
    let (open, close) = ("<div>".repeat(100_000), "</div>".repeat(100_000));
    check(format!("<html><body>{open}<p>He said no.</p>{close}").as_bytes(), "html UTF-8");
    check(format!("<html><a {}>x</a><p>He said no.</p>", "a=b/".repeat(500_000)).as_bytes(), "html UTF-8");
}

#[test]
fn the_header_of_a_mail_is_no_headline() {
    let title = |text: &str| {
        read(text.as_bytes(), &Hint::default(), &Limits::default()).unwrap().article.metadata.title.unwrap()
    };
    let story = "ALDERBY - The mayor said on Monday that the pier would open in May, whatever the weather may bring to the coast.\n";
    let header = "From: desk@alderby.example\nSubject: Pier to open in May\n\n";
    assert_eq!(title(&format!("{header}{story}")), "Pier to open in May");
    assert_eq!(
        title(&format!("{header}Mayor names a day for the pier\n\n{story}")),
        "Mayor names a day for the pier"
    );
    assert_eq!(title(&format!("From: pier to prison\n\n{story}")), "From: pier to prison");
}
