//! Small figures of a report: how the tasks kept to their time, what was not claimed and what was not met.

use crate::base::number::percent;
use crate::render::markup::Markup;
use crate::render::parts::cards::Card;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::report::{Attention, Sums, Timeliness};

/// Where the records behind the small figures are.
pub struct Places {
    /// The list of tasks.
    pub tasks: String,
    /// The list of those that did not keep to their time.
    pub late: String,
    /// The table by criterion.
    pub criteria: String,
}

/// How the tasks kept to their time: on time always, the rest where there is something to say.
pub fn timing<'s>(site: &'s Site<'_>, sums: &Sums, places: &'s Places) -> Vec<Card<'s>> {
    let count = |timeliness| sums.timing.count(timeliness);
    let done = count(Timeliness::OnTime) + count(Timeliness::Late) + count(Timeliness::Excused);
    let mut cards = vec![on_time(site, count(Timeliness::OnTime), done, places)];
    let words = &site.words;
    let others = [
        (Timeliness::Late, &words.card_late),
        (Timeliness::Excused, &words.card_excused),
        (Timeliness::Overdue, &words.card_overdue),
        (Timeliness::Drifting, &words.card_drifting),
    ];
    for (timeliness, words) in others {
        if count(timeliness) > 0 || timeliness == Timeliness::Overdue {
            cards.push(counted(site, words, count(timeliness), String::new(), &places.late));
        }
    }
    cards
}

/// Beside what is open in the quarter that of any period, which the rows of what needs attention name.
pub fn of_any_period(site: &Site<'_>, cards: &mut [Card<'_>], attention: &Attention<'_>) {
    let words = &site.words;
    let open = [(&words.card_overdue, attention.overdue.len()), (&words.card_drifting, attention.drifting.len())];
    for (label, count) in open {
        let number = site.number(count);
        if let Some(card) = cards.iter_mut().find(|card| card.label == label[0] && card.value != number) {
            card.beside = words.card_any_period.html(&[Fill::Text(&number)]);
        }
    }
}

/// What was not claimed and what was not met, apart.
pub fn apart<'s>(site: &'s Site<'_>, sums: &Sums, places: &'s Places) -> Vec<Card<'s>> {
    let total = sums.total();
    let beside = |out: u32| {
        let applicable = site.number(total.applicable() as usize);
        let told = |share: String| site.words.card_of_applicable.html(&[Fill::Text(&share), Fill::Text(&applicable)]);
        percent(out.into(), total.applicable().into(), site.lang).map(told).unwrap_or_default()
    };
    vec![
        counted(site, &site.words.card_unclaimed, total.unclaimed, beside(total.unclaimed), &places.criteria),
        counted(site, &site.words.card_unmet, total.unmet, beside(total.unmet), &places.criteria),
    ]
}

fn on_time<'s>(site: &'s Site<'_>, on_time: u32, done: u32, places: &'s Places) -> Card<'s> {
    let mut value = Markup::new();
    if done > 0 {
        value.number(on_time, site.lang).raw("/").number(done, site.lang);
    } else {
        value.raw("—");
    }
    Card {
        label: &site.words.card_on_time[0],
        value: value.into_string(),
        href: if on_time > 0 { &places.tasks } else { "" },
        beside: percent(on_time.into(), done.into(), site.lang).unwrap_or_default(),
        formula: &site.words.card_on_time[1],
    }
}

fn counted<'s>(site: &'s Site<'_>, words: &'s [String; 2], count: u32, beside: String, href: &'s str) -> Card<'s> {
    Card {
        label: &words[0],
        value: site.number(count as usize),
        href: if count > 0 { href } else { "" },
        beside,
        formula: &words[1],
    }
}
