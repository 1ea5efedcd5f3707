//! Random answers with the log and the file name that the program makes of each, a line of JSON each, to hold the form
//! page's script against: `form_answers NUMBER > answers.txt`. The first line is what the script is told of the format.

#[path = "../tests/suite/writing/answers.rs"]
mod answers;

use std::env;
use std::io::{self, BufWriter, Write};

use hieucan::base::form::Format;
use hieucan::base::i18n::Lang;
use hieucan::writing::{file_name, log, settled};

fn main() -> io::Result<()> {
    let number = env::args().nth(1).and_then(|number| number.parse().ok()).unwrap_or(400);
    let mut out = BufWriter::new(io::stdout().lock());
    for lang in Lang::ALL {
        writeln!(out, "{}", serde_json::to_string(&Format::of(lang)).expect("JSON"))?;
    }
    for answers in answers::many(number) {
        let logs = Lang::ALL.map(|lang| log(&answers, lang));
        let name = file_name(&settled(&answers));
        writeln!(out, "{}", serde_json::json!({ "answers": answers, "logs": logs, "name": name }))?;
    }
    out.flush()
}
