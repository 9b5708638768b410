"""Normalizing a line of text (placeholder until the real one lands)."""

from __future__ import annotations

import re
from collections.abc import Sequence


class Normalizer:
    def line(self, text: str) -> str:
        text = re.sub(r"[\s\u200b]+", " ", text).strip()
        text = re.sub(r"(?<=[.!?][\"”]) \.", "", text)
        return re.sub(r"\. \.(?= [^.]|$)", ".", text)

    def lines(self, texts: Sequence[str]) -> list[str]:
        return [self.line(t) for t in texts]
