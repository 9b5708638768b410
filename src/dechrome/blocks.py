"""Where blocks begin and end: the few questions about place and neighbors that document rules share.

All positions are positions in `Document.lines`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from dechrome.dates import is_date
from dechrome.shape import TITLE_WIDTH
from dechrome.types import Document, Hit, Mark, Marks

# A paragraph wider than this is no standfirst of a teaser.
STANDFIRST_WIDTH = 320
# Between two standfirsts of teasers stand at most so many lines: titles, labels, dates, names.
TEASER_LINES = 8
# Fewer words closed by a full stop may still be a teaser's label or a caption's title.
SENTENCE_WORDS = 5
# A full stop between two sentences.
_INNER_STOP = re.compile(r"\w\w[.!?][\"'\u201d\u00bb)]?\s+\W?[^\W\da-z]|[\u3002\uff01\uff1f]")
# From this confidence on, what a line rule says of a line is believed by the others.
BELIEVED = 0.5
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


def group(document: Document, position: int) -> range:
    """The lines around a position up to the next blank line on both sides; the whole text where none is blank."""
    lines = document.lines
    start = stop = position
    while start > 0 and lines[start - 1].text:
        start -= 1
    while stop < len(lines) and lines[stop].text:
        stop += 1
    return range(start, stop)


def is_sentence(document: Document, position: int) -> bool:
    """Whether a line reads as running text.

    It has some words and is closed by a full stop or a quotation's end, or leads over to what follows
    with a colon, or is longer than any headline.
    """
    line = document.lines[position]
    if line.is_prose:
        return True
    if line.words < SENTENCE_WORDS or line.trails_off:
        return False
    if (line.ends_sentence and not line.is_title) or line.text.endswith((":", "\uff1a")):
        return True
    return line.width > STANDFIRST_WIDTH or (line.width > TITLE_WIDTH and bool(_INNER_STOP.search(line.text)))


def believed(seen: Marks | None, position: int, *rules: str) -> bool:
    """Whether a line rule, of these or of all, says of a line that it goes."""
    if seen is None or not rules:
        return seen is not None and seen.confidence(position) >= BELIEVED
    return any(seen.confidence(position, rule) >= BELIEVED for rule in rules)


def resumes(document: Document, position: int, seen: Marks | None = None) -> int:
    """Where the article goes on, at or after a position inside a list of teasers; the document's end if it does not.

    Titles have no full stop; the first line that reads as a sentence is the article, unless it stands
    between titles as the standfirst of a teaser does, no two sentences follow each other in all that
    comes behind, and there are at least two such teasers. A sentence that a rule knows for chrome
    (`seen`) is passed over.
    """
    outlook = _outlook(document, seen)
    end = len(document.lines)
    first = outlook.sentence[position]
    title = outlook.before.get(first, -1)
    if first == end or title < position or outlook.stop[title] < end or outlook.standfirsts[title] < 2:
        return first
    return outlook.single if outlook.single not in (first, None) else end


@dataclass(frozen=True, slots=True)
class _Outlook:
    """What lies behind each line, passing over blank ones and those known for chrome.

    `sentence`: the next line that reads as a sentence; `stop`: the next that ends a run of teasers, a long
    standfirst, the first of two sentences, or one far from the next; `standfirsts`: how many lines could
    be one. `before` gives the line before each sentence, `single` the last sentence where no other line
    beside or behind it could be a standfirst.
    """

    sentence: list[int]
    stop: list[int]
    standfirsts: list[int]
    before: dict[int, int]
    single: int | None


def _outlook(document: Document, seen: Marks | None) -> _Outlook:
    """Worked out once for all questions about the same marks, as each takes a walk through the whole text."""
    found = seen.notes.get("outlook") if seen is not None else None
    if not isinstance(found, _Outlook):
        found = _look(document, seen)
        if seen is not None:
            seen.notes["outlook"] = found
    return found


def _look(document: Document, seen: Marks | None) -> _Outlook:
    lines, end = document.lines, len(document.lines)
    sentence, stop, standfirsts = [end] * (end + 1), [end] * (end + 1), [0] * (end + 1)
    before: dict[int, int] = {}
    single: int | None = None
    following = end  # the next line that counts
    titles = 0  # since the next line that could be a standfirst
    for i in range(end - 1, -1, -1):
        sentence[i], stop[i], standfirsts[i] = sentence[i + 1], stop[i + 1], standfirsts[i + 1]
        line = lines[i]
        if not line.text or believed(seen, i):
            continue
        reads = is_sentence(document, i)
        if sentence[i] == following < end:
            before[following] = i
            if reads:
                stop[i] = i
        if reads:
            sentence[i] = i
        if reads or line.trails_off:
            if line.width > STANDFIRST_WIDTH or (standfirsts[i] and titles > TEASER_LINES):
                stop[i] = i
            standfirsts[i] += 1
            titles = 0
        else:
            titles += 1
        following = i
    last = max(before, default=None)
    if last is not None and standfirsts[before[last]] == 1:
        single = last
    return _Outlook(sentence, stop, standfirsts, before, single)


def lead(document: Document, seen: Marks | None = None) -> int:
    """The first line of the article's running text: a paragraph, or a sentence that another follows.

    Lines that a rule knows for chrome do not count. The document's end where there is no such line.
    """
    last = None
    for i, line in enumerate(document.lines):
        if not line.text or believed(seen, i):
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
        if not line.text or believed(seen, i) or is_date(line.text):
            continue
        if line.words >= 4 and line.is_title and line.width >= 20:
            return i
        if fallback is None and line.words >= 2:
            fallback = i
    return fallback


def last_sentence(document: Document, seen: Marks | None = None) -> int:
    """The last line that reads as running text and is not known for chrome; -1 where there is none."""
    for i in range(len(document.lines) - 1, -1, -1):
        if document.lines[i].text and not believed(seen, i) and is_sentence(document, i):
            return i
    return -1


def aftermath(document: Document, seen: Marks) -> list[tuple[int, int]]:
    """The stretches `(start, stop)` behind sure pieces of closing chrome, up to where running text goes on.

    Closing chrome is a share bar, a comment form, tags and the like, behind at least one paragraph;
    a stretch begins with one and holds at least two, and one in every twelve lines.
    """
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
