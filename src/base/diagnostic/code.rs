//! Every kind of fault: its stable name, its severity before the settings are heard, and the facts its sentence needs.
//!
//! The facts, by name; a check passes each one that its code lists with [`super::Diagnostic::arg`]:
//!
//! | Fact | What it is |
//! |---|---|
//! | `found` | the writer's own words ([`super::Diagnostic::found`] cuts them), or a named character such as `U+200B` |
//! | `key` | the key as the format spells it, such as `assigned` |
//! | `expected` | what may stand there: words joined by `, `, or catalogue texts |
//! | `reason` | why, as a catalogue text |
//! | `criterion`, `level`, `member`, `id`, `tag` | an id as the settings or the rubric spell it |
//! | `date`, `other-date` | the date at fault and the one it is held against, in ISO form; shown as people write them |
//! | `line` | the line of the first occurrence in the same file |
//! | `other` | the path of the other file |
//! | `limit` | a largest size or number with its unit, such as `1 MiB` |
//! | `count` | how many |
//! | `steps` | ids of steps, such as `a → b → a` |
//! | `next` | what to do, as a catalogue text; of `unknown-key` a word: name, blank, comma, claim, excuse, text; of `wrong-type`: map, list, item, text, date, number, yes-no, quote, claims, words; of `keys-in-body`: fence, above; of `missing-file`: look, slash; of `placeholder-text`: text, section |
//! | `line-to-paste` | a whole line for the settings, or the writer's line as it should be; `none` where there is none |
//!
//! A value that begins with `@` is a catalogue text: `@type-list` stands for the text `fact-type-list`. Several may be
//! joined: `@field-purpose, @field-procedure`. There are:
//!
//! - types: `@type-` text, list, claims, map, date, yes-no, number, nothing, text-or-list, text-or-map, list-or-map;
//! - lists of words: `@words-` status, kind, visibility, rater;
//! - fields of a record: `@field-` and the key, with `-` for `_` (`@field-on-time`), and `@field-evidence`;
//! - what an id is made of: `@id-` member, criterion;
//! - next steps: of `unknown-criterion` `@criterion-` id, brackets, blank, colon, dash;
//! - reasons of `special-file`: `@special-` link, folder-link, fifo, socket, device, other, folder, and its next steps: record, needed;
//! - first lines of `front-matter-missing`: `@line-` blank, none;
//! - of `yaml-syntax`: `@yaml-` tab, colon, blank, open, quote, escape, bracket, hash, indent, dash, deeper, key-colon, sign,
//!   bullet, other, and its next steps `@fix-` of the same names, and `@fix-quotes`;
//! - of `yaml-feature`: `@yaml-` anchor, alias, tag, documents, key;
//! - of `excuse-unconfirmed`: `@excuse-` missing, stranger, shared, own;
//! - next steps of `control-character`: `@control-` delete, backslash;
//! - of `reviewer-role`: `@rater-` cell, superior;
//! - of `self-review`: `@own-` by, author;
//! - of `bad-stamp`: `@stamp-` missing, broken, version;
//! - of `file-not-published`: `@file-` type, size;
//! - next steps of `unknown-step`: `@step-` id, brackets;
//! - the codes of `unknown-word`: `@codes-printed`.

use super::Severity::{self, Error, Warning};
use crate::base::i18n::Catalog;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $name:ident = $id:literal, $severity:ident, [$($fact:literal),*];)+) => {
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

            /// Names of the facts that its sentence and its hint speak of; the table above says what each one is.
            pub fn facts(self) -> &'static [&'static str] {
                match self { $(Code::$name => &[$($fact),*],)+ }
            }
        }
    };
}

codes! {
    // -- files --------------------------------------------------------------------------------------------------
    /// The file is not UTF-8 text.
    NotUtf8 = "not-utf8", Error, [];
    /// NUL or another control character.
    ControlCharacter = "control-character", Error, ["found", "next"];
    /// The file is larger than 1 MiB.
    FileTooLarge = "file-too-large", Error, ["limit"];
    /// A file or folder name that is not UTF-8.
    NameNotUtf8 = "name-not-utf8", Error, ["found"];
    /// A folder more than 32 levels below `records/`.
    FolderTooDeep = "folder-too-deep", Error, ["limit"];
    /// The file vanished between listing and reading.
    FileVanished = "file-vanished", Warning, [];
    /// A link, FIFO, socket or device where a record is expected, or a linked folder.
    SpecialFile = "special-file", Warning, ["reason", "next"];
    /// A file whose name is nearly that of a log, so it is not taken.
    LogName = "log-name", Warning, ["found", "expected"];
    /// Two records with one id.
    DuplicateRecord = "duplicate-record", Error, ["id", "other"];
    /// Two records whose names give one path in the site.
    PathCollision = "path-collision", Error, ["found", "other"];

    // -- front matter as YAML -----------------------------------------------------------------------------------
    /// The file does not begin with `---`.
    FrontMatterMissing = "front-matter-missing", Error, ["found"];
    /// The closing `---` is missing.
    FrontMatterUnclosed = "front-matter-unclosed", Error, [];
    /// Lines of front matter below the line that ends it.
    KeysInBody = "keys-in-body", Warning, ["found", "next"];
    /// The front matter is larger than 64 KiB.
    FrontMatterTooLarge = "front-matter-too-large", Error, ["limit"];
    /// The front matter is not YAML.
    YamlSyntax = "yaml-syntax", Error, ["reason", "next", "line-to-paste"];
    /// Anchors, aliases, tags or several documents.
    YamlFeature = "yaml-feature", Error, ["reason", "line-to-paste"];
    /// Lists and maps nested too deeply.
    YamlTooDeep = "yaml-too-deep", Error, ["limit"];

    // -- keys and values ----------------------------------------------------------------------------------------
    /// A required key is missing or empty.
    MissingKey = "missing-key", Error, ["key"];
    /// A key that the format does not know.
    UnknownKey = "unknown-key", Error, ["found", "next", "expected", "line-to-paste"];
    /// A text that ends where ` #` begins a comment.
    TextAfterHash = "text-after-hash", Warning, ["key", "found", "expected"];
    /// A text whose lines begin with the dashes or bullets of a word processor, where a list may stand.
    ListSign = "list-sign", Warning, ["key", "found", "expected"];
    /// One key twice, in any spelling.
    DuplicateKey = "duplicate-key", Error, ["key", "line"];
    /// A list, map or text where another was expected.
    WrongType = "wrong-type", Error, ["key", "expected", "found", "next", "line-to-paste"];
    /// A date that does not exist or cannot be read.
    ImpossibleDate = "impossible-date", Error, ["found", "key"];
    /// A status outside the four.
    UnknownStatus = "unknown-status", Error, ["found", "expected"];
    /// A kind of task, or of evidence, outside the list.
    UnknownKind = "unknown-kind", Error, ["found", "expected"];
    /// A visibility outside the three, or empty.
    UnknownVisibility = "unknown-visibility", Error, ["found", "expected"];
    /// The member is not in the roster.
    UnknownMember = "unknown-member", Error, ["found", "line-to-paste"];
    /// Someone of the roster, but not by the id that stands there.
    MemberNotId = "member-not-id", Error, ["found", "next", "expected"];
    /// A criterion that the rubric does not have.
    UnknownCriterion = "unknown-criterion", Error, ["found", "next", "expected"];
    /// A level that the rubric's scale does not have.
    UnknownLevel = "unknown-level", Error, ["found", "criterion", "expected"];
    /// A word for one level that the rubric gives as a label to another.
    AmbiguousLevel = "ambiguous-level", Warning, ["found", "criterion", "level", "expected"];
    /// A claim written as a map without `level`.
    LevelMissing = "level-missing", Error, ["criterion"];
    /// A criterion with an empty level: nothing is claimed.
    BlankLevel = "blank-level", Warning, ["criterion"];
    /// The record pins a rubric or version that is not loaded.
    UnknownRubric = "unknown-rubric", Error, ["found", "expected"];
    /// `na` where the rubric refuses it.
    NaRefused = "na-refused", Error, ["criterion"];
    /// `na` without a reason.
    NaWithoutReason = "na-without-reason", Warning, ["criterion", "expected"];
    /// A claim on a criterion that is no longer, or not yet, in force.
    InactiveCriterion = "inactive-criterion", Warning, ["criterion"];

    // -- dates --------------------------------------------------------------------------------------------------
    /// Done before it was assigned.
    DoneBeforeAssigned = "done-before-assigned", Error, ["date", "other-date"];
    /// Done after the as-of date.
    DoneAfterAsOf = "done-after-as-of", Error, ["date", "other-date"];
    /// Status done without a date.
    DoneMissing = "done-missing", Error, [];
    /// A date of completion with another status.
    DoneUnexpected = "done-unexpected", Warning, ["date", "found"];
    /// Due before it was assigned.
    DueBeforeAssigned = "due-before-assigned", Warning, ["date", "other-date"];
    /// No due date.
    DueMissing = "due-missing", Warning, [];
    /// Assigned after the as-of date.
    AssignedAfterAsOf = "assigned-after-as-of", Warning, ["date", "other-date"];
    /// A date outside the member's time in the cell.
    OutsideMembership = "outside-membership", Warning, ["date", "key", "member"];
    /// A date before the rubric came into force.
    BeforeRubric = "before-rubric", Warning, ["date", "other-date"];

    // -- steps, people, tags ------------------------------------------------------------------------------------
    /// Steps that wait for each other.
    StepCycle = "step-cycle", Error, ["steps"];
    /// A step that waits for one that is not there.
    UnknownStep = "unknown-step", Error, ["found", "next"];
    /// Two steps with one id.
    DuplicateStep = "duplicate-step", Warning, ["found"];
    /// Someone who is not in the roster.
    UnknownPerson = "unknown-person", Warning, ["found", "reason", "next"];
    /// An excuse that nobody else of the roster confirmed.
    ExcuseUnconfirmed = "excuse-unconfirmed", Warning, ["reason", "line-to-paste"];
    /// A weakness said to be overcome that was never named.
    UnknownTag = "unknown-tag", Warning, ["tag"];

    // -- reviews ------------------------------------------------------------------------------------------------
    /// A review of a record that is not there.
    UnknownRecord = "unknown-record", Error, ["found"];
    /// A review of a record that has errors.
    ReviewOfFaulty = "review-of-faulty", Warning, ["found", "other"];
    /// A reviewer for the cell who is not in the roster.
    UnknownReviewer = "unknown-reviewer", Error, ["found", "reason", "next"];
    /// A reviewer for neither the cell nor the superior body.
    UnknownRater = "unknown-rater", Error, ["found", "expected"];
    /// A reviewer whose role does not allow it.
    ReviewerRole = "reviewer-role", Error, ["member", "reason"];
    /// A reviewer for the cell who was no member of it on that day.
    ReviewerNotMember = "reviewer-not-member", Error, ["member", "date"];
    /// A review of a day after the as-of date.
    ReviewAfterAsOf = "review-after-as-of", Error, ["date", "other-date"];
    /// A review of a day before the work was given out.
    ReviewBeforeAssigned = "review-before-assigned", Error, ["date", "other-date"];
    /// A stamp that is missing, broken or of an unknown version.
    BadStamp = "bad-stamp", Error, ["found", "reason"];
    /// The record has changed since it was reviewed.
    StaleReview = "stale-review", Warning, ["id"];
    /// A review by the record's own member, by its name or by the author of its last commit.
    SelfReview = "self-review", Warning, ["member", "reason"];
    /// A rating in a word that the cell does not declare.
    UnknownRating = "unknown-rating", Error, ["found", "expected", "line-to-paste"];
    /// A rating by the hand of the member whom it is about.
    SelfRating = "self-rating", Error, ["member", "reason"];
    /// A rating of a period whose end is still far.
    RatingBeforeEnd = "rating-before-end", Warning, ["date", "other-date"];
    /// A second rating by the same rater in the same period.
    RatingTwice = "rating-twice", Error, ["other"];
    /// Votes that are not `9/10`.
    BadVotes = "bad-votes", Error, ["found"];
    /// A criterion with an empty level in a review: no verdict.
    BlankVerdict = "blank-verdict", Warning, ["criterion"];
    /// A review that judges no criterion.
    ReviewWithoutVerdict = "review-without-verdict", Warning, [];
    /// A verdict on a criterion that the record says does not apply.
    VerdictOnNa = "verdict-on-na", Warning, ["criterion"];
    /// A verdict below the claim without a reason.
    VerdictWithoutReason = "verdict-without-reason", Warning, ["criterion"];

    // -- evidence -----------------------------------------------------------------------------------------------
    /// An evidence file that is not there.
    MissingFile = "missing-file", Error, ["found", "next"];
    /// An evidence file outside the cell's root, or behind a link.
    FileOutsideRoot = "file-outside-root", Error, ["found"];
    /// An evidence file that is named but not copied: its type or its size.
    FileNotPublished = "file-not-published", Warning, ["found", "reason"];
    /// A claim without evidence.
    MissingEvidence = "missing-evidence", Warning, ["criterion", "expected"];
    /// A placeholder instead of a text.
    PlaceholderText = "placeholder-text", Warning, ["found", "next"];
    /// A text of fewer than 10 letters.
    ShortText = "short-text", Warning, ["found"];
    /// A text that stands in three or more records of the member.
    CopiedText = "copied-text", Warning, ["found", "count"];
    /// A heading tagged with something that is no criterion.
    UnknownSection = "unknown-section", Warning, ["found"];
    /// The tag of a criterion where none is read, so that no text becomes its evidence.
    UnreadSection = "unread-section", Warning, ["found", "reason", "line-to-paste"];
    /// A link or image target that is not allowed.
    RefusedLink = "refused-link", Warning, ["found"];
    /// A relative link that leads nowhere.
    BrokenLink = "broken-link", Warning, ["found"];
    /// A document number that is not well formed.
    DocumentNumber = "document-number", Warning, ["found"];

    // -- text ---------------------------------------------------------------------------------------------------
    /// Quotes, lists or other blocks nested more than 64 deep.
    BodyTooDeep = "body-too-deep", Warning, ["limit"];
    /// Letters in decomposed form.
    NotNfc = "not-nfc", Warning, ["found"];
    /// Text of an old Vietnamese encoding read as Unicode.
    Mojibake = "mojibake", Warning, ["found"];
    /// A no-break space.
    NoBreakSpace = "no-break-space", Warning, [];
    /// An invisible character of no width.
    ZeroWidth = "zero-width", Warning, ["found"];
    /// A character that turns the direction of writing.
    BidiControl = "bidi-control", Warning, ["found"];
    /// A letter of another script that looks like a Latin one.
    LookAlike = "look-alike", Warning, ["found", "expected"];
    /// A mark of secrecy.
    SecrecyMark = "secrecy-mark", Error, ["found"];
    /// A telephone number.
    PhoneNumber = "phone-number", Warning, ["found"];
    /// An identity number.
    IdentityNumber = "identity-number", Warning, ["found"];

    // -- settings and rubric ------------------------------------------------------------------------------------
    /// An id with other letters than allowed, or a device name.
    BadId = "bad-id", Error, ["found", "expected"];
    /// Two members, criteria or groups with one id.
    DuplicateId = "duplicate-id", Error, ["id", "line"];
    /// A word outside a closed list of the settings or the rubric.
    UnknownWord = "unknown-word", Error, ["found", "key", "expected"];
    /// A period that cannot be read.
    BadPeriod = "bad-period", Error, ["found"];
    /// A time of the roster that ends before it begins.
    UntilBeforeFrom = "until-before-from", Error, ["date", "other-date"];
    /// A path that is absolute or leaves the root.
    BadPath = "bad-path", Error, ["found"];
    /// An error that the settings try to lower.
    ErrorStays = "error-stays", Error, ["found"];
    /// An accepted problem that is not there.
    AcceptedUnused = "accepted-unused", Warning, ["found", "id"];
    /// An accepted problem whose day has passed and that is still there.
    AcceptedExpired = "accepted-expired", Warning, ["found", "id", "date"];
}

impl Code {
    /// What it means, as one sentence.
    pub fn about(self, catalog: &Catalog) -> String {
        catalog.text(&format!("{}.about", self.id()))
    }

    /// The code with this name.
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|code| code.id() == id)
    }
}
