//! The questions of `init`, asked line by line; an answer that cannot be taken is asked for again with the reason.

use std::io::{BufRead, Write};

use fluent_bundle::FluentValue;

use super::{Refusal, is_cell_name};
use crate::base::diagnostic::emit::plain_line;
use crate::base::i18n::Catalog;
use crate::base::text::nfc;
use crate::model::member::Role;
use crate::scaffold::{self, NewCell, NewMember};

/// Asks line by line.
pub(super) struct Asker<'t> {
    pub(super) input: &'t mut dyn BufRead,
    pub(super) output: &'t mut dyn Write,
    pub(super) catalog: &'t Catalog,
}

impl Asker<'_> {
    /// The cell, with what is not given yet asked for; nothing when the answers end too early.
    pub(super) fn cell(&mut self, given: NewCell) -> Option<NewCell> {
        let mut cell = given;
        while cell.name.is_empty() {
            let name = self.answer("init-ask-name")?;
            match name.as_str() {
                "" => self.say("init-name-needed", &[]),
                name if is_cell_name(name) => cell.name = name.to_owned(),
                name => self.refuse(&Refusal("init-bad-name", name.to_owned())),
            }
        }
        if cell.parent.is_none() {
            cell.parent = self.optional("init-ask-parent")?;
        }
        if cell.place.is_none() {
            cell.place = self.optional("init-ask-place")?;
        }
        if cell.members.is_empty() {
            self.say("init-ask-people", &[]);
        }
        while cell.members.is_empty() {
            for (role, question) in [
                (Role::Secretary, "init-ask-secretary"),
                (Role::Leader, "init-ask-leader"),
                (Role::Member, "init-ask-member"),
            ] {
                self.people(role, question, &mut cell.members)?;
            }
            if cell.members.is_empty() {
                self.say("init-people-needed", &[]);
            }
        }
        Some(cell)
    }

    /// People of one role, until an empty answer.
    fn people(&mut self, role: Role, question: &str, members: &mut Vec<NewMember>) -> Option<()> {
        loop {
            let answer = self.answer(question)?;
            if answer.is_empty() {
                return Some(());
            }
            match NewMember::read(&answer, role) {
                Ok(NewMember { id: Some(id), .. }) if members.iter().any(|other| other.id.as_deref() == Some(&*id)) => {
                    self.refuse(&Refusal("init-id-twice", id));
                }
                Ok(NewMember { id: None, name, .. }) if members.iter().any(|other| nfc(&other.name) == nfc(&name)) => {
                    self.refuse(&Refusal("init-name-twice", name));
                }
                Ok(member) if role == Role::Secretary => {
                    members.push(member);
                    return Some(());
                }
                Ok(member) => members.push(member),
                Err(why) => self.refuse(&Refusal::of_person(&answer, why)),
            }
        }
    }

    fn optional(&mut self, question: &str) -> Option<Option<String>> {
        self.answer(question).map(|answer| Some(answer).filter(|answer| !answer.is_empty()))
    }

    /// One line; nothing when no more can come.
    fn answer(&mut self, question: &str) -> Option<String> {
        let question = self.catalog.text(question);
        let _ = write!(self.output, "{question}: ").and_then(|()| self.output.flush());
        let mut line = Vec::new();
        let read = self.input.read_until(b'\n', &mut line).ok()?;
        (read > 0).then(|| scaffold::tidy(&String::from_utf8_lossy(&line)))
    }

    /// Says why an answer cannot be taken, and what is expected.
    fn refuse(&mut self, refusal: &Refusal) {
        self.say(refusal.0, &refusal.facts());
        self.say(&format!("{}.hint", refusal.0), &refusal.facts());
    }

    fn say(&mut self, key: &str, facts: &[(&'static str, FluentValue<'_>)]) {
        let _ = writeln!(self.output, "{}", plain_line(&self.catalog.format(key, facts)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::base::i18n::Lang;

    fn asked(answers: &str) -> (Option<NewCell>, String) {
        let catalog = Catalog::of(Lang::Vi);
        let mut output = Vec::new();
        let mut input = answers.as_bytes();
        let cell = Asker { input: &mut input, output: &mut output, catalog }.cell(NewCell::default());
        (cell, String::from_utf8(output).expect("text"))
    }

    #[test]
    fn a_cell_is_asked_for_line_by_line_and_wrong_answers_again() {
        let (cell, said) = asked("\nChi bộ 1\n\nHà Nội\nTrần Thị Bình\n\n<a@b>\nNguyễn Văn An <an@vidu.example>\n\n");
        let cell = cell.expect("a cell");
        assert_eq!((cell.name.as_str(), cell.parent, cell.place.as_deref()), ("Chi bộ 1", None, Some("Hà Nội")));
        let people: Vec<_> = cell.members.iter().map(|member| (member.name.as_str(), member.role)).collect();
        assert_eq!(people, [("Trần Thị Bình", Role::Secretary), ("Nguyễn Văn An", Role::Member)]);
        assert!(said.contains("<a@b>") && said.contains("Cần có tên chi bộ"), "{said}");
        let (cell, said) = asked("...\nChi bộ 1\n\n\n\n\nAn <an@@x>\nAn, Bình\nB an=An\nAn <an@vidu.example>\n\n");
        let members = cell.expect("a cell").members;
        assert_eq!(members.iter().map(|member| member.name.as_str()).collect::<Vec<_>>(), ["An"]);
        for told in ["`...`", "`An <an@@x>`", "như `Nguyễn Văn An <an@vidu.example>`", "`An, Bình`", "`B an=An`"] {
            assert!(said.contains(told), "{told}: {said}");
        }
    }

    #[test]
    fn answers_that_end_too_early_make_no_cell() {
        for answers in ["", "Chi bộ 1\n", "Chi bộ 1\n\n\n\n\n\n\n"] {
            assert_eq!(asked(answers).0, None, "{answers:?}");
        }
        let (cell, said) = asked("Chi bộ 1\n\n\nAn Bình\n\nAn Bình\nab-2=An Bình\n\n");
        let ids = cell.expect("a cell").ids();
        assert_eq!(ids, ["an-binh", "ab-2"], "{said}");
        assert!(said.contains("`An Bình` đã có trong danh sách") && said.contains("ghi thêm mã"), "{said}");
        let said = asked("Chi bộ 1\n\n\n\n\n\nan=An\n\nan=Ân\n").1;
        assert!(said.contains("ít nhất một người") && said.contains("mã `an`"), "{said}");
    }
}
