//! A text as the trainer reads it: `{"doc","pieces":[[…]],"shape":[…],"quoted":[…],"paragraph":[…],"tags":[…]}`, a number for each word.

use onrecord_base::Text;
use onrecord_extract::wordpiece::WordPiece;
use onrecord_extract::words::Word;

/// The words of a text with their tags.
pub(crate) fn as_json(
    doc: &str,
    text: &Text,
    words: &[Word],
    tags: &[u8],
    pieces: &WordPiece,
) -> serde_json::Value {
    let ids = |word: &Word| {
        let mut out = Vec::new();
        pieces.encode(text.slice(word.span), &mut out);
        out
    };
    serde_json::json!({
        "doc": doc,
        "pieces": words.iter().map(ids).collect::<Vec<_>>(),
        "shape": words.iter().map(|word| word.shape as u8).collect::<Vec<_>>(),
        "quoted": words.iter().map(|word| word.quoted as u8).collect::<Vec<_>>(),
        "paragraph": words.iter().map(|word| word.paragraph).collect::<Vec<_>>(),
        "tags": tags,
    })
}
