"""A sequence tagger in numpy: a small convolutional network that reads a line with the hundreds of lines around it.

Residual blocks of dilated convolutions (Bai, Kolter, Koltun, "An Empirical Evaluation of Generic Convolutional and
Recurrent Networks for Sequence Modeling", arXiv:1803.01271, here looking both ways) behind layer normalization; after
some of them every line is also told the mean of all lines, of those that are likely the article, and of the others.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from typing import Any

import numpy as np
import numpy.typing as npt

from dechrome.body.text import Ints
from dechrome.body.trees import SCALE, Floats
from dechrome.lazy import lazy

GRID = 1024
"""Weights and what flows between layers are multiples of 1 / `GRID`: their sums are exact in any order."""
FEW = 0.1
"""Added to how many lines a mean is of, which may be none."""

Doubles = npt.NDArray[np.float64]
Grid = npt.NDArray[np.int16]

_REACH = (-1, 0, 1)
# So small a product at once is worked out by one thread (OpenBLAS takes several from 262,144 on, which then wait).
_SMALL = 200_000
_CHUNK = 4096
_EPSILON = 1e-5


@dataclass(frozen=True)
class Tagger:
    """A trained network. Weights are in 1 / `GRID`, rows what goes in, columns channels.

    `names` are the features that it asks; `borders` part the values of each feature (a row) into bins, `places` has
    the number that stands for each bin. `first` and `first_bias` lead to the channels, `convolutions` of the
    neighbors at `dilations` below, the line itself and those above, each behind a normalization by `scales` and
    `shifts`; after the blocks of `pooled` follow `pools`. `last` and `last_bias` give the margin.
    """

    names: npt.NDArray[np.str_]
    borders: Floats
    places: Grid
    first: Grid
    first_bias: Grid
    dilations: Grid
    scales: Grid
    shifts: Grid
    convolutions: Grid
    biases: Grid
    pooled: Grid
    pools: Grid
    pool_biases: Grid
    last: Grid
    last_bias: Grid

    def margins(self, table: Floats) -> Ints:
        """The margin of each line, positive for the article, in units of 1 / `SCALE`.

        `table` has a row for each of `names`, a column for each line.
        """
        flow = _rounded(np.maximum(_product(self._placed(table), self._real.first) + self._real.first_bias, 0))
        for k, dilation in enumerate(self.dilations.tolist()):
            flow += self._convolved(_normal(flow), k, dilation)
            for pool in (self.pooled == k).nonzero()[0].tolist():
                flow += _rounded(self._means(flow) @ self._real.pools[pool] + self._real.pool_biases[pool])
        return np.rint(self._out(flow) * SCALE).astype(np.int64)

    def _placed(self, table: Floats) -> Doubles:
        """What stands for the features of each line, a row a line."""
        bins = np.zeros(table.shape, np.intp)
        for border in self._real.borders:
            bins += table > border
        bins += np.arange(0, self.places.size, self.places.shape[1])[:, None]
        return np.ascontiguousarray(self._real.places.take(bins).T)

    def _convolved(self, flow: Doubles, k: int, dilation: int) -> Doubles:
        count = len(flow)
        flow = _rounded(flow * self._real.scales[k] + self._real.shifts[k])
        edge = np.zeros((dilation, flow.shape[1]))
        padded = np.concatenate((edge, flow, edge))
        out = np.empty_like(flow)
        for start in range(0, count, _CHUNK):
            stop = min(start + _CHUNK, count)
            near = [padded[start + (1 + step) * dilation : stop + (1 + step) * dilation] for step in _REACH]
            out[start:stop] = _product(np.concatenate(near, axis=1), self._real.convolutions[k])
        return _rounded(np.maximum(out + self._real.biases[k], 0))

    def _means(self, flow: Doubles) -> Doubles:
        """The means of all lines, of the likely article, and of the rest, one after the other."""
        share = _rounded(np.clip(self._out(flow) / 6 + 0.5, 0, 1))[:, None]
        article, rest = (flow * share).sum(axis=0), (flow * (1 - share)).sum(axis=0)
        within = float(share.sum())
        parts = (flow.sum(axis=0) / len(flow), article / (within + FEW), rest / (len(flow) - within + FEW))
        return _rounded(np.concatenate(parts))

    def _out(self, flow: Doubles) -> Doubles:
        return np.asarray((flow * self._real.last).sum(axis=1) + self._real.last_bias)

    @lazy
    def _real(self) -> _Real:
        """The weights as the numbers that they stand for."""
        return _Real(
            borders=np.ascontiguousarray(self.borders.T)[:, :, None],
            **{field.name: getattr(self, field.name) / GRID for field in fields(_Real) if field.name != "borders"},
        )

    def arrays(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """What a model file holds of this network."""
        return {f"{prefix}_{field.name}": getattr(self, field.name) for field in fields(self)}

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> Tagger:
        """The network that `arrays` describes under `prefix`."""
        return cls(**{field.name: arrays[f"{prefix}_{field.name}"] for field in fields(cls)})


@dataclass(frozen=True)
class _Real:
    borders: Floats
    places: Doubles
    first: Doubles
    first_bias: Doubles
    scales: Doubles
    shifts: Doubles
    convolutions: Doubles
    biases: Doubles
    pools: Doubles
    pool_biases: Doubles
    last: Doubles
    last_bias: Doubles


def _rounded(values: Doubles) -> Doubles:
    whole = np.asarray(values * GRID)
    np.rint(whole, out=whole)
    whole *= 1 / GRID  # a power of two: exact, and faster than to divide
    return whole


def _normal(flow: Doubles) -> Doubles:
    """Each line's channels with a mean of 0 and a variance of 1."""
    width = flow.shape[1]
    total = flow.sum(axis=1, keepdims=True)
    variance = (width * (flow * flow).sum(axis=1, keepdims=True) - total * total) / (width * width)
    return np.asarray((flow - total / width) / np.sqrt(variance + _EPSILON))


def _product(rows: Doubles, weights: Doubles) -> Doubles:
    """`rows @ weights`, some rows at a time."""
    count, width = rows.shape
    step = max(1, _SMALL // weights.size)
    padded = np.concatenate((rows, np.zeros((-count % step, width))))
    return np.asarray((padded.reshape(-1, step, width) @ weights).reshape(-1, weights.shape[1])[:count])
