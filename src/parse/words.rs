//! The spellings of keys and words: letter case, tone marks, `_`, `-` and blanks do not matter.
//!
//! `đ` is a letter of its own, so `dạt` is not `đạt`; only a word typed wholly without marks (`dat`) may stand for it.

use std::collections::HashMap;
use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;

use crate::base::keys::KEYS;
pub use crate::base::keys::vietnamese_of;
use crate::base::text::fold_key;
use crate::model::audience::Audience;
use crate::model::content::EvidenceKind;
use crate::model::record::{Kind, Status};
use crate::model::review::Rater;
use crate::model::rubric::LevelId;

/// What may be said of one claim.
pub const CLAIM_KEYS: &[&str] = &["level", "evidence", "reason"];

/// Words that people write for a key and that no rule leads to it.
const SLIPS: &[(&str, &str)] = &[
    ("ai giao", "người giao"),
    ("deadline", "hạn"),
    ("tên", "tiêu đề"),
    ("tên việc", "tiêu đề"),
    ("tên công việc", "tiêu đề"),
    ("nội dung công việc", "tiêu đề"),
    ("nhiệm vụ", "tiêu đề"),
    ("họ tên", "đảng viên"),
    ("họ và tên", "đảng viên"),
    ("người thực hiện", "đảng viên"),
    ("bắt đầu", "ngày giao"),
    ("ngày bắt đầu", "ngày giao"),
    ("kết thúc", "hoàn thành"),
    ("ngày kết thúc", "hoàn thành"),
];

/// Words that people write under a key with a closed list and that are near none of it: key, word, and the word meant.
const WORD_SLIPS: &[(&str, &str, &str)] = &[
    ("status", "xong", "hoàn thành"),
    ("status", "đã xong", "hoàn thành"),
    ("status", "làm xong", "hoàn thành"),
    ("status", "đã hoàn thành", "hoàn thành"),
    ("status", "đang thực hiện", "đang làm"),
    ("status", "đang triển khai", "đang làm"),
    ("status", "chưa làm", "kế hoạch"),
    ("status", "chưa thực hiện", "kế hoạch"),
    ("status", "đã hủy", "hủy"),
    ("status", "hủy bỏ", "hủy"),
    ("status", "finished", "done"),
    ("status", "completed", "done"),
    ("status", "in progress", "doing"),
    ("level", "đạt 1 phần", "đạt một phần"),
    ("level", "1 phần", "đạt một phần"),
    ("level", "một phần", "đạt một phần"),
    ("level", "đạt 1/2", "đạt một phần"),
    ("level", "đạt một nửa", "đạt một phần"),
    ("level", "đạt 50%", "đạt một phần"),
    ("level", "không đạt", "chưa đạt"),
    ("level", "ko đạt", "chưa đạt"),
    ("level", "chưa", "chưa đạt"),
    ("level", "đã đạt", "đạt"),
    ("level", "đạt yêu cầu", "đạt"),
    ("level", "không liên quan", "không áp dụng"),
    ("level", "partly", "partial"),
    ("level", "partially", "partial"),
    ("level", "n/a", "na"),
    ("kind", "đột xuất", "phát sinh"),
    ("kind", "trong kế hoạch", "theo kế hoạch"),
];

/// The word that `written` under `key` was surely meant for, though it is near none.
pub fn word_meant(key: &str, written: &str) -> Option<&'static str> {
    let slips = WORD_SLIPS.iter().filter(|(of, ..)| *of == key);
    slips.into_iter().find(|(_, slip, _)| is_spelling_of(written, slip)).map(|(.., meant)| *meant)
}

/// Words with one meaning in several spellings.
struct Words<T> {
    exact: Vec<(&'static str, T)>,
    marked: HashMap<String, T>,
    unmarked: HashMap<String, T>,
}

impl<T: Copy> Words<T> {
    fn new(spellings: impl IntoIterator<Item = (T, &'static str)>) -> Self {
        let (mut exact, mut marked, mut unmarked) = (Vec::new(), HashMap::new(), HashMap::new());
        for (meaning, spelling) in spellings {
            exact.push((spelling, meaning));
            marked.insert(fold_marks(spelling), meaning);
            unmarked.insert(fold_key(spelling), meaning);
        }
        Self { exact, marked, unmarked }
    }

    fn find(&self, written: &str) -> Option<T> {
        // Most words are written as the format spells them, and folding or hashing costs more than comparing.
        if let Some((_, meaning)) = self.exact.iter().find(|(spelling, _)| *spelling == written) {
            return Some(*meaning);
        }
        let found = if written.is_ascii() {
            self.unmarked.get(&fold_key(written))
        } else {
            self.marked.get(&fold_marks(written))
        };
        found.copied()
    }
}

/// As [`fold_key`], but `đ` stays.
fn fold_marks(text: &str) -> String {
    marks_folded(text).collect()
}

fn marks_folded(text: &str) -> impl Iterator<Item = char> {
    text.nfd()
        .filter(|c| !('\u{300}'..='\u{36f}').contains(c) && !c.is_whitespace() && *c != '_' && *c != '-')
        .flat_map(char::to_lowercase)
}

/// The English key that `written` stands for, if it is a Vietnamese spelling of one or the key in other letters.
pub fn key(written: &str) -> Option<&'static str> {
    static WORDS: LazyLock<Words<&str>> =
        LazyLock::new(|| Words::new(KEYS.iter().copied().chain(KEYS.iter().map(|(english, _)| (*english, *english)))));
    WORDS.find(written)
}

/// The spelling of one of `keys` that `written` was surely meant for: a common slip, or a key whose words are the
/// beginning, else the end, of what was written. Of several the longest: `hạn chế tồn tại` is `hạn chế`.
pub fn meant(written: &str, keys: &[&'static str]) -> Option<&'static str> {
    let spellings = || keys.iter().flat_map(|key| [Some(*key), vietnamese_of(key)]).flatten();
    static WORDS: LazyLock<Words<&str>> =
        LazyLock::new(|| Words::new(SLIPS.iter().map(|(slip, meant)| (*meant, *slip))));
    let slip = WORDS.find(written);
    if let Some(meant) = slip.filter(|meant| spellings().any(|spelling| spelling == *meant)) {
        return Some(meant);
    }
    let parts = parts(written);
    let longest = |fits: &dyn Fn(&[&str]) -> bool| {
        let fitting = spellings().map(|spelling| (self::parts(spelling), spelling));
        let fitting = fitting.filter(|(words, _)| words.len() < parts.len() && fits(words));
        fitting.max_by_key(|(words, _)| words.len()).map(|(_, spelling)| spelling)
    };
    let same = |some: &[&str], words: &[&str]| some.iter().zip(words).all(|(one, word)| is_spelling_of(one, word));
    longest(&|words| same(&parts[..words.len()], words))
        .or_else(|| longest(&|words| same(&parts[parts.len() - words.len()..], words)))
}

/// At most eight words of a key; nobody means one by more.
fn parts(key: &str) -> Vec<&str> {
    let joint = |c: char| c.is_whitespace() || c == '_' || c == '-';
    key.split(joint).filter(|part| !part.is_empty()).take(8).collect()
}

/// `written` without tone marks, `_`, `-` and blanks, in lower case; `đ` stays, so no English key is spelled with it.
pub fn folded(written: &str) -> String {
    fold_marks(written)
}

/// Whether `written` is a spelling of `word`.
pub fn is_spelling_of(written: &str, word: &str) -> bool {
    marks_folded(written).eq(marks_folded(word)) || (written.is_ascii() && fold_key(written) == fold_key(word))
}

/// Reads a level. A rubric's own labels are not read here: they belong to the rubric.
pub fn level(written: &str) -> Option<LevelId> {
    use LevelId::{Met, Na, Partial, Unmet};
    static WORDS: LazyLock<Words<LevelId>> = LazyLock::new(|| {
        let english = LevelId::ALL.map(|level| (level, level.id()));
        let vietnamese = [(Met, "đạt"), (Partial, "đạt một phần"), (Unmet, "chưa đạt"), (Na, "không áp dụng")];
        Words::new(english.into_iter().chain(vietnamese))
    });
    WORDS.find(written)
}

/// Reads a status.
pub fn status(written: &str) -> Option<Status> {
    use Status::{Cancelled, Doing, Done, Planned};
    static WORDS: LazyLock<Words<Status>> = LazyLock::new(|| {
        let english = [Planned, Doing, Done, Cancelled].map(|status| (status, status.id()));
        let vietnamese = [(Planned, "kế hoạch"), (Doing, "đang làm"), (Done, "hoàn thành"), (Cancelled, "hủy")];
        Words::new(english.into_iter().chain(vietnamese))
    });
    WORDS.find(written)
}

/// Reads a kind of task.
pub fn kind(written: &str) -> Option<Kind> {
    use Kind::{Arising, Planned};
    static WORDS: LazyLock<Words<Kind>> = LazyLock::new(|| {
        Words::new([(Planned, "planned"), (Arising, "arising"), (Planned, "theo kế hoạch"), (Arising, "phát sinh")])
    });
    WORDS.find(written)
}

/// Reads a visibility.
pub fn visibility(written: &str) -> Option<Audience> {
    static WORDS: LazyLock<Words<Audience>> = LazyLock::new(|| {
        let english = Audience::ALL.map(|audience| (audience, audience.id()));
        let vietnamese = [(Audience::Public, "công khai"), (Audience::Cell, "chi bộ"), (Audience::Leaders, "lãnh đạo")];
        Words::new(english.into_iter().chain(vietnamese))
    });
    WORDS.find(written)
}

/// Reads for whom a reviewer speaks.
pub fn rater(written: &str) -> Option<Rater> {
    static WORDS: LazyLock<Words<Rater>> = LazyLock::new(|| {
        let english = Rater::ALL.map(|rater| (rater, rater.id()));
        let vietnamese =
            [(Rater::Cell, "chi bộ"), (Rater::Superior, "cấp có thẩm quyền"), (Rater::Superior, "cấp trên")];
        Words::new(english.into_iter().chain(vietnamese))
    });
    WORDS.find(written)
}

/// Reads a kind of evidence.
pub fn evidence_kind(written: &str) -> Option<EvidenceKind> {
    static WORDS: LazyLock<Words<EvidenceKind>> =
        LazyLock::new(|| Words::new(EvidenceKind::ALL.map(|kind| (kind, kind.id()))));
    WORDS.find(written)
}

/// Reads yes or no.
pub fn yes_or_no(written: &str) -> Option<bool> {
    static WORDS: LazyLock<Words<bool>> = LazyLock::new(|| {
        Words::new([(true, "true"), (false, "false"), (true, "yes"), (false, "no"), (true, "có"), (false, "không")])
    });
    WORDS.find(written)
}

/// The key of `keys` of which `written` is a spelling.
pub fn known_key(written: &str, keys: &[&'static str]) -> Option<&'static str> {
    let exact = keys.iter().find(|key| **key == written);
    exact.copied().or_else(|| {
        let spelled = key(written).filter(|key| keys.contains(key));
        spelled.or_else(|| {
            let folded = folded(written);
            keys.iter().copied().find(|key| key.bytes().filter(|b| !matches!(b, b'_' | b'-')).eq(folded.bytes()))
        })
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_within_what_was_written_is_meant_before_any_near_word() {
        let keys = crate::parse::KEYS;
        let pairs = [
            ("hạn hoàn thành", "hạn"),
            ("han hoan thanh", "hạn"),
            ("Thời hạn", "hạn"),
            ("ngày hoàn thành", "hoàn thành"),
            ("hạn chế tồn tại", "hạn chế"),
            ("Tên công việc", "tiêu đề"),
            ("tên việc", "tiêu đề"),
            ("deadline", "hạn"),
            ("due date", "due"),
            ("task-title", "title"),
        ];
        for (written, key) in pairs {
            assert_eq!(meant(written, keys), Some(key), "{written}");
        }
        for written in ["tittle", "hoàn thàn", "", "- -", "thời dạn"] {
            assert_eq!(meant(written, keys), None, "{written}");
        }
        assert_eq!(meant("deadline", &["from", "until"]), None);
    }

    #[test]
    fn marks_case_and_joints_do_not_matter_but_the_letter_đ_does() {
        assert_eq!(level("Đạt một phần"), Some(LevelId::Partial));
        assert_eq!(level("đạt_một_phần"), Some(LevelId::Partial));
        assert_eq!(level("dat mot phan"), Some(LevelId::Partial));
        assert_eq!(level("dạt"), None);
        assert_eq!(key("TIÊU_ĐỀ"), Some("title"));
        assert_eq!(key("nguoi giao"), Some("assigned_by"));
        assert_eq!(key("Assigned-By"), Some("assigned_by"));
        assert_eq!(status("Huỷ"), Some(Status::Cancelled));
    }
}
