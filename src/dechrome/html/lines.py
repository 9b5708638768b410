"""A line as it is put together, piece by piece, with what is inside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dechrome.block import Run

# Elements open deeper inside each other than this are not remembered.
_MOST_OPEN = 24


@dataclass(slots=True)
class Flat:
    """One line: its text, the innermost element that holds all of it, and what is inside."""

    text: str
    element: int
    marker: str = ""
    linked: int = 0
    """How many of its characters are inside links."""
    runs: tuple[Run, ...] = ()
    spaced: bool = False
    """Whether a blank line goes in front."""
    cells: int = 0
    """How many cells of a table's row it holds."""


class Writer:
    """The line that is being written. White space is collapsed as a browser does it."""

    def __init__(self) -> None:
        self.marker = ""
        """What goes in front of the next line."""
        self.spaced = False
        """Whether a blank line goes in front of the next line."""
        self.space = False
        """Whether there was white space after the last piece."""
        self.ended = ""
        """The inline element that ended right behind the last piece."""
        self.depth = 0
        """The least number of elements open since the last piece."""
        self._open: list[tuple[str, int, str]] = []  # inline elements: tag, column where its text begins or -1, address
        self._linked_from = 0  # how many links are open
        self._begin()

    def _begin(self) -> None:
        self.parts: list[str] = []
        """What has been written on the line."""
        self._length = self._linked = self._common = self._element = 0
        self._runs: list[Run] = []
        self._used = ""
        self.space = False
        self.ended = ""

    def add(self, piece: str, stack: Sequence[int]) -> None:
        """A piece of text, without white space at its ends, in the innermost of the open elements."""
        if self.parts:
            if self.space:
                self.parts.append(" ")
                self._length += 1
                self._linked += bool(self._linked_from and self._linked)
            self._common = min(self._common, self.depth)
        else:
            self._used, self.marker = self.marker, ""
            if self._used:
                self.parts.append(self._used)
                self._length = len(self._used)
            self._common = len(stack)
        self.depth = len(stack)
        self._element = stack[self._common - 1] if stack else 0
        if self._open and self._open[-1][1] < 0:  # where the innermost has begun, those around it have
            at = self._length
            self._open = [(tag, at if start < 0 else start, address) for tag, start, address in self._open]
        self.parts.append(piece)
        self._length += len(piece)
        if self._linked_from:
            self._linked += len(piece)
        self.space = False
        self.ended = ""

    def open(self, tag: str, address: str = "") -> None:
        """An inline element begins."""
        if tag == "a":
            self._linked_from += 1
        if len(self._open) < _MOST_OPEN:
            self._open.append((tag, -1, address))

    def shut(self, tag: str) -> None:
        """An inline element ends."""
        if tag == "a" and self._linked_from:
            self._linked_from -= 1
        for k in range(len(self._open) - 1, -1, -1):
            if self._open[k][0] == tag:
                _, start, address = self._open.pop(k)
                if 0 <= start < self._length:
                    self._runs.append(Run(start, self._length, tag, address))
                break
        self.ended = tag

    def finish(self) -> Flat | None:
        """The line, if there is one; the next begins."""
        text = "".join(self.parts).rstrip()
        if not text:
            self._begin()
            return None
        for k, (tag, start, address) in enumerate(self._open):
            if 0 <= start < self._length:
                self._runs.append(Run(start, self._length, tag, address))
            self._open[k] = (tag, -1, address)
        runs = tuple(self._runs)
        if len(runs) > 1:
            runs = tuple(sorted(runs, key=lambda run: (run.start, -run.end)))
        line = Flat(text, self._element, self._used, self._linked, runs, self.spaced)
        self.spaced = False
        self._begin()
        return line


class Rows:
    """The rows of tables that are open, the innermost last, each with the lines of its cells."""

    # Wider cells are paragraphs that a table only places side by side.
    _WIDEST = 160

    def __init__(self) -> None:
        self._rows: list[list[list[Flat]]] = []

    def __bool__(self) -> bool:
        return bool(self._rows)

    def open(self) -> None:
        """A row begins."""
        self._rows.append([])

    def cell(self) -> None:
        """A cell of the innermost row begins."""
        if self._rows:
            self._rows[-1].append([])

    def take(self, line: Flat) -> bool:
        """Take a line into the innermost open cell; False where there is none."""
        if not self._rows or not self._rows[-1]:
            return False
        self._rows[-1][-1].append(line)
        return True

    def close(self, element: int) -> list[Flat]:
        """The lines of the innermost row, which ends: one, if its cells are short and have no more than that."""
        cells = self._rows.pop()
        lines = [line for cell in cells for line in cell]
        if len(lines) < 2 or any(len(cell) > 1 for cell in cells) or any(len(x.text) > self._WIDEST for x in lines):
            return lines
        return [_joined(cells, element)]


def _joined(cells: Sequence[Sequence[Flat]], element: int) -> Flat:
    text, linked, runs = "", 0, []
    for k, cell in enumerate(cells):
        text += " | " if k else ""
        for line in cell:
            runs += [run._replace(start=run.start + len(text), end=run.end + len(text)) for run in line.runs]
            text += line.text
            linked += line.linked
    spaced = any(line.spaced for line in cells[0])
    return Flat(text, element, linked=linked, runs=tuple(runs), spaced=spaced, cells=len(cells))
