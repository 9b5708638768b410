"""What a reader sees of a paragraph: its pieces between line breaks, each with the place of every character."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dechrome.markdown.parser import AT, LINK_END, TooTangledError, inline
from dechrome.shown import Run, Shown, Span

# Between links that have nothing but space between them a reader sees that they are several.
_BAR = " | "
# A line of no more characters was not ended for want of space.
_NARROW = 50
# What fits on a line or does not, as one: a word, or a sign of a script without spaces.
_WORD = re.compile(r"[^\s\u3040-\u9fff\uac00-\ud7af]*\S?")
# Longer paragraphs are no paragraphs; they are taken as they stand.
_LONGEST = 50_000
_SYNTAX = frozenset("\\`*_[]<>&!~\n")


@dataclass(slots=True)
class Piece:
    """What stands between two line breaks that a reader sees; places are columns of the paragraph."""

    start: int
    end: int = 0
    text: str = ""
    runs: list[Run] = field(default_factory=list)
    spans: list[Span] = field(default_factory=list)
    links: list[tuple[int, int, str]] = field(default_factory=list)
    """Where each link's text begins and ends, and its target."""
    images: list[str] = field(default_factory=list)
    """The alternative text of each image."""
    hard: bool = False
    """Whether the break behind it is meant as one."""

    def add(self, text: str, start: int, end: int) -> None:
        """Something that is seen."""
        self.runs.append(Run(len(self.text), len(text), start, end))
        self.text += text

    def take(self, other: Piece) -> None:
        """The next piece too, with a space for the line break between them."""
        self.add(" ", self.end, other.start)
        at = len(self.text)
        self.text += other.text
        self.runs += [replace(run, at=run.at + at) for run in other.runs]
        self.spans += [replace(span, at=span.at + at, stop=span.stop + at) for span in other.spans]
        self.links += [(a + at, b + at, target) for a, b, target in other.links]
        self.images += other.images
        self.end, self.hard = other.end, other.hard

    @property
    def link_share(self) -> float:
        """The share of its letters and digits that stand inside links."""
        letters = _letters(self.text)
        inside = sum(_letters(self.text[a:b]) for a, b, _ in self.links)
        return min(1.0, inside / letters) if letters else float(bool(self.links))

    @property
    def empty(self) -> bool:
        """Whether there is nothing to read: no text at all, or signs that stand for the pictures of links."""
        return not self.text.strip() or bool((self.links or self.images) and not _letters(self.text))

    def shown(self) -> Shown:
        """What is seen, in columns of the paragraph; several links alone have bars between them."""
        if len(self.links) < 2 or self.link_share < 1:
            return Shown(self.text, tuple(self.runs), tuple(self.spans))
        inside = {column for a, b, _ in self.links for column in range(a, b)}
        text, runs, shifts = "", [], [0] * (len(self.text) + 1)
        for run in self.runs:
            seen = self.text[run.at : run.at + run.length]
            between = run.at not in inside and not seen.strip() and 0 < run.at < len(self.text) - run.length
            for column in range(run.at, run.at + run.length + 1):
                shifts[column] = len(text) + (0 if between else column - run.at)
            runs.append(Run(len(text), len(_BAR) if between else run.length, run.start, run.end))
            text += _BAR if between else seen
        shifts[len(self.text)] = len(text)
        spans = (replace(span, at=shifts[span.at], stop=shifts[span.stop]) for span in self.spans)
        return Shown(text, tuple(runs), tuple(spans))


def pieces(text: str, env: dict[str, Any]) -> list[Piece]:
    """The pieces of a paragraph; together they cover all its lines."""
    if _SYNTAX.isdisjoint(text):
        piece = Piece(0, len(text))
        piece.add(text, 0, len(text))
        return [piece]
    try:
        found = _Reader(text).read(inline(text, env)) if len(text) <= _LONGEST else None
    except (TooTangledError, RecursionError):
        found = None
    if found is None or not all(map(_in_order, found)):
        return list(_as_it_stands(text))
    return _unwrapped(text, found)


def _letters(text: str) -> int:
    return sum(map(str.isalnum, text))


def _in_order(piece: Piece) -> bool:
    return all(a.end <= b.start for a, b in zip(piece.runs, piece.runs[1:], strict=False))


def _as_it_stands(text: str) -> Iterator[Piece]:
    start = 0
    for line in text.split("\n"):
        piece = Piece(start, start + len(line), hard=True)
        piece.add(line, start, piece.end)
        yield piece
        start = piece.end + 1


class _Reader:
    """Goes once over the tokens of a paragraph."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.done: list[Piece] = []
        self.piece = Piece(0)
        self.open: list[tuple[int, int, str]] = []  # where it is seen, where it begins, and a link's target

    def read(self, tokens: Sequence[Any]) -> list[Piece]:
        for token in tokens:
            start, end = token.meta[AT]
            if token.nesting:
                self._edge(token, start, end)
            elif token.type in ("softbreak", "hardbreak"):
                self._break(token, start, end)
            elif token.type == LINK_END:
                self._span(len(self.piece.text), len(self.piece.text), start, end)
                self.piece.links.append((0, len(self.piece.text), str(token.attrs["href"])))
            elif token.type == "image":
                self._image(_alternative(token), start, end)
            elif token.type == "html_inline":
                self._tag(token.content, start, end)
            elif token.type == "code_inline":
                shift = (end - start - len(token.content)) // 2
                self._span(len(self.piece.text), len(self.piece.text) + len(token.content), start, end)
                self.piece.add(token.content, start + shift, end - shift)
            elif token.content:
                if token.markup:
                    self._span(len(self.piece.text), len(self.piece.text) + len(token.content), start, end)
                self.piece.add(token.content, start, end)
        self.piece.end = len(self.text)
        return [*self.done, self.piece]

    def _span(self, at: int, stop: int, start: int, end: int) -> None:
        self.piece.spans.append(Span(at, stop, start, end))

    def _edge(self, token: Any, start: int, end: int) -> None:
        at = len(self.piece.text)
        link = token.type.startswith("link")
        if token.nesting > 0:
            # The place of a sign like `**` is that of its inner half.
            self.open.append((at, start if link else end - len(token.markup), str(token.attrs.get("href", ""))))
            return
        opened, begins, target = self.open.pop()
        self._span(opened, at, begins, end if link else start + len(token.markup))
        if link:
            self.piece.links.append((opened, at, target))

    def _break(self, token: Any, start: int, end: int) -> None:
        spaces = len(self.text[:start]) - len(self.text[:start].rstrip(" "))
        if self.open:
            self.piece.add(" ", start, end)
            return
        self.piece.end = start
        self.piece.hard = token.type == "hardbreak" or spaces >= 2
        self.done.append(self.piece)
        self.piece = Piece(end)

    def _image(self, alternative: str, start: int, end: int) -> None:
        self._span(len(self.piece.text), len(self.piece.text), start, end)
        self.piece.images.append(alternative)

    def _tag(self, tag: str, start: int, end: int) -> None:
        name = tag[1:4].lower()
        if name == "img":
            self._image("", start, end)
        elif name.startswith("br"):
            self.piece.add(" ", start, end)
        else:
            self._span(len(self.piece.text), len(self.piece.text), start, end)


def _alternative(image: Any) -> str:
    return "".join(token.content or " " for token in image.children or () if token.type != "html_inline").strip()


def _unwrapped(text: str, found: Sequence[Piece]) -> list[Piece]:
    """The pieces, those joined that only a converter's line length had parted."""
    lines = text.split("\n")
    widest = max(map(len, lines))
    joined = [found[0]]
    for piece in found[1:]:
        last = joined[-1]
        linked = last.link_share == piece.link_share == 1
        pictured = last.empty or piece.empty
        before = text.rfind("\n", 0, last.end) + 1
        if last.hard or linked or pictured or not _is_wrapped(text[before : last.end], text[piece.start :], widest):
            joined.append(piece)
        else:
            last.take(piece)
    return joined


def _is_wrapped(line: str, following: str, widest: int) -> bool:
    """Whether a line was ended because the next word did not fit, or in the middle of a sentence."""
    if following[:1].islower():
        return True
    word = _WORD.match(following)
    return widest >= _NARROW and len(line) + 1 + (len(word[0]) if word else 0) > widest
