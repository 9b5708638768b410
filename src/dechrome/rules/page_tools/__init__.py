"""What a page offers beside its text: printing, font size, counters, ratings, closers, error fallbacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from dechrome.blocks import believed
from dechrome.markup import is_of_markup
from dechrome.phrases import PhraseRule
from dechrome.seams import joined
from dechrome.types import Document, Hit, Mark, Marks

_SURE = 0.5
_OUTSIDE = 0.43
_BESIDE_CHROME = 0.35
_BARE = frozenset(":::|\u00d7|\u2715|\u2716|\u00af|_|+|-".split("|"))


@dataclass(frozen=True)
class PageTools(PhraseRule):
    """Tools by their labels; words that are also words of a story only among other tools or chrome.

    `reach` is how many lines apart two tools may stand to speak for each other.
    """

    reach: int = 2

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Raises doubtful labels beside others, and takes bare numbers and signs between tools."""
        yield from joined(document, seen, self)
        lines = document.lines
        own = seen.lines(self.name)
        if not own:
            return
        filled = [i for i, line in enumerate(lines) if line.text]
        place = {i: k for k, i in enumerate(filled)}
        going = {place[i] for i in own if seen.confidence(i, self.name) >= _SURE}
        unsure = (i for i in own if place[i] not in going)
        doubtful = {
            place[i]: seen.confidence(i, self.name)
            for i in unsure
            if lines[i].is_label or not is_of_markup(seen, i, self.name)
        }
        body = document.body
        raised: dict[int, str] = {}
        for k, confidence in doubtful.items():
            chrome = any(believed(seen, filled[j]) for j in (k - 1, k + 1) if 0 <= j < len(filled))
            outside = bool(body) and filled[k] not in body
            company = self._company(k, going, doubtful, confidence)
            if company:
                raised[k] = "among other tools of the page"
            elif confidence >= _BESIDE_CHROME and (chrome or (outside and confidence >= _OUTSIDE)):
                raised[k] = "a tool of the page beside other chrome" if chrome else "a tool outside the article"
        for k, why in sorted(raised.items()):
            yield self._whole(document, filled[k], 0.8, why)
        known = going | set(raised)
        for k in sorted({j + step for j in known for step in (-1, 1)} - known):
            if 0 <= k < len(filled) and _is_bare(lines[filled[k]].text) and self._between(k, known, seen, filled):
                yield self._whole(document, filled[k], 0.75, "a bare number or sign beside tools of the page")

    def _company(self, k: int, going: set[int], doubtful: dict[int, float], confidence: float) -> bool:
        """Whether tools stand near enough to place `k`: a sure one, or for a likely word two likely ones."""
        near = [j for j in range(k - self.reach, k + self.reach + 1) if j != k]
        if any(j in going for j in near):
            return True
        if confidence >= _BESIDE_CHROME:
            return any(doubtful.get(j, 0.0) >= _BESIDE_CHROME for j in near)
        run = [j for j in near if j in doubtful]
        return len(run) >= self.reach and any(doubtful[j] >= _BESIDE_CHROME for j in run)

    def _between(self, k: int, known: set[int], seen: Marks, filled: list[int]) -> bool:
        """Whether chrome stands on both sides, the text's ends included."""
        sides = (k - 1, k + 1)
        return all(j in known or not 0 <= j < len(filled) or believed(seen, filled[j]) for j in sides)

    def _whole(self, document: Document, line: int, confidence: float, why: str) -> Mark:
        return Mark(line, self.name, Hit(0, len(document.lines[line].text), confidence, why))


def _is_bare(text: str) -> bool:
    """Whether a line is a number, or signs that icons leave behind."""
    return text in _BARE or (len(text) <= 9 and text.strip("()[]+% ").replace(",", "").replace(".", "").isdigit())


RULE = PageTools.beside(__file__)
