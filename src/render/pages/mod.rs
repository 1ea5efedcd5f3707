//! One module per kind of page: its typed context, and how it is worked out when the page is asked for.

mod attention;
mod cards;
mod closed;
pub mod criteria;
pub mod criterion;
pub mod faulty;
pub mod fields;
pub mod form;
pub mod frame;
mod history;
pub mod home;
pub mod ledger;
pub mod ledgers;
pub mod member;
pub mod member_period;
pub mod members;
pub mod next;
pub mod paper;
pub mod period;
mod plan;
pub mod problems;
mod reviews;
pub mod search;
mod since;
pub mod task;
pub mod tasks;
