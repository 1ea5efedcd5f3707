//! Stylesheets as they are served: without the comments and blanks that only their authors need.

/// Signs round which a blank says nothing.
const TIGHT: [u8; 5] = [b'{', b'}', b';', b',', b'>'];

/// `css` without comments, without blanks that mean nothing and without the last `;` of a block. Strings stay as they are.
pub(super) fn minified(css: &str) -> String {
    let mut out: Vec<u8> = Vec::with_capacity(css.len());
    let (mut rest, mut blank) = (css.as_bytes(), false);
    while !rest.is_empty() {
        let (piece, after) = rest.split_at(length(rest));
        rest = after;
        if piece[0].is_ascii_whitespace() || piece.starts_with(b"/*") {
            blank = true;
        } else {
            push(&mut out, piece, std::mem::take(&mut blank));
        }
    }
    String::from_utf8(out).expect("only blanks and whole comments were taken out of a text")
}

/// Length of the comment, the string or the single sign that `rest` begins with; all of it when that never ends.
fn length(rest: &[u8]) -> usize {
    match rest[0] {
        b'/' if rest.starts_with(b"/*") => {
            rest[2..].windows(2).position(|end| end == b"*/").map_or(rest.len(), |end| end + 4)
        }
        b'"' | b'\'' => string(rest),
        _ => 1,
    }
}

/// Writes `piece`, with the blank before it where that parts two words.
fn push(out: &mut Vec<u8>, piece: &[u8], blank: bool) {
    let (last, first) = (out.last().copied(), piece[0]);
    let begins = last.is_none_or(|last| TIGHT.contains(&last) || matches!(last, b':' | b'('));
    if blank && !begins && !TIGHT.contains(&first) && !matches!(first, b')' | b'!') {
        out.push(b' ');
    }
    if first == b'}' && last == Some(b';') {
        out.pop();
    }
    out.extend_from_slice(piece);
}

/// Length of the string that `rest` begins with.
fn string(rest: &[u8]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != rest[0] {
        at += if rest[at] == b'\\' { 2 } else { 1 };
    }
    rest.len().min(at + 1)
}

#[cfg(test)]
mod tests {
    use super::minified;

    #[test]
    fn a_served_style_has_no_comments_and_no_needless_blanks() {
        let css = "/* head */\n:root:not([data-theme=\"dark\"]) {\n  --a: calc(1px + 2px);\n  color: red !important;\n}\n\n.a > .b,\n.c :is(d, e) { margin: 0 -1px; }\n";
        assert_eq!(
            minified(css),
            ":root:not([data-theme=\"dark\"]){--a:calc(1px + 2px);color:red!important}.a>.b,.c :is(d,e){margin:0 -1px}"
        );
    }

    #[test]
    fn strings_stay_as_they_were_written() {
        let css = r#"a::after { content: " ( /* ; \" } "  attr(href)   ")"; }"#;
        assert_eq!(minified(css), r#"a::after{content:" ( /* ; \" } " attr(href) ")"}"#);
        assert_eq!(minified("a { content: \"›\" }"), "a{content:\"›\"}");
    }

    #[test]
    fn words_of_a_query_stay_apart() {
        let css = "@media screen and (min-width: 48rem) { a { b: c } }";
        assert_eq!(minified(css), "@media screen and (min-width:48rem){a{b:c}}");
    }

    #[test]
    fn what_never_ends_is_cut_without_a_fault() {
        assert_eq!(minified("a{} /* never"), "a{}");
        assert_eq!(minified("a{b:\"never\\"), "a{b:\"never\\");
    }
}
