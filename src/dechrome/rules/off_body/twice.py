"""What both looks of the model make together of the lines that are left."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

import numpy as np

from dechrome.body.answers import STAYS
from dechrome.body.arrays import Ints
from dechrome.body.both import SURE, Seen
from dechrome.body.model import BodyModel
from dechrome.looks import Looks
from dechrome.types import Document

_HALF = 0.5
# A paragraph between two sentences that stay, so many lines apart at most, goes only where it is so sure to.
_NEAR, _ENCLOSED = 12, 0.9
# So does a short sentence right behind one that surely stays: the article's last, above what a site has there.
_CLOSING, _SURELY, _STOPS, _DOTS = 0.9, 0.2, (".", "。", '."', ".”", ".»"), ("..", "…")


def both(looks: Looks, model: BodyModel) -> Sequence[float]:
    """How surely each line of `looks.after` goes by what the model makes of both looks; blank ones never.

    The mean of both, where the model has no trees for it.
    """
    if model.last is None:
        return looks.mean
    standing = [i for i, line in enumerate(looks.after.lines) if line.text]
    out = [0.0] * len(looks.after.lines)
    if standing:
        for i, sure in zip(standing, model.agree(seen(looks, standing)), strict=True):
            out[i] = sure
    return _whole(looks.after, standing, out)


def _whole(document: Document, standing: Sequence[int], sure: Sequence[float]) -> Sequence[float]:
    """The same, but that a paragraph stays whole where it would as one line, or where the article closes around it.

    One that was broken into lines is judged by the mean of its pieces, and a sentence that closes the article goes
    only where it is rather sure to. Between sentences that stay, no paragraph goes but on the surest signs: in a
    language that the model has hardly seen it is unsure of what it takes there. Markup leaves less doubt, and tells
    of captions.
    """
    out = list(sure)
    enclosed = _enclosed(document, standing, sure) if document.page is None else frozenset()
    for i in _closing(document, standing, sure) if document.page is None else ():
        out[i] = min(sure[i], STAYS)
    for paragraph in {document.paragraph(i) for i in standing}:
        broken = len(paragraph) > 1
        if not broken and not document.lines[paragraph.start].is_prose:
            continue
        widths = [document.lines[i].width for i in paragraph]
        mean = sum(width * sure[i] for i, width in zip(paragraph, widths, strict=True)) / max(1, sum(widths))
        if mean < (_ENCLOSED if paragraph.start in enclosed else _HALF if broken else 0.0):
            out[paragraph.start : paragraph.stop] = [min(sure[i], STAYS) for i in paragraph]
    return out


def _enclosed(document: Document, standing: Sequence[int], sure: Sequence[float]) -> frozenset[int]:
    """The lines with a sentence that stays above and another below, and few lines between these."""
    sentences = [k for k, i in enumerate(standing) if sure[i] < _HALF and document.reads(i)]
    return frozenset(
        standing[k] for above, below in pairwise(sentences) if below - above <= _NEAR for k in range(above + 1, below)
    )


def _closing(document: Document, standing: Sequence[int], sure: Sequence[float]) -> Iterator[int]:
    """Sentences right behind one that surely stays, which are not quite sure to go."""
    for above, i in pairwise(standing):
        line, text = document.lines[i], document.lines[i].text
        behind = sure[above] < _SURELY and document.lines[above].is_sentence
        short = line.is_sentence and not line.is_prose
        stated = short and text.endswith(_STOPS) and not any(dots in text for dots in _DOTS)
        if _HALF <= sure[i] < _CLOSING and behind and stated:
            yield i


def seen(looks: Looks, standing: Sequence[int]) -> Seen:
    """What both looks said of the lines that are `standing`, as the model reads it."""
    number = {place: k for k, place in enumerate(i for i, line in enumerate(looks.before.lines) if line.text)}
    places, last = [], 0
    for i in standing:
        # A line that the first look did not see stands where the one before it does.
        last = number.get(looks.places[i], last)
        places.append(last)
    lines = [looks.after.lines[i] for i in standing]
    return Seen(
        first=_thousandths(looks.first[i] for i in standing),
        second=_thousandths(looks.second[i] for i in standing),
        heard=_thousandths(looks.heard.confidence(i) for i in standing),
        kept=np.array([i in looks.kept for i in standing]),
        width=np.array([line.width for line in lines]),
        sentence=np.array([line.is_sentence for line in lines]),
        label=np.array([line.is_label for line in lines]),
        place=np.array(places),
        widths=np.array([line.width for line in looks.before.lines if line.text]),
    )


def _thousandths(values: Iterable[float]) -> Ints:
    return np.array([round(SURE * value) for value in values], np.int64)
