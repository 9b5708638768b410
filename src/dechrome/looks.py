"""Two looks of the rules that judge a text as a whole: before the other rules, and at what they leave."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dechrome.confidence import together
from dechrome.types import Document, Mark, Marks

# A line this wide that both looks together are no surer to take is the article for certain; one as near as this to two
# such lines, above and below, stands in its midst.
_WIDE, _CERTAIN, _NEAR = 60, 0.9, 30
_HALF = 0.5


def agreed(
    before: Document, first: Sequence[Mark], after: Document, second: Sequence[Mark], heard: Marks
) -> list[Mark]:
    """The marks on what is left, as sure as both looks make them; lines are known again by their place.

    The first look sees the whole page, the second each line in its place once the chrome around it is gone: their
    mean counts. In the midst of the article nothing goes that the second keeps, as subheadings and lists look like
    menus from afar. What must stay, the second says. What the other rules `heard` in a line that is no sentence adds to
    it.
    """
    now = {(mark.rule, mark.line): mark.hit.confidence for mark in second if not mark.hit.keep}
    places = {line.start: i for i, line in enumerate(after.lines) if line.text}
    then = {
        (mark.rule, places[start]): mark
        for mark in first
        if not mark.hit.keep and (start := before.lines[mark.line].start) in places
    }
    marks = [mark for mark in second if mark.hit.keep]
    kept = {mark.line for mark in marks}
    for rule in sorted({mark.rule for mark in first}):
        doubts = [
            (then[rule, i].hit.confidence if (rule, i) in then else 0.0, now.get((rule, i), 0.0))
            for i in range(len(after.lines))
        ]
        certain = [
            i
            for i, (a, b) in enumerate(doubts)
            if i in kept or (a + b < _CERTAIN and after.lines[i].width >= _WIDE)
        ]
        for i, (a, b) in enumerate(doubts):
            if (rule, i) in then:
                sure = b if b < _HALF and _amid(certain, i) else (a + b) / 2
                if not after.lines[i].is_sentence:
                    sure = together((sure, heard.confidence(i)))
                hit = replace(then[rule, i].hit, end=len(after.lines[i].text), confidence=sure)
                marks.append(Mark(i, rule, hit))
    return marks


def _amid(certain: Sequence[int], line: int) -> bool:
    """Whether lines of these numbers, in order, stand near above and below."""
    above, below = bisect_left(certain, line) - 1, bisect_right(certain, line)
    return above >= 0 and below < len(certain) and line - certain[above] <= _NEAR >= certain[below] - line
