"""Which lines of a text are the article, and how well a text matches an article."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Sequence

Shingles = Counter[tuple[str, ...]]

# A run of letters or digits, or one sign of a script written without spaces.
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\uac00-\ud7af\u0e00-\u0e7f]|[^\W_]+")
_INVISIBLE = dict.fromkeys([0xAD, 0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF])
_SIZE = 4


def tokens(text: str) -> list[str]:
    """The words of a text; what cannot be seen counts for nothing."""
    if not text.isascii():
        text = unicodedata.normalize("NFKC", text.translate(_INVISIBLE))
    return _TOKEN.findall(text)


def shingles(text: str) -> Shingles:
    """Every four words in a row, counted."""
    found = tokens(text)
    if len(found) < _SIZE:
        return Counter([tuple(found)] if found else [])
    return Counter(tuple(found[i : i + _SIZE]) for i in range(len(found) - _SIZE + 1))


def f1(gold: Shingles, got: Shingles) -> float:
    """How well one text matches another, from 0 to 1."""
    total = sum(gold.values()) + sum(got.values())
    return 2 * sum((gold & got).values()) / total if total else 1.0


def label(lines: Sequence[str], gold: str) -> list[bool]:
    """For each line whether it stands in the article `gold`.

    A line of under four words counts when it stands there word for word, and between article lines.

    >>> label(["Home", "The river rose again on Monday.", "Home"], "The river rose again on Monday. It rained.")
    [False, True, False]
    """
    known, flat = set(shingles(gold)), f" {' '.join(tokens(gold))} "
    marks = [_mark(tokens(line), known, flat) for line in lines]
    before = _carried(marks)
    after = _carried(marks[::-1])[::-1]
    return [m if m is not None else b and a for m, b, a in zip(marks, before, after, strict=True)]


def _mark(words: list[str], known: set[tuple[str, ...]], flat: str) -> bool | None:
    if len(words) >= _SIZE:
        grams = [tuple(words[i : i + _SIZE]) for i in range(len(words) - _SIZE + 1)]
        return sum(gram in known for gram in grams) >= len(grams) / 2
    return False if words and f" {' '.join(words)} " not in flat else None


def _carried(marks: Sequence[bool | None]) -> list[bool]:
    """The last answer given up to each line."""
    out, last = [], False
    for mark in marks:
        last = last if mark is None else mark
        out.append(last)
    return out


def silver(page: str, extracted: str, keep: Sequence[str], drop: Sequence[str]) -> str:
    """An article for a page of which only segments are known: an extractor's text, corrected by them.

    Lines of `extracted` that hold a segment to drop go; lines of `page` that hold a missing one to keep come.
    """
    drops = [plain(segment) for segment in drop]
    lines = [line for line in extracted.split("\n") if not any(segment in plain(line) for segment in drops)]
    have = plain("\n".join(lines))
    missing = [segment for segment in map(plain, keep) if segment not in have]
    return "\n".join(lines + [line for line in page.split("\n") if any(one in plain(line) for one in missing)])


def plain(text: str) -> str:
    """The text on one line, without what cannot be seen: segments are looked for in it."""
    return " ".join(unicodedata.normalize("NFKC", text.translate(_INVISIBLE)).split())
