"""A row of a table as a reader sees it."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from dechrome.markdown.inline import Piece, pieces

_BAR = re.compile(r"(?<!\\)\|")


def row(line: str, env: dict[str, Any]) -> Piece:
    """What is seen of a row: the cells that are not empty, with bars around them where they are several.

    >>> row("| [Home](/) | | **Sport** |", {}).text
    '| Home | Sport'
    """
    edges = [0, *(edge for bar in _BAR.finditer(line) for edge in bar.span()), len(line)]
    cells = [
        _cell(line[start:end], start, env)
        for start, end in zip(edges[::2], edges[1::2], strict=True)
        if line[start:end].strip(" \t>")
    ]
    seen = sum(bool(cell.text.strip()) for cell in cells)
    whole = Piece(0, len(line))
    for cell in cells:
        if seen > 1 and cell.text.strip():
            at = max((run.end for run in whole.runs), default=cell.start)
            whole.add(" | " if whole.text else "| ", at, at)
        at = len(whole.text)
        whole.text += cell.text
        whole.runs += [replace(run, at=run.at + at) for run in cell.runs]
        whole.spans += [replace(span, at=span.at + at, stop=span.stop + at) for span in cell.spans]
        whole.links += [(a + at, b + at, target) for a, b, target in cell.links]
        whole.images += cell.images
    return whole


def _cell(text: str, start: int, env: dict[str, Any]) -> Piece:
    """A cell in columns of its line."""
    stripped = text.strip(" \t")
    shift = start + text.find(stripped)
    first, *rest = pieces(stripped, env)
    for piece in rest:
        first.take(piece)
    runs = [replace(run, start=run.start + shift, end=run.end + shift) for run in first.runs]
    spans = [replace(span, start=span.start + shift, end=span.end + shift) for span in first.spans]
    return replace(first, start=shift, end=shift + len(stripped), runs=runs, spans=spans)
