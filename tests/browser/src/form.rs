//! The form for a new log, by keyboard alone: wrong answers are told, a draft outlives a reload, and the file that is
//! saved says what was answered.

use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;
use std::{env, fs, process};

use serde_json::json;

use crate::chrome::{Result, Tab, keys};
use crate::comfort::{Told, reach};
use crate::pages;

/// What the log says once everything is answered, whatever the language of the page: the cell's is Vietnamese.
const LOG: &str = "\
---
tiêu đề: \"Kế hoạch: đợt 2\"
đảng viên: nguyen-van-minh
ngày giao: 05/01/2026
hạn: 20/01/2026
hoàn thành: 19/01/2026
loại: phát sinh
tiêu chí:
  H1: đạt
  H2:
    mức: đạt một phần
    lý do: Thiếu phụ lục
mục đích: Thống nhất nội dung tuyên truyền
sản phẩm:
  - name: Kế hoạch
    ref: 12-KH/BTG
  - Bảng phân công
---
Đã trình ký.
";

const NAME: &str = "records/2026/nguyen-van-minh/2026-01-05-ke-hoach-dot-2.md";

/// The words that a page tells in its language.
struct Words {
    needed: &'static str,
    no_date: &'static str,
    sound: &'static str,
    placeholder: &'static str,
}

fn words(site: &str) -> Words {
    match site {
        "en" => Words {
            needed: "is required",
            no_date: "is no real date",
            sound: "The log can be written.",
            placeholder: "is a placeholder",
        },
        _ => Words {
            needed: "cần ghi",
            no_date: "không phải là ngày có thật",
            sound: "Nhật ký ghi được.",
            placeholder: "mới chỉ ghi tạm",
        },
    }
}

/// The faults of the form of the site at `base`.
pub async fn tried(tab: &Tab, site: &str, base: &str, axe: &str) -> Result<Vec<String>> {
    let (mut told, words) = (Told(Vec::new()), words(site));
    tab.set_width(1280).await?;
    tab.open(&format!("{base}new/index.html")).await?;
    tab.run("localStorage.clear()").await?;
    tab.open(&format!("{base}new/index.html")).await?;
    let status = "return document.getElementById('_status').textContent";
    told.expect("what is said of a page on which nothing was done", &tab.text(status).await?, "");
    wrong(tab, &words, &mut told).await?;
    answered(tab, &words, &mut told).await?;
    told.expect("the text", &text(tab).await?, LOG);
    told.expect("the name", &tab.text("return document.querySelector('.form__name').textContent").await?, NAME);
    tab.run(axe).await?;
    told.0.extend(pages::axe(tab, "light").await?);
    // A draft is kept a moment after the last key, and when the page is left.
    tab.client.refresh().await?;
    told.expect("the text after a reload", &text(tab).await?, LOG);
    put_away_and_back(tab, &mut told).await?;
    saved(tab, &words, &mut told).await?;
    told.0.extend(tab.faults(base).await?);
    Ok(told.0)
}

async fn text(tab: &Tab) -> Result<String> {
    tab.text("return document.getElementById('_text').value").await
}

/// Goes to the control with this id by the tab key.
async fn go(tab: &Tab, id: &str, told: &mut Told) -> Result<()> {
    if !reach(tab, &format!("it.id === '{id}'")).await? {
        told.0.push(format!("{id} is not reached by keyboard"));
    }
    Ok(())
}

async fn fill(tab: &Tab, id: &str, answer: &str, told: &mut Told) -> Result<()> {
    go(tab, id, told).await?;
    tab.press(answer).await
}

/// Nothing is saved while something is missing: the first fault has the focus, and leads to its field.
async fn wrong(tab: &Tab, words: &Words, told: &mut Told) -> Result<()> {
    go(tab, "_save", told).await?;
    tab.press(&keys::ENTER.to_string()).await?;
    let focus = tab.text("return document.activeElement.parentNode.textContent").await?;
    if !focus.contains(words.needed) {
        told.0.push(format!("nothing says what is needed: {focus}"));
    }
    tab.press(&keys::ENTER.to_string()).await?;
    told.expect("the fault leads to", &tab.text("return document.activeElement.id").await?, "_a-facts_title");
    let marked = "const it = document.activeElement; return `${it.ariaInvalid} ${document.getElementById(it.getAttribute('aria-describedby').split(' ').at(-1)).textContent}`";
    let said = tab.text(marked).await?;
    told.expect("the field says", &said, &format!("true {}", words.needed));
    Ok(())
}

/// The fault told at a control.
async fn fault(tab: &Tab, id: &str) -> Result<String> {
    tab.text(&format!("return document.getElementById('{id}-f')?.textContent ?? ''")).await
}

async fn answered(tab: &Tab, words: &Words, told: &mut Told) -> Result<()> {
    let down = |times: usize| keys::DOWN.to_string().repeat(times);
    fill(tab, "_a-facts_title", "Kế hoạch: đợt 2", told).await?;
    fill(tab, "_a-facts_member", &down(2), told).await?;
    fill(tab, "_a-facts_assigned", &format!("30/2/2026{}", keys::ENTER), told).await?;
    let said = fault(tab, "_a-facts_assigned").await?;
    if !said.contains(words.no_date) {
        told.0.push(format!("the 30th of February is not told: {said}"));
    }
    tab.press(&keys::BACKSPACE.to_string().repeat(9)).await?;
    tab.press("5/1/2026").await?;
    told.expect("a day that there is", &fault(tab, "_a-facts_assigned").await?, "");
    fill(tab, "_a-facts_due", "20-01.2026", told).await?;
    fill(tab, "_a-facts_done", "2026-01-19", told).await?;
    fill(tab, "_a-facts_kind", &down(2), told).await?;
    level(tab, "H1", "met", told).await?;
    fill(tab, "_a-fields_purpose_0_text", &format!("todo{}", keys::TAB), told).await?;
    let said = fault(tab, "_a-fields_purpose_0_text").await?;
    if !said.contains(words.placeholder) {
        told.0.push(format!("a placeholder is not told: {said}"));
    }
    go(tab, "_a-fields_purpose_0_text", told).await?;
    tab.press(&keys::END.to_string()).await?;
    tab.press(&keys::BACKSPACE.to_string().repeat(4)).await?;
    tab.press("Thống nhất nội dung tuyên truyền").await?;
    level(tab, "H2", "partial", told).await?;
    fill(tab, "_a-fields_outputs_0_name", "Kế hoạch", told).await?;
    fill(tab, "_a-fields_outputs_0_ref", "12-KH/BTG", told).await?;
    reach(tab, "it.matches('.field__ways button')").await?;
    tab.press(&keys::ENTER.to_string()).await?;
    told.expect(
        "a new item has the focus",
        &tab.text("return document.activeElement.id").await?,
        "_a-fields_outputs_1_name",
    );
    tab.press("Bảng phân công").await?;
    fill(tab, "_a-criteria_H2_reason", "Thiếu phụ lục", told).await?;
    fill(tab, "_a-body", "Đã trình ký.", told).await
}

/// Chooses a level by the arrow keys, from the one that passes the criterion over.
async fn level(tab: &Tab, criterion: &str, level: &str, told: &mut Told) -> Result<()> {
    let radio = format!("it.name === '_a-criteria_{criterion}'");
    if !reach(tab, &radio).await? {
        told.0.push(format!("the levels of {criterion} are not reached by keyboard"));
    }
    for _ in 0..5 {
        if tab.text("return document.activeElement.value").await? == level {
            return Ok(());
        }
        tab.press(&keys::DOWN.to_string()).await?;
    }
    told.0.push(format!("{criterion} has no level {level}"));
    Ok(())
}

/// Another log may be begun by mistake: the one before is a press away.
async fn put_away_and_back(tab: &Tab, told: &mut Told) -> Result<()> {
    let first = "document.querySelector('main .notice[role=\"status\"] button').focus()";
    let title = "return document.getElementById('_a-facts_title').value";
    for wanted in ["", "Kế hoạch: đợt 2"] {
        tab.run(first).await?;
        tab.press(&keys::ENTER.to_string()).await?;
        tokio::time::sleep(Duration::from_millis(500)).await;
        told.expect("the title of the other log", &tab.text(title).await?, wanted);
    }
    told.expect("the text of the log that was put away", &text(tab).await?, LOG);
    Ok(())
}

/// The file that the browser keeps has the bytes that the page shows.
async fn saved(tab: &Tab, words: &Words, told: &mut Told) -> Result<()> {
    static FOLDERS: AtomicUsize = AtomicUsize::new(0);
    let number = FOLDERS.fetch_add(1, Ordering::Relaxed);
    let folder = env::temp_dir().join(format!("hieucan-form-{}-{number}", process::id()));
    fs::create_dir_all(&folder)?;
    let way = json!({ "behavior": "allow", "downloadPath": folder });
    tab.devtools("Browser.setDownloadBehavior", way).await?;
    go(tab, "_save", told).await?;
    tab.press(&keys::ENTER.to_string()).await?;
    let file = folder.join("2026-01-05-ke-hoach-dot-2.md");
    for _ in 0..100 {
        if file.exists() {
            break;
        }
        tokio::time::sleep(Duration::from_millis(50)).await;
    }
    let found = fs::read_to_string(&file).unwrap_or_else(|fault| fault.to_string());
    told.expect("the saved file", &found, LOG);
    fs::remove_dir_all(&folder)?;
    let faults = "return document.querySelectorAll('.faults .fault--error').length + ''";
    told.expect("errors of a sound log", &tab.text(faults).await?, "0");
    tab.run("localStorage.clear(); document.getElementById('_a-facts_title').dispatchEvent(new Event('input'))")
        .await?;
    let status = tab.text("return document.getElementById('_status').textContent").await?;
    if !status.starts_with(words.sound) {
        told.0.push(format!("a sound log is said to be otherwise: {status}"));
    }
    Ok(())
}
