"""From a text to a `Document`: cut into lines first, then each line normalized."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dechrome.columns import Cell, cells
from dechrome.normalize import Normalizer
from dechrome.types import Document, Line

# U+0085 is no line end here: where text was decoded wrongly it is half of a letter.
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")


def read_text(source: str, normalizer: Normalizer) -> Document:
    r"""The document of a plain text. Of a run of blank lines one is kept, at the ends of the text none.

    >>> document = read_text(" One.\r\n\r\n\r\nTwo  three. ", Normalizer())
    >>> [(line.text, line.number, line.start, line.end) for line in document.lines]
    [('One.', 1, 0, 5), ('', 2, 7, 7), ('Two three.', 4, 11, 23)]
    """
    rows = _LINE_END.split(source)
    starts = list(_starts(source, rows))
    places = cells(rows) or [Cell(i, 0, len(row)) for i, row in enumerate(rows)]
    parts = [rows[cell.row][cell.start : cell.end] for cell in places]
    lines: list[Line] = []
    above = ""
    for cell, text in zip(places, normalizer.lines(parts), strict=True):
        if text or above:
            start = starts[cell.row]
            lines.append(Line(text, cell.row + 1, start + cell.start, start + cell.end))
        above = text
    if lines and lines[-1].blank:
        lines.pop()
    return Document(source, tuple(lines))


def _starts(source: str, rows: Sequence[str]) -> Iterator[int]:
    """Where each row begins."""
    start = 0
    for row in rows:
        yield start
        start += len(row)
        start += 1 + source.startswith("\r\n", start)
