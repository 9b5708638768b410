"""Two looks of the rules that judge a text as a whole: before the other rules, and at what they leave."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import replace

from dechrome.confidence import together
from dechrome.types import Document, Line, Mark, Marks, Removal

# A line this wide that both looks together are no surer to take is the article for certain; one as near as this to two
# such lines, above and below, stands in its midst.
_WIDE, _CERTAIN, _NEAR = 60, 0.9, 30
_HALF = 0.5
# So sure the first look must be of a label to take it alone.
_FIRMLY = 0.8
# Chrome stands around a text for certain where the first look is so sure of a line, or other rules are so sure of
# several; where none does, or of a paragraph that is so much of the text, they must be so sure to take anything.
_FRAME, _SEVERAL, _TAKEN = 0.95, 2, 0.9
_BARE = 0.9
_LONG, _LARGE, _WHOLLY = 1000, 0.1, 0.97


def agreed(
    before: Document, first: Sequence[Mark], after: Document, second: Sequence[Mark], heard: Marks
) -> list[Mark]:
    """The marks on what is left, as sure as both looks make them; lines are known again by their place.

    The first look sees the whole page, the second each line in its place once the chrome around it is gone: their
    mean counts. In the midst of the article nothing goes that the second keeps, as subheadings and lists look like
    menus from afar; outside it a label goes by the first look alone. What must stay, the second says. What the other
    rules `heard` in a line that is no sentence is added. Where the first finds nothing to keep, it counts alone.
    """
    empty = _nothing(before, first)
    now = {(mark.rule, mark.line): mark.hit.confidence for mark in second if not mark.hit.keep}
    places = {line.start: i for i, line in enumerate(after.lines) if line.text}
    then = {
        (mark.rule, places[start]): mark
        for mark in first
        if not mark.hit.keep and (start := before.lines[mark.line].start) in places
    }
    marks = [mark for mark in second if mark.hit.keep and not empty]
    kept = {mark.line for mark in marks}
    large = max(_LONG, _LARGE * len(after.text))
    for rule in sorted({mark.rule for mark in first}):
        said = [
            (then[rule, i].hit.confidence if (rule, i) in then else 0.0, now.get((rule, i), 0.0))
            for i in range(len(after.lines))
        ]
        wide = (i for i, line in enumerate(after.lines) if line.width >= _WIDE)
        certain = sorted({i for i in wide if sum(said[i]) < _CERTAIN} | kept)
        for i, (a, b) in enumerate(said):
            if (rule, i) in then:
                sure = _both(after.lines[i], a, a if empty else b, heard.confidence(i), amid=_amid(certain, i))
                hit = replace(then[rule, i].hit, end=len(after.lines[i].text), confidence=sure)
                if sure >= _WHOLLY or len(after.lines[i].text) < large:
                    marks.append(Mark(i, rule, hit))
    return marks


def is_framed(first: Sequence[Mark], taken: Sequence[Removal]) -> bool:
    """Whether chrome stands around a text for certain, by the first look or by what other rules took of it.

    A text without is an article already, or an extractor made it one.
    """
    sure = any(mark.hit.confidence >= _FRAME and not mark.hit.keep for mark in first)
    return sure or sum(removal.confidence >= _TAKEN for removal in taken) >= _SEVERAL


def for_certain(marks: Sequence[Mark]) -> list[Mark]:
    """Of what both looks say of a text without a frame, what they are sure enough of."""
    return [mark for mark in marks if mark.hit.keep or mark.hit.confidence >= _BARE]


def _nothing(document: Document, first: Sequence[Mark]) -> bool:
    """Whether the first look finds nothing to keep: then there is no article, and nothing that is left is one."""
    going = {mark.line for mark in first if mark.hit.confidence >= _HALF and not mark.hit.keep}
    return all(i in going for i, line in enumerate(document.lines) if line.text)


def _both(line: Line, first: float, second: float, heard: float, *, amid: bool) -> float:
    """How sure both looks are of a line together, with what the other rules heard in it."""
    sure = (first + second) / 2
    if amid and second < _HALF:
        sure = second
    elif line.is_label and first >= _FIRMLY:
        sure = first
    return sure if line.is_sentence else together((sure, heard))


def _amid(certain: Sequence[int], line: int) -> bool:
    """Whether lines of these numbers, in order, stand near above and below."""
    above, below = bisect_left(certain, line) - 1, bisect_right(certain, line)
    return above >= 0 and below < len(certain) and line - certain[above] <= _NEAR >= certain[below] - line
