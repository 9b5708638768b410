"""What the body model answers: to its user, and within."""

from __future__ import annotations

from dataclasses import dataclass

from dechrome.body.arrays import Ints
from dechrome.body.shapes import Shapes
from dechrome.body.vocabulary import Vocabulary

GOES, STAYS = 0.5, 0.49
"""A line that goes does so at least this surely; one that stays would go at most so surely."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """What the model says of a text, line by line: how surely each is no part of the article, and why.

    `article` is the chance that there is an article in the text at all, or other text of its own worth keeping;
    `headline` has the positions of the lines that stay as its headline and standfirst.
    """

    off: tuple[float, ...]
    why: tuple[str, ...]
    article: float = 1.0
    headline: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Margins:
    """The second stage's answer: positive margins for the article, and what each group of features said.

    `article` is the margin of there being an article at all.
    """

    margin: Ints
    spoken: Ints
    shape: Shapes
    vocabulary: Vocabulary
    article: int
