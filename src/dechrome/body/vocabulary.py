"""Which longer words the lines of a text share: the article takes up its own words, the frame around it does not."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from dechrome.body.arrays import Column, Flags, Ints

if TYPE_CHECKING:
    from dechrome.body.text import Text

_LETTERS = 4
_RARE = 3


@dataclass(frozen=True)
class Vocabulary:
    """Every word of some length once for each line: `words[k]` stands in line `lines[k]`."""

    lines: Ints
    words: Ints
    counts: Ints
    """In how many lines each word stands."""
    own: Ints
    """How many different words each line has; at least 1."""
    has: Ints

    @classmethod
    def of(cls, text: Text) -> Vocabulary:
        """The words of a text, numbered."""
        long = text.lengths >= _LETTERS
        known, number = np.unique(text.hashes[long], return_inverse=True)
        size = len(known) + 1
        pairs = text.lines[long] * np.int64(size) + number
        pairs.sort()
        pairs = pairs[np.concatenate(([True], pairs[1:] != pairs[:-1]))] if len(pairs) else pairs
        lines, words = pairs // size, pairs % size
        has = np.bincount(lines, minlength=text.count)
        return cls(lines, words, np.bincount(words, minlength=size), np.maximum(has, 1), has)

    def share(self, mask: Flags) -> Column:
        """The share of each line's words that `mask` (a value a word) holds."""
        return np.asarray(np.bincount(self.lines[mask], minlength=len(self.own)) / self.own)

    def mean(self, values: Column) -> Column:
        """The mean of `values` (one a word) over each line's words."""
        return np.asarray(np.bincount(self.lines, weights=values, minlength=len(self.own)) / self.own)

    def _weighed(self, mask: Flags) -> Column:
        """The share of each line's words that `mask` holds, where a word of many lines weighs little."""
        weight = 1 / np.maximum(self.counts[self.words], 1)
        held = np.bincount(self.lines[mask], weights=weight[mask], minlength=len(self.own))
        return np.asarray(held / np.maximum(np.bincount(self.lines, weights=weight, minlength=len(self.own)), 0.01))

    def prose_shares(self, prose: Flags) -> dict[str, Column]:
        """How many of a line's words recur in paragraphs, in other lines, nowhere, and in the first line."""
        lines, words, counts = self.lines, self.words, self.counts
        inside = np.bincount(words[prose[lines]], minlength=len(counts))
        return {
            "voc_p": self.share(inside[words] > prose[lines]),
            "voc_df": self.mean(np.minimum(counts[words] - 1, 10)),
            "voc_1": self.share(counts[words] == 1),
            "voc_t": self.shared_with(0),
            "nk": self.has,
        }

    def article_shares(self, chance: Ints, words_in_line: Ints) -> dict[str, Column]:
        """How many of a line's words recur in what is probably the article (`chance` in 1/256), or outside it."""
        lines, words, counts = self.lines, self.words, self.counts
        weight = np.where(chance >= 154, chance, 0) * (words_in_line >= 6)
        total = np.bincount(words, weights=weight[lines], minlength=len(counts))
        recurs = np.minimum(total[words] - weight[lines], 512)
        inside = chance >= 128
        outside = counts - np.bincount(words[inside[lines]], minlength=len(counts))
        return {
            "v_in": self.mean(recurs),
            "v_any": self.share(recurs > 0),
            "v_out": self.share(outside[words] > ~inside[lines]),
            "v_rare": self.share((recurs > 0) & (counts[words] <= _RARE)),
            "v_most": self._weighed(recurs > 0),
        }

    def recurring(self, mask: Flags) -> Column:
        """The share of each line's words that stand in other lines, of those that `mask` holds."""
        inside = mask[self.lines]
        counts = np.bincount(self.words[inside], minlength=len(self.counts))
        return self.share(counts[self.words] > inside)

    def shared_with(self, line: int) -> Column:
        """The share of each line's words that stand in one of the lines."""
        there = np.zeros(len(self.counts), dtype=bool)
        there[self.words[self.lines == line]] = True
        return self.share(there[self.words])
