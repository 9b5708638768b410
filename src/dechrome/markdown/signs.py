"""Whether a text is Markdown. Plain text has stars, hashes and dashes of its own, so only sure signs count."""

from __future__ import annotations


def looks_like(text: str) -> bool:
    return False
