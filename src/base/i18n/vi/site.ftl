# -- charts ------------------------------------------------------------------------------------------------------
chart-claimed = tự nhận
chart-evidenced = có minh chứng
chart-confirmed = được xác nhận
chart-nothing = không có gì áp dụng
chart-records = nhật ký
chart-part-evidenced = có minh chứng
chart-part-claimed = nhận, chưa có minh chứng
chart-part-unmet = chưa đạt
chart-part-unclaimed = chưa nhận
chart-part-na = không áp dụng
chart-radar = Hai đường: tự nhận (nét đứt, chấm tròn rỗng) và có minh chứng (nét liền, ô vuông đặc). Tâm là 0%, mỗi vòng thêm 25%. Tiêu chí không có nhật ký nào áp dụng thì không có điểm. Số liệu ở bảng kèm theo.
    .reviewed = Ba đường: tự nhận (nét đứt, chấm tròn rỗng), có minh chứng (nét liền, ô vuông đặc) và được xác nhận (nét chấm, hình thoi). Tâm là 0%, mỗi vòng thêm 25%. Tiêu chí không có nhật ký nào áp dụng thì không có điểm. Số liệu ở bảng kèm theo.
chart-line = Hai đường theo tháng: tự nhận (nét đứt, chấm tròn rỗng) và có minh chứng (nét liền, ô vuông đặc). Đường đứt ở tháng không có gì áp dụng. Số liệu ở bảng kèm theo.
    .reviewed = Ba đường theo tháng: tự nhận (nét đứt, chấm tròn rỗng), có minh chứng (nét liền, ô vuông đặc) và được xác nhận (nét chấm, hình thoi). Đường đứt ở tháng không có gì áp dụng. Số liệu ở bảng kèm theo.
chart-columns = Mỗi cột là số nhật ký của một tháng, từ dưới lên: có minh chứng (đặc), nhận mà chưa có minh chứng (viền đứt), chưa đạt (gạch chéo), chưa nhận (viền chấm), không áp dụng (chấm). Số liệu ở bảng kèm theo.
chart-bar = Thanh chia số nhật ký theo kết quả, từ trái sang: có minh chứng (đặc), nhận mà chưa có minh chứng (viền đứt), chưa đạt (gạch chéo), chưa nhận (viền chấm), không áp dụng (chấm).
