"""What both looks of the model make together of the lines that are left."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np

from dechrome.body.answers import STAYS
from dechrome.body.arrays import Ints
from dechrome.body.both import SURE, Seen
from dechrome.body.model import BodyModel
from dechrome.looks import Looks
from dechrome.types import Document

_HALF = 0.5


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
    return _whole(looks.after, out)


def _whole(document: Document, sure: Sequence[float]) -> Sequence[float]:
    """The same, but that no piece goes of a paragraph that was broken into lines and would stay as one line."""
    out = list(sure)
    for paragraph in {document.paragraph(i) for i in range(len(sure))}:
        widths = [document.lines[i].width for i in paragraph]
        mean = sum(width * sure[i] for i, width in zip(paragraph, widths, strict=True)) / max(1, sum(widths))
        if len(paragraph) > 1 and mean < _HALF:
            out[paragraph.start : paragraph.stop] = [min(sure[i], STAYS) for i in paragraph]
    return out


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
