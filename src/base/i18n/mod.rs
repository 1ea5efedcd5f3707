//! What people read, in Vietnamese and English: Fluent files beside this module, one set per language.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::io;
use std::sync::OnceLock;
use std::thread;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::LanguageIdentifier;

/// A language of the program's messages and of the site.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default)]
pub enum Lang {
    /// Vietnamese, the default.
    #[default]
    Vi,
    /// English.
    En,
}

impl Lang {
    /// Every language, in the order in which they are offered.
    pub const ALL: [Lang; 2] = [Lang::Vi, Lang::En];

    /// The language tag: `vi` or `en`.
    pub fn tag(self) -> &'static str {
        match self {
            Lang::Vi => "vi",
            Lang::En => "en",
        }
    }

    /// The language with this tag, such as `vi`, `en` or a locale's `vi_VN.UTF-8`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        let primary = tag.split(['-', '_', '.']).next().unwrap_or_default();
        Self::ALL.into_iter().find(|lang| lang.tag() == primary)
    }

    fn files(self) -> &'static [&'static str] {
        match self {
            Lang::Vi => &[
                include_str!("vi/checks.ftl"),
                include_str!("vi/site.ftl"),
                include_str!("vi/papers.ftl"),
                include_str!("vi/exports.ftl"),
                include_str!("vi/program.ftl"),
                include_str!("vi/new.ftl"),
                include_str!("vi/editor.ftl"),
            ],
            Lang::En => &[
                include_str!("en/checks.ftl"),
                include_str!("en/site.ftl"),
                include_str!("en/papers.ftl"),
                include_str!("en/exports.ftl"),
                include_str!("en/program.ftl"),
                include_str!("en/new.ftl"),
                include_str!("en/editor.ftl"),
            ],
        }
    }
}

/// The texts of one language.
pub struct Catalog {
    lang: Lang,
    bundle: FluentBundle<FluentResource>,
}

/// Arguments of a message: name and text or number.
pub type Args<'a> = [(&'a str, FluentValue<'a>)];

impl Catalog {
    /// The catalogue of `lang`, made when it is first asked for.
    ///
    /// # Panics
    /// When a built-in Fluent file does not parse or names a message twice; a test reads them all.
    pub fn of(lang: Lang) -> &'static Self {
        static VI: OnceLock<Catalog> = OnceLock::new();
        static EN: OnceLock<Catalog> = OnceLock::new();
        let made = match lang {
            Lang::Vi => &VI,
            Lang::En => &EN,
        };
        made.get_or_init(|| Self::made(lang))
    }

    fn made(lang: Lang) -> Self {
        let tag: LanguageIdentifier = lang.tag().parse().expect("built-in language tags are valid");
        let mut bundle = FluentBundle::new_concurrent(vec![tag]);
        // Isolation marks (U+2068, U+2069) round arguments would end up in copied text and spoil searching.
        bundle.set_use_isolating(false);
        for resource in resources(lang) {
            bundle.add_resource(resource).unwrap_or_else(|faults| panic!("{} catalogue: {faults:?}", lang.tag()));
        }
        Self { lang, bundle }
    }

    /// Its language.
    pub fn lang(&self) -> Lang {
        self.lang
    }

    /// The text `key` (or its attribute, `key.attribute`) without arguments.
    ///
    /// # Panics
    /// When there is no such text; a test asks both languages for every key that the code and the templates name.
    pub fn text(&self, key: &str) -> String {
        self.format(key, &[])
    }

    /// The text `key` with `args` filled in.
    ///
    /// # Panics
    /// As [`Catalog::text`].
    pub fn format(&self, key: &str, args: &Args<'_>) -> String {
        self.find(key, args).unwrap_or_else(|| panic!("no text `{key}` in the {} catalogue", self.lang.tag()))
    }

    /// The text `key` with `args` filled in, if there is one.
    pub fn find(&self, key: &str, args: &Args<'_>) -> Option<String> {
        let (id, attribute) = key.split_once('.').map_or((key, None), |(id, attribute)| (id, Some(attribute)));
        let message = self.bundle.get_message(id)?;
        let pattern = match attribute {
            Some(name) => message.get_attribute(name)?.value(),
            None => message.value()?,
        };
        let args: Option<FluentArgs<'_>> =
            (!args.is_empty()).then(|| args.iter().map(|(name, value)| (*name, borrowed(value))).collect());
        let mut faults = Vec::new();
        let text = self.bundle.format_pattern(pattern, args.as_ref(), &mut faults).into_owned();
        debug_assert!(faults.is_empty(), "{key}: {faults:?}");
        Some(text)
    }

    /// `items` joined as an enumeration: `a, b, c`.
    pub fn list<'a>(&self, items: impl IntoIterator<Item = &'a str>) -> String {
        let mut out = String::new();
        for (i, item) in items.into_iter().enumerate() {
            let _ = if i == 0 { out.write_str(item) } else { write!(out, ", {item}") };
        }
        out
    }
}

/// The files of a language, each read in a thread of its own: every run waits for them before it does anything else.
fn resources(lang: Lang) -> Vec<FluentResource> {
    let read = |text: &str| {
        FluentResource::try_new(text.to_owned())
            .unwrap_or_else(|(_, faults)| panic!("{} catalogue: {faults:?}", lang.tag()))
    };
    thread::scope(|scope| {
        let begin = |text: &'static str| (text, thread::Builder::new().spawn_scoped(scope, move || read(text)));
        let reading: Vec<_> = lang.files().iter().copied().map(begin).collect();
        // Where the system has no more threads the file is read here.
        let ended = |(text, thread): (&str, io::Result<thread::ScopedJoinHandle<'_, _>>)| match thread {
            Ok(thread) => thread.join().expect("a built-in file that parses"),
            Err(_) => read(text),
        };
        reading.into_iter().map(ended).collect()
    })
}

/// The same argument; a text is not copied.
fn borrowed<'v>(value: &'v FluentValue<'_>) -> FluentValue<'v> {
    match value {
        FluentValue::String(text) => FluentValue::String(Cow::Borrowed(text.as_ref())),
        value => value.clone(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    fn keys(lang: Lang) -> BTreeSet<String> {
        let mut keys = BTreeSet::new();
        let mut id = "";
        for line in lang.files().iter().flat_map(|text| text.lines()) {
            match line.split_once(" =") {
                Some((name, _)) if name.starts_with("    .") => {
                    keys.insert(format!("{id}{}", name.trim()));
                }
                Some((name, _)) if name.starts_with(|c: char| c.is_ascii_lowercase()) => {
                    id = name;
                    keys.insert(name.to_owned());
                }
                _ => {}
            }
        }
        keys
    }

    #[test]
    fn both_languages_hold_the_same_texts() {
        let (vi, en) = (keys(Lang::Vi), keys(Lang::En));
        let only: Vec<_> = vi.symmetric_difference(&en).collect();
        assert!(only.is_empty(), "only in one language: {only:?}");
        assert!(!vi.is_empty());
        for lang in Lang::ALL {
            Catalog::of(lang);
        }
    }
}
