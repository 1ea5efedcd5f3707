//! The word lists of the generator: invented people, places and bodies, and the sentences of their logs.
//!
//! A sentence may hold `{topic}`, `{place}`, `{unit}`, `{n}`, `{day}`, `{doc}` and `{colleague}`, which `prose` fills in.
//! Every sentence that may stand alone as evidence holds at least one that varies widely, so that hardly any two logs of one
//! member say the same. No sentence holds a colon followed by a blank, a double quote or a `#`: it must be plain YAML.

/// The eleven criteria, in the order of the built-in set.
pub const CRITERIA: [&str; 11] = ["H1", "H2", "H3", "H4", "H5", "C1", "C2", "C3", "C4", "C5", "C6"];

/// Family names.
pub const FAMILY: [&str; 24] = [
    "Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương",
    "Lý", "Đinh", "Lương", "Trịnh", "Mai", "Tạ", "Cao", "Đoàn", "Quách",
];

/// Middle and given names of women.
pub const WOMEN: ([&str; 10], [&str; 24]) = (
    ["Thị", "Thu", "Ngọc", "Kim", "Phương", "Thanh", "Hồng", "Bích", "Thùy", "Diệu"],
    [
        "Hoa",
        "Lan",
        "Hương",
        "Nga",
        "Oanh",
        "Thảo",
        "Yến",
        "Trang",
        "Linh",
        "Nhung",
        "Hạnh",
        "Hiền",
        "Mai",
        "Loan",
        "Quyên",
        "Vân",
        "Xuân",
        "Ánh",
        "Ân",
        "Đào",
        "Huệ",
        "Phượng",
        "Tuyết",
        "Thủy",
    ],
);

/// Middle and given names of men.
pub const MEN: ([&str; 10], [&str; 24]) = (
    ["Văn", "Quang", "Đức", "Gia", "Minh", "Hữu", "Công", "Xuân", "Tuấn", "Đình"],
    [
        "Sơn", "Bảo", "Thắng", "Dũng", "Hải", "Long", "Nam", "Phúc", "Quân", "Tùng", "Vinh", "Cường", "Đạt", "Hiếu",
        "Khoa", "Lâm", "Nghĩa", "Phong", "Thành", "Trung", "Ước", "An", "Ẩn", "Khánh",
    ],
);

/// Positions of members who hold no office in the cell.
pub const POSITIONS: [&str; 10] = [
    "Chuyên viên tuyên truyền",
    "Chuyên viên báo chí",
    "Chuyên viên dư luận xã hội",
    "Chuyên viên lý luận chính trị",
    "Chuyên viên đào tạo",
    "Chuyên viên văn phòng",
    "Chuyên viên tổng hợp",
    "Chuyên viên khoa giáo",
    "Chuyên viên văn hóa, văn nghệ",
    "Chuyên viên chính",
];

/// Party groups of the cell.
pub const GROUPS: [&str; 6] = ["tuyen-truyen", "dao-tao", "van-phong", "tong-hop", "khoa-giao", "van-hoa"];

/// What is made in a task: the words that open the title, the name of the product, the sign in its document number.
pub const DEEDS: [(&str, &str, &str); 14] = [
    ("Tham mưu kế hoạch", "Kế hoạch", "KH"),
    ("Soạn báo cáo kết quả", "Báo cáo", "BC"),
    ("Dự thảo công văn hướng dẫn", "Công văn hướng dẫn", "CV"),
    ("Xây dựng đề cương", "Đề cương", "HD"),
    ("Tổ chức hội nghị", "Biên bản hội nghị", "BB"),
    ("Chuẩn bị nội dung buổi", "Bài trình bày", "BC"),
    ("Tổng hợp số liệu", "Bảng tổng hợp số liệu", "BC"),
    ("Thẩm định hồ sơ", "Phiếu thẩm định", "TB"),
    ("Biên tập tài liệu", "Tài liệu", "HD"),
    ("Kiểm tra, đôn đốc", "Thông báo kết quả kiểm tra", "TB"),
    ("Khảo sát tình hình", "Báo cáo khảo sát", "BC"),
    ("Tham mưu văn bản chỉ đạo", "Công văn chỉ đạo", "CV"),
    ("Lập chương trình", "Chương trình", "CTr"),
    ("Tham mưu sơ kết", "Báo cáo sơ kết", "BC"),
];

/// What a task is about; each reads on after a deed and after «nội dung».
pub const TOPICS: [&str; 40] = [
    "tuyên truyền đại hội chi bộ",
    "học tập chuyên đề toàn khóa",
    "sinh hoạt chi bộ theo chuyên đề",
    "nắm bắt dư luận xã hội",
    "bồi dưỡng lý luận chính trị cho đảng viên mới",
    "giao ban công tác khoa giáo",
    "tuyên truyền kỷ niệm ngày thành lập Đảng",
    "phòng, chống thông tin xấu độc trên mạng",
    "biên soạn lịch sử đảng bộ xã",
    "thi tìm hiểu nghị quyết",
    "tuyên truyền chuyển đổi số ở cơ sở",
    "học tập và làm theo tấm gương người tốt việc tốt",
    "giao lưu báo cáo viên",
    "đối thoại với đoàn viên, thanh niên",
    "tuyên truyền bảo vệ môi trường",
    "kiểm điểm cuối năm của chi bộ",
    "kết nạp đảng viên",
    "tuyên truyền bầu cử",
    "công tác gia đình và trẻ em",
    "xây dựng đời sống văn hóa khu dân cư",
    "sơ kết phong trào thi đua",
    "cung cấp thông tin định kỳ cho báo chí",
    "vận hành trang thông tin điện tử",
    "phát hành bản tin sinh hoạt chi bộ",
    "tuyên truyền cải cách hành chính",
    "phổ biến nghị quyết của Trung ương",
    "quán triệt quy định về nêu gương",
    "tập huấn kỹ năng tuyên truyền miệng",
    "cổ động trực quan dịp lễ",
    "văn nghệ quần chúng",
    "chăm sóc người có công",
    "tuyên truyền an toàn giao thông",
    "phát triển văn hóa đọc",
    "triển lãm ảnh về quê hương",
    "phối hợp với Mặt trận Tổ quốc",
    "tiếp xúc, lắng nghe ý kiến nhân dân",
    "giáo dục truyền thống cho học sinh",
    "tuyên truyền xây dựng nông thôn mới",
    "rà soát thiết chế văn hóa",
    "tuyên truyền phòng, chống dịch bệnh",
];

/// Invented localities.
pub const PLACES: [&str; 32] = [
    "xã Long Hà",
    "xã Phú Cường",
    "xã Tân Lĩnh",
    "xã Đông Khê",
    "xã An Thượng",
    "xã Bình Sơn",
    "xã Hòa Lạc",
    "xã Vĩnh Khánh",
    "xã Thanh Lâm",
    "xã Yên Phụ",
    "xã Kim Đường",
    "xã Sơn Trạch",
    "xã Nam Hải",
    "xã Quảng Thái",
    "xã Thạch Bình",
    "xã Trung Nghĩa",
    "phường Bắc Giang Khẩu",
    "phường Đồng Tiến",
    "phường Hải Vân Đông",
    "phường Lam Kiều",
    "phường Minh Tân",
    "phường Ngọc Xuyên",
    "phường Phố Hiến Thượng",
    "phường Tràng Cát",
    "phường Việt Thành",
    "phường Xuân Áng",
    "cụm Thạch Giang",
    "cụm Tây Nguyên Hạ",
    "cụm Khe Sanh Đoài",
    "khối Nội chính",
    "khối Kinh tế",
    "khối Văn xã",
];

/// Invented bodies that one works with.
pub const UNITS: [&str; 24] = [
    "Văn phòng Đảng ủy Khối",
    "Ban Tổ chức",
    "Ủy ban Kiểm tra",
    "Ban Dân vận",
    "Trung tâm chính trị Thạch Giang",
    "Báo Thạch Giang",
    "Đài Phát thanh Thạch Giang",
    "Sở Văn hóa Thạch Giang",
    "Phòng Giáo dục Đông Khê",
    "Đoàn Thanh niên Khối",
    "Hội Phụ nữ xã Long Hà",
    "Hội Cựu chiến binh Tân Lĩnh",
    "Công đoàn viên chức",
    "Mặt trận Tổ quốc xã Phú Cường",
    "Thư viện Thạch Giang",
    "Bảo tàng Thạch Giang",
    "Công an xã An Thượng",
    "Trạm Y tế Bình Sơn",
    "Trường Chính trị Thạch Giang",
    "Phòng Nội vụ Hòa Lạc",
    "Tổ báo cáo viên",
    "Tổ công nghệ số cộng đồng",
    "Ban Quản lý khu di tích Kim Đường",
    "Nhà văn hóa Vĩnh Khánh",
];

/// What a colleague does in the coordination.
pub const PARTS: [&str; 10] = [
    "cung cấp số liệu",
    "góp ý dự thảo",
    "bố trí hội trường",
    "mời đại biểu",
    "đưa tin, ghi hình",
    "rà soát thể thức",
    "cử báo cáo viên",
    "chuẩn bị kinh phí",
    "in và phát tài liệu",
    "tổng hợp phiếu khảo sát",
];

/// Signs of document kinds and of the bodies that issue them.
pub const SIGNS: ([&str; 7], [&str; 6]) =
    (["KH", "CV", "BC", "HD", "TB", "CTr", "QĐ"], ["BTG", "ĐU", "TU", "VPTU", "BTC", "BTH"]);

/// Real national documents that anybody may cite: number and title.
pub const NATIONAL: [(&str, &str); 8] = [
    ("30/2020/NĐ-CP", "Nghị định về công tác văn thư"),
    ("35-CT/TW", "Chỉ thị về đại hội đảng bộ các cấp"),
    ("124-QĐ/TW", "Quy định về kiểm điểm và đánh giá hằng năm"),
    ("37-QĐ/TW", "Quy định về những điều đảng viên không được làm"),
    ("21-NQ/TW", "Nghị quyết về xây dựng tổ chức cơ sở đảng"),
    ("08-QĐ/TW", "Quy định về trách nhiệm nêu gương"),
    ("36-HD/VPTW", "Hướng dẫn về thể thức văn bản của Đảng"),
    ("35-NQ/TW", "Nghị quyết về bảo vệ nền tảng tư tưởng"),
];

/// Tags of weaknesses and lessons.
pub const TAGS: [&str; 10] = [
    "cham-tien-do",
    "sai-the-thuc",
    "thieu-phoi-hop",
    "so-lieu-chua-chuan",
    "bai-dai-dong",
    "hoi-chua-ro",
    "luu-tru-cham",
    "du-bao-thieu",
    "thieu-thuc-te",
    "phan-cong-chua-deu",
];

/// Keys with their Vietnamese spelling. Those that Hugo itself reads (title, member, criteria) stay English.
pub const KEYS: [(&str, &str); 27] = [
    ("assigned", "ngày giao"),
    ("due", "hạn"),
    ("done", "hoàn thành"),
    ("kind", "loại"),
    ("status", "trạng thái"),
    ("assigned_by", "người giao"),
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
];

/// Levels: met, partial, unmet, not applicable; in English and in Vietnamese.
pub const LEVELS: [(&str, &str); 4] =
    [("met", "đạt"), ("partial", "đạt một phần"), ("unmet", "chưa đạt"), ("na", "không áp dụng")];

/// Kinds: planned, arising.
pub const KINDS: [(&str, &str); 2] = [("planned", "theo kế hoạch"), ("arising", "phát sinh")];

/// Audiences of a log that everybody in the cell may see.
pub const AUDIENCES: [(&str, &str); 2] = [("public", "công khai"), ("cell", "chi bộ")];

/// People who are not in the roster.
pub const STRANGERS: [&str; 4] =
    ["Phó Bí thư Đảng ủy Khối", "Chánh Văn phòng", "Thường trực Đảng ủy", "Trưởng phòng Nội vụ Hòa Lạc"];

/// H1: what the task is for.
pub const PURPOSES: [&str; 10] = [
    "Giúp {n} đảng viên ở {place} nắm chắc nội dung {topic} trước ngày {day}",
    "Để lãnh đạo có căn cứ quyết định việc {topic} tại {place} theo {doc}",
    "Thống nhất cách làm {topic} giữa {n} chi bộ, bắt đầu từ {place}",
    "Khắc phục tình trạng làm {topic} hình thức mà {unit} đã nêu ngày {day}",
    "Cụ thể hóa {doc} về {topic}, yêu cầu rõ người, rõ việc, xong trước {day}",
    "Đưa {topic} đến {n} khu dân cư của {place} bằng lời dễ hiểu",
    "Trả lời {n} ý kiến của cơ sở về {topic} gửi qua {unit}",
    "Chuẩn bị cho buổi làm việc ngày {day} của lãnh đạo với {place}",
    "Nâng chất lượng {topic}, mỗi chi bộ có ít nhất {n} phần trăm đảng viên tham gia",
    "Kịp thời thực hiện ý kiến của {unit} tại {doc} về {topic}",
];

/// H1: how it is to be done.
pub const PROCEDURES: [&str; 8] = [
    "Nghiên cứu {doc}, dự thảo, xin ý kiến {unit}, trình ký trước {day}",
    "Khảo sát {n} nơi, tổng hợp, họp tổ ngày {day}, hoàn chỉnh rồi trình lãnh đạo",
    "Lấy mẫu của {doc}, điền số liệu của {place}, đối chiếu chéo rồi phát hành",
    "Làm thử ở {place}, rút kinh nghiệm sau {n} ngày, sau đó mới nhân rộng",
    "Xin chủ trương, phân công {n} người, họp rà soát vào {day}, ban hành",
    "Đọc lại hồ sơ kỳ trước, gặp {colleague} hỏi cách làm, viết dự thảo trong {n} ngày",
    "Trao đổi với {unit} ngày {day}, thống nhất khung, phân công viết từng phần",
    "Gửi đề cương cho {n} chi bộ, nhận góp ý đến {day}, tiếp thu và giải trình",
];

/// H4: what went well.
pub const STRENGTHS: [&str; 12] = [
    "Chủ động gặp {unit} từ ngày {day} nên không phải chờ số liệu",
    "Nắm chắc {doc}, giải đáp được {n} câu hỏi của {place}",
    "Viết ngắn, bản trình chỉ {n} trang mà đủ ý về {topic}",
    "Phân công rõ cho {n} người, không ai phải làm lại",
    "Kiên trì đối chiếu số liệu của {place} với {doc}",
    "Biết hỏi lại {colleague} khi chưa rõ phạm vi {topic}",
    "Lập bảng theo dõi {n} đầu việc, cập nhật đến ngày {day}",
    "Dùng ví dụ thật ở {place} khi nói về {topic}",
    "Hoàn thành bản thảo đầu trước {day}, còn thời gian xin góp ý",
    "Lắng nghe {n} ý kiến khác nhau trước khi chốt phương án",
    "Tận dụng được tài liệu của {unit}, đỡ in thêm {n} bộ",
    "Giữ liên lạc đều với {place} trong suốt {n} ngày làm việc",
];

/// H4: what did not.
pub const WEAKNESSES: [&str; 12] = [
    "Gửi giấy mời cho {unit} muộn, đến {day} mới đủ",
    "Bản thảo đầu về {topic} dài, phải cắt {n} đoạn",
    "Chưa dự kiến việc {place} đổi lịch ngày {day}",
    "Số liệu của {place} lệch {n} đơn vị so với {doc}",
    "Còn ngại hỏi, đến {day} mới rõ yêu cầu về {topic}",
    "Ghi sai ký hiệu {doc} ở phần căn cứ",
    "Phân việc cho {colleague} ngày {day} chưa kèm thời hạn",
    "Lưu hồ sơ chậm {n} ngày sau khi phát hành",
    "Chưa đi cơ sở, dựa nhiều vào báo cáo của {unit}",
    "Phần giải pháp cho {place} còn chung chung, {n} ý trùng kỳ trước",
    "Chưa kiểm tra máy chiếu ở {place} trước buổi ngày {day}",
    "Trích {doc} thiếu điều khoản, {colleague} phát hiện",
];

/// H5: what is going on at the time.
pub const CONTEXTS: [&str; 12] = [
    "{place} đang sắp xếp lại {n} khu dân cư, cán bộ phụ trách {topic} vừa thay đổi",
    "Cùng tuần có hội nghị của {unit} ngày {day}, dễ trùng đại biểu",
    "Dư luận ở {place} quan tâm việc thu {n} khoản đóng góp đầu năm",
    "Mưa lũ làm {n} hộ ở {place} phải di dời từ ngày {day}",
    "Trên mạng có {n} bài nói sai về {topic}, lan nhanh từ {day}",
    "Nhiều đảng viên của {place} đi làm xa, sinh hoạt trực tuyến {n} buổi",
    "{unit} vừa ban hành {doc} thay mẫu cũ",
    "Học sinh ở {place} nghỉ hè từ {day}, hội trường trống",
    "Kinh phí quý còn {n} triệu đồng, phải ghép với việc của {unit}",
    "{place} chuẩn bị đón đoàn kiểm tra ngày {day} nên ít người rảnh",
    "Đang cao điểm thu hoạch, {n} chi bộ xin lùi lịch {topic}",
    "Phần mềm văn bản nâng cấp đến {day}, phải gửi bản giấy cho {unit}",
];

/// C1: a note of progress.
pub const NOTES: [&str; 12] = [
    "xong khung, đã gửi {unit}",
    "nhận {n} góp ý",
    "họp tổ, chốt phân công",
    "có số liệu của {place}",
    "trình bản thảo lần {n}",
    "chờ ý kiến {unit}",
    "sửa theo góp ý của {colleague}",
    "đã rà thể thức",
    "còn thiếu {n} phiếu",
    "in {n} bộ tài liệu",
    "làm việc với {place}",
    "nhắc {unit} gửi báo cáo",
];

/// C2: what the leader asked for.
pub const DIRECTIONS: [&str; 10] = [
    "Làm gọn trong {n} trang, nêu rõ việc của {place}",
    "Bám {doc}, không đặt thêm chỉ tiêu về {topic}",
    "Mời {unit} tham gia ngay từ đầu, báo cáo lại ngày {day}",
    "Chọn {place} làm điểm, sau {n} ngày sơ kết",
    "Ưu tiên việc thiết thực, tránh phô trương khi làm {topic}",
    "Nêu {n} kết quả có số liệu, hạn chế phải chỉ rõ địa chỉ",
    "Trao đổi với {colleague} trước khi trình, hạn {day}",
    "Tách phần của {unit} thành phụ lục riêng theo {doc}",
    "Gửi dự thảo trước {n} ngày để thường trực cho ý kiến",
    "Có phương án dự phòng nếu {place} chưa sẵn sàng vào {day}",
];

/// C2: questions that were asked and the answers.
pub const QUESTIONS: [(&str, &str); 8] = [
    ("Có mời {unit} không?", "Có, mời {n} đồng chí"),
    ("Số liệu chốt đến ngày nào?", "Đến hết {day}"),
    ("Làm ở {place} hay cả khối?", "Làm điểm trước, {n} nơi"),
    ("Ai ký văn bản?", "Trưởng ban ký, {colleague} ký nháy"),
    ("Kinh phí lấy ở nguồn nào?", "Nguồn thường xuyên, tối đa {n} triệu đồng"),
    ("Có cần phụ lục không?", "Một phụ lục theo {doc}"),
    ("Có đưa lên trang thông tin không?", "Đưa sau ngày {day}"),
    ("Thay mẫu cũ bằng mẫu nào?", "Theo {doc}"),
];

/// C4: what might happen, and what one would do.
pub const RISKS: [(&str, &str); 10] = [
    ("{place} đổi lịch vào phút chót", "hẹn trước {unit} một ngày dự phòng"),
    ("{n} đại biểu vắng", "gửi tài liệu và lấy phiếu qua {unit}"),
    ("số liệu của {unit} về muộn", "dùng số chốt ngày {day}, ghi chú rõ"),
    ("mất điện ở hội trường {place}", "mượn máy nổ của {unit}"),
    ("ý kiến trái chiều về {topic}", "chuẩn bị {n} câu hỏi đáp theo {doc}"),
    ("báo cáo viên ốm", "mời {colleague} nói thay"),
    ("văn bản mới thay {doc}", "theo dõi cổng thông tin đến {day}"),
    ("mưa lớn ở {place}", "chuyển sang họp trực tuyến {n} điểm cầu"),
    ("thiếu {n} bộ tài liệu", "in sẵn thêm và gửi bản điện tử"),
    ("tin đồn sai trên mạng về {place}", "thống nhất người phát ngôn là {colleague}"),
];

/// C5: the steps of a plan.
pub const STEPS: [&str; 12] = [
    "Đọc {doc}",
    "Khảo sát {place}",
    "Xin số liệu của {unit}",
    "Viết dự thảo",
    "Họp tổ góp ý",
    "Xin ý kiến {unit}",
    "Hoàn chỉnh và trình ký",
    "Phát hành đến {n} nơi",
    "Theo dõi {place} thực hiện",
    "Tổng hợp phản hồi",
    "Sơ kết",
    "Bàn giao cho {colleague}",
];

/// C5: where it is filed.
pub const ARCHIVES: [&str; 8] = [
    "Cặp {n}, hồ sơ {topic}, tủ A",
    "Thư mục chung, nhánh {doc}",
    "Hồ sơ công việc số {n}, Văn thư",
    "Kho lưu trữ, hộp {n}, kèm {doc}",
    "Phần mềm văn bản, mã {doc}",
    "Sổ {n}, ngăn {topic}",
    "Tủ B ngăn {n}, có mục lục ngày {day}",
    "Thư mục {topic}, bản ký số ngày {day}",
];

/// C6: what the leader changed.
pub const REVISIONS: [&str; 10] = [
    "Bỏ {n} câu mở đầu, vào thẳng việc của {place}",
    "Đổi thứ tự hai phần, đưa {topic} lên trước",
    "Thêm thời hạn {day} cho {unit}",
    "Sửa căn cứ thành {doc}",
    "Gộp {n} gạch đầu dòng trùng ý",
    "Thay số tuyệt đối bằng tỷ lệ cho {place}",
    "Viết lại phần giải pháp, nêu {n} việc cụ thể",
    "Chuyển bảng của {unit} xuống phụ lục",
    "Bổ sung phân công cho {colleague}",
    "Rút chỉ tiêu từ {n} xuống mức vừa sức",
];

/// C6: what was learnt.
pub const LESSONS: [&str; 12] = [
    "Hỏi rõ phạm vi {topic} trước ngày đầu tiên, đừng đợi đến {day}",
    "Gửi giấy mời cho {unit} sớm hơn ít nhất {n} ngày",
    "Đối chiếu {doc} hai lần trước khi trình",
    "Đi {place} một buổi bằng đọc {n} báo cáo",
    "Chốt số liệu vào một ngày duy nhất là {day}",
    "Giao việc cho {colleague} phải kèm sản phẩm và thời hạn, như lần ngày {day}",
    "Lưu bản có bút phê của lãnh đạo ngay trong ngày {day}",
    "Tóm tắt {topic} thành {n} ý trước khi viết dài",
    "Thử thiết bị ở {place} trước {n} phút",
    "Khi {unit} chậm, gọi trực tiếp thay vì gửi công văn lần {n}",
    "Ghi sổ theo dõi mỗi chiều, không dồn đến {day}",
    "Mẫu của {doc} nên lưu chung để {n} người cùng dùng",
];

/// Reasons for a level below met, for not applicable, and for a late end.
pub const SHORTFALLS: [&str; 8] = [
    "mới làm được {n} phần trăm ở {place}",
    "chờ {unit} đến {day}",
    "chưa đọc kỹ {doc}",
    "còn lúng túng với {topic}",
    "thiếu {n} biểu của {place}",
    "không kịp trước {day}",
    "phải nhờ {colleague} làm hộ",
    "chưa ghi chép trong {n} ngày đầu",
];

/// Reasons why a criterion does not apply.
pub const NOT_APPLICABLE: [&str; 5] = [
    "việc làm một mình, không qua {unit}",
    "việc tự đề xuất ngày {day}",
    "không có văn bản mới ngoài {doc}",
    "việc nhỏ, xong trong {n} giờ",
    "{place} đã làm sẵn phần này",
];

/// Objective causes of lateness.
pub const CAUSES: [&str; 5] = [
    "{place} hoãn hội nghị đến {day} vì mưa lũ",
    "{unit} ban hành {doc} muộn",
    "được điều động đi {place} {n} ngày",
    "hội trường {place} sửa chữa đến {day}",
    "chờ {unit} cấp số liệu {n} ngày",
];

/// Short notes that stand as explicit evidence.
pub const PROOFS: [&str; 8] = [
    "{unit} xác nhận bằng lời tại buổi họp ngày {day}",
    "trưởng ban khen phần {topic} trong giao ban {day}",
    "sổ tay có {n} trang ghi chép về {place}",
    "{colleague} cùng dự và chứng kiến ngày {day}",
    "ảnh chụp buổi làm việc tại {place} ngày {day}",
    "{n} phiếu khảo sát còn lưu ở {unit}",
    "bản có bút phê ngày {day} còn trong hồ sơ",
    "danh sách {n} người ký nhận ở {place}",
];

/// Sentences of the body.
pub const SENTENCES: [&str; 30] = [
    "Ngày {day} tôi nhận việc {topic} và đọc lại {doc} trong buổi sáng.",
    "Tổ có {n} người, mỗi người phụ trách một phần và báo lại vào cuối ngày.",
    "Khi xuống {place}, chúng tôi gặp {n} hộ dân và ghi lại từng ý kiến.",
    "{unit} gửi số liệu chậm nên phần bảng biểu phải để trống đến {day}.",
    "Điều khó nhất là giải thích {topic} cho {n} người lớn tuổi bằng lời ngắn gọn.",
    "Lãnh đạo nhắc phải bám {doc}, không thêm việc ngoài khả năng của {place}.",
    "Sau {n} ngày, bản thảo thứ hai đã gọn hơn và được {colleague} đọc lại toàn bộ.",
    "Buổi họp ngày {day} kéo dài hơn dự kiến vì có {n} ý kiến khác nhau.",
    "Ngày {day} tôi chủ động gọi cho {unit} thay vì chờ văn bản trả lời.",
    "Kết quả bước đầu ở {place} cho thấy {n} phần trăm số người được hỏi hiểu đúng nội dung.",
    "Phần việc của {colleague} xong trước hai ngày, nhờ đó kịp in {n} bộ tài liệu.",
    "Có lúc tôi nhầm giữa hai mẫu của {doc}, may là phát hiện khi rà thể thức.",
    "Đại diện {place} đề nghị lùi sang {day} để khỏi trùng mùa vụ.",
    "Chúng tôi thống nhất chỉ giữ {n} chỉ tiêu có thể kiểm tra được.",
    "Tài liệu cũ về {topic} còn dùng được {n} trang, phần còn lại viết mới.",
    "Trước khi trình, tôi in ra đọc to một lượt và bỏ được {n} câu thừa.",
    "Ngày {day}, {colleague} góp ý nên mở đầu bằng chuyện thật ở {place}.",
    "Chiều {day}, hội trường đủ người, phần hỏi đáp có {n} lượt phát biểu.",
    "Khoảng {n} đảng viên trẻ ở {place} muốn nhận tài liệu qua điện thoại.",
    "Việc phối hợp với {unit} lần này thuận hơn vì {colleague} làm đầu mối từ {day}.",
    "Bảng theo dõi cho thấy {n} đầu việc xong đúng hạn, còn lại chuyển sang sau {day}.",
    "Tôi chưa lường hết việc {place} thay người phụ trách từ {day}.",
    "Nhờ có {doc} làm căn cứ nên phần tranh luận về thẩm quyền khép lại nhanh.",
    "Số phiếu thu về là {n}, tôi nhập và đối chiếu hai lần trong ngày {day}.",
    "Phần {topic} được lãnh đạo giữ nguyên, chỉ sửa cách xưng hô với {unit}.",
    "Ở {place} có cách làm hay là dán bảng phân công {n} việc ngay cửa hội trường.",
    "Tôi ghi lại {n} câu hỏi chưa trả lời được để xin ý kiến vào {day}.",
    "Mọi giấy tờ đã bàn giao cho {colleague} kèm danh mục {n} đầu mục.",
    "Đoàn đi {place} về muộn, biên bản viết xong lúc cuối ngày {day}.",
    "Phần hình ảnh do {unit} chụp, chọn {n} ảnh để kèm báo cáo.",
];

/// Items of a list in the body.
pub const ITEMS: [&str; 10] = [
    "Gặp {unit} ngày {day}, nhận {n} đầu số liệu",
    "Rà {doc} với mẫu mới",
    "Lập danh sách {n} người dự ở {place}",
    "Viết phần mở đầu về {topic}",
    "Nhờ {colleague} đọc soát",
    "In {n} bộ, gửi {place}",
    "Chụp ảnh, ghi biên bản ngày {day}",
    "Gửi bản điện tử cho {unit}",
    "Tổng hợp {n} phiếu góp ý",
    "Báo cáo lãnh đạo kết quả ở {place}",
];

/// Headings of tagged sections: the words, the criterion.
pub const SECTIONS: [(&str, &str); 9] = [
    ("Rút kinh nghiệm", "C6"),
    ("Phối hợp", "H3"),
    ("Tự nhận xét", "H4"),
    ("Dự báo và ứng phó", "C4"),
    ("Bối cảnh", "H5"),
    ("Tiến độ", "C1"),
    ("Chỉ đạo của lãnh đạo", "C2"),
    ("Mục đích, yêu cầu", "H1"),
    ("Cách tổ chức", "C5"),
];

/// Headings of untagged sections.
pub const HEADINGS: [&str; 5] = ["Diễn biến", "Kết quả", "Việc còn lại", "Số liệu", "Ghi chép thêm"];
