"""The letters and digits of a line, which stay the same however it is punctuated, and wherever it is broken."""

from __future__ import annotations

import re

from dechrome.lazy import of_line
from dechrome.types import Line

_SIGNS = re.compile(r"[\W_]+")
_CODE = re.compile(r"[={};<>|\\]|\w\(|//")


def letters(folded: str) -> str:
    """The letters and digits of a folded text alone.

    >>> letters("what's new - and old?")
    'whatsnewandold'
    """
    return _SIGNS.sub("", folded)


@of_line
def letters_of(line: Line) -> str:
    """The letters and digits of a line."""
    return letters(line.folded)


@of_line
def is_code(line: Line) -> bool:
    """Whether a line has signs that hardly stand in running text; lines of code come again and again."""
    return bool(_CODE.search(line.text))
