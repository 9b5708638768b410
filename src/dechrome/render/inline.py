"""What is inside a line: its text, cut where emphasis, links and code begin and end."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urljoin

from dechrome.cutting import source_matches
from dechrome.types import Line

# What an inline element is written as; the others are their text.
KINDS = {
    "a": "a", "b": "strong", "strong": "strong", "em": "em", "i": "em", "cite": "em", "code": "code", "kbd": "code",
    "samp": "code", "tt": "code", "del": "del", "s": "del", "strike": "del", "sub": "sub", "sup": "sup",
    "mark": "mark",
}  # fmt: skip
_SCHEME = re.compile(r"([a-zA-Z][a-zA-Z0-9+.-]*):")
_UNSEEN = re.compile(r"[\x00-\x20\x7f-\xa0\u200b-\u200f\u2028\u2029\ufeff]")
_SAFE = frozenset({"http", "https", "mailto", "tel"})
_PICTURED = frozenset({"http", "https"})


class Piece(NamedTuple):
    """Text, or the beginning (`opens`) or end (`shuts`) of an element."""

    text: str = ""
    opens: str = ""
    shuts: str = ""
    address: str = ""


def inline(line: Line, source: str, base: str = "") -> list[Piece]:
    """The pieces of a line's text without the marker of a list's item; elements in them are rightly nested."""
    marker = line.block.marker if line.block else ""
    skip = len(marker) if marker and line.text.startswith(marker) else 0
    marks = [mark for mark in _placed(line, source, base) if mark[1] > skip]
    pieces: list[Piece] = []
    open_: list[tuple[int, str]] = []  # where each open element ends, and what it is
    at = skip
    for start, stop, kind, address in marks:
        at = _shut(pieces, open_, line.text, at, start)
        end = min(stop, open_[-1][0]) if open_ else stop
        if end <= at or any(kind == other for _, other in open_) or any(other == "code" for _, other in open_):
            continue
        at = _text(pieces, line.text, at, max(start, at))
        pieces.append(Piece(opens=kind, address=address))
        open_.append((end, kind))
    at = _shut(pieces, open_, line.text, at, len(line.text) + 1)
    _text(pieces, line.text, at, len(line.text))
    return pieces


def _shut(pieces: list[Piece], open_: list[tuple[int, str]], text: str, at: int, until: int) -> int:
    while open_ and open_[-1][0] <= until:
        end, kind = open_.pop()
        at = _text(pieces, text, at, end)
        pieces.append(Piece(shuts=kind))
    return at


def _text(pieces: list[Piece], text: str, at: int, until: int) -> int:
    if until > at:
        pieces.append(Piece(text=text[at:until]))
    return max(at, until)


def _placed(line: Line, source: str, base: str) -> Iterator[tuple[int, int, str, str]]:
    """The line's runs in columns of its text, the outermost first; those that lead nowhere safe are left out."""
    if line.block is None or not line.block.runs:
        return
    matches = None
    if line.gaps or line.text != source[line.start : line.end]:
        matches = [(m.source - line.start, m.text, m.length) for m in source_matches(source, line)]
    for run in line.block.runs:
        start, end, tag, given = run
        kind, address = KINDS.get(tag, ""), ""
        if kind == "a":
            address = safe_address(given, base)
        if not kind or (kind == "a" and not address):
            continue
        if matches is not None:
            start, end = _mapped(matches, start, end)
        text = line.text[start:end]
        if text.strip():
            before = len(text) - len(text.lstrip())
            yield start + before, start + before + len(text.strip()), kind, address


def _mapped(matches: Sequence[tuple[int, int, int]], start: int, end: int) -> tuple[int, int]:
    """The columns of the text that came from columns `[start, end)` of the source."""
    within = [
        (text + max(start - at, 0), text + min(end - at, length))
        for at, text, length in matches
        if at < end and start < at + length
    ]
    return (within[0][0], within[-1][1]) if within else (0, 0)


def safe_address(address: str, base: str = "", *, picture: bool = False) -> str:
    r"""An address that only leads somewhere, made whole by the page's own; empty where it would do anything else.

    >>> safe_address("/mayor?id=3", "https://harbor.example/news/1")
    'https://harbor.example/mayor?id=3'
    >>> safe_address(" java\tscript:alert(1)")
    ''
    """
    address = _UNSEEN.sub("", address.replace(" ", "%20")) if ":" in address else address.strip()
    address = address.removeprefix("%20")
    scheme = _SCHEME.match(address)
    if scheme and scheme[1].lower() not in (_PICTURED if picture else _SAFE):
        return ""
    if not scheme and base:
        try:
            address = urljoin(base, address)
        except ValueError:
            return ""
    if not address or address.startswith("#"):
        return ""
    return re.sub(r"[\x00-\x20\"<>\\^`{|}]", lambda sign: f"%{ord(sign[0]):02X}", address)
