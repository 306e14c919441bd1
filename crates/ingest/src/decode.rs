//! Bytes to characters: refuses binaries, finds the format and the encoding, counts what was invalid.

use std::sync::LazyLock;

use chardetng::EncodingDetector;
use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};
use onrecord_base::{Code, Diagnostic};
use regex::bytes::Regex;

use crate::{Format, Hint, PageError};

/// A decoded page.
pub(crate) struct Decoded {
    /// The characters, without a byte-order mark.
    pub(crate) text: String,
    /// What the page is.
    pub(crate) format: Format,
    /// The encoding's WHATWG name.
    pub(crate) encoding: &'static str,
    /// What was odd about the bytes.
    pub(crate) diagnostics: Vec<Diagnostic>,
}

/// Decodes a page. Order of belief: byte-order mark, the hint, UTF-16 by its zero bytes, the charset that
/// an HTML page declares, valid UTF-8, statistics.
pub(crate) fn decode(bytes: &[u8], hint: &Hint) -> Result<Decoded, PageError> {
    if let Some((looks_like, advice)) = binary(bytes) {
        return Err(PageError::Binary { looks_like, advice });
    }
    let marked = Encoding::for_bom(bytes);
    let wide = marked.is_none().then(|| utf16_by_zeros(bytes)).flatten();
    let zeros = bytes.iter().take(64 << 10).filter(|b| **b == 0).count();
    let sampled = bytes.len().clamp(1, 64 << 10);
    if marked.is_none_or(|(e, _)| e == UTF_8) && wide.is_none() && zeros * 100 > sampled {
        return Err(PageError::Binary { looks_like: "binary data", advice: TEXT_ADVICE });
    }
    let hinted = match &hint.charset {
        Some(label) => Some(
            Encoding::for_label(label.as_bytes())
                .ok_or_else(|| PageError::UnknownCharset { label: label.clone() })?,
        ),
        None => None,
    };
    let (body, marked) = match marked {
        Some((encoding, length)) => (&bytes[length..], Some(encoding)),
        None => (bytes, None),
    };
    let declared = || declared_charset(body).filter(|_| looks_like_html(body));
    let encoding = marked.or(hinted).or(wide).or_else(declared).filter(|e| agrees(e, body, hinted));
    let encoding = encoding.unwrap_or_else(|| detect(body));
    let (text, invalid) = characters(encoding, body);
    if is_noise(&text) {
        return Err(PageError::Binary { looks_like: "binary data", advice: TEXT_ADVICE });
    }
    if text.trim().is_empty() {
        return Err(PageError::Empty);
    }
    let mut diagnostics = Vec::new();
    if invalid > 0 {
        let name = encoding.name();
        let message = format!(
            "{invalid} byte sequences are not valid {name} and were replaced; name the charset if it is another"
        );
        diagnostics.push(Diagnostic::whole(Code::InvalidEncoding, message));
    }
    let format = hint.format.unwrap_or_else(|| format_of(&text));
    Ok(Decoded { text, format, encoding: encoding.name(), diagnostics })
}

/// Whether decoding gave what no text has: many control characters, or hardly anything but signs and replacements.
fn is_noise(text: &str) -> bool {
    const SAMPLE: usize = 1 << 16;
    let (mut all, mut control, mut sense) = (0_usize, 0_usize, 0_usize);
    let mut same = text.chars().next();
    for c in text.chars().take(SAMPLE) {
        all += 1;
        control += usize::from(c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\x0c'));
        sense += usize::from(c.is_ascii() && !c.is_control() || c.is_alphabetic() || c.is_whitespace());
        same = same.filter(|first| *first == c);
    }
    // One byte over and over, beyond ASCII, is no text in any charset.
    let one = all > 64 && same.is_some_and(|c| !c.is_ascii());
    control * 100 > all || sense * 2 < all && all > 16 && text.contains('\u{FFFD}') || one
}

const TEXT_ADVICE: &str = "give the page as HTML or plain text";
const IMAGE_ADVICE: &str = "give the text, for example from text recognition";
const ARCHIVE_ADVICE: &str = "unpack it and give the pages inside";

/// What a binary looks like and what to do; `None` for anything that may be text.
fn binary(bytes: &[u8]) -> Option<(&'static str, &'static str)> {
    const MAGIC: [(&[u8], &str, &str); 24] = [
        (b"%PDF-", "a PDF", "convert it to text first, for example with pdftotext"),
        (b"\x89PNG\r\n", "a PNG image", IMAGE_ADVICE),
        (b"\xFF\xD8\xFF", "a JPEG image", IMAGE_ADVICE),
        (b"GIF87a", "a GIF image", IMAGE_ADVICE),
        (b"GIF89a", "a GIF image", IMAGE_ADVICE),
        (b"II*\0", "a TIFF image", IMAGE_ADVICE),
        (b"MM\0*", "a TIFF image", IMAGE_ADVICE),
        (b"\0\0\x01\0", "an icon", IMAGE_ADVICE),
        (b"PK\x03\x04", "a zip archive or office document", "unpack it, or save the document as text"),
        (b"PK\x05\x06", "an empty zip archive", ARCHIVE_ADVICE),
        (b"\x1F\x8B", "gzip data", "unpack it first, for example with gunzip"),
        (b"BZh", "bzip2 data", "unpack it first, for example with bunzip2"),
        (b"\xFD7zXZ\0", "xz data", "unpack it first, for example with unxz"),
        (b"\x28\xB5\x2F\xFD", "zstd data", "unpack it first, for example with unzstd"),
        (b"7z\xBC\xAF\x27\x1C", "a 7z archive", ARCHIVE_ADVICE),
        (b"Rar!\x1A\x07", "a rar archive", ARCHIVE_ADVICE),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an old office document", "save the document as text"),
        (b"{\\rtf", "an RTF document", "save the document as text"),
        (b"\x7FELF", "a program", TEXT_ADVICE),
        (b"SQLite format 3\0", "an SQLite database", TEXT_ADVICE),
        (b"OggS", "an Ogg recording", "give a transcript as text"),
        (b"ID3", "an MP3 recording", "give a transcript as text"),
        (b"fLaC", "a FLAC recording", "give a transcript as text"),
        (b"wOF2", "a font", TEXT_ADVICE),
    ];
    for (magic, looks_like, advice) in MAGIC {
        // "BZh" and "ID3" may begin a text; the data that follow them in a real file are never plain ASCII.
        let certain = magic.len() > 3
            || !bytes.iter().take(64).all(|b| b.is_ascii_graphic() || b.is_ascii_whitespace());
        if bytes.starts_with(magic) && certain {
            return Some((looks_like, advice));
        }
    }
    match bytes {
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'E', b'B', b'P', ..] => {
            Some(("a WebP image", IMAGE_ADVICE))
        }
        [b'R', b'I', b'F', b'F', _, _, _, _, b'W', b'A', b'V', b'E', ..] => {
            Some(("a WAV recording", "give a transcript as text"))
        }
        [_, _, _, _, b'f', b't', b'y', b'p', ..] => {
            Some(("a video or HEIF image", "give a transcript as text"))
        }
        _ => None,
    }
}

/// UTF-16 without a mark: nearly all of the high or of the low bytes are zero, as in Latin-script text.
fn utf16_by_zeros(bytes: &[u8]) -> Option<&'static Encoding> {
    let sample = &bytes[..bytes.len().min(4096) & !1];
    let pairs = sample.len() / 2;
    let (even, odd) = sample.as_chunks::<2>().0.iter().fold((0, 0), |(even, odd), pair| {
        (even + usize::from(pair[0] == 0), odd + usize::from(pair[1] == 0))
    });
    if pairs >= 2 && odd * 10 >= pairs * 7 && even * 20 <= pairs {
        Some(UTF_16LE)
    } else if pairs >= 2 && even * 10 >= pairs * 7 && odd * 20 <= pairs {
        Some(UTF_16BE)
    } else {
        None
    }
}

/// The charset that an HTML page declares in its first 4 KiB.
fn declared_charset(bytes: &[u8]) -> Option<&'static Encoding> {
    static CHARSET: LazyLock<Regex> = LazyLock::new(|| {
        Regex::new(
            r#"(?i-u)(?:<meta[^>]{0,300}?charset|<\?xml[^>]{0,100}?encoding)\s*=\s*["']?\s*([a-z0-9_:.-]+)"#,
        )
        .expect("a constant pattern")
    });
    let label = CHARSET.captures(&bytes[..bytes.len().min(4096)])?;
    let encoding = Encoding::for_label(&label[1])?;
    // A page that could be read up to its ASCII declaration is not in UTF-16; the standard says UTF-8 then.
    Some(if encoding == UTF_16LE || encoding == UTF_16BE { UTF_8 } else { encoding })
}

/// Whether a declared encoding may be believed: a page that is valid UTF-8 beyond ASCII is UTF-8, and
/// one that declares UTF-8 falsely is left to detection unless nearly all of it is valid.
fn agrees(encoding: &&'static Encoding, bytes: &[u8], hinted: Option<&'static Encoding>) -> bool {
    if hinted.is_some() || *encoding == UTF_16LE || *encoding == UTF_16BE {
        return true;
    }
    if *encoding == UTF_8 {
        let invalid = bytes.utf8_chunks().filter(|c| !c.invalid().is_empty()).count();
        let beyond = bytes.iter().filter(|b| **b >= 0xC0).count();
        return invalid * 4 <= beyond || bytes.is_ascii();
    }
    bytes.is_ascii() || std::str::from_utf8(bytes).is_err()
}

fn detect(bytes: &[u8]) -> &'static Encoding {
    if std::str::from_utf8(bytes).is_ok() {
        return UTF_8;
    }
    // A few broken bytes in a long UTF-8 page (a cut download, one pasted character) leave it UTF-8.
    let (mut invalid, mut sound) = (0, 0);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        invalid += usize::from(!chunk.invalid().is_empty());
    }
    if invalid * 10 <= sound {
        return UTF_8;
    }
    let mut detector = EncodingDetector::new();
    detector.feed(&bytes[..bytes.len().min(1 << 20)], true);
    detector.guess(None, true)
}

/// The characters and the number of sequences that were replaced by U+FFFD.
fn characters(encoding: &'static Encoding, bytes: &[u8]) -> (String, usize) {
    let (text, malformed) = encoding.decode_without_bom_handling(bytes);
    if !malformed {
        return (text.into_owned(), 0);
    }
    let invalid = if encoding == UTF_8 {
        bytes.utf8_chunks().filter(|c| !c.invalid().is_empty()).count()
    } else {
        text.matches('\u{FFFD}').count()
    };
    (text.into_owned(), invalid)
}

fn looks_like_html(bytes: &[u8]) -> bool {
    format_of(&String::from_utf8_lossy(&bytes[..bytes.len().min(4096)])) == Format::Html
}

/// HTML if it starts like a page, or has several structural tags near its start.
fn format_of(text: &str) -> Format {
    static START: LazyLock<regex::Regex> = LazyLock::new(|| {
        regex::Regex::new(
            r"(?is)\A\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
        )
        .expect("a constant pattern")
    });
    static TAG: LazyLock<regex::Regex> = LazyLock::new(|| {
        regex::Regex::new(
            r"(?i)<(/?)(?:p|div|span|article|section|main|h[1-6]|ul|ol|li|table|tr|td|br|meta|script|link|title|style|blockquote|header|a\s+href)\b[^<>]*>",
        )
        .expect("a constant pattern")
    });
    let mut end = text.len().min(16 << 10);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let head = &text[..end];
    if START.is_match(head) {
        return Format::Html;
    }
    let starts = head.trim_start().starts_with('<');
    let found = TAG.find_iter(head).take(6).count();
    if (starts && found >= 1) || found >= 6 { Format::Html } else { Format::Plain }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(bytes: &[u8], format: Format, encoding: &str, text: &str) {
        let decoded = decode(bytes, &Hint::default()).unwrap();
        assert_eq!((decoded.format, decoded.encoding), (format, encoding));
        assert_eq!(decoded.text, text);
    }

    #[test]
    fn encodings_are_found() {
        check("“Ja”, sagte er.\r\n".as_bytes(), Format::Plain, "UTF-8", "“Ja”, sagte er.\r\n");
        check(b"\xEF\xBB\xBFNo.", Format::Plain, "UTF-8", "No.");
        let wide = |s: &str| s.encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>();
        check(&[&b"\xFF\xFE"[..], &wide("He said no.")].concat(), Format::Plain, "UTF-16LE", "He said no.");
        check(&wide("He said no."), Format::Plain, "UTF-16LE", "He said no.");
        let big: Vec<u8> = "He said no.".encode_utf16().flat_map(u16::to_be_bytes).collect();
        check(&big, Format::Plain, "UTF-16BE", "He said no.");
        check(
            b"\x93We won,\x94 she said in a caf\xE9.",
            Format::Plain,
            "windows-1252",
            "“We won,” she said in a café.",
        );
        check(
            b"<html><meta charset=iso-8859-2><p>\xE8esk\xFD</p>",
            Format::Html,
            "ISO-8859-2",
            "<html><meta charset=iso-8859-2><p>český</p>",
        );
        let lying = "<html><meta charset=iso-8859-1><p>“No”</p>";
        check(lying.as_bytes(), Format::Html, "UTF-8", lying);
    }

    #[test]
    fn invalid_bytes_are_replaced_and_counted() {
        let mut bytes = "“Já”, řekl. ".repeat(20).into_bytes();
        bytes.extend(b"\xFF and \xFE.");
        let decoded = decode(&bytes, &Hint::default()).unwrap();
        assert!(decoded.text.ends_with("\u{FFFD} and \u{FFFD}."));
        assert_eq!(decoded.diagnostics.len(), 1);
        assert!(decoded.diagnostics[0].message.starts_with("2 byte sequences"), "{:?}", decoded.diagnostics);
    }

    #[test]
    fn binaries_are_named() {
        for (bytes, expected) in [
            (&b"%PDF-1.7\n%\xE2\xE3"[..], "this is a PDF, not"),
            (b"\x89PNG\r\n\x1A\n\0\0\0\rIHDR", "this is a PNG image, not"),
            (b"PK\x03\x04\x14\0", "this is a zip archive"),
            (b"\x1F\x8B\x08\0", "this is gzip data"),
            (b"\x01\x02\0\0\0\x03abc\0\0\x7F\0\x10", "this is binary data"),
            (b" \r\n\t", "the page is empty"),
            (b"", "the page is empty"),
        ] {
            let message = decode(bytes, &Hint::default()).err().map(|e| e.to_string()).unwrap_or_default();
            assert!(message.starts_with(expected), "{message}");
        }
    }

    #[test]
    fn texts_are_not_taken_for_something_else() {
        for text in [
            "BZhang said no.",
            "ID3 tags are old, he said.",
            "If a < b and c > d, he said.",
            "Use <br> here.",
        ] {
            check(text.as_bytes(), Format::Plain, "UTF-8", text);
        }
    }
}
