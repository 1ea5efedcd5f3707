//! A meeting paper by itself, to be printed: one page with its styles, whose links stay inside it.

use super::pages::paper::{Part, Stationery, render_pack, render_self_review};
use super::route::Route;
use super::site::Site;
use super::theme::Theme;
use super::unlinked::without_ways_out;
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
