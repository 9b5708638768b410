"""Where an article is over: what closes it stands there, and nothing behind takes up its subject again."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from dechrome import blocks
from dechrome.markup import is_of_markup
from dechrome.notes import first_note
from dechrome.outlook import once
from dechrome.types import Document, Line, Marks

# What stands below an article and hardly ever inside it, and what does so in company.
_SURE = ("comments", "tags", "share_bar", "author_bio")
_LIKELY = ("related", "legal")
_LEAST = {True: (2, 1), False: (4, 3)}  # lines of closing chrome and kinds of it, from a sure and from a likely one on
# What an insert inside a text has of both, at most.
_INSERT = {True: (1, 0), False: (3, 1)}
_DENSITY = 14
# How much of the text must stand above: sentences, and their share of all running text.
_SENTENCES = 3
_RATIO = 2.0
# Where an article goes on, its words come back: this share of them in a run of sentences, this in a single one;
# or so many sentences, or paragraphs, run on that they are told by that alone.
_RETURN = {True: (0.35, 0.55, 5, 3), False: (0.2, 0.35, 3, 2)}
_WORDS = 6
_MOST_ENDS = 6
_MOST_PLACES = 60  # a text with more of them is no article, and each takes a walk through it
_WORD = re.compile(r"[\u0900-\u0dff]{4,}|[\u0590-\u06ff]{4,}|[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{5,}")
_PAIR = re.compile(r"(?=([\u3400-\u9fff\uac00-\ud7af]{2}))")
_STEM = 6


def behind(document: Document, seen: Marks) -> range:
    """The lines from the end of the article on, up to notes of its own; empty where it cannot be told.

    >>> behind(Document("", ()), Marks(()))
    range(0, 0)
    """
    return once(seen, "behind", lambda: _behind(document, seen))


def _behind(document: Document, seen: Marks) -> range:
    lines, end = document.lines, len(document.lines)
    closing = _closing(document, seen)
    ends = [i for i in closing if any(blocks.believed(seen, i, rule) for rule in (*_SURE, *_LIKELY))]
    if not ends or not any(lines[i].text and not blocks.believed(seen, i) for i in range(ends[0] + 1, end)):
        return range(0)
    sentences = blocks.running_text(document, seen)
    parts = blocks.Parts.among(document, closing, sentences)
    tried = 0
    for place in ends[:_MOST_PLACES]:
        at = bisect_left(sentences, place)
        if at < _SENTENCES:
            continue
        above, below = sentences[:at], [i for i in sentences[at:] if i > place]
        if not _is_company(closing, place, seen, end):
            continue
        if not _is_closed(closing, place, _text(document, below), seen):
            continue
        shared = closing[place] == {"share_bar"}
        if parts.close_with(place, above=not shared):
            continue
        if _amount(lines, below) > _RATIO * _amount(lines, above):
            continue
        tried += 1
        if not _resumes(document, above, below, sure=_is_sure(seen, place)):
            return range(place, first_note(document, place, seen))
        if tried == _MOST_ENDS:
            break
    return range(0)


def _closing(document: Document, seen: Marks) -> dict[int, frozenset[str]]:
    """The lines that are closing chrome as a whole, with the rules that say so."""
    found: dict[int, set[str]] = {}
    for rule in (*blocks.CLOSING, "paywall"):
        for i in seen.lines(rule):
            # A box of another story, as markup names it, may stand between two paragraphs.
            if blocks.of_whole(document, seen, i, rule) >= blocks.BELIEVED and not is_of_markup(seen, i, rule):
                found.setdefault(i, set()).add(rule)
    return {i: frozenset(found[i]) for i in sorted(found)}


def _is_company(closing: dict[int, frozenset[str]], place: int, seen: Marks, end: int) -> bool:
    """Whether enough closing chrome stands from `place` on."""
    below = [rules for i, rules in closing.items() if i >= place]
    least, kinds = _LEAST[_is_sure(seen, place)]
    return len(below) >= least and len(frozenset().union(*below)) >= kinds and len(below) * _DENSITY >= end - place


def _text(document: Document, below: Sequence[int]) -> int:
    """The first of these sentences that is more than a line of a teaser: a paragraph, or one of two in a row."""
    sentences = frozenset(below)
    for i in below:
        following = blocks.after(document, document.paragraph(i)[-1])
        if _is_prose(document, i) or following in sentences:
            return i
    return len(document.lines)


def _is_closed(closing: dict[int, frozenset[str]], place: int, goes_on: int, seen: Marks) -> bool:
    """Whether more than an insert stands between `place` and the next sentence: a list of tags may stand in a text."""
    rules = [rules for i, rules in closing.items() if place <= i < goes_on]
    least, kinds = _INSERT[_is_sure(seen, place)]
    return len(rules) > least and len(frozenset().union(*rules)) > kinds


def _amount(lines: Sequence[Line], positions: Sequence[int]) -> int:
    return sum(lines[i].width for i in positions)


def _is_sure(seen: Marks, place: int) -> bool:
    return any(blocks.believed(seen, place, rule) for rule in _SURE)


def _resumes(document: Document, above: Sequence[int], below: Sequence[int], *, sure: bool) -> bool:
    """Whether sentences below speak of what those above speak of, or run on as only an article does."""
    vocabulary = frozenset().union(*(_stems(document.lines[i]) for i in above))
    share, of_one, sentences, paragraphs = _RETURN[sure]
    last: int | None = None
    told: dict[int, int] = {}  # a line of each paragraph, by where it begins
    stems: set[str] = set()
    for i in below:
        if last is None or blocks.after(document, last) != i:
            told, stems = {}, set()
        last = i
        told[document.paragraph(i).start] = i
        stems |= _stems(document.lines[i])
        if len(told) >= sentences or sum(_is_prose(document, j) for j in told.values()) >= paragraphs:
            return True
        least = share if len(told) > 1 else of_one
        if len(stems) >= _WORDS and len(stems & vocabulary) >= least * len(stems):
            return True
    return False


def speaks_of_it(document: Document, position: int) -> bool:
    """Whether a line has a longer word, or its beginning, of those above it."""
    stems = _stems(document.lines[position])
    return any(stems & _stems(line) for line in document.lines[:position])


def _is_prose(document: Document, position: int) -> bool:
    return document.lines[position].is_prose or len(document.paragraph(position)) > 1


def _stems(line: Line) -> set[str]:
    """The beginnings of a line's longer words; pairs of characters where no spaces part words."""
    return {word[:_STEM] for word in _WORD.findall(line.folded)} | set(_PAIR.findall(line.folded))
