"""The headline and the standfirst: they stand apart from the article, and their words tell that they belong to it."""

from __future__ import annotations

import numpy as np

from dechrome.body.arrays import Flags, best
from dechrome.body.shapes import Shapes
from dechrome.body.vocabulary import Vocabulary

# So many lines above the article a headline may stand: share bars, bylines and dates come between.
_ABOVE = 30
_WORDS = 3
_WIDEST = 200
_STANDFIRST = 50
_SHARED = 0.5
# The article is the heaviest stretch of what is kept; other lines in it cost a little.
_HEAVIEST, _GAP = 300, -30


def heads(kept: Flags, likely: Flags, shape: Shapes, vocabulary: Vocabulary) -> Flags:
    """The lines above what is kept whose words it takes up: the headline, and the standfirst between it and the text.

    A headline has some words, half of which at least recur in the lines that stay; of several, the one that shares
    most, and of those that share as much, the nearest. Lines that by themselves are `likely` the article stay too:
    they went only because they stand alone. Nothing where no running text is kept.
    """
    out = np.zeros(len(kept), dtype=bool)
    first, end = best(np.where(kept & (shape.width >= _STANDFIRST), np.minimum(shape.width, _HEAVIEST), _GAP))
    if first == end:
        return out
    start = max(0, first - _ABOVE)
    out[start:first] = likely[start:first] & (shape.words[start:first] >= _WORDS)
    share = vocabulary.recurring(kept)[start:first]
    fits = (shape.words[start:first] >= _WORDS) & (shape.width[start:first] <= _WIDEST) & (share >= _SHARED)
    if not fits.any():
        return out
    places = np.flatnonzero(fits)
    title = int(places[np.argmax(share[places] + 0.01 * places)])
    out[start + title] = True
    between = np.arange(title + 1, first - start)
    out[start + between[(shape.width[start + between] >= _STANDFIRST) & (share[between] >= _SHARED)]] = True
    return out
