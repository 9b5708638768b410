"""From a text to a `Document`: cut into lines first, then each line normalized."""

from __future__ import annotations

import re

from dechrome.normalize import Normalizer
from dechrome.types import Document, Line

# U+0085 is no line end here: where text was decoded wrongly it is half of a letter.
_LINE_END = re.compile("\r\n|[\n\r\u2028\u2029]")


def read_text(source: str, normalizer: Normalizer) -> Document:
    r"""The document of a plain text. Of a run of blank lines one is kept, at the ends of the text none.

    >>> document = read_text(" One.\r\n\r\n\r\nTwo  three. ", Normalizer())
    >>> [(line.text, line.number, line.start, line.end) for line in document.lines]
    [('One.', 1, 0, 5), ('', 2, 7, 7), ('Two three.', 4, 11, 23)]
    """
    parts = _LINE_END.split(source)
    lines: list[Line] = []
    start, above = 0, ""
    for number, (part, text) in enumerate(zip(parts, normalizer.lines(parts), strict=True), start=1):
        end = start + len(part)
        if text or above:
            lines.append(Line(text, number, start, end))
        start, above = end + 1 + source.startswith("\r\n", end), text
    if lines and lines[-1].blank:
        lines.pop()
    return Document(source, tuple(lines))
