"""Reading labelled texts: JSON lines, plain or compressed."""

from __future__ import annotations

import gzip
import hashlib
import json
import lzma
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TextIO

import numpy as np
import numpy.typing as npt

from dechrome.normalize import Normalizer
from dechrome.reading import read_text
from training.extra import Extra
from training.labels import label, silver, tokens

# What the text is, where a record does not say: a whole page, or what an extractor took for the article.
PAGES = ("inscriptis", "bs4", "html-text", "page", "frame")
GOLD = "gold"
# Of every so many pages one takes part a second time without its article, to learn what an empty page is like.
FRAME, _ONE_IN = "frame", 4
ARTICLE = "article"
FOLDS = 5


@dataclass(frozen=True)
class Example:
    """One text with the answer for each line that is not blank."""

    id: str
    site: str
    set: str
    lang: str
    tool: str
    lines: list[str]
    blank: npt.NDArray[np.bool_]
    """Which lines have a blank one in front."""
    article: npt.NDArray[np.int8]
    headline: npt.NDArray[np.int8]
    """1 for a copy of the headline, 2 for the headline itself."""
    words: npt.NDArray[np.int64]
    gold: str
    is_silver: bool
    type: str
    """What the page is: an article, or documentation, a listing ..."""
    extra: Mapping[str, npt.NDArray[np.float32]]
    """What is known of the lines beside their text."""

    @property
    def is_page(self) -> bool:
        """Whether it is a whole page."""
        return self.tool in PAGES

    @property
    def fold(self) -> int:
        """Which part of the sites it belongs to; all texts of a site are in one."""
        return fold_of(self.site)


def fold_of(site: str) -> int:
    """Which part of the sites a site belongs to."""
    return _number(site) % FOLDS


def examples(paths: Iterable[Path]) -> Iterator[Example]:
    """The texts of all files, and the articles themselves, with and without blank lines, as texts to leave alone.

    A record has `id` (of the page), `site`, `tool`, `text`, and `gold` (the article) or `keep` and `drop` (segments
    of it, and of the rest); `set`, `lang`, `headline` and `type` (where it is no "article") where known. For segments,
    a page needs a record of the tool trafilatura. `extra` has what is known of the lines beside their text: by names
    that begin with "x_", a number for each line of `text`; or a file beside the records has it (`training.extra`).
    Where one record has it, those without are left out.
    Raises ValueError for a record without these.
    """
    normalizer = Normalizer({})
    pages: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for path in paths:
        for one in _records(path):
            pages[one["id"]].append(one)
    given = any("extra" in record for records in pages.values() for record in records)
    for records in pages.values():
        gold, is_silver = article_of(records)
        if gold is None:
            continue
        for record in records:
            if given and "extra" not in record:
                continue
            example = _example(record, record["text"], gold, is_silver, normalizer)
            yield example
            if example.is_page and not is_silver and example.article.any() and _number(example.id) % _ONE_IN == 0:
                yield _frame(example)
        if is_silver or given or not gold.strip():
            continue
        for text in (gold, "\n".join(line for line in gold.split("\n") if line.strip())):
            yield _example({**records[0], "tool": GOLD}, text, gold, is_silver, normalizer)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    beside = Extra.beside(path)
    with opened(path) as lines:
        for number, line in enumerate(lines, start=1):
            record = json.loads(line)
            if not {"id", "site", "tool", "text"} <= record.keys():
                raise ValueError(f"{path}:{number}: a record needs id, site, tool and text")
            yield record | {"extra": beside.of(number - 1, record["text"])} if beside else record


def opened(path: Path) -> TextIO:
    """A text file, plain or compressed."""
    if path.suffix == ".xz":
        return lzma.open(path, "rt", encoding="utf-8")
    return gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open(encoding="utf-8")


def article_of(records: Sequence[Mapping[str, Any]]) -> tuple[str | None, bool]:
    """The article of a page by the records of its texts, and whether it is a silver one; None where none is known."""
    first = records[0]
    if "gold" in first:
        return str(first["gold"]), False
    by_tool = {record["tool"]: record["text"] for record in records}
    page = next((by_tool[tool] for tool in PAGES if tool in by_tool), None)
    if page is None or "trafilatura" not in by_tool:
        return None, True
    return silver(page, by_tool["trafilatura"], first["keep"], first["drop"]), True


def _example(record: Mapping[str, Any], text: str, gold: str, is_silver: bool, normalizer: Normalizer) -> Example:
    found = read_text(text, normalizer).lines
    standing = [i for i, line in enumerate(found) if line.text]
    lines, tool = [found[i].text for i in standing], str(record["tool"])
    numbers = np.array([found[i].number - 1 for i in standing], dtype=np.int64)
    article = np.ones(len(lines)) if tool == GOLD else np.array(label([x.text for x in found], gold), float)[standing]
    headline = _headlines(lines, article, str(record.get("headline") or ""))
    return Example(
        id=record["id"],
        site=record["site"],
        set=str(record.get("set", "")),
        lang=str(record.get("lang", "")),
        tool=tool,
        lines=lines,
        blank=np.diff(np.array(standing, dtype=np.int64), prepend=-2) > 1,
        article=np.where(headline == 2, 1, article).astype(np.int8),
        headline=headline,
        words=np.array([len(tokens(line)) for line in lines], dtype=np.int64),
        gold=gold,
        is_silver=is_silver,
        type=str(record.get("type", ARTICLE)),
        extra={
            name: np.array(values, dtype=np.float32)[numbers]
            for name, values in sorted(record.get("extra", {}).items())
        },
    )


def _frame(example: Example) -> Example:
    """The page without its article."""
    out = (example.article == 0) & (example.headline == 0)
    return replace(
        example,
        tool=FRAME,
        lines=[line for line, yes in zip(example.lines, out, strict=True) if yes],
        blank=example.blank[out],
        article=example.article[out],
        headline=example.headline[out],
        words=example.words[out],
        gold="",
        extra={name: values[out] for name, values in example.extra.items()},
    )


def _number(name: str) -> int:
    return int(hashlib.md5(name.encode(), usedforsecurity=False).hexdigest(), 16)


def _headlines(lines: list[str], article: npt.NDArray[Any], headline: str) -> npt.NDArray[np.int8]:
    """Copies of the headline (1), and the one nearest above the article (2), which belongs to it."""
    out = np.zeros(len(lines), dtype=np.int8)
    key = _letters(headline)
    same = [i for i, line in enumerate(lines) if key and _letters(line) == key]
    out[same] = 1
    first = int(np.argmax(article)) if article.any() else len(lines)
    above = [i for i in same if i < first]
    if above:
        out[above[-1]] = 2
    return out


def _letters(text: str) -> str:
    return "".join(sign for sign in text.lower() if sign.isalnum())
