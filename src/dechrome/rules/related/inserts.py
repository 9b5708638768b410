"""Inserts under one heading, again and again between the paragraphs of an article."""

from __future__ import annotations

from collections.abc import Sequence

from dechrome import blocks
from dechrome.types import Document, Marks

# Title, author and date of the story that an insert names.
_LINES = 4


def between_inserts(document: Document, heading: int, headings: Sequence[int], seen: Marks) -> list[int]:
    """The lines of an insert, where the article's paragraph stands between it and the next under the same heading.

    The paragraph stands alone above the next heading, and the last insert has none in its place: it would be a
    standfirst in each of them. `headings` are the lines that may be such headings, in order.
    """
    key = document.lines[heading].key
    same = [i for i in headings if i >= heading and document.lines[i].key == key]
    if len(same) < 2:
        return []
    paragraph = blocks.before(document, same[1])
    own = _filled(document, heading, _LINES + 1)
    if paragraph not in own or not document.reads(paragraph) or blocks.believed(seen, paragraph):
        return []
    place = own.index(paragraph)
    last = _filled(document, same[-1], place + 1)
    alone = len(blocks.group(document, paragraph)) == 1
    has_none = not any(document.reads(i) or document.lines[i].trails_off for i in last)
    return own[:place] if alone and has_none else []


def _filled(document: Document, above: int, count: int) -> list[int]:
    """The first lines with text below one."""
    found: list[int] = []
    for i in range(above + 1, len(document.lines)):
        if document.lines[i].text:
            found.append(i)
            if len(found) == count:
                break
    return found
