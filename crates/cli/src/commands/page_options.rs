//! The options that say what a page is, shared by the commands that read one.

use clap::{Args, ValueEnum};
use onrecord_engine::{Format, Hint, Limits, ReadOptions};

/// What is known about the pages.
#[derive(Args)]
#[command(next_help_heading = "What the pages are")]
pub(crate) struct PageOptions {
    /// What to take pages for
    #[arg(long = "input", value_enum, value_name = "KIND", default_value = "auto")]
    kind: InputFormat,

    /// Charset of the pages, if not detected well (utf-8, windows-1251, shift_jis …)
    ///
    /// A label of the WHATWG Encoding Standard, as in a Content-Type header. A byte-order mark in the page wins
    /// over it.
    #[arg(long, value_name = "NAME")]
    charset: Option<String>,

    /// Where the page came from
    ///
    /// Names the page in outputs if it is read from standard input, and helps to find outlet and date.
    /// For one page only.
    #[arg(long, value_name = "URL")]
    pub(crate) url: Option<String>,

    /// The most words a page may have; a longer one is an error
    ///
    /// A page is read whole or not at all. About 4,000 words are read per second and core.
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_words)]
    max_words: usize,
}

#[derive(Clone, Copy, ValueEnum)]
enum InputFormat {
    /// Look at each page
    Auto,
    /// A web page
    Html,
    /// Plain text
    Text,
}

impl PageOptions {
    /// For the engine.
    pub(crate) fn read_options(&self) -> ReadOptions {
        let format = match self.kind {
            InputFormat::Auto => None,
            InputFormat::Html => Some(Format::Html),
            InputFormat::Text => Some(Format::Plain),
        };
        let hint = Hint { format, charset: self.charset.clone(), url: self.url.clone() };
        let limits = Limits { max_words: self.max_words, ..Limits::default() };
        ReadOptions { hint, limits }
    }
}
