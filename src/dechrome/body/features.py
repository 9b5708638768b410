"""What the first stage knows of a line: its shape, its words, its place, and what stands around it."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from dechrome.body.arrays import (
    Column,
    Flags,
    Ints,
    Nearest,
    best,
    clipped,
    copies,
    everywhere,
    neighbors,
    run_lengths,
    sums,
    windowed,
)  # fmt: skip
from dechrome.body.chains import Chains
from dechrome.body.known import WHOLE
from dechrome.body.shapes import Shapes, shapes
from dechrome.body.text import UPPER, Text
from dechrome.body.vocabulary import Vocabulary

Features = dict[str, Column]


@dataclass(frozen=True)
class Described:
    """The features of a text's lines, by name, and what the second stage's are made of."""

    features: Features
    shape: Shapes
    vocabulary: Vocabulary
    chains: Chains


_WINDOWS = ((-2, 0), (1, 3), (-5, 0), (1, 6), (-12, 0), (1, 13), (-40, 0), (1, 41))
_STOCK_WINDOWS = ((-4, 0), (1, 5), (-15, 0), (1, 16))
_SERIES = ("w", "p", "s", "l", "lin", "di", "up", "nw", "tr", "cp")
# How many lines the windows span that say something of a series, where not all do.
_SPANS = {"di": range(6), "tr": range(6), "cp": range(5, 99)}
_SUMS = tuple(
    f"{name}[{start},{stop})" if stop - start in _SPANS.get(name, range(99)) else ""
    for name in _SERIES
    for start, stop in _WINDOWS
)
_MOST = 400  # a line's score and its weight in a stretch count up to this


def line_features(text: Text, blank: Flags, score: Ints, known: Ints, stock: Ints) -> Described:
    """The features of every line; `blank` says which have a blank line in front.

    `score` is the sum of the linear model's weights for what stands in a line, `known` how many they are; `stock`
    says which lines are stock phrases (see `Known.said`).
    """
    shape, vocabulary = shapes(text), Vocabulary.of(text)
    chains = Chains.of(shape)
    columns = dict(shape.columns)
    columns |= chains.features(shape, score, known)
    columns |= _stock(stock)
    known = np.maximum(known, 1)
    lin = np.rint(4 * score / np.sqrt(known)).astype(np.int64)
    columns |= {"prose": shape.prose, "sent": shape.sentence, "lin": lin, "lin2": score, "linw": score / known}
    lin = clipped(lin, -_MOST, _MOST)
    columns |= _repeats(text)
    columns |= _groups(shape.width, blank)
    columns |= _place(shape)
    columns |= _neighbors(columns, lin)
    columns |= _windows(text, shape, columns, lin)
    columns |= _runs(shape)
    columns |= _distances(shape, columns["ch_p"], stock)
    columns |= _stretches(shape, lin)
    columns |= vocabulary.prose_shares(shape.prose)
    return Described(columns, shape, vocabulary, chains)


def _stock(stock: Ints) -> Features:
    """Which lines are, or begin with, a stock phrase of menus and notices, and how many stand around."""
    count, total = len(stock), sums(stock)
    columns: Features = {"kn": stock, "d_kn": np.full(count, total[-1] / max(1, count))}
    for (start, stop), values in zip(_STOCK_WINDOWS, windowed(total, _STOCK_WINDOWS)[0], strict=True):
        columns[f"kn[{start},{stop})"] = values
    return columns


def _repeats(text: Text) -> Features:
    """How often a line, its first word and its last word are there."""
    there, before = copies(text.whole)
    columns: Features = {"dup": np.minimum(there, 20), "dupn": np.minimum(before, 20)}
    for name, mask in zip(("fdup", "ldup"), text.edges(), strict=True):
        columns[name] = np.zeros(text.count, dtype=np.int64)
        columns[name][text.lines[mask]] = np.minimum(copies(text.hashes[mask])[0], 30)
    return columns


def _groups(width: Ints, blank: Flags) -> Features:
    """Blank lines, and the group of lines between two of them."""
    count = len(width)
    number = blank.cumsum() - int(blank[0])
    lines, letters = np.bincount(number)[number], np.bincount(number, weights=width)[number]
    return {
        "blank_b": blank,
        "blank_a": np.concatenate((blank[1:], [True])),
        "d_blank": np.full(count, blank[1:].mean() if count > 1 else 0.0),
        "g_n": np.minimum(lines, 50),
        "g_w": letters / lines,
    }


def _place(shape: Shapes) -> Features:
    """Where a line stands, and what kind of text it stands in."""
    count = len(shape.width)
    here = np.arange(count)
    letters, prose = shape.letters, sums(np.where(shape.prose, shape.width, 0))
    all_letters = max(1, int(letters[-1]))
    document = {
        "d_n": min(count, 2000),
        "d_w": min(all_letters, 100_000),
        "d_prose": int(shape.prose.sum()),
        "d_pshare": prose[-1] / all_letters,
        "d_label": int(shape.label.sum()) / count,
        "d_sent": int(shape.sentence.sum()) / count,
    }
    columns: Features = everywhere(document, count)
    columns |= {"i": np.minimum(here, 500), "back": np.minimum(count - 1 - here, 500), "ri": here / count}
    columns |= {"rc": letters[:-1] / all_letters, "rb": 1 - here / count}
    columns["cp_before"] = prose[:-1] / max(1, int(prose[-1]))
    return columns


def _neighbors(columns: Features, lin: Ints) -> Features:
    """The lines right before and behind."""
    out: Features = {}
    series = (("width", columns["width"], 3, -1), ("lin", lin, 3, 0), ("ends", columns["ends"].astype(np.int64), 2, -1))
    named = (("lastc", "lastc"), ("firstc", "firstc"), ("nw", "words"), ("rcap", "r_cap"))
    for name, values, reach, fill in (*series, *((short, columns[column], 2, -1) for short, column in named)):
        at = neighbors(values, reach, fill)
        out |= {f"{name}{step:+}": at(step) for step in range(-reach, reach + 1) if step}
    return out


def _windows(text: Text, shape: Shapes, columns: Features, lin: Ints) -> Features:
    """What the lines around a line add up to, on both sides and over four distances."""
    series = (
        shape.width,
        np.where(shape.prose, shape.width, 0),
        shape.sentence,
        shape.label,
        lin,
        columns["c_di"],
        np.bincount(text.lines[text.heads == UPPER], minlength=text.count),
        shape.words,
        columns["trail"],
        np.where(columns["ch_p"], shape.width, 0),
    )
    found = windowed(sums(np.array(series)), _WINDOWS).reshape(len(_SUMS), text.count)
    out = {name: values for name, values in zip(_SUMS, found, strict=True) if name}
    out["dense5"] = out["w[-5,0)"] + out["w[1,6)"]
    return out


def _runs(shape: Shapes) -> Features:
    """In what runs of labels and sentences a line stands."""
    reads = shape.sentence | (shape.width >= 100)
    return {"lrun": run_lengths(shape.label, 60), "srun": run_lengths(reads, 60)}


def _distances(shape: Shapes, paragraph: Flags, stock: Ints) -> Features:
    """How far away the nearest paragraph, sentence, paragraph in pieces, and stock phrase are."""
    near = Nearest.of([shape.prose, shape.sentence, paragraph, stock == WHOLE])
    columns: Features = {}
    for name, before, after in zip(("p", "s", "cp", "kn"), *near.lines(), strict=True):
        columns[f"{name}b"], columns[f"{name}a"] = before, after
    columns["pbw"], columns["paw"] = near.text(0, shape.letters)
    return columns


def _stretches(shape: Shapes, lin: Ints) -> Features:
    """The stretch that reads most like an article by shape, and by words, and where a line lies to it."""
    reads = shape.sentence | shape.prose
    by_shape = np.where(reads, np.minimum(shape.width, _MOST), np.where(shape.width >= 80, shape.width // 4, -25))
    by_words = lin + np.where(shape.width >= 100, 30, -5)
    columns, (start, stop) = stretch(by_shape, "seg")
    letters = shape.letters
    columns["seg_share"] = np.full(len(lin), (letters[stop] - letters[start]) / max(1, int(letters[-1])))
    return columns | stretch(by_words, "lseg")[0]


def stretch(gain: Ints, name: str) -> tuple[Features, tuple[int, int]]:
    """Whether a line lies in the best stretch, and how far from its ends; with the stretch itself."""
    start, stop = best(gain)
    here = np.arange(len(gain))
    columns: Features = {
        f"{name}_in": (here >= start) & (here < stop),
        f"{name}_s": clipped(here - start, -200, 200),
        f"{name}_e": clipped(stop - 1 - here, -200, 200),
    }
    return columns, (start, stop)
