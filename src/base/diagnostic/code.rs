//! Every kind of fault: its stable name and its severity before the settings are heard.

use super::Severity::{self, Error, Warning};

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal, $severity:ident;)+) => {
        /// A kind of fault. The name is stable: settings, data files and other tools refer to it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $name,)+ }

        impl Code {
            /// Every code, in the order of `docs/checks.md`.
            pub const ALL: &'static [Code] = &[$(Code::$name,)+];

            /// Its stable name, such as `unknown-level`.
            pub fn id(self) -> &'static str {
                match self { $(Code::$name => $id,)+ }
            }

            /// How grave it is when the settings say nothing.
            pub fn severity(self) -> Severity {
                match self { $(Code::$name => $severity,)+ }
            }
        }
    };
}

codes! {
    // -- files --------------------------------------------------------------------------------------------------
    /// The file is not UTF-8 text.
    NotUtf8 = "not-utf8", Error;
    /// NUL or another control character.
    ControlCharacter = "control-character", Error;
    /// The file is larger than 1 MiB.
    FileTooLarge = "file-too-large", Error;
    /// A file or folder name that is not UTF-8.
    NameNotUtf8 = "name-not-utf8", Error;
    /// A folder more than 32 levels below `records/`.
    FolderTooDeep = "folder-too-deep", Error;
    /// The file vanished between listing and reading.
    FileVanished = "file-vanished", Warning;
    /// A link, FIFO, socket or device where a record is expected, or a linked folder.
    SpecialFile = "special-file", Warning;
    /// Two records with one id.
    DuplicateRecord = "duplicate-record", Error;
    /// Two records whose names give one path in the site.
    PathCollision = "path-collision", Error;

    // -- front matter as YAML -----------------------------------------------------------------------------------
    /// The file does not begin with `---`.
    FrontMatterMissing = "front-matter-missing", Error;
    /// The closing `---` is missing.
    FrontMatterUnclosed = "front-matter-unclosed", Error;
    /// The front matter is larger than 64 KiB.
    FrontMatterTooLarge = "front-matter-too-large", Error;
    /// The front matter is not YAML.
    YamlSyntax = "yaml-syntax", Error;
    /// Anchors, aliases, tags or several documents.
    YamlFeature = "yaml-feature", Error;
    /// Lists and maps nested too deeply.
    YamlTooDeep = "yaml-too-deep", Error;

    // -- keys and values ----------------------------------------------------------------------------------------
    /// A required key is missing or empty.
    MissingKey = "missing-key", Error;
    /// A key that the format does not know.
    UnknownKey = "unknown-key", Error;
    /// One key twice, in any spelling.
    DuplicateKey = "duplicate-key", Error;
    /// A list, map or text where another was expected.
    WrongType = "wrong-type", Error;
    /// A date that does not exist or cannot be read.
    ImpossibleDate = "impossible-date", Error;
    /// A status outside the four.
    UnknownStatus = "unknown-status", Error;
    /// A kind of task, or of evidence, outside the list.
    UnknownKind = "unknown-kind", Error;
    /// A visibility outside the three, or empty.
    UnknownVisibility = "unknown-visibility", Error;
    /// The member is not in the roster.
    UnknownMember = "unknown-member", Error;
    /// A criterion that the rubric does not have.
    UnknownCriterion = "unknown-criterion", Error;
    /// A level that the rubric's scale does not have.
    UnknownLevel = "unknown-level", Error;
    /// A claim written as a map without `level`.
    LevelMissing = "level-missing", Error;
    /// A criterion with an empty level: nothing is claimed.
    BlankLevel = "blank-level", Warning;
    /// The record pins a rubric or version that is not loaded.
    UnknownRubric = "unknown-rubric", Error;
    /// `na` where the rubric refuses it.
    NaRefused = "na-refused", Error;
    /// `na` without a reason.
    NaWithoutReason = "na-without-reason", Warning;
    /// A claim on a criterion that is no longer, or not yet, in force.
    InactiveCriterion = "inactive-criterion", Warning;

    // -- dates --------------------------------------------------------------------------------------------------
    /// Done before it was assigned.
    DoneBeforeAssigned = "done-before-assigned", Error;
    /// Done after the as-of date.
    DoneAfterAsOf = "done-after-as-of", Error;
    /// Status done without a date.
    DoneMissing = "done-missing", Error;
    /// A date of completion with another status.
    DoneUnexpected = "done-unexpected", Warning;
    /// Due before it was assigned.
    DueBeforeAssigned = "due-before-assigned", Warning;
    /// No due date.
    DueMissing = "due-missing", Warning;
    /// Assigned after the as-of date.
    AssignedAfterAsOf = "assigned-after-as-of", Warning;
    /// A date outside the member's time in the cell.
    OutsideMembership = "outside-membership", Warning;
    /// A date before the rubric came into force.
    BeforeRubric = "before-rubric", Warning;

    // -- steps, people, tags ------------------------------------------------------------------------------------
    /// Steps that wait for each other.
    StepCycle = "step-cycle", Error;
    /// A step that waits for one that is not there.
    UnknownStep = "unknown-step", Error;
    /// Two steps with one id.
    DuplicateStep = "duplicate-step", Warning;
    /// Someone who is not in the roster.
    UnknownPerson = "unknown-person", Warning;
    /// An excuse that nobody else of the roster confirmed.
    ExcuseUnconfirmed = "excuse-unconfirmed", Warning;
    /// A weakness said to be overcome that was never named.
    UnknownTag = "unknown-tag", Warning;

    // -- evidence -----------------------------------------------------------------------------------------------
    /// An evidence file that is not there.
    MissingFile = "missing-file", Error;
    /// An evidence file outside the cell's root, or behind a link.
    FileOutsideRoot = "file-outside-root", Error;
    /// An evidence file that is named but not copied: its type or its size.
    FileNotPublished = "file-not-published", Warning;
    /// A claim without evidence.
    MissingEvidence = "missing-evidence", Warning;
    /// A placeholder instead of a text.
    PlaceholderText = "placeholder-text", Warning;
    /// A text of fewer than 10 letters.
    ShortText = "short-text", Warning;
    /// A text that stands in three or more records of the member.
    CopiedText = "copied-text", Warning;
    /// A heading tagged with something that is no criterion.
    UnknownSection = "unknown-section", Warning;
    /// A link or image target that is not allowed.
    RefusedLink = "refused-link", Warning;
    /// A relative link that leads nowhere.
    BrokenLink = "broken-link", Warning;
    /// A document number that is not well formed.
    DocumentNumber = "document-number", Warning;

    // -- text ---------------------------------------------------------------------------------------------------
    /// Quotes, lists or other blocks nested more than 64 deep.
    BodyTooDeep = "body-too-deep", Warning;
    /// Letters in decomposed form.
    NotNfc = "not-nfc", Warning;
    /// Text of an old Vietnamese encoding read as Unicode.
    Mojibake = "mojibake", Warning;
    /// A no-break space.
    NoBreakSpace = "no-break-space", Warning;
    /// An invisible character of no width.
    ZeroWidth = "zero-width", Warning;
    /// A character that turns the direction of writing.
    BidiControl = "bidi-control", Warning;
    /// A letter of another script that looks like a Latin one.
    LookAlike = "look-alike", Warning;
    /// A mark of secrecy.
    SecrecyMark = "secrecy-mark", Error;
    /// A telephone number.
    PhoneNumber = "phone-number", Warning;
    /// An identity number.
    IdentityNumber = "identity-number", Warning;

    // -- settings and rubric ------------------------------------------------------------------------------------
    /// An id with other letters than allowed, or a device name.
    BadId = "bad-id", Error;
    /// Two members, criteria or groups with one id.
    DuplicateId = "duplicate-id", Error;
    /// A word outside a closed list of the settings or the rubric.
    UnknownWord = "unknown-word", Error;
    /// A period that cannot be read.
    BadPeriod = "bad-period", Error;
    /// A path that is absolute or leaves the root.
    BadPath = "bad-path", Error;
    /// An error that the settings try to lower.
    ErrorStays = "error-stays", Error;
}

impl Code {
    /// The code with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }
}
