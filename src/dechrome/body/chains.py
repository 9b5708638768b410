"""Pieces of one sentence: some tools break a line at every link and every bold word, so a paragraph is many lines."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dechrome.body.arrays import Column, Ints
from dechrome.body.shapes import Shapes
from dechrome.body.text import COLON, COMMA, LOWER, STOP

_PARAGRAPH = 140
_MOST = 3000


@dataclass(frozen=True)
class Chains:
    """`number[i]` is the chain that line `i` belongs to; most are of one line."""

    number: Ints

    @classmethod
    def of(cls, shape: Shapes) -> Chains:
        """A line goes on where the one before ended when no sentence ends there and no new one begins here."""
        first, raw, last = (shape.columns[name] for name in ("firstc", "rawfirst", "lastc"))
        goes_on = (first == LOWER) | (raw == COLON)
        unended = ~(shape.columns["ends"] | shape.columns["trail"])
        linked = (raw == COMMA) | (raw == STOP)
        linked[1:] |= (goes_on[1:] & unended[:-1]) | (last[:-1] == COMMA)
        linked[0] = False
        return cls((~linked).cumsum() - 1)

    def total(self, values: Column) -> Column:
        """For each line the sum of `values` over its chain."""
        return np.asarray(np.bincount(self.number, weights=values)[self.number])

    def features(self, shape: Shapes, score: Ints, known: Ints) -> dict[str, Column]:
        """How long the chain of each line is, what of it lies before, and how it ends."""
        count, number = len(self.number), self.number
        width = self.total(shape.width)
        starts = np.concatenate(([True], number[1:] != number[:-1])).nonzero()[0]
        letters = shape.letters
        here = np.arange(count)
        last = np.concatenate((starts[1:], [count])) - 1
        ends = shape.columns["ends"][last][number]
        paragraph = (width >= _PARAGRAPH) & ends
        return {
            "ch_n": np.minimum(np.bincount(number)[number], 50),
            "ch_w": np.minimum(width, _MOST),
            "ch_at": np.minimum(here - starts[number], 50),
            "ch_wb": np.minimum((letters[:-1] - letters[starts][number]), _MOST),
            "ch_end": ends,
            "ch_lin": np.rint(4 * self.total(score) / np.sqrt(np.maximum(self.total(known), 1))),
            "ch_st": self.total(shape.columns["inner"] + shape.columns["ends"]),
            "ch_p": paragraph,
        }
