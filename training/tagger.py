"""python -m training.tagger DATA... --model MODEL.npz --parts PARTS: a network that reads lines as a sequence.

Its margins and the second stage's are averaged. It is trained with PyTorch on the features of the first stage, each
text described by the model of PARTS that saw no text of its site, and written into MODEL.npz; those that saw no text
of a fold's sites go into the models of PARTS. DATA are the records that `python -m training` took.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from multiprocessing import get_context
from pathlib import Path

import numpy as np
import numpy.typing as npt
import torch
from torch.nn import functional

from dechrome.body.features import Features
from dechrome.body.model import BodyModel
from dechrome.body.tagger import Tagger
from dechrome.body.trees import SCALE
from training.bins import Bins
from training.calibration import curve
from training.data import Example, examples
from training.network import Network
from training.parts import completing, parts_in
from training.progress import clock
from training.rows import Floats, Rows, weights

Codes = npt.NDArray[np.uint8]

_RATE, _DECAY, _WARM, _CLIP = 2e-3, 0.02, 0.1, 1.0
_AT_ONCE = 4000  # lines
_LONGEST = 1500
_SORTED = 256  # so many texts at once are brought into the order of their lengths: little is padded


@dataclass(frozen=True)
class Texts:
    """Of each line its bins, its answer and its weight."""

    codes: Codes
    rows: Rows
    bins: Bins

    def batches(self, chosen: npt.NDArray[np.int64], rng: np.random.Generator) -> Iterator[list[slice]]:
        """The lines of some texts at a time, of texts alike in length; of a long one a part."""
        chosen = rng.permutation(chosen)
        for start in range(0, len(chosen), _SORTED):
            spans = sorted((self._part(k, rng) for k in chosen[start : start + _SORTED]), key=_length)
            groups: list[list[slice]] = [[]]
            for span in spans:
                if groups[-1] and sum(map(_length, groups[-1])) >= _AT_ONCE:
                    groups.append([])
                groups[-1].append(span)
            for number in rng.permutation(len(groups)):
                yield groups[number]

    def _part(self, text: int, rng: np.random.Generator) -> slice:
        whole = self.rows.span(text)
        first = whole.start + int(rng.integers(0, max(1, _length(whole) - _LONGEST)))
        return slice(first, min(whole.stop, first + _LONGEST))

    def tensors(self, spans: Sequence[slice]) -> tuple[torch.Tensor, ...]:
        """Values, answers, weights and which lines are real, padded to the longest."""
        shape = len(spans), max(map(_length, spans))
        values = np.zeros((*shape, self.codes.shape[1]), np.float32)
        article, weight, real = (np.zeros(shape, np.float32) for _ in range(3))
        columns = np.arange(self.codes.shape[1])
        for k, span in enumerate(spans):
            count = _length(span)
            values[k, :count] = self.bins.places[columns, self.codes[span]]
            article[k, :count], weight[k, :count] = self.rows.article[span], self.rows.weight[span]
            real[k, :count] = 1
        return *map(torch.from_numpy, (values, article, weight)), torch.from_numpy(real)[..., None]


def train(texts: Texts, left_out: int | None, epochs: int, seed: int) -> Tagger:
    """A network learned from the texts of all folds but one."""
    torch.set_num_threads(1)  # sums of floats depend on it
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    lengths, first = np.diff(texts.rows.offsets), texts.rows.offsets[:-1]
    chosen = np.flatnonzero(texts.rows.fold[first] != left_out)
    network = Network(len(texts.bins.names))
    lines = int(np.minimum(lengths[chosen], _LONGEST).sum())
    steps = epochs * (lines // _AT_ONCE + len(chosen) // _SORTED + 1)
    optimizer = torch.optim.AdamW(network.parameters(), lr=_RATE, weight_decay=_DECAY)
    schedule = torch.optim.lr_scheduler.OneCycleLR(optimizer, _RATE, total_steps=steps, pct_start=_WARM)
    step = 0
    for _ in range(epochs):
        for spans in texts.batches(chosen, rng):
            values, article, weight, real = texts.tensors(spans)
            losses = functional.binary_cross_entropy_with_logits(network(values, real), article, reduction="none")
            loss = (losses * weight).sum() / (weight.sum() + 1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), _CLIP)
            optimizer.step()
            if (step := step + 1) < steps:
                schedule.step()
    return network.tagger(texts.bins)


def main() -> int:
    """Train, and complete the model files."""
    parser = completing("python -m training.tagger", __doc__)
    parser.add_argument("--epochs", type=int, default=5)
    args = parser.parse_args()
    say = clock()
    found = [example for example in examples(args.data) if example.lines]
    try:
        paths = parts_in(args.parts, (example.fold for example in found))
    except ValueError as error:
        parser.error(str(error))
    parts = {fold: replace(BodyModel.read(path), tagger=None) for fold, path in paths.items()}
    table, names, rows = _described(found, parts)
    say(f"{len(found)} texts, {len(table)} lines described")
    bins = Bins.of(table, names, np.random.default_rng(1))
    texts = Texts(bins.codes(table, names), rows, bins)
    del table
    trained = _trained(texts, list(paths), args.epochs, args.workers)
    for fold in paths:
        parts[fold] = replace(parts[fold], tagger=trained[fold])
    say("networks trained")
    margin = np.concatenate([_margin(example, parts[example.fold]) for example in found])
    chance = (1 / (1 + np.exp(-margin / SCALE))).astype(np.float32)
    margins, chances = curve(chance, rows.article)
    completed = {args.model: replace(BodyModel.read(args.model), tagger=trained[None])}
    completed |= {paths[fold]: part for fold, part in parts.items()}
    for path, model in completed.items():
        replace(model, margins=margins, chances=chances).write(path)
    say(f"{args.model}: {args.model.stat().st_size / 1e6:.2f} MB")
    return 0


def _described(found: Sequence[Example], parts: dict[int, BodyModel]) -> tuple[Floats, list[str], Rows]:
    rows = Rows.weighed(
        [example.article for example in found],
        [weights(example) for example in found],
        [example.fold for example in found],
    )

    def features(k: int) -> Features:
        example = found[k]
        return parts[example.fold].describe(example.lines, example.blank).features | dict(example.extra)

    return *rows.filled(features, len(found)), rows


def _trained(texts: Texts, folds: Sequence[int], epochs: int, workers: int) -> dict[int | None, Tagger]:
    left_out = [None, *folds]
    with tempfile.TemporaryDirectory() as folder:
        np.save(Path(folder) / "codes.npy", texts.codes)
        jobs = [(folder, replace(texts, codes=texts.codes[:0]), fold, epochs) for fold in left_out]
        with get_context("spawn").Pool(workers) as pool:
            return dict(zip(left_out, pool.map(_train, jobs, chunksize=1), strict=True))


def _train(job: tuple[str, Texts, int | None, int]) -> Tagger:
    folder, texts, left_out, epochs = job
    codes = np.load(Path(folder) / "codes.npy", mmap_mode="r")
    return train(replace(texts, codes=codes), left_out, epochs, seed=1 if left_out is None else left_out + 2)


def _margin(example: Example, part: BodyModel) -> npt.NDArray[np.int64]:
    return part.margins_of(example.lines, example.blank, dict(example.extra)).margin


def _length(span: slice) -> int:
    return int(span.stop - span.start)


if __name__ == "__main__":
    raise SystemExit(main())
