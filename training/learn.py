"""The stages of the model in their order: words, lines by themselves, lines among lines, the text as a whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dechrome.body.context import context
from dechrome.body.decode import OF_PAGES, Policy
from dechrome.body.document import document
from dechrome.body.features import Described, Features, line_features
from dechrome.body.model import BodyModel
from dechrome.body.text import Ints, Text
from dechrome.body.trees import SCALE, Forest
from training import stages, words
from training.alphabet import alphabet
from training.calibration import curve
from training.data import FOLDS, Example
from training.known import known
from training.progress import Say
from training.rows import Floats, Rows

_KEPT = 70  # of the first stage's features the second sees the most telling ones
_TOO_FEW = "pages of two sites at least are needed, better of a hundred, with lines of articles and others in each"
_LADDER = (np.arange(256) + 0.5) / 256


@dataclass(frozen=True)
class Learned:
    """A model, and what models that did not see a text's site say of its lines, and of it as a whole."""

    model: BodyModel
    parts: tuple[BodyModel, ...]
    """For each fold, in order, the model learned from all others."""
    rows: Rows
    chance: Floats
    texts: Rows
    whole: Floats


def learn(found: list[Example], trees: int, seed: int, say: Say) -> Learned:
    """The model learned from all texts. Raises ValueError where they are too few to learn from."""
    if len({example.fold for example in found}) < 2:
        raise ValueError(_TOO_FEW)
    signs, rng = alphabet(), np.random.default_rng(seed)
    stock, rows, texts = known(signs), Rows.of(found, rng), Rows.whole(found)
    if not rows.two_sided:
        raise ValueError(_TOO_FEW)
    grams = words.grams(found, signs)
    weights = words.train(grams, found, rows, seed)
    folds = sorted({example.fold for example in found})
    beside = any(example.extra for example in found)
    say(f"{len(rows.fold)} lines, {int(rows.chosen.sum())} to train on, in {FOLDS} folds; words are weighed")

    def described(k: int) -> Described:
        buckets, lines = grams[k]
        text = Text(found[k].lines, signs)
        score = np.bincount(lines, weights=weights[folds.index(found[k].fold)][buckets], minlength=text.count)
        counts = np.bincount(lines, minlength=text.count)
        return line_features(text, found[k].blank, score.astype(np.int64), counts, stock.said(text))

    table, names = rows.filled(lambda k: described(k).features | dict(found[k].extra), len(found))
    say(f"{len(names)} features of the first stage")
    first = stages.train(table, names, rows, trees=3 * trees // 2, smooth=5, seeds=(1,))
    say("first stage trained")
    telling = [int(column) for column in np.argsort(-first.importance, kind="stable")[:_KEPT]]

    def around(k: int) -> Features:
        return context(described(k), _level(first.chance[rows.span(k)]))

    more, later = rows.filled(around, len(found))
    more = np.concatenate([more, table[:, telling]], axis=1)
    later = later + [names[column] for column in telling]
    del table
    second = stages.train(more, later, rows, trees=trees, smooth=15, seeds=(1, 2))
    say("second stage trained")
    of_texts, about = texts.filled(lambda k: document(described(k), _level(second.chance[rows.span(k)])), len(found))
    whole = stages.train(of_texts, about, texts, trees=trees // 2, smooth=15, seeds=(1,))
    say("the answer for the whole text trained")
    margins, chances = curve(second.chance, rows.article)

    def model(weights: npt.NDArray[np.int8], forests: Sequence[Forest]) -> BodyModel:
        found = [compact(*of) for of in zip(forests, (names, later, about), strict=True)]
        return BodyModel(
            alphabet=signs, words=weights, known=stock, names=found[0][1], first=found[0][0], later=found[1][1],
            second=found[1][0], about=found[2][1], whole=found[2][0],
            ladder=np.round(np.log(_LADDER / (1 - _LADDER)) * SCALE).astype(np.int64),
            margins=margins, chances=chances, policy=OF_PAGES if beside else Policy(),
        )  # fmt: skip

    trained = (first, second, whole)
    parts = [model(weights[k], [stage.parts[k] for stage in trained]) for k in range(len(folds))]
    whole_model = model(weights[-1], [stage.forest for stage in trained])
    return Learned(whole_model, tuple(parts), rows, second.chance, texts, whole.chance)


def compact(forest: Forest, names: list[str]) -> tuple[Forest, tuple[str, ...]]:
    """The trees with only the features that they ask."""
    asked = sorted(set(forest.column.ravel().tolist()))
    place = np.zeros(len(names), np.int16)
    place[asked] = np.arange(len(asked))
    return (
        Forest(place[forest.column], forest.border, forest.leaves, forest.bias, forest.groups[asked]),
        tuple(names[column] for column in asked),
    )


def _level(chance: Floats) -> Ints:
    return np.round(chance * 256).astype(np.int64)
