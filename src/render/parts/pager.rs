//! Long lists over several pages, linked plainly.

use crate::render::markup::Markup;
use crate::render::route::Route;
use crate::render::site::Site;
use crate::render::theme::Html;

/// The links between the `pages` pages of `list` on page `number`; nothing when there is one.
pub fn pager(site: &Site<'_>, list: &Route<'_>, number: u32, pages: u32) -> Html<'static> {
    let mut out = Markup::new();
    if pages < 2 {
        return out.finish();
    }
    let depth = list.numbered(number).depth();
    out.raw("<nav aria-label=\"").raw(&site.words.pager).raw("\"><ul class=\"pager\">");
    for n in shown(number, pages) {
        match n {
            Some(n) if n == number => out.raw("<li><span aria-current=\"page\">").number(n, site.lang).raw("</span>"),
            Some(n) => out
                .raw("<li><a href=\"")
                .href(&list.numbered(n), depth, None)
                .raw("\">")
                .number(n, site.lang)
                .raw("</a>"),
            None => out.raw("<li>…"),
        };
        out.raw("</li>");
    }
    if number < pages {
        out.raw("<li><a rel=\"next\" href=\"").href(&list.numbered(number + 1), depth, None).raw("\">");
        out.raw(&site.words.pager_next).raw("</a></li>");
    }
    out.raw("</ul></nav>");
    out.finish()
}

/// The first, the last and the nearest pages, with gaps between.
fn shown(number: u32, pages: u32) -> Vec<Option<u32>> {
    let near = |n: &u32| *n == 1 || *n == pages || n.abs_diff(number) <= 2;
    let mut out: Vec<Option<u32>> = Vec::new();
    for n in (1..=pages).filter(near) {
        if out.last().copied().flatten().is_some_and(|last| last + 1 < n) {
            out.push(None);
        }
        out.push(Some(n));
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::render::paging::{page, pages};

    #[test]
    fn four_hundred_rows_are_one_page_and_one_more_makes_two() {
        assert_eq!([pages(0), pages(400), pages(401)], [1, 1, 2]);
        let rows: Vec<usize> = (0..401).collect();
        assert_eq!((page(&rows, 1).len(), page(&rows, 2), page(&rows, 3).len()), (400, &[400][..], 0));
    }

    #[test]
    fn of_many_pages_the_ends_and_the_neighbours_are_linked() {
        let texts: Vec<String> = shown(10, 20).iter().map(|n| n.map_or("…".to_owned(), |n| n.to_string())).collect();
        assert_eq!(texts.join(" "), "1 … 8 9 10 11 12 … 20");
        assert_eq!(shown(1, 2), [Some(1), Some(2)]);
    }
}
