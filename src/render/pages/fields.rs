//! What a record says beside its claims, field by field, where the claims do not show it in full already.

use std::collections::BTreeSet;

use crate::base::period::Date;
use crate::base::source::{Spanned, Text};
use crate::render::markup::Markup;
use crate::render::parts::evidence::{address, file, person};
use crate::render::parts::tasks::task_link;
use crate::render::phrase::Fill;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{Content, Direction, Field, Tagged};

/// So many of the records that named a tag before are linked, the latest of them: a member may have named it in all.
const EARLIER_SHOWN: usize = 3;

/// The fields of a record on a page `depth` folders deep.
pub struct Fields<'s, 'a> {
    /// The site.
    pub site: &'s Site<'a>,
    /// What the record says.
    pub content: &'s Content,
    /// How deep the page stands.
    pub depth: usize,
    /// The record's member and date, for tags of earlier records; nothing for a record with errors.
    pub tagged: Option<(usize, Date)>,
    /// Fields that the page shows in full elsewhere.
    pub shown: BTreeSet<Field>,
}

impl Fields<'_, '_> {
    /// The rows of the fields that are there, in the order of the criteria they show; steps and risks have tables of
    /// their own.
    pub fn rows(&self) -> Html<'static> {
        let mut out = Markup::with_room(2048);
        let content = self.content;
        self.texts(&mut out, Field::Purpose, content.purpose.iter());
        self.texts(&mut out, Field::Procedure, content.procedure.iter());
        self.outputs(&mut out);
        self.coordination(&mut out);
        self.texts(&mut out, Field::Strengths, content.strengths.iter());
        self.tagged(&mut out, Field::Weaknesses, &content.weaknesses);
        self.fixed(&mut out);
        self.texts(&mut out, Field::Context, content.context.iter());
        self.progress(&mut out);
        self.direction(&mut out);
        self.references(&mut out);
        self.texts(&mut out, Field::Archive, content.archive.iter());
        self.revisions(&mut out);
        self.tagged(&mut out, Field::Lessons, &content.lessons);
        self.excuse(&mut out);
        out.finish()
    }

    /// A row with one item or a list of them.
    fn row<T>(&self, out: &mut Markup, field: Field, items: &[T], write: impl Fn(&mut Markup, &T)) {
        if !self.shown.contains(&field) {
            self.whole_row(out, field, items, write);
        }
    }

    fn whole_row<T>(&self, out: &mut Markup, field: Field, items: &[T], write: impl Fn(&mut Markup, &T)) {
        self.named_row(out, (field.id(), self.site.words.field(field)), items, write);
    }

    fn named_row<T>(&self, out: &mut Markup, (id, name): (&str, &str), items: &[T], write: impl Fn(&mut Markup, &T)) {
        if items.is_empty() {
            return;
        }
        out.raw("<tr id=\"_f-").raw(id).raw("\"><th scope=\"row\">").raw(name).raw("</th><td>");
        if let [item] = items {
            write(out, item);
        } else {
            out.raw("<ul>");
            for item in items {
                out.raw("<li>");
                write(out, item);
                out.raw("</li>");
            }
            out.raw("</ul>");
        }
        out.raw("</td></tr>");
    }

    fn texts<'t>(&self, out: &mut Markup, field: Field, texts: impl Iterator<Item = &'t Text>) {
        let texts: Vec<&Text> = texts.collect();
        self.row(out, field, &texts, |out, text| {
            out.text(&text.value);
        });
    }

    fn outputs(&self, out: &mut Markup) {
        self.row(out, Field::Outputs, &self.content.outputs, |out, output| {
            let mut joined = Joined::new(out);
            joined.text(output.name.as_ref());
            joined.strong(output.reference.as_ref());
            joined.with(output.link.as_ref(), |out, link| address(self.site, out, link));
            joined.with(output.file.as_ref(), |out, path| file(self.site, out, path, self.depth));
        });
    }

    fn coordination(&self, out: &mut Markup) {
        self.row(out, Field::Coordination, &self.content.coordination, |out, with| {
            let mut joined = Joined::new(out);
            joined.with(with.with.as_ref(), |out, with| {
                out.raw("<b>");
                person(self.site, out, self.site.report.who(with));
                out.raw("</b>");
            });
            joined.said(with.role.as_ref());
            joined.with(with.basis.as_ref(), |out, basis| self.site.words.basis.write(out, &[Fill::Text(basis)]));
        });
    }

    /// Weaknesses or lessons with their tags, and where the member named the same before.
    fn tagged(&self, out: &mut Markup, field: Field, items: &[Tagged]) {
        if self.shown.contains(&field) && items.iter().all(|item| !self.was_named_before(item)) {
            return;
        }
        self.whole_row(out, field, items, |out, item| {
            if let Some(text) = &item.text {
                out.text(&text.value);
            }
            if let Some(tag) = &item.tag {
                out.raw(" <span class=\"tag\">").text(&tag.value).raw("</span>");
                self.earlier(out, &tag.value);
            }
        });
    }

    fn was_named_before(&self, item: &Tagged) -> bool {
        item.tag.as_ref().is_some_and(|tag| !self.earlier_with(&tag.value).is_empty())
    }

    fn earlier_with(&self, tag: &str) -> &[u32] {
        let Some((member, date)) = self.tagged else { return &[] };
        self.site.report.earlier_with_tag(member, tag, date)
    }

    fn earlier(&self, out: &mut Markup, tag: &str) {
        let earlier = self.earlier_with(tag);
        if earlier.is_empty() {
            return;
        }
        let before = earlier.len().saturating_sub(EARLIER_SHOWN);
        let mut links = Markup::new();
        for (i, index) in earlier[before..].iter().enumerate() {
            links.raw(if i == 0 { "" } else { ", " });
            task_link(self.site, &mut links, *index, self.depth, None);
        }
        if before > 0 {
            links.raw(" ");
            self.site.words.lesson_earlier_more.write(&mut links, before as u64, &[]);
        }
        out.raw(" <span class=\"rows__note\">");
        self.site.words.lesson_earlier.write(out, &[Fill::Html(&links.into_string())]);
        out.raw("</span>");
    }

    fn fixed(&self, out: &mut Markup) {
        self.named_row(out, ("fixed", &self.site.words.field_fixed), &self.content.fixed, |out, tag| {
            out.raw("<span class=\"tag\">").text(&tag.value).raw("</span>");
            self.earlier(out, &tag.value);
        });
    }

    fn progress(&self, out: &mut Markup) {
        self.row(out, Field::Progress, &self.content.progress, |out, entry| {
            let mut joined = Joined::new(out);
            joined.date(self.site, entry.on.as_ref());
            joined.said(entry.note.as_ref());
        });
    }

    fn direction(&self, out: &mut Markup) {
        let given: Vec<_> = self.content.direction.iter().collect();
        let write = |out: &mut Markup, given: &&Direction| {
            let mut joined = Joined::new(out);
            joined.with(given.by.as_ref(), |out, by| person(self.site, out, self.site.report.who(by)));
            joined.date(self.site, given.on.as_ref());
            joined.said(given.summary.as_ref());
            for asked in &given.asked {
                for (word, text) in
                    [(&self.site.words.asked, &asked.question), (&self.site.words.answered, &asked.answer)]
                {
                    if let Some(text) = text {
                        out.raw("<span class=\"sub\">").raw(word).raw(" ").text(&text.value).raw("</span>");
                    }
                }
            }
        };
        self.row(out, Field::Direction, &given, write);
    }

    fn references(&self, out: &mut Markup) {
        self.row(out, Field::References, &self.content.references, |out, basis| {
            let mut joined = Joined::new(out);
            joined.strong(basis.reference.as_ref());
            joined.text(basis.title.as_ref());
            joined.with(basis.link.as_ref(), |out, link| address(self.site, out, link));
        });
    }

    fn revisions(&self, out: &mut Markup) {
        self.row(out, Field::Revisions, &self.content.revisions, |out, revision| {
            let mut joined = Joined::new(out);
            joined.with(revision.by.as_ref(), |out, by| person(self.site, out, self.site.report.who(by)));
            joined.said(revision.change.as_ref());
            if let Some(adopted) = revision.adopted {
                let words = &self.site.words;
                let word = if adopted { &words.revision_adopted } else { &words.revision_refused };
                out.raw(" (<b>").raw(word).raw("</b>)");
            }
        });
    }

    fn excuse(&self, out: &mut Markup) {
        let excuses: Vec<_> = self.content.excused.iter().collect();
        self.named_row(out, ("excused", &self.site.words.field_excused), &excuses, |out, excuse| {
            let mut joined = Joined::new(out);
            joined.text(excuse.reason.as_ref());
            joined.with(excuse.confirmed_by.as_ref(), |out, by| {
                let mut name = Markup::new();
                person(self.site, &mut name, self.site.report.who(by));
                self.site.words.excuse_confirmed.write(out, &[Fill::Html(&name.into_string())]);
            });
        });
    }

    /// The rows of the risks.
    pub fn risks(&self) -> Html<'static> {
        let mut out = Markup::new();
        for risk in &self.content.risks {
            out.raw("<tr><th scope=\"row\">").text(risk.risk.as_ref().map_or("—", |risk| &risk.value)).raw("</th>");
            cell(&mut out, risk.response.as_ref().map(|response| response.value.as_str()));
            match risk.happened {
                Some(true) => out.raw("<td><b>").raw(&self.site.words.risk_happened).raw("</b></td>"),
                Some(false) => out.raw("<td>").raw(&self.site.words.risk_did_not).raw("</td>"),
                None => out.raw("<td class=\"none\">—</td>"),
            };
            out.raw("</tr>");
        }
        out.finish()
    }
}

/// A text, or a dash.
pub(super) fn cell(out: &mut Markup, text: Option<&str>) {
    match text {
        Some(text) => out.raw("<td>").text(text).raw("</td>"),
        None => out.raw("<td class=\"none\">—</td>"),
    };
}

/// Parts joined by commas.
struct Joined<'m> {
    out: &'m mut Markup,
    any: bool,
}

impl<'m> Joined<'m> {
    fn new(out: &'m mut Markup) -> Self {
        Self { out, any: false }
    }

    fn with(&mut self, text: Option<&Text>, write: impl Fn(&mut Markup, &str)) {
        if let Some(text) = text {
            self.comma();
            write(self.out, &text.value);
        }
    }

    fn text(&mut self, text: Option<&Text>) {
        self.with(text, |out, text| {
            out.text(text);
        });
    }

    /// What the one before it said or did.
    fn said(&mut self, text: Option<&Text>) {
        if let Some(text) = text {
            self.out.raw(if self.any { ": " } else { "" }).text(&text.value);
            self.any = true;
        }
    }

    fn strong(&mut self, text: Option<&Text>) {
        self.with(text, |out, text| {
            out.raw("<b>").text(text).raw("</b>");
        });
    }

    fn date(&mut self, site: &Site<'_>, date: Option<&Spanned<Date>>) {
        if let Some(date) = date {
            self.comma();
            self.out.date(date.value, site.lang);
        }
    }

    fn comma(&mut self) {
        self.out.raw(if self.any { ", " } else { "" });
        self.any = true;
    }
}
