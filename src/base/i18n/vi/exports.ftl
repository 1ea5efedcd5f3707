# Bảng, bảng tính, lịch do `hieucan export` ghi ra.

export-sheet-summary = Tổng hợp
export-sheet-matrix = Ma trận
export-sheet-figures = Số liệu
export-sheet-tasks = Công việc
export-sheet-evidence = Minh chứng
export-sheet-problems = Lỗi, cảnh báo
export-cut = … [phần sau dài quá một ô, xem nhật ký]
export-rows-cut = Bảng còn nữa nhưng trang tính không chứa hết; xem đủ bằng `--format csv`.

export-period = Kỳ
export-scope = Của ai
export-criterion-id = Mã
export-criterion = Tiêu chí
export-fact = Số liệu
export-records = Số nhật ký
export-na = Không áp dụng
export-applicable = Lượt áp dụng
export-unclaimed = Chưa tự nhận
export-unmet = Chưa đạt
export-partial = Đạt một phần
export-met = Đạt
export-claimed-points = Tự nhận (điểm)
export-evidenced-points = Có minh chứng (điểm)
export-confirmed-points = Được xác nhận (điểm)
export-claimed = Tự nhận (%)
export-evidenced = Có minh chứng (%)
export-confirmed = Được xác nhận (%)
export-disputed = Xác nhận thấp hơn
export-stale = Xác nhận không còn hiệu lực

export-record = Mã nhật ký
export-title = Công việc
export-member = Đảng viên
export-kind = Loại việc
export-status = Trạng thái
export-assigned = Ngày giao
export-due = Hạn
export-done = Hoàn thành
export-counts-in = Tính vào kỳ
export-timeliness = Tiến độ
export-days-late = Số ngày chậm
export-errors = Số lỗi
export-time-on-time = đúng hạn
export-time-late = chậm
export-time-excused = chậm, có lý do được xác nhận
export-time-overdue = quá hạn
export-time-drifting = lâu chưa cập nhật
export-time-open = chưa xong, chưa quá hạn
export-time-none = không tính hạn

export-level = Mức tự nhận
export-outcome = Kết quả
export-place = Ghi ở mục
export-evidence = Minh chứng
export-weight = Được tính không
export-counts = được tính
export-upcoming = không tính, chưa áp dụng
export-retired = không tính, đã thôi áp dụng
export-no-evidence = chưa có minh chứng

export-severity = Loại
export-path = Tệp
export-line = Dòng
export-column = Cột
export-message = Nội dung
export-hint = Cách sửa
export-code = Mã
export-accepted = Đã chấp nhận

calendar-file = Lịch thời hạn cho Outlook, điện thoại (tệp .ics)
export-calendar = Thời hạn công việc: { $of }
export-due-task = Hạn: { $title }
export-done-task = Đã xong: { $title }
export-cancelled-task = Đã hủy: { $title }
