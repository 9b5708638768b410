"""What markup says of each line, as numbers: what a model learns from and judges by."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from dechrome.block import Block, Page, Tree
from dechrome.html.groups import GROUPS, groups
from dechrome.html.judge import shares
from dechrome.html.judged import NAMES, UNKNOWN, judged_features
from dechrome.html.sums import FAR, PROSE, Sums, shifted
from dechrome.lazy import lazy
from dechrome.targets import TO_NOWHERE, TO_PLACE, TO_SHARE
from dechrome.types import Document, Line

Features = dict[str, npt.NDArray[np.float32]]
_Ints = npt.NDArray[np.int64]
_Marked = Sequence[tuple[Line, Block]]

_TAGS = {"p": "p", "div": "div", "span": "span", "a": "a", "td": "cell", "th": "cell", "font": "span", "li": "li"}
_KINDS = ("heading", "item", "row", "quote", "code")
_PROPERTIES = {"body": "articlebody", "headline": "headline", "author": "author", "date": "datepublished"}
_PARTS = re.compile(r"\s[-|\u2013\u2014\u00b7\u00bb:]+\s")
_SAME, _HALF = 0.8, 0.5


def features(document: Document, *, judged: bool = False) -> Features:
    """The features of a document's lines that are not blank, in order, by name; nothing where it is no page.

    They are those that the lines had in the whole page, whatever is gone of it since. With `judged`, what trafilatura
    takes for the main text is among them; it is asked where it was not.
    """
    page = document.page
    if page is None or not any(line.text for line in page.lines):
        return {}
    if "features" not in page.notes:
        page.notes["features"] = _Whole(page)
    whole: _Whole = page.notes["features"]
    chosen = [whole.places[line.number] for line in document.lines if line.text]
    tables = (whole.by_markup, whole.by_judgement if judged else whole.unjudged)
    return {name: column for table in tables for name, column in zip(table.names, table.rows[:, chosen], strict=True)}


def headline(document: Document) -> int | None:
    """The position of the line that is the page's title and a heading; None where there is none any more."""
    found = features(document)
    if not found:
        return None
    is_it = (found["t_lines"] == 0) & (found["title"] >= _SAME) & (found["is_heading"] > 0)
    standing = [i for i, line in enumerate(document.lines) if line.text]
    return standing[int(np.argmax(is_it))] if is_it.any() else None


class _Table(NamedTuple):
    """Features by name: a row a feature, a column a line."""

    names: tuple[str, ...]
    rows: npt.NDArray[np.float32]

    @classmethod
    def of(cls, found: Mapping[str, Any]) -> _Table:
        return cls(tuple(found), np.array(list(found.values()), np.float32))


@dataclass(frozen=True)
class _Whole:
    """The features of all lines of a page."""

    page: Page

    @lazy
    def marked(self) -> _Marked:
        return [(line, line.block) for line in self.page.lines if line.text and line.block is not None]

    @lazy
    def places(self) -> dict[int, int]:
        """Where each line stands among them, by its number."""
        return {line.number: place for place, (line, _) in enumerate(self.marked)}

    @lazy
    def sums(self) -> Sums:
        return Sums(self.page.tree, self.marked)

    @lazy
    def kinds(self) -> _Ints:
        return _kinds(self.page.tree, self.marked)

    @lazy
    def by_markup(self) -> _Table:
        found = _lines(self.marked, self.page)
        found |= self.sums.columns()
        found |= _groups(self.page.tree, self.sums)
        found |= _repeated(self.kinds, self.marked)
        found |= _around(found, self.sums)
        found |= _below(found, self.sums)
        return _Table.of(found)

    @lazy
    def by_judgement(self) -> _Table:
        shares_ = self.page.judged
        return self.unjudged if shares_ is None else _Table.of(judged_features(shares_, self.sums, self.kinds))

    @lazy
    def unjudged(self) -> _Table:
        return _Table(NAMES, np.full((len(NAMES), len(self.marked)), UNKNOWN, np.float32))


def _lines(marked: _Marked, page: Page) -> dict[str, Any]:
    """What the line and its block say by themselves."""
    found: dict[str, Any] = {f"is_{kind}": [block.kind == kind for _, block in marked] for kind in _KINDS}
    found |= {f"tag_{tag}": [_TAGS.get(block.tag) == tag for _, block in marked] for tag in sorted(set(_TAGS.values()))}
    found["links"] = [block.link_share for _, block in marked]
    found["link_count"] = [sum(run.tag == "a" for run in block.runs) for _, block in marked]
    found["strong"] = [_held(block, ("b", "strong")) / len(line.text) for line, block in marked]
    found["level"] = [block.level for _, block in marked]
    found["hidden"] = [block.hidden for _, block in marked]
    for name, prop in _PROPERTIES.items():
        found[f"prop_{name}"] = [prop in {p.lower() for p in block.properties} for _, block in marked]
    for target in (TO_SHARE, TO_PLACE, TO_NOWHERE):
        found[target] = [target in block.targets for _, block in marked]
    title = page.facts.get("title", "")
    named = max(_PARTS.split(title), key=len)  # without the site's name
    said = {"stated": page.body, "title": title and f"{title}\n{named}", "described": page.facts.get("description", "")}
    for name, text in said.items():
        found[name] = shares([line.text for line, _ in marked], text) if text else [UNKNOWN] * len(marked)
    pictured = {picture.line for picture in page.pictures}
    found["below_picture"] = [
        any(number in pictured for number in range(line.number - 1, line.number + 1)) for line, _ in marked
    ]
    return found


def _held(block: Block, tags: Sequence[str]) -> int:
    return sum(run.end - run.start for run in block.runs if run.tag in tags)


def _groups(tree: Tree, sums: Sums) -> dict[str, Any]:
    """How many elements up the nearest is whose name has a word of each group, and how much text is in it."""
    own = np.array([groups(names) if names else 0 for names in tree.names], np.int64)
    bits = (own[None, :] >> np.arange(len(GROUPS))[:, None]) & 1
    steps = np.where(bits > 0, 0, FAR)
    for level in sums.levels[1:]:
        steps[:, level] = np.minimum(steps[:, level], steps[:, sums.parents[level]] + 1)
    steps = np.minimum(steps, FAR)
    return {f"near_{name}": steps[k, sums.at] for k, name in enumerate(GROUPS)}


def _kinds(tree: Tree, marked: _Marked) -> _Ints:
    """A number for each line; lines share it whose element, and the one around it, are named alike."""
    kinds: dict[tuple[str, ...], int] = {}
    which = []
    for _, block in marked:
        e = block.element
        up = max(tree.parents[e], 0)
        key = (tree.tags[e], tree.names[e], tree.tags[up], tree.names[up])
        which.append(kinds.setdefault(key, len(kinds)))
    return np.array(which)


def _repeated(kinds: _Ints, marked: _Marked) -> dict[str, Any]:
    """What the lines of one kind have in common."""
    width = np.array([line.width for line, _ in marked], float)
    prose = np.array([line.width >= PROSE and line.ends_sentence for line, _ in marked], float)
    linked = np.array([block.link_share for _, block in marked]) * width
    count = np.bincount(kinds)
    total = np.maximum(np.bincount(kinds, weights=width), 1)
    return {
        "kind_lines": np.minimum(count[kinds], 200),
        "kind_width": (total / count)[kinds],
        "kind_links": (np.bincount(kinds, weights=linked) / total)[kinds],
        "kind_prose": (np.bincount(kinds, weights=prose) / count)[kinds],
        "kind_share": (total / total.sum())[kinds],
    }


def _around(found: dict[str, Any], sums: Sums) -> dict[str, Any]:
    """The lines before and behind."""
    out: dict[str, Any] = {}
    for name in ("links", "kind_lines", "up1_share", "depth"):
        column = np.asarray(found[name], float)
        out |= {f"{name}{step:+}": shifted(column, step) for step in (-2, -1, 1, 2)}
    same = [a == b for a, b in pairwise(sums.up(sums.at).tolist())]
    out["same_before"], out["same_behind"] = np.array([False, *same]), np.array([*same, False])
    return out


def _below(found: dict[str, Any], sums: Sums) -> dict[str, Any]:
    """Where the lines stand to the headline, and to what the page's description says."""
    place, width = np.arange(len(sums.at)), sums.own_width
    prose = np.where(np.asarray(found["up0_prose"]) > 0, width, 0)
    out: dict[str, Any] = {}
    for name, at in (("t", _headline(found)), ("d", _best(found["described"]))):
        if at < 0:
            nothing = np.full(len(place), -100.0)
            out |= {f"{name}_{part}": nothing for part in ("lines", "letters", "prose", "steps", "share", "inside")}
            continue
        steps, inside = sums.to(int(sums.at[at]))
        out[f"{name}_lines"] = np.clip(place - at, -60, 60)
        for part, column in (("letters", width), ("prose", prose)):
            total = np.concatenate(([0], np.cumsum(column)))
            out[f"{name}_{part}"] = np.clip(total[:-1] - total[at + 1], -5000, 5000)
        out[f"{name}_steps"] = np.minimum(steps, FAR)
        out[f"{name}_share"] = sums.width[inside] / max(1.0, sums.width[0])
        out[f"{name}_inside"] = sums.prose[inside] / max(1.0, sums.prose[0])
    return out


def _headline(found: dict[str, Any]) -> int:
    """The line that is the page's title, in the highest heading of several; without one the first highest heading."""
    is_title, level = np.asarray(found["title"]) >= _SAME, np.asarray(found["level"]) * np.asarray(found["is_heading"])
    rank = np.where(level > 0, 8 - level, 0)
    rank = np.where(is_title, rank + 10, np.where(level == 1, rank, -1))
    return int(np.argmax(rank)) if len(rank) and rank.max() >= 0 else -1


def _best(shares_: Sequence[float]) -> int:
    found = np.asarray(shares_)
    return int(np.argmax(found)) if len(found) and found.max() >= _HALF else -1
