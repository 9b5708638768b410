"""Paragraphs in fragments: some tools break a line at every link and every bold word."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from dechrome import shape

if TYPE_CHECKING:
    from dechrome.types import Line

# Signs that follow a word: no line begins with one, but a piece may.
_FOLLOWING = frozenset(",.;:!?)\u00bb\u201d\u2026\u3001\u3002\uff0c")
_UNSPACED_COMMAS = ("\u3001", "\uff0c")
_COMMAS = (",", *_UNSPACED_COMMAS)
_OPENING = "\"'([\u00ab\u201c\u201e\u2018\u201a\u203a "
# So wide is what a name may stand behind, and one piece at least; so wide are a paragraph's pieces on average (words of
# a menu may begin small, too), and so many it has at most.
_WIDE = 30
_WIDEST = 60
# No name of what a link leads to is wider.
_LINK = 80
_MEAN = 15
_MOST = 100


def paragraphs(lines: Sequence[Line]) -> dict[int, range]:
    """The positions of lines that make a paragraph only together, each with the paragraph that it is a piece of.

    >>> from dechrome.types import Line
    >>> texts = ["The keeper opened the", "old lock", "at six, and by noon forty boats had passed through it,"]
    >>> texts += ["said the mayor, who had counted them from the window of the town hall.", "Most read"]
    >>> sorted(paragraphs([Line(text, 1, 0, len(text)) for text in texts]))
    [0, 1, 2, 3]
    """
    return {i: chain for chain in _chains(lines) if _is_paragraph([lines[i] for i in chain]) for i in chain}


def _chains(lines: Sequence[Line]) -> Iterator[range]:
    """Stretches of lines of which each goes on with the one before."""
    start = 0
    for i in range(1, len(lines) + 1):
        if i == len(lines) or i - start == _MOST or not _is_piece(lines, i):
            if i - start > 1:
                yield range(start, i)
            start = i


def _is_piece(lines: Sequence[Line], i: int) -> bool:
    """Whether a line goes on with what stands above it."""
    return _goes_on(lines, i) or _links(lines, i) or _resumes(lines, i)


def _goes_on(lines: Sequence[Line], i: int) -> bool:
    """Whether a line begins in the middle of a sentence."""
    before, line = lines[i - 1], lines[i]
    if not before.text or not line.text:
        return False
    if line.text[0] in _FOLLOWING:
        return not line.trails_off
    if before.text == ":":
        return True
    if before.text.endswith(_COMMAS):
        return line.width > _WIDE
    return line.text.lstrip(_OPENING)[:1].islower() and _is_open(before)


def _links(lines: Sequence[Line], i: int) -> bool:
    """Whether a line is a name between two pieces of a sentence."""
    if not _is_name(lines, i) or i + 1 >= len(lines):
        return False
    return _goes_on(lines, i + 1) or _resumes(lines, i + 1)


def _resumes(lines: Sequence[Line], i: int) -> bool:
    """Whether a line goes on behind a name, where no letter tells: with a bracket, or a clause after a comma."""
    if i < 2 or not _is_name(lines, i - 1):
        return False
    below_comma = lines[i - 2].text.endswith(_UNSPACED_COMMAS)
    return lines[i].text.startswith("\uff08") or (below_comma and lines[i].width >= _WIDEST)


def _is_name(lines: Sequence[Line], i: int) -> bool:
    """Whether a line may be a name in a sentence that the line above begins."""
    before, line = lines[i - 1], lines[i]
    begun = before.width >= _WIDE or before.text.endswith(_UNSPACED_COMMAS) or (i > 1 and _goes_on(lines, i - 1))
    return 0 < line.width <= _LINK and begun and _is_open(before) and _is_open(line)


def _is_open(line: Line) -> bool:
    return not (line.ends_sentence or line.trails_off or line.text.endswith(":"))


def _is_paragraph(chain: Sequence[Line]) -> bool:
    widths = [line.width for line in chain]
    wide = max(widths) >= _WIDEST and sum(widths) >= max(shape.PROSE_WIDTH, _MEAN * len(chain))
    return wide and chain[-1].ends_sentence
