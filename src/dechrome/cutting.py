"""Making the cuts: from a document and what goes of it to what is left, with every removal in its exact place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from dechrome.align import Match, align, locate
from dechrome.decide import Cut
from dechrome.normalize import Normalizer
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
    for index, line in enumerate(document.lines):
        left: Line | None = line
        if index in going:
            left, removed = _cut_line(document.source, line, going[index], normalizer)
            removals += removed
        if left and (left.text or (lines and lines[-1].text)):
            lines.append(left)
    if lines and lines[-1].blank:
        lines.pop()
    return replace(document, lines=tuple(lines)), removals


def _cut_line(
    source: str, line: Line, cuts: Sequence[Cut], normalizer: Normalizer
) -> tuple[Line | None, list[Removal]]:
    text = _without(line.text, cuts, normalizer)
    if not text:
        cuts = cuts[:1]  # all of the line goes in the name of the first
    if not text and not line.gaps:
        return None, [_removal(source, line, line.start, line.end, cuts[0])] if line.start < line.end else []
    matches = source_matches(source, line) if text else []
    removals: list[Removal] = []
    gaps = list(line.gaps)
    for cut in cuts:
        start, end = line.start, line.end
        if text:
            start, end = locate(matches, cut.start), locate(matches, cut.end, last=True)
        for a, b in _outside(start, end, line.gaps):
            removals.append(_removal(source, line, a, b, cut))
            gaps.append((a, b))
    return (replace(line, text=text, gaps=tuple(sorted(gaps))) if text else None), removals


def _removal(source: str, line: Line, start: int, end: int, cut: Cut) -> Removal:
    mark = cut.mark
    return Removal(line.number, start, end, source[start:end], mark.rule, mark.hit.why, cut.confidence, cut.evidence)


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
    segments = _outside(line.start, line.end, line.gaps)
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


def _outside(start: int, end: int, gaps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of `[start, end)` that no gap covers."""
    parts = []
    for a, b in gaps:
        if start < a < end:
            parts.append((start, a))
        if a < end and start < b:
            start = b
    if start < end:
        parts.append((start, end))
    return parts
