//! Links and images: where each leads, decided by [`crate::base::link`].

use std::ops::Range;

use pulldown_cmark::LinkType;

use super::{Close, ImageTarget, SECTION_PREFIX, Writer, section_id};
use crate::base::diagnostic::{Code, Diagnostic};
use crate::base::html::escape;
use crate::base::link::{Target, resolve, target};
use crate::model::body::{Destination, LocalLink, Piece};

impl Writer<'_> {
    fn anchor(&mut self, start: &str) -> Close {
        self.in_link += 1;
        self.markup(start);
        Close::Anchor
    }

    pub(super) fn link(&mut self, kind: LinkType, destination: &str, range: &Range<usize>) -> Close {
        if self.in_link > 0 {
            return Close::Nothing;
        }
        let target = match kind {
            LinkType::Email => target(&format!("mailto:{destination}")),
            _ => target(destination),
        };
        match target {
            Target::External(address) => {
                let href = escape(&address);
                self.anchor(&format!("<a href=\"{href}\" rel=\"noopener noreferrer\">"))
            }
            Target::Fragment(id) => self.fragment(&id, range),
            Target::Local { path, .. } => match resolve(self.place.folder, &path) {
                Some(path) => {
                    let link = self.local(path, false, range);
                    self.in_link += 1;
                    self.piece(Piece::LinkStart(link));
                    Close::Link(link)
                }
                None => self.refused(destination, range),
            },
            Target::Refused => self.refused(destination, range),
        }
    }

    /// A link inside the body leads to a tagged heading or nowhere.
    fn fragment(&mut self, id: &str, range: &Range<usize>) -> Close {
        let rubric = self.context.rubric;
        let named = id.strip_prefix(SECTION_PREFIX).unwrap_or(id);
        match rubric.find(named).filter(|criterion| self.tagged.contains(criterion)) {
            Some(criterion) => {
                let href = section_id(&rubric.criteria[criterion].id);
                self.anchor(&format!("<a href=\"#{href}\">"))
            }
            None => {
                let fault = Diagnostic::new(Code::BrokenLink, self.place.span(range));
                self.faults.push(fault.found(&format!("#{id}")));
                self.marked_text()
            }
        }
    }

    fn refused(&mut self, destination: &str, range: &Range<usize>) -> Close {
        self.faults.push(Diagnostic::new(Code::RefusedLink, self.place.span(range)).found(destination));
        self.marked_text()
    }

    fn marked_text(&mut self) -> Close {
        let mark = escape(&self.context.words.refused_link);
        self.pair("<span class=\"link-refused\">", format!("</span> <small class=\"link-mark\">({mark})</small>"))
    }

    pub(super) fn image(&mut self, destination: &str, range: &Range<usize>) -> Close {
        self.alt.push(String::new());
        let local = match target(destination) {
            Target::Local { path, .. } => resolve(self.place.folder, &path),
            _ => None,
        };
        match local {
            Some(path) => Close::Image(ImageTarget::Local(self.local(path, true, range))),
            None => {
                self.faults.push(Diagnostic::new(Code::RefusedLink, self.place.span(range)).found(destination));
                Close::Image(ImageTarget::Refused)
            }
        }
    }

    pub(super) fn end_image(&mut self, target: &ImageTarget) {
        let alt = self.alt.pop().unwrap_or_default();
        if let Some(outer) = self.alt.last_mut() {
            outer.push_str(&alt);
            return;
        }
        match target {
            ImageTarget::Local(link) => self.piece(Piece::Image(*link, alt)),
            ImageTarget::Refused => {
                let (alt, words) = (escape(&alt), self.context.words);
                let (image, mark) = (escape(&words.image), escape(&words.refused_link));
                let text = format!(
                    "<span class=\"link-refused\">{image} {alt}</span> <small class=\"link-mark\">({mark})</small>"
                );
                self.markup(&text);
            }
        }
    }

    fn local(&mut self, path: String, image: bool, range: &Range<usize>) -> usize {
        let span = self.place.span(range);
        self.body.links.push(LocalLink { span, path: Some(path), image, leads_to: Destination::Nothing });
        self.body.links.len() - 1
    }
}
