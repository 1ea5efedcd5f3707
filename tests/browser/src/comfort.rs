//! What the scripts do for those who work by keyboard: sort, filter, choose a theme, copy a link.

use crate::chrome::{Result, Tab, keys};

/// The faults of the scripts on the site at `base`, whose language is Vietnamese; `member` is a member's period with
/// many tasks.
pub async fn tried(tab: &Tab, base: &str, member: &str) -> Result<Vec<String>> {
    tab.set_width(1280).await?;
    let mut told = Told(Vec::new());
    sorted_by_date(tab, base, &mut told).await?;
    sorted_by_name(tab, base, &mut told).await?;
    walked(tab, base, &mut told).await?;
    filtered(tab, base, &mut told).await?;
    row_shown(tab, &format!("{base}{member}"), &mut told).await?;
    copied(tab, &format!("{base}{member}"), &mut told).await?;
    themed(tab, base, &mut told).await?;
    told.0.extend(tab.faults(base).await?);
    Ok(told.0)
}

/// Faults as they are found.
pub struct Told(pub Vec<String>);

impl Told {
    /// Tells when `found` is not what was wanted.
    pub fn expect(&mut self, what: &str, found: &str, wanted: &str) {
        if found != wanted {
            self.0.push(format!("{what}: {found}, expected: {wanted}"));
        }
    }
}

const MOST_TABS: usize = 200;

/// Goes on by the tab key until the element with the focus fits; says whether it was reached.
pub async fn reach(tab: &Tab, fits: &str) -> Result<bool> {
    for _ in 0..MOST_TABS {
        if tab.run(&format!("const it = document.activeElement; return Boolean({fits})")).await? == true {
            return Ok(true);
        }
        tab.press(&keys::TAB.to_string()).await?;
    }
    Ok(false)
}

/// The dates of the third column, as far as rows have one, as `yyyymmdd`.
const DATES: &str = r#"
const dates = [...document.querySelectorAll('.tasks tbody tr')].map((row) => row.cells[2]?.textContent.split('/').map(Number));
return dates.filter((parts) => parts?.length === 3).map(([day, month, year]) => (year * 100 + month) * 100 + day).join(' ');
"#;

async fn sorted_by_date(tab: &Tab, base: &str, told: &mut Told) -> Result<()> {
    tab.open(&format!("{base}tasks/index.html")).await?;
    let as_built = tab.text(DATES).await?;
    if !reach(tab, "it.matches('.sort') && it.textContent === 'Hạn'").await? {
        told.0.push("the head of the dates is not reached by keyboard".to_owned());
    }
    let mut sorted: Vec<u32> = as_built.split(' ').filter_map(|date| date.parse().ok()).collect();
    sorted.sort_unstable();
    let shown = |dates: &[u32]| dates.iter().map(u32::to_string).collect::<Vec<_>>().join(" ");
    let arrow = "return document.activeElement.closest('th').ariaSort";
    tab.press(&keys::ENTER.to_string()).await?;
    told.expect("sorted", &tab.text(DATES).await?, &shown(&sorted));
    told.expect("the head says", &tab.text(arrow).await?, "ascending");
    tab.press(&keys::ENTER.to_string()).await?;
    sorted.reverse();
    told.expect("sorted the other way", &tab.text(DATES).await?, &shown(&sorted));
    told.expect("the address", &tab.text("return location.hash").await?, "#?tasks.sort=-3");
    tab.client.refresh().await?;
    told.expect("opened again", &tab.text(DATES).await?, &shown(&sorted));
    tab.run("document.querySelector('[aria-sort] .sort').focus()").await?;
    tab.press(&keys::ENTER.to_string()).await?;
    told.expect("as built again", &tab.text(DATES).await?, &as_built);
    told.expect("the address", &tab.text("return location.hash").await?, "");
    Ok(())
}

/// The list of names that the program sorted stands on the same page.
async fn sorted_by_name(tab: &Tab, base: &str, told: &mut Told) -> Result<()> {
    tab.open(&format!("{base}members/index.html")).await?;
    let names = "[...list].map((link) => link.textContent).join(', ')";
    let expected = tab.text(&format!("const list = document.querySelectorAll('.names a'); return {names}")).await?;
    if !reach(tab, "it.matches('.people .sort')").await? {
        told.0.push("the head of the members is not reached by keyboard".to_owned());
    }
    tab.press(&keys::ENTER.to_string()).await?;
    let found = format!("const list = document.querySelectorAll('.people tbody th > a'); return {names}");
    told.expect("members by name", &tab.text(&found).await?, &expected);
    let heads = "return String(document.querySelectorAll('.people .sort').length)";
    told.expect("columns by which people are sorted", &tab.text(heads).await?, "1");
    Ok(())
}

/// Arrow keys lead through the matrix of the home page and not out of it.
async fn walked(tab: &Tab, base: &str, told: &mut Told) -> Result<()> {
    tab.open(&format!("{base}index.html")).await?;
    tab.run("document.querySelector('.matrix tbody a').focus()").await?;
    let place = "const cell = document.activeElement.closest('th, td'); return cell && `${cell.parentNode.rowIndex}:${cell.cellIndex}`";
    for (pressed, wanted) in [(keys::RIGHT, "1:1"), (keys::DOWN, "2:1"), (keys::LEFT, "2:0"), (keys::LEFT, "2:0")] {
        tab.press(&pressed.to_string()).await?;
        told.expect("after an arrow the focus is at", &tab.text(place).await?, wanted);
    }
    Ok(())
}

/// How many rows are shown, of what kinds, and what the status says of their number.
const SHOWN: &str = r#"
const rows = [...document.querySelectorAll('.tasks tbody tr')].filter((row) => row.checkVisibility());
const kinds = new Set(rows.map((row) => row.querySelector('.time')?.className));
const isSaid = document.querySelector('.filters [role=status]').textContent.includes(` ${rows.length} `);
return `${rows.length} ${[...kinds].join('+')} ${isSaid}`;
"#;

async fn filtered(tab: &Tab, base: &str, told: &mut Told) -> Result<()> {
    tab.open(&format!("{base}tasks/index.html")).await?;
    let late = "return `${document.querySelectorAll('.tasks .time--late').length} time time--late true`";
    let (expected, all) = (tab.text(late).await?, tab.text(SHOWN).await?);
    if !reach(
        tab,
        "it.matches('.filters select') && it.value === '' && [...it.options].some((o) => o.value === 'late')",
    )
    .await?
    {
        told.0.push("the filter is not reached by keyboard".to_owned());
    }
    for _ in 0..10 {
        tab.press(&keys::DOWN.to_string()).await?;
        if tab.text("return document.activeElement.value").await? == "late" {
            break;
        }
    }
    told.expect("late tasks", &tab.text(SHOWN).await?, &expected);
    told.expect("the address", &tab.text("return location.hash").await?, "#?tasks.time=late");
    tab.client.refresh().await?;
    told.expect("late tasks, opened again", &tab.text(SHOWN).await?, &expected);
    tab.press(&keys::TAB.to_string()).await?;
    reach(tab, "it.matches('.filters button')").await?;
    tab.press(&keys::ENTER.to_string()).await?;
    told.expect("all tasks", &tab.text(SHOWN).await?, &all);
    Ok(())
}

/// A link to a row that is filtered away shows it.
async fn row_shown(tab: &Tab, page: &str, told: &mut Told) -> Result<()> {
    tab.open(page).await?;
    let hide = "const [select] = [...document.querySelectorAll('.filters select')].filter((s) => s.options.length > 2); \
                const first = document.querySelector('.marks tbody tr'); \
                for (const option of select.options) { select.value = option.value; select.dispatchEvent(new Event('change')); if (first.hidden) break; } \
                return String(first.hidden)";
    told.expect("the first row is hidden", &tab.text(hide).await?, "true");
    let follow = "location.hash = '#_t1'; return new Promise((done) => setTimeout(() => \
                  done(String(document.getElementById('_t1').checkVisibility())), 50))";
    told.expect("the row of a link is shown", &tab.text(follow).await?, "true");
    Ok(())
}

async fn copied(tab: &Tab, page: &str, told: &mut Told) -> Result<()> {
    tab.open(page).await?;
    let permissions = serde_json::json!({ "permissions": ["clipboardReadWrite", "clipboardSanitizedWrite"] });
    tab.devtools("Browser.grantPermissions", permissions).await?;
    tab.run("document.querySelector('#_t2 a').focus()").await?;
    tab.press(&keys::TAB.to_string()).await?;
    told.expect("after the link", &tab.text("return document.activeElement.className").await?, "copy-link");
    tab.press(&keys::ENTER.to_string()).await?;
    let said = "return new Promise((done) => setTimeout(() => done(document.activeElement.className), 100))";
    told.expect("copied", &tab.text(said).await?, "copy-link copy-link--done");
    let text = tab.text("return navigator.clipboard.readText()").await?;
    told.expect("the link", &text, &format!("{page}#_t2"));
    Ok(())
}

const THEME: &str =
    "return `${document.documentElement.dataset.theme} ${getComputedStyle(document.body).backgroundColor}`";

async fn themed(tab: &Tab, base: &str, told: &mut Told) -> Result<()> {
    tab.set_theme("dark").await?;
    tab.open(&format!("{base}index.html")).await?;
    let dark = tab.text(THEME).await?.replace("undefined", "dark");
    tab.set_theme("light").await?;
    let auto = tab.text(THEME).await?;
    tab.run(
        "document.querySelector('.theme-choice select').previousElementSibling; \
             [...document.querySelectorAll('main a')].at(-1).focus()",
    )
    .await?;
    if !reach(tab, "it.matches('.theme-choice select')").await? {
        told.0.push("the choice of the theme is not reached by keyboard".to_owned());
    }
    tab.press(&format!("{0}{0}", keys::DOWN)).await?;
    told.expect("dark chosen", &tab.text(THEME).await?, &dark);
    tab.open(&format!("{base}members/index.html")).await?;
    told.expect("dark on another page", &tab.text(THEME).await?, &dark);
    tab.run("localStorage.clear()").await?;
    tab.client.refresh().await?;
    told.expect("as the device again", &tab.text(THEME).await?, &auto);
    Ok(())
}
