//! A cell made of attacks: no dialog, no script, no frame, no further window, no request, no page that leads away.

use crate::chrome::{Result, Tab};
use crate::pages::Page;

/// What is behind a fold is shown, and pictures below the screen are loaded: they act only then.
const PROVOKE: &str = r#"
for (const fold of document.querySelectorAll('details')) fold.open = true;
for (const image of document.images) image.loading = 'eager';
return new Promise((painted) => setTimeout(painted, 5)).then(() => {
  const faults = [];
  const isOurs = (script) => /\/(assets\/[a-z_]+-[0-9a-f]{8}|search\/[^/]+)\.js$/.test(script.src) && !script.textContent;
  if (typeof window.__ran !== 'undefined') faults.push('a script ran');
  if (document.querySelector('iframe, frame, frameset, object, embed, portal') || window.frames.length) faults.push('a frame');
  if (![...document.scripts].every(isOurs)) faults.push('a script');
  return faults;
});
"#;

/// The faults of one page.
pub async fn looked(tab: &Tab, page: &Page) -> Result<Vec<String>> {
    tab.open(&page.address).await?;
    let found = tab.run(PROVOKE).await?;
    let mut faults: Vec<String> =
        found.as_array().into_iter().flatten().map(|fault| fault.as_str().unwrap_or_default().to_owned()).collect();
    let at = tab.client.current_url().await?;
    if at.as_str() != page.address {
        faults.push(format!("went to {at}"));
    }
    if tab.client.windows().await?.len() != 1 {
        faults.push("a further window".to_owned());
    }
    faults.extend(tab.faults(&page.base).await?);
    Ok(faults)
}
