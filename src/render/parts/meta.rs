//! The facts of a task in a list: name and value.

use crate::base::period::Date;
use crate::render::markup::Markup;
use crate::render::site::Site;

/// Facts while they are written.
pub struct Meta<'s, 'a> {
    /// The site.
    pub site: &'s Site<'a>,
    /// What was written.
    pub out: Markup,
}

impl Meta<'_, '_> {
    /// One fact: its name, escaped, and what it is.
    pub fn fact(&mut self, name: &str, write: impl FnOnce(&mut Markup)) {
        self.out.raw("<div><dt>").raw(name).raw("</dt><dd>");
        write(&mut self.out);
        self.out.raw("</dd></div>");
    }

    /// The pages of the record's file on the git server, if the settings name one.
    pub fn on_server(&mut self, path: &str) {
        let Some(url) = self.site.report.edit_url() else { return };
        let words = &self.site.words;
        let pages = [(url.edit(path), &words.server_edit), (url.history(path), &words.server_history)];
        let pages: Vec<_> = pages.into_iter().filter_map(|(page, word)| Some((page?, word))).collect();
        if pages.is_empty() {
            return;
        }
        self.fact(&words.server, |out| {
            for (number, (page, word)) in pages.iter().enumerate() {
                out.raw(if number > 0 { ", " } else { "" }).raw("<a href=\"").text(page);
                out.raw("\" rel=\"noopener noreferrer\">").raw(word).raw("</a>");
            }
        });
    }

    /// A date, if there is one.
    pub fn date(&mut self, name: &str, date: Option<Date>) {
        if let Some(date) = date {
            let label = date.label(self.site.lang);
            self.fact(name, |out| {
                out.raw("<time datetime=\"").raw(&date.to_string()).raw("\">").raw(&label).raw("</time>");
            });
        }
    }
}
