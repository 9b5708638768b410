"""The cleaner behind `clean(text)` and `explain(text)`."""

from __future__ import annotations

from functools import cache
from typing import Any

from dechrome.cleaner import Cleaner


def cleaner(**options: Any) -> Cleaner:
    """A cleaner with `options`; the one without any is made once."""
    return Cleaner(**options) if options else _plain()


@cache
def _plain() -> Cleaner:
    return Cleaner()
