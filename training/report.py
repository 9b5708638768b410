"""Cross-validated figures, as the tables of the model card."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

import numpy as np
import numpy.typing as npt

from dechrome.body.answers import Margins
from dechrome.body.decode import HALF
from dechrome.body.features import Described, line_features
from dechrome.body.text import Text
from training.calibration import margins_of
from training.data import ARTICLE, FRAME, GOLD, Example
from training.labels import f1, shingles
from training.learn import Learned
from training.plot import bins

Row = dict[str, float]
_COLUMNS = ("texts", "raw", "after", "oracle", "closed", "junk out", "body lost", "harmed")
_HARM = 0.01
_OTHER = ("texts", "letters kept", "of gold kept", "of the rest kept", "has an article")


def figures(examples: Sequence[Example], learned: Learned) -> str:
    """Tables in Markdown: by tool, set, language and fold of whole pages; other pages; how far to believe a chance."""
    scored: dict[tuple[str, str], list[Row]] = defaultdict(list)
    others: dict[str, list[Row]] = defaultdict(list)
    for k, example in enumerate(examples):
        kept = _kept(example, learned, k)
        if example.type != ARTICLE or example.tool in (FRAME, GOLD):
            others[example.tool if example.type == ARTICLE else example.type].append(_other(example, kept, learned, k))
        elif not example.is_silver:
            row = _row(example, kept)
            scored["tool", example.tool].append(row)
            if example.is_page:
                scored["set", f"{example.set}, {example.tool}"].append(row)
                scored["language", example.lang or "not given"].append(row)
                scored["fold", f"{example.fold}, {example.tool}"].append(row)
    lines = ["Each text judged by a model that saw no page of its site; a copy of the headline counts for nothing."]
    for kind in ("tool", "set", "language", "fold"):
        lines += ["", *_table(kind, _COLUMNS)]
        lines += [_cells(name, _means(found)) for (of, name), found in sorted(scored.items()) if of == kind]
    lines += ["", *_table("other texts", _OTHER)]
    lines += [_cells(name, _shares(found)) for name, found in sorted(others.items())]
    lines += ["", *_table("said to be off", ("lines", "are off"))]
    lines += [_cells(f"{said:.2f}", (str(count), f"{share:.3f}")) for said, share, count in bins(learned)]
    return "\n".join(lines) + "\n"


def _kept(example: Example, learned: Learned, k: int) -> npt.NDArray[np.bool_]:
    model = learned.model
    none = np.zeros(len(example.lines), dtype=np.int64)
    text: Described = line_features(Text(example.lines, model.alphabet), example.blank, none, none, none)
    margin = np.round(margins_of(learned.chance[learned.rows.span(k)])).astype(np.int64)
    article = round(float(margins_of(learned.whole[k : k + 1])[0]))
    return model.choose(Margins(margin, none, text.shape, text.vocabulary, article))[0]


def _text(example: Example, mask: npt.NDArray[np.bool_]) -> str:
    return "\n".join(line for line, yes in zip(example.lines, mask, strict=True) if yes)


def _row(example: Example, kept: npt.NDArray[np.bool_]) -> Row:
    gold, raw = shingles(example.gold), shingles("\n".join(example.lines))
    after = shingles(_text(example, kept & (example.headline == 0)))
    body, junk = raw & gold, raw - gold
    return {
        "raw": f1(gold, raw),
        "after": f1(gold, after),
        "oracle": f1(gold, shingles(_text(example, (example.article > 0) & (example.headline == 0)))),
        "body": sum(body.values()),
        "lost": sum((body - after).values()),
        "junk": sum(junk.values()),
        "left": sum((after & junk).values()),
    }


def _means(found: Sequence[Row]) -> Iterator[str]:
    total = {name: sum(row[name] for row in found) for name in found[0]}
    gap = total["oracle"] - total["raw"]
    yield str(len(found))
    for name in ("raw", "after", "oracle"):
        yield f"{total[name] / len(found):.3f}"
    yield f"{(total['after'] - total['raw']) / gap:.3f}" if gap > 0 else ""
    yield f"{1 - total['left'] / total['junk']:.3f}" if total["junk"] else ""
    yield f"{total['lost'] / max(1, total['body']):.4f}"
    yield f"{sum(row['after'] < row['raw'] - _HARM for row in found) / len(found):.3f}"


def _other(example: Example, kept: npt.NDArray[np.bool_], learned: Learned, k: int) -> Row:
    letters = np.array([len(line) for line in example.lines], dtype=np.float64)
    article = example.article > 0
    return {
        "all": letters.sum(),
        "kept": letters[kept].sum(),
        "gold": letters[article].sum(),
        "gold kept": letters[article & kept].sum(),
        "has": float(margins_of(learned.whole[k : k + 1])[0] >= learned.model.ladder[HALF]),
    }


def _shares(found: Sequence[Row]) -> Iterator[str]:
    total = {name: sum(row[name] for row in found) for name in found[0]}
    rest, rest_kept = total["all"] - total["gold"], total["kept"] - total["gold kept"]
    yield str(len(found))
    yield f"{total['kept'] / max(1, total['all']):.3f}"
    yield f"{total['gold kept'] / total['gold']:.4f}" if total["gold"] else ""
    yield f"{rest_kept / rest:.3f}" if rest else ""
    yield f"{total['has'] / len(found):.3f}"


def _table(first: str, columns: Sequence[str]) -> list[str]:
    return [f"| {first} | " + " | ".join(columns) + " |", "| --- |" + " ---: |" * len(columns)]


def _cells(name: str, cells: Iterator[str] | Sequence[str]) -> str:
    return f"| {name} | " + " | ".join(cells) + " |"
