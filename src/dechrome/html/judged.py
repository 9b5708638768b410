"""What trafilatura's judgement of a page says of each line, as numbers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
import numpy.typing as npt

from dechrome.html.sums import Sums, shifted

UNKNOWN = -1.0
"""The value of a feature of which nothing is known: trafilatura was not asked, the page states no title."""
_STEPS = (-2, -1, 1, 2)
_UP = (1, 2, 3)
_REACHES = (3, 10)
NAMES = (
    "judged", "kind_judged", "judged_before", "judged_behind", *(f"up{up}_judged" for up in _UP),
    *(f"judged{step:+}" for step in _STEPS), *(f"judged_{reach}" for reach in _REACHES),
)  # fmt: skip
"""The names of the features."""


def judged_features(judged: Sequence[float], sums: Sums, kinds: npt.NDArray[np.int64]) -> dict[str, Any]:
    """How much of a line, of the elements around it, of lines of its kind and of the lines near is the main text.

    `judged` is trafilatura's share of each line, `kinds` has a number for each that lines of one kind share.
    """
    main = np.asarray(judged, float)
    place, count = np.arange(len(main)), len(main)
    out: dict[str, Any] = {"judged": main}
    out["kind_judged"] = (np.bincount(kinds, weights=main) / np.bincount(kinds))[kinds]
    inside, here = sums.summed(main * sums.own_width), sums.at
    for up in _UP:
        here = sums.up(here)
        out[f"up{up}_judged"] = inside[here] / np.maximum(sums.width[here], 1)
    out |= {f"judged{step:+}": shifted(main, step) for step in _STEPS}
    kept = np.flatnonzero(main > 0.5)
    first, last = (kept[0], kept[-1]) if len(kept) else (count, -1)
    out["judged_before"], out["judged_behind"] = np.clip(first - place, -50, 50), np.clip(place - last, -50, 50)
    total = np.concatenate(([0.0], np.cumsum(main)))
    for reach in _REACHES:
        low, high = np.maximum(place - reach, 0), np.minimum(place + reach + 1, count)
        out[f"judged_{reach}"] = (total[high] - total[low]) / (high - low)
    return out
