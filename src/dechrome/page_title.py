"""The title of the page, which names the site beside the headline: "Ferry runs again | The Harbor Post"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from dechrome import blocks
from dechrome.fold import fold, letters
from dechrome.lazy import of_line
from dechrome.shape import ends_in_stop
from dechrome.types import Document, Line, Marks

# Between headline and site: signs with spaces around them, a bar or an underscore alone, and in scripts without
# spaces a hyphen.
_PARTED = re.compile(
    r"\s+[-\u2013\u2014\u00b7\u2022\u00bb\u203a\u00ab\u2039>/:|]+\s+|\s*[|\uff5c\u00bb\u203a_]+\s*|"
    r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])[-\u2013\u2014](?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)
# A headline has so many words, may be broken into so many lines, and makes so much of the page's title.
_WORDS = 3
_PIECES = 3
_SHARE = 1 / 3
# A line of more parts is a menu, and no title.
_MOST_PARTS = 12
# A headline and what hangs on it may be printed twice at once: so many lines at most.
_PRINTED_TWICE = 4


def page_title(document: Document, seen: Marks) -> list[int]:
    """The line on top of a page that holds its headline, as it stands nearer to the text, and the name of the site."""
    lines = document.lines
    filled = [i for i, line in enumerate(lines) if line.text and not blocks.believed(seen, i)]
    if not filled or lines[filled[0]].is_prose:
        return []
    named = _named(_parts(lines[filled[0]].folded)) - {letters_of(lines[filled[0]])}
    lead = blocks.lead(document, seen)
    below = [i for i in filled[1:] if i <= lead]
    stands = any(said in named and words >= _WORDS for _, words, said in in_pieces(document, below))
    return filled[:1] if stands else []


def named_headline(document: Document, stays: Iterable[int], title: str = "") -> Sequence[int]:
    """The headline that the page's `title` names, in its pieces; nothing where there is none.

    The title is the text's first line where it is not given. The headline holds its longest part, and all the running
    text that `stays` (in order) is below it; of several lines it is the longest, and of those the lowest. Where a
    title on top is the headline alone, what stands right below is a copy of both; parts of the title on lines of
    their own are a trail of sections.

    >>> from dechrome.types import Line
    >>> texts = ["Ferry runs again at last | The Harbor Post", "Home", "Ferry runs again at last"]
    >>> texts += ["It sailed at noon, with nobody on board but the captain and two engineers."]
    >>> named_headline(Document("", tuple(Line(text, 1, 0, 0) for text in texts)), [3])
    [2]
    """
    lines = document.lines
    filled = [i for i, line in enumerate(lines) if line.text]
    body = next((i for i in stays if document.reads(i)), None)
    on_top = "" if title or not filled else lines[filled[0]].text
    if body is None or ends_in_stop(on_top):
        return []
    parts = _parts(fold(title or on_top))
    named, part = _named(parts), max(parts, key=len)
    copied = filled[: (_PRINTED_TWICE if len(parts) == 1 else 1) + 1] if on_top else []
    longest, found = 0, list[int]()
    for pieces, words, said in in_pieces(document, [i for i in filled[len(copied) :] if i < body]):
        one = len(pieces) == 1 or said in parts
        if said in named and one and part in said and words >= _WORDS and len(said) >= longest:
            longest, found = len(said), list(pieces)
    return found


@of_line
def letters_of(line: Line) -> str:
    """The letters and digits of a line."""
    return letters(line.folded)


def in_pieces(document: Document, lines: Sequence[int]) -> Iterator[tuple[Sequence[int], int, str]]:
    """Each few of `lines` in a row that a headline may be broken into, with their number of words and their letters."""
    for at in range(len(lines)):
        words, said = 0, ""
        for stop in range(at + 1, min(at + _PIECES, len(lines)) + 1):
            line = document.lines[lines[stop - 1]]
            words, said = words + line.words, said + letters_of(line)
            yield lines[at:stop], words, said


def _named(parts: Sequence[str]) -> set[str]:
    """Parts of a page's title one after the other, and all of it, which make so much of it at least."""
    runs = {"".join(parts[a:b]) for a in range(len(parts)) for b in range(a + 1, len(parts) + 1)}
    return {run for run in runs if len(run) >= sum(map(len, parts)) * _SHARE}


def _parts(title: str) -> list[str]:
    """The letters of what stands between the signs of a folded title; of what has too many parts, all of it."""
    parts = [letters(part) for part in _PARTED.split(title)]
    return parts if len(parts) <= _MOST_PARTS else ["".join(parts)]
