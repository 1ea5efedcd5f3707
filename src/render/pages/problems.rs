//! Every problem, grouped by the file it stands in.

use serde::Serialize;

use super::frame::Frame;
use crate::base::diagnostic::Severity;
use crate::base::error::Result;
use crate::render::frames::{Place, Section};
use crate::render::markup::Markup;
use crate::render::parts::pager::pager;
use crate::render::parts::tasks::{faulty_page, faulty_part};
use crate::render::phrase::{Counted, Fill};
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;
use crate::report::{ProblemGroup, ProblemOf, ShownProblem};

#[derive(Serialize)]
struct Page<'s> {
    frame: Frame<'s>,
    errors: Total,
    warnings: Total,
    accepted: Html<'static>,
    withheld: Html<'static>,
    groups: Vec<Group<'s>>,
    pager: Html<'static>,
}

/// How many problems of one severity there are.
#[derive(Serialize)]
struct Total {
    any: bool,
    words: Html<'static>,
}

#[derive(Serialize)]
struct Group<'s> {
    path: &'s str,
    href: Option<String>,
    problems: Vec<Line>,
}

/// A problem as a page shows it.
#[derive(Debug, Serialize)]
pub struct Line {
    severity: &'static str,
    word: String,
    code: &'static str,
    place: String,
    message: Html<'static>,
    source: Option<String>,
    hint: Html<'static>,
    /// Until when it is accepted, by whom and why.
    accepted: Option<String>,
    /// That there are more of its kind.
    more: Html<'static>,
}

/// The bytes of page `number` (from 1).
///
/// # Errors
/// When the template fails.
pub fn render(site: &Site<'_>, number: u32) -> Result<Vec<u8>> {
    let list = Route::Problems;
    let route = list.numbered(number);
    let place = if number > 1 { Place::Below } else { Place::Itself };
    let title = site.catalog.text("nav-problems");
    let counted =
        |key: &str, count: usize| Html::made_safe(Counted::of(site.catalog, key, &[]).html(count as u64, &[]));
    let marked = |key: &str, severity: Severity| Total {
        any: site.report.problem_count(severity) > 0,
        words: counted(key, site.report.problem_count(severity)),
    };
    let groups = site.report.problem_groups(number as usize);
    let withheld = site.report.withheld();
    let accepted = site.report.accepted_count();
    let page = Page {
        frame: Frame::new(site, &route, (Section::Problems, place), &title),
        errors: marked("problems-errors", Severity::Error),
        warnings: marked("problems-warnings", Severity::Warning),
        accepted: if accepted > 0 { counted("problems-accepted", accepted) } else { Html::default() },
        withheld: if withheld > 0 { counted("problems-withheld", withheld) } else { Html::default() },
        groups: groups.iter().map(|group| self::group(site, group, route.depth())).collect(),
        pager: pager(site, &list, number, site.report.problem_pages() as u32),
    };
    site.theme.render("pages/problems.html", &page)
}

fn group<'s>(site: &Site<'s>, group: &ProblemGroup<'s>, depth: usize) -> Group<'s> {
    let href = match group.of {
        ProblemOf::Record(index) => Some(site.task(index).href_at(depth, None)),
        ProblemOf::Faulty(index) => {
            let part = faulty_part(site, index as usize);
            Some(faulty_page(site, index as usize, &part).href_at(depth, None))
        }
        ProblemOf::File => None,
    };
    Group { path: group.path, href, problems: lines(site, &group.problems, depth) }
}

/// The problems as a page shows them that stands `depth` folders deep.
pub fn lines(site: &Site<'_>, problems: &[ShownProblem<'_>], depth: usize) -> Vec<Line> {
    problems.iter().map(|shown| line(site, shown, depth)).collect()
}

fn line(site: &Site<'_>, shown: &ShownProblem<'_>, depth: usize) -> Line {
    let problem = shown.problem;
    let (severity, key) = match problem.severity {
        Severity::Error => ("error", "problem-error"),
        Severity::Warning => ("warning", "problem-warning"),
    };
    let accepted = problem.accepted.as_deref().map(|accepted| accepted.message(site.catalog));
    let mut word = site.catalog.text(key);
    if accepted.is_some() {
        word = format!("{word}, {}", site.catalog.text("check-accepted"));
    }
    let severity = if accepted.is_some() { "accepted" } else { severity };
    let (line, column) = (problem.at.line.to_string(), problem.at.column.to_string());
    let place = site.catalog.format("problem-place", &[("line", line.into()), ("column", column.into())]);
    Line {
        severity,
        word,
        code: problem.code.id(),
        place,
        message: with_code(&problem.message(site.catalog)),
        source: problem.line.clone().filter(|line| !line.trim().is_empty()),
        hint: with_code(&problem.hint(site.catalog)),
        accepted,
        more: more(site, shown.more, depth),
    }
}

/// That `count` more problems of a kind are not shown, and where they are.
fn more(site: &Site<'_>, count: usize, depth: usize) -> Html<'static> {
    if count == 0 {
        return Html::default();
    }
    let mut link = Markup::new();
    link.raw("<a href=\"").href(&Route::Data("problems.json"), depth, None).raw("\">data/problems.json</a>");
    let sentence = Counted::of(site.catalog, "problems-more", &["file"]);
    Html::made_safe(sentence.html(count as u64, &[Fill::Html(&link.into_string())]))
}

/// A sentence whose words between backticks are shown as code.
fn with_code(sentence: &str) -> Html<'static> {
    let mut out = Markup::new();
    let parts: Vec<&str> = sentence.split('`').collect();
    let closed = parts.len() % 2 == 1;
    for (i, part) in parts.iter().enumerate() {
        let code = i % 2 == 1 && (closed || i + 1 < parts.len());
        if code {
            out.raw("<code>").text(part).raw("</code>");
        } else {
            out.raw(if i % 2 == 1 { "`" } else { "" }).text(part);
        }
    }
    out.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_between_backticks_are_code_and_a_lone_one_stays() {
        assert_eq!(with_code("mức `<dạt>` lạ").as_str(), "mức <code>&lt;dạt&gt;</code> lạ");
        assert_eq!(with_code("một ` lẻ").as_str(), "một ` lẻ");
    }
}
