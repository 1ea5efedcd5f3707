//! What the library cannot say or says in another order than the standard has it, and its archive packed smaller.

use std::io::{Cursor, Read, Seek, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::table::HEAD_HEIGHT;
use crate::base::html::escape;

/// The text of the document with rows of heads that come again on every page, and with the heads of pages first among what
/// is said of a section.
pub(super) fn document(xml: Vec<u8>) -> Vec<u8> {
    changed(xml, |text| in_order(&text.replace(&head_row(), "<w:tblHeader />")))
}

/// The styles: the first is that of every paragraph which names none, and words are of the paper's language, so that no
/// program marks them as faults of another.
pub(super) fn styles(xml: Vec<u8>, lang: &str) -> Vec<u8> {
    let (first, end) = ("w:styleId=\"Normal\"", "</w:rPr></w:rPrDefault>");
    let tag = if lang == "vi" { "vi-VN" } else { "en-GB" };
    changed(xml, |text| {
        let text = text.replacen(first, &format!("w:default=\"1\" {first}"), 1);
        text.replacen(end, &format!("<w:lang w:val=\"{tag}\" w:eastAsia=\"{tag}\" />{end}"), 1)
    })
}

/// The properties: the title of the paper, and who made it.
pub(super) fn properties(xml: Vec<u8>, title: &str) -> Vec<u8> {
    let end = "</cp:coreProperties>";
    changed(xml, |text| {
        let text = text.replace(">unknown<", ">hieucan<");
        text.replacen(end, &format!("<dc:title>{}</dc:title>{end}", escape(title)), 1)
    })
}

/// A part after `change`; ours are always texts.
fn changed(xml: Vec<u8>, change: impl FnOnce(String) -> String) -> Vec<u8> {
    String::from_utf8(xml).map_or_else(|other| other.into_bytes(), |text| change(text).into_bytes())
}

/// A part without what it says of nothing, and without the marks of its paragraphs: they count on from document to document,
/// so that the same paper would not give the same bytes.
pub(super) fn plain(xml: Vec<u8>) -> Vec<u8> {
    changed(xml, |text| {
        let text = text.replace("<w:rPr />", "");
        let mut parts = text.split(MARK);
        let mut out = parts.next().unwrap_or_default().to_owned();
        for part in parts {
            out.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
        }
        out
    })
}

/// What begins the mark of a paragraph; quotation marks in texts are escaped, so it stands nowhere else.
const MARK: &str = " w14:paraId=\"";

/// The same archive with its files packed: the library only puts them together, ten times as large.
pub(super) fn packed(archive: impl Read + Seek) -> ZipResult<Vec<u8>> {
    let mut archive = ZipArchive::new(archive)?;
    let mut out = ZipWriter::new(Cursor::new(Vec::new()));
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
    for place in 0..archive.len() {
        let mut file = archive.by_index(place)?;
        if file.is_dir() {
            continue;
        }
        let mut bytes = Vec::new();
        file.read_to_end(&mut bytes)?;
        out.start_file(file.name()?, options)?;
        out.write_all(&bytes)?;
    }
    Ok(out.finish()?.into_inner())
}

/// How the library writes the height that marks rows of heads.
fn head_row() -> String {
    format!("<w:trHeight w:val=\"{}\" w:hRule=\"atLeast\" />", HEAD_HEIGHT as u32)
}

fn in_order(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once("<w:sectPr>") {
        let (inside, after) = behind.split_once("</w:sectPr>").unwrap_or((behind, ""));
        let (heads, others): (Vec<&str>, Vec<&str>) =
            inside.split_inclusive("/>").partition(|part| part.starts_with("<w:headerReference"));
        out.extend([before, "<w:sectPr>"]);
        out.extend(heads);
        out.extend(others);
        out.push_str("</w:sectPr>");
        rest = after;
    }
    out + rest
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn heads_of_pages_stand_first() {
        let text = "<w:p/><w:sectPr><w:pgSz w:w=\"1\" /><w:headerReference r:id=\"a\" /><w:titlePg /></w:sectPr><w:q/>";
        let told = "<w:p/><w:sectPr><w:headerReference r:id=\"a\" /><w:pgSz w:w=\"1\" /><w:titlePg /></w:sectPr><w:q/>";
        assert_eq!(in_order(text), told);
    }
}
