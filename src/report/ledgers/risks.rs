//! Risks: foreseen, come true or not, and whether a response was ready.

use super::Ledger;
use crate::report::{Report, Scope};

/// Risks by what came of them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Risks {
    /// Came true.
    pub happened: RiskCounts,
    /// Did not come true.
    pub averted: RiskCounts,
    /// Not said.
    pub unsaid: RiskCounts,
}

/// Risks with and without a response.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct RiskCounts {
    /// With a response written beside them.
    pub ready: u32,
    /// Without one.
    pub unready: u32,
}

impl RiskCounts {
    /// All of them.
    pub fn all(self) -> u32 {
        self.ready + self.unready
    }
}

impl Risks {
    /// Every risk that was foreseen.
    pub fn foreseen(&self) -> u32 {
        self.happened.all() + self.averted.all() + self.unsaid.all()
    }
}

impl Report<'_> {
    /// The risks of a member, or of the cell.
    pub fn risks(&self, scope: Scope) -> Risks {
        let mut risks = Risks::default();
        for row in self.rows_of(Ledger::Risks, scope) {
            let record = self.record(row.record);
            let risk = &record.content.risks[row.item as usize];
            let counts = match risk.happened {
                Some(true) => &mut risks.happened,
                Some(false) => &mut risks.averted,
                None => &mut risks.unsaid,
            };
            let count = if risk.response.is_some() { &mut counts.ready } else { &mut counts.unready };
            *count += 1;
        }
        risks
    }
}
