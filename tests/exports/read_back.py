"""Reads exports back with programs that know nothing of ours: read_back.py HIEUCAN CELL

icalendar reads the calendars, openpyxl the workbook, python-docx the documents; the csv module of Python the tables. The
figures are held against the data files of a build. Prints every fault; exit status 1 if there is one.
"""

import csv
import io
import json
import subprocess
import sys
import tempfile
from datetime import date
from pathlib import Path

import docx
import icalendar
import openpyxl

faults = []


def expect(true, message):
    if not true:
        faults.append(message)


def main(hieucan, cell):
    with tempfile.TemporaryDirectory() as folder:
        folder = Path(folder)
        site = folder / "site"
        run(hieucan, "build", "--quiet", "--root", cell, "--out", site)
        period = next(row["period"] for row in rows(site, "tallies") if row["period"][4:5] == "-")
        exported = Exported(hieucan, cell, folder)
        calendars(exported, site)
        workbook(exported, site, period)
        table(exported, site, period)
        documents(exported, site, period)
    for fault in faults:
        print(fault)
    print(f"exports read back: {len(faults)} faults")
    return 1 if faults else 0


class Exported:
    """Files that the program exported."""

    def __init__(self, hieucan, cell, folder):
        self.hieucan, self.cell, self.folder = hieucan, cell, folder

    def __call__(self, form, *more):
        out = self.folder / f"out.{form}"
        run(self.hieucan, "export", "--quiet", "--root", self.cell, "--format", form, "--out", out, *more)
        return out


def run(*command):
    subprocess.run([str(word) for word in command], check=True, stdin=subprocess.DEVNULL)


def rows(site, name):
    return json.loads((site / "data" / f"{name}.json").read_text("utf-8"))["rows"]


def calendars(exported, site):
    """Every open task with a due date is an event of that day, once in the cell's calendar and once in its member's."""
    records = [row for row in rows(site, "records") if row["errors"] == 0 and row["due"]]
    due = sorted((row["due"], row["member"]) for row in records if row["status"] in ("planned", "doing"))
    whole = icalendar.Calendar.from_ical(exported("ics").read_bytes())
    events = whole.walk("VEVENT")
    days = sorted(event["DTSTART"].dt.isoformat() for event in events)
    expect(days == [day for day, _ in due], f"days of the calendar {days} are not those of the open tasks")
    expect(all(isinstance(event["DTSTART"].dt, date) for event in events), "an event has a time of day")
    marks = [str(event["UID"]) for event in events]
    expect(len(set(marks)) == len(marks), "two events have one mark")
    of_members = []
    for path in sorted((site / "data" / "deadlines").glob("*.ics")):
        calendar = icalendar.Calendar.from_ical(path.read_bytes())
        of_members += [str(event["UID"]) for event in calendar.walk("VEVENT")]
    expect(sorted(of_members) == sorted(marks), "the members' calendars together are not the cell's")
    titles = {row["title"] for row in records}
    for event in events:
        summary = str(event["SUMMARY"])
        expect(any(title in summary for title in titles), f"no task is called {summary!r}")


def workbook(exported, site, period):
    """The sheet of figures has the rows of the data, as numbers."""
    book = openpyxl.load_workbook(exported("xlsx", "--period", period))
    expect(len(book.sheetnames) == 6, f"sheets {book.sheetnames}")
    expect(len(book.worksheets[0]._charts) == 1, "no chart on the first sheet")
    known = [row for row in rows(site, "tallies") if row["period"] == period]
    figures = book.worksheets[2]
    expect(figures.auto_filter.ref is not None and figures.freeze_panes is not None, "no filter or no frozen head")
    head = next(row for row in range(1, 12) if figures.cell(row, 3).value and figures.cell(row, 4).value)
    for place, row in enumerate(known, head + 1):
        values = [figures.cell(place, column).value for column in range(1, 19)]
        counts = [row[key] for key in ("records", "na", "unclaimed", "unmet", "partial", "met")]
        told = [values[3], values[4], *values[6:10]]
        expect(told == counts, f"{row['scope']} {row['criterion']}: {told} for {counts}")
        points = [row["claimed"] / 2, row["evidenced"] / 2]
        expect(values[10:12] == points, f"{row['scope']} {row['criterion']}: {values[10:12]} for {points}")
    expect(figures.cell(head + len(known) + 1, 1).value is None, "more figures than the data has")
    tasks = book.worksheets[3]
    days = [cell.value for row in tasks.iter_rows(min_row=4) for cell in row[4:7] if cell.value]
    expect(all(hasattr(day, "year") for day in days[3:]), "a day of the tasks is no date")
    expect(all(cell.data_type != "f" for sheet in book for row in sheet.iter_rows() for cell in row), "a formula")


def table(exported, site, period):
    """The table for people opens as UTF-8 with semicolons and holds as many tasks as the data."""
    text = exported("csv", "--table", "tasks").read_bytes().decode("utf-8-sig")
    lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))
    known = [row["id"] for row in rows(site, "records")]
    expect([line[-1] for line in lines[1:]] == known, "the table of tasks has other tasks than the data")
    expect(all(len(line) == len(lines[0]) for line in lines), "a line has more or fewer cells than the head")


def documents(exported, site, period):
    """Papers have headings, A4 pages and the margins of official papers."""
    member = next(row["scope"] for row in rows(site, "tallies") if row["scope"] != "cell")
    year = period[:4]
    for what in (["--period", period], ["--period", period, "--member", member], ["--period", year, "--member", member]):
        document = docx.Document(exported("docx", *what))
        names = {paragraph.style.name for paragraph in document.paragraphs}
        expect("Heading 1" in names or "heading 1" in names, f"{what}: no heading among {names}")
        for section in document.sections:
            sizes = sorted([round(section.page_width.mm), round(section.page_height.mm)])
            expect(sizes == [210, 297], f"{what}: a page of {sizes}")
            margins = [section.top_margin, section.bottom_margin, section.left_margin, section.right_margin]
            expect([round(margin.mm) for margin in margins] == [20, 20, 30, 15], f"{what}: margins {margins}")
        expect(all(paragraph.style is not None for paragraph in document.paragraphs), f"{what}: a style is missing")


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
