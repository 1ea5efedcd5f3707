//! Where in front matter a cursor stands, read from the text before it alone: it may be half written, and no YAML.

use crate::base::keys::KEYS;
use crate::editor::form::{Field, Form, Shape};
use crate::parse;

/// What stands at a cursor.
#[derive(Debug, Clone, Copy)]
pub enum Slot {
    /// Keys of a form.
    Keys(&'static Form),
    /// The value of a field.
    Field(&'static Field),
    /// Ids of criteria, of whose levels more may be said by the form.
    Criteria(&'static Form),
    /// The level of a criterion, or the form.
    Claim(&'static Form),
}

/// A cursor in front matter.
#[derive(Debug)]
pub struct Cursor {
    /// What stands there.
    pub slot: Slot,
    /// Whether a key is being written; else a value is.
    pub is_key: bool,
    /// Whether an item of a list begins here, which may be a text or a map.
    pub is_item: bool,
    /// What is written up to the cursor.
    pub written: String,
    /// The byte at which that begins.
    pub start: usize,
    /// Keys that stand in the same map already.
    pub used: Vec<String>,
}

/// The cursor at byte `at` of a file with this form; nothing outside the front matter.
pub fn cursor(text: &str, at: usize, form: &'static Form) -> Option<Cursor> {
    let (start, end) = front_matter(text)?;
    if at < start || at > end {
        return None;
    }
    let at = text.floor_char_boundary(at);
    let mut walk = Walk::default();
    let mut line_start = start;
    for line in text[start..at].split_inclusive('\n') {
        let is_last = line_start + line.len() == at && !line.ends_with('\n');
        if !is_last {
            walk.line(line.trim_end_matches(['\n', '\r']));
            line_start += line.len();
        }
    }
    let found = walk.last(&text[line_start..at])?;
    let slot = resolved(form, &found.path)?;
    let mut used = found.used;
    if found.is_block_key {
        used = siblings(text, (start, end), line_start, found.indent);
    }
    let written_at = at - found.written.len();
    let is_key = found.is_key && !matches!(slot, Slot::Field(_));
    Some(Cursor { slot, is_key, is_item: found.is_item, written: found.written, start: written_at, used })
}

/// Where the lines between the fences begin and end.
pub fn front_matter(text: &str) -> Option<(usize, usize)> {
    let mark = if text.starts_with('\u{feff}') { '\u{feff}'.len_utf8() } else { 0 };
    let first = text[mark..].find('\n')? + mark + 1;
    (text[mark..first].trim_end() == "---").then_some(())?;
    let mut at = first;
    for line in text[first..].split_inclusive('\n') {
        if line.trim_end() == "---" {
            return Some((first, at));
        }
        at += line.len();
    }
    Some((first, at))
}

/// Whether a key of the form stands at the top of the front matter, blank or not.
pub fn has_key(text: &str, form: &Form, key: &str) -> bool {
    let Some((start, end)) = front_matter(text) else { return false };
    let keys = text[start..end].lines().filter(|line| !line.starts_with(' ')).filter_map(key_and_value);
    keys.into_iter().any(|(written, _)| known(form, written) == Some(key))
}

/// What stands behind a path of keys.
fn resolved(form: &'static Form, path: &[String]) -> Option<Slot> {
    path.iter().try_fold(Slot::Keys(form), |slot, key| match slot {
        Slot::Keys(form) => of_key(form, key),
        Slot::Criteria(form) => Some(Slot::Claim(form)),
        Slot::Claim(form) => of_key(form, key),
        Slot::Field(_) => None,
    })
}

fn of_key(form: &'static Form, key: &str) -> Option<Slot> {
    let field = form.field(known(form, key)?)?;
    Some(match field.shape {
        Shape::Map(inner) => Slot::Keys(inner),
        Shape::Claims(inner) => Slot::Criteria(inner),
        _ => Slot::Field(field),
    })
}

/// The key of the form of which `written` is a spelling.
pub fn known(form: &Form, written: &str) -> Option<&'static str> {
    parse::known_key(written.trim().trim_matches(['"', '\'']), &form.keys())
}

/// The Vietnamese spelling that a form's key has in files.
pub fn vietnamese(key: &str) -> Option<&'static str> {
    KEYS.iter().find(|(english, _)| *english == key).map(|(_, vietnamese)| *vietnamese)
}

/// What a line says of the cursor at its end.
struct Found {
    path: Vec<String>,
    is_key: bool,
    is_item: bool,
    is_block_key: bool,
    indent: usize,
    written: String,
    used: Vec<String>,
}

/// The lines before the cursor.
#[derive(Default)]
struct Walk {
    /// Keys that are open, with their columns.
    open: Vec<(usize, String)>,
    /// A value within brackets that goes on over lines.
    flow: Option<String>,
    /// The column of the key whose text goes on over lines.
    text: Option<usize>,
}

impl Walk {
    /// Takes a whole line.
    fn line(&mut self, line: &str) {
        if let Some(flow) = &mut self.flow {
            flow.push('\n');
            flow.push_str(line);
            if Flow::of(flow).frames.is_empty() {
                self.flow = None;
            }
            return;
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        let content = line.trim();
        if content.is_empty() || content.starts_with('#') || self.text.is_some_and(|column| indent > column) {
            return;
        }
        self.text = None;
        let (indent, content, _) = self.enter(line);
        let Some((key, value)) = key_and_value(content) else { return };
        self.open.push((indent, key.to_owned()));
        let value = value.trim_start();
        if value.starts_with(['|', '>']) {
            self.text = Some(indent);
        } else if value.starts_with(['{', '[']) && !Flow::of(value).frames.is_empty() {
            self.flow = Some(value.to_owned());
        }
    }

    /// Leaves the keys that a line is not below; the column of its content, the content, and whether an item begins.
    fn enter<'l>(&mut self, line: &'l str) -> (usize, &'l str, bool) {
        let mut content = line.trim_start_matches(' ');
        let mut indent = line.len() - content.len();
        let mut is_item = false;
        while let Some(item) = content.strip_prefix("- ").or_else(|| (content == "-").then_some("")) {
            // The dash of a list may stand right below its key.
            self.open.retain(|(column, _)| *column <= indent);
            is_item = true;
            let trimmed = item.trim_start_matches(' ');
            indent += content.len() - trimmed.len();
            content = trimmed;
        }
        self.open.retain(|(column, _)| *column < indent);
        (indent, content, is_item)
    }

    /// The last line, up to the cursor.
    fn last(mut self, line: &str) -> Option<Found> {
        let path = |open: &[(usize, String)]| open.iter().map(|(_, key)| key.clone()).collect::<Vec<_>>();
        if let Some(flow) = self.flow.take() {
            return Some(within(path(&self.open), &format!("{flow}\n{line}")));
        }
        let indent = line.len() - line.trim_start_matches(' ').len();
        if line.trim_start().starts_with('#') || self.text.is_some_and(|column| indent > column) {
            return None;
        }
        let (indent, content, is_item) = self.enter(line);
        if let Some((key, value)) = key_and_value(content) {
            self.open.push((indent, key.to_owned()));
            return Some(within(path(&self.open), value.trim_start()));
        }
        if content.starts_with(['{', '[']) {
            return Some(within(path(&self.open), content));
        }
        let written = content.to_owned();
        Some(Found {
            path: path(&self.open),
            is_key: true,
            is_item,
            is_block_key: true,
            indent,
            written,
            used: Vec::new(),
        })
    }
}

/// The cursor at the end of a value, which may be within brackets.
fn within(mut path: Vec<String>, value: &str) -> Found {
    let flow = Flow::of(value);
    path.extend(flow.frames.iter().filter_map(|frame| frame.key.clone()));
    let (is_key, is_item, used) = match flow.frames.last() {
        None => (false, false, Vec::new()),
        Some(frame) if frame.is_map => (frame.key.is_none(), false, frame.used.clone()),
        Some(_) => (false, true, Vec::new()),
    };
    let written = flow.written.trim_start().to_owned();
    Found { path, is_key, is_item, is_block_key: false, indent: 0, written, used }
}

/// `key` and what is behind the colon, if a line has one.
fn key_and_value(content: &str) -> Option<(&str, &str)> {
    if content.starts_with(['{', '[', '"', '\'']) {
        return None;
    }
    let at = content
        .match_indices(':')
        .map(|(at, _)| at)
        .find(|at| content[at + 1..].starts_with(' ') || at + 1 == content.len());
    at.map(|at| (content[..at].trim_end(), &content[at + 1..]))
}

/// A bracket that is open.
struct Frame {
    is_map: bool,
    key: Option<String>,
    used: Vec<String>,
}

/// What brackets of a value are open at its end.
struct Flow {
    frames: Vec<Frame>,
    /// What is written since the last bracket, comma or colon.
    written: String,
}

impl Flow {
    fn of(value: &str) -> Self {
        let mut flow = Self { frames: Vec::new(), written: String::new() };
        if !value.starts_with(['{', '[']) {
            flow.written = value.to_owned();
            return flow;
        }
        let mut quote = None;
        let mut signs = value.chars().peekable();
        while let Some(sign) = signs.next() {
            let next = signs.peek().copied();
            if quote.is_some() {
                quote = quote.filter(|open| *open != sign);
                flow.written.push(sign);
            } else {
                flow.take(sign, next, &mut quote);
            }
        }
        flow
    }

    fn take(&mut self, sign: char, next: Option<char>, quote: &mut Option<char>) {
        match sign {
            '"' | '\'' if self.written.trim().is_empty() => {
                *quote = Some(sign);
                self.written.push(sign);
            }
            '{' | '[' => {
                self.frames.push(Frame { is_map: sign == '{', key: None, used: Vec::new() });
                self.written.clear();
            }
            '}' | ']' => {
                self.frames.pop();
                self.written.clear();
            }
            ',' => {
                if let Some(frame) = self.frames.last_mut() {
                    frame.used.extend(frame.key.take());
                }
                self.written.clear();
            }
            ':' if next.is_none_or(char::is_whitespace) => {
                let key = std::mem::take(&mut self.written);
                if let Some(frame) = self.frames.last_mut().filter(|frame| frame.is_map) {
                    frame.key = Some(key.trim().to_owned());
                }
            }
            _ => self.written.push(sign),
        }
    }
}

/// The keys beside the line that begins at `line_start`, whose content stands at column `indent`.
fn siblings(text: &str, (start, end): (usize, usize), line_start: usize, indent: usize) -> Vec<String> {
    let before: Vec<&str> = text[start..line_start].lines().collect();
    let after: Vec<&str> = text[line_start..end].lines().skip(1).collect();
    let mut keys = Vec::new();
    for lines in [before.into_iter().rev().collect::<Vec<_>>(), after] {
        for line in lines {
            let content = line.trim_start_matches([' ', '-']);
            let column = line.len() - content.len();
            if content.trim().is_empty() || column > indent {
                continue;
            }
            if column < indent {
                break;
            }
            keys.extend(key_and_value(content).map(|(key, _)| key.to_owned()));
            if line.trim_start().starts_with("- ") {
                break;
            }
        }
    }
    keys
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::editor::form::LOG;

    /// What stands at the sign `|` of a front matter.
    fn at(front: &str) -> String {
        let text = format!("---\n{front}\n---\n").replace('|', "");
        let at = "---\n".len() + front.find('|').expect("a cursor");
        match cursor(&text, at, &LOG) {
            None => "nothing".to_owned(),
            Some(cursor) => {
                let slot = match cursor.slot {
                    Slot::Keys(form) => format!("keys of {}", form.name),
                    Slot::Field(field) => field.key.to_owned(),
                    Slot::Criteria(_) => "criteria".to_owned(),
                    Slot::Claim(form) => form.name.to_owned(),
                };
                let kind = if cursor.is_key { "key" } else { "value" };
                format!("{kind} {slot} `{}` {:?}", cursor.written, cursor.used)
            }
        }
    }

    #[test]
    fn a_cursor_knows_where_it_stands() {
        for (front, expected) in [
            ("|", "key keys of log `` []"),
            ("title: x\nti|", "key keys of log `ti` [\"title\"]"),
            ("member: a|", "value member `a` []"),
            ("đảng viên: |", "value member `` []"),
            ("criteria:\n  H|", "key criteria `H` []"),
            ("tiêu chí:\n  H1: đạt\n  |\n  H3: đạt", "key criteria `` [\"H1\", \"H3\"]"),
            ("criteria:\n  H1: đạt m|", "value claim `đạt m` []"),
            ("criteria:\n  H1:\n    |", "key claim `` []"),
            ("criteria:\n  H1:\n    level: met\n    evidence:\n      - kind: |", "value kind `` []"),
            ("criteria: {H1: met, H2: {level: met, re|", "key claim `re` [\"level\"]"),
            ("criteria: {H1: met, |", "key criteria `` [\"H1\"]"),
            ("criteria: {H1: |", "value claim `` []"),
            ("criteria: [H1, |", "value criteria `` []"),
            ("criteria: {H1: met,\n  H2: |", "value claim `` [\"H1\"]"),
            ("weaknesses:\n- text: a\n  tag: x|", "value tag `x` []"),
            ("weaknesses: [{text: 'a, b: c', tag: |", "value tag `` [\"text\"]"),
            ("coordination:\n  - |", "key keys of coordination `` []"),
            ("fixed: [a, |", "value fixed `` []"),
            ("fixed:\n  - |", "value fixed `` []"),
            ("purpose: >\n  member: |\n", "nothing"),
            ("purpose: a\n# member: |\n", "nothing"),
            ("context: x\nstatus: |", "value status `` []"),
        ] {
            assert_eq!(at(front), expected, "{front}");
        }
    }

    #[test]
    fn outside_the_front_matter_is_nothing() {
        let text = "---\ntitle: x\n---\nmember: ";
        assert!(cursor(text, text.len(), &LOG).is_none());
        assert!(cursor("member: ", 8, &LOG).is_none());
        assert!(cursor(text, 1, &LOG).is_none());
    }
}
