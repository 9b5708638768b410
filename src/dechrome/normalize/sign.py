"""The sign by which a line is known that may need a normalizer, in a form of which many can be looked for at once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Sign:
    """One of the characters `first` (the inside of a class), and behind it what the pattern `then` matches."""

    first: str
    then: str = ""

    @property
    def pattern(self) -> str:
        """The sign as a pattern."""
        return f"[{self.first}](?:{self.then})"


def joined(signs: Iterable[Sign]) -> list[str]:
    """Few patterns of which one is found wherever one of `signs` is.

    Each starts with one class of characters, which `re` looks for many times as fast as for alternatives.

    >>> joined([Sign("x-z"), Sign("&", "#"), Sign("a-c"), Sign("&", "lt;")])
    ['[x-za-c]', '[&](?:#|lt;)']
    """
    bare = "".join(sign.first for sign in signs if not sign.then)
    then: dict[str, list[str]] = defaultdict(list)
    for sign in signs:
        if sign.then:
            then[sign.first].append(sign.then)
    return [f"[{bare}]"] * bool(bare) + [Sign(first, "|".join(rest)).pattern for first, rest in then.items()]
