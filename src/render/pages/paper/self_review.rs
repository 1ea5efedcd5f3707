//! A member's draft self-review of a year in seven parts: cited lines where the logs say something, lines to write on
//! where they do not, and the rating left to the member.

use serde::Serialize;

use super::notes::Notes;
use super::{Issued, Stationery, criterion_link, lines, quoted, style};
use crate::base::error::Result;
use crate::base::period::Period;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::pages::frame::Frame;
use crate::render::parts::evidence::person;
use crate::render::parts::figures::fraction;
use crate::render::parts::member_report;
use crate::render::parts::outcome::{timeliness, uncounted};
use crate::render::parts::tasks::task_link;
use crate::render::phrase::Fill;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::{Html, Shared};
use crate::report::{Loop, Naming, Raised, Rater, Scope, Score, SelfReview, Share, Unmet};

/// Lines of one kind; the rest is counted.
const LINES: usize = 15;

/// Letters of a line.
const LETTERS: usize = 300;

/// Lines to write on in a part that the logs leave empty; the style draws one beneath what they fill in.
const ROOM: usize = 4;

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    style: String,
    form: &'static str,
    letterhead: &'s Shared,
    subject: String,
    name: &'s str,
    position: Option<&'s str>,
    cell: &'s str,
    lead: Html<'static>,
    parts: Vec<Part>,
    ratings: &'s [String],
    by_secretary: bool,
    secretary: Html<'static>,
    notes: Html<'static>,
}

/// One of the parts that the logs may fill in.
#[derive(Serialize)]
struct Part {
    heading: String,
    body: Html<'static>,
    room: Html<'static>,
}

/// The bytes of the draft of `member` in `year`.
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, stationery: &Stationery, member: usize, year: Period) -> Result<Vec<u8>> {
    let person = site.member(member);
    let route = Route::SelfReview(year, &person.id);
    let depth = route.depth();
    let label = year.label(site.lang);
    let title = site
        .catalog
        .format("paper-review-title", &[("year", year.to_string().into()), ("name", person.name.as_str().into())]);
    let frame = Frame::new(site, &route, (Section::Members, Place::Below), &title)
        .below(&site.words.nav_members, &Route::Members)
        .below(&person.name, &Route::Member(&person.id))
        .named(&site.catalog.text("paper-print"))
        .about(label.clone())
        .on_paper();
    let mut notes = Notes::default();
    let writing = Writing { site, words: stationery, member, year, depth };
    let review = site.report.self_review(member, year);
    let page = Page {
        style: style(site, depth),
        form: stationery.form,
        letterhead: stationery.letterhead(Issued::ByMember),
        subject: label,
        name: &person.name,
        position: person.position.as_deref(),
        cell: &site.report.cell().name,
        lead: writing.lead(),
        parts: writing.parts(&mut notes, &review),
        ratings: site.report.rating_words(),
        by_secretary: stationery.is_signed_by_secretary(member),
        secretary: Html::made_safe(stationery.signer(site, member).to_owned()),
        notes: notes.list(site, &stationery.words, Some(member), depth),
        frame,
    };
    site.theme.render("pages/self_review.html", &page)
}

struct Writing<'s, 'a> {
    site: &'s Site<'a>,
    words: &'s Stationery,
    member: usize,
    year: Period,
    depth: usize,
}

impl Writing<'_, '_> {
    /// The figures of the year, the three facts apart.
    fn lead(&self) -> Html<'static> {
        let (site, words) = (self.site, &self.words.words);
        let scope = Scope::Member(self.member);
        let sums = site.report.sums(scope, Some(self.year));
        let mut records = Markup::new();
        let report = member_report(site, self.member, Some(self.year));
        records.raw("<a href=\"").href(&report, self.depth, Some("_tasks")).raw("\">");
        site.words.records.write(&mut records, sums.records.len() as u64, &[]);
        records.raw("</a>");
        for (sentence, count) in self.words.timing(&sums.timing) {
            records.raw("; ");
            sentence.write(&mut records, count.into(), &[]);
        }
        let missed = site.report.missed(scope, Some(self.year));
        if missed > 0 {
            records.raw("; ");
            uncounted(site, &mut records, missed, self.depth);
        }
        let total = sums.total();
        let share = |share: Share| self.share(share);
        let confirmed = if site.reviewed {
            words.review_confirmed.html(&[Fill::Html(&share(Share::confirmed(&total)))])
        } else {
            words.review_unconfirmed.clone()
        };
        let (claimed, evidenced) = (share(Share::claimed(&total)), share(Share::evidenced(&total)));
        let fills = [records.into_string(), claimed, evidenced, confirmed];
        let mut out = Markup::new();
        words.review_sums.write(&mut out, &fills.each_ref().map(|text| Fill::Html(text)));
        out.raw(" ");
        words.as_of.write(&mut out, &[Fill::Text(&site.report.as_of().label(site.lang))]);
        out.finish()
    }

    /// `7/8 (87,5%)`.
    fn share(&self, share: Share) -> String {
        let mut out = Markup::new();
        if share.possible == 0 {
            return "—".to_owned();
        }
        fraction(self.site, &mut out, share);
        out.raw(" (").percent(share.points, share.possible, self.site.lang).raw(")");
        out.into_string()
    }

    fn parts(&self, notes: &mut Notes, review: &SelfReview<'_>) -> Vec<Part> {
        let bodies = [
            self.strengths(notes, review),
            self.weaknesses(notes, review),
            self.earlier(notes, review),
            self.raised(notes, review),
            self.shared(notes, review),
            self.directions(notes, review),
        ];
        let part = |(number, body): (usize, Markup)| Part {
            heading: self.site.catalog.text(&format!("paper-review-part-{number}")),
            room: if body.is_empty() { lines(ROOM) } else { Html::default() },
            body: body.finish(),
        };
        (1..).zip(bodies).map(part).collect()
    }

    fn strengths(&self, notes: &mut Notes, review: &SelfReview<'_>) -> Markup {
        let words = &self.words.words;
        let mut out = Markup::new();
        self.items(&mut out, &words.review_strengths, &review.strengths, |out, item| {
            self.say(out, &self.site.report.record(item.record).content.strengths[item.item].value);
            notes.cite(out, item.record);
        });
        self.items(&mut out, &words.review_outputs, &review.outputs, |out, item| {
            let output = &self.site.report.record(item.record).content.outputs[item.item];
            let texts = [&output.name, &output.reference].into_iter().flatten();
            for (place, text) in texts.enumerate() {
                out.raw(if place == 0 { "" } else { ", " });
                self.say(out, &text.value);
            }
            notes.cite(out, item.record);
        });
        self.criteria(&mut out, &words.review_strong, &review.strong, |out, criterion| {
            out.raw(": ").raw(&self.share(Share::evidenced(self.score(criterion))));
        });
        out
    }

    fn weaknesses(&self, notes: &mut Notes, review: &SelfReview<'_>) -> Markup {
        let words = &self.words.words;
        let mut out = Markup::new();
        self.items(&mut out, &words.review_written, &review.weaknesses, |out, item| {
            let weakness = &self.site.report.record(item.record).content.weaknesses[item.item];
            self.say(out, weakness.text.as_ref().map_or("", |text| &text.value));
            notes.cite(out, item.record);
        });
        self.items(&mut out, &words.review_late, &review.late, |out, index| {
            task_link(self.site, out, *index, self.depth, None);
            out.raw(": ");
            timeliness(self.site, out, *index);
            let excuse = self.site.report.record(*index).content.excused.as_ref();
            if let Some(reason) = excuse.and_then(|excuse| excuse.reason.as_ref()) {
                out.raw("; ").raw(&words.review_excuse).raw(" ");
                self.say(out, &reason.value);
            }
            notes.cite(out, *index);
        });
        self.items(&mut out, &words.review_unmet, &review.unmet, |out, unmet| self.unmet(out, notes, *unmet));
        out
    }

    fn unmet(&self, out: &mut Markup, notes: &mut Notes, unmet: Unmet) {
        criterion_link(self.site, out, unmet.criterion, self.year, self.depth);
        if let Some(reason) = &self.site.report.record(unmet.record).claims[unmet.criterion].reason {
            out.raw(": ");
            self.say(out, &reason.value);
        }
        notes.cite(out, unmet.record);
    }

    fn earlier(&self, notes: &mut Notes, review: &SelfReview<'_>) -> Markup {
        let mut out = Markup::new();
        self.items(&mut out, "", &review.earlier, |out, (one, naming)| self.followed(out, notes, one, *naming));
        out
    }

    /// A weakness with what has come of it.
    fn followed(&self, out: &mut Markup, notes: &mut Notes, one: &Loop<'_>, naming: Naming<'_>) {
        self.say(out, naming.text.unwrap_or(one.tag));
        notes.cite(out, naming.record);
        out.raw(": ");
        self.words.fate(self.site, out, notes, one);
    }

    fn raised(&self, notes: &mut Notes, review: &SelfReview<'_>) -> Markup {
        let words = &self.words.words;
        let mut out = Markup::new();
        self.items(&mut out, &words.review_verdicts, &review.raised, |out, one| self.verdict(out, notes, one));
        self.items(&mut out, &words.review_revisions, &review.revisions, |out, item| {
            let revision = &self.site.report.record(item.record).content.revisions[item.item];
            self.say(out, revision.change.as_ref().map_or("", |text| &text.value));
            notes.cite(out, item.record);
        });
        out
    }

    fn verdict(&self, out: &mut Markup, notes: &mut Notes, raised: &Raised) {
        let (site, words) = (self.site, &self.words.words);
        let review = &site.report.record(raised.record).reviews[raised.review];
        let Some(verdict) = review.verdict(raised.criterion) else { return };
        let rater = if raised.rater == Rater::Cell { &words.review_of_cell } else { &words.review_of_superior };
        let (mut who, mut criterion) = (Markup::new(), Markup::new());
        person(site, &mut who, (&review.by).into());
        criterion_link(site, &mut criterion, verdict.criterion, self.year, self.depth);
        let fills = [
            Fill::Text(&raised.on.label(site.lang)),
            Fill::Html(rater),
            Fill::Html(&who.into_string()),
            Fill::Html(&criterion.into_string()),
            Fill::Text(site.level(verdict.level)),
        ];
        words.raised_line.write(out, &fills);
        if let Some(reason) = &verdict.reason {
            out.raw(": ");
            self.say(out, reason);
        }
        notes.cite(out, raised.record);
    }

    /// Weak criteria of the cell, with the figures of the cell and of the member and the member's own records.
    fn shared(&self, notes: &mut Notes, review: &SelfReview<'_>) -> Markup {
        let site = self.site;
        let mut out = Markup::new();
        self.items(&mut out, "", &review.shared, |out, (criterion, records)| {
            let mut named = Markup::new();
            criterion_link(site, &mut named, *criterion, self.year, self.depth);
            let cell = &site.report.sums(Scope::Cell, Some(self.year)).scores[*criterion];
            let cell = self.share(Share::evidenced(cell));
            let own = self.share(Share::evidenced(self.score(*criterion)));
            let fills = [Fill::Html(&named.into_string()), Fill::Html(&cell), Fill::Html(&own)];
            self.words.words.shared_line.write(out, &fills);
            notes.cite_all(out, &records[..records.len().min(LINES)]);
            if records.len() > LINES {
                out.raw(" ");
                site.words.and_more.write(out, &[Fill::Number((records.len() - LINES) as u64)]);
            }
        });
        out
    }

    fn directions(&self, notes: &mut Notes, review: &SelfReview<'_>) -> Markup {
        let words = &self.words.words;
        let mut out = Markup::new();
        self.items(&mut out, &words.review_lessons, &review.lessons, |out, item| {
            let lesson = &self.site.report.record(item.record).content.lessons[item.item];
            self.say(out, lesson.text.as_ref().map_or("", |text| &text.value));
            notes.cite(out, item.record);
        });
        self.items(&mut out, &words.review_overcome, &review.open, |out, (one, naming)| {
            self.followed(out, notes, one, *naming)
        });
        self.criteria(&mut out, &words.review_unshown, &review.unshown, |_, _| {});
        self.criteria(&mut out, &words.review_unclaimed, &review.unclaimed, |_, _| {});
        self.items(&mut out, &words.review_finish, &review.unfinished, |out, index| {
            task_link(self.site, out, *index, self.depth, None);
            if let Some(due) = self.site.report.record(*index).schedule.due {
                out.raw(", ");
                words.due_line.write(out, &[Fill::Text(&due.label(self.site.lang))]);
            }
            notes.cite(out, *index);
        });
        out
    }

    fn score(&self, criterion: usize) -> &Score {
        &self.site.report.sums(Scope::Member(self.member), Some(self.year)).scores[criterion]
    }

    fn say(&self, out: &mut Markup, text: &str) {
        out.text(&quoted(text, LETTERS));
    }

    fn criteria(&self, out: &mut Markup, head: &str, criteria: &[usize], after: impl Fn(&mut Markup, usize)) {
        self.items(out, head, criteria, |out, criterion| {
            criterion_link(self.site, out, *criterion, self.year, self.depth);
            after(out, *criterion);
        });
    }

    /// A list under its head; nothing when it is empty.
    fn items<T>(&self, out: &mut Markup, head: &str, items: &[T], mut write: impl FnMut(&mut Markup, &T)) {
        if items.is_empty() {
            return;
        }
        if !head.is_empty() {
            out.raw("<h3>").raw(head).raw("</h3>");
        }
        out.raw("<ul>");
        for item in items.iter().take(LINES) {
            out.raw("<li>");
            write(out, item);
            out.raw("</li>\n");
        }
        if items.len() > LINES {
            out.raw("<li>");
            self.site.words.and_more.write(out, &[Fill::Number((items.len() - LINES) as u64)]);
            out.raw("</li>");
        }
        out.raw("</ul>\n");
    }
}
