# Lời của chương trình trên dòng lệnh: trợ giúp, cách dùng chưa đúng, tiến độ, tóm tắt, và những gì làm lệnh phải dừng.

# -- trợ giúp --------------------------------------------------------------------------------------------------

help-about = Đọc nhật ký công việc của đảng viên, kiểm tra, cộng theo bộ tiêu chí và ghi ra trang báo cáo
help-usage = Cách dùng
help-usage-hieucan = hieucan <LỆNH> [TÙY CHỌN]
help-usage-build = hieucan build [TÙY CHỌN]
help-usage-serve = hieucan serve [TÙY CHỌN]
help-usage-check = hieucan check [TÙY CHỌN]
help-usage-init = hieucan init THƯ_MỤC [--name TÊN] [--member HỌ_TÊN]… [TÙY CHỌN]
help-usage-review = hieucan review NHẬT_KÝ --by NGƯỜI [TÙY CHỌN]
help-usage-export = hieucan export --format DẠNG [--period KỲ] [--member ĐẢNG_VIÊN] [TÙY CHỌN]
help-usage-pdf = hieucan pdf [--period KỲ] [--member ĐẢNG_VIÊN] [TÙY CHỌN]
help-usage-schema = hieucan schema [TỆP] [TÙY CHỌN]
help-usage-lsp = hieucan lsp [TÙY CHỌN]
help-usage-doctor = hieucan doctor [--out THƯ_MỤC] [TÙY CHỌN]
help-usage-completions = hieucan completions LOẠI_SHELL
help-usage-man = hieucan man [TÙY CHỌN]
man-name = Tên
man-status = Mã thoát
help-commands = Lệnh
help-options = Tùy chọn của lệnh
help-shared = Tùy chọn chung
help-command-build = Dựng trang báo cáo từ nhật ký
help-command-serve = Mở trang báo cáo trong lúc ghi nhật ký: dựng, theo dõi, tự nạp lại; lỗi hiện ngay trên trang; không ghi tệp nào
help-command-check = Kiểm tra nhật ký, không ghi tệp nào
help-command-init = Lập sổ của một chi bộ mới, dựng được ngay: khai báo, nhật ký mẫu, hướng dẫn, kiểm tra trước khi ghi vào git; không ghi đè tệp nào
help-command-review = Bắt đầu một nhận xét: ghi tệp nhận xét có sẵn dấu, hiện các mức tự nhận và minh chứng; không ghi đè tệp nào
help-command-export = Ghi số liệu, nhật ký ra bảng (csv), bảng tính (xlsx), lịch thời hạn (ics), tài liệu họp sửa được bằng Word (docx) hoặc json cho chương trình khác
help-command-pdf = Ghi tài liệu họp, phiếu hoặc dự thảo bản tự kiểm điểm của đảng viên ra tệp PDF khổ A4; cần có Chromium trên máy
help-command-schema = In lược đồ JSON (JSON Schema 2020-12) của phần khai báo, có sẵn mã, tiêu chí, mức, nhãn của chi bộ; cho trình soạn thảo
help-command-lsp = Máy chủ ngôn ngữ (LSP) cho trình soạn thảo: báo lỗi khi đang gõ, gợi ý, giải nghĩa, sửa nhanh; đọc và ghi qua stdin, stdout
help-command-doctor = Xem máy này và chi bộ còn thiếu gì, mỗi chỗ thiếu kèm việc cần làm; mã thoát 1 nếu còn thiếu
help-command-completions = In đoạn lệnh để shell tự điền: bash, zsh, fish hoặc powershell
help-command-man = In trang hướng dẫn dạng man
help-after = Mã thoát: 0 đã xong; 1 nhật ký có lỗi (check, build --strict); 2 không chạy được (cách dùng, cấu hình, bộ tiêu chí, đĩa)

help-out = Thư mục của trang báo cáo (mặc định: `site` trong thư mục gốc)
help-as-of = Ngày chốt số liệu, như 2026-06-30 hoặc 30/6/2026 (mặc định: `as_of` trong hieucan.yaml, nếu không có thì hôm nay)
help-audience = Trang dành cho ai xem: public (công khai: họ tên viết tắt), cell (chi bộ) hoặc leaders (lãnh đạo) (mặc định: `audience` trong hieucan.yaml, nếu không có thì cell)
help-strict = Không ghi trang nếu nhật ký có lỗi
help-durable = Đợi đĩa ghi xong hẳn rồi mới thay trang cũ
help-port = Cổng mạng (mặc định 8000; 0: cổng nào còn trống cũng được)
help-host = Địa chỉ mạng để nghe (mặc định 127.0.0.1: chỉ máy này xem được)
help-cache = Thư mục giữ kết quả của lần chạy trước để lần sau nhanh hơn; mặc định là thư mục đệm của người dùng
help-no-cache = Không dùng và không ghi bộ nhớ đệm
help-format = Dạng kết quả: text (chữ, mặc định), json, sarif, github hoặc gitlab
help-deny-warnings = Coi cảnh báo như lỗi khi tính mã thoát
help-record = Nhật ký được nhận xét: mã (`can-bo-a/2026-01-05-ke-hoach`), đường dẫn, hoặc tên tệp nếu không trùng
help-by = Người nhận xét: mã hoặc đúng họ tên như trong hieucan.yaml; người của cấp có thẩm quyền thì ghi họ tên
help-as = Tư cách: cell (chi bộ, mặc định) hoặc superior (cấp có thẩm quyền)
help-on = Ngày nhận xét, như 2026-06-30 hoặc 30/6/2026 (mặc định: ngày chốt số liệu, nếu không đặt thì hôm nay)
help-against = Chỉ nêu, và chỉ tính vào mã thoát, lỗi và cảnh báo mới so với bản git này (nhánh, thẻ hoặc mã lần ghi)
help-period = Kỳ của tài liệu, như 2026-q2, 2026-h1, 2026-06 hoặc 2026 (mặc định: quý mà trang mở ra; của đảng viên là năm gần nhất có nhật ký)
help-member = Đảng viên, ghi mã hoặc đúng họ tên: kỳ là năm thì ra dự thảo bản tự kiểm điểm, kỳ ngắn hơn thì ra phiếu của kỳ
help-pdf-out = Tệp PDF được ghi, thay tệp cũ nếu có (mặc định: `<mã chi bộ>-<kỳ>.pdf` trong thư mục hiện tại, không ghi đè)
help-dir = Thư mục của chi bộ; chưa có thì được tạo
help-cell-name = Tên chi bộ. Thiếu tên hoặc chưa có ai trong danh sách thì lệnh hỏi từng bước trên terminal; không ở terminal thì ghi tên tạm để sửa sau
help-cell-id = Mã chi bộ (mặc định: lấy từ tên)
help-cell-parent = Đảng bộ, đảng ủy cấp trên
help-cell-place = Địa danh ghi trên giấy tờ
help-secretary = Bí thư; ghi họ tên, có thể thêm mã và thư: `an=Nguyễn Văn An <an@vidu.example>`
help-leader = Lãnh đạo, phó bí thư; ghi như `--secretary`, được ghi nhiều lần
help-roster = Đảng viên; ghi như `--secretary`, được ghi nhiều lần
help-ci = Thêm tệp để máy chủ git kiểm tra yêu cầu hợp nhất và công bố trang: gitlab, gitea (cả Forgejo) hoặc github; được ghi nhiều lần
help-no-git = Không lập kho git khi thư mục chưa ở trong kho nào
help-of = Tệp được mô tả: log (nhật ký, mặc định), review (nhận xét), rating (xếp loại), settings (hieucan.yaml), rubric (rubric.yaml) hoặc accepted (accepted.yaml)
help-export-format = Dạng tệp: csv, json, xlsx, ics hoặc docx
help-table = Bảng nào, khi ghi csv: summary (tổng hợp của chi bộ hoặc của đảng viên nêu ở `--member`), matrix (ma trận), figures (mọi số liệu, mặc định), tasks (công việc), evidence (minh chứng) hoặc problems (lỗi, cảnh báo)
help-export-period = Kỳ, như 2026-q2, 2026-h1, 2026-06 hoặc 2026 (mặc định: toàn bộ thời gian; lịch là những việc chưa xong; docx như lệnh `pdf`)
help-export-member = Đảng viên, ghi mã hoặc đúng họ tên (mặc định: cả chi bộ)
help-export-out = Tệp được ghi, thay tệp cũ nếu có; `-` là in ra màn hình (mặc định: csv, json, ics in ra màn hình; xlsx, docx ghi vào `<mã chi bộ>-<kỳ>.<dạng>` trong thư mục hiện tại, không ghi đè)
help-shell = Shell: bash, zsh, fish hoặc powershell
help-root = Thư mục gốc của chi bộ, nơi có hieucan.yaml (mặc định: thư mục hiện tại)
help-lang = Ngôn ngữ của thông báo và của trang: vi hoặc en
help-quiet = Không hiện tiến độ, tóm tắt khi dựng trang; vẫn hiện kết quả của `check` và những gì làm lệnh phải dừng
help-verbose = Hiện thêm chi tiết, kể cả từng lỗi và cảnh báo khi dựng trang
help-help = Hiện trợ giúp này
help-version = Hiện số phiên bản

help-value-out = THƯ_MỤC
help-value-as-of = NGÀY
help-value-audience = ĐỐI_TƯỢNG
help-value-port = SỐ
help-value-host = ĐỊA_CHỈ
help-value-cache = THƯ_MỤC
help-value-format = KIỂU
help-value-period = KỲ
help-value-member = ĐẢNG_VIÊN
help-value-pdf-out = TỆP
help-value-export-format = DẠNG
help-value-table = BẢNG
help-value-export-period = KỲ
help-value-export-member = ĐẢNG_VIÊN
help-value-export-out = TỆP
help-value-record = NHẬT_KÝ
help-value-by = NGƯỜI
help-value-as = TƯ_CÁCH
help-value-on = NGÀY
help-value-against = BẢN
help-value-dir = THƯ_MỤC
help-value-cell-name = TÊN
help-value-cell-id = MÃ
help-value-cell-parent = TÊN
help-value-cell-place = NƠI
help-value-secretary = HỌ_TÊN
help-value-leader = HỌ_TÊN
help-value-roster = HỌ_TÊN
help-value-ci = MÁY_CHỦ
help-value-of = TỆP
help-value-shell = LOẠI_SHELL
help-value-root = THƯ_MỤC
help-value-lang = NGÔN_NGỮ

# -- cách dùng chưa đúng ---------------------------------------------------------------------------------------

usage-command-missing = chưa ghi lệnh
    .hint = Các lệnh: { $expected }; xem `hieucan --help`
usage-unknown-command = không có lệnh `{ $found }`
    .hint = Các lệnh: { $expected }; xem `hieucan --help`
usage-unknown-option = `{ $found }` không dùng được ở đây
    .hint = Xem các tùy chọn bằng `--help`
usage-extra-word = thừa `{ $found }`: lệnh này không nhận tên tệp hay thư mục
    .hint = Lệnh luôn đọc cả thư mục gốc; thư mục gốc khác thì chỉ ra bằng `--root`
usage-second-word = thừa `{ $found }`: ở đây lệnh chỉ nhận một giá trị
    .hint = Tên gồm nhiều từ thì đặt cả trong dấu ngoặc kép, ví dụ `hieucan new "Kế hoạch công tác"`
usage-bad-value = `{ $found }` không dùng được cho `{ $option }`
    .hint = Các giá trị dùng được: { $expected }
usage-bad-date = `{ $found }` không phải là ngày có thật, hoặc chưa đúng cách ghi ngày
    .hint = Ghi ngày theo kiểu 2026-06-30 hoặc 30/6/2026
usage-bad-port = `{ $found }` không phải là một cổng
    .hint = Ghi một số từ 0 đến 65535; 0 là cổng nào còn trống cũng được
usage-bad-host = `{ $found }` không phải là một địa chỉ mạng
    .hint = Ghi địa chỉ bằng số, như 127.0.0.1 hoặc 0.0.0.0
usage-bad-period = `{ $found }` không phải là một kỳ
    .hint = Ghi kỳ theo kiểu 2026-06 (tháng), 2026-q2 (quý), 2026-h1 (6 tháng) hoặc 2026 (năm)
usage-argument-missing = thiếu { $option }
    .hint = Cách dùng: `{ $usage }`; thêm `--help` để xem đủ
usage-value-missing = `{ $option }` cần một giá trị
    .hint = Ghi giá trị sau tùy chọn; xem `--help`
usage-value-unneeded = `{ $option }` không nhận giá trị
    .hint = Bỏ phần sau dấu `=`
usage-repeated = `{ $option }` được ghi hai lần
    .hint = Chỉ ghi một lần
usage-conflict = `{ $option }` không dùng cùng với `{ $other }`
    .hint = Bỏ một trong hai
usage-not-utf8 = có tham số không phải là chữ UTF-8
    .hint = Gõ lại tham số
usage-other = cách dùng chưa đúng
    .hint = Xem `hieucan --help`

# -- tiến độ ----------------------------------------------------------------------------------------------------

stage-read = Đọc
stage-check = Kiểm tra
stage-write = Ghi trang

# -- tóm tắt ----------------------------------------------------------------------------------------------------

summary-built = Đã dựng xong trang báo cáo
summary-place = Mở trang
summary-as-of = Tính đến
summary-audience = Dành cho
summary-audience-public = mọi người (public); chỉ tính nhật ký công khai
summary-audience-leaders = lãnh đạo (leaders); không công bố cho người khác xem
summary-records = Nhật ký
summary-faulty = { $number } có lỗi, chưa tính
summary-withheld = ngoài ra { $number } nhật ký ngoài phạm vi của trang này
summary-members = Đảng viên
summary-periods = Kỳ
summary-files = Tệp đã ghi
summary-errors = Lỗi
summary-warnings = Cảnh báo
summary-problems-at = xem { $place }
summary-time = Thời gian
summary-seconds = { $seconds } giây
summary-accepted = Đã chấp nhận
summary-history = Lịch sử git
summary-unknown-reviewers = Không biết ai đã ghi { $reviews } nhận xét vào git ({ $why }), nên chưa loại trừ được việc tự xác nhận nhật ký của mình.
summary-git-strangers = người ghi không có trong danh sách đảng viên; ghi địa chỉ thư điện tử trong git của từng người vào mục `emails` ở hieucan.yaml
summary-no-git = máy này không có lệnh git
summary-git-refused = kho git thuộc người dùng khác; nếu tin kho đó, chạy `git config --global --add safe.directory <thư mục>`
summary-git-failed = git báo: { $found }
summary-git-shallow = bản sao chỉ có các lần ghi gần đây; chạy `git fetch --unshallow`
summary-cache-failed = Không ghi được bộ nhớ đệm ở { $folder }: { $cause }. Trang vẫn đúng và đủ; lần dựng sau sẽ không nhanh hơn.
summary-cache-misplaced = Không giữ bộ nhớ đệm ở { $folder } vì thư mục này nằm trong trang hoặc trong nhật ký: hãy chọn thư mục khác bằng `--cache`. Trang vẫn đúng và đủ; lần dựng sau sẽ không nhanh hơn.
summary-cache-foreign = Không ghi bộ nhớ đệm ở { $folder }: ở đó có tệp trùng tên không phải do hieucan ghi; hãy chọn thư mục khác bằng `--cache`. Trang vẫn đúng và đủ; lần dựng sau sẽ không nhanh hơn.
summary-rejected = chưa ghi trang vì nhật ký có { $errors } lỗi; trang cũ giữ nguyên
    .hint = Sửa các lỗi trên, hoặc bỏ `--strict` để vẫn dựng trang, nhật ký lỗi khi đó không được tính
summary-no-logs = không thấy nhật ký nào trong `{ $place }`; mỗi nhật ký là một tệp tên kết thúc bằng `.md`, ví dụ `records/2026/an/2026-01-05-ke-hoach.md`
summary-checked-known = Đã có từ `{ $revision }`: { $known }.
summary-checked-accepted = Đã chấp nhận: { $accepted }.
pdf-no-stdout = lệnh `pdf` không in ra màn hình được
    .hint = Ghi tên tệp sau `--out`, ví dụ `--out tai-lieu.pdf`; bỏ `--out` thì lệnh tự đặt tên
pdf-written = Đã ghi { $path }
pdf-written-review = Đã ghi «Dự thảo bản tự kiểm điểm»: { $path }
export-table-unused = `--table` chỉ dùng với `--format csv`, ở đây là { $format }
    .hint = Bỏ `--table` (tệp xlsx và json có đủ mọi bảng), hoặc ghi `--format csv` để lấy một bảng
summary-checked = Nhật ký: { $records }. Lỗi: { $errors }. Cảnh báo: { $warnings }. Tính đến { $as-of }.

# -- lập sổ mới ----------------------------------------------------------------------------------------------------

init-ask-name = Tên chi bộ
init-ask-parent = Đảng bộ, đảng ủy cấp trên (Enter để bỏ qua)
init-ask-place = Địa danh ghi trên giấy tờ (Enter để bỏ qua)
init-ask-people = Danh sách: mỗi lần một người, có thể thêm thư điện tử, như: Nguyễn Văn An <an@vidu.example>
init-ask-secretary = Bí thư (Enter để bỏ qua)
init-ask-leader = Lãnh đạo, phó bí thư (Enter khi hết)
init-ask-member = Đảng viên (Enter khi hết)
init-no-person = `{ $found }` không đọc được là họ tên của một người
    .hint = Ghi họ tên của một người, không có dấu phẩy, chấm phẩy; có thể thêm mã (chữ thường không dấu, số, gạch nối) ở trước và thư ở sau: `an=Nguyễn Văn An <an@vidu.example>`
init-bad-id = `{ $found }`: mã đứng trước dấu `=` không dùng được
    .hint = Mã gồm chữ thường không dấu, số, gạch nối, nhiều nhất 64 ký tự, không phải `cell`, con, nul: như `an=Nguyễn Văn An`; không ghi mã thì lệnh tự đặt theo họ tên
init-bad-cell-id = `{ $found }` không dùng làm mã chi bộ được
    .hint = Mã gồm chữ thường không dấu, số, gạch nối, nhiều nhất 64 ký tự, không phải con, nul: như `--id chi-bo-van-phong`; không ghi `--id` thì lệnh tự đặt theo tên chi bộ
init-bad-address = `{ $found }`: địa chỉ thư chưa đúng
    .hint = Ghi một địa chỉ trong dấu < > ở sau họ tên, như `Nguyễn Văn An <an@vidu.example>`; chưa có địa chỉ thì chỉ ghi họ tên
init-bad-name = `{ $found }` không đọc được là tên chi bộ
    .hint = Ghi tên bằng chữ, như `Chi bộ Văn phòng`
init-id-twice = mã `{ $found }` đặt cho hai người
    .hint = Mỗi người một mã riêng: `mã=Họ và tên`; không ghi mã thì lệnh tự đặt theo họ tên
init-name-twice = `{ $found }` đã có trong danh sách
    .hint = Nếu là người khác cùng họ tên, ghi thêm mã ở trước, ví dụ `an-2=Nguyễn Văn An`; nếu gõ nhầm thì bỏ qua
init-in-records = thư mục này nằm trong `records` của chi bộ ở { $found } nên không lập được sổ mới ở đây
    .hint = Chọn thư mục khác, ở ngoài { $found }; ghi nhật ký cho chi bộ ấy thì chạy `hieucan new`
init-name-needed = Cần có tên chi bộ để ghi khai báo
init-people-needed = Danh sách cần ít nhất một người
init-idle = hieucan.yaml đã có nên { $options } không thay đổi gì; muốn đổi thì sửa mục `cell` trong tệp ấy
init-unheard = hieucan.yaml đã có nên không sửa. Để thêm người, chép các dòng này vào cuối mục `members`:
init-unnamed-cell = Chi bộ
init-unnamed-person = Họ và tên
init-stand-ins = Chưa được cho biết nên ghi tạm { $names }: sửa trong hieucan.yaml, hoặc chạy trên terminal để lệnh hỏi, hoặc ghi `--name "Chi bộ Văn phòng" --member "Nguyễn Văn An"`
init-written = Đã ghi trong { $folder }:
init-written-here = Đã ghi trong thư mục này:
init-nothing = Không có gì để ghi thêm trong { $folder }
init-nothing-here = Không có gì để ghi thêm trong thư mục này
init-kept = Đã có sẵn, giữ nguyên:
init-file = {"  "}{ $path }
init-repository = Đã lập kho git; chưa ghi lần nào vào kho
init-hooks-on = Trước mỗi lần ghi vào kho, git kiểm tra nhật ký sắp ghi
init-hooks-off = Để git kiểm tra nhật ký trước mỗi lần ghi: git config core.hooksPath { $path }
init-no-git = Máy này không có git: cài git, chạy `git init` trong thư mục rồi chạy lại lệnh này
init-no-identity =
    git chưa biết ghi tên ai, nên chưa ghi vào kho được. Mỗi người chạy một lần trên máy của mình:
    { "  " }git config --global user.name "Họ và tên"
    { "  " }git config --global user.email ten@vidu.example
init-next = Tiếp theo: cd { $folder }, ghi nhật ký đầu tiên bằng `hieucan new`, rồi `hieucan check`, `hieucan build`
init-next-here = Tiếp theo: ghi nhật ký đầu tiên bằng `hieucan new`, rồi `hieucan check`, `hieucan build`

# -- còn thiếu gì ----------------------------------------------------------------------------------------------------

doctor-fine = đủ
doctor-missing = thiếu
doctor-note = lưu ý
doctor-done = Không thiếu gì.
doctor-not-done = Còn thiếu: { $number }.
doctor-cell-fine = chi bộ: { $found }
doctor-root-none = chi bộ: không có thư mục { $found }
    .step = Xem lại đường dẫn ghi ở `--root`
doctor-cell-none = chi bộ: không có hieucan.yaml trong { $found }
    .step = Chạy `hieucan init THƯ_MỤC` để lập sổ mới, hoặc chỉ ra thư mục của chi bộ bằng `--root`
doctor-cell-faulty = chi bộ: cấu hình, bộ tiêu chí hoặc accepted.yaml chưa dùng được: { $found }
    .step = Chạy `hieucan check` để xem từng lỗi rồi sửa
doctor-templates-fine = mẫu trang: dùng được
doctor-templates-faulty = mẫu trang: { $found }
    .step = Sửa tệp trong `templates/`, hoặc bỏ tệp đó để dùng mẫu có sẵn
doctor-disk-faulty = đĩa: không đọc được { $found }
    .step = Xem lại quyền đọc của thư mục chi bộ
doctor-out-fine = thư mục của trang: ghi được { $found }
doctor-out-refused = thư mục của trang: không ghi được vào { $found }
    .step = Chọn thư mục khác bằng `--out`, hoặc cấp quyền ghi cho thư mục chứa nó
doctor-out-unfit = thư mục của trang: không ghi được vào { $found }
    .step = Chọn một thư mục riêng cho trang báo cáo bằng `--out`
doctor-git-fine = lệnh git: { $found }
doctor-git-none = git: chưa cài
    .step = Cài gói `git` rồi mở lại terminal
doctor-repository-fine = kho git: có
doctor-repository-none = kho git: chi bộ chưa ở trong kho nào, nên trang không có lịch sử ghi
    .step = Chạy `git init` trong thư mục của chi bộ
doctor-repository-refused = kho git: thuộc người dùng khác nên git không đọc
    .step = Nếu tin kho đó, chạy `git config --global --add safe.directory { $found }`
doctor-repository-shallow = kho git: bản sao chỉ có các lần ghi gần đây, nên không biết ngày ghi lần đầu
    .step = Chạy `git fetch --unshallow`
doctor-repository-failed = kho git: git báo { $found }
    .step = Chạy `git fsck` trong thư mục của chi bộ
doctor-identity-fine = người ghi vào kho git: đã khai
doctor-identity-none = người ghi vào kho git: chưa khai, nên chưa ghi vào kho được
    .step = Chạy `git config --global user.name "Họ và tên"` và `git config --global user.email ten@vidu.example`
doctor-emails-fine = thư điện tử trong git của đảng viên: mọi người đều đã khai
doctor-emails-none = thư điện tử trong git của đảng viên: chưa khai của { $found }, nên có thể không biết ai đã tự xác nhận nhật ký của mình
    .step = Từng người chạy `git config user.email` để xem địa chỉ của mình, rồi ghi vào dòng của người ấy trong hieucan.yaml, ví dụ `emails: [ten@vidu.example]`
doctor-hooks-fine = kiểm tra trước khi ghi vào kho: bật
doctor-hooks-off = kiểm tra trước khi ghi vào kho: chưa bật
    .step = Chạy `git config core.hooksPath { $found }`
doctor-browser-fine = Chromium để in PDF: { $found }
doctor-browser-none = Chromium để in PDF: chưa có, lệnh `pdf` chưa dùng được
    .step = Cài gói `chromium` hoặc Google Chrome, hoặc chỉ ra chương trình bằng biến HIEUCAN_CHROMIUM
doctor-fonts-fine = phông chữ có dấu tiếng Việt để in: { $found }
doctor-fonts-none = phông chữ có dấu tiếng Việt để in: không thấy Times New Roman, Liberation Serif, Tinos hay DejaVu Serif
    .step = Cài gói `fonts-liberation2` hoặc `fonts-dejavu`

# -- những gì làm lệnh phải dừng ----------------------------------------------------------------------------------

failure-read = không đọc được `{ $path }`: { $cause }
    .hint = Xem lại đường dẫn và quyền đọc; chưa có gì được ghi
failure-write = không ghi được `{ $path }`: { $cause }
    .hint = Xem lại đường dẫn, quyền ghi và chỗ trống của đĩa; những gì đã có vẫn giữ nguyên
failure-no-settings = không thấy hieucan.yaml trong `{ $path }`
    .hint = Chạy lệnh trong thư mục gốc của chi bộ, hoặc chỉ ra thư mục đó bằng `--root`
failure-no-root = không có thư mục `{ $path }`
    .hint = Xem lại đường dẫn ghi ở `--root`; nếu đang đứng trong thư mục của chi bộ thì không cần `--root`
failure-root-is-file = `{ $path }` là một tệp, không phải thư mục
    .hint = `--root` cần thư mục của chi bộ, nơi có hieucan.yaml, ví dụ `--root { $found }`
failure-settings-misnamed = không thấy hieucan.yaml trong `{ $path }`, ở đó có `{ $found }`
    .hint = Đổi tên `{ $found }` thành `hieucan.yaml`
failure-settings-above = không thấy hieucan.yaml trong `{ $path }`, tệp đó nằm ở thư mục trên
    .hint = Chạy lệnh trong `{ $found }`, hoặc thêm `--root ..`
failure-unusable = cấu hình hoặc bộ tiêu chí chưa dùng được
    .hint = Sửa các lỗi trên rồi chạy lại; chưa có gì được ghi
failure-refused-output = không ghi trang vào `{ $path }`: { $reason }
    .hint = Chọn một thư mục riêng cho trang báo cáo bằng `--out`
failure-records-gone = không dựng lại trang: không thấy thư mục nhật ký `{ $path }`, trong khi trang ở `{ $out }` đang có nhật ký
    .hint = Trang cũ vẫn còn nguyên. Nối lại ổ đĩa hoặc thư mục chung chứa nhật ký, hoặc chỉ đúng thư mục của chi bộ bằng `--root`; nếu chi bộ không còn nhật ký nào thì tạo thư mục `records` trống rồi chạy lại
failure-records-linked = không dựng lại trang: `{ $path }` là liên kết nên không đọc nhật ký ở đó, trong khi trang ở `{ $out }` đang có nhật ký
    .hint = Trang cũ vẫn còn nguyên. Thay liên kết bằng chính thư mục `records`, hoặc chỉ đúng thư mục của chi bộ bằng `--root`
failure-refused-file = không ghi vào `{ $path }`: { $reason }
    .hint = Ghi ra tệp khác, ví dụ `--out { $offered }`
failure-no-folder = không ghi được `{ $path }`: chưa có thư mục `{ $folder }`
    .hint = Tạo thư mục đó rồi chạy lại, hoặc ghi ra chỗ khác bằng `--out`
failure-revision = không so sánh được với bản `{ $revision }`: { $reason }
    .hint = Ghi tên nhánh, thẻ hoặc mã của một lần ghi có trong kho git; nếu bản sao chỉ có các lần ghi gần đây thì chạy `git fetch --unshallow`
revision-no-git = máy này không có lệnh git
revision-no-repository = thư mục gốc không nằm trong kho git nào
failure-revision-no-git = không so sánh được với bản `{ $revision }`: { $reason }
    .hint = Cài git rồi chạy lại, hoặc chạy `hieucan check` không có `--against`
failure-revision-no-repository = không so sánh được với bản `{ $revision }`: { $reason }
    .hint = Chạy lệnh trong kho git của chi bộ, hoặc chạy `hieucan check` không có `--against`
failure-revision-refused = không so sánh được với bản `{ $revision }`: { $reason }
    .hint = Nếu tin kho đó, chạy `git config --global --add safe.directory <thư mục>`
failure-revision-failed = không so sánh được với bản `{ $revision }`: { $reason }
    .hint = Xem kho git có bị hỏng không bằng `git fsck`; nếu bản sao chỉ có các lần ghi gần đây thì chạy `git fetch --unshallow`
revision-unknown = git không biết bản này
revision-of-another-user = kho git thuộc người dùng khác
revision-failed = git không đọc được kho; nguyên văn tiếng Anh: { $found }
revision-no-cell = Ở bản `{ $revision }` chưa có hieucan.yaml, nên mọi lỗi, cảnh báo đều coi là mới.
revision-unusable = Cấu hình, bộ tiêu chí hoặc accepted.yaml ở bản `{ $revision }` không dùng được (`{ $place }`), nên mọi lỗi, cảnh báo đều coi là mới.
failure-duplicate = hai tệp của trang có cùng đường dẫn `{ $path }`
    .hint = Đây là lỗi của chương trình; báo cho người phát triển, kèm câu này
failure-locked = một lệnh khác đang ghi trang vào `{ $path }`
    .hint = Đợi lệnh đó xong rồi chạy lại
failure-changed = `{ $path }` thay đổi trong khi đang đọc
    .hint = Chạy lại khi không còn ai sửa tệp này; trang cũ giữ nguyên
failure-template = mẫu trang chưa dùng được: { $found }
    .hint = Sửa tệp trong `templates/`, hoặc bỏ tệp đó để dùng mẫu có sẵn
failure-no-browser = máy này chưa có Chromium nên chưa ghi được tệp PDF
    .hint = Cài gói `chromium` (hoặc Google Chrome), hoặc chỉ ra chương trình bằng biến môi trường HIEUCAN_CHROMIUM; cũng có thể mở trang trong thư mục `print` của trang báo cáo rồi in ra PDF từ trình duyệt
failure-browser-named = HIEUCAN_CHROMIUM ghi `{ $found }` nhưng ở đó không có chương trình nào chạy được
    .hint = Sửa lại đường dẫn, hoặc bỏ biến HIEUCAN_CHROMIUM để tìm Chromium đã cài
failure-not-printed = `{ $path }` không in được tài liệu: { $found }
    .hint = Chạy thử chương trình đó, hoặc chỉ ra một Chromium khác bằng HIEUCAN_CHROMIUM; chưa có tệp nào được ghi
failure-printed-nothing = `{ $path }` kết thúc với mã { $status } mà không in ra tệp PDF nào, cũng không nói lý do
    .hint = Chạy thử chương trình đó, hoặc chỉ ra một Chromium khác bằng HIEUCAN_CHROMIUM; chưa có tệp nào được ghi
failure-print-too-long = in quá { $seconds } giây chưa xong nên đã dừng
    .hint = Thử lại khi máy rảnh hơn, hoặc in từng đảng viên bằng `--member`; chưa có tệp nào được ghi
failure-port-taken = cổng { $port } đang có chương trình khác dùng (địa chỉ { $host })
    .hint = Chọn cổng khác, ví dụ `hieucan serve --port { $another }`, hoặc `--port 0` để lấy cổng còn trống; nếu trang đã mở ở cửa sổ khác thì xem tại http://{ $address }/
failure-port-refused = hệ thống không cho mở cổng { $port }
    .hint = Cổng nhỏ hơn 1024 dành cho người quản trị máy: chọn cổng khác, ví dụ `hieucan serve --port { $another }`, hoặc `--port 0` để lấy cổng còn trống
failure-host-elsewhere = `{ $host }` không phải là địa chỉ của máy này
    .hint = Bỏ `--host` để chỉ máy này xem được, hoặc ghi `--host 0.0.0.0` để máy khác trong mạng cũng xem được
failure-listen = không mở được { $address }: { $cause }
    .hint = Chọn cổng khác bằng `--port`, hoặc `--port 0` để lấy cổng còn trống
failure-exists = `{ $path }` đã có sẵn, không ghi đè
    .hint = Đổi tên hoặc xóa tệp đó; nếu muốn thay thì ghi rõ tên tệp bằng `--out`
no-paper-public = trang công khai không có giấy tờ của từng đảng viên
    .hint = Bỏ `--member`, hoặc chọn `--audience cell`
no-paper-member = danh sách chi bộ không có `{ $found }`
    .hint = Ghi mã hoặc đúng họ tên như trong hieucan.yaml
no-paper-shared = `{ $found }` là họ tên của nhiều đảng viên, không rõ là ai
    .hint = Ghi mã của người ấy như trong hieucan.yaml thay cho họ tên
no-paper-of-member = đảng viên không có nhật ký nào được tính trong kỳ { $found }
    .hint = Chọn kỳ khác bằng `--period`; kỳ gần nhất có nhật ký của người này: { $near }
no-paper-member-logs = đảng viên chưa có nhật ký nào được tính
    .hint = Ghi nhật ký của người này trước, hoặc bỏ `--member` để lấy cả chi bộ; `hieucan check` cho biết nhật ký nào có lỗi
no-paper-logs = chi bộ chưa có nhật ký nào được tính nên chưa có gì để ghi ra
    .hint = Ghi nhật ký trong thư mục `records` trước; `hieucan check` cho biết nhật ký nào có lỗi
no-paper-period = kỳ { $found } không có nhật ký nào được tính
    .hint = Chọn kỳ khác bằng `--period`; kỳ gần nhất có nhật ký: { $near }
failure-not-at-top = `{ $path }` nằm trong một kho git lớn hơn, ở đó máy chủ git không đọc tệp của `--ci`
    .hint = Bỏ `--ci`, rồi gọi `hieucan check --root <thư mục>` trong tệp CI của kho ấy
failure-interrupted = lệnh bị dừng giữa chừng
    .hint = Trang cũ giữ nguyên; chạy lại khi cần
file-stands = Tệp { $path } đã được ghi đầy đủ, không cần chạy lại lệnh.
failure-output = không đưa ra được kết quả: { $cause }
    .hint = Xem lại nơi nhận kết quả, ví dụ đĩa còn chỗ hay không

output-is-root = đó là thư mục gốc của đĩa hoặc của chi bộ
output-is-home = đó là thư mục riêng của người dùng
output-holds-records = thư mục đó chứa thư mục gốc hoặc nhật ký của chi bộ ({ $found })
output-in-sources = thư mục đó nằm trong phần nguồn của chi bộ ({ $found })
output-is-file = ở đó là một tệp, không phải thư mục { $found }
output-is-link = đó là một liên kết tới { $found }
output-is-mount-point = đó là điểm gắn của một đĩa khác
output-in-output = thư mục đó nằm trong một trang báo cáo khác ({ $found })
output-has-foreign-files = thư mục đó có tệp không phải do chương trình ghi ra: { $found }
output-in-the-way = có tệp không phải do chương trình ghi ra nằm ở chỗ của trang: { $found }
output-other = chỗ đó không ghi an toàn được { $found }

file-in-sources = đó là phần do người viết của chi bộ ({ $found })
file-hidden = tên bắt đầu bằng dấu chấm là của git và chương trình khác ({ $found })
file-is-folder = ở đó là một thư mục, cần tên của một tệp
file-of-people = ở đó đã có tệp, mà tệp .md, .yaml là của người viết nên không bao giờ bị thay

cause-not-found = không có ở đó
cause-denied = không được phép
cause-full = đĩa đã đầy
cause-read-only = đĩa chỉ cho đọc
cause-exists = ở đó đã có tệp hoặc thư mục cùng tên
cause-a-folder = đó là một thư mục, không phải tệp
cause-not-a-folder = không phải là thư mục
cause-closed = bên nhận đã đóng
cause-other = hệ thống báo: { $found }

# -- templates ---------------------------------------------------------------------------------------------------
template-unknown = không có mẫu cài sẵn nào mang tên này
    .hint = chỉ thay được tệp trùng tên với mẫu cài sẵn
template-closest = có phải `templates/{ $name }`?
template-text-unknown = không có câu chữ `{ $key }` trong danh mục
failure-unknown-record = không có nhật ký `{ $found }`
    .hint = Ghi mã dạng `mã-đảng-viên/tên-tệp`, không có `.md`, hoặc đường dẫn tới tệp
failure-review = chưa ghi nhận xét: người, tư cách hoặc ngày chưa đúng
    .hint = Sửa `--by`, `--as` hoặc `--on` rồi chạy lại; chưa có tệp nào được ghi. Người có thể nhận xét thay mặt chi bộ: { $others }. Người của cấp có thẩm quyền: `--by "Họ và tên" --as superior`
failure-review-alone = chưa ghi nhận xét: người, tư cách hoặc ngày chưa đúng
    .hint = Sửa `--by`, `--as` hoặc `--on` rồi chạy lại; chưa có tệp nào được ghi. Danh sách chưa có lãnh đạo hay bí thư nào nhận xét được nhật ký này: ghi `role` của người đó trong hieucan.yaml, hoặc đề nghị cấp có thẩm quyền nhận xét, `--by "Họ và tên" --as superior`
failure-review-own = chưa ghi nhận xét: không ai tự xác nhận nhật ký của mình
    .hint = Người có thể nhận xét thay mặt chi bộ: { $others }
failure-review-own-alone = chưa ghi nhận xét: không ai tự xác nhận nhật ký của mình
    .hint = Chi bộ không còn lãnh đạo hay bí thư nào khác: đề nghị cấp có thẩm quyền nhận xét, `--by "Họ và tên" --as superior`
failure-review-own-name = chưa ghi nhận xét: tên người nhận xét trông như họ tên của chính người viết nhật ký
    .hint = Là người của cấp có thẩm quyền trùng họ tên thì ghi thêm chức vụ sau họ tên: `--by "Họ và tên, chức vụ" --as superior`; là chính người viết nhật ký thì để người khác nhận xét, không ai tự xác nhận nhật ký của mình
failure-reviewed = người này đã nhận xét nhật ký như hiện nay ở { $path }; không ghi thêm tệp
    .hint = Mở tệp đó để viết tiếp hoặc sửa; khi nhật ký thay đổi thì lệnh này ghi nhận xét mới

# -- nhận xét --------------------------------------------------------------------------------------------------

review-faulty = chưa ghi nhận xét: nhật ký đang có lỗi
    .hint = Đề nghị người viết sửa các lỗi nêu trên rồi chạy lại
review-file-how =
    Ghi mức sau dấu hai chấm: đạt, đạt một phần, chưa đạt, không áp dụng. Bỏ dòng của tiêu chí không nhận xét.
    Mức thấp hơn tự nhận thì nêu lý do, ví dụ H1: {"{"}mức: chưa đạt, lý do: Chưa thấy văn bản{"}"}
    Lời nhận xét viết dưới dòng ba dấu gạch cuối cùng. Không sửa dòng stamp.
review-file-claimed = tự nhận
review-written = Đã ghi { $path }
review-earlier = Nhận xét trước của người này về nhật ký ấy không còn hiệu lực vì nhật ký đã thay đổi: { $path }. Tệp đó giữ nguyên.
review-of-log = Nhật ký: { $title } ({ $id }), { $member }
review-covers = Nhận xét này bao gồm mọi mục, nội dung, tệp minh chứng của nhật ký và các mức tự nhận sau:
review-covers-none = Nhận xét này bao gồm mọi mục, nội dung, tệp minh chứng của nhật ký. Nhật ký chưa tự nhận tiêu chí nào.
review-claim = { "  " }{ $criterion } { $label }: { $level }
review-reason = { "     " }Lý do: { $text }
review-evidence = { "     " }– { $text }
review-no-evidence = { "     " }(chưa có minh chứng được tính)
review-next =
    Việc tiếp theo:
    { "  " }1. Mở { $path }, ghi mức sau từng tiêu chí và viết lời nhận xét.
    { "  " }2. Chạy `hieucan check` để kiểm tra, rồi ghi vào git.
    { "  " }3. Nhật ký thay đổi sau đó thì xác nhận không còn hiệu lực; chạy lại lệnh này để nhận xét lại.

serve-ready = Xem trang tại { $address } (Ctrl+C để dừng)
serve-open = Máy khác trong mạng cũng mở được trang này: chỉ dùng khi mọi người trong mạng đều được xem.
serve-shown = Đã cập nhật trang; nhật ký: { $records }
serve-shown-errors = Đã cập nhật trang; nhật ký: { $records }; lỗi: { $errors } (xem bằng `hieucan check`)
serve-fault = Có lỗi cần sửa
    .hint = Sửa tệp được nêu; trang tự nạp lại khi lưu.
serve-below-new = Trang bên dưới đã cập nhật, nhưng tệp có lỗi thì chưa được tính.
serve-below-last-good = Chưa dựng lại được; bên dưới là trang dựng được gần nhất.
serve-fault-inside = Chi tiết hiện ở cửa sổ dòng lệnh của người trông coi trang.
serve-missing = Không có trang này
serve-no-site = Chưa dựng được trang
