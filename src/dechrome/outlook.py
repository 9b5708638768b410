"""What reads as running text, and what lies behind each line: the answers on which `dechrome.blocks` builds."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from dechrome.types import Document, Marks

T = TypeVar("T")

# A paragraph wider than this is no standfirst of a teaser.
STANDFIRST_WIDTH = 320
# Between two standfirsts of teasers stand at most so many lines: titles, labels, dates, names.
TEASER_LINES = 8
# From this confidence on, what a line rule says of a line is believed by the others.
BELIEVED = 0.5


def believed(seen: Marks | None, position: int, *rules: str) -> bool:
    """Whether a line rule, of these or of all, says of a line that it goes."""
    if seen is None:
        return False
    if not rules:
        if "believed" not in seen.notes:
            seen.notes["believed"] = frozenset(seen.lines(least=BELIEVED))
        return position in seen.notes["believed"]
    return any(seen.confidence(position, rule) >= BELIEVED for rule in rules)


def dismissed(seen: Marks | None, position: int) -> bool:
    """Whether a line is no part of the article's running text: it goes by a line rule, or the whole text's look."""
    return seen is not None and (position in seen.doubted or believed(seen, position))


@dataclass(frozen=True, slots=True)
class Outlook:
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


def once(seen: Marks | None, name: str, make: Callable[[], T]) -> T:
    """What `make` gives; worked out once for the same marks, as it takes a walk through the whole text."""
    if seen is None:
        return make()
    if name not in seen.notes:
        seen.notes[name] = make()
    return seen.notes[name]  # type: ignore[no-any-return]


def look(document: Document, seen: Marks | None) -> Outlook:
    """What lies behind each line of a document; lines that `seen` is sure of are passed over."""
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
        reads, paragraph = document.reads(i), document.paragraph(i)
        goes_on = following in paragraph
        if sentence[i] == following < end and not goes_on:
            before[following] = i
            if reads:
                stop[i] = i
        if reads:
            sentence[i] = i
        if reads or line.trails_off:
            width = sum(lines[j].width for j in paragraph)
            if width > STANDFIRST_WIDTH or (standfirsts[i] and titles > TEASER_LINES):
                stop[i] = i
            standfirsts[i] += not goes_on
            titles = 0
        else:
            titles += 1
        following = i
    last = max(before, default=None)
    if last is not None and standfirsts[before[last]] == 1:
        single = last
    return Outlook(sentence, stop, standfirsts, before, single)
