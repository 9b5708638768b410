"""Looking for thousands of literals in one pass.

An Aho-Corasick automaton (Aho and Corasick, "Efficient string matching", CACM 18, 1975), so that a
hundred rules cost about what one does.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence

from dechrome.fold import unasked

WORD_EDGE = r"\b"
_EDGE = len(WORD_EDGE)
# Letters of scripts written without spaces, or whose words take endings: no word boundary to look for.
_UNBOUND = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0900-\u097f\u0600-\u06ff]")


UNLIMITED = 1 << 62

PhraseSearch = Callable[[Sequence[str]], Sequence[Mapping[str, Sequence[int]]]]
"""For texts by their keys, the positions of the phrases to try, by the name of the rule."""


# The longest key, whether a word must begin and end there, and the owners of the literal that ask for it.
_Asked = tuple[int, bool, bool, tuple[int, ...]]


class Search:
    r"""Finds which owners, given by number, have a literal in a line's key.

    A literal may begin or end with `\b`: no word may run across that edge. It may come with the longest
    key in which it counts; and as a key is searched between newlines, `"\nby "` asks for its start. `whole` has the
    literals that are a whole key.

    >>> search = Search([(0, "share", 20), (1, "print", 20), (1, "are", 20), (2, r"\bare\b", 20), (3, "here", 4)])
    >>> sorted(search.owners("share this")), sorted(search.owners("here we are")), sorted(search.owners("nothing"))
    ([0, 1], [1, 2], [])
    """

    def __init__(self, literals: Iterable[tuple[int, str, int]], whole: Iterable[tuple[int, str]] = ()) -> None:
        import ahocorasick

        # Most phrases are whole lines: looked up, they keep the automaton small enough for a processor's cache.
        self._whole: dict[str, list[int]] = defaultdict(list)
        found: dict[str, list[_Asked]] = defaultdict(list)
        for owner, literal, longest in literals:
            if literal[0] == literal[-1] == "\n" and len(literal) > 2:
                self._whole[unasked(literal[1:-1])].append(owner)
                continue
            left, right = literal.startswith(WORD_EDGE), literal.endswith(WORD_EDGE)
            bare = literal[left * _EDGE : len(literal) - right * _EDGE]
            found[bare].append((longest, left, right, (owner,)))
        for owner, literal in whole:
            self._whole[literal].append(owner)
        self._automaton = ahocorasick.Automaton()
        for literal, asked in found.items():
            once = asked if len(asked) == 1 else _grouped(asked)
            self._automaton.add_word(literal, (len(literal), once[-1][0], once))
        self._automaton.make_automaton()
        self._empty = not found

    @property
    def whole(self) -> Mapping[str, Sequence[int]]:
        """The owners of the literals that are a whole line, by its key."""
        return self._whole

    def owners(self, key: str) -> set[int]:
        """The owners of all literals that stand in `key`."""
        return self.owners_in([key])[0]

    def owners_in(self, keys: Sequence[str]) -> list[set[int]]:
        """The owners of all literals that stand in each of `keys`, found in one pass over all of them."""
        whole = self._whole
        owners = [set(whole[key]) if key in whole else set() for key in map(unasked, keys)]
        if self._empty or not keys:
            return owners
        text = "\n" + "\n".join(keys) + "\n"
        at, first, end = 0, 0, len(keys[0]) + 1  # which key, and the newlines around it
        for last, (length, most, conditions) in self._automaton.iter(text):
            while last > end:
                at, first = at + 1, end
                end += len(keys[at]) + 1
            size = end - first - 1
            if size > most or last - length < first - 1:
                continue
            for longest, left, right, asked in conditions:
                if (
                    size <= longest
                    and (not right or bounded(text, last + 1))
                    and (not left or bounded(text, last + 1 - length))
                ):
                    owners[at].update(asked)
        return owners


def _grouped(asked: Iterable[_Asked]) -> list[_Asked]:
    """The same with one entry for all owners that ask for the same, in order of the longest key."""
    owners: dict[tuple[int, bool, bool], set[int]] = defaultdict(set)
    for longest, left, right, who in asked:
        owners[longest, left, right].update(who)
    return [(*condition, tuple(sorted(owners[condition]))) for condition in sorted(owners)]


def bounded(text: str, at: int) -> bool:
    """Whether no word runs across column `at`."""
    if at in (0, len(text)):
        return True
    before, after = text[at - 1], text[at]
    return not (_is_letter(before) and _is_letter(after)) or _UNBOUND.search(before + after) is not None


def _is_letter(sign: str) -> bool:
    """Whether a sign is part of a word; the vowel signs of Indian scripts are."""
    return sign.isalnum() or (sign > "\u02ff" and unicodedata.category(sign)[0] == "M")
