"""What the training commands say while they run."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

Say = Callable[[str], None]


def clock() -> Say:
    """Says things on standard error, each behind the seconds since now."""
    start = time.monotonic()

    def say(what: str) -> None:
        print(f"{time.monotonic() - start:6.0f} s  {what}", file=sys.stderr, flush=True)  # noqa: T201

    return say
