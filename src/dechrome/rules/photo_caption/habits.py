"""Captions above credits, told by what the text does elsewhere: its head, its headline, its other credits."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from statistics import median

from dechrome.blocks import after, before, headline, is_sentence, lead
from dechrome.rules.photo_caption.shapes import sentences
from dechrome.templates import is_name
from dechrome.types import Document, Line, Marks

# Wider lines are paragraphs; a caption of fewer words is hardly told from a name or a heading.
_WIDEST, _FEWEST = 200, 3
# Where each credit stands below a short sentence, so many of them make a habit, if paragraphs are so much wider.
_HABIT, _SHORT, _WIDER = 2, 140, 2.0
# A caption that says the headline again shares so much of its longer words.
_ECHO, _LONG_WORD = 0.6, 4
_WORD = re.compile(r"[^\W\d_]{4,}")
# What leads over from the sentence before, or tells what somebody said, is no caption.
_LEADS_OVER = re.compile(
    r"(?i)(?:(?:and|but|so|or|yet|he|she|it|they|we|i|you|this|that|these|those|however|then|now|if|there"
    r"|und|aber|er|sie|es|wir|ich|doch|denn|et|mais|il|elle|ils|elles|on|y|pero|él|ella|e|ma|mas|ele|ela|lui|lei"
    r"|i|ale|on|ona|а|и|но|он|она|они|en|maar|hij|zij|och|men|han|hon|og|hun)\b|[\"“„«»‘'–—-])"
)


def in_the_head(document: Document, seen: Marks, places: Sequence[int]) -> Iterator[int]:
    """The line between a byline and a credit in the head, below the headline; and one that says the headline again."""
    begun = document.body.start if document.body else lead(document, seen)
    for i in places:
        above, below = before(document, i), after(document, i)
        if above is None or below is None or not is_sentence(document, below):
            continue
        line, over = document.lines[above], before(document, above)
        if over is None or not _fits(line, two=True) or line.is_date or seen.confidence(above) >= 0.5:
            continue
        titled = any(document.lines[j].words > _FEWEST and document.lines[j].is_title for j in range(over))
        below_byline = i <= begun and titled and _is_byline(document, seen, over)
        if below_byline or (line.ends_sentence and _says_again(document, seen, above)):
            yield above


def _is_byline(document: Document, seen: Marks, i: int) -> bool:
    """Whether a line is a date, known for a byline, or a name below one of these."""
    above = before(document, i)
    if above is not None and document.lines[i].is_label and is_name(document.lines[i].text):
        return _is_stamp(document, seen, above) or _is_stamp(document, seen, i)
    return _is_stamp(document, seen, i)


def _is_stamp(document: Document, seen: Marks, i: int) -> bool:
    return document.lines[i].is_date or seen.confidence(i, "byline") >= 0.4


def _says_again(document: Document, seen: Marks, i: int) -> bool:
    """Whether a line is made of the headline's words."""
    title = headline(document, i, seen)
    words = set(_WORD.findall(document.lines[i].folded))
    if title is None or len(words) < _LONG_WORD:
        return False
    return len(words & set(_WORD.findall(document.lines[title].folded))) >= _ECHO * len(words)


def as_elsewhere(document: Document, places: Sequence[int]) -> list[int]:
    """The short sentences above credits, where each credit of the text has one and paragraphs are far longer."""
    found: list[int] = []
    for i in places:
        above = before(document, i)
        if above is None:
            return []
        line = document.lines[above]
        told = line.text.endswith(".") and line.width < _SHORT and line.words > _FEWEST
        if not told or not _fits(line, two=False):
            return []
        found.append(above)
    if len(found) < _HABIT or len(set(found)) < len(found):
        return []
    rest = [line.width for i, line in enumerate(document.lines) if line.is_sentence and i not in found]
    usual = median(document.lines[i].width for i in found)
    return found if len(rest) > 2 * len(found) and median(rest) >= _WIDER * usual else []


def _fits(line: Line, *, two: bool) -> bool:
    """Whether a line could be a caption: short, of one sentence or two, and no part of what was said before."""
    if line.words < _FEWEST or line.width > _WIDEST or line.text.endswith((":", "?", "!")):
        return False
    return sentences(line.text) <= 1 + two and not _LEADS_OVER.match(line.text)
