"""Writes what the documentation repeats from the code: the table of rules in README.md.

python docs/update.py            write it
python docs/update.py --check    say whether it is up to date (exit 1 if not)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "src" / "dechrome" / "rules"
BEGIN, END = "<!-- rules: written by docs/update.py -->", "<!-- end of rules -->"


def rule_table() -> str:
    """A Markdown table of all rules: name, linked to its page, and the page's first sentence."""
    rows = ["| rule | what it finds |", "| --- | --- |"]
    for page in sorted(RULES.glob("*/rule.md")):
        summary = next(line for line in page.read_text(encoding="utf-8").splitlines()[1:] if line.strip())
        rows.append(f"| [`{page.parent.name}`](src/dechrome/rules/{page.parent.name}/rule.md) | {summary} |")
    return "\n".join(rows)


def updated(readme: str) -> str:
    """`readme` with the table between its two marks written anew."""
    head, _, rest = readme.partition(BEGIN)
    _, _, foot = rest.partition(END)
    return f"{head}{BEGIN}\n{rule_table()}\n{END}{foot}"


def main() -> int:
    """Write or check; the exit code says whether a check failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    arguments = parser.parse_args()
    path = ROOT / "README.md"
    old = path.read_text(encoding="utf-8")
    new = updated(old)
    if arguments.check:
        return int(new != old)
    path.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
