//! The files by which a git server checks merge requests and publishes the site.

use super::files::{NewFile, fill};
use crate::base::i18n::Lang;

/// A kind of git server.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forge {
    /// GitLab.
    Gitlab,
    /// Gitea, and Forgejo, which reads the same files.
    Gitea,
    /// GitHub.
    Github,
}

impl Forge {
    /// Every kind, in the order in which they are offered.
    pub const ALL: [Forge; 3] = [Forge::Gitlab, Forge::Gitea, Forge::Github];

    /// Its name on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Forge::Gitlab => "gitlab",
            Forge::Gitea => "gitea",
            Forge::Github => "github",
        }
    }
}

/// What is said beside the steps, in the language of the cell.
fn notes(lang: Lang) -> [(&'static str, &'static str); 6] {
    match lang {
        Lang::Vi => [
            (
                "about",
                "Kiểm tra nhật ký ở mỗi yêu cầu hợp nhất, chỉ nêu lỗi mới; công bố trang khi nhánh chính thay đổi.",
            ),
            ("install", "Máy chạy phải có sẵn hieucan, hoặc đặt biến HIEUCAN_URL là nơi tải chương trình."),
            ("pages-gitlab", "Trang có họ tên: bật «Pages access control» để chỉ thành viên dự án xem được."),
            ("notes-gitea", "Ghi chú từng lỗi vào đúng dòng của yêu cầu hợp nhất; cần jq và curl."),
            (
                "publish-gitea",
                "Chạy trên chính máy chủ web, máy chạy mang nhãn `web`; đổi thư mục bằng biến HIEUCAN_SITE.",
            ),
            ("pages-github", "GitHub Pages mở cho mọi người nên chỉ công bố trang công khai, họ tên viết tắt."),
        ],
        Lang::En => [
            (
                "about",
                "Checks the logs of every merge request, new problems only; publishes the site when main changes.",
            ),
            ("install", "The runner has hieucan installed, or the variable HIEUCAN_URL says where to download it."),
            (
                "pages-gitlab",
                "The site names people: switch “Pages access control” on, for members of the project only.",
            ),
            ("notes-gitea", "Notes each problem on its line of the pull request; needs jq and curl."),
            (
                "publish-gitea",
                "Runs on the web server itself, a runner labelled `web`; HIEUCAN_SITE names another folder.",
            ),
            (
                "pages-github",
                "GitHub Pages are open to everybody, so only the public site goes there, names as initials.",
            ),
        ],
    }
}

/// The file for a kind of server.
pub fn file(forge: Forge, lang: Lang) -> NewFile {
    let (path, form) = match forge {
        Forge::Gitlab => (".gitlab-ci.yml", include_str!("files/gitlab.yml")),
        Forge::Gitea => (".gitea/workflows/hieucan.yml", include_str!("files/gitea.yml")),
        Forge::Github => (".github/workflows/hieucan.yml", include_str!("files/github.yml")),
    };
    NewFile::new(path, fill(form, &notes(lang)))
}
