"""Rows of many items in a script that has no spaces between words: menus, tickers and lists of choices in one line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome import shape
from dechrome.types import Document, Line

_LETTER = re.compile(r"[^\W_]")
_LABEL = re.compile(r"^.{1,8}[:\uff1a]")
_STOP = "\u3002"
_ITEMS, _ITEM_WIDTH = 8, 25
# So many are words for search engines.
_MANY = 100
# Of people's names, whose lists belong to articles, few are longer.
_NAME, _LONGER = 3, 0.5


def strung(document: Document) -> Iterator[int]:
    """The rows of items above the first paragraph and below the last."""
    if body := document.body:
        for i, line in enumerate(document.lines):
            if i not in body and not line.text.isascii() and _is_strung(line, _ITEMS):
                yield i


def stuffed(document: Document) -> Iterator[int]:
    """Rows of so many items that they are there for search engines, wherever they stand."""
    for i, line in enumerate(document.lines):
        if line.width > _MANY * _NAME and not line.text.isascii() and _is_strung(line, _MANY):
            yield i


def _is_strung(line: Line, fewest: int) -> bool:
    if _STOP in line.text or len(_LETTER.findall(line.text)) > 2 * shape.count_unspaced(line.text):
        return False
    items = [item for item in _LABEL.sub("", line.text).split() if _LETTER.search(item)]
    lengths = [len(item) for item in items]
    return (
        len(items) >= fewest
        and sum(lengths) <= _ITEM_WIDTH * len(items)
        and sum(n > _NAME for n in lengths) >= _LONGER * len(items)
    )
