"""Small questions about arrays of a value a line: sums over windows, neighbors, distances, the best stretch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Column = npt.NDArray[Any]

FAR = 200
"""Distances in lines count up to this."""


def sums(values: Column) -> Column:
    """The sums of the first 0, 1, 2 ... values, for each row of them."""
    out = np.zeros((*values.shape[:-1], values.shape[-1] + 1), dtype=np.int64)
    np.cumsum(values, axis=-1, out=out[..., 1:])
    return out


class Windows:
    """Sums of what stands from some lines away to others, for each of `count` lines."""

    def __init__(self, count: int) -> None:
        self._count = count
        self._at: dict[int, Ints] = {}

    def sum(self, total: Column, start: int, stop: int) -> Column:
        """What stands from `start` to before `stop` lines away from each line, of running sums or rows of them."""
        ahead = total.take(self._place(stop), axis=-1, mode="clip")
        return np.asarray(ahead - total.take(self._place(start), axis=-1, mode="clip"))

    def over(self, total: Column, windows: Sequence[tuple[int, int]]) -> Column:
        """The sums of all `windows` (where they start and stop) for each row of running sums: by row, window, line."""
        steps = np.array(windows).T[:, :, None] + np.arange(self._count)
        start, stop = np.minimum(np.maximum(steps, 0), self._count).reshape(2, -1)
        sums = total.take(stop, axis=-1, mode="clip") - total.take(start, axis=-1, mode="clip")
        return sums.reshape(-1, len(windows), self._count)

    def _place(self, step: int) -> Ints:
        if step not in self._at:
            self._at[step] = np.minimum(np.maximum(np.arange(step, step + self._count), 0), self._count)
        return self._at[step]


def neighbors(values: Column, reach: int, fill: int = -1) -> Callable[[int], Column]:
    """What gives the values so many lines further on, up to `reach`; `fill` where there is no line.

    >>> neighbors(np.array([1, 2, 3]), 2)(-1).tolist()
    [-1, 1, 2]
    """
    outside = np.full(reach, fill, dtype=values.dtype)
    padded = np.concatenate((outside, values, outside))
    return lambda step: padded[reach + step : reach + step + len(values)]


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
    before, after = nearest(mask)
    ahead = np.where(before >= 0, widths[:-1] - widths[np.maximum(before + 1, 0)], 99_999)
    behind = np.where(after < count, widths[np.minimum(after, count)] - widths[1:], 99_999)
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
    return np.asarray(np.minimum(counts, most)[inverse], dtype=np.int64)


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
