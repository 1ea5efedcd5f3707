//! Makes the site's pages and their assets out of a report.

pub mod chart;
mod escape;
pub mod route;
pub mod theme;
