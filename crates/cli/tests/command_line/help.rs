//! Help, manual and completions: held to their text, so that a change of the interface is seen.

use expect_test::expect;

use super::{Folder, out, run};

#[test]
fn help_of_the_program() {
    expect![[r#"
        Who said what: reads news and puts it on record

        Usage: onrecord <COMMAND>

        Commands:
          read         Read pages and list who said what
          who          List who speaks: in a page with all mentions and why, in several with all names
          html         Write one self-contained web page: the article with its statements marked
          compare      Compare two actors: where they differ, agree, or one is silent, with their words
          positions    List where each actor stands on each issue, with the statements that show it
          differences  List on which issues two actors differ, with the words of both
          network      Make a network of actors and issues, or of actors, in the measures of DNA
          events       Write statements as DNA's event list
          actors       Look up people, offices and countries
          issues       Keep the codebook: suggest, check, convert, merge, rename and split issues
          score        Compare statements with a folder annotated by hand
          schema       Print the JSON Schema of a jsonl output
          completions  Print a completion script for a shell
          man          Print the manual page, or write those of all commands into a folder
          help         Print this message or the help of the given subcommand(s)

        Options:
          -h, --help     Print help (see more with '--help')
          -V, --version  Print version

        Examples:
          onrecord read article.html                  who said what, for reading
          onrecord read news/ -f csv -o quotes.csv    a folder, for a spreadsheet
          curl -s URL | onrecord read - | jq .        for programs
          onrecord html article.html -o marked.html   the article with its statements marked
          onrecord who article.html                   who each speaker is, and how that is known
          onrecord who news/                          who speaks across a folder, under all names
          onrecord compare Halvorsen Marchenko news/  where two people differ, with their words

        Exit code: 0 statements found, 1 none found, 2 error.
    "#]]
    .assert_eq(out(&run(&Folder::new(&[]), "-h")));
}

#[test]
fn help_of_read() {
    expect![[r#"
        Read pages and list who said what

        Usage: onrecord read [OPTIONS] [FILE]...

        Arguments:
          [FILE]...  Pages or directories; - is standard input

        Options:
          -f, --format <FORMAT>  Form of the results [default: report on a terminal, jsonl otherwise]
                                 [possible values: report, jsonl, csv, brat]
          -o, --output <PATH>    Write here instead of to standard output; for brat, a directory
              --offsets <UNIT>   What offsets in the results count [default: char] [possible values: char,
                                 byte, utf16]
          -j, --jobs <N>         How many pages to read at once [default: one for each processor] [env:
                                 ONRECORD_JOBS]
          -q, --quiet            Say nothing on standard error but errors
          -v, --verbose          Say on standard error what each page was taken for, and what was passed
                                 over
              --progress <WHEN>  When to show progress on standard error [default: auto] [possible values:
                                 auto, always, never]
              --color <WHEN>     When to colour the report [default: auto] [possible values: auto, always,
                                 never]
          -h, --help             Print help (see more with '--help')
          -V, --version          Print version

        What the pages are:
              --input <KIND>    What to take pages for [default: auto] [possible values: auto, html, text]
              --charset <NAME>  Charset of the pages, if not detected well (utf-8, windows-1251, shift_jis
                                …)
              --url <URL>       Where the page came from
              --max-words <N>   The most words a page may have; a longer one is an error [default: 12000]

        What is kept:
              --min-confidence <P>  Leave out statements that are less likely than this to be right (0 to 1)
                                    [default: 0]

        What reads them:
              --model <MODEL>  Which of the built-in models reads [env: ONRECORD_MODEL] [default: standard]
                               [possible values: standard, fast]

        Who people are:
              --actors <FILE>  People you add to those the program knows: actors.toml, CSV or Popolo JSON;
                               may be repeated

        What is at issue:
              --issues <FILE>  Look for the issues of this codebook (.toml, .csv or .qdc), not those that
                               each article makes

        Examples:
          onrecord read article.html
          onrecord read news/ -f csv -o quotes.csv
          curl -s URL | onrecord read - --url URL -f report
          onrecord read *.txt -f brat -o annotated/
          onrecord read article.html | jq -r '.statements[].quote'
    "#]]
    .assert_eq(out(&run(&Folder::new(&[]), "read -h")));
}

#[test]
fn help_of_html() {
    expect![[r#"
        Write one self-contained web page: the article with its statements marked

        Usage: onrecord html [OPTIONS] <FILE>

        Arguments:
          <FILE>  The page; - is standard input

        Options:
          -o, --output <FILE>  Write here instead of to standard output; the file appears only when complete
          -h, --help           Print help (see more with '--help')
          -V, --version        Print version

        What the pages are:
              --input <KIND>    What to take pages for [default: auto] [possible values: auto, html, text]
              --charset <NAME>  Charset of the pages, if not detected well (utf-8, windows-1251, shift_jis
                                …)
              --url <URL>       Where the page came from
              --max-words <N>   The most words a page may have; a longer one is an error [default: 12000]

        What is kept:
              --min-confidence <P>  Leave out statements that are less likely than this to be right (0 to 1)
                                    [default: 0]

        What reads them:
              --model <MODEL>  Which of the built-in models reads [env: ONRECORD_MODEL] [default: standard]
                               [possible values: standard, fast]

        Who people are:
              --actors <FILE>  People you add to those the program knows: actors.toml, CSV or Popolo JSON;
                               may be repeated

        Examples:
          onrecord html article.html -o marked.html
          curl -s URL | onrecord html - --url URL > marked.html
    "#]]
    .assert_eq(out(&run(&Folder::new(&[]), "html -h")));
}

#[test]
fn help_of_actors_lookup() {
    expect![[r#"
        Tell whom a name or an office means

        Usage: onrecord actors lookup [OPTIONS] <NAME>...

        Arguments:
          <NAME>...  Name of a person or country, or an office; several words need no quotation marks

        Options:
              --on <DATE>        Only who was in office then, and with what office; YYYY-MM-DD, YYYY-MM or
                                 YYYY
          -f, --format <FORMAT>  Form of the results [default: report on a terminal, jsonl otherwise]
                                 [possible values: report, jsonl]
              --color <WHEN>     When to colour the report [default: auto] [possible values: auto, always,
                                 never]
          -h, --help             Print help (see more with '--help')
          -V, --version          Print version

        Who people are:
              --actors <FILE>  People you add to those the program knows: actors.toml, CSV or Popolo JSON;
                               may be repeated

        Examples:
          onrecord actors lookup Sergey Lavrov
          onrecord actors lookup lavrov --on 2019-05-14
          onrecord actors lookup "Russian foreign minister" --on 2019-05-14
          onrecord actors lookup the Kremlin -f jsonl

        Exit code: 0 somebody found, 1 nobody, 2 error.
    "#]]
    .assert_eq(out(&run(&Folder::new(&[]), "actors lookup -h")));
}

#[test]
fn help_of_who() {
    expect![[r#"
        List who speaks: in a page with all mentions and why, in several with all names

        Usage: onrecord who [OPTIONS] [FILE]...

        Arguments:
          [FILE]...  Pages, directories, or .jsonl files that read wrote; - is standard input

        Options:
          -f, --format <FORMAT>  Form of the results [default: report on a terminal, jsonl otherwise]
                                 [possible values: report, jsonl]
          -o, --output <FILE>    Write here instead of to standard output; the file appears only when
                                 complete
              --offsets <UNIT>   What offsets in the results count [default: char] [possible values: char,
                                 byte, utf16]
          -j, --jobs <N>         How many pages to read at once [default: one for each processor] [env:
                                 ONRECORD_JOBS]
          -q, --quiet            Say nothing on standard error but errors
              --color <WHEN>     When to colour the report [default: auto] [possible values: auto, always,
                                 never]
              --each             One page after the other, as if each were read alone
          -h, --help             Print help (see more with '--help')
          -V, --version          Print version

        Who is the same across articles:
              --merge-above <CONFIDENCE>  How sure a merge must be to be made; less sure ones are shown as
                                          proposals [default: 0.9]
              --same-actors <FILE>        Your own decisions on who is the same and who is not; may be
                                          repeated

        What the pages are:
              --input <KIND>    What to take pages for [default: auto] [possible values: auto, html, text]
              --charset <NAME>  Charset of the pages, if not detected well (utf-8, windows-1251, shift_jis
                                …)
              --url <URL>       Where the page came from
              --max-words <N>   The most words a page may have; a longer one is an error [default: 12000]

        What is kept:
              --min-confidence <P>  Leave out statements that are less likely than this to be right (0 to 1)
                                    [default: 0]

        What reads them:
              --model <MODEL>  Which of the built-in models reads [env: ONRECORD_MODEL] [default: standard]
                               [possible values: standard, fast]

        Who people are:
              --actors <FILE>  People you add to those the program knows: actors.toml, CSV or Popolo JSON;
                               may be repeated

        Examples:
          onrecord who article.html
          onrecord who news/
          onrecord read news/ -o news.jsonl && onrecord who news.jsonl --same-actors decided.toml
          onrecord who article.html | jq -r '.actors[].name'
          onrecord who news/ | jq -r 'select(.record == "actor" and .named) | [.id, .name] | @tsv'
    "#]]
    .assert_eq(out(&run(&Folder::new(&[]), "who -h")));
}

#[test]
fn every_command_has_its_manual_and_its_completion() {
    let folder = Folder::new(&[]);
    run(&folder, "man man1");
    let pages = [
        "",
        "-actors",
        "-actors-lookup",
        "-compare",
        "-completions",
        "-differences",
        "-events",
        "-html",
        "-issues",
        "-issues-check",
        "-issues-convert",
        "-issues-merge",
        "-issues-rename",
        "-issues-split",
        "-issues-suggest",
        "-man",
        "-network",
        "-positions",
        "-read",
        "-schema",
        "-score",
        "-who",
    ];
    for page in pages.map(|command| format!("man1/onrecord{command}.1")) {
        assert!(folder.read(&page).contains(".SH SYNOPSIS"), "{page}");
    }
    assert!(out(&run(&folder, "man")).contains("onrecord\\-read(1)"));
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let script = run(&folder, &format!("completions {shell}"));
        assert!(out(&script).contains("completions") && out(&script).contains("html"), "{shell}");
    }
}
