"""The banners by which governments tell their own sites from false ones."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dechrome.blocks import runs
from dechrome.phrases import PhraseRule
from dechrome.types import Document, Hit, Mark, Marks

# The share of a line's letters that its banner sentences make up where the line is nothing else.
_WHOLE = 0.75
# More letters than this beside them are a sentence of something else.
_LEFT_OVER = 40
_INSIDE = re.compile(r"[^\W_]")
_QUOTES = ("\u201c", '"', "\u00ab", "\u201e")
_BREAK = re.compile(r"[^\w]*")
# Evidence below this is furniture: it goes with a banner beside it, and says nothing by itself.
_SENTENCE = 0.4
_ALONE = 0.47


@dataclass(frozen=True)
class OfficialBanner(PhraseRule):
    """A banner by how many of its sentences stand together.

    `top` is how many lines from the start one sentence on a line of its own is enough; `sentences` is how
    many are needed elsewhere, and `run` how many in turn to cut them out of a line with other text.
    """

    top: int = 20
    sentences: int = 2
    run: int = 3

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Marks the lines of each banner, and the sentences of one that runs into other text."""
        lines = document.lines
        filled = [i for i, line in enumerate(lines) if line.text]
        place = {i: k for k, i in enumerate(filled)}
        found = {place[i]: _Sentences.of(lines[i].text, seen, i, self.name) for i in seen.lines(self.name)}
        for block in runs(k for k, s in found.items() if s.whole):
            told = sum(found[k].count for k in block)
            alone = any(found[k].alone for k in block)
            furniture = sum(1 for k in block if not found[k].count)
            near = block[0] < self.top
            if told >= self.sentences or (near and (alone or told + furniture >= self.sentences)):
                for k in block:
                    text = lines[filled[k]].text
                    yield Mark(filled[k], self.name, Hit(0, len(text), 0.95, "part of an official site's banner"))
        for k, sentences in found.items():
            if not sentences.whole and (span := sentences.flattened(self.run)):
                yield Mark(filled[k], self.name, Hit(*span, 0.92, "an official site's banner in one line"))


@dataclass(frozen=True)
class _Sentences:
    """The banner sentences in one line: where they stand, how many, and whether they are all of it."""

    text: str
    spans: tuple[tuple[int, int], ...]
    count: int
    whole: bool
    alone: bool

    @classmethod
    def of(cls, text: str, seen: Marks, line: int, rule: str) -> _Sentences:
        hits = [mark.hit for mark in seen.on(line, rule) if not mark.hit.keep]
        spans = _join([(hit.start, hit.end) for hit in hits])
        covered = sum(_weight(text[a:b]) for a, b in spans)
        count = len({hit.start for hit in hits if hit.confidence >= _SENTENCE})
        total = _weight(text)
        whole = covered >= max(_WHOLE * total, total - _LEFT_OVER, 1) and not text.startswith(_QUOTES)
        return cls(text, tuple(spans), count, whole, whole and any(hit.confidence >= _ALONE for hit in hits))

    def flattened(self, run: int) -> tuple[int, int] | None:
        """The stretch at the line's start or end that is a run of banner sentences."""
        if self.count < run:
            return None
        start, end = self.spans[0][0], self.spans[-1][1]
        at_start = _weight(self.text[:start]) == 0
        if not at_start and _weight(self.text[end:]):
            return None
        inside = sum(_weight(self.text[a:b]) for a, b in self.spans)
        if inside < _WHOLE * _weight(self.text[start:end]):
            return None
        if at_start:
            tail = _BREAK.match(self.text, end)
            return 0, tail.end() if tail else end
        return start, len(self.text)


def _weight(text: str) -> int:
    return len(_INSIDE.findall(text))


def _join(spans: list[tuple[int, int]]) -> list[tuple[int, int]]:
    joined: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if joined and start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


RULE = OfficialBanner.beside(__file__)
