"""Lines that are several known labels one behind the other: "Print Send to a friend Increase text size"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

# What parts labels in one line, beside spaces.
_PARTS = re.compile(r"\s*[|\u00b7\u2022\u2026/\u00bb>\u203a\u2192\u2190]+\s*|\s+[-\u2013\u2014]\s+|\s+")
_ROUND = ".,:;!?"
_SIGNS = _ROUND + "|\u00b7\u2022/\u00bb>\u203a"
_LONGEST, _MOST_WORDS, _LABEL_WORDS = 160, 24, 8
# So sure a rule is of a label as a whole line. Two of several words each are enough, or three, or one among three parts
# of which the others may be words of menus; two single words may be anything ("Print Media").
_SURE, _TWO, _THREE = 0.85, 2, 3
# A single word so long says as much as several.
_LONG_WORD = 14


class Label(NamedTuple):
    """A line that a rule knows: how surely, and the rule's position."""

    text: str
    confidence: float
    rule: int

    @property
    def is_sure(self) -> bool:
        return self.confidence >= _SURE

    @property
    def is_long(self) -> bool:
        return self.is_sure and (" " in self.text or len(self.text) >= _LONG_WORD)


class Labels:
    """Lines that are nothing but labels of a vocabulary.

    >>> book = {"print": 0.9, "send to a friend": 0.95, "media": 0.4}
    >>> known = lambda text: Label(text, book[text], 0) if text in book else None
    >>> found = Labels(book).making("print | media | send to a friend", known)
    >>> [label.text for label in found]
    ['print', 'media', 'send to a friend']
    >>> Labels(book).making("print media", known), Labels(book).making("print and send to a friend", known)
    ((), ())
    """

    def __init__(self, vocabulary: Iterable[str]) -> None:
        texts = list(vocabulary)
        self._first = frozenset(text.partition(" ")[0] for text in texts)
        self._last = frozenset(text.rpartition(" ")[2].rstrip(_ROUND) for text in texts)

    def making(self, key: str, known: Callable[[str], Label | None]) -> Sequence[Label]:
        """The labels that make up a line, by its key; none where something else stands there, or too few are sure."""
        begin, _, rest = key.partition(" ")
        # Most lines are done with here.
        if begin.rstrip(_SIGNS) not in self._first or rest.rpartition(" ")[2].strip(_SIGNS) not in self._last:
            return ()
        if len(key) > _LONGEST:
            return ()
        words = [word for word in _PARTS.split(key) if word]
        found = self._parted(words, known) if 1 < len(words) <= _MOST_WORDS else ()
        sure, long = sum(label.is_sure for label in found), sum(label.is_long for label in found)
        return found if long >= _TWO or sure >= _THREE or (long and len(found) >= _THREE) else ()

    def _parted(self, words: Sequence[str], known: Callable[[str], Label | None]) -> tuple[Label, ...]:
        """The words parted into known labels, the first as long as can be; empty where that is not possible."""
        ways: dict[int, tuple[Label, ...]] = {0: ()}
        for start, word in enumerate(words):
            if start not in ways or word not in self._first:
                continue
            for stop in range(min(len(words), start + _LABEL_WORDS), start, -1):
                text = " ".join(words[start:stop])
                label = stop not in ways and (known(text) or known(text.strip(_ROUND)))
                if label:
                    ways[stop] = (*ways[start], label)
        return ways.get(len(words), ())
