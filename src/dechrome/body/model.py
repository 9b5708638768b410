"""The body model: which lines of a text are the article, how surely, and what speaks for it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import IO, Any
from zipfile import BadZipFile

import numpy as np
import numpy.typing as npt

from dechrome.body.answers import GOES, STAYS, Judgement, Margins
from dechrome.body.arrays import Column
from dechrome.body.both import SURE, Seen, amid, look_features
from dechrome.body.context import context
from dechrome.body.decode import FULL, Policy, choose
from dechrome.body.document import document
from dechrome.body.features import Described, Features, line_features
from dechrome.body.known import Known
from dechrome.body.reasons import GIVEN, GROUPS, words_for
from dechrome.body.tagger import Tagger
from dechrome.body.text import Alphabet, Flags, Ints, Text
from dechrome.body.title import heads
from dechrome.body.trees import SCALE, Forest
from dechrome.lazy import lazy

OF_TEXTS, OF_PAGES = "model.npz", "page.npz"
"""The models that come with the package: for texts, and for the lines of pages with what their markup says."""

# Fewer lines have no sequence to judge.
_FEWEST = 10


@dataclass(frozen=True)
class BodyModel:
    """A trained model. `load()` gives the one that comes with the package, `BodyModel.read` one of your own.

    `words` are the weights of the linear model, `names` and `later` the features of the two stages, `ladder` the
    margins of chances in 1/256, `margins` and `chances` the calibration curve, `known` stock phrases, `whole` the trees
    that say whether there is an article at all, by the features `about`; `last`, where there are such trees, what two
    looks together say of a line, by the features `twice`.
    """

    alphabet: Alphabet
    words: npt.NDArray[np.int8]
    known: Known
    names: tuple[str, ...]
    first: Forest
    later: tuple[str, ...]
    second: Forest
    about: tuple[str, ...]
    whole: Forest
    ladder: Ints
    margins: Ints
    chances: npt.NDArray[np.float64]
    policy: Policy
    twice: tuple[str, ...] = ()
    last: Forest | None = None
    tagger: Tagger | None = None

    @classmethod
    def read(cls, file: str | Path | IO[bytes]) -> BodyModel:
        """The model of a file. Raises OSError where it cannot be read, ValueError where it is no model."""
        try:
            with _opened(file) as stream, np.load(stream, allow_pickle=False) as arrays:
                found = dict(arrays)
        except (ValueError, EOFError, AttributeError, TypeError, BadZipFile) as error:
            raise ValueError(f"{_name(file)}: no body model, but something else ({error})") from error
        try:
            return cls(
                alphabet=Alphabet(found["classes"], found["lower"].astype(np.uint32)),
                words=found["words"],
                known=Known.read(found),
                names=tuple(found["names"].tolist()),
                first=Forest.of(found, "first"),
                later=tuple(found["later"].tolist()),
                second=Forest.of(found, "second"),
                about=tuple(found["about"].tolist()),
                whole=Forest.of(found, "whole"),
                ladder=found["ladder"].astype(np.int64),
                margins=found["margins"].astype(np.int64),
                chances=found["chances"].astype(np.float64),
                policy=Policy.of(dict(zip(found["policy_names"].tolist(), found["policy"].tolist(), strict=True))),
                twice=tuple(found["twice"].tolist()) if "twice" in found else (),
                last=Forest.of(found, "last") if "twice" in found else None,
                tagger=Tagger.of(found, "tagger") if "tagger_names" in found else None,
            )
        except KeyError as error:
            raise ValueError(f"{_name(file)}: no body model, {error} is missing") from error

    def write(self, file: str | Path) -> None:
        """Write the model to a file that `read` takes."""
        policy = self.policy.numbers()
        arrays: dict[str, npt.NDArray[Any]] = {
            "classes": self.alphabet.classes,
            "lower": self.alphabet.lower,
            "words": self.words,
            "names": np.array(self.names),
            "later": np.array(self.later),
            "about": np.array(self.about),
            "ladder": self.ladder,
            "margins": self.margins,
            "chances": self.chances,
            "policy_names": np.array(list(policy)),
            "policy": np.array(list(policy.values())),
        }
        arrays |= self.first.arrays("first") | self.second.arrays("second") | self.whole.arrays("whole")
        arrays |= self.known.arrays()
        if self.last is not None:
            arrays |= {"twice": np.array(self.twice)} | self.last.arrays("last")
        if self.tagger is not None:
            arrays |= self.tagger.arrays("tagger")
        np.savez_compressed(file, allow_pickle=False, **arrays)

    @lazy
    def given(self) -> frozenset[str]:
        """The features that the model asks for and that no text says by itself."""
        tagged = self.tagger.names.tolist() if self.tagger is not None else ()
        return frozenset(name for name in (*self.names, *self.later, *tagged) if name.startswith(GIVEN))

    def judge(self, lines: Sequence[str], extra: Mapping[str, Column] | None = None) -> Judgement:
        """How surely each line is no part of the article, and why. Of a blank line nothing is said: 0.0.

        The chance of a line is its own; the decision is the document's: a line that stays is never surer to go
        than 0.49, and one that goes is so by at least 0.5. `extra` has what is known of the lines beside their text,
        a value for each line, blank ones too, by names that begin with "x_"; a model that was trained with such
        features needs them. Raises ValueError where one is missing or too short.
        """
        off, why, article = [0.0] * len(lines), [""] * len(lines), 1.0
        headline: tuple[int, ...] = ()
        standing = [i for i, line in enumerate(lines) if line]
        if len(standing) >= _FEWEST:
            places = np.array(standing)
            blank = np.concatenate(([True], places[1:] - places[:-1] > 1))
            found = self.margins_of([lines[i] for i in standing], blank, self._given(extra or {}, standing, len(lines)))
            kept, heading = self.choose(found)
            chance = np.interp(found.margin, self.margins, self.chances)
            sure = np.where(kept, np.minimum(1 - chance, STAYS), np.maximum(1 - chance, GOES))
            headline = tuple(standing[i] for i in heading.nonzero()[0].tolist())
            for i, share, reason in zip(standing, sure.round(3).tolist(), words_for(found.spoken), strict=True):
                off[i], why[i] = share, reason
            article = round(1 / (1 + math.exp(-found.article / SCALE)), 3)
        return Judgement(tuple(off), tuple(why), article, headline)

    def agree(self, seen: Seen) -> tuple[float, ...]:
        """How surely each line that is left goes by two looks together: a line that stays never more than 0.49.

        Of a text without a frame, only what is all but certain goes. Raises ValueError for a model without
        trees for it.
        """
        if self.last is None:
            raise ValueError("this model knows nothing of two looks: complete it by python -m training.looks")
        features = look_features(seen)
        chance = self.level(self.last.sums(self.last.values(table(features, self.twice))))
        kept = (seen.first < SURE // 2, seen.second < SURE // 2)
        asked = self.policy.asked_of_both(*kept, amid(features), seen.frame)
        # A line that stays goes the less surely the more than asked its chance is, where a mode asks for less.
        goes, stays = np.maximum(1 - chance / FULL, GOES), STAYS * asked / np.maximum(chance, 1)
        return tuple(np.where(chance < asked, goes, stays).round(3).tolist())

    def choose(self, found: Margins) -> tuple[Flags, Flags]:
        """Which lines are the article, decided for the document as a whole, and which of them are its headline."""
        shape, level = found.shape, self.level(found.margin)
        doubtful = int(self.level(np.array([found.article]))[0]) < self.policy.doubt
        kept = choose(found.margin, level, shape.width, shape.prose, self.ladder, self.policy, doubtful)
        if doubtful:
            return kept, np.zeros_like(kept)
        stays, headline = heads(kept, level, shape, found.vocabulary)
        return kept | stays, headline

    def level(self, margin: Ints) -> Ints:
        """The chance that a margin stands for, in 1/256."""
        return self.ladder.searchsorted(margin).astype(np.int64)

    def margins_of(self, lines: Sequence[str], blank: Flags, given: Features) -> Margins:
        """All stages, for lines that are not blank; `blank` says which have a blank line in front."""
        described = self.describe(lines, blank)
        features = described.features | given
        rough = self.first.sums(self.first.values(table(features, self.names)))
        values = self.second.values(table(features | context(described, self.level(rough)), self.later))
        margin = self.second.sums(values)
        whole = self.whole.values(table(document(described, self.level(margin)), self.about))
        if self.tagger is not None:
            margin = (margin + self.tagger.margins(table(features, self.tagger.names.tolist()))) // 2
        spoken = self.second.spoken(values, len(GROUPS))
        return Margins(margin, spoken, described.shape, described.vocabulary, int(self.whole.sums(whole)[0]))

    def describe(self, lines: Sequence[str], blank: Flags) -> Described:
        """The features of the first stage."""
        text = Text(list(lines), self.alphabet)
        buckets, owners = text.grams(len(self.words).bit_length() - 1)
        score = np.bincount(owners, weights=self.words[buckets], minlength=text.count).astype(np.int64)
        return line_features(text, blank, score, np.bincount(owners, minlength=text.count), self.known.said(text))

    def _given(self, extra: Mapping[str, Column], standing: list[int], count: int) -> Features:
        names = sorted(self.given)
        wrong = [name for name in names if len(extra.get(name, ())) != count]
        if wrong:
            raise ValueError(f"this model asks for a value of {wrong[0]!r} for each of the {count} lines")
        if not names:
            return {}
        return dict(zip(names, np.array([extra[name] for name in names])[:, standing], strict=True))


def table(features: Features, names: Sequence[str]) -> npt.NDArray[np.float32]:
    """The features of these names, a row each."""
    rows = np.concatenate([features[name] for name in names], dtype=np.float32, casting="unsafe")
    return rows.reshape(len(names), -1)


def _opened(file: str | Path | IO[bytes]) -> AbstractContextManager[IO[bytes]]:
    return Path(file).open("rb") if isinstance(file, str | Path) else nullcontext(file)


def _name(file: str | Path | IO[bytes]) -> str:
    return str(getattr(file, "name", file))


@cache
def read(path: str) -> BodyModel:
    """The model of a file, read once. Raises OSError where it cannot be read, ValueError where it is no model."""
    return BodyModel.read(path)


@cache
def load(name: str = OF_TEXTS) -> BodyModel:
    """A model that comes with the package; read once."""
    with (files("dechrome.body") / name).open("rb") as file:
        return BodyModel.read(file)
