"""Where blocks begin and end: the few questions about place and neighbors that document rules share.

All positions are positions in `Document.lines`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from dechrome.outlook import BELIEVED, STANDFIRST_WIDTH, believed, dismissed, look, once
from dechrome.types import Document, Hit, Mark, Marks

__all__ = [
    "BELIEVED", "CLOSING", "STANDFIRST_WIDTH", "Parts", "above", "after", "aftermath", "before", "believed", "below",
    "group", "head", "headline", "is_sentence", "last_sentence", "lead", "of_whole", "resumes", "running_text",
    "runs", "tail", "whole",
]  # fmt: skip

_NUMBER = re.compile(r"\d+")
# A counter may stand above an article and below it.
_TWICE = 2
# Kinds of chrome that stand behind the article, not in it.
CLOSING = (
    "author_bio",
    "comments",
    "consent",
    "legal",
    "navigation",
    "newsletter",
    "page_tools",
    "related",
    "share_bar",
    "tags",
)


def whole(document: Document, rule: str, positions: Iterable[int], confidence: float, why: str) -> Iterator[Mark]:
    r"""Marks for whole lines; blank ones are passed over.

    >>> from dechrome.types import Line
    >>> document = Document("Share\n\nTweet", (Line("Share", 1, 0, 5), Line("", 2, 6, 6), Line("Tweet", 3, 7, 12)))
    >>> [mark.line for mark in whole(document, "share_bar", range(3), 0.9, "a run of share labels")]
    [0, 2]
    """
    for position in positions:
        if text := document.lines[position].text:
            yield Mark(position, rule, Hit(0, len(text), confidence, why))


def of_whole(document: Document, seen: Marks, position: int, rule: str = "") -> float:
    """The surest proposal of a rule, or of any, for most of a line; a label in it says nothing of the rest."""
    width = len(document.lines[position].text)
    hits = (mark.hit for mark in seen.on(position, rule) if not mark.hit.keep)
    return max((hit.confidence for hit in hits if 2 * (hit.end - hit.start) > width), default=0.0)


def head(document: Document) -> range:
    """The lines before the first paragraph; all lines where there is none."""
    body = document.body
    return range(body.start if body else len(document.lines))


def tail(document: Document) -> range:
    """The lines behind the last paragraph; none where there is no paragraph."""
    body = document.body
    return range(body.stop, len(document.lines)) if body else range(0)


def after(document: Document, position: int) -> int | None:
    """The next line that is not blank."""
    return next((i for i in range(position + 1, len(document.lines)) if document.lines[i].text), None)


def before(document: Document, position: int) -> int | None:
    """The last line before it that is not blank."""
    return next((i for i in range(position - 1, -1, -1) if document.lines[i].text), None)


def below(document: Document, position: int, count: int) -> list[int]:
    """The next lines that are not blank, so many at most."""
    return list(islice((i for i in range(position + 1, len(document.lines)) if document.lines[i].text), count))


def above(document: Document, position: int, count: int) -> list[int]:
    """The last lines before it that are not blank, so many at most, in order."""
    return list(islice((i for i in range(position - 1, -1, -1) if document.lines[i].text), count))[::-1]


def group(document: Document, position: int) -> range:
    """The lines around a position up to the next blank line on both sides; the whole text where none is blank."""
    return document.groups[position]


def runs(positions: Iterable[int]) -> Iterator[list[int]]:
    """Positions in order, neighbors together: each of a run is one more than the last.

    >>> list(runs([4, 1, 2]))
    [[1, 2], [4]]
    """
    run: list[int] = []
    for position in sorted(positions):
        if run and position != run[-1] + 1:
            yield run
            run = []
        run.append(position)
    if run:
        yield run


def is_sentence(document: Document, position: int) -> bool:
    """Whether a line reads as running text."""
    return document.reads(position)


def resumes(document: Document, position: int, seen: Marks | None = None) -> int:
    """Where the article goes on, at or after a position inside a list of teasers; the document's end if it does not.

    Titles have no full stop; the first line that reads as a sentence is the article, unless it stands
    between titles as the standfirst of a teaser does, no two sentences follow each other in all that
    comes behind, and there are at least two such teasers. A sentence that a rule knows for chrome
    (`seen`) is passed over.
    """
    outlook = once(seen, "outlook", lambda: look(document, seen))
    end = len(document.lines)
    first = outlook.sentence[position]
    title = outlook.before.get(first, -1)
    if first == end or title < position or outlook.stop[title] < end or outlook.standfirsts[title] < 2:
        return first
    return outlook.single if outlook.single not in (first, None) else end


def lead(document: Document, seen: Marks | None = None) -> int:
    """The first line of the article's running text: a paragraph, or a sentence that another follows.

    Lines that a rule knows for chrome, or the look at the whole text doubts, do not count. The document's end where
    there is no such line.
    """
    return once(seen, "lead", lambda: _lead(document, seen))


def _lead(document: Document, seen: Marks | None) -> int:
    last = None
    for i, line in enumerate(document.lines):
        if not line.text or dismissed(seen, i):
            continue
        if line.is_prose:
            return i if last is None else last
        if is_sentence(document, i):
            if last is not None:
                return last
            last = i
        elif last is not None and before(document, i) == last:
            last = None
    return len(document.lines)


def headline(document: Document, start: int, seen: Marks | None = None) -> int | None:
    """The headline: nearest above `start` (the lead), the line in the shape of a title that no rule knows for chrome.

    A short label counts where there is no better; None where there is nothing.
    """
    fallback = None
    for i in range(min(start, len(document.lines)) - 1, -1, -1):
        line = document.lines[i]
        if not line.text or believed(seen, i) or line.is_date:
            continue
        if line.words >= 4 and line.is_title and line.width >= 20:
            return i
        if fallback is None and line.words >= 2:
            fallback = i
    return fallback


def last_sentence(document: Document, seen: Marks | None = None) -> int:
    """The last line that reads as running text and is not known for chrome, nor doubted; -1 where there is none."""
    return once(seen, "last sentence", lambda: _last_sentence(document, seen))


def _last_sentence(document: Document, seen: Marks | None) -> int:
    for i in range(len(document.lines) - 1, -1, -1):
        if document.lines[i].text and not dismissed(seen, i) and is_sentence(document, i):
            return i
    return -1


def running_text(document: Document, seen: Marks) -> list[int]:
    """The lines of running text that are not known for chrome, nor doubted, in order."""
    return once(seen, "running text", lambda: _running_text(document, seen))


def _running_text(document: Document, seen: Marks) -> list[int]:
    return [i for i, line in enumerate(document.lines) if line.text and document.reads(i) and not dismissed(seen, i)]


@dataclass(frozen=True)
class Parts:
    """Which lines come again in each part of a text, as what stands below the entries of a live blog does.

    `of` has the lines that may be the same but for numbers, by what they say: between how many different pairs of
    sentences they stand, and behind how many sentences the first. `sentences` is the text's running text, in order.
    """

    document: Document
    sentences: Sequence[int]
    of: Mapping[str, tuple[int, int]]

    @classmethod
    def among(cls, document: Document, like: Iterable[int], sentences: Sequence[int]) -> Parts:
        """The parts that the lines `like` close."""
        places: dict[str, set[int]] = defaultdict(set)
        for i in like:
            places[_unnumbered(document, i)].add(bisect_left(sentences, i))
        return cls(document, sentences, {key: (len(found), min(found)) for key, found in places.items()})

    def close_with(self, position: int, *, above: bool) -> bool:
        """Whether parts close with this line: the same stands in three places between sentences.

        Where `above` asks for it, one of them is above, as what closes an article may come again below.
        """
        count, first = self.of.get(_unnumbered(self.document, position), (0, 0))
        return count > _TWICE and (not above or first < bisect_left(self.sentences, position))


def _unnumbered(document: Document, position: int) -> str:
    return _NUMBER.sub("", document.lines[position].key)


def aftermath(document: Document, seen: Marks) -> list[tuple[int, int]]:
    """The stretches `(start, stop)` behind sure pieces of closing chrome, up to where running text goes on.

    Closing chrome is a share bar, a comment form, tags and the like, behind at least one paragraph;
    a stretch begins with one and holds at least two, and one in every twelve lines.
    """
    return once(seen, "aftermath", lambda: _aftermath(document, seen))


def _aftermath(document: Document, seen: Marks) -> list[tuple[int, int]]:
    begun = lead(document, seen)
    known = {i for rule in CLOSING for i in seen.lines(rule) if i > begun and believed(seen, i, rule)}
    anchors = [i for i in sorted(known) if document.lines[i].text]
    stretches: list[tuple[int, int]] = []
    for anchor in anchors:
        if not stretches or anchor >= stretches[-1][1]:
            stretches.append((anchor, resumes(document, anchor + 1, seen)))
    counts = [bisect_left(anchors, stop) - bisect_left(anchors, start) for start, stop in stretches]
    return [
        (start, stop)
        for (start, stop), count in zip(stretches, counts, strict=True)
        if count >= 2 and count * 12 >= sum(bool(line.text) for line in document.lines[start:stop])
    ]
