"""What a reader sees of a line whose output is a piece of its source, and which characters stand for what.

Markup is between the two: `**Read** [on](/a)` is seen as "Read on". To cut what is seen, the markup around it is cut.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Run:
    """`length` characters that are seen at `at`, from `source[start:end]`: the same ones where that is as long."""

    at: int
    length: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Span:
    """Markup and what it stands around: `source[start:end]`, of which the columns from `at` to `stop` are seen."""

    at: int
    stop: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Shown:
    """The text that is seen, the runs it is made of, in order, and the markup around them."""

    text: str
    runs: tuple[Run, ...]
    spans: tuple[Span, ...] = ()

    def cut(self, start: int, stop: int) -> tuple[Shown, list[tuple[int, int]]]:
        """What is left without the columns from `start` to `stop`, and the stretches of the source that go with them.

        Markup goes where all that it stands around goes. White space that would be left at an end goes too.

        >>> shown = Shown("Go on", (Run(0, 3, 0, 3), Run(3, 2, 4, 6)), (Span(3, 5, 3, 10),))  # Go [on](/a)
        >>> shown.cut(3, 5)
        (Shown(text='Go', runs=(Run(at=0, length=2, start=0, end=2),), spans=()), [(2, 10)])
        """
        start, stop = self._with_space(start, stop)
        width = stop - start
        runs: list[Run] = []
        going: list[tuple[int, int]] = []
        for run in self.runs:
            before, inside, behind = _parts(run, start, stop)
            runs += [before] if before else []
            runs += [replace(behind, at=behind.at - width)] if behind else []
            going += [(inside.start, inside.end)] if inside else []
        spans = []
        for span in self.spans:
            if start <= span.at and span.stop <= stop and (span.at < span.stop or start < span.at < stop):
                going.append((span.start, span.end))
            else:
                at, end = (column - min(max(column - start, 0), width) for column in (span.at, span.stop))
                spans.append(replace(span, at=at, stop=end))
        return Shown(self.text[:start] + self.text[stop:], tuple(runs), tuple(spans)), joined(going)

    def _with_space(self, start: int, stop: int) -> tuple[int, int]:
        """The columns to cut, with the white space that would stand at an end, or beside other white space."""
        text = self.text
        before, behind = text[:start].rstrip(), text[stop:].lstrip()
        if not behind:
            return len(before), len(text)
        if not before or text[:start] != before:
            return start if before else 0, len(text) - len(behind)
        return start, stop


def joined(stretches: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Stretches in order, those that touch or overlap as one.

    >>> joined([(4, 6), (0, 2), (2, 3)])
    [(0, 3), (4, 6)]
    """
    merged: list[tuple[int, int]] = []
    for start, end in sorted(stretches):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(merged[-1][1], end)
        else:
            merged.append((start, end))
    return merged


def outside(start: int, end: int, gaps: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of `[start, end)` that no gap covers.

    >>> outside(0, 9, [(0, 2), (4, 5)])
    [(2, 4), (5, 9)]
    """
    parts = []
    for a, b in gaps:
        if start < a < end:
            parts.append((start, a))
        if a < end and start < b:
            start = b
    if start < end:
        parts.append((start, end))
    return parts


def _parts(run: Run, start: int, stop: int) -> tuple[Run | None, Run | None, Run | None]:
    """What of a run lies before, inside and behind the columns; a run that is not its source's characters is one."""
    if run.length != run.end - run.start:
        inside = start < run.at + run.length and run.at < stop
        return (None, run, None) if inside else ((run, None, None) if run.at < start else (None, None, run))
    a, b = (min(max(column - run.at, 0), run.length) for column in (start, stop))
    return _piece(run, 0, a), _piece(run, a, b), _piece(run, b, run.length)


def _piece(run: Run, a: int, b: int) -> Run | None:
    return Run(run.at + a, b - a, run.start + a, run.start + b) if a < b else None
