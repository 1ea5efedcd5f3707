//! What a page of the site may hold, read as a browser reads it: elements, attributes, classes and addresses that the
//! program writes itself, and nothing else.

use std::collections::BTreeSet;

use scraper::node::Element;
use scraper::{ElementRef, Html, Node, Selector};

/// Each element with the attributes that it may have beside `class`, `id`, `role`, `tabindex` and `aria-*`.
const ELEMENTS: &[(&str, &[&str])] = &[
    ("html", &["lang"]),
    ("head", &[]),
    ("meta", &["charset", "content", "http-equiv", "name"]),
    ("title", &[]),
    ("link", &["href", "media", "rel"]),
    ("script", &["defer", "src"]),
    ("body", &[]),
    ("header", &[]),
    ("nav", &[]),
    ("main", &[]),
    ("section", &[]),
    ("footer", &[]),
    ("h1", &[]),
    ("h2", &[]),
    ("h3", &[]),
    ("h4", &[]),
    ("h5", &[]),
    ("h6", &[]),
    ("p", &[]),
    ("div", &["data-body", "data-criterion", "data-example", "data-fact", "data-form"]),
    ("span", &[]),
    ("a", &["href", "rel"]),
    ("article", &[]),
    ("b", &[]),
    ("i", &[]),
    ("strong", &[]),
    ("em", &[]),
    ("del", &[]),
    ("small", &[]),
    ("sup", &[]),
    ("q", &[]),
    ("code", &[]),
    ("pre", &[]),
    ("br", &[]),
    ("hr", &[]),
    ("blockquote", &["lang"]),
    ("ul", &[]),
    ("ol", &["start"]),
    ("li", &[]),
    ("dl", &[]),
    ("dt", &[]),
    ("dd", &[]),
    ("details", &[]),
    ("summary", &[]),
    ("figure", &[]),
    ("figcaption", &[]),
    ("img", &["alt", "loading", "src"]),
    ("time", &["datetime"]),
    ("table", &[]),
    ("caption", &[]),
    ("thead", &[]),
    ("tbody", &[]),
    ("tfoot", &[]),
    ("tr", &[]),
    ("th", &["colspan", "rowspan", "scope"]),
    ("td", &["colspan"]),
    ("svg", &["preserveAspectRatio", "viewBox"]),
    ("desc", &[]),
    ("defs", &[]),
    ("g", &[]),
    ("pattern", &["height", "patternTransform", "patternUnits", "width"]),
    ("rect", &["fill", "height", "width", "x", "y"]),
    ("circle", &["cx", "cy", "r"]),
    ("line", &["x1", "x2", "y1", "y2"]),
    ("path", &["d"]),
    ("polygon", &["points"]),
    ("polyline", &["points"]),
    ("text", &["x", "y"]),
];

const ANYWHERE: &[&str] = &["class", "id", "role", "tabindex"];

/// The elements of a body.
const IN_BODY: &[&str] = &[
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "div",
    "span",
    "a",
    "strong",
    "em",
    "del",
    "small",
    "sup",
    "code",
    "pre",
    "br",
    "hr",
    "blockquote",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "img",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
];

/// The classes of a body: none of them comes from its text.
const CLASSES_IN_BODY: &[&str] = &[
    "alert",
    "alert__title",
    "center",
    "footnote",
    "link-broken",
    "link-mark",
    "link-refused",
    "right",
    "scroll",
    "scroll--wide",
    "task-box",
];

const POLICY: &str = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'";

/// What is wrong with a page.
pub fn faults(text: &str) -> Vec<String> {
    let mut faults: Vec<String> = Vec::new();
    if let Some(c) = text.chars().find(|c| is_forbidden(*c)) {
        faults.push(format!("holds U+{:04X}", c as u32));
    }
    let page = Html::parse_document(text);
    faults.extend(page.errors.iter().map(|error| format!("is no sound HTML: {error}")));
    let mut ids = BTreeSet::new();
    for node in page.tree.nodes() {
        match node.value() {
            Node::Element(element) => {
                faults.extend(of_element(element));
                if let Some(id) = element.id().filter(|id| !ids.insert((*id).to_owned())) {
                    faults.push(format!("has the id {id} twice"));
                }
            }
            Node::Comment(comment) => faults.push(format!("has a comment: {}", &**comment)),
            Node::ProcessingInstruction(_) => faults.push("has a processing instruction".to_owned()),
            Node::Document | Node::Fragment | Node::Doctype(_) | Node::Text(_) => {}
        }
    }
    for body in page.select(&selector(".prose")) {
        faults.extend(of_body(body));
    }
    faults.extend(page.select(&selector("script")).filter_map(of_script));
    faults.extend(of_head(&page));
    faults
}

/// A script stands in the head and holds nothing itself.
fn of_script(script: ElementRef<'_>) -> Option<String> {
    let in_head = script.parent().and_then(ElementRef::wrap).is_some_and(|parent| parent.value().name() == "head");
    let is_sound = in_head && script.attr("src").is_some() && script.text().next().is_none();
    (!is_sound).then(|| format!("has a script of its own: {}", script.html()))
}

fn selector(written: &str) -> Selector {
    Selector::parse(written).expect("a selector")
}

/// Characters that no HTML may hold.
fn is_forbidden(c: char) -> bool {
    (c.is_control() && !matches!(c, '\n' | '\t'))
        || ('\u{fdd0}'..='\u{fdef}').contains(&c)
        || (c as u32) & 0xfffe == 0xfffe
}

fn of_element(element: &Element) -> Vec<String> {
    let name = element.name();
    let Some((_, allowed)) = ELEMENTS.iter().find(|(known, _)| *known == name) else {
        return vec![format!("has an element <{name}>: {element:?}")];
    };
    let mut faults = Vec::new();
    for (attribute, value) in element.attrs() {
        if !allowed.contains(&attribute) && !ANYWHERE.contains(&attribute) && !attribute.starts_with("aria-") {
            faults.push(format!("has <{name} {attribute}>: {element:?}"));
        }
        let sound = match attribute {
            "href" => is_address(name, value, element.attr("rel")),
            "src" if name == "script" => is_script(value),
            "src" => value.starts_with("../") && value.contains("/files/"),
            "fill" => value.strip_prefix("url(#").is_some_and(|id| id.trim_end_matches(')').chars().all(is_plain)),
            "id" => value.chars().all(is_plain),
            "class" => value.chars().all(|c| is_plain(c) || c == ' '),
            "role" => matches!(value, "group" | "img" | "region"),
            "tabindex" => matches!(value, "0" | "-1"),
            _ => true,
        };
        if !sound {
            faults.push(format!("has <{name} {attribute}={value:?}>"));
        }
    }
    faults
}

fn is_plain(c: char) -> bool {
    c.is_ascii_alphanumeric() || matches!(c, '-' | '_')
}

/// A script of the theme, by the name that its content gave it.
fn is_script(value: &str) -> bool {
    let path = value.trim_start_matches("../");
    path.starts_with("assets/") && path.ends_with(".js") && path.chars().all(|c| is_plain(c) || matches!(c, '.' | '/'))
}

/// Addresses of pages elsewhere stand in links alone; all others are relative and plain.
fn is_address(element: &str, value: &str, rel: Option<&str>) -> bool {
    let outside = ["https://", "http://", "mailto:"].iter().any(|scheme| value.starts_with(scheme));
    if outside {
        return element == "a" && rel == Some("noopener noreferrer");
    }
    !value.is_empty() && value.chars().all(|c| is_plain(c) || matches!(c, '.' | '/' | '#')) && !value.contains("//")
}

fn of_body(body: ElementRef<'_>) -> Vec<String> {
    let mut faults = Vec::new();
    for element in body.descendent_elements().filter(|element| *element != body) {
        let element = element.value();
        if !IN_BODY.contains(&element.name()) {
            faults.push(format!("has <{}> in a body", element.name()));
        }
        if let Some(class) = element.classes().find(|class| !CLASSES_IN_BODY.contains(class)) {
            faults.push(format!("has the class {class} in a body"));
        }
        if let Some(id) = element.id().filter(|id| !id.starts_with("fn_") && !id.starts_with("nd_")) {
            faults.push(format!("has the id {id} in a body"));
        }
    }
    faults
}

fn of_head(page: &Html) -> Vec<String> {
    let mut faults = Vec::new();
    for (name, content) in [("http-equiv=\"Content-Security-Policy\"", POLICY), ("name=robots", "noindex")] {
        let found: Vec<_> = page.select(&selector(&format!("meta[{name}]"))).collect();
        let in_head = |meta: &ElementRef<'_>| {
            meta.parent().and_then(ElementRef::wrap).is_some_and(|parent| parent.value().name() == "head")
        };
        if found.len() != 1 || found[0].attr("content") != Some(content) || !in_head(&found[0]) {
            faults.push(format!("has not exactly {name} {content}"));
        }
    }
    faults
}
