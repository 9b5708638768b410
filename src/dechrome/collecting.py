"""Keeping the garbage collector out of the way for a moment."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def uncollected() -> Iterator[None]:
    """Inside, no garbage is collected: where a hundred thousand values are made that all stay, looking is in vain.

    >>> with uncollected():
    ...     gc.isenabled()
    False
    """
    usual = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if usual:
            gc.enable()
