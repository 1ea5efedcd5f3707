//! `hieucan init`: a new cell, from flags or from questions on a terminal.

mod asker;

use std::env;
use std::io::{self, IsTerminal, Write};

use fluent_bundle::FluentValue;

use self::asker::Asker;
use super::Ending;
use super::args::{InitArgs, Shared, today};
use super::terminal::{Loudness, Terminal};
use crate::base::diagnostic::emit::{plain, plain_line};
use crate::base::error::{Error, Result};
use crate::base::i18n::Catalog;
use crate::base::source::Source;
use crate::config::{Config, Options};
use crate::model::member::Role;
use crate::parse;
use crate::scaffold::{self, Begun, Hooks, NewCell, NewMember, Plan, Unreadable, git_program, shell_word};

/// What cannot be written into settings: key of the sentence, and what was found.
struct Refusal(&'static str, String);

impl Refusal {
    /// A person that cannot be read as one.
    fn of_person(written: &str, why: Unreadable) -> Self {
        let key = match why {
            Unreadable::Name => "init-no-person",
            Unreadable::Id => "init-bad-id",
            Unreadable::Address => "init-bad-address",
        };
        Self(key, plain_line(written).into_owned())
    }

    fn facts(&self) -> [(&'static str, FluentValue<'_>); 1] {
        [("found", FluentValue::from(self.1.as_str()))]
    }
}

/// Begins a cell.
pub fn run(shared: &Shared, args: &InitArgs, terminal: &Terminal) -> Result<Ending> {
    let is_there = scaffold::is_cell(&args.dir);
    let given = match given(args).and_then(|given| if is_there { Ok(given) } else { outside_records(args, given) }) {
        Ok(given) => given,
        Err(refusal) => {
            terminal.complain(refusal.0, &refusal.facts(), None);
            return Ok(Ending::Failed);
        }
    };
    let unheard = if is_there { unheard(args, &given, terminal.catalog) } else { Vec::new() };
    let cell = if is_there { None } else { Some(heard(given, args, terminal)?) };
    let plan = Plan {
        folder: args.dir.clone(),
        cell,
        lang: shared.lang.unwrap_or(terminal.catalog.lang()),
        today: today(),
        forges: args.ci.clone(),
        repository: !args.no_git,
    };
    if let Some(cell) = &plan.cell {
        // Nothing is begun with settings that the next command would refuse.
        parse::settings(&Source { path: "hieucan.yaml".to_owned(), text: cell.settings(plan.lang) })?;
    }
    let begun = scaffold::begin(&plan)?;
    if terminal.loudness == Loudness::Quiet {
        return Ok(Ending::Done);
    }
    Ok(terminal.results(
        |out| {
            tell(out, &plan, &begun, terminal.catalog)?;
            unheard.iter().try_for_each(|told| writeln!(out, "{told}"))
        },
        Ending::Done,
    ))
}

/// No cell is begun among the records of another.
fn outside_records(args: &InitArgs, given: NewCell) -> Result<NewCell, Refusal> {
    match scaffold::cell_around(&args.dir) {
        Some(cell) => Err(Refusal("init-in-records", cell.display().to_string())),
        None => Ok(given),
    }
}

/// What was said though the settings, which are not changed, stand already: flags that change nothing, and the lines of
/// people who are not in the roster.
fn unheard(args: &InitArgs, given: &NewCell, catalog: &Catalog) -> Vec<String> {
    let flags = [
        ("--name", &args.cell_name),
        ("--id", &args.cell_id),
        ("--parent", &args.cell_parent),
        ("--place", &args.cell_place),
    ];
    let idle: Vec<_> = flags.iter().filter(|(_, said)| said.is_some()).map(|(flag, _)| format!("`{flag}`")).collect();
    let idle =
        (!idle.is_empty()).then(|| catalog.format("init-idle", &[("options", FluentValue::from(idle.join(", ")))]));
    let people = lines_to_copy(args, given).map(|lines| format!("{}\n{lines}", catalog.text("init-unheard")));
    idle.into_iter().chain(people).collect()
}

fn lines_to_copy(args: &InitArgs, given: &NewCell) -> Option<String> {
    let options = Options { root: args.dir.clone(), today: Some(today()), ..Options::default() };
    let settings = Config::resolve(options).ok().map(|config| config.settings);
    let roster = settings.iter().flat_map(|settings| settings.roster.members());
    let lines = given.lines_beside(roster.map(|member| (member.id.as_str(), member.name.as_str())));
    (!lines.is_empty()).then(|| plain(lines.trim_end()).into_owned())
}

/// The people that flags name; else why one of them cannot be read.
fn people(args: &InitArgs) -> Result<Vec<NewMember>, Refusal> {
    let roles = [(Role::Secretary, &args.secretary), (Role::Leader, &args.leader), (Role::Member, &args.roster)];
    let written = roles.into_iter().flat_map(|(role, people)| people.iter().map(move |person| (role, person)));
    written.map(|(role, person)| NewMember::read(person, role).map_err(|why| Refusal::of_person(person, why))).collect()
}

/// What the flags say; else why it cannot be written into settings.
fn given(args: &InitArgs) -> Result<NewCell, Refusal> {
    let given = NewCell {
        id: said(args.cell_id.as_deref()),
        name: args.cell_name.as_deref().map(scaffold::tidy).unwrap_or_default(),
        parent: said(args.cell_parent.as_deref()),
        place: said(args.cell_place.as_deref()),
        members: people(args)?,
    };
    let found = |text: &str| plain_line(text).into_owned();
    if let Some(id) = given.id_given_twice() {
        return Err(Refusal("init-id-twice", id.to_owned()));
    }
    if let Some(id) = given.id.as_deref().filter(|id| !scaffold::is_cell_id(id)) {
        return Err(Refusal("init-bad-cell-id", found(id)));
    }
    if !given.name.is_empty() && !is_cell_name(&given.name) {
        return Err(Refusal("init-bad-name", found(&given.name)));
    }
    Ok(given)
}

/// The cell by the flags; what they leave out is asked where somebody can answer.
fn heard(given: NewCell, args: &InitArgs, terminal: &Terminal) -> Result<NewCell> {
    match (given.name.is_empty(), given.members.is_empty()) {
        (false, false) => Ok(given),
        (no_name, nobody) if !io::stdin().is_terminal() => {
            let cell = with_stand_ins(given, args, terminal.catalog);
            let person = nobody.then(|| cell.members.first().map(|member| &*member.name)).flatten();
            tell_of_stand_ins(no_name.then_some(&*cell.name).into_iter().chain(person), terminal);
            Ok(cell)
        }
        _ => {
            let mut input = io::stdin().lock();
            let mut asker = Asker { input: &mut input, output: &mut io::stderr(), catalog: terminal.catalog };
            asker.cell(given).ok_or(Error::Interrupted)
        }
    }
}

/// The cell where nobody can be asked: the folder's name stands for its name, one person to be named for its people.
fn with_stand_ins(mut cell: NewCell, args: &InitArgs, catalog: &Catalog) -> NewCell {
    if cell.name.is_empty() {
        let folder = scaffold::whole(&args.dir).unwrap_or_else(|| args.dir.clone());
        cell.name = folder.file_name().map(|name| scaffold::tidy(&name.to_string_lossy())).unwrap_or_default();
    }
    if cell.name.is_empty() {
        cell.name = catalog.text("init-unnamed-cell");
    }
    if cell.members.is_empty() {
        let name = catalog.text("init-unnamed-person");
        cell.members = vec![NewMember { id: None, name, email: None, role: Role::Member }];
    }
    cell
}

/// Says which names were not given, so that nobody takes them for the cell's own.
fn tell_of_stand_ins<'n>(names: impl Iterator<Item = &'n str>, terminal: &Terminal) {
    let names: Vec<_> = names.map(|name| format!("`{name}`")).collect();
    let sentence = terminal.catalog.format("init-stand-ins", &[("names", FluentValue::from(names.join(", ")))]);
    terminal.aside(|err| writeln!(err, "{}", plain(&sentence)));
}

/// Whether a cell may be called that.
fn is_cell_name(name: &str) -> bool {
    name.chars().any(char::is_alphanumeric) && plain_line(name) == name
}

fn said(written: Option<&str>) -> Option<String> {
    written.map(scaffold::tidy).filter(|text| !text.is_empty())
}

fn tell(out: &mut dyn Write, plan: &Plan, begun: &Begun, catalog: &Catalog) -> io::Result<()> {
    let text = |value: &str| FluentValue::from(value.to_owned());
    let mut say = |key: &str, facts: &[(&'static str, FluentValue<'_>)]| {
        writeln!(out, "{}", plain(catalog.format(key, facts).trim_end()))
    };
    let folder = plan.folder.display().to_string();
    let is_here =
        scaffold::whole(&plan.folder).is_some_and(|folder| env::current_dir().is_ok_and(|here| here == folder));
    let key = match (begun.written.is_empty(), is_here) {
        (true, false) => "init-nothing",
        (true, true) => "init-nothing-here",
        (false, false) => "init-written",
        (false, true) => "init-written-here",
    };
    say(key, &[("folder", text(&folder))])?;
    for path in &begun.written {
        say("init-file", &[("path", text(path))])?;
    }
    if !begun.kept.is_empty() {
        say("init-kept", &[])?;
    }
    for path in &begun.kept {
        say("init-file", &[("path", text(path))])?;
    }
    if begun.repository {
        say("init-repository", &[])?;
    }
    match &begun.hooks {
        Hooks::On => say("init-hooks-on", &[])?,
        Hooks::Off(path) => say("init-hooks-off", &[("path", text(&shell_word(path)))])?,
        Hooks::None if plan.repository && git_program().is_none() => say("init-no-git", &[])?,
        Hooks::None => {}
    }
    if git_program().is_some() && !scaffold::has_identity(&plan.folder) {
        say("init-no-identity", &[])?;
    }
    say(if is_here { "init-next-here" } else { "init-next" }, &[("folder", text(&shell_word(&folder)))])
}
