"""What stands around each element: paths, class and id words, roles, properties, and which of them tell something."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from functools import cached_property, lru_cache
from typing import NamedTuple, TypeVar

from dechrome.block import Tree
from dechrome.html import elements
from dechrome.html.lines import Flat

T = TypeVar("T", bound=Hashable)

_SPLIT = re.compile(r"[^a-zA-Z]+")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")
# What holds more than this share of the page's text says nothing of a single line.
MOST = 0.5
_PROSE = 80
# Deeper than this, a path does not begin at the page's root.
_DEEPEST = 200
_MOST_WORDS = 200
_LONGEST_NAME = 1000


@lru_cache(maxsize=20_000)
def words(names: str) -> tuple[str, ...]:
    """The words of class and id attributes, in lower case, alone and two that stand together.

    >>> words("td-mostRead box2")
    ('td', 'td-most', 'most', 'most-read', 'read', 'box')
    """
    found: dict[str, None] = {}
    for name in names[:_LONGEST_NAME].split():
        if name.islower() and name.isascii() and name.isalpha():  # one word, as most are
            found[name] = None
            continue
        parts = [part.lower() for part in _SPLIT.split(_CAMEL.sub("-", name)) if part]
        for k, part in enumerate(parts[:12]):
            found[part] = None
            if k + 1 < len(parts):
                found[f"{part}-{parts[k + 1]}"] = None
    return tuple(found)


class Said(NamedTuple):
    """What the elements around a line say of it."""

    tokens: frozenset[str]
    roles: frozenset[str]
    properties: frozenset[str]
    hidden: bool


class Paths:
    """Finds the paths of a page's elements; each is worked out when it is asked for, and once."""

    def __init__(self, tree: Tree) -> None:
        self._tree = tree
        self._paths: dict[int, str] = {}

    def path(self, element: int) -> str:
        """The element's path; of what is nested too deep, only its end."""
        waiting: list[int] = []
        at = element
        while at >= 0 and at not in self._paths and len(waiting) < _DEEPEST:
            waiting.append(at)
            at = self._tree.parents[at]
        path = self._paths.get(at, "" if at < 0 else "...")
        for one in reversed(waiting):
            ordinal = self._ordinals[one]
            step = f"{self._tree.tags[one]}[{ordinal}]" if ordinal > 1 else self._tree.tags[one]
            path = f"{path}/{step}" if path else step
            if path.count("/") > _DEEPEST:
                path = ".../" + path.split("/", 2)[2]
            self._paths[one] = path
        return path

    @cached_property
    def _ordinals(self) -> list[int]:
        """The place of each element among its parent's children of the same tag, counted from 1."""
        counts: dict[tuple[int, str], int] = defaultdict(int)
        found = []
        for key in zip(self._tree.parents, self._tree.tags, strict=True):
            counts[key] += 1
            found.append(counts[key])
        return found


class Around:
    """Answers for each element of a page; what is the same for many is worked out once.

    `lines` tell how much of the page's text each word, role and property is around.
    """

    def __init__(self, tree: Tree, properties: Mapping[int, str], lines: Sequence[Flat]) -> None:
        self.paths = Paths(tree)
        self._tree = tree
        self._properties = properties
        nothing: frozenset[str] = frozenset()
        self._held: dict[int, tuple[frozenset[str], frozenset[str]]] = {-1: (nothing, nothing)}
        self._memo: dict[tuple[frozenset[str], frozenset[str], int], Said] = {}
        self._find_common(lines)

    def _find_common(self, lines: Sequence[Flat]) -> None:
        prose = [line for line in lines if len(line.text) >= _PROSE] or lines
        weights = [(line.element, len(line.text)) for line in prose] if self._tree.tags else []
        self._common = _common((self._words(element)[0], weight) for element, weight in weights)
        flags = _common((frozenset(_bits(self._tree.flags[element])), weight) for element, weight in weights)
        self._common_flags = sum(flags)

    def _words(self, element: int) -> tuple[frozenset[str], frozenset[str]]:
        """The class and id words, and the properties, of an element and all around it."""
        waiting = []
        at = element
        while at not in self._held:
            waiting.append(at)
            at = self._tree.parents[at]
        tokens, held = self._held[at]
        for one in reversed(waiting):
            names = self._tree.names[one]
            if names and (own := words(names)):
                tokens = tokens.union(own) if len(tokens) < _MOST_WORDS else frozenset(own)
            if one in self._properties and len(held) < _MOST_WORDS:
                held = held.union(self._properties[one].split())
            self._held[one] = tokens, held
        return tokens, held

    def of(self, element: int) -> Said:
        """What stands around an element."""
        if not self._tree.tags:
            return Said(frozenset(), frozenset(), frozenset(), hidden=False)
        tokens, properties = self._words(element)
        key = (tokens, properties, self._tree.flags[element])
        if key not in self._memo:
            flags = key[2] & (~self._common_flags | elements.ROLES["article"] | elements.ROLES["main"])
            hidden = bool(flags & elements.HIDDEN)
            self._memo[key] = Said(tokens - self._common, elements.roles(flags), properties, hidden)
        return self._memo[key]


def _bits(flags: int) -> list[int]:
    return [flag for flag in (*elements.ROLES.values(), elements.HIDDEN) if flags & flag]


def _common(sets: Iterable[tuple[frozenset[T], int]]) -> frozenset[T]:
    """What is around most of the text, by weight."""
    together: dict[frozenset[T], int] = defaultdict(int)
    for one, weight in sets:
        together[one] += weight
    weights: dict[T, int] = defaultdict(int)
    for one, weight in together.items():
        for item in one:
            weights[item] += weight
    most = MOST * sum(together.values())
    return frozenset(item for item, weight in weights.items() if weight > most)
