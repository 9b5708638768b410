"""Bars of share, copy-link, e-mail and network labels, with their counters."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from dechrome import blocks, fold
from dechrome.lazy import of_line
from dechrome.phrases import PhraseRule
from dechrome.seams import joined
from dechrome.targets import TO_SHARE
from dechrome.types import Document, Line, Mark, Marks

_COUNTER = re.compile(r"[(\[+]?\d[\d.,]{0,8}\s?[kKmM]?[)\]+]?")
_BULLET = re.compile(r"[-*+o\u2022\u00b7\u25aa\u25cb\u25e6|]")
_LISTED_COUNTER = re.compile(r"[-*+\u2022\u00b7\u25aa\u25cb\u25e6] ?[(\[]?\d[\d.,]{0,8}\s?[kKmM]?[)\]]?")
_PARTS = re.compile(r"\s*[|/\u2022\u00b7]\s*|\s+[-+]\s+|,\s+")
_LONGEST_BAR = 120
# A label with words of the page's own ("Share with our readers"); behind the text it is one.
_WORDED = 0.45
# A name that says something by itself: less is an ordinary word.
_NAME = 0.3
# Stray bullets without a word beside them: so many are the icons of a bar that lost its pictures.
_BULLETS = 3
# What markup says of a line, and how much of it must be linked for that.
_MOSTLY = 0.5


@dataclass(frozen=True)
class ShareBar(PhraseRule):
    """Share labels as whole lines, and runs of names of networks that count only together.

    `min_run` is how many such names make a bar where nothing surer stands beside them.
    """

    min_run: int = 2

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The weak lines of every run that holds something sure, or enough of them."""
        yield from joined(document, seen, self)
        known = {i: seen.confidence(i, self.name) for i in seen.lines(self.name)}
        for run in self._runs(document, known):
            names = [i for i in run if known.get(i, 0.0) >= _NAME]
            sure = any(known.get(i, 0.0) >= blocks.BELIEVED for i in run)
            bullets = sum(i not in known and not _COUNTER.fullmatch(document.lines[i].text) for i in run)
            if len(names) >= self.min_run or (sure and len(run) > 1) or bullets >= _BULLETS:
                weak = [i for i in run if known.get(i, 0.0) < blocks.BELIEVED]
                yield from blocks.whole(document, self.name, weak, 0.75, "in a run of share labels")
        yield from blocks.whole(document, self.name, self._rows(document), 0.85, "nothing but share labels")
        yield from blocks.whole(document, self.name, _to_share(document), 0.93, "its links lead to forms for sharing")
        yield from blocks.whole(document, self.name, self._beside(document, seen, known), 0.7, "beside a bar's labels")

    @cached_property
    def _labels(self) -> frozenset[str]:
        return frozenset(p.text for p in self.phrases if p.kind == "line" and p.confidence >= _NAME)

    def _rows(self, document: Document) -> Iterator[int]:
        """Lines of two labels or more between bars ("Email | Facebook | RSS")."""
        for i, line in enumerate(document.lines):
            parts = _parts(line) if 3 < len(line.text) <= _LONGEST_BAR and not line.ends_sentence else ()
            if len(parts) > 1 and all(part in self._labels for part in parts):
                yield i

    def _beside(self, document: Document, seen: Marks, known: dict[int, float]) -> Iterator[int]:
        """A network's name beside other chrome, outside the text; counters in the list of which a label is one."""
        lines = document.lines
        text = range(blocks.lead(document, seen), blocks.last_sentence(document, seen) + 1)
        for i, sure in known.items():
            if blocks.believed(seen, i):
                above = i - 1
                while above >= 0 and _LISTED_COUNTER.fullmatch(lines[above].text):
                    yield above
                    above -= 1
            elif sure >= _NAME and i not in text and lines[i].is_label:
                around = (blocks.before(document, i), blocks.after(document, i))
                behind = sure >= _WORDED and bool(document.body) and i >= text.stop
                if behind or any(j is not None and blocks.believed(seen, j) for j in around):
                    yield i

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


@of_line
def _parts(line: Line) -> tuple[str, ...]:
    """What stands between bars, dots, dashes and commas."""
    return tuple(part for part in map(fold.trim, _PARTS.split(line.folded)) if part)


def _to_share(document: Document) -> Iterator[int]:
    """Lines that are links, all of which lead to a network's form for sharing; see `dechrome.targets`."""
    for i in document.marked_up:
        line = document.lines[i]
        block = line.block
        if block and block.link_share > _MOSTLY and TO_SHARE in block.targets and not line.is_sentence:
            yield i


RULE = ShareBar.beside(__file__)
