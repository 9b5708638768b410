"""Small questions about arrays of a value a line: sums over windows, neighbors, distances, the best stretch."""

from __future__ import annotations

from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Column = npt.NDArray[Any]

FAR = 200
"""Distances in lines count up to this."""


def sums(values: Column) -> Column:
    """The sums of the first 0, 1, 2 ... values."""
    return np.concatenate((np.zeros(1, dtype=np.int64), np.cumsum(values)))


class Windows:
    """Sums of what stands from some lines away to others, for each of `count` lines."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._at: dict[int, Ints] = {}

    def sum(self, total: Column, start: int, stop: int) -> Column:
        """What stands from `start` to before `stop` lines away from each line, of running sums."""
        return np.asarray(total[self._place(stop)] - total[self._place(start)])

    def _place(self, step: int) -> Ints:
        if step not in self._at:
            self._at[step] = np.minimum(np.maximum(np.arange(step, step + self._count), 0), self._count)
        return self._at[step]


def neighbor(values: Column, step: int, fill: int = -1) -> Column:
    """The value `step` lines further on; `fill` where there is no line."""
    out = np.full(len(values), fill, dtype=values.dtype)
    if 0 < step < len(values):
        out[:-step] = values[step:]
    elif 0 < -step < len(values):
        out[-step:] = values[:step]
    return out


def nearest(mask: Flags) -> tuple[Ints, Ints]:
    """For each line the last line before it and the first behind it that `mask` holds; far outside where none is."""
    here = np.arange(len(mask))
    before = np.maximum.accumulate(np.where(mask, here, -(10**6)))
    after = np.minimum.accumulate(np.where(mask, here, 10**7)[::-1])[::-1]
    return np.concatenate(([-(10**6)], before[:-1])), np.concatenate((after[1:], [10**7]))


def distances(mask: Flags) -> tuple[Ints, Ints]:
    """How many lines away the nearest line that `mask` holds is, before and behind each line."""
    here = np.arange(len(mask))
    before, after = nearest(mask)
    return np.minimum(here - before, FAR), np.minimum(after - here, FAR)


def between(mask: Flags, widths: Ints) -> tuple[Ints, Ints]:
    """How much text lies between each line and the nearest that `mask` holds, before and behind it."""
    count = len(mask)
    here = np.arange(count)
    before, after = nearest(mask)
    ahead = np.where(before >= 0, widths[here] - widths[np.clip(before + 1, 0, count)], 99_999)
    behind = np.where(after < count, widths[np.clip(after, 0, count)] - widths[np.minimum(here + 1, count)], 99_999)
    return ahead, behind


def best(gain: Ints) -> tuple[int, int]:
    """The stretch `[start, stop)` of the greatest sum, the shortest of those that end first.

    >>> best(np.array([-1, 3, -1, 2, -9]))
    (1, 4)
    """
    total = sums(gain)
    stop = int(np.argmax(total - np.minimum.accumulate(total)))
    if not stop:
        return 0, 0
    return stop - int(np.argmin(total[: stop + 1][::-1])), stop


def copies(keys: Column, most: int) -> Ints:
    """How often each value is there, up to `most`."""
    if not len(keys):
        return np.zeros(0, dtype=np.int64)
    _, inverse, counts = np.unique(keys, return_inverse=True, return_counts=True)
    return np.asarray(np.minimum(counts[inverse], most), dtype=np.int64)


def earlier(keys: Column, most: int) -> Ints:
    """How many lines before each have the same value, up to `most`.

    >>> earlier(np.array([7, 8, 7, 7]), 9).tolist()
    [0, 0, 1, 2]
    """
    order = np.argsort(keys, kind="stable")
    ordered = keys[order]
    starts = np.maximum.accumulate(np.where(np.append(True, ordered[1:] != ordered[:-1]), np.arange(len(keys)), 0))
    out = np.zeros(len(keys), dtype=np.int64)
    out[order] = np.minimum(np.arange(len(keys)) - starts, most)
    return out


def run_lengths(mask: Flags, most: int) -> Ints:
    """For each line that `mask` holds, how many lines its run has; 0 for the others."""
    starts = np.concatenate(([True], mask[1:] != mask[:-1]))
    number = np.cumsum(starts) - 1
    return np.where(mask, np.minimum(np.bincount(number)[number], most), 0)
