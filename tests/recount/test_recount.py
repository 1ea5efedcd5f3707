"""Tests of the recount itself: small cells with tallies worked out by hand.

    python3 test_recount.py
"""

import contextlib
import io
import json
import os
import sys
import tempfile
import unittest

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

import recount  # noqa: E402  (found through the line above)
import stamp  # noqa: E402

SETTINGS = """cell: {id: c, name: Chi bộ thử}
as_of: 2026-06-30
members:
  - {id: a, name: Nguyễn Văn A}
  - {id: b, name: Trần Thị B, role: leader}
"""
LONG = "Nắm rõ mục đích của việc này"       # says something
ZERO = dict.fromkeys(recount.COLUMNS, 0)


class Case(unittest.TestCase):
    """A cell in a temporary folder, written as a story and recounted."""

    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.root = folder.name
        self.file("hieucan.yaml", SETTINGS)

    def file(self, path, content):
        """Write any file of the cell, as text or as bytes."""
        path = os.path.join(self.root, path)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, "wb") as out:
            out.write(content if isinstance(content, bytes) else content.encode())

    def log(self, name, front="", body="", member="a", assigned="2026-01-05"):
        """Write a log with the required fields, and what the test is about."""
        member = f"member: {member}\n" if member else ""
        assigned = f"assigned: {assigned}\n" if assigned else ""
        self.file(f"records/2026/x/{name}.md",
                  f"---\ntitle: Việc {name}\n{member}{assigned}{front}\n---\n{body}\n")

    def review(self, name, front, by="b", on="2026-02-02", stamped=None, suffix=""):
        """Write a review of a log, with the stamp that it needs unless another is given."""
        if stamped is None:
            cell = recount.read_cell(self.root)
            path = os.path.join(cell.root, f"records/2026/x/{name}.md")
            stamped = stamp.stamp(recount.read_record(path, cell), cell)
        self.file(f"records/2026/x/{name}{suffix}.review.md",
                  f"---\nreview_of: a/{name}\nby: {by}\non: {on}\nstamp: {stamped}\n{front}\n---\n")

    def rows(self, audience="cell", as_of=None):
        """All rows; the reasons of left out records are kept for `reasons`."""
        with contextlib.redirect_stderr(io.StringIO()) as notes:
            rows = recount.recount(recount.read_cell(self.root, as_of), audience)
        self.reasons = notes.getvalue()
        return rows

    def row(self, criterion, scope="cell", period="2026", **how):
        """One row as a plain dict with every column."""
        return ZERO | self.rows(**how).get((scope, period, criterion), {})

    def expect(self, criterion, scope="cell", period="2026", **figures):
        """One row has exactly these figures, and zeros elsewhere."""
        self.assertEqual(self.row(criterion, scope, period), ZERO | figures)

    def evidenced(self, criterion):
        """The half points with evidence over the whole cell and year."""
        return self.row(criterion)["evidenced"]

    def assert_left_out(self, reason, count=0):
        """Only `count` records count, and the reason for the others is given."""
        self.assertEqual(self.row("H1")["records"], count)
        self.assertIn(reason, self.reasons)


class Raised(Case):
    """Warnings that the settings make errors."""

    def raising(self, *codes):
        """Raise these codes."""
        checks = ", ".join(f"{code}: error" for code in codes)
        self.file("hieucan.yaml", f"{SETTINGS}checks: {{{checks}}}\n")

    def test_a_raised_warning_leaves_the_record_out(self):
        for code, front in {
            "placeholder-text": "purpose: todo", "short-text": "purpose: Làm tốt.",
            "missing-evidence": "criteria: {H1: met}", "due-missing": "kind: planned",
            "due-before-assigned": "due: 2026-01-02", "assigned-after-as-of": "assigned: 2026-07-01",
            "done-unexpected": "status: doing\ndone: 2026-01-20",
            "na-without-reason": "criteria: {H1: na}", "blank-level": "criteria: {H1: }",
        }.items():
            with self.subTest(code):
                assigned = None if front.startswith("assigned") else "2026-01-05"
                self.log("1", front, assigned=assigned)
                self.raising()
                self.assertEqual(self.row("H2")["records"], 1)
                self.raising(code)
                self.assert_left_out(code)

    def test_a_raised_warning_leaves_a_review_out_too(self):
        self.log("1", "criteria: {H1: met, H2: met}")
        self.review("1", "criteria: {H1: met, H2: na}")
        self.assertEqual(self.row("H1")["confirmed"], 2)
        self.raising("na-without-reason")
        self.assertEqual(self.row("H1")["confirmed"], 0)

    def test_a_record_left_out_so_is_no_copy(self):
        for name in "12":
            self.log(name, f"criteria: {{H1: met}}\npurpose: {LONG}")
        self.log("3", f"procedure: todo\npurpose: {LONG}")
        self.assertEqual(self.evidenced("H1"), 0)
        self.raising("placeholder-text")
        self.assertEqual(self.evidenced("H1"), 4)

    def test_an_error_that_comes_of_copying_leaves_all_copies_out(self):
        for name in "123":
            self.log(name, f"criteria: {{H1: met}}\npurpose: {LONG}")
        for code in ("copied-text", "missing-evidence"):
            self.raising(code)
            self.assert_left_out(code)

    def test_a_raised_warning_that_is_not_recounted_stops_the_run(self):
        self.raising("broken-link")
        with self.assertRaises(recount.Fault):
            self.rows()


class Counting(Case):
    """Which rows there are, and what stands in them."""

    def test_levels_add_up_over_members_and_periods(self):
        self.log("1", f"done: 2026-01-20\ncriteria: {{H1: met, H2: na}}\npurpose: {LONG}")
        self.log("2", "due: 2026-02-20\ncriteria: {H1: partial, H2: unmet}")
        self.log("3", "criteria: {H2: met}\noutputs: Kế hoạch", member="b", assigned="2026-04-01")
        self.expect("H1", "a", "2026-01", records=1, met=1, claimed=2, evidenced=2)
        self.expect("H1", "a", "2026-02", records=1, partial=1, claimed=1)
        self.expect("H1", "a", "2026-q1", records=2, met=1, partial=1, claimed=3, evidenced=2)
        self.expect("H1", "cell", "2026-h1", records=3, met=1, partial=1, unclaimed=1,
                    claimed=3, evidenced=2)
        self.expect("H2", "cell", "2026", records=3, na=1, unmet=1, met=1, claimed=2, evidenced=2)
        self.expect("H2", "b", "2026-q2", records=1, met=1, claimed=2, evidenced=2)
        self.expect("C6", "b", "2026-04", records=1, unclaimed=1)
        self.expect("H1", "cell", "2026-h2")

    def test_the_rows_are_those_with_records_only(self):
        self.log("1", assigned="2026-01-05")
        self.assertEqual(len(self.rows()), 2 * 4 * 11)
        self.log("2", assigned="2026-02-05", member="b")
        # cell: 2 months, 1 quarter, 1 half, 1 year; a and b: 4 periods each
        self.assertEqual(len(self.rows()), (5 + 4 + 4) * 11)

    def test_the_month_is_that_of_done_then_due_then_assigned(self):
        self.log("1", "due: 2026-02-01\ndone: 2026-04-01\ncriteria: H1")
        self.expect("H1", "a", "2026-04", records=1, met=1, claimed=2)
        self.expect("H1", "a", "2026-q1")

    def test_cancelled_records_count_nowhere(self):
        self.log("1", "status: hủy\ncriteria: H1")
        self.assertEqual(self.rows(), {})

    def test_a_list_means_all_met_and_a_blank_level_is_unclaimed(self):
        self.log("1", "criteria: [h1, C2]")
        self.log("2", "criteria: {H1: , C2: {level: '', evidence: 12-KH}}")
        self.expect("H1", records=2, met=1, unclaimed=1, claimed=2)
        self.expect("C2", records=2, met=1, unclaimed=1, claimed=2)

    def test_what_is_no_log_is_not_read(self):
        self.log("1")
        for name in ("README.md", "q1.rating.md", ".x.md", "#x.md", "x.txt"):
            self.file(f"records/2026/x/{name}", "không phải nhật ký")
        os.symlink(os.path.join(self.root, "records/2026/x/1.md"),
                   os.path.join(self.root, "records/2026/x/link.md"))
        self.assertEqual(self.row("H1")["records"], 1)
        self.assertEqual(self.reasons, "")

    def test_reviews_confirm_dispute_and_grow_old(self):
        for name in ("1", "2", "3", "4"):
            self.log(name, f"criteria: {{H1: met, H2: partial}}\npurpose: {LONG}")
        self.review("1", "criteria: {H1: met, H2: {level: unmet, reason: Chưa có}}")
        self.review("2", "criteria: [H1]", stamped="v1:" + 64 * "0")
        self.review("3", "criteria: {H1: partial}", by="a")
        self.review("4", "as: superior\ncriteria: {H1: partial}", by="Người ngoài")
        self.expect("H1", records=4, met=4, claimed=8, evidenced=0, confirmed=3, disputed=1, stale=1)
        self.expect("H2", records=4, partial=4, claimed=4, confirmed=0, disputed=1)
        self.assertIn("neither leader nor secretary", self.reasons)

    def test_the_latest_of_a_rater_counts_and_the_superior_before_the_cell(self):
        self.log("1", "criteria: {H1: met, H2: met, H3: {level: na, reason: Không cần}}")
        self.review("1", "criteria: {H1: met, H2: met, H3: met}", on="2026-02-02", suffix=".x")
        self.review("1", "criteria: {H1: partial}", on="2026-02-03")
        self.review("1", "as: superior\ncriteria: {H2: partial}", on="2026-02-01", by="Người ngoài", suffix=".y")
        self.assertEqual([self.row(c)["confirmed"] for c in ("H1", "H2", "H3")], [1, 1, 0])

    def test_stamps_are_those_of_their_documents(self):
        self.assertEqual(stamp.blake3(b""), "af1349b9f5f9a1a6a0404dea36dcc9499bcb25c9adc112b7cc9a93cae41f3262")
        self.assertEqual(stamp.blake3(bytes(i % 251 for i in range(1025))),
                         "d00278ae47eb27b34faecf67b4fe263f82d5412916c1ffd97c8cb7fb814b8444")
        folder = os.path.dirname(os.path.abspath(__file__))
        with open(os.path.join(folder, "../../docs/stamp-v1.md"), encoding="utf-8") as file:
            document = file.read()
        shown = document.split("```text\n")[1].split("```")[0]
        self.assertIn("v1:" + stamp.blake3(shown.encode()), document)

    def test_leaders_records_are_withheld_before_copies_are_sought(self):
        for name in ("1", "2"):
            self.log(name, f"criteria: H1\npurpose: {LONG}")
        self.log("3", f"criteria: H1\npurpose: {LONG}\nphạm vi xem: Lãnh đạo")
        self.assertEqual(self.row("H1"), ZERO | dict(records=2, met=2, claimed=4, evidenced=4))
        self.assertEqual(self.row("H1", audience="leaders"),
                         ZERO | dict(records=3, met=3, claimed=6))


class Reading(Case):
    """Spellings, short forms and dates."""

    def test_vietnamese_keys_and_words(self):
        self.file("records/x.md", "---\nTiêu đề: Một việc\nĐẢNG_VIÊN: b\nNgày giao: 5/1/2026\n"
                  "hạn: 20/01/2026\nhoan thanh: 19/1/2026\nloại: Phát sinh\n"
                  "trang_thai: Hoàn thành\n"
                  "tiêu chí:\n  h1: ĐẠT\n  H2: Đạt một phần\n  H3: chưa đạt\n  H4: không áp dụng\n"
                  "  C1: {mức: đạt, lý do: x, minh chứng: {loại: minutes, ref: 05-BB/CB}}\n"
                  "Sản phẩm: Kế hoạch\n---\n")
        self.expect("H1", "b", "2026-01", records=1, met=1, claimed=2)
        self.expect("H2", records=1, partial=1, claimed=1, evidenced=1)
        self.expect("H3", records=1, unmet=1)
        self.expect("H4", records=1, na=1)
        self.expect("C1", records=1, met=1, claimed=2, evidenced=2)

    def test_decomposed_letters_bom_and_crlf(self):
        self.file("records/x.md", "\ufeff---\r\ntitle: x\r\nmember: a\r\nassigned: 2026-01-05\r\n"
                  "tie\u0302u chi\u0301: {H1: d\u0323a\u0323t}\r\n---\r\n"
                  .replace("d\u0323a", "đa").encode())
        self.expect("H1", records=1, met=1, claimed=2)

    def test_scalars_are_texts_and_short_forms_are_read(self):
        self.log("1", "criteria: [H2, H3, C2, C3, C4, C5, C6]\noutputs: 12\ncoordination: no\n"
                      "direction: 2026-01-05\nreferences: 30\nrisks: {risk: x, happened: false}\n"
                      "steps: 1\nrevisions: 0x1\nexcused: 1.0\nfixed: 7\nprogress: yes")
        for criterion in ("H2", "H3", "C2", "C3", "C4", "C5", "C6"):
            self.assertEqual(self.evidenced(criterion), 2, criterion)

    def test_signs_inside_flow_maps(self):
        self.log("1", "criteria: {C2: met}\n"
                      "direction: {by: b, asked: [{q: Ai dự?, a: Cả\u2028chi bộ}, {q: Khi nào?}]}\n"
                      "references: [{ref: 1, link: http://vidu.example/?a=1#b}]")
        self.expect("C2", records=1, met=1, claimed=2, evidenced=2)

    def test_another_rubric_needs_no_code(self):
        self.file("rubric.yaml", "id: own\nversion: 3\ngroups:\n- id: g\n  criteria:\n"
                  "  - {id: X1, evidence: [purpose]}\n  - {id: X2, na: refused}\n"
                  "  - {id: X3, state: upcoming}\n")
        self.log("1", f"rubric: own@3\ncriteria: [x1, X2]\npurpose: {LONG}",
                 f"## a {{#x2}}\n{LONG}!")
        self.expect("X1", records=1, met=1, claimed=2, evidenced=2)
        self.expect("X2", records=1, met=1, claimed=2, evidenced=2)
        self.expect("X3")
        self.log("2", "criteria: {X2: na}")
        self.assertEqual(self.row("X1")["records"], 1)
        self.assertIn("na is refused", self.reasons)


class Evidence(Case):
    """What shows a criterion, and what only looks like it."""

    def test_every_field_of_the_built_in_set(self):
        shows = {"H1": ["purpose", "procedure"], "H4": ["strengths", "weaknesses"],
                 "H5": ["context"], "C1": ["progress"], "C2": ["direction"], "C3": ["references"],
                 "C4": ["risks"], "C5": ["steps", "archive"], "C6": ["revisions", "lessons"],
                 "H2": ["outputs"], "H3": ["coordination"]}
        self.assertEqual(sorted(shows), sorted(c.id for c in recount.BUILT_IN.criteria))
        for criterion, fields in shows.items():
            for name in fields:
                self.log("1", f"criteria: {{{criterion}: partial}}\n{name}: Điều này đủ dài")
                self.assertEqual(self.evidenced(criterion), 1, name)
            self.log("1", f"criteria: {{{criterion}: partial}}")
            self.assertEqual(self.evidenced(criterion), 0)

    def test_on_time_shows_c1(self):
        self.log("1", "criteria: C1\ndue: 2026-01-20\ndone: 2026-01-20")
        self.assertEqual(self.evidenced("C1"), 2)
        self.log("1", "criteria: C1\ndue: 2026-01-20\ndone: 2026-01-21")
        self.assertEqual(self.evidenced("C1"), 0)
        self.log("1", "criteria: C1\ndone: 2026-01-21")
        self.assertEqual(self.evidenced("C1"), 0)

    def test_prose_must_say_something(self):
        for empty in ("Đang cập nhật…", "[sẽ bổ sung sau]", "TODO", "ngắn quá đi", "1234567890"):
            self.log("1", f"criteria: H1\npurpose: '{empty}'")
            self.assertEqual(self.evidenced("H1"), 0, empty)
        self.log("1", "criteria: H1\npurpose: mười chữ vậy")       # ten letters
        self.assertEqual(self.evidenced("H1"), 2)

    def test_one_good_item_of_a_field_is_enough(self):
        self.log("1", f"criteria: H4\nweaknesses: [todo, {{tag: cham}}, {{text: {LONG}}}]")
        self.assertEqual(self.evidenced("H4"), 2)
        self.log("1", "criteria: H4\nweaknesses: [todo, {tag: cham-tien-do-qua-nhieu}]")
        self.assertEqual(self.evidenced("H4"), 0)

    def test_explicit_entries(self):
        cases = {"note: ngắn": 0, f"note: {LONG}": 2, "ref: 1": 2, "note: todo, link: x": 0, "note: todo, link: https://vidu.example/x": 2,
                 "kind: minutes, date: 2026-01-05": 0, "link: 'javascript:x'": 0, "link: records/a.pdf": 0,
                 "note: todo, link: '//vidu.example'": 0, f"note: {LONG}, link: 'java%0Ascript:x'": 2}
        for entry, half_points in cases.items():
            self.log("1", f"criteria: {{H3: {{level: met, evidence: {{{entry}}}}}}}")
            self.assertEqual(self.evidenced("H3"), half_points, entry)

    def test_blank_fields_show_nothing(self):
        self.log("1", "criteria: [H2, C2, C5]\noutputs: []\ndirection: {by: , summary: ''}\n"
                      "steps:\narchive: ' '")
        self.assertEqual([self.evidenced(c) for c in ("H2", "C2", "C5")], [0, 0, 0])
        self.log("1", "criteria: [H2, C2, C5]\noutputs: '~'\ndirection: ~\nsteps: null\narchive: ~")
        self.assertEqual([self.evidenced(c) for c in ("H2", "C2", "C5")], [2, 0, 0])

    def test_marks_of_place_show_nothing(self):
        blank = {"C1": "progress: {on: 2026-01-05, note: }", "C2": "direction: {on: 2026-01-05, asked: [{q: }]}",
                 "C3": "references: {link: 'tel:1'}", "C4": "risks: [{risk: , response: , happened: false}]",
                 "C5": "steps: [{id: a, start: 2026-01-05, end: 2026-01-06}, {id: b, what: , after: [a]}]",
                 "C6": "revisions: {by: , change: , adopted: true}", "H2": "outputs: {link: 'file:///a'}"}
        said = {"C1": "progress: {on: 2026-01-05, note: x}", "C2": "direction: {asked: [{q: x}]}",
                "C3": "references: {link: 'https://vidu.example/a'}", "C4": "risks: {response: x}",
                "C5": "steps: {id: a, with: x}", "C6": "revisions: {by: x, adopted: true}",
                "H2": "outputs: {link: 'mailto:a@vidu.example'}"}
        for fronts, half_points in ((blank, 0), (said, 2)):
            for criterion, front in fronts.items():
                self.log("1", f"criteria: {criterion}\n{front}")
                self.assertEqual(self.evidenced(criterion), half_points, front)

    def test_a_text_of_three_records_is_copied_wherever_it_stands(self):
        self.log("1", f"criteria: H1\npurpose: {LONG}")
        self.log("2", f"criteria: H5\ncontext: ['{LONG.upper()}']", assigned="2020-01-05")
        self.log("other", f"criteria: H1\npurpose: {LONG}", member="b")
        self.log("wrong", f"criteria: H1\npurpose: {LONG}\nkeyless: 1")
        self.assertEqual(self.row("H1", "a")["evidenced"], 2)      # two only: an error is no third
        self.log("3", "status: cancelled", f"## x {{#C6}}\n\n{LONG.replace(' ', '  ')}\n")
        self.assertEqual(self.row("H1", "a")["evidenced"], 0)
        self.assertEqual(self.row("H5", "a", "2020")["evidenced"], 0)
        self.assertEqual(self.row("H1", "b")["evidenced"], 2)

    def test_a_text_repeated_in_one_record_is_no_copy(self):
        self.log("1", f"criteria: [H1, H5]\npurpose: {LONG}\nprocedure: {LONG}\ncontext: {LONG}")
        self.assertEqual(self.evidenced("H1"), 2)


class Sections(Case):
    """Text under tagged headings."""

    def shown(self, body):
        """The criteria that a body shows."""
        self.log("1", "criteria: [H1, H3, C6]", body)
        rows = self.rows()
        return [c for c in ("H1", "H3", "C6") if rows["cell", "2026", c]["evidenced"]]

    def test_headings(self):
        text = "đủ dài để tính điểm"
        cases = {
            f"## Rút kinh nghiệm {{#C6}}\n{text}": ["C6"],
            f"# x {{.k #c6 y=1}} #\n{text}": ["C6"],
            f"Một dòng\nhai {{#c6}}\n---\n{text}": ["C6"],
            f"Rút {{#C6}}\n===\n{text}": ["C6"],
            f"- mục {{#C6}}\n---\n{text}": [],                   # a rule, not an underline
            f"#C6 {{#C6}}\n{text}": [],
            f"    ## x {{#C6}}\n{text}": [],
            f"## x \\{{#C6}}\n{text}": [],
            f"## x {{#Z9}}\n{text}": [],
            f"```\n## x {{#C6}}\n{text}\n```\n": [],
            f"~~~~\n~~~\n## x {{#C6}}\n~~~~\n{text}": [],
            f"<!--\n## x {{#C6}}\n\n{text}\n-->": [],
            f"## x {{#C6}}\n```\n# {text}\n```": ["C6"],         # code is text of the section
            f"## {text} {{#C6}}\n### {text}\n": [],              # heading lines are not
            f"## x {{#C6}}\n### y\n{text}": ["C6"],
            f"## x {{#C6}}\n## y\n{text}": [],
            f"## x {{#C6}}\n# y\n{text}": [],
            f"## x {{#C6}}\n### y {{#H1}}\n{text}": ["H1"],
            f"## x {{#C6}}\n### y {{#H1}}\nx\n#### z\n{text}\n### w\n{text}": ["H1"],
            f"## x {{#C6}}\nđủ dài\n## y {{#H3}}\n{text}\n## z {{#C6}}\nđể tính": ["H3", "C6"],
        }
        for body, shown in cases.items():
            self.assertEqual(self.shown(body), shown, body)


class Errors(Case):
    """A record with an error enters no figure."""

    def test_errors_of_the_front_matter(self):
        cases = {
            "keyless: 1": "unknown key", "due: 2026-01-09\nhạn: 2026-01-09": "given twice",
            "purpose: [a]": "a text is expected", "direction: [a]": "a map is expected",
            "direction: {asked: x}": "a map is expected", "steps: [[a]]": "a map is expected",
            "risks: {risk: x, happened: maybe}": "unknown word",
            "due: 2026-02-30": "no such date", "due: 2026-1-9": "no such date",
            "progress: {on: mai}": "no such date", "done: 2026-01-04": "done before assigned",
            "done: 2026-07-01": "done after as-of", "status: done": "without done",
            "status: xong": "unknown word", "kind: x": "unknown word", "rubric: x@1": "rubric",
            "rubric: 5-hieu-6-can@2": "unknown rubric", "visibility: leaders2": "unknown word",
            "criteria: {H1: tốt}": "unknown word", "criteria: {H9: met}": "unknown criterion",
            "criteria: {H1: met, h1: met}": "given twice", "criteria: {H1: {reason: x}}": "level",
            "criteria: {H1: [met]}": "a map is expected", "criteria: [{H1: met}]": "criterion",
            "criteria: {H1: {level: met, evidence: {kind: hearsay}}}": "unknown word",
            "criteria: {H1: {level: met, evidence: {file: none.pdf}}}": "file missing",
            "outputs: {file: ../x.pdf}": "outside", "outputs: {file: /etc/hosts}": "outside",
            "steps: [{id: a, after: b}]": "unknown step",
            "steps: [{id: a, after: b}, {id: b, after: [a]}]": "in a circle",
            "purpose: &x y": "anchors", "purpose: !!str y": "tags", "purpose: [": "unreadable",
            "purpose: \"a\\u0007b\"": "control", "purpose: tài liệu TỐI MẬT": "secrecy",
        }
        for front, reason in cases.items():
            self.log("1", front)
            with self.subTest(front):
                self.assert_left_out(reason)

    def test_missing_and_unknown(self):
        self.log("1", assigned=None)
        self.assert_left_out("missing assigned")
        self.log("1", member=None)
        self.assert_left_out("missing member")
        self.log("1", member="A")
        self.assert_left_out("unknown member")

    def test_errors_of_the_file(self):
        good = "---\ntitle: x\nmember: a\nassigned: 2026-01-05\n---\n"
        for content, reason in ((b"---\ntitle: \xff\n---\n", "UTF-8"), ("title: x\n", "no front"),
                                (good + "a\0b", "control"), (good + "a\x0cb", "control"),
                                (good + "x" * (1 << 20), "1 MiB"),
                                (good + "*MẬT*", "secrecy"), ("---\ntitle: x\n", "no front")):
            self.file("records/x.md", content)
            with self.subTest(reason):
                self.assert_left_out(reason)

    def test_what_is_no_error(self):
        self.file("files/a.pdf", "x")
        self.log("1", "due: 2026-01-01\nassigned_by: ai đó\nkind:\nfixed: []\n"
                      "outputs: {file: files/../files/a.pdf}\n"
                      "steps: [{id: a}, {id: b, after: [a]}, {what: c, after: [a, b]}]",
                 "BẢO MẬT và BÍ\nMẬT, bảo mật, Mật ong, MẬTX\t\u200b")
        self.assertEqual(self.row("H1")["records"], 1)
        self.assertEqual(self.reasons, "")

    def test_two_records_with_one_id_are_both_in_error(self):
        self.log("1")
        self.log("Kế hoạch")
        self.file("records/2025/y/ke-hoach.md",
                  "---\ntitle: x\nmember: a\nassigned: 2026-01-05\n---\n")
        self.assert_left_out("one id with", count=1)
        self.log("Kế hoạch", member="b")
        self.assertEqual(self.row("H1")["records"], 3)

    def test_as_of_may_be_given(self):
        self.log("1", "done: 2026-02-01")
        self.assertEqual(self.row("H1", as_of="31/01/2026")["records"], 0)
        self.assertEqual(self.row("H1", as_of="2026-02-01")["records"], 1)


class Comparing(Case):
    """The command: what it prints and how it ends."""

    def setUp(self):
        super().setUp()
        self.log("1", f"criteria: {{H1: met}}\npurpose: {LONG}")
        self.given = [dict(zip(("scope", "period", "criterion"), key)) | ZERO | figures
                      for key, figures in self.rows().items()]

    def run_main(self, *options, **head):
        """Write the tallies, run the command; its exit status and the lines it prints."""
        tallies = {"version": 1, "as_of": "2026-06-30", "rubric": "5-hieu-6-can@1"} | head
        self.file("tallies.json", json.dumps(tallies | {"rows": self.given}))
        with contextlib.redirect_stdout(io.StringIO()) as out, \
                contextlib.redirect_stderr(io.StringIO()):
            status = recount.main([self.root, os.path.join(self.root, "tallies.json"), *options])
        return status, out.getvalue().splitlines()

    def test_the_same_figures_agree(self):
        self.assertEqual(self.run_main(), (0, ["recount: 88 rows agree, 0 differ"]))

    def test_a_wrong_figure_is_noticed(self):
        row = next(r for r in self.given if (r["scope"], r["period"], r["criterion"]) ==
                   ("a", "2026-q1", "H1"))
        row["evidenced"] = 1
        self.assertEqual(self.run_main(), (1, ["a 2026-q1 H1 evidenced: expected 2, found 1",
                                               "recount: 87 rows agree, 1 differ"]))
        row["evidenced"] = "2"
        self.assertEqual(self.run_main()[0], 1)
        del row["evidenced"]
        self.assertEqual(self.run_main()[1][0], "a 2026-q1 H1 evidenced: expected 2, found None")

    def test_a_missing_row_is_noticed(self):
        self.given = [r for r in self.given if (r["scope"], r["period"], r["criterion"]) !=
                      ("cell", "2026", "C6")]
        self.assertEqual(self.run_main(), (1, ["cell 2026 C6 records: expected 1, found 0",
                                               "cell 2026 C6 unclaimed: expected 1, found 0",
                                               "recount: 87 rows agree, 1 differ"]))

    def test_a_row_too_many_is_noticed_unless_it_is_empty(self):
        extra = {"scope": "b", "period": "2026", "criterion": "H1"} | ZERO
        self.given.append(extra)
        self.assertEqual(self.run_main(), (0, ["recount: 89 rows agree, 0 differ"]))
        extra["records"] = 1
        self.assertEqual(self.run_main()[0], 1)

    def test_another_head_is_noticed(self):
        self.assertEqual(self.run_main(as_of="2026-06-29"), (
            1, ["head - - as_of: expected 2026-06-30, found 2026-06-29",
                "recount: 88 rows agree, 1 differ"]))
        self.assertEqual(self.run_main("--as-of", "2026-06-29", as_of="2026-06-29")[0], 0)

    def test_what_cannot_run_ends_with_2(self):
        self.given.append(self.given[0])        # a row given twice
        self.assertEqual(self.run_main(), (2, []))
        self.file("hieucan.yaml", "members: [")
        self.assertEqual(self.run_main(), (2, []))


if __name__ == "__main__":
    unittest.main()
