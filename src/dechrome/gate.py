"""The gate: one search over a line tells which line rules to ask about it, and which of their phrases to try."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeGuard

from dechrome.fold import unasked
from dechrome.labels import Label, Labels
from dechrome.phrases import PhraseRule, clues
from dechrome.search import UNLIMITED, Search
from dechrome.types import Document, Hit, Line, LineRule, Mark

# The search finds numbers: a rule's position times this, plus that of one of its phrases, counted from 1.
_RULE = 1 << 20
# How surely a line goes that is nothing but known labels.
_LABELS = 0.9

# The names of line rules, each with a hit of it.
Said = tuple[tuple[str, Hit], ...]


class Gate:
    """Which of `rules` may match which line; never leaves out one that would, as long as triggers are true.

    `enabled=False` lets everything through, which is how tests find triggers that are not true.
    """

    def __init__(self, rules: Sequence[LineRule], *, enabled: bool = True) -> None:
        self._rules = tuple(rules)
        self._enabled = enabled
        self._always: set[int] = set()
        literals: list[tuple[int, str, int]] = []
        whole: list[tuple[int, str]] = []
        for position, rule in enumerate(rules):
            base = position * _RULE
            if _is_guided(rule):
                found, lines = clues(rule.phrases, base + 1)
                literals += found
                whole += lines
                literals += [(base, trigger, UNLIMITED) for trigger in rule.own_triggers]
                self._always.update(base + 1 + i for i in rule.always)
            elif rule.triggers:
                limits: Mapping[str, int] = getattr(rule, "limits", {})
                literals += [(base, trigger, limits.get(trigger, UNLIMITED)) for trigger in rule.triggers]
            else:
                self._always.add(base)
        self._search = Search(literals, whole)
        self._labels = Labels(self._search.whole)

    def asked(self, line: Line) -> dict[int, list[int]]:
        """The positions of the rules that may match `line`, each with the positions of its phrases to try, in order."""
        return self._asked([line])[0]

    def _asked(self, lines: Sequence[Line]) -> list[dict[int, list[int]]]:
        if not self._enabled:
            return [self._all(line) for line in lines]
        return [
            _by_rule(owners | self._always) if line.text and (owners or self._always) else {}
            for line, owners in zip(lines, self._search.owners_in([line.key for line in lines]), strict=True)
        ]

    def _all(self, line: Line) -> dict[int, list[int]]:
        if not line.text:
            return {}
        return {i: r.known(line.text) if _is_guided(r) else [] for i, r in enumerate(self._rules)}

    def knows(self, line: Line) -> bool:
        """Whether a line is, as a whole, a phrase of some rule, one without blanks."""
        return unasked(line.key) in self._search.whole

    def phrases_in(self, keys: Sequence[str]) -> list[dict[str, list[int]]]:
        """The phrases to try on texts with these keys: for each their positions by the name of the rule, in order."""
        if not self._enabled:
            return [{r.name: r.known(key) for r in self._rules if _is_guided(r)} for key in keys]
        found = (_by_rule(owners | self._always) for owners in self._search.owners_in(keys))
        return [{self._rules[position].name: phrases for position, phrases in one.items()} for one in found]

    def ask(self, lines: Sequence[Line], lang: str | None) -> list[Said]:
        """What the rules say of each line in a text of this language."""
        if not self._rules:
            return [()] * len(lines)
        return [tuple(self._said(line, asked, lang)) for line, asked in zip(lines, self._asked(lines), strict=True)]

    def _said(self, line: Line, asked: Mapping[int, Sequence[int]], lang: str | None) -> Iterator[tuple[str, Hit]]:
        surest = 0.0
        for position, phrases in asked.items():
            rule = self._rules[position]
            hits = rule.match_known(line.text, phrases, lang) if _is_guided(rule) else rule.match(line.text)
            for hit in hits:
                surest = max(surest, hit.confidence)
                yield rule.name, hit
        if surest < _LABELS and (found := self._labels.making(line.key, lambda text: self._label(text, lang))):
            rule = self._rules[max(found, key=lambda label: label.confidence).rule]
            why = "labels one behind the other: " + ", ".join(f'"{label.text}"' for label in found)
            yield rule.name, Hit(0, len(line.text), _LABELS, why)

    def _label(self, text: str, lang: str | None) -> Label | None:
        """What the rules know of a label as a whole line, by the surest of them."""
        found = [divmod(owner, _RULE) for owner in self._search.whole.get(text, ())]
        known = [(self._rules[position], position, phrase - 1) for position, phrase in found if phrase]
        sure = [(r.worth(phrase, lang), position) for r, position, phrase in known if _is_guided(r)]
        confidence, position = max(sure, default=(0.0, 0), key=lambda one: one[0])
        return Label(text, confidence, position) if sure else None


class Hearing:
    """What the line rules say of one document after another; a line that is there again is not asked about again.

    Of lines of more than `longest` characters nothing is said.
    """

    def __init__(self, gate: Gate, longest: int = UNLIMITED) -> None:
        self._gate = gate
        self._longest = longest
        self._lang: str | None = None
        self._said: dict[str, Said] = {"": ()}

    def marks(self, document: Document, lang: str | None) -> list[Mark]:
        """The line rules' marks on a document in this language, in order of line."""
        if lang != self._lang:
            self._lang, self._said = lang, {"": ()}
        said = self._said
        new = {line.text: line for line in document.lines if line.text not in said}
        for text in [text for text in new if len(text) > self._longest]:
            del new[text]
            said[text] = ()
        said.update(zip(new, self._gate.ask(list(new.values()), lang), strict=True))
        return [Mark(i, rule, hit) for i, line in enumerate(document.lines) for rule, hit in said[line.text]]


def _by_rule(numbers: Iterable[int]) -> dict[int, list[int]]:
    """The phrases of each rule, in order, out of the numbers that were searched for."""
    asked: dict[int, list[int]] = {}
    for number in sorted(numbers):
        position, phrase = divmod(number, _RULE)
        phrases = asked.setdefault(position, [])
        if phrase:
            phrases.append(phrase - 1)
    return asked


def _is_guided(rule: LineRule) -> TypeGuard[PhraseRule]:
    """Whether a rule can be told which phrases to try; a subclass with a `match` of its own cannot."""
    return isinstance(rule, PhraseRule) and type(rule).match is PhraseRule.match
