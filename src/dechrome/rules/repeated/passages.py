"""Passages that a page prints twice: an article for small screens and for large ones, a card on its back and front."""

from __future__ import annotations

from collections.abc import Sequence

from dechrome.types import Document, Line

# So wide is a line of running text, so many of them a passage has at least, and so wide it is in all.
_WIDE = 60
_FEWEST = 2
_WIDTH = 300


def second_copies(document: Document, lines: Sequence[int]) -> list[int]:
    """Of `lines`, those of passages that stand further up already, word for word."""
    keys = [document.lines[i].key for i in lines]
    first: dict[str, int] = {}
    again: list[int] = []
    at = 0
    while at < len(keys):
        count = 0
        if _is_wide(document.lines[lines[at]]):
            copy = first.setdefault(keys[at], at)
            while at + count < len(keys) and copy + count < at and keys[at + count] == keys[copy + count]:
                count += 1
        if count and _is_passage([document.lines[i] for i in lines[at : at + count]]):
            again += lines[at : at + count]
            at += count
        else:
            at += 1
    return again


def _is_passage(lines: Sequence[Line]) -> bool:
    wide = [line.width for line in lines if _is_wide(line)]
    return len(wide) >= _FEWEST and sum(wide) >= _WIDTH


def _is_wide(line: Line) -> bool:
    return line.width >= _WIDE and line.is_sentence
