"""What a site's maker left in a template, and what a browser was to replace."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dechrome.blocks import believed, whole
from dechrome.phrases import PhraseRule
from dechrome.types import Document, Hit, Mark, Marks

from .filler import filler_share
from .leftovers import leftovers

# A text of which several lines look like this shows code, and its variables are its subject.
_CODE = re.compile(
    r"[{};]\s*$|^\s*(?:<\w|</|//|#include|def |function |import |const |let |var |\$ )|=>|\w\(.*\)\s*[;{]?$"
)
_CODE_LINES = 3
_VARIABLE = re.compile(
    r"^(?:\{\{\{?[^{}]{1,60}\}?\}\}\W*)+$|^\{%[^{}]{1,60}%\}$|^<%[=-]?[^<>]{1,60}%>$|^[$#]\{[\w.() ]{1,40}\}$|"
    r"^(?:\[\[[\w. -]{1,40}\]\]\W*)+$|^%%[\w-]{2,30}%%$|^\*\|[A-Z_:]{2,30}\|\*$"
)
_OPENS_VARIABLE = ("{", "<%", "$", "#{", "[[", "%%", "*|")
_SUBJECT = re.compile(
    r"(?i)lorem ipsum|placeholder|filler text|dummy text|blindtext|template|faux[- ]texte|texto de relleno|"
    r"testo segnaposto|текст-рыба|乱数假文|假文"
)
_QUOTES = ("\u201c", "\u201e", "\u00ab", "\u00bb", '"', "\u300c")
_LEFT_IN = re.compile(r"(?i)^\W*(?:undefined|null|nan|\[object)")
# So many times as much filler as other text is all that a text has to show.
_ALL = 3
_SIZE = re.compile(r"(?i)^(?:xs|sm|md|lg|xl|xxl)$")


@dataclass(frozen=True)
class Placeholder(PhraseRule):
    """Filler by its words, variables by their place: not in a text that is about them.

    `share` is how much of a line must be words of a filler text.
    """

    share: float = 0.75

    def match_known(self, line: str, known: Sequence[int], lang: str | None) -> Iterator[Hit]:
        """What the phrases say of a line, unless it opens with somebody's words."""
        if not line.startswith(_QUOTES):
            yield from super().match_known(line, known, lang)

    def mark(self, document: Document, seen: Marks) -> Iterator[Mark]:
        """Decides on the lines that may be filler or a variable."""
        yield from whole(document, self.name, leftovers(document), 0.95, "a script, a style or a shortcode")
        variables = [i for i, line in enumerate(document.lines) if _is_variable(line.text)]
        doubtful = [i for i in seen.lines(self.name) if seen.confidence(i, self.name) < 0.5] + variables
        if not doubtful:
            return
        filler = {i for i in doubtful if filler_share(document.lines[i].text) >= self.share}
        about = self._is_about_it(document, filler) or _is_all(document, filler, set(doubtful))
        code = about or sum(bool(_CODE.search(line.text)) for line in document.lines) >= _CODE_LINES
        for i in doubtful:
            text = document.lines[i].text
            if i in filler:
                if not about or self._beside_chrome(document, seen, i):
                    yield Mark(i, self.name, Hit(0, len(text), 0.97, "a filler text"))
            elif "lorem ipsum" not in text.lower() and not code and self._stands_out(document, seen, i):
                yield Mark(i, self.name, Hit(0, len(text), 0.8, "a part of the template that was not filled in"))

    def _is_about_it(self, document: Document, filler: set[int]) -> bool:
        """Whether a sentence of the article speaks of filler or templates."""
        return any(
            line.words >= 6 and i not in filler and _SUBJECT.search(line.text) for i, line in enumerate(document.lines)
        )

    def _beside_chrome(self, document: Document, seen: Marks, i: int) -> bool:
        """Whether a line outside the article touches one that is known for chrome."""
        near = (j for j in (i - 1, i + 1) if 0 <= j < len(document.lines))
        return i not in document.body and any(believed(seen, j, self.name) for j in near)

    def _stands_out(self, document: Document, seen: Marks, i: int) -> bool:
        """Whether a doubtful line is chrome by its place: outside the article, or beside other chrome."""
        text = document.lines[i].text
        if any(c in text for c in "{}%$[") or _LEFT_IN.match(text):
            return True
        body = document.body
        near = [j for j in range(i - 2, i + 3) if j != i and 0 <= j < len(document.lines) and document.lines[j].text]
        if _SIZE.match(text):
            return sum(bool(_SIZE.match(document.lines[j].text)) for j in near) >= 2 or not near
        beside = any(believed(seen, j) for j in near)
        return beside and (not body or i not in body)


def _is_all(document: Document, filler: set[int], doubtful: set[int]) -> bool:
    """Whether nearly all running text is filler."""
    lines = document.lines
    rest = sum(line.width for i, line in enumerate(lines) if i not in doubtful and (line.is_prose or line.is_sentence))
    return sum(lines[i].width for i in filler) > _ALL * rest


def _is_variable(text: str) -> bool:
    """Whether a line is nothing but variables of a template."""
    return text.startswith(_OPENS_VARIABLE) and bool(_VARIABLE.match(text))


RULE = Placeholder.beside(__file__)
