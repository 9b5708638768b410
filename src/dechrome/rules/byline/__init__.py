"""Author lines, dates of publication, reading time, agencies' sign-offs, at an article's head and end.

What is sure by its words goes anywhere ("Published: 3 May 2021"); a name, a date or "By ..." alone counts
only around the first paragraph or right behind the last, beside other such lines.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dechrome.phrases import PhraseRule
from dechrome.rules.byline.places import around_head, behind_end
from dechrome.rules.byline.signoffs import TRIGGERS, glued, sign_off, sign_off_at
from dechrome.rules.byline.strangers import signs_pictures
from dechrome.types import Document, Hit, Mark, Marks


@dataclass(frozen=True)
class Byline(PhraseRule):
    """Who wrote a text, when it was published, how long it takes to read, and who signs it."""

    reach: int = 14
    """How many lines before the first paragraph, blank ones aside, can belong to the byline."""

    @property
    def own_triggers(self) -> frozenset[str]:
        """What stands in every sign-off."""
        return TRIGGERS

    def match_known(self, line: str, known: Sequence[int], lang: str | None) -> Iterator[Hit]:
        """What the phrases say of a line, and whether it is an agency's sign-off."""
        asks = line.rstrip("”’\"'」』)） ").endswith(("?", "？"))
        for hit in super().match_known(line, known, lang):
            if not (asks and hit.why.startswith("label")):  # what a reporter asks
                yield hit
        if why := sign_off(line):
            yield Hit(0, len(line), 0.95, why)
        elif (start := sign_off_at(line)) > 0:
            yield Hit(start, len(line), 0.93, "reporting and editing credits behind a sentence")

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The lines around the first paragraph and behind the last, and what is glued to the last sentence."""
        yield from around_head(document, seen, self.name, self.reach)
        yield from behind_end(document, seen, self.name)
        yield from signs_pictures(document, seen, self.name)
        yield from glued(document, seen, self.name)


RULE = Byline.beside(__file__)
