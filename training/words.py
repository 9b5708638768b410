"""The linear model of hashed words: a weight for each bucket, in whole numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_matrix
from sklearn.linear_model import SGDClassifier

from dechrome.body.text import Alphabet, Ints, Text
from training.data import Example
from training.rows import Rows

BITS = 17
_SCALE = 16
Weights = npt.NDArray[np.int8]


def grams(examples: Sequence[Example], alphabet: Alphabet) -> list[tuple[Ints, Ints]]:
    """For each example the buckets of what stands in it, and the lines."""
    return [Text(example.lines, alphabet).grams(BITS) if example.lines else _nothing() for example in examples]


def train(found: Sequence[tuple[Ints, Ints]], examples: Sequence[Example], rows: Rows, seed: int) -> list[Weights]:
    """The weights learned without each fold, and, last, with all."""
    rng = np.random.default_rng(seed)
    shares = np.array([0.45 if example.is_page else 0.12 for example in examples])
    used = rng.random(len(rows.fold)) < np.repeat(shares, np.diff(rows.offsets))
    number = np.cumsum(used) - 1
    buckets, lines = [], []
    for k, (bucket, line) in enumerate(found):
        row = line + rows.offsets[k]
        buckets.append(bucket[used[row]])
        lines.append(number[row[used[row]]])
    size = (int(used.sum()), 1 << BITS)
    table = csr_matrix(
        (np.ones(sum(map(len, lines)), np.float32), (np.concatenate(lines), np.concatenate(buckets))), size
    )
    table.sum_duplicates()
    has = np.diff(table.indptr)
    table.data = np.repeat(1 / np.sqrt(np.maximum(has, 1)), has).astype(np.float32)
    words = np.concatenate([example.words for example in examples])[used]
    weight = np.minimum(words + 2, 40) ** 0.5
    folds = sorted({example.fold for example in examples})
    return [_fit(table, rows.article[used], weight / weight.mean(), rows.fold[used] != fold) for fold in [*folds, -1]]


def _fit(
    table: csr_matrix, article: npt.NDArray[np.int8], weight: npt.NDArray[np.float64], mask: npt.NDArray[np.bool_]
) -> Weights:
    model = SGDClassifier(loss="log_loss", alpha=2e-6, max_iter=4, tol=None, average=True, random_state=1)
    model.fit(table[mask], article[mask], sample_weight=weight[mask])
    weights: Weights = np.round(np.clip(model.coef_[0] * _SCALE, -127, 127)).astype(np.int8)
    return weights


def _nothing() -> tuple[Ints, Ints]:
    return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
