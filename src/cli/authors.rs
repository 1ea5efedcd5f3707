//! What is said when git cannot tell who wrote the files of a cell.

use fluent_bundle::FluentValue;

use super::terminal::Terminal;
use crate::base::diagnostic::emit::plain_line;
use crate::base::i18n::Catalog;
use crate::base::number::grouped;
use crate::model::history::Knowledge;
use crate::pipeline::Summary;

/// Why git could not tell who wrote the records, if it could not.
pub fn why_unknown(summary: &Summary, catalog: &Catalog) -> Option<String> {
    let key = match summary.history {
        Knowledge::NoRepository | Knowledge::Whole => return None,
        Knowledge::NoGit => "summary-no-git",
        Knowledge::Refused => "summary-git-refused",
        Knowledge::Failed => "summary-git-failed",
        Knowledge::Shallow => "summary-git-shallow",
    };
    let said = plain_line(summary.trouble.as_deref().unwrap_or("?")).into_owned();
    Some(catalog.format(key, &[("found", FluentValue::from(said))]))
}

/// Tells, however quiet the run, that nobody can say who wrote the reviews: a verdict on a record of one's own, which
/// would not count, might be among them.
pub fn tell_if_unknown(summary: &Summary, terminal: &Terminal) {
    let catalog = &terminal.catalog;
    let (reviews, why) = match why_unknown(summary, catalog) {
        Some(why) => (summary.reviews, why),
        None => (summary.strangers, catalog.text("summary-git-strangers")),
    };
    if reviews == 0 {
        return;
    }
    let reviews = FluentValue::from(grouped(reviews as u64, catalog.lang()));
    let line = catalog.format("summary-unknown-reviewers", &[("reviews", reviews), ("why", FluentValue::from(why))]);
    terminal.aside(|err| writeln!(err, "{line}"));
}
