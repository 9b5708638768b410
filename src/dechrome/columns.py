"""Text that a tool laid out in columns beside each other: where its cells stand, in the order in which they read.

Tools that keep the look of a page (inscriptis, w3m) write the columns of a layout table beside each other and fill them
up with spaces: a line of the article shares its line with one of the menu and one of the sidebar. The columns are found
as in scanned pages, by the X-Y cut (Nagy, Seth, "Hierarchical representation of optically scanned documents", 1984):
white that runs down through many rows parts them, and within a column one looks again. Tables of data stay as they are.
"""

from __future__ import annotations

import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import NamedTuple

from dechrome.types import Document

# Ink is broken by two spaces, never by one.
_INK = re.compile(r"[^ ]+(?: [^ ]+)*")
_WHITE = 2
_BEYOND = sys.maxsize
_DEEPEST = 8
_REACH = 200  # rows that may follow with ink on the left alone
# In tables of data most rows have ink in several columns, and in all of three or more. On a page a menu is longer than
# its neighbor, or paragraphs stand apart, in so many rows for each of theirs.
_MANY, _FULL, _APART = 0.6, 0.6, 1.5
# Between columns, short lines are filled up with spaces.
_FILLED = 5
# One column at least has lines as long as paragraphs.
_LONG = 80
# A row or two are layout only where they are so far apart, in no more than three columns.
_FEW_ROWS, _FAR, _FEW_COLUMNS = 3, 100, 3


class Cell(NamedTuple):
    """The characters `[start, end)` of a row; none where nothing stands there."""

    row: int
    start: int
    end: int


class _Row(NamedTuple):
    number: int
    inks: tuple[Cell, ...]

    @property
    def whole(self) -> Cell:
        return Cell(self.number, self.inks[0].start, self.inks[-1].end) if self.inks else Cell(self.number, 0, 0)


_White = tuple[int, int]


def cells(rows: Sequence[str]) -> list[Cell] | None:
    """What stands in each column, column by column, and every other row whole; None where there are no columns.

    >>> long = "The ferry between the two towns is back in service after eleven days in the yard."
    >>> page = ["News       " + long, "Sport", "Weather    It ran at noon.", "Archive"]
    >>> [page[cell.row][cell.start:cell.end] for cell in cells(page)][:4]
    ['News', 'Sport', 'Weather', '']
    """
    if not any(map(_is_broken, rows)):
        return None
    inked = [_Row(i, tuple(_inks(i, row))) for i, row in enumerate(rows)]
    found = list(_read(inked, 0))
    return found if len(found) > len(rows) else None


def _is_broken(row: str) -> bool:
    """Whether a row has white within. Tabs, and bars in front, are those of tables of data."""
    return "  " in row and "  " in row.strip(" ") and "\t" not in row and not row.startswith("|")


def _inks(number: int, row: str) -> Iterator[Cell]:
    if _is_broken(row):
        yield from (Cell(number, *ink.span()) for ink in _INK.finditer(row))
    elif text := row.strip():
        start = row.index(text)
        yield Cell(number, start, start + len(text))


def in_source_order(document: Document) -> Document:
    """The document with its lines in the order of the source; itself where they are."""
    lines = tuple(sorted(document.lines, key=lambda line: line.start))
    same = all(a is b for a, b in zip(lines, document.lines, strict=True))
    return document if same else replace(document, lines=lines)


def _read(rows: Sequence[_Row], depth: int) -> Iterator[Cell]:
    at = 0
    while at < len(rows):
        size, white = _block(rows, at) if depth < _DEEPEST else (1, [])
        block = rows[at : at + size]
        at += size
        columns = list(_columns(block, white)) if white else []
        if not columns or not _is_layout(block, columns):
            yield from (row.whole for row in block)
            continue
        for column in columns:
            yield from _read(_trimmed(column), depth + 1)
            # What stands in different columns stands apart.
            end = block[-1].whole.end
            yield Cell(block[-1].number, end, end)


def _block(rows: Sequence[_Row], at: int) -> tuple[int, list[_White]]:
    """How many rows, from `at` on, some white runs through with ink on both sides, and that white."""
    white = [(a.end, b.start) for a, b in pairwise(rows[at].inks)]
    size, through = 1, white
    for count in range(2, len(rows) - at + 1):
        if not white or count > size + _REACH:
            break
        row = rows[at + count - 1]
        white = list(_through(white, row.inks))
        if white and row.inks and row.inks[-1].start >= white[0][1]:
            size, through = count, white
    return size, through


def _through(white: Sequence[_White], inks: Sequence[Cell]) -> Iterator[_White]:
    """Where the white goes on beside a row's ink; both are in order."""
    free = pairwise([Cell(0, 0, 0), *inks, Cell(0, _BEYOND, _BEYOND)])
    left, right = next(free)
    for start, end in white:
        while right.start <= start and right.start < _BEYOND:
            left, right = next(free)
        while True:
            if min(right.start, end) - max(left.end, start) >= _WHITE:
                yield max(left.end, start), min(right.start, end)
            if right.start >= end:
                break
            left, right = next(free)


def _columns(rows: Sequence[_Row], white: Sequence[_White]) -> Iterator[list[_Row]]:
    """The rows' ink, parted by the white."""
    cuts = [
        [0, *(bisect_left(row.inks, end, key=lambda ink: ink.start) for _, end in white), len(row.inks)] for row in rows
    ]
    for k in range(len(white) + 1):
        column = [_Row(row.number, row.inks[cut[k] : cut[k + 1]]) for row, cut in zip(rows, cuts, strict=True)]
        if any(row.inks for row in column):
            yield column


def _trimmed(column: list[_Row]) -> list[_Row]:
    inked = [k for k, row in enumerate(column) if row.inks]
    return column[inked[0] : inked[-1] + 1]


def _is_layout(rows: Sequence[_Row], columns: Sequence[Sequence[_Row]]) -> bool:
    """Whether columns are those of a page, and none of a table of data."""
    beside = [row for row in zip(*columns, strict=True) if any(cell.inks for cell in row)]
    filled = [sum(bool(cell.inks) for cell in row) for row in beside]
    many = sum(n > 1 for n in filled)
    far = max((b.start - a.end for row in rows for a, b in pairwise(row.inks)), default=0)
    if len(filled) < _FEW_ROWS:
        return len(columns) <= _FEW_COLUMNS and far >= _FAR
    if far < _FILLED or not any(_is_flush(column) for column in columns[1:]):
        return False
    if len(columns) > 2 and filled.count(len(columns)) >= _FULL * many:
        return False
    longest = max(zip(*beside, strict=True), key=_length)
    return _length(longest) >= _LONG and (many < _MANY * len(filled) or _has_paragraphs(longest))


def _is_flush(column: Sequence[_Row]) -> bool:
    """Whether lines begin one below the other, as they do where a column begins."""
    return max(Counter(row.inks[0].start for row in column if row.inks).values()) > 1


def _length(column: Sequence[_Row]) -> int:
    """Of the longest line."""
    return max(ink.end - ink.start for row in column for ink in row.inks)


def _has_paragraphs(column: Sequence[_Row]) -> bool:
    """Whether blank rows part what stands in a column while its neighbors go on."""
    inked = [k for k, row in enumerate(column) if row.inks]
    return inked[-1] + 1 - inked[0] >= _APART * len(inked) and len(inked) > 1
