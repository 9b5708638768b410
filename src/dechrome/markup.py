"""What markup says of a line, as evidence for rules: the `[html]` table of a `phrases.toml`.

    tokens      words of class and id attributes around the line ("share", "most-read" for two that stand together)
    roles       semantic elements and ARIA roles around it ("nav", "figcaption"), or "hidden" where no reader sees it
    links       words of class and id attributes around a line that is, as a whole, a link to another page ("teaser")
    properties  schema.org properties that hold it ("author")

An entry is a word, or a table with `text` (or `texts`, a list) and `confidence`, as among the phrases. A word says
something of a line, never enough: several signs, or a sign and what the rule makes of the line's text, add up. A word
that is among the `tokens` and the `links` of a rule is two signs of a line that is one link.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from dechrome.block import Block
from dechrome.confidence import together
from dechrome.errors import ConfigError, unknown
from dechrome.posts import is_post
from dechrome.targets import TO_PLACE
from dechrome.types import Document, Hit, Line, Mark, Marks

CONFIDENCE: Mapping[str, float] = {"tokens": 0.35, "links": 0.4, "roles": 0.35, "properties": 0.6}
HIDDEN = "hidden"
# An article's header is no banner (HTML Accessibility API Mappings 1.0, "header"): headline and standfirst stand in it.
_HEADER = frozenset({"header"})
_ARTICLES_HEADERS = frozenset({"article-header", "entry-header", "post-header", "story-header"})
# Together, signs are never surer than this: a name is what someone once called a box.
_MOST = 0.8
_THRESHOLD = 0.5
_LEAST = 0.2
_SAYS = "markup says "
# A link so large a share of a line is all of it, but for a sign.
_WHOLE = 0.9


class Sign(NamedTuple):
    """One entry of an `[html]` table."""

    kind: str
    word: str
    confidence: float


def read_signs(table: Any, where: str) -> tuple[Sign, ...]:
    """The signs of an `[html]` table; none where there is no table. Raises ConfigError for what has no meaning.

    >>> read_signs({"tokens": ["share", {"text": "social", "confidence": 0.2}]}, "here")
    (Sign(kind='tokens', word='share', confidence=0.35), Sign(kind='tokens', word='social', confidence=0.2))
    """
    if table is None:
        return ()
    if not isinstance(table, Mapping):
        raise ConfigError(f'{where}: [html] must be a table of lists, as in tokens = ["share"]')
    signs: list[Sign] = []
    for kind, entries in table.items():
        if kind not in CONFIDENCE:
            raise unknown("kind of sign", kind, CONFIDENCE, f"{where}: [html]")
        if not isinstance(entries, list):
            raise ConfigError(f"{where}: [html] {kind} must be a list of words")
        for entry in entries:
            signs += _signs(kind, entry, f"{where}: [html] {kind}")
    return tuple(signs)


def _signs(kind: str, entry: Any, place: str) -> Iterator[Sign]:
    words, confidence = [entry], CONFIDENCE[kind]
    if isinstance(entry, Mapping):
        for key in entry:
            if key not in ("text", "texts", "confidence"):
                raise unknown("key", key, ("text", "texts", "confidence"), place)
        words = entry["texts"] if isinstance(entry.get("texts"), list) else [entry.get("text")]
        confidence = entry.get("confidence", confidence)
    if isinstance(confidence, bool) or not isinstance(confidence, int | float) or not 0 <= confidence <= 1:
        raise ConfigError(f"{place}: the confidence of {words!r} must be a number from 0 to 1")
    for word in words:
        if not isinstance(word, str) or not word.strip():
            raise ConfigError(f"{place}: a sign must be a word that is not empty, not {word!r}")
        yield Sign(kind, word.strip() if kind == "properties" else word.strip().lower(), float(confidence))


class Signs:
    """The signs of all rules, ready to be held against blocks."""

    def __init__(self, rules: Iterable[tuple[str, Sequence[Sign]]]) -> None:
        self._known: dict[tuple[str, str], list[tuple[str, float]]] = defaultdict(list)
        for rule, signs in rules:
            for kind, word, confidence in signs:
                self._known[kind, word].append((rule, confidence))
        self._words = {kind: frozenset(word for known, word in self._known if known == kind) for kind in CONFIDENCE}

    def added(self, document: Document, marks: Iterable[Mark]) -> list[Mark]:
        """A mark for each line of a page and each rule that knows something of what is around the line.

        Each is as sure as the signs and what the rule says of the text are together; but a line that reads as a
        sentence needs one of the two to be sure enough alone, and of a paragraph nothing is said.
        """
        said: dict[tuple[int, str], tuple[float, str]] = {}
        for mark in marks:
            hit, key = mark.hit, (mark.line, mark.rule)
            if not hit.keep and hit.start == 0 and hit.end == len(document.lines[mark.line].text):
                said[key] = max((hit.confidence, hit.why), said.get(key, (0.0, "")))
        memo: dict[object, list[tuple[str, float, str]]] = {}
        found = []
        for i, line in enumerate(document.lines):
            if line.block is None or not line.text or line.is_prose:
                continue
            block = line.block
            around = (block.tokens, block.roles, block.properties, block.hidden, _leads_away(block))
            if around not in memo:
                memo[around] = list(self._of(block))
            for rule, sure, why in memo[around]:
                known, reason = said.get((i, rule), (0.0, ""))
                confidence = _combined(line, sure, known)
                if confidence >= _LEAST:
                    hit = Hit(0, len(line.text), confidence, f"{reason}, {why}" if reason else why)
                    found.append(Mark(i, rule, hit))
        return found

    def _of(self, block: Block) -> Iterator[tuple[str, float, str]]:
        """What the signs around a block make together, for each rule, with the words that say so."""
        known = self._words
        # A post's box is named for its network, as a bar of share labels is.
        tokens = frozenset[str]() if is_post(block) else known["tokens"] & block.tokens
        roles = known["roles"] & block.roles
        if "article" in block.roles or _ARTICLES_HEADERS & block.tokens:
            tokens, roles = tokens - _HEADER, roles - _HEADER
        words = [("tokens", word) for word in sorted(tokens)]
        if _leads_away(block):
            words += [("links", word) for word in sorted(known["links"] & block.tokens)]
        words += [("roles", word) for word in sorted(roles)] + [("roles", HIDDEN)] * block.hidden
        words += [("properties", word) for word in sorted(known["properties"] & block.properties)]
        # Words of one kind come together, as "menu" and "menu-item" do; only different kinds add up.
        rules: dict[str, dict[str, tuple[float, str]]] = defaultdict(dict)
        for kind, word in words:
            for rule, confidence in self._known.get((kind, word), ()):
                rules[rule][kind] = max((confidence, word), rules[rule].get(kind, (0.0, "")))
        for rule, signs in sorted(rules.items()):
            sure = min(_MOST, together(confidence for confidence, _ in signs.values()))
            yield rule, sure, _why(dict.fromkeys(word for _, word in signs.values()))


def _leads_away(block: Block) -> bool:
    """Whether a line is a link as a whole, and not to a place of its own page."""
    return block.link_share >= _WHOLE and TO_PLACE not in block.targets


def _combined(line: Line, sure: float, said: float) -> float:
    both = round(together([sure, said]), 4)
    if line.is_sentence and max(sure, said) < _THRESHOLD <= both:
        return max(sure, said)
    return both


def is_of_markup(seen: Marks, line: int, rule: str) -> bool:
    """Whether a rule speaks of a line, and nothing but markup makes it: the text says nothing to it."""
    marks = seen.on(line, rule)
    return bool(marks) and all(mark.hit.why.startswith(_SAYS) for mark in marks)


def _why(words: Iterable[str]) -> str:
    return _SAYS + ", ".join(f'"{word}"' for word in words)
