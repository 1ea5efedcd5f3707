//! A text as YAML, always to be read back as that text: bare where nothing in it can be read otherwise, by any program
//! that reads YAML, else in quotes; several lines as a block. `templates/scripts/form_write.js` does the same.

/// Words that some reader of YAML takes for something else than a text.
const RESERVED: [&str; 12] = ["null", "true", "false", "yes", "no", "on", "off", "y", "n", "nan", "inf", "none"];

/// `text` as the value of a key. Further lines are indented by `indent`.
pub fn value(text: &str, indent: usize) -> String {
    if text.contains('\n') && is_block(text) {
        return block(text, indent);
    }
    scalar(text)
}

/// `text` on one line.
pub fn scalar(text: &str) -> String {
    if is_bare(text) { text.to_owned() } else { quoted(text) }
}

/// Texts of one script, with signs that mean nothing to YAML, and neither word nor number of it.
fn is_bare(text: &str) -> bool {
    let Some(first) = text.chars().next() else { return false };
    let number_of_document = || first.is_ascii_digit() && text.contains(is_letter) && text.contains(['/', ' ']);
    (is_letter(first) || number_of_document())
        && text.chars().all(|c| is_letter(c) || is_sign(c))
        && !text.contains("  ")
        && !text.ends_with(' ')
        && !RESERVED.contains(&text.to_ascii_lowercase().as_str())
}

/// Letters of Vietnamese and its neighbours. A fixed range: what counts as a letter grows with Unicode.
fn is_letter(c: char) -> bool {
    c.is_ascii_alphabetic()
        || matches!(c, '\u{c0}'..='\u{24f}' if c != '×' && c != '÷')
        || matches!(c, '\u{1e00}'..='\u{1eff}')
}

fn is_sign(c: char) -> bool {
    c.is_ascii_digit()
        || matches!(c, ' ' | '-' | '/' | '_' | '.' | ',' | ';' | '(' | ')' | '!' | '?' | '%' | '+')
        || matches!(c, '–' | '—' | '“' | '”' | '‘' | '’' | '…' | '«' | '»' | '°' | '·')
}

fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' | '\\' => out.extend(['\\', c]),
            '\n' => out.push_str("\\n"),
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

/// Whether a text of several lines stands as a block: a byte order mark is no text to some readers.
fn is_block(text: &str) -> bool {
    !text.contains('\u{feff}') && !text.starts_with(char::is_whitespace)
}

fn block(text: &str, indent: usize) -> String {
    let mut out = String::from("|-");
    for line in text.split('\n') {
        out.push('\n');
        if !line.is_empty() {
            out.push_str(&" ".repeat(indent));
            out.push_str(line);
        }
    }
    out
}
