//! Headings, quotes and tables.

use pulldown_cmark::{Alignment, BlockQuoteKind};

use super::{Close, TOP_HEADING, Writer, section_id};
use crate::base::html::escape;

impl Writer<'_> {
    pub(super) fn heading(&mut self) -> Close {
        let Some(heading) = self.headings.next() else { return Close::Nothing };
        let wanted = heading.level + TOP_HEADING - self.top_level;
        let level = wanted.min(self.last_level + 1).min(6);
        self.last_level = level;
        let first = heading.criterion.filter(|criterion| !self.named.contains(criterion));
        let id = match first {
            Some(criterion) => {
                self.named.push(criterion);
                format!(" id=\"{}\"", section_id(&self.context.rubric.criteria[criterion].id))
            }
            None => String::new(),
        };
        self.pair(&format!("<h{level}{id}>"), format!("</h{level}>\n"))
    }

    pub(super) fn quote(&mut self, kind: Option<BlockQuoteKind>) -> Close {
        let Some(kind) = kind else { return self.pair("<blockquote>\n", "</blockquote>\n") };
        let number = match kind {
            BlockQuoteKind::Note => 0,
            BlockQuoteKind::Tip => 1,
            BlockQuoteKind::Important => 2,
            BlockQuoteKind::Warning => 3,
            BlockQuoteKind::Caution => 4,
        };
        let word = escape(&self.context.words.alerts[number]);
        let start = format!("<blockquote class=\"alert\">\n<p class=\"alert__title\"><strong>{word}</strong></p>\n");
        self.pair(&start, "</blockquote>\n")
    }

    pub(super) fn table(&mut self, columns: Vec<Alignment>) -> Close {
        self.columns = columns;
        let label = escape(&self.context.words.table);
        self.markup(&format!(
            "<div class=\"scroll scroll--wide\" tabindex=\"0\" role=\"region\" aria-label=\"{label}\"><table>\n"
        ));
        Close::Table
    }

    pub(super) fn cell(&mut self) -> Close {
        let class = match self.columns.get(self.column) {
            Some(Alignment::Right) => " class=\"right\">",
            Some(Alignment::Center) => " class=\"center\">",
            _ => ">",
        };
        self.column += 1;
        let (start, end) = if self.in_head { ("<th scope=\"col\"", "</th>") } else { ("<td", "</td>") };
        self.markup(start);
        self.pair(class, end)
    }
}
