//! The two names of a key of the record format: files may use either, messages tell both.

/// Vietnamese spellings of keys; the English key always stands for itself.
pub const KEYS: &[(&str, &str)] = &[
    ("title", "tiêu đề"),
    ("member", "đảng viên"),
    ("assigned", "ngày giao"),
    ("due", "hạn"),
    ("done", "hoàn thành"),
    ("kind", "loại"),
    ("status", "trạng thái"),
    ("assigned_by", "người giao"),
    ("criteria", "tiêu chí"),
    ("level", "mức"),
    ("evidence", "minh chứng"),
    ("reason", "lý do"),
    ("purpose", "mục đích"),
    ("procedure", "quy trình"),
    ("outputs", "sản phẩm"),
    ("coordination", "phối hợp"),
    ("strengths", "ưu điểm"),
    ("weaknesses", "hạn chế"),
    ("fixed", "đã khắc phục"),
    ("context", "bối cảnh"),
    ("progress", "tiến độ"),
    ("direction", "chỉ đạo"),
    ("references", "căn cứ"),
    ("risks", "rủi ro"),
    ("steps", "các bước"),
    ("archive", "lưu trữ"),
    ("revisions", "chỉnh sửa"),
    ("lessons", "bài học"),
    ("excused", "khách quan"),
    ("visibility", "phạm vi xem"),
    ("review_of", "nhận xét về"),
    ("by", "người nhận xét"),
    ("as", "tư cách"),
    ("on", "ngày"),
    ("stamp", "dấu"),
    ("period", "kỳ"),
    ("votes", "biểu quyết"),
    ("by", "người xếp loại"),
    ("code", "mã"),
    ("record", "nhật ký"),
    ("record", "tệp"),
    ("owner", "người phụ trách"),
    ("until", "đến"),
];

/// The Vietnamese spelling of an English key, if it has one.
pub fn vietnamese_of(key: &str) -> Option<&'static str> {
    KEYS.iter().find(|(english, _)| *english == key).map(|(_, vietnamese)| *vietnamese)
}
