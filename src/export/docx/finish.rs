//! What the library cannot say or says in another order than the standard has it, and its archive packed smaller.

use std::io::{Cursor, Read, Seek, Write};

use zip::result::ZipResult;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::table::HEAD_HEIGHT;

/// The text of the document with rows of heads that come again on every page, and with the heads of pages first among what
/// is said of a section.
pub(super) fn document(xml: Vec<u8>) -> Vec<u8> {
    match String::from_utf8(xml) {
        Ok(text) => in_order(&text.replace(&head_row(), "<w:tblHeader />")).into_bytes(),
        Err(other) => other.into_bytes(),
    }
}

/// The styles, of which the first is that of every paragraph which names none.
pub(super) fn styles(xml: Vec<u8>) -> Vec<u8> {
    let first = "w:styleId=\"Normal\"";
    match String::from_utf8(xml) {
        Ok(text) => text.replacen(first, &format!("w:default=\"1\" {first}"), 1).into_bytes(),
        Err(other) => other.into_bytes(),
    }
}

/// A part without what it says of nothing, and without the marks of its paragraphs: they count on from document to document,
/// so that the same paper would not give the same bytes.
pub(super) fn plain(xml: Vec<u8>) -> Vec<u8> {
    let text = match String::from_utf8(xml) {
        Ok(text) => text.replace("<w:rPr />", ""),
        Err(other) => return other.into_bytes(),
    };
    let mut parts = text.split(MARK);
    let mut out = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        out.push_str(part.split_once('"').map_or("", |(_, rest)| rest));
    }
    out.into_bytes()
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
