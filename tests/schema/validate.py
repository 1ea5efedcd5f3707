"""Holds the schemas that `hieucan schema` prints against an independent validator.

    python tests/schema/validate.py HIEUCAN ROOT

The schemas are schemas; the settings, the rubric, the accepted problems and every front matter of the cell at ROOT are
valid; the same with keys and words spelled otherwise; and the bad records of tests/cases are valid exactly when what is
wrong with them is beyond a schema.
"""

import json
import pathlib
import random
import re
import subprocess
import sys
import tempfile
import unicodedata

import yaml
from jsonschema import Draft202012Validator

HERE = pathlib.Path(__file__).resolve().parent.parent
SETTINGS = """cell: {id: chi-bo-mau, name: Chi bộ mẫu}
as_of: 2026-06-30
members:
  - {id: can-bo-a, name: Nguyễn Văn An, from: 2024-01-01}
  - {id: truong-ban, name: Trần Thị Bình, role: leader}
"""
# What is wrong with a record and can be told from its front matter alone, without knowing the calendar.
TOLD = {
    "missing-key", "unknown-key", "wrong-type", "unknown-status", "unknown-kind", "unknown-visibility", "unknown-member",
    "member-not-id", "unknown-criterion", "unknown-level", "level-missing", "unknown-rubric", "na-refused",
}


# What a schema may or may not tell: it was no front matter, or the fault lies in how a day or a key is written.
UNTOLD = {"impossible-date", "duplicate-key", "yaml-feature", "front-matter-missing", "front-matter-unclosed", "yaml-too-deep"}


class Loader(yaml.SafeLoader):
    """YAML 1.2, as editors read it: a day is a text, and so are yes and no."""


Loader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if not tag.endswith((":timestamp", ":bool", ":merge"))]
    for first, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}
Loader.add_implicit_resolver("tag:yaml.org,2002:bool", re.compile("^(?:true|false)$"), list("tf"))


def load(text):
    return yaml.load(text, Loader)


def front_matter(text):
    return load(text.lstrip("\ufeff").split("---", 2)[1])


def schemas(hieucan, root):
    found = {}
    for kind in ["log", "review", "rating", "settings", "rubric", "accepted"]:
        for lang in ["vi", "en"]:
            printed = subprocess.run(
                [hieucan, "schema", kind, "--root", root, "--lang", lang], check=True, capture_output=True
            )
            schema = json.loads(printed.stdout)
            Draft202012Validator.check_schema(schema)
            found[kind, lang] = Draft202012Validator(schema)
    return found


def kind_of(path):
    for kind in ["review", "rating"]:
        if path.name.endswith(f".{kind}.md"):
            return kind
    return "log"


def spelled(word, rng):
    """Another spelling that the program takes for the same word."""
    if rng.random() < 0.3:
        word = unicodedata.normalize("NFD", word)
    elif rng.random() < 0.4:
        word = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        word = word.replace("đ", "d").replace("Đ", "D")
    out = ""
    for letter in word:
        out += letter.upper() if rng.random() < 0.3 else letter
    return out.replace(" ", rng.choice([" ", "_", "-", "  "]))


def respelled(value, rng):
    """The same front matter with its keys spelled otherwise, ids of criteria among them."""
    if isinstance(value, dict):
        return {spelled(str(key), rng): respelled(inner, rng) for key, inner in value.items()}
    if isinstance(value, list):
        return [respelled(inner, rng) for inner in value]
    return value


def sample(validators, root):
    records = [path for path in sorted((root / "records").rglob("*.md")) if path.name != "README.md"]
    rng = random.Random(5)
    for (kind, lang), validator in validators.items():
        values = []
        if kind in ("log", "review", "rating"):
            texts = [(path, path.read_text()) for path in records if kind_of(path) == kind]
            values = [(path, front_matter(text)) for path, text in texts]
            values += [(path, respelled(value, rng)) for path, value in values]
        elif kind == "rubric":
            values = [("rubric", load((HERE.parent / "src/model/rubric.yaml").read_text()))]
        else:
            path = root / {"settings": "hieucan.yaml", "accepted": "accepted.yaml"}[kind]
            values = [(path, load(path.read_text()))]
        for path, value in values:
            faults = [f"{list(fault.path)}: {fault.message[:200]}" for fault in validator.iter_errors(value)]
            assert not faults, f"{lang} {path} {value}: {faults}"
        print(f"{kind} {lang}: {len(values)} valid")


def cases(hieucan):
    """Every single bad log of tests/cases, against the schema of the small cell."""
    told = beyond = 0
    with tempfile.TemporaryDirectory() as cell:
        (pathlib.Path(cell) / "hieucan.yaml").write_text(SETTINGS)
        validator = schemas(hieucan, cell)["log", "vi"]
        for path in sorted((HERE / "cases").glob("*.md")):
            text = path.read_bytes().decode(errors="replace")
            codes = {code.strip() for marks in re.findall(r"(?:#~|<!--~)\^?([^\n]*?)(?:-->|\n|$)", text) for code in marks.split(",")}
            try:
                value = front_matter(text)
            except (yaml.YAMLError, IndexError, ValueError):
                continue
            is_valid = validator.is_valid(value)
            if codes & TOLD:
                told += 1
                assert not is_valid, f"{path.name} is valid, but has {codes & TOLD}"
            elif not codes & UNTOLD:
                beyond += 1
                faults = [f"{list(fault.path)}: {fault.message[:200]}" for fault in validator.iter_errors(value)]
                assert is_valid, f"{path.name} has only {codes}: {faults}"
    print(f"cases: {told} refused, {beyond} left to check")
    assert told > 15 and beyond > 30


if __name__ == "__main__":
    program, folder = sys.argv[1], pathlib.Path(sys.argv[2])
    sample(schemas(program, folder), folder)
    cases(program)
