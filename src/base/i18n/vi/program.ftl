# -- templates ---------------------------------------------------------------------------------------------------
template-unknown = không có mẫu cài sẵn nào mang tên này
    .hint = chỉ thay được tệp trùng tên với mẫu cài sẵn
template-closest = có phải `templates/{ $name }`?
template-text-unknown = không có câu chữ `{ $key }` trong danh mục
