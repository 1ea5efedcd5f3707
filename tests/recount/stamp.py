"""The stamp of a review, worked out a second time from docs/stamp-v1.md alone.

`stamp(record, cell)` for a record as recount.py reads it. BLAKE3 is written out here, so that the recount needs no
more than Python and PyYAML; tests hold it to the values of its specification.
"""

import os
import re
import struct
import urllib.parse

from reading import nfc, on_disk

# ---------------------------------------------------------------- BLAKE3

IV = (0x6A09E667, 0xBB67AE85, 0x3C6EF372, 0xA54FF53A, 0x510E527F, 0x9B05688C, 0x1F83D9AB, 0x5BE0CD19)
ORDER = (2, 6, 3, 10, 7, 0, 4, 13, 1, 11, 12, 5, 9, 14, 15, 8)
COLUMNS_THEN_DIAGONALS = ((0, 4, 8, 12), (1, 5, 9, 13), (2, 6, 10, 14), (3, 7, 11, 15),
                          (0, 5, 10, 15), (1, 6, 11, 12), (2, 7, 8, 13), (3, 4, 9, 14))
CHUNK_START, CHUNK_END, PARENT, ROOT = 1, 2, 4, 8
CHUNK, BLOCK, MASK = 1024, 64, 0xFFFFFFFF


def _compress(chaining, block, counter, length, flags):
    """The eight words that follow from one block."""
    words = struct.unpack("<16I", block.ljust(BLOCK, b"\0"))
    state = [*chaining, *IV[:4], counter & MASK, counter >> 32, length, flags]
    for _ in range(7):
        for i, (a, b, c, d) in enumerate(COLUMNS_THEN_DIAGONALS):
            va, vb, vc, vd = state[a], state[b], state[c], state[d]
            va = (va + vb + words[2 * i]) & MASK
            vd ^= va
            vd = (vd >> 16 | vd << 16) & MASK
            vc = (vc + vd) & MASK
            vb ^= vc
            vb = (vb >> 12 | vb << 20) & MASK
            va = (va + vb + words[2 * i + 1]) & MASK
            vd ^= va
            vd = (vd >> 8 | vd << 24) & MASK
            vc = (vc + vd) & MASK
            vb ^= vc
            vb = (vb >> 7 | vb << 25) & MASK
            state[a], state[b], state[c], state[d] = va, vb, vc, vd
        words = [words[i] for i in ORDER]
    return [low ^ high for low, high in zip(state[:8], state[8:])]


def _chunk(content, counter, root):
    """The words of at most 1,024 bytes."""
    chaining = IV
    blocks = [content[i:i + BLOCK] for i in range(0, len(content), BLOCK)] or [b""]
    for i, block in enumerate(blocks):
        flags = CHUNK_START * (i == 0) | CHUNK_END * (i == len(blocks) - 1)
        flags |= ROOT * (root and i == len(blocks) - 1)
        chaining = _compress(chaining, block, counter, len(block), flags)
    return chaining


def _tree(content, counter=0, root=True):
    """The words of any number of bytes: the left part is the largest power of two of chunks."""
    if len(content) <= CHUNK:
        return _chunk(content, counter, root)
    chunks = (len(content) - 1) // CHUNK
    left = 1 << (chunks.bit_length() - 1)
    parts = [_tree(content[:left * CHUNK], counter, False),
             _tree(content[left * CHUNK:], counter + left, False)]
    block = b"".join(struct.pack("<8I", *words) for words in parts)
    return _compress(IV, block, 0, BLOCK, PARENT | ROOT * root)


def blake3(content):
    """The hash of `content` in hex."""
    return struct.pack("<8I", *_tree(content)).hex()


# ---------------------------------------------------------------- what a stamp is of

ITEMS = (("outputs", "name ref link file"), ("coordination", "with role basis"), ("weaknesses", "text tag"),
         ("progress", "on note"), ("references", "ref title link"), ("risks", "risk response happened"),
         ("steps", "id what start end after with approval"), ("revisions", "by change adopted"), ("lessons", "text tag"))
PARTS = {name: parts.split() for name, parts in ITEMS}
HEAD = ("title", "member", "assigned", "due", "done", "kind", "status", "assigned_by")
FIELDS = ("purpose procedure outputs coordination strengths weaknesses fixed context progress direction references risks "
          "steps archive revisions lessons excused").split()


def _line(sign, key, value):
    """One line, or none of a value that says nothing."""
    if value is None:
        return ""
    value = {True: "true", False: "false"}.get(value, value) if isinstance(value, bool) else value
    written = " ".join(nfc(str(value)).split())
    return f"{sign} {key} {written}\n" if written else ""


def _lines(sign, key, value):
    """A line for a text, one for each of a list of texts."""
    return "".join(_line(sign, key, each) for each in (value if isinstance(value, list) else [value]))


def _item(key, fields, parts):
    return f"+ {key}\n" + "".join(_lines(".", part, fields.get(part)) for part in parts)


def _field(record, key):
    value = record.fields.get(key)
    if key in PARTS:
        return "".join(_item(key, item, PARTS[key]) for item in value or [])
    if key == "direction" and value:
        asked = "".join(_item("asked", each, ("q", "a")) for each in value.get("asked") or [])
        return _item(key, value, ("by", "on", "summary")) + asked
    if key == "excused" and value:
        return _item(key, value, ("reason", "confirmed_by"))
    return _lines("=", key, value)


def _claims(record):
    for name, claim in sorted(record.claims.items(), key=lambda pair: pair[0].encode()):
        if claim.level or claim.reason or claim.evidence:
            yield _item("claim", {"criterion": name, "level": claim.level, "reason": claim.reason},
                        ("criterion", "level", "reason"))
            for entry in claim.evidence:
                yield _item("evidence", entry, ("kind", "ref", "date", "link", "file", "note"))


LINK = re.compile(r"\]\(\s*(?:<([^<>\n]*)>|([^\s()]+))(?:\s+(?:\"[^\"]*\"|'[^']*'))?\s*\)")


def _linked(record):
    """Files of the cell that the body links or shows, cleaned; what leaves the root is none."""
    for angled, bare in LINK.findall(record.body):
        target = urllib.parse.unquote(angled or bare).split("#")[0].split("?")[0]
        if not target or ":" in target or target.startswith("/") or target.lower().endswith(".md"):
            continue
        path = os.path.normpath(os.path.join(os.path.dirname(record.path), target))
        if not path.startswith(".."):
            yield path


def _files(record, cell):
    entries = [e for claim in record.claims.values() for e in claim.evidence] + (record.outputs or [])
    named = {e["file"] for e in entries if e.get("file")} | set(_linked(record))
    for name in sorted(named, key=str.encode):
        path = on_disk(os.path.normpath(os.path.join(cell.root, name)))
        yield "+ file\n" + _line(".", "path", name)
        if os.path.realpath(path) == path and os.path.isfile(path):
            with open(path, "rb") as file:
                yield _line(".", "blake3", blake3(file.read()))


def serialised(record, cell):
    """The text that version 1 hashes."""
    status = record.status or ("done" if record.done else "doing")
    head = record.fields | {"status": status}
    return "".join(("hieucan stamp v1\n", _line("=", "rubric", cell.rubric.pin),
                    *(_line("=", key, head.get(key)) for key in HEAD), *_claims(record),
                    *(_field(record, key) for key in FIELDS), _line("=", "body", record.body),
                    *_files(record, cell)))


def stamp(record, cell):
    """The stamp that a review of the record as it stands would carry."""
    return "v1:" + blake3(serialised(record, cell).encode())
