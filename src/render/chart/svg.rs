//! Writing SVG: elements, rounded numbers, escaped texts.

use crate::base::number::push_digits;
use crate::base::source::characters;
use crate::render::escape::push_escaped;
use crate::render::theme::Html;

use super::{Fact, Frame};

/// A finished chart: markup made by the program, every text in it escaped.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Svg(String);

impl Svg {
    /// The markup.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<Svg> for Html<'static> {
    fn from(svg: Svg) -> Self {
        Html::made_safe(svg.0)
    }
}

/// A chart while it is drawn.
pub(super) struct Canvas(String);

impl Canvas {
    /// Opens a chart of `width` × `height` units. With links inside it is a group, since nothing inside an image can
    /// be reached by keyboard.
    pub(super) fn new(frame: &Frame<'_>, description: &str, (width, height): (f64, f64), linked: bool) -> Self {
        let mut canvas = Self(String::with_capacity(8 * 1024));
        let (id, role) = (frame.id, if linked { "group" } else { "img" });
        canvas.raw("<svg viewBox=\"0 0 ").number(width).raw(" ").number(height).raw("\" role=\"").raw(role);
        canvas.raw("\" aria-labelledby=\"").raw(id).raw("-title ").raw(id).raw("-desc\">");
        canvas.raw("<title id=\"").raw(id).raw("-title\">").text(frame.title).raw("</title>");
        canvas.raw("<desc id=\"").raw(id).raw("-desc\">").text(description).raw("</desc>");
        canvas
    }

    /// Closes it.
    pub(super) fn finish(mut self) -> Svg {
        self.raw("</svg>");
        Svg(self.0)
    }

    /// Appends markup that holds no text from outside; inlined as [`Markup::raw`](crate::render::markup::Markup::raw).
    #[inline(always)]
    pub(super) fn raw(&mut self, markup: &str) -> &mut Self {
        self.0.push_str(markup);
        self
    }

    /// Appends a text, escaped.
    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        push_escaped(&mut self.0, text);
        self
    }

    /// Appends a number with at most one decimal. A tenth of a unit is finer than a screen shows, and so coarse that
    /// no processor's rounding of a sine can change a byte.
    pub(super) fn number(&mut self, number: f64) -> &mut Self {
        let tenths = (number * 10.0).round() as i64;
        if tenths < 0 {
            self.0.push('-');
        }
        let tenths = tenths.unsigned_abs();
        push_digits(&mut self.0, tenths / 10, 1);
        if !tenths.is_multiple_of(10) {
            self.0.push('.');
            push_digits(&mut self.0, tenths % 10, 1);
        }
        self
    }

    /// A label with its middle or end at `x` and its foot at `y`; `class` names the anchor too.
    pub(super) fn label(&mut self, class: &str, (x, y): (f64, f64), text: &str) -> &mut Self {
        self.raw("<text class=\"").raw(class).raw("\" x=\"").number(x).raw("\" y=\"").number(y).raw("\">");
        self.text(text).raw("</text>")
    }

    /// Opens a link with a tooltip that is its name, or a group with that tooltip when it leads nowhere.
    pub(super) fn open_mark(&mut self, href: Option<&str>, name: &str) -> &mut Self {
        match href {
            Some(href) => self.raw("<a href=\"").text(href).raw("\">"),
            None => self.raw("<g>"),
        };
        self.raw("<title>").text(name).raw("</title>")
    }

    /// Closes what [`Canvas::open_mark`] opened.
    pub(super) fn close_mark(&mut self, href: Option<&str>) -> &mut Self {
        self.raw(if href.is_some() { "</a>" } else { "</g>" })
    }

    /// A straight line from one place to another.
    pub(super) fn rule(&mut self, class: &str, from: (f64, f64), to: (f64, f64)) -> &mut Self {
        self.raw("<path class=\"").raw(class).raw("\" d=\"M").number(from.0).raw(" ").number(from.1);
        self.raw("L").number(to.0).raw(" ").number(to.1).raw("\"/>")
    }

    /// A `polygon` or `polyline` through `places`.
    pub(super) fn shape(&mut self, element: &str, class: &[&str], places: &[(f64, f64)]) -> &mut Self {
        self.raw("<").raw(element).raw(" class=\"");
        class.iter().for_each(|part| {
            self.raw(part);
        });
        self.raw("\" points=\"");
        for (i, (x, y)) in places.iter().enumerate() {
            self.raw(if i == 0 { "" } else { " " }).number(*x).raw(",").number(*y);
        }
        self.raw("\"/>")
    }

    /// The mark of a fact: hollow circle, full square or diamond, so that they differ without colour and stay to be
    /// told apart where they fall together.
    pub(super) fn dot(&mut self, fact: Fact, (x, y): (f64, f64)) -> &mut Self {
        match fact {
            Fact::Claimed => self.raw("<circle class=\"dot--claimed\" cx=\"").number(x).raw("\" cy=\"").number(y),
            Fact::Evidenced => {
                self.raw("<rect class=\"dot--evidenced\" x=\"").number(x - 3.0).raw("\" y=\"").number(y - 3.0)
            }
            Fact::Confirmed => self.raw("<path class=\"dot--confirmed\" d=\"M").number(x).raw(" ").number(y - 4.5),
        };
        self.raw(match fact {
            Fact::Claimed => "\" r=\"4.5\"/>",
            Fact::Evidenced => "\" width=\"6\" height=\"6\"/>",
            Fact::Confirmed => "l4.5 4.5-4.5 4.5-4.5-4.5z\"/>",
        })
    }

    /// The same mark where there is little room.
    pub(super) fn small_dot(&mut self, fact: Fact, (x, y): (f64, f64)) -> &mut Self {
        match fact {
            Fact::Claimed => self.raw("<circle class=\"dot--claimed\" cx=\"").number(x).raw("\" cy=\"").number(y),
            Fact::Evidenced => {
                self.raw("<rect class=\"dot--evidenced\" x=\"").number(x - 2.0).raw("\" y=\"").number(y - 2.0)
            }
            Fact::Confirmed => self.raw("<path class=\"dot--confirmed\" d=\"M").number(x).raw(" ").number(y - 3.0),
        };
        self.raw(match fact {
            Fact::Claimed => "\" r=\"3\"/>",
            Fact::Evidenced => "\" width=\"4\" height=\"4\"/>",
            Fact::Confirmed => "l3 3-3 3-3-3z\"/>",
        })
    }
}

/// About how wide `text` is at the charts' 14 units, in bold: a little more than any common face needs.
pub(super) fn width_of(text: &str) -> f64 {
    characters(text) as f64 * 9.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_have_at_most_one_decimal() {
        for (number, text) in [(0.0, "0"), (-0.04, "0"), (-1.25, "-1.3"), (12.0, "12"), (123.46, "123.5")] {
            let mut canvas = Canvas(String::new());
            canvas.number(number);
            assert_eq!(canvas.0, text);
        }
    }
}
