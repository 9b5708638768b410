"""Making the cuts: from a document and what goes of it to what is left, with every removal in its exact place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dechrome.align import Match, align, locate
from dechrome.decide import Cut
from dechrome.normalize import Normalizer
from dechrome.shown import joined, outside
from dechrome.types import Document, Line, Removal


def apply(document: Document, cuts: Sequence[Cut], normalizer: Normalizer) -> tuple[Document, list[Removal]]:
    """`document` without `cuts` (in order, without overlap), and what was removed.

    What is left of a line that is cut in part is normalized again; blank lines that come to stand
    together become one.
    """
    going: dict[int, list[Cut]] = {}
    for cut in cuts:
        going.setdefault(cut.line, []).append(cut)
    removals: list[Removal] = []
    lines: list[Line] = []
    gone: Line | None = None
    for index, line in enumerate(document.lines):
        left: Line | None = line
        if index in going:
            cutter = _cut_shown if line.shown else _cut_line
            left, removed = cutter(document.source, line, going[index], normalizer)
            removals += removed
        if left is None:
            gone = line
        elif left.text or left.silent or (lines and not lines[-1].blank):
            if gone and document.verbatim and lines and _would_merge(lines[-1], left):
                lines.append(Line("", gone.number, gone.end, gone.end))
            lines.append(left)
            gone = None
    if lines and lines[-1].blank:
        lines.pop()
    return replace(document, lines=tuple(lines)), removals


def _would_merge(above: Line, below: Line) -> bool:
    """Whether two lines of markup that come to stand together could be read as one."""
    tags = [line.block.tag if line.block else "" for line in (above, below)]
    return not (above.blank or below.blank or tags in (["li", "li"], ["tr", "tr"]))


def _cut_shown(
    source: str, line: Line, cuts: Sequence[Cut], normalizer: Normalizer
) -> tuple[Line | None, list[Removal]]:
    """A cut in what a reader sees of a line, with the markup around it."""
    shown = line.shown
    going: list[tuple[Cut, list[tuple[int, int]]]] = []
    # From the last, so that the columns of the others stay true.
    for cut in reversed(cuts):
        if shown:
            matches = align(shown.text, line.text)
            shown, stretches = shown.cut(locate(matches, cut.start), locate(matches, cut.end, last=True))
            going.append((cut, stretches))
    text = normalizer.line(shown.text) if shown else ""
    if not text:
        return _cut_line(source, line, [cuts[0]._replace(start=0, end=len(line.text))], normalizer)
    gaps = joined([*line.gaps, *(stretch for _, stretches in going for stretch in stretches)])
    removals = [
        _removal(source, line, cut, a, b)
        for cut, stretches in reversed(going)
        for start, end in stretches
        for a, b in outside(start, end, line.gaps)
    ]
    return replace(line, text=text, shown=shown, gaps=tuple(gaps)), removals


def _removal(source: str, line: Line, cut: Cut, start: int, end: int) -> Removal:
    hit = cut.mark.hit
    text = source[start:end]
    return Removal(line.number, start, end, text, cut.mark.rule, hit.why, cut.confidence, cut.evidence, line.block)


def _cut_line(
    source: str, line: Line, cuts: Sequence[Cut], normalizer: Normalizer
) -> tuple[Line | None, list[Removal]]:
    text = _without(line.text, cuts, normalizer)
    if not text:
        cuts = cuts[:1]  # all of the line goes in the name of the first
    if not text and not line.gaps:
        return None, [_removal(source, line, cuts[0], line.start, line.end)] if line.start < line.end else []
    matches = source_matches(source, line) if text else []
    removals: list[Removal] = []
    gaps = list(line.gaps)
    for cut in cuts:
        start, end = line.start, line.end
        if text:
            start, end = locate(matches, cut.start), locate(matches, cut.end, last=True)
        for a, b in outside(start, end, line.gaps):
            removals.append(_removal(source, line, cut, a, b))
            gaps.append((a, b))
    return (replace(line, text=text, gaps=tuple(sorted(gaps))) if text else None), removals


def _without(text: str, cuts: Sequence[Cut], normalizer: Normalizer) -> str:
    """What is left of a line."""
    if cuts[0].start == 0 and cuts[0].end == len(text):
        return ""
    left, at = "", 0
    for cut in cuts:
        left, at = left + text[at : cut.start], cut.end
    return normalizer.line(left + text[at:])


def source_matches(source: str, line: Line) -> list[Match]:
    """Which characters of the source came through to a line, in places of the whole source."""
    segments = outside(line.start, line.end, line.gaps)
    raw = "".join(source[a:b] for a, b in segments)
    matches = []
    for match in align(raw, line.text):
        offset = 0
        for a, b in segments:
            start, end = max(match.source, offset), min(match.source + match.length, offset + b - a)
            if start < end:
                matches.append(Match(a + start - offset, match.text + start - match.source, end - start))
            offset += b - a
    return matches
