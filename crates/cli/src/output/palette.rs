//! The styles of the report, and whether there are any.

use std::io;

use anstream::AutoStream;
use anstyle::{AnsiColor, Style};
use clap::ColorChoice;

/// What a style stands for. All of them carry meaning that the words give as well.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Palette {
    /// The headline.
    pub(crate) title: Style,
    /// An actor's name.
    pub(crate) actor: Style,
    /// The number of a statement.
    pub(crate) number: Style,
    /// Where and how; what the eye may pass over.
    pub(crate) aside: Style,
    /// What was odd.
    pub(crate) note: Style,
}

impl Palette {
    /// As the user wishes; if he leaves it to us, as NO_COLOR, CLICOLOR_FORCE and the terminal say.
    pub(crate) fn choose(color: ColorChoice, to_terminal: bool) -> Self {
        let coloured = match color {
            ColorChoice::Always => true,
            ColorChoice::Never => false,
            ColorChoice::Auto => match AutoStream::choice(&io::stdout()) {
                anstream::ColorChoice::Always | anstream::ColorChoice::AlwaysAnsi => true,
                anstream::ColorChoice::Auto => to_terminal,
                anstream::ColorChoice::Never => false,
            },
        };
        if coloured { Self::coloured() } else { Self::default() }
    }

    /// Bold, dim and two of the terminal's own colours, so that light and dark themes both hold.
    pub(crate) fn coloured() -> Self {
        Self {
            title: Style::new().bold().underline(),
            actor: Style::new().bold().fg_color(Some(AnsiColor::Cyan.into())),
            number: Style::new().fg_color(Some(AnsiColor::Cyan.into())),
            aside: Style::new().dimmed(),
            note: Style::new().fg_color(Some(AnsiColor::Yellow.into())),
        }
    }
}
