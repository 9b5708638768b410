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

GRID = 1024
"""Weights and what flows between layers are multiples of 1 / `GRID`: their sums are exact in any order."""
FEW = 0.1
"""Added to how many lines a mean is of, which may be none."""

Doubles = npt.NDArray[np.float64]

_REACH = (-1, 0, 1)
# So small a product at once is worked out by one thread (OpenBLAS takes several from 262,144 on, which then wait).
_SMALL = 200_000
_CHUNK = 4096
_EPSILON = 1e-5
# A model file has these as they are, and all weights as whole numbers of 1 / `GRID`.
_AS_THEY_ARE = ("names", "borders", "dilations", "pooled")


@dataclass(frozen=True)
class Tagger:
    """A trained network. Weights are multiples of 1 / `GRID`; rows what goes in, columns channels.

    `names` are the features that it asks; `borders` part the values of each feature (a row) into bins, `places` has
    the number that stands for each bin. `first` and `first_bias` lead to the channels, `convolutions` of the
    neighbors at `dilations` below, the line itself and those above, each behind a normalization by `scales` and
    `shifts`; after the blocks of `pooled` follow `pools`. `last` and `last_bias` give the margin.
    """

    names: npt.NDArray[np.str_]
    borders: Floats
    places: Doubles
    first: Doubles
    first_bias: Doubles
    dilations: npt.NDArray[np.int16]
    scales: Doubles
    shifts: Doubles
    convolutions: Doubles
    biases: Doubles
    pooled: npt.NDArray[np.int16]
    pools: Doubles
    pool_biases: Doubles
    last: Doubles
    last_bias: Doubles

    def margins(self, table: Floats) -> Ints:
        """The margin of each line, positive for the article, in units of 1 / `SCALE`.

        `table` has a row for each of `names`, a column for each line.
        """
        flow = rounded(np.maximum(_product(self._placed(table), self.first) + self.first_bias, 0))
        for k, dilation in enumerate(self.dilations.tolist()):
            flow += self._convolved(_normal(flow), k, dilation)
            for pool in (self.pooled == k).nonzero()[0].tolist():
                flow += rounded(self._means(flow) @ self.pools[pool] + self.pool_biases[pool])
        return np.rint(self._out(flow) * SCALE).astype(np.int64)

    def _placed(self, table: Floats) -> Doubles:
        """What stands for the features of each line, a row a line."""
        bins = np.zeros(table.shape, np.uint8)
        for border in self.borders.T[:, :, None]:
            bins += table > border
        rows = np.arange(0, self.places.size, self.places.shape[1])[:, None]
        return np.ascontiguousarray(self.places.take(rows + bins).T)

    def _convolved(self, flow: Doubles, k: int, dilation: int) -> Doubles:
        count = len(flow)
        flow = rounded(flow * self.scales[k] + self.shifts[k])
        edge = np.zeros((dilation, flow.shape[1]))
        padded = np.concatenate((edge, flow, edge))
        out = np.empty_like(flow)
        for start in range(0, count, _CHUNK):
            stop = min(start + _CHUNK, count)
            near = [padded[start + (1 + step) * dilation : stop + (1 + step) * dilation] for step in _REACH]
            out[start:stop] = _product(np.concatenate(near, axis=1), self.convolutions[k])
        return rounded(np.maximum(out + self.biases[k], 0))

    def _means(self, flow: Doubles) -> Doubles:
        """The means of all lines, of the likely article, and of the rest, one after the other."""
        share = rounded(np.clip(self._out(flow) / 6 + 0.5, 0, 1))[:, None]
        article, rest = (flow * share).sum(axis=0), (flow * (1 - share)).sum(axis=0)
        within = float(share.sum())
        parts = (flow.sum(axis=0) / len(flow), article / (within + FEW), rest / (len(flow) - within + FEW))
        return rounded(np.concatenate(parts))

    def _out(self, flow: Doubles) -> Doubles:
        return np.asarray((flow * self.last).sum(axis=1) + self.last_bias)

    def arrays(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """What a model file holds of this network."""
        found = {field.name: getattr(self, field.name) for field in fields(self)}
        return {
            f"{prefix}_{name}": array if name in _AS_THEY_ARE else np.rint(array * GRID).astype(np.int16)
            for name, array in found.items()
        }

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> Tagger:
        """The network that `arrays` describes under `prefix`."""
        found = {field.name: arrays[f"{prefix}_{field.name}"] for field in fields(cls)}
        return cls(**{name: array if name in _AS_THEY_ARE else array / GRID for name, array in found.items()})


def rounded(values: Doubles) -> Doubles:
    """The nearest multiples of 1 / `GRID`."""
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
    whole = count - count % step
    out = np.empty((count, weights.shape[1]))
    np.matmul(rows[:whole].reshape(-1, step, width), weights, out=out[:whole].reshape(-1, step, weights.shape[1]))
    np.matmul(rows[whole:], weights, out=out[whole:])
    return out
