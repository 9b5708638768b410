"""What a line looks like by itself: how wide, how many words, of which characters, how it begins and ends."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dechrome.body.arrays import Column, Flags, Ints, sums
from dechrome.body.text import (
    BRACKET,
    BULLET,
    CLASSES,
    COLON,
    COMMA,
    DASH,
    DENSE,
    DIGIT,
    ELLIPSIS,
    LETTER,
    LOWER,
    OTHER,
    QUOTE,
    SIGN,
    SPACE,
    STOP,
    UPPER,
    Text,
)  # fmt: skip
from dechrome.lazy import lazy

_COUNTED = {
    "lo": LOWER, "up": UPPER, "le": LETTER, "un": DENSE, "di": DIGIT, "st": STOP, "co": COMMA, "cl": COLON,
    "qu": QUOTE, "br": BRACKET, "da": DASH, "bu": BULLET, "sy": SIGN,
}  # fmt: skip
_NOWHERE = 1 << 40
_FULL_STOP_OF_DENSE = 0x3002


@dataclass(frozen=True)
class Shapes:
    """The shapes of lines: `columns` are features, the rest is what other features are made of."""

    columns: dict[str, Column]
    width: Ints
    words: Ints
    prose: Flags
    sentence: Flags
    label: Flags

    @lazy
    def letters(self) -> Ints:
        """The running sums of the widths."""
        return np.asarray(sums(self.width))


def shapes(text: Text) -> Shapes:
    """The shapes of the lines of a text."""
    count = text.count
    signs = np.bincount(text.line_of * CLASSES + text.classes, minlength=count * CLASSES).reshape(count, CLASSES)
    signs[:, SPACE] -= 1  # the line's end
    length = text.end - text.start
    width = length + (3 * signs[:, DENSE]) // 2
    words = np.bincount(text.lines, minlength=count) - signs[:, DENSE] // 2
    columns: dict[str, Column] = {"width": width, "words": words}
    columns |= {f"c_{name}": signs[:, kind] for name, kind in _COUNTED.items()}
    letters, one = np.maximum(length, 1), np.maximum(words, 1)
    columns["r_up"] = signs[:, UPPER] / letters
    columns["r_di"] = signs[:, DIGIT] / letters
    columns["r_pun"] = (signs[:, STOP] + signs[:, COMMA]) / letters
    columns["r_bu"] = (signs[:, BULLET] + signs[:, SIGN]) / letters
    columns |= {name: of / one for name, of in _kinds_of_words(text).items()}
    columns["wlen"] = length / one
    columns["digw"] = np.bincount(text.lines[text.heads == DIGIT], minlength=count)
    ends = _ends(text, columns)
    return Shapes(
        columns,
        width,
        words,
        prose=(width >= 140) & ends,
        sentence=ends & (words >= 5),
        label=(width <= 40) & ~ends,
    )


def _kinds_of_words(text: Text) -> dict[str, Ints]:
    heads, lengths = text.heads, text.lengths
    kinds = {
        "r_cap": heads == UPPER,
        "r_low": (heads == LOWER) | (heads == LETTER),
        "r_short": (lengths <= 3) & (heads == LOWER),
        "r_long": lengths >= 6,
    }
    return {name: np.bincount(text.lines[mask], minlength=text.count) for name, mask in kinds.items()}


def _ends(text: Text, columns: dict[str, Column]) -> Flags:
    """Fill in how lines begin and end; which end in a sentence mark that is no ellipsis."""
    classes, points = text.classes, text.points
    places = np.arange(len(points))
    solid = (classes != SPACE) & (classes != QUOTE) & (classes != BRACKET)
    last = np.maximum.reduceat(np.where(solid, places, -1), text.start)
    first = np.minimum.reduceat(np.where(solid, places, _NOWHERE), text.start)
    ending = np.where(last >= 0, classes[np.maximum(last, 0)], OTHER).astype(np.int64)
    third = np.maximum(last, 2)
    dots = (ending == STOP) & (last >= 2) & (classes[third - 1] == STOP) & (classes[third - 2] == STOP)
    trails = (ending == ELLIPSIS) | dots
    ends = (ending == STOP) & ~trails
    sign = points[np.maximum(last, 0)]
    inner = (classes[:-1] == STOP) & (classes[1:] == SPACE) & (points[1:] != 10)
    inner = np.concatenate((inner, [False])) | (points == _FULL_STOP_OF_DENSE)
    beginning = classes[np.minimum(first, len(points) - 1)]
    columns["lastc"] = ending
    columns["firstc"] = np.where(first < _NOWHERE, beginning, OTHER).astype(np.int64)
    columns["rawlast"] = classes[np.maximum(text.end - 1, 0)].astype(np.int64)
    columns["rawfirst"] = classes[text.start].astype(np.int64)
    columns["ends"], columns["trail"] = ends, trails
    columns["fullstop"] = ends & (sign != ord("?")) & (sign != ord("!"))
    columns["inner"] = np.bincount(text.line_of[inner.nonzero()[0]], minlength=text.count)
    return np.asarray(ends)
