"""Every line of every example as a row: features, answer, weight, and whether it is trained on."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from dechrome.body.features import Features
from training.data import GOLD, Example

Floats = npt.NDArray[np.float32]
Answers = npt.NDArray[np.int8]
Weights = npt.NDArray[np.float64]

_BORDER = range(-6, 8)  # lines so near to where the article begins or ends are the hardest
_WIDE = 70
_FEWEST = 40  # a text with fewer words of an article has none


@dataclass(frozen=True)
class Rows:
    """The lines of all examples, one after the other; example `k` has `[offsets[k], offsets[k + 1])`."""

    offsets: npt.NDArray[np.int64]
    fold: npt.NDArray[np.int8]
    article: npt.NDArray[np.int8]
    weight: Floats
    chosen: npt.NDArray[np.bool_]
    """The lines that are trained on: not all, as most lines of a menu teach the same."""

    @classmethod
    def whole(cls, examples: Sequence[Example]) -> Rows:
        """A row for each text: whether there is an article, or other text of its own, in it at all."""
        words = [int(example.words[example.article > 0].sum()) for example in examples]
        return cls(
            offsets=np.arange(len(examples) + 1, dtype=np.int64),
            fold=np.array([example.fold for example in examples], dtype=np.int8),
            article=np.array([count >= _FEWEST for count in words], dtype=np.int8),
            weight=np.array([0.3 if example.tool == GOLD else 1.0 for example in examples], dtype=np.float32),
            chosen=np.array([not 0 < count < _FEWEST for count in words], dtype=np.bool_),
        )

    @classmethod
    def of(cls, examples: Sequence[Example], rng: np.random.Generator) -> Rows:
        """The rows of these examples, weighted and sampled."""
        parts = [_weigh(example, rng) for example in examples]
        weight = np.concatenate([part[0] for part in parts])
        chosen = np.concatenate([part[1] for part in parts])
        weight = np.minimum(weight, np.quantile(weight[chosen], 0.999))
        sizes = [len(example.lines) for example in examples]
        return cls(
            offsets=np.concatenate(([0], np.cumsum(sizes))),
            fold=np.repeat(np.array([example.fold for example in examples], dtype=np.int8), sizes),
            article=np.concatenate([example.article for example in examples]),
            weight=(weight / weight[chosen].mean()).astype(np.float32),
            chosen=chosen,
        )

    @classmethod
    def weighed(cls, articles: Sequence[Answers], weights: Sequence[Weights], folds: Sequence[int]) -> Rows:
        """All lines of some texts, each text with its answers, its lines' weights and its fold; their mean is 1."""
        sizes = [len(article) for article in articles]
        weight = np.concatenate(weights)
        return cls(
            offsets=np.concatenate(([0], np.cumsum(sizes))),
            fold=np.repeat(np.array(folds, dtype=np.int8), sizes),
            article=np.concatenate(articles),
            weight=(weight / weight.mean()).astype(np.float32),
            chosen=np.ones(len(weight), dtype=np.bool_),
        )

    @property
    def two_sided(self) -> bool:
        """Whether both answers are among what is trained on, whichever fold is left out."""
        return all(
            len(set(self.article[self.chosen & (self.fold != k)].tolist())) == 2 for k in set(self.fold.tolist())
        )

    def span(self, example: int) -> slice:
        """The rows of one example."""
        return slice(int(self.offsets[example]), int(self.offsets[example + 1]))

    def filled(self, describe: Callable[[int], Features], count: int) -> tuple[Floats, list[str]]:
        """A table of the features that `describe` gives for each of `count` examples, and their names."""
        names: list[str] = []
        table = np.zeros((0, 0), dtype=np.float32)
        for k in range(count):
            features = describe(k)
            if not names:
                names = list(features)
                table = np.zeros((int(self.offsets[-1]), len(names)), dtype=np.float32)
            if names != list(features):
                raise ValueError(f"all texts need the same features, not only some {set(names) ^ set(features)}")
            for column, name in enumerate(names):
                table[self.span(k), column] = features[name]
        return table, names


def weights(example: Example) -> Weights:
    """The weight of each line.

    A line weighs by its words, a text by the square root of its length. To lose a line of what is an article
    already is half as bad again; made-up articles, what is missing in them, and copies of the headline say less.
    """
    article = example.article > 0
    weight = np.minimum(example.words + 2.0, 120.0) ** 0.7
    total = weight[article].sum() + 0.5 * weight[~article].sum() + 20
    weight = weight * 60 / total**0.65
    if example.is_silver:
        weight *= np.where(article, 0.5, 0.25)
    weight *= 0.7 if example.tool == GOLD else 1.0
    weight[example.headline == 1] *= 0.2
    weight[example.headline == 2] *= 0.5
    if not example.is_page:
        return np.asarray(weight * np.where(article, 1.6, 1.0))
    return np.asarray(weight if article.any() else weight * 0.3)


def _weigh(example: Example, rng: np.random.Generator) -> tuple[Weights, npt.NDArray[np.bool_]]:
    """The weight of each line that stands for all like it, and whether it is trained on."""
    share = _share(example, example.article > 0)
    if not example.is_page:
        share = share * (0.4 if example.tool == GOLD else 0.45)
    return weights(example) / np.maximum(share, 1e-3), rng.random(len(share)) < share


def _share(example: Example, article: npt.NDArray[np.bool_]) -> npt.NDArray[np.float64]:
    """How likely each line is to be trained on."""
    near = np.zeros(len(article), dtype=bool)
    changes = np.flatnonzero(np.diff(article))
    for step in _BORDER:
        places = changes + step
        near[places[(places >= 0) & (places < len(article))]] = True
    wide = np.array([len(line) >= _WIDE for line in example.lines], dtype=bool)
    inside = min(0.7, 22 / max(1, int(article.sum())))
    outside = min(0.7, 28 / max(1, int((~article).sum())))
    return np.where(near | (wide & ~article), 0.85, np.where(article, inside, outside))
