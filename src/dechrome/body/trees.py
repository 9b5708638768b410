"""Boosted oblivious trees in numpy: every level of a tree asks one question, so a leaf's number is six bits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

# Leaf values are whole numbers, so that their sum is the same on every machine and in any order.
SCALE = 2000


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

    def values(self, table: Floats) -> Ints:
        """The leaf value of every tree (rows) for every line; `table` has a row a feature, a column a line."""
        depth = self.column.shape[1]
        leaf = np.zeros((len(self.column), table.shape[1]), dtype=np.int64)
        for level in range(depth):
            answers = table[self.column[:, level]] > self.border[:, level, None]
            leaf += answers.astype(np.int64) << level
        return self.leaves[np.arange(len(leaf))[:, None], leaf].astype(np.int64)

    def sums(self, values: Ints) -> Ints:
        """The margin of each line, positive for the article, in units of 1 / `SCALE`."""
        return np.asarray(values.sum(axis=0) + self.bias, dtype=np.int64)

    def spoken(self, values: Ints, count: int) -> Ints:
        """How much each of `count` groups of features spoke for the article, a row a group.

        A tree's value is divided among the groups that it asks, a share for each level. For ordering alone.
        """
        shares = np.zeros((count, len(self.column)), dtype=np.int64)
        for level in range(self.column.shape[1]):
            np.add.at(shares, (self.groups[self.column[:, level]], np.arange(len(self.column))), 1)
        return shares @ values

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
