//! Weaknesses and lessons that come back: one tag in two or more records of a member, the later after the earlier.

use std::collections::{BTreeMap, HashMap};

use super::ledgers::Loop;
use super::{Record, Report, Status, Tagged, first_day, last_day};
use crate::base::period::{Date, Period};
use crate::base::text::{fold, nfc};
use crate::model::logbook::Logbook;

/// A tag and the records in which the member used it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Repeat<'a> {
    /// Place of the member in the roster.
    pub member: usize,
    /// The tag as it was first written.
    pub tag: &'a str,
    /// Places of the records in the logbook, earliest first; two or more.
    pub records: Vec<u32>,
}

/// Every repeat of a logbook.
pub(super) struct Repeats<'a> {
    all: Vec<Repeat<'a>>,
    by_member_and_tag: HashMap<(usize, String), usize>,
}

impl<'a> Repeats<'a> {
    pub(super) fn of(logbook: &'a Logbook) -> Self {
        let mut found: BTreeMap<(usize, String), Repeat<'a>> = BTreeMap::new();
        for (index, record) in counted(&logbook.records) {
            for tag in tags(record) {
                let repeat = found.entry((record.member, folded(tag))).or_insert(Repeat {
                    member: record.member,
                    tag,
                    records: Vec::new(),
                });
                if repeat.records.last() != Some(&index) {
                    repeat.records.push(index);
                }
            }
        }
        let date = |index: &u32| logbook.records[*index as usize].schedule.counts_on();
        let (mut all, mut by_member_and_tag) = (Vec::new(), HashMap::new());
        for (key, mut repeat) in found {
            repeat.records.sort_by_key(|index| (date(index), *index));
            let later = repeat.records.first().map(date) < repeat.records.last().map(date);
            if later {
                by_member_and_tag.insert(key, all.len());
                all.push(repeat);
            }
        }
        Self { all, by_member_and_tag }
    }
}

/// Cancelled records count nowhere.
fn counted(records: &[Record]) -> impl Iterator<Item = (u32, &Record)> {
    let numbered = records.iter().enumerate().map(|(index, record)| (index as u32, record));
    numbered.filter(|(_, record)| record.schedule.status != Status::Cancelled)
}

fn tags(record: &Record) -> impl Iterator<Item = &str> {
    let tagged = record.content.lessons.iter().chain(&record.content.weaknesses);
    tagged.filter_map(|item: &Tagged| item.tag.as_ref()).map(|tag| tag.value.trim()).filter(|tag| !tag.is_empty())
}

fn folded(tag: &str) -> String {
    fold(&nfc(tag))
}

impl<'a> Report<'a> {
    /// Every tag that came back, by member and tag.
    pub fn repeats(&self) -> &[Repeat<'a>] {
        &self.repeats.all
    }

    /// The tags of `member`, or of everybody, that came back in a record of `period` (or at any time), each with the
    /// records up to the end of it.
    pub fn repeats_in(&self, member: Option<usize>, period: Option<Period>) -> impl Iterator<Item = Repeat<'a>> {
        let of_member = move |repeat: &&Repeat<'a>| member.is_none_or(|member| member == repeat.member);
        self.repeats.all.iter().filter(of_member).filter_map(move |repeat| self.until(repeat, period))
    }

    /// `repeat` as it stood at the end of `period`, when it came back in it.
    fn until(&self, repeat: &Repeat<'a>, period: Option<Period>) -> Option<Repeat<'a>> {
        let Some(period) = period else { return Some(repeat.clone()) };
        let date = |index: &u32| self.record(*index).schedule.counts_on();
        let until = repeat.records.partition_point(|index| date(index) <= last_day(period));
        let records = repeat.records[..until].to_vec();
        let (first, last) = (date(records.first()?), date(records.last()?));
        (first < last && last >= first_day(period)).then_some(Repeat { records, ..repeat.clone() })
    }

    /// Whether it is a weakness of which a record says by now that it is overcome.
    pub fn is_overcome(&self, repeat: &Repeat<'_>) -> bool {
        let tag = folded(repeat.tag);
        let is_it = |one: &&Loop<'_>| one.member == repeat.member && folded(one.tag) == tag;
        self.loops().iter().find(is_it).is_some_and(|one| !one.is_open())
    }

    /// What the latest record of `repeat` that has words beside the tag says.
    pub fn said_of(&self, repeat: &Repeat<'_>) -> Option<&'a str> {
        let tag = folded(repeat.tag);
        let has_tag = |item: &&Tagged| item.tag.as_ref().is_some_and(|own| folded(own.value.trim()) == tag);
        repeat.records.iter().rev().find_map(|index| {
            let content = &self.record(*index).content;
            let items = content.weaknesses.iter().chain(&content.lessons).filter(has_tag);
            items.filter_map(|item| item.text.as_ref()).map(|text| text.value.as_str()).next()
        })
    }

    /// The records of `member` with `tag` that come before `date`, earliest first.
    pub fn earlier_with_tag(&self, member: usize, tag: &str, date: Date) -> &[u32] {
        let found = self.repeats.by_member_and_tag.get(&(member, folded(tag.trim())));
        let Some(repeat) = found.map(|index| &self.repeats.all[*index]) else { return &[] };
        let before = |index: &u32| self.record(*index).schedule.counts_on() < date;
        &repeat.records[..repeat.records.partition_point(before)]
    }
}
