"""python -m training.flatten PAGES.jsonl.xz --out TEXTS.jsonl: pages of HTML as flat texts to train on.

A page has `id`, `site`, `html`, and `gold` or `keep` and `drop`; what else it has is kept. Each is flattened by
Beautiful Soup and by inscriptis, where they are installed. Of the `gold` of a page whose `type` is a listing or a
collection only sentences count: a list of links is no text of its own.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from training.data import opened

_LISTS = ("listing", "collection")
_SENTENCE = re.compile(r".{60,}[.!?。！？।؟]\W*", re.DOTALL)
_NO_TEXT = ("script", "style", "noscript", "template")


def main() -> int:
    """Write the flat texts of all pages."""
    parser = argparse.ArgumentParser(prog="python -m training.flatten", description=__doc__)
    parser.add_argument("pages", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True)
    args = parser.parse_args()
    with args.out.open("w", encoding="utf-8") as out:
        for path in args.pages:
            with opened(path) as lines:
                for line in lines:
                    for record in flat(json.loads(line)):
                        out.write(json.dumps(record, ensure_ascii=False) + "\n")
    return 0


def flat(page: Mapping[str, Any]) -> Iterator[dict[str, Any]]:
    """A record for each tool that is installed."""
    rest = {key: value for key, value in page.items() if key != "html"}
    if page.get("type") in _LISTS:
        rest["gold"] = "\n".join(line for line in page["gold"].split("\n") if _SENTENCE.fullmatch(line.strip()))
    for tool, flatten in (("bs4", by_soup), ("inscriptis", by_inscriptis)):
        try:
            yield {**rest, "tool": tool, "text": flatten(page["html"])}
        except ImportError:
            continue


def by_soup(html: str) -> str:
    """The text as Beautiful Soup gives it, a line for each piece of text."""
    from bs4 import BeautifulSoup

    soup = BeautifulSoup(html, "lxml")
    for tag in soup(list(_NO_TEXT)):
        tag.decompose()
    return str(soup.get_text("\n"))


def by_inscriptis(html: str) -> str:
    """The text as inscriptis lays it out."""
    from inscriptis import get_text

    return str(get_text(html))


if __name__ == "__main__":
    raise SystemExit(main())
