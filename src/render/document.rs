//! A meeting paper by itself, to be printed: one page with its styles, whose links stay inside it.

use super::pages::paper::{Part, Stationery, render_pack, render_self_review};
use super::route::Route;
use super::site::Site;
use super::theme::Theme;
use crate::base::artifact::SitePath;
use crate::base::error::Result;
use crate::base::i18n::Catalog;
use crate::base::period::Period;
use crate::report::Report;

/// Which paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Wanted {
    /// The pack of a period, whole.
    Pack(Period),
    /// One member's sheet of a period.
    Sheet(usize, Period),
    /// A member's draft self-review of a year.
    SelfReview(usize, Period),
}

/// A paper with all that a browser needs to show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Document {
    /// Where its page stands among the files.
    pub page: SitePath,
    /// Every file.
    pub files: Vec<(SitePath, Vec<u8>)>,
}

/// The paper `wanted` of `report`.
///
/// # Errors
/// When a template fails.
pub fn document(report: &Report<'_>, theme: &Theme, catalog: &Catalog, wanted: Wanted) -> Result<Document> {
    let site = Site::new(report, theme, catalog)?;
    let stationery = Stationery::of(&site)?;
    let (route, page) = match wanted {
        Wanted::Pack(period) => (Route::Pack(period, 1), render_pack(&site, &stationery, period, Part::Whole)?),
        Wanted::Sheet(member, period) => {
            (Route::Pack(period, 1), render_pack(&site, &stationery, period, Part::Member(member))?)
        }
        Wanted::SelfReview(member, year) => {
            let route = Route::SelfReview(year, &site.member(member).id);
            (route, render_self_review(&site, &stationery, member, year)?)
        }
    };
    let mut files = vec![(route.path(), without_ways_out(page))];
    // Scripts add comfort on a screen; paper needs the styles alone.
    for asset in theme.assets().into_iter().filter(|asset| asset.path().as_str().ends_with(".css")) {
        files.push((asset.path().clone(), asset.make()?));
    }
    Ok(Document { page: route.path(), files })
}

/// What begins a link of ours. Texts are escaped, so it stands nowhere else.
const LINK: &str = "<a href=\"";

/// `page` with its links to other pages taken off: on paper there is nothing to open, and a file's place on this
/// machine is nobody's business. Links to notes stay.
fn without_ways_out(page: Vec<u8>) -> Vec<u8> {
    let Ok(text) = String::from_utf8(page) else { return Vec::new() };
    let mut out = String::with_capacity(text.len());
    let mut parts = text.split(LINK);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        match part.split_once('"') {
            Some((href, rest)) if !href.starts_with('#') => out.extend(["<a", rest]),
            _ => out.extend([LINK, part]),
        }
    }
    out.into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_links_inside_the_paper_stay() {
        let page = "<p><a href=\"../x.html#a\">x</a> &lt;a href=&quot;y <a href=\"#_n1\">[1]</a></p>";
        let told = String::from_utf8(without_ways_out(page.into())).expect("text");
        assert_eq!(told, "<p><a>x</a> &lt;a href=&quot;y <a href=\"#_n1\">[1]</a></p>");
    }
}
