"""Pages without an article: what is left of them are labels and titles from here and there, and no text."""

from __future__ import annotations

from dechrome.types import Document

# Of a whole page no more than this share is left, or of the stretch from the first line that is left to the last.
_LITTLE, _SCATTERED = 0.05, 0.4
# A sentence among so many titles is one of them.
_HERE_AND_THERE = 20
_HALF = 0.5


def is_shell(document: Document, left: Document) -> bool:
    """Whether what is `left` of a `document` is no text, but what a list of links, or of titles, is made of.

    Verses and tables of results have no sentences either: they stand in one place, and in HTML they are no links.

    >>> from dechrome.types import Line
    >>> page = Document("", tuple(Line(f"Story number {i}", i, i, i + 1) for i in range(99)))
    >>> is_shell(page, Document("", page.lines[::9])), is_shell(page, Document("", page.lines[:40]))
    (True, False)
    """
    if not left.lines or _reads(left):
        return False
    if document.page is not None:
        return _links(left) >= _HALF
    stretch = range(left.lines[0].start, left.lines[-1].end)
    around = sum(len(line.text) for line in document.lines if line.start in stretch)
    return len(left.text) < max(_LITTLE * len(document.text), _SCATTERED * around)


def _reads(document: Document) -> bool:
    """Whether there is a paragraph, or more than a sentence here and there among titles."""
    if any(line.is_prose for line in document.lines):
        return True
    sentences = sum(line.is_sentence for line in document.lines)
    return sentences * _HERE_AND_THERE > sum(not line.blank for line in document.lines)


def _links(document: Document) -> float:
    """The share of the text that links hold."""
    linked = sum(len(line.text) * line.block.link_share for line in document.lines if line.block)
    return linked / max(1, sum(len(line.text) for line in document.lines))
