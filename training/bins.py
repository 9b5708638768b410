"""Values of features as bins of equal numbers of lines, and the number that stands for each bin."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from training.rows import Floats

_BINS = 16
_SAMPLE = 60_000
_SPREAD = 3**0.5  # of equally frequent numbers between these the variance is 1


@dataclass(frozen=True)
class Bins:
    """For each feature (a row) the borders between its bins, infinite behind the last, and each bin's number."""

    names: tuple[str, ...]
    borders: Floats
    places: Floats

    @classmethod
    def of(cls, table: Floats, names: list[str], rng: np.random.Generator) -> Bins:
        """The bins of the features (columns) of these lines (rows). A feature that is always the same is left out."""
        some = table[np.sort(rng.choice(len(table), min(_SAMPLE, len(table)), replace=False))]
        found = {name: _bins(np.sort(column)) for name, column in zip(names, some.T, strict=True)}
        used = {name: pair for name, pair in found.items() if len(pair[0])}
        borders = np.full((len(used), _BINS + 1), np.inf, np.float32)
        places = np.zeros((len(used), _BINS + 2), np.float32)
        for row, (border, place) in enumerate(used.values()):
            borders[row, : len(border)], places[row, : len(place)] = border, place
        return cls(tuple(used), borders, places)

    def codes(self, table: Floats, names: list[str]) -> npt.NDArray[np.uint8]:
        """The bin of each value of the features (columns, by `names`), a row a line."""
        out = np.zeros((len(table), len(self.names)), np.uint8)
        for k, name in enumerate(self.names):
            out[:, k] = self.borders[k].searchsorted(table[:, names.index(name)])
        return out


def _bins(values: Floats) -> tuple[Floats, Floats]:
    borders = np.unique(np.quantile(values, (np.arange(_BINS) + 0.5) / _BINS, method="nearest"))
    borders = borders[borders < values[-1]]
    if values[0] < values[-1] and (not len(borders) or values[0] < borders[0]):
        borders = np.concatenate((values[:1], borders))
    counts = np.bincount(borders.searchsorted(values), minlength=len(borders) + 1)
    places = (2 * (counts.cumsum() - counts / 2) / len(values) - 1) * _SPREAD
    return borders.astype(np.float32), places.astype(np.float32)
