"""The gate: one search over the whole text tells which line rules to ask about which lines.

It is an Aho-Corasick automaton (Aho and Corasick, "Efficient string matching", CACM 18, 1975) over the
rules' triggers, so a hundred rules cost about what one does.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import accumulate

from dechrome.fold import fold, trim
from dechrome.types import LineRule


class Gate:
    """Which of `rules` may match which line; never leaves out one that would, as long as triggers are true.

    `enabled=False` lets everything through, which is how tests find triggers that are not true.
    """

    def __init__(self, rules: Sequence[LineRule], *, enabled: bool = True) -> None:
        import ahocorasick

        self._always = tuple(i for i, rule in enumerate(rules) if not enabled or not rule.triggers)
        by_trigger: dict[str, list[int]] = defaultdict(list)
        for i, rule in enumerate(rules):
            if i not in self._always:
                for trigger in rule.triggers:
                    by_trigger[trigger].append(i)
        self._automaton = ahocorasick.Automaton()
        for trigger, owners in sorted(by_trigger.items()):
            # What to go back from a match's last character to a column of the line itself.
            back = len(trigger) - 1 - trigger.startswith("\n")
            self._automaton.add_word(trigger, (back, tuple(owners)))
        self._automaton.make_automaton()
        self._empty = not by_trigger

    def candidates(self, texts: Sequence[str]) -> Mapping[int, Sequence[int]]:
        """For each line that any rule may match, the positions of those rules, in order."""
        asked: dict[int, set[int]] = defaultdict(set)
        if self._always:
            for i, text in enumerate(texts):
                if text:
                    asked[i].update(self._always)
        if not self._empty:
            keys = [trim(folded) for folded in fold("\n".join(texts)).split("\n")]
            starts = list(accumulate((len(key) + 1 for key in keys), initial=1))
            for end, (back, owners) in self._automaton.iter("\n" + "\n".join(keys) + "\n"):
                asked[bisect_right(starts, end - back) - 1].update(owners)
        return {i: sorted(asked[i]) for i in sorted(asked)}
