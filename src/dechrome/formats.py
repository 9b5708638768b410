"""Which format a text is in, and the reader for each: the one place that knows them all.

A format is a name, a test that says whether a text is in it, and a reader that makes a `Document` of it. Plain text
is what no test knows. Tests are cheap, and when in doubt they say no: plain text is cleaned well without markup.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from dechrome.normalize import Normalizer
    from dechrome.types import Document

AUTO, TEXT, HTML, MARKDOWN = "auto", "text", "html", "markdown"
FORMATS = (AUTO, TEXT, HTML, MARKDOWN)
OUTPUTS = (TEXT, MARKDOWN, HTML)

Reader = Callable[[str, "Normalizer", bool], "Document"]


class _Format(NamedTuple):
    """A format that can be told from plain text; `read` takes the source, a normalizer and whether to be fast."""

    name: str
    is_it: Callable[[str], bool]
    read: Reader


def recognize(text: str) -> str:
    r"""The format of a text: `html`, `markdown`, or `text` where it is neither for certain.

    >>> recognize("<!DOCTYPE html><title>Bridge</title><p>The bridge is open.</p>")
    'html'
    >>> recognize("The bridge is open.<br>\nThe <p> tag opens a paragraph.")
    'text'
    """
    return next((known.name for known in _known() if known.is_it(text)), TEXT)


def read(source: str, normalizer: Normalizer, name: str = AUTO, *, fast: bool = False) -> Document:
    """The document of a text in the format `name`; `auto` is the one that it is recognized as.

    With `fast`, a reader does without what takes it most of its time. Raises PageError for a page that cannot be read.
    """
    from dechrome.reading import read_text

    if name == AUTO:
        name = recognize(source)
    for known in _known():
        if known.name == name:
            return known.read(source, normalizer, fast)
    return read_text(source, normalizer)


def _known() -> tuple[_Format, ...]:
    return (_Format(HTML, _is_html, _read_html), _Format(MARKDOWN, _is_markdown, _read_markdown))


def _is_html(text: str) -> bool:
    from dechrome.html.recognize import is_html

    return is_html(text)


def _read_html(source: str, normalizer: Normalizer, fast: bool) -> Document:
    from dechrome.html.reader import read_html

    return read_html(source, normalizer, judged=not fast)


def _is_markdown(text: str) -> bool:
    from dechrome.markdown.signs import looks_like

    return looks_like(text)


def _read_markdown(source: str, normalizer: Normalizer, fast: bool) -> Document:  # noqa: ARG001 - it is fast
    from dechrome.markdown.reader import read_markdown

    return read_markdown(source, normalizer)
