# Câu chữ của mọi điều kiểm tra. Mỗi mã trong base/diagnostic/code.rs có ba phần:
#   câu báo   thấy gì, cần gì; không có dấu chấm cuối; lời của người viết để trong dấu ` `
#   .hint     bước tiếp theo
#   .about    ý nghĩa của mã, một câu
# Các dữ kiện ($found, $key, ...) được liệt kê ở đầu tệp code.rs.

did-you-mean = Có phải `{ $word }`?
check-error = lỗi
check-warning = cảnh báo
check-hint = gợi ý
check-accepted = đã chấp nhận
check-accepted-until = Chấp nhận đến { $until }
check-accepted-by = Chấp nhận đến { $until }, { $owner } phụ trách: { $reason }
check-concealed = Xem nguyên văn bằng `hieucan check` ở nơi giữ nhật ký; trang này không nhắc lại lời của nhật ký
check-help = Ý nghĩa và ví dụ đúng, sai của mã này: docs/checks.md, mục { $code }

# -- kiểu giá trị và tên mục -----------------------------------------------------------------------------------

fact-empty = (trống)
fact-words-status = kế hoạch, đang làm, hoàn thành, hủy (planned, doing, done, cancelled)
fact-words-visibility = công khai, chi bộ, lãnh đạo (public, cell, leaders)
fact-words-kind = theo kế hoạch, phát sinh (planned, arising)
fact-words-role = member (đảng viên), leader (lãnh đạo), secretary (bí thư)
fact-words-audience = public (công khai), cell (chi bộ), leaders (lãnh đạo)
fact-words-rater = chi bộ, cấp có thẩm quyền (cell, superior)
fact-type-text = một đoạn chữ
fact-type-list = một danh sách
fact-type-claims = mỗi tiêu chí một dòng
fact-type-map = một nhóm mục con
fact-type-date = một ngày
fact-type-yes-no = `có` hoặc `không` (yes, no)
fact-type-number = một số nguyên
fact-type-nothing = giá trị trống
fact-type-text-or-map = một đoạn chữ hoặc một nhóm mục con

fact-field-purpose = `mục đích` (purpose)
fact-field-procedure = `quy trình` (procedure)
fact-field-outputs = `sản phẩm` (outputs)
fact-field-coordination = `phối hợp` (coordination)
fact-field-strengths = `ưu điểm` (strengths)
fact-field-weaknesses = `hạn chế` (weaknesses)
fact-field-context = `bối cảnh` (context)
fact-field-progress = `tiến độ` (progress)
fact-field-on-time = `hoàn thành` (done) không sau `hạn` (due)
fact-field-direction = `chỉ đạo` (direction)
fact-field-references = `căn cứ` (references)
fact-field-risks = `rủi ro` (risks)
fact-field-steps = `các bước` (steps)
fact-field-archive = `lưu trữ` (archive)
fact-field-revisions = `chỉnh sửa` (revisions)
fact-field-lessons = `bài học` (lessons)
fact-field-evidence = `minh chứng` (evidence)

fact-part-name = tên
fact-part-ref = số, ký hiệu
fact-part-link = địa chỉ liên kết
fact-part-file = đường dẫn tệp
fact-part-with = với ai, đơn vị nào
fact-part-role = vai trò
fact-part-basis = căn cứ
fact-part-text = nội dung
fact-part-tag = nhãn
fact-part-note = ghi chú
fact-part-by = ai
fact-part-summary = tóm tắt
fact-part-asked = câu hỏi và trả lời
fact-part-q = câu hỏi
fact-part-a = trả lời
fact-part-risk = rủi ro
fact-part-response = cách ứng phó
fact-part-happened = đã xảy ra chưa
fact-part-id = mã
fact-part-what = việc phải làm
fact-part-start = ngày bắt đầu
fact-part-end = ngày kết thúc
fact-part-after = sau những bước nào
fact-part-approval = ai duyệt
fact-part-change = nội dung chỉnh sửa
fact-part-adopted = có tiếp thu không
fact-part-confirmed-by = mã người xác nhận
fact-part-date = ngày
fact-part-rubric = bộ tiêu chí

fact-id-member = chữ thường không dấu, chữ số và dấu gạch nối, nhiều nhất 64 ký tự; `cell` là tên chung của cả chi bộ nên không dùng
fact-id-criterion = chữ cái không dấu, chữ số và dấu gạch nối, nhiều nhất 32 ký tự

# -- tệp -------------------------------------------------------------------------------------------------------

not-utf8 = tệp không phải văn bản UTF-8, từ chỗ này không đọc được
    .hint = Mở tệp bằng trình soạn thảo, lưu lại với bảng mã UTF-8 rồi xem lại các chữ có dấu
    .about = Tệp không được lưu bằng bảng mã UTF-8 nên không đọc được
control-character = có ký tự điều khiển `{ $found }`, ở đây chỉ nhận chữ nhìn thấy được
    .hint = { $next }
    .about = Tệp có ký tự NUL hoặc ký tự điều khiển khác
fact-control-delete = Xóa ký tự ở vị trí này; nó thường lẫn vào khi sao chép từ phần mềm khác
fact-control-backslash = Trong dấu nháy kép, dấu \ có nghĩa riêng: thay cặp dấu nháy kép bằng cặp dấu nháy đơn; đường dẫn của tệp viết bằng dấu `/`
file-too-large = tệp lớn hơn { $limit }, mức lớn nhất được nhận
    .hint = Chuyển nội dung dài ra tệp riêng, rồi dẫn tới tệp đó ở phần minh chứng
    .about = Tệp lớn hơn 1 MiB nên không được đọc
name-not-utf8 = tên tệp hoặc thư mục `{ $found }` không phải là chữ UTF-8
    .hint = Đổi tên, nên dùng chữ thường không dấu, chữ số và dấu gạch nối
    .about = Tên tệp hoặc thư mục không đọc được vì không phải UTF-8
folder-too-deep = thư mục nằm sâu hơn { $limit } cấp dưới `records/` nên không được đọc
    .hint = Chuyển nhật ký lên thư mục gần hơn, ví dụ `records/2026/can-bo-a/`
    .about = Thư mục nằm quá 32 cấp dưới `records/`
file-vanished = tệp có khi liệt kê nhưng không còn khi đọc
    .hint = Nếu tệp vừa được xóa hoặc đổi tên, chỉ cần chạy lại lệnh
    .about = Tệp bị xóa hoặc đổi tên trong lúc chương trình đang đọc
special-file = chỗ này cần một tệp thường, ở đây là { $reason }
    .hint = Thay bằng một tệp thật; { $next }
    .about = Một liên kết, ống dẫn, socket hoặc thiết bị nằm ở chỗ cần tệp nhật ký
fact-special-record = ở `records/` cũng có thể đặt tên bắt đầu bằng dấu chấm để chương trình bỏ qua
fact-special-needed = giữ nguyên tên và chỗ của tệp
fact-special-link = một liên kết tới tệp khác
fact-special-folder-link = một liên kết tới thư mục khác
fact-special-folder = một thư mục
fact-special-fifo = một ống dẫn (FIFO)
fact-special-socket = một socket
fact-special-device = một thiết bị
fact-special-other = một tệp đặc biệt
log-name = tệp `{ $found }` không được đọc vì tên nhật ký phải kết thúc bằng `.md`
    .hint = Nếu đây là nhật ký, đổi tên thành `{ $expected }`; nếu không phải, chuyển ra ngoài `records/`
    .about = Tên tệp gần giống tên nhật ký nhưng không kết thúc bằng `.md` nên tệp không được đọc
duplicate-record = mã nhật ký `{ $id }` đã dùng cho tệp `{ $other }`
    .hint = Đổi tên một trong hai tệp; mã nhật ký gồm mã đảng viên và tên tệp, thư mục không làm mã khác đi
    .about = Hai tệp có cùng một mã nhật ký
path-collision = đường dẫn `{ $found }` trên trang trùng với đường dẫn của `{ $other }`
    .hint = Đổi tên một trong hai tệp để khác nhau cả khi bỏ dấu và viết thường
    .about = Hai tên tệp cho cùng một đường dẫn trên trang

# -- phần khai báo -----------------------------------------------------------------------------------------------

front-matter-missing = dòng đầu tiên của tệp phải là `---`, ở đây là: { $found }
    .hint = Dòng đầu chỉ gồm ba dấu gạch ngang `---`, trên đó không có dòng trống; giữa dòng ấy và một dòng `---` nữa ghi ít nhất `tiêu đề` (title), `đảng viên` (member) và `ngày giao` (assigned)
    .about = Nhật ký không có phần khai báo ở đầu tệp
fact-line-blank = một dòng trống
fact-line-none = tệp chưa có gì
front-matter-unclosed = phần khai báo chưa có dòng `---` kết thúc
    .hint = Thêm một dòng chỉ có `---` ngay sau mục cuối của phần khai báo
    .about = Phần khai báo mở bằng `---` nhưng không có dòng `---` thứ hai
keys-in-body = dòng `{ $found }` nằm dưới dòng `---` kết thúc phần khai báo, nên được đọc là lời của nội dung, không phải một mục
    .hint = { $next ->
        [fence] Xóa dòng `---` ngay trên dòng này, để chỉ còn một dòng `---` ở dưới các mục
       *[above] Nếu đây là một mục của phần khai báo, chuyển dòng này và các mục ở dưới lên trên dòng `---`; nếu là lời của nội dung, viết thành câu hoặc thêm một đề mục ở trên
    }
    .about = Nội dung mở đầu bằng một mục của phần khai báo, nên mục ấy không được tính
front-matter-too-large = phần khai báo dài hơn { $limit }
    .hint = Chuyển các đoạn dài xuống phần nội dung, dưới đề mục gắn mã tiêu chí như `## Rút kinh nghiệm {"{"}#C6{"}"}`
    .about = Phần khai báo dài hơn 64 KiB
yaml-syntax = chỗ này không đúng cú pháp YAML: { $reason }
    .hint = { $next }{ $line-to-paste ->
        [none] {""}
       *[line] : `{ $line-to-paste }`
    }; các lỗi khác của tệp chỉ thấy được sau khi sửa xong chỗ này
    .about = Phần khai báo hoặc tệp cấu hình không đọc được vì sai cú pháp YAML
fact-yaml-tab = thụt dòng bằng phím Tab, cần dùng dấu cách
fact-fix-tab = Xóa dấu Tab ở đầu dòng này rồi gõ dấu cách, thẳng hàng với các dòng cùng cấp
fact-yaml-colon = giá trị có dấu hai chấm cần đặt trong dấu nháy kép, còn sau tên mục cần dấu hai chấm và một dấu cách
fact-fix-colon = Đặt cả giá trị trong dấu nháy kép, ví dụ `tiêu đề: "Kế hoạch: đợt 2"`
fact-yaml-blank = thiếu dấu cách sau dấu hai chấm
fact-fix-blank = Thêm một dấu cách sau dấu hai chấm, ở đây và ở các dòng khác, ví dụ `hạn: 20/01/2026`
fact-yaml-open = dấu nháy mở ở đây không có dấu nháy đóng
fact-fix-open = Thêm một dấu nháy giống như vậy vào cuối đoạn chữ, hoặc bỏ dấu nháy ở đây
fact-yaml-quote = sau dấu nháy đóng còn chữ
fact-fix-quote = Đặt cả giá trị trong một cặp dấu nháy; bên trong cặp dấu nháy kép, các dấu nháy kép khác thay bằng “ ”
fact-yaml-escape = dấu \ trong dấu nháy kép có nghĩa riêng
fact-fix-escape = Thay cặp dấu nháy kép bằng cặp dấu nháy đơn; đường dẫn của tệp viết bằng dấu `/`
fact-yaml-bracket = ngoặc đã mở mà chưa đóng, hoặc thiếu dấu phẩy giữa các phần
fact-fix-bracket = Mỗi ngoặc mở cần ngoặc đóng cùng loại, các phần cách nhau bằng dấu phẩy, ví dụ `[H1, H2]`
fact-yaml-hash = từ dấu # sau dấu cách trở đi bị coi là chú thích
fact-fix-hash = Đặt đoạn chữ có dấu # trong dấu nháy kép, ví dụ `"Báo cáo #3"`
fact-yaml-indent = dòng không thẳng hàng với các dòng cùng cấp, hoặc thiếu dấu hai chấm
fact-fix-indent = Sửa số dấu cách ở đầu dòng cho thẳng hàng với các dòng cùng cấp; sau tên mục ghi dấu hai chấm và một dấu cách
fact-yaml-dash = dấu gạch đầu dòng đứng ngay sau dấu hai chấm
fact-fix-dash = Xuống dòng rồi mới ghi dấu gạch, mỗi ý một dòng; nếu chỉ có một ý thì bỏ dấu gạch, ví dụ `bài học: Xin ý kiến sớm`
fact-yaml-deeper = dòng này thụt vào sâu hơn dòng trên, mà dòng trên đã có giá trị
fact-fix-deeper = Nếu dòng này là một mục riêng, bớt dấu cách ở đầu dòng cho thẳng hàng với tên mục ở dòng trên; nếu là phần viết tiếp của dòng trên, đặt cả đoạn trong dấu nháy kép
fact-yaml-key-colon = dòng này thiếu dấu hai chấm sau tên mục
fact-fix-key-colon = Ghi dấu hai chấm và một dấu cách sau tên mục, ví dụ `tiêu đề: Rà soát hồ sơ`; nếu dòng này là phần viết tiếp của dòng trên, thụt vào hai dấu cách
fact-yaml-sign = giá trị bắt đầu bằng dấu riêng của YAML như [, >, *, @ hoặc % cần đặt trong dấu nháy kép
fact-fix-sign = Đặt cả giá trị trong dấu nháy kép, ví dụ `"@bantuyengiao"`
fact-fix-quotes = Đặt cả giá trị trong dấu nháy kép
fact-yaml-bullet = dấu ở đầu dòng này không phải dấu gạch đầu dòng của một danh sách
fact-fix-bullet = Mỗi ý ghi một dòng, mở đầu bằng dấu `-` trên bàn phím và một dấu cách
fact-yaml-other = bộ đọc không hiểu được chỗ này
fact-fix-other = Xem lại dòng này và dòng ngay trên: mỗi mục một dòng, ghi như `tiêu đề: Kế hoạch đợt 2`
yaml-feature = ở đây không dùng { $reason } của YAML
    .hint = { $line-to-paste ->
        [none] Viết thẳng giá trị; nếu chữ bắt đầu bằng &, * hoặc ! thì đặt trong dấu nháy kép
       *[line] Nếu dấu ấy thuộc lời văn hay là dấu đầu dòng, ghi như sau: `{ $line-to-paste }`; nếu không, bỏ dấu ấy đi
    }
    .about = Phần khai báo dùng neo, tham chiếu, thẻ kiểu hoặc nhiều tài liệu, là những thứ nhật ký không cần
fact-yaml-anchor = neo (&)
fact-yaml-alias = tham chiếu (*)
fact-yaml-tag = thẻ kiểu (!)
fact-yaml-documents = nhiều tài liệu trong một tệp
fact-yaml-key = tên mục là danh sách hoặc nhóm
yaml-too-deep = các mục lồng nhau quá { $limit } cấp
    .hint = Viết gọn lại; nhật ký không cần quá bốn cấp
    .about = Danh sách và nhóm mục lồng nhau quá sâu

# -- mục và giá trị ----------------------------------------------------------------------------------------------

missing-key = thiếu mục { $key-name }, hoặc mục này còn để trống
    .hint = { $key ->
        [title] Thêm dòng `tiêu đề:` (title) nêu tên công việc
        [member] Thêm dòng `đảng viên:` (member) với mã trong danh sách của hieucan.yaml
        [assigned] Thêm dòng `ngày giao:` (assigned), ví dụ `ngày giao: 05/01/2026`
        [until] Ghi ngày cuối cùng còn hiệu lực, ví dụ `until: 2026-03-31`; trong bộ tiêu chí, `state: retired` phải đi cùng ngày này
       *[other] Thêm mục { $key-name } và ghi giá trị
    }
    .about = Thiếu một mục bắt buộc
unknown-key = không có mục nào tên là `{ $found }`
    .hint = { $next ->
        [name] Các mục dùng được ở đây: { $expected }; sửa tên mục cho đúng, hoặc bỏ mục này
        [blank] Thêm một dấu cách sau dấu hai chấm: `{ $line-to-paste }`
        [comma] Trong ngoặc nhọn, dấu phẩy tách các mục; nếu đây là phần sau của câu, đặt cả câu trong dấu nháy kép: `{ $line-to-paste }`
        [claim] Đặt bên trong từng tiêu chí, ví dụ `H1: {"{"}mức: đạt, minh chứng: [Kế hoạch đã được duyệt]{"}"}` dưới `tiêu chí:` (criteria)
        [excuse] Đặt bên trong mục `khách quan` (excused), ví dụ `khách quan: {"{"}lý do: Chờ văn bản, confirmed_by: can-bo-a{"}"}`
       *[text] Nếu đây là một câu có dấu hai chấm, đặt cả câu trong dấu nháy kép: `{ $line-to-paste }`; nếu là tên mục, các mục dùng được ở đây: { $expected }
    }
    .about = Tên mục không có trong quy cách của tệp
text-after-hash = từ dấu # trở đi, `{ $found }`, bị coi là chú thích nên không thuộc nội dung mục { $key-name }
    .hint = Nếu là lời của mục này, đặt cả đoạn trong dấu nháy kép: `{ $expected }`; nếu là chú thích, chuyển xuống một dòng riêng
    .about = Sau một đoạn chữ không có dấu nháy có dấu cách và dấu #, nên phần còn lại của dòng bị bỏ
list-sign = mục { $key-name } đang được đọc là một đoạn liền, vì dấu `{ $found }` ở đầu dòng không phải dấu gạch đầu dòng của một danh sách
    .hint = Mỗi ý ghi một dòng, mở đầu bằng dấu `-` trên bàn phím và một dấu cách, ví dụ: `{ $expected }`
    .about = Các ý mở đầu bằng dấu gạch hay dấu chấm tròn của phần mềm soạn văn bản, nên được đọc thành một ý
duplicate-key = mục { $key-name } đã có ở dòng { $line }
    .hint = Gộp hai chỗ làm một; tên tiếng Việt và tên tiếng Anh là cùng một mục
    .about = Một mục được ghi hai lần, dù cùng tên hay khác cách viết
wrong-type = { $key ->
        [front-matter] phần khai báo
       *[other] mục { $key-name }
    } cần { $expected }, ở đây là { $found }
    .hint = { $next ->
        [quote] Câu có dấu hai chấm cần đặt trong dấu nháy kép: `{ $line-to-paste }`
        [claims] Bỏ dấu gạch đầu dòng hoặc dấu ngoặc; dưới `tiêu chí:` (criteria) mỗi tiêu chí một dòng, ghi như: `{ $line-to-paste }`
        [yes-no] Ghi `có` hoặc `không`
        [number] Ghi một số nguyên, không có dấu chấm và phần lẻ, ví dụ `1`
        [date] Ghi một ngày, ví dụ `05/01/2026`
        [text] Ghi thẳng đoạn chữ sau dấu hai chấm, không có dấu ngoặc, dấu gạch đầu dòng hay mục con
        [list] Ghi mỗi ý một dòng, mở đầu bằng dấu `-` và một dấu cách, hoặc ghi trong ngoặc vuông: `[a, b]`
        [item] Bỏ dấu ngoặc vuông hoặc dấu gạch đầu dòng thừa; ở đây ghi một đoạn chữ, hoặc một nhóm mục con như `{"{"}mục: giá trị{"}"}`
        [map] { $key ->
            [front-matter] Ghi mỗi mục một dòng, gồm tên mục, dấu hai chấm, một dấu cách và giá trị, ví dụ `tiêu đề: Rà soát hồ sơ`
            [cell] Ghi như `cell: {"{"}id: chi-bo-mau, name: Chi bộ mẫu{"}"}`
            [members] Ghi mỗi người một dòng như `- {"{"}id: an, name: Nguyễn Văn An{"}"}`
            [asked] Ghi câu hỏi và trả lời như `asked: {"{"}q: Có gấp không, a: Trước ngày 20{"}"}`
           *[other] Ghi thành nhóm mục con, như `{"{"}mục: giá trị{"}"}`
        }
       *[words] Bỏ dấu ngoặc hoặc dấu gạch đầu dòng, ghi như: `{ $line-to-paste }`
    }
    .about = Giá trị khác kiểu cần có, ví dụ danh sách ở chỗ cần chữ
impossible-date = `{ $found }` ở mục { $key-name } không phải là ngày có thật, hoặc chưa đúng cách ghi ngày
    .hint = Ghi ngày theo kiểu 05/01/2026 hoặc 2026-01-05; nếu đã đúng cách ghi, xem tháng đó có bao nhiêu ngày
    .about = Ngày không có thật hoặc viết theo kiểu không đọc được
unknown-status = không có trạng thái `{ $found }`
    .hint = Các trạng thái dùng được: { $expected }
    .about = Trạng thái nằm ngoài bốn trạng thái đã định
unknown-kind = không có loại `{ $found }`
    .hint = Các loại dùng được: { $expected }
    .about = Loại công việc hoặc loại minh chứng nằm ngoài danh mục
unknown-visibility = không có phạm vi xem `{ $found }`
    .hint = Các phạm vi dùng được: { $expected }; cho tới khi sửa xong, nhật ký này chỉ dành cho lãnh đạo
    .about = Phạm vi xem nằm ngoài ba phạm vi đã định, hoặc để trống
unknown-member = `{ $found }` không có trong danh sách đảng viên
    .hint =
        Nếu đây là đảng viên của chi bộ, thêm dòng sau vào `members` trong hieucan.yaml:
        { $line-to-paste }
    .about = Mã đảng viên không có trong danh sách của hieucan.yaml
member-not-id = `{ $found }` chưa phải là mã của đảng viên trong danh sách
    .hint = { $next } { $expected }
    .about = Ghi họ tên, hoặc mã viết khác đi, thay cho mã đảng viên
fact-member-same = Người này đã có trong hieucan.yaml; ở mục `đảng viên` (member) ghi mã
fact-member-alike = Nếu là người khác thì thêm vào `members` trong hieucan.yaml; nếu đúng là người trong danh sách thì ở mục `đảng viên` (member) ghi mã
unknown-criterion = bộ tiêu chí không có tiêu chí `{ $found }`
    .hint = { $next }; các tiêu chí dùng được: { $expected }
    .about = Tiêu chí không có trong bộ tiêu chí đang dùng
fact-criterion-id = Ghi đúng mã của một tiêu chí
fact-criterion-brackets = Nhiều tiêu chí thì đặt trong ngoặc vuông, ví dụ `tiêu chí: [H1, H2]`
fact-criterion-blank = Thêm dấu cách sau dấu hai chấm, mỗi tiêu chí một dòng, ví dụ `H1: đạt`
fact-criterion-colon = Sau mã tiêu chí ghi dấu hai chấm và một dấu cách; dưới `tiêu chí:` mỗi tiêu chí một dòng, không có dấu gạch đầu dòng, ví dụ `H1: đạt`
fact-criterion-dash = Bỏ dấu đứng trước mã tiêu chí; mỗi tiêu chí một dòng, ví dụ `H1: đạt`, hoặc ghi `tiêu chí: [H1, H2]`
unknown-level = mức `{ $found }` không có trong thang mức của tiêu chí { $criterion }
    .hint = Các mức dùng được: { $expected }
    .about = Mức không có trong thang mức của bộ tiêu chí
ambiguous-level = mức `{ $found }` của tiêu chí { $criterion } được tính là `{ $level }`, mà bộ tiêu chí lại gọi mức `{ $expected }` như vậy
    .hint = Ghi hẳn `{ $level }` hoặc `{ $expected }`
    .about = Một từ là mức này, mà bộ tiêu chí lại đặt làm nhãn của mức khác
level-missing = tiêu chí { $criterion } có nội dung kèm theo nhưng chưa có mục `mức` (level)
    .hint = Thêm `mức:` (level), ví dụ `mức: đạt`; nếu chưa tự nhận thì bỏ tiêu chí này khỏi nhật ký
    .about = Tiêu chí viết thành nhóm mục con mà không ghi mức
blank-level = mức của tiêu chí { $criterion } còn để trống nên chưa được coi là tự nhận
    .hint = Ghi mức đạt được, hoặc bỏ dòng này nếu chưa tự nhận
    .about = Tiêu chí có tên nhưng mức để trống: chưa tự nhận
unknown-rubric = nhật ký ghi bộ tiêu chí `{ $found }`, bộ đang dùng là { $expected }
    .hint = Đối chiếu lại các tiêu chí rồi ghi `rubric: { $expected }`, hoặc bỏ mục này
    .about = Nhật ký ghi một bộ tiêu chí hoặc phiên bản không phải bộ đang dùng
na-refused = tiêu chí { $criterion } không nhận mức không áp dụng
    .hint = Chọn một mức khác; theo bộ tiêu chí, tiêu chí này áp dụng cho mọi công việc
    .about = Ghi không áp dụng cho tiêu chí mà bộ tiêu chí không cho phép
na-without-reason = tiêu chí { $criterion } ghi không áp dụng mà chưa nêu lý do
    .hint = Ghi `{ $expected }`, thay dấu … bằng lý do
    .about = Ghi không áp dụng mà không nêu lý do
inactive-criterion = tiêu chí { $criterion } không có hiệu lực vào thời điểm của công việc nên chỉ hiển thị, không tính
    .hint = Bỏ tiêu chí này khỏi nhật ký, hoặc để nguyên nếu chỉ cần ghi nhớ
    .about = Tự nhận một tiêu chí chưa có hoặc đã hết hiệu lực

# -- ngày --------------------------------------------------------------------------------------------------------

done-before-assigned = ngày hoàn thành { $date } trước ngày giao { $other-date }
    .hint = Sửa `hoàn thành` (done) hoặc `ngày giao` (assigned) cho đúng thực tế
    .about = Ngày hoàn thành trước ngày giao
done-after-as-of = ngày hoàn thành { $date } sau ngày chốt số liệu { $other-date }
    .hint = Nếu ngày ghi nhầm, sửa mục `hoàn thành` (done); nếu ngày đúng thì giữ nguyên và lấy ngày chốt số liệu muộn hơn ở `as_of` trong hieucan.yaml
    .about = Ngày hoàn thành sau ngày chốt số liệu
done-missing = trạng thái là hoàn thành nhưng chưa có ngày hoàn thành
    .hint = Thêm `hoàn thành:` (done) với ngày, hoặc đổi trạng thái thành `đang làm` (doing)
    .about = Trạng thái hoàn thành mà không có ngày hoàn thành
done-unexpected = có ngày hoàn thành { $date } nhưng trạng thái là `{ $found }`
    .hint = Đổi trạng thái thành `hoàn thành` (done), hoặc bỏ ngày hoàn thành
    .about = Có ngày hoàn thành nhưng trạng thái không phải là hoàn thành
due-before-assigned = hạn { $date } trước ngày giao { $other-date }
    .hint = Sửa `hạn` (due) hoặc `ngày giao` (assigned) cho đúng thực tế
    .about = Hạn trước ngày giao
due-missing = chưa có hạn nên không tính được đúng hạn hay chậm
    .hint = Thêm `hạn:` (due), ví dụ `hạn: 20/01/2026`
    .about = Nhật ký không ghi hạn
assigned-after-as-of = ngày giao { $date } sau ngày chốt số liệu { $other-date }
    .hint = Xem lại ngày giao; nếu là việc của kỳ sau thì có thể để nguyên
    .about = Ngày giao sau ngày chốt số liệu
outside-membership = ngày { $date } ở mục { $key-name } nằm ngoài thời gian { $member } sinh hoạt tại chi bộ
    .hint = Xem lại ngày, hoặc sửa `from`, `until` của đảng viên này trong hieucan.yaml
    .about = Ngày của công việc nằm ngoài thời gian đảng viên sinh hoạt tại chi bộ
before-rubric = ngày { $date } trước ngày bộ tiêu chí có hiệu lực { $other-date }
    .hint = Xem lại ngày; việc làm trước khi có bộ tiêu chí thì không nên tự nhận theo bộ này
    .about = Ngày của công việc trước khi bộ tiêu chí có hiệu lực

# -- các bước, người, nhãn -----------------------------------------------------------------------------------------

step-cycle = các bước chờ nhau thành vòng: { $steps }
    .hint = Bỏ bớt một mã trong `after` để có một bước làm trước
    .about = Các bước chờ nhau thành vòng nên không bước nào bắt đầu được
unknown-step = không có bước nào mang mã `{ $found }`
    .hint = { $next }
    .about = Một bước chờ một bước không có
fact-step-id = Ghi mã của một bước có trong `steps`, hoặc thêm bước còn thiếu
fact-step-brackets = Nhiều bước thì đặt trong ngoặc vuông, ví dụ `after: [a, b]`
duplicate-step = mã `{ $found }` được dùng cho hai bước
    .hint = Đặt mã khác cho một trong hai bước
    .about = Hai bước có cùng một mã
unknown-person = `{ $found }` { $reason }
    .hint = { $next }
    .about = Người được nêu không có trong danh sách đảng viên
excuse-unconfirmed = lý do khách quan chưa được tính: { $reason }
    .hint = Ghi đủ lý do và mã của một đảng viên khác đã xác nhận, tất cả trong mục `khách quan` (excused): `{ $line-to-paste }`
    .about = Lý do khách quan chưa có đảng viên khác xác nhận nên chưa được tính
fact-excuse-missing = chưa ghi người xác nhận
fact-excuse-stranger = người xác nhận không có trong danh sách đảng viên
fact-excuse-shared = họ tên người xác nhận là họ tên của nhiều đảng viên, không rõ là ai
fact-excuse-no-reason = chưa ghi lý do
fact-excuse-own = người xác nhận chính là người viết nhật ký
unknown-tag = hạn chế `{ $tag }` ghi là đã khắc phục nhưng chưa nhật ký nào trước đó nêu
    .hint = Ghi đúng nhãn `tag` đã dùng ở `hạn chế` (weaknesses) của nhật ký trước
    .about = Hạn chế ghi là đã khắc phục nhưng trước đó chưa từng được nêu

# -- nhận xét ------------------------------------------------------------------------------------------------------

unknown-record = không có nhật ký nào mang mã `{ $found }`
    .hint = Ghi mã nhật ký dạng `mã-đảng-viên/tên-tệp`, không có `.md`; lệnh `hieucan review` ghi sẵn mã này
    .about = Nhật ký được nhận xét không có
review-of-faulty = nhật ký `{ $found }` đang có lỗi nên nhận xét này chưa được tính
    .hint = Sửa lỗi của nhật ký ở { $other }, rồi xem lại nhận xét
    .about = Nhật ký được nhận xét đang có lỗi
unknown-reviewer = người nhận xét, xếp loại `{ $found }` { $reason }
    .hint = { $next }
    .about = Người nhận xét không có trong danh sách đảng viên
fact-person-unknown = không phải là mã hay họ tên trong danh sách đảng viên
fact-person-shared = là họ tên của nhiều đảng viên, không rõ là ai
fact-write-person = Ghi mã hoặc đúng họ tên như trong hieucan.yaml; người ngoài chi bộ thì có thể để nguyên
fact-write-reviewer = Ghi mã hoặc đúng họ tên của một lãnh đạo hay bí thư như trong hieucan.yaml; người của cấp có thẩm quyền thì thêm `as: superior`
fact-person-judged = trông như họ tên của chính đảng viên được nhận xét hoặc xếp loại
fact-ask-judged = Có phải chính đảng viên ấy không? Nếu phải thì để người khác nhận xét, xếp loại; nếu là người của cấp có thẩm quyền trùng họ tên, đã ghi rõ chức vụ, thì để nguyên
fact-write-id = Ghi mã của người ấy như trong hieucan.yaml thay cho họ tên
unknown-rater = không có tư cách nhận xét `{ $found }`
    .hint = Các tư cách dùng được: { $expected }
    .about = Tư cách nhận xét nằm ngoài chi bộ và cấp có thẩm quyền
reviewer-role = { $member } không được nhận xét, xếp loại với tư cách này: { $reason }
    .hint = Ghi đúng người nhận xét, hoặc sửa `role` của đảng viên này trong hieucan.yaml
    .about = Người nhận xét không có vai trò phù hợp
fact-rater-cell = chỉ lãnh đạo hoặc bí thư nhận xét, xếp loại thay mặt chi bộ
fact-rater-superior = đảng viên không giữ chức vụ không nhận xét, xếp loại thay cấp có thẩm quyền
reviewer-not-member = { $member } không sinh hoạt tại chi bộ vào ngày nhận xét { $date }
    .hint = Xem lại ngày và người nhận xét, hoặc sửa `from`, `until` của đảng viên này trong hieucan.yaml
    .about = Người nhận xét không sinh hoạt tại chi bộ vào ngày nhận xét
review-after-as-of = ngày ghi { $date } sau ngày chốt số liệu { $other-date }
    .hint = Nếu ngày ghi nhầm, sửa mục `ngày` (on); nếu ngày đúng thì giữ nguyên và lấy ngày chốt số liệu muộn hơn
    .about = Ngày nhận xét hoặc xếp loại sau ngày chốt số liệu
review-before-assigned = ngày nhận xét { $date } trước ngày giao việc { $other-date }
    .hint = Sửa mục `ngày` (on) của nhận xét, hoặc ngày giao của nhật ký
    .about = Ngày nhận xét trước ngày giao việc
bad-stamp = dấu `{ $found }` không dùng được: { $reason }
    .hint = Chạy `hieucan review` cho nhật ký này và chép dòng `stamp` vào đây; không tự viết dấu
    .about = Dấu của nội dung đã nhận xét bị thiếu, hỏng hoặc thuộc phiên bản lạ
fact-stamp-missing = chưa có dấu
fact-stamp-broken = dấu bị thiếu chữ hoặc sai chữ
fact-stamp-version = dấu do phiên bản mới hơn của chương trình ghi
stale-review = nhật ký `{ $id }` đã thay đổi sau khi nhận xét nên xác nhận này không còn được tính
    .hint = Đọc lại nhật ký, nhận xét lại bằng `hieucan review` nếu vẫn xác nhận; trang công việc ghi những gì đã đổi
    .about = Nhật ký đã thay đổi sau khi được nhận xét
self-review = nhận xét này về nhật ký của { $member } không được tính: { $reason }
    .hint = Đề nghị một lãnh đạo khác nhận xét và tự ghi vào git
    .about = Người nhận xét chính là người viết nhật ký
fact-own-by = người nhận xét chính là người viết nhật ký
fact-own-by-alike = người nhận xét được ghi chính là người viết nhật ký, chỉ viết khác đi (chữ hoa, dấu, khoảng trắng, chữ trông giống nhau); là người khác trùng tên thì ghi thêm chức vụ sau họ tên
fact-own-author = người ghi nhận xét vào git chính là người viết nhật ký
fact-own-author-name = người ghi nhận xét vào git mang họ tên của người viết nhật ký; là người khác thì ghi địa chỉ thư điện tử trong git của người ấy vào mục `emails` ở hieucan.yaml
fact-own-author-logs = người ghi nhận xét vào git cũng chính là người ghi nhật ký này vào git; là người khác ghi giúp thì ghi địa chỉ thư điện tử trong git của từng đảng viên vào mục `emails` ở hieucan.yaml, rồi để người nhận xét tự ghi
unknown-rating = không có mức xếp loại `{ $found }` trong hieucan.yaml: { $expected }
    .hint =
        Ghi đúng một mức đã khai ở `ratings` trong hieucan.yaml; nếu chi bộ có mức này thì dòng `ratings` ghi là:
        { $line-to-paste }
    .about = Mức xếp loại chưa khai trong hieucan.yaml
self-rating = xếp loại này của { $member } không được nhận: { $reason }
    .hint = Để lãnh đạo khác, bí thư hoặc cấp có thẩm quyền ghi xếp loại này và tự ghi vào git
    .about = Người ghi xếp loại chính là người được xếp loại
fact-own-rating = người ghi xếp loại chính là người được xếp loại
fact-own-rating-alike = người ghi xếp loại chính là người được xếp loại, chỉ viết khác đi (chữ hoa, dấu, khoảng trắng, chữ trông giống nhau); là người khác trùng tên thì ghi thêm chức vụ sau họ tên
fact-own-rating-author = người ghi tệp này vào git chính là người được xếp loại
fact-own-rating-author-name = người ghi tệp này vào git mang họ tên của người được xếp loại; là người khác thì ghi địa chỉ thư điện tử trong git của người ấy vào mục `emails` ở hieucan.yaml
rating-before-end = quyết định ngày { $date }, khi kỳ còn đến { $other-date } mới hết
    .hint = Xem lại kỳ và ngày quyết định; xếp loại của một kỳ thường quyết định khi kỳ đã hết hoặc sắp hết
    .about = Xếp loại cho một kỳ còn lâu mới hết
rating-twice = đã có xếp loại của cùng đối tượng, cùng kỳ ở `{ $other }`
    .hint = Giữ một tệp; nếu là của cấp có thẩm quyền thì ghi `as: superior`
    .about = Hai tệp xếp loại cho cùng đối tượng trong cùng kỳ
bad-votes = `{ $found }` không phải là kết quả biểu quyết
    .hint = Ghi số phiếu đồng ý trên tổng số phiếu, ví dụ `9/10`
    .about = Kết quả biểu quyết viết theo kiểu không đọc được
fact-ratings-none = chưa khai mức nào
blank-verdict = nhận xét để trống mức của tiêu chí { $criterion } nên chưa có xác nhận
    .hint = Ghi mức (đạt, đạt một phần, chưa đạt, không áp dụng), hoặc bỏ dòng này nếu không xác nhận
    .about = Tiêu chí có tên trong nhận xét nhưng mức để trống
review-without-verdict = nhận xét chưa nêu mức của tiêu chí nào
    .hint = Ghi mức của từng tiêu chí đã xem xét, ví dụ `tiêu chí: {"{"}H1: đạt{"}"}`
    .about = Nhận xét không xác nhận tiêu chí nào
verdict-on-na = nhật ký ghi tiêu chí { $criterion } không áp dụng, nên xác nhận này không được tính
    .hint = Bỏ dòng này, hoặc đề nghị người ghi nhật ký xem lại mức của { $criterion }
    .about = Xác nhận một tiêu chí mà nhật ký ghi là không áp dụng
verdict-without-reason = mức xác nhận của tiêu chí { $criterion } thấp hơn mức tự nhận mà chưa nêu lý do
    .hint = Thêm lý do, ví dụ `{ $criterion }: {"{"}mức: chưa đạt, lý do: Chưa thấy văn bản{"}"}`
    .about = Xác nhận thấp hơn tự nhận mà không nêu lý do

# -- minh chứng --------------------------------------------------------------------------------------------------

missing-file = { $next ->
        [slash] đường dẫn `{ $found }` có dấu `\`, ở đây cần dấu `/`
       *[look] không thấy tệp `{ $found }`
    }
    .hint = { $next ->
        [slash] Thay mọi dấu `\` bằng dấu `/`, không cần đặt trong dấu nháy; đường dẫn tính từ thư mục gốc
       *[look] Xem lại tên tệp, cả chữ hoa và chữ thường; đường dẫn tính từ thư mục gốc, dùng dấu `/`
    }
    .about = Tệp minh chứng không có ở đường dẫn đã ghi
file-outside-root = tệp `{ $found }` nằm ngoài thư mục gốc hoặc sau một liên kết
    .hint = Chép tệp vào trong kho, ví dụ `records/2026/can-bo-a/tep/`, rồi ghi đường dẫn mới
    .about = Tệp minh chứng nằm ngoài thư mục gốc của chi bộ
file-not-published = tệp `{ $found }` chỉ được nêu tên, không được chép lên trang: { $reason }
    .hint = Lưu thành PDF hoặc một loại tệp văn phòng không quá 20 MiB; nếu chỉ cần nêu tên thì để nguyên
    .about = Tệp minh chứng chỉ được nêu tên, không được chép lên trang vì loại tệp hoặc kích thước
fact-file-type = loại tệp này không nằm trong danh mục được chép
fact-file-size = tệp lớn hơn 20 MiB
missing-evidence = tiêu chí { $criterion } đã tự nhận nhưng chưa có minh chứng
    .hint = Ghi một trong các mục { $expected }, hoặc viết một đoạn dưới đề mục gắn `{"{"}#{ $criterion }{"}"}`
    .about = Tự nhận đạt hoặc đạt một phần mà không có minh chứng
placeholder-text = { $next ->
        [section] dưới đề mục này chưa có nội dung nên chưa có gì được coi là minh chứng
       *[text] `{ $found }` mới là phần ghi tạm nên không được coi là minh chứng
    }
    .hint = { $next ->
        [section] Viết dưới đề mục này một câu nói đúng việc đã làm, hoặc xóa đề mục
       *[text] Thay bằng một câu nói đúng việc đã làm, hoặc bỏ mục này
    }
    .about = Nội dung ghi tạm, chưa viết
short-text = `{ $found }` có ít hơn 10 chữ cái nên không được coi là minh chứng
    .hint = Viết rõ thêm việc gì, kết quả ra sao
    .about = Đoạn chữ có ít hơn 10 chữ cái
copied-text = đoạn `{ $found }` có trong { $count } nhật ký của cùng một người nên không được coi là minh chứng
    .hint = Viết lại theo đúng từng công việc
    .about = Một đoạn chữ có nguyên văn trong ba nhật ký trở lên của cùng một người
unknown-section = đề mục gắn mã `{ $found }`, bộ tiêu chí không có tiêu chí này
    .hint = Gắn mã của một tiêu chí, hoặc bỏ phần trong ngoặc nhọn
    .about = Đề mục gắn mã không phải là tiêu chí
unread-section = mã `{ $found }` chưa được nhận nên đoạn bên dưới chưa là minh chứng: { $reason }
    .hint = Viết thành một đề mục riêng ở đầu dòng, có dấu cách sau `##` và mã ở cuối, như `{ $line-to-paste }`; nếu chỉ nhắc tới mã thì bỏ ngoặc nhọn
    .about = Mã tiêu chí đặt ở chỗ không được nhận
fact-tag-outside = mã phải đứng ở cuối một đề mục
fact-tag-nested = đề mục nằm trong danh sách hoặc trích dẫn
fact-tag-second = mỗi đề mục chỉ gắn một mã, mã sau cùng được nhận
refused-link = liên kết `{ $found }` không được dùng nên chỉ hiện thành chữ
    .hint = Dùng địa chỉ http, https, mailto hoặc đường dẫn tới tệp trong kho; ảnh phải là tệp trong kho
    .about = Địa chỉ liên kết hoặc ảnh thuộc loại không được dùng
broken-link = liên kết `{ $found }` không dẫn tới tệp nào
    .hint = Xem lại tên tệp; đường dẫn trong nội dung tính từ thư mục của nhật ký này
    .about = Liên kết tương đối không dẫn tới tệp nào
document-number = số văn bản `{ $found }` chưa đúng thể thức
    .hint = Ghi số, loại văn bản và cơ quan ban hành, ví dụ `12-KH/BTG` (văn bản của Đảng) hoặc `30/2020/NĐ-CP`
    .about = Số văn bản viết chưa đúng thể thức

# -- chữ -----------------------------------------------------------------------------------------------------------

body-too-deep = trích dẫn hoặc danh sách lồng nhau quá { $limit } cấp, phần sâu hơn chỉ hiện thành chữ
    .hint = Bớt số cấp lồng nhau
    .about = Trích dẫn, danh sách trong nội dung lồng nhau quá 64 cấp
not-nfc = `{ $found }` viết bằng Unicode tổ hợp, cần Unicode dựng sẵn
    .hint = Chọn Unicode dựng sẵn trong bộ gõ; chữ này vẫn được tính và vẫn tìm được
    .about = Chữ viết bằng Unicode tổ hợp (NFD) thay vì Unicode dựng sẵn (NFC)
mojibake = `{ $found }` giống chữ bảng mã TCVN3 hoặc VNI
    .hint = Chuyển đoạn này sang Unicode, ví dụ bằng công cụ chuyển mã của bộ gõ
    .about = Chữ của bảng mã cũ (TCVN3, VNI) chưa chuyển sang Unicode
no-break-space = có dấu cách không ngắt dòng
    .hint = Thay bằng dấu cách thường; dấu này hay lẫn vào khi sao chép từ Word hoặc trang web
    .about = Có dấu cách không ngắt dòng (NBSP)
zero-width = có ký tự ẩn `{ $found }`
    .hint = Xóa ký tự ở vị trí này; nó hay lẫn vào khi sao chép từ trang web
    .about = Có ký tự ẩn, không có bề rộng
bidi-control = có ký tự đổi chiều viết `{ $found }`
    .hint = Xóa ký tự ở vị trí này; nó làm chữ hiện ra khác với chữ đã ghi
    .about = Có ký tự đổi chiều viết, làm chữ hiện ra khác với chữ đã ghi
look-alike = `{ $found }` có chữ cái của bảng chữ khác, trông giống `{ $expected }`
    .hint = Gõ lại `{ $expected }` bằng bàn phím
    .about = Có chữ cái của bảng chữ khác trông giống chữ cái Latinh
secrecy-mark = có dấu chỉ độ mật `{ $found }`, nội dung nhật ký này không được đưa lên trang
    .hint = Báo người phụ trách và đưa tài liệu mật ra khỏi kho theo đúng quy định; lịch sử của kho vẫn còn giữ bản cũ
    .about = Có dấu chỉ độ mật; nội dung nhật ký không được đưa lên trang
phone-number = `{ $found }` giống số điện thoại
    .hint = Bỏ số này, hoặc ghi tên cơ quan, chức danh thay cho số
    .about = Có số giống số điện thoại của cá nhân
identity-number = `{ $found }` giống số căn cước
    .hint = Bỏ số này khỏi nhật ký; hồ sơ cá nhân không đưa vào kho
    .about = Có số giống số căn cước của cá nhân

# -- cấu hình và bộ tiêu chí ---------------------------------------------------------------------------------------

bad-id = mã `{ $found }` không dùng được
    .hint = Mã gồm { $expected }; không dùng tên dành riêng của Windows như con, nul
    .about = Mã có ký tự không được dùng, quá dài, hoặc là tên dành riêng của Windows
duplicate-id = mã `{ $id }` đã có ở dòng { $line }
    .hint = Đặt mã khác cho một trong hai chỗ; chữ hoa và chữ thường coi như nhau
    .about = Hai đảng viên, tiêu chí hoặc nhóm có cùng một mã
unknown-word = `{ $found }` không dùng được ở mục { $key-name }
    .hint = Các từ dùng được: { $expected }
    .about = Giá trị nằm ngoài danh mục của mục này
fact-codes-printed = các mã mà `hieucan check` ghi trong ngoặc vuông ở đầu mỗi lỗi, cảnh báo, ví dụ `missing-file` trong `lỗi[missing-file]`
bad-period = `{ $found }` không phải là kỳ đọc được
    .hint = Ghi kỳ theo kiểu `2026-03`, `Quý I/2026`, `6 tháng đầu năm 2026` hoặc `2026`
    .about = Kỳ viết theo kiểu không đọc được
until-before-from = ngày cuối { $date } trước ngày đầu { $other-date }
    .hint = Sửa `until` (ngày cuối) hoặc `from` (ngày đầu); chưa biết ngày cuối thì bỏ trống `until`
    .about = Thời gian sinh hoạt hoặc thời gian vắng kết thúc trước khi bắt đầu
bad-path = đường dẫn `{ $found }` là đường dẫn tuyệt đối hoặc ra ngoài thư mục gốc
    .hint = Ghi đường dẫn tính từ thư mục gốc của chi bộ, dùng dấu `/`, ví dụ `tieu-chi/rubric.yaml`
    .about = Đường dẫn tuyệt đối hoặc ra ngoài thư mục gốc
error-stays = `{ $found }` là lỗi nên không hạ mức và không tắt được
    .hint = Bỏ dòng này khỏi `checks`; chỉ cảnh báo mới đổi mức được
    .about = Cấu hình muốn hạ mức hoặc tắt một lỗi
accepted-expired = mục này có hạn đến { $date }, nay đã qua, mà `{ $found }` vẫn còn ở `{ $id }`
    .hint = Sửa lỗi ở đó rồi bỏ mục này; nếu vẫn cần thời gian, ghi ngày mới vào `until`
    .about = Mục trong accepted.yaml đã hết hạn mà lỗi hay cảnh báo vẫn còn
accepted-unused = accepted.yaml chấp nhận `{ $found }` ở `{ $id }`, nhưng ở đó không có
    .hint = Đã sửa xong thì bỏ mục này; nếu chưa, xem lại mã và tên nhật ký
    .about = Mục trong accepted.yaml không ứng với lỗi hay cảnh báo nào
