"""Bars of share, copy-link, e-mail and network labels, with their counters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from dechrome import blocks
from dechrome.phrases import PhraseRule
from dechrome.types import Document, Mark, Marks

_COUNTER = re.compile(r"[(\[+]?\d[\d.,]{0,8}\s?[kKmM]?[)\]+]?")
_BULLET = re.compile(r"[-*+o\u2022\u00b7\u25aa\u25cb\u25e6|]")
# A name that says something by itself: less is an ordinary word.
_NAME = 0.3
# Stray bullets without a word beside them: so many are the icons of a bar that lost its pictures.
_BULLETS = 3


@dataclass(frozen=True)
class ShareBar(PhraseRule):
    """Share labels as whole lines, and runs of names of networks that count only together.

    `min_run` is how many such names make a bar where nothing surer stands beside them.
    """

    min_run: int = 2

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The weak lines of every run that holds something sure, or enough of them."""
        known = {i: seen.confidence(i, self.name) for i in seen.lines(self.name)}
        for run in self._runs(document, known):
            names = [i for i in run if known.get(i, 0.0) >= _NAME]
            sure = any(known.get(i, 0.0) >= blocks.BELIEVED for i in run)
            bullets = sum(i not in known and not _COUNTER.fullmatch(document.lines[i].text) for i in run)
            if len(names) >= self.min_run or (sure and len(run) > 1) or bullets >= _BULLETS:
                weak = [i for i in run if known.get(i, 0.0) < blocks.BELIEVED]
                yield from blocks.whole(document, self.name, weak, 0.75, "in a run of share labels")

    def _runs(self, document: Document, known: dict[int, float]) -> Iterator[list[int]]:
        """Lines that may belong to a bar and follow each other; counters and bullets do not begin a bar of names."""
        run: list[int] = []
        for i, line in enumerate(document.lines):
            if not line.text:
                continue
            short = len(line.text) <= 12
            if i in known or (short and (_BULLET.fullmatch(line.text) or (run and _COUNTER.fullmatch(line.text)))):
                run.append(i)
                continue
            if len(run) > 1:
                yield run
            run = []
        if len(run) > 1:
            yield run


RULE = ShareBar.beside(__file__)
