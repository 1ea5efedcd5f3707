//! Who receives papers for an organisation above: a đảng bộ is led by its committee, and papers go to that.

use crate::base::source::{characters, leading};
use crate::base::text::nfc;

/// Organisations and the committees that lead them; the last is any other one.
const COMMITTEES: [(&str, &str); 6] = [
    ("Đảng bộ tỉnh ", "Tỉnh ủy "),
    ("Đảng bộ thành phố ", "Thành ủy "),
    ("Đảng bộ huyện ", "Huyện ủy "),
    ("Đảng bộ thị xã ", "Thị ủy "),
    ("Đảng bộ quận ", "Quận ủy "),
    ("Đảng bộ ", "Đảng ủy "),
];

/// Words that make the one before them part of an office's name: a Tỉnh đoàn is no tỉnh.
const OFFICES: [&str; 3] = ["đoàn", "ủy", "uỷ"];

/// The committee of an organisation, in capitals where its name is; of what is no đảng bộ the name as it stands.
pub(super) fn of(organisation: &str) -> String {
    let name = organisation.trim();
    let found = COMMITTEES.into_iter().find_map(|(body, committee)| {
        let (written, rest) = name.split_at(leading(name, characters(body)).len());
        let written = nfc(written);
        let first = rest.split_whitespace().next().map(|word| nfc(word).to_lowercase());
        let leads = written.to_lowercase() == body.to_lowercase()
            && !first.is_some_and(|first| body != "Đảng bộ " && OFFICES.contains(&first.as_str()));
        let in_capitals = *written == written.to_uppercase();
        leads.then(|| if in_capitals { committee.to_uppercase() + rest } else { committee.to_owned() + rest })
    });
    found.unwrap_or_else(|| organisation.to_owned())
}
