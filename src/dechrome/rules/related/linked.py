"""Cards of other stories that markup tells: paragraphs and headings in a row, each of them one link."""

from __future__ import annotations

from collections.abc import Iterator

from dechrome.types import Document, Line

_ALL = 0.9
_WORDS = 4
# A single linked sentence is the article's; two may be.
_ROW = 3


def linked(document: Document) -> Iterator[int]:
    """The lines of such rows; pictures and blank lines may stand between. Lists may be the article's sources."""
    row: list[int] = []
    if not document.marked_up:
        return
    for i, line in enumerate(document.lines):
        if not line.text or (line.block and line.block.tag == "img"):
            continue
        if _is_card(line):
            row.append(i)
            continue
        if len(row) >= _ROW:
            yield from row
        row = []
    if len(row) >= _ROW:
        yield from row


def _is_card(line: Line) -> bool:
    block = line.block
    linked = block is not None and block.link_share >= _ALL and "to-place" not in block.targets
    return linked and block is not None and block.tag in ("p", "h2", "h3", "h4", "h5", "h6") and line.words >= _WORDS
