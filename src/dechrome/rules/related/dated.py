"""Cards and tickers of other stories that give themselves away by their dates and times."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from dechrome.blocks import STANDFIRST_WIDTH, above, believed, runs
from dechrome.sections import is_section
from dechrome.types import Document, Line, Marks

# A card has so many lines, one of them a date; one card alone may be anything.
_FEWEST_LINES, _MOST_LINES, _FEWEST_CARDS, _MOST_CARDS = 2, 4, 2, 12
# A title has so many words.
_TITLE_WORDS = 3
# Where no heading stands above it, a card's title and standfirst have so many.
_ALONE_WORDS = 4
# "12:31 Ferry fares to rise": so many in a row, of so many words.
_TIMED = re.compile(r"(?:[01]?\d|2[0-3])[:.][0-5]\d\W{1,3}[^\W\d_]")
_FEWEST_TIMED, _TIMED_WORDS = 2, 3
# Above the date of such a card: the title, the standfirst and the name of a section.
_PARTS = 3


def dated(document: Document, heading: int) -> list[int]:
    """The lines of the cards below a heading, as long as each has its date in the same place.

    >>> texts = ("Related news", "Quay reopens after storm", "3 May 2021", "The quay was shut for nine days in all.",
    ...          "Ferry fares to rise", "1 May 2021", "Fares go up by a tenth, the council said.", "He left on Monday.")
    >>> dated(Document("", tuple(Line(text, 1, 0, 0) for text in texts)), 0)
    [1, 2, 3, 4, 5, 6]
    """
    behind = (i for i in range(heading + 1, len(document.lines)) if document.lines[i].text)
    items = list(islice(behind, _MOST_LINES * _MOST_CARDS))
    dates = [place for place, i in enumerate(items[: 2 * _MOST_LINES]) if document.lines[i].is_date]
    if len(dates) < _FEWEST_CARDS:
        return []
    size = dates[1] - dates[0]
    if not _FEWEST_LINES <= size <= _MOST_LINES or dates[0] >= size:
        return []
    count = 0
    while _is_card([document.lines[i] for i in items[count * size : (count + 1) * size]], size, dates[0]):
        count += 1
    return items[: count * size] if count >= _FEWEST_CARDS else []


def _is_card(lines: list[Line], size: int, date: int) -> bool:
    """Whether lines are a title, a date at its place, and at most one standfirst."""
    if len(lines) < size or any(line.is_date != (place == date) for place, line in enumerate(lines)):
        return False
    title, *others = (line for line in lines if not line.is_date)
    return not title.is_prose and title.words >= _TITLE_WORDS and sum(line.is_prose for line in others) <= 1


def carded(document: Document, seen: Marks, begun: int) -> Iterator[int]:
    """The lines of cards among the article's own: a title, a standfirst, the name of a section, and a date behind it.

    `begun` is where the article begins: above it the same lines are its own.

    >>> texts = ("He left on Monday.", "Ferry fares to rise again", "Fares go up, I hear.", "Business", "2 hours ago")
    >>> list(carded(Document("", tuple(Line(text, 1, 0, 0) for text in texts)), Marks(()), 0))
    [1, 2, 3, 4]
    """
    lines = document.lines
    for date in range(begun + 1, len(lines)):
        if not lines[date].is_label or not (lines[date].is_date or believed(seen, date, "byline")):
            continue
        places = above(document, date, _PARTS)
        if len(places) < _PARTS or places[0] <= begun or not is_section(lines[places[-1]].text):
            continue
        title, standfirst = (lines[i] for i in places[:2])
        if standfirst.words < _ALONE_WORDS or standfirst.width > STANDFIRST_WIDTH or believed(seen, places[1]):
            continue
        if believed(seen, places[0]):
            yield from (*places[1:], date)
        elif title.is_title and title.words >= _ALONE_WORDS and not document.reads(places[0]):
            yield from (*places, date)


def ticker(document: Document, seen: Marks, begun: int) -> Iterator[int]:
    """The lines of a ticker above the article: titles behind times of day, one after another, below other chrome.

    `begun` is where the article begins: in it such lines are its program, or its own entries.

    >>> texts = ("Right now", "12:31 Ferry fares to rise", "12:20 Quay shut after storm", "The mayor goes", "He left.")
    >>> document = Document("", tuple(Line(text, 1, 0, 0) for text in texts))
    >>> from dechrome.types import Hit, Mark
    >>> list(ticker(document, Marks([Mark(0, "related", Hit(0, 9, 0.9, ""))]), 4))
    [1, 2]
    """
    filled = [i for i, line in enumerate(document.lines[:begun]) if line.text]
    timed = [place for place, i in enumerate(filled) if _is_timed(document, i)]
    for run in runs(timed):
        if len(run) >= _FEWEST_TIMED and run[0] and believed(seen, filled[run[0] - 1]):
            yield from (filled[place] for place in run)


def _is_timed(document: Document, position: int) -> bool:
    line = document.lines[position]
    return line.words >= _TIMED_WORDS and _TIMED.match(line.text) is not None and not document.reads(position)
