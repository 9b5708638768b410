"""The headline and the standfirst: they stand apart from the article, and their words tell that they belong to it."""

from __future__ import annotations

import numpy as np

from dechrome.body.arrays import Flags, Ints, best
from dechrome.body.shapes import Shapes
from dechrome.body.vocabulary import Vocabulary

# So many lines above the article a headline may stand: share bars, bylines and dates come between.
_ABOVE = 30
# Where no line above it has words of the article, its headline is one of the nearest.
_NEAR = 4
_WORDS = 3
_WIDEST = 200
_STANDFIRST = 50
_SHARED = 0.5
# Chances in 1/256: what a headline has at least, what it has where another line may be it, and what a line has that
# went only because it stands alone.
_LEAST, _SECOND, _LIKELY = 16, 48, 128
# What it is worth that all of a line's words recur, in chances: a date recurs too, a headline is likelier than it.
_RECURS = 40
# The article is the heaviest stretch of what is kept; other lines in it cost a little.
_HEAVIEST, _GAP = 300, -30


def heads(kept: Flags, chance: Ints, shape: Shapes, vocabulary: Vocabulary) -> tuple[Flags, Flags]:
    """The lines above what is kept whose words it takes up: the headline, and the standfirst between it and the text.

    A headline has some words, half of which at least recur in the lines that stay; of several, the likeliest, and of
    those the one that shares more. Lines that by themselves are likely the article stay too: they went only because
    they stand alone. Nothing where no running text is kept. The second answer has the headline and the standfirst only.
    """
    out = np.zeros(len(kept), dtype=bool)
    first, end = best(np.where(kept & (shape.width >= _STANDFIRST), np.minimum(shape.width, _HEAVIEST), _GAP))
    if first == end:
        return out, out
    start = max(0, first - _ABOVE)
    above = slice(start, first)
    out[above] = (chance[above] >= _LIKELY) & (shape.words[above] >= _WORDS)
    share = vocabulary.recurring(kept)[above]
    stays = kept[above] | out[above]
    like = (shape.words[above] >= _WORDS) & (shape.width[above] <= _WIDEST) & (share >= _SHARED)
    fits = like & ~stays & (chance[above] >= (_SECOND if (like & stays).any() else _LEAST))
    title = _nearest(first, chance, shape)
    if not fits.any():
        title &= kept | ~(like & stays).any()
        return out | title, title
    title &= kept
    places = fits.nonzero()[0]
    place = int(places[(chance[above][places] + np.rint(_RECURS * share[places]).astype(np.int64)).argmax()])
    between = np.arange(place + 1, first - start)
    title[start + place] = True
    title[start + between[(shape.width[start + between] >= _STANDFIRST) & (share[between] >= _SHARED)]] = True
    return out | title, title


def _nearest(first: int, chance: Ints, shape: Shapes) -> Flags:
    """The title that begins the article or stands right above it, its headline though none of its words recur."""
    out = np.zeros(len(chance), dtype=bool)
    for i in range(first, max(-1, first - 1 - _NEAR), -1):
        if shape.words[i] >= _WORDS and shape.width[i] <= _WIDEST and not shape.sentence[i] and chance[i] >= _LEAST:
            out[i] = True
            break
    return out
