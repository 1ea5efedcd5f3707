//! Drafts that were left: each can be gone on with, and none goes away by itself.

use fluent_bundle::FluentValue;

use super::draft::Draft;
use crate::cli::prompt::{Answer, Prompt, Stopped};
use crate::cli::terminal::Terminal;

/// The draft among `left` to go on with; nothing when another log is to be begun.
pub fn offered(
    mut left: Vec<Draft>,
    title: Option<&str>,
    prompt: &mut Prompt,
    terminal: &Terminal,
) -> Result<Option<Draft>, Stopped> {
    let text = |key: &str| terminal.catalog.text(key);
    while !left.is_empty() {
        prompt.say("");
        prompt.say(&text("new-left"));
        let go_on = left.iter().map(|draft| {
            let title = FluentValue::from(title_of(draft, terminal));
            terminal.catalog.format("new-left-go-on", &[("title", title)])
        });
        let options: Vec<String> = go_on.chain([text("new-left-anew"), text("new-left-drop")]).collect();
        let is_another = title.is_some_and(|title| left.iter().all(|draft| draft.said.answers.fact("title") != title));
        let first = if is_another { left.len() } else { 0 };
        match prompt.choose(&options, first)? {
            Answer::Back => {}
            Answer::Is(at) if at < left.len() => return Ok(Some(left.swap_remove(at))),
            Answer::Is(at) if at == left.len() => return Ok(None),
            Answer::Is(_) => drop_one(&mut left, prompt, terminal)?,
        }
    }
    Ok(None)
}

/// Takes one of the drafts away; none is offered first.
fn drop_one(left: &mut Vec<Draft>, prompt: &mut Prompt, terminal: &Terminal) -> Result<(), Stopped> {
    prompt.say(&terminal.catalog.text("new-drop"));
    let none = terminal.catalog.text("new-drop-none");
    let options: Vec<String> = [none].into_iter().chain(left.iter().map(|draft| title_of(draft, terminal))).collect();
    if let Answer::Is(at @ 1..) = prompt.choose(&options, 0)? {
        left.remove(at - 1).remove();
    }
    Ok(())
}

fn title_of(draft: &Draft, terminal: &Terminal) -> String {
    let begun = draft.said.begun.get("title").map_or("", |line| line.trim());
    match draft.said.answers.fact("title") {
        "" if begun.is_empty() => terminal.catalog.text("new-untitled"),
        "" => begun.to_owned(),
        title => title.to_owned(),
    }
}
