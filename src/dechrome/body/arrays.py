"""Small questions about arrays of a value a line: sums over windows, neighbors, distances, the best stretch."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Flags = npt.NDArray[np.bool_]
Column = npt.NDArray[Any]

FAR = 200
"""Distances in lines count up to this."""
_HEAVIEST = 600


def sums(values: Column) -> Column:
    """The sums of the first 0, 1, 2 ... values, for each row of them."""
    out = np.zeros((*values.shape[:-1], values.shape[-1] + 1), dtype=np.int64)
    values.cumsum(axis=-1, out=out[..., 1:])
    return out


def weights(width: Ints) -> Ints:
    """How much each line counts in a mean of a text's lines: its width, but none more than some paragraphs do."""
    return np.minimum(width, _HEAVIEST)


def windowed(total: Column, windows: Sequence[tuple[int, int]]) -> Column:
    """What stands from some lines away to before others, for each row of running sums: by row, window, line.

    >>> windowed(sums(np.array([1, 2, 4])), [(-1, 1), (1, 9)]).tolist()
    [[[1, 3, 6], [6, 4, 0]]]
    """
    count = total.shape[-1] - 1
    steps = np.array(windows).T[:, :, None] + np.arange(count)
    start, stop = np.minimum(np.maximum(steps, 0), count).reshape(2, -1)
    found = total.take(stop, axis=-1, mode="clip") - total.take(start, axis=-1, mode="clip")
    return np.asarray(found.reshape(-1, len(windows), count))


def clipped(values: Column, least: int, most: int) -> Column:
    """The values, none below `least` and none above `most`; `np.clip` takes several times as long for a few lines."""
    return np.asarray(np.minimum(np.maximum(values, least), most))


def everywhere(values: Mapping[str, float], count: int) -> dict[str, Column]:
    """Columns that have one value for all of `count` lines."""
    rows = np.empty((len(values), count))
    rows[:] = np.array(list(values.values()), dtype=np.float64)[:, None]
    return dict(zip(values, rows, strict=True))


def neighbors(values: Column, reach: int, fill: int = -1) -> Callable[[int], Column]:
    """What gives the values so many lines further on, up to `reach`; `fill` where there is no line.

    >>> neighbors(np.array([1, 2, 3]), 2)(-1).tolist()
    [-1, 1, 2]
    """
    outside = np.full(reach, fill, dtype=values.dtype)
    padded = np.concatenate((outside, values, outside))
    return lambda step: padded[reach + step : reach + step + len(values)]


@dataclass(frozen=True)
class Nearest:
    """For rows of flags, a flag a line: the last line before each that is flagged, and the first behind it.

    Far outside the text where there is none.
    """

    before: Ints
    after: Ints

    @classmethod
    def of(cls, masks: Sequence[Flags]) -> Nearest:
        """What is nearest in each of `masks`."""
        rows = np.array(masks)
        here = np.arange(rows.shape[1])
        edge = np.full((len(rows), 1), 10**7)
        before = np.maximum.accumulate(np.where(rows, here, -(10**6)), axis=1)
        after = np.minimum.accumulate(np.where(rows, here, 10**7)[:, ::-1], axis=1)[:, ::-1]
        return cls(np.concatenate((-edge, before[:, :-1]), axis=1), np.concatenate((after[:, 1:], edge), axis=1))

    def lines(self) -> tuple[Ints, Ints]:
        """How many lines away they are."""
        here = np.arange(self.before.shape[1])
        return np.minimum(here - self.before, FAR), np.minimum(self.after - here, FAR)

    def text(self, row: int, letters: Ints) -> tuple[Ints, Ints]:
        """How much text lies between, for one row; `letters` are the running sums of the lines' widths."""
        before, after, count = self.before[row], self.after[row], len(letters) - 1
        ahead = np.where(before >= 0, letters[:-1] - letters[np.maximum(before + 1, 0)], 99_999)
        behind = np.where(after < count, letters[np.minimum(after, count)] - letters[1:], 99_999)
        return ahead, behind


def best(gain: Ints) -> tuple[int, int]:
    """The stretch `[start, stop)` of the greatest sum, the shortest of those that end first.

    >>> best(np.array([-1, 3, -1, 2, -9]))
    (1, 4)
    """
    total = sums(gain)
    stop = int((total - np.minimum.accumulate(total)).argmax())
    if not stop:
        return 0, 0
    return stop - int(total[: stop + 1][::-1].argmin()), stop


def copies(keys: Column) -> tuple[Ints, Ints]:
    """How often each value is there, and how often before it.

    >>> [found.tolist() for found in copies(np.array([7, 8, 7, 7]))]
    [[3, 1, 3, 3], [0, 0, 1, 2]]
    """
    count = len(keys)
    order = keys.argsort(kind="stable")
    ordered = keys[order]
    new = np.ones(count, dtype=bool)
    np.not_equal(ordered[1:], ordered[:-1], out=new[1:])
    starts = new.nonzero()[0]
    sizes = np.concatenate((starts[1:], [count])) - starts
    out = np.empty((2, count), dtype=np.int64)
    out[0, order] = sizes.repeat(sizes)
    out[1, order] = np.arange(count) - starts.repeat(sizes)
    return out[0], out[1]


def run_lengths(mask: Flags, most: int) -> Ints:
    """For each line that `mask` holds, how many lines its run has; 0 for the others."""
    starts = np.concatenate(([True], mask[1:] != mask[:-1]))
    number = starts.cumsum() - 1
    return np.where(mask, np.minimum(np.bincount(number)[number], most), 0)
