//! Names that must not be read in a text, and what stands for them.

mod marks;
mod markup;
mod names;
mod words;

use super::artifact::Artifact;
use marks::Marks;
use names::Names;
use words::{is_of_word, word_length};

/// Puts initials, or whatever is given, in the place of names.
#[derive(Debug, Clone, Default)]
pub struct Veil {
    names: Names,
    marks: Marks,
}

/// What was found: where it ends, what stands for it, and the tags that it held. They are kept, for they may close what
/// was opened before the name.
struct Found<'v> {
    end: usize,
    instead: &'v str,
    tags: String,
}

impl Veil {
    /// A veil over `names`, addresses and ids, each with what stands for it, which should be made of letters, digits and
    /// points. A name is found in capitals too and, with three words or more, in small letters, in any normal form, with
    /// the tone on any vowel or without any marks, with any blanks, line ends, quotation marks, signs of emphasis, links
    /// or the signs of its own between its words. One word alone is no name: it may be any word; an id of several parts
    /// is found where it stands by itself, not within a path; an address is found in any letters.
    pub fn over(names: impl IntoIterator<Item = (String, String)>) -> Self {
        let mut veil = Self::default();
        for (name, instead) in names {
            if !veil.marks.add(&name, &instead) {
                veil.names.add(&name, &instead);
            }
        }
        veil.names.finish();
        veil
    }

    /// A page without names; what else is published is made of texts that are hidden before.
    pub fn over_artifact<'a>(&'a self, artifact: Artifact<'a>) -> Artifact<'a> {
        if !artifact.path().as_str().ends_with(".html") || artifact.path().as_str().starts_with("files/") {
            return artifact;
        }
        artifact.changed(|bytes| self.over_page(bytes))
    }

    /// The bytes of a page without names.
    pub fn over_page(&self, bytes: Vec<u8>) -> Vec<u8> {
        match String::from_utf8(bytes) {
            Ok(page) => self.hide_in_markup(&page).into_bytes(),
            Err(other) => other.into_bytes(),
        }
    }

    /// `text` with no name in it.
    pub fn hide(&self, text: &str) -> String {
        let mut out = String::with_capacity(text.len());
        self.hide_into(text, &mut out);
        out
    }

    fn hide_into(&self, text: &str, out: &mut String) {
        let (mut from, mut at) = (0, 0);
        while let Some(start) = text[at..].find(is_of_word).map(|next| at + next) {
            let end = start + word_length(&text[start..]);
            at = end;
            if let Some(found) = self.found(text, start, end) {
                out.push_str(&text[from..start]);
                out.push_str(found.instead);
                out.push_str(&found.tags);
                (from, at) = (found.end, found.end);
            }
        }
        out.push_str(&text[from..]);
    }

    /// The name, address or id that begins with the word from `start` to `end`.
    fn found(&self, text: &str, start: usize, end: usize) -> Option<Found<'_>> {
        self.names.at(text, start, end).or_else(|| self.marks.at(text, start, end))
    }
}

#[cfg(test)]
mod tests {
    use unicode_normalization::UnicodeNormalization;

    use super::*;

    #[test]
    fn whole_names_are_hidden_in_every_spelling() {
        let veil = Veil::over(
            [("Nguyễn Văn An", "N.V.A."), ("Lê An", "L.A."), ("Bình", "B.")].map(|(a, b)| (a.into(), b.into())),
        );
        let decomposed: String = "Nguyễn Văn An".nfd().collect();
        for (text, hidden) in [
            ("<b>Nguyễn Văn An</b>, Nguyễn\n  Văn An.", "<b>N.V.A.</b>, N.V.A.."),
            ("NGUYỄN VĂN AN; Lê An", "N.V.A.; L.A."),
            ("Nguyễn Văn Anh và Lê Anh, Bình", "Nguyễn Văn Anh và Lê Anh, Bình"),
            (&decomposed, "N.V.A."),
            ("nguyễn văn an và Nguyễn văn An; lê an", "N.V.A. và N.V.A.; lê an"),
            ("<strong>Nguyễn</strong> Văn <em>An</em>", "<strong>N.V.A.</strong><em></em>"),
            ("**Nguyễn** Văn *An*; NguyễnVănAn", "**N.V.A.*; NguyễnVănAn"),
            ("Nguyen Van An, nguyen van an; Le An, le an", "N.V.A., N.V.A.; L.A., le an"),
        ] {
            assert_eq!(veil.hide(text), hidden);
        }
    }

    #[test]
    fn the_tone_may_stand_on_either_vowel() {
        let veil = Veil::over([("Lê Thị Hòa", "L.T.H."), ("Đỗ Thuý", "Đ.T.")].map(|(a, b)| (a.into(), b.into())));
        for (text, hidden) in [
            ("Lê Thị Hòa, Lê Thị Hoà, LÊ THỊ HOÀ; Lê Thị Hoàn", "L.T.H., L.T.H., L.T.H.; Lê Thị Hoàn"),
            ("Đỗ Thúy và Đỗ Thuý, DO THUY", "Đ.T. và Đ.T., Đ.T."),
            (&"Lê Thị Hoà".nfd().collect::<String>(), "L.T.H."),
        ] {
            assert_eq!(veil.hide(text), hidden);
        }
    }

    #[test]
    fn an_id_of_several_parts_is_hidden_where_it_stands_by_itself() {
        let veil = Veil::over([("tran-thi-hoa", "m03"), ("an", "m01")].map(|(a, b)| (a.into(), b.into())));
        for (text, hidden) in [
            ("giao tran-thi-hoa; an toàn, <i>tran-thi-hoa</i>.", "giao m03; an toàn, <i>m03</i>."),
            ("viec-cua-tran-thi-hoa/index.html tran-thi-hoa.md", "viec-cua-tran-thi-hoa/index.html tran-thi-hoa.md"),
            ("Của tran-thi-hoa.", "Của m03."),
        ] {
            assert_eq!(veil.hide(text), hidden);
        }
    }

    #[test]
    fn names_are_hidden_in_words_of_a_page_and_nowhere_in_its_structure() {
        let veil =
            Veil::over([("H'Hen Niê", "H.N."), ("utf-8", "m02"), ("ty@x.vn", "T.")].map(|(a, b)| (a.into(), b.into())));
        for (page, hidden) in [
            ("<meta charset=\"utf-8\"><p>utf-8</p>", "<meta charset=\"utf-8\"><p>m02</p>"),
            ("<p>H&#39;Hen\nNiê, H’Hen <em>Niê</em></p>", "<p>H.N., H.N.<em></em></p>"),
            ("<a href=\"mailto:Ty%40X.vn\" id=\"ty@x.vn\">", "<a href=\"mailto:T.\" id=\"ty@x.vn\">"),
            ("<img alt=\"ty@x.vn a=b > c\" src=\"utf-8\">", "<img alt=\"T. a=b > c\" src=\"utf-8\">"),
            ("Ban ty@x.vn.; tran.ty@x.vn <", "Ban T..; tran.ty@x.vn <"),
        ] {
            assert_eq!(veil.hide_in_markup(page), hidden);
        }
    }

    #[test]
    fn names_are_hidden_with_their_own_signs_in_any_typing_and_across_links() {
        let names = ["Nguyễn Văn An (B)", "Phạm Thị Kim-anh", "TS. Lê Quang Đạo", "Hoàng Gia Bảo"];
        let veil = Veil::over(names.map(|name| (name.to_owned(), "X.".to_owned())));
        for (text, hidden) in [
            ("Nguyễn Văn An (B), NGUYỄN VĂN AN (B)", "X., X."),
            ("Phạm Thị Kim-anh; TS. Lê Quang Đạo", "X.; X."),
            ("TS. Lê Quang Ðạo, TS. Lê Quang \u{110}a\u{323}o", "X., X."),
            ("Hòang Gia Bảo, Hoa\u{300}ng Gia Bả\u{200b}o, Hoàng\u{ad} Gia Bảo", "X., X., X."),
            ("Hoàng <a href=\"x\">Gia</a> Bảo", "X.<a href=\"x\"></a>"),
            ("Hoàng. Gia Bảo; Hoàng (Gia) Bảo; Hoang Gia Bảo", "Hoàng. Gia Bảo; Hoàng (Gia) Bảo; X."),
        ] {
            assert_eq!(veil.hide(text), hidden);
            assert_eq!(veil.hide_in_markup(text), hidden);
        }
    }
}
