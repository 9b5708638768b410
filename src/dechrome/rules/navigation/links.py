"""What markup says of links: rows of links, lists of places on the same page, labels that lead nowhere."""

from __future__ import annotations

from collections.abc import Iterator

from dechrome import blocks
from dechrome.targets import LINKS, TO_NOWHERE, TO_PLACE
from dechrome.types import Document, Line

_CONTENTS = 3
_ALL = 0.9


def link_rows(document: Document) -> Iterator[int]:
    """Lines of several links and nothing else, as menus have them."""
    return (i for i in document.marked_up if _is_linked(document.lines[i], LINKS))


def script_labels(document: Document) -> Iterator[int]:
    """Labels whose link is a script's: buttons."""
    for i in document.marked_up:
        if _is_linked(document.lines[i], TO_NOWHERE) and document.lines[i].is_label:
            yield i


def place_lists(document: Document) -> Iterator[int]:
    """Lists of links to places on the same page: the article's sections, or what stands around it."""
    lines = document.lines
    found = (i for i in document.marked_up if _is_linked(lines[i], TO_PLACE) and not lines[i].is_sentence)
    for run in blocks.runs(found):
        if len(run) >= _CONTENTS:
            yield from run


def _is_linked(line: Line, target: str) -> bool:
    """Whether a line is all links, and of the kind that this target is."""
    block = line.block
    return block is not None and block.link_share >= _ALL and target in block.targets and block.tag[:1] != "h"
