"""Reading again what is left of a verbatim text: a cut may change what the markup around it means."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import pairwise

from dechrome.shown import Run, Shown
from dechrome.types import Document, Line


def reread(left: Document, read: Callable[[str], Document]) -> Document | None:
    """What is left, read again, in places of the source; None where it reads as it did."""
    again = read(left.output)
    if [_look(line) for line in again.lines] == [_look(line) for line in left.lines]:
        return None
    place = _Places.of(left)
    lines = tuple(map(place.line, again.lines))
    return replace(left, lines=lines)


def _look(line: Line) -> object:
    """All that a rule may go by."""
    return line.text, line.silent, line.block


@dataclass(frozen=True)
class _Places:
    """From places of the output to those of the source."""

    source: str
    starts: tuple[int, ...]
    """Where each stretch begins in the output."""
    stretches: tuple[tuple[int, int], ...]
    length: int
    """How long the output is."""

    @classmethod
    def of(cls, document: Document) -> _Places:
        stretches = tuple(document.places())
        starts, at = [], 0
        for start, end in stretches:
            starts.append(at)
            at += end - start
        return cls(document.source, tuple(starts), stretches, at)

    def start(self, place: int) -> int:
        """Where the character at `place` stands."""
        k = max(0, bisect_right(self.starts, place) - 1)
        return self.stretches[k][0] + place - self.starts[k]

    def end(self, place: int) -> int:
        """The end of the character before `place`."""
        return self.start(place - 1) + 1 if place else self.start(place)

    def parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The stretches of the source that make this part of the output."""
        first, last = (max(0, bisect_right(self.starts, place) - 1) for place in (start, max(start, end - 1)))
        edges = [start, *self.starts[first + 1 : last + 1], end]
        return [(self.start(a), self.end(b)) for a, b in pairwise(edges) if a < b]

    def line(self, line: Line) -> Line:
        parts = self.parts(line.start, line.end)
        start = self.start(line.start)
        # The line's end is where its line break stands, behind whatever was cut before that.
        end = self.start(line.end) if line.end < self.length else self.end(line.end)
        gaps = tuple((a, b) for (_, a), (b, _) in pairwise([*parts, (end, end)]) if a < b)
        number = self.source.count("\n", 0, start) + 1
        return replace(
            line, number=number, start=start, end=end, gaps=gaps, shown=line.shown and self._shown(line.shown)
        )

    def _shown(self, shown: Shown) -> Shown:
        runs: list[Run] = []
        for run in shown.runs:
            if run.length != run.end - run.start:
                runs.append(replace(run, start=self.start(run.start), end=self.end(run.end)))
                continue
            at = run.at
            for start, end in self.parts(run.start, run.end):
                runs.append(Run(at, end - start, start, end))
                at += end - start
        spans = tuple(replace(span, start=self.start(span.start), end=self.end(span.end)) for span in shown.spans)
        return Shown(shown.text, tuple(runs), spans)
