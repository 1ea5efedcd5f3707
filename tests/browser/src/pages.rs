//! What every page is held to: nothing in the console, no request outside, nothing that axe finds, no scrolling
//! sideways, the same words without scripts, and a look that is known.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Mutex;

use crate::chrome::{Result, Tab};
use crate::looks::{Look, look};

/// One page of a kind.
pub struct Page {
    /// Such as `vi/member-period`.
    pub name: String,
    pub address: String,
    /// Where every request must go.
    pub base: String,
    /// Whether the dark theme is pictured: one language is enough for that.
    pub is_pictured_dark: bool,
}

/// What all looking shares.
pub struct Room<'r> {
    /// The text of axe-core.
    pub axe: &'r str,
    /// Where pictures are kept.
    pub pictures: &'r Path,
    /// The looks that were found.
    pub looks: Mutex<BTreeMap<String, Look>>,
}

const WIDTHS: [u32; 2] = [1280, 390];
const NARROWEST: u32 = 320;
const THEMES: [&str; 2] = ["light", "dark"];

/// Without preload: axe would fetch the style sheet a second time, which no page may do under file://. The dark theme
/// differs in its colours alone.
const RUN_AXE: &str = r#"
const [theme, done] = arguments;
const options = { resultTypes: ['violations'], preload: false };
if (theme === 'dark') options.runOnly = ['color-contrast'];
axe.run(document, options).then(({ violations }) => done(violations.map((found) =>
  `axe ${found.id} (${found.nodes.length}): ${found.help}` + found.nodes.slice(0, 3).map((node) =>
    `\n      ${node.target.join(' ')}: ${node.failureSummary.replaceAll('\n', ' ')}`).join(''))), (fault) => done([`axe: ${fault}`]));
"#;

/// The words of the page but for what scripts add, and the number of controls that only scripts bring to life.
const WORDS: &str = r#"
const main = document.querySelector('main').cloneNode(true);
main.querySelectorAll('[data-added]').forEach((added) => added.remove());
return main.textContent.replace(/\s+/g, ' ').trim();
"#;
const DEAD: &str = "return document.querySelectorAll('button, input, select, textarea, [data-added]').length";

/// The faults of a page as it is opened from disk.
pub async fn looked(tab: &Tab, page: &Page, room: &Room<'_>) -> Result<Vec<String>> {
    tab.set_width(WIDTHS[0]).await?;
    tab.open(&page.address).await?;
    tab.run(room.axe).await?;
    let mut faults = Vec::new();
    for width in WIDTHS {
        tab.set_width(width).await?;
        for theme in THEMES {
            tab.set_theme(theme).await?;
            faults.extend(axe(tab, theme).await?.into_iter().map(|fault| format!("{width} {theme}: {fault}")));
            if theme == "dark" && !page.is_pictured_dark {
                continue;
            }
            let name = format!("{}-{width}-{theme}", page.name);
            let seen = look(tab, width, &room.pictures.join(format!("{}.jpg", name.replace('/', "-")))).await?;
            room.looks.lock().expect("nobody panics here").insert(name, seen);
        }
        faults.extend(too_wide(tab, width).await?);
    }
    tab.set_width(NARROWEST).await?;
    faults.extend(too_wide(tab, NARROWEST).await?);
    faults.extend(tab.faults(&page.base).await?);
    tab.set_theme("light").await?;
    faults.extend(without_scripts(tab, page).await?);
    Ok(faults)
}

/// What axe, which runs in the page already, finds in a theme.
pub async fn axe(tab: &Tab, theme: &str) -> Result<Vec<String>> {
    let found = tab.client.execute_async(RUN_AXE, vec![theme.into()]).await?;
    let found = found.as_array().cloned().unwrap_or_default();
    Ok(found.iter().map(|fault| fault.as_str().unwrap_or_default().to_owned()).collect())
}

/// The faults of a page as it is served below a path.
pub async fn served(tab: &Tab, page: &Page) -> Result<Vec<String>> {
    tab.open(&page.address).await?;
    tab.faults(&page.base).await
}

/// Whether the page itself, not a table in it, scrolls sideways.
async fn too_wide(tab: &Tab, width: u32) -> Result<Option<String>> {
    let wide = tab.run("return document.documentElement.scrollWidth").await?.as_u64().unwrap_or_default();
    Ok((wide > u64::from(width)).then(|| format!("{width}: the page is {wide} px wide")))
}

async fn without_scripts(tab: &Tab, page: &Page) -> Result<Vec<String>> {
    let with = tab.text(WORDS).await?;
    tab.set_scripts(false).await?;
    tab.open(&page.address).await?;
    let (without, dead) = (tab.text(WORDS).await?, tab.run(DEAD).await?);
    tab.set_scripts(true).await?;
    let mut faults = Vec::new();
    // The search is made of its script; without, its page says where the lists are.
    let is_search = page.name.ends_with("/search");
    if with != without && !is_search {
        faults.push(format!("other words without scripts: {}", first_difference(&with, &without)));
    }
    if dead != 0 {
        faults.push(format!("{dead} controls that do nothing without scripts"));
    }
    Ok(faults)
}

fn first_difference(with: &str, without: &str) -> String {
    let same = with.chars().zip(without.chars()).take_while(|(a, b)| a == b).count();
    let piece = |text: &str| text.chars().skip(same.saturating_sub(20)).take(80).collect::<String>();
    format!("«{}» and «{}»", piece(with), piece(without))
}
