"""The title of the page, which names the site beside the headline: "Ferry runs again | The Harbor Post"."""

from __future__ import annotations

import re

from dechrome import blocks
from dechrome.rules.repeated.letters import letters, letters_of
from dechrome.types import Document, Marks

# Between headline and site: signs with spaces around them, a bar or an underscore alone, and in scripts without
# spaces a hyphen.
_PARTED = re.compile(
    r"\s+[-\u2013\u2014\u00b7\u2022\u00bb\u203a\u00ab\u2039>/:|]+\s+|\s*[|\uff5c\u00bb\u203a_]+\s*|"
    r"(?<=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])[-\u2013\u2014](?=[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3])"
)
# A headline has so many words, may be broken into so many lines, and makes so much of the page's title.
_WORDS = 3
_LINES = 3
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
    for k in range(len(below)):
        headline = ""
        words = 0
        for i in below[k : k + _LINES]:
            headline += letters_of(lines[i])
            words += lines[i].words
            if headline in joined and words >= _WORDS:
                return [filled[0]]
    return []


def _joined(parts: list[str], least: float) -> set[str]:
    """Parts of a title one after the other, but not all of it in one line, which are so long at least."""
    count = len(parts)
    runs = {"".join(parts[a:b]) for a in range(count) for b in range(a + 1, count + 1) if b - a < count}
    return {run for run in runs if len(run) >= least}
