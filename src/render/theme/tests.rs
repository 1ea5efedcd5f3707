use super::statics::{Moved, fill, fill_script, source_column};
use super::*;
use crate::base::i18n::Lang;
use std::collections::BTreeSet;

fn catalog() -> &'static Catalog {
    Catalog::of(Lang::Vi)
}

fn source(path: &str, text: &str) -> Source {
    Source { path: path.to_owned(), text: text.to_owned() }
}

/// A theme of these templates alone.
fn theme_of(templates: &[(&str, &str)]) -> Result<Theme> {
    let mut faults = Faults::default();
    let mut compiled = Vec::new();
    for (name, text) in templates {
        compiled.push(((*name).to_owned(), faults.with_texts(name, text, catalog())?));
    }
    let tera = compile(compiled).map_err(|error| faults.locate(&error))?;
    Ok(Theme { tera, faults, assets: Assets::of(Vec::new(), catalog())?, print: Digest::of("") })
}

fn rendered(template: &str, context: &impl Serialize) -> Result<String> {
    let theme = theme_of(&[("pages/p.html", template)])?;
    theme.render("pages/p.html", context).map(|page| String::from_utf8(page).expect("pages are text"))
}

#[derive(Serialize)]
struct Page<'a> {
    title: &'a str,
    body: Html<'a>,
    site: &'a Shared,
}

#[derive(Serialize)]
struct Site {
    name: &'static str,
}

fn with_page<T>(use_it: impl FnOnce(&Page<'_>) -> T) -> T {
    let site = Shared::new(&Site { name: "Chi bộ <1>" }).expect("a plain struct");
    use_it(&Page { title: "a \"b\" <c>", body: Html::made_safe("<p>x</p>"), site: &site })
}

#[test]
fn texts_are_escaped_and_markup_of_ours_is_not() {
    let page = with_page(|page| rendered("<h1 title=\"{{ title }}\">{{ site.name }}</h1>{{ body }}", page));
    let expected = "<h1 title=\"a &quot;b&quot; &lt;c&gt;\">Chi bộ &lt;1&gt;</h1><p>x</p>";
    assert_eq!(page.expect("a page"), expected);
}

#[test]
fn a_template_cannot_declare_a_text_safe() {
    let fault = with_page(|page| rendered("{{ title | safe }}", page)).expect_err("`safe` is refused");
    assert!(fault.to_string().starts_with("template: templates/pages/p.html:1:"), "{fault}");
}

#[test]
fn an_unknown_name_is_named_with_file_line_and_column() {
    for template in ["\n  {{ tittle }}", "\n  {{ site.nmae }}", "\n  {% for x in none_such %}{% endfor %}"] {
        let fault = with_page(|page| rendered(template, page)).expect_err("an unknown name").to_string();
        assert!(fault.starts_with("template: templates/pages/p.html:2:"), "{fault}");
    }
    let fault = theme_of(&[("pages/p.html", "a\n{{ x | no_such_filter }}")]).err().expect("an unknown filter");
    assert!(fault.to_string().starts_with("template: templates/pages/p.html:2:8: "), "{fault}");
    let fault = theme_of(&[("pages/p.html", "a\n{% if %}")]).err().expect("a syntax error");
    assert!(fault.to_string().starts_with("template: templates/pages/p.html:2:"), "{fault}");
}

#[test]
fn a_static_text_is_escaped_for_where_it_stands_and_moves_no_place() {
    let filled = fill("{# [[template-unknown]] #}<p>[[template-unknown]]</p>", catalog());
    let text = catalog().text("template-unknown");
    assert_eq!(filled.ok().map(|f| f.text), Some(format!("{{# [[template-unknown]] #}}<p>{text}</p>")));

    let fault = with_page(|page| rendered("<p>[[template-unknown]]</p> {{ tittle }}", page)).expect_err("unknown");
    assert!(fault.to_string().starts_with("template: templates/pages/p.html:1:32: "), "{fault}");

    let unknown = theme_of(&[("pages/p.html", "<p>\n  Ấ [[no-such-text]]")]).err().expect("an unknown key");
    assert!(unknown.to_string().starts_with("template: templates/pages/p.html:2:5: "), "{unknown}");
    assert_eq!(source_column(&[] as &[Moved], 1, 7), 7);
}

#[test]
fn a_text_of_a_script_stands_inside_its_quotes() {
    let text = catalog().text("template-unknown").replace('\'', "\\'");
    let filled = fill_script("const a = [['x']], b = '[[template-unknown]]';", catalog());
    assert_eq!(filled.ok(), Some(format!("const a = [['x']], b = '{text}';")));

    let own = Theme::load(&[source("scripts/theme.js", "let a =\n '[[no-such-text]]'")], catalog());
    let fault = own.err().expect("refused").to_string();
    assert!(fault.starts_with("template: templates/scripts/theme.js:2:3: "), "{fault}");
}

#[test]
fn an_override_that_replaces_nothing_is_refused_with_the_closest_name() {
    let fault = Theme::load(&[source("styles/token.css", "")], catalog()).err().expect("refused");
    assert!(fault.to_string().contains("templates/styles/tokens.css"), "{fault}");
}

#[test]
fn common_styles_are_one_file_named_by_its_content() {
    let own = Theme::load(&[], catalog()).expect("the theme");
    let other = Theme::load(&[source("styles/tokens.css", ":root { --x: 1 }")], catalog()).expect("the theme");
    assert_ne!(own.style("style"), other.style("style"));
    let assets = other.assets();
    let style = assets.iter().find(|a| a.path().as_str() == format!("assets/{}", other.style("style")));
    let text = style.expect("the stylesheet").make().expect("its bytes");
    assert!(String::from_utf8_lossy(&text).starts_with(":root{--x:1}"));
}

/// Faults of a template that would let a text become markup, or that a strict content policy refuses.
fn dangers(text: &str) -> BTreeSet<&'static str> {
    let plain = text.to_ascii_lowercase().split_whitespace().collect::<Vec<_>>().join(" ");
    let mut found = BTreeSet::new();
    let mut danger = |name, is_there: bool| {
        if is_there {
            found.insert(name);
        }
    };
    danger("| safe", plain.replace(' ', "").contains("|safe"));
    danger("unquoted attribute", plain.contains("={{"));
    danger("style attribute", plain.contains(" style="));
    danger("handler", plain.split(" on").skip(1).any(handler));
    danger("<style>", plain.contains("<style"));
    danger("inline <script>", plain.split("<script").skip(1).any(|tag| !tag.trim_start().starts_with("src=")));
    danger("javascript:", plain.contains("javascript:"));
    danger("other host", plain.contains("src=\"http") || plain.contains("src=\"//"));
    found
}

fn handler(rest: &str) -> bool {
    let name = rest.bytes().take_while(u8::is_ascii_alphabetic).count();
    name > 2 && rest[name..].starts_with('=')
}

#[test]
fn the_lint_of_templates_sees_each_danger() {
    for (text, danger) in [
        ("{{ x | safe }}", "| safe"),
        ("<a href={{ x }}>", "unquoted attribute"),
        ("<p style=\"x\">", "style attribute"),
        ("<p onclick=\"x\">", "handler"),
        ("<style>", "<style>"),
        ("<script>x</script>", "inline <script>"),
        ("<a href=\"javascript:x\">", "javascript:"),
    ] {
        assert_eq!(dangers(text), BTreeSet::from([danger]), "{text}");
    }
    assert!(dangers("<script src=\"{{ x }}\" defer></script> one = {{ y }}").is_empty());
}

#[test]
fn no_template_of_ours_is_dangerous() {
    for (name, text) in embedded().into_iter().filter(|(name, _)| is_template(name)) {
        assert_eq!(dangers(&text), BTreeSet::new(), "templates/{name}");
    }
}

#[test]
fn the_built_in_theme_compiles_in_every_language() {
    for lang in Lang::ALL {
        Theme::load(&[], Catalog::of(lang)).unwrap_or_else(|fault| panic!("{}: {fault}", lang.tag()));
    }
}
