"""The gate: one search over a line tells which line rules to ask about it."""

from __future__ import annotations

from collections.abc import Sequence

from dechrome.search import UNLIMITED, Search
from dechrome.types import Line, LineRule


class Gate:
    """Which of `rules` may match which line; never leaves out one that would, as long as triggers are true.

    `enabled=False` lets everything through, which is how tests find triggers that are not true.
    """

    def __init__(self, rules: Sequence[LineRule], *, enabled: bool = True) -> None:
        self._always = frozenset(i for i, rule in enumerate(rules) if not enabled or not rule.triggers)
        self._search = Search(
            (i, trigger, getattr(rule, "limits", {}).get(trigger, UNLIMITED))
            for i, rule in enumerate(rules)
            if i not in self._always
            for trigger in rule.triggers
        )

    def asked(self, line: Line) -> list[int]:
        """The positions of the rules that may match `line`, in order."""
        return sorted(self._always | self._search.owners(line.key)) if line.text else []
