//! What the fuzz targets share.

#[path = "../../tests/suite/hostile/oracle.rs"]
mod oracle;
pub mod ways;
