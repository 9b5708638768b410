"""From Markdown to a `Document`: the lines as a reader sees them, each a piece of the source.

A line here is a paragraph, a heading, the first paragraph of a list's item, a row of a table: as many lines of the
source as it takes. Code, definitions of links and front matter are silent lines: no rule sees them, and they stay.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from dechrome.block import Block
from dechrome.markdown.facts import block
from dechrome.markdown.front import front_matter
from dechrome.markdown.indented import is_list, outdented
from dechrome.markdown.inline import Piece, pieces
from dechrome.markdown.parser import blocks
from dechrome.markdown.tables import row
from dechrome.normalize import Normalizer
from dechrome.shown import Run, Shown
from dechrome.types import Document, Line

_LINE_END = re.compile("\r\n|[\n\r]")
# What is left of a line of containers without anything in them.
_EMPTY = re.compile(r"[\s>]*(?:[-+*]|\d{1,9}[.)])?\s*")
_MARKER = re.compile(r"([-+*]|\d{1,9}[.)])(\s+)$")
_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_SILENT_TAGS = re.compile(r"\s*<(?:script|style|pre|textarea|!--|\?|![A-Z])", re.IGNORECASE)
_UNSEEN = "[...]"
# How often indented lists are read anew.
_PASSES = 4
_CONTENTS = {"fence": "pre", "code_block": "pre", "html_block": "html", "hr": "hr"}
_CONTAINERS = {"blockquote_open": "blockquote", "bullet_list_open": "ul", "ordered_list_open": "ol"}


def read_markdown(source: str, normalizer: Normalizer) -> Document:
    r"""The document of a text in Markdown. Of its output, every line is a piece of the source.

    >>> document = read_markdown("# One\n\n- [Two](/2)\n\n```\ncode\n```\n", Normalizer())
    >>> [(line.text, line.block.tag if line.block else "") for line in document.lines]
    [('One', 'h1'), ('', ''), ('- Two', 'li'), ('', ''), ('', '')]
    """
    lines = tuple(_without_edges(_Reader(source, normalizer).lines()))
    return Document(source, lines, verbatim=True)


def _without_edges(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines without blank ones at the ends; of several in a row one, which is all of them."""
    blank: Line | None = None
    begun = False
    for line in lines:
        if line.blank:
            blank = replace(blank, end=line.end) if blank else line
            continue
        if blank and begun:
            yield blank
        yield line
        blank, begun = None, True


@dataclass(slots=True)
class _Leaf:
    """What holds text: its lines of the source, `first` to before `stop`, and what it is."""

    first: int
    stop: int
    tag: str
    path: tuple[str, ...]
    content: str = ""
    item: bool = False


@dataclass
class _Reader:
    source: str
    normalizer: Normalizer
    spans: list[tuple[int, int]] = field(default_factory=list)
    env: dict[str, Any] = field(default_factory=dict)

    def lines(self) -> Iterator[Line]:
        """The lines in order; blank ones, and rules across, as one between others."""
        self.spans = list(_spans(self.source))
        texts = [self.source[start:end] for start, end in self.spans]
        front = front_matter(texts)
        leaves = {leaf.first: leaf for leaf in self._leaves([""] * front + texts[front:])}
        silent = {line for known in self._references() for line in range(*known["map"])} | set(range(front))
        at = 0
        while at < len(texts):
            if at in leaves:
                yield from self._of(leaves[at])
                at = leaves[at].stop
                continue
            first, kind = at, self._kind(at, texts[at], silent)
            while at < len(texts) and at not in leaves and self._kind(at, texts[at], silent) == kind:
                at += 1
                if kind == "text":
                    break
            yield self._plain(first, at, kind)

    def _leaves(self, texts: list[str]) -> list[_Leaf]:
        """What holds text. Lists and links that a converter indented too far are read as what they are, not as code."""
        for _ in range(_PASSES):
            self.env.clear()
            found = list(_leaves(blocks("\n".join(texts), self.env)))
            lists = [leaf for leaf in found if leaf.tag == "pre" and is_list(leaf.content)]
            if not lists:
                break
            for leaf in lists:
                texts[leaf.first : leaf.stop] = map(outdented, texts[leaf.first : leaf.stop])
        return found

    def _references(self) -> list[dict[str, Any]]:
        return [*self.env.get("references", {}).values(), *self.env.get("duplicate_refs", ())]

    def _kind(self, at: int, text: str, silent: set[int]) -> str:
        """What a line is that the parser made nothing of."""
        if at in silent:
            return "silent"
        return "blank" if _EMPTY.fullmatch(text) else "text"

    def _plain(self, first: int, stop: int, kind: str) -> Line:
        start, end = self.spans[first][0], self.spans[stop - 1][1]
        text = self.normalizer.line(self.source[start:end].strip()) if kind == "text" else ""
        return Line(text, first + 1, start, end, silent=kind == "silent")

    def _of(self, leaf: _Leaf) -> Iterator[Line]:
        if leaf.tag == "hr":
            yield self._plain(leaf.first, leaf.stop, "blank")
        elif leaf.tag == "pre" or (leaf.tag == "html" and _SILENT_TAGS.match(leaf.content)):
            yield self._plain(leaf.first, leaf.stop, "silent")
        elif leaf.tag == "html":
            for at in range(leaf.first, leaf.stop):
                yield self._tagged(leaf, at)
        elif leaf.tag == "tr":
            start, end = self.spans[leaf.first]
            piece = row(self.source[start:end], self.env)
            yield self._line(leaf, leaf.first, leaf.stop, piece, lambda column: start + column)
        else:
            yield from self._paragraph(leaf)

    def _paragraph(self, leaf: _Leaf) -> Iterator[Line]:
        """The lines of a paragraph or heading, one for each piece of it that stands by itself."""
        starts, places = [], []
        for number, (text, begin) in enumerate(_with_starts(leaf.content)):
            start, end = self.spans[leaf.first + number]
            column = self.source.rfind(text.lstrip(), start, end) - len(text) + len(text.lstrip())
            if column < start:
                yield from (self._plain(at, at + 1, "text") for at in range(leaf.first, leaf.stop))
                return
            starts.append(begin)
            places.append(column)

        def place(column: int) -> int:
            line = bisect_right(starts, column) - 1
            return places[line] + column - starts[line]

        found = pieces(leaf.content, self.env)
        firsts = [leaf.first + bisect_right(starts, piece.start) - 1 for piece in found]
        for piece, first, stop in zip(found, firsts, [*firsts[1:], leaf.stop], strict=True):
            yield self._line(leaf, first, stop, piece, place)

    def _line(self, leaf: _Leaf, first: int, stop: int, piece: Piece, place: Any) -> Line:
        start, end = self.spans[first][0], self.spans[stop - 1][1]
        shown = _placed(piece.shown(), place)
        facts = block(piece, leaf.path, leaf.tag)
        if piece.empty:
            return self._unseen(piece, first, start, end, facts)
        if leaf.item and first == leaf.first:
            shown = self._marked(shown, start, place(piece.start))
        return Line(self.normalizer.line(shown.text), first + 1, start, end, facts, shown=shown)

    def _unseen(self, piece: Piece, first: int, start: int, end: int, facts: Block) -> Line:
        """A line of images or empty links alone, known by what stands for them; one of nothing at all is silent."""
        if not piece.images and not piece.links:
            return Line("", first + 1, start, end, silent=True)
        text = self.normalizer.line(" ".join(filter(None, piece.images))) or _UNSEEN
        return Line(text, first + 1, start, end, replace(facts, tag="img"))

    def _marked(self, shown: Shown, start: int, content: int) -> Shown:
        """An item with its bullet or number, as a reader sees it."""
        marker = _MARKER.search(self.source[start:content])
        if not marker:
            return shown
        width = len(marker[1]) + 1
        begin, end = start + marker.start(1), start + marker.end(1)
        runs = [Run(0, width - 1, begin, end), Run(width - 1, 1, end, content)]
        runs += [replace(run, at=run.at + width) for run in shown.runs]
        spans = tuple(replace(span, at=span.at + width, stop=span.stop + width) for span in shown.spans)
        return Shown(f"{marker[1]} {shown.text}", tuple(runs), spans)

    def _tagged(self, leaf: _Leaf, at: int) -> Line:
        """A line of HTML between others: what stands between its tags."""
        start, end = self.spans[at]
        text, runs, last = "", [], start
        for tag in [*_TAG.finditer(self.source, start, end), None]:
            until = tag.start() if tag else end
            runs += [Run(len(text), until - last, last, until)] if until > last else []
            text += self.source[last:until]
            last = tag.end() if tag else end
        if not text.strip():
            return Line("", at + 1, start, end, silent=True)
        facts = Block("/".join([*leaf.path, "html"]), "html", frozenset(), 0.0)
        return Line(self.normalizer.line(text), at + 1, start, end, facts, shown=Shown(text, tuple(runs)))


def _spans(source: str) -> Iterator[tuple[int, int]]:
    start = 0
    for end in _LINE_END.finditer(source):
        yield start, end.start()
        start = end.end()
    yield start, len(source)


def _with_starts(content: str) -> Iterator[tuple[str, int]]:
    start = 0
    for text in content.split("\n"):
        yield text, start
        start += len(text) + 1


def _placed(shown: Shown, place: Any) -> Shown:
    """The same in places of the source."""
    runs = tuple(Run(run.at, run.length, place(run.start), place(run.end)) for run in shown.runs)
    spans = tuple(replace(span, start=place(span.start), end=place(span.end)) for span in shown.spans)
    return Shown(shown.text, runs, spans)


def _leaves(tokens: Sequence[Any]) -> Iterator[_Leaf]:
    """What holds text, in order."""
    path: list[str] = []
    block: Any
    item, block, head = -1, None, False
    for token in tokens:
        kind = token.type
        if kind in _CONTAINERS:
            path.append(_CONTAINERS[kind])
        elif kind.removesuffix("_close") + "_open" in _CONTAINERS:
            path.pop()
        elif kind == "list_item_open":
            item = token.map[0]
        elif kind == "thead_open":
            head = True
        elif kind == "tr_open":
            # The first row has the dashes below it.
            block = token
            yield _Leaf(token.map[0], token.map[0] + 1 + head, "tr", tuple(path))
            head = False
        elif kind in ("paragraph_open", "heading_open"):
            block = token
        elif kind == "inline" and block.type != "tr_open":
            listed = block.tag == "p" and bool(path) and path[-1] != "blockquote"
            first, stop = block.map
            yield _Leaf(first, stop, "li" if listed else block.tag, tuple(path), token.content, item == first)
        elif kind in _CONTENTS:
            yield _Leaf(token.map[0], token.map[1], _CONTENTS[kind], tuple(path), token.content)
