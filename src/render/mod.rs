//! Makes the site's pages and their assets out of a report.

pub mod route;
