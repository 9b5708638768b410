"""The frozen values that pass between the stages, and the two shapes a rule may have.

A text becomes a `Document` of `Line`s; rules answer with `Hit`s, which the engine turns into `Mark`s;
deciding turns marks into `Removal`s, and everything ends in a `Result`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field
from typing import Any, Protocol, overload, runtime_checkable

from dechrome import shape
from dechrome.block import Block, Page
from dechrome.dates import is_date
from dechrome.fold import fold, trim
from dechrome.fragments import paragraphs
from dechrome.lazy import lazy
from dechrome.removal import Declined, Evidence, Removal
from dechrome.search import PhraseSearch
from dechrome.shown import Shown, outside

__all__ = [
    "Block", "Declined", "Document", "DocumentRule", "Evidence", "Hit", "Line", "LineRule", "Mark", "Marks", "Page",
    "Removal", "Rule",
]  # fmt: skip


@dataclass(frozen=True)
class Line:
    """One line of the source: its normalized text and its exact place, `source[start:end]`.

    `number` is the line's number in the source, counted from 1. The properties describe the
    line's shape; each is worked out when first asked for.

    >>> line = Line("• Also read: Ten ways to sleep", number=1, start=0, end=30)
    >>> line.key
    'also read: ten ways to sleep'
    >>> line.ends_sentence
    False
    """

    text: str
    number: int
    start: int
    end: int
    block: Block | None = None
    gaps: tuple[tuple[int, int], ...] = ()
    """Stretches of the source inside the line that were already taken out."""
    shown: Shown | None = None
    """Where each character of the text comes from, if markup stands between them and the source."""
    silent: bool = False
    """Nothing to read and nothing that may go: code, for example. No rule sees it, and it is no blank line."""

    @property
    def blank(self) -> bool:
        """Whether nothing is left of the line."""
        return not self.text and not self.silent

    @lazy
    def folded(self) -> str:
        """The text in lower case with plain quotes, dashes and spaces; of the same length."""
        return fold(self.text)

    @lazy
    def key(self) -> str:
        """The folded text without the bullets, brackets and punctuation around it."""
        return trim(self.folded)

    @lazy
    def width(self) -> int:
        """The length in Latin characters: one of a script without spaces counts 2.5."""
        return shape.width(self.text)

    @lazy
    def words(self) -> int:
        """The number of words; in a script without spaces, two characters count as one."""
        return shape.count_words(self.text)

    @lazy
    def ends_sentence(self) -> bool:
        """Whether the line ends with a sentence mark, closing quotes and brackets aside."""
        return shape.ends_sentence(self.text)

    @lazy
    def trails_off(self) -> bool:
        """Whether the line ends with an ellipsis, as a cut-off teaser does."""
        return shape.trails_off(self.text)

    @lazy
    def is_prose(self) -> bool:
        """Whether the line has the shape of a paragraph: long, and closed by a sentence mark."""
        return self.width >= shape.PROSE_WIDTH and self.ends_sentence and not self.trails_off

    @property
    def is_label(self) -> bool:
        """Whether the line has the shape of a label or menu entry: short, and no sentence."""
        return 0 < self.width <= shape.LABEL_WIDTH and not self.ends_sentence

    @lazy
    def is_title(self) -> bool:
        """Whether the line has the shape of a headline: some words, no full stop at the end."""
        return self.width <= shape.TITLE_WIDTH and self.words >= 2 and not shape.ends_in_stop(self.text)

    @lazy
    def is_date(self) -> bool:
        """Whether the line is nothing but a date, a time of day, or both."""
        return is_date(self.text)

    @lazy
    def is_sentence(self) -> bool:
        """Whether the line reads as running text.

        It has some words and is closed by a full stop or a quotation's end, or leads over to what follows
        with a colon, or is longer than any headline, or has the punctuation of one clause after another.
        """
        if self.is_prose:
            return True
        if self.words < shape.SENTENCE_WORDS or self.trails_off:
            return False
        if self.ends_sentence and (not self.is_title or shape.holds_two_sentences(self.text)):
            return True
        return shape.leads_over(self.text) or self.width > shape.TITLE_WIDTH or shape.count_clauses(self.text) > 2


@dataclass(frozen=True)
class Document:
    """A text as the rules see it: the lines that are still standing, in order.

    Positions in `lines` are what a `Mark` refers to. No rule may look at `source` or at offsets:
    a rule that does would decide differently on its own output.
    """

    source: str
    lines: tuple[Line, ...]
    lang: str | None = None
    meta: Mapping[str, str] = field(default_factory=dict)
    """What the page states of its article: title, authors, published, modified, site, language, url."""
    page: Page | None = None
    """The page that the lines come from, where the source was one."""
    verbatim: bool = False
    """Whether the output is what stands in the source at the lines' places, and not their text."""

    @lazy
    def output(self) -> str:
        """What the lines make together."""
        return "".join(self.source[start:end] for start, end in self.places()) if self.verbatim else self.text

    def places(self) -> Iterator[tuple[int, int]]:
        """Of a verbatim document, the stretches of the source that make its output, in order."""
        for i, line in enumerate(self.lines, start=1):
            yield from outside(line.start, line.end, line.gaps)
            if i < len(self.lines):
                yield line.end, line.end + (2 if self.source.startswith("\r\n", line.end) else 1)

    @property
    def text(self) -> str:
        """What is standing, a line each."""
        return "\n".join(line.text for line in self.lines)

    @lazy
    def groups(self) -> list[range]:
        """For each line, the lines around it up to the next blank one on both sides."""
        groups: list[range] = []
        start = 0
        for i, line in enumerate(self.lines):
            if not line.text:
                groups += [range(start, i)] * (i - start + 1)
                start = i + 1
        return groups + [range(start, len(self.lines))] * (len(self.lines) - start)

    @lazy
    def _paragraphs(self) -> Mapping[int, range]:
        return paragraphs(self.lines)

    def paragraph(self, position: int) -> range:
        """The lines of the paragraph that a line is a piece of, where it was broken into lines; else the line alone."""
        return self._paragraphs.get(position) or range(position, position + 1)

    def reads(self, position: int) -> bool:
        """Whether a line reads as running text, by itself or as a piece of a paragraph that was broken into lines."""
        return self.lines[position].is_sentence or position in self._paragraphs

    @lazy
    def marked_up(self) -> list[int]:
        """The positions of the lines of which markup says something; none in plain text."""
        return [i for i, line in enumerate(self.lines) if line.block]

    @lazy
    def body(self) -> range:
        """The positions from the first line of prose to the last; empty where there is none."""
        prose = [i for i, line in enumerate(self.lines) if line.is_prose]
        return range(prose[0], prose[-1] + 1) if prose else range(0)


@dataclass(frozen=True, slots=True)
class Hit:
    """Columns `[start, end)` of one line that a rule knows, how surely (0 to 1), and why.

    A hit with `keep=True` says the opposite: this must stay; it outweighs every hit that is not surer.
    """

    start: int
    end: int
    confidence: float
    why: str
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Mark:
    """A `Hit` in its place: `line` is the position in `Document.lines`, `rule` who says so."""

    line: int
    rule: str
    hit: Hit


class Marks(Sequence[Mark]):
    """Read-only marks, in order of line, that can be asked by line and rule.

    `notes` is where `dechrome.blocks` keeps what it worked out of their document. `search` finds the phrases to try
    on other texts than lines, by their keys: for each, their positions by the rule's name. `doubted` are the lines
    that the look at the whole text takes for no article, `trusted` those that it lets stay; none of a page of HTML.
    """

    def __init__(
        self, marks: Iterable[Mark], search: PhraseSearch | None = None,
        doubted: Set[int] = frozenset(), trusted: Set[int] = frozenset(),
    ) -> None:  # fmt: skip
        self._marks = tuple(sorted(marks, key=lambda m: (m.line, m.hit.start, m.rule)))
        index: dict[tuple[int, str], list[Mark]] = defaultdict(list)
        self._surest: dict[tuple[int, str], float] = {}
        for mark in self._marks:
            for key in ((mark.line, mark.rule), (mark.line, "")):
                index[key].append(mark)
                if not mark.hit.keep:
                    self._surest[key] = max(mark.hit.confidence, self._surest.get(key, 0.0))
        self._index = dict(index)
        self._by_rule: dict[str, list[tuple[int, float]]] = defaultdict(list)
        for (line, rule), confidence in self._surest.items():
            self._by_rule[rule].append((line, confidence))
        self.notes: dict[str, Any] = {}
        self.search, self.doubted, self.trusted = search, doubted, trusted

    @overload
    def __getitem__(self, index: int) -> Mark: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[Mark]: ...
    def __getitem__(self, index: int | slice) -> Mark | Sequence[Mark]:
        return self._marks[index]

    def __len__(self) -> int:
        return len(self._marks)

    def __iter__(self) -> Iterator[Mark]:
        return iter(self._marks)

    def on(self, line: int, rule: str = "") -> Sequence[Mark]:
        """The marks on one line, of one rule or of all."""
        return self._index.get((line, rule), ())

    def confidence(self, line: int, rule: str = "") -> float:
        """The surest proposal to remove something of that line; 0.0 where there is none."""
        return self._surest.get((line, rule), 0.0)

    def lines(self, rule: str = "", least: float = 0.0) -> list[int]:
        """The lines that a rule, or any, proposes to remove at least this surely, in order, each once."""
        return [line for line, surest in self._by_rule.get(rule, ()) if surest >= least]


@runtime_checkable
class LineRule(Protocol):
    r"""A rule that judges a line by its text alone.

    `triggers` are folded literals of which at least one stands in every line the rule can match (searched in the line's
    `key` between two newlines, so `"\nby "` asks for the line's start; a `"\b"` in front or at the end asks for the
    edge of a word); an empty set means that the rule wants to see every line. A rule may also have `limits`: for a
    trigger, the longest key in which it counts.
    """

    @property
    def name(self) -> str: ...
    @property
    def triggers(self) -> frozenset[str]: ...
    def match(self, line: str) -> Iterable[Hit]: ...


@runtime_checkable
class DocumentRule(Protocol):
    """A rule that judges lines by their place and neighbors, with what the line rules said in `seen`."""

    @property
    def name(self) -> str: ...
    def mark(self, document: Document, seen: Marks) -> Iterable[Mark]: ...


Rule = LineRule | DocumentRule
