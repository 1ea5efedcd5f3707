//! What the system said when it refused something.

use std::io;

use fluent_bundle::FluentValue;

use crate::base::i18n::Catalog;

/// What the system said, in the reader's words where there are some.
pub fn cause(error: &io::Error, catalog: &Catalog) -> String {
    let key = match error.kind() {
        io::ErrorKind::NotFound => "cause-not-found",
        io::ErrorKind::PermissionDenied => "cause-denied",
        io::ErrorKind::StorageFull => "cause-full",
        io::ErrorKind::ReadOnlyFilesystem => "cause-read-only",
        io::ErrorKind::AlreadyExists => "cause-exists",
        io::ErrorKind::NotADirectory => "cause-not-a-folder",
        io::ErrorKind::IsADirectory => "cause-a-folder",
        io::ErrorKind::BrokenPipe => "cause-closed",
        _ => return catalog.format("cause-other", &[("found", FluentValue::from(error.to_string()))]),
    };
    catalog.text(key)
}
