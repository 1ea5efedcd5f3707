//! Logs that have gone while a site still tells of them, as when a shared disk is not there.

use std::io::ErrorKind;

use crate::base::error::{Error, Result};
use crate::discover::RECORDS;
use crate::publish::{self, Target};

/// Refuses to replace a site with logs by one without any, where the folder of the logs is missing or is a link, which
/// is not followed. Whoever truly has none any more leaves the folder empty.
pub(super) fn check_records(target: &Target) -> Result<()> {
    let path = target.root.join(RECORDS);
    let is_link = match path.symlink_metadata() {
        Ok(found) if found.is_dir() => return Ok(()),
        Ok(found) => found.is_symlink(),
        Err(error) if error.kind() == ErrorKind::NotFound => false,
        // Whoever reads the records says what is wrong.
        Err(_) => return Ok(()),
    };
    if publish::standing(target)?.iter().any(|page| is_of_log(page)) {
        return Err(Error::LostRecords { path, out: target.out.clone(), is_link });
    }
    Ok(())
}

/// Whether it is the page of a log, `tasks/<member>/<stem>/index.html`.
fn is_of_log(page: &str) -> bool {
    page.starts_with("tasks/") && page.matches('/').count() == 3
}
