"""Where the time of the tests goes: seconds by folder, and the slowest tests, as tables in Markdown.

    .venv/bin/python -m pytest … --junitxml=report.xml
    python benchmarks/test_durations.py report.xml [N]        by default the 30 slowest

Seconds are summed over the processes that run tests side by side.
"""

from __future__ import annotations

import sys
from collections import Counter
from xml.etree import ElementTree


def main(report: str, slowest: int = 30) -> None:
    """Print both tables for a report that pytest wrote in JUnit's format."""
    tests = []
    for case in ElementTree.parse(report).iter("testcase"):
        _, folder, *module = case.get("classname", "").split(".")
        tests.append((float(case.get("time", 0)), folder, f"{'.'.join(module)}::{case.get('name')}"))
    seconds: Counter[str] = Counter()
    for time, folder, _ in tests:
        seconds[folder] += time
    counts = Counter(folder for _, folder, _ in tests)
    print("| folder | tests | seconds |\n|---|---|---|")
    for folder, time in seconds.most_common():
        print(f"| `tests/{folder}` | {counts[folder]} | {time:.0f} |")
    print(f"| all | {len(tests)} | {seconds.total():.0f} |\n\n| seconds | test |\n|---|---|")
    for time, folder, name in sorted(tests, reverse=True)[:slowest]:
        print(f"| {time:.1f} | `{folder}/{name}` |")


if __name__ == "__main__":
    main(sys.argv[1], *map(int, sys.argv[2:3]))
