"""How confidences add up."""

from __future__ import annotations

from collections.abc import Iterable
from math import prod


def together(confidences: Iterable[float]) -> float:
    """What independent signs make together, each from 0 to 1: 1 - (1 - a)(1 - b)...; 0 where there is none.

    >>> together([0.5, 0.5]), together([])
    (0.75, 0.0)
    """
    return 1 - prod((1 - confidence for confidence in confidences), start=1.0)
