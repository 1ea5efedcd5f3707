//! Pictures of pages, compared loosely: a picture is a grid of greys and the height of the page, so that a layout that
//! breaks is noticed and a font that differs is not. The greys to compare with are committed in `looks.txt`, which
//! `--refresh` writes anew.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{fs, io};

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;
use serde_json::json;

use crate::chrome::{Result, Tab};

const COLUMNS: usize = 16;
const ROWS: usize = 12;

/// Greys are of 16 shades. A page set in another font differs by less than one shade on average, one without its style
/// or with a column gone by two and more.
const SHADES_APART: f64 = 1.5;

/// A page may be so much longer or shorter: another font, some more records.
const HEIGHT_APART: f64 = 0.3;

/// What a picture is compared by.
#[derive(Clone, Debug, PartialEq)]
pub struct Look {
    height: u64,
    greys: String,
}

impl Look {
    /// Why the two are not the same, if they are not.
    pub fn differs(&self, other: &Self) -> Option<String> {
        let (a, b) = (self.height as f64, other.height as f64);
        if (a - b).abs() > HEIGHT_APART * a.max(b) {
            return Some(format!("the page is {b} px high instead of {a}"));
        }
        let shade = |c: char| f64::from(c.to_digit(16).unwrap_or_default());
        let apart: f64 = self.greys.chars().zip(other.greys.chars()).map(|(a, b)| (shade(a) - shade(b)).abs()).sum();
        let mean = apart / (COLUMNS * ROWS) as f64;
        (mean > SHADES_APART).then(|| format!("it looks otherwise: {mean:.1} shades of 16 apart"))
    }
}

/// Takes the picture of the page as it stands, keeps it as `file` and returns its look.
pub async fn look(tab: &Tab, width: u32, file: &Path) -> Result<Look> {
    let height = tab.run("return document.documentElement.scrollHeight").await?.as_u64().unwrap_or_default();
    let shown = height.clamp(1, 3000);
    let clip = |height: u64, scale: f64| json!({ "x": 0, "y": 0, "width": width, "height": height, "scale": scale });
    let whole = json!({ "format": "jpeg", "quality": 60, "captureBeyondViewport": true, "clip": clip(shown, 1.0) });
    fs::write(file, capture(tab, whole).await?)?;
    let first = json!({ "format": "png", "captureBeyondViewport": true, "clip": clip(900, 0.125) });
    Ok(Look { height, greys: greys(&capture(tab, first).await?)? })
}

async fn capture(tab: &Tab, parameters: serde_json::Value) -> Result<Vec<u8>> {
    let answer = tab.devtools("Page.captureScreenshot", parameters).await?;
    Ok(STANDARD.decode(answer["data"].as_str().unwrap_or_default())?)
}

/// The mean grey of every field of the grid as a hexadecimal digit.
fn greys(picture: &[u8]) -> Result<String> {
    let mut decoder = png::Decoder::new(io::Cursor::new(picture));
    decoder.set_transformations(png::Transformations::EXPAND | png::Transformations::STRIP_16);
    let mut reader = decoder.read_info()?;
    let mut pixels = vec![0; reader.output_buffer_size().ok_or("a picture too large")?];
    let info = reader.next_frame(&mut pixels)?;
    let (width, height, samples) = (info.width as usize, info.height as usize, info.color_type.samples());
    let mut out = String::with_capacity(COLUMNS * ROWS);
    for row in 0..ROWS {
        for column in 0..COLUMNS {
            let xs = column * width / COLUMNS..(column + 1) * width / COLUMNS;
            let (mut sum, mut count) = (0, 0);
            for y in row * height / ROWS..(row + 1) * height / ROWS {
                for x in xs.clone() {
                    let at = (y * width + x) * samples;
                    sum += pixels[at..at + samples.min(3)].iter().map(|value| usize::from(*value)).sum::<usize>();
                    count += samples.min(3);
                }
            }
            write!(out, "{:x}", sum / count.max(1) / 16)?;
        }
    }
    Ok(out)
}

/// The looks in `file`: a line each of name, height and greys.
pub fn read(file: &Path) -> Result<BTreeMap<String, Look>> {
    let text = fs::read_to_string(file)?;
    let look = |line: &str| {
        let mut parts = line.split(' ');
        let (name, height, greys) = (parts.next()?, parts.next()?.parse().ok()?, parts.next()?);
        Some((name.to_owned(), Look { height, greys: greys.to_owned() }))
    };
    Ok(text.lines().filter_map(look).collect())
}

/// Writes `looks` to `file`.
pub fn write(file: &Path, looks: &BTreeMap<String, Look>) -> Result<()> {
    let line = |(name, look): (&String, &Look)| format!("{name} {} {}\n", look.height, look.greys);
    Ok(fs::write(file, looks.iter().map(line).collect::<String>())?)
}
