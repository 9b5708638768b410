"""Where blocks begin and end: the few questions about place and neighbors that document rules share.

All positions are positions in `Document.lines`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from dechrome.types import Document, Hit, Mark

# A paragraph wider than this is no standfirst of a teaser.
STANDFIRST_WIDTH = 320
# Fewer words closed by a full stop may still be a teaser's label or a caption's title.
SENTENCE_WORDS = 5


def whole(document: Document, rule: str, positions: Iterable[int], confidence: float, why: str) -> Iterator[Mark]:
    """Marks for whole lines; blank ones are passed over.

    >>> from dechrome.types import Line
    >>> document = Document("Share\\n\\nTweet", (Line("Share", 1, 0, 5), Line("", 2, 6, 6), Line("Tweet", 3, 7, 12)))
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
    """Whether a line reads as a sentence of running text: some words, closed by a full stop or a quotation's end."""
    line = document.lines[position]
    return line.is_prose or (line.words >= SENTENCE_WORDS and line.ends_sentence and not line.is_title and not line.trails_off)


def resumes(document: Document, position: int) -> int:
    """Where the article goes on, at or after a position inside a list of teasers; the document's end if it does not.

    Titles have no full stop; the first line that reads as a sentence is the article, unless it stands
    between titles as the standfirst of a teaser does, no two sentences follow each other in all that
    comes behind, and there are at least two such teasers.
    """
    lines = document.lines
    rest = [i for i in range(position, len(lines)) if lines[i].text]
    sentence = [is_sentence(document, i) for i in rest]
    for k, i in enumerate(rest):
        if sentence[k] and not _all_teasers(document, rest[k - 1 :] if k else rest, sentence[k - 1 :] if k else sentence):
            return i
    return len(lines)


def _all_teasers(document: Document, rest: list[int], sentence: list[bool]) -> bool:
    """Whether these lines are nothing but titles and standfirsts in turn, with two standfirsts at least."""
    lines = document.lines
    if sentence[0]:
        return False
    standfirsts = 0
    for k, i in enumerate(rest):
        if sentence[k] or lines[i].trails_off:
            standfirsts += 1
            if lines[i].width > STANDFIRST_WIDTH or (k + 1 < len(rest) and sentence[k] and sentence[k + 1]):
                return False
    return standfirsts >= 2
