"""Which characters of a source came through to a text that was normalized from it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

# How far ahead two texts may part before they are looked for as one change.
_WINDOW = 48
_AGREE = (4, 2, 1)


@dataclass(frozen=True, slots=True)
class Match:
    """`length` characters that stand at `source` in the one text and at `text` in the other."""

    source: int
    text: int
    length: int


def align(source: str, text: str) -> list[Match]:
    """The runs of characters that `text` has from `source`, in order and without overlap.

    Walks both texts once and, where they part, looks for the nearest place at which they agree
    again, so that the cost is linear; a change longer than the window ends the alignment there.

    >>> align("a  b&amp;", "a b&")
    [Match(source=0, text=0, length=2), Match(source=3, text=2, length=2)]
    """
    if source == text:
        return [Match(0, 0, len(text))] if text else []
    matches: list[Match] = []
    i = j = 0
    while i < len(source) and j < len(text):
        run = _common(source, i, text, j)
        if run:
            matches.append(Match(i, j, run))
            i, j = i + run, j + run
            continue
        step = _resume(source, i, text, j)
        if not step:
            break
        i, j = i + step[0], j + step[1]
    return matches


def _common(source: str, i: int, text: str, j: int) -> int:
    """How many characters agree from here; in strides, as most of a long line does."""
    run, stride = 0, 4096
    while stride:
        while (
            source[i + run : i + run + stride] == text[j + run : j + run + stride]
            and i + run < len(source)
            and j + run < len(text)
        ):
            run += min(stride, len(source) - i - run, len(text) - j - run)
        stride //= 4
    return run


def _resume(source: str, i: int, text: str, j: int) -> tuple[int, int] | None:
    """The nearest place, in characters skipped of both, at which the two agree for a few characters."""
    for agree in _AGREE:
        steps = []
        for other in range(_WINDOW + 1):
            probe = text[j + other : j + other + agree]
            at = source.find(probe, i, i + _WINDOW + len(probe)) if probe else -1
            if at >= 0:
                steps.append((at - i + other, other))
        if steps:
            # Dropping characters is the common change, so of two ways as short the source's are skipped.
            total, other = min(steps)
            return total - other, other
    return None


def locate(matches: Sequence[Match], column: int, *, last: bool = False) -> int:
    """The place in the source of a column of the text; `last=True` for the end of a span.

    A column inside a change stands for the nearest place before it (after it, for the end of a span).
    """
    if not matches:
        return 0
    if last:
        column -= 1
    k = bisect_right([m.text for m in matches], column) - 1
    if k < 0:
        return matches[0].source
    match = matches[k]
    inside = min(column - match.text, match.length)
    if inside < match.length:
        return match.source + inside + last
    if last:
        return matches[k + 1].source if k + 1 < len(matches) else match.source + match.length
    return match.source + match.length
