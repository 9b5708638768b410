"""The body model: which lines of a text are the article, how surely, and what speaks for it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import IO, Any

import numpy as np
import numpy.typing as npt

from dechrome.body.context import context
from dechrome.body.decode import HALF, Policy, choose
from dechrome.body.features import Described, Features, line_features
from dechrome.body.reasons import GROUPS, words_for
from dechrome.body.shapes import Shapes
from dechrome.body.text import Alphabet, Flags, Ints, Text
from dechrome.body.title import heads
from dechrome.body.trees import Forest
from dechrome.body.vocabulary import Vocabulary

# Fewer lines have no sequence to judge.
_FEWEST = 4


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a text, line by line: how surely each is no part of the article, and why."""

    off: tuple[float, ...]
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Margins:
    """The second stage's answer: positive margins for the article, and what each group of features said."""

    margin: Ints
    spoken: Ints
    shape: Shapes
    vocabulary: Vocabulary


@dataclass(frozen=True)
class BodyModel:
    """A trained model. `load()` gives the one that comes with the package, `BodyModel.read` one of your own.

    `words` are the weights of the linear model, `names` and `later` the features of the two stages, `ladder` the
    margins of chances in 1/256, `margins` and `chances` the calibration curve.
    """

    alphabet: Alphabet
    words: npt.NDArray[np.int8]
    names: tuple[str, ...]
    first: Forest
    later: tuple[str, ...]
    second: Forest
    ladder: Ints
    margins: Ints
    chances: npt.NDArray[np.float64]
    policy: Policy

    @classmethod
    def read(cls, file: str | Path | IO[bytes]) -> BodyModel:
        """The model of a file. Raises OSError where it cannot be read, ValueError where it is no model."""
        with np.load(file, allow_pickle=False) as arrays:
            found = dict(arrays)
        try:
            return cls(
                alphabet=Alphabet(found["classes"], found["lower"].astype(np.uint32)),
                words=found["words"],
                names=tuple(found["names"].tolist()),
                first=Forest.of(found, "first"),
                later=tuple(found["later"].tolist()),
                second=Forest.of(found, "second"),
                ladder=found["ladder"].astype(np.int64),
                margins=found["margins"].astype(np.int64),
                chances=found["chances"].astype(np.float64),
                policy=Policy.of(dict(zip(found["policy_names"].tolist(), found["policy"].tolist(), strict=True))),
            )
        except KeyError as error:
            raise ValueError(f"{file}: no body model, {error} is missing") from error

    def write(self, file: str | Path) -> None:
        """Write the model to a file that `read` takes."""
        policy = self.policy.numbers()
        arrays: dict[str, npt.NDArray[Any]] = {
            "classes": self.alphabet.classes,
            "lower": self.alphabet.lower,
            "words": self.words,
            "names": np.array(self.names),
            "later": np.array(self.later),
            "ladder": self.ladder,
            "margins": self.margins,
            "chances": self.chances,
            "policy_names": np.array(list(policy)),
            "policy": np.array(list(policy.values())),
        }
        arrays |= self.first.arrays("first") | self.second.arrays("second")
        np.savez_compressed(file, allow_pickle=False, **arrays)

    def judge(self, lines: Sequence[str]) -> Judgement:
        """How surely each line is no part of the article, and why. Of a blank line nothing is said: 0.0.

        The chance of a line is its own; the decision is the document's: a line that stays is never surer to go
        than 0.49, and one that goes is so by at least 0.5.
        """
        off, why = [0.0] * len(lines), [""] * len(lines)
        standing = [i for i, line in enumerate(lines) if line]
        if len(standing) >= _FEWEST:
            found = self.margins_of([lines[i] for i in standing], np.diff(np.array(standing), prepend=-2) > 1)
            kept = self.choose(found)
            chance = np.interp(found.margin, self.margins, self.chances)
            sure = np.where(kept, np.minimum(1 - chance, 0.49), np.maximum(1 - chance, 0.5))
            for i, share, reason in zip(standing, sure.round(3).tolist(), words_for(found.spoken), strict=True):
                off[i], why[i] = share, reason
        return Judgement(tuple(off), tuple(why))

    def choose(self, found: Margins) -> Flags:
        """Which lines are the article, decided for the document as a whole."""
        shape, level = found.shape, self.level(found.margin)
        kept = choose(found.margin, level, shape.width, shape.prose, self.ladder, self.policy)
        return kept | heads(kept, level >= HALF, shape, found.vocabulary)

    def level(self, margin: Ints) -> Ints:
        """The chance that a margin stands for, in 1/256."""
        return np.searchsorted(self.ladder, margin).astype(np.int64)

    def margins_of(self, lines: Sequence[str], blank: Flags) -> Margins:
        """Both stages, for lines that are not blank; `blank` says which have a blank line in front."""
        described = self.describe(lines, blank)
        rough = self.first.sums(self.first.values(table(described.features, self.names)))
        values = self.second.values(table(described.features | context(described, self.level(rough)), self.later))
        spoken = self.second.spoken(values, len(GROUPS))
        return Margins(self.second.sums(values), spoken, described.shape, described.vocabulary)

    def describe(self, lines: Sequence[str], blank: Flags) -> Described:
        """The features of the first stage."""
        text = Text(list(lines), self.alphabet)
        buckets, owners = text.grams(len(self.words).bit_length() - 1)
        score = np.bincount(owners, weights=self.words[buckets], minlength=text.count).astype(np.int64)
        return line_features(text, blank, score, np.bincount(owners, minlength=text.count))


def table(features: Features, names: Sequence[str]) -> npt.NDArray[np.float32]:
    """The features of these names, a row each."""
    rows = np.concatenate([features[name] for name in names], dtype=np.float32, casting="unsafe")
    return rows.reshape(len(names), -1)


@cache
def read(path: str) -> BodyModel:
    """The model of a file, read once. Raises OSError where it cannot be read, ValueError where it is no model."""
    return BodyModel.read(path)


@cache
def load() -> BodyModel:
    """The model that comes with the package; read once."""
    with (files("dechrome.body") / "model.npz").open("rb") as file:
        return BodyModel.read(file)
