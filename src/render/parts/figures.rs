//! Figures: n/N with its percentage, and the three facts that never merge.

use super::Link;
use crate::base::number::percent;
use crate::render::chart;
use crate::render::markup::Markup;
use crate::render::site::Site;
use crate::report::{Change, Score, Share};

/// The table cell of a share: `7/8 87,5%` as a link to the records behind it, or a dash.
pub fn ratio_cell(site: &Site<'_>, out: &mut Markup, share: Share, link: &Link<'_>, depth: usize) {
    if share.possible == 0 {
        out.raw("<td class=\"none\">—</td>");
        return;
    }
    out.raw("<td>");
    ratio(site, out, share, link, depth);
    out.raw("</td>");
}

/// A share with its percentage, as a link.
pub fn ratio(site: &Site<'_>, out: &mut Markup, share: Share, link: &Link<'_>, depth: usize) {
    let close = link.open(out, depth);
    fraction(site, out, share);
    if share.possible > 0 {
        out.raw("<small> ").percent(share.points, share.possible, site.lang).raw("</small>");
    }
    out.raw(close);
}

/// `7/8`.
pub fn fraction(site: &Site<'_>, out: &mut Markup, share: Share) {
    let (points, possible) = share.shown();
    out.number(points, site.lang).raw("/").number(possible, site.lang);
}

/// The cells of the three facts and, apart, of what was not claimed and not met.
pub fn fact_cells(site: &Site<'_>, out: &mut Markup, score: &Score, link: &Link<'_>, depth: usize) {
    ratio_cell(site, out, Share::claimed(score), link, depth);
    ratio_cell(site, out, Share::evidenced(score), link, depth);
    confirmed_cell(site, out, score, link, depth);
    count_cell(site, out, " class=\"apart\"", score.unclaimed, link, depth);
    count_cell(site, out, "", score.unmet, link, depth);
}

/// Until somebody has reviewed, nothing is confirmed and there is nothing to open.
fn confirmed_cell(site: &Site<'_>, out: &mut Markup, score: &Score, link: &Link<'_>, depth: usize) {
    let share = Share::confirmed(score);
    if site.reviewed || share.possible == 0 {
        return ratio_cell(site, out, share, link, depth);
    }
    out.raw("<td class=\"none\">");
    fraction(site, out, share);
    out.raw("</td>");
}

/// The cell of a number of records, with its `attributes`; none have no list to open.
pub fn count_cell(site: &Site<'_>, out: &mut Markup, attributes: &str, count: u32, link: &Link<'_>, depth: usize) {
    out.raw("<td").raw(attributes).raw(">");
    let close = if count > 0 { link.open(out, depth) } else { "" };
    out.number(count, site.lang).raw(close).raw("</td>");
}

/// The cell of a change against the period before.
pub fn change_cell(site: &Site<'_>, out: &mut Markup, change: Change) {
    let (class, word, tenths) = match change {
        Change::Unknown => {
            out.raw("<td class=\"words none\">").raw(&site.words.change_unknown).raw("</td>");
            return;
        }
        Change::Same => ("same", None, 0),
        Change::Up(tenths) => ("up", Some(&site.words.change_up), tenths),
        Change::Down(tenths) => ("down", Some(&site.words.change_down), tenths),
    };
    out.raw("<td class=\"words\"><span class=\"delta delta--").raw(class).raw("\">");
    match word {
        Some(phrase) => {
            let points = percent(tenths, 1000, site.lang).unwrap_or_default();
            phrase.write(out, &[crate::render::phrase::Fill::Text(points.trim_end_matches('%'))]);
        }
        None => {
            out.raw(&site.words.change_same);
        }
    }
    out.raw("</span></td>");
}

/// The facts of `score` as a chart draws them.
pub fn chart_facts(site: &Site<'_>, score: &Score) -> chart::Facts {
    chart::Facts {
        claimed: score.claimed,
        evidenced: score.evidenced,
        confirmed: site.reviewed.then_some(score.confirmed),
        possible: score.possible(),
    }
}
