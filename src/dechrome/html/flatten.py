"""From a parser's events to lines: one for a block, a break or a table's row, as a browser would part them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from dechrome.block import Picture, Tree
from dechrome.html import elements
from dechrome.html.facts import Facts
from dechrome.html.lines import Flat, Rows, Writer

# In another, they have no space around them.
_LISTS = frozenset({"ol", "ul"})
_VOIDS = frozenset({"br", "img", "amp-img", "meta", "link"})
# Nothing of what more of them would say is needed.
_MOST_PICTURES = 10_000


class Flattener:
    """A target for lxml's parser: takes the events of a page, keeps its lines, elements, pictures and facts.

    No tree is built and nothing recurses, so depth costs nothing and memory grows with the text alone.
    """

    def __init__(self) -> None:
        self.lines: list[Flat] = []
        self.pictures: list[Picture] = []
        self.facts = Facts()
        self.properties: dict[int, str] = {}
        """The schema.org properties that elements hold."""
        self.depth = 0
        """The most elements that were open at once."""
        self._parents: list[int] = []
        self._tags: list[str] = []
        self._names: list[str] = []
        self._flags: list[int] = []
        self._stack: list[int] = []
        self._skipped = 0  # how many elements are open, from one on whose text is not the page's
        self._writer = Writer()
        self._rows = Rows()
        self._lists: list[int] = []  # each open list's next number; -1 where it has none
        self._addresses: list[str] = []  # of the links that are open

    @property
    def tree(self) -> Tree:
        """The elements of the page."""
        return Tree(tuple(self._parents), tuple(self._tags), tuple(self._names), tuple(self._flags))

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """The parser says: an element begins."""
        if self._skipped:
            self._skipped += 1
            return
        if tag in elements.SKIPPED or attributes.get("id") in elements.FOREIGN:
            self._skipped = 1
            self.facts.start(tag, attributes)
            return
        stack = self._stack
        element = len(self._tags)
        # What stands behind the page's end belongs to its root.
        parent = stack[-1] if stack else min(0, element - 1)
        name = ""
        if attributes:
            if "class" in attributes or "id" in attributes:
                name = f"{attributes.get('class', '')} {attributes.get('id', '')}"
            if "itemprop" in attributes:
                self.properties[element] = attributes["itemprop"]
                self.facts.start("itemprop", attributes, len(stack))
        stack.append(element)
        self.depth = max(self.depth, len(stack))
        self._names.append("" if name == " " else name)
        self._tags.append(tag)
        self._parents.append(parent)
        self._flags.append(elements.inherited(tag, attributes, self._flags[parent] if parent >= 0 else 0))
        if tag in elements.BLOCKS:
            if tag == "html":
                self.facts.start(tag, attributes)
            else:
                self._start_block(tag, attributes)
        elif tag in elements.INLINE:
            self._start_inline(tag, attributes)
        elif tag in _VOIDS:
            self._void(tag, attributes)
        elif tag == "span" and self._writer.ended == "span" and not self._writer.space:
            self._writer.space = self._tags[self._block()] not in elements.PROSE

    def end(self, tag: str) -> None:
        """The parser says: an element ends."""
        if self._skipped:
            self._skipped -= 1
            if not self._skipped:
                self.facts.end(tag)
            return
        writer = self._writer
        if tag in elements.BLOCKS:
            self._end_block(tag)
        elif tag in elements.INLINE:
            self._end_inline(tag)
        elif tag == "span":
            writer.ended = tag
        if stack := self._stack:
            stack.pop()
            if self.facts.listening:
                self.facts.shut(len(stack))
            writer.depth = min(writer.depth, len(stack))

    def data(self, text: str) -> None:
        """The parser says: text, parted anywhere."""
        if self._skipped:
            self.facts.data(text)
            return
        stack = self._stack
        if stack and self._flags[stack[-1]] & elements.PRE:
            self._verbatim(text)
            return
        if self.facts.listening:
            self.facts.data(text)
        writer = self._writer
        if text.isspace():  # as between most elements
            writer.space = True
        elif words := text.split():
            if text[0].isspace():
                writer.space = True
            writer.add(" ".join(words), stack)
            writer.space = text[-1].isspace()

    def close(self) -> Flattener:
        """The parser says: the page ends."""
        self._break()
        while self._rows:
            self._emit(self._rows.close(0))
        return self

    def _break(self) -> None:
        if not self._writer.parts:
            self._writer.space = False
        elif line := self._writer.finish():
            self._emit((line,))

    def _emit(self, lines: Iterable[Flat]) -> None:
        for line in lines:
            if not self._rows or not self._rows.take(line):
                self.lines.append(line)

    def _start_block(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._break()
        writer = self._writer
        if tag in elements.SPACED and not (self._lists and tag in _LISTS):
            writer.spaced = True
        if tag == "li":
            writer.marker = self._next_marker()
        elif tag == "ol":
            start = attributes.get("start", "1")
            self._lists.append(int(start) if start.isdecimal() and len(start) < 7 else 1)
        elif tag == "ul":
            self._lists.append(-1)
        elif tag == "tr":
            self._rows.open()
        elif tag in {"td", "th"}:
            self._rows.cell()

    def _end_block(self, tag: str) -> None:
        self._break()
        writer = self._writer
        if tag in _LISTS and self._lists:
            self._lists.pop()
        if tag in elements.SPACED and not (self._lists and tag in _LISTS):
            writer.spaced = True
        if tag == "li":
            writer.marker = ""
        elif tag == "tr" and self._rows:
            self._emit(self._rows.close(self._stack[-1]))

    def _next_marker(self) -> str:
        if not self._lists or self._lists[-1] < 0:
            return "- "
        self._lists[-1] += 1
        return f"{self._lists[-1] - 1}. "

    def _start_inline(self, tag: str, attributes: Mapping[str, str]) -> None:
        writer = self._writer
        if tag == "q":
            writer.add('"', self._stack)
        elif tag == "a":
            self._addresses.append(attributes.get("href", ""))
            if writer.ended == "a":
                writer.space = True  # two links side by side are two words
        writer.open(tag, self._addresses[-1] if tag == "a" else "")

    def _end_inline(self, tag: str) -> None:
        if tag == "q":
            self._writer.space = False
            self._writer.add('"', self._stack)
        elif tag == "a" and self._addresses:
            self._addresses.pop()
        self._writer.shut(tag)

    def _void(self, tag: str, attributes: Mapping[str, str]) -> None:
        if tag == "br":
            self._break()
        elif tag in {"meta", "link"}:
            self.facts.start(tag, attributes)
        elif len(self.pictures) < _MOST_PICTURES:
            # The line is counted when the page is put together: here, as lines that are finished.
            behind = self._addresses[-1] if self._addresses else ""
            address = attributes.get("data-src") or attributes.get("src") or ""
            alt = " ".join(attributes.get("alt", "").split())
            self.pictures.append(Picture(len(self.lines), address, alt, self._stack[-1], behind))

    def _verbatim(self, text: str) -> None:
        """A piece of preformatted text: every sign of it counts, and every line is one."""
        for part in text.splitlines(keepends=True):
            code = part.rstrip("\r\n")
            if code:
                self._writer.space = False
                self._writer.add(code, self._stack)
            if code != part:
                if not self._writer.parts:
                    self._writer.spaced = True
                self._break()

    def _block(self) -> int:
        """The innermost open element that stands on lines of its own."""
        return next((e for e in reversed(self._stack) if self._tags[e] in elements.BLOCKS), self._stack[0])
