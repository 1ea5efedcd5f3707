#!/usr/bin/env python3
"""Measures whole processes for compare.sh, and makes the tables.

    measure.py run FILE TOOL SIZE -- COMMAND…    run once, append wall, CPU and peak memory to FILE as a JSON line
    measure.py ratios FILE A B                   Markdown: medians of A and B by size, and A as a share of B
    measure.py growth FILE TOOL                  Markdown: medians of TOOL by size, and the factors between them

CPU is user and system time of the process and of the children it waited for; memory is the largest resident set of any
one of them. A measured process starts as a copy of this one, so no peak below some 10 MiB can be seen.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from itertools import pairwise

# What is measured: the key in a line, the heading of its column, how a figure is shown.
MEASURES = [("wall", "Wall s", "{:.2f}"), ("cpu", "CPU s", "{:.2f}"), ("peak", "Peak MiB", "{:.0f}")]
# `ru_maxrss` counts kilobytes, but bytes on macOS.
RSS_UNIT = 1 if sys.platform == "darwin" else 1024


def run(path, tool, size, command):
    """Runs the command once; its standard output is not wanted."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    if code != 0:
        sys.exit(f"measure.py: exit status {code}: {' '.join(command)}")
    line = {
        "tool": tool,
        "size": int(size),
        "wall": wall,
        "cpu": usage.ru_utime + usage.ru_stime,
        "peak": usage.ru_maxrss * RSS_UNIT / 2**20,
    }
    with open(path, "a", encoding="utf-8") as file:
        file.write(json.dumps(line) + "\n")


def read(path):
    """All lines by tool and size."""
    runs = {}
    with open(path, encoding="utf-8") as file:
        for line in map(json.loads, file):
            runs.setdefault((line["tool"], line["size"]), []).append(line)
    return runs


def medians(lines):
    """The median of each measure."""
    return {key: statistics.median(line[key] for line in lines) for key, _, _ in MEASURES}


def cells(lines):
    """Each median with the least and the greatest figure."""
    for key, _, form in MEASURES:
        figures = sorted(line[key] for line in lines)
        low, middle, high = (form.format(f) for f in (figures[0], statistics.median(figures), figures[-1]))
        yield middle if len(figures) == 1 else f"{middle} ({low}–{high})"


def print_row(*texts):
    print("|", " | ".join(texts), "|")


def print_head():
    print_row("Logs", "Program", "Runs", *(heading for _, heading, _ in MEASURES))
    print("|--:|---|--:|" + "--:|" * len(MEASURES))


def print_runs(size, tool, lines):
    print_row(f"{size:,}", tool, str(len(lines)), *cells(lines))


def quotients(above, below):
    above, below = medians(above), medians(below)
    return [above[key] / max(below[key], 1e-9) for key, _, _ in MEASURES]


def share(quotient):
    return f"1/{1 / quotient:.1f}" if 0 < quotient < 1 else f"× {quotient:.2f}"


def ratios(path, first, second):
    runs = read(path)
    sizes = sorted({size for _, size in runs})
    shared = [size for size in sizes if (first, size) in runs and (second, size) in runs]
    print_head()
    for size in shared or sizes:
        for tool in (first, second):
            if (tool, size) in runs:
                print_runs(size, tool, runs[tool, size])
        if size in shared:
            shares = map(share, quotients(runs[first, size], runs[second, size]))
            print_row(f"{size:,}", f"**{first} / {second}**", "", *shares)


def growth(path, tool):
    runs = read(path)
    sizes = sorted(size for name, size in runs if name == tool)
    print_head()
    for size in sizes:
        print_runs(size, tool, runs[tool, size])
    for small, large in pairwise(sizes):
        factors = (f"× {factor:.2f}" for factor in quotients(runs[tool, large], runs[tool, small]))
        print_row(f"{large:,}", f"**growth from {small:,}**", "", *factors)


def main(arguments):
    match arguments:
        case ["run", path, tool, size, "--", *command] if command:
            run(path, tool, size, command)
        case ["ratios", path, first, second]:
            ratios(path, first, second)
        case ["growth", path, tool]:
            growth(path, tool)
        case _:
            sys.exit(__doc__)


main(sys.argv[1:])
