//! The figures at the head of a report: the three facts, large, and small ones beside them.

use super::figures::fraction;
use crate::render::markup::Markup;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Score, Share};

/// The three facts of `score`, each with its percentage, its n/N and how it comes about; `href` leads to what is
/// behind them and may be empty.
pub fn facts(site: &Site<'_>, score: &Score, href: &str) -> Html<'static> {
    let words = &site.words;
    let mut out = Markup::with_room(2048);
    out.raw("<ul class=\"figures facts\">\n");
    fact(site, &mut out, ("claimed", &words.fact_claimed), Share::claimed(score), href);
    fact(site, &mut out, ("evidenced", &words.fact_evidenced), Share::evidenced(score), href);
    fact(site, &mut out, ("confirmed", &words.fact_confirmed), Share::confirmed(score), href);
    out.raw("</ul>");
    out.finish()
}

/// Until somebody has reviewed, nothing is confirmed and there is nothing to open.
fn fact(site: &Site<'_>, out: &mut Markup, (kind, words): (&str, &[String; 2]), share: Share, href: &str) {
    let [label, formula] = words;
    let (formula, href) =
        if kind == "confirmed" && !site.reviewed { (&site.words.fact_confirmed_none, "") } else { (formula, href) };
    out.raw("<li class=\"figure-card figure-card--").raw(kind).raw("\"><p class=\"figure-card__label\">").raw(label);
    out.raw("</p>\n<p class=\"figure-card__value\">");
    let close = open(out, if share.possible > 0 { href } else { "" });
    if share.possible > 0 {
        out.percent(share.points, share.possible, site.lang);
    } else {
        out.raw("—");
    }
    out.raw(close).raw("</p>");
    if let Some(permille) = share.permille() {
        bar(out, kind, permille);
        out.raw("\n<p class=\"figure-card__ratio\">");
        fraction(site, out, share);
        out.raw("</p>");
    }
    out.raw("<p class=\"figure-card__formula\">").raw(formula).raw("</p></li>\n");
}

/// Opens the link to `href`, if there is one, and returns what closes it.
fn open(out: &mut Markup, href: &str) -> &'static str {
    if href.is_empty() {
        return "";
    }
    out.raw("<a href=\"").raw(href).raw("\">");
    "</a>"
}

/// How far a fact reaches, drawn.
fn bar(out: &mut Markup, kind: &str, permille: u64) {
    out.raw("<svg class=\"bar\" viewBox=\"0 0 100 10\" preserveAspectRatio=\"none\" aria-hidden=\"true\">");
    out.raw("<rect class=\"bar__rail\" width=\"100\" height=\"10\"/><rect class=\"fill--").raw(kind);
    out.raw("\" width=\"").digits(permille / 10).raw(".").digits(permille % 10).raw("\" height=\"10\"/></svg>");
}

/// A small figure: what it is, its value, what it stands beside, how it comes about. All are markup.
#[derive(Debug)]
pub struct Card<'s> {
    /// What it is.
    pub label: &'s str,
    /// The figure.
    pub value: String,
    /// Where the records behind it are; empty when there are none.
    pub href: &'s str,
    /// What it stands beside.
    pub beside: String,
    /// How it comes about.
    pub formula: &'s str,
}

/// `cards` in a row.
pub fn row(cards: &[Card<'_>]) -> Html<'static> {
    let mut out = Markup::with_room(cards.len() * 320);
    out.raw("<ul class=\"figures figures--small\">");
    for card in cards {
        out.raw("<li class=\"figure-card\"><p class=\"figure-card__label\">").raw(card.label);
        out.raw("</p><p class=\"figure-card__value\">");
        let close = open(&mut out, card.href);
        out.raw(&card.value).raw(close).raw("</p>");
        if !card.beside.is_empty() {
            out.raw("<p class=\"figure-card__ratio\">").raw(&card.beside).raw("</p>");
        }
        out.raw("<p class=\"figure-card__formula\">").raw(card.formula).raw("</p></li>");
    }
    out.raw("</ul>");
    out.finish()
}
