//! One state of the site: a thread that holds everything it is made of, and makes a page whenever it is asked.

use std::collections::HashMap;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use tokio::sync::oneshot;

use crate::base::artifact::Artifact;
use crate::base::diagnostic::Problem;
use crate::base::error::Result;
use crate::config::Config;
use crate::pipeline::{self, Made, Silent};

/// A state of the site that can be asked for its files. Its thread ends with it.
pub(super) struct Edition {
    requests: Sender<Request>,
    problems: Vec<Problem>,
    records: usize,
}

/// A file of the site that somebody asks for.
struct Request {
    path: String,
    answer: oneshot::Sender<Option<Result<Vec<u8>>>>,
}

/// What an edition says of itself when it is ready.
type Ready = (Vec<Problem>, usize);

impl Edition {
    /// Reads the cell and prepares its site.
    pub(super) fn prepare(config: Config) -> Result<Self> {
        let (requests, asked) = channel();
        let (tell, ready) = channel();
        thread::spawn(move || {
            let served = pipeline::with_site(&config, &Silent, |made| {
                if tell.send(Ok((made.problems.to_vec(), made.summary.records))).is_ok() {
                    answer(made, &asked);
                }
                Ok(())
            });
            if let Err(error) = served {
                let _ = tell.send(Err(error));
            }
        });
        let (problems, records): Ready = ready.recv().expect("the thread tells how it fared")?;
        Ok(Self { requests, problems, records })
    }

    /// Every problem of the records.
    pub(super) fn problems(&self) -> &[Problem] {
        &self.problems
    }

    /// How many records were read.
    pub(super) fn records(&self) -> usize {
        self.records
    }

    /// The file at `path` of the site; nothing when there is none.
    pub(super) async fn file(&self, path: &str) -> Option<Result<Vec<u8>>> {
        let (answer, answered) = oneshot::channel();
        self.requests.send(Request { path: path.to_owned(), answer }).ok()?;
        answered.await.ok()?
    }
}

/// Makes what is asked for until nobody can ask any more.
fn answer(Made { artifacts, .. }: Made<'_>, asked: &Receiver<Request>) {
    let files: HashMap<&str, &Artifact<'_>> = artifacts.iter().map(|file| (file.path().as_str(), file)).collect();
    rayon::in_place_scope(|scope| {
        for Request { path, answer } in asked {
            let file = files.get(path.as_str()).copied();
            scope.spawn(move |_| {
                let _ = answer.send(file.map(Artifact::make));
            });
        }
    });
}
