"""What is known of a line that is left when the model has looked twice: before the other rules, and after them."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dechrome.body.arrays import Flags, Ints, Nearest, clipped, everywhere, neighbors, sums, weights, windowed
from dechrome.body.features import Features

SURE = 1000
"""A confidence of 1; all of them here are whole numbers, so that no machine rounds differently."""
_WIDE = 60
_LOW, _LOWEST = 300, 100
_FAR = 1_000_000
_NEAR = 1500
_SURELY = 800
_SAYS = 0.08  # how much labels that both looks surely drop say, of what text that went says
_STEPS = (1, 2, 3, -1, -2, -3)
_WINDOWS = ((-8, 0), (1, 9), (-25, 0), (1, 26))


@dataclass(frozen=True)
class Seen:
    """What two looks said of the lines that are left, none of them blank: how surely each goes, in 1/1000.

    `place` is where each stood among the lines of the first look, `widths` are the widths of all of those; `heard` is
    what the other rules said, `kept` what the second look says must stay.
    """

    first: Ints
    second: Ints
    heard: Ints
    kept: Flags
    width: Ints
    sentence: Flags
    label: Flags
    place: Ints
    widths: Ints

    @property
    def frame(self) -> float:
        """How much of the text a page's frame is: what went between the looks, or labels that both drop."""
        left = max(1, int(self.width.sum()))
        taken = 1 - left / max(left, int(self.widths.sum()))
        dropped = int(self.width[self.label & (np.minimum(self.first, self.second) >= _SURELY)].sum()) / left
        return max(taken, dropped * _SAYS)


def amid(features: Features) -> Flags:
    """Which lines have what is the article for certain near above and below them, as subheadings and lists do."""
    return np.asarray((features["far_b"] < _NEAR) & (features["far_a"] < _NEAR))


def look_features(seen: Seen) -> Features:
    """The features of the lines that are left: both answers, those of the lines around, and what went in between."""
    count = len(seen.width)
    here, weight = np.arange(count), weights(seen.width)
    mean = (seen.first + seen.second) // 2
    columns: Features = {
        "a": seen.first,
        "b": seen.second,
        "heard": seen.heard,
        "kept": seen.kept,
        "w": seen.width,
        "sent": seen.sentence,
        "label": seen.label,
        "i": np.minimum(here, 500),
        "back": np.minimum(count - here, 500),
    }
    stays = np.where(mean < _LOW, weight, 0).cumsum()
    columns["ahead"] = SURE * stays // max(1, int(stays[-1]))
    total = max(1, int(weight.sum()))
    document = {name: int((weight * of).sum()) // total for name, of in (("d_a", seen.first), ("d_b", seen.second))}
    columns |= everywhere(document | {"d_m": int((weight * mean).sum()) // total, "d_low": int(stays[-1])}, count)
    for name, values, fill in (("a", seen.first, SURE), ("b", seen.second, SURE), ("w", seen.width, 0)):
        at = neighbors(values, max(_STEPS), fill)
        columns |= {f"{name}{step:+}": at(step) for step in _STEPS}
    inside, around = windowed(sums(np.array((weight * mean, weight))), _WINDOWS)
    for (start, stop), doubt, letters in zip(_WINDOWS, inside, around, strict=True):
        columns[f"m[{start},{stop})"] = np.where(letters > 0, doubt // np.maximum(letters, 1), SURE)
    columns |= _gaps(seen)
    columns |= _distances(seen, mean)
    return columns


def _gaps(seen: Seen) -> Features:
    """How many lines and letters stood right before and behind each line, and went."""
    letters, place = sums(seen.widths), seen.place
    before = np.concatenate(([0], place[:-1] + 1))
    behind = np.concatenate((place[1:], [len(seen.widths)]))
    return {
        "gap_b": clipped(letters[place] - letters[before], 0, _FAR),
        "gap_a": clipped(letters[behind] - letters[place + 1], 0, _FAR),
        "gone_b": clipped(place - before, 0, 500),
        "gone_a": clipped(behind - place - 1, 0, 500),
    }


def _distances(seen: Seen, mean: Ints) -> Features:
    """How many letters away the nearest line is, before and behind, that is the article for certain."""
    at, last = sums(seen.widths)[seen.place], len(mean) - 1
    certain = Nearest.of([(mean < _LOWEST) & (seen.width >= _WIDE)])
    columns: Features = {}
    for name, found in (("far_b", certain.before[0]), ("far_a", certain.after[0])):
        away = np.minimum(np.abs(at - at[clipped(found, 0, last)]), _FAR)
        columns[name] = np.where((found >= 0) & (found <= last), away, _FAR)
    return columns
