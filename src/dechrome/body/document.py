"""What a text is like as a whole: whether there is an article in it at all."""

from __future__ import annotations

import numpy as np

from dechrome.body.arrays import Ints, best, sums, weights
from dechrome.body.context import worth
from dechrome.body.decode import FULL
from dechrome.body.features import Described, Features

_WIDE = 80
_OF_LINES = ("d_n", "d_w", "d_prose", "d_pshare", "d_label", "d_sent", "d_kn", "d_blank")


def document(text: Described, chance: Ints) -> Features:
    """The features of a text, one value each; `chance` is the second stage's, in 1/256, for each line."""
    width = text.shape.width
    weight = weights(width)
    article, letters = int((chance * weight).sum()), max(1, int(weight.sum()))
    wide = np.sort(chance[width >= _WIDE])[::-1]
    start, stop = best(worth(chance, width))
    inside, within = sums(chance * weight), sums(weight)
    long = width >= _WIDE
    values = {name: float(text.features[name][0]) for name in _OF_LINES} | {
        "mean": article / letters,
        "sum": article // FULL,
        "best": int(wide[0]) if len(wide) else 0,
        "third": int(wide[2]) if len(wide) > 2 else 0,
        "wide": len(wide),
        "sure": int((chance[long] >= 205).sum()),
        "likely": int((chance >= 128).sum()),
        "sure_letters": int(weight[long & (chance >= 205)].sum()),
        "unsure": int(((chance >= 50) & (chance < 205) & long).sum()),
        "stretch": int(within[stop] - within[start]),
        "stretch_mean": int(inside[stop] - inside[start]) / max(1, int(within[stop] - within[start])),
        "stretch_share": int(inside[stop] - inside[start]) / max(1, article),
    }
    return {name: np.array([value]) for name, value in values.items()}
