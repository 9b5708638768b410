"""Passages that a page prints twice: an article for small screens and for large ones, a card on its back and front."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import accumulate

from dechrome.lazy import of_line
from dechrome.page_title import letters_of
from dechrome.types import Document, Line

# So wide is a line of a passage, so many of them it has at least, and so wide it is in all.
_WIDE = 60
_FEWEST = 3
_WIDTH = 300
# To look for each line of a longer text in all that stands before it would take too long.
_LONGEST = 300_000
_CODE = re.compile(r"[={};<>|\\]|\w\(|//")


def second_copies(document: Document, lines: Sequence[int]) -> list[int]:
    """Of `lines`, those of passages that stand further up already, letter for letter, however broken into lines."""
    before = _Before([letters_of(document.lines[i]) for i in lines])
    again: list[int] = []
    at = 0
    while at < len(lines):
        count = before.count(at) if _is_wide(document.lines[lines[at]]) else 0
        if count >= _FEWEST and _is_passage(document, lines[at : at + count]):
            again += lines[at : at + count]
        at += max(1, count)
    return again


class _Before:
    """Looks for parts of a text in what stands before them."""

    def __init__(self, parts: Sequence[str]) -> None:
        self._parts = parts
        self._starts = [0, *accumulate(map(len, parts))]
        self._text = "".join(parts)
        self._first = dict(zip(reversed(parts), reversed(self._starts[:-1]), strict=True))

    def count(self, at: int) -> int:
        """How many parts, from `at` on, stand one after the other in the text before."""
        start, place = self._starts[at], self._place(at)
        count = 0
        while place >= 0 and at + count < len(self._parts):
            part = self._parts[at + count]
            if place + len(part) > start or not self._text.startswith(part, place):
                break
            count, place = count + 1, place + len(part)
        return count

    def _place(self, at: int) -> int:
        """Where a part stands before itself; in a long text, only where it is a part there too."""
        first = self._first[self._parts[at]]
        if first < self._starts[at]:
            return first
        return self._text.find(self._parts[at], 0, self._starts[at]) if len(self._text) <= _LONGEST else -1


def _is_passage(document: Document, lines: Sequence[int]) -> bool:
    wide = sum(_is_wide(document.lines[i]) for i in lines)
    width = sum(document.lines[i].width for i in lines)
    return wide >= _FEWEST and width >= _WIDTH and any(document.reads(i) for i in lines)


def _is_wide(line: Line) -> bool:
    return line.width >= _WIDE and not is_code(line)


@of_line
def is_code(line: Line) -> bool:
    """Whether a line has signs that hardly stand in running text; lines of code come again and again."""
    return bool(_CODE.search(line.text))
