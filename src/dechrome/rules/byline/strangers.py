"""Names of whom a text never speaks: where one stands alone in a line, it is whoever wrote it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dechrome.agencies import is_agency
from dechrome.blocks import after, before, believed, last_sentence, lead, whole
from dechrome.fold import fold
from dechrome.templates import is_name
from dechrome.types import Document, Mark, Marks

_STRANGER = re.compile(r"^[^\W\d_]{2,}(?: [^\W\d_](?:\.|[\w’'-]+)){1,2}$")
# A headline or standfirst above a name has so many words.
_TITLE_WORDS = 4
_FURNITURE = ("media_player", "share_bar", "advertisement")


# Behind so many paragraphs, a name is that of somebody quoted, or signs a letter.
_PARAGRAPHS = 3


def is_stranger(document: Document, seen: Marks, i: int) -> bool:
    """Whether a line right before the first paragraph is the name of somebody of whom the text never speaks."""
    above = before(document, i)
    if above is None or after(document, i) != lead(document, seen):
        return False
    if document.lines[above].words < _TITLE_WORDS:  # one of a list
        return False
    return _is_name(document, i) and is_unspoken(document, i)


def is_unspoken(document: Document, i: int) -> bool:
    """Whether no other line has a word of this one, short ones aside."""
    return not any(_stands_elsewhere(document, i, word) for word in document.lines[i].text.split() if len(word) > 2)


def without_agency(text: str) -> str:
    """What stands in front of an agency's name at the end.

    >>> without_agency("Ana Lima, AFP"), without_agency("Ana Lima, Porto")
    ('Ana Lima', 'Ana Lima, Porto')
    """
    name, comma, agency = text.rpartition(", ")
    return name if comma and is_agency(agency) else text


def beside_furniture(document: Document, seen: Marks) -> Iterator[int]:
    """Names of whom the text never speaks around its beginning, where a player, a share bar or an ad comes next."""
    if not any(map(seen.lines, _FURNITURE)):
        return
    paragraphs, titled = 0, False
    for i, line in enumerate(document.lines):
        paragraphs += line.is_prose
        if paragraphs > _PARAGRAPHS:
            return
        if titled and line.is_label and _is_name(document, i):
            below = after(document, i)
            furniture = below is not None and believed(seen, below, *_FURNITURE)
            if furniture and not _stands_elsewhere(document, i, line.text.split()[-1]):  # many share a first name
                yield i
        titled = titled or line.words >= _TITLE_WORDS


def signs_pictures(document: Document, seen: Marks, rule: str) -> Iterator[Mark]:
    """A name right behind the last sentence that also ends a picture's credit.

    >>> from dechrome.types import Line
    >>> texts = ("The old pier. Photo: Ana Lima", "The ferry stays in the harbor until the part is here.", "Ana Lima")
    >>> document = Document("", tuple(Line(text, 1, 0, len(text)) for text in texts))
    >>> [texts[m.line] for m in signs_pictures(document, Marks([]), "byline")]
    ['Ana Lima']
    """
    i = after(document, last_sentence(document, seen))
    if i is None or not document.lines[i].is_label or not is_name(name := document.lines[i].text) or " " not in name:
        return
    if any(line.text.endswith((f": {name}", f"：{name}")) for line in document.lines[:i]):
        yield from whole(document, rule, [i], 0.75, "whose picture it is, behind the last sentence")


def _is_name(document: Document, i: int) -> bool:
    text = document.lines[i].text
    return bool(_STRANGER.match(text)) and is_name(text) and not text.isupper()


def _stands_elsewhere(document: Document, i: int, word: str) -> bool:
    folded = fold(word)
    return any(folded in line.folded for j, line in enumerate(document.lines) if j != i)
