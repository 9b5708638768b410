"""From a margin to a chance that can be believed, measured on lines whose sites were not trained on."""

from __future__ import annotations

import numpy as np
import numpy.typing as npt
from sklearn.isotonic import IsotonicRegression

from dechrome.body.trees import SCALE
from training.rows import Floats

_KNOTS = 41
_EDGE = 1e-4


def margins_of(chance: Floats) -> npt.NDArray[np.float64]:
    """The margins that chances stand for."""
    inside = np.clip(chance.astype(np.float64), _EDGE, 1 - _EDGE)
    return np.log(inside / (1 - inside)) * SCALE


def curve(chance: Floats, article: npt.NDArray[np.int8]) -> tuple[npt.NDArray[np.int64], npt.NDArray[np.float64]]:
    """Margins in order, and the share of lines with such a margin that are the article."""
    margin = margins_of(chance)
    model = IsotonicRegression(y_min=0.001, y_max=0.999, out_of_bounds="clip").fit(margin, article)
    knots = np.unique(np.round(np.linspace(margin.min(), margin.max(), _KNOTS)).astype(np.int64))
    return knots, np.round(model.predict(knots), 4)
