"""What stands in a file, without saying what it counts for: the reading half of recount.py.

Text as it is compared, YAML with every scalar a text, the shape of a task log's front matter with
its Vietnamese spellings, and the tagged sections of a Markdown body. Entered by `read_text`,
`load_yaml`, `map_of(None, RECORD)` and `sections`.
"""

import datetime
import os
import re
import unicodedata
from collections import defaultdict

import yaml

MAX_RECORD = 1 << 20
MAX_DEPTH = 16
FEWEST_LETTERS = 10     # a prose text with fewer is too short to say something


class Fault(Exception):
    """Something that cannot be read, with its reason."""


# ---------------------------------------------------------------- text

def nfc(text):
    """The composed normal form, in which all text is compared."""
    return unicodedata.normalize("NFC", text)


def on_disk(path):
    """The path of a file as it stands on disk: as written, else composed, else decomposed."""
    spellings = [path, nfc(path), unicodedata.normalize("NFD", path)]
    return next(filter(os.path.lexists, spellings), path)


def without_marks(text):
    """Lower case, without tone marks and other diacritics, đ as d."""
    bare = unicodedata.normalize("NFD", text.casefold()).replace("đ", "d")
    return "".join(c for c in bare if unicodedata.category(c) != "Mn")


def fold(text):
    """A key or a word as it is looked up: case, tone marks, `_` and spaces do not matter."""
    return re.sub(r"[\s_]+", "", without_marks(text))


def path_part(stem):
    """The folded stem, which must be one of a kind for each member."""
    return re.sub(r"[^a-z0-9]+", "-", without_marks(stem)).strip("-")


def has_control(text):
    """Whether there is a control character other than tab and line ends."""
    return any(unicodedata.category(c) == "Cc" and c not in "\t\n\r" for c in text)


def has_secrecy_mark(text):
    """Whether the upper-case word MẬT stands there, not after BẢO or BÍ."""
    words = re.finditer(r"(?<![^\W_])MẬT(?![^\W_])", nfc(text))
    return any(not re.search(r"(?<![^\W_])(BẢO|BÍ)\s+$", w.string[:w.start()]) for w in words)


def same_text(text):
    """The form in which two prose texts are the same: NFC, blanks joined, case-folded."""
    return " ".join(nfc(text).split()).casefold()


PLACEHOLDERS = {"", "todo", "tbd", "xxx", "n/a", "không có", "chưa có", "đang cập nhật",
                "sẽ bổ sung", "sẽ bổ sung sau"}


def is_placeholder(text):
    """Whether the whole text, marks at its ends stripped, only keeps the place of a text."""
    return re.sub(r"^[\W_]+|[\W_]+$", "", same_text(text)) in PLACEHOLDERS


def is_short(text):
    """Whether the text has too few letters to say something."""
    letters = sum(unicodedata.category(c).startswith("L") for c in nfc(text))
    return letters < FEWEST_LETTERS


def read_date(text):
    """2026-01-05, 05/01/2026 or 5/1/2026; None when there is no such day."""
    text = text.strip()
    iso = re.fullmatch(r"([0-9]{4})-([0-9]{2})-([0-9]{2})", text)
    local = re.fullmatch(r"([0-9]{1,2})/([0-9]{1,2})/([0-9]{4})", text)
    parts = iso.groups() if iso else local.groups()[::-1] if local else None
    try:
        return datetime.date(*map(int, parts)) if parts else None
    except ValueError:
        return None


def read_text(path):
    """A file as text: UTF-8 with or without BOM, any line ends."""
    with open(path, "rb") as file:
        content = file.read(MAX_RECORD + 1)
    if len(content) > MAX_RECORD:
        raise Fault("larger than 1 MiB")
    try:
        decoded = content.decode("utf-8")
    except UnicodeDecodeError:
        raise Fault("not UTF-8") from None
    return decoded.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")


# ---------------------------------------------------------------- YAML, every scalar a text

# PyYAML's own scanner ends a plain scalar of a flow collection at `?`; that of libyaml, which its
# wheels bring along, reads `{q: ai dự?, a: cả chi bộ}` as YAML 1.2 does.
LOADER = yaml.CBaseLoader
NULLS = ("~", "null", "Null", "NULL")   # YAML's words for nothing, when they stand bare


class Pairs(list):
    """A YAML map as written: (key, value) pairs, so that a key given twice stays visible."""


def load_yaml(text):
    """The one document of `text` as str, list and Pairs; Fault when it is not plain YAML."""
    text = text.translate({0x2028: " ", 0x2029: " "})      # no line ends in YAML 1.2
    try:
        events = (e for e in yaml.parse(text, Loader=LOADER)
                  if not isinstance(e, (yaml.StreamStartEvent, yaml.StreamEndEvent,
                                        yaml.DocumentEndEvent)))
        start = next(events, None)
        if start is None:
            return ""
        if start.version or start.tags:
            raise Fault("YAML directives are refused")
        tree = _build(events, next(events), 1)
        if next(events, None) is not None:
            raise Fault("more than one YAML document")
        return tree
    except yaml.YAMLError as error:
        raise Fault("unreadable YAML: " + " ".join(str(error).split())) from None


def _build(events, event, depth):
    """The value that begins with `event`."""
    if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
        raise Fault("YAML anchors, aliases and tags are refused")
    if isinstance(event, yaml.ScalarEvent):
        return "" if event.implicit[0] and event.value in NULLS else event.value
    if depth > MAX_DEPTH:
        raise Fault("YAML nested too deeply")
    items = []
    for inner in events:
        if isinstance(inner, (yaml.SequenceEndEvent, yaml.MappingEndEvent)):
            break
        items.append(_build(events, inner, depth + 1))
    if isinstance(event, yaml.SequenceStartEvent):
        return items
    return Pairs(zip(items[0::2], items[1::2]))


def scalars(tree):
    """Every text of a tree, keys too."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, (list, tuple)):
        for item in tree:
            yield from scalars(item)


def plain(tree):
    """Settings and rubrics: maps as dicts with folded keys. Faults there stop the run."""
    if not isinstance(tree, Pairs):
        return [plain(item) for item in tree] if isinstance(tree, list) else tree.strip()
    named = {}
    for key, value in tree:
        if not isinstance(key, str) or fold(key) in named:
            raise Fault(f"key not a text, or given twice: {key}")
        named[fold(key)] = plain(value)
    return named


def listed(value):
    """A list, where one item may stand alone and nothing is no item."""
    if value is None or value == "":
        return []
    return value if isinstance(value, list) else [value]


# ---------------------------------------------------------------- the shape of a record
# A reader takes (value, where, errors), notes what is wrong, and returns the value or None.

def is_blank(value):
    """Whether a value is a scalar with nothing in it."""
    return isinstance(value, str) and not value.strip()


def text(value, where, errors):
    """A plain text; blank is the same as absent."""
    if isinstance(value, str):
        return value.strip() or None
    errors.append(f"{where}: a text is expected")
    return None


def day(value, where, errors):
    """A date that exists."""
    written = text(value, where, errors)
    found = read_date(written) if written else None
    if written and not found:
        errors.append(f"{where}: no such date: {written}")
    return found


def word(table, unreadable=None):
    """One of the words of `table`, in any spelling; `unreadable` stands for a wrong one."""
    def read(value, where, errors):
        written = text(value, where, errors)
        if written is None:
            return None if is_blank(value) else unreadable
        found = table.get(fold(written))
        if found is None:
            errors.append(f"{where}: unknown word: {written}")
        return unreadable if found is None else found
    return read


def anything(value, _where, _errors):
    """A value that is read later."""
    return value


def list_of(reader):
    """A list; one item may stand alone, blank items are left out."""
    def read(value, where, errors):
        items = value if type(value) is list else [value]
        found = [reader(item, where, errors) for item in items if not is_blank(item)]
        return [item for item in found if item is not None]
    return read


def map_of(main, readers):
    """A map with known keys; a plain text stands for the key `main`."""
    def read(value, where, errors):
        if is_blank(value):
            return None
        if isinstance(value, str) and main:
            return {main: value.strip()}
        if not isinstance(value, Pairs):
            errors.append(f"{where}: a map is expected")
            return None
        return read_pairs(value, readers, where, errors)
    return read


def read_pairs(pairs, readers, where, errors):
    """The known keys of a map; unknown and repeated ones are errors."""
    found = {}
    for key, value in pairs:
        name = KEY_WORDS.get(fold(key)) if isinstance(key, str) else None
        if name not in readers:
            errors.append(f"{where}: unknown key: {key}")
        elif name in found:
            errors.append(f"{where}: key given twice: {key}")
            # Which of the two is meant cannot be read; what cannot be read is for leaders.
            found[name] = "leaders" if name == "visibility" else None
        else:
            found[name] = readers[name](value, f"{where}.{name}", errors)
    return found


def words(**spellings):
    """A table of folded spellings: each English word, and its Vietnamese ones after it."""
    return {fold(s): name for name, others in spellings.items() for s in (name, *others)}


LEVELS = words(met=["đạt"], partial=["đạt một phần"], unmet=["chưa đạt"], na=["không áp dụng"])
STATUSES = words(planned=["kế hoạch"], doing=["đang làm"], done=["hoàn thành"], cancelled=["hủy"])
KINDS = words(planned=["theo kế hoạch"], arising=["phát sinh"])
VISIBILITIES = words(public=["công khai"], cell=["chi bộ"], leaders=["lãnh đạo"])
EVIDENCE_KINDS = words(file=[], document=[], link=[], minutes=[], commit=[], quote=[])
FLAGS = {"true": True, "false": False, "yes": True, "no": False, "co": True, "khong": False}

EVIDENCE = map_of("note", {"kind": word(EVIDENCE_KINDS), "ref": text, "date": day, "link": text,
                           "file": text, "note": text})
CLAIM = map_of(None, {"level": text, "evidence": list_of(EVIDENCE), "reason": text})
TAGGED = list_of(map_of("text", {"text": text, "tag": text}))
RECORD = {
    "title": text, "member": text, "assigned": day, "due": day, "done": day,
    "kind": word(KINDS), "status": word(STATUSES), "assigned_by": text, "rubric": text,
    "criteria": anything, "purpose": text, "procedure": text,
    "outputs": list_of(map_of("name", {"name": text, "ref": text, "link": text, "file": text})),
    "coordination": list_of(map_of("with", {"with": text, "role": text, "basis": text})),
    "strengths": list_of(text), "weaknesses": TAGGED, "fixed": list_of(text),
    "context": list_of(text),
    "progress": list_of(map_of("note", {"on": day, "note": text})),
    "direction": map_of("summary", {"by": text, "on": day, "summary": text, "asked": list_of(
        map_of(None, {"q": text, "a": text}))}),
    "references": list_of(map_of("ref", {"ref": text, "title": text, "link": text})),
    "risks": list_of(map_of("risk", {"risk": text, "response": text, "happened": word(FLAGS)})),
    "steps": list_of(map_of("what", {
        "id": text, "what": text, "start": day, "end": day, "after": list_of(text),
        "with": text, "approval": text})),
    "archive": text,
    "revisions": list_of(map_of("change", {"by": text, "change": text, "adopted": word(FLAGS)})),
    "lessons": TAGGED,
    "excused": map_of("reason", {"reason": text, "confirmed_by": text}),
    "visibility": word(VISIBILITIES, unreadable="leaders"),
}
RATERS = words(cell=["chi bộ"], superior=["cấp có thẩm quyền", "cấp trên"])
REVIEW = {"review_of": text, "by": text, "as": word(RATERS), "on": day, "stamp": text, "criteria": anything}
INNER_KEYS = """level evidence reason ref date link file note name with role basis text tag on by
    summary asked q a risk response happened id what start end after approval change adopted
    confirmed_by""".split()
KEY_WORDS = {fold(key): key for key in (*RECORD, *REVIEW, *INNER_KEYS)} | words(
    title=["tiêu đề"], member=["đảng viên"], assigned=["ngày giao"], due=["hạn"],
    done=["hoàn thành"], kind=["loại"], status=["trạng thái"], assigned_by=["người giao"],
    criteria=["tiêu chí"], level=["mức"], evidence=["minh chứng"], reason=["lý do"],
    purpose=["mục đích"], procedure=["quy trình"], outputs=["sản phẩm"],
    coordination=["phối hợp"], strengths=["ưu điểm"], weaknesses=["hạn chế"],
    fixed=["đã khắc phục"], context=["bối cảnh"], progress=["tiến độ"], direction=["chỉ đạo"],
    references=["căn cứ"], risks=["rủi ro"], steps=["các bước"], archive=["lưu trữ"],
    revisions=["chỉnh sửa"], lessons=["bài học"], excused=["khách quan"],
    visibility=["phạm vi xem"], review_of=["nhận xét về"], by=["người nhận xét"], stamp=["dấu"], on=["ngày"],
    **{"as": ["tư cách"]})


# ---------------------------------------------------------------- the body's tagged sections

FENCE = re.compile(r" {0,3}(`{3,}(?=[^`]*$)|~{3,})")
ATX = re.compile(r" {0,3}(#{1,6})(?:[ \t]+(.*))?$")
UNDERLINE = re.compile(r" {0,3}(=+|-+)[ \t]*$")
# Lines after which a line of `---` is a rule and not the underline of a heading.
NO_PARAGRAPH = re.compile(r" {0,3}(?:>|[-+*](?:[ \t]|$)|[0-9]{1,9}[.)](?:[ \t]|$)"
                          r"|(?:(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})$)")
HTML_BLOCK = re.compile(r" {0,3}</?(?:address|article|aside|blockquote|body|center|dd|details"
                        r"|dialog|div|dl|dt|fieldset|figure|footer|form|h[1-6]|header|hr|html"
                        r"|iframe|li|main|nav|ol"
                        r"|p|pre|script|section|style|summary|table|tbody|td|textarea"
                        r"|tfoot|th|thead|tr|ul)(?=\s|/?>|$)", re.I)


def block_end(line):
    """The pattern that ends the fenced code, comment or HTML which `line` begins, or None."""
    if fence := FENCE.match(line):
        return re.compile(r" {0,3}" + re.escape(fence[1]) + fence[1][0] + r"*[ \t]*$")
    if re.match(r" {0,3}<!--", line):
        return re.compile(r".*-->")
    return re.compile(r"\s*$") if HTML_BLOCK.match(line) else None


def headings(lines, find):
    """(first line, line after it, level, criterion id or None) of every heading, in order.

    `find` gives the criterion of an id. Headings inside lists and quotations are left alone.
    """
    end = paragraph = None      # what ends the block we are in; where the paragraph began
    lazy = False                # in the text of a list item or a quotation
    for i, line in enumerate(lines):
        if end:
            end = None if end.match(line) else end
            continue
        end = block_end(line)
        if end:
            if not FENCE.match(line) and end.match(line):
                end = None      # a comment that ends on its first line
            paragraph, lazy = None, False
        elif atx := ATX.match(line):
            yield i, i + 1, len(atx[1]), tag_of(atx[2] or "", find)
            paragraph, lazy = None, False
        elif paragraph is not None and (rule := UNDERLINE.match(line)):
            yield paragraph, i + 1, 1 if "=" in rule[1] else 2, tag_of(lines[i - 1], find)
            paragraph = None
        elif not line.strip() or NO_PARAGRAPH.match(line) or UNDERLINE.match(line):
            paragraph, lazy = None, bool(line.strip()) and not UNDERLINE.match(line)
        elif paragraph is None and not lazy and not re.match(r" {4}| {0,3}\t", line):
            paragraph = i


def tag_of(heading, find):
    """The criterion that the attribute at a heading's end names."""
    heading = re.sub(r"(^|\s)#+\s*$", "", heading)
    attribute = re.search(r"(?<!\\)\{([^{}]*)\}\s*$", heading)
    names = [n[1:] for n in attribute[1].split() if n.startswith("#")] if attribute else []
    criterion = find(names[-1]) if names else None
    return criterion.id if criterion else None


def sections(body, find):
    """The text under tagged headings, by criterion id; sections with one id are joined."""
    lines = body.split("\n")
    marks = [*headings(lines, find), (len(lines), len(lines), 0, None)]
    found = defaultdict(list)
    tag, depth = None, 0
    for (_, start, level, name), (stop, *_) in zip(marks, marks[1:]):
        if name or level <= depth:
            tag, depth = name, level if name else 0
        if tag:
            found[tag] += lines[start:stop]
    return {name: "\n".join(part) for name, part in found.items()}
