//! Looks at built sites in Chromium as readers do.
//!
//! `hieucan-browser AXE PICTURES VI EN HOSTILE [--refresh] [--only=TEXT]`: the text of axe-core, a folder for pictures, and the folders
//! of a site in Vietnamese, of the same in English, and of the hostile cell. Prints every fault; exit status 1 if there
//! is one. `--refresh` writes the looks that pages are compared with (`looks`) instead of comparing; `--only` leaves out
//! what TEXT is not a part of. The paths of one page of every kind are written to `pages.txt` among the pictures.

mod chrome;
mod comfort;
mod form;
mod hostile;
mod looks;
mod pages;
mod served;
mod site;

use std::collections::{BTreeMap, VecDeque};
use std::path::Path;
use std::process::ExitCode;
use std::sync::Mutex;
use std::{env, fs, thread};

use tokio::signal::unix::{SignalKind, signal};

use self::chrome::{Driver, Result, Tab};
use self::looks::Look;
use self::pages::{Page, Room};
use self::site::Site;

/// Something to do in a tab.
enum Job {
    Comfort {
        base: String,
        member: String,
    },
    /// The form for a new log.
    Form {
        site: &'static str,
        base: String,
    },
    Look(Page),
    Served(Page),
    Hostile(Page),
}

/// Of the hostile tasks so many are left out before one is looked at over http, where the same bytes are served.
const SERVED_HOSTILE: usize = 8;

/// Fewer pages of tasks are not the hostile cell.
const FEWEST_HOSTILE: usize = 500;

#[tokio::main]
async fn main() -> Result<ExitCode> {
    let (flags, paths): (Vec<String>, Vec<String>) = env::args().skip(1).partition(|word| word.starts_with("--"));
    let [axe, pictures, vi, en, hostile] = paths.as_slice() else {
        return Err("usage: hieucan-browser AXE PICTURES VI EN HOSTILE [--refresh] [--only=TEXT]".into());
    };
    let sites = [Site::of("vi", vi)?, Site::of("en", en)?];
    let hostile = Site::of("hostile", hostile)?;
    let axe = fs::read_to_string(axe)?;
    fs::create_dir_all(pictures)?;
    let room = Room { axe: &axe, pictures: Path::new(pictures), looks: Mutex::default() };
    fs::write(Path::new(pictures).join("pages.txt"), listed(&sites)?)?;
    let only = flags.iter().find_map(|flag| flag.strip_prefix("--only=")).unwrap_or_default();
    let mut jobs = jobs(&sites, &hostile).await?;
    jobs.retain(|job| job.name().contains(only));
    let count = jobs.len();
    let mut stop = signal(SignalKind::terminate())?;
    let mut faults = tokio::select! {
        faults = done(jobs, &room) => faults?,
        _ = stop.recv() => return Err("stopped".into()),
        _ = tokio::signal::ctrl_c() => return Err("stopped".into()),
    };
    let found = pictured(room.looks.into_inner()?);
    if flags.iter().any(|flag| flag == "--refresh") {
        refresh(found, only)?;
    } else {
        faults.extend(compared(&found)?);
    }
    faults.iter().for_each(|fault| println!("  {fault}"));
    println!("in the browser: {count} looked at, {} faults", faults.len());
    Ok(ExitCode::from(u8::from(!faults.is_empty())))
}

impl Job {
    fn name(&self) -> String {
        match self {
            Job::Form { site, base } => format!("form {site} {base}"),
            Job::Comfort { base, .. } => format!("comfort {base}"),
            Job::Look(page) => page.name.clone(),
            Job::Served(page) | Job::Hostile(page) => format!("{} {}", page.name, page.address),
        }
    }
}

/// One page of every kind, a line each.
fn listed(sites: &[Site]) -> Result<String> {
    let mut list = String::new();
    for site in sites {
        site.kinds()?.values().for_each(|page| list.push_str(&format!("{}\n", site.folder.join(page).display())));
    }
    Ok(list)
}

/// All there is to do, the longest first.
async fn jobs(sites: &[Site; 2], hostile: &Site) -> Result<VecDeque<Job>> {
    let mut jobs = VecDeque::new();
    for site in sites {
        let (disk, web) = (site.address(), served::serve(site.folder.clone()).await?);
        let kinds = site.kinds()?;
        if site.name == "vi" {
            let member = kinds.get("members-one-period").ok_or("a member's period")?;
            for base in [&disk, &web] {
                jobs.push_back(Job::Comfort { base: base.clone(), member: member.clone() });
            }
        }
        jobs.extend([&disk, &web].map(|base| Job::Form { site: site.name, base: base.clone() }));
        jobs.extend(kinds.iter().map(|(kind, page)| Job::Look(page_of(site, kind, page, &disk))));
        jobs.extend(kinds.iter().map(|(kind, page)| Job::Served(page_of(site, kind, page, &web))));
    }
    let (disk, web) = (hostile.address(), served::serve(hostile.folder.clone()).await?);
    let tasks: Vec<&str> = hostile.tasks().collect();
    if tasks.len() < FEWEST_HOSTILE {
        return Err(format!("the hostile cell has only {} tasks", tasks.len()).into());
    }
    let kinds = hostile.kinds()?;
    for (base, step) in [(&disk, 1), (&web, SERVED_HOSTILE)] {
        let pages = kinds.values().map(String::as_str).chain(tasks.iter().copied().step_by(step));
        jobs.extend(pages.map(|page| Job::Hostile(page_of(hostile, page, page, base))));
    }
    Ok(jobs)
}

fn page_of(site: &Site, kind: &str, page: &str, base: &str) -> Page {
    Page {
        name: format!("{}/{kind}", site.name),
        address: format!("{base}{page}"),
        base: base.to_owned(),
        is_pictured_dark: site.name == "vi",
    }
}

/// Does every job, with a browser per core, and returns the faults in order.
async fn done(jobs: VecDeque<Job>, room: &Room<'_>) -> Result<Vec<String>> {
    let driver = Driver::start().await?;
    let waiting = Mutex::new(jobs);
    let next = || waiting.lock().expect("nobody panics here").pop_front();
    let work = async || {
        let tab = driver.tab().await?;
        let mut found = Vec::new();
        while let Some(job) = next() {
            found.extend(faults_of(&tab, &job, room).await);
        }
        tab.client.close().await?;
        Result::Ok(found)
    };
    let workers = thread::available_parallelism()?.get().clamp(2, 4);
    let (a, b, c, d) =
        tokio::join!(work(), work(), async { if workers > 2 { work().await } else { Ok(Vec::new()) } }, async {
            if workers > 3 { work().await } else { Ok(Vec::new()) }
        },);
    let mut found: Vec<String> = [a?, b?, c?, d?].concat();
    found.sort();
    Ok(found)
}

/// The faults of a job; what the browser itself refuses, as a dialog that stands open, is one.
async fn faults_of(tab: &Tab, job: &Job, room: &Room<'_>) -> Vec<String> {
    let found = match job {
        Job::Comfort { base, member } => comfort::tried(tab, base, member).await,
        Job::Form { site, base } => form::tried(tab, site, base, room.axe).await,
        Job::Look(page) => pages::looked(tab, page, room).await,
        Job::Served(page) => pages::served(tab, page).await,
        Job::Hostile(page) => hostile::looked(tab, page).await,
    };
    let faults = found.unwrap_or_else(|fault| vec![fault.to_string()]);
    faults.into_iter().map(|fault| format!("{}: {fault}", job.name())).collect()
}

/// Where the looks to compare with are.
const KNOWN: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/looks.txt");

/// The looks that are compared: the dark theme and the narrow screen of one language are enough to see that a layout
/// broke.
fn pictured(found: BTreeMap<String, Look>) -> BTreeMap<String, Look> {
    let kept = |name: &str| name.starts_with("vi/") && (name.ends_with("-light") || name.ends_with("-1280-dark"));
    found.into_iter().filter(|(name, _)| kept(name)).collect()
}

/// Writes the looks anew, when only some pages were looked at those alone.
fn refresh(found: BTreeMap<String, Look>, only: &str) -> Result<()> {
    let mut known = if only.is_empty() { BTreeMap::new() } else { looks::read(Path::new(KNOWN))? };
    known.extend(found);
    looks::write(Path::new(KNOWN), &known)
}

/// Pages that look otherwise than they did; of those that were never seen a line is told.
fn compared(found: &BTreeMap<String, Look>) -> Result<Vec<String>> {
    let known = looks::read(Path::new(KNOWN))?;
    let fault = |(name, look): (&String, &Look)| match known.get(name) {
        Some(before) => before.differs(look).map(|why| format!("{name}: {why}; see its picture, then --refresh")),
        None => {
            println!("  {name}: never seen before; see its picture, then --refresh");
            None
        }
    };
    Ok(found.iter().filter_map(fault).collect())
}
