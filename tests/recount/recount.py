#!/usr/bin/env python3
"""Recount a cell's task logs and compare the result with a published data/tallies.json.

    python3 recount.py ROOT TALLIES_JSON [--as-of DATE] [--audience cell|leaders]

This is an oracle: written from the product's contract alone, sharing no code with the program it
checks. It prefers the plain way over the fast one. It prints every figure that differs, then
`recount: N rows agree, M differ`; exit status 0 agreed, 1 differences, 2 could not run.
Records that are left out because of an error are listed on stderr with the reason.

The way through: settings and rubric -> records read -> what the audience may not see dropped ->
errors, with warnings that the settings raise -> copied texts -> reviews -> rows -> comparison. How a file is read stands in
reading.py, what a review's stamp is of in stamp.py.
"""

import argparse
import datetime
import json
import os
import re
import stat
import sys
import unicodedata
from collections import Counter, defaultdict
from dataclasses import dataclass, field
from urllib.parse import unquote

from stamp import stamp
from reading import (KEY_WORDS, LEVELS, RECORD, REVIEW, CLAIM, Fault, Pairs, fold, has_control,
                     has_secrecy_mark, is_blank, is_placeholder, is_short, listed, load_yaml,
                     map_of, nfc, on_disk, path_part, plain, read_date, read_text, same_text, scalars, sections,
                     without_marks, word)

MAX_FRONT_MATTER = 64 << 10
COPIED_FROM = 3         # as many records of one member with one text make it a copy
COLUMNS = ("records", "na", "unclaimed", "unmet", "partial", "met",
           "claimed", "evidenced", "confirmed", "disputed", "stale")
HALF_POINTS = {"met": 2, "partial": 1, "unmet": 0, "na": 0}


# ---------------------------------------------------------------- the cell and its rubric

ON_TIME = "on-time"     # not a field: evidence that `done` is not after `due`


@dataclass
class Criterion:
    """One criterion: which fields show it, whether na is allowed, when it counts."""
    id: str
    evidence: list
    na: str = "allowed"
    state: str = "active"
    until: datetime.date = None

    def counts_on(self, date):
        """Upcoming criteria are not counted, retired ones only up to their last day."""
        if self.state == "retired" and self.until:
            return date <= self.until
        return self.state != "upcoming"


@dataclass
class Rubric:
    """A criteria set."""
    id: str
    version: str
    criteria: list
    levels: set = field(default_factory=lambda: set(HALF_POINTS))

    @property
    def pin(self):
        """The set and its version, as records and data files name it."""
        return f"{self.id}@{self.version}"

    def find(self, name):
        """The criterion of an id in any letter case, or None."""
        wanted = name.strip().casefold() if isinstance(name, str) else None
        return next((c for c in self.criteria if c.id.casefold() == wanted), None)


BUILT_IN = Rubric("5-hieu-6-can", "1", [Criterion(name, shown_by.split()) for name, shown_by in {
    "H1": "purpose procedure", "H2": "outputs", "H3": "coordination",
    "H4": "strengths weaknesses", "H5": "context", "C1": f"progress {ON_TIME}",
    "C2": "direction", "C3": "references", "C4": "risks", "C5": "steps archive",
    "C6": "revisions lessons"}.items()])


def read_rubric(root, path):
    """The rubric that the settings name, else rubric.yaml, else the built-in set."""
    if not path and not os.path.exists(os.path.join(root, "rubric.yaml")):
        return BUILT_IN
    tree = plain(load_yaml(read_text(os.path.join(root, path or "rubric.yaml"))))
    groups = listed(tree.get("groups")) or [tree]
    criteria = [_criterion(c) for group in groups for c in listed(group.get("criteria"))]
    levels = {level["id"] for level in listed(tree.get("levels"))} or set(HALF_POINTS)
    return Rubric(tree["id"], tree["version"], criteria, levels)


def _criterion(tree):
    """A criterion of rubric.yaml; `section` and `explicit` always count, so they say nothing."""
    shown_by = [KEY_WORDS.get(fold(name), name.replace("_", "-").casefold())
                for name in listed(tree.get("evidence"))]
    return Criterion(tree["id"], shown_by, tree.get("na") or "allowed",
                     tree.get("state") or "active", read_date(tree.get("until") or ""))


@dataclass
class Cell:
    """The settings that decide what counts."""
    root: str
    members: list
    rubric: Rubric
    as_of: datetime.date
    raised: list = field(default_factory=list)      # warnings that the settings make errors
    roster: dict = field(default_factory=dict)      # the members' settings by id


def read_cell(root, as_of=None):
    """hieucan.yaml and the rubric; as-of is the given date, else the settings', else today."""
    root = os.path.realpath(root)
    settings = plain(load_yaml(read_text(os.path.join(root, "hieucan.yaml"))))
    written = as_of or settings.get("asof")
    date = read_date(written) if written else datetime.date.today()
    if date is None:
        raise Fault(f"as-of is no date: {written}")
    roster = {member["id"]: member for member in listed(settings.get("members"))}
    return Cell(root, list(roster), read_rubric(root, settings.get("rubric")), date,
                raised_warnings(settings.get("checks") or {}), roster)


def raised_warnings(checks):
    """Codes of warnings that the settings make errors; one that is not recounted stops the run."""
    raised = [code for code, severity in checks.items() if severity.casefold() == "error"]
    if other := sorted(NOT_RECOUNTED.intersection(raised)):
        raise Fault(f"raised to an error, and not recounted: {', '.join(other)}")
    return [code for code in raised if code in WARNINGS or code in COPY_WARNINGS]


# ---------------------------------------------------------------- records

@dataclass
class Claim:
    """What a member says of one criterion; level None is unclaimed."""
    level: str = None
    evidence: list = field(default_factory=list)
    reason: str = None
    is_blank: bool = False      # named, with nothing for its level


@dataclass
class Record:
    """One task log as read, with everything that is wrong with it."""
    path: str
    errors: list = field(default_factory=list)
    fields: dict = field(default_factory=dict)
    claims: dict = field(default_factory=dict)
    sections: dict = field(default_factory=dict)
    visibility: str = "leaders"     # what cannot be read is for leaders
    body: str = ""
    rulings: dict = field(default_factory=dict)     # by criterion: the level that reviewers gave, or STALE

    def __getattr__(self, name):
        """A field of the front matter; None when absent or unreadable."""
        if name in RECORD:
            return self.fields.get(name)
        raise AttributeError(name)

    @property
    def month(self):
        """The date that decides where the record counts."""
        return self.done or self.due or self.assigned


def record_paths(root, wanted):
    """Every file under records/ that is `wanted`, sorted; links and special files are none."""
    found = []
    for folder, folders, files in os.walk(os.path.join(root, "records"), onerror=_stop):
        folders[:] = [name for name in folders if name[0] not in ".#"]
        found += [os.path.join(folder, name) for name in files if wanted(folder, name)]
    return sorted(found)


def _stop(error):
    """A folder that cannot be read stops the run; no records at all is a cell without logs."""
    if not isinstance(error, FileNotFoundError):
        raise error


def is_log(folder, name):
    """Whether a file is a task log: not a review, a rating, a README, a hidden or linked file."""
    if not name.endswith(".md") or name == "README.md" or name[0] in ".#":
        return False
    if name.endswith((".review.md", ".rating.md")):
        return False
    return stat.S_ISREG(os.lstat(os.path.join(folder, name)).st_mode)


def is_review(folder, name):
    """Whether a file is a review: hidden and linked ones are none."""
    if not name.endswith(".review.md") or name[0] in ".#":
        return False
    return stat.S_ISREG(os.lstat(os.path.join(folder, name)).st_mode)


def read_record(path, cell):
    """A task log and its errors; a file that cannot be read is a record with nothing but one."""
    record = Record(os.path.relpath(path, cell.root))
    try:
        whole = read_text(path)
        front, body = split_front_matter(whole)
        tree = load_yaml(front)
    except Fault as fault:
        record.errors.append(str(fault))
        return record
    texts = [whole, *scalars(tree)]     # the tree too: YAML can spell letters by their numbers
    if any(map(has_control, texts)):
        record.errors.append("control characters")
    if any(map(has_secrecy_mark, texts)):
        record.errors.append("secrecy mark")
    record.fields = map_of(None, RECORD)(tree, "front matter", record.errors) or {}
    record.visibility = record.fields.get("visibility") or "cell"
    record.claims = read_claims(record.criteria, cell.rubric, record.errors)
    record.sections = sections(body, cell.rubric.find)
    record.body = body
    record.errors += [e for check in CHECKS for e in check(record, cell)]
    return record


def split_front_matter(whole):
    """The text between the two `---` lines, and the text after them."""
    lines = whole.split("\n")
    fences = [i for i, line in enumerate(lines) if line.rstrip() == "---"][:2]
    if len(fences) < 2 or fences[0] != 0:
        raise Fault("no front matter")
    front = "\n".join(lines[1:fences[1]]) + "\n"
    if len(front.encode()) > MAX_FRONT_MATTER:
        raise Fault("front matter larger than 64 KiB")
    return front, "\n".join(lines[fences[1] + 1:])


def read_claims(tree, rubric, errors):
    """The claims by criterion id, from a map, or from a list that means all met."""
    pairs = tree if isinstance(tree, Pairs) else [
        (name, "met") for name in listed(tree) if not is_blank(name)]
    claims = {}
    for key, value in pairs:
        criterion = rubric.find(key)
        if criterion is None:
            errors.append(f"unknown criterion: {key}")
        elif criterion.id in claims:
            errors.append(f"criterion given twice: {key}")
        else:
            claims[criterion.id] = read_claim(value, criterion, rubric, errors)
    return claims


def read_claim(tree, criterion, rubric, errors):
    """One claim: a level, or a map that must name its level. A blank level is unclaimed."""
    fields = {"level": tree} if isinstance(tree, str) else CLAIM(tree, criterion.id, errors) or {}
    if "level" not in fields:
        errors.append(f"{criterion.id}: no level")
    level = word(LEVELS)(fields.get("level") or "", criterion.id, errors)
    if level and level not in rubric.levels:
        errors.append(f"{criterion.id}: not a level of the rubric: {level}")
    if level == "na" and criterion.na == "refused":
        errors.append(f"{criterion.id}: na is refused")
    return Claim(level, fields.get("evidence") or [], fields.get("reason"),
                 "level" in fields and not fields["level"])


# ---------------------------------------------------------------- errors of one record

def required_fields(record, cell):
    """Title, member and assigned must be there; the member on the roster; the rubric known."""
    yield from (f"missing {name}" for name in ("title", "member", "assigned")
                if record.fields.get(name) is None)
    if record.member and record.member not in cell.members:
        yield f"unknown member: {record.member}"
    if record.rubric and record.rubric != cell.rubric.pin:
        yield f"unknown rubric: {record.rubric}"


def possible_dates(record, cell):
    """Done is not before assigned, not after as-of, and given when the status says so."""
    if record.done and record.assigned and record.done < record.assigned:
        yield "done before assigned"
    if record.done and record.done > cell.as_of:
        yield "done after as-of"
    if record.status == "done" and not record.done:
        yield "status done without done"


def sound_steps(record, _cell):
    """Steps wait for known steps only, and never for each other in a circle."""
    after = defaultdict(set)
    for step in record.steps or []:
        after[step.get("id")] |= set(step.get("after") or [])
    known = set(after) - {None}
    yield from (f"unknown step: {name}" for name in sorted(set().union(*after.values()) - known))
    waiting = {name: after[name] & known for name in known}
    while ready := [name for name, others in waiting.items() if not others & set(waiting)]:
        for name in ready:
            del waiting[name]
    if waiting:
        yield f"steps in a circle: {', '.join(sorted(waiting))}"


def present_files(record, cell):
    """Every file given as evidence or output is a regular file inside the root."""
    entries = [e for claim in record.claims.values() for e in claim.evidence]
    for name in (e["file"] for e in entries + (record.outputs or []) if e.get("file")):
        path = on_disk(os.path.normpath(os.path.join(cell.root, name)))
        if name.startswith("/") or not path.startswith(cell.root.rstrip(os.sep) + os.sep):
            yield f"file outside the root: {name}"
        elif has_control(name) or os.path.realpath(path) != path or not os.path.isfile(path):
            yield f"file missing: {name}"


CHECKS = (required_fields, possible_dates, sound_steps, present_files)


def mark_duplicates(records):
    """Two records of one member with one path part are both in error."""
    twins = defaultdict(list)
    for record in records:
        if record.member:
            stem = os.path.basename(record.path)[:-len(".md")]
            twins[record.member, path_part(stem)].append(record)
    for group in twins.values():
        if len(group) > 1:
            for record in group:
                record.errors.append("one id with " + ", ".join(
                    other.path for other in group if other is not record))


# ---------------------------------------------------------------- evidence

# References to characters that could hide the scheme of a link.
HIDDEN = r"&(?:#|colon;|tab;|newline;|sol;|bsol;)"


def is_refused(link):
    """Whether no reader is led where a link says: to no page and no mail address.

    Percent signs, blanks and signs that cannot be seen are undone first, for browsers undo them too.
    """
    bare = "".join(c for c in unquote(link) if unicodedata.category(c)[0] not in "CZ")
    if not bare or "\\" in bare or bare.startswith("/") or re.search(HIDDEN, link, re.I):
        return True
    scheme = re.match(r"([^/?#:]*):(.*)", bare, re.S)
    if not scheme:
        return True
    if scheme[1].casefold() == "mailto":
        return "@" not in scheme[2] or scheme[2].startswith("/")
    page = re.match(r"//[^/?#]+", scheme[2])
    return scheme[1].casefold() not in ("http", "https") or not page or "@" in page[0]


def leads(item):
    """Whether an item has a link that is not refused."""
    return bool(item.get("link")) and not is_refused(item["link"])


def prose_of_entry(entry):
    """The note of an explicit entry without ref, link or file; None when one of them is there."""
    shown = entry.get("ref") or entry.get("file") or leads(entry)
    return None if shown else entry.get("note") or ""


PROSE = {
    "purpose": lambda r: listed(r.purpose),
    "procedure": lambda r: listed(r.procedure),
    "strengths": lambda r: r.strengths or [],
    "context": lambda r: r.context or [],
    "weaknesses": lambda r: [w.get("text") or "" for w in r.weaknesses or []],
    "lessons": lambda r: [w.get("text") or "" for w in r.lessons or []],
}


def all_prose(record):
    """Every prose text of a record in its comparable form, each once."""
    entries = [prose_of_entry(e) for claim in record.claims.values() for e in claim.evidence]
    fields = [item for texts in PROSE.values() for item in texts(record)]
    return {same_text(item) for item in (*entries, *fields, *record.sections.values())
            if item is not None}


def written_prose(record):
    """The prose texts that are there: a field left blank is none, an empty section is an empty text."""
    return all_prose(record) - {""} | {t for t in record.sections.values() if not same_text(t)}


def prose_that_says(record):
    """The prose texts that are neither placeholders nor short, in their comparable form."""
    return {item for item in all_prose(record) if not is_placeholder(item) and not is_short(item)}


def copied_texts(records):
    """(member, text) of what stands in the prose of three or more records of that member.

    The records have no error that does not itself come of copying.
    """
    seen = Counter((r.member, item) for r in records for item in all_prose(r))
    return {key for key, count in seen.items() if count >= COPIED_FROM}


# Keys whose value only marks the place of an item, as a form that nobody filled in has it.
MARKS = {"id", "after", "on", "start", "end", "happened", "adopted"}


def says_something(value):
    """Whether a field has any text but marks of place and links that lead nowhere."""
    if isinstance(value, dict):
        said = [item for key, item in value.items() if key not in MARKS and key != "link"]
        return leads(value) or says_something(said)
    if isinstance(value, list):
        return any(map(says_something, value))
    return value is not None and value != ""


def has_evidence(record, criterion, copied):
    """Whether an explicit entry, a section or a field of the rubric shows the criterion."""
    def good(prose):
        copy = (record.member, same_text(prose)) in copied
        return not (copy or is_placeholder(prose) or is_short(prose))

    def shown_by(name):
        if name == ON_TIME:
            return bool(record.done and record.due and record.done <= record.due)
        if name in PROSE:
            return any(map(good, PROSE[name](record)))
        return says_something(record.fields.get(name))

    notes = [prose_of_entry(entry) for entry in record.claims[criterion.id].evidence]
    return (any(note is None or good(note) for note in notes)
            or good(record.sections.get(criterion.id, ""))
            or any(map(shown_by, criterion.evidence)))


# ---------------------------------------------------------------- raised warnings

def lacking_evidence(record, cell, copied):
    """Claims above nothing that nothing shows."""
    for criterion in cell.rubric.criteria:
        claim = record.claims.get(criterion.id, Claim())
        if HALF_POINTS.get(claim.level, 0) and not has_evidence(record, criterion, copied):
            yield f"{criterion.id}: claim without evidence"


def na_without_reason(levels):
    """The criteria of claims or verdicts that do not apply, nobody says why."""
    return [name for name, claim in levels.items() if claim.level == "na" and not claim.reason]


# By code: what is wrong with a record that has this warning.
WARNINGS = {
    "placeholder-text": lambda r, _: filter(is_placeholder, written_prose(r)),
    "short-text": lambda r, _:
        (t for t in written_prose(r) if is_short(t) and not is_placeholder(t)),
    "missing-evidence": lambda r, cell: lacking_evidence(r, cell, set()),
    "due-missing": lambda r, _: ["due"] if not r.due and r.status != "cancelled" else [],
    "due-before-assigned": lambda r, _: ["due"] if r.due and r.assigned and r.due < r.assigned else [],
    "assigned-after-as-of": lambda r, cell:
        ["assigned"] if r.assigned and r.assigned > cell.as_of else [],
    "done-unexpected": lambda r, _:
        ["status"] if r.done and r.status and r.status != "done" else [],
    "na-without-reason": lambda r, _: na_without_reason(r.claims),
    "blank-level": lambda r, _: [name for name, c in r.claims.items() if c.is_blank],
}
# The same for warnings that come of copying, when it is known what is copied.
COPY_WARNINGS = {
    "copied-text": lambda r, _, copied: {t for t in prose_that_says(r) if (r.member, t) in copied},
    "missing-evidence": lacking_evidence,
}
NOT_RECOUNTED = set("""inactive-criterion outside-membership before-rubric duplicate-step unknown-person
    excuse-unconfirmed unknown-tag file-not-published unknown-section unread-section refused-link broken-link
    document-number body-too-deep not-nfc mojibake no-break-space zero-width bidi-control look-alike
    phone-number identity-number
    review-of-faulty stale-review self-review blank-verdict verdict-without-reason review-without-verdict
    verdict-on-na rating-before-end""".split())


# ---------------------------------------------------------------- reviews

STALE = "stale"
RATERS_FIRST_TO_LAST = ("superior", "cell")


@dataclass
class Review:
    """One review as read, with everything that is wrong with it."""
    path: str
    errors: list = field(default_factory=list)
    fields: dict = field(default_factory=dict)
    verdicts: dict = field(default_factory=dict)


def read_review(path, cell):
    """A review and its errors, as far as they do not need its record."""
    review = Review(os.path.relpath(path, cell.root))
    try:
        whole = read_text(path)
        tree = load_yaml(split_front_matter(whole)[0])
    except Fault as fault:
        review.errors.append(str(fault))
        return review
    texts = [whole, *scalars(tree)]
    if any(map(has_control, texts)) or any(map(has_secrecy_mark, texts)):
        review.errors.append("control characters or a secrecy mark")
    review.fields = map_of(None, REVIEW)(tree, "front matter", review.errors) or {}
    review.verdicts = read_claims(review.fields.get("criteria"), cell.rubric, review.errors)
    if any(verdict.evidence for verdict in review.verdicts.values()):
        review.errors.append("evidence is no part of a verdict")
    review.errors += [f"missing {name}" for name in ("review_of", "by", "on") if not review.fields.get(name)]
    if "na-without-reason" in cell.raised:
        review.errors += [f"na-without-reason: {what}" for what in na_without_reason(review.verdicts)]
    if not re.fullmatch(r"[vV]0*1:[0-9a-fA-F]{64}", review.fields.get("stamp") or ""):
        review.errors.append("no stamp of version 1")
    return review


def reviewer_of(review, cell):
    """The id of the reviewer if it is a member, by id or exact name."""
    by = review.fields["by"]
    names = {nfc(member.get("name") or ""): name for name, member in reversed(cell.roster.items())}
    return by if by in cell.roster else names.get(nfc(by))


def looks(name):
    """A name as a reader sees it: letters and digits, without case and marks."""
    return re.sub(r"[\W_]+", "", without_marks(unicodedata.normalize("NFKC", name)))


def is_own(review, record, cell):
    """Whether the record's member is named, or a stranger whose name looks like the member's."""
    reviewer = reviewer_of(review, cell)
    own = (record.member, cell.roster[record.member].get("name") or "")
    return reviewer == record.member or reviewer is None and looks(review.fields["by"]) in map(looks, own)


def belongs_on(member, date):
    """Whether a date lies in the member's time in the cell."""
    first, last = read_date(member.get("from") or ""), read_date(member.get("until") or "")
    return (not first or first <= date) and (not last or date <= last)


def may_review(review, record, cell):
    """Why this person may not review this record on this day."""
    on, reviewer = review.fields["on"], reviewer_of(review, cell)
    if on > cell.as_of or on < record.assigned:
        yield "reviewed after as-of or before assigned"
    if reviewer is None:
        if (review.fields.get("as") or "cell") == "cell":
            yield "not a member"
        return
    belongs = belongs_on(cell.roster[reviewer], on)
    if not belongs and (review.fields.get("as") or "cell") == "cell":
        yield "not a member on that day"
    if belongs and (cell.roster[reviewer].get("role") or "member") == "member":
        yield "neither leader nor secretary"


def give_rulings(records, cell):
    """Fills in what reviewers made of the records, which have no errors."""
    by_id = {f"{nfc(r.member)}/{nfc(os.path.basename(r.path)[:-len('.md')])}": r for r in records}
    reviews = [read_review(path, cell) for path in record_paths(cell.root, is_review)]
    of_record, stamps = defaultdict(list), {}
    for review in reviews:
        name = nfc(review.fields.get("review_of") or "")
        if not review.errors and name in by_id:
            review.errors += may_review(review, by_id[name], cell)
        if review.errors or name not in by_id:
            print(f"left out: {review.path}: {'; '.join(review.errors) or 'no record'}", file=sys.stderr)
            continue
        of_record[name].append(review)
    for name, reviews in of_record.items():
        record = by_id[name]
        stamps[name] = stamp(record, cell)
        others = [r for r in reviews if not is_own(r, record, cell)]
        others.sort(key=lambda r: (r.fields["on"], len(r.path.encode()), r.path.encode()))
        record.rulings = {c.id: ruling(others, c.id, stamps[name]) for c in cell.rubric.criteria}


def ruling(reviews, criterion, current):
    """The latest valid level, the superior's before the cell's; STALE when only stale ones are there."""
    given = [r for r in reviews if r.verdicts.get(criterion, Claim()).level]
    valid = [r for r in given if r.fields["stamp"].lower().split(":")[1] == current.split(":")[1]]
    for rater in RATERS_FIRST_TO_LAST:
        of_rater = [r for r in valid if (r.fields.get("as") or "cell") == rater]
        if of_rater:
            return of_rater[-1].verdicts[criterion].level
    return STALE if given else None


# ---------------------------------------------------------------- rows

def periods_of(date):
    """The month, quarter, half and year in which a date lies."""
    year, month = f"{date.year:04}", date.month
    quarter, half = (month + 2) // 3, (month + 5) // 6
    return f"{year}-{month:02}", f"{year}-q{quarter}", f"{year}-h{half}", year


def review_columns(record, criterion):
    """What reviewers made of one claim: confirmed (half points), disputed and stale (records)."""
    claimed = record.claims.get(criterion.id, Claim()).level
    ruling = record.rulings.get(criterion.id)
    if ruling is None or claimed == "na":
        return {}
    if ruling == STALE:
        return {"stale": 1}
    return {"confirmed": HALF_POINTS[ruling],
            "disputed": int(HALF_POINTS[ruling] < HALF_POINTS.get(claimed, 0))}


def columns(record, criterion, copied):
    """What one record adds to the rows of one criterion."""
    claim = record.claims.get(criterion.id, Claim())
    added = Counter({"records": 1, claim.level or "unclaimed": 1})
    half_points = HALF_POINTS.get(claim.level, 0)
    added["claimed"] = half_points
    if half_points and has_evidence(record, criterion, copied):
        added["evidenced"] = half_points
    return added + Counter(review_columns(record, criterion))


def valid_records(cell, audience):
    """The records that this audience may see and that have no error, cancelled ones included.

    With them what is copied: that is settled among the records without errors, before an error that
    comes of copying itself is looked for.
    """
    records = [read_record(path, cell) for path in record_paths(cell.root, is_log)]
    seen = [r for r in records if r.visibility != "leaders" or audience == "leaders"]
    mark_duplicates(seen)
    for record in seen:
        for code in filter(WARNINGS.get, cell.raised):
            record.errors += [f"{code}: {what}" for what in WARNINGS[code](record, cell)]
    valid = [r for r in seen if not r.errors]
    copied = copied_texts(valid)
    for record in valid:
        for code in filter(COPY_WARNINGS.get, cell.raised):
            found = COPY_WARNINGS[code](record, cell, copied)
            record.errors += [f"{code}: {what}" for what in found]
    for record in records:
        for error in record.errors:
            print(f"left out: {record.path}: {error}", file=sys.stderr)
    return [r for r in valid if not r.errors], copied


def recount(cell, audience="cell"):
    """{(scope, period, criterion): {column: figure}} of every row with records."""
    records, copied = valid_records(cell, audience)
    give_rulings(records, cell)
    rows = defaultdict(Counter)
    for record in records:
        if record.status == "cancelled":
            continue
        for criterion in cell.rubric.criteria:
            if criterion.counts_on(record.month):
                added = columns(record, criterion, copied)
                for scope in ("cell", record.member):
                    for period in periods_of(record.month):
                        rows[scope, period, criterion.id].update(added)
    return rows


# ---------------------------------------------------------------- comparison

def read_tallies(path):
    """The given file: its head, and its rows by (scope, period, criterion)."""
    with open(path, encoding="utf-8") as file:
        tallies = json.load(file)
    rows = {}
    for row in tallies["rows"]:
        key = row["scope"], row["period"], row["criterion"]
        if key in rows:
            raise Fault(f"row given twice: {' '.join(key)}")
        rows[key] = row
    return tallies, rows


def compare(expected, found):
    """(rows that agree, [(scope, period, criterion, column, expected, found)])."""
    agreeing, differences = 0, []
    for key in sorted({*expected, *found}):
        ours, theirs = expected.get(key, {}), found.get(key, dict.fromkeys(COLUMNS, 0))
        wrong = [(*key, column, ours.get(column, 0), theirs.get(column)) for column in COLUMNS
                 if type(theirs.get(column)) is not int or theirs[column] != ours.get(column, 0)]
        agreeing += not wrong
        differences += wrong
    return agreeing, differences


def compare_head(cell, tallies):
    """Differences of the file's head: its version, as-of date and rubric."""
    head = {"version": 1, "as_of": cell.as_of.isoformat(), "rubric": cell.rubric.pin}
    return [("head", "-", "-", name, value, tallies.get(name))
            for name, value in head.items() if tallies.get(name) != value]


def main(arguments=None):
    """Recount, compare, print; see the top of this file for the exit status."""
    parser = argparse.ArgumentParser(description="Recount data/tallies.json from the records.")
    parser.add_argument("root")
    parser.add_argument("tallies")
    parser.add_argument("--as-of")
    parser.add_argument("--audience", choices=("cell", "leaders"), default="cell")
    given = parser.parse_args(arguments)
    try:
        cell = read_cell(given.root, given.as_of)
        tallies, found = read_tallies(given.tallies)
        agreeing, differences = compare(recount(cell, given.audience), found)
    except (OSError, Fault, ValueError, KeyError, TypeError, AttributeError) as error:
        print(f"recount: could not run: {error!r}", file=sys.stderr)
        return 2
    head = compare_head(cell, tallies)
    for scope, period, criterion, column, ours, theirs in head + differences:
        print(f"{scope} {period} {criterion} {column}: expected {ours}, found {theirs}")
    differing = len({difference[:3] for difference in head + differences})
    print(f"recount: {agreeing} rows agree, {differing} differ")
    return 1 if differing else 0


if __name__ == "__main__":
    sys.exit(main())
