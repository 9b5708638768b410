"""Boxes: a few lines that belong together, of which only some give themselves away."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from dechrome import blocks
from dechrome.types import Document, Mark, Marks

# A line this surely known vouches for its neighbors.
SURE = 0.6
# A line this likely belongs to a box that stands beside it.
SUSPECTED = 0.2
SUSPECTED_SENTENCE = 0.4


def raise_neighbors(document: Document, seen: Marks, rule: str, reach: int, confidence: float) -> Iterator[Mark]:
    """Marks for the lines that `rule` only suspects, within `reach` lines of one it is sure of.

    Blank lines do not count as distance, and a line that was raised vouches in turn.

    >>> from dechrome.types import Hit, Line
    >>> document = Document("", tuple(Line(t, 1, 0, 0) for t in ("Thank you!", "Sign up for our letter", "Email")))
    >>> seen = Marks([Mark(1, "letter", Hit(0, 22, 0.9, "")), Mark(2, "letter", Hit(0, 5, 0.3, ""))])
    >>> [mark.line for mark in raise_neighbors(document, seen, "letter", 2, 0.7)]
    [2]
    """
    filled = seen.lines(rule)
    if not filled:
        return
    whole = {i: blocks.of_whole(document, seen, i, rule) for i in filled}
    sure = {i for i in filled if whole[i] >= SURE}
    for order in (filled, filled[::-1]):
        for i in order:
            least = SUSPECTED_SENTENCE if blocks.is_sentence(document, i) else SUSPECTED
            if i in sure or whole[i] < least:
                continue
            if any(near in sure for near in _near(document, i, reach)):
                sure.add(i)
                yield from blocks.whole(document, rule, [i], confidence, "beside lines of the same box")


def _near(document: Document, position: int, reach: int) -> Iterator[int]:
    """The positions of up to `reach` lines with text on both sides."""
    for step in (blocks.after, blocks.before):
        at = step(document, position)
        for _ in range(reach):
            if at is None:
                break
            yield at
            at = step(document, at)


def fill_gaps(document: Document, seen: Marks, rule: str, longest: int, confidence: float) -> Iterator[Mark]:
    """Marks for up to `longest` lines in a row between two that `rule` is sure of, where none is a sentence.

    >>> from dechrome.types import Hit, Line
    >>> document = Document("", tuple(Line(t, 1, 0, 0) for t in ("Sign up!", "Morning Post", "Thanks for signing up")))
    >>> seen = Marks([Mark(0, "letter", Hit(0, 8, 0.9, "")), Mark(2, "letter", Hit(0, 21, 0.9, ""))])
    >>> [mark.line for mark in fill_gaps(document, seen, "letter", 1, 0.7)]
    [1]
    """
    sure = [i for i in seen.lines(rule) if blocks.of_whole(document, seen, i, rule) >= SURE]
    for first, last in pairwise(sure):
        between = [i for i in range(first + 1, last) if document.lines[i].text]
        if 0 < len(between) <= longest and not any(blocks.is_sentence(document, i) for i in between):
            yield from blocks.whole(document, rule, between, confidence, "between lines of the same box")


def sticks(document: Document, heading: int, last: int) -> bool:
    """Whether a list under a heading sticks to the paragraph below, where blank lines keep paragraphs apart.

    A subheading of the article has a blank line above it there; what hangs on the heading without one is of the list.

    >>> from dechrome.types import Line
    >>> texts = ["He left.", "", "Related", "A cow in a pool", "The pool was shut on Monday.", "", "It will open."]
    >>> sticks(Document("", tuple(Line(t, 1, 0, 0) for t in texts)), 2, 3)
    True
    """
    lines = document.lines
    if heading == 0 or last + 2 >= len(lines) or lines[heading - 1].text or lines[last + 2].text:
        return False
    return all(line.text for line in lines[heading : last + 2])
