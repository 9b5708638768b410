"""Stock phrases that the rules know, as hashes: whether a whole line is one, or begins with one. No other rule runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dechrome.body.arrays import Ints
from dechrome.body.text import Text

LONGEST = 4
"""So many words of a phrase that only begins a line are looked at; one word says too little."""
NOTHING, BEGINS, WHOLE = range(3)
_SHORT = np.uint64(32)


@dataclass(frozen=True)
class Known:
    """Hashed phrases, in order: `whole` are lines, `begins[n - 2]` the first `n` words of lines."""

    whole: npt.NDArray[np.uint32]
    begins: tuple[npt.NDArray[np.uint32], ...]

    @classmethod
    def of(cls, lines: Text, beginnings: Text) -> Known:
        """What is known from these texts, a phrase a line."""
        first, last = spans(beginnings)
        counts = np.minimum(last - first, LONGEST)
        begins = [hashed(beginnings, first[counts == n], first[counts == n] + n) for n in range(2, LONGEST + 1)]
        start, stop = spans(lines)
        whole = hashed(lines, start, stop)[stop > start]
        return cls(np.unique(whole), tuple(np.unique(part) for part in begins))

    def said(self, text: Text) -> Ints:
        """For each line `WHOLE`, `BEGINS` or `NOTHING`."""
        first, last = spans(text)
        counts = last - first
        begins = np.zeros(text.count, dtype=bool)
        for n, part in enumerate(self.begins, start=2):
            begins |= _among(hashed(text, first, np.minimum(first + n, last)), part) & (counts >= n)
        whole = _among(hashed(text, first, last), self.whole) & (counts > 0)
        return np.where(whole, WHOLE, np.where(begins, BEGINS, NOTHING))

    def arrays(self) -> dict[str, npt.NDArray[Any]]:
        """What a model file holds of these phrases."""
        return {"known_whole": self.whole} | {f"known_{n}": part for n, part in enumerate(self.begins, start=2)}

    @classmethod
    def read(cls, arrays: Mapping[str, npt.NDArray[Any]]) -> Known:
        """The phrases that `arrays` describes."""
        begins = [arrays[f"known_{n}"].astype(np.uint32) for n in range(2, LONGEST + 1)]
        return cls(arrays["known_whole"].astype(np.uint32), tuple(begins))


def spans(text: Text) -> tuple[Ints, Ints]:
    """The first word of each line, and the one behind its last."""
    ends = np.bincount(text.lines, minlength=text.count).cumsum()
    return np.concatenate(([0], ends[:-1])), ends


def hashed(text: Text, start: Ints, stop: Ints) -> npt.NDArray[np.uint32]:
    """One number for the words `[start, stop)`, whatever stands between them; a number for each pair."""
    return (text.sequences(start, stop) >> _SHORT).astype(np.uint32)


def _among(hashes: npt.NDArray[np.uint32], known: npt.NDArray[np.uint32]) -> npt.NDArray[np.bool_]:
    if not len(known):
        return np.zeros(len(hashes), dtype=bool)
    place = np.minimum(known.searchsorted(hashes), len(known) - 1)
    return np.asarray(known[place] == hashes)
