//! Where a new log belongs.

use super::Answers;
use crate::base::period::Date;
use crate::base::text::fold;

/// Letters of a title in a file's name.
const LONGEST: usize = 48;

/// The name of a log whose title has no letter that a name may have.
const NAMELESS: &str = "viec";

/// `records/<year>/<member>/<yyyy-mm-dd>-<slug>.md` of settled answers; the day is the one on which the task was given
/// out. `None` while member or day are missing.
pub fn file_name(answers: &Answers) -> Option<String> {
    let (member, day) = (answers.fact("member"), Date::parse(answers.fact("assigned"))?);
    let (year, ..) = day.parts();
    (!member.is_empty()).then(|| format!("records/{year:04}/{member}/{day}-{}.md", slug(answers.fact("title"))))
}

/// The name with a number behind it, from 2: the log of another task that is called the same.
pub fn numbered(name: &str, number: usize) -> String {
    match name.strip_suffix(".md") {
        Some(stem) if number > 1 => format!("{stem}-{number}.md"),
        _ => name.to_owned(),
    }
}

/// The words of a title without marks, as many whole ones as fit.
fn slug(title: &str) -> String {
    let folded = fold(title);
    let words = folded.split(|c: char| !c.is_ascii_alphanumeric()).filter(|word| !word.is_empty());
    let mut slug = String::new();
    for word in words {
        let room = LONGEST.saturating_sub(slug.len() + usize::from(!slug.is_empty()));
        if word.len() > room {
            if slug.is_empty() {
                slug.push_str(&word[..LONGEST]);
            }
            break;
        }
        if !slug.is_empty() {
            slug.push('-');
        }
        slug.push_str(word);
    }
    if slug.is_empty() { NAMELESS.to_owned() } else { slug }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_of_whole_words_without_marks() {
        assert_eq!(slug("Kế hoạch: đợt 2 (dự thảo)"), "ke-hoach-dot-2-du-thao");
        assert_eq!(
            slug("Khảo sát mức hài lòng của người dân với dịch vụ công trực tuyến"),
            "khao-sat-muc-hai-long-cua-nguoi-dan-voi-dich-vu"
        );
        assert_eq!(slug("日本"), "viec");
        assert_eq!(slug(&"a".repeat(60)).len(), LONGEST);
        assert_eq!(numbered("records/2026/a/2026-01-05-x.md", 2), "records/2026/a/2026-01-05-x-2.md");
    }
}
