//! What is added to a page that is served: the script that waits for changes, and above the page what is wrong.

use std::sync::Arc;

use crate::base::html::escape;
use crate::base::i18n::Catalog;

/// Where the parts that only a served site has stand; no page of a site begins so.
pub(super) const OWN: &str = "/_hieucan/";

/// The script that waits for changes.
pub(super) const SCRIPT: &str = include_str!("reload.js");

/// The looks of what stands above a page.
pub(super) const STYLE: &str = include_str!("fault.css");

/// What is wrong now, and what stands below it.
#[derive(Debug, Clone)]
pub(super) struct Fault {
    /// Its words.
    pub(super) text: Arc<str>,
    /// The page that it stands above.
    pub(super) below: Below,
}

/// The page below a fault.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Below {
    /// It shows what was changed; only files with errors do not count.
    New,
    /// It is of the last site that could be built.
    LastGood,
}

impl Below {
    fn key(self) -> &'static str {
        match self {
            Below::New => "serve-below-new",
            Below::LastGood => "serve-below-last-good",
        }
    }
}

/// `page` with what a served page needs, and with what is wrong now.
pub(super) fn served(page: Vec<u8>, fault: Option<&Fault>, catalog: &Catalog) -> Vec<u8> {
    let Ok(page) = String::from_utf8(page) else { return Vec::new() };
    // The policy of a built page lets nothing connect; that of a served one lets its script wait for changes.
    let page = page.replacen("default-src 'none';", "default-src 'none'; connect-src 'self';", 1);
    let page = page.replacen("</head>", &format!("{}</head>", head()), 1);
    let Some(fault) = fault else { return page.into_bytes() };
    let Some((before, after)) = page.split_once("<body") else { return page.into_bytes() };
    let Some((attributes, rest)) = after.split_once('>') else { return page.into_bytes() };
    let fault = panel(&fault.text, Some(fault.below), catalog);
    format!("{before}<body{attributes}>{fault}{rest}").into_bytes()
}

/// A page where there is no site yet, or no such page.
pub(super) fn bare(title: &str, fault: Option<&str>, catalog: &Catalog) -> Vec<u8> {
    let fault = fault.map(|fault| panel(fault, None, catalog)).unwrap_or_default();
    let (lang, title) = (catalog.lang().tag(), escape(title));
    format!(
        "<!doctype html><html lang=\"{lang}\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" \
         content=\"width=device-width\"><title>{title}</title>{}</head><body>{fault}<main class=\"serve-bare\"><h1>{title}\
         </h1><p><a href=\"/\">{}</a></p></main></body></html>\n",
        head(),
        escape(&catalog.text("nav-home")),
    )
    .into_bytes()
}

fn head() -> String {
    format!("<link rel=\"stylesheet\" href=\"{OWN}fault.css\"><script src=\"{OWN}reload.js\" defer></script>")
}

fn panel(fault: &str, below: Option<Below>, catalog: &Catalog) -> String {
    let below = below.map(|below| catalog.text(below.key()) + " ").unwrap_or_default();
    let (title, note) = (escape(&catalog.text("serve-fault")), below + &catalog.text("serve-fault.hint"));
    let note = escape(&note);
    format!(
        "<details class=\"serve-fault\" role=\"alert\" open><summary>{title}</summary><p>{note}</p><pre>{}</pre></details>",
        escape(fault),
    )
}
