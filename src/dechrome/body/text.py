"""A text's lines as arrays: code points, classes of characters, and hashed words, worked out in one pass."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np
import numpy.typing as npt

from dechrome.lazy import lazy

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Hashes = npt.NDArray[np.uint64]

# Classes of characters; the table of a model file says which code point is of which.
SPACE, LOWER, UPPER, LETTER, DENSE, DIGIT, STOP, COMMA, COLON, QUOTE, BRACKET, DASH, BULLET, SIGN, ELLIPSIS, OTHER = (
    range(16)
)
CLASSES = 16
DENSE_TOKEN = 4
"""How long a pair of signs of a script without spaces counts, in letters."""

# Rolling hashes: the product is odd, so that powers have inverses modulo 2 ** 64.
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_BLOCK = 1 << 16


@dataclass(frozen=True)
class Alphabet:
    """For each code point of the basic plane its class, and its folded form (lower case without Greek accents)."""

    classes: npt.NDArray[np.uint8]
    lower: npt.NDArray[np.uint32]


@cache
def _powers(size: int) -> tuple[Hashes, Hashes]:
    powers, inverses = np.full(size, _BASE, np.uint64), np.full(size, _INVERSE, np.uint64)
    powers[0] = inverses[0] = 1
    return np.cumprod(powers, dtype=np.uint64), np.cumprod(inverses, dtype=np.uint64)


def mixed(hashes: Hashes) -> Hashes:
    """Hashes whose upper bits are as good as their lower ones."""
    hashes = (hashes ^ (hashes >> np.uint64(29))) * np.uint64(0xBF58476D1CE4E5B9)
    return np.asarray(hashes ^ (hashes >> np.uint64(32)), dtype=np.uint64)


class Text:
    """Lines (none of them blank) as arrays.

    `points` and `classes` are of all characters, a newline behind each line; line `i` is `[start[i], end[i])`.
    Tokens are words, and pairs of signs in scripts without spaces: `hashes`, `lengths`, the class of the first
    character (`heads`), and the line they stand in (`lines`), in order.
    """

    def __init__(self, lines: list[str], alphabet: Alphabet) -> None:
        self.count = len(lines)
        self.points = np.frombuffer(("\n".join(lines) + "\n").encode("utf-32-le", "surrogatepass"), np.uint32)
        # What lies beyond the basic plane counts as its last code point, and stays as it is.
        self.classes = alphabet.classes.take(self.points, mode="clip")
        self.end = (self.points == 10).nonzero()[0]
        self.start = np.concatenate(([0], self.end[:-1] + 1))
        self.line_of = np.arange(self.count).repeat(self.end - self.start + 1)
        lower = alphabet.lower.take(self.points, mode="clip")
        beyond = self.points > 0xFFFF
        self._read((np.where(beyond, self.points, lower) if beyond.any() else lower).astype(np.uint64))

    def _read(self, folded: Hashes) -> None:
        size = len(folded)
        powers, inverses = _powers(-(-(size + 1) // _BLOCK) * _BLOCK)
        sums = np.concatenate((np.zeros(1, np.uint64), (folded * powers[:size]).cumsum(dtype=np.uint64)))
        kinds = self.classes
        inside = (kinds == LOWER) | (kinds == UPPER) | (kinds == LETTER) | (kinds == DIGIT)
        # A line's end is no part of a word, and so is what stands before the first.
        edges = (inside[1:] != inside[:-1]).nonzero()[0] + 1
        edges = np.concatenate(([0], edges)) if inside[0] else edges
        places, end = edges[::2], edges[1::2]
        hashes, lengths = (sums[end] - sums[places]) * inverses[places], end - places
        dense = kinds == DENSE
        pairs = (dense[:-1] & dense[1:]).nonzero()[0]
        if len(pairs):
            places = np.concatenate((places, pairs))
            order = places.argsort(kind="stable")
            places = places[order]
            hashes = np.concatenate((hashes, (sums[pairs + 2] - sums[pairs]) * inverses[pairs]))[order]
            lengths = np.concatenate((lengths, np.full(len(pairs), DENSE_TOKEN)))[order]
        self.hashes, self.lengths = mixed(hashes), lengths
        self.heads = kinds[places]
        self.lines = self.line_of[places]
        self.whole = mixed((sums[self.end] - sums[self.start]) * inverses[self.start])

    def sequences(self, start: Ints, stop: Ints) -> Hashes:
        """A hash of the tokens `[start, stop)` in their order, for each pair of places."""
        sums, inverses = self._token_sums
        return mixed((sums[stop] - sums[start]) * inverses[start])

    @lazy
    def _token_sums(self) -> tuple[Hashes, Hashes]:
        powers, inverses = _powers(-(-(len(self.hashes) + 1) // _BLOCK) * _BLOCK)
        terms = self.hashes * powers[: len(self.hashes)]
        return np.concatenate((np.zeros(1, np.uint64), terms.cumsum(dtype=np.uint64))), inverses

    def edges(self) -> tuple[Flags, Flags]:
        """Which tokens are the first and which the last of their line."""
        changes = self.lines[1:] != self.lines[:-1]
        if not len(self.lines):
            return np.zeros(0, bool), np.zeros(0, bool)
        return np.concatenate(([True], changes)), np.concatenate((changes, [True]))

    def grams(self, bits: int) -> tuple[Ints, Ints]:
        """What a linear model knows of the lines: buckets of `bits` bits, and the line of each.

        Words, pairs of words, the first and the last word, and a short line as a whole.
        """
        hashes, lines = self.hashes, self.lines
        first, last = self.edges()
        same = ~first[1:]
        pairs = mixed(hashes[:-1] * np.uint64(31) + hashes[1:])[same]
        short = np.bincount(lines, minlength=self.count) <= 8
        parts = (
            (hashes, lines),
            (pairs, lines[:-1][same]),
            (mixed(hashes[first] + np.uint64(77)), lines[first]),
            (mixed(hashes[last] + np.uint64(99)), lines[last]),
            (mixed(self.whole + np.uint64(5))[short], short.nonzero()[0]),
        )
        buckets = np.concatenate([part[0] for part in parts]) >> np.uint64(64 - bits)
        return buckets.astype(np.int64), np.concatenate([part[1] for part in parts])
