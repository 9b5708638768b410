"""What markup says of each line, as numbers: what a model learns from and judges by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Any

import numpy as np
import numpy.typing as npt

from dechrome.block import Block, Page, Tree
from dechrome.html import elements
from dechrome.html.judge import shares
from dechrome.html.names import words
from dechrome.targets import TO_NOWHERE, TO_PLACE, TO_SHARE
from dechrome.types import Document, Line

Features = dict[str, npt.NDArray[np.float32]]
_Ints = npt.NDArray[np.int64]

# Words of class and id attributes, by what they mean; the first letters are enough, but for those that end in `$`.
GROUPS = {
    "nav": "nav menu toolbar pagination pager",
    "crumb": "bread crumb",
    "foot": "foot copyright colophon legal imprint disclaim",
    "head": "header masthead top$ topbar",
    "side": "side rail aside secondary",
    "related": "relat recommend similar readmore next popular trending most latest also outbrain taboola",
    "comment": "comment disqus respond reply discuss",
    "share": "share sharing social addthis addtoany follow facebook twitter whatsapp",
    "letter": "newsletter subscri signup promo donat cta",
    "ad": "ad$ ads$ adv$ advert sponsor banner dfp gpt$",
    "consent": "cookie consent gdpr privacy",
    "byline": "byline author writer date time meta info posted publish",
    "caption": "caption credit figure photo image img media gallery",
    "tag": "tag$ tags keyword topic categor",
    "card": "card teaser item thumb tile grid list",
    "widget": "widget module block box",
    "modal": "modal popup overlay dialog login",
    "form": "search form input button btn",
    "article": "article artikel articulo",
    "content": "content contenu inhalt contenido",
    "post": "post entry",
    "body": "body text copy texto corpo",
    "story": "story news",
    "main": "main primary",
    "title": "title headline heading titre titulo",
    "lead": "lead intro summary excerpt standfirst deck dek teasertext",
    "skip": "skip sr$ screen visually hidden",
}
_STEMS = re.compile("|".join(f"(?P<{name}>{stems.replace(' ', '|')})" for name, stems in GROUPS.items()))
_NAMES = list(GROUPS)
_FAR = 20
_TAGS = {"p": "p", "div": "div", "span": "span", "a": "a", "td": "cell", "th": "cell", "font": "span", "li": "li"}
_KINDS = ("heading", "item", "row", "quote", "code")
_PROPERTIES = {"body": "articlebody", "headline": "headline", "author": "author", "date": "datepublished"}
_PROSE = 80


@lru_cache(maxsize=20_000)
def groups(names: str) -> int:
    """The groups that class and id words belong to, a bit each.

    >>> [name for k, name in enumerate(GROUPS) if groups("post-comments navbar") >> k & 1]
    ['nav', 'comment', 'post']
    """
    found = 0
    for word in words(names):
        if "-" not in word and (match := _STEMS.match(word)):
            found |= 1 << _NAMES.index(str(match.lastgroup))
    return found


def features(document: Document) -> Features:
    """The features of a document's lines that are not blank, in order, by name; nothing where it is no page.

    They are those that the lines had in the whole page, whatever is gone of it since.
    """
    page = document.page
    if page is None or not any(line.text for line in page.lines):
        return {}
    if "features" not in page.notes:
        page.notes["features"] = _features(page)
    found: Features = page.notes["features"]
    rows = {number: row for row, number in enumerate(line.number for line in page.lines if line.text)}
    chosen = [rows[line.number] for line in document.lines if line.text]
    return {name: column[chosen] for name, column in found.items()}


def _features(page: Page) -> Features:
    marked = [(line, line.block) for line in page.lines if line.text and line.block is not None]
    found = _lines(marked, page)
    tree = _Sums(page.tree, marked)
    found |= tree.columns()
    found |= _groups(page.tree, tree)
    found |= _repeated(page.tree, marked)
    found |= _around(found, tree)
    return {name: np.asarray(column, np.float32) for name, column in found.items()}


def _lines(marked: Sequence[tuple[Line, Block]], page: Page) -> dict[str, Any]:
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
    found["judged"] = [-1.0 if block.judged is None else block.judged for _, block in marked]
    stated = shares([line.text for line, _ in marked], page.body) if page.body else [-1.0] * len(marked)
    found["stated"] = stated
    for target in (TO_SHARE, TO_PLACE, TO_NOWHERE):
        found[target] = [target in block.targets for _, block in marked]
    title = page.facts.get("title", "")
    found["title"] = shares([line.text for line, _ in marked], title) if title else [-1.0] * len(marked)
    pictured = {picture.line for picture in page.pictures}
    found["below_picture"] = [
        any(number in pictured for number in range(line.number - 1, line.number + 1)) for line, _ in marked
    ]
    return found


def _held(block: Block, tags: Sequence[str]) -> int:
    return sum(run.end - run.start for run in block.runs if run.tag in tags)


class _Sums:
    """What the lines in each element add up to."""

    def __init__(self, tree: Tree, marked: Sequence[tuple[Line, Block]]) -> None:
        self.parents = np.array(tree.parents, np.int64)
        self.flags = np.array(tree.flags, np.int64)
        self.at = np.array([block.element for _, block in marked], np.int64)
        depth: list[int] = []
        for parent in tree.parents:
            depth.append(depth[parent] + 1 if parent >= 0 else 0)
        self.depth = np.array(depth, np.int64)
        order = np.argsort(self.depth, kind="stable")
        self.levels = np.split(order, np.cumsum(np.bincount(self.depth))[:-1])
        width = np.array([line.width for line, _ in marked], np.int64)
        linked = np.array([block.link_share for _, block in marked]) * width
        prose = np.array([line.width if line.width >= _PROSE and line.ends_sentence else 0 for line, _ in marked])
        judged = np.array([block.judged or 0.0 for _, block in marked]) * width
        self.width, self.linked, self.prose = self._summed(width), self._summed(linked), self._summed(prose)
        self.judged, self.count = self._summed(judged), self._summed(np.ones(len(marked)))

    def _summed(self, values: npt.NDArray[Any]) -> npt.NDArray[np.float64]:
        total = np.bincount(self.at, weights=values, minlength=len(self.parents)).astype(np.float64)
        for level in reversed(self.levels[1:]):
            np.add.at(total, self.parents[level], total[level])
        return total

    def up(self, elements_: _Ints) -> _Ints:
        """The parents; the root is its own."""
        return np.maximum(self.parents[elements_], 0)

    def columns(self) -> dict[str, Any]:
        """The features."""
        all_width, all_prose = max(1.0, self.width[0]), max(1.0, self.prose[0])
        found: dict[str, Any] = {"depth": np.minimum(self.depth[self.at], 60)}
        for name, flag in elements.ROLES.items():
            found[f"in_{name}"] = (self.flags[self.at] & flag) > 0
        found["lists"] = (self.flags[self.at] >> elements.LIST_SHIFT) & elements.DEEPEST
        found["was_hidden"] = (self.flags[self.at] & elements.HIDDEN) > 0
        here = self.at
        for step in range(4):
            width = np.maximum(self.width[here], 1)
            found[f"up{step}_share"] = self.width[here] / all_width
            found[f"up{step}_links"] = self.linked[here] / width
            found[f"up{step}_prose"] = self.prose[here] / width
            found[f"up{step}_lines"] = np.minimum(self.count[here], 300)
            if step:
                found[f"up{step}_judged"] = self.judged[here] / width
            here = self.up(here)
        main = self._main()
        steps, inside = self._to(main)
        found |= {"main_steps": np.minimum(steps, _FAR), "main_depth": np.full(len(here), self.depth[main])}
        found["main_in"] = self.prose[inside] / all_prose
        found["main_share"] = self.width[inside] / all_width
        return found

    def _main(self) -> int:
        """The innermost element that holds most of the prose."""
        holding = np.flatnonzero(self.prose > self.prose[0] / 2)
        return int(holding[-1]) if len(holding) else 0

    def _to(self, main: int) -> tuple[_Ints, _Ints]:
        """How far above each line an element stands that holds `main` too, and which one."""
        above = np.zeros(len(self.parents), bool)
        at = main
        while at >= 0:
            above[at] = True
            at = int(self.parents[at])
        here, steps = self.at.copy(), np.zeros(len(self.at), np.int64)
        while not above[here].all():
            outside = ~above[here]
            here[outside] = self.up(here[outside])
            steps += outside
        return steps, here


def _groups(tree: Tree, sums: _Sums) -> dict[str, Any]:
    """How many elements up the nearest is whose name has a word of each group, and how much text is in it."""
    own = np.array([groups(names) if names else 0 for names in tree.names], np.int64)
    bits = (own[None, :] >> np.arange(len(GROUPS))[:, None]) & 1
    steps = np.where(bits > 0, 0, _FAR)
    for level in sums.levels[1:]:
        steps[:, level] = np.minimum(steps[:, level], steps[:, sums.parents[level]] + 1)
    steps = np.minimum(steps, _FAR)
    return {f"near_{name}": steps[k, sums.at] for k, name in enumerate(GROUPS)}


def _repeated(tree: Tree, marked: Sequence[tuple[Line, Block]]) -> dict[str, Any]:
    """What the lines have in common whose element, and the one around it, are named alike."""
    kinds: dict[tuple[str, ...], int] = {}
    which = []
    for _, block in marked:
        e = block.element
        up = max(tree.parents[e], 0)
        key = (tree.tags[e], tree.names[e], tree.tags[up], tree.names[up])
        which.append(kinds.setdefault(key, len(kinds)))
    at = np.array(which)
    width = np.array([line.width for line, _ in marked], float)
    prose = np.array([line.width >= _PROSE and line.ends_sentence for line, _ in marked], float)
    linked = np.array([block.link_share for _, block in marked]) * width
    judged = np.array([max(block.judged or 0.0, 0.0) for _, block in marked])
    count = np.bincount(at)
    total = np.maximum(np.bincount(at, weights=width), 1)
    return {
        "kind_lines": np.minimum(count[at], 200),
        "kind_width": (total / count)[at],
        "kind_links": (np.bincount(at, weights=linked) / total)[at],
        "kind_prose": (np.bincount(at, weights=prose) / count)[at],
        "kind_judged": (np.bincount(at, weights=judged) / count)[at],
        "kind_share": (total / total.sum())[at],
    }


def _around(found: dict[str, Any], sums: _Sums) -> dict[str, Any]:
    """The lines before and behind."""
    out: dict[str, Any] = {}
    for name in ("links", "judged", "kind_lines", "up1_share", "depth"):
        column = np.asarray(found[name], float)
        for step in (-2, -1, 1, 2):
            out[f"{name}{step:+}"] = _shifted(column, step)
    judged = np.maximum(np.asarray(found["judged"], float), 0)
    kept = np.flatnonzero(judged > 0.5)
    place = np.arange(len(judged))
    first, last = (kept[0], kept[-1]) if len(kept) else (len(judged), -1)
    out["judged_before"], out["judged_behind"] = np.clip(first - place, -50, 50), np.clip(place - last, -50, 50)
    sums_of = np.concatenate(([0.0], np.cumsum(judged)))
    for reach in (3, 10):
        low, high = np.maximum(place - reach, 0), np.minimum(place + reach + 1, len(judged))
        out[f"judged_{reach}"] = (sums_of[high] - sums_of[low]) / (high - low)
    same = [a == b for a, b in pairwise(sums.up(sums.at).tolist())]
    out["same_before"], out["same_behind"] = np.array([False, *same]), np.array([*same, False])
    return out


def _shifted(column: npt.NDArray[Any], step: int) -> npt.NDArray[Any]:
    out = np.full(len(column), -1.0)
    if step > 0:
        out[:-step] = column[step:]
    else:
        out[-step:] = column[:step]
    return out
