//! Writes a large invented cell to build or to measure with: `make_cell DIR LOGS [SEED [REVIEWS [COMMITS]]]`. Of every ten
//! reviews one is of the superior body, one is out of date, and two find less than a claim may say. The commits bring every
//! file twice: first with a line more, then as it is.

#[path = "../benches/generator/mod.rs"]
mod generator;
#[path = "../benches/generator/import.rs"]
mod import;

use std::env;
use std::error::Error;
use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use hieucan::config::{Config, Options};
use hieucan::model::member::Role;
use hieucan::model::review::Stamp;
use hieucan::pipeline;
use import::Commits;
use walkdir::WalkDir;

/// What the command line asks for.
struct Order {
    dir: PathBuf,
    logs: usize,
    seed: u64,
    reviews: usize,
    commits: usize,
}

fn main() -> ExitCode {
    let Some(order) = read_order() else {
        return complain("usage: make_cell DIR LOGS [SEED [REVIEWS [COMMITS]]]");
    };
    let written = generator::write_cell(&order.dir, order.logs, order.seed).map_err(Into::into);
    let reviewed = written.and_then(|()| write_reviews(&order.dir, order.reviews));
    match reviewed.and_then(|()| commit(&order.dir, order.commits)) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => complain(&format!("cannot write a cell to {}: {error}", order.dir.display())),
    }
}

/// Writes `count` reviews of records that lie evenly among all, in a folder of their own.
fn write_reviews(dir: &Path, count: usize) -> Result<(), Box<dyn Error>> {
    if count == 0 {
        return Ok(());
    }
    let config = Config::resolve(Options { root: dir.to_owned(), ..Options::default() })?;
    let stamps: Vec<(String, Stamp)> = pipeline::stamps(&config)?.into_iter().collect();
    let members = config.settings.roster.members();
    let leaders: Vec<&str> =
        members.iter().filter(|member| member.role != Role::Member).map(|member| member.id.as_str()).collect();
    let folder = dir.join("records/reviews");
    fs::create_dir_all(&folder)?;
    for n in 0..count {
        let (id, stamp) = &stamps[n * stamps.len() / count];
        let own = |leader: &&&str| !id.starts_with(&format!("{leader}/"));
        let by = leaders.iter().filter(own).nth(n % 2).or_else(|| leaders.iter().find(own));
        let by = by.ok_or("nobody may review")?;
        fs::write(folder.join(format!("{n:05}.review.md")), review(n, id, by, *stamp, &config))?;
    }
    Ok(())
}

fn review(n: usize, id: &str, by: &str, stamp: Stamp, config: &Config) -> String {
    let (by, rater) = if n % 10 == 3 { ("Người của cấp trên", "superior") } else { (by, "cell") };
    let stamp = if n % 10 == 7 { format!("v1:{}", "0".repeat(64)) } else { stamp.to_string() };
    let levels = if n % 10 < 2 {
        "{H1: met, H2: {level: partial, reason: Chưa đủ sản phẩm}, C1: {level: unmet, reason: Chưa thấy rà soát}}"
    } else {
        "{H1: met, H2: met, H3: met, H4: partial, C1: met, C3: met, C6: partial}"
    };
    format!(
        "---\nreview_of: {id}\nby: {by}\nas: {rater}\non: {}\nstamp: {stamp}\ncriteria: {levels}\n---\n\
         Đã đọc nhật ký và đối chiếu với sản phẩm.\n",
        config.as_of
    )
}

/// Puts the records into a new repository, by `count` commits.
fn commit(dir: &Path, count: usize) -> Result<(), Box<dyn Error>> {
    if count == 0 {
        return Ok(());
    }
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in WalkDir::new(dir.join("records")).sort_by_file_name() {
        let entry = entry?;
        files.extend(entry.file_type().is_file().then(|| entry.into_path()));
    }
    let (earlier, later) = (files.iter().map(|file| (file, "\nx\n")), files.iter().map(|file| (file, "")));
    let versions: Vec<_> = earlier.chain(later).collect();
    let mut commits = Commits::default();
    for nth in 0..count {
        commits.commit();
        let share = nth * versions.len() / count..(nth + 1) * versions.len() / count;
        for (file, more) in &versions[share] {
            let path = file.strip_prefix(dir)?.to_str().ok_or("a name that is no text")?;
            commits.file(path, &(fs::read_to_string(file)? + more));
        }
    }
    Ok(commits.import(dir)?)
}

fn read_order() -> Option<Order> {
    let mut arguments = env::args_os().skip(1);
    let dir = arguments.next()?.into();
    let logs = arguments.next()?.to_str()?.parse().ok()?;
    let seed = arguments.next().map_or(Some(1), |seed| seed.to_str()?.parse().ok())?;
    let mut count = || arguments.next().map_or(Some(0), |count| count.to_str()?.parse().ok());
    let (reviews, commits) = (count()?, count()?);
    arguments.next().is_none().then_some(Order { dir, logs, seed, reviews, commits })
}

fn complain(message: &str) -> ExitCode {
    let told = writeln!(io::stderr(), "{message}");
    ExitCode::from(if told.is_ok() { 2 } else { 3 })
}
