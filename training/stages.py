"""The two stages of boosted trees: out-of-fold chances for every line, and the trees learned from all."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import numpy.typing as npt
from catboost import CatBoostClassifier, Pool

from dechrome.body.reasons import group_of
from dechrome.body.trees import SCALE, Forest
from training.rows import Floats, Rows

_RATE = 0.1
_THREADS = 2  # sums of floats depend on it


@dataclass(frozen=True)
class Stage:
    """One stage: what it says of each line without having seen its site, and the trees to use."""

    chance: Floats
    forest: Forest
    parts: tuple[Forest, ...]
    """For each fold, the trees learned from all others."""
    importance: npt.NDArray[np.float64]


def train(table: Floats, names: list[str], rows: Rows, *, trees: int, smooth: int, seeds: Sequence[int]) -> Stage:
    """Train on all folds but one, for each in turn, then on all; the mean of a run for each seed.

    Where there is nothing to tell apart, every row gets the one answer.
    """
    if not rows.two_sided:
        return _constant(table, rows, names)
    margin = np.zeros(len(rows.fold))
    parts = []
    for fold in sorted(set(rows.fold.tolist())):
        here = rows.fold == fold
        models = [_fit(table, rows, rows.chosen & ~here, trees, smooth, seed) for seed in seeds]
        for model in models:
            margin[here] += model.predict(table[here], prediction_type="RawFormulaVal") / len(seeds)
        parts.append(joined([forest_of(model, names) for model in models]))
    models = [_fit(table, rows, rows.chosen, trees, smooth, seed) for seed in seeds]
    importance = np.sum([model.get_feature_importance() for model in models], axis=0)
    chance = (1 / (1 + np.exp(-margin))).astype(np.float32)
    return Stage(chance, joined([forest_of(model, names) for model in models]), tuple(parts), importance)


def _constant(table: Floats, rows: Rows, names: list[str]) -> Stage:
    article = rows.article[rows.chosen].mean() >= 0.5
    groups = np.array([group_of(name) for name in names], np.int16)
    nothing = np.zeros((1, 2), np.int16)
    forest = Forest(nothing[:, :1], np.ones((1, 1), np.float32), nothing, 3 * SCALE * (1 if article else -1), groups)
    parts = (forest,) * len(set(rows.fold.tolist()))
    return Stage(np.full(len(table), article, np.float32), forest, parts, np.zeros(len(names)))


def joined(forests: Sequence[Forest]) -> Forest:
    """One forest whose margins are the mean of those of several."""
    share = 1 / len(forests)
    return Forest(
        np.concatenate([forest.column for forest in forests]),
        np.concatenate([forest.border for forest in forests]),
        np.concatenate([np.round(forest.leaves * share).astype(np.int16) for forest in forests]),
        round(sum(forest.bias for forest in forests) * share),
        forests[0].groups,
    )


def _fit(
    table: Floats, rows: Rows, mask: npt.NDArray[np.bool_], trees: int, smooth: int, seed: int
) -> CatBoostClassifier:
    model = CatBoostClassifier(
        iterations=trees,
        learning_rate=_RATE,
        depth=6,
        l2_leaf_reg=smooth,
        border_count=64,
        rsm=0.4,
        boosting_type="Plain",
        bootstrap_type="Bernoulli",
        subsample=0.7,
        random_seed=seed,
        thread_count=_THREADS,
        verbose=0,
        allow_writing_files=False,
    )
    return model.fit(Pool(table[mask], rows.article[mask], weight=rows.weight[mask]))


def forest_of(model: CatBoostClassifier, names: list[str]) -> Forest:
    """The trees in the form that the package reads."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "model.json"
        model.save_model(str(path), format="json")
        found = json.loads(path.read_text(encoding="utf-8"))
    scale, bias = found["scale_and_bias"]
    trees = found["oblivious_trees"]
    depth = max(len(tree["splits"]) for tree in trees)
    column = np.zeros((len(trees), depth), np.int16)
    border = np.full((len(trees), depth), np.inf, np.float32)
    leaves = np.zeros((len(trees), 1 << depth), np.int16)
    for k, tree in enumerate(trees):
        for level, split in enumerate(tree["splits"]):
            column[k, level], border[k, level] = split["float_feature_index"], split["border"]
        values = np.round(np.array(tree["leaf_values"]) * scale * SCALE)
        leaves[k, : len(values)] = np.clip(values, -32767, 32767)
    groups = np.array([group_of(name) for name in names], np.int16)
    return Forest(column, border, leaves, round((bias[0] if isinstance(bias, list) else bias) * SCALE), groups)
