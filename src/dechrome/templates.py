"""Phrases with blanks in them: `{n} comments`, `by {name}`, `updated {date}`.

{n}     a number ("12", "1,204", "3.4k")
{name}  one or more people's names: capitalized words, particles, "and" and commas
{date}  a date, a time, or both, in any of the languages known to `dechrome.dates`
{few}   one to four words, whatever they are
{any}   anything, up to 100 characters
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Self

from dechrome.dates import is_date
from dechrome.errors import ConfigError
from dechrome.search import bounded

BLANK = re.compile(r"\{(\w*)\}")
_NUMBER = re.compile(r"\d[\d.,' ]*\s?[kKmMвВ]?")
_PARTICLES = frozenset(
    "a al and av bin da das de degli dei del della den der di do dos du e el en et i la le los ibn och og oraz of "
    "per the til u und van ve ved vom von y z za zu zur и та και για".split()
)
_WORD = re.compile(r"[^\s,/&|]+")
_HIRAGANA = re.compile(r"[\u3041-\u3096]")
_MOST_HIRAGANA = 8
_JAPANESE_VERB = re.compile("(?:ました|ます|です|でした|ません|だった)$")


def is_name(text: str) -> bool:
    """Whether `text` could be one or more names: up to 10 words, capitalized or of a script without capitals.

    >>> is_name("Ludwig van der Rohe and Ana Lima"), is_name("the way"), is_name("2012")
    (True, False, False)
    """
    words = _WORD.findall(text)
    if len(words) > 10 or any(map(str.isdigit, text)) or is_japanese_text(text):
        return False
    named = [w.lstrip("('\"\u201c\u2018@.-") for w in words if w.lower() not in _PARTICLES]
    return bool(named) and all(w[:1].isalpha() and not w[:1].islower() for w in named)


def is_japanese_text(text: str) -> bool:
    """Whether `text` has more Japanese letters than a name: particles and endings of verbs.

    >>> is_japanese_text("僕はフィルムを入れ忘れてしまいました"), is_japanese_text("さいとうたかを")
    (True, False)
    """
    return len(_HIRAGANA.findall(text)) >= _MOST_HIRAGANA or _JAPANESE_VERB.search(text) is not None


_CHECKS: dict[str, Callable[[str], bool]] = {
    "n": lambda text: bool(_NUMBER.fullmatch(text)),
    "name": is_name,
    "date": is_date,
    "few": lambda text: len(text.split()) <= 4,
    "any": lambda text: len(text) <= 100,
}
_AROUND = " :|-\u2013\u2014\u2022\u00b7\uff1a,([\uff08"
_LONGEST = {"n": 12, "name": 80, "date": 80, "few": 80, "any": 100}


@dataclass(frozen=True, slots=True)
class Template:
    """A folded phrase, cut at its blanks: `literals` has one more entry than `blanks`."""

    literals: tuple[str, ...]
    blanks: tuple[str, ...]

    @classmethod
    def of(cls, text: str, where: str = "") -> Self:
        """Read a phrase. Raises ConfigError for a blank that does not exist.

        >>> Template.of("{n} comments on {any}").literals
        ('', ' comments on ', '')
        """
        parts = BLANK.split(text)
        for blank in parts[1::2]:
            if blank not in _CHECKS:
                known = ", ".join("{" + name + "}" for name in _CHECKS)
                raise ConfigError(f"{where}: phrase {text!r} has an unknown blank {{{blank}}}; known are {known}")
        return cls(tuple(parts[::2]), tuple(parts[1::2]))

    @property
    def anchor(self) -> str:
        """The longest literal, which stands in every text that matches; a first one without its last space."""
        return max((self.literals[0].rstrip(), *self.literals[1:]), key=len)

    @property
    def longest(self) -> int:
        """The most characters that can match."""
        return sum(map(len, self.literals)) + sum(_LONGEST[blank] for blank in self.blanks)

    def find(self, text: str, line: str, *, at_start: bool, at_end: bool) -> tuple[int, int] | None:
        """Where the phrase stands in folded `text`, of which `line` is the unfolded form of the same length.

        `at_start` and `at_end` say that it must begin or end there. Words are matched whole.
        """
        for start in [0] if at_start else _occurrences(self.literals[0], text, 0, len(text)):
            if not at_start and not bounded(text, start):
                continue
            for end in self._ends(0, start, text, line, at_end):
                return start, end
        return None

    def _ends(self, i: int, at: int, text: str, line: str, at_end: bool) -> Iterator[int]:
        """Where a match may end whose `i`-th literal starts at `at`."""
        literal = self.literals[i]
        if i < len(self.blanks) and literal.endswith(" "):
            literal = literal.rstrip()  # a colon or a dash may stand before the blank
        if not text.startswith(literal, at):
            return
        at += len(literal)
        if literal != self.literals[i] and not bounded(text, at):
            return
        if i == len(self.blanks):
            if at == len(text) or (not at_end and bounded(text, at)):
                yield at
            return
        blank, limit = self.blanks[i], min(len(text), at + _LONGEST[self.blanks[i]])
        following = self.literals[i + 1]
        if following:
            ends: Iterator[int] | list[int] = _occurrences(following, text, at + 1, limit)
        elif at_end:
            ends = [len(text)] if len(text) <= limit else []
        else:
            ends = (m.end() + at for m in _WORD.finditer(text[at:limit]))
        for end in ends:
            inside = line[at:end].strip(_AROUND)
            if (inside and _CHECKS[blank](inside)) or blank == "any":
                yield from self._ends(i + 1, end, text, line, at_end)


def _occurrences(literal: str, text: str, start: int, limit: int) -> Iterator[int]:
    at = text.find(literal, start)
    while 0 <= at <= limit:
        yield at
        at = text.find(literal, at + 1)
