"""What markup says of a line, and of the page around it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

if TYPE_CHECKING:
    from dechrome.types import Line


class Run(NamedTuple):
    """Columns `[start, end)` of a source line that one inline element holds: `a` with its address, `strong`, `code`."""

    start: int
    end: int
    tag: str
    address: str = ""


class Picture(NamedTuple):
    """An image: the number of the source line that it stands before, counted from 1, and what is known of it."""

    line: int
    address: str
    description: str
    element: int
    address_behind: str = ""
    """Where a link around it leads."""


class Paths(Protocol):
    """Finds the paths of elements."""

    def path(self, element: int) -> str:
        """The path of an element."""


@dataclass(frozen=True, slots=True)
class Block:
    """What markup said of a line; plain text has none.

    `tokens` are the class and id words of the element and of those around it, `link_share` is the share of its text
    inside links, from 0 to 1.
    Words, roles and properties of an element that holds most of the page's text are left out: they say nothing
    of a single line.

    >>> from dechrome.html.reader import read_page
    >>> document = read_page('<ul class="share-bar"><li><a href="/m">Mail it</a></ul><p>The bridge is open.')
    >>> block = document.lines[0].block
    >>> block.path, sorted(block.tokens), block.link_share, block.kind
    ('html/body/ul/li/a', ['bar', 'share', 'share-bar'], 1.0, 'item')
    """

    place: str | Paths
    """The path, or what finds it when it is asked for."""
    tag: str
    tokens: frozenset[str]
    link_share: float
    roles: frozenset[str] = frozenset()
    """Semantic elements and roles around the line: `nav`, `aside`, `footer`, `header`, `article`, `figcaption` ..."""
    properties: frozenset[str] = frozenset()
    """The schema.org properties that the elements around it hold: `articleBody`, `author` ..."""
    hidden: bool = False
    """Whether a reader of the page does not see it."""
    targets: frozenset[str] = frozenset()
    """What all its links lead to, see `dechrome.targets`; `links` where there are several."""
    kind: str = ""
    """`heading`, `item` (of a list), `row` (of a table), `quote`, `code`, or nothing of these."""
    level: int = 0
    """A heading's level from 1 to 6, or how deep an item or a quotation is nested."""
    marker: str = ""
    """What the reader put in front of a list's item: `- `, `2. `."""
    runs: tuple[Run, ...] = ()
    element: int = -1
    """The number of the element in `Page.tree`."""

    @property
    def path(self) -> str:
        """The element's path (`html/body/div[2]/p`); the first of several has no number."""
        return self.place if isinstance(self.place, str) else self.place.path(self.element)


@dataclass(frozen=True)
class Tree:
    """The elements of a page that hold text, or hold those that do: a column a fact, in order of the page."""

    parents: tuple[int, ...] = ()
    tags: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    """The class and id attributes as they stand."""
    flags: tuple[int, ...] = ()
    """See `dechrome.html.elements`."""


@dataclass(frozen=True)
class Page:
    """What is known of a page as a whole."""

    tree: Tree = field(default_factory=Tree, repr=False)
    pictures: tuple[Picture, ...] = field(default=(), repr=False)
    facts: Mapping[str, str] = field(default_factory=dict)
    """What the page states of its article: title, description, authors, published, modified, site, language, url."""
    body: str = field(default="", repr=False)
    """The article's text, where the page states it for machines (JSON-LD's articleBody)."""
    ask: Callable[[], Sequence[float] | None] | None = field(default=None, repr=False, compare=False)
    """Asks trafilatura how much of each of `lines` that is not blank it takes for the main text; see `judged`."""
    lines: tuple[Line, ...] = field(default=(), repr=False)
    """The page's lines as they were read."""
    notes: dict[str, Any] = field(default_factory=dict, repr=False, compare=False)
    """What was worked out of the page and would be again; see `dechrome.html.features`."""

    @property
    def was_asked(self) -> bool:
        """Whether trafilatura was asked already."""
        return "judged" in self.notes

    @property
    def judged(self) -> Sequence[float] | None:
        """How much of each line that is not blank trafilatura takes for the main text, from 0 to 1; asked once.

        None where it shall not be asked, or has no answer.
        """
        if self.ask is None:
            return None
        if "judged" not in self.notes:
            self.notes["judged"] = self.ask()
        found: Sequence[float] | None = self.notes["judged"]
        return found
