//! Calendars of deadlines: one for the cell, one for each member. Every build carries those of the tasks that are not
//! done; for a period all of its tasks are told, with what has come of them.
//!
//! Nothing here depends on the day on which it is made: what has not changed in the logs does not change in a calendar,
//! and a task keeps its mark, so that a calendar which is read again moves and removes what it brought before.

use icalendar::{Calendar, Component, Event, Property};

use super::text::readable;
use crate::base::artifact::{Artifact, SitePath};
use crate::base::i18n::Catalog;
use crate::base::period::{Date, Period};
use crate::report::{Record, Report, Selection, Status};

/// The calendars that every build carries: the cell's and each member's.
pub fn plan<'a>(report: &'a Report<'a>, catalog: &'a Catalog) -> Vec<Artifact<'a>> {
    let members = (0..report.members().len()).map(Some);
    let of = |member: Option<usize>| {
        let name = match member {
            Some(member) => format!("data/deadlines/{}.ics", report.members()[member].id),
            None => "data/deadlines.ics".to_owned(),
        };
        let selection = Selection { member, period: None };
        Artifact::new(SitePath::new(name), move || Ok(asked(report, catalog, selection)))
    };
    [None].into_iter().chain(members).map(of).collect()
}

/// The calendar of a selection.
pub(super) fn asked(report: &Report<'_>, catalog: &Catalog, selection: Selection) -> Vec<u8> {
    let writer = Writer { report, catalog, selection };
    let mut due: Vec<(Date, &Record)> = report
        .records()
        .iter()
        .filter_map(|record| record.schedule.due.map(|due| (due, record)))
        .filter(|(due, record)| writer.holds(*due, record))
        .collect();
    due.sort_by_key(|(due, record)| (*due, &record.path));
    let mut calendar = Calendar::empty();
    for (key, value) in [
        ("VERSION", "2.0"),
        ("PRODID", "-//hieucan//hieucan//VI"),
        ("CALSCALE", "GREGORIAN"),
        ("X-WR-CALNAME", &writer.name()),
    ] {
        calendar.append_property(Property::new(key, value));
    }
    for (due, record) in due {
        calendar.push(writer.event(due, record));
    }
    calendar.to_string().into_bytes()
}

struct Writer<'r, 'a> {
    report: &'r Report<'a>,
    catalog: &'r Catalog,
    selection: Selection,
}

impl Writer<'_, '_> {
    /// Of all time the tasks that are not done; of a period all that are due in it.
    fn holds(&self, due: Date, record: &Record) -> bool {
        let of_member = self.selection.member.is_none_or(|member| member == record.member);
        of_member
            && match self.selection.period {
                Some(period) => period.contains(Period::month_of(due)),
                None => matches!(record.schedule.status, Status::Planned | Status::Doing),
            }
    }

    fn name(&self) -> String {
        let of = match self.selection.member {
            Some(member) => &self.report.members()[member].name,
            None => &self.report.cell().name,
        };
        self.said(&self.catalog.format("export-calendar", &[("of", of.as_str().into())]))
    }

    fn event(&self, due: Date, record: &Record) -> Event {
        let member = &self.report.members()[record.member];
        let mut event = Event::new();
        event
            .uid(&format!("{}.{}@{}.hieucan", member.id, record.part, self.report.cell().id))
            .append_property(Property::new("DTSTAMP", format!("{}T000000Z", digits(self.changed(record)))))
            .append_property(day("DTSTART", due))
            .append_property(day("DTEND", due.plus_days(1)))
            .append_property(Property::new("TRANSP", "TRANSPARENT"))
            .append_property(Property::new("STATUS", status(record)))
            .summary(&self.summary(record))
            .description(&self.description(record));
        event.done()
    }

    /// The title behind what has come of the task; in the cell's calendar with the member.
    fn summary(&self, record: &Record) -> String {
        let key = match record.schedule.status {
            Status::Planned | Status::Doing => "export-due-task",
            Status::Done => "export-done-task",
            Status::Cancelled => "export-cancelled-task",
        };
        let title = self.catalog.format(key, &[("title", record.title.as_str().into())]);
        let said = match self.selection.member {
            Some(_) => title,
            None => format!("{title} ({})", self.report.members()[record.member].name),
        };
        self.said(&said)
    }

    fn description(&self, record: &Record) -> String {
        let schedule = &record.schedule;
        let lang = self.catalog.lang();
        let line = |key: &str, value: &str| format!("{}: {value}", self.catalog.text(key));
        let mut lines = vec![
            line("member", &self.report.members()[record.member].name),
            line("assigned", &schedule.assigned.label(lang)),
            line("status", &self.catalog.text(&format!("status-{}", schedule.status.id()))),
        ];
        lines.extend(schedule.done.map(|done| line("done", &done.label(lang))));
        lines.push(line("record-id", &record.id));
        self.said(&lines.join("\n"))
    }

    /// The day on which the record changed last as git knows it, else the latest day that it tells.
    fn changed(&self, record: &Record) -> Date {
        let committed = self.report.data().changed(record);
        let told = record.schedule.done.into_iter().chain([record.schedule.assigned]).max();
        committed.or(told).unwrap_or(record.schedule.assigned)
    }

    /// Names are hidden before lines are folded.
    fn said(&self, text: &str) -> String {
        let text = self.report.veiled(text).replace("\r\n", "\n").replace('\r', "\n");
        readable(&text).into_owned()
    }
}

fn status(record: &Record) -> &'static str {
    if record.schedule.status == Status::Cancelled { "CANCELLED" } else { "CONFIRMED" }
}

/// A property whose value is a whole day.
fn day(key: &str, date: Date) -> Property {
    Property::new(key, digits(date)).add_parameter("VALUE", "DATE").done()
}

/// `20260105`.
fn digits(date: Date) -> String {
    date.to_string().replace('-', "")
}
