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
"""Weights are multiples of 1 / `GRID`."""
STEPS = 256
"""What flows between layers are multiples of 1 / `STEPS`: with such weights its sums are exact in any order."""
FEW = 0.1
"""Added to how many lines a mean is of, which may be none."""

Doubles = npt.NDArray[np.float64]
Flow = npt.NDArray[np.floating]

_REACH = (-1, 0, 1)
# So small a product at once is worked out by one thread (OpenBLAS takes several from 262,144 on, which then wait).
_SMALL = 200_000
_CHUNK = 2048
_EPSILON = 1e-5
_EXACT = 2**24  # floats of 32 bits are exact up to here
# A model file has these as they are, and all weights as whole numbers of 1 / `GRID`.
_AS_THEY_ARE = ("names", "borders", "dilations", "pooled")


@dataclass(frozen=True)
class Tagger:
    """A trained network. Weights are multiples of 1 / `GRID`; rows are channels, columns what goes in.

    `names` are the features that it asks; `borders` part the values of each feature (a row) into bins, `places` has
    the number that stands for each bin. `first` and `first_bias` lead to the channels, `convolutions` of the
    neighbors at `dilations` below, the line itself and those above, each behind a normalization by `scales` and
    `shifts`; after the blocks of `pooled` follow `pools`. `last` and `last_bias` give the margin.
    """

    names: npt.NDArray[np.str_]
    borders: Floats
    places: Floats
    first: Floats
    first_bias: Floats
    dilations: npt.NDArray[np.int16]
    scales: Floats
    shifts: Floats
    convolutions: Floats
    biases: Floats
    pooled: npt.NDArray[np.int16]
    pools: Floats
    pool_biases: Floats
    last: Floats
    last_bias: Floats

    def margins(self, table: Floats) -> Ints:
        """The margin of each line, positive for the article, in units of 1 / `SCALE`.

        `table` has a row for each of `names`, a column for each line.
        """
        # Whole numbers of 1 / STEPS from here on, a row a channel.
        flow = _rectified(_product(self.first, self._placed(table)), self.first_bias)
        for k, dilation in enumerate(self.dilations.tolist()):
            flow += self._convolved(flow, k, dilation)
            for pool in (self.pooled == k).nonzero()[0].tolist():
                told = self.pools[pool] @ self._means(flow) + self.pool_biases[pool] * STEPS
                flow += np.rint(told).astype(flow.dtype)[:, None]
        return np.rint(self._out(flow) * SCALE).astype(np.int64)

    def _placed(self, table: Floats) -> Flow:
        """What stands for the features of each line, a column a line."""
        bins, above = np.zeros(table.shape, np.uint8), np.empty(table.shape, np.bool_)
        for border in self.borders.T[:, :, None]:
            np.greater(table, border, out=above)
            bins += above.view(np.uint8)
        rows = np.arange(0, self.places.size, self.places.shape[1])[:, None]
        return self._places.take(rows + bins)

    def _convolved(self, flow: Flow, k: int, dilation: int) -> Flow:
        channels, count = flow.shape
        padded = np.zeros((channels, count + 2 * dilation), flow.dtype)
        inner = _normal(flow)
        inner *= self.scales[k][:, None] * STEPS
        inner += self.shifts[k][:, None] * STEPS
        np.rint(inner, out=padded[:, dilation : dilation + count])
        for start in range(0, count, _CHUNK):
            stop = min(start + _CHUNK, count)
            near = [padded[:, start + (1 + step) * dilation : stop + (1 + step) * dilation] for step in _REACH]
            inner[:, start:stop] = _product(self.convolutions[k], np.concatenate(near))
        return _rectified(inner, self.biases[k])

    def _means(self, flow: Flow) -> Doubles:
        """The means of all lines, of the likely article, and of the rest, one after the other."""
        share = np.rint(np.clip(self._out(flow) / 6 + 0.5, 0, 1) * STEPS) / STEPS
        count, within = flow.shape[1], float(share.sum())
        whole, article = flow.sum(axis=1, dtype=np.float64), np.einsum("cn,n->c", flow, share)
        parts = (whole / count, article / (within + FEW), (whole - article) / (count - within + FEW))
        return np.asarray(np.rint(np.concatenate(parts)))

    def _out(self, flow: Flow) -> Doubles:
        return np.asarray(np.einsum("c,cn->n", self.last.astype(np.float64), flow) / STEPS + self.last_bias)

    @lazy
    def precision(self) -> npt.DTypeLike:
        """The smallest floats that hold all sums of products exactly."""
        return np.float32 if self.largest() * GRID * STEPS < _EXACT else np.float64

    @lazy
    def _places(self) -> Flow:
        return np.rint(self.places * STEPS).astype(self.precision)

    def largest(self) -> float:
        """No sum of a product of weights with what is in bins or behind a normalization is larger, whatever the text.

        The channels of a line behind a normalization have a length of the root of their number, before `scales` and
        `shifts`: by Cauchy and Schwarz, no sum is larger than that times the length of the weights.
        """
        channels = len(self.first)
        sums = [(np.abs(self.first) @ np.abs(self.places).max(axis=1, keepdims=True))[:, 0]]
        for weights, scale, shift in zip(self.convolutions, self.scales, self.shifts, strict=True):
            near = weights.reshape(channels, len(_REACH), channels)
            # A half for the rounding.
            rest = np.abs(near) @ (np.abs(shift) + 0.5 / STEPS)
            sums.append((np.linalg.norm(near * scale, axis=2) * channels**0.5 + rest).sum(axis=1))
        return float(np.max(sums))

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
        found: dict[str, Any] = {field.name: arrays[f"{prefix}_{field.name}"] for field in fields(cls)}
        found |= {name: on_grid(array / GRID) for name, array in found.items() if name not in _AS_THEY_ARE}
        return cls(**found)


def on_grid(values: npt.NDArray[Any]) -> Floats:
    """The nearest multiples of 1 / `GRID`."""
    return np.asarray(np.rint(values * GRID) / GRID, np.float32)


def _rectified(sums: Flow, bias: Floats) -> Flow:
    sums += bias[:, None] * STEPS
    np.maximum(sums, 0, out=sums)
    return np.rint(sums, out=sums)


def _normal(flow: Flow) -> Flow:
    """Each line's channels with a mean of 0 and a variance of 1."""
    channels = len(flow)
    centered = flow - flow.sum(axis=0) / channels
    squares = centered * centered
    # Halved by hand: these sums are not exact, so their order must be the same everywhere.
    while len(squares) > 1:
        half = len(squares) // 2
        squares[:half] += squares[half : 2 * half]
        squares = np.concatenate((squares[:half], squares[2 * half :])) if len(squares) % 2 else squares[:half]
    centered /= np.sqrt(squares / channels + _EPSILON * STEPS * STEPS)
    return np.asarray(centered)


def _product(weights: Floats, columns: Flow) -> Flow:
    """`weights @ columns`, some columns at a time."""
    (height, width), count = weights.shape, columns.shape[1]
    step = max(1, _SMALL // weights.size)
    whole = count - count % step
    out = np.empty((height, count), columns.dtype)
    parts = columns[:, :whole].reshape(width, -1, step).swapaxes(0, 1)
    np.matmul(weights, parts, out=out[:, :whole].reshape(height, -1, step).swapaxes(0, 1))
    np.matmul(weights, columns[:, whole:], out=out[:, whole:])
    return out
