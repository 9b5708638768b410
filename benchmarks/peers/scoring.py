"""How well a text matches what is known of a page's article."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from statistics import fmean

from training.labels import plain, shingles

from benchmarks.peers.pages import Page
from benchmarks.peers.turns import Answer

# Quotation marks and dashes that a tool may well fold.
_FOLDED = str.maketrans({
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'), **dict.fromkeys("\u2018\u2019\u201a\u201b\u00b4`", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
})  # fmt: skip


@dataclass(frozen=True)
class Score:
    """What a tool's text has of one page, in runs of four words; or in segments where only those are known."""

    set: str
    seconds: float
    failed: bool
    whole: bool
    """Whether the page's whole article is known."""
    right: int
    """Runs of the text that stand in the article; segments that must stay and do."""
    got: int
    """Runs of the text; segments that are there, of both kinds."""
    wanted: int
    """Runs of the article; segments that must stay."""


def score(page: Page, answer: Answer) -> Score:
    """Hold a text against its page."""
    if page.gold is not None:
        gold, got = shingles(page.gold), shingles(answer.text)
        counts = sum((gold & got).values()), sum(got.values()), sum(gold.values())
    else:
        text = _folded(answer.text)
        kept, wrong = (sum(_folded(one) in text for one in side) for side in (page.keep, page.drop))
        counts = kept, kept + wrong, len(page.keep)
    return Score(page.set, answer.seconds, bool(answer.error), page.gold is not None, *counts)


def _folded(text: str) -> str:
    return plain(text.translate(_FOLDED))


def f1(scores: Sequence[Score]) -> float:
    """The F1 of several pages of a set: that of the mean precision and recall, or of all segments together.

    A page without article is matched by an empty text; every other empty text has neither precision nor recall.
    """
    if scores[0].whole:
        precision, recall = (
            fmean(_share(s.right, s.got, s) for s in scores),
            fmean(_share(s.right, s.wanted, s) for s in scores),
        )
        return 2 * precision * recall / (precision + recall) if precision + recall else 0.0
    right, got, wanted = (sum(counts) for counts in zip(*((s.right, s.got, s.wanted) for s in scores), strict=True))
    return 2 * right / (got + wanted) if right else 0.0


def _share(right: int, of: int, scored: Score) -> float:
    if not scored.got and not scored.wanted:
        return 1.0
    return right / of if of else 0.0


def lost(scores: Iterable[Score]) -> float:
    """The share of all articles' runs that the texts do not have."""
    whole = [s for s in scores if s.whole]
    return 1 - sum(s.right for s in whole) / max(1, sum(s.wanted for s in whole))


def chrome(scores: Iterable[Score]) -> float:
    """The share of all texts' runs that are not the article's."""
    whole = [s for s in scores if s.whole]
    return 1 - sum(s.right for s in whole) / max(1, sum(s.got for s in whole))


def speed(scores: Sequence[Score]) -> float:
    """Pages a second."""
    return len(scores) / max(1e-9, sum(s.seconds for s in scores))
