"""What the lines in each element of a page add up to, and how its elements lie to each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dechrome.block import Block, Tree
from dechrome.html import elements
from dechrome.types import Line

_Ints = npt.NDArray[np.int64]
FAR = 20
"""So many elements up everything is far away."""
PROSE = 80
"""A line of this width that ends as sentences do is running text."""


class Sums:
    """What the lines in each element add up to."""

    def __init__(self, tree: Tree, marked: Sequence[tuple[Line, Block]]) -> None:
        self.parents = np.array(tree.parents, np.int64)
        self.flags = np.array(tree.flags, np.int64)
        self.at = np.array([block.element for _, block in marked], np.int64)
        depth: list[int] = []
        for parent in tree.parents:
            depth.append(depth[parent] + 1 if parent >= 0 else 0)
        self.depth = np.array(depth, np.int64)
        order = np.argsort(self.depth, kind="stable")
        self.levels = np.split(order, np.cumsum(np.bincount(self.depth))[:-1])
        self.own_width = width = np.array([line.width for line, _ in marked], np.int64)
        linked = np.array([block.link_share for _, block in marked]) * width
        prose = np.array([line.width if line.width >= PROSE and line.ends_sentence else 0 for line, _ in marked])
        self.width, self.linked, self.prose = self.summed(width), self.summed(linked), self.summed(prose)
        self.count = self.summed(np.ones(len(marked)))

    def summed(self, values: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
        """What the values of the lines in each element, a value a line, add up to."""
        total = np.bincount(self.at, weights=values, minlength=len(self.parents)).astype(np.float64)
        for level in reversed(self.levels[1:]):
            np.add.at(total, self.parents[level], total[level])
        return total

    def up(self, elements_: _Ints) -> _Ints:
        """The parents; the root is its own."""
        return np.maximum(self.parents[elements_], 0)

    def columns(self) -> dict[str, Any]:
        """The features."""
        all_width, all_prose = max(1.0, self.width[0]), max(1.0, self.prose[0])
        found: dict[str, Any] = {"depth": np.minimum(self.depth[self.at], 60)}
        for name, flag in elements.ROLES.items():
            found[f"in_{name}"] = (self.flags[self.at] & flag) > 0
        found["lists"] = (self.flags[self.at] >> elements.LIST_SHIFT) & elements.DEEPEST
        found["was_hidden"] = (self.flags[self.at] & elements.HIDDEN) > 0
        here = self.at
        for step in range(4):
            width = np.maximum(self.width[here], 1)
            found[f"up{step}_share"] = self.width[here] / all_width
            found[f"up{step}_links"] = self.linked[here] / width
            found[f"up{step}_prose"] = self.prose[here] / width
            found[f"up{step}_lines"] = np.minimum(self.count[here], 300)
            here = self.up(here)
        main = self._main()
        steps, inside = self.to(main)
        found |= {"main_steps": np.minimum(steps, FAR), "main_depth": np.full(len(here), self.depth[main])}
        found["main_in"] = self.prose[inside] / all_prose
        found["main_share"] = self.width[inside] / all_width
        return found

    def _main(self) -> int:
        """The innermost element that holds most of the prose."""
        holding = np.flatnonzero(self.prose > self.prose[0] / 2)
        return int(holding[-1]) if len(holding) else 0

    def to(self, main: int) -> tuple[_Ints, _Ints]:
        """How far above each line an element stands that holds `main` too, and which one."""
        above = np.zeros(len(self.parents), bool)
        at = main
        while at >= 0:
            above[at] = True
            at = int(self.parents[at])
        here, steps = self.at.copy(), np.zeros(len(self.at), np.int64)
        while not above[here].all():
            outside = ~above[here]
            here[outside] = self.up(here[outside])
            steps += outside
        return steps, here


def shifted(column: npt.NDArray[Any], step: int) -> npt.NDArray[Any]:
    """The values so many lines further on; -1 where there is no line."""
    out = np.full(len(column), -1.0)
    if step > 0:
        out[:-step] = column[step:]
    else:
        out[-step:] = column[:step]
    return out
