"""Writes what the documentation repeats from the code: the rules in README.md, the languages in docs/language.md.

python docs/update.py            write it
python docs/update.py --check    say whether it is up to date (exit 1 if not)
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
RULES = ROOT / "src" / "dechrome" / "rules"
BEGIN, END = "<!-- {}: written by docs/update.py -->", "<!-- end of {} -->"


def rule_table() -> str:
    """A Markdown table of all rules: name, linked to its page, and the page's first sentence."""
    rows = ["| rule | what it finds |", "| --- | --- |"]
    for page in sorted(RULES.glob("*/rule.md")):
        summary = next(line for line in page.read_text(encoding="utf-8").splitlines()[1:] if line.strip())
        rows.append(f"| [`{page.parent.name}`](src/dechrome/rules/{page.parent.name}/rule.md) | {summary} |")
    return "\n".join(rows)


def language_table() -> str:
    """What `clean --list-languages` prints."""
    from dechrome.cleaner import Cleaner
    from dechrome.cli.rules import list_languages

    lines = [line.rstrip() for line in list_languages(Cleaner(plugins=False))]
    return "\n".join(["```", *lines, "```"])


def updated(page: str, name: str, table: str) -> str:
    """`page` with the table of that name between its two marks written anew."""
    begin, end = BEGIN.format(name), END.format(name)
    if begin not in page or end not in page:
        raise SystemExit(f"the marks {begin!r} and {end!r} are missing")
    head, _, rest = page.partition(begin)
    _, _, foot = rest.partition(end)
    return f"{head}{begin}\n{table}\n{end}{foot}"


def main() -> int:
    """Write or check; the exit code says whether a check failed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="only say whether it is up to date")
    arguments = parser.parse_args()
    tables = (("README.md", "rules", rule_table), ("docs/language.md", "languages", language_table))
    stale = False
    for place, name, table in tables:
        path = ROOT / place
        old = path.read_text(encoding="utf-8")
        new = updated(old, name, table())
        stale |= new != old
        if new != old and not arguments.check:
            path.write_text(new, encoding="utf-8")
    return int(stale and arguments.check)


if __name__ == "__main__":
    sys.exit(main())
