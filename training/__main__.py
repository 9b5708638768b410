"""python -m training DATA... --out MODEL.npz [--report FIGURES.md]: from labelled texts to a model file.

DATA are JSON lines (.jsonl, .gz, .xz); a record is one text of one page: `id`, `site`, `tool`, `text`, and `gold`
(the article) or `keep` and `drop` (segments); `set`, `lang`, `headline` where known. The same data give the same file.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from dechrome.body.context import context
from dechrome.body.decode import Policy
from dechrome.body.features import Described, Features, line_features
from dechrome.body.model import BodyModel
from dechrome.body.text import Text
from dechrome.body.trees import SCALE, Forest
from training import stages, words
from training.alphabet import alphabet
from training.calibration import curve
from training.data import FOLDS, Example, examples
from training.report import figures
from training.rows import Floats, Rows

Say = Callable[[str], None]

_KEPT = 70  # of the first stage's features the second sees the most telling ones
_LADDER = (np.arange(256) + 0.5) / 256


def main() -> int:
    """Train, write the model file and the figures."""
    parser = argparse.ArgumentParser(prog="python -m training", description=__doc__)
    parser.add_argument("data", nargs="+", type=Path)
    parser.add_argument("--out", type=Path, required=True, help="the model file to write")
    parser.add_argument("--report", type=Path, help="where to write the cross-validated figures, as Markdown")
    parser.add_argument("--trees", type=int, default=180, help="how many trees each stage has")
    parser.add_argument("--limit", type=int, default=0, help="only so many texts, to try things out")
    parser.add_argument("--seed", type=int, default=7)
    args = parser.parse_args()
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {what}", file=sys.stderr, flush=True)  # noqa: T201

    found = [example for example in examples(args.data) if example.lines]
    found = found[: args.limit or None]
    say(f"{len(found)} texts of {len({example.site for example in found})} sites")
    model, chance, texts = train(found, args.trees, args.seed, say)
    model.write(args.out)
    say(f"{args.out}: {args.out.stat().st_size / 1e6:.2f} MB")
    if args.report:
        args.report.write_text(figures(found, texts, chance, model), encoding="utf-8")
        say(f"{args.report} written")
    return 0


def train(found: list[Example], trees: int, seed: int, say: Say) -> tuple[BodyModel, Floats, Rows]:
    """The model learned from all texts, and what models that did not see a text's site say of its lines."""
    signs, rng = alphabet(), np.random.default_rng(seed)
    rows = Rows.of(found, rng)
    grams = words.grams(found, signs)
    weights = words.train(grams, found, rows, seed)
    folds = sorted({example.fold for example in found})
    say(f"{len(rows.fold)} lines, {int(rows.chosen.sum())} to train on, in {FOLDS} folds; words are weighed")

    def described(k: int) -> Described:
        buckets, lines = grams[k]
        text = Text(found[k].lines, signs)
        score = np.bincount(lines, weights=weights[folds.index(found[k].fold)][buckets], minlength=text.count)
        return line_features(text, found[k].blank, score.astype(np.int64), np.bincount(lines, minlength=text.count))

    table, names = rows.filled(lambda k: described(k).features, len(found))
    say(f"{len(names)} features of the first stage")
    first = stages.train(table, names, rows, trees=trees, smooth=5, seeds=(1, 2))
    say("first stage trained")
    telling = [int(column) for column in np.argsort(-first.importance, kind="stable")[:_KEPT]]

    def around(k: int) -> Features:
        return context(described(k), np.round(first.chance[rows.span(k)] * 256).astype(np.int64))

    more, later = rows.filled(around, len(found))
    more = np.concatenate([more, table[:, telling]], axis=1)
    later = later + [names[column] for column in telling]
    second = stages.train(more, later, rows, trees=trees, smooth=15, seeds=(1,))
    say("second stage trained")
    margins, chances = curve(second.chance, rows.article)
    ladder = np.round(np.log(_LADDER / (1 - _LADDER)) * SCALE).astype(np.int64)
    forest, used = compact(first.forest, names)
    forest2, used2 = compact(second.forest, later)
    model = BodyModel(
        alphabet=signs, words=weights[-1], names=used, first=forest, later=used2, second=forest2,
        ladder=ladder, margins=margins, chances=chances, policy=Policy(),
    )  # fmt: skip
    return model, second.chance, rows


def compact(forest: Forest, names: list[str]) -> tuple[Forest, tuple[str, ...]]:
    """The trees with only the features that they ask."""
    asked = sorted(set(forest.column.ravel().tolist()))
    place = np.zeros(len(names), np.int16)
    place[asked] = np.arange(len(asked))
    return (
        Forest(place[forest.column], forest.border, forest.leaves, forest.bias, forest.groups[asked]),
        tuple(names[column] for column in asked),
    )


if __name__ == "__main__":
    raise SystemExit(main())
