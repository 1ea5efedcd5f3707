//! Small figures of a report: how the tasks kept to their time, what was not claimed and what was not met.

use crate::base::number::percent;
use crate::render::markup::Markup;
use crate::render::parts::figures::Card;
use crate::render::site::Site;
use crate::report::{Sums, Timeliness};

/// Where the records behind the small figures are.
pub struct Places {
    /// The list of tasks.
    pub tasks: String,
    /// The table by criterion.
    pub criteria: String,
}

/// How the tasks kept to their time: on time always, the rest where there is something to say.
pub fn timing(site: &Site<'_>, sums: &Sums, places: &Places) -> Vec<Card> {
    let count = |timeliness| sums.timing.count(timeliness);
    let done = count(Timeliness::OnTime) + count(Timeliness::Late) + count(Timeliness::Excused);
    let mut cards = vec![on_time(site, count(Timeliness::OnTime), done, places)];
    let others = [
        (Timeliness::Late, "card-late"),
        (Timeliness::Excused, "card-excused"),
        (Timeliness::Overdue, "card-overdue"),
        (Timeliness::Drifting, "card-drifting"),
    ];
    for (timeliness, key) in others {
        if count(timeliness) > 0 || timeliness == Timeliness::Overdue {
            cards.push(counted(site, key, count(timeliness), String::new(), &places.tasks));
        }
    }
    cards
}

/// What was not claimed and what was not met, apart.
pub fn apart(site: &Site<'_>, sums: &Sums, places: &Places) -> Vec<Card> {
    let total = sums.total();
    let beside = |out: u32| {
        let applicable = site.number(total.applicable() as usize);
        let share = percent(out.into(), total.applicable().into(), site.lang).unwrap_or_default();
        site.catalog.format("card-of-applicable", &[("applicable", applicable.into()), ("percent", share.into())])
    };
    vec![
        counted(site, "card-unclaimed", total.unclaimed, beside(total.unclaimed), &places.criteria),
        counted(site, "card-unmet", total.unmet, beside(total.unmet), &places.criteria),
    ]
}

fn on_time(site: &Site<'_>, on_time: u32, done: u32, places: &Places) -> Card {
    let mut value = Markup::new();
    if done > 0 {
        value.number(on_time, site.lang).raw("/").number(done, site.lang);
    } else {
        value.raw("—");
    }
    Card {
        label: site.catalog.text("card-on-time"),
        value: value.into_string(),
        href: (on_time > 0).then(|| places.tasks.clone()),
        beside: percent(on_time.into(), done.into(), site.lang).unwrap_or_default(),
        formula: site.catalog.text("card-on-time.formula"),
    }
}

fn counted(site: &Site<'_>, key: &str, count: u32, beside: String, href: &str) -> Card {
    Card {
        label: site.catalog.text(key),
        value: site.number(count as usize),
        href: (count > 0).then(|| href.to_owned()),
        beside,
        formula: site.catalog.text(&format!("{key}.formula")),
    }
}
