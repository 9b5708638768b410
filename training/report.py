"""Cross-validated figures, as the tables of the model card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dechrome.body.decode import choose
from dechrome.body.features import line_features
from dechrome.body.model import BodyModel
from dechrome.body.text import Text
from training.calibration import margins_of
from training.data import Example
from training.labels import f1, shingles
from training.rows import Floats, Rows

Row = dict[str, float]
_COLUMNS = ("texts", "raw", "after", "oracle", "closed", "junk out", "body lost", "harmed")
_HARM = 0.01


def figures(examples: Sequence[Example], rows: Rows, chance: Floats, model: BodyModel) -> str:
    """Tables in Markdown: by tool, by set and by language of whole pages, and how far a chance can be believed."""
    scored: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for k, example in enumerate(examples):
        if example.is_silver:
            continue
        row = _row(example, _kept(example, chance[rows.span(k)], model))
        scored["tool", example.tool].append(row)
        if example.is_page:
            scored["set", f"{example.set}, {example.tool}"].append(row)
            scored["language", example.lang or "not given"].append(row)
    lines = ["Each text judged by a model that saw no page of its site; a copy of the headline counts for nothing."]
    for kind in ("tool", "set", "language"):
        lines += ["", f"| {kind} | " + " | ".join(_COLUMNS) + " |", "| --- |" + " ---: |" * len(_COLUMNS)]
        for (of, name), found in sorted(scored.items()):
            if of == kind:
                lines.append(f"| {name} | " + " | ".join(_cells(found)) + " |")
    return "\n".join([*lines, "", *_reliability(rows, chance, model)]) + "\n"


def _kept(example: Example, chance: Floats, model: BodyModel) -> npt.NDArray[np.bool_]:
    none = np.zeros(len(example.lines), dtype=np.int64)
    shape = line_features(Text(example.lines, model.alphabet), example.blank, none, none).shape
    margin = np.round(margins_of(chance)).astype(np.int64)
    return choose(margin, model.level(margin), shape.width, shape.prose, model.ladder, model.policy)


def _row(example: Example, kept: npt.NDArray[np.bool_]) -> Row:
    def text(mask: npt.NDArray[np.bool_]) -> str:
        return "\n".join(line for line, yes in zip(example.lines, mask, strict=True) if yes)

    gold, raw = shingles(example.gold), shingles("\n".join(example.lines))
    after = shingles(text(kept & (example.headline == 0)))
    body, junk = raw & gold, raw - gold
    return {
        "raw": f1(gold, raw),
        "after": f1(gold, after),
        "oracle": f1(gold, shingles(text((example.article > 0) & (example.headline == 0)))),
        "body": sum(body.values()),
        "lost": sum((body - after).values()),
        "junk": sum(junk.values()),
        "left": sum((after & junk).values()),
    }


def _cells(found: Sequence[Row]) -> Iterator[str]:
    total = {name: sum(row[name] for row in found) for name in found[0]}
    gap = total["oracle"] - total["raw"]
    yield str(len(found))
    for name in ("raw", "after", "oracle"):
        yield f"{total[name] / len(found):.3f}"
    yield f"{(total['after'] - total['raw']) / gap:.3f}" if gap > 0 else ""
    yield f"{1 - total['left'] / total['junk']:.3f}" if total["junk"] else ""
    yield f"{total['lost'] / max(1, total['body']):.4f}"
    yield f"{sum(row['after'] < row['raw'] - _HARM for row in found) / len(found):.3f}"


def _reliability(rows: Rows, chance: Floats, model: BodyModel) -> Iterator[str]:
    """How many of the lines that are off by such a chance are off."""
    off = 1 - np.interp(margins_of(chance), model.margins, model.chances)
    yield "| said to be off | lines | are off |"
    yield "| --- | ---: | ---: |"
    for low in range(10):
        mask = (off >= low / 10) & (off < (low + 1) / 10 + (low == 9))
        if mask.any():
            share = 1 - rows.article[mask].mean()
            yield f"| {low / 10:.1f} to {(low + 1) / 10:.1f} | {int(mask.sum())} | {share:.3f} |"
