"""What the second stage knows of a line beside: what the first stage thinks of the lines around it."""

from __future__ import annotations

import numpy as np

from dechrome.body.arrays import Ints, Nearest, clipped, everywhere, neighbors, sums, weights, windowed
from dechrome.body.decode import FULL
from dechrome.body.features import Described, Features, stretch
from dechrome.body.shapes import Shapes
from dechrome.body.text import CLASSES

_WINDOWS = ((-3, 0), (1, 4), (-8, 0), (1, 9), (-20, 0), (1, 21), (-60, 0), (1, 61))


def context(text: Described, chance: Ints) -> Features:
    """The features of the second stage; `chance` is the first stage's, in 1/256, for each line to be the article."""
    columns: Features = {"p": chance}
    at = neighbors(chance, 5)
    columns |= {f"p{step:+}": at(step) for step in range(-5, 6) if step}
    columns |= _around(chance, text.shape.width)
    columns |= _distances(chance, text.shape)
    columns |= _stretch(chance, text.shape)
    columns |= text.vocabulary.article_shares(chance, text.shape.words)
    columns |= _title(text, columns)
    weight = weights(text.shape.width)
    columns["a_chain"] = text.chains.total(chance * weight) / np.maximum(text.chains.total(weight), 1)
    for name in ("firstc", "lastc"):
        kind = text.features[name]
        mean = np.bincount(kind, weights=chance, minlength=CLASSES)[kind] - chance
        columns[f"a_{name}"] = mean / np.maximum(np.bincount(kind, minlength=CLASSES)[kind] - 1, 1)
    return columns


def _around(chance: Ints, width: Ints) -> Features:
    """How much of the text around a line is the article, and how much of the article lies before it."""
    count = len(chance)
    weight = weights(width)
    article, letters = sums(chance * weight), sums(weight)
    likely = sums(chance >= FULL // 2)
    columns: Features = {}
    inside, around, chances = windowed(sums(np.array([chance * weight, weight, chance])), _WINDOWS)
    for (start, stop), mean, total in zip(_WINDOWS, inside / np.maximum(around, 1), chances, strict=True):
        columns[f"pm[{start},{stop})"], columns[f"ps[{start},{stop})"] = mean, total
    columns["hb"], columns["ha"] = likely[:-1], likely[-1] - likely[:-1]
    columns["ptb"] = article[:-1] / max(1, int(article[-1]))
    document = {
        "d_p": article[-1] / max(1, int(letters[-1])),
        "d_pt": article[-1] // FULL,
        "d_hi": likely[-1] / count,
    }
    return columns | everywhere(document, count)


def _distances(chance: Ints, shape: Shapes) -> Features:
    """How far away the nearest line is that is surely, or probably, the article, or surely not."""
    wide = shape.width >= 60
    near = Nearest.of([(chance >= 205) & wide, (chance >= 128) & wide, chance < 26])
    before, after = near.lines()
    columns: Features = {"lob": before[2], "loa": after[2]}
    for row, name in enumerate(("80", "50")):
        columns[f"db{name}"], columns[f"da{name}"] = before[row], after[row]
        columns[f"dbw{name}"], columns[f"daw{name}"] = near.text(row, shape.letters)
    return columns


def worth(chance: Ints, width: Ints) -> Ints:
    """What each line adds to a stretch that may be the article: less than nothing where it is hardly part of it."""
    return (2 * chance - FULL) * np.minimum(width, 300) // 64 - 30


def _stretch(chance: Ints, shape: Shapes) -> Features:
    """The stretch that is most probably the article."""
    columns, (start, stop) = stretch(worth(chance, shape.width), "s")
    weight = weights(shape.width)
    article, letters, all_letters = sums(chance * weight), sums(weight), shape.letters
    inside = article[stop] - article[start]
    document = {
        "s_share": (all_letters[stop] - all_letters[start]) / max(1, int(all_letters[-1])),
        "s_pin": inside / max(1, int(article[-1])),
        "s_dens": inside / max(1, int(letters[stop] - letters[start])),
    }
    return columns | everywhere(document, len(chance))


def _title(text: Described, columns: Features) -> Features:
    """The line above the article whose words it takes up most: what shares words with it, and where it stands."""
    here = np.arange(len(text.shape.width))
    width = text.shape.width
    begins = int(columns["s_in"].argmax())
    titles = ((width >= 20) & (width <= 160) & (here < max(begins + 1, 1)) & (text.shape.words >= 3)).nonzero()[0]
    if not len(titles):
        return {"v_title": np.zeros(len(here)), "t_d": np.full(len(here), -101)}
    title = titles[(columns["v_any"][titles] + 0.002 * np.minimum(titles, 50)).argmax()]
    return {"v_title": text.vocabulary.shared_with(int(title)), "t_d": clipped(here - title, -100, 100)}
