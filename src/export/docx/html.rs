//! The page of a paper as a tree. It reads what our own templates and theirs in a cell's folder write: elements, texts
//! and the few entities that escaping makes. What is not closed ends with what holds it.

use crate::export::text::readable;

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Node {
    /// A text, with what it was escaped for.
    Text(String),
    /// An element.
    Element(Element),
}

/// An element.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Element {
    pub(super) name: String,
    attributes: Vec<(String, String)>,
    pub(super) children: Vec<Node>,
}

/// Elements that hold nothing and are not closed.
const EMPTY: [&str; 6] = ["br", "hr", "img", "input", "link", "meta"];

impl Element {
    /// The value of an attribute.
    pub(super) fn attribute(&self, name: &str) -> Option<&str> {
        self.attributes.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }

    /// Whether it has the class `name`.
    pub(super) fn is(&self, name: &str) -> bool {
        self.attribute("class").is_some_and(|classes| classes.split_whitespace().any(|class| class == name))
    }

    /// Its elements, texts left out.
    pub(super) fn elements(&self) -> impl Iterator<Item = &Element> {
        self.children.iter().filter_map(|node| match node {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// The first element inside it, at any depth, that `wanted` is true of.
    pub(super) fn find(&self, wanted: &dyn Fn(&Element) -> bool) -> Option<&Element> {
        self.elements().find_map(|one| if wanted(one) { Some(one) } else { one.find(wanted) })
    }

    /// Its whole text.
    pub(super) fn text(&self) -> String {
        let of_node = |node: &Node| match node {
            Node::Text(text) => text.clone(),
            Node::Element(element) => element.text(),
        };
        self.children.iter().map(of_node).collect()
    }
}

/// The tree of `page` below a root without a name.
pub(super) fn read(page: &str) -> Element {
    let mut open = vec![Element::default()];
    let mut rest = page;
    while let Some(start) = rest.find('<') {
        push_text(&mut open, &rest[..start]);
        rest = &rest[start..];
        if let Some(behind) = rest.strip_prefix("<!--") {
            rest = behind.split_once("-->").map_or("", |(_, rest)| rest);
            continue;
        }
        let end = tag_end(rest);
        tag(&mut open, rest[1..end].trim_end_matches('>'));
        rest = &rest[end..];
    }
    push_text(&mut open, rest);
    while open.len() > 1 {
        close(&mut open);
    }
    open.pop().unwrap_or_default()
}

/// Where the tag with which `text` begins ends; a `>` in the value of an attribute does not end it.
fn tag_end(text: &str) -> usize {
    let mut quoted = false;
    let end = text.char_indices().find(|(_, c)| {
        quoted ^= *c == '"';
        *c == '>' && !quoted
    });
    end.map_or(text.len(), |(at, _)| at + 1)
}

fn tag(open: &mut Vec<Element>, inner: &str) {
    if let Some(name) = inner.strip_prefix('/') {
        let name = name.trim();
        if let Some(depth) = open.iter().rposition(|element| element.name == name) {
            while open.len() > depth.max(1) {
                close(open);
            }
        }
    } else if !inner.starts_with('!') {
        let (name, attributes) = inner.trim_end_matches('/').split_once(char::is_whitespace).unwrap_or((inner, ""));
        let name = name.trim_end_matches('/').to_ascii_lowercase();
        let empty = EMPTY.contains(&name.as_str());
        open.push(Element { name, attributes: read_attributes(attributes), children: Vec::new() });
        if empty {
            close(open);
        }
    }
}

fn close(open: &mut Vec<Element>) {
    if let Some(done) = open.pop()
        && let Some(outer) = open.last_mut()
    {
        outer.children.push(Node::Element(done));
    }
}

fn push_text(open: &mut [Element], text: &str) {
    if let Some(element) = open.last_mut().filter(|_| !text.is_empty()) {
        element.children.push(Node::Text(readable(&unescaped(text)).into_owned()));
    }
}

fn read_attributes(text: &str) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let mut rest = text.trim();
    while !rest.is_empty() {
        let name_end = rest.find(|c: char| c == '=' || c.is_whitespace()).unwrap_or(rest.len());
        let (name, behind) = rest.split_at(name_end);
        let (value, behind) = match behind.strip_prefix("=\"").and_then(|behind| behind.split_once('"')) {
            Some((value, behind)) => (unescaped(value), behind),
            None => (String::new(), behind.trim_start_matches('=')),
        };
        if !name.is_empty() {
            found.push((name.to_owned(), value));
        }
        rest = behind.trim_start();
    }
    found
}

/// `text` with characters in the place of the entities that escaping makes; any other `&` stays.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('&') {
        out.push_str(before);
        let found = behind.split_once(';').and_then(|(name, behind)| entity(name).map(|c| (c, behind)));
        match found {
            Some((c, behind)) => {
                out.push(c);
                rest = behind;
            }
            None => {
                out.push('&');
                rest = behind;
            }
        }
    }
    out + rest
}

fn entity(name: &str) -> Option<char> {
    match name {
        "amp" => Some('&'),
        "lt" => Some('<'),
        "gt" => Some('>'),
        "quot" => Some('"'),
        "apos" => Some('\''),
        "nbsp" => Some('\u{a0}'),
        _ => {
            let digits = name.strip_prefix('#')?;
            let number = match digits.strip_prefix(['x', 'X']) {
                Some(hex) => u32::from_str_radix(hex, 16).ok()?,
                None => digits.parse().ok()?,
            };
            char::from_u32(number)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn elements_attributes_and_escaped_texts_are_read() {
        let root = read(
            "<p class=\"a b\" data-x=\"1 > 0\">Một <b>hai &lt;b&gt; &amp;amp; &#x27;</b><br>ba & bốn</p><!-- <i> -->",
        );
        let p = root.elements().next().expect("a paragraph");
        assert!(p.is("a") && p.is("b") && !p.is("c"));
        assert_eq!(p.attribute("data-x"), Some("1 > 0"));
        assert_eq!(p.text(), "Một hai <b> &amp; 'ba & bốn");
        assert_eq!(p.elements().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["b", "br"]);
    }

    #[test]
    fn what_is_not_closed_ends_with_what_holds_it() {
        let root = read("<div><ul><li>a<li>b</ul><p>c</div></i>d<");
        assert_eq!(root.elements().map(|one| one.name.as_str()).collect::<Vec<_>>(), ["div", ""]);
        assert_eq!(root.text(), "abcd");
        assert!(root.find(&|one| one.name == "p").is_some());
    }
}
