"""Boosted oblivious trees in numpy: every level of a tree asks one question, so a leaf's number is six bits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from dechrome.lazy import lazy

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# Leaf values are whole numbers, so that their sum is the same on every machine and in any order.
SCALE = 2000
_AT_ONCE = 256


@dataclass(frozen=True)
class Forest:
    """Trees of one depth. `column[t, k]` and `border[t, k]` are the question of tree `t` on level `k`.

    `leaves` are in units of 1 / `SCALE`; `groups` says for each column which group of features it belongs to.
    """

    column: npt.NDArray[np.int16]
    border: Floats
    leaves: npt.NDArray[np.int16]
    bias: int
    groups: npt.NDArray[np.int16]

    @lazy
    def _questions(self) -> tuple[tuple[npt.NDArray[np.intp], Floats], ...]:
        """The columns and borders of all trees, level by level."""
        return tuple((self.column[:, k].astype(np.intp), self.border[:, k, None]) for k in range(self.column.shape[1]))

    @lazy
    def _shares(self) -> npt.NDArray[np.int32]:
        """How many levels of each tree ask each group of features, a row a group."""
        shares = np.zeros((int(self.groups.max()) + 1, len(self.column)), dtype=np.int32)
        for level in range(self.column.shape[1]):
            np.add.at(shares, (self.groups[self.column[:, level]], np.arange(len(self.column))), 1)
        return shares

    def values(self, table: Floats) -> npt.NDArray[np.int16]:
        """The leaf value of every tree (rows) for every line; `table` has a row a feature, a column a line.

        Lines are taken some at a time, into the same small arrays, which stay in the processor's cache.
        """
        trees, count = len(self.column), table.shape[1]
        values = np.empty((trees, count), np.int16)
        # Where a tree's leaves begin among all; the smaller the numbers, the faster they are added.
        first = (np.arange(trees) * self.leaves.shape[1]).astype(np.min_scalar_type(self.leaves.size))[:, None]
        for start in range(0, count, _AT_ONCE):
            part = table[:, start : start + _AT_ONCE]
            width = part.shape[1]
            asked, answers = np.empty((trees, width), np.float32), np.empty((trees, width), np.bool_)
            leaf, bits = np.zeros((trees, width), np.uint8), answers.view(np.uint8)
            for level, (column, border) in enumerate(self._questions):
                part.take(column, axis=0, out=asked, mode="clip")
                np.greater(asked, border, out=answers)
                np.multiply(bits, np.uint8(1 << level), out=bits)  # several times as fast as a shift
                np.add(leaf, bits, out=leaf)
            values[:, start : start + width] = self.leaves.ravel().take(leaf + first, mode="clip")
        return values

    def sums(self, values: npt.NDArray[np.int16]) -> Ints:
        """The margin of each line, positive for the article, in units of 1 / `SCALE`."""
        return np.asarray(values.sum(axis=0, dtype=np.int32).astype(np.int64) + self.bias, dtype=np.int64)

    def spoken(self, values: npt.NDArray[np.int16], count: int) -> Ints:
        """How much each of `count` groups of features spoke for the article, a row a group.

        A tree's value is divided among the groups that it asks, a share for each level. For ordering alone.
        """
        spoken = np.zeros((count, values.shape[1]), dtype=np.int64)
        # Not `@`: for whole numbers it is slow, and for others it starts threads.
        spoken[: len(self._shares)] = np.einsum("gt,tn->gn", self._shares, values.astype(np.int32))
        return spoken

    def arrays(self, prefix: str) -> dict[str, npt.NDArray[Any]]:
        """What a model file holds of these trees."""
        fields: dict[str, npt.NDArray[Any]] = {
            "column": self.column,
            "border": self.border,
            "leaves": self.leaves,
            "groups": self.groups,
            "bias": np.array(self.bias),
        }
        return {f"{prefix}_{name}": array for name, array in fields.items()}

    @classmethod
    def of(cls, arrays: Mapping[str, npt.NDArray[Any]], prefix: str) -> Forest:
        """The trees that `arrays` describes under `prefix`."""
        column, border, leaves, groups = (arrays[f"{prefix}_{n}"] for n in ("column", "border", "leaves", "groups"))
        return cls(
            column.astype(np.int16),
            border.astype(np.float32),
            leaves.astype(np.int16),
            int(arrays[f"{prefix}_bias"]),
            groups.astype(np.int16),
        )
