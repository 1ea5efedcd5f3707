# -- ghi nhật ký mới: hieucan new -------------------------------------------------------------------------------

help-usage-new = hieucan new [TÊN_VIỆC] [--member ĐẢNG_VIÊN] [TÙY CHỌN]
help-command-new = Ghi một nhật ký mới: hỏi từng bước trên màn hình; ghi đủ tên việc, --member, --assigned thì không hỏi gì
help-title = Tên công việc
help-new-member = Đảng viên, ghi mã hoặc đúng họ tên
help-assigned = Ngày giao, như 2026-01-05 hoặc 5/1/2026
help-due = Hạn hoàn thành
help-done = Ngày hoàn thành
help-kind = planned (theo kế hoạch) hoặc arising (phát sinh)
help-status = planned (kế hoạch), doing (đang làm), done (hoàn thành) hoặc cancelled (hủy); bỏ trống thì suy từ ngày hoàn thành
help-assigned-by = Người giao việc: mã hoặc họ tên
help-visibility = Phạm vi xem: public (công khai), cell (chi bộ) hoặc leaders (lãnh đạo)
help-set = Một mục khác hoặc một tiêu chí, ghi được nhiều lần: `--set H1=đạt`, `--set "purpose=Để…"`, `--set "outputs={"{"}name: Kế hoạch, ref: 12-KH/BTG{"}"}"`
help-body = Nội dung viết dưới phần khai báo, theo Markdown
help-from = Bắt đầu từ một nhật ký cũ: chép tên việc, đảng viên, loại, người giao, phối hợp, căn cứ, rủi ro, các bước; không chép ngày, mức tự nhận, minh chứng
help-yes = Không hỏi gì; thiếu mục bắt buộc thì dừng và nêu tên mục
help-value-title = TÊN_VIỆC
help-value-new-member = ĐẢNG_VIÊN
help-value-assigned = NGÀY
help-value-due = NGÀY
help-value-done = NGÀY
help-value-kind = LOẠI
help-value-status = TRẠNG_THÁI
help-value-assigned-by = NGƯỜI
help-value-visibility = PHẠM_VI
help-value-set = MỤC=NỘI_DUNG
help-value-body = NỘI_DUNG
help-value-from = TỆP

new-missing = chưa ghi nhật ký vì còn thiếu { $missing }
    .hint = Ghi thêm các mục đó, hoặc bỏ `--yes` để được hỏi từng bước
new-no-terminal = chưa ghi nhật ký vì còn thiếu { $missing }, mà ở đây không có màn hình dòng lệnh để hỏi
    .hint = Ghi thêm các mục đó, ví dụ `hieucan new "Tên việc" --member can-bo-a --assigned 5/1/2026`
new-unsound = chưa ghi `{ $path }` vì nhật ký sẽ có lỗi
    .hint = Sửa các mục nêu trên rồi chạy lại; chưa có tệp nào được ghi
new-no-member = danh sách chi bộ không có `{ $found }`
    .hint = Ghi mã hoặc đúng họ tên như trong hieucan.yaml
new-set-form = `--set { $found }` chưa có dấu `=`
    .hint = Ghi theo kiểu `--set MỤC=NỘI_DUNG`
new-set-key = nhật ký không có mục nào tên `{ $found }`, bộ tiêu chí cũng không có mã này
    .hint = Dùng được: { $expected }
new-set-value = không đọc được nội dung `{ $found }`
    .hint = Viết một câu, hoặc nhiều mục con theo kiểu {"{"}name: Kế hoạch, ref: 12-KH/BTG{"}"}
new-set-level = `{ $found }` không phải là một mức của bộ tiêu chí
    .hint = Ghi đạt, đạt một phần, chưa đạt hoặc không áp dụng; có lý do thì ghi {"{"}mức: chưa đạt, lý do: …{"}"}
failure-no-answers = `{ $path }` không phải là nhật ký đọc được
    .hint = Chỉ ra một tệp nhật ký khác bằng `--from`; chưa có gì được ghi

new-kept = Chưa ghi nhật ký. Những gì đã trả lời được giữ ở { $path }; lần sau chạy `hieucan new` sẽ hỏi tiếp từ đó.
new-not-kept = chưa ghi nhật ký và cũng không giữ được bản nháp
    .hint = Xem lại quyền ghi vào thư mục riêng của người dùng (`~/.local/state`)
new-written = Đã ghi { $path }
new-warnings = Cảnh báo: { $number }; nhật ký vẫn được tính, nên xem lại bằng `hieucan check`.
new-next =
    Việc tiếp theo:
    { "  " }1. Mở { $path } bằng trình soạn thảo nếu muốn viết thêm.
    { "  " }2. Ghi vào git: `git add { $path }`, rồi `git commit -m "Nhật ký"`.

# câu hỏi
new-welcome =
    Ghi nhật ký mới. Enter: sang câu sau. Esc: quay lại câu trước. Ctrl+C: dừng, những gì đã trả lời vẫn còn.
    Chỗ có danh sách: dùng phím mũi tên, gõ số, hoặc gõ vài chữ của mục cần chọn.
new-left = Lần trước còn một bản nháp chưa ghi: { $title }
new-left-go-on = Viết tiếp bản nháp đó
new-left-anew = Bỏ bản nháp, viết nhật ký khác
new-untitled = (chưa có tên việc)
new-ask-title = Tên công việc là gì?
    .hint = Một câu ngắn, ví dụ: Tham mưu kế hoạch tuyên truyền đại hội chi bộ
new-title-missing = Nhật ký cần có tên công việc
new-ask-member = Ai thực hiện?
new-ask-assigned = Giao ngày nào?
    .hint = Ghi như 5/1/2026 hoặc 2026-01-05
new-assigned-missing = Nhật ký cần có ngày giao, ví dụ 5/1/2026
new-ask-due = Hạn hoàn thành ngày nào?
    .hint = Không có hạn thì để trống
new-ask-done = Hoàn thành ngày nào?
    .hint = Chưa xong thì để trống
new-no-day = «{ $found }» không phải là ngày có thật, hoặc chưa đúng cách ghi; ghi như 5/1/2026 hoặc 2026-01-05
new-before-assigned = Ngày này trước ngày giao ({ $other }); ghi lại, hoặc nhấn Esc để sửa ngày giao
new-done-later = Ngày này sau ngày chốt số liệu ({ $other }); việc chưa xong thì để trống
new-ask-kind = Việc theo kế hoạch hay phát sinh?
new-kind-planned = theo kế hoạch
new-kind-arising = phát sinh
new-skip = bỏ qua
new-ask-assigned-by = Ai giao việc?
    .hint = Ghi mã hoặc họ tên; không rõ thì để trống
new-ask-reason = Vì sao ở mức này?
    .hint = Một câu ngắn; để trống cũng được
new-ask-evidence = Minh chứng khác
    .hint = Điều gì cho thấy mức tự nhận, ví dụ: Trưởng ban cho ý kiến trực tiếp ngày 05/01. Chưa có thì để trống, nhật ký sẽ có cảnh báo.
new-ask-purpose = Mục đích, yêu cầu
    .hint = Việc này để làm gì, yêu cầu đến đâu?
new-ask-procedure = Quy trình
    .hint = Làm theo các bước, quy trình nào?
new-ask-outputs = Sản phẩm
    .hint = Tên văn bản, sản phẩm đã làm ra
new-ask-coordination = Phối hợp
    .hint = Đã làm việc với cơ quan, đơn vị, người nào?
new-ask-strengths = Ưu điểm
    .hint = Điểm mạnh đã phát huy trong việc này
new-ask-weaknesses = Hạn chế
    .hint = Điều còn yếu, còn thiếu trong việc này
new-ask-context = Bối cảnh
    .hint = Điều đang diễn ra lúc làm việc, ảnh hưởng đến việc
new-ask-progress = Tiến độ
    .hint = Đã làm xong phần nào?
new-ask-direction = Chỉ đạo của lãnh đạo
    .hint = Lãnh đạo yêu cầu gì khi giao việc?
new-ask-references = Căn cứ
    .hint = Số, ký hiệu của quy định, văn bản đã dựa vào, ví dụ 124-QĐ/TW
new-ask-risks = Rủi ro, tình huống đã dự báo
    .hint = Điều có thể xảy ra
new-ask-steps = Các bước
    .hint = Việc nào trước, việc nào sau; mỗi lần một bước
new-ask-archive = Lưu trữ
    .hint = Hồ sơ lưu ở đâu?
new-ask-revisions = Lãnh đạo đã sửa gì
    .hint = Điều được góp ý, chỉnh sửa trong văn bản tham mưu
new-ask-lessons = Bài học kinh nghiệm
    .hint = Rút ra điều gì cho lần sau?
new-ask-fixed = Hạn chế đã khắc phục
    .hint = Nhãn của hạn chế cũ nay đã khắc phục
new-ask-excused = Lý do khách quan khi hoàn thành chậm
    .hint = Chỉ được tính khi một người khác trong chi bộ xác nhận
new-ask-body = Nội dung viết thêm
    .hint = Kể thêm về việc đã làm; để trống cũng được, sau này viết tiếp trong tệp
new-part-ref = Số, ký hiệu (không có thì để trống):
new-part-role = Phần việc của họ (không có thì để trống):
new-part-tag = Nhãn ngắn để nối các lần lặp lại, ví dụ cham-tien-do (không cần thì để trống):
new-part-on = Ngày (không nhớ thì để trống):
new-part-by = Ai (mã hoặc họ tên, không rõ thì để trống):
new-part-q = Điều đã hỏi lại cho rõ (không có thì để trống):
new-part-a = Trả lời:
new-part-title = Tên văn bản (không có thì để trống):
new-part-response = Cách ứng phó (chưa có thì để trống):
new-more = Thêm một mục nữa, hoặc nhấn Enter để sang câu sau.
new-says-nothing = Câu này còn ngắn hoặc chỉ ghi tạm nên chưa được tính là minh chứng; viết rõ hơn, hoặc nhấn Enter để giữ nguyên
new-ready = Nhật ký sẽ được ghi vào { $path }:
new-end-write = Ghi nhật ký này
new-end-change = Sửa một câu trả lời
new-end-leave = Dừng ở đây, giữ làm bản nháp
new-end-unsound = Nhật ký đang có lỗi nêu trên nên chưa ghi được; sửa câu trả lời đó trước.
new-which = Sửa câu nào?
new-name-title = tên công việc
new-name-member = đảng viên
new-name-assigned = ngày giao
new-name-due = hạn hoàn thành
new-name-done = ngày hoàn thành
new-name-kind = loại việc
new-name-assigned-by = người giao
new-name-reason = lý do
new-name-evidence = minh chứng
new-name-body = nội dung viết thêm
