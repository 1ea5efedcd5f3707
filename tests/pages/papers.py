"""Prints meeting papers with `hieucan pdf` and measures them: papers.py HIEUCAN CELL

Pages and their sizes, margins, page numbers, fonts, heads of tables that go on, the mark of a draft on every page, links, and what
is left among the temporary files. Poppler reads the PDF files. Prints every fault; exit status 1 if there is one.
"""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path
from xml.etree import ElementTree

MM = 72 / 25.4
TOP, BOTTOM, LEFT, RIGHT = 20 * MM, 20 * MM, 30 * MM, 15 * MM
SERIF = re.compile("TimesNewRoman|Times New Roman|LiberationSerif|Liberation Serif|Tinos", re.I)

faults = []


def expect(true, message):
    if not true:
        faults.append(message)


def said(*command):
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout


class Word:
    def __init__(self, node):
        self.text = node.text or ""
        self.left, self.top, self.right, self.bottom = (float(node.get(name)) for name in ("xMin", "yMin", "xMax", "yMax"))


class Page:
    def __init__(self, node):
        self.width, self.height = float(node.get("width")), float(node.get("height"))
        self.words = [Word(word) for word in node.iter() if word.tag.endswith("word")]
        self.head = [word for word in self.words if word.bottom < TOP]
        self.body = [word for word in self.words if word.bottom >= TOP]
        self.text = " ".join(word.text for word in self.words)


def pages(pdf):
    """The pages with their words, in points."""
    text = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f]", "", said("pdftotext", "-bbox", str(pdf), "-"))
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>|xmlns=\"[^\"]*\"", "", text))
    return [Page(node) for node in root.iter("page")]


def sizes(pdf):
    """The font of every text of the first page, with its size in points; a justified line has its wide spaces made one."""
    root = ElementTree.fromstring(
        re.sub(r"<!DOCTYPE[^>]*>", "", said("pdftohtml", "-xml", "-stdout", "-i", "-zoom", "1", "-l", "1", str(pdf)))
    )
    fonts = {font.get("id"): (font.get("family"), int(font.get("size"))) for font in root.iter("fontspec")}
    return {" ".join("".join(text.itertext()).split()): fonts[text.get("font")] for text in root.iter("text")}


def check_frame(name, all_pages):
    """Sizes, margins and page numbers."""
    for number, page in enumerate(all_pages, 1):
        place = f"{name}, page {number}"
        short, long = sorted((page.width, page.height))
        expect(abs(short - 210 * MM) < 1 and abs(long - 297 * MM) < 1, f"{place}: not A4, {page.width} x {page.height}")
        expect(page.body, f"{place}: empty")
        for word in page.body:
            inside = word.left > LEFT - 1 and word.right < page.width - RIGHT + 1 and word.bottom < page.height - BOTTOM + 2
            expect(inside, f"{place}: {word.text!r} stands in the margin")
        numbers = [word for word in page.head if word.text.isdigit()]
        if number == 1:
            expect(not numbers, f"{place}: numbered")
            continue
        expect([word.text for word in numbers] == [str(number)], f"{place}: numbered {[word.text for word in numbers]}")
        middle = LEFT + (page.width - LEFT - RIGHT) / 2
        for word in numbers:
            expect(abs((word.left + word.right) / 2 - middle) < 1.5, f"{place}: the number stands off the middle")
    left = min(word.left for word in all_pages[0].body)
    expect(abs(left - LEFT) < 1.5, f"{name}: the text begins at {left / MM:.1f} mm")


def check_fonts(name, pdf, expected):
    """Named texts of the first page and their sizes."""
    found = sizes(pdf)
    for text, points in expected.items():
        told = [font for line, font in found.items() if text in line]
        expect(told, f"{name}: no {text!r} on the first page")
        for family, size in told:
            expect(SERIF.search(family), f"{name}: {text!r} is set in {family}")
            expect(abs(size - points) <= 1, f"{name}: {text!r} is {size} pt, not {points}")


def check_pack(name, pdf, letterhead):
    all_pages = pages(pdf)
    check_frame(name, all_pages)
    check_fonts(name, pdf, letterhead)
    across = [number for number, page in enumerate(all_pages, 1) if page.width > page.height]
    expect(across and across[0] == 2, f"{name}: members and criteria are on pages {across}")
    expect("Đảng viên" in all_pages[across[-1] - 1].text, f"{name}: the head of the wide table is not repeated")
    expect("II." not in all_pages[0].text.split() and "I." in all_pages[0].text.split(), f"{name}: the cell is not on one page")
    sheets = [page for page in all_pages if "PHIẾU CÔNG VIỆC" in page.text]
    expect(len(sheets) == 10, f"{name}: {len(sheets)} sheets")
    for page in sheets:
        expect("Ý kiến của chi bộ" in page.text and "(ký," in page.text, f"{name}: a sheet runs over: {page.text[:80]}")
    tasks = [page for page in all_pages if "Kết quả" in page.text]
    for page in tasks:
        rows = [word.text for word in page.body if abs(word.left - LEFT) < 4 * MM and word.text.isdigit()]
        heads = sum(word.text == "TT" for word in page.body)
        expect(rows and heads >= 1, f"{name}: a page of tasks without a head")


def check_self_review(name, pdf):
    all_pages = pages(pdf)
    check_frame(name, all_pages)
    for number, page in enumerate(all_pages, 1):
        marks = " ".join(word.text for word in page.head if not word.text.isdigit())
        expect(marks == "DỰ THẢO", f"{name}, page {number}: marked {marks!r}")
    text = " ".join(page.text for page in all_pages)
    for part in range(1, 8):
        expect(re.search(rf"\b{part}\. ", text), f"{name}: no part {part}")


def check_links(name, pdf):
    told = [line for line in said("pdfinfo", "-url", str(pdf)).splitlines()[1:] if "file:" in line]
    expect(not told, f"{name}: leads out of itself: {told[:3]}")


def main():
    hieucan, cell = Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve()
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        temporary = folder / "tmp"
        temporary.mkdir()
        root = folder / "cell"
        root.mkdir()
        for name in ["records", "hieucan.yaml", "accepted.yaml"]:
            copy = shutil.copytree if (cell / name).is_dir() else shutil.copy
            copy(cell / name, root / name)
        settings = (root / "hieucan.yaml").read_text(encoding="utf-8")

        def printed(name, *args):
            out = folder / f"{name}.pdf"
            command = [str(hieucan), "pdf", "--quiet", "--root", str(root), "--out", str(out), *args]
            subprocess.run(command, check=True, env={**os.environ, "TMPDIR": str(temporary)})
            expect(not list(temporary.iterdir()), f"{name}: left {[path.name for path in temporary.iterdir()]}")
            check_links(name, out)
            return out

        party = {"ĐẢNG CỘNG SẢN VIỆT NAM": 15, "BÁO CÁO": 16, "Số …-BC/CB": 14, "Từ ngày": 14}
        check_pack("pack", printed("pack", "--period", "2026-q2"), party)
        check_self_review("self-review", printed("self-review", "--member", "pham-thu-ha"))
        (root / "hieucan.yaml").write_text(settings + "\npaper: nha-nuoc\n", encoding="utf-8")
        state = {"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM": 13, "Độc lập - Tự do - Hạnh phúc": 14, "Số: …/BC-CB": 13}
        check_pack("state pack", printed("state-pack", "--period", "2026-q2"), state)
        (root / "hieucan.yaml").write_text(settings.replace("lang: vi", "lang: en"), encoding="utf-8")
        for name, args in {"english": ["--period", "2026"], "english-sheet": ["--member", "pham-thu-ha", "--period", "2026-q2"]}.items():
            check_frame(name, pages(printed(name, *args)))
    for fault in faults:
        print(f"  {fault}")
    print(f"papers: {len(faults)} faults")
    return 1 if faults else 0


sys.exit(main())
