//! `hieucan man`: one manual page for all commands, in the language of the messages.

use std::io;

use clap_mangen::Man;
use clap_mangen::roff::{Roff, roman};

use super::Ending;
use super::args;
use super::terminal::Terminal;
use crate::base::i18n::Catalog;

/// Prints the manual page.
pub fn run(terminal: &Terminal) -> Ending {
    let mut page = Vec::new();
    match write(terminal.catalog, &mut page) {
        Ok(()) => terminal.results(|out| out.write_all(&page), Ending::Done),
        Err(_) => Ending::Failed,
    }
}

fn write(catalog: &Catalog, page: &mut Vec<u8>) -> io::Result<()> {
    let program = args::program(catalog);
    let whole = Man::new(program.clone()).title("HIEUCAN").section("1").manual("hieucan");
    whole.render_title(page)?;
    section(page, &catalog.text("man-name"), &format!("hieucan - {}", catalog.text("help-about")));
    section(page, &catalog.text("help-usage"), &catalog.text("help-usage-hieucan"));
    options(page, program.clone(), "SH", |_| true)?;
    for command in program.get_subcommands().filter(|command| !command.is_hide_set()) {
        let name = command.get_name();
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        section(page, &format!("hieucan {name}"), &about);
        let mut usage = Roff::new();
        usage.control("PP", []);
        usage.text([roman(catalog.text(&format!("help-usage-{name}")))]);
        page.extend(usage.to_roff().as_bytes());
        // Beside the command's own options there are the shared ones, and a heading of clap's for its help.
        let own = catalog.text("help-options").to_uppercase();
        options(page, command.clone(), "SS", |heading| heading == own)?;
    }
    section(page, &catalog.text("man-status"), &catalog.text("help-after"));
    Ok(())
}

fn section(page: &mut Vec<u8>, heading: &str, text: &str) {
    let mut roff = Roff::new();
    roff.control("SH", [heading]);
    roff.text([roman(text)]);
    page.extend(roff.to_roff().as_bytes());
}

/// The options of a command, under headings of the kind `mark`; those of which `is_wanted` is not true are left out.
fn options(page: &mut Vec<u8>, command: clap::Command, mark: &str, is_wanted: impl Fn(&str) -> bool) -> io::Result<()> {
    let mut bytes = Vec::new();
    Man::new(command.mut_args(|arg| arg.required(false))).render_options_section(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes).into_owned();
    let mut is_shown = false;
    for line in text.lines() {
        if let Some(heading) = line.strip_prefix(".SH ") {
            is_shown = is_wanted(heading.trim_matches('"'));
            if is_shown {
                page.extend(format!(".{mark} {heading}\n").as_bytes());
            }
        } else if is_shown {
            page.extend(line.as_bytes());
            page.push(b'\n');
        }
    }
    Ok(())
}
