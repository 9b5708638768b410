"""The standfirst (or deck): what stands between headline and text; used only where it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from dechrome import blocks
from dechrome.rules.headline import find_headline
from dechrome.types import Document, Mark, Marks

_NAME = "standfirst"
_LEAST_WORDS = 4


@dataclass(frozen=True)
class Standfirst:
    """One or a few lines under the headline that sum up the text."""

    name: str = _NAME
    opt_in: ClassVar[bool] = True
    last: ClassVar[bool] = True
    most_lines: int = 3
    """How many lines a standfirst has at most."""

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The lines between the headline and the text, if they are few enough to be one."""
        start = blocks.lead(document, seen)
        title = find_headline(document, seen, start)
        if title is None:
            return
        below = [i for i in range(title + 1, start) if document.lines[i].text and not blocks.believed(seen, i)]
        if not below:
            below = self._before_the_byline(document, seen, start)
        key = document.lines[title].key
        lines = [i for i in below if document.lines[i].words >= _LEAST_WORDS and document.lines[i].key != key]
        if lines and len(below) <= self.most_lines:
            yield from blocks.whole(document, self.name, lines, 0.95, "between the headline and the text")

    def _before_the_byline(self, document: Document, seen: Marks, start: int) -> list[int]:
        """A sentence right under the headline that a byline or a caption parts from the text."""
        if start >= len(document.lines) or document.lines[start].width > blocks.STANDFIRST_WIDTH:
            return []
        below = blocks.after(document, start)
        return [start] if below is not None and blocks.believed(seen, below, "byline", "photo_caption") else []


RULE = Standfirst()
