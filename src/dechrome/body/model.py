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
from dechrome.body.decode import likeliest
from dechrome.body.features import Described, Features, line_features
from dechrome.body.text import Alphabet, Ints, Text
from dechrome.body.trees import Forest

# What a group of features looks at, in words: why a line may be taken for none of the article.
REASONS: dict[str, str] = {
    "words": "its words are those of menus and notices",
    "shape": "it has the shape of a label, not of running text",
    "around": "no running text stands around it",
    "place": "it stands where pages have their frame",
    "repeats": "its words do not recur in the article",
    "body": "it lies outside the stretch that reads as the article",
}
GROUPS = tuple(REASONS)
# What a line weighs at most, in letters, when runs are chosen.
_HEAVIEST = 300


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a text, line by line: how surely each is no part of the article, and why."""

    off: tuple[float, ...]
    why: tuple[str, ...]


@dataclass(frozen=True)
class BodyModel:
    """A trained model. Use `load()` for the one that comes with the package, or `BodyModel.read` for your own."""

    alphabet: Alphabet
    words: npt.NDArray[np.int8]
    names: tuple[str, ...]
    first: Forest
    ladder: Ints
    later: tuple[str, ...]
    second: Forest
    margins: Ints
    chances: npt.NDArray[np.float64]
    switch: int

    @classmethod
    def read(cls, file: str | Path | IO[bytes]) -> BodyModel:
        """The model of a file. Raises OSError where it cannot be read, ValueError where it is no model."""
        with np.load(file, allow_pickle=False) as arrays:
            found = dict(arrays)
        try:
            return cls(
                Alphabet(found["classes"], found["lower"].astype(np.uint32)),
                found["words"],
                tuple(found["names"].tolist()),
                Forest.of(found, "first"),
                found["ladder"].astype(np.int64),
                tuple(found["later"].tolist()),
                Forest.of(found, "second"),
                found["margins"].astype(np.int64),
                found["chances"].astype(np.float64),
                int(found["switch"]),
            )
        except KeyError as error:
            raise ValueError(f"{file}: no body model, {error} is missing") from error

    def write(self, file: str | Path) -> None:
        """Write the model to a file that `read` takes."""
        arrays: dict[str, npt.NDArray[Any]] = {
            "classes": self.alphabet.classes,
            "lower": self.alphabet.lower,
            "words": self.words,
            "names": np.array(self.names),
            "ladder": self.ladder,
            "later": np.array(self.later),
            "margins": self.margins,
            "chances": self.chances,
            "switch": np.array(self.switch),
        }
        np.savez_compressed(
            file, allow_pickle=False, **arrays, **self.first.arrays("first"), **self.second.arrays("second")
        )

    def judge(self, lines: Sequence[str]) -> Judgement:
        """How surely each line is no part of the article, and why. Blank lines are passed over: 0.0 and no words.

        The chance of a line is the model's own unless the document as a whole decides otherwise: a line that is
        chosen with its neighbors is never surer to go than 0.49, and one that is not, at least 0.5.
        """
        standing = [i for i, line in enumerate(lines) if line]
        off, why = [0.0] * len(lines), [""] * len(lines)
        if not standing:
            return Judgement(tuple(off), tuple(why))
        places = np.array(standing)
        margin, spoken = self.margin([lines[i] for i in standing], np.diff(places, prepend=-2) > 1)
        chance = np.interp(margin, self.margins, self.chances)
        kept = self.choose(margin, [len(lines[i]) for i in standing])
        for place, share, keep, best in zip(standing, chance.tolist(), kept.tolist(), spoken.T.tolist(), strict=True):
            off[place] = round(min(1 - share, 0.49) if keep else max(1 - share, 0.5), 3)
            why[place] = _words(best)
        return Judgement(tuple(off), tuple(why))

    def choose(self, margin: Ints, lengths: Sequence[int]) -> npt.NDArray[np.bool_]:
        """Which lines are the article, decided for the document as a whole."""
        weight = np.minimum(np.array(lengths, dtype=np.int64), _HEAVIEST) + 20
        return likeliest(margin * weight // 64, self.switch)

    def margin(self, lines: list[str], blank: npt.NDArray[np.bool_]) -> tuple[Ints, Ints]:
        """The second stage's margins for lines that are not blank, and what each group of features said.

        `blank` says which have a blank line in front.
        """
        described = self.describe(lines, blank)
        rough = self.first.sums(self.first.values(table(described.features, self.names)))
        level = np.searchsorted(self.ladder, rough).astype(np.int64)
        values = self.second.values(table(described.features | context(described, level), self.later))
        return self.second.sums(values), self.second.spoken(values, len(GROUPS))

    def describe(self, lines: list[str], blank: npt.NDArray[np.bool_]) -> Described:
        """The features of the first stage."""
        text = Text(lines, self.alphabet)
        buckets, owners = text.grams(len(self.words).bit_length() - 1)
        score = np.bincount(owners, weights=self.words[buckets], minlength=text.count).astype(np.int64)
        return line_features(text, blank, score, np.bincount(owners, minlength=text.count))


def table(features: Features, names: Sequence[str]) -> npt.NDArray[np.float32]:
    """The features of these names, a row each."""
    return np.stack([features[name].astype(np.float32) for name in names])


def _words(spoken: Sequence[int]) -> str:
    """The two groups that spoke most against a line, in words."""
    order = sorted(range(len(GROUPS)), key=lambda g: (spoken[g], g))
    against = [REASONS[GROUPS[g]] for g in order[:2] if spoken[g] < 0]
    return ", ".join(against) or "all in all more like the frame than like the article"


@cache
def load() -> BodyModel:
    """The model that comes with the package; read once."""
    with (files("dechrome.body") / "model.npz").open("rb") as file:
        return BodyModel.read(file)
