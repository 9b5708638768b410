"""python -m training.looks DATA... --model MODEL.npz --parts PARTS: what a model's two looks make together.

The whole cleaner runs over the texts, each with the model of PARTS that saw no text of its site; from what both looks
said of the lines that are left, and what went in between, small trees learn which of them are the article. They are
written into MODEL.npz, and those that saw no text of a fold's sites into the models of PARTS. DATA are records as
`python -m training` takes them, or with `html` for a model of pages.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cache
from multiprocessing import get_context
from pathlib import Path
from typing import Any, ClassVar

import numpy as np

from dechrome.body.both import SURE, look_features
from dechrome.body.model import BodyModel
from dechrome.cleaner import Cleaner
from dechrome.looks import Looks
from dechrome.rules.off_body import OffBody
from dechrome.rules.off_body.twice import seen
from training import stages
from training.data import ARTICLE, GOLD, PAGES, article_of, fold_of, opened
from training.labels import label, tokens
from training.learn import compact
from training.parts import completing, parts_in
from training.progress import clock
from training.rows import Floats, Rows

_TREES, _SMOOTH = 120, 10
_FEWEST = 4
_DOUBT = 0.001  # no chance is smaller in a mean of logarithms


@dataclass(frozen=True)
class Recorder(OffBody):
    """The rule itself, which keeps what both its looks said; the mean of both decides."""

    name: str = "recorder"
    whole: ClassVar[bool] = True
    looks: list[Looks] = field(default_factory=list, compare=False)

    def agree(self, looks: Looks) -> Sequence[float]:
        """The mean of both looks."""
        self.looks.append(looks)
        return looks.mean


@dataclass(frozen=True)
class Text:
    """A text or page to clean, with its article."""

    source: str
    gold: str
    fold: int
    tool: str
    is_page: bool
    is_silver: bool

    @property
    def weight(self) -> float:
        """How much it counts: an article itself, which shall only be left alone, and a silver one half."""
        return 0.5 if self.tool == GOLD or self.is_silver else 1.0


@dataclass(frozen=True)
class Found:
    """The lines that were left of one text when the model had looked twice, in one turn."""

    features: Mapping[str, Any]
    article: Any
    words: Any
    fold: int
    weight: float


def texts(paths: Sequence[Path], every: int) -> Iterator[Text]:
    """The texts of all articles, each so many of those that are no whole page, and articles by themselves."""
    pages: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
    for path in paths:
        with opened(path) as lines:
            for record in map(json.loads, lines):
                if record.get("type", ARTICLE) == ARTICLE and ("gold" in record or "text" in record):
                    pages[record["id"]].append(record)
    counts: dict[str, int] = defaultdict(int)
    for number, records in enumerate(pages.values()):
        gold, is_silver = article_of(records)
        if gold is None:
            continue
        fold = fold_of(records[0]["site"])
        for record in records:
            tool, html = str(record.get("tool", PAGES[0])), record.get("html")
            counts[tool] += 1
            if tool in PAGES or counts[tool] % every == 0:
                yield Text(html or record["text"], gold, fold, tool, html is not None, is_silver)
        if "text" in records[0] and not is_silver and number % 2:
            plain = gold if number % 4 == 1 else "\n".join(filter(str.strip, gold.split("\n")))
            yield Text(plain, gold, fold, GOLD, is_page=False, is_silver=False)


def found_in(job: tuple[Text, str]) -> list[Found]:
    """What both looks say of one text, turn by turn, with the model in this file."""
    text, model = job
    cleaner, recorder = _cleaner(model, text.is_page)
    recorder.looks.clear()
    cleaner.clean(text.source)
    out = []
    for looks in recorder.looks:
        standing = [i for i, line in enumerate(looks.after.lines) if line.text]
        if len(standing) < _FEWEST or (looks.after.page is not None) != text.is_page:
            continue
        lines = [looks.after.lines[i].text for i in standing]
        article = [True] * len(lines) if text.tool == GOLD else label(lines, text.gold)
        words = [len(tokens(line)) for line in lines]
        features = look_features(seen(looks, standing))
        out.append(Found(features, np.array(article, np.int8), np.array(words), text.fold, text.weight))
    return out


@cache
def _cleaner(model: str, is_page: bool) -> tuple[Cleaner, Recorder]:
    recorder = Recorder(page_model=model) if is_page else Recorder(model=model)
    return Cleaner(rules=[recorder], off=["off_body"], format="html" if is_page else "text"), recorder


def table(found: Sequence[Found]) -> tuple[Floats, list[str], Rows]:
    """All lines as rows. A line weighs by its words, a text by the square root of its length."""
    names = list(found[0].features)
    rows = np.concatenate([np.array([one.features[name] for name in names], np.float32).T for one in found])
    weights = []
    for one in found:
        total = float(one.words.sum() + len(one.words))
        weights.append(one.weight * np.minimum(one.words + 1, 120) ** 0.7 * 60 / total**0.65)
    return rows, names, Rows.weighed([one.article for one in found], weights, [one.fold for one in found])


def main() -> int:
    """Train on what both looks say, and write it into the models."""
    parser = completing("python -m training.looks", __doc__)
    parser.add_argument("--every", type=int, default=2, help="only each so many of the texts that are no whole page")
    args = parser.parse_args()
    say = clock()
    cleaned = list(texts(args.data, args.every))
    try:
        parts = parts_in(args.parts, (text.fold for text in cleaned))
    except ValueError as error:
        parser.error(str(error))
    jobs = ((text, str(parts[text.fold])) for text in cleaned)
    with get_context("spawn").Pool(args.workers) as pool:
        found = [one for several in pool.imap(found_in, jobs, chunksize=8) for one in several]
    rows, names, known = table(found)
    say(f"{len(found)} texts, {len(rows)} lines")
    stage = stages.train(rows, names, known, trees=_TREES, smooth=_SMOOTH, seeds=(1, 2))
    for path, forest in [(args.model, stage.forest), *zip(parts.values(), stage.parts, strict=True)]:
        last, twice = compact(forest, names)
        replace(BodyModel.read(path), last=last, twice=twice).write(path)
    for name, chance in (("the mean of both looks", _mean(found)), ("these trees", stage.chance)):
        say(f"log loss of {name}: {_log_loss(chance, known):.4f}")
    return 0


def _mean(found: Sequence[Found]) -> Floats:
    seconds = (one.features["a"] + one.features["b"] for one in found)
    return (1 - np.concatenate(list(seconds)) / (2 * SURE)).astype(np.float32)


def _log_loss(chance: Floats, rows: Rows) -> float:
    sure = np.where(rows.article > 0, chance, 1 - chance)
    return float(np.average(-np.log(np.clip(sure, _DOUBT, 1)), weights=rows.weight))


if __name__ == "__main__":
    raise SystemExit(main())
