"""What a group of features looks at, in words: why a line may be taken for none of the article."""

from __future__ import annotations

import re
from functools import cache

import numpy as np
import numpy.typing as npt

REASONS: dict[str, str] = {
    "words": "its words are those of menus and notices",
    "shape": "its shape is not that of running text",
    "around": "what stands around it is no running text",
    "place": "it stands where a page has its frame",
    "vocabulary": "it shares few words with the article",
    "stretch": "it lies outside the stretch that reads as the article",
    "given": "its markup is not that of the article",
}
GROUPS = tuple(REASONS)
_TEXTS = tuple(REASONS.values())
GIVEN = "x_"
"""How the names of features begin that are not read off the text but given with it."""
_NOTHING = "all in all it is less like the article than the lines that stay"

# The features of each group, by the beginning of their names; what none names is a line's own shape.
_BELONGS = (
    ("given", r"x_"),
    ("words", r"lin(2|w)?$|kn[ab]?$|d_kn$|ch_lin$"),
    ("vocabulary", r"voc_|v_|nk$|t_d$|[fl]?dupn?$"),
    ("stretch", r"p$|p[+-]|pm\[|ps\[|h[ab]$|ptb$|d_p$|d_pt$|d_hi$|d[ab]w?[58]0$|lo[ab]$|s_|l?seg_|a_"),
    ("place", r"i$|back$|r[icb]$|d_|cp_before$"),
    ("around", r".*\[|.*[+-]\d$|dense|c?p[ab]w?$|s[ab]$|[ls]run$|g_|blank"),
)
_PATTERNS = tuple((GROUPS.index(group), re.compile(pattern)) for group, pattern in _BELONGS)


def group_of(feature: str) -> int:
    """The position in `GROUPS` of the group that a feature belongs to.

    >>> [GROUPS[group_of(name)] for name in ("lin", "width", "width+1", "voc_p", "d_n", "s_in")]
    ['words', 'shape', 'around', 'vocabulary', 'place', 'stretch']
    """
    return next((group for group, pattern in _PATTERNS if pattern.match(feature)), GROUPS.index("shape"))


def words_for(spoken: npt.NDArray[np.int64]) -> list[str]:
    """For each line the two groups that spoke most against it, in words; `spoken` has a row a group, a column a line.

    >>> words_for(np.array([[-900], [20], [-100], [-300], [0], [0], [0]]))
    ['its words are those of menus and notices, it stands where a page has its frame']
    """
    worst, second = spoken.argsort(axis=0, kind="stable")[:2]
    lines = np.arange(spoken.shape[1])
    counts = (spoken[worst, lines] < 0) + (spoken[second, lines] < 0) * 1
    return list(map(_sentence, worst.tolist(), second.tolist(), counts.tolist()))


@cache
def _sentence(worst: int, second: int, count: int) -> str:
    return ", ".join(_TEXTS[group] for group in (worst, second)[:count]) or _NOTHING
