//! When and by whom a record was written, in the words of its page and of lists.

use crate::render::markup::{Markup, shortened};
use crate::render::parts::evidence::person;
use crate::render::parts::meta::Meta;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::report::{Knowledge, Logged, Record, Told, Who, Written};

/// Letters of an author's name.
const NAME: usize = 60;

/// The facts that git knows of a record; `record` when it could be read to the end.
pub fn facts(meta: &mut Meta<'_, '_>, told: &Told<'_>, record: Option<&Record>) {
    let site = meta.site;
    let words = &site.words;
    match told {
        Told::Nothing => {}
        Told::Unknown(reason) => meta.fact(&words.history, |out| {
            out.raw(unknown(site, *reason));
        }),
        Told::Uncommitted => meta.fact(&words.history, |out| {
            out.raw(&words.history_uncommitted);
        }),
        Told::Logged(logged) => {
            meta.fact(&words.history_first, |out| first(site, out, logged, record));
            if logged.changes > 1 || logged.edited || logged.first.is_none() {
                meta.fact(&words.history_last, |out| last(site, out, logged));
            }
            meta.fact(&words.history_changes, |out| {
                changes(site, out, logged);
            });
        }
    }
}

fn first(site: &Site<'_>, out: &mut Markup, logged: &Logged<'_>, record: Option<&Record>) {
    let Some(commit) = &logged.first else {
        out.raw(&site.words.history_first_unknown);
        return;
    };
    written(site, out, commit);
    match record.and_then(|record| logged.days_after(record)) {
        Some(0) => out.raw("; ").raw(&site.words.history_same_day),
        Some(days) => {
            out.raw("; ");
            site.words.history_after.write(out, days, &[]);
            out
        }
        None => out,
    };
}

/// How many commits there were; a file that had another name before may have had more.
fn changes(site: &Site<'_>, out: &mut Markup, logged: &Logged<'_>) {
    let mut number = Markup::new();
    number.number(logged.changes, site.lang);
    match logged.first {
        Some(_) => _ = out.raw(&number.into_string()),
        None => site.words.history_at_least.write(out, &[Fill::Html(&number.into_string())]),
    }
}

fn last(site: &Site<'_>, out: &mut Markup, logged: &Logged<'_>) {
    written(site, out, &logged.last);
    if logged.edited {
        out.raw("; ").raw(&site.words.history_edited);
    }
}

/// The day of a commit and its author; both days when it was put into the repository on another one.
pub fn written(site: &Site<'_>, out: &mut Markup, commit: &Written<'_>) {
    out.raw("<time datetime=\"").raw(&commit.on.to_string()).raw("\">").date(commit.on, site.lang).raw("</time>");
    if let Some(committed) = commit.committed {
        out.raw(" (");
        site.words.history_committed.write(out, &[Fill::Text(&committed.label(site.lang))]);
        out.raw(")");
    }
    match commit.by {
        Who::Other("") => {}
        Who::Other(name) => {
            out.raw(", ").text(&shortened(name, NAME));
        }
        member => {
            out.raw(", ");
            person(site, out, member);
        }
    }
}

/// Why nothing is known.
pub fn unknown<'s>(site: &'s Site<'_>, reason: Knowledge) -> &'s str {
    match reason {
        Knowledge::NoGit => &site.words.history_no_git,
        Knowledge::Refused => &site.words.history_refused,
        Knowledge::Shallow => &site.words.history_shallow,
        Knowledge::Failed | Knowledge::NoRepository | Knowledge::Whole => &site.words.history_failed,
    }
}

/// The cells of a list: the first and the last commit and their number.
pub fn cells(site: &Site<'_>, out: &mut Markup, told: &Told<'_>) {
    match told {
        Told::Logged(logged) => {
            out.raw("<td>");
            first(site, out, logged, None);
            out.raw("</td><td>");
            last(site, out, logged);
            out.raw("</td><td class=\"num\">");
            changes(site, out, logged);
            out.raw("</td>");
        }
        Told::Uncommitted => {
            out.raw("<td colspan=\"3\">").raw(&site.words.history_uncommitted).raw("</td>");
        }
        Told::Nothing | Told::Unknown(_) => {
            out.raw("<td colspan=\"3\">—</td>");
        }
    }
}
