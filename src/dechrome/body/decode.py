"""From the lines' margins to one decision for the document: how much is asked of a line, and the likeliest runs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields

import numpy as np

from dechrome.body.arrays import Flags, Ints, run_lengths, weights

FULL = 256
"""A chance of 1; all chances here are whole numbers, so that no machine rounds differently."""
HALF = FULL // 2
_WIDE = 80
_HEAVIEST = 300


@dataclass(frozen=True)
class Policy:
    """How the chance that is asked of a line depends on the document. Chances are in 1/256.

    `usual` is asked on a page. Where the document's mean chance is above `page`, less is asked, and from
    `article` on no more than `least`: what is an article already is left alone. Nowhere is more asked than
    `peak` / 256 of the best wide line's chance, as every article has such a line, down to `floor`; of a paragraph,
    `prose` / 256 of what is asked of other lines. A change from kept to dropped lines costs `switch`.
    Where the chance that there is an article at all is below `doubt`, `doubtful` is asked of every line.
    Of a run of at most `gap` lines between lines that stay, only those less likely than `inside` go.
    Where two looks are weighed (`asked_of_both`), it depends on how much of the text is a page's frame: without
    one, it is an article already and `bare` is asked of a line. From `frame` / 256 of the text on it is
    `agreed` of a line that both looks let stay, `apart` where they do not agree, half a chance where both drop it;
    in the midst of the article it is no more than `midst` of all that the second lets stay, as subheadings and
    lists look like menus from afar.
    """

    usual: int = 140
    page: int = 185
    article: int = 226
    least: int = 8
    peak: int = 115
    floor: int = 20
    prose: int = 170
    switch: int = 700
    doubt: int = 26
    doubtful: int = 150
    inside: int = 51
    gap: int = 8
    bare: int = 15
    frame: int = 26
    agreed: int = 24
    apart: int = 74
    midst: int = 15

    @classmethod
    def of(cls, numbers: Mapping[str, int]) -> Policy:
        """The policy of these numbers; what is not among them is as by default."""
        return cls(**{field.name: int(numbers[field.name]) for field in fields(cls) if field.name in numbers})

    def numbers(self) -> dict[str, int]:
        """The policy as numbers by name."""
        return asdict(self)

    def asked_of_both(self, first: Flags, second: Flags, amid: Flags, frame: float) -> Ints:
        """The least chance of each line that stays after two looks, which each let it stay or not.

        `amid` says which lines stand in the midst of the article; `frame` is how much of the text a page's
        frame is.
        """
        framed = np.where(first & second, self.agreed, np.where(first | second, self.apart, HALF))
        framed = np.maximum(np.where(amid & second, np.minimum(framed, self.midst), framed), self.bare)
        share = min(int(frame * FULL), self.frame)
        return np.asarray(self.bare + (framed - self.bare) * share // max(1, self.frame))

    def asked(self, chance: Ints, width: Ints) -> int:
        """The least chance of a line that stays, for a document of lines of these chances and widths."""
        weight = weights(width)
        mean = int((chance * weight).sum()) // max(1, int(weight.sum()))
        share = min(max(mean - self.page, 0), self.article - self.page)
        asked = self.usual - (self.usual - self.least) * share // max(1, self.article - self.page)
        best = int(chance[width >= _WIDE].max(initial=0))
        return min(asked, max(best * self.peak // FULL, self.floor))


OF_PAGES = Policy(usual=128, page=200, article=245, prose=190, switch=700, inside=90, agreed=26, apart=84, midst=HALF)
"""For models that know the lines' markup: they are surer of each line, and need less of its neighbors."""


def choose(
    margin: Ints, chance: Ints, width: Ints, prose: Flags, ladder: Ints, policy: Policy, doubtful: bool = False
) -> Flags:
    """Which lines are the article, decided for the document as a whole.

    `ladder[k]` is the margin of a chance of (k + 0.5) / 256; `doubtful` says that there may be no article at all.
    """
    asked = policy.doubtful if doubtful else policy.asked(chance, width)
    lower = asked if doubtful else max(1, asked * policy.prose // FULL)
    cut = ladder[np.where(prose, lower, max(1, asked)) - 1]
    weight = np.minimum(width, _HEAVIEST) + 20
    kept = likeliest((margin - cut) * weight // 64, policy.switch)
    return kept | (_inside(kept, width, policy.gap) & (chance >= policy.inside))


def _inside(kept: Flags, width: Ints, gap: int) -> Flags:
    """The lines of short runs in the midst of the article: subheadings and lists look like menus by themselves."""
    body = (kept & (width >= _WIDE)).nonzero()[0]
    if len(body) < 2:
        return np.zeros_like(kept)
    here = np.arange(len(kept))
    short = run_lengths(~kept, gap + 1) <= gap
    return np.asarray(~kept & short & (here > body[0]) & (here < body[-1]))


def likeliest(gain: Ints, switch: int) -> Flags:
    """Which lines are the article: the choice of the greatest sum of gains, where each change costs `switch`.

    `gain` is what keeping a line is worth (negative: what it costs). Of choices as good, the one that keeps more.

    >>> likeliest(np.array([-9, 5, -1, 5, -9, 1, -9]), 2).tolist()
    [False, True, True, True, False, False, False]
    """
    kept = dropped = 0
    keeps: list[bool] = []  # whether the best way to keep this line comes from a kept one
    drops: list[bool] = []  # whether the best way to drop it comes from a kept one
    for worth in gain.tolist():
        keep, drop = kept >= dropped - switch, kept - switch > dropped
        keeps.append(keep)
        drops.append(drop)
        kept, dropped = (kept if keep else dropped - switch) + worth, kept - switch if drop else dropped
    state = kept >= dropped
    chosen = []
    for position in range(len(keeps) - 1, -1, -1):
        chosen.append(state)
        state = keeps[position] if state else drops[position]
    return np.array(chosen[::-1], dtype=bool)
