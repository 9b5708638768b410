"""Two looks of the rules that judge a text as a whole: before the other rules, and at what they leave."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple, Protocol, runtime_checkable

from dechrome.types import Document, DocumentRule, Hit, Mark, Marks

STAYS = 0.99
"""What a look says so surely must stay, no other rule takes: the headline that the page's title names."""
_HALF = 0.5
# So many make an article that the first look did not see.
_PARAGRAPHS = 3
# A paragraph that is so much of the text goes only where both looks are so sure of it.
_LONG, _LARGE, _WHOLLY = 1000, 0.1, 0.97


class Look(NamedTuple):
    """What the rules that judge a text as a whole said of a document."""

    document: Document
    marks: Sequence[Mark]

    def hits(self, rule: str, *, keep: bool = False) -> dict[int, Hit]:
        """What one rule said must go, or stay, by line."""
        return {mark.line: mark.hit for mark in self.marks if mark.rule == rule and mark.hit.keep == keep}

    def going(self, least: float) -> list[Mark]:
        """What must go at least so surely."""
        return [mark for mark in self.marks if mark.hit.confidence >= least and not mark.hit.keep]

    def sides(self, left: Document, least: float) -> tuple[frozenset[int], frozenset[int]]:
        """The lines of what is left of the document that must go at least so surely, and those that rather stay."""
        doubted, going = ({mark.line for mark in self.going(sure)} for sure in (least, _HALF))
        places = [(i, place) for i, place in enumerate(self.places(left)) if place >= 0]
        return (
            frozenset(i for i, place in places if place in doubted),
            frozenset(i for i, place in places if place not in going),
        )

    def staying(self, left: Document) -> list[Mark]:
        """What must stay whatever other rules say, in its place in what is left of the document."""
        staying = {mark.line: mark for mark in self.marks if mark.hit.keep and mark.hit.confidence >= STAYS}
        if not staying:
            return []
        return [replace(staying[place], line=i) for i, place in enumerate(self.places(left)) if place in staying]

    def places(self, left: Document) -> list[int]:
        """Where each line of what is left of the document stands in it; -1 for a line that does not."""
        there = {line.start: i for i, line in enumerate(self.document.lines) if line.text}
        return [there.get(line.start, -1) if line.text else -1 for line in left.lines]


def at_odds(first: Look, second: Look) -> bool:
    """Whether the first look was of another text: most of its article is gone, and it let go the second's."""
    going, goes = ({mark.line for mark in look.going(_HALF)} for look in (first, second))
    stood = {i: len(line.text) for i, line in enumerate(first.document.lines) if i not in going}
    places = first.places(second.document)
    if 2 * sum(stood.get(place, 0) for place in places) >= sum(stood.values()):
        return False
    lines = zip(places, second.document.lines, strict=True)
    prose = [place for i, (place, line) in enumerate(lines) if line.is_prose and i not in goes]
    new = sum(place in going for place in prose)
    return new >= _PARAGRAPHS and 2 * new > len(prose)


@dataclass(frozen=True)
class Looks:
    """What one rule said in two looks of the lines that are left, by their positions in `after`.

    The first look saw the whole page, the second each line in its place once the chrome around it was gone. `first`
    and `second` are how surely each line goes, 0.0 where the look did not say so; `kept` are the lines that the second
    says must stay, `heard` what the other rules say. `places` are the lines' positions in `before`, -1 for a line that
    is not among them.
    """

    before: Document
    after: Document
    places: Sequence[int]
    first: Sequence[float]
    second: Sequence[float]
    kept: frozenset[int]
    heard: Marks

    @property
    def mean(self) -> Sequence[float]:
        """The mean of both looks."""
        return [(first + second) / 2 for first, second in zip(self.first, self.second, strict=True)]


@runtime_checkable
class Agreeing(Protocol):
    """A rule that judges the text as a whole and says itself how surely a line goes by both its looks."""

    @property
    def name(self) -> str: ...
    def agree(self, looks: Looks) -> Sequence[float]: ...


def agreed(rules: Sequence[DocumentRule], first: Look, second: Look, heard: Marks) -> list[Mark]:
    """The marks on what is left, as sure as both looks make them: by the rule's own `agree`, or their mean.

    What must stay, the second look says; a line of which the first said nothing stays. Where the first finds nothing
    to keep, it counts alone: there is no article.
    """
    empty = _nothing(first)
    before, after = first.document, second.document
    places = first.places(after)
    large = max(_LONG, _LARGE * len(after.text))
    marks = [mark for mark in second.marks if mark.hit.keep and not empty]
    for rule in rules:
        then, now = first.hits(rule.name), second.hits(rule.name)
        looks = Looks(
            before,
            after,
            places,
            [then[place].confidence if place in then else 0.0 for place in places],
            [now[i].confidence if i in now else 0.0 for i in range(len(places))],
            frozenset(second.hits(rule.name, keep=True)),
            heard,
        )
        sure = looks.first if empty else rule.agree(looks) if isinstance(rule, Agreeing) else looks.mean
        for i, (place, line) in enumerate(zip(places, after.lines, strict=True)):
            if place in then and (sure[i] >= _WHOLLY or len(line.text) < large):
                marks.append(Mark(i, rule.name, replace(then[place], end=len(line.text), confidence=sure[i])))
    return marks


def _nothing(look: Look) -> bool:
    """Whether a look finds nothing to keep: then there is no article, and nothing that is left is one."""
    going = {mark.line for mark in look.going(_HALF)}
    return all(i in going for i, line in enumerate(look.document.lines) if line.text)
