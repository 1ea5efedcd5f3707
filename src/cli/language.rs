//! The language of messages: `--lang`, else the cell's own, else the locale. It is needed before the command line is
//! read, since the help and the words about wrong usage are in it too.

use std::ffi::{OsStr, OsString};
use std::fs;
use std::io::Read;
use std::path::Path;

use crate::base::i18n::Lang;

/// The language of everything that is said.
pub fn of_messages(args: &[OsString]) -> Lang {
    let chosen = value_of("--lang", args).and_then(|tag| Lang::from_tag(tag.to_str()?));
    let root = value_of("--root", args).unwrap_or(OsStr::new("."));
    chosen.or_else(|| of_cell(Path::new(root))).or_else(of_locale).unwrap_or_default()
}

/// The value of `option`, written as `--option value` or `--option=value`.
fn value_of<'a>(option: &str, args: &'a [OsString]) -> Option<&'a OsStr> {
    let joined = |arg: &'a OsString| arg.to_str()?.strip_prefix(option)?.strip_prefix('=').map(OsStr::new);
    let apart = args.windows(2).find(|pair| pair[0] == option).map(|pair| pair[1].as_os_str());
    args.iter().find_map(joined).or(apart)
}

/// The line `lang:` at the top level of the settings. The settings themselves are read later, with every fault told
/// in the language found here.
fn of_cell(root: &Path) -> Option<Lang> {
    let path = root.join("hieucan.yaml");
    // A FIFO in its place would block; links are followed, as everywhere on the way to the root.
    fs::metadata(&path).ok().filter(fs::Metadata::is_file)?;
    let mut start = Vec::new();
    fs::File::open(&path).ok()?.take(64 * 1024).read_to_end(&mut start).ok()?;
    String::from_utf8_lossy(&start).lines().find_map(lang_of_line)
}

fn lang_of_line(line: &str) -> Option<Lang> {
    let value = line.trim_start_matches('\u{feff}').strip_prefix("lang")?.trim_start().strip_prefix(':')?;
    let word = value.split('#').next()?.trim().trim_matches(['"', '\'']);
    Lang::ALL.into_iter().find(|lang| lang.tag() == word)
}

/// The language of the locale, by the order that POSIX gives the variables.
fn of_locale() -> Option<Lang> {
    let set = |name: &&str| std::env::var(name).ok().filter(|value| !value.is_empty());
    ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(set).and_then(|locale| Lang::from_tag(&locale))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_option_is_found_in_both_spellings() {
        let args = |list: &[&str]| list.iter().map(OsString::from).collect::<Vec<_>>();
        assert_eq!(of_messages(&args(&["hieucan", "build", "--lang", "en"])), Lang::En);
        assert_eq!(of_messages(&args(&["hieucan", "--lang=en", "check"])), Lang::En);
        assert_eq!(value_of("--root", &args(&["hieucan", "--root"])), None);
    }

    #[test]
    fn the_settings_name_it_on_a_line_of_their_own() {
        assert_eq!(lang_of_line("lang: en   # English"), Some(Lang::En));
        assert_eq!(lang_of_line("lang : \"vi\""), Some(Lang::Vi));
        assert_eq!(lang_of_line("  lang: en"), None);
        assert_eq!(lang_of_line("language: en"), None);
    }
}
