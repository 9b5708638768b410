"""Inserts between paragraphs that point to another story."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from dechrome import blocks
from dechrome.boxes import sticks
from dechrome.phrases import PhraseRule
from dechrome.rules.also_read.cards import cards
from dechrome.seams import joined
from dechrome.types import Document, Hit, Mark, Marks

_LONGEST_LABEL = 60
# A line shorter than this, directly above a paragraph, may be the article's own subheading.
_SUBHEADING_WIDTH = 50
_HEADLINE = 0.97
# So many bars divide a row of a table; a card in one has a label and a title.
_ROW = 3
_NUMBERED = re.compile(r"\W*(?P<word>[^\W\d_]{2,12}) ?#?(?P<n>\d{1,2})\b")
_LEADS_ON = (":", "|", ">", "\u00bb", "\u203a", "\uff1a", "\u2193")


@dataclass(frozen=True)
class AlsoRead(PhraseRule):
    """Labels with a title behind them or titles below them, and calls to read on at a sentence's end.

    `max_titles` is the largest number of titles that one label takes along.
    """

    max_titles: int = 3

    def match_known(self, line: str, known: Sequence[int], lang: str | None) -> Iterator[Hit]:
        """What the phrases say of a line that is no row of a table ("| Watch | Price | Weight |")."""
        if not (line.startswith("|") and line.count("|") > _ROW):
            yield from super().match_known(line, known, lang)

    @cached_property
    def _lead_ins(self) -> Mapping[str, float]:
        """What may stand alone above titles, with how surely it is no word of the article."""
        return {**{p.text: p.confidence for p in self.phrases if p.kind == "label"}, **self._weak}

    @cached_property
    def _weak(self) -> Mapping[str, float]:
        """Lead-ins that mean something else too."""
        return {p.text: p.confidence for p in self.phrases if p.kind == "line" and p.confidence < blocks.BELIEVED}

    @cached_property
    def _buttons(self) -> frozenset[str]:
        """What, alone on its line, belongs to the text above and not to the title below."""
        return frozenset(p.text for p in self.phrases if p.kind == "line" and p.confidence >= blocks.BELIEVED)

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Lead-ins alone on their line, with the titles that follow."""
        yield from joined(document, seen, self)
        yield from self._headline(document, seen)
        begun = False
        labels: list[int] = []
        for i, line in enumerate(document.lines):
            begun = begun or (blocks.is_sentence(document, i) and not blocks.believed(seen, i))
            if not line.text or len(line.text) > _LONGEST_LABEL:
                continue
            key = line.key
            sure = self._lead_ins.get(key)
            leads_on = line.text.endswith(_LEADS_ON)
            if begun and ((sure is not None and key not in self._weak) or key in self._buttons):
                labels.append(i)
            if sure is None or (key in self._buttons and not leads_on):
                continue
            # Above the text, the title below may be the article's own.
            titles, goes_on = self._titles(document, i, seen) if begun else ([], False)
            if key not in self._weak:
                yield from blocks.whole(document, self.name, [i], sure, f'"{key}" alone on its line')
                yield from blocks.whole(document, self.name, titles, 0.75, f'title under "{key}"')
            elif titles and goes_on:
                yield from blocks.whole(document, self.name, [i, *titles], 0.65, f'"{key}" with titles below it')
        for i in cards(document, labels, seen):
            confidence = 0.9 if document.lines[i].is_prose else 0.8
            yield from blocks.whole(document, self.name, [i], confidence, "in a card of another story")

    def _headline(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The first line where it begins with what may as well be a kind of story: "Explained: How the quay sank"."""
        first = blocks.after(document, -1)
        if first is None or not seen.confidence(first, self.name):
            return
        text, key = document.lines[first].text, document.lines[first].key
        if key.partition(":")[0] in self._weak or text.startswith("【"):
            yield Mark(first, self.name, Hit(0, len(text), _HEADLINE, "the headline, with its kind", keep=True))

    def _titles(self, document: Document, label: int, seen: Marks) -> tuple[list[int], bool]:
        """The lines under a label that are titles of other stories, and whether the article goes on behind them."""
        lines = document.lines
        titles: list[int] = []
        at = blocks.after(document, label)
        while at is not None and len(titles) < self.max_titles:
            if blocks.is_sentence(document, at) or blocks.believed(seen, at) or not lines[at].is_title:
                break
            if _is_one_of_several(document, at):
                return titles, False
            titles.append(at)
            at = blocks.after(document, at)
        goes_on = at is not None and blocks.is_sentence(document, at)
        sure = lines[label].text.endswith(_LEADS_ON) and len(titles) == 1
        sure = sure or bool(titles and sticks(document, label, titles[-1]))
        if goes_on and titles and lines[titles[-1]].width < _SUBHEADING_WIDTH and not sure:
            titles.pop()
        return titles, goes_on


def _is_one_of_several(document: Document, position: int) -> bool:
    """Whether a line is a numbered subheading of the article ("Step 3: Close the gate"), as others are."""
    found = _NUMBERED.match(document.lines[position].folded)
    if not found:
        return False
    others = (_NUMBERED.match(line.folded) for line in document.lines if line.text and line.is_title)
    return any(other and other["word"] == found["word"] and other["n"] != found["n"] for other in others)


RULE = AlsoRead.beside(__file__)
