"""The bar that a web archive puts above the pages it shows."""

from __future__ import annotations

import re

from dechrome.blocks import below
from dechrome.types import Document

_ADDRESS = re.compile(r"^The Wayback Machine - https?://")
_BEGINS = re.compile(r"^(?:\d[\d,.]* captures?|About this capture|COLLECTED BY)$")
# The bar tells of the collections a page is from, in so many lines at most.
_LONGEST = 120


def archive_bar(document: Document) -> list[int]:
    """The lines from the count of captures to the page's address in the archive, or this alone.

    >>> from dechrome.types import Line
    >>> texts = ["Harbor closes", "7 captures", "About this capture", "The Wayback Machine - https://a.example/1"]
    >>> archive_bar(Document("", tuple(Line(text, 1, 0, len(text)) for text in texts)))
    [1, 2, 3]
    """
    head = below(document, -1, _LONGEST)
    for place, i in enumerate(head):
        if _ADDRESS.match(document.lines[i].text):
            begins = (k for k, above in enumerate(head[:place]) if _BEGINS.match(document.lines[above].text))
            return head[next(begins, place) : place + 1]
    return []
