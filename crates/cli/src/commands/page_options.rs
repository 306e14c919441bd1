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
    /// A page is read whole or not at all. A recent core reads some 16,000 words a second.
    #[arg(long, value_name = "N", default_value_t = Limits::default().max_words)]
    max_words: usize,

    /// Leave out statements that are less likely than this to be right (0 to 1)
    ///
    /// The confidence of a statement is the share of such statements that are right: content and source, as measured on
    /// news of which the answers are known. 0.5 leaves out about a sixth, of which three fifths are wrong.
    #[arg(long, value_name = "P", default_value_t = 0.0, value_parser = probability, help_heading = "What is kept")]
    min_confidence: f32,
}

fn probability(text: &str) -> Result<f32, String> {
    let number: f32 =
        text.parse().map_err(|_| "this is no number; give one from 0 to 1, such as 0.5".to_owned())?;
    if (0.0..=1.0).contains(&number) {
        Ok(number)
    } else {
        Err("give a number from 0 to 1, such as 0.5".to_owned())
    }
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
        ReadOptions { hint, limits, min_confidence: self.min_confidence }
    }
}
