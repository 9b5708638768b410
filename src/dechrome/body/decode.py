"""From the lines' probabilities to one decision for the document: the likeliest course of runs."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]


def likeliest(gain: Ints, switch: int) -> npt.NDArray[np.bool_]:
    """Which lines are the article: the choice of the greatest sum of gains, where each change costs `switch`.

    `gain` is what keeping a line is worth (negative: what it costs). Of choices as good, the one that keeps more.

    >>> likeliest(np.array([-9, 5, -1, 5, -9, 1, -9]), 2).tolist()
    [False, True, True, True, False, False, False]
    """
    kept = dropped = 0
    keeps: list[bool] = []  # whether the best way to keep this line comes from a kept one
    drops: list[bool] = []  # whether the best way to drop it comes from a kept one
    for worth in gain.tolist():
        keeps.append(kept >= dropped - switch)
        drops.append(kept - switch > dropped)
        kept, dropped = max(kept, dropped - switch) + worth, max(dropped, kept - switch)
    state = kept >= dropped
    chosen = []
    for position in range(len(keeps) - 1, -1, -1):
        chosen.append(state)
        state = keeps[position] if state else drops[position]
    return np.array(chosen[::-1], dtype=bool)
