"""The gate: one search over a line tells which line rules to ask about it, and which of their phrases to try."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import TypeGuard

from dechrome.phrases import PhraseRule
from dechrome.search import UNLIMITED, Search
from dechrome.types import Hit, Line, LineRule

# The search finds numbers: a rule's position times this, plus that of one of its phrases, counted from 1.
_RULE = 1 << 20


class Gate:
    """Which of `rules` may match which line; never leaves out one that would, as long as triggers are true.

    `enabled=False` lets everything through, which is how tests find triggers that are not true.
    """

    def __init__(self, rules: Sequence[LineRule], *, enabled: bool = True) -> None:
        self._rules = tuple(rules)
        self._enabled = enabled
        self._always: set[int] = set()
        literals: list[tuple[int, str, int]] = []
        for position, rule in enumerate(rules):
            found = list(_clues(rule, position * _RULE))
            self._always.update(number for number, trigger, _ in found if not trigger)
            literals += [clue for clue in found if clue[1]]
        self._search = Search(literals)

    def asked(self, line: Line) -> dict[int, list[int]]:
        """The positions of the rules that may match `line`, each with the positions of its phrases to try, in order."""
        if not line.text:
            return {}
        if not self._enabled:
            return {i: r.known(line.text) if _is_guided(r) else [] for i, r in enumerate(self._rules)}
        asked: dict[int, list[int]] = {}
        for number in sorted(self._always | self._search.owners(line.key)):
            position, phrase = divmod(number, _RULE)
            phrases = asked.setdefault(position, [])
            if phrase:
                phrases.append(phrase - 1)
        return asked

    def ask(self, line: Line, lang: str | None) -> Iterator[tuple[str, Hit]]:
        """What the rules say of a line in a text of this language, each hit with its rule's name."""
        for position, phrases in self.asked(line).items():
            rule = self._rules[position]
            hits = rule.match_known(line.text, phrases, lang) if _is_guided(rule) else rule.match(line.text)
            for hit in hits:
                yield rule.name, hit


def _is_guided(rule: LineRule) -> TypeGuard[PhraseRule]:
    """Whether a rule can be told which phrases to try; a subclass with a `match` of its own cannot."""
    return isinstance(rule, PhraseRule) and type(rule).match is PhraseRule.match


def _clues(rule: LineRule, base: int) -> Iterator[tuple[int, str, int]]:
    """What to search for: numbers from `base` on, each with a trigger (empty: always) and the longest key for it."""
    if _is_guided(rule):
        for number, phrase in enumerate(rule.phrases, start=base + 1):
            for trigger in phrase.triggers or ("",):
                yield number, trigger, phrase.longest
        for trigger in rule.own_triggers:
            yield base, trigger, UNLIMITED
    else:
        limits: Mapping[str, int] = getattr(rule, "limits", {})
        for trigger in rule.triggers or ("",):
            yield base, trigger, limits.get(trigger, UNLIMITED)
