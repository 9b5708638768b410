"""The cleaners behind `clean(text)` and `explain(text)`."""

from __future__ import annotations

from collections import deque
from copy import deepcopy
from functools import cache
from typing import Any

from dechrome.cleaner import Cleaner
from dechrome.options import Options

# A cleaner takes longer to build than a hundred texts to clean, and some fifty megabytes.
_MOST = 4


def cleaner(**options: Any) -> Cleaner:
    """A cleaner with `options`; the last few are kept, unless they have rule objects, which may change."""
    if not options:
        return _plain()
    if "rules" in options:
        return Cleaner(**options)
    # The caller's own tables may change later.
    wanted = deepcopy(Options.of(**options))
    for known in tuple(_kept()):
        if known.options == wanted:
            return known
    made = Cleaner(**vars(wanted))
    _kept().append(made)
    return made


@cache
def _plain() -> Cleaner:
    return Cleaner()


@cache
def _kept() -> deque[Cleaner]:
    return deque(maxlen=_MOST)
