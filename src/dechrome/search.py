"""Looking for thousands of literals in one pass.

An Aho-Corasick automaton (Aho and Corasick, "Efficient string matching", CACM 18, 1975), so that a
hundred rules cost about what one does.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable


class Search:
    """Finds which owners, given by number, have a literal in a text.

    >>> search = Search([(0, "share"), (1, "print"), (1, "are")])
    >>> sorted(search.owners("share this")), sorted(search.owners("nothing"))
    ([0, 1], [])
    """

    def __init__(self, literals: Iterable[tuple[int, str]]) -> None:
        import ahocorasick

        owners: dict[str, set[int]] = defaultdict(set)
        for owner, literal in literals:
            owners[literal].add(owner)
        self._automaton = ahocorasick.Automaton()
        for literal in sorted(owners):
            self._automaton.add_word(literal, tuple(sorted(owners[literal])))
        self._automaton.make_automaton()
        self._empty = not owners

    def owners(self, text: str) -> set[int]:
        """The owners of all literals that stand in `text`."""
        if self._empty:
            return set()
        return {owner for _, found in self._automaton.iter(text) for owner in found}
