"""The pages that the tools are asked about, with what is known of their articles."""

from __future__ import annotations

import json
import lzma
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Page:
    """A page with its article (`gold`), or with segments that must stay and must go."""

    set: str
    site: str
    html: str
    gold: str | None
    keep: tuple[str, ...] = ()
    drop: tuple[str, ...] = ()

    @cached_property
    def flat(self) -> str:
        """The page's text without markup, a line an element: what many pipelines keep of a page."""
        from bs4 import BeautifulSoup

        return str(BeautifulSoup(self.html, "html.parser").get_text("\n"))

    @cached_property
    def lang(self) -> str | None:
        """The language of the article, for tools that want to be told; None where it cannot be told."""
        from dechrome.language import detect

        return detect(self.gold if self.gold is not None else "\n".join(self.keep))


def read(path: Path, every: int = 1, limit: int | None = None) -> list[Page]:
    """Of each set every so many pages, and no more than `limit`, spread evenly.

    `path` is a JSONL file, perhaps compressed with xz; a record has `html`, and `gold`, or `keep` and `drop`; `set` and
    `site` where known. Raises ValueError for a record without these.
    """
    total = Counter(record.get("set", "") for record in _records(path))
    wanted = {name: set(spread(count, every, limit)) for name, count in total.items()}
    seen: dict[str, int] = defaultdict(int)
    pages = []
    for number, record in enumerate(_records(path), start=1):
        name = record.get("set", "")
        if seen[name] in wanted[name]:
            pages.append(_page(record, f"{path}:{number}"))
        seen[name] += 1
    return pages


def spread(count: int, every: int, limit: int | None) -> list[int]:
    """Which of `count` pages take part.

    >>> spread(10, 2, None), spread(10, 2, 3), spread(3, 1, 5)
    ([0, 2, 4, 6, 8], [0, 2, 6], [0, 1, 2])
    """
    found = list(range(0, count, every))
    if limit is None or len(found) <= limit:
        return found
    return [found[k * len(found) // limit] for k in range(limit)]


def _page(record: dict[str, Any], where: str) -> Page:
    if "html" not in record or not ("gold" in record or {"keep", "drop"} <= record.keys()):
        raise ValueError(f"{where}: a page needs html, and gold or keep and drop")
    return Page(
        record.get("set", ""), record.get("site", ""), record["html"], record.get("gold"),
        tuple(record.get("keep", ())), tuple(record.get("drop", ())),
    )  # fmt: skip


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with lzma.open(path, "rt", encoding="utf-8") if path.suffix == ".xz" else path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())
