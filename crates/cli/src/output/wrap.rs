//! Wraps a text for a terminal, made harmless, each line in its style.

use anstyle::Style;
use textwrap::{Options, WrapAlgorithm};

use crate::visible::visible;

/// Appends a text in lines no wider than `width` columns; all after the first hang two columns deeper than `indent`.
pub(crate) fn line(out: &mut String, text: &str, indent: &str, style: Style, width: usize) {
    let rest = format!("{indent}  ");
    let options = Options::new(width)
        .initial_indent(indent)
        .subsequent_indent(&rest)
        .wrap_algorithm(WrapAlgorithm::FirstFit);
    for line in textwrap::wrap(&visible(text), options) {
        let body = line.trim_start();
        let indent = &line[..line.len() - body.len()];
        out.push_str(&format!("{indent}{style}{body}{style:#}\n"));
    }
}
