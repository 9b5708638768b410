"""From a text to a `Document`: cut into lines first, then each line normalized."""

from __future__ import annotations

import re
from collections.abc import Iterator

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
    spans = list(_spans(source))
    texts = normalizer.lines([source[start:end] for start, end in spans])
    lines = tuple(
        Line(text, number, start, end)
        for number, (text, (start, end)) in enumerate(zip(texts, spans, strict=True), start=1)
        if text or (number > 1 and texts[number - 2])
    )
    return Document(source, lines[:-1] if lines and lines[-1].blank else lines)


def _spans(source: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _LINE_END.finditer(source):
        yield start, end.start()
        start = end.end()
    yield start, len(source)
