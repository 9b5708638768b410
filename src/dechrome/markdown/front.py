"""The front matter of a text: what its file says about it before it begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

_FENCES = {"---": ("---", "..."), "+++": ("+++",)}
_LONGEST = 200
_KEY = re.compile(r"[A-Za-z_][\w .-]*\s?[:=](?:\s|$)|\s*#|\s*$|\s+\S|- ")


def front_matter(lines: Sequence[str]) -> int:
    """How many lines it has, with its fences; 0 where there is none.

    >>> front_matter(["---", "title: Bridge", "---", "The bridge is open."])
    3
    >>> front_matter(["---", "The bridge is open.", "---"])
    0
    """
    closing = _FENCES.get(lines[0].rstrip()) if lines else None
    if not closing:
        return 0
    for number, line in enumerate(lines[1:_LONGEST], start=1):
        if line.rstrip() in closing:
            return number + 1 if number > 1 else 0
        if not _KEY.match(line):
            return 0
    return 0
