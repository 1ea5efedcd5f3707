//! Who a report is written for: the one place that decides what is withheld.

/// An audience of the site, and in a record the widest audience that may see it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Audience {
    /// Everybody who can open the site.
    Public,
    /// The members of the cell; what a record has when it says nothing.
    #[default]
    Cell,
    /// The leaders of the cell only.
    Leaders,
}

impl Audience {
    /// Every audience, widest first.
    pub const ALL: [Audience; 3] = [Audience::Public, Audience::Cell, Audience::Leaders];

    /// The word in settings and on the command line.
    pub fn id(self) -> &'static str {
        match self {
            Audience::Public => "public",
            Audience::Cell => "cell",
            Audience::Leaders => "leaders",
        }
    }

    /// The audience with this word.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|audience| audience.id() == id)
    }

    /// Whether this audience may see what is meant for `visibility` at the widest.
    pub fn may_see(self, visibility: Audience) -> bool {
        self >= visibility
    }
}
