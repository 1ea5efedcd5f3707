//! A record's body with its local links and images filled in.

use super::evidence::mark;
use super::tasks::{faulty_page, faulty_part};
use crate::render::markup::Markup;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Attachment, Body, Destination, Piece};

/// Endings of files that a page may show as an image.
const IMAGES: [&str; 3] = ["png", "jpg", "webp"];

/// The body as it stands on a page `depth` folders deep.
pub fn body(site: &Site<'_>, body: &Body, depth: usize) -> Html<'static> {
    let mut out = Markup::new();
    body_named(site, &mut out, body, depth, "");
    out.finish()
}

/// Writes one body of several on a page: `prefix` begins its ids, so that those of two bodies differ.
pub fn body_named(site: &Site<'_>, out: &mut Markup, body: &Body, depth: usize, prefix: &str) {
    let room = body.pieces.iter().map(|piece| if let Piece::Html(html) = piece { html.len() } else { 120 }).sum();
    out.reserve(room);
    for piece in &body.pieces {
        match piece {
            Piece::Html(html) if prefix.is_empty() => {
                out.raw(html);
            }
            Piece::Html(html) => {
                // Every quotation mark in it is ours: those of the writer are escaped.
                let ids = html.replace(" id=\"", &format!(" id=\"{prefix}"));
                out.raw(&ids.replace(" href=\"#", &format!(" href=\"#{prefix}")));
            }
            Piece::LinkStart(link) => start(site, out, body, *link, depth),
            Piece::LinkEnd(link) => end(site, out, body, *link),
            Piece::Image(link, alt) => image(site, out, body, (*link, alt), depth),
        }
    }
}

fn published<'a>(site: &Site<'a>, index: usize) -> (&'a Attachment, Option<String>) {
    let attachment = &site.report.attachments().files()[index];
    (attachment, attachment.published_name())
}

/// Where a link leads from a page `depth` folders deep, when it leads somewhere.
fn address(site: &Site<'_>, destination: Destination, depth: usize) -> Option<String> {
    match destination {
        Destination::Nothing => None,
        Destination::Record(index) => Some(site.task(index as u32).href_at(depth, None)),
        Destination::Faulty(index) => {
            let part = faulty_part(site, index);
            Some(faulty_page(site, index, &part).href_at(depth, None))
        }
        Destination::Attachment(index) => {
            let (_, name) = published(site, index);
            name.map(|name| Route::File(&name).href_at(depth, None))
        }
    }
}

fn start(site: &Site<'_>, out: &mut Markup, body: &Body, link: usize, depth: usize) {
    let destination = body.links[link].leads_to;
    match (address(site, destination, depth), destination) {
        (Some(address), _) => out.raw("<a href=\"").text(&address).raw("\">"),
        (None, Destination::Attachment(_)) => out,
        (None, _) => out.raw("<span class=\"link-broken\">"),
    };
}

fn end(site: &Site<'_>, out: &mut Markup, body: &Body, link: usize) {
    let destination = body.links[link].leads_to;
    match destination {
        _ if address(site, destination, 0).is_some() => {
            out.raw("</a>");
        }
        Destination::Attachment(index) => named(site, out, published(site, index).0),
        _ => {
            out.raw("</span>");
            mark(out, &site.words.link_broken);
        }
    }
}

/// A file that is there and no part of the site.
fn named(site: &Site<'_>, out: &mut Markup, attachment: &Attachment) {
    let name = attachment.path.rsplit('/').next().unwrap_or_default();
    out.raw(" <code>").text(name).raw("</code>");
    mark(out, &site.words.file_withheld);
}

/// An image that is published as one; another file is named.
fn image(site: &Site<'_>, out: &mut Markup, body: &Body, (link, alt): (usize, &str), depth: usize) {
    let found = match body.links[link].leads_to {
        Destination::Attachment(index) => published(site, index),
        _ => {
            out.raw("<span class=\"link-broken\">").text(alt).raw("</span>");
            return mark(out, &site.words.image_missing);
        }
    };
    match found {
        (attachment, Some(name)) if IMAGES.contains(&attachment.extension().as_str()) => {
            out.raw("<img src=\"").href(&Route::File(&name), depth, None).raw("\" alt=\"").text(alt);
            out.raw("\" loading=\"lazy\">");
        }
        (attachment, Some(name)) => {
            let shown = if alt.trim().is_empty() { &attachment.path } else { alt };
            out.raw("<a href=\"").href(&Route::File(&name), depth, None).raw("\">").text(shown).raw("</a>");
        }
        (attachment, None) => {
            out.text(alt);
            named(site, out, attachment);
        }
    }
}
