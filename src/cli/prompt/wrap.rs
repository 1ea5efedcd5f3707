//! Lines of whole words, for a terminal breaks them anywhere.

use crate::base::diagnostic::emit::width;

/// `text` in lines of at most `columns`; a word that is longer stands alone. What a line is indented by goes on.
pub fn wrapped(text: &str, columns: usize) -> String {
    text.split('\n').map(|line| wrapped_line(line, columns)).collect::<Vec<_>>().join("\n")
}

fn wrapped_line(line: &str, columns: usize) -> String {
    if width(line) <= columns {
        return line.to_owned();
    }
    let indent = &line[..line.len() - line.trim_start().len()];
    let (mut lines, mut last) = (String::new(), indent.to_owned());
    for word in line.split_whitespace() {
        let is_first = last.len() == indent.len();
        if !is_first && width(&last) + 1 + width(word) > columns {
            lines.extend([&last, "\n"]);
            indent.clone_into(&mut last);
        }
        if last.len() > indent.len() {
            last.push(' ');
        }
        last.push_str(word);
    }
    lines + &last
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_are_of_whole_words_and_keep_their_indentation() {
        let text = "Hiểu rõ mục đích\n  yêu cầu, quy trình thực hiện\n\nngắn";
        assert_eq!(wrapped(text, 12), "Hiểu rõ mục\nđích\n  yêu cầu,\n  quy trình\n  thực hiện\n\nngắn");
        assert_eq!(wrapped("a https://vidu.example/x b", 8), "a\nhttps://vidu.example/x\nb");
    }
}
