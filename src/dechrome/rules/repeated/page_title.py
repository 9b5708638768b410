"""The title of the page, which names the site beside the headline: "Ferry runs again | The Harbor Post"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from dechrome import blocks
from dechrome.fold import letters
from dechrome.lazy import of_line
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


def page_title(document: Document, seen: Marks) -> list[int]:
    """The line on top of a page that holds its headline, as it stands nearer to the text, and the name of the site."""
    lines = document.lines
    filled = [i for i, line in enumerate(lines) if line.text and not blocks.believed(seen, i)]
    if not filled or lines[filled[0]].is_prose:
        return []
    title = lines[filled[0]].folded
    joined = _joined([letters(part) for part in _PARTED.split(title)], len(letters(title)) * _SHARE)
    lead = blocks.lead(document, seen)
    below = [i for i in filled[1:] if i <= lead]
    stands = any(said in joined and words >= _WORDS for _, words, said in in_pieces(document, below))
    return filled[:1] if stands else []


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


def _joined(parts: list[str], least: float) -> set[str]:
    """Parts of a title one after the other, but not all of it in one line, which are so long at least."""
    count = len(parts)
    runs = {"".join(parts[a:b]) for a in range(count) for b in range(a + 1, count + 1) if b - a < count}
    return {run for run in runs if len(run) >= least}
