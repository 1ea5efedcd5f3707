//! The heads of the columns that every table of figures has.

use crate::render::markup::Markup;
use crate::render::theme::Html;
use crate::render::words::Words;

/// The heads of the three facts and, apart, of what was not claimed and not met.
pub fn fact_heads(words: &Words, reviewed: bool) -> Html<'static> {
    let mut out = Markup::with_room(512);
    head(&mut out, "", ("claimed", &words.fact_claimed[0]), "");
    head(&mut out, "", ("evidenced", &words.fact_evidenced[0]), "");
    head(&mut out, "", ("confirmed", &words.fact_confirmed[0]), if reviewed { "" } else { &words.not_reviewed });
    head(&mut out, " apart", ("unclaimed", &words.unclaimed), "");
    head(&mut out, "", ("unmet", &words.unmet), "");
    out.finish()
}

fn head(out: &mut Markup, class: &str, (kind, word): (&str, &str), note: &str) {
    out.raw("<th scope=\"col\" class=\"num")
        .raw(class)
        .raw("\"><span class=\"key key--")
        .raw(kind)
        .raw("\">")
        .raw(word);
    out.raw("</span>");
    if !note.is_empty() {
        out.raw("<span class=\"sub\">").raw(note).raw("</span>");
    }
    out.raw("</th>");
}
