#!/bin/sh
# Kiểm tra những gì sắp được ghi vào kho (đã `git add`), không phải tệp đang sửa dở.
# Bật: git config core.hooksPath [[hooks]]    Bỏ qua một lần: git commit --no-verify
cell='[[cell]]'
missing='hieucan: chưa có chương trình này trên máy nên chưa kiểm tra được nhật ký'
refused='hieucan: chưa ghi vào kho; sửa các lỗi trên rồi `git add` và ghi lại'
[[body]]
