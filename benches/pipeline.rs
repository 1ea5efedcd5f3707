//! The stages of a build, each by itself, on an invented cell: `cargo bench`.
//!
//! `HIEUCAN_BENCH_LOGS` says how many logs the cell has (1,000 when it says nothing). The cell is read from disk once;
//! every stage is given the product of the one before it, so that a slow stage is seen where it is slow. The whole
//! process against another program is measured by `compare.sh`.

mod generator;

use std::collections::BTreeSet;
use std::env;
use std::sync::LazyLock;

use divan::{Bencher, black_box};
use hieucan::base::artifact::Artifact;
use hieucan::base::i18n::Catalog;
use hieucan::base::record_file::RecordFile;
use hieucan::check::{self, Facts};
use hieucan::config::{Config, Options};
use hieucan::discover;
use hieucan::export;
use hieucan::model::audience::Audience;
use hieucan::model::history::History;
use hieucan::model::logbook::Logbook;
use hieucan::parse::{self, Parsed, Words};
use hieucan::publish::{self, Target};
use hieucan::render::{self, theme::Theme};
use hieucan::report::{self, Report};
use hieucan::tally;
use rayon::prelude::*;
use tempfile::TempDir;

fn main() {
    divan::main();
}

/// The cell on disk and everything that is read from it.
struct Cell {
    folder: TempDir,
    config: Config,
    catalog: &'static Catalog,
    records: Vec<RecordFile>,
    facts: Facts,
}

static CELL: LazyLock<Cell> = LazyLock::new(Cell::invent);
static LOGBOOK: LazyLock<Logbook> =
    LazyLock::new(|| check::check(CELL.parsed(), CELL.facts.clone(), History::default).logbook);

impl Cell {
    fn invent() -> Self {
        let asked = env::var("HIEUCAN_BENCH_LOGS").ok();
        let logs = asked.map_or(1000, |logs| logs.parse().expect("HIEUCAN_BENCH_LOGS is a number"));
        let folder = tempfile::tempdir().expect("a temporary folder");
        let root = folder.path().join("cell");
        generator::write_cell(&root, logs, 1).expect("the cell is written");
        let config =
            Config::resolve(Options { root: root.clone(), ..Options::default() }).expect("the settings can be used");
        let catalog = Catalog::of(config.lang);
        let sources = discover::discover(&root, None).expect("the cell is there");
        let records = sources.records(|file| file).expect("the cell is read").files;
        let facts = Facts {
            settings: config.settings.clone(),
            rubric: parse::built_in(),
            attachments: discover::attachments(&root, &root.join("site"), &BTreeSet::new(), &BTreeSet::new())
                .expect("nothing is asked for"),
            accepted: Vec::new(),
            findings: Vec::new(),
            as_of: config.as_of,
            audience: Audience::Cell,
        };
        Self { folder, config, catalog, records, facts }
    }

    fn parsed(&self) -> Parsed {
        parse::parse(self.records.clone(), &self.facts.rubric, &Words::of(self.catalog))
    }

    /// Every file of the site, ready to be made.
    fn plan<'a>(&'a self, report: &'a Report<'a>, theme: &'a Theme, read: render::ReadFile<'a>) -> Vec<Artifact<'a>> {
        let mut artifacts = export::plan(report.data(), self.catalog);
        artifacts.extend(render::plan(report, theme, self.catalog, read).expect("the site can be planned"));
        artifacts
    }
}

#[divan::bench]
fn discover_records(bencher: Bencher<'_, '_>) {
    let cell = &*CELL;
    bencher.bench(|| discover::discover(&cell.config.root, None)?.records(|file| file));
}

#[divan::bench]
fn parse_records(bencher: Bencher<'_, '_>) {
    let cell = &*CELL;
    let words = Words::of(cell.catalog);
    bencher
        .with_inputs(|| cell.records.clone())
        .bench_values(|records| parse::parse(records, &cell.facts.rubric, &words));
}

#[divan::bench]
fn check_records(bencher: Bencher<'_, '_>) {
    let cell = &*CELL;
    bencher
        .with_inputs(|| (cell.parsed(), cell.facts.clone()))
        .bench_values(|(parsed, facts)| check::check(parsed, facts, History::default));
}

#[divan::bench]
fn tally_logbook(bencher: Bencher<'_, '_>) {
    let logbook = &*LOGBOOK;
    bencher.bench(|| tally::tally(logbook));
}

#[divan::bench(sample_count = 10)]
fn render_site(bencher: Bencher<'_, '_>) {
    let (cell, logbook) = (&*CELL, &*LOGBOOK);
    let theme = Theme::load(&[], cell.catalog).expect("the embedded theme");
    let tally = tally::tally(logbook);
    let read = |attachment: &_| discover::attachment_bytes(&cell.config.root, attachment);
    bencher.bench(|| {
        let report = report::report(logbook, &tally);
        let artifacts = cell.plan(&report, &theme, &read);
        let made = artifacts.par_iter().map(|artifact| black_box(artifact.make().expect("a file")).len());
        made.sum::<usize>()
    });
}

#[divan::bench(sample_count = 10)]
fn publish_site(bencher: Bencher<'_, '_>) {
    let (cell, logbook) = (&*CELL, &*LOGBOOK);
    let theme = Theme::load(&[], cell.catalog).expect("the embedded theme");
    let tally = tally::tally(logbook);
    let report = report::report(logbook, &tally);
    let read = |attachment: &_| discover::attachment_bytes(&cell.config.root, attachment);
    let made: Vec<_> = cell
        .plan(&report, &theme, &read)
        .into_par_iter()
        .map(|artifact| (artifact.path().clone(), artifact.make().expect("a file")))
        .collect();
    // The bytes are made beforehand, so that only the disk is measured; each sample goes where no site stands yet.
    let mut number = 0;
    bencher
        .with_inputs(|| {
            number += 1;
            let out = cell.folder.path().join(format!("site-{number}"));
            let artifacts = made.iter().map(|(path, bytes)| Artifact::new(path.clone(), || Ok(bytes.clone())));
            (artifacts.collect::<Vec<_>>(), Target { root: cell.config.root.clone(), out, durable: false })
        })
        .bench_local_values(|(artifacts, target)| publish::publish(artifacts, &target, &|_| {}));
}
