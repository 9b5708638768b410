"""What trafilatura takes for the main text, line by line."""

from __future__ import annotations

from collections.abc import Sequence

from dechrome.fold import letters

# On pages beyond these it may take minutes, or fail.
_LARGEST = 4_000_000
_DEEPEST = 400
# A line with fewer letters counts only where it stands alone: a single word is anywhere.
_FEW = 20
_PIECE = 40


def judge(source: str, lines: Sequence[str], depth: int) -> list[float] | None:
    """How much of each line is in trafilatura's text, from 0 to 1; None where it cannot be asked or fails.

    `depth` is how deep the page's elements are nested.
    """
    if len(source) > _LARGEST or depth > _DEEPEST:
        return None
    from trafilatura import extract

    try:
        text = extract(source, include_comments=False, fast=True)
    except Exception:  # whatever breaks in it, the page can be read without
        return None
    return shares(lines, text or "")


def shares(lines: Sequence[str], text: str) -> list[float]:
    r"""How much of each line is in a text that was made of the same page.

    >>> shares(["Share", "The bridge is open, says the mayor."], "The bridge is open,\nsays the mayor.")
    [0.0, 1.0]
    """
    alone = {_squeezed(line) for line in text.split("\n")}
    whole = _squeezed(text)
    return [_share(_squeezed(line), alone, whole) for line in lines]


def _share(line: str, alone: set[str], whole: str) -> float:
    if line in alone:
        return 1.0 if line else 0.0
    if len(line) < _FEW:
        return 0.0
    if line in whole:
        return 1.0
    pieces = [line[at : at + _PIECE] for at in range(0, len(line), _PIECE)]
    return round(sum(len(piece) for piece in pieces if len(piece) >= _FEW and piece in whole) / len(line), 3)


def _squeezed(text: str) -> str:
    return letters(text.lower())
