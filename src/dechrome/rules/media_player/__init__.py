"""Labels, durations, speeds and failures of video and audio players, buttons that enlarge a picture."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from dechrome.blocks import after, before, whole
from dechrome.phrases import PhraseRule
from dechrome.seams import joined
from dechrome.types import Document, Line, Mark, Marks

_DURATION = re.compile(r"^\W*(?:\d{1,2}:)?\d{1,2}:\d{2}\W*$|^\W*\d{1,2}(?: min(?:utes?|\.)?| sec(?:onds)?)?\W*$")
_PLAYING_TIME = re.compile(r"^\W*(?:\d{1,2}:)?\d{1,2}:\d{2}\W*$|^\W*\d{1,2} min(?:utes?|\.)?\W*$")
# A headline has so many words.
_TITLE_WORDS = 4
_SPEED = re.compile(r"^\W*[0-3](?:[.,]\d{1,2})?\s?[x×]\W*$")


@dataclass(frozen=True)
class MediaPlayer(PhraseRule):
    """What surrounds a clip: its controls, and the lines beside them that are a control only there."""

    reach: int = 3
    """How many lines of evidence in a row are followed from a sure one, on both sides."""

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Durations, speeds and one-word controls beside a player's other lines."""
        yield from joined(document, seen, self)
        lines = document.lines
        sure = [i for i in seen.lines(self.name) if seen.confidence(i, self.name) >= 0.5]
        found: set[int] = set()
        for i in sure:
            for step in (before, after):
                found.update(self._run(document, seen, i, step))
        found.update(_speeds(lines))
        found.update(_titles(document, sure))
        found.update(self._timed(document, seen))
        yield from whole(document, self.name, sorted(found), 0.85, "beside a player's other lines")

    def _run(
        self, document: Document, seen: Marks, at: int, step: Callable[[Document, int], int | None]
    ) -> Iterator[int]:
        for _ in range(self.reach):
            beside = step(document, at)
            if beside is None or not self._is_control(document, seen, beside):
                return
            yield beside
            at = beside

    def _timed(self, document: Document, seen: Marks) -> Iterator[int]:
        """A doubtful control with a playing time in the next line ("Listen", "4 min")."""
        for i in seen.lines(self.name):
            if 0.4 <= seen.confidence(i, self.name) < 0.5 and document.lines[i].is_label:
                below = after(document, i)
                if below is not None and _PLAYING_TIME.match(document.lines[below].text):
                    yield from (i, below)

    def _is_control(self, document: Document, seen: Marks, i: int) -> bool:
        text = document.lines[i].text
        return bool(_DURATION.match(text) or _SPEED.match(text)) or (
            seen.confidence(i, self.name) > 0 and not document.lines[i].ends_sentence
        )


def _titles(document: Document, sure: list[int]) -> Iterator[int]:
    """The headline, printed again beside a player's line as the title of what it plays."""
    if not sure:
        return
    first: dict[str, int] = {}
    for i, line in enumerate(document.lines):
        if line.is_title and line.words >= _TITLE_WORDS:
            first.setdefault(line.key, i)
    for i in sure:
        for beside in (before(document, i), after(document, i)):
            if beside is not None and first.get(document.lines[beside].key, beside) < beside:
                yield beside


def _speeds(lines: tuple[Line, ...]) -> Iterator[int]:
    """The lines of a run of playing speeds ("0.5x", "1.0x", "1.5x"): three at least."""
    run: list[int] = []
    for i, line in enumerate(lines):
        if not line.text:
            continue
        if line.width <= 8 and _SPEED.match(line.text):
            run.append(i)
            continue
        if len(run) >= 3:
            yield from run
        run = []
    if len(run) >= 3:
        yield from run


RULE = MediaPlayer.beside(__file__)
