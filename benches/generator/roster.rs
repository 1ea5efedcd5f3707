//! The members of the cell and its settings file.

use std::collections::HashSet;
use std::io::{self, Write};

use super::fold::slug;
use super::rng::Rng;
use super::words;

/// One member.
pub struct Member {
    /// The id, unique in the cell.
    pub id: String,
    /// The full name, family name first.
    pub name: String,
}

/// The members, the secretary first and a leader second.
pub struct Roster {
    /// In the order of the settings file.
    pub members: Vec<Member>,
}

impl Roster {
    /// As many invented members as `count` says.
    pub fn invent(count: usize, rng: &mut Rng) -> Self {
        let mut taken = HashSet::new();
        let members = (0..count).map(|_| invent_member(&mut taken, rng)).collect();
        Self { members }
    }

    /// The one who gives `member` work and confirms what happened: secretary or leader, never the member.
    pub fn superior(&self, member: usize, rng: &mut Rng) -> &Member {
        let other = usize::from(member == 0);
        let chosen = rng.below(2);
        &self.members[if chosen == member { other } else { chosen }]
    }

    /// Another member.
    pub fn colleague(&self, member: usize, rng: &mut Rng) -> &Member {
        let step = 1 + rng.below(self.members.len() - 1);
        &self.members[(member + step) % self.members.len()]
    }

    /// Writes `hieucan.yaml`.
    pub fn write_settings(&self, out: &mut Vec<u8>, as_of: &str, rng: &mut Rng) -> io::Result<()> {
        writeln!(out, "# Chi bộ sinh tự động để đo tốc độ. Mọi tên người, đơn vị và số văn bản ở đây đều là hư cấu.")?;
        writeln!(out, "cell:\n  id: chi-bo-do-toc-do\n  name: Chi bộ đo tốc độ (nhân vật hư cấu)")?;
        writeln!(out, "  parent: Đảng bộ Khối cơ quan tỉnh Thạch Giang\n  place: Thạch Giang\n")?;
        writeln!(out, "lang: vi\nas_of: {as_of}\n\nmembers:")?;
        for (index, member) in self.members.iter().enumerate() {
            write_member(out, index, member, rng)?;
        }
        Ok(())
    }
}

fn invent_member(taken: &mut HashSet<String>, rng: &mut Rng) -> Member {
    let (middle, given) = if rng.chance(50) { &words::WOMEN } else { &words::MEN };
    let name = format!("{} {} {}", rng.pick(&words::FAMILY), rng.pick(middle), rng.pick(given));
    let base = slug(&name);
    let id = (1..)
        .map(|n| if n == 1 { base.clone() } else { format!("{base}-{n}") })
        .find(|id| !taken.contains(id))
        .unwrap_or(base);
    taken.insert(id.clone());
    Member { id, name }
}

fn write_member(out: &mut Vec<u8>, index: usize, member: &Member, rng: &mut Rng) -> io::Result<()> {
    let Member { id, name } = member;
    write!(out, "  - {{id: {id}, name: {name}, emails: [{id}@vidu.example]")?;
    match index {
        0 => writeln!(out, ", role: secretary, position: Trưởng ban}}"),
        1 => writeln!(out, ", role: leader, position: Phó Trưởng ban}}"),
        _ => writeln!(out, ", position: \"{}\", group: {}}}", rng.pick(&words::POSITIONS), rng.pick(&words::GROUPS)),
    }
}
