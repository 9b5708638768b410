"""Looking for thousands of literals in one pass.

An Aho-Corasick automaton (Aho and Corasick, "Efficient string matching", CACM 18, 1975), so that a
hundred rules cost about what one does.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable

WORD_EDGE = r"\b"
# Letters of scripts written without spaces, or whose words take endings: no word boundary to look for.
_UNBOUND = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0900-\u097f\u0600-\u06ff]")


class Search:
    r"""Finds which owners, given by number, have a literal in a text.

    A literal may begin or end with `\b`: no word may run across that edge.

    >>> search = Search([(0, "share"), (1, "print"), (1, "are"), (2, r"\bare\b")])
    >>> sorted(search.owners("share this")), sorted(search.owners("here we are")), sorted(search.owners("nothing"))
    ([0, 1], [1, 2], [])
    """

    def __init__(self, literals: Iterable[tuple[int, str]]) -> None:
        import ahocorasick

        found: dict[str, dict[tuple[bool, bool], set[int]]] = defaultdict(lambda: defaultdict(set))
        for owner, literal in literals:
            edges = literal.startswith(WORD_EDGE), literal.endswith(WORD_EDGE)
            found[literal.removeprefix(WORD_EDGE).removesuffix(WORD_EDGE)][edges].add(owner)
        self._automaton = ahocorasick.Automaton()
        for literal, by_edges in sorted(found.items()):
            anywhere = tuple(by_edges.pop((False, False), ()))
            at_edges = tuple((*edges, tuple(owners)) for edges, owners in by_edges.items())
            self._automaton.add_word(literal, (len(literal), anywhere, at_edges))
        self._automaton.make_automaton()
        self._empty = not found

    def owners(self, text: str) -> set[int]:
        """The owners of all literals that stand in `text`."""
        owners: set[int] = set()
        if self._empty:
            return owners
        for last, (length, anywhere, at_edges) in self._automaton.iter(text):
            owners.update(anywhere)
            for left, right, of_word in at_edges:
                if (not right or bounded(text, last + 1)) and (not left or bounded(text, last + 1 - length)):
                    owners.update(of_word)
        return owners


def bounded(text: str, at: int) -> bool:
    """Whether no word runs across column `at`."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    return not (before.isalnum() and after.isalnum()) or _UNBOUND.search(before + after) is not None
