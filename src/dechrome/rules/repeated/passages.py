"""Passages that a page prints twice: an article for small screens and for large ones, a card on its back and front."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate

from dechrome.rules.repeated.letters import is_code, letters_of
from dechrome.types import Document, Line

# So wide is a line of a passage, so many of them it has at least, and so wide it is in all.
_WIDE = 60
_FEWEST = 3
_WIDTH = 300


def second_copies(document: Document, lines: Sequence[int]) -> list[int]:
    """Of `lines`, those of passages that stand further up already, letter for letter, however broken into lines."""
    parts = [letters_of(document.lines[i]) for i in lines]
    starts = [0, *accumulate(map(len, parts))]
    text = "".join(parts)
    again: list[int] = []
    at = 0
    while at < len(lines):
        count = _count(text, parts, starts, at) if _is_wide(document.lines[lines[at]]) else 0
        if _is_passage(document, lines[at : at + count]):
            again += lines[at : at + count]
            at += count
        else:
            at += 1
    return again


def _count(text: str, parts: Sequence[str], starts: Sequence[int], at: int) -> int:
    """How many parts, from `at` on, stand one after the other in the text before."""
    count, place = 0, text.find(parts[at], 0, starts[at])
    while place >= 0 and at + count < len(parts):
        end = place + len(parts[at + count])
        if end > starts[at] or not text.startswith(parts[at + count], place):
            break
        count, place = count + 1, end
    return count


def _is_passage(document: Document, lines: Sequence[int]) -> bool:
    wide = sum(_is_wide(document.lines[i]) for i in lines)
    width = sum(document.lines[i].width for i in lines)
    return wide >= _FEWEST and width >= _WIDTH and any(document.reads(i) for i in lines)


def _is_wide(line: Line) -> bool:
    return line.width >= _WIDE and not is_code(line)
