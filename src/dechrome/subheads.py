"""Subheadings that are words of menus: "Advertising", "Comments" and "Contact" in an article on how a shop is found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from dechrome.outlook import BELIEVED
from dechrome.shape import leads_over
from dechrome.types import Document, Hit, Line, Mark

# Labels over a few sentences each, one after another: so many make a series.
_SERIES = re.compile(r"(?:LS{1,4}){4,}")
_WORDS = 4
# So large a share of them is no known word: the labels of inserts between paragraphs all are.
_UNKNOWN = 1 / 3
_NO_SUBJECT = ("byline", "metadata", "page_tools", "photo_caption", "placeholder", "protect")
_SURE = 0.9
# As sure as anything that can be said against it.
_KEEP = 0.97


def spare(document: Document, marks: Sequence[Mark]) -> list[Mark]:
    """The marks without those on an article's subheadings, which are kept instead.

    >>> from dechrome.types import Line
    >>> texts = ["A shop has to be found.", "Friends", "They talk, and it costs nothing."]
    >>> texts += ["Advertising", "It brought one customer.", "Comments", "Answer them all.", "Luck", "That helps too."]
    >>> document = Document("", tuple(Line(text, 1, 0, 0) for text in texts))
    >>> [mark.hit.keep for mark in spare(document, [Mark(5, "comments", Hit(0, 8, 0.95, "a counter"))])]
    [True]
    """
    if not any(_may_be_one(document, mark) for mark in marks):
        return list(marks)
    heads = _subheadings(document, marks)
    return [_kept(mark) if mark.line in heads and _may_be_one(document, mark) else mark for mark in marks]


def _may_be_one(document: Document, mark: Mark) -> bool:
    """Whether a mark is on a label that is a subject, too: no credit, no sure marker of an ad or call of two words."""
    line = document.lines[mark.line]
    sure = mark.hit.confidence >= _SURE and (line.words > 1 or mark.rule == "advertisement")
    return _is_label(line) and mark.rule not in _NO_SUBJECT and not sure


def _kept(mark: Mark) -> Mark:
    hit = Hit(mark.hit.start, mark.hit.end, _KEEP, "one of the article's subheadings", keep=True)
    return Mark(mark.line, mark.rule, hit)


def _subheadings(document: Document, marks: Sequence[Mark]) -> frozenset[int]:
    """The labels of the series of a text, each of which stands in it once; the first below a sentence."""
    known = {mark.line for mark in marks if mark.hit.confidence >= BELIEVED and not mark.hit.keep}
    filled = [i for i, line in enumerate(document.lines) if line.text]
    kinds = "".join(_kind(document.lines[i], known=i in known) for i in filled)
    count = Counter(document.lines[i].key for i in filled)
    found: list[int] = []
    for match in _SERIES.finditer(kinds):
        heads = [filled[at] for at in range(match.start(), match.end()) if kinds[at] == "L"]
        once = all(count[document.lines[i].key] == 1 for i in heads)
        if once and sum(i not in known for i in heads) >= _UNKNOWN * len(heads):
            found += heads[kinds[: match.start()][-1:] != "S" :]
    return frozenset(found)


def _is_label(line: Line) -> bool:
    return line.is_label and line.words <= _WORDS and not leads_over(line.text)


def _kind(line: Line, *, known: bool) -> str:
    """A Label, a Sentence that is not known for chrome, or anything else."""
    if _is_label(line) and not line.is_date:
        return "L"
    return "S" if (line.is_sentence or line.ends_sentence) and not known else " "
