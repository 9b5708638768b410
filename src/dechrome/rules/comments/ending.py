"""Where the article has ended: behind the comments and the form for them nothing of it follows.

On real pages it goes on behind such a line once in a hundred times, where most of its text stands above.
What follows speaks of the same things as the article, often at length, and may have no frame at all: only its
place tells it. A summary or a lead that a page prints again down there says the same in the same words.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import accumulate

from dechrome.blocks import Parts, of_whole, running_text
from dechrome.notes import first_note
from dechrome.outlook import believed
from dechrome.types import Document, Line, Marks

# From this confidence on a line can be where the article ends.
_SURE = 0.9
# At least so many sentences stand before it, or so much text.
_SENTENCES, _AMOUNT = 3, 600
# The share of all running text that stands before it, by how much the lines from there on say.
_WEAK, _STRONG = 0.6, 0.34
# Other lines that say so are looked for among so many.
_WINDOW = 8
_WORDS = 3
# A line of so many phrases, a third of which the article has, is the article's.
_PHRASES, _REPEATED = 6, 0.33
_IN_A_ROW = 3
# A field that any form has, as that of a newsletter between two paragraphs: it says nothing of comments.
_ANY_FORM = re.compile(
    r"δ|(?:first |last |your )?(?:name|e-?mail|mail|phone|website|captcha)(?: address)?"
    r"|[^.]{0,60}(?:required|erforderlich\w*|obligatoi?r\w+|obbligatori\w*|wymagan\w*|обязательн\w*|обов'язков\w*"
    r"|υποχρεωτικ\w*|vereiste|krævede|påkrevd\w*|pakollis\w*|povinn\w*|vyžadovan\w*|zorunlu|gerekli|wajib|bắt buộc"
    r"|必填|必須|필수|مطلوب|الزامية)[^.]{0,40}"
)
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")


def behind(document: Document, seen: Marks, rule: str, thread: range = range(0)) -> range:
    """The lines behind the article, by what `rule` is sure of, up to where the article comes again; empty if unknown.

    Notes of its own (corrections, references) belong to the article.

    `thread` is the first thread of comments, if there is one; where less than a third of the text stands above it,
    what it shows is no end.

    >>> behind(Document("", ()), Marks(()), "comments")
    range(0, 0)
    """
    starts = [start for start in (ending(document, seen, rule), _ended(document, seen, thread)) if start is not None]
    if not starts:
        return range(0)
    start = min(starts)
    said: set[tuple[str, ...]] = set()
    for line in document.lines[:start]:
        said |= _phrases(line)
    stop = first_note(document, start, seen)
    for i in range(start, stop):
        line = document.lines[i]
        if i in thread or not line.text:  # readers quote the article, too
            continue
        if line.is_sentence and not believed(seen, i) and _repeats(line, said):
            return range(start, i)
    return range(start, stop)


def _repeats(line: Line, said: set[tuple[str, ...]]) -> bool:
    """Whether a line says in the same words what was said before."""
    phrases = _phrases(line)
    return len(phrases) >= _PHRASES and len(phrases & said) >= _REPEATED * len(phrases)


def _phrases(line: Line) -> set[tuple[str, ...]]:
    """Each three words of a line in a row, or six characters of a script without spaces."""
    words = _WORD.findall(line.folded)
    size = _IN_A_ROW if line.width == len(line.text) else 2 * _IN_A_ROW
    return {tuple(words[k : k + size]) for k in range(len(words) - size + 1)}


def ending(document: Document, seen: Marks, rule: str) -> int | None:
    """The first line behind the article; None where it cannot be told.

    A line of three words that is no sentence counts where a third of the running text stands before it, as do two
    lines together; any other counts where most of it does, and three together in any case.

    >>> from dechrome.types import Hit, Line, Mark
    >>> texts = ["The council sold the old depot on Monday."] * 3 + ["Leave a comment", "Why sell it at all?"]
    >>> document = Document("", tuple(Line(text, 1, 0, 0) for text in texts))
    >>> ending(document, Marks([Mark(3, "comments", Hit(0, 15, 0.95, "a form"))]), "comments")
    3
    """
    anchors = [
        i
        for i in seen.lines(rule)
        if of_whole(document, seen, i, rule) >= _SURE and not _ANY_FORM.fullmatch(document.lines[i].key)
    ]
    if not anchors:
        return None
    told = running_text(document, seen)
    amounts = [0, *accumulate(document.lines[i].width for i in told)]
    filled = [i for i, line in enumerate(document.lines) if line.text]
    prose = [place for place, i in enumerate(told) if document.lines[i].is_prose]
    parts = Parts.among(document, anchors, told)
    for anchor in anchors:
        before = bisect_left(told, anchor)
        near = _near(anchors, anchor, filled)
        if any(parts.close_with(i, above=True) for i in near):
            continue
        least = _least(document, near, anchor)
        enough = before >= _SENTENCES or amounts[before] >= _AMOUNT
        if enough and amounts[before] >= least * amounts[-1] and _has_paragraphs(prose, before):
            return anchor
    return None


def _ended(document: Document, seen: Marks, thread: range) -> int | None:
    """Where a thread stops, if enough of the text around it stands above."""
    told = running_text(document, seen) if thread else []
    above = sum(document.lines[i].width for i in told if i < thread.start)
    below = sum(document.lines[i].width for i in told if i >= thread.stop)
    return thread.stop if thread and above >= _STRONG * (above + below) else None


def _has_paragraphs(prose: Sequence[int], before: int) -> bool:
    """Whether paragraphs stand before the sentence that is `before`, as many as the third of those behind it.

    `prose` says which of the sentences are paragraphs.

    The teasers of a menu have none; "Comments" in it names what the house thinks.
    """
    above = bisect_left(prose, before)
    return above >= _STRONG * (len(prose) - above)


def _near(anchors: Sequence[int], anchor: int, filled: Sequence[int]) -> Sequence[int]:
    """An anchor and those right behind it."""
    at = bisect_left(filled, anchor)
    stop = filled[min(at + _WINDOW, len(filled)) - 1]
    return anchors[bisect_left(anchors, anchor) : bisect_right(anchors, stop)]


def _least(document: Document, near: Sequence[int], anchor: int) -> float:
    """The share of the running text that must stand before an anchor; `near` are it and those right behind it."""
    line = document.lines[anchor]
    if line.is_sentence:
        return _WEAK
    keys = {document.lines[i].key for i in near if not document.lines[i].is_sentence}
    if len(keys) > 2:
        return 0.0
    return _STRONG if len(keys) == 2 or line.words >= _WORDS else _WEAK
