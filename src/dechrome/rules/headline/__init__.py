"""The article's headline, for those who want the body alone; used only where it is asked for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from dechrome import blocks
from dechrome.types import Document, Mark, Marks

_NAME = "headline"
_LONGEST_KICKER = 2
_INNER = ",;:)-\u2013\u2014"


@dataclass(frozen=True)
class Headline:
    """The title above the text, with its copies."""

    name: str = _NAME
    opt_in: ClassVar[bool] = True
    last: ClassVar[bool] = True

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """The headline, and every line above the text that repeats it."""
        start = blocks.lead(document, seen)
        title = find_headline(document, seen, start)
        if title is not None:
            key = document.lines[title].key
            copies = [i for i in range(start) if document.lines[i].key == key]
            yield from blocks.whole(document, self.name, copies, 0.95, "the title above the text")


def find_headline(document: Document, seen: Marks, start: int) -> int | None:
    """The headline among the lines above the text, which begins at `start`: the title whose words the text takes up.

    None where no line above the text's first sentence has the shape of a title.
    """
    titles = []
    for i in range(min(start, len(document.lines))):
        if not document.lines[i].text or blocks.believed(seen, i):
            continue
        if blocks.is_sentence(document, i):
            break
        if _may_be_headline(document, i):
            titles.append(i)
    if not titles:
        return None
    said = {word for line in document.lines[start:] for word in _words(line.folded)}
    shares = {i: _share(_words(document.lines[i].folded), said) for i in titles}
    # Of titles that the text takes up alike, the first: a standfirst stands below the headline.
    return max(titles, key=lambda i: (round(shares[i], 1), -i))


def _may_be_headline(document: Document, i: int) -> bool:
    line = document.lines[i]
    return line.words > _LONGEST_KICKER and not line.trails_off and not _is_piece(document, i)


def _is_piece(document: Document, i: int) -> bool:
    """Whether a line is part of a broken sentence: it, or the next, begins small, or with a dash or comma."""
    ends = document.lines[i].ends_sentence
    return _is_inner(document, i) or (not ends and _is_inner(document, i + 1))


def _is_inner(document: Document, i: int) -> bool:
    text = document.lines[i].text if i < len(document.lines) else ""
    return bool(text) and (text[0] in _INNER or text[:2].islower())


def _words(folded: str) -> set[str]:
    """The words of a line that could mean something; pairs of signs in a script without spaces."""
    words = {word.strip(".,:;!?\"'()[]") for word in folded.split()}
    long = {word for word in words if len(word) >= 4}
    if len(words) <= 2 and not folded.isascii():
        long |= {folded[k : k + 2] for k in range(len(folded) - 1)}
    return long


def _share(words: set[str], said: set[str]) -> float:
    return len(words & said) / len(words) if words else 0.0


RULE = Headline()
